//! A log, over the network or from a folder of tiles: proven, replayed, and what was found.

use super::super::{Exit, Failure, print};
use super::evidence::Folder;
use super::opening::{Opened, open};
use super::options::{KeyFrom, LogOptions};
use super::receipts::{self, Paper};
use crate::log_client::{Follow, Proven, Source, Thoroughness, Trusted};
use crate::speech::Message;
use crate::verify::{Numbered, Receipts, Replayed, SourceError, Stop, genesis_differs, replay};
use ledger::field::Identity;
use ledger::log::{
    Evidence, LogProof, Placed, SignedCheckpoint, TilePath, TreeHash, VerifierKey, parse_bundle,
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
            Ok(path) => failure.and_mend(format!(
                "Evidence: {}\n  The log's key signed a tree with this entry; whoever replays the ledger to there finds the same.",
                path.display()
            )),
            Err(error) => failure.and_mend(format!("The entry's proof could not be saved: {}", error.what())),
        }
    }

    fn save_entry(&self, index: u64, code: &str) -> Result<PathBuf, Failure> {
        let proof = self.proof(index)?;
        let size = self.trusted.signed.checkpoint().size;
        let path = TilePath::of_entry(index, size);
        let path = path.ok_or_else(|| Failure::data("the entry lies outside the log"))?;
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
            return "No policy is given, so no witness's cosignature was checked.\n".to_owned();
        };
        let (seen, of) = verdict.seen();
        let mut text = format!(
            "{seen} of {of} witnesses of the policy cosigned it, and its quorum is there.\n"
        );
        for witness in &verdict.witnesses {
            if let Some(time) = witness.time {
                text.push_str(&format!("  {} at {time}\n", witness.name));
            }
        }
        text
    }

    /// How far the key can be trusted, in words.
    pub(super) fn key_in_words(&self) -> String {
        let key = &self.key;
        match self.from {
            KeyFrom::Given => format!("The log's key was given: {key}\n"),
            KeyFrom::Policy => format!("The log's key stands in the policy: {key}\n"),
            KeyFrom::Served | KeyFrom::Genesis => format!(
                "The log's key was taken on first use, from {}: {key}\n  Compare it with one that \
                 you have from elsewhere, and give it with --vkey.\n",
                if self.from == KeyFrom::Served {
                    self.source.place("vkey")
                } else {
                    "the log's first entry".to_owned()
                },
            ),
        }
    }
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
    let mut text = format!(
        "{}: {} entries, each in the tree that the log's key signed; every signature and every rule holds ({} s, {} entries a second).\n\
         The root is {}.\n",
        checkpoint.origin,
        replayed.entries,
        print::seconds(elapsed),
        print::per_second(replayed.entries, elapsed),
        checkpoint.root,
    );
    text.push_str(&format!(
        "{} tallies were added up.\n",
        replayed.tallies.len()
    ));
    text.push_str(&read.witnesses());
    text.push_str(&read.key_in_words());
    text.push_str(&match &read.remembered {
        Some(path) => format!(
            "This checkpoint is remembered in {}: a log that goes back behind it is refused.\n",
            path.display()
        ),
        None => "Nothing is remembered: a log that goes back later won't be noticed.\n".to_owned(),
    });
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
            format_args!(
                "there are {} entries, the checkpoint has {size} (entries-missing)",
                replayed.entries
            ),
        )),
        Some(root) if *root != checkpoint.root => Err(Failure::new(
            Exit::Refused,
            format_args!(
                "the first {size} entries have the root {root}, the checkpoint names {} (root-differs)",
                checkpoint.root
            ),
        )),
        Some(_) => Ok(()),
    }
}

/// Says that notes begin as a checkpoint says.
pub(super) fn begins_as(checkpoint: &SignedCheckpoint) -> String {
    let checkpoint = checkpoint.checkpoint();
    format!(
        "The first {} entries are those of the checkpoint of {}.\n",
        checkpoint.size, checkpoint.origin
    )
}
