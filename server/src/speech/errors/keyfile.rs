//! Key files and the passphrases that open them.

use super::super::{Message, Tell, Translated};
use super::known;
use crate::keyfile::{
    HeldError, KEY_FILE_BYTES_MAX, KeyFileError, PASSPHRASE_BYTES_MAX, PASSPHRASE_VARIABLE,
    PassphraseError,
};
use app::words::Words;

impl Translated for KeyFileError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Read(error) => {
                Message::new("fault-keyfile-read").with("error", error.tell(words))
            }
            Self::Write(error) => {
                Message::new("fault-keyfile-write").with("error", error.tell(words))
            }
            Self::Exists => Message::new("fault-keyfile-exists"),
            Self::TooLong => Message::new("fault-keyfile-too-long").with("max", KEY_FILE_BYTES_MAX),
            Self::NotAKeyFile(why) => {
                Message::new("fault-keyfile-other").with("why", known(words, why))
            }
            Self::Version(version) => {
                Message::new("fault-keyfile-version").with("version", version)
            }
            Self::Unencrypted => Message::new("fault-keyfile-unencrypted"),
            Self::Header { line, key, wanted } => Message::new("fault-keyfile-header")
                .with("line", line)
                .with("key", key)
                .with("wanted", wanted.tell(words)),
            Self::Token { line, error } => Message::new("fault-keyfile-token")
                .with("line", line)
                .with("error", error.tell(words)),
            Self::OnToken => Message::new("fault-keyfile-on-token"),
            Self::OtherMember => Message::new("fault-keyfile-other-member"),
            Self::OtherKey => Message::new("fault-keyfile-other-key"),
            Self::WrongPassphrase => Message::new("fault-keyfile-wrong-passphrase"),
            Self::Encryption(why) => {
                Message::new("fault-keyfile-encryption").with("why", known(words, why))
            }
            Self::OtherAlgorithm => Message::new("fault-keyfile-other-algorithm"),
        }
    }
}

impl Translated for PassphraseError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Empty => Message::new("fault-passphrase-empty"),
            Self::TooLong => {
                Message::new("fault-passphrase-too-long").with("max", PASSPHRASE_BYTES_MAX)
            }
            Self::NotText => Message::new("fault-passphrase-not-text"),
            Self::File(error) => {
                Message::new("fault-passphrase-file").with("error", error.tell(words))
            }
            Self::NoTerminal(error) => Message::new("fault-passphrase-no-terminal")
                .with("error", error.tell(words))
                .with("variable", PASSPHRASE_VARIABLE),
            Self::Differ => Message::new("fault-passphrase-differ"),
        }
    }
}

impl Translated for HeldError {
    fn message(&self, words: &Words) -> Message {
        match self {
            Self::Key(error) => Message::new("fault-held-key").with("error", error.tell(words)),
            Self::Passphrase(error) => {
                Message::new("fault-held-passphrase").with("error", error.tell(words))
            }
            Self::Foreign(path) => Message::new("fault-held-foreign").with("path", path.display()),
        }
    }
}
