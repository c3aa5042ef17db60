//! A table as a workbook: the rows in one sheet, what they are in another.

use super::{About, Cell, Column, Kind, Row, Sink, TableWriter};
use chrono::Datelike;
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError,
};
use std::io;

/// Rows of a workbook. It is put together before its first byte is sent, so its size is what a
/// request may cost: a hundred thousand rows are a few seconds and some megabytes. Excel itself
/// ends at 1,048,576.
pub const XLSX_ROWS_MAX: usize = 100_000;

/// Digits that a workbook's number holds exactly.
const DIGITS_MAX: usize = 15;

/// Characters of a column's width.
const WIDTH: u16 = 18;

/// A workbook that is being written: its rows go to a file of the system as they come.
pub struct XlsxTable {
    book: Workbook,
    out: Sink,
    next: RowNum,
    about: About,
    amounts: Vec<Format>,
    day: Format,
}

impl XlsxTable {
    /// Begins the workbook.
    ///
    /// # Errors
    /// The system's, where it has no room for a file.
    pub fn new(out: Sink, columns: &[Column], about: &About) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_properties(&properties(about));
        begin(&mut book, columns).map_err(io::Error::other)?;
        let amounts = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"];
        Ok(Self {
            book,
            out,
            next: 1,
            about: about.clone(),
            amounts: amounts
                .map(|form| Format::new().set_num_format(form))
                .into(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
        })
    }

    fn row(&mut self, row: &Row) -> Result<(), XlsxError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for (at, cell) in (0..).zip(row) {
            match cell {
                Cell::Nothing => {}
                Cell::Count(_) => number(sheet, self.next, at, &cell.text(), None)?,
                Cell::Amount(_, exponent) => {
                    let form = self.amounts.get(usize::from(*exponent));
                    number(sheet, self.next, at, &cell.text(), form)?;
                }
                Cell::Day(day) => match excel_day(*day) {
                    Some(serial) => {
                        sheet.write_datetime_with_format(self.next, at, &serial, &self.day)?;
                    }
                    None => text(sheet, self.next, at, &cell.text())?,
                },
                Cell::YesNo(yes) => {
                    sheet.write_boolean(self.next, at, *yes)?;
                }
                Cell::Text(_) | Cell::Moment(_) => text(sheet, self.next, at, &cell.text())?,
            }
        }
        self.next += 1;
        Ok(())
    }

    fn close(&mut self) -> Result<(), XlsxError> {
        let sheet = self.book.add_worksheet();
        sheet.set_name("about")?;
        sheet.set_column_width(1, WIDTH * 4)?;
        for (row, (name, value)) in (0..).zip(self.about.named()) {
            text(sheet, row, 0, name)?;
            text(sheet, row, 1, &value)?;
        }
        self.book.save_to_writer(self.out.clone())
    }
}

/// The same ledger gives the same bytes: the file was made when the figures stood.
fn properties(about: &About) -> DocProperties {
    let made = ExcelDateTime::from_timestamp(about.ledger_time.unwrap_or_default());
    let properties = DocProperties::new().set_title(&about.view);
    match made {
        Ok(made) => properties.set_creation_datetime(&made),
        Err(_) => properties,
    }
}

fn begin(book: &mut Workbook, columns: &[Column]) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("data")?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(columns) {
        if column.kind != Kind::YesNo {
            sheet.set_column_width(at, WIDTH)?;
        }
        sheet.write_string_with_format(0, at, column.name, &head)?;
    }
    Ok(())
}

fn text(sheet: &mut Worksheet, row: RowNum, at: ColNum, value: &str) -> Result<(), XlsxError> {
    sheet.write_string(row, at, value).map(|_| ())
}

/// A number that the workbook would round stands as text.
fn number(
    sheet: &mut Worksheet,
    row: RowNum,
    at: ColNum,
    value: &str,
    form: Option<&Format>,
) -> Result<(), XlsxError> {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let Some(exact) = value.parse::<f64>().ok().filter(|_| digits <= DIGITS_MAX) else {
        return text(sheet, row, at, value);
    };
    match form {
        Some(form) => sheet.write_number_with_format(row, at, exact, form),
        None => sheet.write_number(row, at, exact),
    }
    .map(|_| ())
}

fn excel_day(day: chrono::NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

impl TableWriter for XlsxTable {
    fn rows(&mut self, rows: Vec<Row>) -> io::Result<()> {
        rows.iter()
            .try_for_each(|row| self.row(row))
            .map_err(io::Error::other)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.close().map_err(io::Error::other)
    }
}
