//! The server's parsers, taken in by their paths: mapping, rows, sheets, documents, settings, key files, exports, and
//! what reads a log.
//!
//! They need some 150 crates, the whole server 500: with these alone a target builds in a minute or
//! two, and all that it builds is watched by the fuzzer. What a parser needs of another room comes
//! in here as well, under the name that it has in the server.

// Each target uses a part of each room.
#![allow(dead_code)]

#[path = "../../src/config/mod.rs"]
pub mod config;
#[path = "../../src/document/mod.rs"]
pub mod document;
#[path = "../../src/web/desk/fields.rs"]
pub mod fields;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/keyfile/mod.rs"]
pub mod keyfile;
#[path = "../../src/log_client/mod.rs"]
pub mod log_client;
#[path = "../../src/sheet/mod.rs"]
pub mod sheet;
#[path = "../../src/toml_text.rs"]
pub mod toml_text;
#[path = "../../src/verify/source.rs"]
pub mod source;

/// Defaults that settings name. Their values are the server's rooms' own affair: whatever they are, a
/// parser takes the same texts.
pub mod store {
    /// Stands for the server's default.
    pub const READERS_MAX: u32 = 5;
}

/// The same of the sequencer.
pub mod sequencer {
    /// Stands for the server's default.
    pub const GROUP_NOTES_MAX: usize = 2048;
}

/// The same of serving.
pub mod serve {
    use std::time::Duration;

    /// Stands for the server's default.
    pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);
}
