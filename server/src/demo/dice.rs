//! The demo's only source of chance: `ChaCha8` generators, each from the seed and what it is for.

use ledger::Minor;
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use sha3::{Digest, Sha3_256};

/// 32 bytes that depend on the seed, on what they are for, and on nothing else.
pub(super) fn material(seed: u64, purpose: &str, parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha3_256::new();
    // Domain separation; no part holds a line feed, so the fields can't run into each other.
    hash.update(b"countersign/demo/");
    hash.update(purpose.as_bytes());
    hash.update(b"\n");
    hash.update(seed.to_be_bytes());
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().into()
}

/// A generator for one purpose.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: u64, purpose: &str) -> Self {
        Self(ChaCha8Rng::from_seed(material(seed, purpose, &[])))
    }

    /// A number from `from` to `to`, both included. The bias of taking the high half of a product
    /// is below 2^-40 for every range used here.
    pub(super) fn range(&mut self, from: i64, to: i64) -> i64 {
        let width = u128::from(to.abs_diff(from)) + 1;
        let offset = (u128::from(self.0.next_u64()) * width) >> 64;
        from + i64::try_from(offset).expect("an offset is within the range")
    }

    /// Whether something with this chance in a hundred happens.
    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.range(1, 100) <= chance
    }

    /// A share of an amount, from `from` to `to` thousandths, at least one minor unit.
    pub(super) fn share(&mut self, amount: Minor, from: i64, to: i64) -> Minor {
        (amount * Minor::from(self.range(from, to)) / 1000).max(1)
    }

    /// One of the items.
    pub(super) fn pick<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }

    /// An index below `count`, which isn't zero.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let most = i64::try_from(count).expect("a list fits memory") - 1;
        usize::try_from(self.range(0, most)).expect("the range starts at zero")
    }

    /// Puts items into an order of chance (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}
