//! What a command prints: text for people, JSON for programs, progress on standard error.

use super::Failure;
use indicatif::{ProgressBar, ProgressStyle};
use ledger::Minor;
use ledger::field::{Currency, Exponent};
use serde::Serialize;
use std::io::{self, ErrorKind, Write};

/// Prints a text. A reader that went away, as `head` does, is no failure.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    quietly(io::stdout().lock().write_all(text.as_bytes()))
}

/// Prints a value as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(Failure::data)?;
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
pub(super) fn bar(entries: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(entries);
    let style =
        ProgressStyle::with_template("{msg} {bar:32} {human_pos}/{human_len} {per_sec} {eta}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.with_message(what)
}

/// An amount with its digits in groups of three and its currency.
pub(super) fn money(minor: Minor, exponent: Exponent, currency: &Currency) -> String {
    let digits = usize::from(exponent.0);
    let text = format!("{:0>width$}", minor.unsigned_abs(), width = digits + 1);
    let (units, fraction) = text.split_at(text.len() - digits);
    let sign = if minor < 0 { "-" } else { "" };
    let point = if digits == 0 { "" } else { "." };
    format!("{sign}{}{point}{fraction} {currency}", grouped(units))
}

/// Digits in groups of three.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How many in a second, in whole numbers.
pub(super) fn per_second(count: u64, elapsed: std::time::Duration) -> u64 {
    let rate = u128::from(count) * 1000 / elapsed.as_millis().max(1);
    u64::try_from(rate).unwrap_or(u64::MAX)
}

/// Seconds with one digit behind the point.
pub(super) fn seconds(elapsed: std::time::Duration) -> String {
    format!("{}.{}", elapsed.as_secs(), elapsed.subsec_millis() / 100)
}

/// A table of left-aligned columns; the last one isn't padded.
pub(super) fn table(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let header: Vec<String> = header.iter().map(|cell| (*cell).to_owned()).collect();
    let mut text = String::new();
    for row in std::iter::once(&header).chain(rows) {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
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
    fn money_has_its_digits_and_groups() {
        let table = [
            (432_755_085_309, 0, "432,755,085,309 PYG"),
            (-5, 2, "-0.05 PYG"),
            (123_456, 2, "1,234.56 PYG"),
            (999, 0, "999 PYG"),
            (1000, 0, "1,000 PYG"),
        ];
        let currency: Currency = "PYG".parse().unwrap();
        for (minor, exponent, text) in table {
            assert_eq!(money(minor, Exponent(exponent), &currency), text);
        }
    }

    #[test]
    fn a_table_lines_up() {
        let text = table(
            &["a", "longer"],
            &[vec!["wide cell".to_owned(), "b".to_owned()]],
        );
        assert_eq!(text, "a          longer\nwide cell  b\n");
    }
}
