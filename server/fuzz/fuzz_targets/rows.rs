//! Whatever bytes a spreadsheet holds, in every encoding: the preview ends, and what it calls good
//! is what the rows then give, each within its bounds and none on a line before the last one's.
//!
//! The first byte chooses the mapping, the others are the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::import::limits::{AMOUNT_MAX, TEXT_BYTES_MAX};
use server_fuzz::import::{Mapping, RowFault, Sum, preview, rows};
use std::sync::LazyLock;

const ENCODINGS: [&str; 8] = [
    "utf-8",
    "iso-8859-1",
    "gbk",
    "gb18030",
    "utf-16le",
    "utf-16be",
    "iso-2022-jp",
    "shift_jis",
];

/// Delimiter, quote, marks and date format.
const STYLES: [[&str; 5]; 4] = [
    [",", "\\\"", ".", "", "%Y-%m-%d"],
    [";", "'", ",", ".", "%d/%m/%Y"],
    ["\\t", "", ".", ",", "%Y%m%d"],
    ["|", "\\\"", ",", " ", "%d %b %y"],
];

static MAPPINGS: LazyLock<Vec<Mapping>> = LazyLock::new(|| {
    let styles = STYLES.iter().flat_map(|style| {
        ENCODINGS.iter().flat_map(move |encoding| {
            ["", "reference = \"{ref}\""].map(|reference| mapping(encoding, style, reference))
        })
    });
    styles.collect()
});

fn mapping(encoding: &str, style: &[&str; 5], reference: &str) -> Mapping {
    let [delimiter, quote, decimal, thousands, date] = style;
    let text = format!(
        "[file]\nencoding = \"{encoding}\"\ndelimiter = \"{delimiter}\"\nquote = \"{quote}\"\n\
         decimal_mark = \"{decimal}\"\nthousands_mark = \"{thousands}\"\ndate_format = \"{date}\"\n\
         [money]\nprogramme = \"relief-2026\"\ncurrency = \"CNY\"\nexponent = 2\n\
         [row]\nreceiver = \"{{who}}.example\"\namount = \"{{paid}}\"\ndate = \"{{day}}\"\ndue_days = 30\n\
         purpose = \"for {{who}}\"\n{reference}\n"
    );
    Mapping::parse(&text).expect("the target's own mapping")
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else {
        return;
    };
    let mapping = &MAPPINGS[usize::from(*choice) % MAPPINGS.len()];
    let Ok(seen) = preview(file, mapping) else {
        return;
    };
    let (mut good, mut bad, mut line) = (Sum::default(), 0, 0);
    for row in rows(file, mapping, &seen.digest).expect("a file that has a preview") {
        let at = match &row {
            Ok(row) => row.line,
            Err(error) => error.line,
        };
        assert!(at >= line, "line {at} after line {line}");
        line = at;
        let Ok(row) = row else {
            bad += 1;
            continue;
        };
        assert!((1..=AMOUNT_MAX).contains(&row.amount));
        assert!(row.receiver.len() <= TEXT_BYTES_MAX && !row.reference.is_empty());
        assert!(row.due.is_some_and(|due| due > row.date));
        good.rows += 1;
        good.total += i128::from(row.amount);
    }
    // A voucher that stands twice is found by the preview alone.
    let repeated = seen
        .bad
        .first
        .iter()
        .filter(|error| matches!(error.fault, RowFault::ReferenceRepeated { .. }));
    let repeated = repeated.count() as u64;
    if seen.bad.count == seen.bad.first.len() as u64 {
        assert_eq!(good.rows, seen.good.rows + repeated);
        assert_eq!(bad, seen.bad.count - repeated);
    }
    assert!(repeated > 0 || good.total == seen.good.total);
});
