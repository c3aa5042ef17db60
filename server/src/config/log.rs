//! What the program says while it runs, on standard error.
//!
//! | flag | variable | key | default |
//! |---|---|---|---|
//! | `--log-format` | `COUNTERSIGN_LOG_FORMAT` | `log.format` | `text` |
//! | `--log-filter` | `COUNTERSIGN_LOG_FILTER` | `log.filter` | `info` |
//!
//! A filter is a level (`error`, `warn`, `info`, `debug`, `trace`), or levels by
//! module: `info,server::sequencer=debug`.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// How a line is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: an object a line.
    Json,
}

/// Which lines are written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct LogFilter(String);

impl LogFilter {
    /// The filter as `tracing` takes it.
    #[must_use]
    pub fn filter(&self) -> EnvFilter {
        // Parsed once before, so it parses again.
        EnvFilter::try_new(&self.0).unwrap_or_else(|_| EnvFilter::new("info"))
    }
}

impl Default for LogFilter {
    fn default() -> Self {
        Self("info".to_owned())
    }
}

impl FromStr for LogFilter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match EnvFilter::try_new(text) {
            Ok(_) if !text.trim().is_empty() => Ok(Self(text.to_owned())),
            Ok(_) => Err("must be a level or module=level, with commas between".to_owned()),
            Err(error) => Err(format!(
                "must be a level or module=level, with commas between: {error}"
            )),
        }
    }
}

impl TryFrom<String> for LogFilter {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for LogFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Flags, variables and keys of the log.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct LogOptions {
    /// How the program's own messages are written
    #[arg(
        long = "log-format",
        value_name = "FORMAT",
        env = "COUNTERSIGN_LOG_FORMAT"
    )]
    pub format: Option<LogFormat>,
    /// Which of the program's own messages are written
    #[arg(
        long = "log-filter",
        value_name = "FILTER",
        env = "COUNTERSIGN_LOG_FILTER"
    )]
    pub filter: Option<LogFilter>,
}

/// The log's settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// How a line is written.
    pub format: LogFormat,
    /// Which lines are written.
    pub filter: LogFilter,
}

impl LogOptions {
    /// The settings that hold: these, else the file's, else the defaults.
    #[must_use]
    pub fn settle(&self, file: &Self) -> Log {
        let filter = self.filter.as_ref().or(file.filter.as_ref());
        Log {
            format: self.format.or(file.format).unwrap_or_default(),
            filter: filter.cloned().unwrap_or_default(),
        }
    }
}
