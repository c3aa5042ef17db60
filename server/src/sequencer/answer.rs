//! What a submitter hears.

use ledger::field::Identity;
use ledger::{NoteError, Refusal, SignatureError};
use std::time::Duration;

/// An entry that stands in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its identity.
    pub identity: Identity,
    /// Its index.
    pub index: u64,
    /// When the server recorded it, in UTC seconds.
    pub recorded_at: i64,
    /// Whether it stood there before: a safe retry, answered with the first index.
    pub repeated: bool,
}

/// Why an entry is not admitted. Sending it again as it is will not help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The bytes aren't a note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// A signature doesn't hold.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// A rule refuses it.
    #[error(transparent)]
    Rule(#[from] Refusal),
}

impl Refused {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Note(error) => error.code(),
            Self::Signature(error) => error.code(),
            Self::Rule(refusal) => refusal.code(),
        }
    }
}

/// Why a submission has no index.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// It is refused.
    #[error("{reason}")]
    Refused {
        /// Why.
        reason: Refused,
        /// How many entries the ledger had when it was judged: whoever replays it up to there comes
        /// to the same end.
        size: u64,
    },
    /// It would enrol the key of a witness whom this server asks to cosign. No rule says so, for the
    /// rules know no witness: the log signs nothing about it.
    #[error("the key is that of the witness {witness}: enrol another")]
    KeyReserved {
        /// What the log's policy calls it.
        witness: String,
    },
    /// Too many wait: send it again later.
    #[error("the queue is full: send it again in {} s", retry_after.as_secs())]
    Busy {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The write failed and nothing of it stands: send it again.
    #[error("nothing was written, send it again: {0}")]
    Failed(String),
    /// The server is stopping.
    #[error("the server is stopping: send it again later")]
    Stopped,
}

impl SubmitError {
    /// Whether the same submission may be admitted when it is sent again.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        !matches!(self, Self::Refused { .. } | Self::KeyReserved { .. })
    }
}

/// What became of one note.
pub type Outcome = Result<Answer, SubmitError>;
