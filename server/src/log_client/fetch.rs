//! Bytes of a log, wherever it lies, and why they don't come.

use super::{Remote, TileFolder};
use ledger::log::{BUNDLE_BYTES_MAX, LOG_NOTE_BYTES_MAX, TILE_WIDTH, TileKind, TilePath};
use std::borrow::Cow;

/// Bytes of a log's key as it is served: a name of 255 bytes and 60 more.
pub const VKEY_BYTES_MAX: usize = 1024;

/// Bytes of a full tile of hashes.
const TILE_BYTES_MAX: usize = TILE_WIDTH as usize * 32;

/// Where a log is read from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A server.
    Remote(Remote),
    /// A folder of tiles, as `countersign export tiles` writes it.
    Folder(TileFolder),
}

/// Why bytes of a log don't come. Nothing here says that the log lies: a line may be bad, and a
/// mirror may lack a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// There is no such file.
    #[error("{place}: there is none")]
    Missing {
        /// Its address or path.
        place: String,
    },
    /// There are more bytes than it can have; the rest wasn't read.
    #[error("{place}: cut off after {max} bytes, and more were coming")]
    TooLong {
        /// Its address or path.
        place: String,
        /// The limit.
        max: usize,
    },
    /// It didn't come within the time for one request, however often it was asked for.
    #[error("{place}: it didn't come in time, asked {attempts} times")]
    TimedOut {
        /// Its address.
        place: String,
        /// How often it was asked for.
        attempts: u32,
    },
    /// The connection breaks, or can't be made.
    #[error("{place}: the connection fails, tried {attempts} times: {reason}")]
    Broken {
        /// Its address.
        place: String,
        /// How often it was asked for.
        attempts: u32,
        /// Why, the last time.
        reason: String,
    },
    /// The server answers with a failure.
    #[error("{place}: the server answers {status}, asked {attempts} times")]
    Failing {
        /// Its address.
        place: String,
        /// The HTTP status of the last answer.
        status: u16,
        /// How often it was asked for.
        attempts: u32,
    },
    /// A file can't be read.
    #[error("{place}: {reason}")]
    File {
        /// Its path.
        place: String,
        /// Why.
        reason: String,
    },
}

impl FetchError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "log-missing",
            Self::TooLong { .. } => "body-too-long",
            Self::TimedOut { .. } => "timed-out",
            Self::Broken { .. } => "connection-broken",
            Self::Failing { .. } => "server-failing",
            Self::File { .. } => "file-unreadable",
        }
    }

    const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing { .. })
    }
}

impl Source {
    fn get(&self, name: &str, max: usize) -> Result<Vec<u8>, FetchError> {
        match self {
            Self::Remote(remote) => remote.get(name, max),
            Self::Folder(folder) => folder.get(name, max),
        }
    }

    /// The last checkpoint, as it came.
    ///
    /// # Errors
    /// [`FetchError`].
    pub fn checkpoint(&self) -> Result<Vec<u8>, FetchError> {
        self.get("checkpoint", LOG_NOTE_BYTES_MAX)
    }

    /// The log's key as the source itself gives it; nothing where it gives none. Nobody vouches for
    /// it.
    ///
    /// # Errors
    /// [`FetchError`], but not that there is none.
    pub fn vkey(&self) -> Result<Option<Vec<u8>>, FetchError> {
        match self.get("vkey", VKEY_BYTES_MAX) {
            Err(error) if error.is_missing() => Ok(None),
            other => other.map(Some),
        }
    }

    /// A file beside the tiles, such as a proof: at most `max` bytes of it.
    ///
    /// # Errors
    /// [`FetchError`].
    pub fn file(&self, name: &str, max: usize) -> Result<Vec<u8>, FetchError> {
        self.get(name, max)
    }

    /// A tile or bundle, exactly as wide as its path says. A partial one that is gone is cut from
    /// the full one, as the specification asks of clients.
    ///
    /// # Errors
    /// [`FetchError`].
    pub fn tile(&self, path: TilePath) -> Result<Vec<u8>, FetchError> {
        let max = match path.kind() {
            TileKind::Hashes(_) => TILE_BYTES_MAX,
            TileKind::Entries => BUNDLE_BYTES_MAX,
        };
        match self.get(&path.to_string(), max) {
            Err(error) if error.is_missing() && path.is_partial() => {
                let full = self.get(&path.full().to_string(), max)?;
                Ok(first_of(&full, path).into_owned())
            }
            other => other,
        }
    }

    /// How a reader is told where something is.
    #[must_use]
    pub fn place(&self, name: &str) -> String {
        match self {
            Self::Remote(remote) => remote.place(name),
            Self::Folder(folder) => folder.place(name),
        }
    }
}

/// The beginning of a full tile or bundle that is the partial one. What is no bundle stays as it is:
/// whoever parses it says so.
fn first_of(full: &[u8], path: TilePath) -> Cow<'_, [u8]> {
    let width = usize::from(path.width());
    let end = match path.kind() {
        TileKind::Hashes(_) => Some(width * 32),
        TileKind::Entries => end_of_entry(full, width),
    };
    Cow::Borrowed(end.and_then(|end| full.get(..end)).unwrap_or(full))
}

fn end_of_entry(bundle: &[u8], width: usize) -> Option<usize> {
    let mut end = 0_usize;
    for _ in 0..width {
        let length = bundle.get(end..)?.first_chunk()?;
        end += 2 + usize::from(u16::from_be_bytes(*length));
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_bundle_is_cut_from_the_full_one() {
        let bundle = ledger::log::write_bundle([b"one".as_slice(), b"", b"three"]).unwrap();
        let path = TilePath::entries(0, 2).unwrap();
        assert_eq!(&*first_of(&bundle, path), b"\0\x03one\0\0");
        assert_eq!(&*first_of(&bundle[..4], path), b"\0\x03on");
    }
}
