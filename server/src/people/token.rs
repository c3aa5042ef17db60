//! Secrets that a browser or a link carries: the server keeps their digest alone.

use sha3::{Digest, Sha3_256};
use std::fmt;

/// Bytes of a token: nobody guesses 256 bits.
const TOKEN_BYTES: usize = 32;

/// A secret in 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(..)")
    }
}

impl Token {
    /// A token of these random bytes.
    pub(super) fn of(bytes: [u8; TOKEN_BYTES]) -> Self {
        Self(hex::encode(bytes))
    }

    /// The token that a cookie or an address holds, if it has the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 2 * TOKEN_BYTES && text.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    /// The secret itself, for the one who shall carry it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the server keeps: SHA3-256 over the digits. A plain digest is enough for random bytes.
    pub(super) fn digest(&self) -> Vec<u8> {
        Sha3_256::digest(self.0.as_bytes()).to_vec()
    }
}
