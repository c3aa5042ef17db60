//! A log, over the network or from a folder of tiles: fetched, proven, replayed, remembered.

use super::super::{Exit, Failure, print};
use super::evidence::Folder;
use super::memory::{self, Memory};
use super::receipts::{self, Paper};
use crate::log::origin;
use crate::log_client::{
    Departure, Follow, LogUrl, Patience, Proven, Remote, Source, Thoroughness, TileFolder, Trusted,
    continues, read, same_log, trusted,
};
use crate::verify::{Numbered, Receipts, Replayed, SourceError, Stop, replay};
use ledger::entry::Genesis;
use ledger::field::{Identity, LedgerName};
use ledger::log::{
    Evidence, KeyKind, KeyName, LogProof, Origin, POLICY_BYTES_MAX, Placed, Policy,
    SignedCheckpoint, TilePath, TreeHash, VerifierKey, parse_bundle, tile_width,
};
use ledger::{Entry, Facts, Note};
use serde_json::json;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a log is held to, and where it is.
#[derive(Debug, clap::Args)]
pub(super) struct LogOptions {
    /// Verify a log over the network: a server's address, or the prefix of any log's files
    #[arg(long, value_name = "URL", conflicts_with = "file")]
    log: Option<LogUrl>,
    /// Verify a log in a folder of tiles
    #[arg(long, value_name = "DIR", conflicts_with_all = ["file", "log"])]
    tiles: Option<PathBuf>,
    /// The log's key, as name+id+key; without it the key is taken on first use
    #[arg(long, value_name = "KEY")]
    vkey: Option<VerifierKey>,
    /// Whose cosignatures the checkpoint needs: a policy file
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// A signed checkpoint that is trusted: the log must continue it
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    /// Remember the last checkpoint in this file, not in the user's state folder
    #[arg(long, value_name = "FILE")]
    remember: Option<PathBuf>,
    /// Remember nothing, and hold nothing against the log that was seen before
    #[arg(long, conflicts_with = "remember")]
    no_remember: bool,
    /// Folder for evidence, where something contradicts itself
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
    /// A signed answer of the log, to be held against it; may stand more than once
    #[arg(long, value_name = "FILE")]
    receipt: Vec<PathBuf>,
    /// What was submitted and refused, to be judged again; may stand more than once
    #[arg(long, value_name = "FILE", requires = "receipt")]
    submission: Vec<PathBuf>,
    /// Seconds for one request to a log
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600), requires = "log")]
    request_seconds: Option<u64>,
    /// How often one file of a log is asked for
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100), requires = "log")]
    attempts: Option<u32>,
}

/// How the log's key came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyFrom {
    /// By flag.
    Given,
    /// By the policy.
    Policy,
    /// The log's own server or folder gives it.
    Served,
    /// The log's first entry names it.
    Genesis,
}

impl KeyFrom {
    const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Policy => "policy",
            Self::Served => "served",
            Self::Genesis => "genesis",
        }
    }
}

impl LogOptions {
    /// Where the log is, if one is to be read.
    pub(super) fn source(&self) -> Option<Source> {
        if let Some(url) = &self.log {
            return Some(Source::Remote(Remote::new(url.clone(), self.patience())));
        }
        let folder = self.tiles.clone();
        folder.map(|folder| Source::Folder(TileFolder::new(folder)))
    }

    fn patience(&self) -> Patience {
        let mut patience = Patience::default();
        if let Some(seconds) = self.request_seconds {
            patience.request = Duration::from_secs(seconds);
        }
        patience.attempts = self.attempts.unwrap_or(patience.attempts);
        patience
    }

    /// Refuses what only a log can be held to, where none is read.
    pub(super) fn without_log(&self) -> Result<(), Failure> {
        if self.receipt.is_empty() {
            return Ok(());
        }
        Err(Failure::usage("a receipt is held against a log")
            .mend("Name the log with --log URL or --tiles DIR."))
    }

    /// The trusted checkpoint for notes that come without their log; its signature is checked where
    /// the key is given.
    pub(super) fn trusted_alone(&self) -> Result<Option<SignedCheckpoint>, Failure> {
        let Some(path) = &self.checkpoint else {
            return Ok(None);
        };
        let checkpoint = memory::checkpoint(path)?;
        let policy = self.policy()?;
        let name = &checkpoint.checkpoint().origin;
        if let Some((key, _)) = self.known_key(name, policy.as_ref()) {
            let place = path.display().to_string();
            trusted(checkpoint.bytes(), &place, &key, policy.as_ref())?;
        }
        Ok(Some(checkpoint))
    }

    pub(super) fn policy(&self) -> Result<Option<Policy>, Failure> {
        let Some(path) = &self.policy else {
            return Ok(None);
        };
        let bytes = super::proof::file(path, POLICY_BYTES_MAX)?;
        let policy = Policy::parse(&bytes).map_err(|error| Failure::file(path, error))?;
        Ok(Some(policy))
    }

    /// The key that the user gives for a log.
    pub(super) fn known_key(
        &self,
        log: &Origin,
        policy: Option<&Policy>,
    ) -> Option<(VerifierKey, KeyFrom)> {
        if let Some(key) = &self.vkey {
            return Some((key.clone(), KeyFrom::Given));
        }
        let mut keys = policy?.log_keys().iter();
        let key = keys.find(|key| key.name() == log)?;
        Some((key.clone(), KeyFrom::Policy))
    }

    /// The key given by flag.
    pub(super) fn given_key(&self) -> Option<VerifierKey> {
        self.vkey.clone()
    }

    pub(super) fn evidence(&self) -> Folder {
        Folder::settle(self.evidence.as_deref())
    }

    fn memory(&self, log: &Origin) -> Memory {
        match &self.remember {
            _ if self.no_remember => Memory::none(),
            Some(path) => Memory::at(path.clone()),
            None => Memory::of(log),
        }
    }
}

/// A checkpoint that is held against a log, and where it comes from.
pub(super) struct Known {
    pub(super) place: String,
    pub(super) checkpoint: SignedCheckpoint,
}

/// A log that is about to be replayed: its checkpoint is trusted and continues what is known.
pub(super) struct Opened {
    pub(super) source: Arc<Source>,
    pub(super) key: VerifierKey,
    pub(super) from: KeyFrom,
    pub(super) trusted: Trusted,
    pub(super) folder: Folder,
    proven: Proven,
    remembered: Option<PathBuf>,
}

/// Reads the checkpoint, checks who signed it, and that it continues every one that is known. Then
/// it is remembered: whatever its entries turn out to be, the log can't take it back.
pub(super) fn open(
    source: Source,
    options: &LogOptions,
    more: Vec<Known>,
) -> Result<Opened, Failure> {
    let source = Arc::new(source);
    let place = source.place("checkpoint");
    let signed = read(&source.checkpoint()?, &place)?;
    let policy = options.policy()?;
    let (key, from) = key_of(&source, &signed, options, policy.as_ref())?;
    let trusted = trusted(signed.bytes(), &place, &key, policy.as_ref())?;
    let memory = options.memory(key.name());
    let mut known = more;
    if let Some(path) = &options.checkpoint {
        known.push(Known {
            place: path.display().to_string(),
            checkpoint: memory::checkpoint(path)?,
        });
    }
    if let Some((path, checkpoint)) = memory.recall()? {
        let place = path.display().to_string();
        known.push(Known { place, checkpoint });
    }
    let folder = options.evidence();
    for known in &known {
        same_log(key.name(), &known.checkpoint.checkpoint().origin)?;
        let verified = known.checkpoint.verify(&key, []);
        verified.map_err(|error| Departure::KeyChanged {
            known: known.place.clone(),
            error,
        })?;
    }
    let proven = Proven::open(Arc::clone(&source), signed.checkpoint())?;
    for known in &known {
        continues(&known.checkpoint, &signed, &proven)
            .map_err(|departure| folder.failure(&departure))?;
    }
    memory.keep(&signed)?;
    Ok(Opened {
        source,
        key,
        from,
        trusted,
        folder,
        proven,
        remembered: memory.path().map(ToOwned::to_owned),
    })
}

/// The key that the user gives; else, on first use, what the log itself says.
fn key_of(
    source: &Source,
    signed: &SignedCheckpoint,
    options: &LogOptions,
    policy: Option<&Policy>,
) -> Result<(VerifierKey, KeyFrom), Failure> {
    let log = &signed.checkpoint().origin;
    if let Some(known) = options.known_key(log, policy) {
        return Ok(known);
    }
    if let Some(served) = source.vkey()? {
        let place = source.place("vkey");
        let text = String::from_utf8_lossy(&served);
        let key = text.trim_end_matches('\n').parse::<VerifierKey>();
        let key = key.map_err(|error| Failure::data(format_args!("{place}: expected {error}")))?;
        return Ok((key, KeyFrom::Served));
    }
    let key = of_genesis(source, signed)?;
    let key = key.ok_or_else(|| {
        Failure::usage(format_args!("no key of the log {log} is known"))
            .mend("Name it with --vkey, or a policy that has it with --policy.")
    })?;
    Ok((key, KeyFrom::Genesis))
}

/// The key that the first entry names. Nothing vouches for the entry yet; it is proven when the log
/// is read.
fn of_genesis(
    source: &Source,
    signed: &SignedCheckpoint,
) -> Result<Option<VerifierKey>, Departure> {
    let width = tile_width(0, 0, signed.checkpoint().size);
    let Some(path) = TilePath::entries(0, width) else {
        return Ok(None);
    };
    let bundle = source.tile(path)?;
    let entries =
        parse_bundle(&bundle, width).map_err(|error| Departure::BundleMalformed { path, error })?;
    let note = entries.first().and_then(|entry| Note::parse(entry).ok());
    Ok(note.and_then(|note| match note.entry() {
        Entry::Genesis(genesis) => key_named(genesis, &note.identity()),
        _ => None,
    }))
}

/// The name of the log of a ledger.
fn name_of(genesis: &Genesis, identity: &Identity) -> KeyName {
    origin(&LedgerName::new(genesis.origin.clone(), identity))
}

/// The log's key as a genesis names it; not every genesis does.
fn key_named(genesis: &Genesis, identity: &Identity) -> Option<VerifierKey> {
    let public = genesis.log?;
    let name = name_of(genesis, identity);
    Some(VerifierKey::new(name, KeyKind::Ed25519, public))
}

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
    let bar = print::bar(proven.size(), "verifying");
    let follow = Follow::new(proven, 0, Thoroughness::EveryTile);
    let entries = follow.map(|leaf| leaf.map(Numbered::from).map_err(SourceError::from));
    let mut departed = None;
    let replayed = replay(entries, workers, |note, _, facts| {
        bar.inc(1);
        let index = index_of(facts);
        if let Some(departure) = genesis_differs(index, note, &key) {
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

/// Whether the first entry names another log, or another key, than the checkpoint's.
fn genesis_differs(index: u64, note: &Note, key: &VerifierKey) -> Option<Departure> {
    let (0, Entry::Genesis(genesis)) = (index, note.entry()) else {
        return None;
    };
    let name = name_of(genesis, &note.identity());
    let said = match key_named(genesis, &note.identity()) {
        Some(named) if named == *key => return None,
        None if name == *key.name() => return None,
        Some(named) => format!("that the log's key is {named}"),
        None => format!("that the log is {name}"),
    };
    let found = key.to_string();
    Some(Departure::GenesisDiffers { said, found })
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
