//! Checkpoints: a log's size and root under its name (C2SP tlog-checkpoint v1.0.0).

use super::key::{LogKey, Origin, VerifierKey};
use super::merkle::{EMPTY_ROOT, SIZE_MAX, TreeHash};
use super::note::{NoteLine, Signed, SignedNote, SignedNoteError, VerifyError};
use crate::field::{Field, Moment, decimal};

/// Why a note is not a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The bytes are no signed note.
    #[error("{0}")]
    Note(#[from] SignedNoteError),
    /// The text isn't three lines: name, size and root. Lines below them are allowed by the
    /// specification and refused here, as by witnesses in use.
    #[error("a checkpoint's text is three lines: the log's name, the size, the root in base64")]
    Text,
}

/// Why a checkpoint isn't one to trust.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointVerifyError {
    /// The checkpoint is another log's.
    #[error("the checkpoint is of the log {found}, not of {wanted}")]
    OriginDiffers {
        /// The log that it names.
        found: Origin,
        /// The log whose key is known.
        wanted: Origin,
    },
    /// The checkpoint is of a log of which no key is known.
    #[error("no key of the log {found} is known here")]
    OriginUnknown {
        /// The log that it names.
        found: Origin,
    },
    /// The log itself didn't sign it, whoever else did.
    #[error("the log's own signature is missing")]
    LogMissing,
    /// A signature fails, or none is known.
    #[error("{0}")]
    Signatures(#[from] VerifyError),
}

/// What a checkpoint says: `<origin> LF <size> LF <root> LF`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: Origin,
    /// How many entries the log has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: TreeHash,
}

impl Checkpoint {
    /// The checkpoint of a log without entries.
    #[must_use]
    pub const fn empty(origin: Origin) -> Self {
        Self {
            origin,
            size: 0,
            root: EMPTY_ROOT,
        }
    }

    /// Reads the text of a checkpoint.
    ///
    /// # Errors
    /// [`CheckpointError::Text`] for anything that would not be written again byte for byte.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.split('\n');
        let (Some(origin), Some(size), Some(root), Some(""), None) = (
            lines.next(),
            lines.next(),
            lines.next(),
            lines.next(),
            lines.next(),
        ) else {
            return Err(CheckpointError::Text);
        };
        Ok(Self {
            origin: Origin::parse(origin).map_err(|_| CheckpointError::Text)?,
            size: decimal(size)
                .filter(|size| *size <= SIZE_MAX)
                .ok_or(CheckpointError::Text)?,
            root: TreeHash::parse(root).map_err(|_| CheckpointError::Text)?,
        })
    }

    /// Writes the text; ends in a line feed.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, self.root)
    }
}

/// A checkpoint with signature lines; the signatures are not checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: SignedNote,
}

/// A checkpoint that the log signed, and everybody known who cosigned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedCheckpoint {
    checkpoint: Checkpoint,
    note: SignedNote,
    signed: Vec<Signed>,
}

impl SignedCheckpoint {
    /// Reads a checkpoint with its signatures; lines of unknown types are kept as they are.
    ///
    /// # Errors
    /// [`CheckpointError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, CheckpointError> {
        Self::of(SignedNote::parse(bytes)?)
    }

    fn of(note: SignedNote) -> Result<Self, CheckpointError> {
        Ok(Self {
            checkpoint: Checkpoint::parse(note.text())?,
            note,
        })
    }

    /// Signs a checkpoint with the log's key. The name is the key's, as the specification asks, so
    /// size and root are all that it takes.
    ///
    /// # Panics
    /// Where the size is beyond [`SIZE_MAX`], which no [`Edge`](super::Edge) reaches.
    #[must_use]
    pub fn sign(size: u64, root: TreeHash, key: &LogKey) -> Self {
        let origin = key.origin().clone();
        let text = Checkpoint { origin, size, root }.to_text();
        let note = SignedNote::sign(&text, key);
        let signed = note.map_err(CheckpointError::from).and_then(Self::of);
        signed.expect("what a checkpoint writes is a checkpoint")
    }

    /// The same checkpoint with more cosignatures.
    ///
    /// # Errors
    /// [`SignedNoteError::TooManyLines`].
    pub fn with_lines(&self, lines: &[NoteLine]) -> Result<Self, SignedNoteError> {
        Ok(Self {
            checkpoint: self.checkpoint.clone(),
            note: self.note.with_lines(lines)?,
        })
    }

    /// Checks the signatures: the log's key must have signed, under the log's own name; every known
    /// cosigner's line must hold; unknown lines are passed over.
    ///
    /// # Errors
    /// [`CheckpointVerifyError`].
    pub fn verify<'k>(
        &self,
        log: &'k VerifierKey,
        cosigners: impl IntoIterator<Item = &'k VerifierKey>,
    ) -> Result<VerifiedCheckpoint, CheckpointVerifyError> {
        if *log.name() != self.checkpoint.origin {
            return Err(CheckpointVerifyError::OriginDiffers {
                found: self.checkpoint.origin.clone(),
                wanted: log.name().clone(),
            });
        }
        self.verify_any(std::slice::from_ref(log), cosigners)
    }

    /// Checks the signatures where a log may have several keys, and keys of other logs are known
    /// too: the checkpoint's name picks its own, of which one must have signed.
    ///
    /// # Errors
    /// [`CheckpointVerifyError`].
    pub fn verify_any<'k>(
        &self,
        logs: &'k [VerifierKey],
        cosigners: impl IntoIterator<Item = &'k VerifierKey>,
    ) -> Result<VerifiedCheckpoint, CheckpointVerifyError> {
        let own = || {
            logs.iter()
                .filter(|log| *log.name() == self.checkpoint.origin)
        };
        if own().next().is_none() {
            return Err(CheckpointVerifyError::OriginUnknown {
                found: self.checkpoint.origin.clone(),
            });
        }
        let signed = self.note.verify(own().chain(cosigners))?;
        if !signed
            .iter()
            .any(|signed| own().any(|log| signed.key == *log))
        {
            return Err(CheckpointVerifyError::LogMissing);
        }
        Ok(VerifiedCheckpoint {
            checkpoint: self.checkpoint.clone(),
            note: self.note.clone(),
            signed,
        })
    }

    /// What it says.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note.
    #[must_use]
    pub const fn note(&self) -> &SignedNote {
        &self.note
    }

    /// The whole note, byte for byte.
    #[must_use]
    pub const fn bytes(&self) -> &[u8] {
        self.note.bytes()
    }
}

impl VerifiedCheckpoint {
    /// What it says.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note.
    #[must_use]
    pub const fn note(&self) -> &SignedNote {
        &self.note
    }

    /// Every known key whose signature holds, the log's included, in the order of the lines.
    #[must_use]
    pub fn signed(&self) -> &[Signed] {
        &self.signed
    }

    /// When this key cosigned, the latest time where it did so more than once; nothing where it
    /// didn't.
    #[must_use]
    pub fn time_of(&self, key: &VerifierKey) -> Option<Moment> {
        let own = self.signed.iter().filter(|signed| signed.key == *key);
        own.filter_map(|signed| signed.time).max()
    }
}
