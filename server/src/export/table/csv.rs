//! A table as CSV: safe for spreadsheets, and every row says which ledger it was taken from.

use super::{ABOUT_COLUMNS, About, Cell, Column, Row, Sink, TableWriter};
use crate::export::safe_cell;
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// UTF-8's byte order mark, by which Excel knows that a CSV isn't in the machine's own encoding.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// A CSV that is being written.
pub struct CsvTable {
    out: Writer<Sink>,
    about: Vec<String>,
}

impl CsvTable {
    /// Writes the header.
    ///
    /// # Errors
    /// The writer's own.
    pub fn new(mut sink: Sink, columns: &[Column], about: &About, bom: bool) -> io::Result<Self> {
        if bom {
            sink.write_all(BOM)?;
        }
        let mut out = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(sink);
        out.write_record(
            columns
                .iter()
                .chain(&ABOUT_COLUMNS)
                .map(|column| column.name),
        )?;
        out.flush()?;
        let about = about.cells().iter().map(written).collect();
        Ok(Self { out, about })
    }
}

/// A number that begins with a minus is a number; only text could be taken for a formula.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => safe_cell(text).into_owned(),
        other => other.text(),
    }
}

impl TableWriter for CsvTable {
    fn rows(&mut self, rows: Vec<Row>) -> io::Result<()> {
        for row in &rows {
            for cell in row {
                self.out.write_field(written(cell))?;
            }
            self.out.write_record(&self.about)?;
        }
        self.out.flush()
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}
