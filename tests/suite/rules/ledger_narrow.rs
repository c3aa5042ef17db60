//! Facts as a store loads them: nothing but what `reads` names.

use ledger::field::{Identity, Moment};
use ledger::limits::DUES_PER_TICK;
use ledger::{DueKind, Facts, NodeRef, Wanted};

/// The rows that `wanted` names, out of all rows.
pub(super) fn narrow(all: &Facts, wanted: &[Wanted]) -> Facts {
    let mut some = Facts {
        head: all.head.clone(),
        ..Facts::default()
    };
    for row in wanted {
        load(all, row, &mut some);
    }
    some
}

/// Copies a row, if it is there.
macro_rules! copy {
    ($all:ident, $some:ident, $table:ident, $key:expr) => {
        if let Some((key, row)) = $all.$table.get_key_value($key) {
            $some.$table.insert(key.clone(), row.clone());
        }
    };
}

fn load(all: &Facts, wanted: &Wanted, some: &mut Facts) {
    match wanted {
        Wanted::Member(name) => copy!(all, some, members, name),
        Wanted::Key(name, id) => copy!(all, some, keys, &(name.clone(), *id)),
        Wanted::House(name) => copy!(all, some, houses, name),
        Wanted::Proposal(identity) => copy!(all, some, proposals, identity),
        Wanted::Programme(name) => copy!(all, some, programmes, name),
        Wanted::Reference(name, kind, reference) => {
            copy!(
                all,
                some,
                references,
                &(name.clone(), *kind, reference.clone())
            );
        }
        Wanted::Entry(identity) => copy!(all, some, entries, identity),
        Wanted::Step(identity) => load_step(all, identity, some),
        Wanted::Node(citation) => {
            copy!(all, some, entries, &citation.entry);
            if let Some(at) = all.node_ref(citation) {
                load_node(all, at, some);
                copy!(all, some, steps, &at.index);
            }
        }
        Wanted::Repeat(fortnight, digest) => {
            copy!(all, some, repeats, &(*fortnight, *digest));
            let payments = all
                .repeats
                .get(&(*fortnight, *digest))
                .map(|repeat| &repeat.payments);
            for (_, index) in payments.into_iter().flatten() {
                copy!(all, some, steps, index);
            }
        }
        Wanted::DaySum(programme, from, to, day) => {
            copy!(
                all,
                some,
                day_sums,
                &(programme.clone(), from.clone(), to.clone(), *day)
            );
        }
        Wanted::Dues(until) => load_dues(all, *until, some),
    }
}

fn load_step(all: &Facts, identity: &Identity, some: &mut Facts) {
    copy!(all, some, entries, identity);
    let Some(step) = all.step(identity) else {
        return;
    };
    load_step_row(all, step.index, some);
}

fn load_step_row(all: &Facts, index: u64, some: &mut Facts) {
    copy!(all, some, steps, &index);
    let step = &all.steps[&index];
    for leg in &step.legs {
        load_node(all, leg.source, some);
        load_node(all, leg.target, some);
    }
    load_findings(all, index, some);
}

fn load_node(all: &Facts, at: NodeRef, some: &mut Facts) {
    copy!(all, some, nodes, &at);
    load_findings(all, at.index, some);
}

fn load_findings(all: &Facts, index: u64, some: &mut Facts) {
    let about = all
        .findings
        .iter()
        .filter(|((subject, _, _), _)| *subject == index);
    some.findings
        .extend(about.map(|(key, finding)| (*key, finding.clone())));
}

fn load_dues(all: &Facts, until: Moment, some: &mut Facts) {
    for due in all
        .dues
        .iter()
        .take_while(|due| due.at <= until)
        .take(DUES_PER_TICK)
    {
        some.dues.insert(*due);
        let programme = match due.kind {
            DueKind::Receipt => {
                load_step_row(all, due.index, some);
                all.steps[&due.index].programme.clone()
            }
            DueKind::Idle => {
                let at = NodeRef {
                    index: due.index,
                    leg: due.leg,
                };
                load_node(all, at, some);
                all.nodes[&at].programme.clone()
            }
        };
        copy!(all, some, programmes, &programme);
    }
}
