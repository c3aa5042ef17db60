//! The ledger's totals against the publisher's.

use super::fold::WORLD;
use ledger::field::Tier;
use ledger::{Month, Scope, Step, StepKind};
use std::collections::BTreeMap;

const CONTROL: &str = include_str!("../../../server/data/fonacide/control_totals_2019.csv");
const MINISTRY: &str = "hacienda.fonacide.example";
const TOTAL: i128 = 432_755_085_309;

/// The steps that are deposits: the ministry's transfers.
fn deposits() -> impl Iterator<Item = &'static Step> {
    let steps = WORLD.facts.steps.values();
    steps.filter(|step| step.from.as_str() == MINISTRY && step.kind == StepKind::Transfer)
}

/// Rows and sum of the deposits to one level, 22 or 30.
fn level(code: &str) -> (usize, i128) {
    let prefix = format!("l{code}-");
    let own = deposits().filter(|step| step.to.as_str().starts_with(&prefix));
    own.fold((0, 0), |(rows, sum), step| (rows + 1, sum + step.sent()))
}

#[test]
fn departments_and_municipalities_got_what_the_publisher_says() {
    assert_eq!(level("22"), (395, 134_188_487_441));
    assert_eq!(level("30"), (5_275, 298_566_597_868));
    let members = |tier| {
        let members = WORLD.facts.members.values();
        members.filter(|member| member.tier == Tier(tier)).count()
    };
    // The operator, the ministry and the auditor; departments; municipalities.
    assert_eq!([members(0), members(1), members(2)], [3, 17, 252]);
}

#[test]
fn each_month_and_level_agrees_with_the_control_totals() {
    let mut sums: BTreeMap<(u32, &str), (u64, i128)> = BTreeMap::new();
    for step in deposits() {
        let key = (Month::of(step.occurred).number(), &step.to.as_str()[1..3]);
        let sum = sums.entry(key).or_default();
        *sum = (sum.0 + 1, sum.1 + step.sent());
    }
    let mut months: BTreeMap<u32, i128> = BTreeMap::new();
    for line in CONTROL.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let month = cells[0].parse::<u32>().unwrap() * 100 + cells[1].parse::<u32>().unwrap();
        let wanted = (cells[4].parse().unwrap(), cells[5].parse::<i128>().unwrap());
        assert_eq!(sums.remove(&(month, cells[2])), Some(wanted), "{line}");
        *months.entry(month).or_default() += wanted.1;
    }
    assert!(
        sums.is_empty(),
        "the ledger has more than the publisher: {sums:?}"
    );
    assert_eq!(months.len(), 12);
    // The ministry's own tally says the same, month by month.
    for (month, sum) in months {
        let scope = Scope::Member(MINISTRY.parse().unwrap());
        let tally = WORLD.tally(scope, Month::from_number(month));
        assert_eq!(tally.sent, sum, "{month}");
    }
}

#[test]
fn both_lines_of_the_pair_are_in() {
    let pair = deposits().filter(|step| {
        step.to.as_str() == "l22-1.fonacide.example"
            && step.sent() == 129_233_423
            && step.occurred.to_string() == "2019-12-05"
    });
    assert_eq!(pair.count(), 2);
}

#[test]
fn the_programme_adds_up_to_the_last_guarani() {
    let total = WORLD.tally(Scope::Programme, Month::ALL);
    assert_eq!(total.appropriated, TOTAL);
    assert_eq!(total.imbalance(), 0);
    let nodes = WORLD.facts.nodes.values();
    assert_eq!(total.held, nodes.map(ledger::Node::held).sum::<i128>());
    let open: i128 = WORLD.facts.steps.values().map(Step::open).sum();
    assert_eq!(total.in_transit + total.missing, open);
    let tiers: i128 = (0..3)
        .map(|tier| WORLD.tally(Scope::Tier(Tier(tier)), Month::ALL).held)
        .sum();
    assert_eq!(tiers, total.held);
}

#[test]
fn every_term_has_something_to_show() {
    let total = WORLD.tally(Scope::Programme, Month::ALL);
    for (name, amount) in total.named() {
        assert!(amount > 0, "{name}");
    }
}
