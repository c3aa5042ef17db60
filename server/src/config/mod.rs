//! Configuration: a flag over the environment over the file over a default.
//!
//! A file per concern; its doc lists every setting with its flag, its variable
//! and its key. What a subcommand needs, it flattens into its own arguments
//! (`#[command(flatten)]`), and settles against the file:
//!
//! ```text
//! let folder = arguments.folder.settle();
//! let file = ConfigFile::read(&folder)?;
//! let web = arguments.web.settle(file.web);
//! ```
//!
//! The file is `countersign.toml` in the data folder, one `[section]` a
//! concern. A key that no concern knows is an error, and so is a value out of
//! its bounds, with file, line and key. Paths in the file start at the data
//! folder; paths in flags and variables start where the command runs.
//!
//! Secrets: the database URL may hold a password and doesn't print; passphrases
//! are no setting at all ([`crate::keyfile::passphrase`]).

mod bounded;
pub mod checkpoint;
pub mod client;
pub mod database;
mod file;
pub mod folder;
pub mod log;
pub mod oidc;
pub mod sequencer;
pub mod telling;
#[cfg(test)]
mod tests;
pub mod web;

pub use bounded::{Bounded, OutOfBounds};
pub use checkpoint::{Checkpoint, CheckpointOptions};
pub use client::{Client, ClientOptions, ServerUrl};
pub use database::{Database, DatabaseOptions, DatabaseUrl};
pub use file::{CONFIG_BYTES_MAX, CONFIG_FILE, ConfigError, ConfigFault, ConfigFile};
pub use folder::FolderOptions;
pub use log::{Log, LogFilter, LogFormat, LogOptions};
pub use oidc::{Oidc, OidcOptions, SecondFactor};
pub use sequencer::{Sequencer, SequencerOptions};
pub use telling::{MailServer, Telling, TellingOptions};
pub use web::{Programmes, ProxyHeader, Web, WebOptions};
