//! What a log asks of a witness, and how a witness judges it (C2SP tlog-witness v1.0.0).

use super::checkpoint::{CheckpointVerifyError, SignedCheckpoint, VerifiedCheckpoint};
use super::key::VerifierKey;
use super::merkle::{EMPTY_ROOT, PROOF_HASHES_MAX, ProofError, TreeHash, consistent};
use super::note::LOG_NOTE_BYTES_MAX;
use super::proof::{HeadLines, ProofFileError, write_hashes};
use crate::field::decimal;

/// Bytes of a submission: a checkpoint below 63 hashes and a line.
pub const ADD_CHECKPOINT_BYTES_MAX: usize = LOG_NOTE_BYTES_MAX + (PROOF_HASHES_MAX + 2) * 64;

/// The content type of the answer that names another size (status 409).
pub const TLOG_SIZE_TYPE: &str = "text/x.tlog.size";

/// The body of `add-checkpoint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size that the witness cosigned last, as far as the log knows; 0 for none.
    pub old: u64,
    /// The consistency path from there; empty where `old` is 0 or the checkpoint's size.
    pub proof: Vec<TreeHash>,
    /// The checkpoint, signed by the log.
    pub checkpoint: SignedCheckpoint,
}

impl AddCheckpoint {
    /// Reads a body.
    ///
    /// # Errors
    /// [`ProofFileError`] for anything that would not be written again byte for byte; it is
    /// answered 400.
    pub fn parse(body: &[u8]) -> Result<Self, ProofFileError> {
        if body.len() > ADD_CHECKPOINT_BYTES_MAX {
            return Err(ProofFileError::TooLong(body.len()));
        }
        let mut lines = HeadLines::new(body);
        let old = lines
            .next()
            .and_then(|line| line.strip_prefix("old "))
            .and_then(decimal)
            .ok_or_else(|| lines.wanted("`old` and a decimal number"))?;
        Ok(Self {
            old,
            proof: lines.hashes()?,
            checkpoint: SignedCheckpoint::parse(lines.rest)?,
        })
    }

    /// Writes the body.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = format!("old {}\n", self.old);
        write_hashes(&self.proof, &mut head);
        head.push('\n');
        let mut body = head.into_bytes();
        body.extend_from_slice(self.checkpoint.bytes());
        body
    }
}

/// What a witness remembers of a log: size and root of the checkpoint that it cosigned last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WitnessState {
    /// The size; 0 where it never cosigned one.
    pub size: u64,
    /// The root.
    pub root: TreeHash,
}

impl Default for WitnessState {
    /// The state before the first cosignature.
    fn default() -> Self {
        Self {
            size: 0,
            root: EMPTY_ROOT,
        }
    }
}

/// How a witness answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 200: cosign it. The new state must be stored before the answer leaves, by comparing what is
    /// stored with the state that was judged, in one step with writing.
    Cosign(Box<VerifiedCheckpoint>),
    /// 404: nobody knows that log.
    LogUnknown,
    /// 403: no signature of a trusted key, or one that fails.
    SignatureRefused(CheckpointVerifyError),
    /// 400: the old size is beyond the checkpoint's.
    OldBeyondSize,
    /// 409: another size was cosigned last. The body is that size.
    Conflict {
        /// The size cosigned last.
        size: u64,
    },
    /// 422: the proof doesn't hold.
    ProofRefused(ProofError),
    /// 422: the log has two roots for one size, both under its signature: keep them.
    TwoRoots,
    /// 422: the root of a log without entries isn't the empty tree's.
    EmptyRootDiffers,
}

impl Answer {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Cosign(_) => 200,
            Self::OldBeyondSize => 400,
            Self::SignatureRefused(_) => 403,
            Self::LogUnknown => 404,
            Self::Conflict { .. } => 409,
            Self::ProofRefused(_) | Self::TwoRoots | Self::EmptyRootDiffers => 422,
        }
    }

    /// The body of every answer but 200, whose body is the cosignature's line. That of 409 is of
    /// the type [`TLOG_SIZE_TYPE`], the others are for people.
    #[must_use]
    pub fn body(&self) -> String {
        match self {
            Self::Cosign(_) => String::new(),
            Self::LogUnknown => "this log is unknown here\n".to_owned(),
            Self::SignatureRefused(error) => format!("{error}\n"),
            Self::OldBeyondSize => "the old size is beyond the checkpoint's\n".to_owned(),
            Self::Conflict { size } => format!("{size}\n"),
            Self::ProofRefused(error) => format!("{error}\n"),
            Self::TwoRoots => "another root was cosigned for this size\n".to_owned(),
            Self::EmptyRootDiffers => "the root is not that of a log without entries\n".to_owned(),
        }
    }
}

/// Judges a submission against what a witness remembers of that log, with the keys that it trusts:
/// those of any log may be given, the checkpoint's name picks its own.
#[must_use]
pub fn judge(state: &WitnessState, request: &AddCheckpoint, keys: &[VerifierKey]) -> Answer {
    let verified = match request.checkpoint.verify_any(keys, []) {
        Ok(verified) => verified,
        Err(CheckpointVerifyError::OriginUnknown { .. }) => return Answer::LogUnknown,
        Err(error) => return Answer::SignatureRefused(error),
    };
    let checkpoint = verified.checkpoint();
    if request.old > checkpoint.size {
        return Answer::OldBeyondSize;
    }
    if request.old != state.size {
        return Answer::Conflict { size: state.size };
    }
    if checkpoint.size == 0 && checkpoint.root != EMPTY_ROOT {
        return Answer::EmptyRootDiffers;
    }
    if checkpoint.size == state.size && checkpoint.root != state.root {
        return Answer::TwoRoots;
    }
    match continues(state, request) {
        Ok(()) => Answer::Cosign(Box::new(verified)),
        Err(error) => Answer::ProofRefused(error),
    }
}

fn continues(state: &WitnessState, request: &AddCheckpoint) -> Result<(), ProofError> {
    let checkpoint = request.checkpoint.checkpoint();
    if state.size > 0 {
        return consistent(
            state.size,
            checkpoint.size,
            &state.root,
            &checkpoint.root,
            &request.proof,
        );
    }
    // Whatever comes first continues the empty tree; a proof of that doesn't exist.
    if request.proof.is_empty() {
        Ok(())
    } else {
        Err(ProofError::Length {
            found: request.proof.len(),
            wanted: 0,
        })
    }
}
