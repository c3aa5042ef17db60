//! What a mirror says of itself and of the log that it follows.

use super::Seconds;

/// How a mirror stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MirrorPage {
    /// Where the log is read from.
    pub from: String,
    /// The log's verifier key.
    pub log: String,
    /// When it last held every entry of a checkpoint.
    pub checked_at: Option<Seconds>,
    /// The key that cosigns, where the mirror has one.
    pub cosigns_as: Option<String>,
    /// The key that stamps submissions, where the mirror has one.
    pub stamps_as: Option<String>,
    /// What keeps it from following, while something does.
    pub trouble: Option<MirrorTrouble>,
    /// Why it stopped for good.
    pub departed: Option<MirrorDeparted>,
    /// What the log accepted and left out, the earliest first; no more than a page shows.
    pub withheld: Vec<WithheldRow>,
    /// How many there are in all.
    pub withheld_count: u64,
}

/// Something that comes in place of the log, or nothing that comes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MirrorTrouble {
    /// The stable code.
    pub code: String,
    /// Since when.
    pub since: Seconds,
    /// Whether nothing comes; else it comes and isn't the log's.
    pub unreachable: bool,
}

/// What the log's own signatures show against it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MirrorDeparted {
    /// The stable code.
    pub code: String,
    /// How many entries were right before it.
    pub entries: u64,
    /// When it was seen.
    pub at: Seconds,
    /// The command with which somebody else checks the evidence.
    pub check: String,
}

/// A submission that the log accepted and left out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WithheldRow {
    /// SHA3-256 of its text, in hexadecimal.
    pub identity: String,
    /// When the log accepted it.
    pub accepted_at: Seconds,
}
