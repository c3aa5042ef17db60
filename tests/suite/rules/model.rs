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
mod operation;
mod passing;
mod rows;
mod state;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use operation::{Column, Effect, Judged, Operation, Refusal};
pub(crate) use state::{Account, Holding, Leg, LegTerm, Line, Node, Source, Step, Term};

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
                    moved: self.today,
                    idle: false,
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
        // A leg whose share is nothing doesn't move its node: money that lies there still lies.
        if by == 0 {
            return;
        }
        let holding = self
            .nodes
            .get_mut(&node)
            .expect("an effect names a node that was judged");
        *holding.terms.entry(term).or_insert(0) += by;
        (holding.moved, holding.idle) = (self.today, false);
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
