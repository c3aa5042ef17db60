//! `countersign restore`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::speech::Message;
use crate::store::Store;
use std::path::PathBuf;

/// Put a backup into a data folder
///
/// Where a ledger stands there already, it must be an older state of the same one: a restore never
/// goes back, and never replaces another history (exit code 1).
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign restore --data restored demo-2026-03-01.backup")]
pub(super) struct Restore {
    #[command(flatten)]
    place: PlaceOptions,
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Restore {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let restored = Store::restore(&self.file, place.store()).await?;
        print::line(&match restored.last {
            Some(last) => Message::new("restored")
                .count("count", restored.entries)
                .with("last", last),
            None => Message::new("restored-empty"),
        })?;
        Ok(Exit::Ok)
    }
}
