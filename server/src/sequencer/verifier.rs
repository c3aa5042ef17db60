//! The pool that reads notes and checks their signatures on all cores, before anything is ordered:
//! the sequencer's, and a mirror's, which has its entries in their order already.

use super::answer::{Outcome, Refused};
use bytes::Bytes;
use ed25519_dalek::VerifyingKey;
use ledger::field::{KeyId, MemberName};
use ledger::{EnrolledKey, Note, SignatureError, Verified};
use smallvec::SmallVec;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::oneshot;

/// Notes that one worker takes at once: enough to make handing over cheap, few enough that a batch
/// is spread over all workers.
const PART_NOTES: usize = 16;

/// Keys that are kept; when there are more, all are forgotten and met again. Each takes about 250
/// bytes, so this is at most 64 MB.
const KEYS_KEPT: usize = 250_000;

/// The keys under which signatures are checked. What a name and a key ID stand for never changes;
/// whether the key may sign at an index is judged by the rules.
#[derive(Debug, Default)]
pub(crate) struct KeyCache(RwLock<Keys>);

type Named = SmallVec<[(MemberName, VerifyingKey); 1]>;
type Keys = HashMap<KeyId, Named, foldhash::fast::RandomState>;

impl KeyCache {
    /// Whose key it is.
    pub(crate) fn get(&self, name: &MemberName, id: KeyId) -> Option<VerifyingKey> {
        let keys = self.0.read().unwrap_or_else(PoisonError::into_inner);
        keys.get(&id)?
            .iter()
            .find(|(holder, _)| holder == name)
            .map(|(_, key)| *key)
    }

    /// Remembers keys that are durably enrolled.
    pub(crate) fn remember(&self, enrolled: impl Iterator<Item = EnrolledKey>) {
        for key in enrolled {
            if self.get(&key.member, key.id).is_some() {
                continue;
            }
            let Ok(point) = VerifyingKey::from_bytes(key.public.bytes()) else {
                continue;
            };
            let mut keys = self.0.write().unwrap_or_else(PoisonError::into_inner);
            if keys.len() >= KEYS_KEPT {
                keys.clear();
            }
            keys.entry(key.id).or_default().push((key.member, point));
        }
    }
}

/// A note as it leaves the pool.
#[derive(Debug)]
pub(crate) enum Checked {
    /// Every signature holds.
    Verified(Box<Verified>),
    /// A key isn't known yet: an entry before it may enrol it.
    KeyUnknown(Box<Note>),
    /// A signature doesn't hold. If the text stands in the ledger already it is a repeat all the
    /// same; else it is refused.
    Doubtful(Box<Note>, SignatureError),
    /// It is refused.
    Refused(Refused),
}

/// Whom the sequencer answers.
#[derive(Debug)]
pub(crate) struct Submitter {
    /// Where the outcomes go.
    pub(crate) reply: oneshot::Sender<Vec<Outcome>>,
    /// Whether all of the notes are to stand or none.
    pub(crate) whole: bool,
}

/// Notes that came together, in their order, and who waits for them.
#[derive(Debug)]
pub(crate) struct Unit<R = Submitter> {
    pub(crate) notes: Vec<Checked>,
    pub(crate) reply: R,
}

/// A unit under way: its parts come back in any order.
#[derive(Debug)]
struct UnderWay<R> {
    parts: Vec<Option<Vec<Checked>>>,
    left: usize,
    reply: Option<R>,
}

/// One part of a unit.
#[derive(Debug)]
pub(crate) struct Job<R = Submitter> {
    unit: Arc<Mutex<UnderWay<R>>>,
    part: usize,
    notes: Vec<Bytes>,
}

impl<R> Job<R> {
    /// The jobs of a unit; none where it has no notes.
    pub(crate) fn of(notes: &[Bytes], reply: R) -> Vec<Self> {
        let parts: Vec<&[Bytes]> = notes.chunks(PART_NOTES).collect();
        let slots = parts.iter().map(|_| None).collect();
        let unit = Arc::new(Mutex::new(UnderWay {
            parts: slots,
            left: parts.len(),
            reply: Some(reply),
        }));
        let job = |(part, notes): (usize, &[Bytes])| Self {
            unit: Arc::clone(&unit),
            part,
            notes: notes.to_vec(),
        };
        parts.into_iter().enumerate().map(job).collect()
    }

    /// Does the work; whoever does a unit's last part gets the unit.
    fn run(self, keys: &KeyCache) -> Option<Unit<R>> {
        let checked = self.notes.iter().map(|note| check(note, keys)).collect();
        let mut unit = self.unit.lock().unwrap_or_else(PoisonError::into_inner);
        unit.parts[self.part] = Some(checked);
        unit.left -= 1;
        if unit.left > 0 {
            return None;
        }
        let notes = unit
            .parts
            .iter_mut()
            .filter_map(Option::take)
            .flatten()
            .collect();
        unit.reply.take().map(|reply| Unit { notes, reply })
    }
}

fn check(bytes: &[u8], keys: &KeyCache) -> Checked {
    let note = match Note::parse(bytes) {
        Ok(note) => note,
        Err(error) => return Checked::Refused(error.into()),
    };
    // Whoever is unknown is met before any signature is checked: that costs a look-up, not a curve.
    let own = note.entry().enrols().is_some();
    if !own
        && note
            .lines()
            .iter()
            .any(|line| keys.get(&line.name, line.id).is_none())
    {
        return Checked::KeyUnknown(note.into());
    }
    match note.verify(|name, id| keys.get(name, id)) {
        Ok(verified) => Checked::Verified(verified.into()),
        Err(error) => doubtful(bytes, error),
    }
}

/// A note that failed is read again: its text alone may be a repeat of one that stands.
fn doubtful(bytes: &[u8], error: SignatureError) -> Checked {
    match (Note::parse(bytes), error) {
        (Ok(note), SignatureError::KeyUnknown { .. }) => Checked::KeyUnknown(note.into()),
        (Ok(note), error) => Checked::Doubtful(note.into(), error),
        (Err(error), _) => Checked::Refused(error.into()),
    }
}

/// Starts so many workers, which hand each unit over once it is whole; they end when the jobs'
/// channel does.
pub(crate) fn start<R: Send + 'static>(
    workers: usize,
    keys: &Arc<KeyCache>,
    jobs: &flume::Receiver<Job<R>>,
    hand_over: impl Fn(Unit<R>) + Clone + Send + 'static,
) -> std::io::Result<()> {
    for number in 0..workers {
        let (keys, jobs, hand_over) = (Arc::clone(keys), jobs.clone(), hand_over.clone());
        std::thread::Builder::new()
            .name(format!("verify-{number}"))
            .spawn(move || {
                for job in jobs {
                    if let Some(unit) = job.run(&keys) {
                        hand_over(unit);
                    }
                }
            })?;
    }
    Ok(())
}
