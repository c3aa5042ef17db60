//! Where a passphrase comes from: a file, the environment, or the terminal.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use super::secret::Secret;
use crate::speech;

/// The environment variable that holds the passphrase. Other programs of the
/// same user can read it: a file is better.
pub const PASSPHRASE_VARIABLE: &str = "COUNTERSIGN_PASSPHRASE";

/// Longest passphrase, in bytes. Longer ones are a wrong file.
pub const PASSPHRASE_BYTES_MAX: usize = 1024;

/// What the terminal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The passphrase of a key that exists: once.
    Existing,
    /// The PIN of a token: once, because a token locks after a few wrong ones.
    Pin,
    /// A passphrase for a new key: twice, against slips.
    New,
}

/// Why there is no passphrase.
#[derive(Debug, thiserror::Error)]
pub enum PassphraseError {
    /// An empty one.
    #[error("the passphrase is empty: a key file is always encrypted")]
    Empty,
    /// Longer than [`PASSPHRASE_BYTES_MAX`].
    #[error("the passphrase is longer than {PASSPHRASE_BYTES_MAX} bytes: is it the right file?")]
    TooLong,
    /// Not text.
    #[error("the passphrase isn't UTF-8 text")]
    NotText,
    /// The passphrase file can't be read.
    #[error("the passphrase file can't be read: {0}")]
    File(#[source] io::Error),
    /// Nobody can be asked.
    #[error(
        "no terminal to ask for the passphrase ({0}); give --passphrase-file or {PASSPHRASE_VARIABLE}"
    )]
    NoTerminal(#[source] io::Error),
    /// Two different ones for a new key.
    #[error("the two passphrases differ")]
    Differ,
}

/// The passphrase: the first line of `file` where one is given, else
/// [`PASSPHRASE_VARIABLE`], else what the terminal's user types.
///
/// # Errors
/// [`PassphraseError`] where the first source that is there has none to give.
pub fn passphrase(file: Option<&Path>, ask: Ask) -> Result<Secret, PassphraseError> {
    choose(file, std::env::var_os(PASSPHRASE_VARIABLE), || prompt(ask))
}

pub(super) fn choose(
    file: Option<&Path>,
    variable: Option<OsString>,
    prompt: impl FnOnce() -> Result<Secret, PassphraseError>,
) -> Result<Secret, PassphraseError> {
    let secret = match (file, variable) {
        (Some(file), _) => from_file(file)?,
        (None, Some(variable)) => Secret::new(
            variable
                .into_string()
                .map_err(|_| PassphraseError::NotText)?,
        ),
        (None, None) => prompt()?,
    };
    if secret.is_empty() {
        return Err(PassphraseError::Empty);
    }
    if secret.expose().len() > PASSPHRASE_BYTES_MAX {
        return Err(PassphraseError::TooLong);
    }
    Ok(secret)
}

fn from_file(path: &Path) -> Result<Secret, PassphraseError> {
    // Room for the longest passphrase and its line end, and one byte to tell.
    let room = PASSPHRASE_BYTES_MAX + 3;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    let file = File::open(path).map_err(PassphraseError::File)?;
    file.take(room as u64)
        .read_to_end(&mut bytes)
        .map_err(PassphraseError::File)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| PassphraseError::NotText)?;
    Ok(Secret::new(
        text.lines().next().unwrap_or_default().to_owned(),
    ))
}

fn prompt(ask: Ask) -> Result<Secret, PassphraseError> {
    let read = |question: String| {
        rpassword::prompt_password(question)
            .map(Secret::new)
            .map_err(PassphraseError::NoTerminal)
    };
    match ask {
        Ask::Existing => read(speech::say("ask-passphrase")),
        Ask::Pin => read(speech::say("ask-pin")),
        Ask::New => {
            let first = read(speech::say("ask-new-passphrase"))?;
            let second = read(speech::say("ask-passphrase-again"))?;
            if first == second {
                Ok(first)
            } else {
                Err(PassphraseError::Differ)
            }
        }
    }
}
