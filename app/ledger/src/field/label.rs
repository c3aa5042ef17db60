//! Names: of members, programmes, ledgers, people, references, regions, currencies.

use super::{Field, Identity, push_decimal};
use crate::grammar::FieldError;
use crate::limits::{LABEL_BYTES_MAX, NAME_BYTES_MAX, REFERENCE_BYTES_MAX};
use compact_str::CompactString;

/// Declares a checked short text: a private value, and parsing as the only way in.
macro_rules! label {
    ($(#[$doc:meta])* $name:ident, $form:literal, $wanted:literal, $valid:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(CompactString);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = FieldError;

            fn from_str(text: &str) -> Result<Self, FieldError> {
                Self::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Field for $name {
            const FORM: &'static str = $form;

            fn parse(text: &str) -> Result<Self, FieldError> {
                let valid: fn(&str) -> bool = $valid;
                if valid(text) { Ok(Self(CompactString::new(text))) } else { Err(FieldError::new($wanted)) }
            }

            fn write(&self, out: &mut String) {
                out.push_str(&self.0);
            }
        }
    };
}

/// Lower-case letters, digits, dots and hyphens, with a letter or digit at both ends.
fn segment(text: &str) -> bool {
    let inner = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.' || byte == b'-'
    };
    let edge = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.bytes().all(inner) && edge(text.as_bytes().first()) && edge(text.as_bytes().last())
}

label!(
    /// A member's name, also the name on its signature lines: lower-case ASCII segments joined by
    /// slashes, the first one a domain, such as `county.example/finance`.
    MemberName, "member", "a name in lower-case ASCII such as county.example/finance",
    |text| text.len() <= NAME_BYTES_MAX && text.split('/').all(segment)
);
label!(
    /// A programme's name within the ledger, such as `edu-subsidy-2026`.
    ProgrammeName, "programme", "a name of lower-case letters, digits, dots and hyphens",
    |text| text.len() <= LABEL_BYTES_MAX && segment(text)
);
label!(
    /// A ledger's origin, such as `relief.example`, which is also its log's name.
    Origin, "origin", "an origin in lower-case ASCII such as relief.example",
    |text| text.len() <= LABEL_BYTES_MAX && text.split('/').all(segment)
);
label!(
    /// A person of a member, opaque: never a name of a natural person.
    Person, "person", "an opaque id of 1 to 32 lower-case letters, digits and hyphens",
    |text| text.len() <= 32 && !text.contains('.') && segment(text)
);
impl Person {
    /// The person that a member's offline recovery key stands for; no entry may enrol it.
    pub const RECOVERY: Self = Self(CompactString::const_new("recovery"));
}

label!(
    /// A reference: unique per member and kind, 1 to 64 printable ASCII characters without space.
    RecordRef, "reference", "1 to 64 ASCII characters without space",
    |text| (1..=REFERENCE_BYTES_MAX).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
);
label!(
    /// A region's code, as the members' statistical office writes it, such as `py-10`.
    Region, "region", "a code of lower-case letters, digits, dots and hyphens",
    |text| text.len() <= LABEL_BYTES_MAX && segment(text)
);
label!(
    /// A source of funds in a programme's budget.
    Fund, "fund", "a code of lower-case letters, digits, dots and hyphens",
    |text| text.len() <= LABEL_BYTES_MAX && segment(text)
);
label!(
    /// An ISO 4217 currency code.
    Currency, "currency", "three capital letters (ISO 4217)",
    |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
);

/// Digits after the decimal mark in the programme's currency: 0 for PYG, 2 for CNY, at most 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exponent(pub u8);

impl Field for Exponent {
    const FORM: &'static str = "exponent";

    fn parse(text: &str) -> Result<Self, FieldError> {
        match text.as_bytes() {
            [digit @ b'0'..=b'4'] => Ok(Self(digit - b'0')),
            _ => Err(FieldError::new("a digit from 0 to 4")),
        }
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self.0);
    }
}

/// Which ledger an entry belongs to: `<origin>/<first 16 hex digits of the genesis' identity>`, so
/// that entries of a fork or a test ledger don't replay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerName {
    /// The origin.
    pub origin: Origin,
    /// The first eight bytes of the genesis' identity.
    pub genesis: u64,
}

impl LedgerName {
    /// The name of the ledger that a genesis founds.
    #[must_use]
    pub const fn new(origin: Origin, genesis: &Identity) -> Self {
        Self {
            origin,
            genesis: genesis.prefix(),
        }
    }
}

impl std::fmt::Display for LedgerName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{:016x}", self.origin, self.genesis)
    }
}

impl Field for LedgerName {
    const FORM: &'static str = "ledger";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError =
            FieldError::new("<origin>/<16 hexadecimal digits of the genesis>");
        let (origin, tail) = text.rsplit_once('/').ok_or(WANTED)?;
        let lower = tail.len() == 16
            && tail
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !lower {
            return Err(WANTED);
        }
        let genesis = u64::from_str_radix(tail, 16).map_err(|_| WANTED)?;
        Ok(Self {
            origin: Origin::parse(origin).map_err(|_| WANTED)?,
            genesis,
        })
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self);
    }
}
