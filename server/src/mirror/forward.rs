//! Submissions that come to a mirror: stamped, passed on, and told of where the log leaves them out.
//!
//! ```text
//! countersign/v1/received
//! mirror <name>
//! log <origin>
//! time <UTC seconds, as 2026-11-22T05:00:00Z>
//! identity <identity>
//! ```
//!
//! The stamp is a signed note under the mirror's name, made before the submission is passed on, by a
//! key that is drawn from the mirror's own and signs nothing else.

use super::departed::put;
use super::home::{Home, MirrorError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use ledger::field::{Field, Identity, Moment};
use ledger::log::{
    AnswerLine, INCLUSION_SECONDS, LogKey, SignedAnswers, SignedNote, VerifierKey,
    submission_identity,
};
use serde::{Deserialize, Serialize};
use sha3::{Digest, Sha3_256};
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// Submissions that wait to be seen in the log: each is a few kilobytes in one file that is written
/// anew for each. The log includes them within seconds, so as many as this wait only where it doesn't.
const WAITING_MAX: usize = 256;

/// The file of submissions that wait.
const WAITING_FILE: &str = "submissions.json";

/// How long the log may take to answer.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// Bytes of the log's answer: a receipt and a proof.
const ANSWER_BYTES_MAX: u64 = 256 * 1024;

/// The key that stamps submissions.
#[derive(Clone)]
pub struct Stamp(SigningKey);

impl Stamp {
    /// The stamp of whoever has this key: one that can be told from it, and it from none.
    #[must_use]
    pub fn of(own: &SigningKey) -> Self {
        let mut hash = Sha3_256::new();
        hash.update(b"countersign/v1/received\n");
        hash.update(own.as_bytes());
        Self(SigningKey::from_bytes(&hash.finalize().into()))
    }
}

/// A submission that was passed on, and is looked for in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// The identity of what was submitted, in hexadecimal.
    pub identity: String,
    /// The mirror's stamp: a signed note.
    pub received: String,
    /// When the log accepted it, in UTC seconds.
    pub accepted_at: i64,
    /// What the log answered, its signed receipt in it.
    pub answer: String,
    /// What was submitted, in base64.
    pub note: String,
}

/// What the log answered, and the stamp.
pub struct Forwarded {
    /// The HTTP status.
    pub status: u16,
    /// The content type.
    pub kind: String,
    /// The body.
    pub body: Vec<u8>,
    /// The mirror's stamp, a signed note.
    pub received: String,
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
    /// The log doesn't answer. The stamp says that the mirror had it.
    #[error("the log doesn't answer: {reason}")]
    Silent {
        /// Why.
        reason: String,
        /// The mirror's stamp, a signed note.
        received: String,
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
    waiting: Mutex<Vec<Passed>>,
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

impl Forwarder {
    /// Goes on with the submissions that still wait.
    ///
    /// # Errors
    /// The file's.
    pub fn open(home: Arc<Home>, stamp: Option<Stamp>) -> Result<Self, MirrorError> {
        let path = home.folder.join(WAITING_FILE);
        let waiting = match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map_err(|error| MirrorError::file(&path)(error.into()))?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(MirrorError::file(&path)(error)),
        };
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

    /// Stamps a submission and passes it on; gives the log's answer as it is.
    ///
    /// # Errors
    /// [`NotForwarded`].
    pub async fn forward(&self, note: &[u8]) -> Result<Forwarded, NotForwarded> {
        let stamp = self.stamp.as_ref().ok_or(NotForwarded::NoKey)?;
        let server = self.server.as_ref().ok_or(NotForwarded::NoServer)?;
        if self.waiting.lock().await.len() >= WAITING_MAX {
            self.sweep().await?;
            if self.waiting.lock().await.len() >= WAITING_MAX {
                return Err(NotForwarded::Full);
            }
        }
        let identity = submission_identity(note);
        let received = self.received(stamp, &identity);
        let (agent, url) = (self.agent.clone(), format!("{server}/api/v1/entries"));
        let bytes = note.to_vec();
        let posted = tokio::task::spawn_blocking(move || post(&agent, &url, &bytes)).await;
        let silent = |reason: String| NotForwarded::Silent {
            reason,
            received: received.clone(),
        };
        let posted = posted.map_err(|error| silent(error.to_string()))?;
        let (status, kind, body) = posted.map_err(|error| silent(error.to_string()))?;
        if matches!(status, 200 | 201) {
            self.remember(&identity, &received, note, &body).await?;
        }
        Ok(Forwarded {
            status,
            kind,
            body,
            received,
        })
    }

    fn received(&self, stamp: &LogKey, identity: &Identity) -> String {
        let mut text = format!(
            "countersign/v1/received\nmirror {}\nlog {}\ntime ",
            stamp.origin(),
            self.home.key.name()
        );
        self.home.clock.now().write(&mut text);
        text.push_str(&format!("\nidentity {identity}\n"));
        let note = SignedNote::sign(&text, stamp).expect("the lines are a note's");
        String::from_utf8_lossy(note.bytes()).into_owned()
    }

    async fn remember(
        &self,
        identity: &Identity,
        received: &str,
        note: &[u8],
        body: &[u8],
    ) -> Result<(), MirrorError> {
        let mut waiting = self.waiting.lock().await;
        if waiting
            .iter()
            .any(|one| one.identity == identity.to_string())
        {
            return Ok(());
        }
        let accepted_at = self.accepted_at(identity, body);
        waiting.push(Passed {
            identity: identity.to_string(),
            received: received.to_owned(),
            accepted_at: accepted_at.seconds(),
            answer: String::from_utf8_lossy(body).into_owned(),
            note: STANDARD.encode(note),
        });
        self.write(&waiting)
    }

    /// When the log's receipt says that it accepted the submission; else now.
    fn accepted_at(&self, identity: &Identity, body: &[u8]) -> Moment {
        #[derive(Deserialize)]
        struct Body {
            receipt: Option<String>,
        }
        let receipt = serde_json::from_slice::<Body>(body).ok();
        let receipt = receipt.and_then(|body| SignedAnswers::parse(body.receipt?.as_bytes()).ok());
        let said = receipt.and_then(|receipt| {
            let answers = receipt.verify(&self.home.key).ok()?;
            let accepted = |line: &AnswerLine| {
                matches!(line, AnswerLine::Accepted { identity: named, .. } if named == identity)
            };
            answers.lines.iter().any(accepted).then_some(answers.time)
        });
        said.unwrap_or_else(|| self.home.clock.now())
    }

    fn write(&self, waiting: &[Passed]) -> Result<(), MirrorError> {
        let path = self.home.folder.join(WAITING_FILE);
        let bytes =
            serde_json::to_vec(waiting).map_err(|error| MirrorError::file(&path)(error.into()))?;
        put(&self.home.folder, WAITING_FILE, &bytes).map_err(MirrorError::file(path))
    }

    /// Forgets the submissions that are in the log.
    ///
    /// # Errors
    /// The store's, or the file's.
    pub async fn sweep(&self) -> Result<(), MirrorError> {
        let mut waiting = self.waiting.lock().await;
        let before = waiting.len();
        let mut still = Vec::new();
        for passed in waiting.iter() {
            let found = match passed.identity.parse() {
                Ok(identity) => self.home.store.find(&identity).await?.is_some(),
                Err(_) => false,
            };
            if !found {
                still.push(passed.clone());
            }
        }
        *waiting = still;
        if waiting.len() == before {
            return Ok(());
        }
        self.write(&waiting)
    }

    /// What the log accepted and left out: it isn't in a checkpoint that this mirror holds whole and
    /// fetched more than [`INCLUSION_SECONDS`] after the log's answer.
    ///
    /// # Errors
    /// The store's, or the file's.
    pub async fn withheld(&self) -> Result<Vec<Passed>, MirrorError> {
        self.sweep().await?;
        let Some(checked_at) = self.home.view().checked_at else {
            return Ok(Vec::new());
        };
        let waiting = self.waiting.lock().await;
        let late = waiting
            .iter()
            .filter(|passed| passed.accepted_at + INCLUSION_SECONDS < checked_at.seconds());
        Ok(late.cloned().collect())
    }
}

type Posted = (u16, String, Vec<u8>);

fn post(agent: &ureq::Agent, url: &str, bytes: &[u8]) -> Result<Posted, ureq::Error> {
    let mut answer = agent
        .post(url)
        .content_type("text/plain; charset=utf-8")
        .send(bytes)?;
    let kind = answer.headers().get("content-type");
    let kind = kind
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("text/plain");
    let (status, kind) = (answer.status().as_u16(), kind.to_owned());
    let body = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX);
    Ok((status, kind, body.read_to_vec()?))
}
