//! The findings name each planted leak, and nothing else but what is really in the data.

use super::fold::{PLAN, WORLD, World};
use ledger::Code;
use server::demo::{self, Plan};
use std::collections::BTreeSet;

const COMMITTED: &str = include_str!("../../../server/data/fonacide/planted.csv");

/// Code, identity of the step, money at risk, whether open.
type Line = (&'static str, String, i128, bool);

fn found(world: &World) -> BTreeSet<Line> {
    let findings = world.facts.findings.values();
    let lines = findings.map(|finding| {
        let index = usize::try_from(finding.subject).unwrap();
        let step = world.identities[index].to_string();
        (finding.code.word(), step, finding.at_risk, finding.open())
    });
    lines.collect()
}

fn planted(plan: &Plan) -> BTreeSet<Line> {
    let leaks = plan.planted().iter();
    let lines = leaks.map(|leak| {
        (
            leak.code.word(),
            leak.step.to_string(),
            leak.at_risk,
            leak.open,
        )
    });
    lines.collect()
}

/// What was found though nobody planted it: one line of the data stands twice.
fn assert_only_the_real_pair(world: &World, plan: &Plan) {
    let (found, planted) = (found(world), planted(plan));
    let missed: Vec<_> = planted.difference(&found).collect();
    assert!(missed.is_empty(), "planted and not found: {missed:?}");
    let beyond: Vec<_> = found.difference(&planted).collect();
    assert_eq!(beyond.len(), 1, "found and not planted: {beyond:?}");
    let (code, step, at_risk, open) = beyond[0];
    assert_eq!(
        (*code, *at_risk, *open),
        ("possible-duplicate", 129_233_423, true)
    );
    let step = world.facts.step(&step.parse().unwrap()).unwrap();
    assert_eq!(step.to.as_str(), "l22-1.fonacide.example");
    assert_eq!(step.occurred.to_string(), "2019-12-05");
    // The finding proves itself with both lines.
    let finding = &world.facts.findings[&(step.index, 0, Code::PossibleDuplicate)];
    let proof = finding.proof.iter().map(|index| &world.facts.steps[index]);
    let proof: Vec<_> = proof
        .map(|step| (step.sent(), step.occurred.to_string()))
        .collect();
    let line = (129_233_423, "2019-12-05".to_owned());
    assert_eq!(proof, [line.clone(), line]);
}

#[test]
fn each_planted_leak_is_found_and_nothing_else_but_the_real_pair() {
    assert_only_the_real_pair(&WORLD, &PLAN);
    assert_eq!(
        PLAN.planted().len(),
        planted(&PLAN).len(),
        "no two leaks are alike"
    );
}

#[test]
fn it_is_so_for_another_seed() {
    let plan = demo::plan(demo::DEPOSITS, 7).unwrap();
    assert_ne!(plan.digest(), PLAN.digest());
    assert_only_the_real_pair(&World::fold(plan.notes()), &plan);
}

#[test]
fn the_committed_list_is_the_one_that_the_demo_writes() {
    assert!(
        PLAN.planted_csv() == COMMITTED,
        "server/data/fonacide/planted.csv is not what the plan plants"
    );
}

#[test]
fn every_code_of_the_catalogue_is_planted() {
    let codes: BTreeSet<_> = PLAN.planted().iter().map(|leak| leak.code).collect();
    let catalogue: BTreeSet<_> = ledger::CATALOGUE.iter().map(|entry| entry.code).collect();
    assert_eq!(codes, catalogue);
}
