//! `countersign backup`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::people::PEOPLE_FILE;
use std::path::{Path, PathBuf};

/// Copy the ledger to a file, as it stands at one moment, while others read and write it
///
/// Where people sign in to this ledger's server, they are copied into a second file beside it, FILE.people.
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
        let place = self.place.settle()?;
        let store = place.reader().await?;
        let backup = store.backup(&self.file).await?;
        if place.folder.join(PEOPLE_FILE).is_file() {
            let people = place.people().await?;
            let mut beside = self.file.into_os_string();
            beside.push(".people");
            let copied = people.backup(Path::new(&beside)).await;
            copied.map_err(Failure::data)?;
        }
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
