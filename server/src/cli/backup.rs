//! `countersign backup`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use std::path::PathBuf;

/// Copy the ledger to a file, as it stands at one moment, while others read and write it
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign backup --data demo demo-2026-03-01.backup")]
pub(super) struct Backup {
    #[command(flatten)]
    place: PlaceOptions,
    /// File to make; one that is there is never overwritten
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let backup = store.backup(&self.file).await?;
        print::text(&said(
            "Backed up",
            backup.entries,
            backup.last.map(|last| last.to_string()),
        ))?;
        Ok(Exit::Ok)
    }
}

/// What a copy holds: whoever keeps it can compare the last identity later.
pub(super) fn said(verb: &str, entries: u64, last: Option<String>) -> String {
    match last {
        Some(last) => format!("{verb} {entries} entries; the last one is {last}.\n"),
        None => format!("{verb} a ledger without entries.\n"),
    }
}
