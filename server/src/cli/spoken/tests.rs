//! Every command and flag is told in every language, and nothing is left of English or left over.

use super::tree::{Tree, command_id};
use crate::cli::Cli;
use crate::speech;
use app::words::{Language, Words};
use clap::{Command, CommandFactory};

const OTHERS: [Language; 2] = [Language::Zh, Language::Es];

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

#[test]
fn a_translated_description_contradicts_itself_nowhere() {
    for language in OTHERS {
        spoken(&speech::of(language)).debug_assert();
    }
}

#[test]
fn what_each_command_does_is_told_in_every_language() {
    for language in OTHERS {
        let words = speech::of(language);
        let mut missing = Vec::new();
        walk(&plain(), &[], &mut |command, path| {
            let id = command_id(path);
            let long = command.get_long_about().map(|_| format!("{id}-long"));
            missing.extend(
                [Some(id), long]
                    .into_iter()
                    .flatten()
                    .filter(|id| !words.has(id)),
            );
        });
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}
