//! What a log did that it should not have done, or that keeps it from being checked.

use super::{CheckpointPair, FetchError};
use ledger::log::{
    BundleError, CheckpointError, CheckpointVerifyError, Origin, TileError, TilePath, TreeHash,
};

/// What keeps a log from being believed. Each has a stable code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Departure {
    /// Bytes don't come.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// The checkpoint can't be read.
    #[error("{place}: not a checkpoint: {error}")]
    CheckpointMalformed {
        /// Where it came from.
        place: String,
        /// What is wrong.
        error: CheckpointError,
    },
    /// The checkpoint isn't the log's, or a known signature fails.
    #[error("{place}: {error}")]
    CheckpointUntrusted {
        /// Where it came from.
        place: String,
        /// What is wrong.
        error: CheckpointVerifyError,
    },
    /// The policy asks for cosignatures that aren't there.
    #[error(
        "the checkpoint of {size} entries has {seen} of {of} witnesses, and the policy's quorum isn't there"
    )]
    QuorumMissing {
        /// The checkpoint's size.
        size: u64,
        /// How many of the policy's witnesses cosigned.
        seen: usize,
        /// How many it names.
        of: usize,
    },
    /// The log's own first entry names another key or another log than the checkpoint.
    #[error("entry 0 says {said}, the checkpoint is of {found}")]
    GenesisDiffers {
        /// What the genesis says.
        said: String,
        /// What the checkpoint's key is.
        found: String,
    },
    /// A tile of hashes is none.
    #[error("{path}: {error}")]
    TileMalformed {
        /// Which.
        path: TilePath,
        /// What is wrong.
        error: TileError,
    },
    /// A tile has another width than its path says.
    #[error("{path}: it has {found} hashes")]
    TileWidth {
        /// Which.
        path: TilePath,
        /// How many hashes came.
        found: usize,
    },
    /// A tile's hashes aren't those that the tree above it has.
    #[error("{path}: its hashes are not those of the checkpoint's tree")]
    TileDiffers {
        /// Which.
        path: TilePath,
    },
    /// The tiles of the right edge don't give the checkpoint's root.
    #[error(
        "the tiles give another root than the checkpoint of {size} entries: {found}, not {root}"
    )]
    RootDiffers {
        /// The checkpoint's size.
        size: u64,
        /// The checkpoint's root.
        root: TreeHash,
        /// The root that the tiles give.
        found: TreeHash,
    },
    /// A bundle is none, or has fewer or more entries than it should.
    #[error("{path}: {error}")]
    BundleMalformed {
        /// Which.
        path: TilePath,
        /// What is wrong.
        error: BundleError,
    },
    /// An entry isn't the one that the tree has.
    #[error("entry {index} ({path}) is not the one of the checkpoint's tree")]
    EntryDiffers {
        /// Its index.
        index: u64,
        /// Its bundle.
        path: TilePath,
    },
    /// The log's key isn't the one that signed before.
    #[error("the checkpoint in {known} isn't signed by the key that the log has now: {error}")]
    KeyChanged {
        /// Where the earlier checkpoint is kept.
        known: String,
        /// What is wrong with it under the key.
        error: CheckpointVerifyError,
    },
    /// The log has another name than before.
    #[error("it is the log {found}, the one that is known is {known}")]
    OtherLog {
        /// The log's name.
        found: Origin,
        /// The name that is known.
        known: Origin,
    },
    /// The checkpoint is smaller than one that was seen before.
    #[error("the log went back: {known} entries were signed before, it now shows {found}")]
    WentBack {
        /// The size now.
        found: u64,
        /// The size known.
        known: u64,
        /// Both.
        pair: Box<CheckpointPair>,
    },
    /// Two signed checkpoints contradict each other.
    #[error(
        "the log has two histories: its first {size} entries are not those that were signed before"
    )]
    Forked {
        /// The size of the earlier checkpoint.
        size: u64,
        /// Both, and the proof.
        pair: Box<CheckpointPair>,
    },
}

impl Departure {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Fetch(error) => error.code(),
            Self::CheckpointMalformed { .. } => "checkpoint-malformed",
            Self::CheckpointUntrusted { .. } => "checkpoint-untrusted",
            Self::QuorumMissing { .. } => "quorum-missing",
            Self::GenesisDiffers { .. } => "genesis-differs",
            Self::TileMalformed { .. } | Self::TileWidth { .. } => "tile-malformed",
            Self::TileDiffers { .. } => "tile-differs",
            Self::RootDiffers { .. } => "root-differs",
            Self::BundleMalformed { .. } => "bundle-malformed",
            Self::EntryDiffers { .. } => "entry-differs",
            Self::KeyChanged { .. } => "log-key-changed",
            Self::OtherLog { .. } => "other-log",
            Self::WentBack { .. } => "log-went-back",
            Self::Forked { .. } => "log-forked",
        }
    }

    /// Whether it may be nobody's fault: asked again, the log may answer.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Fetch(_))
    }

    /// The signed checkpoints that contradict each other, where that is what is wrong.
    #[must_use]
    pub const fn pair(&self) -> Option<&CheckpointPair> {
        match self {
            Self::WentBack { pair, .. } | Self::Forked { pair, .. } => Some(pair),
            _ => None,
        }
    }
}
