//! What each error is called in the languages that aren't English, a room for each area.
//!
//! In scope: every type whose sentence can reach a person through a command. Out of scope: the English,
//! which is the type's `Display`; what a system, a database or a library says, which nobody translates:
//! it stands as a value in a sentence of ours.

mod client;
mod config;
mod entry;
mod field;
mod import;
mod io;
mod keyfile;
mod known;
mod log_client;
mod note;
mod policy;
mod refusal;
mod server;
mod store;
#[cfg(test)]
mod tests;
mod token;
mod verify;

pub(crate) use known::known;
