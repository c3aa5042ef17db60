//! `countersign import`.

mod build;
mod dry_run;
mod earlier;
mod report;

use super::desk::refusal;
use super::sign::NewFile;
use super::submit::SignedNotes;
use super::writing::{Session, WriteOptions, agree};
use super::{Exit, Failure, print};
use crate::apart::Waiting;
use crate::client::Sent;
use crate::import::{Mapping, Preview, preview};
use crate::speech::Message;
use build::Builder;
use earlier::Earlier;
use ledger::Entry;
use serde_json::json;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Send a spreadsheet's rows as transfers, by a mapping file
///
/// First a preview: rows, control total, every bad row with its line and reason. Then all or
/// nothing: every row is written, signed and, on the data folder's own ledger, judged by every rule
/// before any is sent. The signed notes are kept in the data folder, so the same command again goes
/// on where it stopped and adds nothing twice. docs/IMPORT.md has the mapping.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign import rows.csv --mapping mapping.toml --preview\n  \
                        countersign import rows.csv --mapping mapping.toml --key p1.key --data ledger\n  \
                        countersign import rows.csv --mapping mapping.toml --key p1.key --unsigned texts.jsonl"
)]
pub(super) struct Import {
    /// The spreadsheet, as CSV
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Which column is what
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// CSV with the columns account and commitment: what stands in the file, and what is enrolled
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
    /// Stop after the preview
    #[arg(long)]
    preview: bool,
    /// Write the texts into this file for `countersign sign`, and neither sign nor send them
    #[arg(long, value_name = "FILE", conflicts_with_all = ["preview", "dry_run"])]
    unsigned: Option<PathBuf>,
    #[command(flatten)]
    write: WriteOptions,
}

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    recorded: u64,
    before: u64,
}

impl Import {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let mapping =
            Mapping::read(&self.mapping).map_err(|error| Failure::new(Exit::Usage, error))?;
        let preview = tokio::task::block_in_place(|| look(&self.file, &mapping))?;
        let as_json = self.write.as_json();
        let earlier = earlier::look(&self.write.folder()?, &preview)?;
        if self.preview || !preview.is_clean() {
            report::show(&preview, &earlier, &mapping, as_json)?;
        }
        if !preview.is_clean() {
            return Err(Failure::new(
                Exit::Refused,
                Message::new("rows-cannot-be-taken").count("count", preview.bad.count),
            )
            .mend(Message::new("mend-rows")));
        }
        if self.preview {
            return Ok(Exit::Ok);
        }
        self.submit(&mapping, &preview, &earlier).await
    }

    async fn submit(
        self,
        mapping: &Mapping,
        preview: &Preview,
        earlier: &[Earlier],
    ) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let kept = kept_path(&session, preview);
        let mut counts = Counts::default();
        if !kept.is_file() {
            let mut builder = Builder::new(&session, mapping, self.accounts.as_deref()).await?;
            let first = builder.first(&self.file, preview).await?;
            if let Some(unsigned) = &self.unsigned {
                return write_unsigned(&mut builder, &self.file, preview, unsigned).await;
            }
            if session.dry_run() {
                let written = builder.draft_all(&self.file, preview, |_| Ok(())).await?;
                let told = Message::new("rows-can-be-written").count("count", written);
                print::text(&format!("{first}\n{told}\n"))?;
                return Ok(Exit::Ok);
            }
            if session.asks() {
                report::show(preview, earlier, mapping, false)?;
                let told = Message::new("rows-are-signed").count("count", preview.good.rows);
                eprintln!("{told}\n\n{first}");
                agree()?;
            } else {
                eprint!("{}", report::again(earlier));
            }
            counts.before = builder.write(&self.file, preview, &kept).await?;
            earlier::keep(&kept, &self.file, preview)?;
        }
        let sent = send(&session, &kept, preview.good.rows).await?;
        counts.recorded = sent.recorded;
        counts.before += sent.before;
        tell(counts, session.as_json())?;
        Ok(Exit::Ok)
    }
}

/// Writes every row's text into a new file, all of them or none.
async fn write_unsigned(
    builder: &mut Builder<'_>,
    file: &Path,
    preview: &Preview,
    path: &Path,
) -> Result<Exit, Failure> {
    let mut out = NewFile::beside(path)?;
    let keep = |entry: &Entry| out.line(&Waiting::new(entry.clone()));
    let written = builder.draft_all(file, preview, keep).await?;
    out.persist()?;
    let told = Message::new("texts-wait").count("count", written);
    eprintln!("{}", told.with("path", path.display()));
    Ok(Exit::Ok)
}

fn look(file: &Path, mapping: &Mapping) -> Result<Preview, Failure> {
    let opened = File::open(file).map_err(|error| Failure::file(file, error))?;
    preview(opened, mapping).map_err(|error| Failure::file(file, error))
}

/// The signed notes of one file for one member: named by the file's bytes, so that the same file
/// finds them again.
fn kept_path(session: &Session, preview: &Preview) -> PathBuf {
    let digest = named(preview);
    let member = session.member().as_str().replace('/', "-");
    let ledger = session.standing.ledger.genesis;
    session
        .folder
        .join("imports")
        .join(format!("{digest}-{member}-{ledger:016x}.notes"))
}

/// What the kept files of an import begin with.
fn named(preview: &Preview) -> String {
    hex::encode(&preview.digest.as_bytes()[..8])
}

/// Sends the kept notes in their order.
async fn send(session: &Session, kept: &Path, rows: u64) -> Result<Counts, Failure> {
    let mut notes = SignedNotes::open(kept)?;
    let sender = session.desk.sender().await?;
    let bar = print::bar(rows, &Message::new("doing-sending"));
    let mut counts = Counts::default();
    let done = async {
        loop {
            let batch = notes
                .by_ref()
                .take(sender.batch_notes_max())
                .collect::<Result<Vec<_>, _>>()?;
            if batch.is_empty() {
                return Ok(());
            }
            for (note, sent) in batch.iter().zip(sender.send(&batch).await?) {
                match sent {
                    Sent::Recorded(recorded) if recorded.repeated => counts.before += 1,
                    Sent::Recorded(_) => counts.recorded += 1,
                    Sent::Declined(declined) => {
                        let which = Message::new("refused-row")
                            .with("reference", note.entry().reference())
                            .count("before", counts.recorded + counts.before)
                            .with("path", kept.display());
                        return Err(refusal(&declined).mend(which));
                    }
                }
            }
            bar.inc(batch.len() as u64);
        }
    };
    let done = done.await;
    sender.close().await?;
    bar.finish_and_clear();
    done.map(|()| counts)
}

fn tell(counts: Counts, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return print::json(
            &json!({ "recorded": counts.recorded, "stood_there_before": counts.before }),
        );
    }
    let told = Message::new("imported").count("recorded", counts.recorded);
    print::line(&told.count("before", counts.before))
}
