//! The lines before the PEM: whose key it is.

use std::fmt;

use ledger::FieldError;
use ledger::field::{Field, MemberName, Moment, Person, PublicKey};
use ledger::key::{parse_vkey, vkey};

use super::error::KeyFileError;

const FIRST_LINE: &str = "Countersign key file, version ";
const VERSION: &str = "1";
const SECOND_LINE: &str =
    "The private key below is encrypted. Never send this file; docs/KEY-FILE.md explains it.";
const BEGIN: &str = "-----BEGIN ";

/// What a key file says of its key, readable without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHeader {
    member: MemberName,
    person: Person,
    public_key: PublicKey,
    created: Moment,
}

impl KeyHeader {
    /// The header of `public_key`, made for `person` of `member` at `created`.
    #[must_use]
    pub fn new(member: MemberName, person: Person, public_key: PublicKey, created: Moment) -> Self {
        Self {
            member,
            person,
            public_key,
            created,
        }
    }

    /// The member whose entries the key signs.
    #[must_use]
    pub fn member(&self) -> &MemberName {
        &self.member
    }

    /// The person whose key it is: an opaque id.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The public half.
    #[must_use]
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    /// When the file was made.
    #[must_use]
    pub fn created(&self) -> Moment {
        self.created
    }

    /// The public half as others enrol it: name, key ID and key.
    #[must_use]
    pub fn vkey(&self) -> String {
        vkey(&self.member, &self.public_key)
    }

    /// Reads the header, and gives the PEM that follows it.
    pub(super) fn split(text: &str) -> Result<(Self, &str), KeyFileError> {
        let at = text
            .find(BEGIN)
            .ok_or(KeyFileError::NotAKeyFile("it has no `-----BEGIN` line"))?;
        let (lines, sealed) = text.split_at(at);
        Ok((Self::parse(lines)?, sealed))
    }

    fn parse(text: &str) -> Result<Self, KeyFileError> {
        let mut lines = text.lines().zip(1..);
        let first = lines
            .next()
            .and_then(|(line, _)| line.strip_prefix(FIRST_LINE));
        match first.map(str::trim_end) {
            Some(VERSION) => {}
            Some(version) => return Err(KeyFileError::Version(version.chars().take(16).collect())),
            None => return Err(KeyFileError::NotAKeyFile("its first line doesn't say so")),
        }
        lines.next();
        let member: MemberName = value("member", lines.next(), Field::parse)?;
        let person = value("person", lines.next(), Field::parse)?;
        let (name, public_key) = value("vkey", lines.next(), parse_vkey)?;
        let created = value("created", lines.next(), Field::parse)?;
        if lines.next().is_some() {
            return Err(KeyFileError::NotAKeyFile(
                "it has a line too many before the key",
            ));
        }
        if name != member {
            return Err(KeyFileError::OtherMember);
        }
        Ok(Self::new(member, person, public_key, created))
    }
}

impl fmt::Display for KeyHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}{VERSION}")?;
        writeln!(f, "{SECOND_LINE}")?;
        writeln!(f, "member: {}", self.member)?;
        writeln!(f, "person: {}", self.person)?;
        writeln!(f, "vkey: {}", self.vkey())?;
        writeln!(f, "created: {}", self.created)
    }
}

fn value<T>(
    key: &'static str,
    line: Option<(&str, usize)>,
    parse: impl FnOnce(&str) -> Result<T, FieldError>,
) -> Result<T, KeyFileError> {
    const MISSING: KeyFileError = KeyFileError::NotAKeyFile("its header breaks off");
    let (text, line) = line.ok_or(MISSING)?;
    let text = text
        .strip_prefix(key)
        .and_then(|rest| rest.strip_prefix(": "))
        .unwrap_or_default();
    parse(text.trim_end()).map_err(|wanted| KeyFileError::Header { line, key, wanted })
}
