//! Submissions that come to a mirror: stamped, passed on, and told of where the log leaves them out.

use super::home::{Home, MirrorError};
use super::stamp::{Stamp, received};
use super::waiting::{Passed, Request, Submission, WAITING_MAX, Waiting};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use ledger::field::Identity;
use ledger::log::{
    AnswerLine, INCLUSION_SECONDS, LogKey, SignedAnswers, VerifierKey, submission_identity,
};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long the log may take to answer.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// Bytes of the log's answer: of a full batch a receipt of 256 lines, and for each note an answer
/// with a proof of some two kilobytes.
const ANSWER_BYTES_MAX: u64 = 2 * 1024 * 1024;

/// What the log answered, and the stamps.
pub struct Forwarded {
    /// The HTTP status.
    pub status: u16,
    /// The content type.
    pub kind: String,
    /// The body.
    pub body: Vec<u8>,
    /// The mirror's stamps, signed notes, in the order of the submissions.
    pub received: Vec<String>,
}

/// Why a submission isn't passed on.
#[derive(Debug, thiserror::Error)]
pub enum NotForwarded {
    /// The mirror has no key to stamp it with.
    #[error("this mirror has no key of its own, so it takes no submissions")]
    NoKey,
    /// The log is no Countersign server's.
    #[error("the log's address is no server's: there is nothing to pass a submission on to")]
    NoServer,
    /// Too many wait to be seen in the log.
    #[error("too many submissions wait to be seen in the log")]
    Full,
    /// The log doesn't answer. The stamps say that the mirror had the submissions.
    #[error("the log doesn't answer: {reason}")]
    Silent {
        /// Why.
        reason: String,
        /// The mirror's stamps, signed notes.
        received: Vec<String>,
    },
    /// The mirror fails.
    #[error(transparent)]
    Failed(#[from] MirrorError),
}

/// Passes submissions on, and remembers those that the log accepted until they are in it.
pub struct Forwarder {
    home: Arc<Home>,
    stamp: Option<LogKey>,
    server: Option<String>,
    agent: ureq::Agent,
    waiting: Mutex<Waiting>,
}

impl std::fmt::Debug for Forwarder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Forwarder")
            .field("home", &self.home)
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// Where the log takes what.
struct Route {
    path: &'static str,
    kind: &'static str,
}

const ONE: Route = Route {
    path: "/api/v1/entries",
    kind: "text/plain; charset=utf-8",
};

const BATCH: Route = Route {
    path: "/api/v1/entries:batch",
    kind: "application/octet-stream",
};

impl Forwarder {
    /// Goes on with the submissions that still wait.
    ///
    /// # Errors
    /// The file's.
    pub fn open(home: Arc<Home>, stamp: Option<Stamp>) -> Result<Self, MirrorError> {
        let waiting = Waiting::open(&home.folder)?;
        let name = home
            .cosigner
            .as_ref()
            .map(|own| own.verifier().name().clone());
        let stamp = stamp
            .zip(name)
            .map(|(stamp, name)| LogKey::new(name, stamp.0));
        let place = home.source.place("");
        let server = place.strip_suffix("/log/").map(str::to_owned);
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(REQUEST_TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("countersign/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self {
            home,
            stamp,
            server: server.filter(|server| server.starts_with("http")),
            agent: config.into(),
            waiting: Mutex::new(waiting),
        })
    }

    /// The mirror.
    #[must_use]
    pub const fn home(&self) -> &Arc<Home> {
        &self.home
    }

    /// The key that stamps, where there is one.
    #[must_use]
    pub fn stamp(&self) -> Option<&VerifierKey> {
        self.stamp.as_ref().map(LogKey::verifier)
    }

    /// Stamps a submission and passes it on; gives the log's answer as it is. Waits for its proof
    /// where that is asked for.
    ///
    /// # Errors
    /// [`NotForwarded`].
    pub async fn forward(&self, note: &Bytes, proof: bool) -> Result<Forwarded, NotForwarded> {
        let notes = std::slice::from_ref(note);
        let forwarded = self.pass(&ONE, notes, note, proof).await?;
        if matches!(forwarded.status, 200 | 201) {
            self.remember(notes, &forwarded, |_| Some(None)).await?;
        }
        Ok(forwarded)
    }

    /// The same with a batch: `framed` is all of it, as it came. Each note has a stamp of its own.
    ///
    /// # Errors
    /// [`NotForwarded`].
    pub async fn forward_batch(
        &self,
        notes: &[Bytes],
        framed: &Bytes,
        proof: bool,
    ) -> Result<Forwarded, NotForwarded> {
        let forwarded = self.pass(&BATCH, notes, framed, proof).await?;
        if forwarded.status == 200 {
            let accepted = accepted(&forwarded.body);
            let place = |place| accepted.contains(&place).then_some(Some(place));
            self.remember(notes, &forwarded, place).await?;
        }
        Ok(forwarded)
    }

    async fn pass(
        &self,
        route: &'static Route,
        notes: &[Bytes],
        body: &Bytes,
        proof: bool,
    ) -> Result<Forwarded, NotForwarded> {
        let stamp = self.stamp.as_ref().ok_or(NotForwarded::NoKey)?;
        let server = self.server.as_ref().ok_or(NotForwarded::NoServer)?;
        self.make_room(notes.len()).await?;
        let (log, now) = (self.home.key.name(), self.home.clock.now());
        let identities = notes.iter().map(|note| submission_identity(note));
        let stamps: Vec<String> = identities
            .map(|identity| received(stamp, log, now, &identity))
            .collect();
        let wait = if proof { "?wait=proof" } else { "" };
        let (agent, url) = (self.agent.clone(), format!("{server}{}{wait}", route.path));
        let bytes = body.clone();
        let posted = tokio::task::spawn_blocking(move || post(&agent, &url, route.kind, &bytes));
        let reason = match posted.await {
            Ok(Ok((status, kind, body))) => {
                return Ok(Forwarded {
                    status,
                    kind,
                    body,
                    received: stamps,
                });
            }
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        Err(NotForwarded::Silent {
            reason,
            received: stamps,
        })
    }

    async fn make_room(&self, notes: usize) -> Result<(), NotForwarded> {
        let mut waiting = self.waiting.lock().await;
        if waiting.len() + notes <= WAITING_MAX {
            return Ok(());
        }
        waiting.sweep(&self.home.store, i64::MAX).await?;
        if waiting.len() + notes <= WAITING_MAX {
            return Ok(());
        }
        Err(NotForwarded::Full)
    }

    /// Remembers what the log accepted: `place` says whether, and which of the answers is its own.
    async fn remember(
        &self,
        notes: &[Bytes],
        forwarded: &Forwarded,
        place: impl Fn(usize) -> Option<Option<usize>>,
    ) -> Result<(), MirrorError> {
        let mut submissions = Vec::new();
        for (at, (note, received)) in notes.iter().zip(&forwarded.received).enumerate() {
            let Some(place) = place(at) else { continue };
            submissions.push(Submission {
                identity: submission_identity(note).to_string(),
                received: received.clone(),
                note: STANDARD.encode(note),
                place,
            });
        }
        let accepted_at = self.accepted_at(notes, &forwarded.body);
        self.waiting.lock().await.remember(Request {
            accepted_at,
            answer: String::from_utf8_lossy(&forwarded.body).into_owned(),
            submissions,
        })
    }

    /// When the log's receipt says that it accepted one of the submissions, in UTC seconds; else now.
    fn accepted_at(&self, notes: &[Bytes], body: &[u8]) -> i64 {
        #[derive(Deserialize)]
        struct Body {
            receipt: Option<String>,
        }
        let receipt = serde_json::from_slice::<Body>(body).ok();
        let receipt = receipt.and_then(|body| SignedAnswers::parse(body.receipt?.as_bytes()).ok());
        let said = receipt.and_then(|receipt| {
            let answers = receipt.verify(&self.home.key).ok()?;
            let own: Vec<Identity> = notes.iter().map(|note| submission_identity(note)).collect();
            let accepted = |line: &AnswerLine| matches!(line, AnswerLine::Accepted { identity, .. } if own.contains(identity));
            answers.lines.iter().any(accepted).then_some(answers.time)
        });
        said.unwrap_or_else(|| self.home.clock.now()).seconds()
    }

    /// What the log accepted and left out: it isn't in a checkpoint that this mirror holds whole and
    /// fetched more than [`INCLUSION_SECONDS`] after the log's answer.
    ///
    /// # Errors
    /// The store's, or the file's.
    pub async fn withheld(&self) -> Result<Vec<Passed>, MirrorError> {
        let Some(checked_at) = self.home.view().checked_at else {
            return Ok(Vec::new());
        };
        let late = checked_at.seconds() - INCLUSION_SECONDS;
        let mut waiting = self.waiting.lock().await;
        waiting.sweep(&self.home.store, late).await?;
        Ok(waiting.accepted_before(late))
    }
}

/// Which notes of a batch the log says that it recorded.
fn accepted(body: &[u8]) -> Vec<usize> {
    #[derive(Deserialize)]
    struct Body {
        answers: Vec<One>,
    }
    #[derive(Deserialize)]
    struct One {
        index: Option<u64>,
    }
    let Ok(body) = serde_json::from_slice::<Body>(body) else {
        return Vec::new();
    };
    let answers = body.answers.iter().enumerate();
    answers
        .filter_map(|(place, one)| one.index.map(|_| place))
        .collect()
}

type Posted = (u16, String, Vec<u8>);

fn post(agent: &ureq::Agent, url: &str, kind: &str, bytes: &[u8]) -> Result<Posted, ureq::Error> {
    let mut answer = agent.post(url).content_type(kind).send(bytes)?;
    let kind = answer.headers().get("content-type");
    let kind = kind
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("text/plain");
    let (status, kind) = (answer.status().as_u16(), kind.to_owned());
    let body = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX);
    Ok((status, kind, body.read_to_vec()?))
}
