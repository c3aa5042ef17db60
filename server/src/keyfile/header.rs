//! The lines before the PEM: whose key it is.

use std::fmt;

use ledger::FieldError;
use ledger::field::{Field, MemberName, Moment, Person, PublicKey};
use ledger::key::{parse_vkey, vkey};

use super::error::KeyFileError;
use super::token_uri::TokenUri;

const FIRST_LINE: &str = "Countersign key file, version ";
const VERSION: &str = "1";
const SECOND_LINE: &str =
    "The private key below is encrypted. Never send this file; docs/KEY-FILE.md explains it.";
const SECOND_LINE_OF_TOKEN: &str =
    "The private key is on a token and never leaves it; docs/KEY-FILE.md explains it.";
const BEGIN: &str = "-----BEGIN ";
const TOKEN: &str = "token";

/// What a key file says of its key, readable without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHeader {
    member: MemberName,
    person: Person,
    public_key: PublicKey,
    created: Moment,
    token: Option<TokenUri>,
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
            token: None,
        }
    }

    /// The same, of a key that lies on a token.
    #[must_use]
    pub fn on_token(mut self, token: TokenUri) -> Self {
        self.token = Some(token);
        self
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

    /// Where the private half lies, if not in the file.
    #[must_use]
    pub fn token(&self) -> Option<&TokenUri> {
        self.token.as_ref()
    }

    /// The public half as others enrol it: name, key ID and key.
    #[must_use]
    pub fn vkey(&self) -> String {
        vkey(&self.member, &self.public_key)
    }

    /// Reads the header, and gives the PEM that follows it: nothing where the key is on a token.
    pub(super) fn split(text: &str) -> Result<(Self, &str), KeyFileError> {
        let (lines, sealed) = text.split_at(text.find(BEGIN).unwrap_or(text.len()));
        let names_token = lines.lines().any(|line| {
            line.strip_prefix(TOKEN)
                .is_some_and(|rest| rest.starts_with(": "))
        });
        match (names_token, sealed.is_empty()) {
            (false, true) => Err(KeyFileError::NotAKeyFile("it has no `-----BEGIN` line")),
            (true, false) => Err(KeyFileError::NotAKeyFile(
                "it names a token, and holds a key besides",
            )),
            _ => Ok((Self::parse(lines)?, sealed)),
        }
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
        let token = lines.next().map(token).transpose()?;
        if lines.next().is_some() {
            return Err(KeyFileError::NotAKeyFile(
                "it has a line too many before the key",
            ));
        }
        if name != member {
            return Err(KeyFileError::OtherMember);
        }
        let header = Self::new(member, person, public_key, created);
        Ok(match token {
            Some(token) => header.on_token(token),
            None => header,
        })
    }
}

impl fmt::Display for KeyHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}{VERSION}")?;
        let second = match self.token {
            Some(_) => SECOND_LINE_OF_TOKEN,
            None => SECOND_LINE,
        };
        writeln!(f, "{second}")?;
        writeln!(f, "member: {}", self.member)?;
        writeln!(f, "person: {}", self.person)?;
        writeln!(f, "vkey: {}", self.vkey())?;
        writeln!(f, "created: {}", self.created)?;
        match &self.token {
            Some(token) => writeln!(f, "{TOKEN}: {token}"),
            None => Ok(()),
        }
    }
}

fn token((text, line): (&str, usize)) -> Result<TokenUri, KeyFileError> {
    let uri = text
        .strip_prefix(TOKEN)
        .and_then(|rest| rest.strip_prefix(": "))
        .ok_or(KeyFileError::NotAKeyFile(
            "it has a line too many before the key",
        ))?;
    uri.trim_end()
        .parse()
        .map_err(|error| KeyFileError::Token { line, error })
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
