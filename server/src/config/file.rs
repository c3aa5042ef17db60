//! The settings file, `countersign.toml` in the data folder.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::checkpoint::CheckpointOptions;
use super::client::ClientOptions;
use super::database::DatabaseOptions;
use super::log::LogOptions;
use super::oidc::OidcOptions;
use super::sequencer::SequencerOptions;
use super::telling::TellingOptions;
use super::web::WebOptions;
use crate::toml_text::TomlFlaw;

/// Name of the settings file in the data folder.
pub const CONFIG_FILE: &str = "countersign.toml";

/// Longest settings file, in bytes: a hundred times what every key takes.
pub const CONFIG_BYTES_MAX: u64 = 64 * 1024;

/// What the settings file says, by concern. No file says nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConfigFile {
    /// `[web]`
    pub web: WebOptions,
    /// `[database]`
    pub database: DatabaseOptions,
    /// `[log]`
    pub log: LogOptions,
    /// `[sequencer]`
    pub sequencer: SequencerOptions,
    /// `[client]`
    pub client: ClientOptions,
    /// `[checkpoint]`
    pub checkpoint: CheckpointOptions,
    /// `[telling]`
    pub telling: TellingOptions,
    /// `[oidc]`
    pub oidc: OidcOptions,
}

/// Why the settings file can't be used.
#[derive(Debug, thiserror::Error)]
#[error("settings file {}: {cause}", .path.display())]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub cause: ConfigFault,
}

/// What is wrong with a settings file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigFault {
    /// It can't be read.
    #[error("can't be read: {0}")]
    Read(#[from] io::Error),
    /// Longer than [`CONFIG_BYTES_MAX`].
    #[error("longer than {CONFIG_BYTES_MAX} bytes")]
    TooLong,
    /// A key or its value.
    #[error(transparent)]
    Flaw(#[from] TomlFlaw),
}

impl ConfigFile {
    /// Reads the settings file of `folder`; where there is none, nothing is set.
    ///
    /// # Errors
    /// [`ConfigError`] names the file, and the line and key that are wrong.
    pub fn read(folder: &Path) -> Result<Self, ConfigError> {
        let path = folder.join(CONFIG_FILE);
        match read(&path) {
            Ok(file) => Ok(file.rooted(folder)),
            Err(cause) => Err(ConfigError { path, cause }),
        }
    }

    /// Reads settings from their TOML; paths stay as they are written.
    ///
    /// # Errors
    /// [`ConfigFault::Flaw`] names the first line and key that are wrong.
    pub fn parse(text: &str) -> Result<Self, ConfigFault> {
        Ok(toml::from_str(text).map_err(|error| TomlFlaw::parsing(text, &error))?)
    }

    fn rooted(self, folder: &Path) -> Self {
        Self {
            database: self.database.rooted(folder),
            client: self.client.rooted(folder),
            checkpoint: self.checkpoint.rooted(folder),
            telling: self.telling.rooted(folder),
            oidc: self.oidc.rooted(folder),
            ..self
        }
    }
}

fn read(path: &Path) -> Result<ConfigFile, ConfigFault> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(ConfigFile::default()),
        Err(error) => return Err(error.into()),
    };
    let mut text = String::new();
    file.take(CONFIG_BYTES_MAX + 1).read_to_string(&mut text)?;
    if text.len() as u64 > CONFIG_BYTES_MAX {
        return Err(ConfigFault::TooLong);
    }
    ConfigFile::parse(&text)
}
