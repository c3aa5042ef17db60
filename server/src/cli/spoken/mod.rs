//! Help, the manual and usage errors in the reader's language.
//!
//! In scope: putting the catalogue's words (`words/zh-help.ftl`, `words/es-help.ftl`, ids `help-…`) in the
//! place of the English ones that stand at each command and flag, and saying what clap itself says. Out
//! of scope: what flags mean, and what a command says once it runs.
//!
//! A command line is parsed as it stands, without any translation. What doesn't parse (an error, and also
//! `--help`) is parsed again with a translated description, unless the reader's language is English.

mod manual;
mod refusal;
mod tree;

#[cfg(test)]
mod tests;

pub(super) use manual::{page, pages};

use super::{Cli, Exit};
use crate::speech;
use app::words::Language;
use clap::{Command, CommandFactory};
use refusal::Spoken;
use std::ffi::OsString;
use std::path::Path;
use tree::Tree;

/// Prints what came of a command line that isn't a command to run: help and the version on standard
/// output, an error on standard error. Its first word is the program's name.
pub(super) fn answer(plain: clap::Error, words: &[OsString]) -> Exit {
    let exit = if plain.use_stderr() {
        Exit::Usage
    } else {
        Exit::Ok
    };
    // Help and the version are answers; their reader may go away.
    _ = match speech::reader() {
        Language::En => plain.print(),
        _ => in_their_words(plain, words).apply::<Spoken>().print(),
    };
    exit
}

/// The same error, help or version by the translated description.
fn in_their_words(plain: clap::Error, words: &[OsString]) -> clap::Error {
    let mut command = Cli::command();
    // Usage names the program as it was called.
    let called = words.first().and_then(|word| Path::new(word).file_name());
    if let Some(name) = called.and_then(|name| name.to_str()) {
        command.set_bin_name(name);
    }
    let spoken = Tree::new(speech::words()).translate(command);
    // What the plain description refuses, the translated one refuses too: only texts differ.
    spoken.try_get_matches_from(words).err().unwrap_or(plain)
}

/// A description in the reader's language.
pub(super) fn description(plain: Command) -> Command {
    match speech::reader() {
        Language::En => plain,
        _ => Tree::new(speech::words()).translate(plain),
    }
}
