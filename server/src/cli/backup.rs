//! `countersign backup`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::evidence::{self, EVIDENCE_FOLDER};
use crate::people::PEOPLE_FILE;
use std::path::{Path, PathBuf};

/// Copy the ledger to a file, as it stands at one moment, while others read and write it
///
/// Where people sign in to this ledger's server, they are copied into a second file beside it, FILE.people,
/// and the documents that they put beside entries into a folder, FILE.evidence. Each document is held to
/// its digest; one that was changed is named and left out (exit code 3).
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
            let copied = people.backup(&beside(&self.file, "people")).await;
            copied.map_err(Failure::data)?;
        }
        // Last, so that every document that the ledger's copy names is there.
        let documents = place.evidence();
        let damaged = if documents.is_dir() {
            let to = beside(&self.file, EVIDENCE_FOLDER);
            let (_, damaged) = evidence::copy(&documents, &to).map_err(Failure::data)?;
            damaged
        } else {
            Vec::new()
        };
        print::text(&said(
            "Backed up",
            backup.entries,
            backup.last.map(|last| last.to_string()),
        ))?;
        if damaged.is_empty() {
            return Ok(Exit::Ok);
        }
        let names: Vec<String> = damaged.iter().map(ToString::to_string).collect();
        Err(Failure::data(format_args!(
            "documents that were changed, and were left out: {}",
            names.join(", ")
        ))
        .mend("Put them back from an earlier backup; the digest in the entry says which file is the right one."))
    }
}

/// The backup's own name with an ending.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// What a copy holds: whoever keeps it can compare the last identity later.
pub(super) fn said(verb: &str, entries: u64, last: Option<String>) -> String {
    match last {
        Some(last) => format!("{verb} {entries} entries; the last one is {last}.\n"),
        None => format!("{verb} a ledger without entries.\n"),
    }
}
