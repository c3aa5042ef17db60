//! A log that departed from what it should do: what is told, and the evidence that is kept.

use ledger::field::Moment;
use ledger::log::{Evidence, LogProof, Placed, VerifierKey};
use serde::{Deserialize, Serialize};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The file that says that this mirror stopped, and why.
const REPORT_FILE: &str = "departed.json";

/// Why a mirror stopped, for as long as its folder says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Departed {
    /// The stable code of what is wrong.
    pub code: String,
    /// What is wrong, in a sentence.
    pub what: String,
    /// When it was seen, by the mirror's clock, in UTC seconds.
    pub at: i64,
    /// How many entries were right before it.
    pub entries: u64,
    /// The file of evidence, in the folder of this report.
    pub evidence: String,
    /// The command with which somebody else checks it; it takes the file and the log's key.
    pub check: String,
}

/// What a log is doing that keeps its mirror from following, and that shows nobody's fault: bytes
/// without a signature may be changed by anybody on their way, and an old checkpoint is still true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Trouble {
    /// The stable code.
    pub code: String,
    /// What is wrong, in a sentence.
    pub what: String,
    /// Since when nothing could be taken from the log, by the mirror's clock, in UTC seconds.
    pub since: i64,
    /// Whether bytes don't come at all; else they come and aren't the log's.
    pub unreachable: bool,
}

/// Bytes that convince a third party, and the name of their file.
#[derive(Clone, Debug)]
pub(super) struct Proof {
    name: String,
    bytes: Vec<u8>,
}

impl Proof {
    /// What shows two histories.
    pub(super) fn of_fork(evidence: &Evidence) -> Self {
        Self::named("log-forked", evidence)
    }

    fn named(name: &str, evidence: &Evidence) -> Self {
        Self {
            name: format!("{name}.evidence"),
            bytes: evidence.to_bytes(),
        }
    }

    /// What shows that an entry of the log is wrong: the entry, with the proof that the log has it.
    pub(super) fn of_entry(code: Option<&str>, note: &[u8], proof: LogProof) -> Self {
        let placed = Placed {
            proof,
            entry: note.to_vec(),
        };
        match code.and_then(|code| code.parse().ok()) {
            None => Self::named("bad-entry", &Evidence::BadEntry(placed)),
            Some(code) => Self::named("broken-rule", &Evidence::BrokenRule { placed, code }),
        }
    }

    /// The command with which somebody else checks it.
    fn check(&self, log: &VerifierKey) -> String {
        format!("countersign verify {} --vkey {log}", self.name)
    }
}

/// What is said of a departure.
pub(super) struct Said {
    pub(super) code: String,
    pub(super) what: String,
    /// How many entries were right before it.
    pub(super) entries: u64,
}

/// The folder of reports.
#[derive(Clone, Debug)]
pub(super) struct Reports {
    folder: PathBuf,
}

impl Reports {
    /// Reports lie in this folder.
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was reported, if this mirror stopped before.
    ///
    /// # Errors
    /// The file's, or that it can't be read.
    pub(super) fn read(&self) -> std::io::Result<Option<Departed>> {
        match std::fs::read(self.folder.join(REPORT_FILE)) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps the evidence and the report, durable when this returns; the report comes last, so that
    /// there is evidence wherever there is a report.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn keep(
        &self,
        said: Said,
        at: Moment,
        log: &VerifierKey,
        proof: &Proof,
    ) -> std::io::Result<Departed> {
        std::fs::create_dir_all(&self.folder)?;
        let departed = Departed {
            code: said.code,
            what: said.what,
            at: at.seconds(),
            entries: said.entries,
            check: proof.check(log),
            evidence: proof.name.clone(),
        };
        self.put(&proof.name, &proof.bytes)?;
        self.put(REPORT_FILE, &serde_json::to_vec_pretty(&departed)?)?;
        Ok(departed)
    }

    /// The bytes of the evidence.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn evidence(&self, departed: &Departed) -> std::io::Result<Vec<u8>> {
        std::fs::read(self.folder.join(&departed.evidence))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        put(&self.folder, name, bytes)
    }
}

/// Puts a file in place of the old one, durable when this returns.
pub(super) fn put(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(".part-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))
        .map_err(|error| error.error)?;
    std::fs::File::open(folder)?.sync_all()
}
