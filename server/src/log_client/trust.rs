//! Whether a checkpoint is to be believed, and whether it continues one that was.

use super::{Departure, Proven};
use ledger::log::{
    Evidence, Origin, PathError, Policy, SignedCheckpoint, Verdict, VerifiedCheckpoint,
    VerifierKey, consistency_path,
};

/// Two signed checkpoints of one log that don't go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointPair {
    /// The one that was known.
    pub known: SignedCheckpoint,
    /// The one that is shown now.
    pub found: SignedCheckpoint,
    /// What convinces whoever has the log's key. Nothing where the log only went back: an old
    /// checkpoint is true, it is just not the last.
    pub evidence: Option<Evidence>,
}

/// A checkpoint whose signatures hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// As it came.
    pub signed: SignedCheckpoint,
    /// Who signed it, of those who are known.
    pub verified: VerifiedCheckpoint,
    /// What the policy says of it, where one is given: its quorum is there.
    pub verdict: Option<Verdict>,
}

/// Reads a checkpoint that came from a place, and checks that the log signed it and that the
/// policy's quorum cosigned it.
///
/// # Errors
/// [`Departure`].
pub fn trusted(
    bytes: &[u8],
    place: &str,
    key: &VerifierKey,
    policy: Option<&Policy>,
) -> Result<Trusted, Departure> {
    let signed = read(bytes, place)?;
    let untrusted = |error| Departure::CheckpointUntrusted {
        place: place.to_owned(),
        error,
    };
    let verified = signed.verify(key, []).map_err(untrusted)?;
    let Some(policy) = policy else {
        return Ok(Trusted {
            signed,
            verified,
            verdict: None,
        });
    };
    let known = std::slice::from_ref(key);
    let verdict = policy.evaluate(&signed, known).map_err(untrusted)?;
    if !verdict.quorum {
        let (seen, of) = verdict.seen();
        let size = signed.checkpoint().size;
        return Err(Departure::QuorumMissing { size, seen, of });
    }
    Ok(Trusted {
        signed,
        verified: verdict.checkpoint.clone(),
        verdict: Some(verdict),
    })
}

/// Reads a checkpoint that came from a place.
///
/// # Errors
/// [`Departure::CheckpointMalformed`].
pub fn read(bytes: &[u8], place: &str) -> Result<SignedCheckpoint, Departure> {
    SignedCheckpoint::parse(bytes).map_err(|error| Departure::CheckpointMalformed {
        place: place.to_owned(),
        error,
    })
}

/// Makes sure that a log still has the name that is known.
///
/// # Errors
/// [`Departure::OtherLog`].
pub fn same_log(found: &Origin, known: &Origin) -> Result<(), Departure> {
    if found == known {
        return Ok(());
    }
    Err(Departure::OtherLog {
        found: found.clone(),
        known: known.clone(),
    })
}

/// Checks that the tree of a checkpoint continues one that was signed before. Both checkpoints'
/// signatures hold; `proven` is the tree of `found`.
///
/// # Errors
/// [`Departure::WentBack`] or [`Departure::Forked`], with both checkpoints and, for a fork, the path
/// that shows it; or whatever keeps the tiles from being read.
pub fn continues(
    known: &SignedCheckpoint,
    found: &SignedCheckpoint,
    proven: &Proven,
) -> Result<(), Departure> {
    let (old, new) = (known.checkpoint(), found.checkpoint());
    same_log(&new.origin, &old.origin)?;
    let pair = |evidence| {
        Box::new(CheckpointPair {
            known: known.clone(),
            found: found.clone(),
            evidence,
        })
    };
    if new.size < old.size {
        return Err(Departure::WentBack {
            found: new.size,
            known: old.size,
            pair: pair(None),
        });
    }
    let root = proven.edge_at(old.size)?.root();
    if root == old.root {
        return Ok(());
    }
    // A tree without entries has one root, and a checkpoint that names another proves nothing more.
    let path = match consistency_path(old.size, new.size, proven) {
        Ok(path) => Some(path),
        Err(PathError::Node(departure)) => return Err(departure),
        Err(PathError::Proof(_)) => None,
    };
    let evidence = path.map(|path| Evidence::Fork {
        earlier: known.clone(),
        later: found.clone(),
        root,
        path,
    });
    Err(Departure::Forked {
        size: old.size,
        pair: pair(evidence),
    })
}
