//! Bad files and bad rows, each with its line and its reason.

use proptest::prelude::*;

use super::*;

/// `line: outcome` of every row, an amount or what the error says.
fn outcomes(text: &str, mapping: &Mapping) -> Vec<String> {
    let outcome = |row: Result<Row, RowError>| match row {
        Ok(row) => format!("{}: {} to {}", row.line, row.amount, row.receiver),
        Err(error) => format!("{}: {}", error.line, error.fault),
    };
    read_all(text.as_bytes(), mapping)
        .into_iter()
        .map(outcome)
        .collect()
}

#[test]
fn every_bad_row_is_named_and_the_others_are_read() {
    let text = "day,who,paid\n\
        2026-01-02,a,12.50\n\
        02.01.2026,a,12.50\n\
        2026-01-02,,12.50\n\
        2026-01-02,a,12.505\n\
        2026-01-02,a\n\
        \n\
        0026-01-02,a,1\n\
        2026-01-02,a,0\n\
        2026-01-02,\"a\tb\",1\n\
        2026-02-30,a,1\n\
        2026-01-02,z, 7 \n";
    let found = outcomes(text, &plain());
    let expected = [
        "2: 1250 to a.example",
        "3: date `02.01.2026` isn't a day written as `%Y-%m-%d`; mend the cell, or file.date_format",
        "4: column `who` is empty, and receiver needs it; fill the cell, or take the row out",
        "5: amount `12.505` has 3 decimals where the currency has 2; mend the cell, or money.exponent",
        "6: has 2 cells where the header has 3; see whether a text with the delimiter in it lacks its quotes",
        "8: date `0026-01-02` lies outside the years 1900 to 2200; mend the cell, or file.date_format",
        "9: amount `0` is zero: take the row out",
        "10: receiver has a control character (U+0009); take it out of the cell",
        "11: date `2026-02-30` isn't a day written as `%Y-%m-%d`; mend the cell, or file.date_format",
        "12: 700 to z.example",
    ];
    assert_eq!(found, expected);
}

#[test]
fn lines_are_physical_under_quotes_blank_lines_and_other_line_ends() {
    let text = "\r\nday,who,paid,note\r\n2026-01-02,a,1,\"two\r\nlines\"\r\n\r\n\r\n\
        2026-01-02,a,2,x\r\n2026-01-02,a,x,x";
    let found = outcomes(text, &plain());
    assert_eq!(found[0], "3: 100 to a.example");
    assert_eq!(found[1], "7: 200 to a.example");
    assert!(
        found[2].starts_with("8: amount `x` isn't digits"),
        "{}",
        found[2]
    );
}

#[test]
fn a_byte_order_mark_is_accepted_and_a_wrong_one_named() {
    let text = "\u{feff}who,paid,day\na,1,2026-01-02\n";
    assert_eq!(outcomes(text, &plain()), ["2: 100 to a.example"]);
    let latin = Mapping::parse(&format!("[file]\nencoding = \"latin1\"\n{PLAIN}")).unwrap();
    let error = preview(text.as_bytes(), &latin).unwrap_err().to_string();
    assert!(error.contains("begins with the mark of UTF-8"), "{error}");
}

#[test]
fn a_mapping_that_does_not_fit_names_the_column_and_what_there_is() {
    let error = preview(&b"who,amount,day\n"[..], &plain()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the mapping doesn't fit the file: row.amount reads column `paid`, and the file has `who`, `amount`, `day`"
    );
    let error = preview(&b"who,paid,day,paid\n"[..], &plain()).unwrap_err();
    assert!(error.to_string().contains("more than once"), "{error}");
    assert!(matches!(
        preview(&b""[..], &plain()),
        Err(ImportError::NoHeader)
    ));
    let error = preview(&b"who,pa\xEDd,day\n"[..], &plain()).unwrap_err();
    assert!(
        matches!(error, ImportError::HeaderEncoding { line: 1, .. }),
        "{error}"
    );
}

#[test]
fn a_file_that_changed_since_its_preview_is_refused() {
    let digest = preview(&b"who,paid,day\na,1,2026-01-02\n"[..], &plain())
        .unwrap()
        .digest;
    let now = b"who,paid,day\na,2,2026-01-02\n";
    let mapping = plain();
    let read: Vec<_> = rows(&now[..], &mapping, &digest).unwrap().collect();
    assert_eq!(read.len(), 2);
    assert!(matches!(
        read[1].as_ref().unwrap_err().fault,
        RowFault::FileChanged { .. }
    ));
}

#[test]
fn vouchers_are_checked_and_name_one_payment() {
    let mapping = Mapping::parse(&format!("{PLAIN}reference = \"V-{{v}}\"\n")).unwrap();
    let long = "9".repeat(63);
    let text = format!(
        "who,paid,day,v\na,1,2026-01-02,7\na,1,2026-01-02,é\n\
         a,1,2026-01-02,{long}\nb,2,2026-01-03,7\na,1,2026-01-02,\n"
    );
    let preview = preview(text.as_bytes(), &mapping).unwrap();
    assert_eq!(preview.good.rows, 1);
    let faults: Vec<_> = preview
        .bad
        .first
        .iter()
        .map(|error| (error.line, &error.fault))
        .collect();
    assert!(
        matches!(faults[0], (3, RowFault::Reference { .. })),
        "{faults:?}"
    );
    assert!(
        matches!(faults[1], (4, RowFault::Reference { .. })),
        "{faults:?}"
    );
    assert!(
        matches!(
            faults[2],
            (5, RowFault::ReferenceRepeated { first_line: 2, .. })
        ),
        "{faults:?}"
    );
    assert!(
        matches!(
            faults[3],
            (
                6,
                RowFault::Empty {
                    field: Field::Reference,
                    ..
                }
            )
        ),
        "{faults:?}"
    );
}

#[test]
fn a_table_turns_keys_into_members() {
    let mapping = Mapping::parse(
        &(PLAIN.replace("{who}.example", "{who}") + "[receivers]\n\"01\" = \"a.example\"\n"),
    )
    .unwrap();
    let found = outcomes("who,paid,day\n01,1,2026-01-02\n02,1,2026-01-02\n", &mapping);
    assert_eq!(found[0], "2: 100 to a.example");
    assert!(found[1].starts_with("3: receiver key `02` isn't in the mapping's [receivers]"));
}

#[test]
fn an_open_quote_ends_the_reading_and_says_so() {
    let mut text = b"who,paid,day\na,1,2026-01-02\n\"a,1,2026-01-02\n".to_vec();
    text.extend(std::iter::repeat_n(b'x', 3 * limits::ROW_BYTES_MAX));
    let found = preview(&text[..], &plain()).unwrap();
    assert_eq!((found.good.rows, found.bad.count), (1, 1));
    assert_eq!(
        (found.bad.first[0].line, &found.bad.first[0].fault),
        (3, &RowFault::RowTooLong)
    );
    assert!(found.bad.first[0].fault.ends_reading());
    assert_eq!(found.digest, FileDigest::of(&text[..]).unwrap());
}

/// Fails in the middle of a file.
struct Torn(usize);

impl std::io::Read for Torn {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let text = &b"who,paid,day\na,1,2026-01-02\n"[self.0..];
        if text.is_empty() {
            return Err(std::io::Error::other("the disk is gone"));
        }
        let count = text.len().min(out.len());
        out[..count].copy_from_slice(&text[..count]);
        self.0 += count;
        Ok(count)
    }
}

#[test]
fn a_file_that_breaks_off_is_an_error_not_an_end() {
    let error = preview(Torn(0), &plain()).unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
    let digest = FileDigest::of(&b""[..]).unwrap();
    let mapping = plain();
    let read: Vec<_> = rows(Torn(0), &mapping, &digest).unwrap().collect();
    let last = &read.last().unwrap().as_ref().unwrap_err().fault;
    assert!(matches!(last, RowFault::Unreadable { .. }), "{last:?}");
}

proptest! {
    /// Whatever the bytes, reading ends, and the preview counts what is read.
    #[test]
    fn no_input_panics(
        body in prop::collection::vec(prop_oneof![
            Just(b"a,1.00,2026-01-02\n".to_vec()),
            Just(b"\"".to_vec()),
            Just(b"\r\n".to_vec()),
            prop::collection::vec(any::<u8>(), 0..40),
            "[-0-9.,\"a-z\r\n]{0,40}".prop_map(String::into_bytes),
        ], 0..30),
        header in prop::bool::weighted(0.9),
        encoding in prop::sample::select(vec!["utf-8", "iso-8859-1", "gbk", "utf-16le", "shift_jis"]),
    ) {
        let mut bytes = if header { b"who,paid,day\n".to_vec() } else { Vec::new() };
        bytes.extend(body.concat());
        let mapping = Mapping::parse(&format!("[file]\nencoding = \"{encoding}\"\n{PLAIN}")).unwrap();
        if let Ok(preview) = preview(&bytes[..], &mapping) {
            let read = read_all(&bytes, &mapping);
            let good = read.iter().flatten().count() as u64;
            prop_assert_eq!((preview.good.rows, preview.rows()), (good, read.len() as u64));
            prop_assert_eq!(preview.digest, FileDigest::of(&bytes[..]).unwrap());
        }
    }
}
