//! The task behind the sequencer: what was committed becomes leaves, tiles and a signed checkpoint.
//!
//! It reads entries back from the database, so what is signed is what is durable, never what is in
//! somebody's memory. Nothing of a step stands until its checkpoint is kept: a step that fails is
//! taken anew from the last one.

use super::frontier::Frontier;
use super::kept::Kept;
use super::{Inner, LogError, Published};
use crate::ports::Clock;
use ledger::log::{SignedCheckpoint, consistent, leaf_hash};
use metrics::{counter, gauge, histogram};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// Entries that are read back at once: a few hundred kilobytes.
const PAGE_ENTRIES: u32 = 1024;

/// Entries between two checkpoints: a log that has fallen behind signs again after about half a
/// second of work, so that what is done stays done.
const STEP_ENTRIES_MAX: u64 = 65_536;

/// How long to wait after a step that failed: what fails then fails at once again.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// What the publishing thread alone has.
pub(super) struct Publisher {
    pub(super) log: Arc<Inner>,
    pub(super) kept: Kept,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) interval: Duration,
    /// The tree as it was last signed.
    pub(super) frontier: Frontier,
    pub(super) signed: Option<SignedCheckpoint>,
}

impl Publisher {
    /// Publishes whatever is committed, until it is told to stop; then once more.
    pub(super) async fn run(
        mut self,
        mut committed: watch::Receiver<u64>,
        mut stop: watch::Receiver<bool>,
    ) {
        loop {
            let stopping = *stop.borrow_and_update();
            committed.mark_unchanged();
            let begun = Instant::now();
            let wait = match self.step().await {
                Ok(true) => continue,
                Ok(false) => self.interval,
                Err(error) if self.failed(&error) => return,
                Err(_) => RETRY_AFTER,
            };
            if stopping {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep_until(begun + wait) => {}
                _ = stop.changed() => continue,
            }
            if self.log.trouble.is_failing() {
                continue;
            }
            tokio::select! {
                changed = committed.changed() => if changed.is_err() { return },
                _ = stop.changed() => {}
            }
        }
    }

    /// Notes a failure; says whether nothing can be published any more.
    fn failed(&self, error: &LogError) -> bool {
        counter!("countersign_checkpoints_failed_total").increment(1);
        if error.is_contradiction() {
            let mend = error.mend().unwrap_or_default();
            tracing::error!(error = %error, mend, "the log stops: it would contradict what it signed");
            self.log.trouble.stop(error.to_string());
            return true;
        }
        tracing::error!(error = %error, "nothing was published, it is tried again");
        self.log.trouble.fail(self.clock.now());
        false
    }

    /// Takes what is committed into the tree and publishes a checkpoint of it. Says whether there
    /// is more.
    ///
    /// # Errors
    /// [`LogError`]; nothing has changed then.
    pub(super) async fn step(&mut self) -> Result<bool, LogError> {
        let begun = Instant::now();
        let mut frontier = self.frontier.clone();
        let more = self.integrate(&mut frontier).await?;
        if frontier.size() > self.frontier.size() {
            self.sign(frontier).await?;
            histogram!("countersign_checkpoint_seconds").record(begun.elapsed());
        }
        self.log.trouble.mend();
        Ok(more)
    }

    /// Appends the entries that are committed, and writes the tiles that they fill.
    async fn integrate(&self, frontier: &mut Frontier) -> Result<bool, LogError> {
        let end = frontier.size() + STEP_ENTRIES_MAX;
        let mut full = Vec::new();
        loop {
            let page = self.log.store.notes(frontier.size(), PAGE_ENTRIES).await?;
            for stored in &page {
                if stored.index != frontier.size() {
                    let index = frontier.size();
                    return Err(LogError::EntryMissing { index });
                }
                frontier.append(leaf_hash(&stored.note), &mut full);
            }
            self.log.tiles.write(&full)?;
            full.clear();
            if page.len() < PAGE_ENTRIES as usize {
                return Ok(false);
            }
            if frontier.size() >= end {
                return Ok(true);
            }
        }
    }

    /// Signs the tree where it continues the last signed one, keeps the checkpoint, publishes it.
    async fn sign(&mut self, frontier: Frontier) -> Result<(), LogError> {
        // Entries begin with the genesis, so there is a name to sign under.
        let Some(key) = self.log.key().await? else {
            return Ok(());
        };
        self.prove(&frontier).await?;
        let checkpoint = SignedCheckpoint::sign(frontier.size(), frontier.root(), &key);
        self.kept.write(&checkpoint)?;
        counter!("countersign_checkpoints_total").increment(1);
        let size = u32::try_from(frontier.size()).unwrap_or(u32::MAX);
        gauge!("countersign_published_entries").set(f64::from(size));
        self.signed = Some(checkpoint.clone());
        self.frontier = frontier;
        let published = self.published(checkpoint);
        // A log that is being stopped waits for nobody.
        if !*self.log.stop.borrow() {
            self.log.cosigners.gather(&published).await;
        }
        self.log.publish(published);
        Ok(())
    }

    /// Shows readers a checkpoint that is kept, and witnesses too.
    pub(super) fn publish(&self, checkpoint: SignedCheckpoint) {
        let published = self.published(checkpoint);
        let candidate = Some(Arc::clone(&published));
        self.log.cosigners.candidate.send_replace(candidate);
        self.log.publish(published);
    }

    fn published(&self, checkpoint: SignedCheckpoint) -> Arc<Published> {
        Arc::new(Published {
            checkpoint,
            frontier: self.frontier.clone(),
            at: self.clock.now(),
            verdict: None,
        })
    }

    /// Proves, from the tiles as they are stored, that the tree continues the last signed one.
    async fn prove(&self, frontier: &Frontier) -> Result<(), LogError> {
        let Some(signed) = &self.signed else {
            return Ok(());
        };
        let signed = signed.checkpoint();
        let path = self.log.continuation(frontier, signed.size).await?;
        let (old, new) = (signed.size, frontier.size());
        consistent(old, new, &signed.root, &frontier.root(), &path).map_err(|error| {
            LogError::Inconsistent {
                signed: old,
                size: new,
                reason: error.to_string(),
            }
        })
    }
}
