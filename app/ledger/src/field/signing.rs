//! Keys as entries enrol them.

use super::{Field, Person, push_decimal};
use crate::grammar::FieldError;
use crate::log::KeyKind;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The signed-note type of an Ed25519 key over the text.
const ED25519_TYPE: u8 = KeyKind::Ed25519 as u8;

/// An Ed25519 public key, written as base64 of the type byte 01 and its 32 bytes. Points of small
/// order are refused: `verify_strict` accepts nothing under them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Takes a key that is a point of large order.
    ///
    /// # Errors
    /// [`FieldError`] for anything that isn't a point, or one of small order.
    pub fn new(bytes: [u8; 32]) -> Result<Self, FieldError> {
        let weak =
            FieldError::new("an Ed25519 public key of large order: base64 of 01 and 32 bytes");
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes).map_err(|_| weak.clone())?;
        if key.is_weak() {
            Err(weak)
        } else {
            Ok(Self(bytes))
        }
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<ed25519_dalek::VerifyingKey> for PublicKey {
    fn from(key: ed25519_dalek::VerifyingKey) -> Self {
        Self(key.to_bytes())
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

impl Field for PublicKey {
    const FORM: &'static str = "public-key";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError =
            FieldError::new("base64 of the byte 01 and an Ed25519 public key");
        let bytes = STANDARD.decode(text).map_err(|_| WANTED)?;
        let [ED25519_TYPE, key @ ..] = bytes.as_slice() else {
            return Err(WANTED);
        };
        Self::new(key.try_into().map_err(|_| WANTED)?)
    }

    fn write(&self, out: &mut String) {
        let mut bytes = [ED25519_TYPE; 33];
        bytes[1..].copy_from_slice(&self.0);
        STANDARD.encode_string(bytes, out);
    }
}

/// A signed note's key ID: the first four bytes of SHA-256 over name, line feed, type and key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub u32);

impl std::fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:08x}", self.0)
    }
}

impl std::fmt::Debug for KeyId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

impl Field for KeyId {
    const FORM: &'static str = "key-id";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("8 lower-case hexadecimal digits");
        let lower = text.len() == 8
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !lower {
            return Err(WANTED);
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| WANTED)
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self);
    }
}

/// What a person's key may sign for its member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Keys, members, programmes, votes.
    Administer = 1,
    /// Freezes, write-offs.
    Audit = 2,
    /// The ledger's clock.
    Clock = 4,
    /// Receipts and what corrects them.
    Confirm = 8,
    /// Whatever moves money out.
    Pay = 16,
}

impl Role {
    /// All roles, in the order in which they are written.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Administer, "administer"),
        (Self::Audit, "audit"),
        (Self::Clock, "clock"),
        (Self::Confirm, "confirm"),
        (Self::Pay, "pay"),
    ];

    /// The role's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administer => "administer",
            Self::Audit => "audit",
            Self::Clock => "clock",
            Self::Confirm => "confirm",
            Self::Pay => "pay",
        }
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.word())
    }
}

/// A set of roles, written in alphabetical order and joined by commas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Roles(u8);

impl Roles {
    /// A set of these roles.
    #[must_use]
    pub fn of(roles: &[Role]) -> Self {
        Self(roles.iter().fold(0, |bits, role| bits | *role as u8))
    }

    /// The set from its bits, as a database holds them; a recovery key's is empty.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits < 32 { Some(Self(bits)) } else { None }
    }

    /// The set's bits.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether the role is in the set.
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & role as u8 != 0
    }
}

impl Field for Roles {
    const FORM: &'static str = "roles";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new(
            "some of administer,audit,clock,confirm,pay in this order, joined by commas",
        );
        let mut bits = 0_u8;
        for word in text.split(',') {
            let (role, _) = Role::ALL
                .iter()
                .find(|(_, name)| *name == word)
                .ok_or(WANTED)?;
            if *role as u8 <= bits {
                return Err(WANTED);
            }
            bits |= *role as u8;
        }
        Ok(Self(bits))
    }

    fn write(&self, out: &mut String) {
        let mut words = Role::ALL
            .iter()
            .filter(|(role, _)| self.contains(*role))
            .map(|(_, word)| *word);
        out.push_str(words.next().unwrap_or_default());
        for word in words {
            out.push(',');
            out.push_str(word);
        }
    }
}

/// A key that an entry enrols: `<person> <roles> <public key>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolKey {
    /// Whose key it is.
    pub person: Person,
    /// What it may sign.
    pub roles: Roles,
    /// The key.
    pub public: PublicKey,
}

impl EnrolKey {
    fn order(&self) -> (&Person, Roles, &[u8; 32]) {
        (&self.person, self.roles, self.public.bytes())
    }
}

impl PartialOrd for EnrolKey {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EnrolKey {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl Field for EnrolKey {
    const FORM: &'static str = "enrolled-key";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<person> <roles> <public key>");
        let mut parts = text.split(' ');
        let (Some(person), Some(roles), Some(public), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(WANTED);
        };
        let person = Person::parse(person)?;
        if person == Person::RECOVERY {
            return Err(FieldError::new(
                "a person other than `recovery`, which the recovery key stands for",
            ));
        }
        Ok(Self {
            person,
            roles: Roles::parse(roles)?,
            public: PublicKey::parse(public)?,
        })
    }

    fn write(&self, out: &mut String) {
        self.person.write(out);
        out.push(' ');
        self.roles.write(out);
        out.push(' ');
        self.public.write(out);
    }
}
