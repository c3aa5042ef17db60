//! A server's API from a client's side: what `--server URL` uses.

use crate::config::ServerUrl;
use ledger::Note;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long one request may take: a full batch over a slow line, and the server's own patience.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);

/// How long a server may take to take a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection is kept for the next request: less than a server keeps it, so that none is
/// sent into one that is just being closed.
const IDLE_MAX: Duration = Duration::from_secs(10);

/// Notes of one batch, as the API takes them.
pub const BATCH_NOTES_MAX: usize = crate::api::BATCH_NOTES_MAX;

/// An entry that stands in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its identity, in hexadecimal.
    pub identity: String,
    /// Its index.
    pub index: u64,
    /// When the server recorded it.
    pub recorded_at: String,
    /// Whether it stood there before: a safe retry.
    pub repeated: bool,
}

/// Why the server doesn't do it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Declined {
    /// The stable code.
    pub code: String,
    /// What is wrong.
    pub title: String,
    /// Seconds after which to send the same again.
    #[serde(default)]
    pub retry_after_seconds: Option<u64>,
}

/// What became of one note of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Sent {
    /// It stands in the ledger.
    Recorded(Recorded),
    /// It doesn't.
    Declined(Declined),
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// Nobody answers there.
    #[error("{server} doesn't answer: {reason}")]
    Unreachable {
        /// The server.
        server: String,
        /// Why.
        reason: String,
    },
    /// The server says no to the whole request.
    #[error("{} ({})", .0.title, .0.code)]
    Declined(Declined),
    /// The answer isn't one of this API.
    #[error("the server's answer can't be read: {0}")]
    Unreadable(String),
}

/// A server.
#[derive(Clone, Debug)]
pub struct Client {
    server: ServerUrl,
    agent: ureq::Agent,
}

#[derive(Deserialize)]
struct Answers {
    answers: Vec<Sent>,
}

impl Client {
    /// A client of this server.
    #[must_use]
    pub fn new(server: ServerUrl) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(REQUEST_TIMEOUT))
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .max_idle_age(IDLE_MAX)
            .http_status_as_error(false)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            server,
            agent: config.into(),
        }
    }

    /// Reads what stands at a path; nothing where there is none.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn get<T: DeserializeOwned>(&self, path: &str) -> Result<Option<T>, ClientError> {
        let answer = self.agent.get(self.server.at(path)).call();
        let mut answer = answer.map_err(|error| self.unreachable(&error))?;
        match answer.status().as_u16() {
            200 => read(&mut answer).map(Some),
            404 => Ok(None),
            _ => Err(declined(&mut answer)),
        }
    }

    /// Submits one note.
    ///
    /// # Errors
    /// [`ClientError`] where there is no answer; a refusal is an answer.
    pub fn submit(&self, note: &Note) -> Result<Sent, ClientError> {
        let request = self.agent.post(self.server.at("/api/v1/entries"));
        let answer = request
            .content_type("text/plain; charset=utf-8")
            .send(note.bytes());
        let mut answer = answer.map_err(|error| self.unreachable(&error))?;
        match answer.status().as_u16() {
            200 | 201 => read(&mut answer).map(Sent::Recorded),
            _ => read(&mut answer).map(Sent::Declined),
        }
    }

    /// Submits up to [`BATCH_NOTES_MAX`] notes that keep their order.
    ///
    /// # Errors
    /// [`ClientError`] where none of them was judged.
    pub fn submit_batch(&self, notes: &[Note]) -> Result<Vec<Sent>, ClientError> {
        let mut body = Vec::new();
        for note in notes {
            // A note is at most 5,249 bytes.
            let length = u16::try_from(note.bytes().len()).unwrap_or(u16::MAX);
            body.extend_from_slice(&length.to_be_bytes());
            body.extend_from_slice(note.bytes());
        }
        let request = self.agent.post(self.server.at("/api/v1/entries:batch"));
        let answer = request.content_type("application/octet-stream").send(&body);
        let mut answer = answer.map_err(|error| self.unreachable(&error))?;
        if answer.status().as_u16() != 200 {
            return Err(declined(&mut answer));
        }
        let answers: Answers = read(&mut answer)?;
        if answers.answers.len() == notes.len() {
            return Ok(answers.answers);
        }
        Err(ClientError::Unreadable(
            "it doesn't answer every note".to_owned(),
        ))
    }

    fn unreachable(&self, error: &ureq::Error) -> ClientError {
        ClientError::Unreachable {
            server: self.server.to_string(),
            reason: error.to_string(),
        }
    }
}

type Answer = ureq::http::Response<ureq::Body>;

fn read<T: DeserializeOwned>(answer: &mut Answer) -> Result<T, ClientError> {
    let status = answer.status();
    let body = answer.body_mut().read_json();
    body.map_err(|error| ClientError::Unreadable(format!("status {status}: {error}")))
}

fn declined(answer: &mut Answer) -> ClientError {
    read(answer).map_or_else(|error| error, ClientError::Declined)
}
