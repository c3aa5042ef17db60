//! Why a replay stops.

use super::SourceError;
use ledger::entry::Kind;
use ledger::field::Identity;
use ledger::{GrammarError, NoteError, Refusal, SignatureError};

/// What is wrong with an entry.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It doesn't stand where the log has its next entry.
    #[error("the log goes on at index {expected}: an entry is missing, or stands twice")]
    Place {
        /// The index that comes next.
        expected: u64,
    },
    /// Its bytes are not a note.
    #[error("{0}")]
    Malformed(#[from] NoteError),
    /// A signature doesn't hold.
    #[error("{0}")]
    Signature(#[from] SignatureError),
    /// The rules refuse it.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// A copy says another identity than the text has.
    #[error("the copy calls it {said}, which is not the identity of its text")]
    IdentityDiffers {
        /// What the copy says.
        said: String,
    },
    /// Its changes of tallies don't add up: the rules themselves would be at fault.
    #[error("its changes of tallies are out of balance by {by} minor units")]
    Unbalanced {
        /// Minor units.
        by: ledger::Minor,
    },
}

impl Fault {
    /// The stable code: a refusal's, a note's or a signature's own where there is one.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Place { .. } => "index-gap",
            Self::Malformed(error) => error.code(),
            Self::Signature(error) => error.code(),
            Self::Refused(refusal) => refusal.code(),
            Self::IdentityDiffers { .. } => "identity-differs",
            Self::Unbalanced { .. } => "tally-unbalanced",
        }
    }

    /// Whether newer rules might judge the entry: an unknown kind or version is never skipped, and
    /// never called wrong either.
    #[must_use]
    pub const fn needs_newer_rules(&self) -> bool {
        matches!(
            self,
            Self::Malformed(NoteError::Grammar(
                GrammarError::KindUnknown(_) | GrammarError::VersionUnknown(_)
            )) | Self::Refused(Refusal::RulesUnknown { .. })
        )
    }
}

/// The first entry that is wrong.
#[derive(Debug, thiserror::Error)]
#[error("entry {index} is wrong ({}): {fault}", fault.code())]
pub struct Wrong {
    /// Its index.
    pub index: u64,
    /// Its identity, where its text could be read.
    pub identity: Option<Identity>,
    /// Its kind, where its text could be read.
    pub kind: Option<Kind>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why a replay stopped before the end.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// An entry is wrong.
    #[error("{0}")]
    Wrong(Box<Wrong>),
    /// An entry follows rules that aren't known here.
    #[error("verified up to entry {verified}, newer rules needed: {fault}")]
    NewerRules {
        /// So many entries, counted from the genesis, are right.
        verified: u64,
        /// What is unknown.
        fault: Box<Fault>,
    },
    /// The notes can't be read.
    #[error("{0}")]
    Source(#[from] SourceError),
    /// Whoever looked on failed.
    #[error("what was verified can't be written: {0}")]
    LookOn(std::io::Error),
    /// A worker ended before its work was done; the reason stands on standard error.
    #[error("a worker of the verifier ended early")]
    WorkerLost,
}
