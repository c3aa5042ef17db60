//! What members do with what they hold: they spend it, pass it on, get some back, give some up.

use super::cast::{AUDITOR, GOVERNMENTS, word};
use super::founding::amount;
use super::lots::{Lot, SHARED_FROM};
use super::script::{count, currency, programme};
use super::sending::{Sending, sources};
use super::year::{Event, Hour, World};
use ledger::Minor;
use ledger::entry::{Expense, ExpenseRefund, Freeze, Income, Kind, Surrender, Unfreeze};
use ledger::field::{Ascending, NodeCitation, Role, Tier};
use ledger::limits::SOURCES_MAX;

/// What the simulated expenses are for: purposes that the fund's law names, in general words.
const PURPOSES: [&str; 6] = [
    "Simulated: school meals",
    "Simulated: repairs of classrooms",
    "Simulated: school furniture",
    "Simulated: teaching material",
    "Simulated: water and sanitation of schools",
    "Simulated: local investment works",
];

/// Of a hundred nodes so many are spent at once, the others in two parts.
const SPENT_AT_ONCE_PERCENT: i64 = 45;

/// Nodes from which one payment to a seat is pooled, at most.
const POOLED_MAX: usize = 3;

/// Payments from one department to its seat in the year, at most.
const SECOND_HOPS_MAX: usize = 8;

/// Every so many expenses part of one comes back.
const REFUND_EVERY: usize = 250;

/// Days from the day on which money that lay unmoved was received to the auditor's freeze.
const FREEZE_AFTER_DAYS: i64 = 75;

/// Days that the freeze lasts: well under what would make other money idle.
const FREEZE_DAYS: i64 = 12;

/// Departments to which a bank pays interest.
const INTEREST_RECEIVERS: usize = 3;

/// Municipalities that give money up at the end of the year.
const SURRENDERS: usize = 4;

impl World<'_> {
    /// A member looks at its money: a department pays its seat, everybody spends.
    pub(super) fn spend(&mut self, place: usize) {
        if self.frozen.contains(&place) {
            return self.will_spend(place, 13, 15);
        }
        self.pay_seat(place);
        let free = self.free(place, 1);
        for nodes in free.chunks(SOURCES_MAX) {
            let draws = nodes
                .iter()
                .map(|(node, held)| (*node, self.some_of(place, *node, *held)));
            let draws = draws.collect::<Vec<_>>();
            self.expense(place, draws);
        }
        if !self.free(place, 1).is_empty() {
            self.will_spend(place, 10, 28);
        }
    }

    /// How much of a node is spent: all, or first a part and the rest next time.
    fn some_of(&mut self, place: usize, node: NodeCitation, held: Minor) -> Minor {
        let begun = self.purses[place]
            .get(&node)
            .is_some_and(|holding| holding.begun);
        if begun || self.dice.percent(SPENT_AT_ONCE_PERCENT) {
            held
        } else {
            self.dice.share(held, 400, 750)
        }
    }

    /// Spends shares of nodes.
    pub(super) fn expense(&mut self, place: usize, draws: Vec<(NodeCitation, Minor)>) {
        let draws = self.take(place, draws);
        for (node, _) in &draws {
            if let Some(holding) = self.purses[place].get_mut(node) {
                holding.begun = true;
            }
        }
        let sum = draws.iter().map(|(_, share)| share).sum();
        let time = self.script.stamp();
        let signers = self.script.payers(place, place, self.today, sum);
        let expense = Expense {
            ledger: self.script.ledger(),
            programme: programme(),
            by: self.script.actor(place).name.clone(),
            reference: self.script.reference(place, Kind::Expense),
            amount: amount(sum),
            currency: currency(),
            sources: sources(&draws),
            occurred: self.today,
            late: None,
            purpose: Some(word(self.dice.pick(&PURPOSES))),
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
        };
        self.script.put(expense, signers);
        self.expenses += 1;
        if self.expenses.is_multiple_of(REFUND_EVERY) {
            let (node, spent) = draws[0];
            let back = self.dice.share(spent, 10, 60);
            self.later(6, Hour::Spending, Event::Refund(place, node, back));
        }
    }

    /// A department pays part of what it holds on to the municipality of its seat.
    fn pay_seat(&mut self, place: usize) {
        let Some(seat) = self.script.actor(place).seat else {
            return;
        };
        if self.second_hops_of(place) >= SECOND_HOPS_MAX || !self.dice.percent(70) {
            return;
        }
        let draws = self.pooled(place);
        let sum: Minor = draws.iter().map(|(_, share)| share).sum();
        if sum < SHARED_FROM || !self.is_new_amount(place, sum) {
            return;
        }
        let lot = self.second_hop_lot();
        if lot == Lot::DuplicateReversed {
            self.send_to_seat(place, seat, draws.clone(), Lot::Full);
        }
        self.send_to_seat(place, seat, draws, lot);
    }

    /// Small shares of a few nodes: a twin of the payment could be drawn on them too.
    fn pooled(&mut self, place: usize) -> Vec<(NodeCitation, Minor)> {
        let nodes = self.free(place, SHARED_FROM);
        let many = self.dice.below(POOLED_MAX) + 1;
        let nodes = nodes.into_iter().take(many);
        nodes
            .map(|(node, held)| (node, self.dice.share(held, 80, 250)))
            .collect()
    }

    fn send_to_seat(
        &mut self,
        from: usize,
        to: usize,
        draws: Vec<(NodeCitation, Minor)>,
        lot: Lot,
    ) {
        let sending = Sending {
            from,
            to,
            account: self.script.actor(to).accounts.values().next().copied(),
            reference: None,
            covers: None,
            due: None,
            purpose: Some(word("Simulated: the department's share for its seat")),
        };
        self.send(sending, draws, lot);
    }

    /// Part of an expense comes back.
    pub(super) fn refund(&mut self, place: usize, into: NodeCitation, back: Minor) {
        let time = self.script.stamp();
        let signers = self.signers(place, Role::Confirm);
        let refund = ExpenseRefund {
            ledger: self.script.ledger(),
            programme: programme(),
            by: self.script.actor(place).name.clone(),
            reference: self.script.reference(place, Kind::ExpenseRefund),
            into,
            amount: amount(back),
            currency: currency(),
            occurred: self.today,
            late: None,
            reason: Some(word("Simulated: goods sent back to the supplier")),
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
        };
        self.script.put(refund, signers);
        self.give(place, into, back);
        self.will_spend(place, 3, 20);
    }

    /// Plans the auditor's freeze of the first municipality whose money will lie unmoved.
    pub(super) fn may_freeze(&mut self, step: usize) {
        let to = self.steps[step].to;
        let lies = self.lies_unmoved(step);
        if lies && !self.froze_once && self.script.actor(to).tier == Tier(2) {
            self.froze_once = true;
            self.later(FREEZE_AFTER_DAYS, Hour::Answering, Event::Freeze(to));
        }
    }

    /// The auditor stops a member's outflows, or lets them go on.
    pub(super) fn freeze(&mut self, place: usize, stop: bool) {
        let time = self.script.stamp();
        let signers = self.signers(AUDITOR, Role::Audit);
        let ledger = self.script.ledger();
        let by = self.script.actor(AUDITOR).name.clone();
        let member = self.script.actor(place).name.clone();
        let signers_count = count(&signers);
        if stop {
            self.frozen.insert(place);
            let entry = Freeze {
                ledger,
                by,
                member,
                reference: self.script.reference(AUDITOR, Kind::Freeze),
                reason: word("Simulated: money lies unmoved; the auditor looks into it"),
                time,
                signers: signers_count,
            };
            self.script.put(entry, signers);
            self.later(FREEZE_DAYS, Hour::Answering, Event::Unfreeze(place));
            return;
        }
        self.frozen.remove(&place);
        let entry = Unfreeze {
            ledger,
            by,
            member,
            reference: self.script.reference(AUDITOR, Kind::Unfreeze),
            reason: word("Simulated: the member has explained itself"),
            time,
            signers: signers_count,
        };
        self.script.put(entry, signers);
    }

    /// Banks pay interest to a few departments.
    pub(super) fn interest(&mut self) {
        let places = GOVERNMENTS..self.purses.len();
        let able = places.filter_map(|place| {
            let (node, held) = *self.free(place, SHARED_FROM).first()?;
            (self.script.actor(place).tier == Tier(1)).then_some((place, node, held))
        });
        let able: Vec<_> = able.take(INTEREST_RECEIVERS).collect();
        for (place, into, held) in able {
            let interest = self.dice.share(held, 2, 5);
            let time = self.script.stamp();
            let signers = self.signers(place, Role::Confirm);
            let income = Income {
                ledger: self.script.ledger(),
                programme: programme(),
                by: self.script.actor(place).name.clone(),
                reference: self.script.reference(place, Kind::Income),
                into,
                amount: amount(interest),
                currency: currency(),
                occurred: self.today,
                late: None,
                purpose: Some(word("Simulated: interest of the first half-year")),
                attachments: Ascending::default(),
                time,
                signers: count(&signers),
            };
            self.script.put(income, signers);
            self.give(place, into, interest);
        }
    }

    /// A few municipalities give up what they won't spend this year.
    pub(super) fn surrender(&mut self) {
        let places = GOVERNMENTS..self.purses.len();
        let able = places.filter(|place| {
            self.script.actor(*place).tier == Tier(2) && !self.free(*place, 1).is_empty()
        });
        let able: Vec<_> = able.take(SURRENDERS).collect();
        for place in able {
            let mut nodes = self.free(place, 1);
            nodes.truncate(POOLED_MAX);
            let draws = self.take(place, nodes);
            let sum = draws.iter().map(|(_, share)| share).sum();
            let time = self.script.stamp();
            let signers = self.signers(place, Role::Pay);
            let surrender = Surrender {
                ledger: self.script.ledger(),
                programme: programme(),
                by: self.script.actor(place).name.clone(),
                reference: self.script.reference(place, Kind::Surrender),
                amount: amount(sum),
                currency: currency(),
                sources: sources(&draws),
                occurred: self.today,
                late: None,
                reason: Some(word("Simulated: unspent at the end of the year")),
                attachments: Ascending::default(),
                time,
                signers: count(&signers),
            };
            self.script.put(surrender, signers);
        }
    }
}
