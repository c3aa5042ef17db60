//! Every command and flag is told in every language, and nothing is left of English or left over.

use super::manual::with_sections;
use super::refusal::refusal;
use super::tree::{Tree, argument_ids, command_id, value_id, visible_values};
use crate::cli::Cli;
use crate::speech;
use app::words::{Language, Words};
use clap::{Arg, Command, CommandFactory};
use std::collections::{BTreeMap, BTreeSet};

const OTHERS: [(Language, &str); 2] = [
    (Language::Zh, include_str!("../../../words/zh-help.ftl")),
    (Language::Es, include_str!("../../../words/es-help.ftl")),
];

/// What clap says by itself, in help and manuals.
const OF_CLAP: [&str; 13] = [
    "Usage:",
    "Commands:",
    "Arguments:",
    "Options:",
    "[OPTIONS]",
    "<COMMAND>",
    "Possible values:",
    "[possible values",
    "[default",
    "[env",
    "Print ",
    "see more with",
    "given subcommand",
];

/// Visits every visible command with its path; clap's own `help` is one, what that repeats isn't.
fn walk(command: &Command, path: &[String], visit: &mut impl FnMut(&Command, &[String])) {
    visit(command, path);
    if path.last().is_some_and(|last| last == "help") {
        return;
    }
    for below in command.get_subcommands().filter(|one| !one.is_hide_set()) {
        let name = below.get_name().to_owned();
        let path: Vec<String> = path.iter().cloned().chain([name]).collect();
        walk(below, &path, visit);
    }
}

fn plain() -> Command {
    let mut command = Cli::command();
    command.build();
    command
}

fn spoken(words: &Words) -> Command {
    Tree::new(words).translate(Cli::command())
}

fn shown(command: &Command) -> impl Iterator<Item = &Arg> {
    let own = |argument: &&Arg| !["help", "version"].contains(&argument.get_id().as_str());
    command
        .get_arguments()
        .filter(own)
        .filter(|argument| !argument.is_hide_set())
}

/// The text on one line, whatever width it was broken at.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every id that help asks for, with the English that it stands for.
fn asked(words: &Words) -> BTreeMap<String, BTreeSet<String>> {
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut ask = |id: String, english: String| {
        asked.entry(id).or_default().insert(english);
    };
    walk(&plain(), &[], &mut |command, path| {
        let id = command_id(path);
        let about = command.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default();
        if let Some(long) = command.get_long_about().map(ToString::to_string) {
            let paragraphs = format!("{about}\n\n");
            let more = long.strip_prefix(&paragraphs).unwrap_or(&long).to_owned();
            ask(format!("{id}-long"), more);
        }
        if let Some(after) = command.get_after_help().map(ToString::to_string)
            && !after.starts_with("Example")
        {
            ask(format!("{id}-after"), after);
        }
        ask(id, about);
        for argument in shown(command) {
            let [own, shared] = argument_ids(argument, path);
            let id = if words.has(&own) { own } else { shared };
            ask(
                id,
                argument
                    .get_help()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            );
            for value in visible_values(argument) {
                if let Some(help) = value.get_help() {
                    ask(value_id(argument, value.get_name()), help.to_string());
                }
            }
        }
    });
    asked
}

/// The ids that the code itself says.
fn said_by_the_code() -> BTreeSet<String> {
    let code = [
        include_str!("tree.rs"),
        include_str!("refusal.rs"),
        include_str!("manual.rs"),
    ];
    let words = code.iter().flat_map(|code| code.split('"'));
    words
        .filter(|word| word.starts_with("help-") && !word.contains(['{', ' ']))
        // Clap's own flag, found by its name.
        .chain(["help-flag-version"])
        .map(ToOwned::to_owned)
        .collect()
}

fn ids(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (id, _) = line.split_once(" =")?;
        id.starts_with("help-").then_some(id)
    })
}

/// Long flags and quoted code: what a translation may not lose.
fn literals(text: &str) -> BTreeSet<&str> {
    let flags = text
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
        .filter(|word| word.starts_with("--"));
    flags.chain(text.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn a_translated_description_contradicts_itself_nowhere() {
    for (language, _) in OTHERS {
        spoken(&speech::of(language)).debug_assert();
    }
}

#[test]
fn every_language_tells_every_command_and_flag_and_no_more() {
    let own = said_by_the_code();
    for (language, source) in OTHERS {
        let words = speech::of(language);
        let asked = asked(&words);
        let all: BTreeSet<&str> = asked.keys().chain(&own).map(String::as_str).collect();
        let told: BTreeSet<&str> = ids(source).collect();
        assert_eq!(told.len(), ids(source).count(), "{language:?}: one twice");
        let missing: Vec<_> = all.difference(&told).collect();
        let left: Vec<_> = told.difference(&all).collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
        assert!(left.is_empty(), "{language:?} has too much: {left:?}");
    }
}

#[test]
fn an_id_that_flags_share_stands_for_one_sentence() {
    for (language, _) in OTHERS {
        for (id, english) in asked(&speech::of(language)) {
            assert_eq!(english.len(), 1, "{language:?} {id}: {english:?}");
        }
    }
}

#[test]
fn a_translation_names_the_same_flags_and_code() {
    for (language, _) in OTHERS {
        let words = speech::of(language);
        for (id, english) in asked(&words) {
            let told = words.say(&id);
            for english in &english {
                assert_eq!(literals(&told), literals(english), "{language:?} {id}");
            }
            assert!(!told.contains('{'), "{language:?} {id}: {told}");
        }
    }
}

#[test]
fn help_has_no_english_left() {
    for (language, _) in OTHERS {
        let words = speech::of(language);
        let english = asked(&words).into_values().flatten();
        // A word alone may be a name; a sentence has spaces.
        let english: Vec<String> = english
            .filter(|text| text.contains(' '))
            .flat_map(|text| text.split("\n\n").map(on_one_line).collect::<Vec<_>>())
            .filter(|text| !text.contains("countersign demo --data demo"))
            .collect();
        walk(&spoken(&words), &[], &mut |command, path| {
            let mut command = command.clone();
            for help in [command.render_help(), command.render_long_help()] {
                let help = on_one_line(&help.to_string());
                let left = english.iter().find(|text| help.contains(*text));
                assert_eq!(left, None, "{language:?} {path:?}: {help}");
                let left = OF_CLAP.iter().find(|text| help.contains(*text));
                assert_eq!(left, None, "{language:?} {path:?}: {help}");
                assert!(!help.contains('⟦'), "{language:?} {path:?}: {help}");
            }
        });
    }
}

#[test]
fn examples_stay_the_commands_they_are() {
    let commands = |command: &Command| -> Vec<String> {
        let after = command.get_after_help().map(ToString::to_string);
        let after = after.unwrap_or_default();
        let lines = after.lines().filter(|line| line.starts_with("  "));
        lines.map(ToOwned::to_owned).collect()
    };
    let mut english = Vec::new();
    walk(&plain(), &[], &mut |command, _| {
        english.push(commands(command));
    });
    for (language, _) in OTHERS {
        let mut told = Vec::new();
        walk(&spoken(&speech::of(language)), &[], &mut |command, _| {
            let after = command.get_after_help().map(ToString::to_string);
            assert!(!after.is_some_and(|after| after.starts_with("Example")));
            told.push(commands(command));
        });
        assert_eq!(told, english, "{language:?}");
    }
}

#[test]
fn errors_are_told_with_their_values_and_tips() {
    let cases: [(&[&str], &[&str], &[&str]); 9] = [
        (
            &["tally", "--dtaa", "x"],
            &[
                "错误：不认识参数“--dtaa”",
                "提示：是否要写 --data？",
                "用法： ",
            ],
            &[
                "error: no se conoce el argumento «--dtaa»",
                "¿quiso escribir --data?",
                "Uso: ",
            ],
        ),
        (
            &["tally", "--of", "sector"],
            &["“--of <OF>”的值“sector”无效", "[可选值：programme, member"],
            &[
                "«sector» no es un valor válido para «--of <OF>»",
                "[valores posibles: programme",
            ],
        ),
        (
            &["tally", "--month"],
            &["“--month <MONTH>”后面须给出值"],
            &["«--month <MONTH>» necesita un valor"],
        ),
        (
            &["issue"],
            &[
                "缺少以下必需的参数：",
                "--to <NAME>",
                "更多说明请加 --help 查看。",
            ],
            &[
                "faltan estos argumentos obligatorios:",
                "--to <NAME>",
                "pruebe con --help",
            ],
        ),
        (
            &["taly"],
            &["没有“taly”这个命令", "是否要写 tally？"],
            &["no hay ninguna orden «taly»", "¿quiso escribir tally?"],
        ),
        (
            &["confirm", "--all", "--nothing"],
            &["“--all”不能与“--nothing”同时使用"],
            &["«--all» no se puede usar junto con «--nothing»"],
        ),
        (
            &["tally", "--json", "--json"],
            &["“--json”不能重复使用"],
            &["«--json» no se puede dar más de una vez"],
        ),
        (
            &["bench", "--entries", "many"],
            &["的值“many”无效：不是整数"],
            &["«many» no es un valor válido", ": no es un número entero"],
        ),
        (
            &["trace", "1", "2"],
            &["不认识参数“2”"],
            &["no se conoce el argumento «2»"],
        ),
    ];
    for (line, chinese, spanish) in cases {
        for ((language, _), wanted) in OTHERS.into_iter().zip([chinese, spanish]) {
            let words = speech::of(language);
            let line = ["countersign"].iter().chain(line);
            let error = spoken(&words).try_get_matches_from(line);
            let said = refusal(&error.expect_err("it is wrong"), &words).to_string();
            for part in wanted {
                assert!(said.contains(part), "{part:?} isn't in: {said}");
            }
            let left = OF_CLAP.iter().find(|text| said.contains(*text));
            assert_eq!(left, None, "{said}");
        }
    }
}

#[test]
fn a_page_of_the_manual_has_no_english_section() {
    for (language, _) in OTHERS {
        let words = speech::of(language);
        let mut out = Vec::new();
        let page = clap_mangen::Man::new(spoken(&words));
        page.render(&mut out).expect("memory takes it");
        let page = with_sections(&String::from_utf8_lossy(&out), &words);
        let mut sections = page.lines().filter(|line| line.starts_with(".SH"));
        assert!(sections.all(|line| line.starts_with(".SH \"")), "{page}");
        let left = OF_CLAP.iter().find(|text| page.contains(*text));
        assert_eq!(left, None, "{page}");
        assert!(!page.contains("subcommands") && !page.contains("May also"));
    }
}
