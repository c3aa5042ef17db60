//! Signed notes: an entry's text with the signature lines below it (C2SP signed-note v1.0.0).

use crate::entry::{Entry, Kind};
use crate::field::{EnrolKey, Field, Identity, KeyId, MemberName, PublicKey};
use crate::grammar::GrammarError;
use crate::key::key_id;
use crate::limits::{NOTE_BYTES_MAX, SIGNATURE_LINE_BYTES_MAX, SIGNATURES_MAX, TEXT_BYTES_MAX};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use smallvec::SmallVec;

/// What every signature line starts with: an em dash and a space.
pub(crate) const LINE_START: &str = "\u{2014} ";

/// Why bytes are not a note.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// There are more bytes than a note may have.
    #[error("the note has {0} bytes, at most {NOTE_BYTES_MAX} are allowed")]
    TooLong(usize),
    /// The bytes aren't UTF-8.
    #[error("the note is not UTF-8: byte {0} can't be read")]
    NotUtf8(usize),
    /// No blank line parts the text from its signatures, or the last line doesn't end.
    #[error("no blank line parts the text from its signatures, or the last line has no end")]
    NoSignatures,
    /// The text alone is longer than an entry may be.
    #[error("the text has {0} bytes, at most {TEXT_BYTES_MAX} are allowed")]
    TextTooLong(usize),
    /// The text is not an entry.
    #[error("{0}")]
    Grammar(#[from] GrammarError),
    /// A signature line can't be read.
    #[error("signature line {0}: expected `\u{2014} <name> <base64 of key ID and signature>`")]
    SignatureLine(usize),
    /// Signature lines aren't sorted by name and key ID, or one stands twice.
    #[error("signature line {0}: lines are sorted by name and key ID, none twice")]
    SignatureOrder(usize),
    /// The text says how many signature lines there are, and there are more or fewer.
    #[error("the text says {said} signers, the note has {found} signature lines")]
    SignerCount {
        /// What the text says.
        said: u8,
        /// What stands below it.
        found: usize,
    },
}

impl NoteError {
    /// The stable code of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Grammar(GrammarError::KindUnknown(_)) => "kind-unknown",
            Self::Grammar(GrammarError::VersionUnknown(_)) => "version-unknown",
            Self::TooLong(_) | Self::TextTooLong(_) => "note-too-long",
            Self::SignatureLine(_)
            | Self::SignatureOrder(_)
            | Self::SignerCount { .. }
            | Self::NoSignatures => "signature-lines",
            Self::NotUtf8(_) | Self::Grammar(_) => "malformed",
        }
    }
}

/// Why a note's signatures don't hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// Nobody knows this key.
    #[error("the key {id} of {name} is unknown here")]
    KeyUnknown {
        /// The name on the line.
        name: MemberName,
        /// The key ID on the line.
        id: KeyId,
    },
    /// `verify_strict` refuses the signature.
    #[error("the signature of {name} with key {id} is not valid for this text")]
    Invalid {
        /// The name on the line.
        name: MemberName,
        /// The key ID on the line.
        id: KeyId,
    },
}

impl SignatureError {
    /// The stable code of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::KeyUnknown { .. } => "key-unknown",
            Self::Invalid { .. } => "signature-invalid",
        }
    }
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureLine {
    /// The member's name.
    pub name: MemberName,
    /// The key's ID.
    pub id: KeyId,
    /// The Ed25519 signature over the text.
    pub signature: [u8; 64],
}

impl SignatureLine {
    /// A signature that a key of a member made.
    #[must_use]
    pub fn new(name: MemberName, key: &PublicKey, signature: [u8; 64]) -> Self {
        Self {
            id: key_id(&name, key),
            name,
            signature,
        }
    }

    /// Reads a line without its end; nothing where it isn't one.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        signature_line(&format!("{line}\n"))
    }
}

/// The line without its end.
impl std::fmt::Display for SignatureLine {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut line = String::new();
        write_line(self, &mut line);
        to.write_str(line.trim_end_matches('\n'))
    }
}

/// A note that was read: its entry is well-formed, its signatures are not checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    bytes: Box<str>,
    text_length: usize,
    identity: Identity,
    entry: Entry,
    lines: SmallVec<[SignatureLine; 2]>,
}

/// A note whose every signature holds under the key that stands beside it. Whether those keys may
/// sign is what [`crate::admit`] judges.
#[derive(Clone, Debug)]
pub struct Verified {
    note: Note,
    keys: SmallVec<[PublicKey; 2]>,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// [`NoteError`] that says what is wrong and where. Anything that would not be written again
    /// byte for byte is refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > NOTE_BYTES_MAX {
            return Err(NoteError::TooLong(bytes.len()));
        }
        let note =
            std::str::from_utf8(bytes).map_err(|error| NoteError::NotUtf8(error.valid_up_to()))?;
        let blank = note.rfind("\n\n").ok_or(NoteError::NoSignatures)?;
        let (text, below) = note.split_at(blank + 1);
        if text.len() > TEXT_BYTES_MAX {
            return Err(NoteError::TextTooLong(text.len()));
        }
        let entry = Entry::parse(text)?;
        let lines = signature_lines(&below[1..])?;
        if usize::from(entry.signers()) != lines.len() {
            return Err(NoteError::SignerCount {
                said: entry.signers(),
                found: lines.len(),
            });
        }
        Ok(Self {
            identity: Identity::of(text),
            text_length: text.len(),
            bytes: note.into(),
            entry,
            lines,
        })
    }

    /// Signs an entry with its members' keys; the lines are sorted as the format asks.
    ///
    /// # Errors
    /// [`NoteError`] where the entry's count of signers isn't the number of keys, a key stands
    /// twice, or the text is too long: the result always parses.
    pub fn sign(entry: &Entry, signers: &[(&MemberName, &SigningKey)]) -> Result<Self, NoteError> {
        let text = entry.to_text();
        let lines = signers
            .iter()
            .map(|(name, key)| sign_line(&text, name, key))
            .collect();
        Self::assemble(entry, lines)
    }

    /// Puts signature lines that were made elsewhere below an entry, sorted as the format asks. No
    /// signature is checked.
    ///
    /// # Errors
    /// As [`Note::sign`].
    pub fn assemble(entry: &Entry, mut lines: Vec<SignatureLine>) -> Result<Self, NoteError> {
        lines.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        let mut note = entry.to_text();
        note.push('\n');
        for line in &lines {
            write_line(line, &mut note);
        }
        Self::parse(note.as_bytes())
    }

    /// Checks every signature with `verify_strict`. Keys that the entry itself enrols are taken
    /// from its text; all others are looked up.
    ///
    /// # Errors
    /// [`SignatureError`] for the first line whose key is unknown or whose signature is invalid.
    pub fn verify(
        self,
        known: impl Fn(&MemberName, KeyId) -> Option<VerifyingKey>,
    ) -> Result<Verified, SignatureError> {
        let mut keys = SmallVec::new();
        for line in &self.lines {
            let key = self.enrolled(line).or_else(|| known(&line.name, line.id));
            let key = key.ok_or_else(|| SignatureError::KeyUnknown {
                name: line.name.clone(),
                id: line.id,
            })?;
            if !crate::key::holds(&key, self.text().as_bytes(), &line.signature) {
                return Err(SignatureError::Invalid {
                    name: line.name.clone(),
                    id: line.id,
                });
            }
            keys.push(PublicKey::from(key));
        }
        Ok(Verified { note: self, keys })
    }

    /// The key on this line, where the entry's own text enrols it for that member.
    fn enrolled(&self, line: &SignatureLine) -> Option<VerifyingKey> {
        let (member, keys) = self.entry.enrols()?;
        if *member != line.name {
            return None;
        }
        let key = keys
            .iter()
            .find(|key| key_id(member, &key.public) == line.id)?;
        VerifyingKey::from_bytes(key.public.bytes()).ok()
    }

    /// The whole note, as it is stored and served.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_bytes()
    }

    /// The text that is signed; ends in a line feed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.bytes[..self.text_length]
    }

    /// SHA3-256 of the text.
    #[must_use]
    pub const fn identity(&self) -> Identity {
        self.identity
    }

    /// The entry.
    #[must_use]
    pub const fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The entry's kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.entry.kind()
    }

    /// The signature lines, sorted by name and key ID.
    #[must_use]
    pub fn lines(&self) -> &[SignatureLine] {
        &self.lines
    }
}

impl Verified {
    /// The note.
    #[must_use]
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// Each signature line with the key under which it holds.
    pub fn signatures(&self) -> impl Iterator<Item = (&SignatureLine, &PublicKey)> {
        self.note.lines.iter().zip(&self.keys)
    }
}

impl Entry {
    /// The keys that this entry enrols, and for whom.
    #[must_use]
    pub fn enrols(&self) -> Option<(&MemberName, &[EnrolKey])> {
        match self {
            Self::Genesis(genesis) => Some((&genesis.member, &genesis.keys)),
            Self::MemberActivate(activate) => Some((&activate.member, &activate.keys)),
            Self::KeyRotate(rotate) => Some((&rotate.member, std::slice::from_ref(&rotate.key))),
            _ => None,
        }
    }
}

fn signature_lines(below: &str) -> Result<SmallVec<[SignatureLine; 2]>, NoteError> {
    let mut lines: SmallVec<[SignatureLine; 2]> = SmallVec::new();
    for (index, line) in below.split_inclusive('\n').enumerate() {
        let number = index + 1;
        if number > SIGNATURES_MAX {
            return Err(NoteError::SignatureLine(number));
        }
        let line = signature_line(line).ok_or(NoteError::SignatureLine(number))?;
        let in_order = lines
            .last()
            .is_none_or(|last| (&last.name, last.id) < (&line.name, line.id));
        if !in_order {
            return Err(NoteError::SignatureOrder(number));
        }
        lines.push(line);
    }
    if lines.is_empty() {
        Err(NoteError::NoSignatures)
    } else {
        Ok(lines)
    }
}

fn signature_line(line: &str) -> Option<SignatureLine> {
    if line.len() > SIGNATURE_LINE_BYTES_MAX {
        return None;
    }
    let (name, encoded) = line
        .strip_suffix('\n')?
        .strip_prefix(LINE_START)?
        .split_once(' ')?;
    let name = MemberName::parse(name).ok()?;
    // One byte more than a line holds: the engine wants room for whole groups of three.
    let mut bytes = [0; 69];
    // The engine refuses padding and trailing bits that it would not write itself.
    let length = STANDARD.decode_slice(encoded, &mut bytes).ok()?;
    let (id, signature) = bytes[..length].split_at_checked(4)?;
    Some(SignatureLine {
        name,
        id: KeyId(u32::from_be_bytes(id.try_into().ok()?)),
        signature: signature.try_into().ok()?,
    })
}

fn sign_line(text: &str, name: &MemberName, key: &SigningKey) -> SignatureLine {
    let public = PublicKey::from(key.verifying_key());
    let signature = key.sign(text.as_bytes()).to_bytes();
    SignatureLine::new(name.clone(), &public, signature)
}

fn write_line(line: &SignatureLine, out: &mut String) {
    let mut bytes = [0; 68];
    bytes[..4].copy_from_slice(&line.id.0.to_be_bytes());
    bytes[4..].copy_from_slice(&line.signature);
    out.push_str(LINE_START);
    line.name.write(out);
    out.push(' ');
    STANDARD.encode_string(bytes, out);
    out.push('\n');
}
