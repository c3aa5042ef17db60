//! A log that departed from what it should do: what is told, and the evidence that is kept.

use crate::log_client::Departure;
use crate::verify::{Fault, Wrong};
use ledger::field::Moment;
use ledger::log::{Evidence, LogProof, Placed, SignedCheckpoint};
use serde::{Deserialize, Serialize};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The file that says that this mirror stopped, and why.
const REPORT_FILE: &str = "departed.json";

/// Why a mirror stopped, for as long as its folder says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// How somebody else checks it.
    pub check: String,
}

/// Bytes that convince a third party, and how they are checked.
#[derive(Clone, Debug)]
pub(super) struct Proof {
    name: String,
    bytes: Vec<u8>,
    check: String,
}

impl Proof {
    /// What shows a departure that the client found.
    pub(super) fn of_departure(departure: &Departure, served: Option<&SignedCheckpoint>) -> Self {
        let code = departure.code();
        let Some(pair) = departure.pair() else {
            let checkpoint = served.map_or(&b""[..], SignedCheckpoint::bytes);
            let mut bytes = format!("{departure}\n\n").into_bytes();
            bytes.extend_from_slice(checkpoint);
            return Self {
                name: format!("{code}.txt"),
                bytes,
                check: "Fetch the same file under this checkpoint: what comes isn't what the checkpoint's root \
                        vouches for. The bytes are unsigned, so this shows a fault and not whose it is."
                    .to_owned(),
            };
        };
        match &pair.evidence {
            Some(evidence) => Self::of_evidence(code, evidence),
            None => {
                let mut bytes = pair.known.bytes().to_vec();
                bytes.push(b'\n');
                bytes.extend_from_slice(pair.found.bytes());
                Self {
                    name: format!("{code}.txt"),
                    bytes,
                    check: "Two checkpoints under the log's key: the log served the second, which is smaller, after \
                            the first."
                        .to_owned(),
                }
            }
        }
    }

    fn of_evidence(code: &str, evidence: &Evidence) -> Self {
        Self {
            name: format!("{code}.evidence"),
            bytes: evidence.to_bytes(),
            check: "docs/LOG-FORMAT.md, \"Evidence\", has every line of the file; `countersign verify` reads it. It \
                    takes the log's key and nothing else."
                .to_owned(),
        }
    }

    /// What shows that an entry of the log is wrong: the entry, with the proof that the log has it.
    pub(super) fn of_entry(wrong: &Wrong, note: &[u8], proof: LogProof) -> Self {
        let placed = Placed {
            proof,
            entry: note.to_vec(),
        };
        let code = match &wrong.fault {
            Fault::Malformed(_) => None,
            fault => fault.code().parse().ok(),
        };
        let (name, evidence) = match code {
            None => ("bad-entry", Evidence::BadEntry(placed)),
            Some(code) => ("broken-rule", Evidence::BrokenRule { placed, code }),
        };
        Self::of_evidence(name, &evidence)
    }
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
        code: &str,
        what: String,
        at: Moment,
        entries: u64,
        proof: Proof,
    ) -> std::io::Result<Departed> {
        std::fs::create_dir_all(&self.folder)?;
        let departed = Departed {
            code: code.to_owned(),
            what,
            at: at.seconds(),
            entries,
            evidence: proof.name.clone(),
            check: proof.check,
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
