//! What comes from outside and would make a run differ from the next: the clock and randomness.
//! Everything that needs one of them takes it as an argument, so a test can hold it still.

use ledger::field::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A clock on the wall.
pub trait Clock: Send + Sync {
    /// The time now, in UTC seconds.
    fn now(&self) -> Moment;
}

/// A source of random bytes.
pub trait Randomness: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Moment(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands where it is put.
#[derive(Clone, Debug, Default)]
pub struct StillClock(Arc<AtomicI64>);

impl StillClock {
    /// A clock that stands at this time.
    #[must_use]
    pub fn at(time: Moment) -> Self {
        Self(Arc::new(AtomicI64::new(time.0)))
    }

    /// Puts it to another time.
    pub fn put(&self, time: Moment) {
        self.0.store(time.0, Ordering::SeqCst);
    }
}

impl Clock for StillClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        // Debian's kernel always answers; without randomness nothing here could go on safely.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
