//! Key files: a person's Ed25519 key, encrypted, in a form that other tools open.
//!
//! In scope: writing and opening such files, and passphrases. Out of scope:
//! who the key's holder is to the ledger; enrolment says that. The format is
//! PKCS#8 with PBES2 (RFC 5958, RFC 8018, scrypt of RFC 7914, AES-256-CBC) in
//! PEM, with a few lines before it that say whose key it is; docs/KEY-FILE.md
//! has every line. There is no unencrypted form. A key that lies on a token has
//! a file too, which says where it is; [`crate::token`] signs with it.

mod container;
mod error;
mod header;
mod held;
mod passphrase;
mod secret;
#[cfg(test)]
mod tests;
mod token_uri;

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use ed25519_dalek::SigningKey;
use ledger::field::PublicKey;

pub use container::Randomness;
pub use error::KeyFileError;
pub use header::KeyHeader;
pub use held::{HELD_PERSON, HeldError, HeldKeys, PASSPHRASE_ENDING, held_file};
pub use passphrase::{Ask, PASSPHRASE_BYTES_MAX, PASSPHRASE_VARIABLE, PassphraseError, passphrase};
pub use secret::Secret;
pub use token_uri::{NotATokenUri, TOKEN_URI_BYTES_MAX, TokenUri};

/// Longest key file, in bytes. A key file has 700; this is an end to a file
/// that isn't one.
pub const KEY_FILE_BYTES_MAX: u64 = 16 * 1024;

/// An opened key file.
pub struct KeyFile {
    header: KeyHeader,
    key: SigningKey,
}

impl KeyFile {
    /// Writes `key` to a new file at `path`, readable by its owner alone.
    ///
    /// The file appears whole or not at all, and never replaces another.
    /// `randomness` must be fresh for every file.
    ///
    /// # Errors
    /// [`KeyFileError`] where the file exists, the header names another key, or
    /// writing fails.
    pub fn create(
        path: &Path,
        key: &SigningKey,
        header: &KeyHeader,
        passphrase: &Secret,
        randomness: &Randomness,
    ) -> Result<(), KeyFileError> {
        check_key(header, key)?;
        let sealed = container::seal(key, passphrase, randomness)?;
        write_new(path, format!("{header}{sealed}").as_bytes())
    }

    /// Writes the header of a key that lies on a token to a new file at `path`.
    ///
    /// # Errors
    /// [`KeyFileError`] where the file exists, the header names no token, or writing fails.
    pub fn create_for_token(path: &Path, header: &KeyHeader) -> Result<(), KeyFileError> {
        if header.token().is_none() {
            return Err(KeyFileError::NotAKeyFile("it names no token"));
        }
        write_new(path, header.to_string().as_bytes())
    }

    /// Opens the key file at `path`.
    ///
    /// # Errors
    /// [`KeyFileError`] says whether the file, its header or the passphrase is
    /// wrong.
    pub fn open(path: &Path, passphrase: &Secret) -> Result<Self, KeyFileError> {
        Self::parse(&read(path)?, passphrase)
    }

    /// Opens a key file whose text is `text`.
    ///
    /// # Errors
    /// As [`KeyFile::open`], but for reading.
    pub fn parse(text: &str, passphrase: &Secret) -> Result<Self, KeyFileError> {
        let (header, sealed) = KeyHeader::split(text)?;
        if header.token().is_some() {
            return Err(KeyFileError::OnToken);
        }
        let key = container::open(sealed, passphrase)?;
        check_key(&header, &key)?;
        Ok(Self { header, key })
    }

    /// What the file at `path` says of its key, without the passphrase: a claim
    /// until the file is opened.
    ///
    /// # Errors
    /// [`KeyFileError`] where the file can't be read or isn't a key file.
    pub fn peek(path: &Path) -> Result<KeyHeader, KeyFileError> {
        let text = read(path)?;
        Ok(KeyHeader::split(&text)?.0)
    }

    /// Whose key it is.
    #[must_use]
    pub fn header(&self) -> &KeyHeader {
        &self.header
    }

    /// The key that signs.
    #[must_use]
    pub fn key(&self) -> &SigningKey {
        &self.key
    }
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyFile")
            .field("header", &self.header)
            .finish_non_exhaustive()
    }
}

fn check_key(header: &KeyHeader, key: &SigningKey) -> Result<(), KeyFileError> {
    if header.public_key() == &PublicKey::from(key.verifying_key()) {
        Ok(())
    } else {
        Err(KeyFileError::OtherKey)
    }
}

fn read(path: &Path) -> Result<String, KeyFileError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(KeyFileError::Read)?;
    file.take(KEY_FILE_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(KeyFileError::Read)?;
    if bytes.len() as u64 > KEY_FILE_BYTES_MAX {
        return Err(KeyFileError::TooLong);
    }
    String::from_utf8(bytes).map_err(|_| KeyFileError::NotAKeyFile("it isn't text"))
}

/// A new file, written whole beside its place and then put there. The
/// temporary file is made with mode 0600, and its name goes where it fails.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), KeyFileError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".key-")
        .tempfile_in(folder)
        .map_err(KeyFileError::Write)?;
    file.write_all(bytes).map_err(KeyFileError::Write)?;
    file.as_file().sync_all().map_err(KeyFileError::Write)?;
    file.persist_noclobber(path)
        .map_err(|failed| match failed.error.kind() {
            std::io::ErrorKind::AlreadyExists => KeyFileError::Exists,
            _ => KeyFileError::Write(failed.error),
        })?;
    // The name itself is durable only once its folder is.
    let folder = File::open(folder).map_err(KeyFileError::Write)?;
    folder.sync_all().map_err(KeyFileError::Write)
}
