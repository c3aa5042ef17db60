//! The schema's history, forward only.
//!
//! In scope: creating and changing tables. Not in scope: what the rows mean (`server::store`) and
//! moving data that `countersign rebuild` can make again. A landed migration never changes; the
//! rules that every table keeps are in `README.md`, and a test over the migrations holds them.

mod frame;
mod m20261121_000001_ledger;
mod m20261121_000002_reading;
mod m20261122_000003_lists;
mod m20261122_000004_sums;
mod m20261122_000005_directory;
mod m20261122_000006_tiers;
mod people;

pub use people::PeopleMigrator;
pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

/// All migrations in their order.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_ledger::MIGRATION),
            Box::new(m20261121_000002_reading::MIGRATION),
            Box::new(m20261122_000003_lists::MIGRATION),
            Box::new(m20261122_000004_sums::MIGRATION),
            Box::new(m20261122_000005_directory::MIGRATION),
            Box::new(m20261122_000006_tiers::MIGRATION),
        ]
    }
}
