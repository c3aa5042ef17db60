//! A table as Parquet: typed columns, amounts as decimals, what the file is in its metadata.

use super::{About, Cell, Column, Kind, Row, Sink, TableWriter};
use chrono::NaiveDate;
use parquet::basic::{Compression, GzipLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType,
    Int32Type, Int64Type,
};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use std::io;
use std::mem::take;
use std::sync::Arc;

/// Rows of a row group, which are held until it is full: a few megabytes, however long the table.
pub const GROUP_ROWS: usize = 8_192;

/// Digits behind the decimal mark of every amount: as many as any currency of a ledger has.
const SCALE: u8 = 4;

/// Parquet that is being written.
pub struct ParquetTable {
    out: SerializedFileWriter<Sink>,
    columns: Vec<Column>,
    held: Vec<Row>,
}

impl ParquetTable {
    /// Writes the file's head.
    ///
    /// # Errors
    /// The writer's own.
    pub fn new(out: Sink, columns: &[Column], about: &About) -> io::Result<Self> {
        Ok(Self {
            out: begin(out, columns, about).map_err(io::Error::other)?,
            columns: columns.to_vec(),
            held: Vec::new(),
        })
    }

    fn group(&mut self) -> Result<()> {
        let rows = take(&mut self.held);
        let mut group = self.out.next_row_group()?;
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(mut out) = group.next_column()? {
                write(&mut out, column.kind, rows.iter().map(|row| &row[at]))?;
                out.close()?;
            }
        }
        group.close()?;
        Ok(())
    }
}

fn begin(out: Sink, columns: &[Column], about: &About) -> Result<SerializedFileWriter<Sink>> {
    let fields: String = columns
        .iter()
        .map(|column| field(column.kind).replace("NAME", column.name))
        .collect();
    let schema = parse_message_type(&format!("message table {{ {fields} }}"))?;
    let said = about
        .named()
        .into_iter()
        .map(|(name, value)| KeyValue::new(format!("countersign.{name}"), value));
    let properties = WriterProperties::builder()
        .set_created_by("countersign".to_owned())
        .set_compression(Compression::GZIP(GzipLevel::default()))
        .set_key_value_metadata(Some(said.collect()))
        .build();
    SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))
}

fn field(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "OPTIONAL BYTE_ARRAY NAME (STRING);",
        Kind::Count => "OPTIONAL INT64 NAME;",
        Kind::Amount => "OPTIONAL FIXED_LEN_BYTE_ARRAY (16) NAME (DECIMAL(38,4));",
        Kind::Day => "OPTIONAL INT32 NAME (DATE);",
        Kind::Moment => "OPTIONAL INT64 NAME (TIMESTAMP(MILLIS,true));",
        Kind::YesNo => "OPTIONAL BOOLEAN NAME;",
    }
}

fn write<'a>(
    out: &mut SerializedColumnWriter<'_>,
    kind: Kind,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<()> {
    match kind {
        Kind::Text => put::<ByteArrayType>(out, cells, |cell| match cell {
            Cell::Text(text) => Some(ByteArray::from(text.as_str())),
            _ => None,
        }),
        Kind::Count => put::<Int64Type>(out, cells, |cell| match cell {
            Cell::Count(count) => Some(*count),
            _ => None,
        }),
        Kind::Amount => put::<FixedLenByteArrayType>(out, cells, |cell| match cell {
            Cell::Amount(minor, exponent) => Some(decimal(*minor, *exponent)),
            _ => None,
        }),
        Kind::Day => put::<Int32Type>(out, cells, |cell| match cell {
            Cell::Day(day) => i32::try_from((*day - NaiveDate::default()).num_days()).ok(),
            _ => None,
        }),
        Kind::Moment => put::<Int64Type>(out, cells, |cell| match cell {
            Cell::Moment(at) => at.checked_mul(1000),
            _ => None,
        }),
        Kind::YesNo => put::<BoolType>(out, cells, |cell| match cell {
            Cell::YesNo(yes) => Some(*yes),
            _ => None,
        }),
    }
}

fn put<'a, T: DataType>(
    out: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
    value: impl Fn(&Cell) -> Option<T::T>,
) -> Result<()> {
    let found: Vec<Option<T::T>> = cells.map(value).collect();
    let there: Vec<i16> = found
        .iter()
        .map(|value| i16::from(value.is_some()))
        .collect();
    let values: Vec<T::T> = found.into_iter().flatten().collect();
    out.typed::<T>().write_batch(&values, Some(&there), None)?;
    Ok(())
}

/// The unscaled number, big-endian two's complement. No sum of a ledger comes near 38 digits.
fn decimal(minor: ledger::Minor, exponent: u8) -> FixedLenByteArray {
    let scaled = minor * 10_i128.pow(u32::from(SCALE.saturating_sub(exponent)));
    FixedLenByteArray::from(scaled.to_be_bytes().to_vec())
}

impl TableWriter for ParquetTable {
    fn rows(&mut self, rows: Vec<Row>) -> io::Result<()> {
        self.held.extend(rows);
        if self.held.len() >= GROUP_ROWS {
            self.group().map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if !self.held.is_empty() {
            self.group().map_err(io::Error::other)?;
        }
        self.out.close().map_err(io::Error::other)?;
        Ok(())
    }
}
