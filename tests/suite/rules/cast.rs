//! The cast of every world: who is there, under which programmes, from which day on, and by which names terms go.

use super::model::{Account, Day, Holding, Leg, LegTerm, Programme, Step, Term};

/// Who sends and receives, by number. Beside them there are an operator and an auditor.
pub(crate) const MEMBERS: [&str; 6] = [
    "ministry", "province", "county", "office", "school", "clinic",
];
/// The programmes, by number.
pub(crate) const PROGRAMMES: [&str; 3] = ["year", "next", "after"];
/// 2026-03-02, on which every world begins, in days since 1970.
pub(crate) const TODAY: Day = 20_514;

/// The terms under which tables run: the ministry owns all programmes, and one in a hundred may be charged on the way.
pub(crate) fn standard() -> Vec<(Programme, Account)> {
    // 2026-12-31, 2027-12-31, 2028-12-31.
    let ends = [20_818, 21_183, 21_549];
    let account = |ends| Account {
        owner: 0,
        ends,
        tolerance: 10_000,
        idle_days: 90,
        ..Account::default()
    };
    (0..).zip(ends.map(account)).collect()
}

/// What stands at a number in a list of names.
pub(crate) fn named<'a>(names: &[&'a str], number: u64) -> &'a str {
    let at = usize::try_from(number).unwrap_or(usize::MAX);
    names.get(at).copied().unwrap_or("nobody")
}

/// The number of a name; one beyond the last for a name that isn't there.
pub(crate) fn numbered(names: &[&str], name: &str) -> u64 {
    let found = (0..).zip(names).find(|(_, known)| **known == name);
    found.map_or(
        u64::try_from(names.len()).expect("a short list"),
        |(number, _)| number,
    )
}

/// A day such as 2026-03-02 in days since 1970 (the civil calendar's arithmetic, years counted from March).
pub(crate) fn day_number(text: &str) -> Day {
    let mut parts = text.split('-').map(|part| {
        part.parse::<Day>()
            .unwrap_or_else(|_| panic!("`{text}` is no day"))
    });
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        panic!("`{text}` is no day");
    };
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    days + (month * 153 + 2) / 5 + day - 719_469
}

/// The day with this number, as it is written.
pub(crate) fn day_text(number: Day) -> String {
    let guess = (number + 719_468) / 366;
    let last = |year: &Day| day_number(&format!("{year:04}-01-01")) <= number;
    let year = (guess..)
        .take_while(last)
        .last()
        .expect("the guess is never late");
    let starts = (1..=12)
        .rev()
        .map(|month| (month, day_number(&format!("{year:04}-{month:02}-01"))));
    let (month, start) = starts
        .into_iter()
        .find(|(_, start)| *start <= number)
        .expect("a month of the year");
    format!("{year:04}-{month:02}-{:02}", number - start + 1)
}

/// The terms of a step by their names, as `show` writes them.
pub(crate) fn step_terms(step: &Step) -> Vec<(&'static str, i128)> {
    let (transit, missing) = if step.settled {
        (0, step.open())
    } else {
        (step.open(), 0)
    };
    vec![
        ("sent", step.sent()),
        ("received", step.sum(LegTerm::Received)),
        ("back", step.sum(LegTerm::TakenBack)),
        ("charged", step.sum(LegTerm::Charged)),
        ("recovered", step.sum(LegTerm::Recovered)),
        ("written-off", step.sum(LegTerm::WrittenOff)),
        ("in-transit", transit),
        ("missing", missing),
        ("contested", step.contested),
    ]
}

/// The terms of one leg.
pub(crate) fn leg_terms(leg: &Leg) -> [i128; 7] {
    [
        leg.sent,
        leg.term(LegTerm::Received),
        leg.term(LegTerm::TakenBack),
        leg.term(LegTerm::Charged),
        leg.term(LegTerm::Recovered),
        leg.term(LegTerm::WrittenOff),
        leg.term(LegTerm::Open),
    ]
}

/// The terms of a node by their names.
pub(crate) fn node_terms(node: &Holding) -> Vec<(&'static str, i128)> {
    vec![
        ("appropriated", node.term(Term::Appropriated)),
        ("received", node.term(Term::Received)),
        ("returned", node.term(Term::Returned)),
        ("recovered", node.term(Term::Recovered)),
        ("income", node.term(Term::Income)),
        ("sent", node.term(Term::Sent) - node.term(Term::TakenBack)),
        ("spent", node.term(Term::Spent)),
        ("left", node.term(Term::Left)),
        ("held", node.held()),
    ]
}

/// The terms of a programme by their names.
pub(crate) fn programme_terms(account: &Account) -> Vec<(&'static str, i128)> {
    let line = account.line;
    vec![
        ("appropriated", line.appropriated),
        ("income", line.income),
        ("held", line.held),
        ("in-transit", line.in_transit),
        ("missing", line.missing),
        ("spent", line.spent),
        ("left", line.left),
        ("written-off", line.written_off),
    ]
}

/// Terms with names of their own.
pub(crate) fn owned(terms: &[(&str, i128)]) -> Vec<(String, i128)> {
    terms
        .iter()
        .map(|(name, amount)| ((*name).to_owned(), *amount))
        .collect()
}

#[test]
fn days_are_written_as_they_are_read() {
    assert_eq!(day_number("1970-01-01"), 0);
    assert_eq!(day_number("2026-03-02"), TODAY);
    for number in (TODAY - 1_000)..(TODAY + 1_000) {
        assert_eq!(day_number(&day_text(number)), number);
    }
}
