//! What every migration has in common: statements in their order, within one transaction, in the
//! words of the database at hand.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// A migration that runs statements.
pub(crate) struct Statements {
    /// What the database keeps of it, for good: the name of the migration's file.
    pub(crate) name: &'static str,
    /// Templates of statements, in the order in which they run.
    pub(crate) parts: &'static [&'static [&'static str]],
}

impl MigrationName for Statements {
    fn name(&self) -> &str {
        self.name
    }
}

#[expect(
    elided_lifetimes_in_paths,
    reason = "the trait's macro wants the signature exactly as it wrote it"
)]
#[async_trait::async_trait]
impl MigrationTrait for Statements {
    fn use_transaction(&self) -> Option<bool> {
        // Half a schema is worse than none, on SQLite too.
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for part in self.parts {
            for template in *part {
                let text = statement(template, connection.get_database_backend());
                connection.execute_unprepared(&text).await?;
            }
        }
        Ok(())
    }
}

/// Fills a dialect's words into a template.
fn statement(template: &str, backend: DbBackend) -> String {
    let (integer, text, bytes, clustered) = match backend {
        // Binary order, as the ledger sorts names: a locale's order would differ from machine to machine.
        DbBackend::Postgres => ("BIGINT", "TEXT COLLATE \"C\"", "BYTEA", ""),
        // The key is the cluster: without a second tree that maps row numbers to rows. STRICT
        // refuses a value of another type, which SQLite would otherwise keep as it came.
        _ => ("INTEGER", "TEXT", "BLOB", " WITHOUT ROWID, STRICT"),
    };
    template
        .replace("{int}", integer)
        .replace("{text}", text)
        .replace("{bytes}", bytes)
        .replace("{clustered}", clustered)
}
