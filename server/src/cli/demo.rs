//! `countersign demo`.

use super::place::{Place, PlaceOptions};
use super::{Exit, Failure, keys, print};
use crate::demo::{Actor, DEPOSITS, Plan, SEED, plan};
use crate::keyfile::Secret;
use crate::sequencer::{BATCH_NOTES_MAX, Config, Handle, Sequencer};
use crate::speech::Message;
use bytes::Bytes;
use ledger::field::MemberName;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The passphrase of the demo's key files: all its keys are public.
const PASSPHRASE: &str = "demo";

/// The file with the planted leaks, in the data folder.
const PLANTED_FILE: &str = "planted.csv";

/// Fill an empty folder with a real year: Paraguay's FONACIDE deposits of 2019
///
/// The deposits are real; what the receivers confirm and spend is simulated from a fixed seed, and
/// every page and export says so. docs/DEMO.md tells what is real and what isn't.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign demo --data demo && countersign serve --data demo\n  \
                        countersign demo --data demo --keys-of mh.example"
)]
pub(super) struct Demo {
    #[command(flatten)]
    place: PlaceOptions,
    /// Write the key files of this member's people too (passphrase: demo)
    #[arg(long, value_name = "NAME")]
    keys_of: Vec<MemberName>,
    /// Folder that the filled one will be moved to: what is said names it
    #[arg(long, value_name = "FOLDER")]
    moved_to: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Demo {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let store = Arc::new(place.writer().await?);
        if store.entry_count().await? > 0 {
            return Err(
                Failure::new(Exit::Refused, Message::new("ledger-exists-for-demo"))
                    .mend(Message::new("mend-other-folder")),
            );
        }
        let plan = plan(DEPOSITS, SEED).map_err(Failure::data)?;
        let keyed = self.keyed(&plan)?;
        let sequencer = Sequencer::start(store, Config::new(None))?;
        let started = Instant::now();
        let loaded = load(&plan, &sequencer).await;
        let elapsed = started.elapsed();
        sequencer.shutdown().await?;
        let entries = loaded?;
        write_files(&place, &plan, &keyed)?;
        self.tell(&place, &plan, entries, elapsed)?;
        Ok(Exit::Ok)
    }

    /// The members whose key files are written; a name that is no member's is told before anything
    /// is done.
    fn keyed<'p>(&self, plan: &'p Plan) -> Result<Vec<&'p Actor>, Failure> {
        let known = |name: &MemberName| {
            let found = plan.members().iter().find(|actor| actor.name == *name);
            found.ok_or_else(|| {
                Failure::usage(Message::new("not-a-member-of-demo").with("name", name))
            })
        };
        self.keys_of.iter().map(known).collect()
    }

    fn tell(
        &self,
        place: &Place,
        plan: &Plan,
        entries: u64,
        elapsed: Duration,
    ) -> Result<(), Failure> {
        let summary = plan.summary();
        let folder = self.moved_to.as_ref().unwrap_or(&place.folder);
        let rate = print::per_second(entries, elapsed);
        if self.json {
            return print::json(&json!({
                "entries": entries,
                "members": summary.members,
                "deposits": summary.deposits,
                "deposited": summary.deposited.to_string(),
                "planted": summary.planted,
                "digest": hex::encode(plan.digest()),
                "milliseconds": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
                "entries_per_second": rate,
                "simulated": true,
            }));
        }
        let done = Message::new("demo-entries")
            .count("entries", entries)
            .count("members", summary.members as u64)
            .with("seconds", print::seconds(elapsed))
            .count("rate", rate);
        let real = Message::new("demo-deposits")
            .count("deposits", summary.deposits as u64)
            .with("amount", print::grouped(summary.deposited));
        let planted = Message::new("demo-planted")
            .count("count", summary.planted as u64)
            .with("file", folder.join(PLANTED_FILE).display());
        let see = Message::new("demo-see").with("folder", folder.display());
        print::text(&format!("{done}\n{real}\n{planted}\n{see}\n"))
    }
}

/// Submits the plan's notes in their order. The first that is refused ends it.
async fn load(plan: &Plan, sequencer: &Handle) -> Result<u64, Failure> {
    let mut notes = plan.notes();
    let bar = print::bar(notes.len() as u64, &Message::new("doing-loading"));
    let mut entries = 0_u64;
    loop {
        let batch: Vec<Bytes> = notes
            .by_ref()
            .take(BATCH_NOTES_MAX)
            .map(|note| Bytes::copy_from_slice(note.bytes()))
            .collect();
        if batch.is_empty() {
            bar.finish_and_clear();
            return Ok(entries);
        }
        let size = batch.len() as u64;
        let outcomes = sequencer.submit_batch(batch).await.map_err(Failure::data)?;
        for outcome in outcomes {
            outcome.map_err(|error| {
                Failure::new(
                    Exit::Refused,
                    Message::new("demo-entry-refused")
                        .with("index", entries)
                        .told("error", &error),
                )
            })?;
            entries += 1;
        }
        bar.inc(size);
    }
}

fn write_files(place: &Place, plan: &Plan, keyed: &[&Actor]) -> Result<(), Failure> {
    let (operator, keeper) = plan.clock();
    keys::write_clock(&place.keys(), &keeper.key, &operator.name, &keeper.person)?;
    keys::write_log(&place.checkpoint(), plan.log_key(), &plan.ledger())?;
    let planted = place.folder.join(PLANTED_FILE);
    std::fs::write(&planted, plan.planted_csv()).map_err(|error| Failure::file(&planted, error))?;
    let secret = Secret::new(PASSPHRASE.to_owned());
    for actor in keyed {
        for person in &actor.people {
            let name = actor.name.as_str().replace('/', "-");
            let path = place.keys().join(format!("{name}-{}.key", person.person));
            keys::write(&path, &person.key, &actor.name, &person.person, &secret)?;
        }
    }
    Ok(())
}
