//! Key files at work: making them, opening those that sign, and the clock's.

use super::Failure;
use super::failure::key_file;
use crate::config::{Checkpoint, Client};
use crate::keyfile::{
    self, Ask, HELD_PERSON, KeyFile, KeyHeader, PASSPHRASE_ENDING, Secret, TokenUri, held_file,
    passphrase,
};
use crate::ports::{Clock, Randomness, SystemClock, SystemRandomness};
use crate::speech::Message;
use crate::token::{Module, TokenKey};
use ed25519_dalek::{Signer, SigningKey};
use ledger::SignatureLine;
use ledger::field::{LedgerName, MemberName, Person, PublicKey};
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The file of the key that signs ticks, in the data folder's `keys`.
const CLOCK_KEY: &str = "clock.key";

/// The person that a log's key file names: a log is no member, and nobody's key is its.
const LOG_PERSON: &str = "log";

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
    make_folder_of(path)?;
    KeyFile::create(path, key, &header, secret, &randomness).map_err(key_file(path))?;
    Ok(header)
}

/// Writes the file of a key that lies on a token.
pub(super) fn write_for_token(
    path: &Path,
    public: PublicKey,
    member: &MemberName,
    person: &Person,
    at: TokenUri,
) -> Result<KeyHeader, Failure> {
    let header = KeyHeader::new(member.clone(), person.clone(), public, SystemClock.now());
    let header = header.on_token(at);
    make_folder_of(path)?;
    KeyFile::create_for_token(path, &header).map_err(key_file(path))?;
    Ok(header)
}

fn make_folder_of(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))
        }
        _ => Ok(()),
    }
}

/// Writes the clock's key and its passphrase into a folder of keys.
pub(super) fn write_clock(
    folder: &Path,
    key: &SigningKey,
    member: &MemberName,
    person: &Person,
) -> Result<(), Failure> {
    let path = folder.join(CLOCK_KEY);
    let passphrase = path.with_extension(PASSPHRASE_ENDING);
    write_unattended((&path, &passphrase), key, member, person)
}

/// Writes a log's key and its passphrase.
pub(super) fn write_log(
    at: &Checkpoint,
    key: &SigningKey,
    ledger: &LedgerName,
) -> Result<(), Failure> {
    let person: Person = LOG_PERSON.parse().map_err(Failure::data)?;
    let files = (at.key.as_path(), at.passphrase_file.as_path());
    write_unattended(files, key, &log_name(ledger)?, &person)
}

/// The name that a log's key file has: the ledger's.
pub(super) fn log_name(ledger: &LedgerName) -> Result<MemberName, Failure> {
    let name = ledger.to_string().parse();
    name.map_err(|_| Failure::usage(Message::new("origin-too-long")))
}

/// Writes a member's new held key and its passphrase into the folder of held keys; gives its file.
pub(super) fn write_held(folder: &Path, member: &MemberName) -> Result<PathBuf, Failure> {
    let path = held_file(folder, member);
    let passphrase = path.with_extension(PASSPHRASE_ENDING);
    let person: Person = HELD_PERSON.parse().map_err(Failure::data)?;
    write_unattended((&path, &passphrase), &fresh(), member, &person)?;
    Ok(path)
}

/// Takes a held key that wasn't enrolled, and its passphrase, away again.
pub(super) fn remove_held(path: &Path) -> Result<(), Failure> {
    for file in [path.to_owned(), path.with_extension(PASSPHRASE_ENDING)] {
        std::fs::remove_file(&file).map_err(|error| Failure::file(&file, error))?;
    }
    Ok(())
}

/// Writes a key that a server opens by itself, and its passphrase, readable by the owner alone: a
/// server starts without anybody there. The clock's key can do nothing but move the ledger's clock,
/// the log's nothing but sign checkpoints and answers, a held one what its roles say.
fn write_unattended(
    (path, passphrase): (&Path, &Path),
    key: &SigningKey,
    member: &MemberName,
    person: &Person,
) -> Result<(), Failure> {
    let word = fresh_word();
    write(path, key, member, person, &Secret::new(word.clone()))?;
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(passphrase);
    let written = opened.and_then(|mut file| writeln!(file, "{word}"));
    written.map_err(|error| Failure::file(passphrase, error))
}

/// The log's key, where there is a file of it. A file of somebody's own key is refused: a log's key
/// signs nothing but what the log says.
pub(super) fn log(at: &Checkpoint, ledger: &LedgerName) -> Result<Option<SigningKey>, Failure> {
    if !at.key.is_file() {
        return Ok(None);
    }
    let header = KeyFile::peek(&at.key).map_err(key_file(&at.key))?;
    if *header.member() != log_name(ledger)? {
        let whose = Message::new("key-not-of-log")
            .with("member", header.member())
            .with("log", ledger);
        return Err(Failure::file(&at.key, whose).mend(Message::new("mend-log-key-file")));
    }
    let secret = passphrase(Some(&at.passphrase_file), Ask::Existing)?;
    let file = KeyFile::open(&at.key, &secret).map_err(key_file(&at.key))?;
    Ok(Some(file.key().clone()))
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
    let secret = passphrase(Some(&path.with_extension(PASSPHRASE_ENDING)), Ask::Existing)?;
    let file = KeyFile::open(&path, &secret).map_err(key_file(&path))?;
    Ok(Some(file.key().clone()))
}

/// A person's key, ready to sign.
pub(super) enum PersonKey {
    /// Out of its file.
    File(KeyFile),
    /// On a token, which signs by itself.
    Token(KeyHeader, TokenKey),
}

impl PersonKey {
    fn header(&self) -> &KeyHeader {
        match self {
            Self::File(file) => file.header(),
            Self::Token(header, _) => header,
        }
    }

    /// Signs a text in its member's name.
    pub(super) fn line(&self, text: &str) -> Result<SignatureLine, Failure> {
        let signature = match self {
            Self::File(file) => file.key().sign(text.as_bytes()).to_bytes(),
            Self::Token(_, key) => key.sign(text.as_bytes())?,
        };
        let (name, key) = (self.header().member().clone(), self.header().public_key());
        Ok(SignatureLine::new(name, key, signature))
    }
}

/// Opens the keys that sign: the one that is set, and those of further people. They share a
/// passphrase only where a file or the environment gives one; else the terminal asks for each.
pub(super) fn open(client: &Client, also: &[PathBuf]) -> Result<Vec<PersonKey>, Failure> {
    // A token's library is started once for all keys on it.
    let mut module = None;
    std::iter::once(first(client)?)
        .chain(also)
        .map(|path| open_one(client, path, &mut module))
        .collect()
}

fn open_one(
    client: &Client,
    path: &Path,
    module: &mut Option<Module>,
) -> Result<PersonKey, Failure> {
    // Looked at first, so that a wrong file is told before anybody types a passphrase.
    let header = KeyFile::peek(path).map_err(key_file(path))?;
    let Some(at) = header.token().cloned() else {
        let file = KeyFile::open(path, &secret_of(client, path, Ask::Existing)?);
        return file.map(PersonKey::File).map_err(key_file(path));
    };
    let module = match module {
        Some(module) => module,
        None => module.insert(load_module(client.pkcs11_module.as_deref())?),
    };
    let pin = secret_of(client, path, Ask::Pin)?;
    let key = module.open(&at, &pin, header.public_key())?;
    Ok(PersonKey::Token(header, key))
}

/// Starts the library of a token.
pub(super) fn load_module(path: Option<&Path>) -> Result<Module, Failure> {
    let path = path.ok_or_else(|| {
        Failure::usage(Message::new("no-token-library")).mend(Message::new("mend-no-token-library"))
    })?;
    Ok(Module::load(path)?)
}

fn secret_of(client: &Client, path: &Path, ask: Ask) -> Result<Secret, Failure> {
    // A key that a server opens by itself has its passphrase beside it.
    let beside = path.with_extension(PASSPHRASE_ENDING);
    let file = if beside.is_file() {
        Some(beside.as_path())
    } else {
        client.passphrase_file.as_deref()
    };
    Ok(passphrase(file, ask)?)
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
        Failure::usage(Message::new("no-key-file")).mend(Message::new("mend-no-key-file"))
    })
}
