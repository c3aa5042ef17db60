//! The rows that the ledger's state consists of. A store keeps each kind in a table of its own.

use crate::Minor;
use crate::field::{
    Basis, Commitment, Currency, Day, Days, Exponent, Function, Identity, KeyId, LedgerName,
    MemberName, Moment, Offset, PartsPerMillion, Payees, Person, ProgrammeName, Prose, PublicKey,
    Region, Roles, Threshold, Tier,
};
use smallvec::SmallVec;

/// The ledger itself: one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub ledger: LedgerName,
    /// The index of the next entry.
    pub next_index: u64,
    /// Ledger time: the last tick's, or the genesis' before the first.
    pub clock: Moment,
    /// Who runs the clock.
    pub operator: MemberName,
    /// How many houses vote.
    pub voting_houses: u32,
    /// The log's key, which no party may enrol.
    pub log_key: Option<PublicKey>,
    /// The version of the rules in force.
    pub rules: u16,
}

/// A member of the consortium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: MemberName,
    /// What it is called.
    pub title: Prose,
    /// What it does.
    pub function: Function,
    /// Its tier.
    pub tier: Tier,
    /// The member above it.
    pub parent: Option<MemberName>,
    /// Its region.
    pub region: Option<Region>,
    /// Who controls it.
    pub house: MemberName,
    /// Whether its house votes.
    pub voting: bool,
    /// Commitments to its accounts, ascending.
    pub accounts: Vec<Commitment>,
    /// Whether its outflows are stopped.
    pub frozen: bool,
    /// Its recovery key.
    pub recovery: PublicKey,
    /// The index of its activation.
    pub activated: u64,
}

/// A person's key of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolledKey {
    /// The member.
    pub member: MemberName,
    /// The key's ID.
    pub id: KeyId,
    /// The key.
    pub public: PublicKey,
    /// Whose key it is, opaque.
    pub person: Person,
    /// What it may sign.
    pub roles: Roles,
    /// The index at which it was enrolled.
    pub enrolled: u64,
    /// The index from which it is revoked.
    pub revoked: Option<u64>,
    /// The index since which its entries are disputed.
    pub compromised_since: Option<u64>,
}

/// How many voting members a house controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// The house.
    pub name: MemberName,
    /// Its voting members.
    pub voting_members: u32,
}

/// A proposal and its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its index.
    pub index: u64,
    /// Its identity.
    pub identity: Identity,
    /// When it was signed.
    pub time: Moment,
    /// Who is proposed.
    pub member: MemberName,
    /// The proposed title.
    pub title: Prose,
    /// The proposed function.
    pub function: Function,
    /// The proposed tier.
    pub tier: Tier,
    /// The proposed parent.
    pub parent: Option<MemberName>,
    /// The proposed region.
    pub region: Option<Region>,
    /// The proposed house.
    pub house: MemberName,
    /// Whether its house would vote.
    pub voting: bool,
    /// Houses for it.
    pub yes: Vec<MemberName>,
    /// Houses against it.
    pub no: Vec<MemberName>,
    /// The index of the entry that carried it out.
    pub settled: Option<u64>,
}

/// A programme and its terms of business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its name.
    pub name: ProgrammeName,
    /// Its owner.
    pub owner: MemberName,
    /// What it is called.
    pub title: Prose,
    /// Its currency.
    pub currency: Currency,
    /// Digits behind the decimal mark.
    pub exponent: Exponent,
    /// The year's first day.
    pub starts: Day,
    /// The year's last day.
    pub ends: Day,
    /// Its local time.
    pub offset: Offset,
    /// Whether cash or limits move.
    pub basis: Basis,
    /// Whom a payer may pay.
    pub payees: Payees,
    /// Days that a hop may take.
    pub hop_days: Days,
    /// Days that money may lie unmoved.
    pub idle_days: Days,
    /// Days after the due day from which a payer may reverse alone.
    pub grace_days: Days,
    /// The share of a step that charges may take.
    pub tolerance: PartsPerMillion,
    /// From which daily sums more persons sign, ascending.
    pub thresholds: Vec<Threshold>,
    /// Its books are closed up to this day.
    pub closed_through: Option<Day>,
    /// Whether it is closed to new outflows.
    pub closed: bool,
    /// The sum of everything that it ever moved.
    pub volume: Minor,
    /// The index of its opening.
    pub opened: u64,
}

/// A reference that was used, unique per member and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The index of the entry that used it.
    pub index: u64,
    /// That entry's identity.
    pub identity: Identity,
}

/// A node by where it stands: the index of its entry, and the leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeRef {
    /// The index of the appropriation, carry-over or step.
    pub index: u64,
    /// The leg, from 0.
    pub leg: u8,
}

/// What a member can spend from: `H = A + R + Y + K + I - (S - B) - E - L`, never negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands.
    pub at: NodeRef,
    /// The identity of its entry.
    pub entry: Identity,
    /// When that entry was signed.
    pub time: Moment,
    /// Who holds it.
    pub holder: MemberName,
    /// Who sent it; the holder itself for an appropriation.
    pub sender: MemberName,
    /// The programme.
    pub programme: ProgrammeName,
    /// `A`.
    pub appropriated: Minor,
    /// `R`.
    pub received: Minor,
    /// `Y`: returns received.
    pub returned: Minor,
    /// `K`: recovered here.
    pub recovered: Minor,
    /// `I`.
    pub income: Minor,
    /// `S - B`: sent from here, less what was taken back.
    pub sent: Minor,
    /// `E`: spent, refunds taken off.
    pub spent: Minor,
    /// `L`: surrendered or carried over.
    pub left: Minor,
    /// The day of its last movement.
    pub moved: Day,
    /// Carried over since it was last credited.
    pub carried: bool,
    /// Whether a due row watches it for idleness.
    pub watched: bool,
}

impl Node {
    /// `H`, in minor units.
    #[must_use]
    pub const fn held(&self) -> Minor {
        self.appropriated + self.received + self.returned + self.recovered + self.income
            - self.sent
            - self.spent
            - self.left
    }
}

/// What kind of step it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// A transfer.
    Transfer,
    /// A return along its own legs.
    Return,
    /// A transfer that covers what a payee had received beyond what was sent.
    Covering,
}

/// One edge of money: `S = R + B + C + K + W + U`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The node that it came from, and goes back to.
    pub source: NodeRef,
    /// The node that it is credited to.
    pub target: NodeRef,
    /// `S`.
    pub sent: Minor,
    /// `R`, corrections taken off.
    pub received: Minor,
    /// `B`: bounced or reversed.
    pub back: Minor,
    /// `C`: charged on the way.
    pub charged: Minor,
    /// `K`: recovered.
    pub recovered: Minor,
    /// `W`: written off.
    pub written_off: Minor,
}

impl Leg {
    /// `U`, the open part, in minor units.
    #[must_use]
    pub const fn open(&self) -> Minor {
        self.sent - self.received - self.back - self.charged - self.recovered - self.written_off
    }
}

/// A transfer or return with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its index.
    pub index: u64,
    /// Its identity.
    pub identity: Identity,
    /// Its kind.
    pub kind: StepKind,
    /// The programme.
    pub programme: ProgrammeName,
    /// The payer.
    pub from: MemberName,
    /// The payee.
    pub to: MemberName,
    /// When it was signed.
    pub time: Moment,
    /// The day the money moved.
    pub occurred: Day,
    /// The day by which it should be confirmed: as the payer said, or the programme's days later.
    pub due: Day,
    /// Whether a due row watches it.
    pub watched: bool,
    /// Whether the payee has said its last word.
    pub last_word: bool,
    /// The day of the payee's latest receipt.
    pub confirmed: Option<Day>,
    /// `X`: received beyond what was sent, or after it was taken back.
    pub contested: Minor,
    /// What the payer alone took back out of what was missing, or says it found again: its finding
    /// stays open.
    pub taken_from_missing: Minor,
    /// The legs, in the order of its sources.
    pub legs: SmallVec<[Leg; 1]>,
}

impl Step {
    /// `U` over all legs.
    #[must_use]
    pub fn open(&self) -> Minor {
        self.legs.iter().map(Leg::open).sum()
    }

    /// `S` over all legs.
    #[must_use]
    pub fn sent(&self) -> Minor {
        self.legs.iter().map(|leg| leg.sent).sum()
    }

    /// `R` over all legs.
    #[must_use]
    pub fn received(&self) -> Minor {
        self.legs.iter().map(|leg| leg.received).sum()
    }

    /// `B` over all legs.
    #[must_use]
    pub fn back(&self) -> Minor {
        self.legs.iter().map(|leg| leg.back).sum()
    }

    /// `C` over all legs.
    #[must_use]
    pub fn charged(&self) -> Minor {
        self.legs.iter().map(|leg| leg.charged).sum()
    }

    /// `M`: open after the payee's last word, in minor units.
    #[must_use]
    pub fn missing(&self) -> Minor {
        if self.last_word { self.open() } else { 0 }
    }
}

/// Earlier payments of one payer, payee, account, programme and amount within a fortnight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeat {
    /// Day and index of each, the latest last.
    pub payments: SmallVec<[(Day, u64); 2]>,
}

/// What one payer sent one payee on one local day, where the programme has thresholds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DaySum(pub Minor);

/// What falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueKind {
    /// A step's receipt.
    Receipt,
    /// A look at a node that may lie idle.
    Idle,
}

/// A moment at which the ledger looks at something again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// From this ledger time on.
    pub at: Moment,
    /// The step, or the node's entry.
    pub index: u64,
    /// The node's leg; 0 for a step.
    pub leg: u8,
    /// What for.
    pub kind: DueKind,
}

/// A later signature under an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// The index of the entry that is endorsed.
    pub entry: u64,
    /// The index of the endorsement.
    pub index: u64,
    /// Who endorses.
    pub by: MemberName,
}
