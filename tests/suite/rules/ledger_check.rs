//! The ledger's terms by the names that tables use, and its identities recomputed from all rows.

use std::collections::BTreeMap;

use ledger::{Facts, Minor, Node, Step, Terms};

/// The terms of a step by their names, as the model names them.
pub(super) fn step_terms(step: &Step) -> Vec<(&'static str, i128)> {
    let sum = |term: fn(&ledger::Leg) -> Minor| step.legs.iter().map(term).sum::<Minor>();
    vec![
        ("sent", step.sent()),
        ("received", step.received()),
        ("back", step.back()),
        ("charged", step.charged()),
        ("recovered", sum(|leg| leg.recovered)),
        ("written-off", sum(|leg| leg.written_off)),
        ("in-transit", step.open() - step.missing()),
        ("missing", step.missing()),
        ("contested", step.contested),
    ]
}

/// The terms of one leg.
pub(super) fn leg_terms(leg: &ledger::Leg) -> [i128; 7] {
    [
        leg.sent,
        leg.received,
        leg.back,
        leg.charged,
        leg.recovered,
        leg.written_off,
        leg.open(),
    ]
}

/// The terms of a node by their names.
pub(super) fn node_terms(node: &Node) -> Vec<(&'static str, i128)> {
    vec![
        ("appropriated", node.appropriated),
        ("received", node.received),
        ("returned", node.returned),
        ("recovered", node.recovered),
        ("income", node.income),
        ("sent", node.sent),
        ("spent", node.spent),
        ("left", node.left),
        ("held", node.held()),
    ]
}

/// The terms of a programme's line by their names.
pub(super) fn programme_terms(line: Terms) -> Vec<(&'static str, i128)> {
    vec![
        ("appropriated", line.appropriated),
        ("income", line.income),
        ("held", line.held),
        ("in-transit", line.in_transit),
        ("missing", line.missing),
        ("spent", line.spent + line.charged),
        ("left", line.left),
        ("written-off", line.written_off),
    ]
}

/// Recomputes every node, step and programme.
pub(super) fn check(facts: &Facts, totals: &BTreeMap<String, Terms>) -> Result<(), String> {
    let mut lines: BTreeMap<String, Terms> = BTreeMap::new();
    for node in facts.nodes.values() {
        let below = node_terms(node).into_iter().find(|(_, amount)| *amount < 0);
        if let Some((term, amount)) = below {
            return Err(format!("node {:?}: {term} is {amount}", node.at));
        }
        lines
            .entry(node.programme.to_string())
            .or_default()
            .add(&of_node(node));
    }
    for step in facts.steps.values() {
        check_step(step)?;
        lines
            .entry(step.programme.to_string())
            .or_default()
            .add(&of_step(step));
    }
    for (programme, total) in totals {
        let line = lines.remove(programme).unwrap_or_default();
        if programme_terms(*total) != programme_terms(line) {
            return Err(format!(
                "{programme}: tallies say {total:?}, the rows {line:?}"
            ));
        }
        if total.imbalance() != 0 {
            return Err(format!(
                "{programme}: out of balance by {}",
                total.imbalance()
            ));
        }
    }
    match lines.keys().next() {
        Some(programme) => Err(format!("{programme}: rows without a tally")),
        None => Ok(()),
    }
}

fn check_step(step: &Step) -> Result<(), String> {
    let wrong = step.legs.iter().find(|leg| {
        let parts = [
            leg.received,
            leg.back,
            leg.charged,
            leg.recovered,
            leg.written_off,
            leg.open(),
        ];
        parts.iter().any(|part| *part < 0)
    });
    match wrong {
        Some(leg) => Err(format!("step {}: {leg:?}", step.index)),
        None if step.contested < 0 => {
            Err(format!("step {}: contested {}", step.index, step.contested))
        }
        None => Ok(()),
    }
}

fn of_node(node: &Node) -> Terms {
    Terms {
        appropriated: node.appropriated,
        income: node.income,
        held: node.held(),
        spent: node.spent,
        left: node.left,
        ..Terms::default()
    }
}

fn of_step(step: &Step) -> Terms {
    Terms {
        in_transit: step.open() - step.missing(),
        missing: step.missing(),
        charged: step.charged(),
        written_off: step.legs.iter().map(|leg| leg.written_off).sum(),
        ..Terms::default()
    }
}
