//! The cast of every world: who is there, under which programmes, from which day on; and how an operation of the model
//! is written as a line of a table, and read from one.

use super::model::{
    Account, Day, Entry, Holding, Leg, LegTerm, Member, Model, Node, Operation, Programme, Source,
    Step, Term,
};
use super::table::{Event, node_label};

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

// --- from a line to an operation ---

/// What an event is in the model; `entries` gives the number of a label. None where the model has no such kind.
pub(crate) fn operation(
    event: &Event,
    model: &Model,
    entries: &dyn Fn(&str) -> Entry,
) -> Option<Operation> {
    let by = || numbered(&MEMBERS, event.word(0));
    let member = |at| numbered(&MEMBERS, event.word(at));
    let programme = || numbered(&PROGRAMMES, event.option("in").unwrap_or("year"));
    let step = || entries(event.word(1));
    let node = |text: &str| {
        let (label, leg) = node_label(text);
        Node {
            entry: entries(&label),
            leg: u64::from(leg),
        }
    };
    let sources = |whole| {
        let source = |(label, leg, amount): (String, u8, i128)| Source {
            node: Node {
                entry: entries(&label),
                leg: u64::from(leg),
            },
            amount,
        };
        let mut sources: Vec<Source> = event.sources(whole).into_iter().map(source).collect();
        sources.sort_by_key(|source| source.node);
        sources
    };
    let payee_signs = || {
        let payee = model
            .steps
            .get(&step())
            .map_or("nobody", |step| named(&MEMBERS, step.to));
        event
            .option("signed")
            .is_some_and(|signed| signed.split(',').any(|key| key.starts_with(payee)))
    };
    let due = event.option("due").map(day_number);
    Some(match event.kind.as_str() {
        "appropriation" => Operation::Appropriate {
            by: by(),
            programme: programme(),
            amount: event.amount(1),
        },
        "supplement" => Operation::Supplement {
            by: by(),
            root: node(event.word(1)),
            amount: event.amount(2),
        },
        "cut" => Operation::Cut {
            by: by(),
            root: node(event.word(1)),
            amount: event.amount(2),
        },
        "income" => Operation::Income {
            by: by(),
            node: node(event.word(1)),
            amount: event.amount(2),
        },
        "transfer" => {
            let (from, to, programme, sources) =
                (by(), member(1), programme(), sources(event.amount(2)));
            match event.option("covers") {
                Some(step) => Operation::Cover {
                    from,
                    to,
                    programme,
                    sources,
                    step: entries(step),
                },
                None => Operation::Transfer {
                    from,
                    to,
                    programme,
                    sources,
                    due,
                },
            }
        }
        "return" => {
            let sources = sources(event.amount(2));
            Operation::Return {
                from: by(),
                to: member(1),
                programme: programme(),
                sources,
                due,
            }
        }
        "receipt" => Operation::Receipt {
            by: by(),
            step: step(),
            amount: event.amount(2),
            last: event.flag("final"),
        },
        "receipt-correct" => {
            let withdraw = event
                .option("withdraw")
                .map_or(0, |text| text.parse().expect("an amount"));
            Operation::Correct {
                by: by(),
                step: step(),
                amount: event.amount(2),
                withdraw,
            }
        }
        "bounce" => Operation::Bounce {
            by: by(),
            step: step(),
            amount: event.amount(2),
        },
        "reversal" => Operation::Reverse {
            by: by(),
            step: step(),
            payee_signs: payee_signs(),
        },
        "charge" => Operation::Charge {
            by: by(),
            step: step(),
            amount: event.amount(2),
        },
        "expense" => Operation::Expense {
            by: by(),
            programme: programme(),
            sources: sources(event.amount(1)),
        },
        "expense-refund" => Operation::Refund {
            by: by(),
            into: node(event.word(1)),
            amount: event.amount(2),
        },
        "surrender" => Operation::Surrender {
            by: by(),
            programme: programme(),
            sources: sources(event.amount(1)),
        },
        "carry-over" => {
            let next = numbered(&PROGRAMMES, event.option("into").unwrap_or("next"));
            Operation::CarryOver {
                by: by(),
                programme: programme(),
                sources: sources(event.amount(1)),
                next,
            }
        }
        "recovery" => {
            let at = node(event.option("into").expect("a recovery names a node"));
            Operation::Recover {
                by: by(),
                step: step(),
                amount: event.amount(2),
                at,
            }
        }
        "write-off" => Operation::WriteOff {
            step: step(),
            amount: event.amount(2),
        },
        "programme-close" => Operation::Close {
            programme: numbered(&PROGRAMMES, event.word(1)),
        },
        "freeze" => Operation::Freeze { member: member(1) },
        "unfreeze" => Operation::Unfreeze { member: member(1) },
        "tick" => Operation::Tick {
            day: day_number(event.word(0).split('T').next().unwrap_or_default()),
        },
        _ => return None,
    })
}

// --- from an operation to a line ---

/// An operation as a line of a table; labels are the numbers of the entries.
pub(crate) fn line(entry: Entry, operation: &Operation, model: &Model) -> String {
    let member = |number: Member| named(&MEMBERS, number);
    let programme = |number: Programme| named(&PROGRAMMES, number);
    let node = |node: &Node| format!("e{}/{}", node.entry, node.leg);
    let from = |sources: &[Source]| {
        let told: Vec<String> = sources
            .iter()
            .map(|source| format!("{}:{}", node(&source.node), source.amount))
            .collect();
        format!("from {}", told.join(","))
    };
    let total = |sources: &[Source]| sources.iter().map(|source| source.amount).sum::<i128>();
    let due =
        |due: &Option<Day>| due.map_or(String::new(), |day| format!(" due {}", day_text(day)));
    let label = format!("e{entry}");
    match operation {
        Operation::Appropriate {
            by,
            programme: name,
            amount,
        } => {
            format!(
                "appropriation {label} {} {amount} in {}",
                member(*by),
                programme(*name)
            )
        }
        Operation::Supplement { by, root, amount } => {
            format!("supplement {label} {} {} {amount}", member(*by), node(root))
        }
        Operation::Cut { by, root, amount } => {
            format!("cut {label} {} {} {amount}", member(*by), node(root))
        }
        Operation::Income {
            by,
            node: into,
            amount,
        } => {
            format!("income {label} {} {} {amount}", member(*by), node(into))
        }
        Operation::Transfer {
            from: payer,
            to,
            programme: name,
            sources,
            due: day,
        } => {
            let (payer, to, amount) = (member(*payer), member(*to), total(sources));
            format!(
                "transfer {label} {payer} {to} {amount} {} in {}{}",
                from(sources),
                programme(*name),
                due(day)
            )
        }
        Operation::Cover {
            from: payer,
            to,
            programme: name,
            sources,
            step,
        } => {
            let (payer, to, amount) = (member(*payer), member(*to), total(sources));
            format!(
                "transfer {label} {payer} {to} {amount} {} in {} covers e{step}",
                from(sources),
                programme(*name)
            )
        }
        Operation::Return {
            from: payer,
            to,
            programme: name,
            sources,
            due: day,
        } => {
            let (payer, to, amount) = (member(*payer), member(*to), total(sources));
            format!(
                "return {label} {payer} {to} {amount} {} in {}{}",
                from(sources),
                programme(*name),
                due(day)
            )
        }
        Operation::Receipt {
            by,
            step,
            amount,
            last,
        } => {
            format!(
                "receipt {label} {} e{step} {amount}{}",
                member(*by),
                if *last { " final" } else { "" }
            )
        }
        Operation::Correct {
            by,
            step,
            amount,
            withdraw,
        } => {
            let withdraw = if *withdraw > 0 {
                format!(" withdraw {withdraw}")
            } else {
                String::new()
            };
            format!(
                "receipt-correct {label} {} e{step} {amount}{withdraw}",
                member(*by)
            )
        }
        Operation::Bounce { by, step, amount } => {
            format!("bounce {label} {} e{step} {amount}", member(*by))
        }
        Operation::Reverse {
            by,
            step,
            payee_signs,
        } => {
            let payee = model
                .steps
                .get(step)
                .filter(|_| *payee_signs)
                .map(|step| member(step.to));
            let signed = payee.map_or(String::new(), |payee| {
                format!(" signed {}/a,{payee}/a", member(*by))
            });
            format!("reversal {label} {} e{step}{signed}", member(*by))
        }
        Operation::Charge { by, step, amount } => {
            format!("charge {label} {} e{step} {amount}", member(*by))
        }
        Operation::Expense {
            by,
            programme: name,
            sources,
        } => {
            format!(
                "expense {label} {} {} {} in {}",
                member(*by),
                total(sources),
                from(sources),
                programme(*name)
            )
        }
        Operation::Refund { by, into, amount } => {
            format!(
                "expense-refund {label} {} {} {amount}",
                member(*by),
                node(into)
            )
        }
        Operation::Surrender {
            by,
            programme: name,
            sources,
        } => {
            format!(
                "surrender {label} {} {} {} in {}",
                member(*by),
                total(sources),
                from(sources),
                programme(*name)
            )
        }
        Operation::CarryOver {
            by,
            programme: name,
            sources,
            next,
        } => {
            let (by, name, next) = (member(*by), programme(*name), programme(*next));
            format!(
                "carry-over {label} {by} {} {} in {name} into {next}",
                total(sources),
                from(sources)
            )
        }
        Operation::Recover {
            by,
            step,
            amount,
            at,
        } => {
            format!(
                "recovery {label} {} e{step} {amount} into {}",
                member(*by),
                node(at)
            )
        }
        Operation::WriteOff { step, amount } => {
            format!("write-off {label} auditor e{step} {amount}")
        }
        Operation::Close { programme: name } => {
            let owner = model
                .programmes
                .get(name)
                .map_or(0, |account| account.owner);
            format!(
                "programme-close {label} {} {}",
                member(owner),
                programme(*name)
            )
        }
        Operation::Freeze { member: name } => format!("freeze {label} auditor {}", member(*name)),
        Operation::Unfreeze { member: name } => {
            format!("unfreeze {label} auditor {}", member(*name))
        }
        Operation::Tick { day } => format!("tick {label} {}", day_text(*day)),
    }
}

#[test]
fn days_are_written_as_they_are_read() {
    assert_eq!(day_number("1970-01-01"), 0);
    assert_eq!(day_number("2026-03-02"), TODAY);
    for number in (TODAY - 1_000)..(TODAY + 1_000) {
        assert_eq!(day_number(&day_text(number)), number);
    }
}
