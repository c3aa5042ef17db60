//! An entry as it is written from flags or a form: its exact text, before anybody signs.

use ledger::entry::{Kind, VERSION_PREFIX};
use ledger::field::Field;
use ledger::{Entry, GrammarError};

/// The fields of an entry by their words. They are put into the format's order when the text is
/// written; lines that repeat keep the order in which they were given. A field that the kind doesn't
/// have is left out, so that what most kinds share can be set for all.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    kind: Kind,
    fields: Vec<(&'static str, String)>,
}

impl Draft {
    pub(crate) const fn new(kind: Kind) -> Self {
        Self {
            kind,
            fields: Vec::new(),
        }
    }

    /// Adds a field.
    #[must_use]
    pub(crate) fn set(mut self, word: &'static str, value: &impl Field) -> Self {
        self.fields.push((word, written(value)));
        self
    }

    /// Adds a field where there is a value.
    #[must_use]
    pub(crate) fn set_if(self, word: &'static str, value: Option<&impl Field>) -> Self {
        match value {
            Some(value) => self.set(word, value),
            None => self,
        }
    }

    /// Adds a line for each value, in the format's ascending order.
    #[must_use]
    pub(crate) fn set_all<T: Field + Ord + Clone>(
        mut self,
        word: &'static str,
        values: &[T],
    ) -> Self {
        let mut values = values.to_vec();
        values.sort();
        self.fields
            .extend(values.iter().map(|value| (word, written(value))));
        self
    }

    /// The entry, read back from the text that is shown and signed.
    ///
    /// # Errors
    /// A sentence with what can't stand in an entry.
    pub(crate) fn entry(&self) -> Result<Entry, String> {
        self.parsed()
            .map_err(|error| format!("the entry can't be written: {error}"))
    }

    /// The same, with what can't stand in an entry as the format's own error.
    pub(crate) fn parsed(&self) -> Result<Entry, GrammarError> {
        let mut text = format!("{VERSION_PREFIX}{}\n", self.kind.word());
        let spec = Kind::ALL.iter().find(|(kind, _)| *kind == self.kind);
        for field in spec.into_iter().flat_map(|(_, spec)| spec.fields) {
            for (_, value) in self.fields.iter().filter(|(word, _)| *word == field.name) {
                text.push_str(&format!("{} {value}\n", field.name));
            }
        }
        Entry::parse(&text)
    }
}

/// A field as it stands in an entry.
pub(crate) fn written(field: &impl Field) -> String {
    let mut text = String::new();
    field.write(&mut text);
    text
}
