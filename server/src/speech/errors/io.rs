//! What the system says of a file or a connection, by the kinds that people meet.

use super::super::{Message, Translated};
use app::words::Words;
use std::io::{Error, ErrorKind};

impl Translated for Error {
    fn message(&self, _: &Words) -> Message {
        Message::new(match self.kind() {
            ErrorKind::NotFound => "fault-io-not-found",
            ErrorKind::PermissionDenied => "fault-io-denied",
            ErrorKind::AlreadyExists => "fault-io-exists",
            ErrorKind::IsADirectory => "fault-io-folder",
            ErrorKind::NotADirectory => "fault-io-no-folder",
            ErrorKind::ReadOnlyFilesystem => "fault-io-read-only",
            ErrorKind::StorageFull => "fault-io-full",
            ErrorKind::ConnectionRefused => "fault-io-refused",
            ErrorKind::TimedOut => "fault-io-timed-out",
            ErrorKind::UnexpectedEof => "fault-io-cut-off",
            ErrorKind::AddrInUse => "fault-io-in-use",
            _ => "fault-io",
        })
        .with("error", self)
    }
}
