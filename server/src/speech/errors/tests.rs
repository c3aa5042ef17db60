//! Chinese and Spanish have every error's sentence, and none that nobody asks for.

use super::super::of;
use super::*;
use app::words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

mod samples;

const TRANSLATED: [Language; 2] = [Language::Zh, Language::Es];

/// The faults of a catalogue: each id with the placeholders that stand in its sentence.
fn faults(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut faults: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut id = "";
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((begun, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            assert!(begun.starts_with("fault-"), "{begun}");
            assert!(faults.insert(begun, BTreeSet::new()).is_none(), "{begun}");
            id = begun;
        }
        let values = line.split("{ $").skip(1);
        let names = values.filter_map(|rest| rest.split([' ', '}']).next());
        if let Some(found) = faults.get_mut(id) {
            found.extend(names);
        }
    }
    faults
}

fn chinese() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    faults(include_str!("../../../words/zh-errors.ftl"))
}

/// The ids that the rooms beside this one ask for.
fn asked() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/speech/errors");
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let rooms = paths.filter(|path| path.is_file() && !path.ends_with("tests.rs"));
    let texts = rooms.map(|path| std::fs::read_to_string(path).unwrap());
    texts
        .flat_map(|text| {
            let quoted = text.split('"').map(str::to_owned).collect::<Vec<_>>();
            quoted.into_iter().filter(|word| word.starts_with("fault-"))
        })
        .collect()
}

#[test]
fn both_languages_have_the_same_faults_with_the_same_values() {
    let spanish = faults(include_str!("../../../words/es-errors.ftl"));
    assert_eq!(chinese(), spanish);
    assert!(spanish.len() > 400);
}

#[test]
fn every_fault_that_is_asked_for_is_there_and_none_is_left_over() {
    let there: BTreeSet<String> = chinese().keys().map(|id| (*id).to_owned()).collect();
    assert_eq!(asked(), there);
    for language in TRANSLATED {
        let words = of(language);
        for id in &there {
            assert!(words.has(id), "{id} can't be read in {}", language.code());
        }
    }
}

fn sample(pattern: &str) -> String {
    let mut parts = pattern.split('«');
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, behind) = part.split_once('»').unwrap();
        text = text + name + behind;
    }
    text
}

#[test]
fn what_comes_as_english_alone_is_told_with_its_values() {
    let words = of(Language::Zh);
    assert_eq!(
        known(&words, "must be a whole number of 1 to 65535"),
        "须为 1 至 65535 的整数"
    );
    assert_eq!(
        known(&words, "`{paid` lacks its closing brace"),
        "“{paid”缺少右花括号"
    );
    assert_eq!(known(&words, "something new"), "something new");
    for (pattern, id) in known::KNOWN.iter().flat_map(|area| area.iter()) {
        let (english, told) = (sample(pattern), known(&words, &sample(pattern)));
        assert_ne!(english, told, "{id}");
        assert!(!told.contains("{$") && !told.contains('⟦'), "{told}");
    }
}

/// The texts of the server's and the ledger's code, each string on one line.
fn code(folder: &Path, into: &mut String) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() && !path.ends_with("speech") {
            code(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            let mut parts = text.split("\\\n");
            into.push_str(parts.next().unwrap());
            parts.for_each(|part| into.push_str(part.trim_start()));
        }
    }
}

#[test]
fn no_english_is_known_that_nobody_says() {
    let server = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = String::new();
    code(&server.join("src"), &mut said);
    code(&server.join("../app/ledger/src"), &mut said);
    let ours = known::KNOWN.iter().filter(|area| **area != known::TOML);
    let texts = ours.flat_map(|area| area.iter()).chain(field::WANTED);
    let whole = texts.filter(|(text, _)| !text.contains('«'));
    for (text, _) in whole {
        assert!(said.contains(&text.replace('"', "\\\"")), "{text}");
    }
}
