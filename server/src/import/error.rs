//! What can be wrong with a file, and with one of its rows.

use std::{fmt, io};

use super::amount::AmountFault;
use super::limits::{EXCERPT_CHARS_MAX, REFERENCE_CHARS_MAX, ROW_BYTES_MAX, TEXT_BYTES_MAX, YEARS};

/// A file that can't be read at all: nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file itself can't be read.
    #[error("the file can't be read: {0}")]
    Read(#[from] io::Error),
    /// No line with the columns' names.
    #[error("the file is empty: its first line must name the columns")]
    NoHeader,
    /// The header isn't text in the mapping's encoding.
    #[error(
        "line {line}: the header isn't {encoding}; set file.encoding to what the file was saved in, \
        for example \"iso-8859-1\""
    )]
    HeaderEncoding {
        /// Physical line of the header.
        line: u64,
        /// The mapping's encoding.
        encoding: &'static str,
    },
    /// The file says that it is UTF-8, and the mapping says otherwise.
    #[error(
        "the file begins with the mark of UTF-8, but the mapping reads it as {encoding}; set \
        file.encoding to \"utf-8\""
    )]
    ByteOrderMark {
        /// The mapping's encoding.
        encoding: &'static str,
    },
    /// The first row is longer than [`ROW_BYTES_MAX`].
    #[error(
        "the header is longer than {ROW_BYTES_MAX} bytes: see whether a quote is left open, or file.quote is wrong"
    )]
    HeaderTooLong,
    /// The mapping names a column that the file doesn't have.
    #[error("the mapping doesn't fit the file: row.{field} reads column `{column}`, and the file \
        has {}", list(.columns))]
    MissingColumn {
        /// Which key of the mapping.
        field: Field,
        /// The column it names.
        column: String,
        /// The columns the file has.
        columns: Vec<String>,
    },
    /// The mapping names a column that stands twice in the header.
    #[error(
        "the mapping doesn't fit the file: row.{field} reads column `{column}`, which the file has more than once"
    )]
    AmbiguousColumn {
        /// Which key of the mapping.
        field: Field,
        /// The column it names.
        column: String,
    },
}

/// What a mapping makes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The member that the money went to.
    Receiver,
    /// How much.
    Amount,
    /// The day the money moved.
    Date,
    /// The voucher.
    Reference,
    /// The receiver's account.
    Account,
    /// What for.
    Purpose,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Receiver => "receiver",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Reference => "reference",
            Self::Account => "account",
            Self::Purpose => "purpose",
        })
    }
}

/// A row that can't be taken: where it stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} (row {row}): {fault}")]
pub struct RowError {
    /// Physical line of the file, from 1, where the row begins.
    pub line: u64,
    /// Data row, from 1; the header isn't one.
    pub row: u64,
    /// What is wrong.
    pub fault: RowFault,
}

/// What is wrong with a row, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// Another number of cells than the header.
    #[error(
        "has {found} cells where the header has {expected}; see whether a text with the delimiter \
        in it lacks its quotes"
    )]
    Cells {
        /// Cells of the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// Bytes that the encoding doesn't know.
    #[error(
        "column `{column}` isn't {encoding}; mend the cell, or set file.encoding to what the file was saved in"
    )]
    Encoding {
        /// The column's name.
        column: String,
        /// The mapping's encoding.
        encoding: &'static str,
    },
    /// An empty cell that is needed.
    #[error("column `{column}` is empty, and {field} needs it; fill the cell, or take the row out")]
    Empty {
        /// What needs the cell.
        field: Field,
        /// The column's name.
        column: String,
    },
    /// A receiver key that the mapping's table doesn't have.
    #[error("receiver key `{}` isn't in the mapping's [receivers]; add it there, or mend the cell", excerpt(.key))]
    UnknownReceiver {
        /// What row.receiver made of the row.
        key: String,
    },
    /// No amount.
    #[error("amount `{}` {fault}", excerpt(.text))]
    Amount {
        /// The amount as it stands in the file.
        text: String,
        /// What is wrong with it.
        fault: AmountFault,
    },
    /// No date in the mapping's format.
    #[error("date `{}` isn't a day written as `{format}`; mend the cell, or file.date_format", excerpt(.text))]
    Date {
        /// The date as it stands in the file.
        text: String,
        /// The mapping's format.
        format: String,
    },
    /// A date of another age.
    #[error("date `{}` lies outside the years {} to {}; mend the cell, or file.date_format",
        excerpt(.text), YEARS.start(), YEARS.end())]
    Year {
        /// The date as it stands in the file.
        text: String,
    },
    /// A text that no entry has room for.
    #[error(
        "{field} is {bytes} bytes long, and {TEXT_BYTES_MAX} is the most; see whether row.{field} \
        reads the right columns"
    )]
    TooLong {
        /// Which text.
        field: Field,
        /// Its length.
        bytes: usize,
    },
    /// A control character, line ends included.
    #[error("{field} has a control character (U+{code:04X}); take it out of the cell")]
    Control {
        /// Which text.
        field: Field,
        /// The character.
        code: u32,
    },
    /// A reference that the ledger can't hold.
    #[error("reference `{}` isn't 1 to {REFERENCE_CHARS_MAX} visible ASCII characters; mend the \
        cell, or leave row.reference out of the mapping", excerpt(.text))]
    Reference {
        /// The reference as the mapping made it.
        text: String,
    },
    /// A reference that an earlier row has; found by [`super::preview`].
    #[error("reference `{}` stands already on line {first_line}; a reference names one payment", excerpt(.text))]
    ReferenceRepeated {
        /// The reference.
        text: String,
        /// Physical line of the first row with it.
        first_line: u64,
    },
    /// A row beyond [`ROW_BYTES_MAX`]; nothing behind it was read.
    #[error(
        "is longer than {ROW_BYTES_MAX} bytes, and nothing behind it was read; see whether a quote \
        is left open, or file.quote is wrong"
    )]
    RowTooLong,
    /// The file can't be read any further.
    #[error("the file can't be read any further: {reason}")]
    Unreadable {
        /// What the system said.
        reason: String,
    },
    /// The bytes aren't those of the preview.
    #[error(
        "the file isn't the one that was previewed (digest {previewed}, now {found}); preview it again"
    )]
    FileChanged {
        /// Digest of the previewed file.
        previewed: String,
        /// Digest of the file as read now.
        found: String,
    },
}

impl RowFault {
    /// Whether the rows behind this one weren't read.
    #[must_use]
    pub fn ends_reading(&self) -> bool {
        matches!(
            self,
            Self::RowTooLong | Self::Unreadable { .. } | Self::FileChanged { .. }
        )
    }
}

/// The beginning of a cell, printable on one line.
pub fn excerpt(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(EXCERPT_CHARS_MAX)
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect();
    if text.chars().nth(EXCERPT_CHARS_MAX).is_some() {
        shown.push('…');
    }
    shown
}

/// The names of columns, as a complaint shows them.
pub fn list(columns: &[String]) -> String {
    let names: Vec<_> = columns
        .iter()
        .map(|name| format!("`{}`", excerpt(name)))
        .collect();
    names.join(", ")
}
