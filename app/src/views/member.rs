//! A member: who it is, what it holds, who may sign for it.

use super::{
    EntryRef, FindingView, FlowRow, MemberHops, MemberMoney, Minor, Paging, Party, StepRow,
};

/// A member in a programme's list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberRow {
    /// Which one.
    pub member: Party,
    /// Its tier: 0 for the nation, then downward.
    pub tier: u8,
    /// Its region, by what it is called, else by its code; empty where it has none.
    pub region: String,
    /// Sent to it.
    pub sent: Minor,
    /// Received by its own word.
    pub received: Minor,
    /// What it holds.
    pub held: Minor,
    /// Its open findings in this programme.
    pub findings_open: u64,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberPage {
    /// Which one.
    pub member: Party,
    /// What it does, by the ledger's word: `finance`, `office`, `bank`.
    pub function: String,
    /// Its tier: 0 for the nation, then downward.
    pub tier: u8,
    /// Its region, by what it is called, else by its code; empty where it has none.
    pub region: String,
    /// The ledger's code of its region.
    pub region_code: String,
    /// The house that controls it.
    pub house: String,
    /// Its parent, or nothing at the top.
    pub parent: Option<Party>,
    /// Its children, the first of them.
    pub children: Vec<Party>,
    /// How many children it has.
    pub children_total: u64,
    /// Whether it is frozen.
    pub frozen: bool,
    /// The entry that made it a member, where there is one.
    pub activated: Option<EntryRef>,
    /// Its money, a row a programme.
    pub money: Vec<MemberMoney>,
    /// Who sent to it, a row a payer and programme, the first of them.
    pub payers: Vec<FlowRow>,
    /// How many rows `payers` has in all.
    pub payers_total: u64,
    /// Whom it sent to, a row a payee and programme, the first of them.
    pub payees: Vec<FlowRow>,
    /// How many rows `payees` has in all.
    pub payees_total: u64,
    /// How long what was sent to it takes, a row a programme.
    pub hops: Vec<MemberHops>,
    /// Steps it is payer or payee of, latest first, one page of them.
    pub steps: Vec<StepRow>,
    /// Where that page stands.
    pub steps_page: Paging,
    /// Findings that name it, latest open ones first, a handful.
    pub findings: Vec<FindingView>,
    /// How many open findings name it.
    pub findings_open: u64,
    /// Who may sign for it.
    pub keys: Vec<KeyRow>,
}

/// A key that may sign for a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeyRow {
    /// The key's short id, eight hexadecimal digits.
    pub key_id: String,
    /// The opaque id of the person who holds it.
    pub person: String,
    /// Its roles, by the ledger's words.
    pub roles: Vec<String>,
    /// The index of the entry that enrolled it.
    pub since_index: u64,
    /// The index of the entry that ended it, if one did.
    pub until_index: Option<u64>,
    /// Whether a `key-compromised` entry names it.
    pub compromised: bool,
}

impl KeyRow {
    /// Whether it is no person's key but the member's last resort: it signs nothing but new keys.
    #[must_use]
    pub fn is_recovery(&self) -> bool {
        self.roles.is_empty()
    }
}
