//! Signed notes of any text, with any signature lines (C2SP signed-note v1.0.0).
//!
//! In scope: checkpoints and answers, ours and other people's. Not in scope: entries, whose rules
//! for signature lines are stricter and whose text has a grammar; they are [`crate::Note`].

use super::key::{KeyName, LogKey, VerifierKey};
use crate::field::{Field, KeyId, Moment};
use crate::note::LINE_START;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Bytes of a text: 256 answers of less than 200 bytes below a few lines.
pub const LOG_TEXT_BYTES_MAX: usize = 64 * 1024;

/// Signature lines of a checkpoint: the specification asks for at least 16, a log with a key, its
/// successor and 62 witnesses is far from any in use.
pub const LOG_SIGNATURES_MAX: usize = 64;

/// Bytes of one signature line: a post-quantum cosignature (ML-DSA-44) takes 3,244 of base64.
const LOG_SIGNATURE_LINE_BYTES_MAX: usize = 4096;

/// Bytes of a whole note of the log.
pub const LOG_NOTE_BYTES_MAX: usize =
    LOG_TEXT_BYTES_MAX + 1 + LOG_SIGNATURES_MAX * LOG_SIGNATURE_LINE_BYTES_MAX;

/// Why bytes are not a signed note.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignedNoteError {
    /// There are more bytes than a note may have.
    #[error("the note has {0} bytes, too many")]
    TooLong(usize),
    /// The bytes aren't UTF-8.
    #[error("the note is not UTF-8: byte {0} can't be read")]
    NotUtf8(usize),
    /// A control character other than a line feed.
    #[error("the note has a control character at byte {0}")]
    Control(usize),
    /// No blank line parts the text from its signatures.
    #[error("no blank line parts the text from its signatures")]
    NoSignatures,
    /// A signature line can't be read.
    #[error("signature line {0}: expected `\u{2014} <name> <base64 of key ID and signature>`")]
    Line(usize),
    /// There are more signature lines than are read.
    #[error("there are more than {LOG_SIGNATURES_MAX} signature lines")]
    TooManyLines,
}

/// Why a note's signatures don't make it one to trust.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// No line is of a key that is known here.
    #[error("none of the signatures is of a key that is known here")]
    NoneKnown,
    /// A known key's signature fails: then the whole note is refused.
    #[error("the signature of {name} with key {id} is not valid for this text")]
    Invalid {
        /// The name on the line.
        name: KeyName,
        /// The key's ID.
        id: KeyId,
    },
    /// Two known keys share name and ID, so a line can't be told apart.
    #[error("two known keys of {name} share the ID {id}")]
    Ambiguous {
        /// Their name.
        name: KeyName,
        /// Their ID.
        id: KeyId,
    },
}

/// One signature line, of whatever type: unknown ones are kept as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Whose it says that it is.
    pub name: KeyName,
    /// The key's ID.
    pub id: KeyId,
    /// What follows the ID: at least one byte.
    pub signature: Vec<u8>,
}

impl NoteLine {
    /// Reads one line without its line feed.
    fn parse(line: &str) -> Option<Self> {
        if line.len() >= LOG_SIGNATURE_LINE_BYTES_MAX {
            return None;
        }
        let (name, encoded) = line.strip_prefix(LINE_START)?.split_once(' ')?;
        let bytes = STANDARD.decode(encoded).ok()?;
        let (id, signature) = bytes.split_first_chunk()?;
        if signature.is_empty() {
            return None;
        }
        Some(Self {
            name: KeyName::parse(name).ok()?,
            id: KeyId(u32::from_be_bytes(*id)),
            signature: signature.to_vec(),
        })
    }

    /// Reads signature lines, each with its line feed: what stands below a note's blank line, and
    /// what a witness answers.
    ///
    /// # Errors
    /// [`SignedNoteError`] for the first line that can't be read, for none, or for too many.
    pub fn parse_all(below: &str) -> Result<Vec<Self>, SignedNoteError> {
        let mut lines = Vec::new();
        for (place, line) in below.split_inclusive('\n').enumerate() {
            if place == LOG_SIGNATURES_MAX {
                return Err(SignedNoteError::TooManyLines);
            }
            let line = line.strip_suffix('\n').and_then(Self::parse);
            lines.push(line.ok_or(SignedNoteError::Line(place + 1))?);
        }
        if lines.is_empty() {
            Err(SignedNoteError::NoSignatures)
        } else {
            Ok(lines)
        }
    }
}

impl std::fmt::Display for NoteLine {
    /// Writes the line with its line feed.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut bytes = self.id.0.to_be_bytes().to_vec();
        bytes.extend_from_slice(&self.signature);
        writeln!(
            formatter,
            "{LINE_START}{} {}",
            self.name,
            STANDARD.encode(bytes)
        )
    }
}

/// A key whose signature holds, and when it says that it signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The key.
    pub key: VerifierKey,
    /// The time that a cosignature commits to; nothing for a plain signature.
    pub time: Option<Moment>,
}

/// A signed note that was read; what it says is not checked yet. It keeps its bytes as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    bytes: Box<str>,
    text_length: usize,
    lines: Vec<NoteLine>,
}

impl SignedNote {
    /// Reads a note.
    ///
    /// # Errors
    /// [`SignedNoteError`] that says what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, SignedNoteError> {
        if bytes.len() > LOG_NOTE_BYTES_MAX {
            return Err(SignedNoteError::TooLong(bytes.len()));
        }
        let note = std::str::from_utf8(bytes)
            .map_err(|error| SignedNoteError::NotUtf8(error.valid_up_to()))?;
        let control = note.bytes().position(|byte| byte < b' ' && byte != b'\n');
        if let Some(place) = control {
            return Err(SignedNoteError::Control(place));
        }
        let blank = note.rfind("\n\n").ok_or(SignedNoteError::NoSignatures)?;
        let text_length = blank + 1;
        if text_length > LOG_TEXT_BYTES_MAX {
            return Err(SignedNoteError::TooLong(bytes.len()));
        }
        Ok(Self {
            lines: NoteLine::parse_all(&note[text_length + 1..])?,
            text_length,
            bytes: note.into(),
        })
    }

    /// Signs a text with a log's key.
    ///
    /// # Errors
    /// [`SignedNoteError`] where the text can't be a note's: the result always parses.
    pub fn sign(text: &str, key: &LogKey) -> Result<Self, SignedNoteError> {
        let note = Self::parse(format!("{text}\n{}", key.sign_line(text)).as_bytes())?;
        // A text without its last line feed would be parted elsewhere.
        if note.text() == text {
            Ok(note)
        } else {
            Err(SignedNoteError::NoSignatures)
        }
    }

    /// The same note with more signature lines below; a line that stands there already isn't
    /// written again.
    ///
    /// # Errors
    /// [`SignedNoteError::TooManyLines`].
    pub fn with_lines(&self, lines: &[NoteLine]) -> Result<Self, SignedNoteError> {
        let mut note = self.bytes.to_string();
        let mut all = self.lines.clone();
        for line in lines {
            if !all.contains(line) {
                note.push_str(&line.to_string());
                all.push(line.clone());
            }
        }
        Self::parse(note.as_bytes())
    }

    /// Checks the signatures by the rules of the specification: lines of unknown keys are passed
    /// over, every line of a known one must hold, and there must be one. What holds is given in
    /// the order of the lines.
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify<'k>(
        &self,
        keys: impl IntoIterator<Item = &'k VerifierKey>,
    ) -> Result<Vec<Signed>, VerifyError> {
        let known = told_apart(keys)?;
        let mut signed = Vec::new();
        for line in &self.lines {
            let Some(key) = known.iter().find(|key| key.is_on(line)) else {
                continue;
            };
            let time =
                key.check(self.text(), &line.signature)
                    .ok_or_else(|| VerifyError::Invalid {
                        name: line.name.clone(),
                        id: line.id,
                    })?;
            signed.push(Signed {
                key: (*key).clone(),
                time,
            });
        }
        if signed.is_empty() {
            Err(VerifyError::NoneKnown)
        } else {
            Ok(signed)
        }
    }

    /// The whole note, byte for byte as it came.
    #[must_use]
    pub const fn bytes(&self) -> &[u8] {
        self.bytes.as_bytes()
    }

    /// The text that is signed; ends in a line feed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.bytes[..self.text_length]
    }

    /// The signature lines.
    #[must_use]
    pub fn lines(&self) -> &[NoteLine] {
        &self.lines
    }
}

/// The keys, the same one taken once; two that share name and ID can't be told apart.
fn told_apart<'k>(
    keys: impl IntoIterator<Item = &'k VerifierKey>,
) -> Result<Vec<&'k VerifierKey>, VerifyError> {
    let mut known: Vec<&VerifierKey> = Vec::new();
    for key in keys {
        let twin = known
            .iter()
            .find(|other| (other.name(), other.id()) == (key.name(), key.id()));
        match twin {
            None => known.push(key),
            Some(other) if *other == key => {}
            Some(_) => {
                return Err(VerifyError::Ambiguous {
                    name: key.name().clone(),
                    id: key.id(),
                });
            }
        }
    }
    Ok(known)
}
