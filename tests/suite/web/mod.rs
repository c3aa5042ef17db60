//! The pages, over a listening socket.

mod answers;
mod compare;
mod hostile;
mod pages;
mod search;
mod take;
mod words;
