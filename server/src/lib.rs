//! The server.

pub mod import;
pub mod keyfile;
pub mod toml_text;
