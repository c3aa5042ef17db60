//! The fields of a form, from the bytes that a browser sent.

use percent_encoding::percent_decode;

/// Fields of a form that are looked at; ours have a dozen.
const FIELDS_MAX: usize = 64;

/// The fields that a form sent, in its order.
#[derive(Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1). What isn't UTF-8 becomes
    /// the replacement character, which no field allows.
    pub fn parse(body: &[u8]) -> Self {
        let pairs = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty());
        let fields = pairs.take(FIELDS_MAX).map(|pair| {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (&pair[..at], &pair[at + 1..]),
                None => (pair, &b""[..]),
            };
            (decoded(name), decoded(value))
        });
        Self(fields.collect())
    }

    /// The fields of a form that came in another way.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// A field as it was typed, without blanks around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A field with its blanks: a password.
    pub fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value)
    }

    /// Every value of a field that may repeat.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let own = self.0.iter().filter(move |(field, _)| field == name);
        own.map(|(_, value)| value.trim())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }
}

fn decoded(bytes: &[u8]) -> String {
    let spaced: Vec<u8> = bytes
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    percent_decode(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let form = Form::parse(b"a=1&b=x+y%2Bz&&c&a=2&d=%E6%98%A5%FF&yes=yes");
        assert_eq!(form.get("a"), "1");
        assert_eq!(form.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(form.get("b"), "x y+z");
        assert_eq!((form.get("c"), form.get("none")), ("", ""));
        assert_eq!(form.get("d"), "春\u{fffd}");
        assert!(form.ticked("yes") && !form.ticked("a"));
        assert_eq!(Form::parse(b"p=+secret+").raw("p"), " secret ");
        let many = "x=1&".repeat(FIELDS_MAX) + "late=1";
        assert_eq!(Form::parse(many.as_bytes()).get("late"), "");
    }
}
