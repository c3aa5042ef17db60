//! The last checkpoint that was seen of each log, so that a log that goes back is told.

use super::super::Failure;
use crate::log_client::read;
use crate::speech::Message;
use ledger::log::{LOG_NOTE_BYTES_MAX, Origin, SignedCheckpoint};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// Where a log's last checkpoint is remembered; nowhere where the user has no folder for it.
#[derive(Debug)]
pub(super) struct Memory(Option<PathBuf>);

/// The user's folder for what programs remember: `$XDG_STATE_HOME/countersign`, else
/// `~/.local/state/countersign`.
pub(super) fn state_folder() -> Option<PathBuf> {
    let given = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let given = given.filter(|folder| folder.is_absolute());
    let home = || {
        let home = std::env::var_os("HOME").map(PathBuf::from);
        home.filter(|home| home.is_absolute())
            .map(|home| home.join(".local/state"))
    };
    given.or_else(home).map(|folder| folder.join("countersign"))
}

/// A log's name as a file's.
pub(super) fn file_name(origin: &Origin) -> String {
    utf8_percent_encode(origin.as_str(), NON_ALPHANUMERIC).to_string()
}

impl Memory {
    /// Remembers nothing.
    pub(super) const fn none() -> Self {
        Self(None)
    }

    /// Remembers in this file.
    pub(super) const fn at(path: PathBuf) -> Self {
        Self(Some(path))
    }

    /// Remembers a log in the user's own folder.
    pub(super) fn of(origin: &Origin) -> Self {
        let folder = state_folder().map(|folder| folder.join("logs"));
        Self(folder.map(|folder| folder.join(file_name(origin))))
    }

    /// The file.
    pub(super) fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// The checkpoint that is remembered, and where.
    pub(super) fn recall(&self) -> Result<Option<(PathBuf, SignedCheckpoint)>, Failure> {
        let Some(path) = &self.0 else {
            return Ok(None);
        };
        match kept(path) {
            Ok(checkpoint) => Ok(Some((path.clone(), checkpoint))),
            Err(Kept::None) => Ok(None),
            Err(Kept::Unreadable(failure)) => Err(failure.mend(Message::new("mend-memory"))),
        }
    }

    /// Remembers a checkpoint in place of the last. The file appears whole or not at all.
    pub(super) fn keep(&self, checkpoint: &SignedCheckpoint) -> Result<(), Failure> {
        let Some(path) = &self.0 else {
            return Ok(());
        };
        write_whole(path, checkpoint.bytes()).map_err(|error| Failure::file(path, error))
    }
}

enum Kept {
    None,
    Unreadable(Failure),
}

fn kept(path: &Path) -> Result<SignedCheckpoint, Kept> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(Kept::None),
        Err(error) => return Err(Kept::Unreadable(Failure::file(path, error))),
    };
    let bytes = bounded(file).map_err(|error| Kept::Unreadable(Failure::file(path, error)))?;
    read(&bytes, &path.display().to_string()).map_err(|error| Kept::Unreadable(error.into()))
}

/// A file that holds a checkpoint.
pub(super) fn checkpoint(path: &Path) -> Result<SignedCheckpoint, Failure> {
    match kept(path) {
        Ok(checkpoint) => Ok(checkpoint),
        Err(Kept::None) => Err(Failure::file(path, Message::new("no-such-file"))),
        Err(Kept::Unreadable(failure)) => Err(failure),
    }
}

fn bounded(file: File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than a checkpoint can have: its parser says that it is too long.
    file.take(LOG_NOTE_BYTES_MAX as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file by another name and puts it in its place.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
