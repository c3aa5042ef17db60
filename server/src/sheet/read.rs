//! A sheet's bytes to its rows.

use super::columns::{Cells, Column};
use super::limits::{CELL_CHARS_KEPT, CSV_BYTES_MAX, XLSX_BYTES_MAX};
use super::{csv, xlsx};
use crate::import::{AmountFault, FileDigest, MoneyFormat};
use encoding_rs::Encoding;
use ledger::field::{Amount, Field, MemberName, Prose, RecordRef};
use std::collections::HashMap;

/// How a clerk's spreadsheet writes.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The marks of amounts that are text, and the currency's decimals.
    pub money: MoneyFormat,
    /// What is assumed of bytes that aren't UTF-8 and have no mark.
    pub encoding: &'static Encoding,
}

/// Why nothing of a sheet can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// More bytes than the limit, as they are or unpacked.
    #[error("the sheet is too large")]
    TooLarge,
    /// More rows than the limit.
    #[error("the sheet has too many rows")]
    TooManyRows,
    /// Neither XLSX nor CSV, or broken.
    #[error("the sheet can't be read")]
    Unreadable,
    /// No row, or none below the heads.
    #[error("the sheet is empty")]
    Empty,
    /// A column that is missing or stands twice.
    #[error("the sheet has no one column {}", .0.word())]
    Column(Column),
}

/// What is wrong with a row: a column, and a code for what is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Where.
    pub column: Column,
    /// What: a stable word, of which pages say how to mend it.
    pub code: &'static str,
    /// The line that has it already, where one has.
    pub line: Option<u64>,
}

impl RowFault {
    /// A fault of one cell.
    #[must_use]
    pub const fn at(column: Column, code: &'static str) -> Self {
        Self {
            column,
            code,
            line: None,
        }
    }
}

/// What a good row asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Whom the money goes to.
    pub payee: MemberName,
    /// How much.
    pub amount: Amount,
    /// Under which reference.
    pub reference: RecordRef,
    /// What for.
    pub purpose: Option<Prose>,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Where it begins in the file, from 1, as a spreadsheet counts.
    pub line: u64,
    /// The payee as written, at most so many characters.
    pub payee: String,
    /// The amount as written.
    pub amount: String,
    /// What it asks for, or what is wrong with it.
    pub wish: Result<Wish, RowFault>,
}

/// What a sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// SHA3-256 of the file's bytes.
    pub digest: FileDigest,
    /// What the text was read as; nothing for XLSX, which says so itself.
    pub encoding: Option<&'static str>,
    /// Its rows, in their order; at least one.
    pub rows: Vec<SheetRow>,
}

/// A row before its cells are read.
pub(super) struct Raw {
    pub(super) line: u64,
    pub(super) cells: Cells,
    /// Whether the amount is a number cell, which has a point and no other mark.
    pub(super) number: bool,
    pub(super) fault: Option<RowFault>,
}

/// Reads a sheet.
///
/// # Errors
/// [`SheetFault`] where nothing of it can be taken. A row that can't be taken is no error of the
/// sheet: it stands among the rows with what is wrong.
pub fn read(bytes: &[u8], style: &Style) -> Result<Sheet, SheetFault> {
    let digest = FileDigest::of(bytes).map_err(|_| SheetFault::Unreadable)?;
    let (raw, encoding) = if bytes.starts_with(xlsx::MAGIC) {
        if bytes.len() > XLSX_BYTES_MAX {
            return Err(SheetFault::TooLarge);
        }
        (xlsx::rows(bytes)?, None)
    } else {
        if bytes.len() > CSV_BYTES_MAX {
            return Err(SheetFault::TooLarge);
        }
        let encoding = csv::encoding_of(bytes, style.encoding);
        (csv::rows(bytes, encoding)?, Some(encoding.name()))
    };
    if raw.is_empty() {
        return Err(SheetFault::Empty);
    }
    let mut used: HashMap<RecordRef, u64> = HashMap::with_capacity(raw.len());
    let rows = (1..).zip(raw).map(|(number, raw)| {
        let row = row(&raw, style, &digest.reference(number));
        once(row, &mut used)
    });
    Ok(Sheet {
        digest,
        encoding,
        rows: rows.collect(),
    })
}

/// Each reference names one row.
fn once(mut row: SheetRow, used: &mut HashMap<RecordRef, u64>) -> SheetRow {
    let Ok(wish) = &row.wish else { return row };
    if let Some(first) = used.get(&wish.reference) {
        row.wish = Err(RowFault {
            line: Some(*first),
            ..RowFault::at(Column::Reference, "ref-repeated")
        });
    } else {
        used.insert(wish.reference.clone(), row.line);
    }
    row
}

fn row(raw: &Raw, style: &Style, own_reference: &str) -> SheetRow {
    let cell = |column: Column| raw.cells[column.place()].as_str();
    let wish = raw.fault.map_or_else(
        || {
            Ok(Wish {
                payee: payee(cell(Column::Payee))?,
                amount: amount(cell(Column::Amount), raw.number, style.money)?,
                reference: reference(cell(Column::Reference), own_reference)?,
                purpose: purpose(cell(Column::Purpose))?,
            })
        },
        Err,
    );
    SheetRow {
        line: raw.line,
        payee: kept(cell(Column::Payee)),
        amount: kept(cell(Column::Amount)),
        wish,
    }
}

/// The beginning of a cell, printable on one line.
fn kept(text: &str) -> String {
    let shown = text.chars().take(CELL_CHARS_KEPT);
    let plain = |char: char| {
        if char.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            char
        }
    };
    shown.map(plain).collect()
}

fn payee(text: &str) -> Result<MemberName, RowFault> {
    if text.is_empty() {
        return Err(RowFault::at(Column::Payee, "payee-missing"));
    }
    MemberName::parse(text).map_err(|_| RowFault::at(Column::Payee, "payee-unreadable"))
}

fn amount(text: &str, is_number: bool, money: MoneyFormat) -> Result<Amount, RowFault> {
    let wrong = |code| RowFault::at(Column::Amount, code);
    let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    if text.is_empty() {
        return Err(wrong("amount-missing"));
    }
    let money = if is_number {
        MoneyFormat {
            decimal_mark: '.',
            thousands_mark: None,
            ..money
        }
    } else {
        money
    };
    let minor = money.parse(&text).map_err(|fault| {
        wrong(match fault {
            AmountFault::Decimals { .. } => "amount-digits",
            AmountFault::Zero => "amount-zero",
            AmountFault::Negative => "amount-negative",
            AmountFault::NotANumber | AmountFault::Groups | AmountFault::TooLarge => {
                "amount-unreadable"
            }
        })
    })?;
    Amount::new(minor.into()).ok_or_else(|| wrong("amount-unreadable"))
}

/// The reference as written, or one made from the file and the row: the same file gives the same.
fn reference(text: &str, own: &str) -> Result<RecordRef, RowFault> {
    let text = if text.is_empty() { own } else { text };
    RecordRef::parse(text).map_err(|_| RowFault::at(Column::Reference, "ref-unreadable"))
}

fn purpose(text: &str) -> Result<Option<Prose>, RowFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let purpose = Prose::parse(text);
    purpose
        .map(Some)
        .map_err(|_| RowFault::at(Column::Purpose, "purpose-unreadable"))
}
