//! A mapping at work on one file: cells to a row.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};
use csv::StringRecord;

use super::digest::FileDigest;
use super::error::{Field, ImportError, RowFault};
use super::limits::{REFERENCE_CHARS_MAX, TEXT_BYTES_MAX, YEARS};
use super::mapping::Mapping;
use super::rows::Row;
use super::template::{Piece, Template};

/// A mapping tied to the columns of one file.
pub(super) struct Plan<'m> {
    mapping: &'m Mapping,
    columns: Vec<String>,
    receiver: Template<usize>,
    amount: Template<usize>,
    date: Template<usize>,
    reference: Option<Template<usize>>,
    account: Option<Template<usize>>,
    purpose: Option<Template<usize>>,
}

impl<'m> Plan<'m> {
    pub(super) fn bind(mapping: &'m Mapping, header: &StringRecord) -> Result<Self, ImportError> {
        let columns: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        // The mark of UTF-8 as another encoding shows it.
        if mapping.encoding != encoding_rs::UTF_8
            && header
                .iter()
                .next()
                .is_some_and(|name| name.starts_with("ï»¿"))
        {
            return Err(ImportError::ByteOrderMark {
                encoding: mapping.encoding.name(),
            });
        }
        let bind = |field, template: &Template| template.bind(|name| find(&columns, field, name));
        let bind_optional = |field, template: &Option<Template>| {
            template
                .as_ref()
                .map(|template| bind(field, template))
                .transpose()
        };
        Ok(Self {
            mapping,
            receiver: bind(Field::Receiver, &mapping.receiver)?,
            amount: bind(Field::Amount, &mapping.amount)?,
            date: bind(Field::Date, &mapping.date)?,
            reference: bind_optional(Field::Reference, &mapping.reference)?,
            account: bind_optional(Field::Account, &mapping.account)?,
            purpose: bind_optional(Field::Purpose, &mapping.purpose)?,
            columns,
        })
    }

    pub(super) fn encoding_name(&self) -> &'static str {
        self.mapping.encoding.name()
    }

    pub(super) fn column_name(&self, column: usize) -> String {
        self.columns
            .get(column)
            .cloned()
            .unwrap_or_else(|| format!("#{}", column + 1))
    }

    pub(super) fn row(
        &self,
        record: &StringRecord,
        line: u64,
        row: u64,
        digest: Option<&FileDigest>,
    ) -> Result<Row, RowFault> {
        if record.len() != self.columns.len() {
            return Err(RowFault::Cells {
                found: record.len(),
                expected: self.columns.len(),
            });
        }
        let date = self.date(record)?;
        Ok(Row {
            line,
            row,
            receiver: self.receiver(record)?,
            amount: self.amount(record)?,
            date,
            due: self.due(date),
            reference: self.reference(record, row, digest)?,
            account: self.optional(Field::Account, self.account.as_ref(), record)?,
            purpose: self.optional(Field::Purpose, self.purpose.as_ref(), record)?,
        })
    }

    fn receiver(&self, record: &StringRecord) -> Result<String, RowFault> {
        let key = self.required(Field::Receiver, &self.receiver, record)?;
        match &self.mapping.receivers {
            None => Ok(key.into_owned()),
            Some(table) => table
                .get(&*key)
                .cloned()
                .ok_or_else(|| RowFault::UnknownReceiver {
                    key: key.into_owned(),
                }),
        }
    }

    fn amount(&self, record: &StringRecord) -> Result<i64, RowFault> {
        let text = self.required(Field::Amount, &self.amount, record)?;
        let amount = self.mapping.money.parse(&text);
        amount.map_err(|fault| RowFault::Amount {
            text: text.into_owned(),
            fault,
        })
    }

    fn date(&self, record: &StringRecord) -> Result<NaiveDate, RowFault> {
        let text = self.required(Field::Date, &self.date, record)?;
        let format = &self.mapping.date_format;
        let Ok(date) = NaiveDate::parse_from_str(&text, format) else {
            return Err(RowFault::Date {
                text: text.into_owned(),
                format: format.clone(),
            });
        };
        if YEARS.contains(&date.year()) {
            Ok(date)
        } else {
            Err(RowFault::Year {
                text: text.into_owned(),
            })
        }
    }

    fn due(&self, date: NaiveDate) -> Option<NaiveDate> {
        let days = Days::new(u64::from(self.mapping.due_days?));
        // Years and days are both bounded, so a due day always exists.
        date.checked_add_days(days)
    }

    fn reference(
        &self,
        record: &StringRecord,
        row: u64,
        digest: Option<&FileDigest>,
    ) -> Result<String, RowFault> {
        let Some(template) = &self.reference else {
            return Ok(digest.map_or_else(String::new, |digest| digest.reference(row)));
        };
        let text = self
            .required(Field::Reference, template, record)?
            .into_owned();
        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if visible && text.len() <= REFERENCE_CHARS_MAX {
            Ok(text)
        } else {
            Err(RowFault::Reference { text })
        }
    }

    /// The text of a template whose cells must all be filled.
    fn required<'r>(
        &self,
        field: Field,
        template: &Template<usize>,
        record: &'r StringRecord,
    ) -> Result<Cow<'r, str>, RowFault> {
        for piece in template.pieces() {
            if let Piece::Column(column) = piece
                && cell(record, *column).is_empty()
            {
                return Err(RowFault::Empty {
                    field,
                    column: self.column_name(*column),
                });
            }
        }
        check_text(field, fill(template, record))
    }

    /// The text of a template whose cells may be empty; none where all is.
    fn optional(
        &self,
        field: Field,
        template: Option<&Template<usize>>,
        record: &StringRecord,
    ) -> Result<Option<String>, RowFault> {
        let Some(template) = template else {
            return Ok(None);
        };
        let text = check_text(field, fill(template, record))?;
        let text = text.trim();
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }
}

fn find(columns: &[String], field: Field, name: &str) -> Result<usize, ImportError> {
    let mut places = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| *column == name);
    match (places.next(), places.next()) {
        (Some((place, _)), None) => Ok(place),
        (None, _) => Err(ImportError::MissingColumn {
            field,
            column: name.to_owned(),
            columns: columns.to_vec(),
        }),
        (Some(_), Some(_)) => Err(ImportError::AmbiguousColumn {
            field,
            column: name.to_owned(),
        }),
    }
}

fn cell(record: &StringRecord, column: usize) -> &str {
    record.get(column).unwrap_or_default().trim()
}

fn fill<'r>(template: &Template<usize>, record: &'r StringRecord) -> Cow<'r, str> {
    if let [Piece::Column(column)] = template.pieces() {
        return Cow::Borrowed(cell(record, *column));
    }
    let parts = template.pieces().iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        Piece::Column(column) => cell(record, *column),
    });
    Cow::Owned(parts.collect())
}

fn check_text(field: Field, text: Cow<'_, str>) -> Result<Cow<'_, str>, RowFault> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(RowFault::TooLong {
            field,
            bytes: text.len(),
        });
    }
    match text.chars().find(|c| c.is_control()) {
        Some(c) => Err(RowFault::Control {
            field,
            code: u32::from(c),
        }),
        None => Ok(text),
    }
}
