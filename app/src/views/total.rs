//! The page on which a reader's own machine checks a programme's total.

use super::{Line, ProgrammeRef, TallyRow};

/// What the page is about and what the check begins with.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TotalPage {
    /// Which programme.
    pub programme: ProgrammeRef,
    /// Of how many entries the figures are.
    pub entries: u64,
    /// Its identity.
    pub line: Line,
    /// Its months, as its own page shows them.
    pub months: Vec<TallyRow>,
    /// What a reader trusts who has nothing better: this log's key and policy, as a tlog-policy.
    /// Empty where the server publishes no log.
    pub trust: String,
    /// The log's key as `--vkey` takes it; empty where there is none.
    pub vkey: String,
}
