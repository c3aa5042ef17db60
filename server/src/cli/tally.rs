//! `countersign tally`.

use super::place::{PlaceOptions, ledger_name};
use super::{Exit, Failure, print};
use crate::speech::{self, Message};
use crate::store::Store;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Tally as Row, Window};
use ledger::field::ProgrammeName;
use ledger::{Minor, Programme};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// Columns of a term's name: "appropriated" has as many.
const TERM_COLUMNS: usize = 12;

/// Whose totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Of {
    /// The whole programme's
    Programme,
    /// Each member's
    Member,
    /// Each tier's
    Tier,
    /// Each region's
    Region,
}

/// Print public totals: appropriated, held, in transit, missing, spent, left
///
/// Money on a step counts in the month in which it was sent. Sent and received are hop by hop and
/// never added over tiers; the terms of the identity add up to the last unit:
/// appropriated + income = held + in transit + missing + spent + charged + left + written off.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  countersign tally --data demo\n  \
                        countersign tally --data demo --of member --json\n  \
                        countersign tally --data demo --programme fonacide-2019 --of member --month 2019-10")]
pub(super) struct Tally {
    #[command(flatten)]
    place: PlaceOptions,
    /// One programme; all without it
    #[arg(long, value_name = "NAME")]
    programme: Option<ProgrammeName>,
    /// Whose totals
    #[arg(long, value_enum, default_value = "programme")]
    of: Of,
    /// One month, as in 2019-10; all together without it
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<u32>,
    /// Print JSON; amounts are text, in minor units
    #[arg(long)]
    json: bool,
}

/// Reads `YYYY-MM`.
fn month(text: &str) -> Result<u32, String> {
    let read = || {
        let (year, month) = text.split_once('-')?;
        let digits = year.len() == 4 && month.len() == 2;
        let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
        (digits && (1..=12).contains(&month)).then_some(year * 100 + month)
    };
    read().ok_or_else(|| speech::say("wanted-month"))
}

impl Tally {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let name = ledger_name(&store).await?;
        let programmes = programmes(&store, self.programme.as_ref()).await?;
        let mut tallies = Vec::new();
        for programme in &programmes {
            for row in self.rows(&store, programme).await? {
                tallies.push((programme, row));
            }
        }
        if self.json {
            let clock = store.head().await?.map(|head| head.clock.to_string());
            let simulated = super::notes::is_simulated(&store).await?;
            let tallies: Vec<Value> = tallies
                .iter()
                .map(|(programme, row)| self.as_json(programme, row))
                .collect();
            print::json(&json!({
                "ledger": name.to_string(), "clock": clock, "simulated": simulated, "tallies": tallies,
            }))?;
        } else {
            super::notes::say_if_simulated(&store).await?;
            for (programme, row) in &tallies {
                print::text(&as_text(programme, row))?;
            }
        }
        Ok(Exit::Ok)
    }

    async fn rows(&self, store: &Store, programme: &Programme) -> Result<Vec<Row>, Failure> {
        let (scope, month) = (self.scope(), self.month.unwrap_or(ALL_MONTHS));
        let mut rows: Vec<Row> = Vec::new();
        let mut after = String::new();
        loop {
            let window = Window::first(ROWS_MAX);
            let page = store
                .tallies(programme.name.as_str(), scope, month, &after, window)
                .await?;
            match page.last() {
                Some(last) if !last.of.is_empty() => after.clone_from(&last.of),
                _ => {
                    rows.extend(page);
                    return Ok(rows);
                }
            }
            rows.extend(page);
        }
    }

    const fn scope(&self) -> ScopeKind {
        match self.of {
            Of::Programme => ScopeKind::Programme,
            Of::Member => ScopeKind::Member,
            Of::Tier => ScopeKind::Tier,
            Of::Region => ScopeKind::Region,
        }
    }

    fn as_json(&self, programme: &Programme, row: &Row) -> Value {
        let terms: serde_json::Map<String, Value> = row
            .terms
            .named()
            .iter()
            .map(|(name, minor)| ((*name).to_owned(), minor.to_string().into()))
            .collect();
        let month = (row.month != ALL_MONTHS)
            .then(|| format!("{:04}-{:02}", row.month / 100, row.month % 100));
        json!({
            "programme": programme.name.as_str(),
            "currency": programme.currency.as_str(),
            "exponent": programme.exponent.0,
            "scope": self.scope().word(),
            "of": row.of,
            "month": month,
            "terms": terms,
        })
    }
}

/// All programmes, or the one that is named.
pub(super) async fn programmes(
    store: &Store,
    name: Option<&ProgrammeName>,
) -> Result<Vec<Programme>, Failure> {
    if let Some(name) = name {
        let found = store.programme(name.as_str()).await?;
        let unknown = || {
            Failure::data(Message::new("no-such-programme").with("name", name))
                .mend(Message::new("mend-programmes"))
        };
        return Ok(vec![found.ok_or_else(unknown)?]);
    }
    let mut all: Vec<Programme> = Vec::new();
    loop {
        let after = all
            .last()
            .map(|last| last.name.to_string())
            .unwrap_or_default();
        let page = store.programmes(&after, Window::first(ROWS_MAX)).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

fn as_text(programme: &Programme, row: &Row) -> String {
    let title = if row.of.is_empty() {
        programme.title.to_string()
    } else {
        row.of.clone()
    };
    let mut text = format!("{} — {title}\n", programme.name);
    let terms: Vec<(String, Minor)> = row
        .terms
        .named()
        .into_iter()
        .filter(|(_, minor)| *minor != 0)
        .map(|(term, minor)| (term_in_words(term), minor))
        .collect();
    let widest = terms.iter().map(|(name, _)| name.width()).max();
    let width = widest.unwrap_or_default().max(TERM_COLUMNS);
    for (name, minor) in terms {
        let money = print::money(minor, programme.exponent, &programme.currency);
        text.push_str(&format!("  {} {money:>32}\n", print::padded(&name, width)));
    }
    text
}

/// A term as people call it: a catalogue's ids have hyphens.
fn term_in_words(term: &str) -> String {
    speech::words().say(&format!("tallied-{}", term.replace('_', "-")))
}
