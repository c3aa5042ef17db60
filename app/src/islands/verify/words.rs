//! What the island may say: an id for each message, whose words the page hands over in its language.

/// Declares the messages: a name, the catalogue's id, the placeholders.
macro_rules! messages {
    ($($name:ident $id:literal [$($placeholder:literal)*],)*) => {
        /// A message of the island.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $(#[doc = concat!("`", $id, "`")] $name,)*
        }

        impl Word {
            /// Every message, with its id in the catalogue and its placeholders.
            pub const ALL: &[(Self, &str, &[&str])] = &[$((Self::$name, $id, &[$($placeholder),*]),)*];
        }
    };
}

messages! {
    Start "verify-start" [],
    Again "verify-again" [],
    Files "verify-files" [],
    FilesHint "verify-files-hint" [],
    Trust "verify-trust" [],
    TrustHint "verify-trust-hint" [],
    Fetching "verify-fetching" [],
    Unreachable "verify-unreachable" ["why"],
    Holds "verify-holds" [],
    Fails "verify-fails" [],
    Open "verify-open" [],
    AllHold "verify-all-hold" [],
    SomeFail "verify-some-fail" [],
    SomeOpen "verify-some-open" [],
    Took "verify-took" ["ms"],
    TrustBad "verify-trust-bad" ["why"],
    ProofBad "verify-proof-bad" ["why"],
    NoteMissing "verify-note-missing" [],
    Form "verify-form" ["kind" "author"],
    FormBad "verify-form-bad" ["why"],
    Identity "verify-identity" ["identity"],
    IdentitySame "verify-identity-same" [],
    IdentityBad "verify-identity-bad" ["identity"],
    Signature "verify-signature" ["name" "key" "index"],
    SignatureOwn "verify-signature-own" ["name" "key"],
    SignatureBad "verify-signature-bad" ["name" "key"],
    SignatureOpen "verify-signature-open" ["name" "key"],
    Included "verify-included" ["index" "size" "log"],
    IncludedBad "verify-included-bad" ["index" "size" "why"],
    Log "verify-log" ["key"],
    LogBad "verify-log-bad" ["why"],
    Witness "verify-witness" ["name" "time"],
    Quorum "verify-quorum" [],
    QuorumNone "verify-quorum-none" [],
    QuorumBad "verify-quorum-bad" ["why"],
    Proves "verify-proves" [],
    ProvesText "verify-proves-text" [],
    ProvesLog "verify-proves-log" [],
    ProvesNot "verify-proves-not" [],
    ProvesNotTrue "verify-proves-not-true" [],
    ProvesNotRules "verify-proves-not-rules" [],
    ProvesNotServer "verify-proves-not-server" [],
}

/// What parts the messages in the page. No message has a line's end.
const BETWEEN: &str = "\n";

/// The words of every message, in the order of [`Word::ALL`]; placeholders stand as `{name}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words, each asked for by its id and its placeholders.
    #[must_use]
    pub fn new(say: impl Fn(&str, &[&str]) -> String) -> Self {
        Self(
            Word::ALL
                .iter()
                .map(|(_, id, names)| say(id, names))
                .collect(),
        )
    }

    /// The words as they stand in the page: separated by [`BETWEEN`], in which no message may have one.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.join(BETWEEN)
    }

    /// The words out of the page.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.split(BETWEEN).map(str::to_owned).collect())
    }

    /// A message without placeholders.
    #[must_use]
    pub fn say(&self, word: Word) -> String {
        self.0.get(word as usize).cloned().unwrap_or_default()
    }

    /// A message with values. A value is never searched for placeholders.
    #[must_use]
    pub fn fill(&self, word: Word, values: &[(&'static str, String)]) -> String {
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

    #[test]
    fn messages_stand_in_their_own_order() {
        for (place, (word, id, _)) in Word::ALL.iter().enumerate() {
            assert_eq!(*word as usize, place, "{id}");
        }
    }

    #[test]
    fn the_words_come_out_of_the_page_as_they_went_in() {
        let words = Words::new(|id, _| format!("{id} says \"so\""));
        assert_eq!(Words::from_text(&words.to_text()), words);
        for language in crate::words::Language::ALL {
            let said = crate::words::Words::of(language);
            for (_, id, _) in Word::ALL {
                assert!(
                    !said.say(id).contains(BETWEEN),
                    "{id} in {}",
                    language.code()
                );
            }
        }
    }

    #[test]
    fn values_are_filled_in_and_never_searched() {
        let words = Words::new(|id, names| format!("{id}: {{{}}}.", names.join("}, {")));
        let values = [
            ("kind", "{author}".to_owned()),
            ("author", "a.example/b".to_owned()),
        ];
        assert_eq!(
            words.fill(Word::Form, &values),
            "verify-form: {author}, a.example/b."
        );
    }
}
