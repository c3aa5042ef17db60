//! The rows of the model's state: nodes, steps with their legs, and programmes.

use std::collections::BTreeMap;

use super::{Amount, Day, Entry, Member, Programme};

/// What a member can spend from: an appropriation (leg 0) or a received leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Node {
    pub(crate) entry: Entry,
    pub(crate) leg: u64,
}

/// One line of an outflow: where it is drawn, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) node: Node,
    pub(crate) amount: Amount,
}

/// The terms of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holding {
    pub(crate) programme: Programme,
    pub(crate) holder: Member,
    /// Carried over, and not credited since.
    pub(crate) carried: bool,
    /// The day of its last movement.
    pub(crate) moved: Day,
    /// Found to lie unmoved at a tick, and not moved since.
    pub(crate) idle: bool,
    pub(crate) terms: BTreeMap<Term, Amount>,
}

/// The columns of a node's identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    Appropriated,
    Received,
    Returned,
    Recovered,
    Income,
    Sent,
    TakenBack,
    Spent,
    Left,
}

impl Term {
    /// Whether the term adds to what is held or takes from it.
    pub(super) fn sign(self) -> Amount {
        match self {
            Term::Sent | Term::Spent | Term::Left => -1,
            _ => 1,
        }
    }
}

impl Holding {
    pub(crate) fn term(&self, term: Term) -> Amount {
        self.terms.get(&term).copied().unwrap_or(0)
    }

    /// What can still be spent: H.
    pub(crate) fn held(&self) -> Amount {
        self.terms
            .iter()
            .map(|(term, amount)| term.sign() * amount)
            .sum()
    }
}

/// The terms of one leg of a step; what is sent must be the sum of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leg {
    /// Where the money came from, and where it goes back to when it is taken back.
    pub(crate) source: Node,
    /// Where a receipt credits it: at the payee, or for a return at the returned leg's own source.
    pub(crate) credits: Node,
    pub(crate) sent: Amount,
    pub(crate) terms: BTreeMap<LegTerm, Amount>,
}

/// The columns of a leg's identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LegTerm {
    Received,
    TakenBack,
    Charged,
    Recovered,
    WrittenOff,
    Open,
}

impl Leg {
    pub(crate) fn term(&self, term: LegTerm) -> Amount {
        self.terms.get(&term).copied().unwrap_or(0)
    }
}

/// What passes between two members, from its sending to the last word about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) programme: Programme,
    pub(crate) from: Member,
    pub(crate) to: Member,
    pub(crate) retraces: bool,
    pub(crate) legs: Vec<Leg>,
    /// The payee has said its last word: what is open is missing, no longer in transit.
    pub(crate) settled: bool,
    pub(crate) contested: Amount,
    /// Whether anything was taken back when the contested part arose; nothing while there is none.
    pub(crate) disputed: Option<bool>,
    /// What the payer alone took back out of what was missing.
    pub(crate) unheard: Amount,
    /// What came after more days than a hop may take.
    pub(crate) late: Amount,
    /// In transit at a tick after its due day, and ever since.
    pub(crate) overdue: bool,
    pub(crate) sent_on: Day,
    /// The same payment stood within a fortnight when it was sent.
    pub(crate) repeats: bool,
    /// The named day, or as many days later as the programme gives a hop.
    pub(crate) due: Day,
}

impl Step {
    /// A term summed over the legs.
    pub(crate) fn sum(&self, term: LegTerm) -> Amount {
        self.legs.iter().map(|leg| leg.term(term)).sum()
    }

    /// What was sent over all legs.
    pub(crate) fn sent(&self) -> Amount {
        self.legs.iter().map(|leg| leg.sent).sum()
    }

    /// What nobody has answered for: U.
    pub(crate) fn open(&self) -> Amount {
        self.sum(LegTerm::Open)
    }
}

/// The line at the foot of every tally, kept change by change and compared with the sums from scratch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) appropriated: Amount,
    pub(crate) income: Amount,
    pub(crate) held: Amount,
    pub(crate) in_transit: Amount,
    pub(crate) missing: Amount,
    pub(crate) spent: Amount,
    pub(crate) left: Amount,
    pub(crate) written_off: Amount,
}

/// What a programme allows, and its line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Account {
    /// Who appropriates.
    pub(crate) owner: Member,
    /// The last day of its year: money is carried over after it.
    pub(crate) ends: Day,
    pub(crate) closed: bool,
    /// Days that money may lie unmoved.
    pub(crate) idle_days: Day,
    /// Parts per million of what was sent that may be charged on the way.
    pub(crate) tolerance: Amount,
    pub(crate) line: Line,
}
