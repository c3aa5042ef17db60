//! How a command ends: its exit code, what went wrong, and how to mend it.

use crate::config::ConfigError;
use crate::import::ImportError;
use crate::keyfile::{KeyFileError, PassphraseError};
use crate::log_client::{Departure, FetchError};
use crate::speech::{self, Foreign, Message, Tell};
use crate::store::StoreError;
use crate::token::TokenError;
use crate::verify::{SourceError, Stop};
use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// Exit codes, which scripts may rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Ok = 0,
    /// The rules refused an entry, or something doesn't verify.
    Refused = 1,
    /// The command line can't be read, or lacks something. clap's own errors have it too.
    Usage = 2,
    /// A file, a database, a disk or a server fails, or holds what can't be used.
    Data = 3,
    /// Somebody else has it: the ledger's writer, the port, the queue. Try again later.
    Busy = 4,
    /// The ledger was written by a newer release.
    Newer = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    what: String,
    mend: Option<String>,
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "a sentence is made where it is said, and an error ends here"
)]
impl Failure {
    /// A failure with its exit code and one sentence, in the reader's language. What nobody translated
    /// doesn't compile here.
    pub(crate) fn new(exit: Exit, what: impl Tell) -> Self {
        Self {
            exit,
            what: speech::told(&what),
            mend: None,
        }
    }

    /// A command line that lacks something.
    pub(crate) fn usage(what: impl Tell) -> Self {
        Self::new(Exit::Usage, what)
    }

    /// Data that fail.
    pub(crate) fn data(what: impl Tell) -> Self {
        Self::new(Exit::Data, what)
    }

    /// Data that fail a library, which says it in its own words.
    pub(crate) fn foreign(error: impl fmt::Display) -> Self {
        Self::data(Foreign(error))
    }

    /// A file that fails.
    pub(crate) fn file(path: &Path, what: impl Tell) -> Self {
        let named = Message::new("of-file").with("path", path.display());
        Self::data(named.told("what", &what))
    }

    /// Says how to mend it.
    #[must_use]
    pub(crate) fn mend(mut self, how: impl Tell) -> Self {
        self.mend = Some(speech::told(&how));
        self
    }

    /// Adds a line to how to mend it.
    #[must_use]
    pub(crate) fn and_mend(mut self, more: impl Tell) -> Self {
        let how = self
            .mend
            .take()
            .map_or_else(String::new, |how| how + "\n  ");
        self.mend = Some(how + &speech::told(&more));
        self
    }

    /// What went wrong, without how to mend it.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The exit code.
    #[must_use]
    pub const fn exit(&self) -> Exit {
        self.exit
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "countersign: {}", self.what)?;
        match &self.mend {
            Some(how) => write!(formatter, "\n  {how}"),
            None => Ok(()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit = match &error {
            StoreError::Held { .. } | StoreError::Deposed => Exit::Busy,
            StoreError::Newer { .. } => Exit::Newer,
            StoreError::Replay { .. }
            | StoreError::GoesBack { .. }
            | StoreError::OtherHistory { .. } => Exit::Refused,
            _ => Exit::Data,
        };
        let failure = Self::new(exit, &error);
        match error {
            StoreError::Held { .. } => failure.mend(Message::new("mend-store-held")),
            StoreError::Missing(_) => failure.mend(Message::new("mend-store-missing")),
            StoreError::ReadOnly(_) => failure.mend(Message::new("mend-store-read-only")),
            StoreError::DiskFull => failure.mend(Message::new("mend-store-disk-full")),
            _ => failure,
        }
    }
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Self {
        match &stop {
            Stop::Wrong(wrong) => {
                let before = match (wrong.identity, wrong.kind) {
                    (Some(identity), Some(kind)) => Message::new("mend-wrong")
                        .with("identity", identity)
                        .with("kind", speech::called("kind", kind.word())),
                    _ => Message::new("mend-wrong-unread"),
                };
                let before = before.with("entries", wrong.index);
                Self::new(Exit::Refused, &stop).mend(before)
            }
            Stop::NewerRules { .. } => {
                Self::new(Exit::Newer, &stop).mend(Message::new("mend-newer-rules"))
            }
            Stop::Source(SourceError::Log(departure)) => departure.as_ref().into(),
            Stop::Source(_) | Stop::LookOn(_) | Stop::WorkerLost => Self::new(Exit::Data, &stop),
        }
    }
}

impl From<&Departure> for Failure {
    fn from(departure: &Departure) -> Self {
        let exit = if departure.is_passing() {
            Exit::Data
        } else {
            Exit::Refused
        };
        let what = Message::new("with-code")
            .told("what", departure)
            .with("code", departure.code());
        Self::new(exit, &what)
    }
}

impl From<Departure> for Failure {
    fn from(departure: Departure) -> Self {
        (&departure).into()
    }
}

impl From<FetchError> for Failure {
    fn from(error: FetchError) -> Self {
        Departure::from(error).into()
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::new(Exit::Usage, &error)
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::new(Exit::Data, &error)
    }
}

impl From<PassphraseError> for Failure {
    fn from(error: PassphraseError) -> Self {
        Self::new(Exit::Usage, &error)
    }
}

impl From<TokenError> for Failure {
    fn from(error: TokenError) -> Self {
        let failure = Self::new(Exit::Data, &error);
        match error {
            TokenError::Module(..) => failure.mend(Message::new("mend-token-module")),
            TokenError::Token { found: 0, .. } => failure.mend(Message::new("mend-token-none")),
            TokenError::Token { .. } => failure.mend(Message::new("mend-token-many")),
            TokenError::Key { found: 0, .. } => failure.mend(Message::new("mend-token-no-key")),
            TokenError::Exists(_) => failure.mend(Message::new("mend-token-exists")),
            _ => failure,
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(Exit::Data, &error)
    }
}

/// A key file that fails, with its name.
pub(super) fn key_file(path: &Path) -> impl FnOnce(KeyFileError) -> Failure {
    move |error| Failure::file(path, error)
}
