//! Proof files: an entry's place in the log, for checking without us (C2SP tlog-proof, draft v1).

use super::checkpoint::{
    CheckpointError, CheckpointVerifyError, SignedCheckpoint, VerifiedCheckpoint,
};
use super::key::VerifierKey;
use super::merkle::{
    Nodes, PROOF_HASHES_MAX, PathError, ProofError, TreeHash, included, inclusion_path, leaf_hash,
};
use super::note::LOG_NOTE_BYTES_MAX;
use crate::field::{Field, decimal};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The first line of a proof file.
const PROOF_FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// Bytes of a proof's extra data: room for a note. Nothing vouches for it, and ours carry none.
pub const PROOF_EXTRA_BYTES_MAX: usize = 16 * 1024;

/// Bytes of a whole proof file.
pub const PROOF_FILE_BYTES_MAX: usize =
    LOG_NOTE_BYTES_MAX + PROOF_EXTRA_BYTES_MAX * 2 + (PROOF_HASHES_MAX + 4) * 64;

/// Why bytes are not a proof file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofFileError {
    /// There are more bytes than a proof file may have.
    #[error("the proof file has {0} bytes, too many")]
    TooLong(usize),
    /// A line isn't what stands there.
    #[error("line {line}: expected {wanted}")]
    Line {
        /// The line's number, from 1.
        line: usize,
        /// What should stand there.
        wanted: &'static str,
    },
    /// The checkpoint can't be read.
    #[error("{0}")]
    Checkpoint(#[from] CheckpointError),
}

/// Why a proof file doesn't prove an entry's place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofCheckError {
    /// The checkpoint isn't one to trust.
    #[error("{0}")]
    Checkpoint(#[from] CheckpointVerifyError),
    /// The path doesn't lead from the entry to the checkpoint's root.
    #[error("{0}")]
    Path(#[from] ProofError),
}

/// A proof file: index, inclusion path and signed checkpoint. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogProof {
    /// Whatever somebody wrote beside it; nothing vouches for it.
    pub extra: Option<Vec<u8>>,
    /// The entry's index in the log.
    pub index: u64,
    /// The inclusion path, from the leaf's sibling upward.
    pub path: Vec<TreeHash>,
    /// The checkpoint to which it leads.
    pub checkpoint: SignedCheckpoint,
}

impl LogProof {
    /// Makes the proof of an index under a checkpoint.
    ///
    /// # Errors
    /// [`PathError`] where the index lies outside, or what the nodes say.
    pub fn make<N: Nodes>(
        index: u64,
        checkpoint: SignedCheckpoint,
        nodes: &N,
    ) -> Result<Self, PathError<N::Error>> {
        Ok(Self {
            extra: None,
            index,
            path: inclusion_path(index, checkpoint.checkpoint().size, nodes)?,
            checkpoint,
        })
    }

    /// Reads a proof file.
    ///
    /// # Errors
    /// [`ProofFileError`] for anything that would not be written again byte for byte.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofFileError> {
        if bytes.len() > PROOF_FILE_BYTES_MAX {
            return Err(ProofFileError::TooLong(bytes.len()));
        }
        let mut lines = HeadLines::new(bytes);
        if lines.next() != Some(PROOF_FIRST_LINE) {
            return Err(lines.wanted("`c2sp.org/tlog-proof@v1`"));
        }
        let mut line = lines.next();
        let encoded = line.and_then(|line| line.strip_prefix("extra "));
        let mut extra = None;
        if let Some(encoded) = encoded {
            let bytes = STANDARD.decode(encoded).ok();
            let bytes = bytes.filter(|bytes| bytes.len() <= PROOF_EXTRA_BYTES_MAX);
            extra = Some(bytes.ok_or_else(|| lines.wanted("base64 of at most 16384 bytes"))?);
            line = lines.next();
        }
        let index = line
            .and_then(|line| line.strip_prefix("index "))
            .and_then(decimal)
            .ok_or_else(|| lines.wanted("`index` and a decimal number"))?;
        let path = lines.hashes()?;
        Ok(Self {
            extra,
            index,
            path,
            checkpoint: SignedCheckpoint::parse(lines.rest)?,
        })
    }

    /// Writes the proof file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        use std::fmt::Write;
        let mut head = format!("{PROOF_FIRST_LINE}\n");
        if let Some(extra) = &self.extra {
            head.push_str("extra ");
            STANDARD.encode_string(extra, &mut head);
            head.push('\n');
        }
        writeln!(head, "index {}", self.index).expect("writing to a string can't fail");
        write_hashes(&self.path, &mut head);
        head.push('\n');
        let mut file = head.into_bytes();
        file.extend_from_slice(self.checkpoint.bytes());
        file
    }

    /// Checks that the entry, byte for byte, stands at the index of a log whose key and cosigners
    /// are known. Whether they are enough is for a [`Policy`](super::Policy) to say.
    ///
    /// # Errors
    /// [`ProofCheckError`].
    pub fn check<'k>(
        &self,
        entry: &[u8],
        log: &'k VerifierKey,
        cosigners: impl IntoIterator<Item = &'k VerifierKey>,
    ) -> Result<VerifiedCheckpoint, ProofCheckError> {
        let verified = self.checkpoint.verify(log, cosigners)?;
        self.leads(entry)?;
        Ok(verified)
    }

    /// Checks the path alone, from the entry to the root that the checkpoint names.
    ///
    /// # Errors
    /// [`ProofError`].
    pub fn leads(&self, entry: &[u8]) -> Result<(), ProofError> {
        let checkpoint = self.checkpoint.checkpoint();
        included(
            self.index,
            checkpoint.size,
            &leaf_hash(entry),
            &self.path,
            &checkpoint.root,
        )
    }
}

/// The lines before a blank one, and what follows as it stands: how a proof and a witness's
/// submission begin.
pub(super) struct HeadLines<'a> {
    pub(super) rest: &'a [u8],
    number: usize,
}

impl<'a> HeadLines<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            number: 0,
        }
    }

    /// The next line without its line feed; nothing where it doesn't end or isn't UTF-8.
    pub(super) fn next(&mut self) -> Option<&'a str> {
        self.number += 1;
        let end = self.rest.iter().position(|byte| *byte == b'\n')?;
        let (line, rest) = self.rest.split_at(end);
        self.rest = &rest[1..];
        std::str::from_utf8(line).ok()
    }

    /// Hashes up to and with the blank line, at most [`PROOF_HASHES_MAX`].
    pub(super) fn hashes(&mut self) -> Result<Vec<TreeHash>, ProofFileError> {
        let mut hashes = Vec::new();
        loop {
            match self.next() {
                Some("") => return Ok(hashes),
                Some(line) if hashes.len() < PROOF_HASHES_MAX => {
                    let hash = TreeHash::parse(line);
                    hashes.push(hash.map_err(|error| self.wanted(error.wanted))?);
                }
                _ => return Err(self.wanted("at most 63 hashes and a blank line")),
            }
        }
    }

    /// The error that names the line read last.
    pub(super) const fn wanted(&self, wanted: &'static str) -> ProofFileError {
        ProofFileError::Line {
            line: self.number,
            wanted,
        }
    }
}

pub(super) fn write_hashes(hashes: &[TreeHash], out: &mut String) {
    for hash in hashes {
        hash.write(out);
        out.push('\n');
    }
}
