//! Members from the top tier down: the page of who keeps the books lists them so.

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
        let text = statement(INDEX, connection.get_database_backend());
        connection.execute_unprepared(&text).await?;
        Ok(())
    }
}

/// Members are few beside entries, and their tiers change by vote only.
const INDEX: &str = "CREATE INDEX member_tier ON member (ledger, tier, name)";
