//! What islands say: messages whose words the page hands over in its language, and checks with
//! their outcomes.

use std::marker::PhantomData;

use super::why::{Reasons, Why};

/// The messages of one island.
pub trait Message: Copy + 'static {
    /// Every message in its order, with its id in the catalogue and its placeholders.
    const EVERY: &'static [(Self, &'static str, &'static [&'static str])];

    /// Its place in [`Message::EVERY`].
    fn place(self) -> usize;
}

/// Declares an island's messages: a name, the catalogue's id, the placeholders.
macro_rules! messages {
    ($($name:ident $id:literal [$($placeholder:literal)*],)*) => {
        /// A message of the island.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $(#[doc = concat!("`", $id, "`")] $name,)*
        }

        impl $crate::islands::told::Message for Word {
            const EVERY: &'static [(Self, &'static str, &'static [&'static str])] =
                &[$((Self::$name, $id, &[$($placeholder),*]),)*];

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use messages;

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was made and holds.
    Holds,
    /// It was made and fails.
    Fails,
    /// It couldn't be made.
    Open,
}

/// A value for a placeholder.
pub type Named = (&'static str, String);

/// One check and its outcome, as a message with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<M> {
    /// What it came to.
    pub state: State,
    /// The message.
    pub word: M,
    /// The values of its placeholders.
    pub values: Vec<Named>,
    /// The reason, where the message has a place for one.
    pub why: Option<Why>,
}

/// A check with its outcome.
#[cfg(any(not(target_arch = "wasm32"), feature = "total", feature = "verify"))]
pub(super) const fn line<M>(state: State, word: M, values: Vec<Named>) -> Line<M> {
    Line {
        state,
        word,
        values,
        why: None,
    }
}

impl<M: Message> Line<M> {
    /// The same check, with the reason for its outcome.
    #[cfg(any(not(target_arch = "wasm32"), feature = "total", feature = "verify"))]
    pub(super) fn because(mut self, why: impl Into<Why>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// What is said of it: `why` and `kind` in the page's language, every other value as it stands.
    #[must_use]
    pub fn said(&self, words: &Words<M>, reasons: &Reasons) -> String {
        let mut values = self.values.clone();
        for (_, kind) in values.iter_mut().filter(|(name, _)| *name == "kind") {
            *kind = reasons.kind(kind);
        }
        values.extend(self.why.iter().map(|why| ("why", reasons.say(why))));
        words.fill(self.word, &values)
    }
}

/// What parts the messages in the page. No message has a line's end.
const BETWEEN: &str = "\n";

/// The words of every message, in the order of [`Message::EVERY`]; placeholders stand as `{name}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words<M>(Vec<String>, PhantomData<M>);

impl<M: Message> Words<M> {
    /// The words, each asked for by its id and its placeholders.
    #[must_use]
    pub fn new(say: impl Fn(&str, &[&str]) -> String) -> Self {
        let said = M::EVERY.iter().map(|(_, id, names)| say(id, names));
        Self(said.collect(), PhantomData)
    }

    /// The words as they stand in the page: separated by line's ends, of which no message has one.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.join(BETWEEN)
    }

    /// The words out of the page.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(
            text.split(BETWEEN).map(str::to_owned).collect(),
            PhantomData,
        )
    }

    /// A message without placeholders.
    #[must_use]
    pub fn say(&self, word: M) -> String {
        self.0.get(word.place()).cloned().unwrap_or_default()
    }

    /// A message with values. A value is never searched for placeholders.
    #[must_use]
    pub fn fill(&self, word: M, values: &[Named]) -> String {
        let template = self.say(word);
        let mut said = String::with_capacity(template.len());
        let mut rest = template.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let value = values.iter().find(|(known, _)| *known == name);
            said.push_str(value.map_or("", |(_, value)| value));
            rest = behind;
        }
        said.push_str(rest);
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::islands::{device, total, verify, why};

    fn hold<M: Message>() {
        for (place, (word, id, _)) in M::EVERY.iter().enumerate() {
            assert_eq!(word.place(), place, "{id}");
        }
        for language in crate::words::Language::ALL {
            let said = crate::words::Words::of(language);
            for (_, id, _) in M::EVERY {
                let code = language.code();
                assert!(!said.say(id).contains(BETWEEN), "{id} in {code}");
            }
        }
    }

    #[test]
    fn messages_stand_in_their_own_order_and_in_one_line() {
        hold::<verify::Word>();
        hold::<total::Word>();
        hold::<device::Word>();
        hold::<why::Word>();
    }

    #[test]
    fn the_words_come_out_of_the_page_as_they_went_in() {
        let words = verify::Words::new(|id, _| format!("{id} says \"so\""));
        assert_eq!(verify::Words::from_text(&words.to_text()), words);
    }

    #[test]
    fn values_are_filled_in_and_never_searched() {
        let words = verify::Words::new(|id, names| format!("{id}: {{{}}}.", names.join("}, {")));
        let values = [
            ("kind", "{author}".to_owned()),
            ("author", "a.example/b".to_owned()),
        ];
        assert_eq!(
            words.fill(verify::Word::Form, &values),
            "verify-form: {author}, a.example/b."
        );
    }
}
