//! `countersign findings`.

use super::place::{PlaceOptions, ledger_name};
use super::{Exit, Failure, print, tally};
use crate::speech::{self, Message};
use crate::store::Store;
use crate::store::read::{FindingAfter, FindingFilter, ROWS_MAX, Window};
use ledger::field::{MemberName, ProgrammeName};
use ledger::{CATALOGUE, Code, Finding, Programme};
use serde_json::{Value, json};

/// List published mismatches: what two sides don't say alike
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  countersign findings --data demo\n  \
                        countersign findings --data demo --code possible-duplicate --all --json")]
pub(super) struct Findings {
    #[command(flatten)]
    place: PlaceOptions,
    /// One code of the catalogue, such as receipt-overdue
    #[arg(long, value_parser = code)]
    code: Option<Code>,
    /// One programme
    #[arg(long, value_name = "NAME")]
    programme: Option<ProgrammeName>,
    /// Those that name this member, as payer or payee
    #[arg(long, value_name = "NAME")]
    member: Option<MemberName>,
    /// Closed ones too
    #[arg(long)]
    all: bool,
    /// Print JSON; amounts are text, in minor units
    #[arg(long)]
    json: bool,
}

fn code(text: &str) -> Result<Code, String> {
    Code::from_word(text).ok_or_else(|| {
        let words: Vec<&str> = CATALOGUE.iter().map(|entry| entry.word).collect();
        Message::new("wanted-one-of")
            .with("words", words.join(", "))
            .to_string()
    })
}

impl Findings {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let name = ledger_name(&store).await?;
        let found = self.read(&store).await?;
        let head = store.head().await?;
        if self.json {
            print::json(&json!({
                "ledger": name.to_string(),
                "clock": head.map(|head| head.clock.to_string()),
                "simulated": super::notes::is_simulated(&store).await?,
                "findings": found.iter().map(as_json).collect::<Vec<_>>(),
            }))?;
            return Ok(Exit::Ok);
        }
        super::notes::say_if_simulated(&store).await?;
        let programmes = tally::programmes(&store, None).await?;
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|finding| as_row(finding, &programmes))
            .collect();
        print::text(&print::table(
            &[
                Message::new("head-code"),
                Message::new("head-at-risk"),
                Message::new("head-payer"),
                Message::new("head-payee"),
                Message::new("head-since"),
                Message::new("head-entry"),
                Message::new("head-state"),
            ],
            &rows,
        ))?;
        print::line(&Message::new("findings-told").count("count", found.len() as u64))?;
        Ok(Exit::Ok)
    }

    /// All of them, the latest first.
    async fn read(&self, store: &Store) -> Result<Vec<Finding>, Failure> {
        let filter = FindingFilter {
            code: self.code,
            programme: self.programme.as_ref().map(ToString::to_string),
            member: self.member.as_ref().map(ToString::to_string),
            open: if self.all { None } else { Some(true) },
        };
        let mut after: Option<FindingAfter> = None;
        let mut found = Vec::new();
        loop {
            let (page, next) = store
                .findings(&filter, after, Window::first(ROWS_MAX))
                .await?;
            found.extend(page);
            match next {
                Some(next) => after = Some(next),
                None => return Ok(found),
            }
        }
    }
}

fn as_json(finding: &Finding) -> Value {
    json!({
        "code": finding.code.word(),
        "severity": finding.code.severity().word(),
        "entry": finding.subject,
        "leg": finding.leg,
        "programme": finding.programme.as_str(),
        "payer": finding.payer.as_str(),
        "payee": finding.payee.as_str(),
        "at_risk": finding.at_risk.to_string(),
        "since": finding.since.to_string(),
        "days": finding.days,
        "opened": finding.opened.to_string(),
        "closed": finding.closed.map(|closed| closed.to_string()),
        "proof": finding.proof.to_vec(),
    })
}

fn as_row(finding: &Finding, programmes: &[Programme]) -> Vec<String> {
    let programme = programmes
        .iter()
        .find(|programme| programme.name == finding.programme);
    let at_risk = programme.map_or_else(
        || finding.at_risk.to_string(),
        |programme| print::money(finding.at_risk, programme.exponent, &programme.currency),
    );
    let state = finding.closed.map_or_else(
        || speech::say("finding-is-open"),
        |closed| {
            Message::new("finding-is-closed")
                .with("day", closed)
                .to_string()
        },
    );
    vec![
        speech::with_word("finding", finding.code.word()),
        at_risk,
        finding.payer.to_string(),
        finding.payee.to_string(),
        finding.since.to_string(),
        finding.subject.to_string(),
        state,
    ]
}
