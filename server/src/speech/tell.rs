//! What can be said in every language.

use crate::speech;
use app::words::{Language, Value, Words};
use std::fmt;

/// What can be said in every language.
pub(crate) trait Tell {
    /// In these words.
    fn tell(&self, words: &Words) -> String;
}

/// A sentence of the catalogue and what goes into it.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    id: &'static str,
    values: Vec<(&'static str, Value)>,
}

impl Message {
    /// A sentence by its id.
    pub(crate) const fn new(id: &'static str) -> Self {
        Self {
            id,
            values: Vec::new(),
        }
    }

    /// Puts a value into a placeholder, as it prints.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, Value::Text(value.to_string())));
        self
    }

    /// Puts a count into a placeholder: it chooses the plural and is grouped.
    #[must_use]
    pub(crate) fn count(mut self, name: &'static str, count: u64) -> Self {
        self.values.push((name, Value::Count(count)));
        self
    }
}

/// In the reader's language.
impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.tell(speech::words()))
    }
}

impl Tell for Message {
    fn tell(&self, words: &Words) -> String {
        words.with(self.id, &self.values)
    }
}

/// An error whose English is its `Display`, and which has a sentence in every other language.
pub(crate) trait Translated: fmt::Display {
    /// The sentence. What is inside it is told in the same words.
    fn message(&self, words: &Words) -> Message;
}

impl<T: Translated> Tell for T {
    fn tell(&self, words: &Words) -> String {
        if words.language() == Language::En {
            return self.to_string();
        }
        self.message(words).tell(words)
    }
}
