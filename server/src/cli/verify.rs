//! `countersign verify`.

use super::notes::StoreNotes;
use super::place::PlaceOptions;
use super::{Exit, Failure, print, sums};
use crate::store::Store;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Window};
use crate::verify::{JsonLines, Replayed, all_cores, compare, replay};
use ledger::field::{Field, ProgrammeName, Region, Tier};
use ledger::{Month, Scope, TallyKey, Terms};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::BufReader;
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
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign verify --data demo\n  countersign export --data demo | \
                        countersign verify --file -"
)]
pub(super) struct Verify {
    #[command(flatten)]
    place: PlaceOptions,
    /// Verify an export in JSON Lines instead of a store; - reads standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Threads that check signatures [default: one a processor]
    #[arg(long, value_name = "COUNT")]
    workers: Option<NonZeroUsize>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let started = Instant::now();
        let workers = self.workers.unwrap_or_else(all_cores);
        let (replayed, differences) = match &self.file {
            Some(file) => (
                tokio::task::block_in_place(|| of_file(file, workers))?,
                None,
            ),
            None => {
                let (replayed, differences) = self.of_store(workers).await?;
                (replayed, Some(differences))
            }
        };
        let elapsed = started.elapsed();
        if self.json {
            print::json(&as_json(&replayed, differences.as_deref()))?;
        } else {
            print::text(&as_text(&replayed, differences.as_deref(), elapsed))?;
        }
        let wrong = differences.is_some_and(|differences| !differences.is_empty());
        Ok(if wrong { Exit::Refused } else { Exit::Ok })
    }

    async fn of_store(&self, workers: NonZeroUsize) -> Result<(Replayed, Vec<String>), Failure> {
        let store = self.place.settle()?.reader().await?;
        let bar = print::bar(store.entry_count().await?, "verifying");
        let replayed = tokio::task::block_in_place(|| {
            replay(StoreNotes::new(&store), workers, |_, _, _| {
                bar.inc(1);
                Ok(())
            })
        })?;
        bar.finish_and_clear();
        let stored = stored_tallies(&store, &replayed).await?;
        let tallies = compare(&replayed.tallies, &stored);
        let other = replayed.sums().compare(&sums::stored(&store).await?);
        let tallies = tallies.iter().map(ToString::to_string);
        let differences = tallies.chain(other.iter().map(ToString::to_string));
        Ok((replayed, differences.collect()))
    }
}

fn of_file(file: &PathBuf, workers: NonZeroUsize) -> Result<Replayed, Failure> {
    if file.as_os_str() == "-" {
        let lines = JsonLines::new(BufReader::new(std::io::stdin()));
        return Ok(replay(lines, workers, |_, _, _| Ok(()))?);
    }
    let opened = File::open(file).map_err(|error| Failure::file(file, error))?;
    let lines = JsonLines::new(BufReader::new(opened));
    Ok(replay(lines, workers, |_, _, _| Ok(()))?)
}

/// Every tally that the store holds of the programmes that it has.
async fn stored_tallies(
    store: &Store,
    replayed: &Replayed,
) -> Result<BTreeMap<TallyKey, Terms>, Failure> {
    let mut stored = BTreeMap::new();
    for programme in replayed.facts.programmes.keys() {
        let mut months: BTreeSet<u32> = replayed
            .tallies
            .keys()
            .map(|key| key.month.number())
            .chain([ALL_MONTHS])
            .collect();
        let known = store.months(
            programme.as_str(),
            ScopeKind::Programme,
            "",
            0,
            Window::first(ROWS_MAX),
        );
        months.extend(known.await?.iter().map(|tally| tally.month));
        for scope in ScopeKind::ALL {
            for month in &months {
                of_scope(store, programme, scope, *month, &mut stored).await?;
            }
        }
    }
    Ok(stored)
}

async fn of_scope(
    store: &Store,
    programme: &ProgrammeName,
    scope: ScopeKind,
    month: u32,
    stored: &mut BTreeMap<TallyKey, Terms>,
) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let page = store
            .tallies(
                programme.as_str(),
                scope,
                month,
                &after,
                Window::first(ROWS_MAX),
            )
            .await?;
        let last = page.last().map(|tally| tally.of.clone());
        for tally in page {
            let scope = scope_of(scope, &tally.of)?;
            let key = TallyKey {
                programme: programme.clone(),
                scope,
                month: Month::from_number(month),
            };
            stored.insert(key, tally.terms);
        }
        match last {
            Some(last) if !last.is_empty() => after = last,
            _ => return Ok(()),
        }
    }
}

fn scope_of(scope: ScopeKind, of: &str) -> Result<Scope, Failure> {
    let unreadable = |_| {
        Failure::data(format_args!(
            "the store has a tally of `{of}`, which names nothing"
        ))
    };
    Ok(match scope {
        ScopeKind::Programme => Scope::Programme,
        ScopeKind::Member => Scope::Member(of.parse().map_err(unreadable)?),
        ScopeKind::Tier => Scope::Tier(Tier::parse(of).map_err(unreadable)?),
        ScopeKind::Region => Scope::Region(Region::parse(of).map_err(unreadable)?),
    })
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
        return "There is nothing to verify: not even a genesis.\n".to_owned();
    };
    let mut text = format!(
        "{ledger}: {} entries, every signature and every rule holds ({} s, {} entries a second).\n",
        replayed.entries,
        print::seconds(elapsed),
        print::per_second(replayed.entries, elapsed),
    );
    text.push_str(&match differences {
        None => format!(
            "{} tallies were added up; there is no store to hold them against.\n",
            replayed.tallies.len()
        ),
        Some([]) => format!(
            "{} tallies were added up, and the store holds the same.\n",
            replayed.tallies.len()
        ),
        Some(differences) => tell(differences),
    });
    text
}

fn tell(differences: &[String]) -> String {
    let mut text = format!(
        "{} public sums differ; `countersign rebuild` makes them again:\n",
        differences.len()
    );
    for difference in differences.iter().take(DIFFERENCES_SHOWN) {
        text.push_str(&format!("  {difference}\n"));
    }
    text
}
