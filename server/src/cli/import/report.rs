//! The preview as text and JSON.

use super::earlier::Earlier;
use crate::cli::{Failure, print};
use crate::import::{Mapping, Preview, Sum};
use crate::speech::{self, Message};
use serde_json::{Value, json};

/// Columns of the word before a line about a row.
const MARK_COLUMNS: usize = 6;

/// Prints what the file holds.
pub(super) fn show(
    preview: &Preview,
    earlier: &[Earlier],
    mapping: &Mapping,
    as_json: bool,
) -> Result<(), Failure> {
    if as_json {
        print::json(&value(preview, earlier, mapping))
    } else {
        print::text(&(text(preview, mapping) + &again(earlier)))
    }
}

/// The warning that rows were imported before, out of other files.
pub(super) fn again(earlier: &[Earlier]) -> String {
    let line = |import: &Earlier| {
        let told = Message::new("rows-imported-before").count("count", import.rows);
        marked(&Message::new("mark-look"), told.with("file", &import.file))
    };
    earlier.iter().map(line).collect()
}

/// A line with what to do about it before it.
fn marked(mark: &Message, what: impl std::fmt::Display) -> String {
    format!("{}{what}\n", print::padded(&mark.to_string(), MARK_COLUMNS))
}

fn sum(sum: &Sum) -> Value {
    json!({ "rows": sum.rows, "total": sum.total.to_string() })
}

fn value(preview: &Preview, earlier: &[Earlier], mapping: &Mapping) -> Value {
    let before = earlier
        .iter()
        .map(|import| json!({ "file": import.file, "rows": import.rows }));
    let months = preview
        .months
        .iter()
        .map(|((year, month), of)| (format!("{year:04}-{month:02}"), sum(of)));
    json!({
        "digest": hex::encode(preview.digest.as_bytes()),
        "programme": mapping.programme(),
        "currency": mapping.currency(),
        "exponent": mapping.exponent(),
        "rows": preview.rows(),
        "good": sum(&preview.good),
        "months": months.collect::<serde_json::Map<_, _>>(),
        "receivers": preview.receivers.len(),
        "bad": preview.bad.count,
        "bad_rows": preview.bad.first.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "repeats": preview.repeats.count,
        "imported_before": before.collect::<Vec<_>>(),
    })
}

fn text(preview: &Preview, mapping: &Mapping) -> String {
    let told = Message::new("rows-told")
        .count("rows", preview.rows())
        .count("good", preview.good.rows)
        .with("total", print::grouped(preview.good.total))
        .with("currency", mapping.currency())
        .with("programme", mapping.programme());
    let mut text = format!("{told}\n");
    for ((year, month), of) in &preview.months {
        let rows = Message::new("rows-of-month").with("rows", format_args!("{:>8}", of.rows));
        let total = print::grouped(of.total);
        text.push_str(&format!("  {year:04}-{month:02}  {rows}  {total:>24}\n"));
    }
    for row in &preview.bad.first {
        text.push_str(&marked(&Message::new("mark-bad"), speech::told(row)));
    }
    let beyond = preview.bad.count - preview.bad.first.len() as u64;
    if beyond > 0 {
        let more = Message::new("and-more-rows").count("count", beyond);
        text.push_str(&marked(&Message::new("mark-bad"), more));
    }
    for repeat in &preview.repeats.first {
        let told = Message::new("row-repeats")
            .with("line", repeat.row.line)
            .with("first", repeat.first_line);
        text.push_str(&marked(&Message::new("mark-look"), told));
    }
    text
}
