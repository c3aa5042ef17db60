//! The pages, over a listening socket.

mod answers;
mod hostile;
mod pages;
mod search;
mod take;
mod words;
