//! The ledger's clock: the operator signs a tick before a group when the wall clock is ahead.

use crate::ports::{Clock, Randomness};
use ed25519_dalek::SigningKey;
use ledger::entry::Tick;
use ledger::field::{Field, Moment, RecordRef, SignerCount};
use ledger::{Entry, Head, Note};

/// Seconds between two ticks: ledger time has no finer step.
const TICK_SECONDS: i64 = 1;

/// Signs the tick that is due, if the wall clock is ahead of ledger time. The note's text holds a
/// random word beside the time, so that no earlier tick has the same reference.
pub(super) fn due_tick(
    head: &Head,
    key: &SigningKey,
    clock: &dyn Clock,
    randomness: &dyn Randomness,
) -> Option<Note> {
    let now = clock.now();
    if now.0 < head.clock.0.saturating_add(TICK_SECONDS) {
        return None;
    }
    let mut word = [0; 4];
    randomness.fill(&mut word);
    sign(head, key, now, &format!("{}-{}", now.0, hex::encode(word)))
}

/// Signs a tick at a time, under a reference.
fn sign(head: &Head, key: &SigningKey, time: Moment, reference: &str) -> Option<Note> {
    let tick = Tick {
        ledger: head.ledger.clone(),
        by: head.operator.clone(),
        reference: RecordRef::parse(reference).ok()?,
        time,
        signers: SignerCount(1),
    };
    Note::sign(&Entry::from(tick), &[(&head.operator, key)]).ok()
}
