//! Whether what is committed gets published: an entry is accepted only where it will be.

use ledger::field::Moment;
use ledger::log::INCLUSION_SECONDS;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// Within so long an accepted entry stands in a published checkpoint: the promise of every receipt.
pub const INCLUSION_MAX: Duration = Duration::from_secs(INCLUSION_SECONDS.unsigned_abs());

/// Seconds of failing after which nothing more is accepted: half of the promise, so that what was
/// accepted last has the other half.
const FAILING_SECONDS_MAX: i64 = INCLUSION_SECONDS / 2;

/// When publishing began to fail; 0 while it doesn't.
const WELL: i64 = 0;

/// What is wrong with publishing.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    failing_since: AtomicI64,
    stopped: OnceLock<String>,
}

impl Trouble {
    /// A step failed.
    pub(super) fn fail(&self, now: Moment) {
        // The first failure counts; who writes is one thread.
        if self.failing_since.load(Ordering::Acquire) == WELL {
            self.failing_since.store(now.0.max(1), Ordering::Release);
        }
    }

    /// A step succeeded.
    pub(super) fn mend(&self) {
        self.failing_since.store(WELL, Ordering::Release);
    }

    /// Nothing will be published any more.
    pub(super) fn stop(&self, reason: String) {
        _ = self.stopped.set(reason);
    }

    /// Whether the last step failed.
    pub(super) fn is_failing(&self) -> bool {
        self.failing_since.load(Ordering::Acquire) != WELL
    }

    /// Why nothing may be accepted now, if so.
    pub(super) fn refusal(&self, now: Moment) -> Option<&'static str> {
        if self.stopped.get().is_some() {
            return Some("the log would contradict what it signed: nothing is accepted");
        }
        let since = self.failing_since.load(Ordering::Acquire);
        let late = since != WELL && now.0.saturating_sub(since) >= FAILING_SECONDS_MAX;
        late.then_some("nothing can be published at the moment: send it again later")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_accepted_until_half_of_the_promise_has_passed() {
        let trouble = Trouble::default();
        assert_eq!(trouble.refusal(Moment(1_000)), None);
        trouble.fail(Moment(1_000));
        trouble.fail(Moment(1_020));
        assert!(trouble.is_failing());
        assert_eq!(trouble.refusal(Moment(1_029)), None);
        assert!(trouble.refusal(Moment(1_030)).is_some());
        trouble.mend();
        assert_eq!(trouble.refusal(Moment(1_031)), None);
        trouble.stop("it went back".to_owned());
        assert!(trouble.refusal(Moment(0)).is_some());
    }
}
