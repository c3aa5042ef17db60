//! The ledger's terms by the names that tables use, and its identities recomputed from all rows.

use std::collections::BTreeMap;

use ledger::field::{MemberName, ProgrammeName};
use ledger::{Facts, FlowKey, Minor, Month, Node, Scope, Step, TallyKey, TallyMove, Terms};
use server::verify::Sums;

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

/// Tallies as a store keeps them: change by change, by programme, member, tier, region and month.
#[derive(Default)]
pub(super) struct Tallies(BTreeMap<TallyKey, Terms>);

impl Tallies {
    /// Adds what an entry changes to each tally that it belongs to.
    pub(super) fn add(&mut self, change: &TallyMove) {
        for key in change.keys() {
            self.0.entry(key).or_default().add(&change.change);
        }
    }

    /// Holds a programme's months, added up elsewhere, to these. A month of zeros and none are the same.
    pub(super) fn same_months(
        &self,
        programme: &str,
        months: &BTreeMap<Month, Terms>,
    ) -> Result<(), String> {
        let own = self.0.iter().filter(|(key, _)| {
            key.programme.as_str() == programme && key.scope == Scope::Programme
        });
        let own = own.filter(|(key, _)| key.month != Month::ALL);
        let own: BTreeMap<Month, &Terms> = own.map(|(key, terms)| (key.month, terms)).collect();
        let none = Terms::default();
        for month in own.keys().chain(months.keys()) {
            let ours = own.get(month).copied().unwrap_or(&none);
            let theirs = months.get(month).unwrap_or(&none);
            if ours != theirs {
                let month = month.number();
                return Err(format!(
                    "{programme} {month}: {ours:?} is elsewhere {theirs:?}"
                ));
            }
        }
        Ok(())
    }

    /// A programme's line.
    pub(super) fn line(&self, programme: &str) -> Terms {
        let of_it = |key: &TallyKey| {
            key.programme.as_str() == programme
                && key.scope == Scope::Programme
                && key.month == Month::ALL
        };
        self.0
            .iter()
            .find(|(key, _)| of_it(key))
            .map(|(_, line)| *line)
            .unwrap_or_default()
    }
}

/// Recomputes every node, step and tally.
pub(super) fn check(facts: &Facts, tallies: &Tallies) -> Result<(), String> {
    let mut rows: BTreeMap<TallyKey, Terms> = BTreeMap::new();
    for node in facts.nodes.values() {
        let below = node_terms(node).into_iter().find(|(_, amount)| *amount < 0);
        if let Some((term, amount)) = below {
            return Err(format!("node {:?}: {term} is {amount}", node.at));
        }
        count(
            facts,
            &mut rows,
            (&node.programme, &node.holder, Month::ALL),
            &of_node(node),
        );
    }
    for step in facts.steps.values() {
        check_step(step)?;
        let (sent_in, of_payer, of_payee) =
            (Month::of(step.occurred), of_payer(step), of_payee(step));
        for month in [Month::ALL, sent_in] {
            count(
                facts,
                &mut rows,
                (&step.programme, &step.from, month),
                &of_payer,
            );
            count(
                facts,
                &mut rows,
                (&step.programme, &step.to, month),
                &of_payee,
            );
        }
    }
    for (key, tally) in &tallies.0 {
        let row = rows.remove(key).unwrap_or_default();
        // Money on a step counts in the month in which it was sent; what nodes say has no month of its own.
        let told = if key.month == Month::ALL {
            *tally
        } else {
            of_steps(tally)
        };
        if told != row {
            return Err(format!(
                "{key:?}: the tally says {told:?}, the rows {row:?}"
            ));
        }
        if key.scope == Scope::Programme && tally.imbalance() != 0 {
            return Err(format!("{key:?}: out of balance by {}", tally.imbalance()));
        }
    }
    match rows.iter().find(|(_, row)| **row != Terms::default()) {
        Some((key, row)) => Err(format!("{key:?}: rows without a tally: {row:?}")),
        None => Ok(()),
    }
}

/// Adds a row's terms to all that it belongs to: the programme, the member, its tier and its region.
fn count(
    facts: &Facts,
    rows: &mut BTreeMap<TallyKey, Terms>,
    (programme, member, month): (&ProgrammeName, &MemberName, Month),
    terms: &Terms,
) {
    let known = &facts.members[member];
    let region = known.region.clone().map(Scope::Region);
    let scopes = [
        Scope::Programme,
        Scope::Member(member.clone()),
        Scope::Tier(known.tier),
    ];
    for scope in scopes.into_iter().chain(region) {
        rows.entry(TallyKey {
            programme: programme.clone(),
            scope,
            month,
        })
        .or_default()
        .add(terms);
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
        recovered: node.recovered,
        ..Terms::default()
    }
}

fn of_payer(step: &Step) -> Terms {
    Terms {
        sent: step.sent(),
        taken_back: step.back(),
        ..Terms::default()
    }
}

fn of_payee(step: &Step) -> Terms {
    Terms {
        meant: step.sent(),
        received: step.received(),
        in_transit: step.open() - step.missing(),
        missing: step.missing(),
        charged: step.charged(),
        written_off: step.legs.iter().map(|leg| leg.written_off).sum(),
        ..Terms::default()
    }
}

/// The terms of a tally that steps make.
fn of_steps(tally: &Terms) -> Terms {
    Terms {
        sent: tally.sent,
        taken_back: tally.taken_back,
        meant: tally.meant,
        received: tally.received,
        in_transit: tally.in_transit,
        missing: tally.missing,
        charged: tally.charged,
        written_off: tally.written_off,
        ..Terms::default()
    }
}

/// Holds every other public sum, change by change, against the rows.
pub(super) fn check_sums(facts: &Facts, sums: &Sums) -> Result<(), String> {
    if let Some(difference) = Sums::of(facts).compare(sums).first() {
        return Err(difference.to_string());
    }
    for (key, flow) in &sums.flows {
        let steps = facts
            .steps
            .values()
            .filter(|step| FlowKey::of(step) == *key);
        let mut terms: BTreeMap<&str, i128> = BTreeMap::new();
        for (name, amount) in steps.flat_map(step_terms) {
            *terms.entry(name).or_default() += amount;
        }
        let settled = terms["charged"] + terms["recovered"] + terms["written-off"];
        let own = [
            ("sent", flow.sent, terms["sent"]),
            ("received", flow.received, terms["received"]),
            ("back", flow.back, terms["back"]),
            ("settled", flow.settled, settled),
            ("in-transit", flow.in_transit, terms["in-transit"]),
            ("missing", flow.missing, terms["missing"]),
            ("contested", flow.contested, terms["contested"]),
        ];
        if let Some((name, flow, steps)) = own.into_iter().find(|(_, one, other)| one != other) {
            return Err(format!("{key:?}: {name} is {flow}, of its steps {steps}"));
        }
    }
    Ok(())
}
