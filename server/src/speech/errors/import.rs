//! Spreadsheets that are imported, and the mapping that says how to read them.

use super::super::{Message, Tell, Translated};
use crate::demo::DemoError;
use crate::import::limits::{
    MAPPING_BYTES_MAX, REFERENCE_CHARS_MAX, ROW_BYTES_MAX, TEXT_BYTES_MAX, YEARS,
};
use crate::import::{
    AmountFault, Field, ImportError, MappingError, RowError, RowFault, excerpt, list,
};
use app::words::Words;

impl Translated for ImportError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Read(error) => Message::new("fault-import-read").with("error", error.tell(words)),
            Self::NoHeader => Message::new("fault-import-no-header"),
            Self::HeaderEncoding { line, encoding } => Message::new("fault-import-header-encoding")
                .with("line", line)
                .with("encoding", encoding),
            Self::ByteOrderMark { encoding } => {
                Message::new("fault-import-byte-order-mark").with("encoding", encoding)
            }
            Self::HeaderTooLong => {
                Message::new("fault-import-header-too-long").with("max", ROW_BYTES_MAX)
            }
            Self::MissingColumn {
                field,
                column,
                columns,
            } => Message::new("fault-import-missing-column")
                .with("field", field)
                .with("column", column)
                .with("columns", list(columns)),
            Self::AmbiguousColumn { field, column } => {
                Message::new("fault-import-ambiguous-column")
                    .with("field", field)
                    .with("column", column)
            }
        }
    }
}

impl Translated for RowError {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-row")
            .with("line", self.line)
            .with("row", self.row)
            .with("fault", self.fault.tell(words))
    }
}

impl Translated for RowFault {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Cells { found, expected } => Message::new("fault-row-cells")
                .with("found", found)
                .with("expected", expected),
            Self::Encoding { column, encoding } => Message::new("fault-row-encoding")
                .with("column", column)
                .with("encoding", encoding),
            Self::Empty { field, column } => Message::new("fault-row-empty")
                .with("field", name(words, *field))
                .with("column", column),
            Self::UnknownReceiver { key } => {
                Message::new("fault-row-receiver").with("key", excerpt(key))
            }
            Self::Amount { text, fault } => Message::new("fault-row-amount")
                .with("text", excerpt(text))
                .with("fault", fault.tell(words)),
            Self::Date { text, format } => Message::new("fault-row-date")
                .with("text", excerpt(text))
                .with("format", format),
            Self::Year { text } => Message::new("fault-row-year")
                .with("text", excerpt(text))
                .with("from", YEARS.start())
                .with("to", YEARS.end()),
            Self::TooLong { field, bytes } => Message::new("fault-row-text-too-long")
                .with("field", name(words, *field))
                .with("key", field)
                .with("bytes", bytes)
                .with("max", TEXT_BYTES_MAX),
            Self::Control { field, code } => Message::new("fault-row-control")
                .with("field", name(words, *field))
                .with("code", format_args!("{code:04X}")),
            Self::Reference { text } => Message::new("fault-row-reference")
                .with("text", excerpt(text))
                .with("max", REFERENCE_CHARS_MAX),
            Self::ReferenceRepeated { text, first_line } => Message::new("fault-row-repeated")
                .with("text", excerpt(text))
                .with("line", first_line),
            Self::RowTooLong => Message::new("fault-row-too-long").with("max", ROW_BYTES_MAX),
            Self::Unreadable { reason } => {
                Message::new("fault-row-unreadable").with("error", reason)
            }
            Self::FileChanged { previewed, found } => Message::new("fault-row-file-changed")
                .with("previewed", previewed)
                .with("found", found),
        }
    }
}

/// What a mapping calls a field, as people call it.
fn name(words: &Words, field: Field) -> String {
    words.say(match field {
        Field::Receiver => "fault-column-receiver",
        Field::Amount => "fault-column-amount",
        Field::Date => "fault-column-date",
        Field::Reference => "fault-column-reference",
        Field::Account => "fault-column-account",
        Field::Purpose => "fault-column-purpose",
    })
}

impl Translated for AmountFault {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::NotANumber => Message::new("fault-amount-not-a-number"),
            Self::Groups => Message::new("fault-amount-groups"),
            Self::Decimals { found, exponent } => Message::new("fault-amount-decimals")
                .with("found", found)
                .with("exponent", exponent),
            Self::Negative => Message::new("fault-amount-negative"),
            Self::Zero => Message::new("fault-amount-zero"),
            Self::TooLarge => Message::new("fault-amount-too-large"),
        }
    }
}

impl Translated for MappingError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Read(error) => {
                Message::new("fault-mapping-read").with("error", error.tell(words))
            }
            Self::TooLong => Message::new("fault-mapping-too-long").with("max", MAPPING_BYTES_MAX),
            Self::Flaw(flaw) => Message::new("fault-mapping").with("flaw", flaw.tell(words)),
        }
    }
}

impl Translated for DemoError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::File(error) => Message::new("fault-demo-file").with("error", error.tell(words)),
            Self::Row(error) => Message::new("fault-demo-file").with("error", error.tell(words)),
            Self::Unusable { line, what } => Message::new("fault-demo-unusable")
                .with("line", line)
                .with("what", what),
            Self::Total(total) => Message::new("fault-demo-total").with("total", total),
        }
    }
}
