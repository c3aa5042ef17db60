//! What money does: an independent model of the effect table, and the tests that hold the ledger to it.

mod bad_notes;
mod cast;
mod driver;
mod ledger_check;
mod ledger_entries;
mod ledger_narrow;
mod ledger_tables;
mod ledger_world;
mod lines;
mod machine;
mod model;
mod model_alone;
mod model_world;
mod table;
