//! What pages ask for beside the state: which entries speak about another one, and the lists of a
//! programme's and a member's page.

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
    // Which entries speak about an entry: the receipts of a step, what was spent from a node.
    "CREATE TABLE about (
        ledger {int} NOT NULL, subject {int} NOT NULL, idx {int} NOT NULL, kind {int} NOT NULL,
        PRIMARY KEY (ledger, subject, idx)){clustered}",
    "CREATE INDEX member_parent ON member (ledger, parent, name)",
    // Its columns never change, so only a new tally costs; without it a page of a programme's
    // members would read all their months.
    "CREATE INDEX tally_month ON tally (ledger, programme, scope, month, scope_value)",
    "CREATE INDEX finding_code ON finding (ledger, code, is_open, subject)",
];
