//! The server.

pub mod import;
pub mod toml_text;
