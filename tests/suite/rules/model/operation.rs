//! What somebody submits, why it is refused, and what it changes.

use super::{Amount, Day, Entry, LegTerm, Member, Node, Programme, Source, Step, Term};

/// What somebody submits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Appropriate {
        by: Member,
        programme: Programme,
        amount: Amount,
    },
    Supplement {
        by: Member,
        root: Node,
        amount: Amount,
    },
    Cut {
        by: Member,
        root: Node,
        amount: Amount,
    },
    Income {
        by: Member,
        node: Node,
        amount: Amount,
    },
    Transfer {
        from: Member,
        to: Member,
        programme: Programme,
        sources: Vec<Source>,
        due: Option<Day>,
    },
    Cover {
        from: Member,
        to: Member,
        programme: Programme,
        sources: Vec<Source>,
        step: Entry,
    },
    Return {
        from: Member,
        to: Member,
        programme: Programme,
        sources: Vec<Source>,
        due: Option<Day>,
    },
    Receipt {
        by: Member,
        step: Entry,
        amount: Amount,
        last: bool,
    },
    Correct {
        by: Member,
        step: Entry,
        amount: Amount,
        withdraw: Amount,
    },
    Bounce {
        by: Member,
        step: Entry,
        amount: Amount,
    },
    Reverse {
        by: Member,
        step: Entry,
        payee_signs: bool,
    },
    Charge {
        by: Member,
        step: Entry,
        amount: Amount,
    },
    Expense {
        by: Member,
        programme: Programme,
        sources: Vec<Source>,
    },
    Refund {
        by: Member,
        into: Node,
        amount: Amount,
    },
    Surrender {
        by: Member,
        programme: Programme,
        sources: Vec<Source>,
    },
    CarryOver {
        by: Member,
        programme: Programme,
        sources: Vec<Source>,
        next: Programme,
    },
    Recover {
        by: Member,
        step: Entry,
        amount: Amount,
        at: Node,
    },
    WriteOff {
        step: Entry,
        amount: Amount,
    },
    Close {
        programme: Programme,
    },
    Freeze {
        member: Member,
    },
    Unfreeze {
        member: Member,
    },
    Tick {
        day: Day,
    },
}

impl Operation {
    /// Whether the operation is about this entry's step or node.
    pub(crate) fn cites(&self, entry: Entry) -> bool {
        match self {
            Operation::Receipt { step, .. }
            | Operation::Correct { step, .. }
            | Operation::Bounce { step, .. }
            | Operation::Reverse { step, .. }
            | Operation::Charge { step, .. }
            | Operation::WriteOff { step, .. } => *step == entry,
            Operation::Recover { step, at, .. } => *step == entry || at.entry == entry,
            Operation::Supplement { root: node, .. }
            | Operation::Cut { root: node, .. }
            | Operation::Income { node, .. }
            | Operation::Refund { into: node, .. } => node.entry == entry,
            Operation::Return { sources, .. } => {
                sources.iter().any(|source| source.node.entry == entry)
            }
            _ => false,
        }
    }
}

/// Declares the refusals with the codes that the ledger has for them.
macro_rules! refusals {
    ($( $(#[$doc:meta])* $name:ident $code:literal, )*) => {
        /// Why an operation is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Refusal { $( $(#[$doc])* $name, )* }

        impl Refusal {
            pub(crate) const ALL: &'static [Self] = &[ $( Self::$name, )* ];

            /// The code that the ledger answers with.
            pub(crate) fn code(self) -> &'static str {
                match self { $( Self::$name => $code, )* }
            }
        }
    };
}

refusals! {
    /// Such an entry can't be written: an amount of 0, a source named twice.
    Malformed "malformed",
    SignerForeign "signer-foreign",
    ClockBack "clock-back",
    ProgrammeUnknown "programme-unknown",
    ProgrammeForeign "programme-foreign",
    ProgrammeClosed "programme-closed",
    YearNotEnded "year-not-ended",
    MemberFrozen "member-frozen",
    DueBeforeOccurred "due-before-occurred",
    CitedUnknown "cited-unknown",
    NodeUnknown "node-unknown",
    CitedDiffers "cited-differs",
    NodeForeign "node-foreign",
    LegForeign "leg-foreign",
    PayeeIsPayer "payee-is-payer",
    NothingSaid "nothing-said",
    BeyondContested "beyond-contested",
    BeyondNode "beyond-node",
    BeyondOpen "beyond-open",
    BeyondReceived "beyond-received",
    BeyondMissing "beyond-missing",
    BeyondSpent "beyond-spent",
    BeyondAppropriated "beyond-appropriated",
    BeyondTolerance "beyond-tolerance",
    AlreadyReceived "already-received",
    PayeeNotHeard "payee-not-heard",
    AlreadyCarried "already-carried",
    NoChange "no-change",
}

/// What an operation would change, or why it is refused.
pub(crate) type Judged = Result<Vec<Effect>, Refusal>;

/// One change of one cell. A list of them is everything that an operation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    NewNode(Node, Programme, Member),
    NewStep(Entry, Step),
    Node(Node, Term, Amount),
    Leg(Entry, usize, LegTerm, Amount),
    Contested(Entry, Amount),
    /// Taken back out of what is missing, on the payer's word alone.
    Unheard(Entry, Amount),
    /// Credited after more days than a hop may take.
    Late(Entry, Amount),
    Settled(Entry),
    Carried(Node),
    Line(Programme, Column, Amount),
    Closed(Programme),
    Frozen(Member, bool),
    Today(Day),
}

/// The columns of a programme's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Appropriated,
    Income,
    Held,
    InTransit,
    Missing,
    Spent,
    Left,
    WrittenOff,
}
