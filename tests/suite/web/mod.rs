//! The pages, over a listening socket.

mod answers;
mod compare;
mod front;
mod hostile;
mod kept;
mod many;
mod package;
mod pages;
mod reads;
mod search;
mod take;
mod words;
