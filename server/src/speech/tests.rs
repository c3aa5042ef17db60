//! Every language says what the commands say, and nothing that nobody asks for is left.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Sentences of commands: English, Chinese, Spanish.
const COMMANDS: [(Language, &str); 3] = [
    (Language::En, include_str!("../../words/en.ftl")),
    (Language::Zh, include_str!("../../words/zh.ftl")),
    (Language::Es, include_str!("../../words/es.ftl")),
];
/// Sentences of errors and of help, whose English stands in the code; what their ids begin with.
const OTHERS: [(&str, &str, &str); 2] = [
    (
        "fault-",
        include_str!("../../words/zh-errors.ftl"),
        include_str!("../../words/es-errors.ftl"),
    ),
    (
        "help-",
        include_str!("../../words/zh-help.ftl"),
        include_str!("../../words/es-help.ftl"),
    ),
];
/// Ids that are put together: a word of the ledger's follows these.
const PUT_TOGETHER: [&str; 2] = ["tallied-", "shown-"];

/// What a catalogue's file says: ids and the names of their placeholders.
fn messages(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_lowercase())
            && let Some((id, _)) = line.split_once(" =")
        {
            assert!(!found.contains_key(id), "{id} stands there twice");
            id.clone_into(&mut last);
            found.insert(last.clone(), BTreeSet::new());
        }
        if let Some(placeholders) = found.get_mut(&last) {
            placeholders.extend(line.split('$').skip(1).map(word));
        }
    }
    found
}

fn word(text: &str) -> String {
    let ends = |letter: char| !(letter.is_ascii_alphanumeric() || letter == '_');
    text.split(ends).next().unwrap_or_default().to_owned()
}

/// The source of this package, without this file.
fn source() -> String {
    fn read(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("speech/tests.rs")
            {
                into.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    read(&root, &mut text);
    text
}

/// The ids that the source asks for.
fn asked(source: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for ask in ["Message::new(", "speech::say("] {
        for after in source.split(ask).skip(1) {
            let id = after.trim_start().strip_prefix('"');
            ids.extend(id.and_then(|id| Some(id.split_once('"')?.0.to_owned())));
        }
    }
    ids
}

#[test]
fn the_languages_say_the_same_with_the_same_placeholders() {
    let [english, rest @ ..] = COMMANDS.map(|(language, file)| (language, messages(file)));
    for (language, said) in &rest {
        for (id, placeholders) in &english.1 {
            assert_eq!(said.get(id), Some(placeholders), "{language:?}: {id}");
        }
        for id in said.keys() {
            assert!(english.1.contains_key(id), "{language:?} alone has {id}");
        }
    }
    for (begins, chinese, spanish) in OTHERS {
        let (chinese, spanish) = (messages(chinese), messages(spanish));
        assert_eq!(chinese, spanish, "{begins}");
        assert!(chinese.keys().all(|id| id.starts_with(begins)), "{begins}");
    }
}

#[test]
fn nothing_stands_before_the_pages_words() {
    for (language, file) in COMMANDS {
        let (pages, own) = (Words::of(language), of(language));
        for id in messages(file).keys() {
            assert!(!pages.has(id), "{language:?}: the pages have {id} too");
            assert!(own.has(id), "{language:?}: {id} can't be read");
        }
    }
}

#[test]
fn whatever_is_asked_for_is_there_and_nothing_is_left_over() {
    let source = source();
    let asked = asked(&source);
    assert!(asked.len() > 20, "the source is read: {asked:?}");
    for (language, _) in COMMANDS {
        let words = of(language);
        for id in &asked {
            // An error's English is its `Display`.
            let english = language == Language::En && id.starts_with("fault-");
            assert!(english || words.has(id), "{language:?} lacks {id}");
        }
    }
    let (_, english) = COMMANDS[0];
    let put_together = |id: &str| PUT_TOGETHER.iter().any(|begins| id.starts_with(begins));
    // Faults are also asked for through tables: the errors' own tests hold them.
    for id in messages(english).into_keys() {
        assert!(
            asked.contains(&id) || put_together(&id),
            "nobody asks for {id}"
        );
    }
}

#[test]
fn every_term_of_a_tally_has_its_name() {
    for (language, _) in COMMANDS {
        for (term, _) in ledger::Terms::default().named() {
            let id = format!("tallied-{}", term.replace('_', "-"));
            assert!(of(language).has(&id), "{language:?} lacks {id}");
        }
    }
}

#[test]
fn a_word_of_the_ledger_is_its_own_name_in_english_alone() {
    let spanish = of(Language::Es);
    assert!(spanish.has("kind-transfer") && spanish.has("refusal-ref-reused"));
    // Tests run in a locale that isn't set, or is English.
    if words().language() == Language::En {
        assert_eq!(called("kind", "transfer"), "transfer");
        assert_eq!(with_word("finding", "receipt-short"), "receipt-short");
    }
}

#[test]
fn the_first_variable_that_is_set_says_the_language() {
    let asked = |set: &'static [(&str, &str)]| {
        language(|name| {
            let (_, value) = set.iter().find(|(known, _)| *known == name)?;
            Some((*value).to_owned())
        })
    };
    assert_eq!(asked(&[("LANG", "zh_CN.UTF-8")]), Language::Zh);
    assert_eq!(asked(&[("LANG", "es")]), Language::Es);
    assert_eq!(
        asked(&[("LC_ALL", ""), ("LC_MESSAGES", "es_PY"), ("LANG", "zh_CN")]),
        Language::Es
    );
    assert_eq!(
        asked(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]),
        Language::En
    );
    assert_eq!(asked(&[("LANG", "fr_FR.UTF-8")]), Language::En);
    assert_eq!(asked(&[]), Language::En);
}
