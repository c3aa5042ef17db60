//! `countersign export`.

use super::notes::{PAGE_NOTES, StoreNotes};
use super::place::{Place, PlaceOptions};
use super::tiles::Tiles;
use super::{Exit, Failure, print};
use crate::export::{CsvExport, Journal, JsonExport};
use crate::speech::Message;
use crate::store::Store;
use crate::verify::{all_cores, replay};
use indicatif::ProgressBar;
use ledger::Note;
use ledger::field::Moment;
use ledger::log::{Checkpoint, SignedCheckpoint};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// Where a mirror's folder has the last checkpoint of the log that it follows.
const MIRRORED: &str = "mirror/log/checkpoint";

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// JSON Lines: an object an entry, with its note; `verify --file` reads it
    Json,
    /// CSV: a row an entry, amounts in minor units, safe for spreadsheets
    Csv,
    /// A journal for hledger, its balances those of the tallies
    Hledger,
}

/// Take the whole ledger away: JSON Lines, CSV, or a journal for hledger
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign export --data demo --output ledger.jsonl\n  \
                        countersign export --data demo --format hledger --output ledger.journal\n  \
                        hledger -f ledger.journal check --strict"
)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Export {
    #[command(subcommand)]
    other: Option<Other>,
    #[command(flatten)]
    place: PlaceOptions,
    /// Format
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    /// File to write; standard output without it
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What else can be taken away.
#[derive(Debug, clap::Subcommand)]
enum Other {
    Tiles(Tiles),
}

impl Export {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        if let Some(Other::Tiles(tiles)) = self.other {
            return tiles.run().await;
        }
        let place = self.place.settle()?;
        let under = published(&place)?;
        let store = place.reader().await?;
        let bar = print::bar(store.entry_count().await?, &Message::new("doing-exporting"));
        match &self.output {
            None => print::quietly(
                self.write(&store, under, BufWriter::new(io::stdout()), &bar)
                    .await?,
            )?,
            Some(path) => {
                let file = File::create(path).map_err(|error| Failure::file(path, error))?;
                let written = self
                    .write(&store, under, BufWriter::new(file), &bar)
                    .await?;
                written.map_err(|error| Failure::file(path, error))?;
            }
        }
        bar.finish_and_clear();
        Ok(Exit::Ok)
    }

    /// The inner result is the output's own: a pipe may be closed early.
    async fn write(
        &self,
        store: &Store,
        under: Option<Checkpoint>,
        out: impl Write,
        bar: &ProgressBar,
    ) -> Result<io::Result<()>, Failure> {
        match self.format {
            Format::Json => {
                let mut export = JsonExport::new(out).under(under);
                let written =
                    each(store, bar, |index, at, note| export.entry(index, at, note)).await?;
                Ok(written.and_then(|()| export.finish()))
            }
            Format::Csv => {
                let mut export = match CsvExport::new(out) {
                    Ok(export) => export.under(under.as_ref()),
                    Err(error) => return Ok(Err(error)),
                };
                let written =
                    each(store, bar, |index, at, note| export.entry(index, at, note)).await?;
                Ok(written.and_then(|()| export.finish()))
            }
            Format::Hledger => {
                tokio::task::block_in_place(|| journal(store, under.as_ref(), out, bar))
            }
        }
    }
}

/// The last checkpoint that was published of the ledger, by its own server or, in a mirror's folder,
/// by the log that it follows; nothing before the first.
fn published(place: &Place) -> Result<Option<Checkpoint>, Failure> {
    let kept = [place.checkpoint().kept, place.folder.join(MIRRORED)];
    for path in kept {
        match std::fs::read(&path) {
            Ok(bytes) => {
                let signed = SignedCheckpoint::parse(&bytes);
                let signed = signed.map_err(|error| Failure::file(&path, error))?;
                return Ok(Some(signed.checkpoint().clone()));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::file(&path, error)),
        }
    }
    Ok(None)
}

/// Hands every note to `write`, a page at a time.
async fn each(
    store: &Store,
    bar: &ProgressBar,
    mut write: impl FnMut(u64, Option<Moment>, &Note) -> io::Result<()>,
) -> Result<io::Result<()>, Failure> {
    let mut next = 0;
    loop {
        let page = store.notes(next, PAGE_NOTES).await?;
        let Some(last) = page.last() else {
            return Ok(Ok(()));
        };
        next = last.index + 1;
        for stored in &page {
            let note = Note::parse(&stored.note).map_err(|error| {
                let what = Message::new("entry-is-no-note").with("index", stored.index);
                Failure::data(what.told("error", &error)).mend(Message::new("mend-verify"))
            })?;
            if let Err(error) = write(stored.index, Some(Moment(stored.recorded_at)), &note) {
                return Ok(Err(error));
            }
        }
        bar.inc(page.len() as u64);
    }
}

/// A journal says what each entry changed, so the ledger is replayed for it.
fn journal(
    store: &Store,
    under: Option<&Checkpoint>,
    out: impl Write,
    bar: &ProgressBar,
) -> Result<io::Result<()>, Failure> {
    let begun = Journal::new(out).and_then(|mut journal| {
        under.map_or(Ok(()), |checkpoint| journal.under(checkpoint))?;
        Ok(journal)
    });
    let mut journal = match begun {
        Ok(journal) => journal,
        Err(error) => return Ok(Err(error)),
    };
    let replayed = replay(
        StoreNotes::new(store),
        all_cores(),
        |note, effects, facts| {
            bar.inc(1);
            journal.entry(note, effects, facts)
        },
    );
    match replayed {
        Ok(_) => Ok(journal.finish()),
        Err(crate::verify::Stop::LookOn(error)) => Ok(Err(error)),
        Err(stop) => Err(stop.into()),
    }
}
