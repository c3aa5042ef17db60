//! Keys that the server holds for members: they sign for people whose device can't.
//!
//! A held key is enrolled like any other, for the person called [`HELD_PERSON`], so that everybody
//! sees which word came through the server, and it counts as one person, never as two. Its file and
//! its passphrase lie in the data folder, readable by the owner alone.

use super::{KeyFile, KeyFileError, Secret};
use ed25519_dalek::SigningKey;
use ledger::field::MemberName;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The person whose key a held key is.
pub const HELD_PERSON: &str = "server";

/// What the file ends in that holds the passphrase of the key beside it.
pub const PASSPHRASE_ENDING: &str = "passphrase";

/// The file of a member's held key in the folder of held keys. A name's strokes become plus signs,
/// which no name has, so every member has a file of its own in this one folder.
#[must_use]
pub fn held_file(folder: &Path, member: &MemberName) -> PathBuf {
    folder.join(format!("{}.key", member.as_str().replace('/', "+")))
}

/// Why a held key can't sign.
#[derive(Debug, thiserror::Error)]
pub enum HeldError {
    /// The key's file can't be opened.
    #[error("a held key can't be opened: {0}")]
    Key(#[from] KeyFileError),
    /// The passphrase's file can't be read.
    #[error("a held key's passphrase can't be read: {0}")]
    Passphrase(#[from] std::io::Error),
    /// The file holds somebody else's key.
    #[error("{0} holds the key of somebody else")]
    Foreign(PathBuf),
}

/// The held keys of a data folder, each opened when it first signs: opening one takes a moment on
/// purpose.
pub struct HeldKeys {
    folder: PathBuf,
    opened: Mutex<HashMap<String, SigningKey>>,
}

impl std::fmt::Debug for HeldKeys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "HeldKeys({})", self.folder.display())
    }
}

impl HeldKeys {
    /// The keys of this folder, which need not be there.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self {
            folder,
            opened: Mutex::new(HashMap::new()),
        }
    }

    /// Whether a member has a key here.
    #[must_use]
    pub fn has(&self, member: &MemberName) -> bool {
        held_file(&self.folder, member).is_file()
    }

    /// A member's key; nothing where it has none here.
    ///
    /// # Errors
    /// [`HeldError`] where there is one that can't be opened.
    pub fn key(&self, member: &MemberName) -> Result<Option<SigningKey>, HeldError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = opened.get(member.as_str()) {
            return Ok(Some(key.clone()));
        }
        let path = held_file(&self.folder, member);
        if !path.is_file() {
            return Ok(None);
        }
        let word = std::fs::read_to_string(path.with_extension(PASSPHRASE_ENDING))?;
        let secret = Secret::new(word.trim_end().to_owned());
        let file = KeyFile::open(&path, &secret)?;
        let header = file.header();
        if header.member() != member || header.person().as_str() != HELD_PERSON {
            return Err(HeldError::Foreign(path));
        }
        let key = file.key().clone();
        opened.insert(member.to_string(), key.clone());
        Ok(Some(key))
    }
}
