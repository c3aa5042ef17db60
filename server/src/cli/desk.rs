//! Where entries are sent, and what must be known to write them: the data folder's own ledger, or a
//! server by its address.

use super::place::Place;
use super::{Exit, Failure, keys, notes};
use crate::client::{Client, ClientError, Declined, Recorded, Sent};
use crate::config::SequencerOptions;
pub(super) use crate::holdings::Holding;
use crate::holdings::held_of;
use crate::sequencer::{Handle, Sequencer, SubmitError};
use crate::speech::{self, Message};
use crate::store::read::ROWS_MAX;
use ledger::Note;
use ledger::field::{
    Currency, Field, Identity, LedgerName, MemberName, Moment, Offset, ProgrammeName,
};
use serde_json::Value;
use std::sync::Arc;
use tokio::task::block_in_place;

/// Where entries go.
pub(super) enum Desk {
    /// The data folder's ledger, whose writer's place this process takes.
    Folder(Box<Place>),
    /// A server.
    Server(Client),
}

/// The ledger as it stands.
pub(super) struct Standing {
    pub(super) ledger: LedgerName,
    pub(super) clock: Moment,
    pub(super) simulated: bool,
}

/// What an entry must know of its programme.
pub(super) struct Books {
    pub(super) currency: Currency,
    /// Its local time; a server doesn't say it.
    pub(super) offset: Option<Offset>,
}

impl Desk {
    pub(super) async fn standing(&self) -> Result<Standing, Failure> {
        match self {
            Self::Folder(place) => {
                let store = place.reader().await?;
                let head = store.head().await?.ok_or_else(no_ledger)?;
                let simulated = notes::is_simulated(&store).await?;
                Ok(Standing {
                    ledger: head.ledger,
                    clock: head.clock,
                    simulated,
                })
            }
            Self::Server(client) => {
                let value: Value = asked(block_in_place(|| client.get("/api/v1/ledger")))?
                    .ok_or_else(no_ledger)?;
                Ok(Standing {
                    ledger: part(&value, "ledger")?,
                    clock: part(&value, "ledger_time")?,
                    simulated: value["receipts_simulated"].as_bool().unwrap_or_default(),
                })
            }
        }
    }

    pub(super) async fn books(&self, name: &ProgrammeName) -> Result<Books, Failure> {
        let unknown = || {
            Failure::data(Message::new("no-such-programme").with("name", name))
                .mend(Message::new("mend-programmes"))
        };
        match self {
            Self::Folder(place) => {
                let found = place.reader().await?.programme(name.as_str()).await?;
                let programme = found.ok_or_else(unknown)?;
                Ok(Books {
                    currency: programme.currency,
                    offset: Some(programme.offset),
                })
            }
            Self::Server(client) => {
                let path = format!("/api/v1/programmes/{name}");
                let value: Value =
                    asked(block_in_place(|| client.get(&path)))?.ok_or_else(unknown)?;
                Ok(Books {
                    currency: part(&value, "currency")?,
                    offset: None,
                })
            }
        }
    }

    /// Whether there is such a member.
    pub(super) async fn has_member(&self, name: &MemberName) -> Result<bool, Failure> {
        match self {
            Self::Folder(place) => {
                let found = place.reader().await?.member(name.as_str()).await?;
                Ok(found.is_some())
            }
            Self::Server(client) => {
                let path = format!("/api/v1/members/{name}");
                let found: Option<Value> = asked(block_in_place(|| client.get(&path)))?;
                Ok(found.is_some())
            }
        }
    }

    /// An entry's note.
    pub(super) async fn note(&self, identity: &Identity) -> Result<Note, Failure> {
        let unknown = || Failure::data(Message::new("no-entry").with("identity", identity));
        let bytes = match self {
            Self::Folder(place) => {
                let found = place.reader().await?.find(identity).await?;
                found.ok_or_else(unknown)?.note
            }
            Self::Server(client) => {
                let path = format!("/api/v1/entries/{identity}");
                let value: Value =
                    asked(block_in_place(|| client.get(&path)))?.ok_or_else(unknown)?;
                value["note"]
                    .as_str()
                    .unwrap_or_default()
                    .as_bytes()
                    .to_vec()
            }
        };
        let note = Note::parse(&bytes).map_err(Failure::data)?;
        if note.identity() == *identity {
            Ok(note)
        } else {
            Err(unknown())
        }
    }

    /// What a member holds of a programme, the oldest first.
    pub(super) async fn holdings(
        &self,
        member: &MemberName,
        programme: &ProgrammeName,
    ) -> Result<Vec<Holding>, Failure> {
        match self {
            Self::Folder(place) => {
                let store = place.reader().await?;
                Ok(held_of(&store, member, programme).await?)
            }
            Self::Server(client) => block_in_place(|| holdings_of(client, member, programme)),
        }
    }

    /// Opens the way for entries.
    pub(super) async fn sender(&self) -> Result<Sender, Failure> {
        match self {
            Self::Folder(place) => {
                let store = Arc::new(place.writer().await?);
                let tick_key = keys::clock(&place.keys())?;
                let config = place.sequencing(&SequencerOptions::default(), tick_key);
                Ok(Sender::Sequencer(Sequencer::start(store, config)?))
            }
            Self::Server(client) => Ok(Sender::Server(client.clone())),
        }
    }
}

/// The way that entries take.
pub(super) enum Sender {
    Sequencer(Handle),
    Server(Client),
}

impl Sender {
    /// Notes of one batch.
    pub(super) const fn batch_notes_max(&self) -> usize {
        match self {
            Self::Sequencer(_) => crate::sequencer::BATCH_NOTES_MAX,
            Self::Server(_) => crate::client::BATCH_NOTES_MAX,
        }
    }

    /// Sends notes in their order; an answer for each.
    pub(super) async fn send(&self, notes: &[Note]) -> Result<Vec<Sent>, Failure> {
        match self {
            Self::Sequencer(handle) => {
                let bytes = notes
                    .iter()
                    .map(|note| note.bytes().to_vec().into())
                    .collect();
                let outcomes = handle.submit_batch(bytes).await.map_err(undone)?;
                outcomes.into_iter().map(sent).collect()
            }
            Self::Server(client) => match notes {
                [note] => asked(block_in_place(|| client.submit(note))).map(|sent| vec![sent]),
                notes => asked(block_in_place(|| client.submit_batch(notes))),
            },
        }
    }

    /// Answers what waits, and lets go of the ledger.
    pub(super) async fn close(self) -> Result<(), Failure> {
        match self {
            Self::Sequencer(handle) => Ok(handle.shutdown().await?),
            Self::Server(_) => Ok(()),
        }
    }
}

fn sent(outcome: crate::sequencer::Outcome) -> Result<Sent, Failure> {
    match outcome {
        Ok(answer) => Ok(Sent::Recorded(Recorded {
            identity: answer.identity.to_string(),
            index: answer.index,
            recorded_at: Moment(answer.recorded_at).to_string(),
            repeated: answer.repeated,
        })),
        Err(SubmitError::Refused {
            reason: refused, ..
        }) => Ok(Sent::Declined(Declined {
            code: refused.code().to_owned(),
            title: refused.to_string(),
            retry_after_seconds: None,
        })),
        Err(error) => Err(undone(error)),
    }
}

fn undone(error: SubmitError) -> Failure {
    let exit = match &error {
        SubmitError::Busy { .. } | SubmitError::Stopped => Exit::Busy,
        SubmitError::Refused { .. } | SubmitError::KeyReserved { .. } => Exit::Refused,
        SubmitError::Failed(_) => Exit::Data,
    };
    let failed = matches!(error, SubmitError::Failed(_));
    let failure = Failure::new(exit, error);
    if failed {
        failure.mend(Message::new("mend-and-again"))
    } else {
        failure
    }
}

fn no_ledger() -> Failure {
    Failure::data(Message::new("no-ledger-yet")).mend(Message::new("mend-init"))
}

fn asked<T>(answer: Result<T, ClientError>) -> Result<T, Failure> {
    answer.map_err(|error| match &error {
        ClientError::Declined(declined) if declined.retry_after_seconds.is_some() => {
            Failure::new(Exit::Busy, &error)
        }
        ClientError::Declined(_) => Failure::new(Exit::Refused, &error),
        ClientError::Unreachable { .. } => Failure::data(&error).mend(Message::new("mend-address")),
        ClientError::Unreadable(_) => Failure::data(&error),
    })
}

/// A refusal as a failure.
pub(super) fn refusal(declined: &Declined) -> Failure {
    let exit = if declined.retry_after_seconds.is_some() {
        Exit::Busy
    } else {
        Exit::Refused
    };
    let why = refusal_in_words(&declined.code, &declined.title);
    Failure::new(exit, Message::new("refused").with("why", why))
}

/// What a refusal says, and its code in brackets. English is the rules' own, or a newer server's.
pub(super) fn refusal_in_words(code: &str, title: &dyn std::fmt::Display) -> String {
    let name = speech::called("refusal", code);
    let title = if name == code {
        title.to_string()
    } else {
        // The catalogue's is a whole sentence, which the code follows here.
        name.trim_end_matches(['.', '。']).to_owned()
    };
    let told = Message::new("name-and-word").with("name", title);
    told.with("word", code).to_string()
}

/// A part of the server's answer.
fn part<T: Field>(value: &Value, name: &str) -> Result<T, Failure> {
    let text = value[name].as_str().unwrap_or_default();
    T::parse(text).map_err(|error| {
        Failure::data(
            Message::new("answer-unreadable")
                .with("name", name)
                .told("error", &error),
        )
    })
}

fn holdings_of(
    client: &Client,
    member: &MemberName,
    programme: &ProgrammeName,
) -> Result<Vec<Holding>, Failure> {
    let mut holdings = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/api/v1/nodes?member={member}&limit={ROWS_MAX}{after}");
        let page: Value = asked(client.get(&path))?.unwrap_or_default();
        for node in page["items"].as_array().into_iter().flatten() {
            if node["programme"].as_str() == Some(programme.as_str()) {
                let held = node["held"]
                    .as_str()
                    .and_then(|held| held.parse().ok())
                    .unwrap_or_default();
                holdings.push(Holding {
                    node: part(node, "node")?,
                    sender: part(node, "sender")?,
                    held,
                });
            }
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return Ok(holdings),
        }
    }
}
