//! What runs for long: the server, its log, a mirror, a witness.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::log::LogError;
use crate::mirror::{Halt, MirrorError};
use crate::serve::ServeError;
use crate::witness::WitnessError;
use app::words::Words;

impl Translated for ServeError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::InUse(address) => Message::new("fault-serve-in-use").with("address", address),
            Self::Bind { address, source } => Message::new("fault-serve-bind")
                .with("address", address)
                .with("error", source.tell(words)),
            Self::Stop(error) => Message::new("fault-serve-stop").with("error", error.tell(words)),
        }
    }
}

impl Translated for LogError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Shorter {
                entries,
                published,
                kept,
            } => Message::new("fault-log-shorter")
                .with("entries", entries)
                .with("published", published)
                .with("kept", kept.display()),
            Self::OtherHistory { size, kept } => Message::new("fault-log-other-history")
                .with("size", size)
                .with("kept", kept.display()),
            Self::Kept { kept, reason } => Message::new("fault-log-kept")
                .with("kept", kept.display())
                .with("reason", known(words, reason)),
            Self::OtherKey => Message::new("fault-log-other-key"),
            Self::WitnessKey { witness, whose } => Message::new("fault-log-witness-key")
                .with("witness", witness)
                .with("whose", known(words, whose)),
            Self::OtherTile { path } => {
                Message::new("fault-log-other-tile").with("path", path.display())
            }
            Self::Inconsistent {
                signed,
                size,
                reason,
            } => Message::new("fault-log-inconsistent")
                .with("signed", signed)
                .with("size", size)
                .with("reason", known(words, reason)),
            Self::EntryMissing { index } => {
                Message::new("fault-log-entry-missing").with("index", index)
            }
            Self::NotEmpty(path) => {
                Message::new("fault-log-not-empty").with("path", path.display())
            }
            Self::Bundle(error) => {
                Message::new("fault-log-bundle").with("error", error.tell(words))
            }
            Self::File { path, source } => Message::new("fault-file")
                .with("path", path.display())
                .with("error", source.tell(words)),
            Self::DiskFull => Message::new("fault-log-disk-full"),
            Self::Store(error) => error.message(words),
        }
    }
}

impl Translated for MirrorError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::NoKey(why) => Message::new("fault-mirror-no-key").with("why", known(words, why)),
            Self::OtherLog { kept, named } => Message::new("fault-mirror-other-log")
                .with("kept", kept)
                .with("named", named),
            Self::OwnKey => Message::new("fault-mirror-own-key"),
            Self::File { path, source } => Message::new("fault-file")
                .with("path", path.display())
                .with("error", source.tell(words)),
            Self::Log(error) => error.message(words),
            Self::Store(error) => error.message(words),
        }
    }
}

/// What a mirror wrote down of a log, it wrote in English: its report is evidence, read by others.
impl Translated for Halt {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Departed(departed) => {
                Message::new("fault-as-it-is").with("text", known(words, &departed.what))
            }
            Self::Stuck(trouble) => Message::new("fault-mirror-stuck")
                .with("what", known(words, &trouble.what))
                .with("code", &trouble.code),
            Self::NewerRules(what) => {
                Message::new("fault-as-it-is").with("text", known(words, what))
            }
            Self::Failed(error) => error.message(words),
        }
    }
}

impl Translated for WitnessError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Held(path) => Message::new("fault-witness-held").with("path", path.display()),
            Self::File { path, source } => Message::new("fault-file")
                .with("path", path.display())
                .with("error", source.tell(words)),
            Self::Memory { path, reason } => Message::new("fault-witness-memory")
                .with("path", path.display())
                .with("reason", known(words, reason)),
            Self::NoLog => Message::new("fault-witness-no-log"),
            Self::LogKeyKind(log) => Message::new("fault-witness-log-key-kind").with("log", log),
            Self::OwnKey(log) => Message::new("fault-witness-own-key").with("log", log),
        }
    }
}
