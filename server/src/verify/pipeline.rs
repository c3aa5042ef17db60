//! Reading and checking on all cores, ahead of the fold.
//!
//! A worker takes a chunk of notes from the source and parses it. It then waits for its turn at the
//! keyring, which chunks pass in the order of the log: it adds the keys that its own entries enrol
//! and takes a snapshot. After that it checks the chunk's signatures and sends it to the fold, which
//! puts chunks back into their order. The slowest part, the signatures, never waits for another
//! chunk's.

use super::keyring::Keyring;
use super::{Fault, Numbered, SourceError, Stop, Wrong};
use ledger::{Note, Verified};
use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Notes that a worker takes at once: some 8 ms of signatures, so that locks and channels cost
/// nothing, and little enough that a fault near the start is told at once.
const CHUNK_NOTES: usize = 256;

/// Chunks that wait for the fold, for each worker: more would only be memory.
const CHUNKS_WAITING: usize = 2;

/// What the workers say about the next entry.
pub(super) enum Checked {
    /// Its signatures hold.
    Note(Box<Verified>),
    /// It is wrong; the chunk ends here.
    Wrong(Box<Wrong>),
    /// The source fails; the chunk ends here.
    Unreadable(SourceError),
}

type Chunk = Vec<Checked>;

/// A source that workers take chunks from, and the keyring that they pass one after the other.
pub(super) struct Pipeline<S> {
    source: Mutex<Source<S>>,
    turn: Mutex<Turn>,
    turned: Condvar,
}

struct Source<S> {
    notes: S,
    chunks: u64,
    next_index: u64,
    ended: bool,
}

#[derive(Default)]
struct Turn {
    chunk: u64,
    keyring: Keyring,
    /// A worker panicked: nobody waits for its turn any more.
    abandoned: bool,
}

/// Whatever a panic left behind is still a number and a map: the thread's own end is told apart.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<S: Iterator<Item = Result<Numbered, SourceError>> + Send> Pipeline<S> {
    pub(super) fn new(notes: S) -> Self {
        Self {
            source: Mutex::new(Source {
                notes,
                chunks: 0,
                next_index: 0,
                ended: false,
            }),
            turn: Mutex::default(),
            turned: Condvar::new(),
        }
    }

    /// Runs the workers while `fold` takes what they checked, in the order of the log. They end
    /// when the source does, or as soon as `fold` returns.
    pub(super) fn run<T>(
        &self,
        workers: NonZeroUsize,
        fold: impl FnOnce(&mut dyn Iterator<Item = Checked>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let (sender, receiver) = sync_channel(workers.get() * CHUNKS_WAITING);
        std::thread::scope(|scope| {
            for _ in 0..workers.get() {
                let sender = sender.clone();
                scope.spawn(move || self.work(&sender));
            }
            drop(sender);
            let mut ordered = InOrder::new(receiver);
            let folded = fold(&mut ordered);
            if folded.is_ok() && lock(&self.turn).abandoned {
                return Err(Stop::WorkerLost);
            }
            folded
        })
    }

    fn work(&self, sender: &SyncSender<(u64, Chunk)>) {
        while let Some((number, parsed)) = self.take() {
            let guard = Waiting { pipeline: self };
            let parsed = parsed.into_iter().map(parse).collect::<Vec<_>>();
            let keyring = self.pass_keyring(number, &parsed);
            std::mem::forget(guard);
            let Some(keyring) = keyring else { return };
            let chunk = check(parsed, &keyring);
            if sender.send((number, chunk)).is_err() {
                return;
            }
        }
    }

    /// The next chunk, as it was read.
    fn take(&self) -> Option<(u64, Vec<Raw>)> {
        let mut source = lock(&self.source);
        let mut chunk = Vec::with_capacity(CHUNK_NOTES);
        while chunk.len() < CHUNK_NOTES && !source.ended {
            let Some(read) = source.notes.next() else {
                source.ended = true;
                break;
            };
            let raw = source.place(read);
            source.ended = !matches!(raw, Raw::Note(_));
            chunk.push(raw);
        }
        if chunk.is_empty() {
            return None;
        }
        let number = source.chunks;
        source.chunks += 1;
        Some((number, chunk))
    }

    /// Waits for the chunk's turn, adds the keys that it enrols, and takes what is known then.
    fn pass_keyring(&self, number: u64, parsed: &[Parsed]) -> Option<Keyring> {
        let mut turn = lock(&self.turn);
        while turn.chunk != number && !turn.abandoned {
            turn = self
                .turned
                .wait(turn)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if turn.abandoned {
            return None;
        }
        for parsed in parsed {
            if let Parsed::Note(_, note) = parsed {
                turn.keyring.learn(note.entry());
            }
        }
        turn.chunk += 1;
        let keyring = turn.keyring.clone();
        drop(turn);
        self.turned.notify_all();
        Some(keyring)
    }
}

/// Lets the others go when a worker panics before its turn; forgotten where it doesn't.
struct Waiting<'p, S> {
    pipeline: &'p Pipeline<S>,
}

impl<S> Drop for Waiting<'_, S> {
    fn drop(&mut self) {
        lock(&self.pipeline.turn).abandoned = true;
        self.pipeline.turned.notify_all();
    }
}

/// What the source gave.
enum Raw {
    Note(Numbered),
    Wrong(Box<Wrong>),
    Unreadable(SourceError),
}

/// What reading made of it.
enum Parsed {
    Note(u64, Box<Note>),
    Wrong(Box<Wrong>),
    Unreadable(SourceError),
}

impl<S> Source<S> {
    /// Holds a note against the index that comes next.
    fn place(&mut self, read: Result<Numbered, SourceError>) -> Raw {
        let expected = self.next_index;
        self.next_index += 1;
        match read {
            Ok(numbered) if numbered.index == expected => Raw::Note(numbered),
            Ok(numbered) => Raw::Wrong(Box::new(Wrong {
                index: numbered.index,
                identity: None,
                kind: None,
                fault: Fault::Place { expected },
            })),
            Err(error) => Raw::Unreadable(error),
        }
    }
}

fn parse(raw: Raw) -> Parsed {
    let numbered = match raw {
        Raw::Note(numbered) => numbered,
        Raw::Wrong(wrong) => return Parsed::Wrong(wrong),
        Raw::Unreadable(error) => return Parsed::Unreadable(error),
    };
    let index = numbered.index;
    let note = match Note::parse(&numbered.note) {
        Ok(note) => note,
        Err(error) => {
            return Parsed::Wrong(Box::new(Wrong {
                index,
                identity: None,
                kind: None,
                fault: error.into(),
            }));
        }
    };
    match numbered.identity {
        Some(said) if said != note.identity().to_string() => {
            Parsed::Wrong(wrong(index, &note, Fault::IdentityDiffers { said }))
        }
        _ => Parsed::Note(index, Box::new(note)),
    }
}

fn wrong(index: u64, note: &Note, fault: Fault) -> Box<Wrong> {
    Box::new(Wrong {
        index,
        identity: Some(note.identity()),
        kind: Some(note.kind()),
        fault,
    })
}

/// Checks signatures up to the first entry that is wrong: what follows it is never asked.
fn check(parsed: Vec<Parsed>, keyring: &Keyring) -> Chunk {
    let mut chunk = Vec::with_capacity(parsed.len());
    for parsed in parsed {
        let checked = check_one(parsed, keyring);
        let last = !matches!(checked, Checked::Note(_));
        chunk.push(checked);
        if last {
            break;
        }
    }
    chunk
}

fn check_one(parsed: Parsed, keyring: &Keyring) -> Checked {
    let (index, note) = match parsed {
        Parsed::Note(index, note) => (index, note),
        Parsed::Wrong(wrong) => return Checked::Wrong(wrong),
        Parsed::Unreadable(error) => return Checked::Unreadable(error),
    };
    let (identity, kind) = (note.identity(), note.kind());
    match note.verify(|member, id| keyring.find(member, id)) {
        Ok(verified) => Checked::Note(Box::new(verified)),
        Err(error) => Checked::Wrong(Box::new(Wrong {
            index,
            identity: Some(identity),
            kind: Some(kind),
            fault: error.into(),
        })),
    }
}

/// Puts chunks back into the order of the log.
struct InOrder {
    receiver: Receiver<(u64, Chunk)>,
    early: BTreeMap<u64, Chunk>,
    next: u64,
    current: VecDeque<Checked>,
}

impl InOrder {
    fn new(receiver: Receiver<(u64, Chunk)>) -> Self {
        Self {
            receiver,
            early: BTreeMap::new(),
            next: 0,
            current: VecDeque::new(),
        }
    }
}

impl Iterator for InOrder {
    type Item = Checked;

    fn next(&mut self) -> Option<Checked> {
        loop {
            if let Some(checked) = self.current.pop_front() {
                return Some(checked);
            }
            while !self.early.contains_key(&self.next) {
                let (number, chunk) = self.receiver.recv().ok()?;
                self.early.insert(number, chunk);
            }
            self.current = self.early.remove(&self.next)?.into();
            self.next += 1;
        }
    }
}
