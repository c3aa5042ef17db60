//! Every table that names the ledger, against the ledger.

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
