//! The server.

pub mod api;
pub mod bench;
pub mod cli;
pub mod client;
pub mod config;
pub mod demo;
mod draft;
pub mod export;
pub mod front;
mod holdings;
pub mod import;
pub mod keyfile;
pub mod log;
pub mod log_client;
pub mod mirror;
pub mod people;
pub mod ports;
pub mod search;
pub mod sequencer;
pub mod serve;
pub mod state;
pub mod store;
pub mod token;
pub mod toml_text;
pub mod verify;
pub mod web;
pub mod witness;
