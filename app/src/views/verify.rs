//! The page on which a reader's own machine checks an entry.

use super::EntryRef;

/// What the page is about and what the check begins with.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct VerifyPage {
    /// The entry that the address names; nothing where files alone are checked.
    pub entry: Option<EntryRef>,
    /// What a reader trusts who has nothing better: this log's key and policy, as a tlog-policy.
    /// Empty where the server publishes no log.
    pub trust: String,
    /// The log's key as `--vkey` takes it; empty where there is none.
    pub vkey: String,
}
