//! Every table that names the ledger, against the ledger.

use ledger::{CATALOGUE, Refusal};

use super::cast;
use super::ledger_world::LedgerWorld;
use super::table::Table;

#[test]
fn tables_hold_in_the_ledger() {
    let tables: Vec<Table> = Table::all()
        .into_iter()
        .filter(|table| table.runs_in("ledger"))
        .collect();
    let run = |table: &Table| table.run(&mut LedgerWorld::new(&cast::standard(), true));
    let wrong: Vec<String> = tables.iter().flat_map(run).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What no line of a table can bring about: a ledger without a genesis or with two, 65 voting houses, an entry that a
/// table doesn't write.
const ELSEWHERE: [&str; 4] = [
    "genesis-missing",
    "genesis-exists",
    "houses-too-many",
    "root-and-direction",
];

#[test]
fn every_refusal_and_every_finding_stands_in_a_table() {
    let tables: Vec<Table> = Table::all()
        .into_iter()
        .filter(|table| table.runs_in("ledger"))
        .collect();
    let told = |word: &str| tables.iter().any(|table| table.tells(word));
    let refusals = Refusal::CODES
        .iter()
        .filter(|code| !ELSEWHERE.contains(code));
    let missing: Vec<&str> = refusals.copied().filter(|code| !told(code)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "refusals without a table");
    let missing: Vec<&str> = CATALOGUE
        .iter()
        .map(|entry| entry.word)
        .filter(|word| !told(word))
        .collect();
    assert_eq!(missing, Vec::<&str>::new(), "findings without a table");
}
