//! A file's rows, one after the other.

use std::io::Read;

use chrono::NaiveDate;
use csv::StringRecord;

use super::decode::{Decoding, RowTooLong};
use super::digest::{FileDigest, Hashing};
use super::error::{ImportError, RowError, RowFault};
use super::mapping::Mapping;
use super::plan::Plan;

/// Bytes that the CSV reader holds.
const CSV_BUFFER_BYTES: usize = 64 * 1024;

/// A row of a file as the mapping reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Physical line of the file, from 1, where the row begins.
    pub line: u64,
    /// Data row, from 1; the header isn't one.
    pub row: u64,
    /// Name of the member that the money went to.
    pub receiver: String,
    /// Minor units, 1 to 10^18.
    pub amount: i64,
    /// The day the money moved.
    pub date: NaiveDate,
    /// The day by which an answer is due.
    pub due: Option<NaiveDate>,
    /// The voucher, or the file's digest and the row.
    pub reference: String,
    /// The receiver's account as it stands in the file.
    pub account: Option<String>,
    /// What for.
    pub purpose: Option<String>,
}

/// The rows of a file that was previewed, in the file's order.
///
/// `previewed` is the digest that [`super::preview`] gave: rows without a
/// voucher are named after it, and a file with other bytes ends in
/// [`RowFault::FileChanged`]. A bad row is an error and the next row follows,
/// but for faults of which [`RowFault::ends_reading`] is true.
///
/// # Errors
/// [`ImportError`] where the file has no readable header, or where the mapping
/// doesn't fit it.
pub fn rows<'m, R: Read>(
    reader: R,
    mapping: &'m Mapping,
    previewed: &FileDigest,
) -> Result<Rows<'m, R>, ImportError> {
    Rows::open(reader, mapping, Some(*previewed))
}

/// Iterator over the rows of a file.
pub struct Rows<'m, R: Read> {
    csv: csv::Reader<Decoding<Hashing<R>>>,
    record: StringRecord,
    plan: Plan<'m>,
    previewed: Option<FileDigest>,
    row: u64,
    ended: bool,
}

impl<'m, R: Read> Rows<'m, R> {
    pub(super) fn open(
        reader: R,
        mapping: &'m Mapping,
        previewed: Option<FileDigest>,
    ) -> Result<Self, ImportError> {
        let decoding = Decoding::new(Hashing::new(reader), mapping.encoding);
        let mut csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(mapping.delimiter)
            .quoting(mapping.quote.is_some())
            .quote(mapping.quote.unwrap_or(b'"'))
            .buffer_capacity(CSV_BUFFER_BYTES)
            .from_reader(decoding);
        let mut record = StringRecord::new();
        match csv.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Err(ImportError::NoHeader),
            Err(error) => return Err(header_error(error, mapping, &mut csv)),
        }
        let plan = Plan::bind(mapping, &record)?;
        Ok(Self {
            csv,
            record,
            plan,
            previewed,
            row: 0,
            ended: false,
        })
    }

    /// Reads on to the end of the file and gives the digest of all its bytes.
    pub(super) fn finish(mut self) -> Result<FileDigest, ImportError> {
        let hashing = self.csv.get_mut().inner_mut();
        hashing.drain()?;
        Ok(hashing.digest())
    }

    /// After the last row: is it the file that was previewed?
    fn end(&mut self, start: u64) -> Option<Result<Row, RowError>> {
        let previewed = self.previewed?;
        let found = self.csv.get_ref().inner().digest();
        (found != previewed).then(|| {
            let fault = RowFault::FileChanged {
                previewed: previewed.to_string(),
                found: found.to_string(),
            };
            Err(self.error(start, fault))
        })
    }

    fn error(&mut self, start: u64, fault: RowFault) -> RowError {
        let line = self.csv.get_mut().line_at(start);
        RowError {
            line,
            row: self.row,
            fault,
        }
    }

    fn broken(&mut self, start: u64, error: &csv::Error) -> RowError {
        let fault = match error.kind() {
            csv::ErrorKind::Utf8 { err, .. } => RowFault::Encoding {
                column: self.plan.column_name(err.field()),
                encoding: self.plan.encoding_name(),
            },
            csv::ErrorKind::Io(io) if is_too_long(io) => RowFault::RowTooLong,
            _ => RowFault::Unreadable {
                reason: error.to_string(),
            },
        };
        self.ended = fault.ends_reading();
        self.error(start, fault)
    }
}

impl<R: Read> Iterator for Rows<'_, R> {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let start = self.csv.position().byte();
        self.csv.get_mut().begin_row();
        let read = self.csv.read_record(&mut self.record);
        if matches!(read, Ok(false)) {
            self.ended = true;
            return self.end(start);
        }
        self.row += 1;
        if let Err(error) = read {
            return Some(Err(self.broken(start, &error)));
        }
        let line = self.csv.get_mut().line_at(start);
        let row = self
            .plan
            .row(&self.record, line, self.row, self.previewed.as_ref());
        Some(row.map_err(|fault| RowError {
            line,
            row: self.row,
            fault,
        }))
    }
}

fn is_too_long(error: &std::io::Error) -> bool {
    matches!(error.get_ref(), Some(inner) if inner.is::<RowTooLong>())
}

fn header_error<R: Read>(
    error: csv::Error,
    mapping: &Mapping,
    csv: &mut csv::Reader<Decoding<Hashing<R>>>,
) -> ImportError {
    let line = csv.get_mut().line_at(0);
    match error.into_kind() {
        csv::ErrorKind::Utf8 { .. } => ImportError::HeaderEncoding {
            line,
            encoding: mapping.encoding.name(),
        },
        csv::ErrorKind::Io(error) if is_too_long(&error) => ImportError::HeaderTooLong,
        csv::ErrorKind::Io(error) => ImportError::Read(error),
        other => ImportError::Read(std::io::Error::other(format!("{other:?}"))),
    }
}
