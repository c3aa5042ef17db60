//! The identity of a programme, its tallies, and what a member's money did.

use super::{Currency, Minor, Party, ProgrammeRef};

/// The identity of a programme, or of several in one currency:
/// `A + I = H + T + M + P + E + L + W`, each term >= 0.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The currency of every term.
    pub currency: Currency,
    /// A: appropriated, cuts taken off.
    pub appropriated: Minor,
    /// I: interest, co-payments.
    pub income: Minor,
    /// H: what members hold and may still spend.
    pub held: Minor,
    /// T: sent, and the payee hasn't given its last word yet.
    pub transit: Minor,
    /// The part of `transit` whose due day has passed. Part of T, never added.
    pub overdue: Minor,
    /// M: sent, and the payee's last word is that it didn't come.
    pub missing: Minor,
    /// P: on rolls of recipients, not acknowledged yet.
    pub paid_open: Minor,
    /// P: acknowledged by recipients.
    pub paid_acknowledged: Minor,
    /// P: on rolls, disputed by recipients.
    pub paid_disputed: Minor,
    /// E: spent and charged.
    pub spent: Minor,
    /// L: surrendered, or carried over to another year.
    pub left: Minor,
    /// W: written off with an auditor's signature.
    pub written_off: Minor,
    /// X: received by the payee's word beyond what was sent. Outside the identity.
    pub contested: Minor,
}

impl Line {
    /// The left side of the identity: what came into the programme.
    #[must_use]
    pub fn came_in(&self) -> Minor {
        self.appropriated + self.income
    }

    /// The right side of the identity: where it is now.
    #[must_use]
    pub fn accounted_for(&self) -> Minor {
        self.held
            + self.transit
            + self.missing
            + self.paid_open
            + self.paid_acknowledged
            + self.paid_disputed
            + self.spent
            + self.left
            + self.written_off
    }

    /// Whether both sides are equal to the last unit.
    #[must_use]
    pub fn balances(&self) -> bool {
        self.came_in() == self.accounted_for()
    }
}

/// What a row of a tally stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// A tier of members: 0 for the nation, then downward.
    Tier(u8),
    /// A region, by what it is called, else by the ledger's code; empty for members without one.
    Region(String),
    /// A month of the programme's calendar: year and month, 1 to 12.
    Month(i32, u32),
}

impl Default for Bucket {
    fn default() -> Self {
        Self::Region(String::new())
    }
}

/// One row of a tally. The columns are kept apart and never added together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TallyRow {
    /// What the row stands for.
    pub bucket: Bucket,
    /// Appropriated to members of the bucket (of a month: in that month).
    pub allocated: Minor,
    /// Sent to members of the bucket, by the payers' word.
    pub sent: Minor,
    /// Received by them, by their own word.
    pub received: Minor,
    /// Of `sent`: the payees haven't given their last word.
    pub transit: Minor,
    /// Of `sent`: the payees' last word is that it didn't come.
    pub missing: Minor,
}

/// Where the money of a level or a region stands: its part of the programme's line. Over all levels
/// the lines add up to the programme's, and so they do over all regions.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlaceRow {
    /// What the row stands for.
    pub place: Bucket,
    /// Its part of the line. `overdue` and `contested` are known of the programme only.
    pub line: Line,
}

/// What a member's money in one programme did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberMoney {
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of every amount here.
    pub currency: Currency,
    /// Appropriated to it.
    pub appropriated: Minor,
    /// Income of its own.
    pub income: Minor,
    /// Sent to it, by the payers' word.
    pub sent_to: Minor,
    /// Received by its own word.
    pub received: Minor,
    /// Of `sent_to`: it hasn't given its last word.
    pub to_confirm: Minor,
    /// Of `sent_to`: its last word is that it didn't come.
    pub missing: Minor,
    /// What it sent on, less what it took back.
    pub sent_on: Minor,
    /// What it spent.
    pub spent: Minor,
    /// What it surrendered or carried over.
    pub left: Minor,
    /// What it holds now.
    pub held: Minor,
    /// What it says it received beyond what was sent.
    pub contested: Minor,
    /// What was sent to it by the month of the sending, the earliest first, the last of them; empty
    /// for programmes whose months stand in the file only.
    pub months: Vec<TallyRow>,
    /// How many earlier months `months` leaves out.
    pub months_left_out: u64,
}

/// What went between a member and one other member in one programme.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FlowRow {
    /// The other member.
    pub party: Party,
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Sent by the payer's word.
    pub sent: Minor,
    /// Received by the payee's word.
    pub received: Minor,
    /// Taken back by the payer.
    pub back: Minor,
    /// Of `sent`: the payee hasn't given its last word.
    pub transit: Minor,
    /// Of `sent`: the payee's last word is that it didn't come.
    pub missing: Minor,
    /// What the payee says it received beyond what was sent.
    pub contested: Minor,
    /// Steps behind the sums.
    pub steps: u64,
    /// Steps of which something was received.
    pub confirmed: u64,
    /// Days of these, added up.
    pub days: u64,
}
