//! The preview as text and JSON.

use super::earlier::Earlier;
use crate::cli::{Failure, print};
use crate::import::{Mapping, Preview, Sum};
use serde_json::{Value, json};

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
        format!(
            "look  {} of the rows were imported before, out of {}\n",
            import.rows, import.file
        )
    };
    earlier.iter().map(line).collect()
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
    let mut text = format!(
        "{} rows, {} can be taken: {} minor units of {} for {}\n",
        preview.rows(),
        preview.good.rows,
        print::grouped(preview.good.total),
        mapping.currency(),
        mapping.programme(),
    );
    for ((year, month), of) in &preview.months {
        text.push_str(&format!(
            "  {year:04}-{month:02}  {:>8} rows  {:>24}\n",
            of.rows,
            print::grouped(of.total)
        ));
    }
    for row in &preview.bad.first {
        text.push_str(&format!("bad   {row}\n"));
    }
    let beyond = preview.bad.count - preview.bad.first.len() as u64;
    if beyond > 0 {
        text.push_str(&format!("bad   and {beyond} more rows\n"));
    }
    for repeat in &preview.repeats.first {
        text.push_str(&format!(
            "look  line {} repeats line {}\n",
            repeat.row.line, repeat.first_line
        ));
    }
    text
}
