//! `countersign verify`.

mod evidence;
mod log;
mod memory;
mod opening;
mod options;
mod proof;
mod receipts;
mod store;

use super::notes::StoreNotes;
use super::place::PlaceOptions;
use super::{Exit, Failure, print, sums};
use crate::speech::{self, Message, Tell};
use crate::verify::{
    JsonLines, Numbered, Replayed, Rooted, SourceError, all_cores, compare, replay,
};
use ledger::log::SignedCheckpoint;
use options::LogOptions;
use serde_json::json;
use std::fs::File;
use std::io::{BufReader, Read};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Instant;

/// Differences of sums that are printed; how many more there are is said.
const DIFFERENCES_SHOWN: usize = 20;

/// Check every signature, every rule and every tally again, from the notes alone
///
/// Nothing that the server says is believed: notes are parsed, signatures checked with
/// verify_strict, rules judged, and tallies and all other public sums added up from the genesis on.
/// The first entry that is wrong is named, and why (exit code 1). A ledger that needs newer rules
/// ends with exit code 5.
///
/// A log is read over the network (--log) or from a folder of its tiles (--tiles): each entry is
/// held to the root that the log's key signed. The last checkpoint that was seen of a log is
/// remembered, and a log that went back or shows another history is refused, with the evidence
/// saved. One FILE, a .tlog-proof or a file of evidence, is checked without any network.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign verify --data demo\n  countersign export --data demo | \
                        countersign verify --file -\n  countersign verify --log https://ledger.example\n  \
                        countersign verify --tiles saved-log --policy policy.txt\n  \
                        countersign verify entry.tlog-proof --vkey KEY"
)]
pub(super) struct Verify {
    #[command(flatten)]
    place: PlaceOptions,
    /// One proof of an entry's place (.tlog-proof), or a file of evidence
    #[arg(value_name = "FILE", conflicts_with = "file")]
    paper: Option<PathBuf>,
    /// The entry that the proof is of, where the proof doesn't carry it
    #[arg(long, value_name = "FILE", requires = "paper")]
    note: Option<PathBuf>,
    /// Verify an export in JSON Lines instead of a store; - reads standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    log: LogOptions,
    /// Threads that check signatures [default: one a processor]
    #[arg(long, value_name = "COUNT")]
    workers: Option<NonZeroUsize>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let workers = self.workers.unwrap_or_else(all_cores);
        if let Some(paper) = &self.paper {
            let note = self.note.as_deref();
            return tokio::task::block_in_place(|| {
                proof::paper(paper, note, &self.log, workers, self.json)
            });
        }
        if let Some(source) = self.log.source() {
            return tokio::task::block_in_place(|| {
                log::verify(source, &self.log, workers, self.json)
            });
        }
        self.log.without_log()?;
        let started = Instant::now();
        let checkpoint = self.log.trusted_alone()?;
        let (replayed, differences) = match &self.file {
            Some(file) => (
                tokio::task::block_in_place(|| of_file(file, checkpoint.as_ref(), workers))?,
                None,
            ),
            None => {
                let (replayed, differences) = self.of_store(checkpoint.as_ref(), workers).await?;
                (replayed, Some(differences))
            }
        };
        let elapsed = started.elapsed();
        if self.json {
            print::json(&as_json(&replayed, differences.as_deref()))?;
        } else {
            let mut text = as_text(&replayed, differences.as_deref(), elapsed);
            if let Some(checkpoint) = &checkpoint {
                text.push_str(&log::begins_as(checkpoint));
            }
            print::text(&text)?;
        }
        let wrong = differences.is_some_and(|differences| !differences.is_empty());
        Ok(if wrong { Exit::Refused } else { Exit::Ok })
    }

    async fn of_store(
        &self,
        checkpoint: Option<&SignedCheckpoint>,
        workers: NonZeroUsize,
    ) -> Result<(Replayed, Vec<String>), Failure> {
        let store = self.place.settle()?.reader().await?;
        let bar = print::bar(store.entry_count().await?, &Message::new("doing-verifying"));
        let replayed = tokio::task::block_in_place(|| {
            held_to(StoreNotes::new(&store), checkpoint, workers, || bar.inc(1))
        })?;
        bar.finish_and_clear();
        let stored = store::stored_tallies(&store, &replayed).await?;
        let tallies = compare(&replayed.tallies, &stored);
        let other = replayed.sums().compare(&sums::stored(&store).await?);
        let words = if self.json {
            speech::english()
        } else {
            speech::words()
        };
        let tallies = tallies.iter().map(|tally| tally.tell(words));
        let differences = tallies.chain(other.iter().map(|sum| sum.tell(words)));
        Ok((replayed, differences.collect()))
    }
}

fn of_file(
    file: &PathBuf,
    checkpoint: Option<&SignedCheckpoint>,
    workers: NonZeroUsize,
) -> Result<Replayed, Failure> {
    let opened: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(file).map_err(|error| Failure::file(file, error))?)
    };
    let lines = JsonLines::new(BufReader::new(opened));
    held_to(lines, checkpoint, workers, || {})
}

/// Replays notes, and holds them to a checkpoint of their log where one is given: they may go on
/// beyond it, but must begin as it says.
fn held_to<S>(
    notes: S,
    checkpoint: Option<&SignedCheckpoint>,
    workers: NonZeroUsize,
    mut step: impl FnMut(),
) -> Result<Replayed, Failure>
where
    S: Iterator<Item = Result<Numbered, SourceError>> + Send,
{
    let size = checkpoint.map_or(0, |checkpoint| checkpoint.checkpoint().size);
    let (notes, root) = Rooted::new(notes, size);
    let replayed = replay(notes, workers, |_, _, _| {
        step();
        Ok(())
    })?;
    if let Some(checkpoint) = checkpoint {
        log::begins(&replayed, checkpoint, root.get())?;
    }
    Ok(replayed)
}

fn as_json(replayed: &Replayed, differences: Option<&[String]>) -> serde_json::Value {
    json!({
        "ledger": replayed.ledger().map(ToString::to_string),
        "entries": replayed.entries,
        "clock": replayed.clock().map(|clock| clock.to_string()),
        "tallies": replayed.tallies.len(),
        "open_findings": replayed.open_findings(),
        "tallies_compared": differences.is_some(),
        "tallies_that_differ": differences.unwrap_or_default(),
    })
}

fn as_text(
    replayed: &Replayed,
    differences: Option<&[String]>,
    elapsed: std::time::Duration,
) -> String {
    let Some(ledger) = replayed.ledger() else {
        return format!("{}\n", Message::new("verified-nothing"));
    };
    let held = Message::new("verified-store")
        .with("ledger", ledger)
        .count("count", replayed.entries)
        .with("seconds", print::seconds(elapsed))
        .count("rate", print::per_second(replayed.entries, elapsed));
    let tallies = replayed.tallies.len() as u64;
    let compared = match differences {
        None => Message::new("tallies-without-store").count("count", tallies),
        Some([]) => Message::new("tallies-as-stored").count("count", tallies),
        Some(differences) => return format!("{held}\n{}", tell(differences)),
    };
    format!("{held}\n{compared}\n")
}

fn tell(differences: &[String]) -> String {
    let count = differences.len() as u64;
    let mut text = format!("{}\n", Message::new("sums-differ").count("count", count));
    for difference in differences.iter().take(DIFFERENCES_SHOWN) {
        text.push_str(&format!("  {difference}\n"));
    }
    text
}
