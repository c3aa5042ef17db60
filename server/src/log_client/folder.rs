//! A log in a folder: the files lie as the paths say.

use super::FetchError;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// A folder with a file `checkpoint` and tiles below `tile/`.
#[derive(Clone, Debug)]
pub struct TileFolder {
    folder: PathBuf,
}

impl TileFolder {
    /// The log in this folder.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Reads a file of at most so many bytes.
    pub(super) fn get(&self, name: &str, max: usize) -> Result<Vec<u8>, FetchError> {
        let path = self.folder.join(name);
        read_at_most(&path, max)
    }

    pub(super) fn place(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

fn read_at_most(path: &Path, max: usize) -> Result<Vec<u8>, FetchError> {
    let place = || path.display().to_string();
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FetchError::Missing { place: place() },
        _ => FetchError::File {
            place: place(),
            reason: error.to_string(),
        },
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    // One byte more than may come tells a file that is too long.
    let bound = u64::try_from(max).map_or(u64::MAX, |max| max.saturating_add(1));
    file.take(bound).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > max {
        return Err(FetchError::TooLong {
            place: place(),
            max,
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("checkpoint"), b"12345").unwrap();
        let tiles = TileFolder::new(folder.path().to_owned());
        assert_eq!(tiles.get("checkpoint", 5).unwrap(), b"12345");
        let long = tiles.get("checkpoint", 4).unwrap_err();
        assert_eq!(long.code(), "body-too-long");
        assert_eq!(
            tiles.get("tile/0/000", 4).unwrap_err().code(),
            "log-missing"
        );
    }
}
