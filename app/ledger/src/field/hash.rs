//! Hashes: the identity of an entry, citations of it, commitments and attachments.

use super::{Amount, Field, push_decimal};
use crate::grammar::FieldError;

const HEX64: FieldError = FieldError::new("64 lower-case hexadecimal digits");

fn hex32(text: &str) -> Result<[u8; 32], FieldError> {
    let mut bytes = [0; 32];
    let lower = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !lower {
        return Err(HEX64);
    }
    hex::decode_to_slice(text, &mut bytes).map_err(|_| HEX64)?;
    Ok(bytes)
}

fn push_hex(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

/// The identity of an entry: SHA3-256 of its text, signatures apart (FIPS 202).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(pub [u8; 32]);

impl Identity {
    /// Hashes a text. The text's first line, `countersign/v1/<kind>`, is the domain separation.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::of_bytes(text.as_bytes())
    }

    /// Hashes bytes that need not be a text: of a submission that can't be read.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        use sha3::Digest;
        Self(sha3::Sha3_256::digest(bytes).into())
    }

    /// The first eight bytes as a big-endian integer, which spreads evenly over its range.
    #[must_use]
    pub const fn prefix(&self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

impl std::fmt::Display for Identity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::with_capacity(64);
        push_hex(&mut text, &self.0);
        formatter.write_str(&text)
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

impl std::str::FromStr for Identity {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::parse(text)
    }
}

impl Field for Identity {
    const FORM: &'static str = "identity";

    fn parse(text: &str) -> Result<Self, FieldError> {
        hex32(text).map(Self)
    }

    fn write(&self, out: &mut String) {
        push_hex(out, &self.0);
    }
}

/// A node as an entry cites it: `<identity>/<leg>`. An appropriation's only leg is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeCitation {
    /// The appropriation or the step whose leg the node is.
    pub entry: Identity,
    /// The leg's number, from 0.
    pub leg: u8,
}

impl std::fmt::Display for NodeCitation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.entry, self.leg)
    }
}

impl Field for NodeCitation {
    const FORM: &'static str = "node";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<identity>/<leg>, the leg from 0 to 15");
        let (entry, leg) = text.split_once('/').ok_or(WANTED)?;
        let leg = super::decimal(leg)
            .filter(|leg| *leg < crate::limits::SOURCES_MAX as u64)
            .ok_or(WANTED)?;
        let entry = Identity::parse(entry).map_err(|_| WANTED)?;
        Ok(Self {
            entry,
            leg: u8::try_from(leg).map_err(|_| WANTED)?,
        })
    }

    fn write(&self, out: &mut String) {
        self.entry.write(out);
        out.push('/');
        push_decimal(out, self.leg);
    }
}

/// What an outflow takes from one node: `<identity>/<leg> <amount>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The node that the money comes from.
    pub node: NodeCitation,
    /// How much of it, in minor units.
    pub amount: Amount,
}

// Two lines with the same node would be one leg written twice, so the node alone is compared.
impl PartialOrd for Source {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Source {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.node.cmp(&other.node)
    }
}

impl Field for Source {
    const FORM: &'static str = "source";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<identity>/<leg> <amount>");
        let (node, amount) = text.split_once(' ').ok_or(WANTED)?;
        let node = NodeCitation::parse(node).map_err(|_| WANTED)?;
        Ok(Self {
            node,
            amount: Amount::parse(amount).map_err(|_| WANTED)?,
        })
    }

    fn write(&self, out: &mut String) {
        self.node.write(out);
        out.push(' ');
        self.amount.write(out);
    }
}

/// A salted commitment to an account number: SHA3-256 of `countersign/v1/account LF`, a salt of
/// 32 bytes and the number. Salt and number stay with the member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// Commits to an account number.
    #[must_use]
    pub fn to_account(salt: &[u8; 32], account: &str) -> Self {
        use sha3::Digest;
        let mut hash = sha3::Sha3_256::new();
        // Domain separation: no other text that Countersign hashes starts with this line.
        hash.update(b"countersign/v1/account\n");
        hash.update(salt);
        hash.update(account.as_bytes());
        Self(hash.finalize().into())
    }

    /// Commits to a file that belongs to an entry: SHA3-256 of the salt and the file's bytes.
    #[must_use]
    pub fn to_file(salt: &[u8; 32], file: &[u8]) -> Self {
        use sha3::Digest;
        let mut hash = sha3::Sha3_256::new();
        // The salt stands where other texts have the line that names them; nobody can choose it to be one.
        hash.update(salt);
        hash.update(file);
        Self(hash.finalize().into())
    }
}

impl std::fmt::Display for Commitment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Identity(self.0).fmt(formatter)
    }
}

impl Field for Commitment {
    const FORM: &'static str = "commitment";

    fn parse(text: &str) -> Result<Self, FieldError> {
        hex32(text).map(Self)
    }

    fn write(&self, out: &mut String) {
        push_hex(out, &self.0);
    }
}

/// A file that belongs to an entry: `<salted digest> <bytes> <media type>`. The salt lies with the
/// file, so that erasing the file leaves nothing behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// SHA3-256 of a salt of 32 bytes and the file.
    pub digest: Commitment,
    /// The file's size in bytes.
    pub bytes: u32,
    /// The file's media type, such as `application/pdf`.
    pub media_type: String,
}

impl Field for Attachment {
    const FORM: &'static str = "attachment";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<digest> <bytes> <media type>");
        let mut parts = text.split(' ');
        let (Some(digest), Some(bytes), Some(media), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(WANTED);
        };
        let token = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+-./".contains(&byte)
        };
        if media.len() > 80 || media.matches('/').count() != 1 || !media.bytes().all(token) {
            return Err(WANTED);
        }
        let bytes = super::decimal(bytes)
            .and_then(|bytes| u32::try_from(bytes).ok())
            .ok_or(WANTED)?;
        Ok(Self {
            digest: Commitment::parse(digest)?,
            bytes,
            media_type: media.to_owned(),
        })
    }

    fn write(&self, out: &mut String) {
        self.digest.write(out);
        out.push(' ');
        push_decimal(out, self.bytes);
        out.push(' ');
        out.push_str(&self.media_type);
    }
}
