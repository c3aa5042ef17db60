//! The manual's pages, in the reader's language.

use super::description;
use crate::speech;
use app::words::{Language, Words};
use clap::Command;
use clap_mangen::Man;
use std::io;
use std::path::Path;

/// The sections of a page, which the generator names in English.
const SECTIONS: [(&str, &str); 7] = [
    (".SH NAME", "help-page-name"),
    (".SH SYNOPSIS", "help-page-synopsis"),
    (".SH DESCRIPTION", "help-page-description"),
    (".SH OPTIONS", "help-page-options"),
    (".SH SUBCOMMANDS", "help-page-commands"),
    (".SH EXTRA", "help-page-extra"),
    (".SH VERSION", "help-page-version"),
];

/// What a page's synopsis calls the commands below.
const BELOW: &str = r"\fIsubcommands\fR";

/// The first page: of the program as a whole.
///
/// # Errors
///
/// None in practice: it is written to memory.
pub(in crate::cli) fn page() -> io::Result<String> {
    text(&Man::new(description(crate::cli::description())))
}

/// Writes a page a command into a folder.
///
/// # Errors
///
/// A file can't be written.
pub(in crate::cli) fn pages(folder: &Path) -> io::Result<()> {
    // The pages of clap's own `help` would repeat all others.
    let mut command = description(crate::cli::description().disable_help_subcommand(true));
    command.build();
    write(command, folder)
}

fn write(command: Command, folder: &Path) -> io::Result<()> {
    let visible = command
        .get_subcommands()
        .filter(|below| !below.is_hide_set());
    for below in visible.cloned() {
        write(below, folder)?;
    }
    let page = Man::new(command);
    std::fs::write(folder.join(page.get_filename()), text(&page)?)
}

fn text(page: &Man) -> io::Result<String> {
    let mut out = Vec::new();
    page.render(&mut out)?;
    let text = String::from_utf8(out).map_err(io::Error::other)?;
    Ok(match speech::reader() {
        Language::En => text,
        _ => with_sections(&text, speech::words()),
    })
}

/// The same page with its sections named in these words.
pub(super) fn with_sections(page: &str, words: &Words) -> String {
    let below = format!(r"\fI{}\fR", words.say("help-page-below"));
    let mut text = String::with_capacity(page.len());
    for line in page.lines() {
        match SECTIONS.iter().find(|(english, _)| *english == line) {
            Some((_, id)) => text.push_str(&format!(".SH \"{}\"", words.say(id))),
            None => text.push_str(&line.replacen(BELOW, &below, 1)),
        }
        text.push('\n');
    }
    text
}
