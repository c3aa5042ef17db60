//! `countersign programme`.

mod appropriate;
mod close;
mod open;

use super::place::PlaceOptions;
use super::{Exit, Failure, print, tally};
use crate::speech::{self, Message};
use ledger::Programme as Row;
use ledger::field::ProgrammeName;
use serde_json::{Value, json};

/// Open, fund and close programmes; list and show them
#[derive(Debug, clap::Subcommand)]
pub(super) enum Programme {
    Open(Box<open::Open>),
    Appropriate(Box<appropriate::Appropriate>),
    Close(Box<close::Close>),
    List(List),
    Show(Show),
}

/// List all programmes
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign programme list --data demo")]
pub(super) struct List {
    #[command(flatten)]
    place: PlaceOptions,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Show a programme's terms
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign programme show --data demo fonacide-2019")]
pub(super) struct Show {
    #[command(flatten)]
    place: PlaceOptions,
    /// The programme
    #[arg(value_name = "NAME")]
    name: ProgrammeName,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Programme {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Open(open) => open.run().await,
            Self::Appropriate(appropriate) => appropriate.run().await,
            Self::Close(close) => close.run().await,
            Self::List(list) => list.run().await,
            Self::Show(show) => show.run().await,
        }
    }
}

impl List {
    async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let programmes = tally::programmes(&store, None).await?;
        if self.json {
            print::json(&programmes.iter().map(as_json).collect::<Vec<_>>())?;
        } else {
            let rows: Vec<Vec<String>> = programmes.iter().map(as_row).collect();
            print::text(&print::table(
                &[
                    Message::new("head-programme"),
                    Message::new("head-owner"),
                    Message::new("head-currency"),
                    Message::new("head-year"),
                    Message::new("head-state"),
                    Message::new("head-title"),
                ],
                &rows,
            ))?;
        }
        Ok(Exit::Ok)
    }
}

impl Show {
    async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        for programme in tally::programmes(&store, Some(&self.name)).await? {
            let value = as_json(&programme);
            if self.json {
                print::json(&value)?;
                continue;
            }
            let fields = value.as_object().into_iter().flatten();
            let rows: Vec<Vec<String>> = fields
                .map(|(word, value)| vec![term_in_words(word), plain(value)])
                .collect();
            let heads = [Message::new("head-term"), Message::new("head-value")];
            print::text(&print::table(&heads, &rows))?;
        }
        Ok(Exit::Ok)
    }
}

/// A term as people call it: a catalogue's ids have hyphens.
fn term_in_words(term: &str) -> String {
    speech::words().say(&format!("shown-{}", term.replace('_', "-")))
}

/// A value without JSON's quotes.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => speech::say("value-none"),
        Value::Bool(true) => speech::say("value-true"),
        Value::Bool(false) => speech::say("value-false"),
        other => other.to_string(),
    }
}

fn as_row(programme: &Row) -> Vec<String> {
    vec![
        programme.name.to_string(),
        programme.owner.to_string(),
        programme.currency.to_string(),
        Message::new("days-from-to")
            .with("from", programme.starts)
            .with("to", programme.ends)
            .to_string(),
        if programme.closed {
            speech::say("programme-is-closed")
        } else {
            speech::say("programme-is-open")
        },
        programme.title.to_string(),
    ]
}

fn as_json(programme: &Row) -> Value {
    json!({
        "programme": programme.name.as_str(),
        "title": programme.title.as_str(),
        "owner": programme.owner.as_str(),
        "currency": programme.currency.as_str(),
        "exponent": programme.exponent.0,
        "starts": programme.starts.to_string(),
        "ends": programme.ends.to_string(),
        "basis": programme.basis.word(),
        "payees": programme.payees.word(),
        "hop_days": programme.hop_days.0,
        "idle_days": programme.idle_days.0,
        "grace_days": programme.grace_days.0,
        "tolerance_ppm": programme.tolerance.parts(),
        "thresholds": programme.thresholds.iter().map(crate::draft::written).collect::<Vec<_>>(),
        "closed_through": programme.closed_through.map(|day| day.to_string()),
        "closed": programme.closed,
        "opened": programme.opened,
    })
}
