//! What the command line says, in the reader's language.
//!
//! In scope: which language that is, looking a sentence up, and what each error is called in the
//! languages that aren't English. Out of scope: pages, whose words package `app` has. Its catalogue
//! stands in front of this one, so that a kind of entry, a finding and a refusal have one name.
//!
//! English sentences of commands stand in `words/en.ftl`; an error's English is its `Display`, and what
//! help says in English stands at the flag, in the code.

mod errors;
mod tell;
#[cfg(test)]
mod tests;

pub(crate) use tell::{Foreign, Known, Message, Tell, Translated};

use app::words::{Language, Words};
use std::sync::OnceLock;

/// The variables that say a person's language, the first that is set holds:
/// <https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html>, section 8.2.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The words of whoever runs this process. A process has one locale, as every command has.
pub(crate) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| of(reader()))
}

/// The language of whoever runs this process; no catalogue is read for it.
pub(crate) fn reader() -> Language {
    language(|name| std::env::var(name).ok())
}

/// English, for what programs read.
pub(crate) fn english() -> &'static Words {
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    ENGLISH.get_or_init(|| of(Language::En))
}

/// What the catalogue calls a word of the ledger's format, such as the kind of an entry. In English
/// the word is its own name.
pub(crate) fn called(what: &str, word: &str) -> String {
    let (words, id) = (words(), format!("{what}-{word}"));
    if words.language() == Language::En || !words.has(&id) {
        return word.to_owned();
    }
    words.say(&id)
}

/// The same, followed by the word in brackets where it isn't the name: commands take the word.
pub(crate) fn with_word(what: &str, word: &str) -> String {
    let name = called(what, word);
    if name == word {
        return name;
    }
    Message::new("name-and-word")
        .with("name", name)
        .with("word", word)
        .to_string()
}

/// A sentence without values.
pub(crate) fn say(id: &'static str) -> String {
    words().say(id)
}

/// An error, or what else can be told.
pub(crate) fn told(what: &impl Tell) -> String {
    what.tell(words())
}

/// The commands' words in a language, behind those of the pages.
pub(crate) fn of(language: Language) -> Words {
    Words::with_more(language, more(language))
}

const fn more(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../words/en.ftl"),
        Language::Zh => concat!(
            include_str!("../../words/zh.ftl"),
            include_str!("../../words/zh-errors.ftl"),
            include_str!("../../words/zh-help.ftl")
        ),
        Language::Es => concat!(
            include_str!("../../words/es.ftl"),
            include_str!("../../words/es-errors.ftl"),
            include_str!("../../words/es-help.ftl")
        ),
    }
}

/// The language that an environment asks for: `zh_CN.UTF-8` is Chinese. What isn't known, and a locale
/// that nobody set, is English.
fn language(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = VARIABLES
        .iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()))
        .unwrap_or_default();
    let code = locale
        .split(['_', '-', '.', '@'])
        .next()
        .unwrap_or_default();
    Language::parse(&code.to_ascii_lowercase()).unwrap_or_default()
}
