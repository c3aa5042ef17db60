//! A bureau's sheet: whatever bytes are uploaded, reading ends within the limits, and a good row is one
//! that the ledger's own fields allow, under a reference that no other row has.
//!
//! The first byte chooses the marks and the encoding, the others are the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::import::MoneyFormat;
use server_fuzz::sheet::limits::{CELL_CHARS_KEPT, SHEET_ROWS_MAX};
use server_fuzz::sheet::{Style, read};
use std::collections::HashSet;

fn style(choice: u8) -> Style {
    let (decimal_mark, thousands_mark) = if choice & 1 == 0 { ('.', ',') } else { (',', '.') };
    Style {
        money: MoneyFormat {
            decimal_mark,
            thousands_mark: Some(thousands_mark),
            exponent: (choice >> 2) % 9,
        },
        encoding: if choice & 2 == 0 {
            encoding_rs::GB18030
        } else {
            encoding_rs::WINDOWS_1252
        },
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else {
        return;
    };
    let style = style(*choice);
    let Ok(sheet) = read(file, &style) else {
        return;
    };
    assert!((1..=SHEET_ROWS_MAX).contains(&sheet.rows.len()));
    let (mut references, mut line) = (HashSet::new(), 0);
    for row in &sheet.rows {
        assert!(row.line > line, "line {} after {line}", row.line);
        line = row.line;
        assert!(row.payee.chars().count() <= CELL_CHARS_KEPT);
        assert!(!row.payee.chars().chain(row.amount.chars()).any(char::is_control));
        match &row.wish {
            Ok(wish) => {
                assert!(wish.amount.minor() > 0);
                assert!(references.insert(wish.reference.clone()));
            }
            Err(fault) => assert!(fault.line.is_none_or(|first| first < row.line)),
        }
    }
    assert_eq!(read(file, &style).expect("it was read before"), sheet);
});
