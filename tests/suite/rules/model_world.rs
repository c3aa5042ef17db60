//! The model as a world that tables run against.

use std::collections::BTreeMap;

use super::cast::{self, PROGRAMMES, TODAY};
use super::lines;
use super::model::{Entry, Model, Node};
use super::table::{Event, Outcome, Table, World, node_label};

struct ModelWorld {
    model: Model,
    labels: BTreeMap<String, Entry>,
}

impl ModelWorld {
    fn new() -> Self {
        ModelWorld {
            model: Model::new(cast::standard(), TODAY),
            labels: BTreeMap::new(),
        }
    }

    fn entry(&self, label: &str) -> Entry {
        // No entry has this number: they count from 1.
        self.labels.get(label).copied().unwrap_or(0)
    }
}

impl World for ModelWorld {
    fn enter(&mut self, event: &Event) -> Outcome {
        let operation = lines::operation(event, &self.model, &|label| self.entry(label));
        let operation = operation.unwrap_or_else(|| panic!("the model has no `{}`", event.kind));
        let next = u64::try_from(self.labels.len()).expect("a short table") + 1;
        match self.model.enter(next, &operation) {
            Err(refusal) => Outcome::Refused(refusal.code().to_owned()),
            Ok(_) => {
                self.labels.insert(event.label.clone(), next);
                Outcome::Admitted(None)
            }
        }
    }

    fn show(&self, subject: &str) -> Vec<(String, i128)> {
        if PROGRAMMES.contains(&subject) {
            return cast::owned(&cast::programme_terms(
                &self.model.programmes[&cast::numbered(&PROGRAMMES, subject)],
            ));
        }
        let (label, leg) = node_label(subject);
        let entry = self.entry(&label);
        match self.model.steps.get(&entry) {
            Some(step) if !subject.contains('/') => cast::owned(&cast::step_terms(step)),
            _ => {
                let node = self.model.nodes.get(&Node {
                    entry,
                    leg: u64::from(leg),
                });
                cast::owned(&node.map(cast::node_terms).unwrap_or_default())
            }
        }
    }

    fn findings(&self) -> Option<Vec<(String, String, i128)>> {
        None
    }

    fn check(&self) -> Result<(), String> {
        self.model.check()
    }
}

#[test]
fn tables_hold_in_the_model() {
    let tables: Vec<Table> = Table::all()
        .into_iter()
        .filter(|table| table.runs_in("model"))
        .collect();
    let wrong: Vec<String> = tables
        .iter()
        .flat_map(|table| table.run(&mut ModelWorld::new()))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn there_is_a_table_for_each_row_of_the_effect_table() {
    const ROWS: [&str; 20] = [
        "appropriation",
        "supplement",
        "cut",
        "income",
        "transfer",
        "return",
        "receipt",
        "receipt-correct",
        "bounce",
        "reversal",
        "charge",
        "expense",
        "expense-refund",
        "surrender",
        "carry-over",
        "recovery",
        "write-off",
        "freeze",
        "programme-close",
        "tick",
    ];
    let tables = Table::all();
    for row in ROWS {
        let told = tables
            .iter()
            .filter(|table| table.runs_in("model"))
            .any(|table| table.kinds().any(|kind| kind == row));
        assert!(told, "no table for `{row}`");
    }
}
