//! A table, written as CSV, JSON, XLSX or Parquet from one description of its columns.
//!
//! In scope: columns, cells, and writing rows as they come, in flat memory. Not in scope: where the
//! rows come from (`web::take`).
//!
//! Amounts are decimal numbers in the currency's units (`1250000.00`), not minor units: what a
//! statistician reads is a figure, and the currency stands in its own column. No amount passes
//! through a float but in XLSX, whose numbers are floats: one that a float would round is text there.

mod csv;
mod describe;
mod json;
mod parquet;
mod sink;
mod xlsx;

pub use self::csv::CsvTable;
pub use self::json::JsonTable;
pub use self::parquet::{GROUP_ROWS, ParquetTable};
pub use self::xlsx::{XLSX_ROWS_MAX, XlsxTable};
pub use describe::{fields, metadata, resource};
pub use sink::Sink;

use super::hledger::decimal;
use chrono::NaiveDate;
use ledger::Minor;
use ledger::field::{Exponent, Moment};
use std::io;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Count,
    /// Money, exactly, in units of the row's currency.
    Amount,
    /// A day of the calendar.
    Day,
    /// A moment in UTC, to the second.
    Moment,
    /// Yes or no.
    YesNo,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stable name, in English in every language: programs depend on it.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it means.
    pub about: &'static str,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// There is nothing to say.
    Nothing,
    /// Text.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Minor units, and how many of their digits stand behind the decimal mark.
    Amount(Minor, u8),
    /// A day.
    Day(NaiveDate),
    /// UTC seconds.
    Moment(i64),
    /// Yes or no.
    YesNo(bool),
}

/// A row: a cell for each column, in their order.
pub type Row = Vec<Cell>;

impl Cell {
    /// As plain text; nothing is the empty text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Amount(minor, exponent) => decimal(*minor, Exponent(*exponent)),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => Moment(*at).to_string(),
            Self::YesNo(true) => "true".to_owned(),
            Self::YesNo(false) => "false".to_owned(),
        }
    }
}

/// Which view of which ledger a file holds, and as of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The view with its parameters, such as `findings?state=all`.
    pub view: String,
    /// The ledger's name; empty before its first entry.
    pub ledger: String,
    /// How many entries the ledger had.
    pub entries: u64,
    /// Ledger time in UTC seconds.
    pub ledger_time: Option<i64>,
    /// The sentence that a ledger with simulated receipts says of itself.
    pub simulated: Option<String>,
    /// The log's checkpoint that was published when the file was made: size and root. Nothing
    /// before the first.
    pub checkpoint: Option<(u64, String)>,
}

/// The columns behind every row of a CSV: rows of several files may be put together, and each
/// still says what it belongs to.
pub const ABOUT_COLUMNS: [Column; 7] = [
    Column {
        name: "view",
        kind: Kind::Text,
        about: "The view of the ledger that the row was taken from, with its parameters",
    },
    Column {
        name: "ledger",
        kind: Kind::Text,
        about: "The ledger's name",
    },
    Column {
        name: "last_index",
        kind: Kind::Count,
        about: "The index of the last entry that the figures know",
    },
    Column {
        name: "ledger_time",
        kind: Kind::Moment,
        about: "Ledger time: when the figures stood",
    },
    Column {
        name: "receipts_simulated",
        kind: Kind::YesNo,
        about: "Whether the ledger says that its receipts are simulated",
    },
    Column {
        name: "checkpoint_size",
        kind: Kind::Count,
        about: "How many entries the log's last published checkpoint covered; its origin is the ledger's name",
    },
    Column {
        name: "checkpoint_root",
        kind: Kind::Text,
        about: "The root that the checkpoint signed, in base64",
    },
];

impl About {
    /// The cells of [`ABOUT_COLUMNS`].
    #[must_use]
    pub fn cells(&self) -> [Cell; 7] {
        let last = self
            .entries
            .checked_sub(1)
            .and_then(|last| i64::try_from(last).ok());
        let known = self.checkpoint.as_ref();
        let size = known.and_then(|(size, _)| i64::try_from(*size).ok());
        [
            Cell::Text(self.view.clone()),
            Cell::Text(self.ledger.clone()),
            last.map_or(Cell::Nothing, Cell::Count),
            self.ledger_time.map_or(Cell::Nothing, Cell::Moment),
            Cell::YesNo(self.simulated.is_some()),
            size.map_or(Cell::Nothing, Cell::Count),
            known.map_or(Cell::Nothing, |(_, root)| Cell::Text(root.clone())),
        ]
    }

    /// Name and text of everything that is known, the simulation's sentence too.
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let cells = self.cells();
        let named = ABOUT_COLUMNS
            .iter()
            .zip(&cells)
            .map(|(column, cell)| (column.name, cell.text()));
        let notice = self
            .simulated
            .iter()
            .map(|sentence| ("notice", sentence.clone()));
        named.chain(notice).collect()
    }
}

/// Writes a table's rows as they come.
pub trait TableWriter: Send {
    /// Writes some rows.
    ///
    /// # Errors
    /// The format's own.
    fn rows(&mut self, rows: Vec<Row>) -> io::Result<()>;

    /// Writes what comes behind the last row.
    ///
    /// # Errors
    /// The format's own.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// CSV (RFC 4180).
    Csv,
    /// JSON: one object with the table's description and its rows.
    Json,
    /// A workbook of Office Open XML.
    Xlsx,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The format with this ending of a file's name.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let all = [Self::Csv, Self::Json, Self::Xlsx, Self::Parquet];
        all.into_iter()
            .find(|format| format.extension() == extension)
    }

    /// The ending of a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }

    /// A writer of this format; what it has written is taken from the sink. `bom` marks a CSV as
    /// UTF-8 for programs that wouldn't know otherwise.
    ///
    /// # Errors
    /// The format's own.
    pub fn writer(
        self,
        sink: &Sink,
        columns: &[Column],
        about: &About,
        bom: bool,
    ) -> io::Result<Box<dyn TableWriter>> {
        let sink = sink.clone();
        Ok(match self {
            Self::Csv => Box::new(CsvTable::new(sink, columns, about, bom)?),
            Self::Json => Box::new(JsonTable::new(sink, columns, about)?),
            Self::Xlsx => Box::new(XlsxTable::new(sink, columns, about)?),
            Self::Parquet => Box::new(ParquetTable::new(sink, columns, about)?),
        })
    }
}

#[cfg(test)]
mod tests;
