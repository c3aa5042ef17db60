//! What can go wrong with the log.

use crate::store::StoreError;
use std::io::ErrorKind;
use std::path::PathBuf;

/// Why the log can't be published. Entries that were committed are safe all the same: they are
/// published once the cause is gone.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The ledger has fewer entries than were published.
    #[error(
        "the ledger has {entries} entries, but a checkpoint of {published} was signed and kept in {kept}: an older \
         state of the ledger was put back, or it is another ledger's checkpoint"
    )]
    Shorter {
        /// Entries in the database.
        entries: u64,
        /// The size of the kept checkpoint.
        published: u64,
        /// Where it is kept.
        kept: PathBuf,
    },
    /// The entries aren't those that were published.
    #[error(
        "the ledger's first {size} entries aren't those of the checkpoint that was signed and kept in {kept}: they \
         give another root, so another history was put in their place"
    )]
    OtherHistory {
        /// The size of the kept checkpoint.
        size: u64,
        /// Where it is kept.
        kept: PathBuf,
    },
    /// The kept checkpoint isn't one of this log under this key.
    #[error("{kept}: not a checkpoint of this log under its key: {reason}")]
    Kept {
        /// Where it is kept.
        kept: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The genesis names another key than the one that would sign.
    #[error("the genesis names another key as the log's than the one that is given")]
    OtherKey,
    /// A witness has somebody else's key.
    #[error("the witness {witness} has the key of {whose}: a witness needs a key of its own")]
    WitnessKey {
        /// What the policy calls it.
        witness: String,
        /// Whose key it is.
        whose: String,
    },
    /// A tile was written from other entries.
    #[error("{path}: this tile was made from other entries than the ledger now has")]
    OtherTile {
        /// The tile.
        path: PathBuf,
    },
    /// The new tree doesn't continue the last one that was signed.
    #[error(
        "the tree of {size} entries doesn't continue the one of {signed} that was signed: {reason}"
    )]
    Inconsistent {
        /// The size last signed.
        signed: u64,
        /// The size that would be signed.
        size: u64,
        /// What the proof says.
        reason: String,
    },
    /// An entry that must be there isn't.
    #[error("entry {index} can't be read")]
    EntryMissing {
        /// Its index.
        index: u64,
    },
    /// A folder that must be empty isn't.
    #[error("{0} isn't empty")]
    NotEmpty(PathBuf),
    /// An entry is longer than a log can publish.
    #[error("a bundle can't be written: {0}")]
    Bundle(#[from] ledger::log::BundleError),
    /// A file can't be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The disk is full.
    #[error("the disk is full: nothing new is published until there is room")]
    DiskFull,
    /// The database's error.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LogError {
    /// Puts a file's name to an error.
    pub(super) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::File { path, source },
        }
    }

    /// Whether the log would contradict what it signed. Nothing mends that but an operator.
    #[must_use]
    pub const fn is_contradiction(&self) -> bool {
        matches!(
            self,
            Self::Shorter { .. }
                | Self::OtherHistory { .. }
                | Self::Kept { .. }
                | Self::OtherKey
                | Self::OtherTile { .. }
                | Self::Inconsistent { .. }
        )
    }

    /// How an operator mends it.
    #[must_use]
    pub const fn mend(&self) -> Option<&'static str> {
        match self {
            Self::Shorter { .. } | Self::OtherHistory { .. } => Some(
                "Nothing was signed. Put the newest state of the ledger back, or take the missing entries from a \
                 mirror with `countersign submit`. If they are lost for good, say so in public and found a new \
                 ledger: this log can't go on. docs/OPERATIONS.md, \"The log\", says more.",
            ),
            Self::Kept { .. } => Some(
                "Give the key that signed it with --checkpoint-key, or the file of this ledger with --checkpoint-kept.",
            ),
            Self::OtherKey => {
                Some("Give the key file that `countersign init` made, with --checkpoint-key.")
            }
            Self::NotEmpty(_) => Some("Name a folder that doesn't exist yet."),
            Self::WitnessKey { .. } => Some(
                "A key that signs other texts could be made to sign a checkpoint by mistake. Ask the witness for a key \
                 that it made for this, and name that one in the policy.",
            ),
            Self::OtherTile { .. } => Some(
                "Was an older state of the ledger put back? Then put the newest back. If the file alone is damaged, \
                 remove it: it is made again from the entries.",
            ),
            _ => None,
        }
    }
}
