//! What a search found.

use super::{EntryRef, Party, ProgrammeRef};

/// A member that was found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FoundMember {
    /// Which one.
    pub member: Party,
    /// Its tier: 0 for the nation, then downward.
    pub tier: u8,
    /// Its region, by what it is called; empty where it has none.
    pub region: String,
    /// Its parent, or nothing at the top.
    pub parent: Option<Party>,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FoundEntry {
    /// Which one.
    pub entry: EntryRef,
    /// Who signed it.
    pub author: Party,
}

/// The search page; with an empty query it is the form alone.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SearchPage {
    /// What was typed.
    pub query: String,
    /// Members, the closest first.
    pub members: Vec<FoundMember>,
    /// Programmes.
    pub programmes: Vec<ProgrammeRef>,
    /// Entries.
    pub entries: Vec<FoundEntry>,
    /// Whether there may be others that aren't shown.
    pub more: bool,
}
