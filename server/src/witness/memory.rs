//! What a witness remembers: a file for each log, which holds the checkpoint that it cosigned last.

use crate::ports::Clock;
use ledger::log::{
    AddCheckpoint, Answer, CosignerKey, KeyKind, Origin, ProofFileError, SignedCheckpoint,
    TLOG_SIZE_TYPE, VerifiedCheckpoint, VerifierKey, WitnessState, cosign, judge,
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The lock file's name in a witness' folder.
const LOCK_FILE: &str = "witness.lock";

/// Where the checkpoints lie in a witness' folder.
const CHECKPOINTS: &str = "checkpoints";

/// The content type of every answer but the size.
const TEXT: &str = "text/plain; charset=utf-8";

/// Why a witness can't begin, or can't answer.
#[derive(Debug, thiserror::Error)]
pub enum WitnessError {
    /// Another process has the folder.
    #[error("{0}: another witness runs on this folder")]
    Held(PathBuf),
    /// A file can't be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What is remembered can't be read, or isn't what this witness wrote.
    #[error("{path}: not a checkpoint that this witness cosigned: {reason}")]
    Memory {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is nothing to watch.
    #[error("no log is named")]
    NoLog,
    /// A key is of another type than its use asks for.
    #[error("the key of {0} is not of type 01 (Ed25519), as a log's is")]
    LogKeyKind(Origin),
    /// The witness' own key is a log's.
    #[error("the witness' key is the key of the log {0}: a witness needs a key of its own")]
    OwnKey(Origin),
}

impl WitnessError {
    fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// What a witness watches, and as whom.
#[derive(Clone)]
pub struct Watch {
    /// Its folder, which nobody else may use.
    pub folder: PathBuf,
    /// The keys of the logs; a log may have several.
    pub logs: Vec<VerifierKey>,
    /// Its own key.
    pub key: CosignerKey,
    /// The clock whose time it signs.
    pub clock: Arc<dyn Clock>,
}

/// An answer to a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The content type.
    pub kind: &'static str,
    /// The body.
    pub body: String,
}

/// A log that is watched. Whoever judges holds the state until the answer is durable: two
/// submissions can't both continue the same checkpoint.
#[derive(Debug)]
struct Watched {
    path: PathBuf,
    state: Mutex<WitnessState>,
}

/// A running witness.
pub struct Witness {
    key: CosignerKey,
    logs: Vec<VerifierKey>,
    watched: HashMap<Origin, Watched>,
    clock: Arc<dyn Clock>,
    // Held as long as the witness lives.
    _lock: File,
}

impl std::fmt::Debug for Witness {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Witness")
            .field("key", &self.key)
            .field("watched", &self.watched)
            .finish_non_exhaustive()
    }
}

impl Witness {
    /// Takes the folder, and remembers what lies there.
    ///
    /// # Errors
    /// [`WitnessError`]; a witness that can't read what it remembers doesn't begin.
    pub fn open(watch: Watch) -> Result<Self, WitnessError> {
        if watch.logs.is_empty() {
            return Err(WitnessError::NoLog);
        }
        for log in &watch.logs {
            if log.kind() != KeyKind::Ed25519 {
                return Err(WitnessError::LogKeyKind(log.name().clone()));
            }
            if log.public() == watch.key.verifier().public() {
                return Err(WitnessError::OwnKey(log.name().clone()));
            }
        }
        let folder = watch.folder.join(CHECKPOINTS);
        std::fs::create_dir_all(&folder).map_err(WitnessError::file(&folder))?;
        let lock = lock(&watch.folder)?;
        settle(&watch.folder)?;
        let mut watched = HashMap::new();
        for log in &watch.logs {
            let path = folder.join(file_name(log.name()));
            let state = Mutex::new(remembered(&path, log.name(), &watch)?);
            watched.insert(log.name().clone(), Watched { path, state });
        }
        Ok(Self {
            key: watch.key,
            logs: watch.logs,
            watched,
            clock: watch.clock,
            _lock: lock,
        })
    }

    /// The public half of its key.
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        self.key.verifier()
    }

    /// What it remembers of a log; nothing of one that it doesn't watch.
    #[must_use]
    pub fn state(&self, origin: &Origin) -> Option<WitnessState> {
        let watched = self.watched.get(origin)?;
        Some(*watched.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Judges the body of a submission; where it is cosigned, that is durable when this returns.
    ///
    /// # Errors
    /// [`WitnessError::File`] where it can't be made durable: nothing was cosigned then.
    pub fn add_checkpoint(&self, body: &[u8]) -> Result<Reply, WitnessError> {
        let request = match AddCheckpoint::parse(body) {
            Ok(request) => request,
            Err(error) => return Ok(unreadable(&error)),
        };
        let origin = &request.checkpoint.checkpoint().origin;
        let Some(watched) = self.watched.get(origin) else {
            return Ok(said(&Answer::LogUnknown));
        };
        // A panic can't leave a state that isn't the stored one: it is changed in one assignment.
        let mut state = watched.state.lock().unwrap_or_else(PoisonError::into_inner);
        match judge(&state, &request, &self.logs) {
            Answer::Cosign(verified) => {
                let reply = self.cosign(watched, &verified)?;
                let checkpoint = verified.checkpoint();
                *state = WitnessState {
                    size: checkpoint.size,
                    root: checkpoint.root,
                };
                Ok(reply)
            }
            answer => {
                if answer == Answer::TwoRoots {
                    let note = String::from_utf8_lossy(request.checkpoint.bytes()).into_owned();
                    tracing::error!(%origin, note, "the log signed two roots for one size");
                }
                Ok(said(&answer))
            }
        }
    }

    fn cosign(
        &self,
        watched: &Watched,
        verified: &VerifiedCheckpoint,
    ) -> Result<Reply, WitnessError> {
        let line = cosign(verified.checkpoint(), self.clock.now(), &self.key);
        // Without the lines of others: they are many, and this file must stay readable.
        let kept = format!("{}\n{}{line}", verified.note().text(), own_lines(verified));
        put(&watched.path, kept.as_bytes())?;
        Ok(Reply {
            status: 200,
            kind: TEXT,
            body: line.to_string(),
        })
    }
}

/// The log's own lines of a checkpoint.
fn own_lines(verified: &VerifiedCheckpoint) -> String {
    let lines = verified.note().lines().iter();
    let signed = verified.signed();
    lines
        .filter(|line| signed.iter().any(|signed| signed.key.is_on(line)))
        .map(ToString::to_string)
        .collect()
}

fn unreadable(error: &ProofFileError) -> Reply {
    Reply {
        status: 400,
        kind: TEXT,
        body: format!("{error}\n"),
    }
}

fn said(answer: &Answer) -> Reply {
    Reply {
        status: answer.status(),
        kind: match answer {
            Answer::Conflict { .. } => TLOG_SIZE_TYPE,
            _ => TEXT,
        },
        body: answer.body(),
    }
}

/// A log's file: its name may hold what a file's may not.
fn file_name(origin: &Origin) -> String {
    hex::encode(Sha256::digest(origin.as_str()))
}

fn remembered(path: &Path, origin: &Origin, watch: &Watch) -> Result<WitnessState, WitnessError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(WitnessState::default()),
        Err(error) => return Err(WitnessError::file(path)(error)),
    };
    let wrong = |reason: String| WitnessError::Memory {
        path: path.to_owned(),
        reason,
    };
    let signed = SignedCheckpoint::parse(&bytes).map_err(|error| wrong(error.to_string()))?;
    let checkpoint = signed.checkpoint();
    if checkpoint.origin != *origin {
        return Err(wrong(format!("it is of the log {}", checkpoint.origin)));
    }
    // The log's key may have been replaced since, or the witness' own: either will do.
    let known = watch.logs.iter().chain([watch.key.verifier()]);
    signed
        .note()
        .verify(known)
        .map_err(|error| wrong(error.to_string()))?;
    Ok(WitnessState {
        size: checkpoint.size,
        root: checkpoint.root,
    })
}

fn lock(folder: &Path) -> Result<File, WitnessError> {
    let path = folder.join(LOCK_FILE);
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(WitnessError::file(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(WitnessError::Held(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(WitnessError::file(path)(error)),
    }
}

/// Puts a file in place of the old one: after any failure one of the two stands there whole, and
/// when this returns the new one is durable.
fn put(path: &Path, bytes: &[u8]) -> Result<(), WitnessError> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let written = || {
        let mut file = tempfile::Builder::new()
            .prefix(".part-")
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)
    };
    written().map_err(WitnessError::file(path))?;
    settle(folder)
}

/// Makes the names in a folder durable.
fn settle(folder: &Path) -> Result<(), WitnessError> {
    let settled = File::open(folder).and_then(|folder| folder.sync_all());
    settled.map_err(WitnessError::file(folder))
}
