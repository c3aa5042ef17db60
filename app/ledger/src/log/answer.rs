//! Answers: what became of submissions, signed by the log's key before the submitter hears it, so
//! that an operator can't deny having taken an entry or hide why it refused one.
//!
//! One submission or a batch of up to 256, one line each, in the order of submission:
//!
//! ```text
//! countersign/v1/answers
//! log <origin>
//! time <UTC seconds, as 2026-11-22T05:00:00Z>
//! size <entries of the ledger when this was signed>
//! accepted <identity> <index>
//! refused <identity> <code> <size>
//! ```
//!
//! A refusal names the size at which it was judged, since entries before it in the same batch may
//! have been admitted: whoever replays the ledger up to that size must reach the same refusal. So
//! every accepted index lies below the note's size, and no refusal's size beyond it. A retry of an
//! admitted entry is `accepted` with its first index.

use super::key::{LogKey, Origin, VerifierKey};
use super::merkle::SIZE_MAX;
use super::note::{SignedNote, SignedNoteError, VerifyError};
use crate::field::{Field, Identity, Moment, decimal};
use crate::grammar::FieldError;
use compact_str::CompactString;

/// The first line of answers: what a log's key signs is told apart by it. No checkpoint has it,
/// since no size follows.
const ANSWERS_FIRST_LINE: &str = "countersign/v1/answers";

/// Answers in one note: as many as a batch may have submissions.
pub const ANSWERS_MAX: usize = 256;

/// Seconds within which an accepted entry must stand under a published checkpoint.
pub const INCLUSION_SECONDS: i64 = 60;

/// Bytes of a refusal's code.
const CODE_BYTES_MAX: usize = 64;

/// A refusal's stable code: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCode(CompactString);

impl AnswerCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for AnswerCode {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=CODE_BYTES_MAX).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(CompactString::new(text)))
        } else {
            Err(FieldError::new(
                "a code of lower-case letters, digits and hyphens",
            ))
        }
    }
}

impl std::fmt::Display for AnswerCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The identity under which a submission is answered, whatever its bytes: SHA3-256 of the text, up
/// to and with the line feed before the last blank line; of all bytes where there is no blank line.
/// For a note that can be read it is the entry's identity.
#[must_use]
pub fn submission_identity(bytes: &[u8]) -> Identity {
    let blank = bytes.windows(2).rposition(|pair| pair == b"\n\n");
    Identity::of_bytes(blank.map_or(bytes, |blank| &bytes[..=blank]))
}

/// What became of one submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerLine {
    /// It stands in the ledger.
    Accepted {
        /// What was submitted.
        identity: Identity,
        /// Where it stands.
        index: u64,
    },
    /// It was refused.
    Refused {
        /// What was submitted.
        identity: Identity,
        /// Why.
        code: AnswerCode,
        /// How many entries the ledger had when it was judged.
        size: u64,
    },
}

impl AnswerLine {
    /// What was submitted.
    #[must_use]
    pub const fn identity(&self) -> Identity {
        match self {
            Self::Accepted { identity, .. } | Self::Refused { identity, .. } => *identity,
        }
    }

    /// Whether it can stand in a note of this size.
    const fn fits(&self, whole: u64) -> bool {
        match self {
            Self::Accepted { index, .. } => *index < whole,
            Self::Refused { size, .. } => *size <= whole,
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (word, rest) = line.split_once(' ')?;
        let (identity, rest) = rest.split_once(' ')?;
        let identity = Identity::parse(identity).ok()?;
        match word {
            "accepted" => Some(Self::Accepted {
                identity,
                index: decimal(rest)?,
            }),
            "refused" => {
                let (code, size) = rest.split_once(' ')?;
                Some(Self::Refused {
                    identity,
                    code: code.parse().ok()?,
                    size: decimal(size)?,
                })
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for AnswerLine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Accepted { identity, index } => write!(formatter, "accepted {identity} {index}"),
            Self::Refused {
                identity,
                code,
                size,
            } => write!(formatter, "refused {identity} {code} {size}"),
        }
    }
}

/// Why bytes are not answers, or not the log's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswersError {
    /// The bytes are no signed note.
    #[error("{0}")]
    Note(#[from] SignedNoteError),
    /// A line isn't what stands there.
    #[error("answers, line {line}: expected {wanted}")]
    Line {
        /// The line's number, from 1.
        line: usize,
        /// What should stand there.
        wanted: &'static str,
    },
    /// There is no answer, or there are more than 256.
    #[error("{0} answers, there must be 1 to {ANSWERS_MAX}")]
    Count(usize),
    /// An accepted index isn't below the size, or a refusal's size is beyond it.
    #[error("answer {0} lies beyond the size that the note names")]
    BeyondSize(usize),
    /// The answers are another log's.
    #[error("the answers are of the log {found}, not of {wanted}")]
    LogDiffers {
        /// The log that they name.
        found: Origin,
        /// The log whose key is known.
        wanted: Origin,
    },
    /// The log's signature is missing or fails.
    #[error("{0}")]
    Signatures(#[from] VerifyError),
}

/// What became of submissions, as the log says at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The log.
    pub log: Origin,
    /// When it was signed, in UTC seconds.
    pub time: Moment,
    /// How many entries the ledger had then.
    pub size: u64,
    /// An answer for each submission, in the order of submission.
    pub lines: Vec<AnswerLine>,
}

impl Answers {
    /// Reads the text.
    ///
    /// # Errors
    /// [`AnswersError`] for anything that would not be written again byte for byte.
    pub fn parse(text: &str) -> Result<Self, AnswersError> {
        let mut reader = Reader {
            rest: text,
            line: 0,
        };
        reader.take("`countersign/v1/answers`", |line| {
            (line == ANSWERS_FIRST_LINE).then_some(())
        })?;
        let log = reader.field("log", "`log` and the log's name", |log| {
            Origin::parse(log).ok()
        })?;
        let time = reader.field("time", "`time` and a UTC time", |time| {
            Moment::parse(time).ok()
        })?;
        let size = reader.field("size", "`size` and a decimal number", |size| {
            decimal(size).filter(|size| *size <= SIZE_MAX)
        })?;
        let mut lines = Vec::new();
        while !reader.rest.is_empty() && lines.len() <= ANSWERS_MAX {
            lines.push(reader.take(
                "`accepted <identity> <index>` or `refused <identity> <code> <size>`",
                AnswerLine::parse,
            )?);
        }
        let answers = Self {
            log,
            time,
            size,
            lines,
        };
        answers.check()?;
        Ok(answers)
    }

    fn check(&self) -> Result<(), AnswersError> {
        if !(1..=ANSWERS_MAX).contains(&self.lines.len()) {
            return Err(AnswersError::Count(self.lines.len()));
        }
        let beyond = self.lines.iter().position(|line| !line.fits(self.size));
        beyond.map_or(Ok(()), |place| Err(AnswersError::BeyondSize(place + 1)))
    }

    /// Writes the text; ends in a line feed.
    #[must_use]
    pub fn to_text(&self) -> String {
        use std::fmt::Write;
        let mut text = format!("{ANSWERS_FIRST_LINE}\nlog {}\ntime ", self.log);
        self.time.write(&mut text);
        writeln!(text, "\nsize {}", self.size).expect("writing to a string can't fail");
        for line in &self.lines {
            writeln!(text, "{line}").expect("writing to a string can't fail");
        }
        text
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn take<T>(
        &mut self,
        wanted: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<T, AnswersError> {
        self.line += 1;
        let error = AnswersError::Line {
            line: self.line,
            wanted,
        };
        let Some((line, rest)) = self.rest.split_once('\n') else {
            return Err(error);
        };
        self.rest = rest;
        read(line).ok_or(error)
    }

    fn field<T>(
        &mut self,
        name: &str,
        wanted: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<T, AnswersError> {
        self.take(wanted, |line| {
            read(line.strip_prefix(name)?.strip_prefix(' ')?)
        })
    }
}

/// Answers with the log's signature, which is not checked yet: the receipt that a submitter keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedAnswers {
    answers: Answers,
    note: SignedNote,
}

impl SignedAnswers {
    /// Signs answers with the log's key; the log that they name is the key's.
    ///
    /// # Errors
    /// [`AnswersError`] for another log's, for none or too many, or one beyond the size.
    pub fn sign(answers: Answers, key: &LogKey) -> Result<Self, AnswersError> {
        answers.check()?;
        same_log(&answers, key.origin())?;
        let note = SignedNote::sign(&answers.to_text(), key)?;
        Ok(Self { answers, note })
    }

    /// Reads a receipt.
    ///
    /// # Errors
    /// [`AnswersError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, AnswersError> {
        let note = SignedNote::parse(bytes)?;
        Ok(Self {
            answers: Answers::parse(note.text())?,
            note,
        })
    }

    /// Checks that the log signed it.
    ///
    /// # Errors
    /// [`AnswersError::LogDiffers`] or [`AnswersError::Signatures`].
    pub fn verify(&self, log: &VerifierKey) -> Result<&Answers, AnswersError> {
        same_log(&self.answers, log.name())?;
        self.note.verify([log])?;
        Ok(&self.answers)
    }

    /// What it says.
    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The whole note, byte for byte.
    #[must_use]
    pub const fn bytes(&self) -> &[u8] {
        self.note.bytes()
    }
}

fn same_log(answers: &Answers, log: &Origin) -> Result<(), AnswersError> {
    if answers.log == *log {
        return Ok(());
    }
    Err(AnswersError::LogDiffers {
        found: answers.log.clone(),
        wanted: log.clone(),
    })
}
