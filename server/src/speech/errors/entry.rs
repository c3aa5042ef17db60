//! Texts of entries and the signatures below them.

use super::super::{Message, Tell, Translated};
use super::field::wanted;
use app::words::Words;
use ledger::limits::{NOTE_BYTES_MAX, TEXT_BYTES_MAX};
use ledger::{GrammarError, NoteError, SignatureError};

impl Translated for NoteError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::TooLong(bytes) => Message::new("fault-note-too-long")
                .with("bytes", bytes)
                .with("max", NOTE_BYTES_MAX),
            Self::NotUtf8(at) => Message::new("fault-note-not-utf8").with("at", at),
            Self::NoSignatures => Message::new("fault-note-no-signatures"),
            Self::TextTooLong(bytes) => Message::new("fault-note-text-too-long")
                .with("bytes", bytes)
                .with("max", TEXT_BYTES_MAX),
            Self::Grammar(error) => error.message(words),
            Self::SignatureLine(line) => {
                Message::new("fault-note-signature-line").with("line", line)
            }
            Self::SignatureOrder(line) => {
                Message::new("fault-note-signature-order").with("line", line)
            }
            Self::SignerCount { said, found } => Message::new("fault-note-signer-count")
                .with("said", said)
                .with("found", found),
        }
    }
}

impl Translated for GrammarError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::NotAnEntry => Message::new("fault-grammar-not-an-entry"),
            Self::VersionUnknown(version) => {
                Message::new("fault-grammar-version").with("version", version)
            }
            Self::KindUnknown(kind) => Message::new("fault-grammar-kind").with("kind", kind),
            Self::FieldExpected { line, field } => Message::new("fault-grammar-field-expected")
                .with("line", line)
                .with("field", field),
            Self::FieldInvalid {
                line,
                field,
                wanted: form,
            } => Message::new("fault-grammar-field-invalid")
                .with("line", line)
                .with("field", field)
                .with("wanted", wanted(form).tell(words)),
            Self::FieldRepeats { line, field, max } => Message::new("fault-grammar-field-repeats")
                .with("line", line)
                .with("field", field)
                .with("max", max),
            Self::TrailingLine { line } => {
                Message::new("fault-grammar-trailing").with("line", line)
            }
            Self::NotCanonical => Message::new("fault-grammar-not-canonical"),
        }
    }
}

impl Translated for SignatureError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::KeyUnknown { name, id } => Message::new("fault-signature-key-unknown")
                .with("name", name)
                .with("id", id),
            Self::Invalid { name, id } => Message::new("fault-signature-invalid")
                .with("name", name)
                .with("id", id),
        }
    }
}
