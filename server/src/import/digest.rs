//! The digest of an imported file's bytes.

use std::fmt;
use std::io::{self, Read};

use sha3::{Digest, Sha3_256};

/// Bytes read at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// Hex digits of a digest that stand in a derived reference. 64 bits tell the
/// files of one member apart, and leave room for the row within 64 characters.
const REFERENCE_DIGITS: usize = 16;

/// SHA3-256 of a file's bytes, before any decoding.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileDigest([u8; 32]);

impl FileDigest {
    /// Reads `reader` to its end.
    ///
    /// # Errors
    /// Whatever reading meets.
    pub fn of(reader: impl Read) -> io::Result<Self> {
        let mut hashing = Hashing::new(reader);
        hashing.drain()?;
        Ok(hashing.digest())
    }

    /// The digest of no bytes at all.
    pub(super) fn of_nothing() -> Self {
        Hashing::new(io::empty()).digest()
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The reference of a row that has none of its own: 16 hex digits of the
    /// digest, a slash, and the data row (from 1). The same file gives the same
    /// references, so what is submitted again adds nothing.
    #[must_use]
    pub fn reference(&self, row: u64) -> String {
        let digest = hex::encode(self.0);
        format!("{}/{row}", &digest[..REFERENCE_DIGITS])
    }
}

impl fmt::Display for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileDigest({self})")
    }
}

/// Hashes what is read through it.
pub(super) struct Hashing<R> {
    inner: R,
    hasher: Sha3_256,
}

impl<R: Read> Hashing<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            hasher: Sha3_256::new(),
        }
    }

    /// Reads on to the end, for the digest alone.
    pub(super) fn drain(&mut self) -> io::Result<()> {
        let mut chunk = vec![0; CHUNK_BYTES];
        loop {
            match self.read(&mut chunk) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The digest of all that was read so far.
    pub(super) fn digest(&self) -> FileDigest {
        FileDigest(self.hasher.clone().finalize().into())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.hasher.update(&out[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digest_and_reference() {
        let digest = FileDigest::of(&b"abc"[..]).unwrap();
        // FIPS 202, SHA3-256 of "abc".
        assert_eq!(
            digest.to_string(),
            "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
        );
        assert_eq!(digest.reference(123), "3a985da74fe225b2/123");
        assert!(digest.reference(u64::MAX).len() <= super::super::limits::REFERENCE_CHARS_MAX);
    }
}
