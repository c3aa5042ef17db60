//! Evidence: a log contradicts itself, in one file that carries every byte a third party needs.
//!
//! ```text
//! countersign/v1/evidence
//! kind <kind>
//! [line <which answer, from 1>]
//! [other-line <which answer of the other note, from 1>]
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
//!
//! `fork` carries the root that the later checkpoint gives the earlier size, and the consistency
//! path that shows it. What `late` shows rests on the cosigner: whoever wants to frame a log can
//! bring an old checkpoint to a witness that has seen none since. `refusal` shows nothing before the
//! replay. All others need no key but the log's.

use super::answer::submission_identity;
use super::answer::{AnswerLine, Answers, AnswersError, INCLUSION_SECONDS, SignedAnswers};
use super::checkpoint::{CheckpointError, CheckpointVerifyError, SignedCheckpoint};
use super::key::{KeyName, VerifierKey};
use super::merkle::{PROOF_HASHES_MAX, ProofError, TreeHash, consistent};
use super::note::LOG_NOTE_BYTES_MAX;
use super::proof::{LogProof, ProofCheckError, ProofFileError};
use crate::entry::Entry;
use crate::field::{Field, Identity, Moment, decimal};
use crate::note::{Note, NoteError};

const EVIDENCE_FIRST_LINE: &str = "countersign/v1/evidence";

/// Bytes of an evidence file: two notes of the log, an entry and a few lines.
pub const EVIDENCE_BYTES_MAX: usize = 2 * LOG_NOTE_BYTES_MAX + 256 * 1024;

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

impl Evidence {
    const fn kind(&self) -> &'static str {
        match self {
            Self::WrongLeaf { .. } => "wrong-leaf",
            Self::Clock { .. } => "clock",
            Self::TwoAnswers { .. } => "two-answers",
            Self::Late { .. } => "late",
            Self::Refusal { .. } => "refusal",
            Self::Fork { .. } => "fork",
            Self::BadEntry(_) => "bad-entry",
        }
    }

    /// Writes the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut file = format!("{EVIDENCE_FIRST_LINE}\nkind {}\n", self.kind()).into_bytes();
        match self {
            Self::WrongLeaf { answered, placed } | Self::Clock { answered, placed } => {
                field(&mut file, "line", &answered.line);
                part(&mut file, "answers", answered.answers.bytes());
                write_placed(&mut file, placed);
            }
            Self::TwoAnswers { answered, other } => {
                field(&mut file, "line", &answered.line);
                field(&mut file, "other-line", &other.line);
                part(&mut file, "answers", answered.answers.bytes());
                part(&mut file, "other", other.answers.bytes());
            }
            Self::Late {
                answered,
                checkpoint,
            } => {
                field(&mut file, "line", &answered.line);
                part(&mut file, "answers", answered.answers.bytes());
                part(&mut file, "checkpoint", checkpoint.bytes());
            }
            Self::Refusal { answered, entry } => {
                field(&mut file, "line", &answered.line);
                part(&mut file, "answers", answered.answers.bytes());
                part(&mut file, "entry", entry);
            }
            Self::Fork {
                earlier,
                later,
                root,
                path,
            } => {
                field(&mut file, "root", root);
                for hash in path {
                    field(&mut file, "hash", hash);
                }
                part(&mut file, "earlier", earlier.bytes());
                part(&mut file, "later", later.bytes());
            }
            Self::BadEntry(placed) => write_placed(&mut file, placed),
        }
        file
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`EvidenceError`] for anything that would not be written again byte for byte.
    pub fn parse(bytes: &[u8]) -> Result<Self, EvidenceError> {
        if bytes.len() > EVIDENCE_BYTES_MAX {
            return Err(EvidenceError::Form("a shorter file"));
        }
        let mut reader = Reader(bytes);
        if reader.line() != Some(EVIDENCE_FIRST_LINE) {
            return Err(EvidenceError::Form("`countersign/v1/evidence`"));
        }
        let kind = reader.field("kind");
        let evidence = match kind.unwrap_or_default() {
            "wrong-leaf" => {
                let answered = reader.answered()?;
                let placed = reader.placed()?;
                Self::WrongLeaf { answered, placed }
            }
            "clock" => {
                let answered = reader.answered()?;
                let placed = reader.placed()?;
                Self::Clock { answered, placed }
            }
            "two-answers" => reader.two_answers()?,
            "late" => Self::Late {
                answered: reader.answered()?,
                checkpoint: SignedCheckpoint::parse(reader.part("checkpoint")?)?,
            },
            "refusal" => Self::Refusal {
                answered: reader.answered()?,
                entry: reader.part("entry")?.to_vec(),
            },
            "fork" => reader.fork()?,
            "bad-entry" => Self::BadEntry(reader.placed()?),
            _ => return Err(EvidenceError::Form("a kind of evidence that is known here")),
        };
        if reader.0.is_empty() {
            Ok(evidence)
        } else {
            Err(EvidenceError::Form("nothing behind the last part"))
        }
    }
}

fn field(file: &mut Vec<u8>, name: &str, value: &impl std::fmt::Display) {
    file.extend_from_slice(format!("{name} {value}\n").as_bytes());
}

fn part(file: &mut Vec<u8>, name: &str, bytes: &[u8]) {
    file.extend_from_slice(format!("part {name} {}\n", bytes.len()).as_bytes());
    file.extend_from_slice(bytes);
    file.push(b'\n');
}

fn write_placed(file: &mut Vec<u8>, placed: &Placed) {
    part(file, "proof", &placed.proof.to_bytes());
    part(file, "entry", &placed.entry);
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn line(&mut self) -> Option<&'a str> {
        let end = self.0.iter().position(|byte| *byte == b'\n')?;
        let (line, rest) = self.0.split_at(end);
        self.0 = &rest[1..];
        std::str::from_utf8(line).ok()
    }

    /// The value of the next line, if it holds this field; otherwise nothing is taken.
    fn field(&mut self, name: &str) -> Option<&'a str> {
        let mut ahead = Self(self.0);
        let value = ahead.line()?.strip_prefix(name)?.strip_prefix(' ')?;
        self.0 = ahead.0;
        Some(value)
    }

    fn number(&mut self, name: &'static str) -> Result<usize, EvidenceError> {
        self.field(name)
            .and_then(decimal)
            .and_then(|number| usize::try_from(number).ok())
            .ok_or(EvidenceError::Form("the number of an answer"))
    }

    fn part(&mut self, name: &'static str) -> Result<&'a [u8], EvidenceError> {
        let length = self.field("part").and_then(|part| {
            let length = part.strip_prefix(name)?.strip_prefix(' ')?;
            usize::try_from(decimal(length)?).ok()
        });
        let bytes = length.and_then(|length| {
            let (bytes, rest) = self.0.split_at_checked(length)?;
            self.0 = rest.strip_prefix(b"\n")?;
            Some(bytes)
        });
        bytes.ok_or(EvidenceError::Form(name))
    }

    fn answers(&mut self, name: &'static str) -> Result<SignedAnswers, EvidenceError> {
        Ok(SignedAnswers::parse(self.part(name)?)?)
    }

    fn answered(&mut self) -> Result<Answered, EvidenceError> {
        Ok(Answered {
            line: self.number("line")?,
            answers: self.answers("answers")?,
        })
    }

    fn placed(&mut self) -> Result<Placed, EvidenceError> {
        Ok(Placed {
            proof: LogProof::parse(self.part("proof")?)?,
            entry: self.part("entry")?.to_vec(),
        })
    }

    fn two_answers(&mut self) -> Result<Evidence, EvidenceError> {
        let (line, other_line) = (self.number("line")?, self.number("other-line")?);
        Ok(Evidence::TwoAnswers {
            answered: Answered {
                answers: self.answers("answers")?,
                line,
            },
            other: Answered {
                answers: self.answers("other")?,
                line: other_line,
            },
        })
    }

    fn hash(&mut self, name: &'static str) -> Result<Option<TreeHash>, EvidenceError> {
        let hash = self.field(name).map(TreeHash::parse).transpose();
        hash.map_err(|error| EvidenceError::Form(error.wanted))
    }

    fn fork(&mut self) -> Result<Evidence, EvidenceError> {
        let root = self.hash("root")?;
        let root = root.ok_or(EvidenceError::Form("`root` and a hash"))?;
        let mut path = Vec::new();
        while path.len() < PROOF_HASHES_MAX
            && let Some(hash) = self.hash("hash")?
        {
            path.push(hash);
        }
        Ok(Evidence::Fork {
            earlier: SignedCheckpoint::parse(self.part("earlier")?)?,
            later: SignedCheckpoint::parse(self.part("later")?)?,
            root,
            path,
        })
    }
}
