//! What can be said in every language.

use super::errors;
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

    /// Puts into a placeholder what is told in the reader's language, such as an error.
    #[must_use]
    pub(crate) fn told(self, name: &'static str, what: &impl Tell) -> Self {
        self.with(name, speech::told(what))
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

impl Tell for &Message {
    fn tell(&self, words: &Words) -> String {
        (*self).tell(words)
    }
}

/// A sentence that comes as English text alone, from deep in the program: in the reader's language
/// where the catalogue knows it.
pub(crate) struct Known<'a>(pub(crate) &'a str);

impl Tell for Known<'_> {
    fn tell(&self, words: &Words) -> String {
        errors::known(words, self.0)
    }
}

/// What a library says of itself, in its own words.
pub(crate) struct Foreign<T>(pub(crate) T);

impl<T: fmt::Display> Tell for Foreign<T> {
    fn tell(&self, _: &Words) -> String {
        self.0.to_string()
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

impl<T: Translated> Translated for &T {
    fn message(&self, words: &Words) -> Message {
        (*self).message(words)
    }
}
