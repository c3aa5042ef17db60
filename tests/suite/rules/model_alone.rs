//! The model by itself, before anything is held to it: its identities, its refusals, and what the driver reaches.

use std::collections::BTreeMap;

use super::cast::TODAY;
use super::driver::{Driver, programmes};
use super::lines;
use super::model::{Model, Operation, Refusal};
use super::table::Event;

/// The seeds of the bounded run, and how many operations each enters.
const SEEDS: u64 = 40;
const OPERATIONS: u64 = 400;
/// How many kinds of operations there are.
const KINDS: usize = 22;

/// What a run has met: a driver that never gets somewhere tests nothing there.
#[derive(Default)]
struct Met {
    admitted: BTreeMap<String, u64>,
    refused: BTreeMap<Refusal, u64>,
}

#[test]
fn the_identities_hold_after_every_operation_and_a_refusal_changes_nothing() {
    let mut met = Met::default();
    for seed in 0..SEEDS {
        run(seed, &mut met);
    }
    let admitted: u64 = met.admitted.values().sum();
    assert!(
        admitted > SEEDS * OPERATIONS / 4,
        "only {admitted} operations were admitted: the driver is too wild"
    );
    for (kind, count) in &met.admitted {
        assert!(
            *count >= 10,
            "{kind} was admitted {count} times: the driver hardly gets there"
        );
    }
    assert_eq!(
        met.admitted.len(),
        KINDS,
        "kinds that were admitted: {:?}",
        met.admitted
    );
    assert_eq!(
        met.refused.len(),
        Refusal::ALL.len(),
        "refusals that were met: {:?}",
        met.refused
    );
}

fn run(seed: u64, met: &mut Met) {
    let mut driver = Driver::new(seed);
    let mut model = Model::new(programmes(TODAY), TODAY);
    for entry in 1..=OPERATIONS {
        let operation = driver.next(&model);
        let before = model.clone();
        match model.enter(entry, &operation) {
            Ok(_) => *met.admitted.entry(kind(&operation)).or_default() += 1,
            Err(refusal) => {
                *met.refused.entry(refusal).or_default() += 1;
                assert_eq!(
                    before, model,
                    "seed {seed}, entry {entry}: {refusal:?} changed something"
                );
            }
        }
        if let Err(wrong) = model.check() {
            panic!("seed {seed}, entry {entry}, {operation:?}: {wrong}");
        }
    }
}

/// The name of an operation's kind, as it stands in the model.
fn kind(operation: &Operation) -> String {
    let shown = format!("{operation:?}");
    shown.split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn operations_are_read_from_lines_as_they_were_written() {
    let mut driver = Driver::new(SEEDS);
    let mut model = Model::new(programmes(TODAY), TODAY);
    let number = |label: &str| label.trim_start_matches('e').parse().unwrap_or_default();
    for entry in 1..=OPERATIONS {
        let operation = driver.next(&model);
        let line = lines::line(entry, &operation, &model);
        // Who the payee of an unknown step is can't be written down.
        let lost = matches!(operation, Operation::Reverse { step: 0, .. });
        if !lost {
            assert_eq!(
                lines::operation(&Event::parse(&line), &model, &number),
                Some(operation.clone()),
                "{line}"
            );
        }
        model.enter(entry, &operation).ok();
    }
}
