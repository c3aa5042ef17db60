//! One witness of the policy: what it cosigned last, and whether it answers.

use ledger::field::Moment;
use ledger::log::{NoteLine, PolicyWitness, SignedCheckpoint};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a cosigner cosigned last: the checkpoint with the log's line and its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cosigned {
    pub(super) checkpoint: SignedCheckpoint,
    pub(super) line: NoteLine,
    pub(super) time: Moment,
}

impl Cosigned {
    pub(super) fn size(&self) -> u64 {
        self.checkpoint.checkpoint().size
    }

    /// Whether it says more than what was known before.
    pub(super) fn is_newer(&self, before: Option<&Self>) -> bool {
        before.is_none_or(|before| (self.size(), self.time) > (before.size(), before.time))
    }
}

/// One witness of the policy.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) witness: PolicyWitness,
    last: Mutex<Option<Cosigned>>,
    /// It doesn't answer at the moment: no checkpoint waits for it.
    resting: AtomicBool,
}

impl Seat {
    /// A seat whose witness has said nothing yet.
    pub(super) fn of(witness: &PolicyWitness) -> Self {
        Self {
            witness: witness.clone(),
            last: Mutex::default(),
            resting: AtomicBool::new(false),
        }
    }

    /// What it cosigned last.
    pub(super) fn last(&self) -> MutexGuard<'_, Option<Cosigned>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The size that it cosigned last; 0 where nothing is known.
    pub(super) fn size(&self) -> u64 {
        self.last().as_ref().map_or(0, Cosigned::size)
    }

    /// Whether it cosigned this checkpoint.
    pub(super) fn covers(&self, checkpoint: &SignedCheckpoint) -> bool {
        self.line_of(checkpoint).is_some()
    }

    /// Its line on this checkpoint, where it cosigned it.
    pub(super) fn line_of(&self, checkpoint: &SignedCheckpoint) -> Option<NoteLine> {
        let last = self.last();
        let same = last
            .as_ref()
            .filter(|last| last.checkpoint.checkpoint() == checkpoint.checkpoint());
        same.map(|last| last.line.clone())
    }

    /// Whether it is left alone for now.
    pub(super) fn rest(&self, resting: bool) {
        self.resting.store(resting, Ordering::Release);
    }

    /// Whether a checkpoint waits for it.
    pub(super) fn is_waited_for(&self) -> bool {
        self.witness.url.is_some() && !self.resting.load(Ordering::Acquire)
    }
}
