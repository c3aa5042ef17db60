//! The strict text form that all entries share: one field a line, in one order, nothing else.

use smallvec::SmallVec;

/// A field's value that can't be read, and what it should have been.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{wanted}")]
pub struct FieldError {
    /// What a valid value looks like.
    pub wanted: &'static str,
}

impl FieldError {
    pub(crate) const fn new(wanted: &'static str) -> Self {
        Self { wanted }
    }
}

/// Why a text is not an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GrammarError {
    /// The first line names no entry of Countersign.
    #[error("line 1: expected `countersign/v1/<kind>`")]
    NotAnEntry,
    /// The first line names a version that this release doesn't know.
    #[error("line 1: version `{0}` is unknown here: newer rules needed")]
    VersionUnknown(String),
    /// The first line names a kind that this release doesn't know.
    #[error("line 1: kind `{0}` is unknown here: newer rules needed")]
    KindUnknown(String),
    /// A line doesn't hold the field that stands at this place.
    #[error("line {line}: expected the field `{field}`")]
    FieldExpected {
        /// Line number, from 1.
        line: usize,
        /// The field that was expected.
        field: &'static str,
    },
    /// A field's value can't be read.
    #[error("line {line}: field `{field}`: expected {wanted}")]
    FieldInvalid {
        /// Line number, from 1.
        line: usize,
        /// The field's name.
        field: &'static str,
        /// What a valid value looks like.
        wanted: &'static str,
    },
    /// A field that may repeat does so too often, or not in ascending order.
    #[error("line {line}: field `{field}`: at most {max} lines, in ascending order, none twice")]
    FieldRepeats {
        /// Line number, from 1.
        line: usize,
        /// The field's name.
        field: &'static str,
        /// How many lines there may be.
        max: usize,
    },
    /// Something follows the last field.
    #[error("line {line}: nothing may follow the last field")]
    TrailingLine {
        /// Line number, from 1.
        line: usize,
    },
    /// The text was read but is not written the one way it could be.
    #[error("the text is not in its one canonical form")]
    NotCanonical,
}

/// How often a field stands in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Exactly once.
    Required,
    /// At most once.
    Optional,
    /// Up to so many lines, ascending.
    Repeated(usize),
}

/// A value that stands on one line.
pub trait Field: Sized {
    /// The name of the form, as docs/ENTRY-FORMAT.md lists it.
    const FORM: &'static str;

    /// Reads the value from what follows the field's name and a space.
    ///
    /// # Errors
    /// [`FieldError`] with what a valid value looks like.
    fn parse(text: &str) -> Result<Self, FieldError>;

    /// Writes the value in its one form.
    fn write(&self, out: &mut String);
}

/// A field together with how often it stands in an entry.
pub(crate) trait Slot: Sized {
    /// How often.
    const PRESENCE: Presence;
    /// The form of each value.
    const FORM: &'static str;

    /// Takes the field's lines from the reader; where it can't, the reader keeps the reason.
    fn read(lines: &mut Lines<'_>, field: &'static str) -> Option<Self>;

    /// Writes the field's lines.
    fn write_lines(&self, field: &'static str, out: &mut String);
}

impl<T: Field> Slot for T {
    const PRESENCE: Presence = Presence::Required;
    const FORM: &'static str = T::FORM;

    fn read(lines: &mut Lines<'_>, field: &'static str) -> Option<Self> {
        match lines.take(field)? {
            Some(value) => Some(value),
            None => lines.fail(GrammarError::FieldExpected {
                line: lines.number + 1,
                field,
            }),
        }
    }

    fn write_lines(&self, field: &'static str, out: &mut String) {
        write_line(self, field, out);
    }
}

impl<T: Field> Slot for Option<T> {
    const PRESENCE: Presence = Presence::Optional;
    const FORM: &'static str = T::FORM;

    fn read(lines: &mut Lines<'_>, field: &'static str) -> Option<Self> {
        lines.take(field)
    }

    fn write_lines(&self, field: &'static str, out: &mut String) {
        if let Some(value) = self {
            write_line(value, field, out);
        }
    }
}

/// Up to `MAX` values of a repeatable field, ascending, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ascending<T, const MAX: usize>(SmallVec<[T; 1]>);

impl<T: Ord, const MAX: usize> Ascending<T, MAX> {
    /// Sorts the values.
    ///
    /// # Errors
    /// [`FieldError`] where there are more than `MAX`, or one stands twice.
    pub fn new(values: impl IntoIterator<Item = T>) -> Result<Self, FieldError> {
        let mut values: SmallVec<[T; 1]> = values.into_iter().collect();
        values.sort_unstable();
        if values.len() > MAX || values.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(FieldError::new("fewer lines, none twice"));
        }
        Ok(Self(values))
    }
}

impl<T, const MAX: usize> Default for Ascending<T, MAX> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<T, const MAX: usize> std::ops::Deref for Ascending<T, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Field + Ord, const MAX: usize> Slot for Ascending<T, MAX> {
    const PRESENCE: Presence = Presence::Repeated(MAX);
    const FORM: &'static str = T::FORM;

    fn read(lines: &mut Lines<'_>, field: &'static str) -> Option<Self> {
        let mut values: SmallVec<[T; 1]> = SmallVec::new();
        while let Some(value) = lines.take::<T>(field)? {
            let in_order = values.last().is_none_or(|last| *last < value);
            if !in_order || values.len() == MAX {
                return lines.fail(GrammarError::FieldRepeats {
                    line: lines.number,
                    field,
                    max: MAX,
                });
            }
            values.push(value);
        }
        Some(Self(values))
    }

    fn write_lines(&self, field: &'static str, out: &mut String) {
        for value in &self.0 {
            write_line(value, field, out);
        }
    }
}

fn write_line<T: Field>(value: &T, field: &str, out: &mut String) {
    out.push_str(field);
    out.push(' ');
    value.write(out);
    out.push('\n');
}

/// Reads a text line by line. It keeps why it failed itself: handed up through every field of every
/// kind, that made the reader three times as large, which readers load with a page.
pub(crate) struct Lines<'a> {
    rest: &'a str,
    /// The number of the line read last, from 1.
    number: usize,
    wrong: Option<GrammarError>,
}

impl<'a> Lines<'a> {
    /// Starts behind the first line, which named the kind.
    pub(crate) const fn after_first(rest: &'a str) -> Self {
        Self {
            rest,
            number: 1,
            wrong: None,
        }
    }

    /// Keeps the reason why there is no value.
    fn fail<T>(&mut self, wrong: GrammarError) -> Option<T> {
        self.wrong = Some(wrong);
        None
    }

    /// Takes the next line if it holds `field`: the value, or nothing where another field stands
    /// there. Nothing at all where the value can't be read.
    fn take<T: Field>(&mut self, field: &'static str) -> Option<Option<T>> {
        let Some(value) = self.take_text(field) else {
            return Some(None);
        };
        match T::parse(value) {
            Ok(value) => Some(Some(value)),
            Err(error) => self.fail(GrammarError::FieldInvalid {
                line: self.number,
                field,
                wanted: error.wanted,
            }),
        }
    }

    /// What follows `field` and a space, if the next line begins so.
    fn take_text(&mut self, field: &str) -> Option<&'a str> {
        let (line, rest) = self.rest.split_once('\n')?;
        let value = line.strip_prefix(field)?.strip_prefix(' ')?;
        self.rest = rest;
        self.number += 1;
        Some(value)
    }

    /// What was read, if nothing is left; otherwise why not.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, GrammarError> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let line = self.number + 1;
        let left = GrammarError::TrailingLine { line };
        read.filter(|_| self.rest.is_empty()).ok_or(left)
    }
}
