//! Rows of a CSV file, decoded as a stream.

use super::columns::{Cells, Heads};
use super::limits::SHEET_ROWS_MAX;
use super::read::{Raw, RowFault, SheetFault};
use crate::import::Decoding;
use csv::{ByteRecord, StringRecord};
use encoding_rs::Encoding;

/// Bytes of the file in which the delimiter is looked for.
const SNIFFED_BYTES: usize = 4096;

/// Between cells: a comma, or what spreadsheets write where the comma is a decimal mark.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// What the bytes were saved in: what their mark says, UTF-8 where they are, else the usual encoding
/// of the clerk's language.
pub(super) fn encoding_of(bytes: &[u8], usual: &'static Encoding) -> &'static Encoding {
    match Encoding::for_bom(bytes) {
        Some((marked, _)) => marked,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => usual,
    }
}

/// The delimiter that stands most often in the first line.
fn delimiter_of(bytes: &[u8], encoding: &'static Encoding) -> u8 {
    let (begin, ..) = encoding.decode(&bytes[..bytes.len().min(SNIFFED_BYTES)]);
    let head = begin.lines().find(|line| !line.trim().is_empty());
    let head = head.unwrap_or_default();
    let times = |delimiter: &&u8| head.bytes().filter(|byte| byte == *delimiter).count();
    // Of equals the last is the most to `max_by_key`, and the comma is what is meant.
    DELIMITERS
        .iter()
        .rev()
        .max_by_key(times)
        .copied()
        .unwrap_or(b',')
}

/// All rows with something in them, the row of heads apart.
pub(super) fn rows(bytes: &[u8], encoding: &'static Encoding) -> Result<Vec<Raw>, SheetFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter_of(bytes, encoding))
        .from_reader(Decoding::new(bytes, encoding));
    let mut record = ByteRecord::new();
    let (mut heads, mut rows) = (None, Vec::new());
    loop {
        let start = reader.position().byte();
        reader.get_mut().begin_row();
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            // A quote left open, most often: the row went on beyond its limit.
            Err(_) => return Err(SheetFault::Unreadable),
        }
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        let line = reader.get_mut().line_at(start);
        let Some(heads) = &heads else {
            let record = StringRecord::from_byte_record_lossy(record.clone());
            heads = Some(Heads::read(record.iter()).map_err(SheetFault::Column)?);
            continue;
        };
        if rows.len() == SHEET_ROWS_MAX {
            return Err(SheetFault::TooManyRows);
        }
        rows.push(raw(line, &record, heads));
    }
    if heads.is_none() {
        return Err(SheetFault::Empty);
    }
    Ok(rows)
}

fn raw(line: u64, record: &ByteRecord, heads: &Heads) -> Raw {
    let mut cells = Cells::default();
    let mut fault = None;
    for (place, bytes) in record.iter().enumerate() {
        let Some(column) = heads.at(place) else {
            continue;
        };
        if std::str::from_utf8(bytes).is_err() {
            fault.get_or_insert(RowFault::at(column, "encoding"));
        }
        String::from_utf8_lossy(bytes)
            .trim()
            .clone_into(&mut cells[column.place()]);
    }
    Raw {
        line,
        cells,
        number: false,
        fault,
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::Column;
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_of_the_first_line() {
        for (head, wanted) in [
            ("\n a;b;c,d\n1,2,3", b';'),
            ("payee\tamount", b'\t'),
            ("payee", b','),
            ("", b','),
        ] {
            assert_eq!(delimiter_of(head.as_bytes(), encoding_rs::UTF_8), wanted);
        }
    }

    #[test]
    fn an_encoding_is_known_by_its_mark_or_by_its_bytes() {
        let usual = encoding_rs::GB18030;
        for (bytes, wanted) in [
            (b"\xFF\xFEa\0".as_slice(), encoding_rs::UTF_16LE),
            ("收".as_bytes(), encoding_rs::UTF_8),
            (b"\xCA\xD5", usual),
        ] {
            assert_eq!(encoding_of(bytes, usual), wanted);
        }
    }

    #[test]
    fn a_bad_cell_spoils_its_row_alone_and_empty_rows_are_none() {
        let bytes = b"note;payee;amount\r\n\r\n;;\r\nx;a\xDA;1\r\ny;b;2\r\n";
        let rows = rows(bytes, encoding_rs::UTF_8).expect("rows");
        let lines: Vec<_> = rows
            .iter()
            .map(|row| (row.line, row.fault.is_some()))
            .collect();
        assert_eq!(lines, [(4, true), (5, false)]);
        assert_eq!(rows[1].cells[Column::Amount.place()], "2");
    }
}
