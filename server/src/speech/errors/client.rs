//! Sending entries: what the sequencer, or a server over the network, says to them.

use super::super::{Message, Tell, Translated};
use crate::client::{ClientError, Declined};
use crate::document::DocumentFault;
use crate::evidence::EvidenceFault;
use crate::holdings::DrawFault;
use crate::sequencer::{Refused, SubmitError};
use crate::sheet::SheetFault;
use app::words::{Language, Words};
use ledger::limits::SOURCES_MAX;

impl Translated for Refused {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Note(error) => error.message(words),
            Self::Signature(error) => error.message(words),
            Self::Rule(refusal) => refusal.message(words),
        }
    }
}

impl Translated for SubmitError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Refused { reason, .. } => reason.message(words),
            Self::KeyReserved { witness } => {
                Message::new("fault-submit-key-reserved").with("witness", witness)
            }
            Self::Busy { retry_after } => {
                Message::new("fault-submit-busy").with("seconds", retry_after.as_secs())
            }
            Self::Failed(error) => Message::new("fault-submit-failed").with("error", error),
            Self::Stopped => Message::new("fault-submit-stopped"),
        }
    }
}

impl Translated for ClientError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Unreachable { server, reason } => Message::new("fault-client-unreachable")
                .with("server", server)
                .with("error", reason),
            Self::Declined(declined) => Message::new("fault-client-declined")
                .with("title", title(words, declined))
                .with("code", &declined.code),
            Self::Unreadable(error) => Message::new("fault-client-unreadable").with("error", error),
        }
    }
}

/// What a server declined, as the pages say it by its code; a code that isn't a refusal's stays in
/// the server's own words.
fn title(words: &Words, declined: &Declined) -> String {
    let id = format!("refusal-{}", declined.code);
    if words.language() == Language::En || !words.has(&id) {
        return declined.title.clone();
    }
    words.say(&id).trim_end_matches(['.', '。']).to_owned()
}

impl Translated for DrawFault {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::TooLittle { held, wanted } => Message::new("fault-draw-too-little")
                .with("held", held)
                .with("wanted", wanted),
            Self::TooScattered { left } => Message::new("fault-draw-too-scattered")
                .with("max", SOURCES_MAX)
                .with("left", left),
        }
    }
}

impl Translated for EvidenceFault {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Missing(document) => {
                Message::new("fault-document-missing").with("document", document)
            }
            Self::Differs(document) => {
                Message::new("fault-document-differs").with("document", document)
            }
            Self::File(path, error) => Message::new("fault-file")
                .with("path", path.display())
                .with("error", error.tell(words)),
        }
    }
}

impl Translated for DocumentFault {
    fn message(&self, _: &Words) -> Message {
        Message::new(match self {
            Self::TooLarge => "fault-document-too-large",
            Self::Kind => "fault-document-kind",
            Self::Broken => "fault-document-broken",
        })
    }
}

impl Translated for SheetFault {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::TooLarge => Message::new("fault-sheet-too-large"),
            Self::TooManyRows => Message::new("fault-sheet-too-many-rows"),
            Self::Unreadable => Message::new("fault-sheet-unreadable"),
            Self::Empty => Message::new("fault-sheet-empty"),
            Self::Column(column) => {
                Message::new("fault-sheet-column").with("column", column.word())
            }
        }
    }
}
