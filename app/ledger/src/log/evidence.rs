//! Evidence: a log contradicts itself, in one file that carries every byte a third party needs.
//!
//! ```text
//! countersign/v1/evidence
//! kind <kind>
//! [line <which answer, from 1>]
//! [other-line <which answer of the other note, from 1>]
//! [code <refusal code>]
//! [root <base64>]
//! [hash <base64>]...
//! part <name> <bytes>
//! <so many bytes> LF
//! ...
//! ```
//!
//! | kind | lines | parts | what it shows |
//! |---|---|---|---|
//! | `wrong-leaf` | line | answers, proof, entry | another entry stands at an accepted index |
//! | `clock` | line | answers, proof, entry | a tick more than 60 s after the answer stands before the accepted index |
//! | `two-answers` | line, other-line | answers, other | two answers can't both be true |
//! | `late` | line | answers, checkpoint | a cosigner saw a checkpoint without the entry more than 60 s after the answer |
//! | `refusal` | line | answers, entry | what was refused, to be judged again by replaying the ledger |
//! | `fork` | root, hash | earlier, later | two histories under one key |
//! | `bad-entry` | | proof, entry | the log holds what is no entry |
//! | `broken-rule` | code | proof, entry | an entry that the rules refuse, to be judged again by replaying the ledger |
//!
//! `fork` carries the root that the later checkpoint gives the earlier size, and the consistency
//! path that shows it. What `late` shows rests on the cosigner: whoever wants to frame a log can
//! bring an old checkpoint to a witness that has seen none since. `refusal` and `broken-rule`
//! show nothing before the replay. All others need no key but the log's.

use super::answer::{
    AnswerCode, AnswerLine, Answers, AnswersError, INCLUSION_SECONDS, SignedAnswers,
    submission_identity,
};
use super::checkpoint::{CheckpointError, CheckpointVerifyError, SignedCheckpoint};
use super::key::{KeyName, VerifierKey};
use super::merkle::{ProofError, TreeHash, consistent};
use super::proof::{LogProof, ProofCheckError, ProofFileError};
use crate::entry::Entry;
use crate::field::{Identity, Moment};
use crate::note::{Note, NoteError};

/// One answer of a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The receipt.
    pub answers: SignedAnswers,
    /// Which of its lines, from 1.
    pub line: usize,
}

/// An entry with the proof of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The proof.
    pub proof: LogProof,
    /// The entry's bytes.
    pub entry: Vec<u8>,
}

/// What a log can be held to. Making one checks nothing; [`Evidence::check`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Another entry stands at an accepted index.
    WrongLeaf {
        /// The answer.
        answered: Answered,
        /// What stands there.
        placed: Placed,
    },
    /// A tick stands before the accepted index whose time is past the answer's by more than
    /// [`INCLUSION_SECONDS`]: the log had not got as far when it said so.
    Clock {
        /// The answer.
        answered: Answered,
        /// The tick.
        placed: Placed,
    },
    /// Two answers can't both be true.
    TwoAnswers {
        /// One.
        answered: Answered,
        /// The other.
        other: Answered,
    },
    /// A cosigner saw a checkpoint without the accepted entry more than [`INCLUSION_SECONDS`] after
    /// the answer.
    Late {
        /// The answer.
        answered: Answered,
        /// The checkpoint with its cosignatures.
        checkpoint: SignedCheckpoint,
    },
    /// A submission that was refused, to be judged again.
    Refusal {
        /// The answer.
        answered: Answered,
        /// The submission.
        entry: Vec<u8>,
    },
    /// Two histories under one key.
    Fork {
        /// The checkpoint of the smaller size, or of the same.
        earlier: SignedCheckpoint,
        /// The checkpoint of the larger size.
        later: SignedCheckpoint,
        /// The root that the later tree has at the earlier size.
        root: TreeHash,
        /// The consistency path from that root to the later checkpoint's.
        path: Vec<TreeHash>,
    },
    /// The log holds what is no entry.
    BadEntry(Placed),
    /// The log holds an entry that the rules refuse, or whose signatures don't hold.
    BrokenRule {
        /// The entry.
        placed: Placed,
        /// The code that the rules refuse it with at its index.
        code: AnswerCode,
    },
}

/// What an evidence file shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The log said that one entry stands at an index where another does.
    WrongLeaf {
        /// The index.
        index: u64,
        /// What it said.
        said: Identity,
        /// What stands there.
        found: Identity,
    },
    /// The log's clock was past the answer before it reached the accepted index.
    Clock {
        /// The accepted index.
        index: u64,
        /// When it said so.
        answered: Moment,
        /// The tick's index.
        tick: u64,
        /// The tick's time.
        time: Moment,
    },
    /// Two answers name one index for two entries, or two indexes for one.
    TwoAnswers,
    /// A later answer names a ledger too small for the accepted index.
    SizeBack {
        /// The accepted index.
        index: u64,
        /// The size that the later answer names.
        size: u64,
    },
    /// A cosigner saw a checkpoint without the entry, too late.
    Late {
        /// The accepted index.
        index: u64,
        /// The checkpoint's size.
        size: u64,
        /// Who saw it.
        by: KeyName,
        /// When.
        time: Moment,
    },
    /// Nothing yet: replay the ledger to this size and judge the submission; if it is admitted, or
    /// refused with another code, the log's answer was false.
    ToReplay {
        /// The submission.
        identity: Identity,
        /// The code that it was refused with.
        code: String,
        /// The size at which it was judged.
        size: u64,
    },
    /// The log has two histories.
    Fork {
        /// The size at which they differ.
        size: u64,
        /// The root that the earlier checkpoint names.
        earlier: TreeHash,
        /// The root that the later tree has there.
        later: TreeHash,
    },
    /// The log holds what is no entry.
    BadEntry {
        /// Where.
        index: u64,
        /// Why it is none.
        error: NoteError,
    },
    /// Nothing yet: replay the ledger up to this index and judge the entry that stands there; if it
    /// is refused, the log's operator broke the rules.
    RuleToReplay {
        /// Where.
        index: u64,
        /// What stands there.
        identity: Identity,
        /// The code that it is said to be refused with.
        code: String,
    },
}

/// Why a file is not evidence, or shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// The file can't be read.
    #[error("evidence: expected {0}")]
    Form(&'static str),
    /// A receipt can't be read, or isn't the log's.
    #[error("{0}")]
    Answers(#[from] AnswersError),
    /// A checkpoint can't be read.
    #[error("{0}")]
    CheckpointForm(#[from] CheckpointError),
    /// A checkpoint isn't the log's.
    #[error("{0}")]
    Checkpoint(#[from] CheckpointVerifyError),
    /// A proof can't be read.
    #[error("{0}")]
    ProofForm(#[from] ProofFileError),
    /// A proof doesn't hold.
    #[error("{0}")]
    Proof(#[from] ProofCheckError),
    /// A consistency path doesn't hold.
    #[error("{0}")]
    Path(#[from] ProofError),
    /// Everything holds, and the log doesn't contradict itself.
    #[error("no contradiction: {0}")]
    Consistent(&'static str),
}

impl Answered {
    fn of(&self, log: &VerifierKey) -> Result<(&Answers, &AnswerLine), EvidenceError> {
        let answers = self.answers.verify(log)?;
        let place = self.line.checked_sub(1);
        let line = place.and_then(|place| answers.lines.get(place));
        let line = line.ok_or(EvidenceError::Form("the number of one of the answers"))?;
        Ok((answers, line))
    }

    fn accepted(&self, log: &VerifierKey) -> Result<(&Answers, Identity, u64), EvidenceError> {
        match self.of(log)? {
            (answers, AnswerLine::Accepted { identity, index }) => Ok((answers, *identity, *index)),
            _ => Err(EvidenceError::Consistent("the answer accepts nothing")),
        }
    }
}

impl Evidence {
    /// Checks every signature and proof, and whether they contradict each other. Cosigners matter
    /// for [`Evidence::Late`] alone.
    ///
    /// # Errors
    /// [`EvidenceError`] that says what doesn't hold.
    pub fn check(
        &self,
        log: &VerifierKey,
        cosigners: &[VerifierKey],
    ) -> Result<Contradiction, EvidenceError> {
        match self {
            Self::WrongLeaf { answered, placed } => wrong_leaf(answered, placed, log),
            Self::Clock { answered, placed } => clock(answered, placed, log),
            Self::TwoAnswers { answered, other } => two_answers(answered, other, log),
            Self::Late {
                answered,
                checkpoint,
            } => late(answered, checkpoint, log, cosigners),
            Self::Refusal { answered, entry } => refusal(answered, entry, log),
            Self::Fork {
                earlier,
                later,
                root,
                path,
            } => fork(earlier, later, root, path, log),
            Self::BadEntry(placed) => bad_entry(placed, log),
            Self::BrokenRule { placed, code } => {
                placed.proof.check(&placed.entry, log, [])?;
                Ok(Contradiction::RuleToReplay {
                    index: placed.proof.index,
                    identity: submission_identity(&placed.entry),
                    code: code.to_string(),
                })
            }
        }
    }
}

fn wrong_leaf(
    answered: &Answered,
    placed: &Placed,
    log: &VerifierKey,
) -> Result<Contradiction, EvidenceError> {
    let (_, said, index) = answered.accepted(log)?;
    placed.proof.check(&placed.entry, log, [])?;
    let found = submission_identity(&placed.entry);
    if placed.proof.index != index {
        return Err(EvidenceError::Consistent("the proof is of another index"));
    }
    if found == said {
        return Err(EvidenceError::Consistent(
            "the entry stands where it should",
        ));
    }
    Ok(Contradiction::WrongLeaf { index, said, found })
}

fn clock(
    answered: &Answered,
    placed: &Placed,
    log: &VerifierKey,
) -> Result<Contradiction, EvidenceError> {
    let (answers, _, index) = answered.accepted(log)?;
    placed.proof.check(&placed.entry, log, [])?;
    let note = Note::parse(&placed.entry);
    let Some(Entry::Tick(tick)) = note.as_ref().ok().map(Note::entry) else {
        return Err(EvidenceError::Consistent("the entry is no tick"));
    };
    if placed.proof.index >= index || !past(answers.time, tick.time) {
        return Err(EvidenceError::Consistent("the tick is not past the answer"));
    }
    Ok(Contradiction::Clock {
        index,
        answered: answers.time,
        tick: placed.proof.index,
        time: tick.time,
    })
}

/// Whether more than the time for inclusion lies between two moments.
const fn past(answered: Moment, later: Moment) -> bool {
    later.seconds().saturating_sub(answered.seconds()) > INCLUSION_SECONDS
}

fn two_answers(
    answered: &Answered,
    other: &Answered,
    log: &VerifierKey,
) -> Result<Contradiction, EvidenceError> {
    let (answers, identity, index) = answered.accepted(log)?;
    let (later, line) = other.of(log)?;
    if let AnswerLine::Accepted {
        identity: other,
        index: place,
    } = line
        && (*other == identity) != (*place == index)
    {
        return Ok(Contradiction::TwoAnswers);
    }
    // Notes are signed side by side, so a slower one may name an older size: not by a minute.
    if later.size <= index && past(answers.time, later.time) {
        return Ok(Contradiction::SizeBack {
            index,
            size: later.size,
        });
    }
    Err(EvidenceError::Consistent("both answers can be true"))
}

fn late(
    answered: &Answered,
    checkpoint: &SignedCheckpoint,
    log: &VerifierKey,
    cosigners: &[VerifierKey],
) -> Result<Contradiction, EvidenceError> {
    let (answers, _, index) = answered.accepted(log)?;
    let verified = checkpoint.verify(log, cosigners)?;
    let size = verified.checkpoint().size;
    let seen = verified.signed().iter().find_map(|signed| {
        Some((
            signed,
            signed.time.filter(|time| past(answers.time, *time))?,
        ))
    });
    match seen {
        Some((signed, time)) if size <= index => Ok(Contradiction::Late {
            index,
            size,
            by: signed.key.name().clone(),
            time,
        }),
        _ => Err(EvidenceError::Consistent(
            "no known cosigner saw it without the entry, later than it may be",
        )),
    }
}

fn refusal(
    answered: &Answered,
    entry: &[u8],
    log: &VerifierKey,
) -> Result<Contradiction, EvidenceError> {
    let (
        _,
        AnswerLine::Refused {
            identity,
            code,
            size,
        },
    ) = answered.of(log)?
    else {
        return Err(EvidenceError::Consistent("the answer refuses nothing"));
    };
    if submission_identity(entry) != *identity {
        return Err(EvidenceError::Consistent("another submission was refused"));
    }
    Ok(Contradiction::ToReplay {
        identity: *identity,
        code: code.to_string(),
        size: *size,
    })
}

fn fork(
    earlier: &SignedCheckpoint,
    later: &SignedCheckpoint,
    root: &TreeHash,
    path: &[TreeHash],
    log: &VerifierKey,
) -> Result<Contradiction, EvidenceError> {
    let (old, new) = (earlier.verify(log, [])?, later.verify(log, [])?);
    let (old, new) = (old.checkpoint(), new.checkpoint());
    consistent(old.size, new.size, root, &new.root, path)?;
    if *root == old.root {
        return Err(EvidenceError::Consistent(
            "the later tree continues the earlier",
        ));
    }
    Ok(Contradiction::Fork {
        size: old.size,
        earlier: old.root,
        later: *root,
    })
}

fn bad_entry(placed: &Placed, log: &VerifierKey) -> Result<Contradiction, EvidenceError> {
    placed.proof.check(&placed.entry, log, [])?;
    match Note::parse(&placed.entry) {
        Ok(_) => Err(EvidenceError::Consistent("the entry can be read")),
        Err(error) => Ok(Contradiction::BadEntry {
            index: placed.proof.index,
            error,
        }),
    }
}
