//! One paper: a proof of an entry's place, or a file of evidence, checked without any network.

use super::super::{Exit, Failure, print};
use super::evidence;
use super::log::{self, Asked, replay_log};
use super::opening::{Known, open};
use super::options::LogOptions;
use super::receipts;
use crate::log_client::trusted;
use crate::speech::{self, Message, Tell};
use crate::verify::Receipts;
use ledger::Note;
use ledger::limits::NOTE_BYTES_MAX;
use ledger::log::{
    EVIDENCE_BYTES_MAX, LogProof, PROOF_FILE_BYTES_MAX, Policy, Verdict, VerifierKey,
};
use serde_json::json;
use std::fs::File;
use std::io::Read;
use std::num::NonZeroUsize;
use std::path::Path;

/// How a file of evidence begins.
const EVIDENCE_BEGINS: &[u8] = b"countersign/v1/evidence\n";

/// Reads a file of at most so many bytes.
pub(super) fn file(path: &Path, max: usize) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::file(path, error);
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(failed)?;
    let bound = u64::try_from(max).map_or(u64::MAX, |max| max.saturating_add(1));
    opened.take(bound).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > max {
        let long = Message::new("body-too-long").with("bytes", max);
        return Err(Failure::file(path, long));
    }
    Ok(bytes)
}

/// Checks a paper and says what it proves.
pub(super) fn paper(
    path: &Path,
    note: Option<&Path>,
    options: &LogOptions,
    workers: NonZeroUsize,
    json: bool,
) -> Result<Exit, Failure> {
    let bytes = file(path, PROOF_FILE_BYTES_MAX.max(EVIDENCE_BYTES_MAX))?;
    let policy = options.policy()?;
    if bytes.starts_with(EVIDENCE_BEGINS) {
        let key = evidence_key(options, policy.as_ref())?;
        let cosigners = policy.as_ref().map_or_else(Vec::new, receipts::cosigners);
        return evidence::check(&bytes, &key, &cosigners);
    }
    let proof =
        LogProof::parse(&bytes).map_err(|error| refused(path, "proof-malformed", &error))?;
    let note = match note {
        Some(note) => file(note, NOTE_BYTES_MAX)?,
        None => proof.extra.clone().ok_or_else(|| {
            Failure::usage(Message::new("proof-without-entry"))
                .mend(Message::new("mend-proof-without-entry"))
        })?,
    };
    let checked = Checked::new(path, proof, &note, options, policy.as_ref())?;
    let replayed = checked.replay(options, workers)?;
    if json {
        print::json(&checked.as_json(replayed))?;
    } else {
        print::text(&checked.as_text(replayed))?;
    }
    Ok(Exit::Ok)
}

fn evidence_key(options: &LogOptions, policy: Option<&Policy>) -> Result<VerifierKey, Failure> {
    let alone = policy.map(Policy::log_keys).filter(|keys| keys.len() == 1);
    let alone = alone.and_then(|keys| keys.first().cloned());
    options.given_key().or(alone).ok_or_else(|| {
        Failure::usage(Message::new("evidence-needs-key"))
            .mend(Message::new("mend-evidence-needs-key"))
    })
}

/// A proof that holds.
struct Checked {
    proof: LogProof,
    note: Note,
    key: VerifierKey,
    verdict: Option<Verdict>,
    place: String,
}

impl Checked {
    fn new(
        path: &Path,
        proof: LogProof,
        bytes: &[u8],
        options: &LogOptions,
        policy: Option<&Policy>,
    ) -> Result<Self, Failure> {
        let place = path.display().to_string();
        proof
            .leads(bytes)
            .map_err(|error| refused(path, "proof-differs", &error))?;
        let log = &proof.checkpoint.checkpoint().origin;
        let key = options.known_key(log, policy).map(|(key, _)| key);
        let key = key.ok_or_else(|| {
            Failure::usage(Message::new("proof-leads-but-no-key").with("log", log))
                .mend(Message::new("mend-proof-key"))
        })?;
        let trusted = trusted(proof.checkpoint.bytes(), &place, &key, policy)?;
        let note = Note::parse(bytes).map_err(|error| refused(path, error.code(), &error))?;
        Ok(Self {
            proof,
            note,
            key,
            verdict: trusted.verdict,
            place,
        })
    }

    /// Replays the log where one is at hand: then the entry's own signatures and the rules are
    /// checked too. False where none is.
    fn replay(&self, options: &LogOptions, workers: NonZeroUsize) -> Result<bool, Failure> {
        let Some(source) = options.source() else {
            return Ok(false);
        };
        let known = Known {
            place: self.place.clone(),
            checkpoint: self.proof.checkpoint.clone(),
        };
        let mut asked = Asked {
            index: self.proof.index,
            identity: self.note.identity(),
            found: false,
        };
        let opened = open(source, options, vec![known])?;
        let mut none = Receipts::new(&[], Vec::new());
        replay_log(opened, workers, Some(&mut asked), &mut none)?;
        if asked.found {
            return Ok(true);
        }
        Err(Failure::new(
            Exit::Refused,
            Message::new("entry-differs").with("index", asked.index),
        ))
    }

    fn as_json(&self, replayed: bool) -> serde_json::Value {
        let checkpoint = self.proof.checkpoint.checkpoint();
        json!({
            "log": checkpoint.origin.as_str(),
            "index": self.proof.index,
            "size": checkpoint.size,
            "root": checkpoint.root.to_string(),
            "identity": self.note.identity().to_string(),
            "kind": self.note.kind().word(),
            "vkey": self.key.to_string(),
            "witnesses": self.verdict.as_ref().map(|verdict| verdict.seen().0),
            "entry_signatures_checked": replayed,
            "rules_checked": replayed,
        })
    }

    fn as_text(&self, replayed: bool) -> String {
        let checkpoint = self.proof.checkpoint.checkpoint();
        let stands = Message::new("proof-stands")
            .with("kind", speech::called("kind", self.note.kind().word()))
            .with("identity", self.note.identity())
            .with("index", self.proof.index)
            .with("log", &checkpoint.origin);
        let leads = Message::new("proof-checked-path")
            .count("hashes", self.proof.path.len() as u64)
            .count("size", checkpoint.size);
        let signed = Message::new("proof-checked-key").with("key", &self.key);
        let witnesses = match &self.verdict {
            Some(verdict) => log::seen(verdict),
            None => Message::new("proof-no-policy"),
        };
        let own = if replayed {
            format!("  - {}", Message::new("proof-replayed"))
        } else {
            Message::new("proof-not-checked").to_string()
        };
        format!(
            "{stands}\n\n{}\n  - {leads}\n  - {signed}\n  - {witnesses}\n{own}\n\n{}\n",
            Message::new("proof-checked"),
            Message::new("proof-proves"),
        )
    }
}

/// What was found wrong with a paper, with its code.
pub(super) fn refused(path: &Path, code: &str, error: &impl Tell) -> Failure {
    let what = Message::new("paper-refused").with("path", path.display());
    Failure::new(Exit::Refused, what.told("error", error).with("code", code))
}
