//! An operation of the model as a line of a table, and back.

use super::cast::{MEMBERS, PROGRAMMES, day_number, day_text, named, numbered};
use super::model::{Day, Entry, Member, Model, Node, Operation, Programme, Source};
use super::table::{Event, node_label};

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
