//! Replays: what stops one, and where entries for it come from.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::verify::{Fault, SourceError, Stop, Wrong};
use app::words::Words;

impl Translated for Wrong {
    fn message(&self, words: &Words) -> Message {
        Message::new("fault-wrong")
            .with("index", self.index)
            .with("code", self.fault.code())
            .with("fault", self.fault.tell(words))
    }
}

impl Translated for Fault {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Place { expected } => {
                Message::new("fault-wrong-place").with("expected", expected)
            }
            Self::Malformed(error) => error.message(words),
            Self::Signature(error) => error.message(words),
            Self::Refused(refusal) => refusal.message(words),
            Self::IdentityDiffers { said } => {
                Message::new("fault-wrong-identity").with("said", said)
            }
            Self::Unbalanced { by } => Message::new("fault-wrong-unbalanced").with("by", by),
        }
    }
}

impl Translated for Stop {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Wrong(wrong) => wrong.message(words),
            Self::NewerRules { verified, fault } => Message::new("fault-stop-newer-rules")
                .with("verified", verified)
                .with("fault", fault.tell(words)),
            Self::Source(error) => error.message(words),
            Self::LookOn(error) => {
                Message::new("fault-stop-look-on").with("error", error.tell(words))
            }
            Self::WorkerLost => Message::new("fault-stop-worker-lost"),
        }
    }
}

impl Translated for SourceError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Io(error) => Message::new("fault-source-io").with("error", error.tell(words)),
            Self::Line { line, reason } => Message::new("fault-source-line")
                .with("line", line)
                .with("reason", known(words, reason)),
            Self::Store(error) => Message::new("fault-source-store").with("error", error),
            Self::Log(departure) => departure.message(words),
        }
    }
}
