//! The database: a SQLite file in the data folder, or PostgreSQL by its URL.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--database` | `COUNTERSIGN_DATABASE` | `database.url` | `ledger.sqlite` in the data folder |
//! | `--readers-max` | `COUNTERSIGN_READERS_MAX` | `database.readers_max` | 5 |
//!
//! `sqlite:FILE` or `sqlite://FILE` names another file; `postgres://` and
//! `postgresql://` are as PostgreSQL's own tools read them. A password in the
//! URL is better kept in the file or the variable: a flag shows in the list of
//! processes. It never prints.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::Deserialize;

use super::bounded::Bounded;
use crate::keyfile::Secret;

/// SQLite's file where nobody names one, in the data folder.
pub const SQLITE_FILE: &str = "ledger.sqlite";

/// Connections that only read. PostgreSQL allows 100 in all unless told more.
pub type Readers = Bounded<1, 64>;
/// The default of [`Readers`]: pages are answered in a millisecond, so a few
/// connections carry thousands of them a second.
pub const READERS_MAX: Readers = Readers::known(crate::store::READERS_MAX as u64);

/// Where the ledger is stored.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum DatabaseUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL database: its whole URL.
    Postgres(Secret),
}

/// A text that names no database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be sqlite:FILE, or postgres:// with host and database")]
pub struct NotADatabase;

impl DatabaseUrl {
    /// The URL as a database library takes it.
    #[must_use]
    pub fn url(&self) -> Secret {
        match self {
            Self::Sqlite(file) => Secret::new(format!("sqlite://{}?mode=rwc", file.display())),
            Self::Postgres(url) => url.clone(),
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = NotADatabase;

    fn from_str(text: &str) -> Result<Self, NotADatabase> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            // What stands behind a `?` is the library's; ours are fixed.
            let plain = !file.is_empty() && !file.contains('?') && file != ":memory:";
            return if plain {
                Ok(Self::Sqlite(file.into()))
            } else {
                Err(NotADatabase)
            };
        }
        let rest = text
            .strip_prefix("postgres://")
            .or_else(|| text.strip_prefix("postgresql://"));
        match rest {
            Some(rest) if !rest.is_empty() => Ok(Self::Postgres(Secret::new(text.to_owned()))),
            _ => Err(NotADatabase),
        }
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = NotADatabase;

    fn try_from(text: String) -> Result<Self, NotADatabase> {
        text.parse()
    }
}

/// Without the user and the password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(url) => {
                let url = url.expose();
                let place = url.split_once("://").map_or(url, |(_, place)| place);
                // Parameters may hold a password as well.
                let place = place.split_once('?').map_or(place, |(place, _)| place);
                let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
                write!(f, "postgres://{host}")
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Flags, variables and keys of the database.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct DatabaseOptions {
    /// Database: sqlite:FILE or postgres://HOST/NAME
    #[arg(
        long = "database",
        value_name = "URL",
        env = "COUNTERSIGN_DATABASE",
        hide_env_values = true
    )]
    pub url: Option<DatabaseUrl>,
    /// Most connections that only read
    #[arg(long, value_name = "COUNT", env = "COUNTERSIGN_READERS_MAX")]
    pub readers_max: Option<Readers>,
}

/// The database's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    /// Where the ledger is stored.
    pub url: DatabaseUrl,
    /// Most connections that only read.
    pub readers_max: Readers,
}

impl DatabaseOptions {
    /// The settings that hold: these, else the file's, else SQLite in `folder`.
    #[must_use]
    pub fn settle(&self, file: &Self, folder: &Path) -> Database {
        let url = self.url.as_ref().or(file.url.as_ref());
        Database {
            url: url
                .cloned()
                .unwrap_or_else(|| DatabaseUrl::Sqlite(folder.join(SQLITE_FILE))),
            readers_max: self.readers_max.or(file.readers_max).unwrap_or(READERS_MAX),
        }
    }

    /// The file's paths start at the data folder.
    pub(super) fn rooted(mut self, folder: &Path) -> Self {
        if let Some(DatabaseUrl::Sqlite(file)) = &mut self.url {
            *file = folder.join(&*file);
        }
        self
    }
}
