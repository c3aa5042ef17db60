//! Who keeps the books, and how the server stands.

use super::{EntryRef, KeyRow, Paging, Party, Seconds};

/// Who keeps a ledger's books: its operator, houses, members, keys and proposals.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BooksPage {
    /// Who runs the server and the clock; nothing before the ledger is founded.
    pub operator: Option<Party>,
    /// The version of the rules in force.
    pub rules: u16,
    /// Houses that vote, with how many voting members each controls, the first of them.
    pub houses: Vec<(Party, u64)>,
    /// How many houses vote.
    pub houses_voting: u64,
    /// One page of the members, from the top level down, by name.
    pub members: Vec<BookMember>,
    /// Where that page stands.
    pub members_page: Paging,
    /// One page of the proposals, the latest first.
    pub proposals: Vec<ProposalRow>,
    /// Where that page stands.
    pub proposals_page: Paging,
}

/// A member with its keys.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BookMember {
    /// Which one.
    pub member: Party,
    /// Its level: 0 for the nation, then downward.
    pub tier: u8,
    /// Who controls it.
    pub house: Party,
    /// Its keys, those that were revoked too, the first of them.
    pub keys: Vec<KeyRow>,
    /// How many of its keys stand on its own page only.
    pub keys_left_out: u64,
}

/// A proposal and its votes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProposalRow {
    /// The entry.
    pub entry: EntryRef,
    /// Who is proposed, by the proposed title.
    pub member: Party,
    /// When it was signed.
    pub time: Seconds,
    /// Houses for it.
    pub yes: Vec<Party>,
    /// Houses against it.
    pub no: Vec<Party>,
    /// The index of the entry that carried it out, if one did.
    pub settled: Option<u64>,
}

/// How the server stands. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StatusPage {
    /// Whether entries are taken.
    pub takes_entries: bool,
    /// The last entry's index, or nothing on an empty ledger.
    pub last_index: Option<u64>,
    /// When this server recorded it.
    pub recorded_at: Option<Seconds>,
    /// Ledger time of the last entry that isn't a tick.
    pub moved_at: Option<Seconds>,
    /// Entries that wait to be recorded.
    pub queued: u64,
    /// How many may wait.
    pub queue_max: u64,
    /// The version of the rules in force, or nothing on an empty ledger.
    pub rules: Option<u16>,
    /// The version of the software.
    pub version: String,
    /// Its licence, as SPDX spells it.
    pub licence: String,
    /// Who countersigns checkpoints, in the policy's order.
    pub witnesses: Vec<WitnessRow>,
}

/// A witness of the log's policy.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WitnessRow {
    /// What the policy calls it.
    pub name: String,
    /// Whether it is of another house than the log's operator.
    pub outside: bool,
    /// How many entries the checkpoint has that it countersigned last, and when it did.
    pub last: Option<(u64, Seconds)>,
}
