//! Texts that are signed apart from the ledger, a line each: what `countersign sign` reads and writes, and
//! what the desk gives away and takes back.
//!
//! A line is JSON: `{"text": "...", "signatures": ["— name base64", ...]}`, and once every signature
//! is there `{"note": "..."}`, which is what an export has and `submit` takes.

use ledger::field::Identity;
use ledger::{Entry, GrammarError, Note, NoteError, SignatureLine};
use serde::{Deserialize, Serialize};
use sha3::{Digest, Sha3_256};

/// A text and the signatures it has so far.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// What is signed.
    pub entry: Entry,
    /// Who signed; whether the signatures hold is for the reader to check.
    pub lines: Vec<SignatureLine>,
}

/// Why a line can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// It isn't JSON: the reader's word.
    #[error("neither a text nor JSON: {0}")]
    NotJson(String),
    /// It has no text and no note, or both.
    #[error("it has neither `text` nor `note`, or both")]
    Neither,
    /// Its text is no entry.
    #[error(transparent)]
    NoEntry(GrammarError),
    /// Its note is none.
    #[error(transparent)]
    NoNote(NoteError),
    /// One of its signatures isn't a signature line.
    #[error("`{0}` is not a signature line")]
    NoSignature(String),
    /// It has more signatures than its text asks for.
    #[error("this text has more signatures than it asks for")]
    TooMany,
}

/// A line of the file. What else an export's line has is left alone.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl Waiting {
    /// A text that nobody has signed yet.
    #[must_use]
    pub const fn new(entry: Entry) -> Self {
        Self {
            entry,
            lines: Vec::new(),
        }
    }

    /// Reads a line, with or without its end: a text with some of its signatures, or a note with all.
    ///
    /// # Errors
    /// What is wrong with it, for whoever made the file.
    pub fn parse(line: &str) -> Result<Self, LineFault> {
        let line: Line =
            serde_json::from_str(line).map_err(|error| LineFault::NotJson(error.to_string()))?;
        match (&line.text, &line.note) {
            (Some(text), None) => Self::read(text, &line.signatures),
            (None, Some(note)) => {
                let note = Note::parse(note.as_bytes());
                let note = note.map_err(LineFault::NoNote)?;
                Ok(Self {
                    entry: note.entry().clone(),
                    lines: note.lines().to_vec(),
                })
            }
            _ => Err(LineFault::Neither),
        }
    }

    /// Reads a text, and its signature lines where it has any.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn read(text: &str, signatures: &[String]) -> Result<Self, LineFault> {
        let entry = Entry::parse(text).map_err(LineFault::NoEntry)?;
        let lines = signatures.iter().map(|line| {
            SignatureLine::parse(line).ok_or_else(|| LineFault::NoSignature(line.clone()))
        });
        let lines: Vec<_> = lines.collect::<Result<_, _>>()?;
        if lines.len() > usize::from(entry.signers()) {
            return Err(LineFault::TooMany);
        }
        Ok(Self { entry, lines })
    }

    /// Whether every signature is there that the text asks for.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.lines.len() == usize::from(self.entry.signers())
    }

    /// The line as it stands in a file, with its end.
    ///
    /// # Errors
    /// Why a text and all its signatures are no note: two of them by one key.
    pub fn line(&self) -> Result<String, NoteError> {
        let line = if self.is_ready() {
            let note = Note::assemble(&self.entry, self.lines.clone())?;
            Line {
                note: Some(String::from_utf8_lossy(note.bytes()).into_owned()),
                ..Line::default()
            }
        } else {
            Line {
                text: Some(self.entry.to_text()),
                signatures: self.lines.iter().map(ToString::to_string).collect(),
                note: None,
            }
        };
        Ok(serde_json::json!(line).to_string() + "\n")
    }
}

/// The digest over texts in their order, by which people know that two files or pages have the same:
/// SHA3-256 of a line that says what it is and of an identity a line.
#[derive(Clone, Debug)]
pub struct TextsDigest(Sha3_256);

impl Default for TextsDigest {
    fn default() -> Self {
        // The line is the domain separation: no entry's text begins so.
        Self(Sha3_256::new_with_prefix("countersign sheet\n"))
    }
}

impl TextsDigest {
    /// Adds the next text.
    pub fn add(&mut self, identity: &Identity) {
        self.0.update(identity.to_string());
        self.0.update("\n");
    }

    /// The digest of all that were added.
    #[must_use]
    pub fn done(self) -> Identity {
        Identity(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = include_str!("../../tests/vectors/entries/appropriation.note");

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let note = Note::parse(NOTE.as_bytes()).expect("a note");
        let whole = Waiting {
            entry: note.entry().clone(),
            lines: note.lines().to_vec(),
        };
        let line = whole.line().expect("a line");
        assert!(line.starts_with("{\"note\":"), "{line}");
        let again = Waiting::parse(&line).expect("its own line");
        assert_eq!(again.entry.to_text(), whole.entry.to_text());
        assert_eq!(again.lines, whole.lines);
        let open = Waiting::new(whole.entry.clone());
        let line = open.line().expect("a line");
        assert!(line.starts_with("{\"text\":"), "{line}");
        assert!(
            Waiting::parse(&line)
                .expect("its own line")
                .lines
                .is_empty()
        );
        let signed = whole.lines[0].to_string();
        let more = Waiting::read(&open.entry.to_text(), &vec![signed; 9]);
        assert!(more.is_err_and(|fault| fault == LineFault::TooMany));
        assert!(Waiting::parse("{}").is_err_and(|fault| fault == LineFault::Neither));
    }

    #[test]
    fn the_digest_is_over_a_list_of_identities() {
        let (one, other) = (Identity::of("a"), Identity::of("b"));
        let mut digest = TextsDigest::default();
        digest.add(&one);
        digest.add(&other);
        let listed = format!("countersign sheet\n{one}\n{other}\n");
        assert_eq!(digest.done(), Identity::of(&listed));
    }
}
