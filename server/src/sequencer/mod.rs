//! The sequencer: it alone decides the order of entries.
//!
//! A note goes through three hands. A worker of the pool reads it and checks its signatures. One
//! thread takes what waits as a group, loads the facts that the rules ask for, judges each note in
//! its order, and commits the group in one transaction. Only then is anybody answered.
//!
//! Notes that are submitted together keep their order and may cite each other. A failed commit
//! leaves nothing behind, in the database or in memory.

mod answer;
mod group;
mod ticks;
pub(crate) mod verifier;
mod working_set;

pub use answer::{Answer, Outcome, Refused, SubmitError};

use crate::ports::{Clock, Randomness, SystemClock, SystemRandomness};
use crate::store::{Store, StoreError};
use crate::verify::publics_of;
use bytes::Bytes;
use ed25519_dalek::SigningKey;
pub use group::GROUP_NOTES_MAX;
use group::Sequencing;
use ledger::Entry;
use ledger::field::PublicKey;
use metrics::counter;
use std::collections::HashMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{Notify, oneshot, watch};
use verifier::{Job, KeyCache, Submitter};
pub use working_set::ROWS_HELD_MAX;
pub(crate) use working_set::WorkingSet;

/// Notes that may wait: at 2 KiB each 32 MiB, and at the slowest disk about a second of work.
pub const QUEUE_NOTES_MAX: usize = 16_384;

/// Notes of one submission that are taken at once; the rest follow when these are answered, so that
/// one client's million doesn't keep others waiting.
pub const BATCH_NOTES_MAX: usize = 4096;

/// When to come again: the queue is emptied within about that time.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// How a sequencer runs.
#[derive(Clone)]
pub struct Config {
    /// The operator's key that signs ticks. Without one the clock stands still until somebody
    /// submits a tick.
    pub tick_key: Option<SigningKey>,
    /// Whether the clock also moves when a due day passes while nobody submits.
    pub ticks_alone: bool,
    /// The wall clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness, for the references of ticks.
    pub randomness: Arc<dyn Randomness>,
    /// Notes that may wait; [`QUEUE_NOTES_MAX`] unless a test wants to see the end of it.
    pub queue_notes_max: usize,
    /// Notes committed at once; [`GROUP_NOTES_MAX`] unless an operator knows better.
    pub group_notes_max: usize,
    /// Threads that check signatures; one for each processor unless an operator knows better.
    pub verify_workers: usize,
    /// Rows that are held in memory; [`ROWS_HELD_MAX`] unless a test wants all of them loaded anew.
    pub rows_held_max: usize,
}

impl Config {
    /// A sequencer on the machine's own clock, with the usual limits.
    #[must_use]
    pub fn new(tick_key: Option<SigningKey>) -> Self {
        Self {
            tick_key,
            ticks_alone: true,
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            queue_notes_max: QUEUE_NOTES_MAX,
            group_notes_max: GROUP_NOTES_MAX,
            verify_workers: std::thread::available_parallelism().map_or(1, NonZero::get),
            rows_held_max: ROWS_HELD_MAX,
        }
    }
}

impl std::fmt::Debug for Config {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Config")
            .field("queue_notes_max", &self.queue_notes_max)
            .finish_non_exhaustive()
    }
}

/// What submitters, workers and the ordering thread share.
#[derive(Debug, Default)]
struct Shared {
    queued: AtomicUsize,
    stopping: AtomicBool,
    emptied: Notify,
    /// How many entries the ledger has after the last commit of this run; 0 before the first.
    committed: watch::Sender<u64>,
    /// Keys that no member may have here, with whose they are.
    reserved: RwLock<HashMap<PublicKey, String>>,
}

impl Shared {
    fn queued(&self) -> usize {
        self.queued.load(Ordering::Acquire)
    }

    /// Takes room for so many notes, if there is any.
    fn enter(&self, notes: usize, max: usize) -> bool {
        let room = |queued: usize| queued.checked_add(notes).filter(|sum| *sum <= max);
        self.queued
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, room)
            .is_ok()
    }

    fn leave(&self, notes: usize) {
        if self.queued.fetch_sub(notes, Ordering::AcqRel) == notes {
            self.emptied.notify_waiters();
        }
    }

    /// Whose key an entry would enrol that no member may have here.
    fn reserved(&self, entry: &Entry) -> Option<String> {
        let mut publics = publics_of(entry).peekable();
        publics.peek()?;
        let reserved = self.reserved.read().unwrap_or_else(PoisonError::into_inner);
        publics.find_map(|key| reserved.get(key).cloned())
    }

    fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }
}

/// A running sequencer; clones submit to the same one.
#[derive(Clone, Debug)]
pub struct Handle {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Arc<Store>,
    shared: Arc<Shared>,
    queue_notes_max: usize,
    jobs: Mutex<Option<flume::Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// The sequencer.
#[derive(Debug)]
pub struct Sequencer;

impl Sequencer {
    /// Starts ordering into a store that was opened for writing. Needs a tokio runtime, on whose
    /// driver the database's connections wait.
    ///
    /// # Errors
    /// [`StoreError::NotWriter`], or [`StoreError::File`] where a thread can't be started.
    pub fn start(store: Arc<Store>, config: Config) -> Result<Handle, StoreError> {
        if !store.is_writer() {
            return Err(StoreError::NotWriter);
        }
        let shared = Arc::new(Shared::default());
        let keys = Arc::new(KeyCache::default());
        // Unbounded: what waits is counted in notes before it enters.
        let (jobs, job_queue) = flume::unbounded();
        let (units, unit_queue) = flume::unbounded();
        let ordered = move |unit| {
            // Nobody orders any more: the submitter hears that by the dropped reply.
            _ = units.send(unit);
        };
        verifier::start(config.verify_workers, &keys, &job_queue, ordered)
            .map_err(StoreError::file("verification pool"))?;
        let queue_notes_max = config.queue_notes_max;
        let working = WorkingSet::new(config.rows_held_max);
        let sequencing = Sequencing {
            store: Arc::clone(&store),
            keys,
            shared: Arc::clone(&shared),
            config,
            working,
            met: Vec::new(),
        };
        let runtime = tokio::runtime::Handle::current();
        let thread = std::thread::Builder::new()
            .name("sequencer".to_owned())
            .spawn(move || runtime.block_on(sequencing.run(unit_queue)))
            .map_err(StoreError::file("sequencer"))?;
        let jobs = Mutex::new(Some(jobs));
        let inner = Inner {
            store,
            shared,
            queue_notes_max,
            jobs,
            thread: Mutex::new(Some(thread)),
        };
        Ok(Handle {
            inner: Arc::new(inner),
        })
    }
}

impl Handle {
    /// A handle to a store that nobody submits to: it takes no notes, and everything is read.
    #[must_use]
    pub fn reading(store: Arc<Store>) -> Self {
        let inner = Inner {
            store,
            shared: Arc::new(Shared::default()),
            queue_notes_max: 0,
            jobs: Mutex::new(None),
            thread: Mutex::new(None),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Submits one note and waits until it is durable or refused.
    ///
    /// # Errors
    /// [`SubmitError`] that says why, and whether to send it again.
    pub async fn submit(&self, note: impl Into<Bytes>) -> Outcome {
        let mut outcomes = self.submit_batch(vec![note.into()]).await?;
        outcomes.pop().unwrap_or(Err(SubmitError::Stopped))
    }

    /// Submits notes that keep their order and may cite each other; each has its own outcome, in
    /// the same order.
    ///
    /// # Errors
    /// [`SubmitError::Busy`] or [`SubmitError::Stopped`] where none of them was taken.
    pub async fn submit_batch(&self, notes: Vec<Bytes>) -> Result<Vec<Outcome>, SubmitError> {
        let mut outcomes = Vec::with_capacity(notes.len());
        for part in notes.chunks(BATCH_NOTES_MAX) {
            match self.submit_part(part, false).await {
                Ok(answered) => outcomes.extend(answered),
                Err(error) if outcomes.is_empty() => return Err(error),
                Err(error) => {
                    outcomes.resize(notes.len(), Err(error));
                    break;
                }
            }
        }
        Ok(outcomes)
    }

    /// Submits notes that keep their order, may cite each other, and stand in the ledger together or
    /// not at all: one commit has all of them. What stood there before counts as standing.
    ///
    /// # Errors
    /// The place of the first note that keeps the others out, and why; nothing was written.
    pub async fn submit_whole(
        &self,
        notes: Vec<Bytes>,
    ) -> Result<Vec<Answer>, (usize, SubmitError)> {
        let outcomes = self.submit_part(&notes, true).await;
        let outcomes = outcomes.map_err(|error| (0, error))?;
        let mut answers = Vec::with_capacity(outcomes.len());
        let mut failed = None;
        for (place, outcome) in outcomes.into_iter().enumerate() {
            match outcome {
                Ok(answer) => answers.push(answer),
                // What was refused is the reason why the others failed.
                Err(error) if !error.retryable() => return Err((place, error)),
                Err(error) => failed = failed.or(Some((place, error))),
            }
        }
        failed.map_or(Ok(answers), Err)
    }

    /// From now on no entry that enrols one of these keys is taken: they are witnesses', and a key is
    /// one party's. Each with the name of whose it is.
    pub fn reserve(&self, keys: impl IntoIterator<Item = (PublicKey, String)>) {
        let reserved = &self.inner.shared.reserved;
        let mut reserved = reserved.write().unwrap_or_else(PoisonError::into_inner);
        reserved.extend(keys);
    }

    async fn submit_part(&self, notes: &[Bytes], whole: bool) -> Result<Vec<Outcome>, SubmitError> {
        let shared = &self.inner.shared;
        if shared.stopping.load(Ordering::Acquire) {
            return Err(SubmitError::Stopped);
        }
        if !shared.enter(notes.len(), self.inner.queue_notes_max) {
            counter!("countersign_submissions_busy_total").increment(1);
            return Err(SubmitError::Busy {
                retry_after: RETRY_AFTER,
            });
        }
        let (reply, answered) = oneshot::channel();
        self.send(Job::of(notes, Submitter { reply, whole }))?;
        answered.await.map_err(|_| SubmitError::Stopped)
    }

    fn send(&self, jobs: Vec<Job>) -> Result<(), SubmitError> {
        let sender = self
            .inner
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let sender = sender.as_ref().ok_or(SubmitError::Stopped)?;
        jobs.into_iter()
            .try_for_each(|job| sender.send(job))
            .map_err(|_| SubmitError::Stopped)
    }

    /// Whether the ordering thread is gone, so that nothing that waits will be answered.
    fn ended(&self) -> bool {
        let thread = self
            .inner
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// How many notes wait.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.inner.shared.queued()
    }

    /// How many notes may wait.
    #[must_use]
    pub fn queue_max(&self) -> usize {
        self.inner.queue_notes_max
    }

    /// Whether it still takes notes. A writer that was deposed doesn't.
    #[must_use]
    pub fn running(&self) -> bool {
        !self.inner.shared.stopping.load(Ordering::Acquire) && !self.ended()
    }

    /// The store that it writes.
    #[must_use]
    pub fn store(&self) -> &Arc<Store> {
        &self.inner.store
    }

    /// How many entries the ledger has, told anew after each commit; 0 before the first of this
    /// run. For whoever publishes what is durable.
    #[must_use]
    pub fn committed(&self) -> watch::Receiver<u64> {
        self.inner.shared.committed.subscribe()
    }

    /// Takes no more notes, answers all that wait, and lets go of the ledger.
    ///
    /// # Errors
    /// The database's error while letting go; everything that was answered is safe.
    pub async fn shutdown(&self) -> Result<(), StoreError> {
        self.drain().await;
        self.inner.store.close().await
    }

    /// Takes no more notes and answers all that wait. The ledger can still be read.
    pub async fn drain(&self) {
        self.inner.shared.stop();
        loop {
            let emptied = self.inner.shared.emptied.notified();
            if self.queued() == 0 || self.ended() {
                break;
            }
            // The count may have fallen between the look and the wait: look again now and then.
            _ = tokio::time::timeout(Duration::from_millis(50), emptied).await;
        }
        drop(
            self.inner
                .jobs
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        let thread = self
            .inner
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread {
            // A thread that panicked has nothing left to say.
            _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }
}
