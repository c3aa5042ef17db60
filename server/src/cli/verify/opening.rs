//! A log's checkpoint: fetched, trusted, held against every one that is known, remembered.

use super::super::Failure;
use super::evidence::Folder;
use super::memory;
use super::options::{KeyFrom, LogOptions};
use crate::log_client::{Departure, Proven, Source, Trusted, continues, read, same_log, trusted};
use crate::speech::Message;
use crate::verify::key_named;
use ledger::log::{Policy, SignedCheckpoint, TilePath, VerifierKey, parse_bundle, tile_width};
use ledger::{Entry, Note};
use std::path::PathBuf;
use std::sync::Arc;

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
    pub(super) proven: Proven,
    pub(super) remembered: Option<PathBuf>,
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
        let key = key.map_err(|error| {
            Failure::data(
                Message::new("key-expected")
                    .with("place", &place)
                    .told("error", &error),
            )
        })?;
        return Ok((key, KeyFrom::Served));
    }
    let key = of_genesis(source, signed)?;
    let key = key.ok_or_else(|| {
        Failure::usage(Message::new("log-key-unknown").with("log", log))
            .mend(Message::new("mend-log-key"))
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
