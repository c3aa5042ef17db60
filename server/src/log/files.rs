//! Files that appear whole or not at all.

use super::LogError;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a file by another name and puts it in its place: a reader finds the old bytes or the new
/// ones. Its name is durable only once its folder is ([`settle`]).
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), LogError> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let written = || {
        let mut file = tempfile::Builder::new()
            .prefix(".part-")
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        readable(file.as_file())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)
    };
    written().map(|_| ()).map_err(LogError::file(path))
}

/// What a log publishes may be read by a file server of another user.
fn readable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

/// Makes a folder and the names of what lies in it durable.
pub(super) fn settle(folder: &Path) -> Result<(), LogError> {
    let settled = File::open(folder).and_then(|folder| folder.sync_all());
    settled.map_err(LogError::file(folder))
}

/// Makes a folder with all above it, each one durable.
pub(super) fn make_folder(folder: &Path) -> Result<(), LogError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder
        .parent()
        .filter(|above| !above.as_os_str().is_empty())
    {
        make_folder(above)?;
    }
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            return Err(LogError::file(folder)(error));
        }
        _ => {}
    }
    match folder.parent() {
        Some(above) if !above.as_os_str().is_empty() => settle(above),
        _ => settle(Path::new(".")),
    }
}

/// A file's bytes; nothing where there is none.
pub(super) fn get(path: &Path) -> Result<Option<Vec<u8>>, LogError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(LogError::file(path)(error)),
    }
}
