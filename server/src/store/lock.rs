//! The lock on a data folder: one process writes.

use super::StoreError;
use ledger::field::Moment;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// The lock file's name in the data folder.
const LOCK_FILE: &str = "writer.lock";

/// A held lock; dropping it lets go. The file stays: whoever comes next locks the same one.
#[derive(Debug)]
pub(super) struct FolderLock(File);

impl FolderLock {
    /// Takes the lock, or says who holds it.
    ///
    /// # Errors
    /// [`StoreError::Held`] with the holder's process and since when; [`StoreError::File`] where
    /// the folder can't be written.
    pub(super) fn take(folder: &Path, now: Moment) -> Result<Self, StoreError> {
        let path = folder.join(LOCK_FILE);
        let options = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path);
        let mut file = options.map_err(StoreError::file(&path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Held {
                    holder: holder(&mut file),
                });
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::file(&path)(error)),
        }
        let name = format!("process {} since {now}\n", std::process::id());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .map_err(StoreError::file(&path))?;
        file.write_all(name.as_bytes())
            .map_err(StoreError::file(&path))?;
        Ok(Self(file))
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // The system lets go anyway when the file is closed; this only does it earlier.
        _ = self.0.set_len(0);
        _ = self.0.unlock();
    }
}

/// Who wrote itself into the file; it may have been locked a moment before it was written.
fn holder(file: &mut File) -> String {
    let mut text = String::new();
    match file.read_to_string(&mut text) {
        Ok(_) if !text.trim().is_empty() => text.trim().to_owned(),
        _ => "another process".to_owned(),
    }
}
