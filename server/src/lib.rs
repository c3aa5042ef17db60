//! The server.

pub mod config;
pub mod import;
pub mod keyfile;
pub mod toml_text;
