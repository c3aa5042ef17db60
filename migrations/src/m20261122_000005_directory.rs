//! By what members, programmes and regions are found and called.

use crate::m20261121_000001_ledger::statement;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[expect(
    elided_lifetimes_in_paths,
    reason = "the trait's macro wants the signature exactly as it wrote it"
)]
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        // Half a schema is worse than none, on SQLite too.
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for template in STATEMENTS {
            connection
                .execute_unprepared(&statement(template, connection.get_database_backend()))
                .await?;
        }
        Ok(())
    }
}

const STATEMENTS: &[&str] = &[
    // The folded words of members (subject 0) and programmes (1), those of former titles too. A
    // word is found by its beginning in binary order: no text index that one database lacks.
    "CREATE TABLE search_word (
        ledger {int} NOT NULL, word {text} NOT NULL, subject {int} NOT NULL, name {text} NOT NULL,
        PRIMARY KEY (ledger, word, subject, name)){clustered}",
    // Whose title a region is called by: the first member of its highest tier.
    "CREATE TABLE region (
        ledger {int} NOT NULL, code {text} NOT NULL, tier {int} NOT NULL, member {text} NOT NULL,
        PRIMARY KEY (ledger, code)){clustered}",
    // The words of entries that are there already come with a rebuild, which the store asks for.
    "UPDATE head SET next_index = 0 WHERE next_index > 0",
];
