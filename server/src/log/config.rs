//! How a log is published.

use super::Cosigning;
use crate::ports::{Clock, SystemClock};
use ed25519_dalek::SigningKey;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Time between two checkpoints unless an operator knows better.
pub const INTERVAL: Duration = Duration::from_millis(200);

/// How a log is published.
#[derive(Clone)]
pub struct LogConfig {
    /// Where its tiles lie, below a folder `tile`.
    pub folder: PathBuf,
    /// The file that keeps the last signed checkpoint.
    pub kept: PathBuf,
    /// The log's key.
    pub key: SigningKey,
    /// The fewest time between two checkpoints; [`INTERVAL`] unless an operator knows better.
    pub interval: Duration,
    /// The wall clock, for the times that are shown and said.
    pub clock: Arc<dyn Clock>,
    /// Who is asked to cosign, and whose cosignatures are taken; nobody unless an operator says so.
    pub cosigning: Option<Cosigning>,
}

impl LogConfig {
    /// A log in a folder, with its checkpoint kept there and the machine's clock.
    #[must_use]
    pub fn new(folder: PathBuf, key: SigningKey) -> Self {
        Self {
            kept: folder.join("checkpoint"),
            folder,
            key,
            interval: INTERVAL,
            clock: Arc::new(SystemClock),
            cosigning: None,
        }
    }
}

impl std::fmt::Debug for LogConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("LogConfig")
            .field("folder", &self.folder)
            .field("kept", &self.kept)
            .finish_non_exhaustive()
    }
}
