//! The mapping file: which columns of a spreadsheet make a row.
//!
//! ```toml
//! [file]                      # how the file is written; every key has a default
//! encoding = "utf-8"          # or "iso-8859-1", "gbk", "utf-16le"... (labels of the WHATWG standard)
//! delimiter = ","
//! quote = '"'                 # "" for none
//! header = true               # the first line names the columns; nothing else can be mapped
//! decimal_mark = "."
//! thousands_mark = ""         # "" for none
//! date_format = "%Y-%m-%d"    # as strftime writes it
//!
//! [money]
//! programme = "relief-2026"
//! currency = "PYG"
//! exponent = 0                # decimals of the currency
//!
//! [row]                       # templates: {column} is a cell, all else is constant text
//! receiver = "l{level}-{code}.relief.example"
//! amount = "{paid}"
//! date = "{paid_on}"          # the day the money moved
//! reference = "{voucher}"     # optional: else 16 hex digits of the file's digest, a slash, the row
//! account = "{account}"       # optional, text: leading zeros stay
//! purpose = "Budget line {line}"  # optional
//! due_days = 30               # optional: days from the date to the day an answer is due
//!
//! [receivers]                 # optional: what row.receiver makes of a row, to the member's name
//! "22-1" = "concepcion.example"
//! ```
//!
//! Cells are trimmed. "iso-8859-1" reads windows-1252, as browsers do: the two
//! differ in control characters only.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use chrono::NaiveDate;
use encoding_rs::Encoding;
use serde::Deserialize;
use toml::Spanned;

use super::amount::MoneyFormat;
use super::limits::{DUE_DAYS_MAX, EXPONENT_MAX, MAPPING_BYTES_MAX};
use super::template::Template;
use crate::toml_text::TomlFlaw;

/// Why a mapping file isn't one.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// The file can't be read.
    #[error("the mapping file can't be read: {0}")]
    Read(#[from] io::Error),
    /// Longer than [`MAPPING_BYTES_MAX`].
    #[error("the mapping file is longer than {MAPPING_BYTES_MAX} bytes: is it the right file?")]
    TooLong,
    /// A key or its value.
    #[error("the mapping file, {0}")]
    Flaw(#[from] TomlFlaw),
}

/// A mapping that was read and checked; whether it fits a file shows with the
/// file's header.
#[derive(Debug, Clone)]
pub struct Mapping {
    pub(super) encoding: &'static Encoding,
    pub(super) delimiter: u8,
    pub(super) quote: Option<u8>,
    pub(super) money: MoneyFormat,
    pub(super) date_format: String,
    pub(super) due_days: Option<u32>,
    pub(super) receiver: Template,
    pub(super) amount: Template,
    pub(super) date: Template,
    pub(super) reference: Option<Template>,
    pub(super) account: Option<Template>,
    pub(super) purpose: Option<Template>,
    pub(super) receivers: Option<BTreeMap<String, String>>,
    programme: String,
    currency: String,
}

impl Mapping {
    /// Reads the mapping file at `path`.
    ///
    /// # Errors
    /// As [`Mapping::parse`], and whatever reading meets.
    pub fn read(path: &Path) -> Result<Self, MappingError> {
        let mut text = String::new();
        let file = std::fs::File::open(path)?;
        file.take(MAPPING_BYTES_MAX + 1).read_to_string(&mut text)?;
        if text.len() as u64 > MAPPING_BYTES_MAX {
            return Err(MappingError::TooLong);
        }
        Self::parse(&text)
    }

    /// Reads a mapping from its TOML.
    ///
    /// # Errors
    /// [`MappingError::Flaw`] names the first line and key that are wrong.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let raw: MappingText =
            toml::from_str(text).map_err(|error| TomlFlaw::parsing(text, &error))?;
        Ok(raw.check(text)?)
    }

    /// The programme that every row belongs to.
    #[must_use]
    pub fn programme(&self) -> &str {
        &self.programme
    }

    /// The currency of every amount, three letters.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Decimals of the currency.
    #[must_use]
    pub fn exponent(&self) -> u8 {
        self.money.exponent
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingText {
    #[serde(default)]
    file: FileText,
    money: MoneyText,
    row: RowText,
    receivers: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct FileText {
    encoding: Option<Spanned<String>>,
    delimiter: Option<Spanned<String>>,
    quote: Option<Spanned<String>>,
    header: Option<Spanned<bool>>,
    decimal_mark: Option<Spanned<String>>,
    thousands_mark: Option<Spanned<String>>,
    date_format: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoneyText {
    programme: Spanned<String>,
    currency: Spanned<String>,
    exponent: Spanned<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowText {
    receiver: Spanned<String>,
    amount: Spanned<String>,
    date: Spanned<String>,
    reference: Option<Spanned<String>>,
    account: Option<Spanned<String>>,
    purpose: Option<Spanned<String>>,
    due_days: Option<Spanned<u32>>,
}

impl MappingText {
    fn check(self, text: &str) -> Result<Mapping, TomlFlaw> {
        let (file, row, checker) = (self.file, self.row, Checker { text });
        if let Some(header) = &file.header {
            checker.holds(
                header,
                *header.get_ref(),
                "must be true: columns are known by their names",
            )?;
        }
        let quote = checker.single(file.quote.as_ref(), Some('"'))?;
        let delimiter = checker.single(file.delimiter.as_ref(), Some(','))?;
        let (delimiter, quote) = checker.separators(&file, delimiter, quote)?;
        Ok(Mapping {
            encoding: checker.encoding(file.encoding.as_ref())?,
            delimiter,
            quote,
            money: checker.money_format(&file, &self.money)?,
            date_format: checker.date_format(file.date_format.as_ref())?,
            due_days: checker.due_days(row.due_days.as_ref())?,
            receiver: checker.template(&row.receiver)?,
            amount: checker.template(&row.amount)?,
            date: checker.template(&row.date)?,
            reference: checker.optional_template(row.reference.as_ref())?,
            account: checker.optional_template(row.account.as_ref())?,
            purpose: checker.optional_template(row.purpose.as_ref())?,
            receivers: self.receivers,
            programme: checker.name(&self.money.programme)?,
            currency: checker.currency(&self.money.currency)?,
        })
    }
}

/// Checks values one by one, with the text at hand to say where they stand.
struct Checker<'t> {
    text: &'t str,
}

impl Checker<'_> {
    fn holds<T>(&self, value: &Spanned<T>, holds: bool, reason: &str) -> Result<(), TomlFlaw> {
        if holds {
            Ok(())
        } else {
            Err(TomlFlaw::at(self.text, value.span(), reason))
        }
    }

    /// One character; an empty text is none, no text is `default`.
    fn single(
        &self,
        value: Option<&Spanned<String>>,
        default: Option<char>,
    ) -> Result<Option<char>, TomlFlaw> {
        let Some(value) = value else {
            return Ok(default);
        };
        let mut chars = value.get_ref().chars();
        let first = chars.next();
        self.holds(value, chars.next().is_none(), "must be a single character")?;
        Ok(first)
    }

    fn separators(
        &self,
        file: &FileText,
        delimiter: Option<char>,
        quote: Option<char>,
    ) -> Result<(u8, Option<u8>), TomlFlaw> {
        let usable = |mark: char| {
            mark.is_ascii() && !mark.is_ascii_alphanumeric() && !matches!(mark, '\r' | '\n' | '\0')
        };
        let reason = "must be one ASCII character, neither a letter, a digit nor a line end";
        if let Some(value) = &file.delimiter {
            self.holds(value, delimiter.is_some_and(usable), reason)?;
        }
        if let Some(value) = &file.quote {
            self.holds(value, quote.is_none_or(usable), reason)?;
            self.holds(value, quote != delimiter, "is the delimiter too")?;
        }
        let byte = |mark: char| u8::try_from(mark).unwrap_or(b',');
        Ok((byte(delimiter.unwrap_or(',')), quote.map(byte)))
    }

    fn encoding(&self, value: Option<&Spanned<String>>) -> Result<&'static Encoding, TomlFlaw> {
        let Some(value) = value else {
            return Ok(encoding_rs::UTF_8);
        };
        Encoding::for_label_no_replacement(value.get_ref().as_bytes()).ok_or_else(|| {
            let reason =
                "isn't an encoding; try \"utf-8\", \"iso-8859-1\", \"gbk\" or \"utf-16le\"";
            TomlFlaw::at(self.text, value.span(), reason)
        })
    }

    fn money_format(&self, file: &FileText, money: &MoneyText) -> Result<MoneyFormat, TomlFlaw> {
        let decimal_mark = self.single(file.decimal_mark.as_ref(), Some('.'))?;
        let thousands_mark = self.single(file.thousands_mark.as_ref(), None)?;
        let usable = |mark: char| {
            !mark.is_alphanumeric() && !mark.is_control() && !"+-\u{2212}".contains(mark)
        };
        let reason = "can't be a letter, a digit, a sign or a control character";
        if let Some(value) = &file.decimal_mark {
            self.holds(value, decimal_mark.is_some_and(usable), reason)?;
        }
        if let Some(value) = &file.thousands_mark {
            self.holds(value, thousands_mark.is_none_or(usable), reason)?;
            self.holds(
                value,
                thousands_mark != decimal_mark,
                "is the decimal mark too",
            )?;
        }
        let exponent = *money.exponent.get_ref();
        let reason = format!("must be 0 to {EXPONENT_MAX}");
        self.holds(&money.exponent, exponent <= EXPONENT_MAX, &reason)?;
        Ok(MoneyFormat {
            decimal_mark: decimal_mark.unwrap_or('.'),
            thousands_mark,
            exponent,
        })
    }

    /// A format is good when it writes a day that it reads back.
    fn date_format(&self, value: Option<&Spanned<String>>) -> Result<String, TomlFlaw> {
        let Some(value) = value else {
            return Ok("%Y-%m-%d".to_owned());
        };
        let format = value.get_ref();
        self.holds(
            value,
            reads_back(format),
            "doesn't make a whole day of year, month and day; for example \"%d/%m/%Y\"",
        )?;
        Ok(format.clone())
    }

    fn due_days(&self, value: Option<&Spanned<u32>>) -> Result<Option<u32>, TomlFlaw> {
        let Some(value) = value else { return Ok(None) };
        let reason = format!("must be 0 to {DUE_DAYS_MAX}");
        self.holds(value, *value.get_ref() <= DUE_DAYS_MAX, &reason)?;
        Ok(Some(*value.get_ref()))
    }

    fn template(&self, value: &Spanned<String>) -> Result<Template, TomlFlaw> {
        Template::parse(value.get_ref())
            .map_err(|reason| TomlFlaw::at(self.text, value.span(), reason))
    }

    fn optional_template(
        &self,
        value: Option<&Spanned<String>>,
    ) -> Result<Option<Template>, TomlFlaw> {
        value.map(|value| self.template(value)).transpose()
    }

    fn name(&self, value: &Spanned<String>) -> Result<String, TomlFlaw> {
        let name = value.get_ref();
        self.holds(value, !name.trim().is_empty(), "must not be empty")?;
        Ok(name.clone())
    }

    fn currency(&self, value: &Spanned<String>) -> Result<String, TomlFlaw> {
        let code = value.get_ref();
        let good = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        self.holds(value, good, "must be three capital letters, as in ISO 4217")?;
        Ok(code.clone())
    }
}

fn reads_back(format: &str) -> bool {
    use chrono::format::{Item, StrftimeItems};
    let known = StrftimeItems::new(format).all(|item| !matches!(item, Item::Error));
    // A day whose parts all differ, so that none can stand in for another.
    let Some(day) = NaiveDate::from_ymd_opt(2019, 11, 23) else {
        return false;
    };
    known && NaiveDate::parse_from_str(&written(day, format), format) == Ok(day)
}

/// Empty where the format asks for more than a day has, as an hour.
fn written(day: NaiveDate, format: &str) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    match write!(text, "{}", day.format(format)) {
        Ok(()) => text,
        Err(_) => String::new(),
    }
}
