//! The store, and the databases beside it.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::people::PeopleError;
use crate::store::StoreError;
use app::words::Words;

impl Translated for StoreError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Newer { found } => Message::new("fault-store-newer").with("found", found),
            Self::Older { wanted } => Message::new("fault-store-older").with("wanted", wanted),
            Self::SqliteTooOld { found, wanted } => Message::new("fault-store-sqlite-too-old")
                .with("found", found)
                .with("wanted", wanted),
            Self::Held { holder } => {
                Message::new("fault-store-held").with("holder", known(words, holder))
            }
            Self::Deposed => Message::new("fault-store-deposed"),
            Self::NotWriter => Message::new("fault-store-not-writer"),
            Self::ReadOnly(error) => Message::new("fault-store-read-only").with("error", error),
            Self::DiskFull => Message::new("fault-store-disk-full"),
            Self::Missing(path) => Message::new("fault-store-missing").with("path", path.display()),
            Self::Row { table, column } => Message::new("fault-store-row")
                .with("table", table)
                .with("column", column),
            Self::Unfinished { entries, projected } => Message::new("fault-store-unfinished")
                .with("entries", entries)
                .with("projected", projected),
            Self::Replay { index, reason } => Message::new("fault-store-replay")
                .with("index", index)
                .with("reason", reason),
            Self::GoesBack { there, backup } => Message::new("fault-store-goes-back")
                .with("there", there)
                .with("backup", backup),
            Self::OtherHistory { index } => {
                Message::new("fault-store-other-history").with("index", index)
            }
            Self::Unsupported(what) => {
                Message::new("fault-store-unsupported").with("what", known(words, what))
            }
            Self::File { path, source } => Message::new("fault-file")
                .with("path", path.display())
                .with("error", source.tell(words)),
            Self::Database(error) => Message::new("fault-store-database").with("error", error),
        }
    }
}

impl Translated for PeopleError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Open(error) => Message::new("fault-people-open").with("error", error.tell(words)),
            Self::Database(error) => Message::new("fault-people-database").with("error", error),
            Self::Row(table) => Message::new("fault-people-row").with("table", table),
            Self::Ceremony(error) => Message::new("fault-people-ceremony").with("error", error),
            Self::Password(error) => Message::new("fault-people-password").with("error", error),
        }
    }
}
