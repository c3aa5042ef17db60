//! Free text on one line: titles, purposes, reasons.

use super::Field;
use crate::grammar::FieldError;
use crate::limits::PROSE_BYTES_MAX;
use unicode_normalization::IsNormalized;

// ALLOWED: a flat, ascending list of the code points at which "allowed" begins and ends, which build.rs
// makes from the published table: a tenth of its size, and readers load it with a page.
include!(concat!(env!("OUT_DIR"), "/allowed.rs"));

/// One line of text: not empty, no space at its ends, in NFC by the quick check of one pinned
/// Unicode version, and without control, format, bidi-override, separator, private-use or
/// unassigned characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Prose(Box<str>);

impl Prose {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Prose {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.0, formatter)
    }
}

impl std::fmt::Display for Prose {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::str::FromStr for Prose {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::parse(text)
    }
}

impl Field for Prose {
    const FORM: &'static str = "prose";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new(
            "1 to 280 bytes of NFC text on one line, without control or unassigned characters",
        );
        let bounded = (1..=PROSE_BYTES_MAX).contains(&text.len());
        let trimmed = !text.starts_with(' ') && !text.ends_with(' ');
        if bounded && trimmed && allowed(text) {
            Ok(Self(text.into()))
        } else {
            Err(WANTED)
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

fn allowed(text: &str) -> bool {
    // ASCII is assigned and normalised; only its controls are refused.
    if text.is_ascii() {
        return !text.bytes().any(|byte| byte.is_ascii_control());
    }
    // "Maybe" is accepted: the full check would double the browser's download, and identity is
    // over the bytes as they stand.
    let normalised = unicode_normalization::is_nfc_quick(text.chars()) != IsNormalized::No;
    normalised && text.chars().all(character_allowed)
}

fn character_allowed(character: char) -> bool {
    let code = u32::from(character);
    ALLOWED.partition_point(|bound| *bound <= code) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::character_allowed;
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

    #[test]
    fn the_bounds_say_what_the_published_table_says() {
        for character in '\0'..=char::MAX {
            let group = character.general_category_group();
            let wanted = !matches!(group, GeneralCategoryGroup::Other)
                && !matches!(character, '\u{2028}' | '\u{2029}');
            assert_eq!(character_allowed(character), wanted, "{character:?}");
        }
    }

    #[test]
    fn both_unicode_tables_are_of_one_version() {
        let (major, minor, patch) = unicode_normalization::UNICODE_VERSION;
        let properties = unicode_properties::UNICODE_VERSION;
        assert_eq!(
            (u64::from(major), u64::from(minor), u64::from(patch)),
            properties
        );
    }
}
