//! Keys of logs, witnesses and mirrors: names, IDs, verifier-key strings (C2SP signed-note v1.0.0).
//!
//! A party's keys stand in [`crate::key`]; the ID is computed there for both.

use super::cosignature;
use super::note::NoteLine;
use crate::field::{Field, KeyId, Moment, PublicKey};
use crate::grammar::FieldError;
use crate::key::{holds, id_of};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use compact_str::CompactString;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};

/// Bytes of a key's name: a schema-less URL fits, and a signature line stays short.
pub const KEY_NAME_BYTES_MAX: usize = 255;

/// A name on a signature line, of a log, witness or mirror: not empty, without space, control
/// character or `+`. Other people's logs have any such name, ours have lower-case ASCII names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(CompactString);

/// A log's name: the first line of its checkpoints, and the name of its key.
pub type Origin = KeyName;

impl KeyName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Field for KeyName {
    const FORM: &'static str = "key-name";

    fn parse(text: &str) -> Result<Self, FieldError> {
        let refused = |character: char| {
            character.is_whitespace() || character.is_control() || character == '+'
        };
        if text.is_empty() || text.len() > KEY_NAME_BYTES_MAX || text.contains(refused) {
            return Err(FieldError::new(
                "a name of 1 to 255 bytes without space or `+`",
            ));
        }
        Ok(Self(CompactString::new(text)))
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl std::str::FromStr for KeyName {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::parse(text)
    }
}

impl From<&crate::field::Origin> for KeyName {
    fn from(origin: &crate::field::Origin) -> Self {
        Self(CompactString::new(origin.as_str()))
    }
}

impl From<&crate::field::MemberName> for KeyName {
    fn from(name: &crate::field::MemberName) -> Self {
        Self(CompactString::new(name.as_str()))
    }
}

impl std::fmt::Display for KeyName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::fmt::Debug for KeyName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What a key signs: the type byte of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum KeyKind {
    /// The text itself, with Ed25519: a log's checkpoints and answers.
    Ed25519 = 0x01,
    /// A checkpoint and the time at which it was seen, with Ed25519: a witness or mirror.
    Cosignature = 0x04,
}

impl KeyKind {
    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Ed25519, Self::Cosignature]
            .into_iter()
            .find(|kind| *kind as u8 == byte)
    }
}

/// A public key with its name, as other tools read and write it: `name+id+base64(type || key)`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VerifierKey {
    name: KeyName,
    kind: KeyKind,
    public: PublicKey,
    id: KeyId,
}

impl VerifierKey {
    /// A key under a name; its ID follows from both.
    #[must_use]
    pub fn new(name: KeyName, kind: KeyKind, public: PublicKey) -> Self {
        let id = id_of(name.as_str(), kind as u8, &public);
        Self {
            name,
            kind,
            public,
            id,
        }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &KeyName {
        &self.name
    }

    /// What it signs.
    #[must_use]
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The public key.
    #[must_use]
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Its ID under its name.
    #[must_use]
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// Whether a signature line says that it is this key's: by name and by ID.
    #[must_use]
    pub fn is_on(&self, line: &NoteLine) -> bool {
        self.id == line.id && self.name == line.name
    }

    /// Whether a signature over a note's text is valid under this key: nothing where it isn't;
    /// otherwise the time that it commits to, which only a cosignature does.
    #[must_use]
    pub fn check(&self, text: &str, signature: &[u8]) -> Option<Option<Moment>> {
        let key = VerifyingKey::from_bytes(self.public.bytes()).ok()?;
        match self.kind {
            KeyKind::Ed25519 => {
                let signature = signature.try_into().ok()?;
                holds(&key, text.as_bytes(), signature).then_some(None)
            }
            KeyKind::Cosignature => cosignature::time_of(&key, text, signature).map(Some),
        }
    }
}

impl Field for VerifierKey {
    const FORM: &'static str = "verifier-key";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError =
            FieldError::new("<name>+<8 hexadecimal digits>+<base64 of type and key>");
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(WANTED);
        };
        let name = KeyName::parse(name).map_err(|_| WANTED)?;
        let id = KeyId::parse(id).map_err(|_| WANTED)?;
        let key = STANDARD.decode(key).map_err(|_| WANTED)?;
        let (kind, public) = key.split_first().ok_or(WANTED)?;
        let kind = KeyKind::from_byte(*kind).ok_or(FieldError::new(
            "a key of type 01 (Ed25519) or 04 (Ed25519 cosignature)",
        ))?;
        let public = PublicKey::new(public.try_into().map_err(|_| WANTED)?)?;
        let key = Self::new(name, kind, public);
        if key.id == id {
            Ok(key)
        } else {
            Err(FieldError::new("a verifier key whose ID is its own"))
        }
    }

    fn write(&self, out: &mut String) {
        use std::fmt::Write;
        write!(out, "{}+{}+", self.name, self.id).expect("writing to a string can't fail");
        let mut bytes = [self.kind as u8; 33];
        bytes[1..].copy_from_slice(self.public.bytes());
        STANDARD.encode_string(bytes, out);
    }
}

impl std::str::FromStr for VerifierKey {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::parse(text)
    }
}

impl std::fmt::Display for VerifierKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        formatter.write_str(&text)
    }
}

/// A log's secret key, under the log's name. It signs checkpoints and answers.
#[derive(Clone)]
pub struct LogKey {
    secret: SigningKey,
    verifier: VerifierKey,
}

impl LogKey {
    /// The key of the log with this name.
    #[must_use]
    pub fn new(origin: Origin, secret: SigningKey) -> Self {
        let public = PublicKey::from(secret.verifying_key());
        Self {
            verifier: VerifierKey::new(origin, KeyKind::Ed25519, public),
            secret,
        }
    }

    /// The log's name.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        self.verifier.name()
    }

    /// The public half.
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    pub(super) fn sign_line(&self, text: &str) -> NoteLine {
        NoteLine {
            name: self.verifier.name.clone(),
            id: self.verifier.id,
            signature: self.secret.sign(text.as_bytes()).to_bytes().to_vec(),
        }
    }
}

impl std::fmt::Debug for LogKey {
    /// Shows the public half alone.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "LogKey({})", self.verifier)
    }
}

/// A witness's or mirror's secret key, under its name. It signs cosignatures and nothing else, so
/// it can't be used by mistake on another text.
#[derive(Clone)]
pub struct CosignerKey {
    pub(super) secret: SigningKey,
    verifier: VerifierKey,
}

impl CosignerKey {
    /// The key of the witness or mirror with this name.
    #[must_use]
    pub fn new(name: KeyName, secret: SigningKey) -> Self {
        let public = PublicKey::from(secret.verifying_key());
        Self {
            verifier: VerifierKey::new(name, KeyKind::Cosignature, public),
            secret,
        }
    }

    /// The public half.
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }
}

impl std::fmt::Debug for CosignerKey {
    /// Shows the public half alone.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "CosignerKey({})", self.verifier)
    }
}
