//! What can be wrong with a key file.

use std::io;

use ledger::FieldError;

use super::KEY_FILE_BYTES_MAX;
use super::token_uri::NotATokenUri;

/// Why a key file can't be written or opened.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file can't be read.
    #[error("the key file can't be read: {0}")]
    Read(#[source] io::Error),
    /// The file can't be written.
    #[error("the key file can't be written: {0}")]
    Write(#[source] io::Error),
    /// A file of that name is there.
    #[error("a file of that name is there already; a key file is never overwritten")]
    Exists,
    /// Longer than [`KEY_FILE_BYTES_MAX`].
    #[error("the file is longer than {KEY_FILE_BYTES_MAX} bytes: it isn't a key file")]
    TooLong,
    /// Something else than a key file.
    #[error("the file isn't a key file: {0}")]
    NotAKeyFile(&'static str),
    /// A version that this program doesn't know.
    #[error("the key file has version {0}, and this program knows version 1")]
    Version(String),
    /// A private key that nothing protects.
    #[error(
        "the file holds a private key without a passphrase; make a new key and revoke this one"
    )]
    Unencrypted,
    /// A header line that can't be read.
    #[error("line {line} of the key file must be `{key}: ` and {wanted}")]
    Header {
        /// Line of the file, from 1.
        line: usize,
        /// What the line should say.
        key: &'static str,
        /// Why it doesn't.
        wanted: FieldError,
    },
    /// A token's address that can't be read.
    #[error("line {line} of the key file: {error}")]
    Token {
        /// Line of the file, from 1.
        line: usize,
        /// Why it isn't one.
        error: NotATokenUri,
    },
    /// The private key isn't in the file.
    #[error("the key is on a token, and this needs one that lies in its file")]
    OnToken,
    /// The vkey is another member's.
    #[error("the header disagrees with itself: its vkey names another member")]
    OtherMember,
    /// The vkey is another key's.
    #[error("the header disagrees with the key: its vkey belongs to another one")]
    OtherKey,
    /// The passphrase opens nothing.
    #[error("the passphrase is wrong, or the key file is damaged")]
    WrongPassphrase,
    /// An encryption that this program doesn't open, or one that costs too much.
    #[error("the key file's encryption isn't one that is opened here: {0}")]
    Encryption(&'static str),
    /// A key of another algorithm.
    #[error("the key file holds a key of another algorithm than Ed25519")]
    OtherAlgorithm,
}
