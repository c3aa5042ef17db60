//! What a command prints: text for people, JSON for programs, progress on standard error.

use super::Failure;
use crate::speech::{self, Message};
use app::format;
use indicatif::{ProgressBar, ProgressStyle};
use ledger::Minor;
use ledger::field::{Currency, Exponent};
use serde::Serialize;
use std::io::{self, ErrorKind, Write};
use unicode_width::UnicodeWidthStr;

/// Prints a text. A reader that went away, as `head` does, is no failure.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    quietly(io::stdout().lock().write_all(text.as_bytes()))
}

/// Prints a sentence on a line of its own.
pub(super) fn line(message: &Message) -> Result<(), Failure> {
    text(&format!("{message}\n"))
}

/// Prints a value as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(Failure::foreign)?;
    text.push('\n');
    self::text(&text)
}

pub(super) fn quietly(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// A bar for so many entries; it shows only on a terminal.
pub(super) fn bar(entries: u64, what: &Message) -> ProgressBar {
    let bar = ProgressBar::new(entries);
    let style =
        ProgressStyle::with_template("{msg} {bar:32} {human_pos}/{human_len} {per_sec} {eta}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.with_message(what.to_string())
}

/// An amount with its currency, as the reader's language writes it.
pub(super) fn money(minor: Minor, exponent: Exponent, currency: &Currency) -> String {
    let currency = app::views::Currency {
        code: currency.to_string(),
        exponent: exponent.0,
    };
    let amount = format::amount(speech::words().language(), minor, &currency);
    format!("{amount} {}", currency.code)
}

/// An integer with its digits in groups.
pub(super) fn grouped(integer: i128) -> String {
    format::integer(speech::words().language(), integer)
}

/// How many in a second, in whole numbers.
pub(super) fn per_second(count: u64, elapsed: std::time::Duration) -> u64 {
    let rate = u128::from(count) * 1000 / elapsed.as_millis().max(1);
    u64::try_from(rate).unwrap_or(u64::MAX)
}

/// Seconds with one digit behind the mark.
pub(super) fn seconds(elapsed: std::time::Duration) -> String {
    let tenths = app::views::Currency {
        code: String::new(),
        exponent: 1,
    };
    let count = i128::try_from(elapsed.as_millis() / 100).unwrap_or(i128::MAX);
    format::amount(speech::words().language(), count, &tenths)
}

/// A text in so many columns of a terminal: a Chinese character takes two.
pub(super) fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

/// Names and what they stand for, a line each.
pub(super) fn pairs(rows: &[(Message, String)]) -> String {
    let names: Vec<String> = rows.iter().map(|(name, _)| name.to_string()).collect();
    let widest = names.iter().map(|name| name.width()).max();
    let line = |(name, (_, value)): (&String, &(Message, String))| {
        format!("{}  {value}\n", padded(name, widest.unwrap_or_default()))
    };
    names.iter().zip(rows).map(line).collect()
}

/// A table of left-aligned columns; the last one isn't padded.
pub(super) fn table(header: &[Message], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = header.iter().map(ToString::to_string).collect();
    lined_up(&header, rows)
}

fn lined_up(header: &[String], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut text = String::new();
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| padded(cell, *width))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up() {
        let text = lined_up(
            &["a".to_owned(), "longer".to_owned()],
            &[
                vec!["wide cell".to_owned(), "b".to_owned()],
                vec!["县财政局".to_owned(), "b".to_owned()],
            ],
        );
        assert_eq!(text, "a          longer\nwide cell  b\n县财政局   b\n");
    }
}
