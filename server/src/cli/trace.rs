//! `countersign trace`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::export::field;
use crate::speech::{self, Message};
use crate::store::Store;
use crate::store::read::{KnownEntry, Link};
use ledger::field::{Field, Identity};
use ledger::{Minor, Programme, Step};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// An entry by its index or its identity.
#[derive(Clone, Copy, Debug)]
enum EntryId {
    Index(u64),
    Identity(Identity),
}

fn entry_id(text: &str) -> Result<EntryId, String> {
    if text.len() < 20
        && let Ok(index) = text.parse()
    {
        return Ok(EntryId::Index(index));
    }
    Identity::parse(text)
        .map(EntryId::Identity)
        .map_err(|error| {
            let wanted = Message::new("wanted-index-or").told("error", &error);
            wanted.to_string()
        })
}

/// Follow money from one entry up to its appropriation, and down to what it paid for
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign trace --data demo 812\n  countersign trace --data demo 812 --json"
)]
pub(super) struct Trace {
    #[command(flatten)]
    place: PlaceOptions,
    /// The entry: its index or its identity
    #[arg(value_name = "ID", value_parser = entry_id)]
    id: EntryId,
    /// Print JSON; amounts are text, in minor units
    #[arg(long)]
    json: bool,
}

/// The chain of one entry with what the rows say about its steps.
struct Chain {
    here: KnownEntry,
    programme: Option<Programme>,
    up: Vec<Link>,
    down: Vec<Link>,
    left_out: u64,
    entries: BTreeMap<u64, KnownEntry>,
    steps: BTreeMap<u64, Step>,
}

impl Trace {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let chain = load(&store, self.id).await?;
        if self.json {
            print::json(&chain.as_json())?;
        } else {
            super::notes::say_if_simulated(&store).await?;
            print::text(&chain.as_text())?;
        }
        Ok(Exit::Ok)
    }
}

async fn load(store: &Store, id: EntryId) -> Result<Chain, Failure> {
    let found = match id {
        EntryId::Index(index) => store.entry_at(index).await?,
        EntryId::Identity(identity) => store.entry_by_identity(&identity).await?,
    };
    let here = found.ok_or_else(|| Failure::data(Message::new("no-such-entry")))?;
    // What speaks about a step, such as its receipt, has the step's chain.
    let about = field(here.note.text(), "step").and_then(|step| Identity::parse(step).ok());
    let start = match about {
        Some(step) => store
            .entry_by_identity(&step)
            .await?
            .map_or(here.index, |step| step.index),
        None => here.index,
    };
    let step = store.step(start).await?;
    let sources: Vec<_> = step
        .iter()
        .flat_map(|step| &step.legs)
        .map(|leg| leg.source)
        .collect();
    let up = store.chain_up(&sources).await?;
    let down = store.chain_down(start).await?;
    let indexes: Vec<u64> = up
        .links
        .iter()
        .chain(&down.links)
        .map(|link| link.index)
        .chain([start])
        .collect();
    let entries = store.entries_at(indexes.iter().copied()).await?;
    let steps = store.steps_at(&indexes).await?;
    let programme = match here.note.entry().programme() {
        Some(name) => store.programme(name.as_str()).await?,
        None => None,
    };
    Ok(Chain {
        here,
        programme,
        left_out: up.left_out + down.left_out,
        up: up.links,
        down: down.links,
        entries,
        steps,
    })
}

impl Chain {
    fn money(&self, minor: Minor) -> String {
        self.programme.as_ref().map_or_else(
            || minor.to_string(),
            |programme| print::money(minor, programme.exponent, &programme.currency),
        )
    }

    /// One line: who said what of how much, and what became of it.
    fn line(&self, index: u64, amount: Option<Minor>) -> String {
        let Some(entry) = self.entries.get(&index) else {
            return format!("{index}");
        };
        let text = entry.note.text();
        let parties = match (field(text, "from"), field(text, "to")) {
            (Some(from), Some(to)) => format!("{from} -> {to}"),
            _ => entry.note.entry().author().to_string(),
        };
        let own = field(text, "amount").and_then(|amount| amount.parse().ok());
        let amount = amount
            .or(own)
            .map(|minor| self.money(minor))
            .unwrap_or_default();
        let kind = speech::called("kind", entry.note.kind().word());
        let mut line = format!("{index}  {kind}  {parties}  {amount}");
        if let Some(step) = self.steps.get(&index) {
            line.push_str(&format!("  {}", self.became(step)));
        }
        line
    }

    /// What became of a step.
    fn became(&self, step: &Step) -> Message {
        let sentence = match (step.open() > 0, step.last_word) {
            (false, _) => Message::new("trace-received"),
            (true, true) => Message::new("trace-received-missing"),
            (true, false) => Message::new("trace-received-in-transit"),
        };
        let sentence = sentence.with("received", self.money(step.received()));
        if step.open() > 0 {
            sentence.with("open", self.money(step.open()))
        } else {
            sentence
        }
    }

    fn as_text(&self) -> String {
        let words = [
            speech::say("trace-from"),
            speech::say("trace-this"),
            speech::say("trace-to"),
        ];
        let width = words.iter().map(|word| word.width()).max();
        let [from, this, to] = words.map(|word| print::padded(&word, width.unwrap_or_default()));
        let mut text = String::new();
        for link in &self.up {
            text.push_str(&format!("{from}  {}\n", self.line(link.index, link.amount)));
        }
        let mut here = self.line(self.here.index, None);
        if !self.entries.contains_key(&self.here.index) {
            let kind = speech::called("kind", self.here.note.kind().word());
            here = format!("{}  {kind}", self.here.index);
        }
        text.push_str(&format!("{this}  {here}\n"));
        for link in &self.down {
            let indent = "  ".repeat(
                usize::try_from(link.depth)
                    .unwrap_or_default()
                    .saturating_sub(1),
            );
            text.push_str(&format!(
                "{to}  {indent}{}\n",
                self.line(link.index, link.amount)
            ));
        }
        if self.left_out > 0 {
            let more = Message::new("trace-left-out").count("count", self.left_out);
            text.push_str(&format!("{more}\n"));
        }
        text
    }

    fn link_json(&self, link: &Link) -> Value {
        json!({
            "index": link.index,
            "identity": self.entries.get(&link.index).map(|entry| entry.note.identity().to_string()),
            "kind": self.entries.get(&link.index).map(|entry| entry.note.kind().word()),
            "amount": link.amount.map(|minor| minor.to_string()),
            "depth": link.depth,
            "step": self.steps.get(&link.index).map(step_json),
        })
    }

    fn as_json(&self) -> Value {
        json!({
            "index": self.here.index,
            "identity": self.here.note.identity().to_string(),
            "kind": self.here.note.kind().word(),
            "step": self.steps.get(&self.here.index).map(step_json),
            "up": self.up.iter().map(|link| self.link_json(link)).collect::<Vec<_>>(),
            "down": self.down.iter().map(|link| self.link_json(link)).collect::<Vec<_>>(),
            "left_out": self.left_out,
        })
    }
}

fn step_json(step: &Step) -> Value {
    json!({
        "from": step.from.as_str(),
        "to": step.to.as_str(),
        "sent": step.sent().to_string(),
        "received": step.received().to_string(),
        "taken_back": step.back().to_string(),
        "open": step.open().to_string(),
        "missing": step.missing().to_string(),
        "contested": step.contested.to_string(),
        "due": step.due.to_string(),
    })
}
