//! What shows a contradiction, saved where its finder can take it from.

use super::super::{Exit, Failure, print};
use super::memory::{file_name, state_folder, write_whole};
use crate::log_client::{CheckpointPair, Departure};
use crate::speech::Message;
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
            Some(evidence) => (evidence.to_bytes(), Message::new("evidence-convinces")),
            None => (both(pair), Message::new("evidence-both-signed")),
        };
        match self.save(log, departure.code(), size, &bytes) {
            Ok(path) => failure.mend(at(&path)).and_mend(tells),
            Err(error) => failure.mend(
                Message::new("evidence-not-saved")
                    .with("why", error.what())
                    .with("evidence", String::from_utf8_lossy(&bytes)),
            ),
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

/// Where evidence is.
pub(super) fn at(path: &Path) -> Message {
    Message::new("evidence-at").with("path", path.display())
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
    print::line(&words)?;
    Ok(Exit::Ok)
}

/// A first entry that names another log needs no replay to be judged.
fn genesis_in_words(evidence: &Evidence, key: &VerifierKey) -> Option<Message> {
    let Evidence::BrokenRule { placed, .. } = evidence else {
        return None;
    };
    let first = Note::parse(&placed.entry).ok()?;
    let departure = genesis_differs(&first, key).filter(|_| placed.proof.index == 0)?;
    let shown = Message::new("contradiction-genesis-differs").with("log", key.name());
    Some(shown.told("departure", &departure))
}

fn refused(error: &ledger::log::EvidenceError) -> Failure {
    Failure::new(
        Exit::Refused,
        Message::new("evidence-shows-nothing").told("error", error),
    )
}

/// What a contradiction says, in words.
pub(super) fn in_words(shown: &Contradiction, log: &Origin) -> Message {
    let said = match shown {
        Contradiction::WrongLeaf { index, said, found } => Message::new("contradiction-wrong-leaf")
            .with("said", said)
            .with("index", index)
            .with("found", found),
        Contradiction::Clock {
            index,
            answered,
            tick,
            time,
        } => Message::new("contradiction-clock")
            .with("answered", answered)
            .with("index", index)
            .with("tick", tick)
            .with("time", time),
        Contradiction::TwoAnswers => Message::new("contradiction-two-answers"),
        Contradiction::SizeBack { index, size } => Message::new("contradiction-size-back")
            .with("index", index)
            .count("size", *size),
        Contradiction::Late {
            index,
            size,
            by,
            time,
        } => Message::new("contradiction-late")
            .with("index", index)
            .with("by", by)
            .count("size", *size)
            .with("time", time),
        Contradiction::ToReplay {
            identity,
            code,
            size,
        } => Message::new("contradiction-refusal-to-replay")
            .with("identity", identity)
            .with("code", code)
            .count("size", *size),
        Contradiction::Fork {
            size,
            earlier,
            later,
        } => Message::new("contradiction-fork")
            .count("size", *size)
            .with("earlier", earlier)
            .with("later", later),
        Contradiction::RuleToReplay { index, code, .. } => {
            Message::new("contradiction-rule-to-replay")
                .with("index", index)
                .with("code", code)
        }
        Contradiction::BadEntry { index, error } => Message::new("contradiction-bad-entry")
            .with("index", index)
            .with("error", error),
    };
    said.with("log", log)
}
