//! What shows a contradiction, saved where its finder can take it from.

use super::super::{Exit, Failure, print};
use super::memory::{file_name, state_folder, write_whole};
use crate::log_client::{CheckpointPair, Departure};
use crate::verify::genesis_differs;
use ledger::Note;
use ledger::log::{Contradiction, Evidence, Origin, VerifierKey};
use std::path::{Path, PathBuf};

/// Where evidence is saved.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// This folder, else one in the user's state folder, else the current one.
    pub(super) fn settle(given: Option<&Path>) -> Self {
        let given = given.map(Path::to_owned);
        let own = || state_folder().map(|folder| folder.join("evidence"));
        Self(given.or_else(own).unwrap_or_else(|| PathBuf::from(".")))
    }

    /// Saves bytes under the log's name, what they show and at which size or index.
    fn save(&self, log: &Origin, what: &str, at: u64, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let path = self.0.join(format!("{}-{what}-{at}", file_name(log)));
        write_whole(&path, bytes).map_err(|error| Failure::file(&path, error))?;
        Ok(path)
    }

    /// The failure for a departure. Where two signed checkpoints contradict each other, they are
    /// saved, and the failure says where.
    pub(super) fn failure(&self, departure: &Departure) -> Failure {
        let failure = Failure::from(departure);
        let Some(pair) = departure.pair() else {
            return failure;
        };
        let log = &pair.known.checkpoint().origin;
        let size = pair.found.checkpoint().size;
        let (bytes, tells) = match &pair.evidence {
            Some(evidence) => (
                evidence.to_bytes(),
                "It convinces whoever has the log's key: `countersign verify FILE --vkey KEY` checks it.",
            ),
            None => (
                both(pair),
                "Both are signed. By itself an old checkpoint only shows that it is not the last.",
            ),
        };
        match self.save(log, departure.code(), size, &bytes) {
            Ok(path) => failure.mend(format!("Evidence: {}\n  {tells}", path.display())),
            Err(error) => failure.mend(format!(
                "The evidence could not be saved ({}):\n{}",
                error.what(),
                String::from_utf8_lossy(&bytes)
            )),
        }
    }

    /// Saves evidence of any kind.
    pub(super) fn evidence(
        &self,
        log: &Origin,
        what: &str,
        at: u64,
        evidence: &Evidence,
    ) -> Result<PathBuf, Failure> {
        self.save(log, what, at, &evidence.to_bytes())
    }
}

/// Both checkpoints as they were signed, the known one first.
fn both(pair: &CheckpointPair) -> Vec<u8> {
    let mut text = b"known:\n".to_vec();
    text.extend_from_slice(pair.known.bytes());
    text.extend_from_slice(b"\nfound:\n");
    text.extend_from_slice(pair.found.bytes());
    text
}

/// Checks an evidence file and says what it shows.
pub(super) fn check(
    bytes: &[u8],
    key: &VerifierKey,
    cosigners: &[VerifierKey],
) -> Result<Exit, Failure> {
    let evidence = Evidence::parse(bytes).map_err(|error| refused(&error))?;
    let shown = evidence
        .check(key, cosigners)
        .map_err(|error| refused(&error))?;
    let words = genesis_in_words(&evidence, key).unwrap_or_else(|| in_words(&shown, key.name()));
    print::text(&format!("{words}\n"))?;
    Ok(Exit::Ok)
}

/// A first entry that names another log needs no replay to be judged.
fn genesis_in_words(evidence: &Evidence, key: &VerifierKey) -> Option<String> {
    let Evidence::BrokenRule { placed, .. } = evidence else {
        return None;
    };
    let first = Note::parse(&placed.entry).ok()?;
    let departure = genesis_differs(&first, key).filter(|_| placed.proof.index == 0)?;
    let log = key.name();
    Some(format!("The log {log} signed a tree whose {departure}."))
}

fn refused(error: &ledger::log::EvidenceError) -> Failure {
    Failure::new(
        Exit::Refused,
        format_args!("the file shows nothing: {error} (evidence-invalid)"),
    )
}

/// What a contradiction says, in words.
pub(super) fn in_words(shown: &Contradiction, log: &Origin) -> String {
    match shown {
        Contradiction::WrongLeaf { index, said, found } => format!(
            "The log {log} signed that {said} stands as entry {index}, and that {found} does."
        ),
        Contradiction::Clock {
            index,
            answered,
            tick,
            time,
        } => format!(
            "The log {log} answered at {answered} that an entry stands at {index}; its entry {tick}, before that, is of {time}."
        ),
        Contradiction::TwoAnswers => {
            format!("The log {log} signed two answers that can't both be true.")
        }
        Contradiction::SizeBack { index, size } => format!(
            "The log {log} accepted an entry at {index}, and later signed that it has {size} entries."
        ),
        Contradiction::Late {
            index,
            size,
            by,
            time,
        } => format!(
            "The log {log} accepted an entry at {index}; {by} saw its checkpoint of {size} entries at {time}, more than 60 s later."
        ),
        Contradiction::ToReplay {
            identity,
            code,
            size,
        } => format!(
            "The log {log} refused {identity} with {code} at size {size}. \
             `countersign verify --log URL --receipt FILE --submission FILE` judges it again."
        ),
        Contradiction::Fork {
            size,
            earlier,
            later,
        } => format!(
            "The log {log} signed two histories: its first {size} entries have the root {earlier} in one and {later} in the other."
        ),
        Contradiction::RuleToReplay { index, code, .. } => format!(
            "The log {log} holds as entry {index} one that the rules refuse with {code}, it is said. \
             `countersign verify --log URL` judges it again."
        ),
        Contradiction::BadEntry { index, error } => {
            format!("The log {log} holds as entry {index} what is no entry: {error}.")
        }
    }
}
