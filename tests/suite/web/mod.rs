//! The pages, over a listening socket.

mod answers;
mod compare;
mod hostile;
mod many;
mod package;
mod pages;
mod search;
mod take;
mod words;
