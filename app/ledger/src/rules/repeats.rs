//! Possible duplicates: the same payment again within a fortnight.

use super::posting::Posting;
use crate::Code;
use crate::entry::Transfer;
use crate::limits::{DUPLICATE_DAYS, REPEATS_KEPT};
use crate::rows::Repeat;
use sha3::Digest;

/// The key of the bucket that a payment belongs to, and of its two neighbours: whatever lies
/// within [`DUPLICATE_DAYS`] is in one of the three.
pub(super) fn keys(transfer: &Transfer) -> impl Iterator<Item = (i64, u64)> + use<> {
    around(payment_key(transfer))
}

fn around((bucket, digest): (i64, u64)) -> impl Iterator<Item = (i64, u64)> {
    (bucket - 1..=bucket + 1).map(move |bucket| (bucket, digest))
}

/// The key of a payment's own bucket: its fortnight and its digest. A store that finds payments by
/// it can fill [`crate::Facts::repeats`].
#[must_use]
pub fn payment_key(transfer: &Transfer) -> (i64, u64) {
    (bucket(transfer), digest(transfer))
}

fn bucket(transfer: &Transfer) -> i64 {
    transfer.occurred.number().div_euclid(DUPLICATE_DAYS)
}

/// What makes two payments the same: programme, parties, account and amount.
fn digest(transfer: &Transfer) -> u64 {
    let mut hash = sha3::Sha3_256::new();
    // Domain separation; no name holds a line feed, so the fields can't run into each other.
    hash.update(b"countersign/v1/payment\n");
    for name in [
        transfer.programme.as_str(),
        transfer.from.as_str(),
        transfer.to.as_str(),
    ] {
        hash.update(name.as_bytes());
        hash.update(b"\n");
    }
    hash.update(transfer.account.map_or([0; 32], |account| account.0));
    hash.update(transfer.amount.minor().to_be_bytes());
    let bytes: [u8; 32] = hash.finalize().into();
    crate::field::Identity(bytes).prefix()
}

/// Remembers a payment and raises a finding where the same one stands nearby.
pub(super) fn remember(posting: &mut Posting<'_>, transfer: &Transfer) {
    let own = payment_key(transfer);
    let earlier = nearest(posting, transfer, own);
    let mut repeat = posting.facts.repeats.get(&own).cloned().unwrap_or_default();
    if repeat.payments.len() == REPEATS_KEPT {
        repeat.payments.remove(0);
    }
    repeat.payments.push((transfer.occurred, posting.index()));
    posting.effects.repeats.push((own, repeat));
    if let Some(earlier) = earlier {
        let index = posting.index();
        posting.raise(
            index,
            Code::PossibleDuplicate,
            transfer.amount.minor(),
            None,
            Some(earlier),
        );
    }
}

/// The latest earlier payment within reach that wasn't taken back.
fn nearest(posting: &Posting<'_>, transfer: &Transfer, own: (i64, u64)) -> Option<u64> {
    let facts = posting.facts;
    let near = |repeat: &Repeat| -> Option<u64> {
        let within = repeat.payments.iter().filter(|(day, index)| {
            let apart = (day.number() - transfer.occurred.number()).abs();
            let taken_back = facts
                .steps
                .get(index)
                .is_some_and(|step| step.back() == step.sent());
            apart <= DUPLICATE_DAYS && !taken_back
        });
        within.map(|(_, index)| *index).max()
    };
    around(own)
        .filter_map(|key| near(facts.repeats.get(&key)?))
        .max()
}
