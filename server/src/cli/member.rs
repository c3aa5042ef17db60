//! `countersign member`.

mod activate;
mod propose;
mod vote;

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::draft::written;
use crate::speech::{self, Message};
use crate::store::Store;
use crate::store::read::{ROWS_MAX, Window};
use ledger::field::MemberName;
use ledger::{EnrolledKey, Member as Row};
use serde_json::{Value, json};

/// Roles of a key where nobody says otherwise.
pub(super) const ROLES: &str = "administer,confirm,pay";

/// Bring members in by proposal, vote and activation; list and show them
#[derive(Debug, clap::Subcommand)]
pub(super) enum Member {
    Propose(Box<propose::Propose>),
    Vote(Box<vote::Vote>),
    Activate(Box<activate::Activate>),
    List(List),
    Show(Show),
}

/// List all members
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign member list --data demo --json")]
pub(super) struct List {
    #[command(flatten)]
    place: PlaceOptions,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Show one member with its keys
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign member show --data ledger op.example")]
pub(super) struct Show {
    #[command(flatten)]
    place: PlaceOptions,
    /// The member
    #[arg(value_name = "NAME")]
    name: MemberName,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Member {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Propose(propose) => propose.run().await,
            Self::Vote(vote) => vote.run().await,
            Self::Activate(activate) => activate.run().await,
            Self::List(list) => list.run().await,
            Self::Show(show) => show.run().await,
        }
    }
}

impl List {
    async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let members = all(&store).await?;
        if self.json {
            print::json(&members.iter().map(as_json).collect::<Vec<_>>())?;
        } else {
            let rows: Vec<Vec<String>> = members.iter().map(as_row).collect();
            print::text(&print::table(&heads(), &rows))?;
        }
        Ok(Exit::Ok)
    }
}

async fn all(store: &Store) -> Result<Vec<Row>, Failure> {
    let mut members: Vec<Row> = Vec::new();
    loop {
        let after = members
            .last()
            .map(|last| last.name.to_string())
            .unwrap_or_default();
        let page = store.members(&after, Window::first(ROWS_MAX)).await?;
        if page.is_empty() {
            return Ok(members);
        }
        members.extend(page);
    }
}

fn heads() -> [Message; 5] {
    [
        Message::new("head-member"),
        Message::new("head-function"),
        Message::new("head-tier"),
        Message::new("head-region"),
        Message::new("head-title"),
    ]
}

fn as_row(member: &Row) -> Vec<String> {
    vec![
        member.name.to_string(),
        speech::called("function", member.function.word()),
        member.tier.0.to_string(),
        member
            .region
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        member.title.to_string(),
    ]
}

fn as_json(member: &Row) -> Value {
    json!({
        "name": member.name.as_str(),
        "title": member.title.as_str(),
        "function": member.function.word(),
        "tier": member.tier.0,
        "parent": member.parent.as_ref().map(ledger::field::MemberName::as_str),
        "region": member.region.as_ref().map(ledger::field::Region::as_str),
        "house": member.house.as_str(),
        "voting": member.voting,
        "frozen": member.frozen,
        "accounts": member.accounts.iter().map(written).collect::<Vec<_>>(),
        "activated": member.activated,
    })
}

fn key_json(key: &EnrolledKey) -> Value {
    json!({
        "key_id": key.id.to_string(),
        "person": key.person.as_str(),
        "roles": written(&key.roles),
        "enrolled": key.enrolled,
        "revoked": key.revoked,
        "compromised_since": key.compromised_since,
    })
}

impl Show {
    async fn run(self) -> Result<Exit, Failure> {
        let store = self.place.settle()?.reader().await?;
        let found = store.member(self.name.as_str()).await?;
        let member = found.ok_or_else(|| {
            Failure::data(Message::new("not-a-member").with("name", &self.name))
                .mend(Message::new("mend-members"))
        })?;
        let keys = store
            .keys(self.name.as_str(), Window::first(ROWS_MAX))
            .await?;
        if self.json {
            let mut value = as_json(&member);
            value["keys"] = keys.iter().map(key_json).collect();
            print::json(&value)?;
            return Ok(Exit::Ok);
        }
        let rows: Vec<Vec<String>> = vec![as_row(&member)];
        print::text(&print::table(&heads(), &rows))?;
        let keys: Vec<Vec<String>> = keys.iter().map(key_row).collect();
        let heads = [
            Message::new("head-key"),
            Message::new("head-person"),
            Message::new("head-roles"),
            Message::new("head-state"),
        ];
        print::text(&print::table(&heads, &keys))?;
        Ok(Exit::Ok)
    }
}

fn key_row(key: &EnrolledKey) -> Vec<String> {
    let state = match (key.compromised_since, key.revoked) {
        (Some(since), _) => Message::new("key-is-compromised").with("index", since),
        (None, Some(index)) => Message::new("key-is-revoked").with("index", index),
        (None, None) => Message::new("key-is-active"),
    };
    vec![
        key.id.to_string(),
        key.person.to_string(),
        written(&key.roles),
        state.to_string(),
    ]
}
