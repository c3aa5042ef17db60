//! A log that is read from afar, or from a folder of its tiles.

use super::super::{Message, Tell, Translated};
use crate::log_client::{Departure, FetchError};
use app::words::Words;

impl Translated for Departure {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Fetch(error) => error.message(words),
            Self::CheckpointMalformed { place, error } => {
                Message::new("fault-departure-checkpoint-malformed")
                    .with("place", place)
                    .with("error", error.tell(words))
            }
            Self::CheckpointUntrusted { place, error } => Message::new("fault-place")
                .with("place", place)
                .with("error", error.tell(words)),
            Self::QuorumMissing { size, seen, of } => Message::new("fault-departure-quorum")
                .with("size", size)
                .with("seen", seen)
                .with("of", of),
            Self::GenesisDiffers { said, found } => Message::new("fault-departure-genesis")
                .with("said", super::known(words, said))
                .with("found", found),
            Self::TileMalformed { path, error } => Message::new("fault-place")
                .with("place", path)
                .with("error", error.tell(words)),
            Self::TileWidth { path, found } => Message::new("fault-departure-tile-width")
                .with("path", path)
                .with("found", found),
            Self::TileDiffers { path } => {
                Message::new("fault-departure-tile-differs").with("path", path)
            }
            Self::RootDiffers { size, root, found } => Message::new("fault-departure-root")
                .with("size", size)
                .with("root", root)
                .with("found", found),
            Self::BundleMalformed { path, error } => Message::new("fault-place")
                .with("place", path)
                .with("error", error.tell(words)),
            Self::EntryDiffers { index, path } => Message::new("fault-departure-entry")
                .with("index", index)
                .with("path", path),
            Self::KeyChanged { known, error } => Message::new("fault-departure-key-changed")
                .with("known", known)
                .with("error", error.tell(words)),
            Self::OtherLog { found, known } => Message::new("fault-departure-other-log")
                .with("found", found)
                .with("known", known),
            Self::WentBack { found, known, .. } => Message::new("fault-departure-went-back")
                .with("found", found)
                .with("known", known),
            Self::Forked { size, .. } => Message::new("fault-departure-forked").with("size", size),
        }
    }
}

impl Translated for FetchError {
    fn message(&self, _: &Words) -> Message {
        match self {
            Self::Missing { place } => Message::new("fault-fetch-missing").with("place", place),
            Self::TooLong { place, max } => Message::new("fault-fetch-too-long")
                .with("place", place)
                .with("max", max),
            Self::TimedOut { place, attempts } => Message::new("fault-fetch-timed-out")
                .with("place", place)
                .count("attempts", u64::from(*attempts)),
            Self::Broken {
                place,
                attempts,
                reason,
            } => Message::new("fault-fetch-broken")
                .with("place", place)
                .count("attempts", u64::from(*attempts))
                .with("error", reason),
            Self::Failing {
                place,
                status,
                attempts,
            } => Message::new("fault-fetch-failing")
                .with("place", place)
                .with("status", status)
                .count("attempts", u64::from(*attempts)),
            Self::File { place, reason } => Message::new("fault-file")
                .with("path", place)
                .with("error", reason),
        }
    }
}
