//! The server.

pub mod api;
pub mod cli;
pub mod client;
pub mod config;
pub mod demo;
pub mod export;
pub mod import;
pub mod keyfile;
pub mod ports;
pub mod sequencer;
pub mod serve;
pub mod state;
pub mod store;
pub mod toml_text;
pub mod verify;
pub mod web;
