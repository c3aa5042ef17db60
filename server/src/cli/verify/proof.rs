//! One paper: a proof of an entry's place, or a file of evidence, checked without any network.

use super::super::{Exit, Failure, print};
use super::evidence;
use super::log::{Asked, replay_log};
use super::opening::{Known, open};
use super::options::LogOptions;
use super::receipts;
use crate::log_client::trusted;
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
        return Err(Failure::file(
            path,
            format_args!("longer than {max} bytes (body-too-long)"),
        ));
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
    let proof = LogProof::parse(&bytes).map_err(|error| {
        let text = format!("{}: {error} (proof-malformed)", path.display());
        Failure::new(Exit::Refused, text)
    })?;
    let note = match note {
        Some(note) => file(note, NOTE_BYTES_MAX)?,
        None => proof.extra.clone().ok_or_else(|| {
            Failure::usage("the proof doesn't carry its entry")
                .mend("Name the entry with --note FILE.")
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
        Failure::usage("evidence is checked under the log's key").mend("Give it with --vkey.")
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
        let refused = |code: &str, error: String| {
            Failure::new(Exit::Refused, format_args!("{place}: {error} ({code})"))
        };
        proof
            .leads(bytes)
            .map_err(|error| refused("proof-differs", error.to_string()))?;
        let log = &proof.checkpoint.checkpoint().origin;
        let key = options.known_key(log, policy).map(|(key, _)| key);
        let key = key.ok_or_else(|| {
            Failure::usage(format_args!(
                "the path leads from the entry to the root in the checkpoint, but no key of the log {log} is \
                 known to check who signed that"
            ))
            .mend("Give it with --vkey, or a policy that has it with --policy.")
        })?;
        let trusted = trusted(proof.checkpoint.bytes(), &place, &key, policy)?;
        let note = Note::parse(bytes).map_err(|error| refused(error.code(), error.to_string()))?;
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
            format_args!(
                "entry {} of the log is another (entry-differs)",
                asked.index
            ),
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
        let mut text = format!(
            "This {} ({}) stands as entry {} in the log {}.\n\n\
             Checked:\n  \
             - its bytes lead, by {} hashes, to the root of a tree of {} entries;\n  \
             - the log's key signed that root: {}\n",
            self.note.kind().word(),
            self.note.identity(),
            self.proof.index,
            checkpoint.origin,
            self.proof.path.len(),
            checkpoint.size,
            self.key,
        );
        match &self.verdict {
            Some(verdict) => {
                let (seen, of) = verdict.seen();
                text.push_str(&format!(
                    "  - {seen} of {of} witnesses of the policy cosigned it, and its quorum is there.\n"
                ));
            }
            None => {
                text.push_str("  - no policy is given, so no witness's cosignature was checked.\n");
            }
        }
        text.push_str(if replayed {
            "  - the log was replayed: the entry's own signatures hold, and the rules admit it there.\n"
        } else {
            "Not checked: the entry's own signatures, since the keys of its signers stand in earlier entries; \
             give --log URL or --tiles DIR to check them.\n"
        });
        text.push_str(
            "\nWhat this proves: whoever keeps the log has put the entry there and can't take it back, nor show others \
             a log without it, and still have one history. What it doesn't prove: that what the entry says is true.\n",
        );
        text
    }
}
