//! The year: what happens on which day, and what everybody holds meanwhile.

use super::cast::{Cast, GOVERNMENTS, MINISTRY};
use super::deposits::Input;
use super::dice::Dice;
use super::fate::Planned;
use super::founding;
use super::lots::{Lot, SECOND_HOP_LOTS, SECOND_HOPS_APART, draw};
use super::planted::Planted;
use super::script::{Draft, Script, Signers};
use super::sending::{Sending, Step};
use super::{YEAR, day_of_year};
use ledger::field::{Amount, Day, NodeCitation, Offset, Role};
use ledger::{Code, Minor};
use std::collections::{BTreeMap, BTreeSet};

/// When within a day something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hour {
    /// The clock ticks: whatever was due by the day before is overdue now.
    Midnight,
    /// The ministry pays.
    Paying,
    /// Steps are confirmed, denied, taken back.
    Answering,
    /// Money is spent and passed on.
    Spending,
}

impl Hour {
    const fn local(self) -> i64 {
        match self {
            Self::Midnight => 0,
            Self::Paying => 9,
            Self::Answering => 11,
            Self::Spending => 14,
        }
    }
}

/// Something that happens.
#[derive(Clone, Debug)]
pub(super) enum Event {
    Midnight,
    Deposit(usize),
    Act(usize, Planned),
    Spend(usize),
    Refund(usize, NodeCitation, Minor),
    Freeze(usize),
    Unfreeze(usize),
    Interest,
    Surrender,
}

/// What a member holds of one node.
#[derive(Clone, Debug, Default)]
pub(super) struct Holding {
    pub(super) held: Minor,
    /// It isn't spent until an act says so.
    pub(super) kept: bool,
    /// Something of it was spent before.
    pub(super) begun: bool,
}

/// The state of the play.
pub(super) struct World<'c> {
    pub(super) script: Script<'c>,
    pub(super) dice: Dice,
    pub(super) today: Day,
    pub(super) steps: Vec<Step>,
    pub(super) purses: Vec<BTreeMap<NodeCitation, Holding>>,
    pub(super) frozen: BTreeSet<usize>,
    pub(super) froze_once: bool,
    pub(super) expenses: usize,
    input: &'c Input,
    root: NodeCitation,
    lots: Vec<Lot>,
    second_hops: usize,
    second_hop_lots: Vec<Lot>,
    second_hop_amounts: BTreeSet<(usize, Minor)>,
    spending: BTreeSet<usize>,
    queue: BTreeMap<(Day, Hour, usize), Event>,
    serial: usize,
    planted: Vec<(usize, Planted)>,
}

/// Plays the year.
pub(super) fn play(
    cast: &Cast,
    input: &Input,
    total: Amount,
    seed: u64,
) -> (Vec<Draft>, Vec<Planted>) {
    let mut script = Script::new(cast);
    let root = founding::found(&mut script, total);
    let deposits = input.deposits.iter();
    let traits: Vec<_> = deposits
        .map(|deposit| (deposit.day, deposit.account.as_str(), deposit.amount))
        .collect();
    let mut world = World {
        script,
        dice: Dice::new(seed, "year"),
        today: *YEAR.start(),
        steps: Vec::new(),
        purses: vec![BTreeMap::new(); cast.actors.len()],
        frozen: BTreeSet::new(),
        froze_once: false,
        expenses: 0,
        input,
        root,
        lots: draw(&mut Dice::new(seed, "lots"), &traits),
        second_hops: 0,
        second_hop_lots: SECOND_HOP_LOTS.iter().rev().copied().collect(),
        second_hop_amounts: BTreeSet::new(),
        spending: BTreeSet::new(),
        queue: BTreeMap::new(),
        serial: 0,
        planted: Vec::new(),
    };
    world.prepare(total);
    world.run();
    (world.script.drafts, listed(world.planted))
}

/// The planted leaks by code and then in the order of their steps.
fn listed(mut planted: Vec<(usize, Planted)>) -> Vec<Planted> {
    planted.sort_by_key(|(step, leak)| (leak.code.word(), *step));
    planted.into_iter().map(|(_, leak)| leak).collect()
}

/// The next day that isn't a Saturday or Sunday.
fn working_day(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    match (day.number() + 3).rem_euclid(7) {
        5 => day.plus(2),
        6 => day.plus(1),
        _ => day,
    }
}

impl World<'_> {
    fn prepare(&mut self, total: Amount) {
        let root = Holding {
            held: total.minor(),
            kept: true,
            begun: true,
        };
        self.purses[MINISTRY].insert(self.root, root);
        let input = self.input;
        for (number, deposit) in input.deposits.iter().enumerate() {
            self.at(deposit.day, Hour::Paying, Event::Deposit(number));
        }
        // The founding took the first week.
        let mut day = day_of_year(1, 8);
        while day <= *YEAR.end() {
            self.at(day, Hour::Midnight, Event::Midnight);
            day = day.plus(1);
        }
        self.at(day_of_year(7, 1), Hour::Spending, Event::Interest);
        self.at(day_of_year(12, 27), Hour::Spending, Event::Surrender);
    }

    fn run(&mut self) {
        let mut session = None;
        while let Some(((day, hour, _), event)) = self.queue.pop_first() {
            self.today = day;
            if session != Some((day, hour)) {
                session = Some((day, hour));
                self.script.go_on(day, hour.local());
            }
            self.happen(event);
        }
        // The year's last second in UTC: local time is four hours behind, on the same day.
        self.script
            .tick(YEAR.end().end(Offset::default()).seconds() - 1);
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Midnight => {}
            Event::Deposit(number) => self.deposit(number),
            Event::Act(step, planned) => self.act(step, planned),
            Event::Spend(place) => {
                self.spending.remove(&place);
                self.spend(place);
            }
            Event::Refund(place, node, amount) => self.refund(place, node, amount),
            Event::Freeze(place) => self.freeze(place, true),
            Event::Unfreeze(place) => self.freeze(place, false),
            Event::Interest => self.interest(),
            Event::Surrender => self.surrender(),
        }
    }

    /// Puts something on a day of the year; later it doesn't happen.
    fn at(&mut self, day: Day, hour: Hour, event: Event) {
        if day <= *YEAR.end() {
            self.serial += 1;
            self.queue.insert((day, hour, self.serial), event);
        }
    }

    /// Puts something on a working day, so many days from now.
    pub(super) fn later(&mut self, days: i64, hour: Hour, event: Event) {
        let days = u16::try_from(days).expect("the demo plans days ahead, never back");
        self.at(working_day(self.today.plus(days)), hour, event);
    }

    /// Makes sure that a member looks at its money soon.
    pub(super) fn will_spend(&mut self, place: usize, from: i64, to: i64) {
        if place >= GOVERNMENTS && self.spending.insert(place) {
            let days = self.dice.range(from, to);
            self.later(days, Hour::Spending, Event::Spend(place));
        }
    }

    fn deposit(&mut self, number: usize) {
        let deposit = &self.input.deposits[number];
        let to = self.script.cast.place(&deposit.to);
        let sending = Sending {
            from: MINISTRY,
            to,
            account: self
                .script
                .actor(to)
                .accounts
                .get(&deposit.account)
                .copied(),
            reference: Some(deposit.reference.clone()),
            covers: None,
            due: deposit.due,
            purpose: deposit.purpose.clone(),
        };
        let draws = vec![(self.root, deposit.amount)];
        self.send(sending, draws, self.lots[number]);
    }

    /// Notes a leak in the list.
    pub(super) fn plant(&mut self, step: usize, code: Code, at_risk: Minor, story: &'static str) {
        let row = &self.steps[step];
        let leak = Planted {
            code,
            step: row.identity,
            reference: row.reference.to_string(),
            payer: self.script.actor(row.from).name.to_string(),
            payee: self.script.actor(row.to).name.to_string(),
            at_risk,
            open: true,
            story,
        };
        self.planted.push((step, leak));
    }

    /// Notes that a leak was closed.
    pub(super) fn close(&mut self, step: usize, code: Code) {
        let mine = |(place, leak): &&mut (usize, Planted)| *place == step && leak.code == code;
        if let Some((_, leak)) = self.planted.iter_mut().find(mine) {
            leak.open = false;
        }
    }

    /// The lot of the next payment to a seat.
    pub(super) fn second_hop_lot(&mut self) -> Lot {
        self.second_hops += 1;
        // By then every story can still end within the year.
        let in_time = self.today <= day_of_year(9, 25);
        if in_time && self.second_hops.is_multiple_of(SECOND_HOPS_APART) {
            return self.second_hop_lots.pop().unwrap_or(Lot::Full);
        }
        Lot::Full
    }

    /// Whether a department hasn't paid its seat this amount before: the same amount twice within
    /// a fortnight would be found.
    pub(super) fn is_new_amount(&mut self, from: usize, amount: Minor) -> bool {
        self.second_hop_amounts.insert((from, amount))
    }

    /// How often a department has paid its seat.
    pub(super) fn second_hops_of(&self, from: usize) -> usize {
        let amounts = self.second_hop_amounts.range((from, 0)..(from + 1, 0));
        amounts.count()
    }

    /// Whether the money of a step was planted to lie unmoved for good.
    pub(super) fn lies_unmoved(&self, step: usize) -> bool {
        let mut leaks = self.planted.iter().filter(|(place, _)| *place == step);
        leaks.any(|(_, leak)| leak.code == Code::IdleBalance)
    }

    /// One of a member's people in a role.
    pub(super) fn signers(&mut self, place: usize, role: Role) -> Signers {
        self.script.signers(place, role, 1)
    }
}
