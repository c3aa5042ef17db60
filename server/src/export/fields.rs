//! An entry's fields as its text has them.

/// The fields of an entry's text in their order: word and value. A field that repeats stands as
/// often as it stands in the text.
pub fn fields(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().skip(1).filter_map(|line| line.split_once(' '))
}

/// The value of a field that stands at most once.
#[must_use]
pub fn field<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    fields(text).find_map(|(found, value)| (found == word).then_some(value))
}
