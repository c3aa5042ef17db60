//! Where a token keeps a key: a PKCS#11 URI (RFC 7512) of its token and its object.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::fmt;
use std::str::FromStr;

const SCHEME: &str = "pkcs11:";

/// What RFC 7512 lets stand unescaped in a value, less what would need a second look.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Longest address, in bytes: a label has 32 on a token, an object's a little more.
pub const TOKEN_URI_BYTES_MAX: usize = 512;

/// Which key on which token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenUri {
    token: String,
    object: String,
    serial: Option<String>,
}

/// A text that isn't the address of a key on a token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATokenUri {
    /// Another kind of address.
    #[error("a token's key is written as pkcs11:token=LABEL;object=LABEL")]
    Scheme,
    /// Longer than [`TOKEN_URI_BYTES_MAX`].
    #[error("a token's address has at most {TOKEN_URI_BYTES_MAX} bytes")]
    TooLong,
    /// An attribute that isn't one of token, object and serial, or stands twice.
    #[error(
        "`{0}` can't stand in a token's address: it has token, object and perhaps serial, each once"
    )]
    Attribute(String),
    /// The token or the object isn't named.
    #[error("a token's address must say {0}=")]
    Missing(&'static str),
    /// A value that isn't text, or empty.
    #[error("the value of `{0}` is empty or isn't text")]
    Value(String),
}

impl TokenUri {
    /// The token's label.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The key's label on the token.
    #[must_use]
    pub fn object(&self) -> &str {
        &self.object
    }

    /// The token's serial number, where several have one label.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.serial.as_deref()
    }
}

impl FromStr for TokenUri {
    type Err = NotATokenUri;

    fn from_str(text: &str) -> Result<Self, NotATokenUri> {
        if text.len() > TOKEN_URI_BYTES_MAX {
            return Err(NotATokenUri::TooLong);
        }
        let path = text.strip_prefix(SCHEME).ok_or(NotATokenUri::Scheme)?;
        let (mut token, mut object, mut serial) = (None, None, None);
        for attribute in path.split(';') {
            let (name, value) = attribute
                .split_once('=')
                .ok_or_else(|| NotATokenUri::Attribute(attribute.to_owned()))?;
            let place = match name {
                "token" => &mut token,
                "object" => &mut object,
                "serial" => &mut serial,
                _ => return Err(NotATokenUri::Attribute(name.to_owned())),
            };
            if place.replace(decoded(name, value)?).is_some() {
                return Err(NotATokenUri::Attribute(name.to_owned()));
            }
        }
        Ok(Self {
            token: token.ok_or(NotATokenUri::Missing("token"))?,
            object: object.ok_or(NotATokenUri::Missing("object"))?,
            serial,
        })
    }
}

fn decoded(name: &str, value: &str) -> Result<String, NotATokenUri> {
    let wrong = || NotATokenUri::Value(name.to_owned());
    let text = percent_decode_str(value)
        .decode_utf8()
        .map_err(|_| wrong())?;
    // `?` begins what RFC 7512 calls a query, such as a module's path: refused with the value it is in.
    if text.is_empty() || value.contains('?') || text.contains(char::is_control) {
        return Err(wrong());
    }
    Ok(text.into_owned())
}

/// As it is read again.
impl fmt::Display for TokenUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = |text| utf8_percent_encode(text, ESCAPED);
        write!(f, "{SCHEME}token={}", escaped(&self.token))?;
        if let Some(serial) = &self.serial {
            write!(f, ";serial={}", escaped(serial))?;
        }
        write!(f, ";object={}", escaped(&self.object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        for (text, written) in [
            (
                "pkcs11:token=bureau;object=p1",
                "pkcs11:token=bureau;object=p1",
            ),
            (
                "pkcs11:object=p%201;token=a%3Bb",
                "pkcs11:token=a%3Bb;object=p%201",
            ),
            (
                "pkcs11:token=财政局;serial=0a1b;object=p1",
                "pkcs11:token=%E8%B4%A2%E6%94%BF%E5%B1%80;serial=0a1b;object=p1",
            ),
        ] {
            let uri: TokenUri = text.parse().unwrap();
            assert_eq!(uri.to_string(), written);
            assert_eq!(written.parse::<TokenUri>().unwrap(), uri);
        }
    }

    #[test]
    fn what_is_no_address_is_told() {
        for (text, told) in [
            ("token=bureau;object=p1", "pkcs11:token=LABEL"),
            ("pkcs11:token=bureau", "must say object="),
            ("pkcs11:object=p1", "must say token="),
            ("pkcs11:token=a;object=", "value of `object`"),
            ("pkcs11:token=%ff;object=p1", "value of `token`"),
            ("pkcs11:token=a;token=b;object=p1", "`token` can't stand"),
            (
                "pkcs11:token=a;object=p1;type=private",
                "`type` can't stand",
            ),
            (
                "pkcs11:token=a;object=p1?module-path=/tmp/x.so",
                "value of `object`",
            ),
        ] {
            let error = text.parse::<TokenUri>().unwrap_err().to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
        let long = format!("pkcs11:token=a;object={}", "p".repeat(TOKEN_URI_BYTES_MAX));
        assert_eq!(long.parse::<TokenUri>(), Err(NotATokenUri::TooLong));
    }
}
