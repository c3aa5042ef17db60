//! The last signed checkpoint, kept apart from the database so that a restored backup can't take it
//! back.

use super::{LogError, files};
use ledger::log::{SignedCheckpoint, VerifierKey};
use std::path::{Path, PathBuf};

/// The file that keeps it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    path: PathBuf,
}

impl Kept {
    /// Keeps it in this file; makes its folder.
    ///
    /// # Errors
    /// The folder's error.
    pub(super) fn at(path: PathBuf) -> Result<Self, LogError> {
        let kept = Self { path };
        files::make_folder(kept.folder())?;
        Ok(kept)
    }

    fn folder(&self) -> &Path {
        let folder = self.path.parent();
        folder
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or_else(|| Path::new("."))
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The last signed checkpoint, if there is one.
    ///
    /// # Errors
    /// [`LogError::Kept`] where the file holds something else, or the file's error.
    pub(super) fn read(&self, key: &VerifierKey) -> Result<Option<SignedCheckpoint>, LogError> {
        let Some(bytes) = files::get(&self.path)? else {
            return Ok(None);
        };
        let other = |reason: String| LogError::Kept {
            kept: self.path.clone(),
            reason,
        };
        let signed = SignedCheckpoint::parse(&bytes).map_err(|error| other(error.to_string()))?;
        match signed.verify(key, []) {
            Ok(_) => Ok(Some(signed)),
            Err(error) => Err(other(error.to_string())),
        }
    }

    /// Keeps a checkpoint in place of the last one; it is durable when this returns.
    ///
    /// # Errors
    /// The file's error; the last one is kept then.
    pub(super) fn write(&self, checkpoint: &SignedCheckpoint) -> Result<(), LogError> {
        files::put(&self.path, checkpoint.bytes())?;
        files::settle(self.folder())
    }
}
