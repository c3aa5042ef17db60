//! An independent oracle of what money does, deliberately simple: the effect table on plain integers, maps and numbers
//! as identities.
//!
//! In scope: every row of the table that moves money, but for rolls. Out of scope: notes, signatures, references, the
//! clock's rules. It shares no code with the package `ledger`, so that both can't be wrong in the same way.
//!
//! [`Model::judge`] says what an operation would change, or why it is refused, and changes nothing itself;
//! [`Model::apply`] adds the changes; [`Model::check`] recomputes both identities from scratch:
//!
//! - at every node `H = A + R + Y + K + I - (S - B) - E - L`, never below zero;
//! - in every programme `A + I = H + T + M + E + L + W`;
//! - on every leg of a step `S = R + B + C + K + W + U`.
//!
//! Four things lean on it. `model_alone` runs it by itself under random operations. `model_world` runs the tables of
//! `tables/` against it, and `ledger_tables` runs the same tables against the ledger. `machine` enters random operations
//! on both sides, on the ledger's as signed notes: a few thousand in every `cargo test`, and as many as one likes with
//! `COUNTERSIGN_MODEL_OPERATIONS=1000000 cargo test -p tests machine`. A failure prints its seed and the shortest table
//! that still fails.
//!
//! Where the rules leave a choice, this is how they are read: a receipt fills the legs in ascending order, what is taken
//! back from them is taken in descending order; a closed programme refuses transfers, expenses, appropriations and
//! income; a frozen member sends, spends, surrenders and carries over nothing, and returns what it holds; a node may
//! carry over again once it was credited anew, by whatever credits it.

mod findings;
mod identities;
mod judge;
mod passing;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use findings::CODES;

/// An amount in minor units.
pub(crate) type Amount = i128;
/// Who sends, receives or audits.
pub(crate) type Member = u64;
/// What money is for.
pub(crate) type Programme = u64;
/// The identity of an entry: the driver counts them.
pub(crate) type Entry = u64;
/// A day of the ledger's clock.
pub(crate) type Day = i64;

/// The most that one entry may name: sums of it stay far inside an `i128`.
pub(crate) const AMOUNT_MAX: Amount = 1_000_000_000_000_000_000;
/// A payment is pooled from at most this many sources.
pub(crate) const SOURCES_MAX: usize = 16;
/// Days that a hop may take, where no due day is named.
pub(crate) const HOP_DAYS: Day = 10;
/// Days after the due day until a payer may reverse what nobody answered.
pub(crate) const GRACE_DAYS: Day = 7;
/// A tolerance is told in parts of this.
pub(crate) const MILLION: Amount = 1_000_000;

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
    fn sign(self) -> Amount {
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
    /// Parts per million of what was sent that may be charged on the way.
    pub(crate) tolerance: Amount,
    pub(crate) line: Line,
}

/// The whole state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Model {
    /// Every entry that was admitted.
    pub(crate) entries: BTreeSet<Entry>,
    pub(crate) programmes: BTreeMap<Programme, Account>,
    pub(crate) nodes: BTreeMap<Node, Holding>,
    pub(crate) steps: BTreeMap<Entry, Step>,
    pub(crate) frozen: BTreeSet<Member>,
    pub(crate) today: Day,
}

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

impl Model {
    /// A world with these programmes, on this day.
    pub(crate) fn new(
        programmes: impl IntoIterator<Item = (Programme, Account)>,
        today: Day,
    ) -> Self {
        Model {
            programmes: programmes.into_iter().collect(),
            today,
            ..Model::default()
        }
    }

    /// Judges and, where it isn't refused, applies.
    pub(crate) fn enter(&mut self, entry: Entry, operation: &Operation) -> Judged {
        let effects = self.judge(entry, operation)?;
        self.apply(&effects);
        self.entries.insert(entry);
        self.watch(matches!(operation, Operation::Tick { .. }));
        Ok(effects)
    }

    /// Adds the changes of one operation.
    pub(crate) fn apply(&mut self, effects: &[Effect]) {
        for effect in effects {
            self.change(effect);
        }
    }

    fn change(&mut self, effect: &Effect) {
        match effect {
            // A node is there from its first credit on; the next ones find it.
            Effect::NewNode(node, programme, holder) => {
                let fresh = Holding {
                    programme: *programme,
                    holder: *holder,
                    carried: false,
                    terms: BTreeMap::new(),
                };
                self.nodes.entry(*node).or_insert(fresh);
            }
            Effect::NewStep(entry, step) => {
                self.steps.insert(*entry, step.clone());
            }
            Effect::Node(node, term, by) => self.change_node(*node, *term, *by),
            Effect::Leg(entry, leg, term, by) => {
                *self.step_mut(*entry).legs[*leg]
                    .terms
                    .entry(*term)
                    .or_insert(0) += by;
            }
            Effect::Contested(entry, by) => self.step_mut(*entry).contest(*by),
            Effect::Unheard(entry, by) => self.step_mut(*entry).unheard += by,
            Effect::Late(entry, by) => self.step_mut(*entry).late += by,
            Effect::Settled(entry) => self.step_mut(*entry).settled = true,
            Effect::Carried(node) => self.nodes.get_mut(node).expect("judged").carried = true,
            Effect::Line(programme, column, by) => self.change_line(*programme, *column, *by),
            Effect::Closed(programme) => {
                self.programmes.get_mut(programme).expect("judged").closed = true;
            }
            Effect::Frozen(member, true) => drop(self.frozen.insert(*member)),
            Effect::Frozen(member, false) => drop(self.frozen.remove(member)),
            Effect::Today(day) => self.today = *day,
        }
    }

    fn step_mut(&mut self, entry: Entry) -> &mut Step {
        self.steps
            .get_mut(&entry)
            .expect("an effect names a step that was judged")
    }

    fn change_node(&mut self, node: Node, term: Term, by: Amount) {
        let holding = self
            .nodes
            .get_mut(&node)
            .expect("an effect names a node that was judged");
        *holding.terms.entry(term).or_insert(0) += by;
        if term.sign() * by > 0 {
            holding.carried = false;
        }
    }

    fn change_line(&mut self, programme: Programme, column: Column, by: Amount) {
        let line = &mut self.programmes.get_mut(&programme).expect("judged").line;
        let cell = match column {
            Column::Appropriated => &mut line.appropriated,
            Column::Income => &mut line.income,
            Column::Held => &mut line.held,
            Column::InTransit => &mut line.in_transit,
            Column::Missing => &mut line.missing,
            Column::Spent => &mut line.spent,
            Column::Left => &mut line.left,
            Column::WrittenOff => &mut line.written_off,
        };
        *cell += by;
    }
}
