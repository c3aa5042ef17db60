//! A log, over the network or from a folder of tiles: proven, replayed, and what was found.

use super::super::{Exit, Failure, print};
use super::evidence::{self, Folder};
use super::opening::{Opened, open};
use super::options::{KeyFrom, LogOptions};
use super::receipts::{self, Paper};
use crate::log_client::{Follow, Proven, Source, Thoroughness, Trusted};
use crate::speech::Message;
use crate::verify::{Numbered, Receipts, Replayed, SourceError, Stop, genesis_differs, replay};
use ledger::field::Identity;
use ledger::log::{
    Evidence, LogProof, Placed, SignedCheckpoint, TilePath, TreeHash, Verdict, VerifierKey,
    parse_bundle,
};
use ledger::{Facts, Note};
use serde_json::json;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// An entry that is asked for while a log is replayed.
pub(super) struct Asked {
    pub(super) index: u64,
    pub(super) identity: Identity,
    pub(super) found: bool,
}

/// Replays a log that was opened; `asked` and the receipts are looked at on the way.
pub(super) fn replay_log(
    opened: Opened,
    workers: NonZeroUsize,
    mut asked: Option<&mut Asked>,
    receipts: &mut Receipts,
) -> Result<(Read, Replayed), Failure> {
    let Opened {
        source,
        key,
        from,
        trusted,
        folder,
        proven,
        remembered,
    } = opened;
    let bar = print::bar(proven.size(), &Message::new("doing-verifying"));
    let follow = Follow::new(proven, 0, Thoroughness::EveryTile);
    let entries = follow.map(|leaf| leaf.map(Numbered::from).map_err(SourceError::from));
    let mut departed = None;
    let replayed = replay(entries, workers, |note, _, facts| {
        bar.inc(1);
        let index = index_of(facts);
        if index == 0
            && let Some(departure) = genesis_differs(note, &key)
        {
            departed = Some(departure);
            return Err(std::io::Error::other("the genesis names another log"));
        }
        if let Some(asked) = &mut asked
            && asked.index == index
        {
            asked.found = note.identity() == asked.identity;
        }
        receipts.look(index, note, facts);
        Ok(())
    });
    bar.finish_and_clear();
    let read = Read {
        source,
        key,
        from,
        trusted,
        folder,
        remembered,
    };
    match (departed, replayed) {
        (Some(departure), _) => Err(departure.into()),
        (None, Ok(replayed)) => Ok((read, replayed)),
        (None, Err(stop)) => Err(read.stopped(stop)),
    }
}

fn index_of(facts: &Facts) -> u64 {
    let next = facts.head.as_ref().map_or(0, |head| head.next_index);
    next.saturating_sub(1)
}

/// A log that was read to its end, or to where it is wrong.
pub(super) struct Read {
    pub(super) source: Arc<Source>,
    pub(super) key: VerifierKey,
    pub(super) from: KeyFrom,
    pub(super) trusted: Trusted,
    pub(super) folder: Folder,
    remembered: Option<PathBuf>,
}

impl Read {
    /// The proof of an entry under the checkpoint that was read.
    pub(super) fn proof(&self, index: u64) -> Result<LogProof, Failure> {
        let signed = &self.trusted.signed;
        let proven = Proven::open(Arc::clone(&self.source), signed.checkpoint())?;
        LogProof::make(index, signed.clone(), &proven).map_err(Failure::data)
    }

    /// The failure for a replay that stopped. An entry that is wrong is saved with the proof that
    /// the log has it.
    fn stopped(&self, stop: Stop) -> Failure {
        let Stop::Wrong(wrong) = &stop else {
            return stop.into();
        };
        let saved = self.save_entry(wrong.index, wrong.fault.code());
        let failure = Failure::from(stop);
        match saved {
            Ok(path) => failure
                .and_mend(evidence::at(&path))
                .and_mend(Message::new("evidence-of-entry")),
            Err(error) => {
                failure.and_mend(Message::new("entry-proof-not-saved").with("why", error.what()))
            }
        }
    }

    fn save_entry(&self, index: u64, code: &str) -> Result<PathBuf, Failure> {
        let proof = self.proof(index)?;
        let size = self.trusted.signed.checkpoint().size;
        let path = TilePath::of_entry(index, size);
        let path = path.ok_or_else(|| Failure::data(Message::new("entry-outside-log")))?;
        let bundle = self.source.tile(path)?;
        let entries = parse_bundle(&bundle, path.width()).map_err(Failure::data)?;
        let place = usize::try_from(index % u64::from(ledger::log::TILE_WIDTH)).unwrap_or_default();
        let note = entries.get(place).copied().unwrap_or_default();
        proof.leads(note).map_err(Failure::data)?;
        let placed = Placed {
            proof,
            entry: note.to_vec(),
        };
        let evidence = match Note::parse(note) {
            Err(_) => Evidence::BadEntry(placed),
            Ok(_) => Evidence::BrokenRule {
                placed,
                code: code.parse().map_err(Failure::data)?,
            },
        };
        self.folder
            .evidence(self.key.name(), "wrong-entry", index, &evidence)
    }

    /// Who else signed, in words: `2 of 3 witnesses: ...`.
    pub(super) fn witnesses(&self) -> String {
        let Some(verdict) = &self.trusted.verdict else {
            return format!("{}\n", Message::new("no-policy-given"));
        };
        let mut text = format!("{}\n", seen(verdict));
        for witness in &verdict.witnesses {
            if let Some(time) = witness.time {
                let line = Message::new("witness-at").with("name", &witness.name);
                text.push_str(&format!("  {}\n", line.with("time", time)));
            }
        }
        text
    }

    /// How far the key can be trusted, in words.
    pub(super) fn key_in_words(&self) -> String {
        let said = match self.from {
            KeyFrom::Given => Message::new("log-key-given"),
            KeyFrom::Policy => Message::new("log-key-of-policy"),
            KeyFrom::Served => {
                Message::new("log-key-on-first-use").with("place", self.source.place("vkey"))
            }
            KeyFrom::Genesis => Message::new("log-key-on-first-use")
                .with("place", Message::new("place-first-entry")),
        };
        let mut text = format!("{}\n", said.with("key", &self.key));
        if matches!(self.from, KeyFrom::Served | KeyFrom::Genesis) {
            text.push_str(&format!("  {}\n", Message::new("log-key-compare")));
        }
        text
    }
}

/// How many of a policy's witnesses cosigned, where its quorum is there.
pub(super) fn seen(verdict: &Verdict) -> Message {
    let (seen, of) = verdict.seen();
    Message::new("witnesses-seen")
        .with("seen", seen)
        .with("of", of)
}

/// Verifies a log and says what was found.
pub(super) fn verify(
    source: Source,
    options: &LogOptions,
    workers: NonZeroUsize,
    json: bool,
) -> Result<Exit, Failure> {
    let started = Instant::now();
    let opened = open(source, options, Vec::new())?;
    let papers = Paper::read_all(&options.receipt, &opened.key)?;
    let mut receipts = receipts::all(&papers, &options.submission)?;
    let (read, replayed) = replay_log(opened, workers, None, &mut receipts)?;
    let cosigners = options
        .policy()?
        .map_or_else(Vec::new, |policy| receipts::cosigners(&policy));
    let answers = receipts::told(receipts, &papers, &read, &cosigners)?;
    let elapsed = started.elapsed();
    if json {
        print::json(&as_json(&read, &replayed, &answers))?;
    } else {
        print::text(&as_text(&read, &replayed, &answers, elapsed))?;
    }
    let contradicted = answers.iter().any(|answer| answer.contradicts);
    Ok(if contradicted {
        Exit::Refused
    } else {
        Exit::Ok
    })
}

fn as_json(read: &Read, replayed: &Replayed, answers: &[receipts::Told]) -> serde_json::Value {
    let checkpoint = read.trusted.signed.checkpoint();
    let witnesses = read.trusted.verdict.as_ref().map(|verdict| {
        let seen = verdict.witnesses.iter();
        let seen = seen.map(|witness| {
            json!({
                "name": witness.name,
                "time": witness.time.map(|time| time.to_string()),
            })
        });
        seen.collect::<Vec<_>>()
    });
    json!({
        "log": checkpoint.origin.as_str(),
        "size": checkpoint.size,
        "root": checkpoint.root.to_string(),
        "vkey": read.key.to_string(),
        "vkey_from": read.from.word(),
        "witnesses": witnesses,
        "remembered": read.remembered,
        "ledger": replayed.ledger().map(ToString::to_string),
        "entries": replayed.entries,
        "clock": replayed.clock().map(|clock| clock.to_string()),
        "tallies": replayed.tallies.len(),
        "open_findings": replayed.open_findings(),
        "answers": answers.iter().map(receipts::Told::as_json).collect::<Vec<_>>(),
    })
}

fn as_text(
    read: &Read,
    replayed: &Replayed,
    answers: &[receipts::Told],
    elapsed: Duration,
) -> String {
    let checkpoint = read.trusted.signed.checkpoint();
    let verified = Message::new("verified-log")
        .with("log", &checkpoint.origin)
        .count("count", replayed.entries)
        .with("seconds", print::seconds(elapsed))
        .count("rate", print::per_second(replayed.entries, elapsed));
    let root = Message::new("verified-root").with("root", checkpoint.root);
    let tallies = Message::new("tallies-added-up").count("count", replayed.tallies.len() as u64);
    let remembered = match &read.remembered {
        Some(path) => Message::new("checkpoint-remembered").with("path", path.display()),
        None => Message::new("checkpoint-not-remembered"),
    };
    let mut text = format!(
        "{verified}\n{root}\n{tallies}\n{}{}{remembered}\n",
        read.witnesses(),
        read.key_in_words(),
    );
    for answer in answers {
        text.push_str(&answer.in_words());
    }
    text
}

/// Makes sure that notes begin as a checkpoint says; `root` is theirs at its size.
pub(super) fn begins(
    replayed: &Replayed,
    checkpoint: &SignedCheckpoint,
    root: Option<&TreeHash>,
) -> Result<(), Failure> {
    let checkpoint = checkpoint.checkpoint();
    let size = checkpoint.size;
    match root {
        None => Err(Failure::new(
            Exit::Refused,
            Message::new("entries-missing")
                .count("count", replayed.entries)
                .count("size", size),
        )),
        Some(root) if *root != checkpoint.root => Err(Failure::new(
            Exit::Refused,
            Message::new("root-differs")
                .count("size", size)
                .with("root", root)
                .with("named", checkpoint.root),
        )),
        Some(_) => Ok(()),
    }
}

/// Says that notes begin as a checkpoint says.
pub(super) fn begins_as(checkpoint: &SignedCheckpoint) -> String {
    let checkpoint = checkpoint.checkpoint();
    let said = Message::new("begins-as-checkpoint")
        .count("size", checkpoint.size)
        .with("log", &checkpoint.origin);
    format!("{said}\n")
}
