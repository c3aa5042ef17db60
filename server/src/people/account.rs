//! The name by which a person signs in.

use std::fmt;

/// Characters of an account's name: below three they are soon taken.
pub const ACCOUNT_CHARS_MIN: usize = 3;

/// Characters of an account's name: what a narrow page shows on one line.
pub const ACCOUNT_CHARS_MAX: usize = 32;

/// An account's name: lower-case letters, digits, dots and hyphens, so that no two look alike. An
/// e-mail address isn't asked for, nor a person's own name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountName(String);

impl AccountName {
    /// Reads a name as it was typed; case and blanks around it don't matter.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let name = typed.trim().to_ascii_lowercase();
        let right =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte);
        let long = (ACCOUNT_CHARS_MIN..=ACCOUNT_CHARS_MAX).contains(&name.len());
        (long && name.bytes().all(right)).then_some(Self(name))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_meant() {
        let read = |typed| AccountName::parse(typed).map(|name| name.to_string());
        assert_eq!(read(" Desk-2 "), Some("desk-2".to_owned()));
        for wrong in ["", "ab", "a b c", "d\u{e9}sk", "a/b", &"a".repeat(33)] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
