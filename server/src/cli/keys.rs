//! Key files at work: making them, opening those that sign, and the clock's.

use super::Failure;
use super::failure::key_file;
use crate::config::Client;
use crate::keyfile::{self, Ask, KeyFile, KeyHeader, Secret, passphrase};
use crate::ports::{Clock, Randomness, SystemClock, SystemRandomness};
use ed25519_dalek::SigningKey;
use ledger::field::{MemberName, Person, PublicKey};
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The file of the key that signs ticks, in the data folder's `keys`.
const CLOCK_KEY: &str = "clock.key";

/// Its passphrase beside it, readable by the owner alone: a server starts without anybody there.
/// The key can do nothing but move the ledger's clock.
const CLOCK_PASSPHRASE: &str = "clock.passphrase";

/// A new key from the system's randomness.
pub(super) fn fresh() -> SigningKey {
    let mut seed = [0; 32];
    SystemRandomness.fill(&mut seed);
    SigningKey::from_bytes(&seed)
}

/// A word that nobody has used before, for a reference or a passphrase.
pub(super) fn fresh_word() -> String {
    let mut bytes = [0; 16];
    SystemRandomness.fill(&mut bytes);
    hex::encode(bytes)
}

/// Writes a key into a new file.
pub(super) fn write(
    path: &Path,
    key: &SigningKey,
    member: &MemberName,
    person: &Person,
    secret: &Secret,
) -> Result<KeyHeader, Failure> {
    let public = PublicKey::from(key.verifying_key());
    let header = KeyHeader::new(member.clone(), person.clone(), public, SystemClock.now());
    let mut randomness = keyfile::Randomness {
        salt: [0; 16],
        iv: [0; 16],
    };
    SystemRandomness.fill(&mut randomness.salt);
    SystemRandomness.fill(&mut randomness.iv);
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
    }
    KeyFile::create(path, key, &header, secret, &randomness).map_err(key_file(path))?;
    Ok(header)
}

/// Writes the clock's key and its passphrase into a folder of keys.
pub(super) fn write_clock(
    folder: &Path,
    key: &SigningKey,
    member: &MemberName,
    person: &Person,
) -> Result<(), Failure> {
    let word = fresh_word();
    write(
        &folder.join(CLOCK_KEY),
        key,
        member,
        person,
        &Secret::new(word.clone()),
    )?;
    let path = folder.join(CLOCK_PASSPHRASE);
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path);
    let written = opened.and_then(|mut file| writeln!(file, "{word}"));
    written.map_err(|error| Failure::file(&path, error))
}

/// Whether a folder has the clock's key.
pub(super) fn has_clock(folder: &Path) -> bool {
    folder.join(CLOCK_KEY).is_file()
}

/// The clock's key, where the folder has one.
pub(super) fn clock(folder: &Path) -> Result<Option<SigningKey>, Failure> {
    let path = folder.join(CLOCK_KEY);
    if !has_clock(folder) {
        return Ok(None);
    }
    let secret = passphrase(Some(&folder.join(CLOCK_PASSPHRASE)), Ask::Existing)?;
    let file = KeyFile::open(&path, &secret).map_err(key_file(&path))?;
    Ok(Some(file.key().clone()))
}

/// Opens the key files that sign: the one that is set, and those of further people. They share a
/// passphrase only where a file or the environment gives one; else the terminal asks for each.
pub(super) fn open(client: &Client, also: &[PathBuf]) -> Result<Vec<KeyFile>, Failure> {
    std::iter::once(first(client)?)
        .chain(also)
        .map(|path| open_one(client, path))
        .collect()
}

fn open_one(client: &Client, path: &Path) -> Result<KeyFile, Failure> {
    // Looked at first, so that a wrong file is told before anybody types a passphrase.
    KeyFile::peek(path).map_err(key_file(path))?;
    let secret = passphrase(client.passphrase_file.as_deref(), Ask::Existing)?;
    KeyFile::open(path, &secret).map_err(key_file(path))
}

/// Whose keys would sign; asks for no passphrase.
pub(super) fn peek(client: &Client, also: &[PathBuf]) -> Result<Vec<KeyHeader>, Failure> {
    let paths = std::iter::once(first(client)?).chain(also);
    paths
        .map(|path| KeyFile::peek(path).map_err(key_file(path)))
        .collect()
}

fn first(client: &Client) -> Result<&PathBuf, Failure> {
    client.key.as_ref().ok_or_else(|| {
        Failure::usage("no key file signs")
            .mend("Name one with --key FILE; `countersign key new` makes one.")
    })
}
