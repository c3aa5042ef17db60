//! Rows of an XLSX file: of its first table, within limits on what it unpacks to.

use super::columns::{Cells, Column, Heads};
use super::limits::{COLUMNS_MAX, NUMBER_DIGITS_MAX, SHEET_ROWS_MAX, XLSX_UNPACKED_BYTES_MAX};
use super::read::{Raw, RowFault, SheetFault};
use calamine::{DataRef, Reader, Xlsx};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// What every XLSX begins with: it is a ZIP archive.
pub(super) const MAGIC: &[u8] = b"PK\x03\x04";

/// All rows with something in them, the row of heads apart.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Raw>, SheetFault> {
    within_limits(bytes)?;
    let unreadable = |_| SheetFault::Unreadable;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let name = book.sheet_names().into_iter().next();
    let name = name.ok_or(SheetFault::Empty)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(unreadable)?;
    let mut taking = Taking::default();
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        taking.cell(row, column as usize, cell.get_value())?;
    }
    taking.end()
}

/// Refuses what unpacks to more than the limit, whatever its directory says.
fn within_limits(bytes: &[u8]) -> Result<(), SheetFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetFault::Unreadable)?;
    let mut left = XLSX_UNPACKED_BYTES_MAX;
    for number in 0..archive.len() {
        let file = archive
            .by_index(number)
            .map_err(|_| SheetFault::Unreadable)?;
        // One byte more than is left tells a file that goes on from one that ends there.
        let read = io::copy(&mut file.take(left + 1), &mut io::sink());
        let read = read.map_err(|_| SheetFault::Unreadable)?;
        left = left.checked_sub(read).ok_or(SheetFault::TooLarge)?;
    }
    Ok(())
}

/// A row under way: cells come one by one, in their order.
#[derive(Default)]
struct Taking {
    heads: Option<Heads>,
    rows: Vec<Raw>,
    row: u32,
    cells: Vec<(usize, String, bool)>,
}

impl Taking {
    fn cell(&mut self, row: u32, place: usize, value: &DataRef<'_>) -> Result<(), SheetFault> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        if let Some((text, number)) = text(value)
            && place < COLUMNS_MAX
            && !text.is_empty()
        {
            self.cells.push((place, text, number));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), SheetFault> {
        let taken = std::mem::take(&mut self.cells);
        let Some(last) = taken.iter().map(|(place, ..)| *place).max() else {
            return Ok(());
        };
        let Some(heads) = &self.heads else {
            let mut texts = vec![String::new(); last + 1];
            for (place, text, _) in taken {
                texts[place] = text;
            }
            let heads = Heads::read(texts.iter().map(String::as_str));
            self.heads = Some(heads.map_err(SheetFault::Column)?);
            return Ok(());
        };
        if self.rows.len() == SHEET_ROWS_MAX {
            return Err(SheetFault::TooManyRows);
        }
        let (mut cells, mut number, mut fault) = (Cells::default(), false, None);
        for (place, text, is_number) in taken {
            let Some(column) = heads.at(place) else {
                continue;
            };
            if column == Column::Amount && is_number {
                number = true;
                if digits(&text) > NUMBER_DIGITS_MAX {
                    fault = Some(RowFault::at(column, "amount-number"));
                }
            }
            cells[column.place()] = text;
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(Raw {
                line: u64::from(self.row) + 1,
                cells,
                number,
                fault,
            });
        }
        Ok(())
    }

    fn end(mut self) -> Result<Vec<Raw>, SheetFault> {
        self.end_row()?;
        if self.heads.is_none() {
            return Err(SheetFault::Empty);
        }
        Ok(self.rows)
    }
}

/// Digits that count, without zeros before and behind them.
fn digits(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// A cell as text, and whether it is a number: written in the fewest digits that give the same
/// number again, which are those that were typed, and never reckoned with.
fn text(value: &DataRef<'_>) -> Option<(String, bool)> {
    Some(match value {
        DataRef::Int(number) => (number.to_string(), true),
        DataRef::Float(number) => (number.to_string(), true),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (text.trim().to_owned(), false)
        }
        DataRef::SharedString(text) => (text.trim().to_owned(), false),
        DataRef::Bool(is) => (is.to_string(), false),
        // A day above an amount's column is no amount, and neither is an error.
        DataRef::DateTime(_) | DataRef::Error(_) => ("#".to_owned(), false),
        DataRef::Empty => return None,
    })
}
