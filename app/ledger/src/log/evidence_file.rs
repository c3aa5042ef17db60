//! The file in which [`Evidence`] is carried; its form stands in docs/LOG-FORMAT.md and
//! above the module beside.

use super::answer::SignedAnswers;
use super::checkpoint::SignedCheckpoint;
use super::evidence::{Answered, Evidence, EvidenceError, Placed};
use super::merkle::{PROOF_HASHES_MAX, TreeHash};
use super::note::LOG_NOTE_BYTES_MAX;
use super::proof::LogProof;
use crate::field::{Field, decimal};

const EVIDENCE_FIRST_LINE: &str = "countersign/v1/evidence";

/// Bytes of an evidence file: two notes of the log, an entry and a few lines.
pub const EVIDENCE_BYTES_MAX: usize = 2 * LOG_NOTE_BYTES_MAX + 256 * 1024;

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
            Self::BrokenRule { .. } => "broken-rule",
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
            Self::BrokenRule { placed, code } => {
                field(&mut file, "code", code);
                write_placed(&mut file, placed);
            }
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
            "broken-rule" => {
                let code = reader.field("code").and_then(|code| code.parse().ok());
                let code = code.ok_or(EvidenceError::Form("`code` and a refusal's code"))?;
                let placed = reader.placed()?;
                Self::BrokenRule { placed, code }
            }
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
