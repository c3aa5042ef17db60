//! A table as JSON: what it is, what its columns mean, and its rows as objects.

use super::{About, Cell, Column, Row, Sink, TableWriter, fields};
use serde_json::json;
use std::io::{self, Write};

/// JSON that is being written.
pub struct JsonTable {
    out: Sink,
    columns: Vec<Column>,
    first: bool,
}

impl JsonTable {
    /// Writes everything that stands before the rows.
    ///
    /// # Errors
    /// The writer's own.
    pub fn new(mut out: Sink, columns: &[Column], about: &About) -> io::Result<Self> {
        let [view, ledger, last_index, ledger_time, simulated, size, root] =
            about.cells().map(|cell| value(&cell));
        let about = json!({
            "view": view, "ledger": ledger, "last_index": last_index, "ledger_time": ledger_time,
            "receipts_simulated": simulated, "notice": about.simulated,
            "checkpoint_size": size, "checkpoint_root": root,
        });
        write!(
            out,
            "{{\"about\":{about},\n\"columns\":{},\n\"rows\":[",
            fields(columns)
        )?;
        Ok(Self {
            out,
            columns: columns.to_vec(),
            first: true,
        })
    }
}

/// Amounts are decimal strings: many readers take a JSON number for a double and lose digits.
fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Nothing => serde_json::Value::Null,
        Cell::Count(count) => (*count).into(),
        Cell::YesNo(yes) => (*yes).into(),
        other => other.text().into(),
    }
}

impl TableWriter for JsonTable {
    fn rows(&mut self, rows: Vec<Row>) -> io::Result<()> {
        for row in &rows {
            self.out
                .write_all(if self.first { b"\n{" } else { b",\n{" })?;
            self.first = false;
            for (at, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                let comma = if at == 0 { "" } else { "," };
                write!(self.out, "{comma}\"{}\":{}", column.name, value(cell))?;
            }
            self.out.write_all(b"}")?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")
    }
}
