//! The history of the people's own schema: accounts, sessions, invitations, drafts, devices, messages.
//!
//! They stand apart from the ledger: in a SQLite file of their own, or in tables of PostgreSQL that
//! no rebuild empties and no mirror copies. A landed migration never changes.

mod m20261122_000001_people;
mod m20261122_000002_allocations;
mod m20261122_000003_devices;
mod m20261122_000004_vouching;
mod m20261122_000005_passkeys;
mod m20261122_000006_batches;
mod m20261122_000010_telling;
mod m20261122_000020_documents;
mod m20261122_000021_signatures;
mod m20261122_000030_questions;
mod m20261122_000031_asking;
mod m20261122_000040_provider;
mod m20261122_000050_sheets_apart;

use sea_orm_migration::prelude::*;

/// All migrations of the people's schema in their order.
#[derive(Debug)]
pub struct PeopleMigrator;

impl MigratorTrait for PeopleMigrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_people::MIGRATION),
            Box::new(m20261122_000002_allocations::MIGRATION),
            Box::new(m20261122_000003_devices::MIGRATION),
            Box::new(m20261122_000004_vouching::MIGRATION),
            Box::new(m20261122_000005_passkeys::MIGRATION),
            Box::new(m20261122_000006_batches::MIGRATION),
            Box::new(m20261122_000010_telling::MIGRATION),
            Box::new(m20261122_000020_documents::MIGRATION),
            Box::new(m20261122_000021_signatures::MIGRATION),
            Box::new(m20261122_000030_questions::MIGRATION),
            Box::new(m20261122_000031_asking::MIGRATION),
            Box::new(m20261122_000040_provider::MIGRATION),
            Box::new(m20261122_000050_sheets_apart::MIGRATION),
        ]
    }

    fn migration_table_name() -> DynIden {
        "people_migrations".into_iden()
    }
}
