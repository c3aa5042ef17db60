//! The server's parsers, taken in by their paths: mapping, rows, settings, key files, exports, and
//! what reads a log.
//!
//! They need some 150 crates, the whole server 500: with these alone a target builds in a minute or
//! two, and all that it builds is watched by the fuzzer. What a parser needs of another room comes
//! in here as well, under the name that it has in the server.

// Each target uses a part of each room.
#![allow(dead_code)]

#[path = "../../src/config/mod.rs"]
pub mod config;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/keyfile/mod.rs"]
pub mod keyfile;
#[path = "../../src/log_client/mod.rs"]
pub mod log_client;
#[path = "../../src/toml_text.rs"]
pub mod toml_text;
#[path = "../../src/verify/source.rs"]
pub mod source;
