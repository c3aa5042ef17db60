//! `countersign backup`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::evidence::{self, EVIDENCE_FOLDER};
use crate::people::PEOPLE_FILE;
use crate::speech::Message;
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
        print::line(&match backup.last {
            Some(last) => Message::new("backed-up")
                .count("count", backup.entries)
                .with("last", last),
            None => Message::new("backed-up-empty"),
        })?;
        if damaged.is_empty() {
            return Ok(Exit::Ok);
        }
        let names: Vec<String> = damaged.iter().map(ToString::to_string).collect();
        let left_out = Message::new("documents-left-out").with("names", names.join(", "));
        Err(Failure::data(left_out).mend(Message::new("mend-documents-left-out")))
    }
}

/// The backup's own name with an ending.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
