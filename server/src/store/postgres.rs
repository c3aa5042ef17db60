//! PostgreSQL: its pools. Who writes stands in the ledger's head row.

use super::StoreError;
use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector};
use std::time::Duration;

/// Prepared statements that a connection keeps: every table in every size of a statement.
const STATEMENTS_KEPT: usize = 512;

/// How long a connection is waited for.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

fn options(url: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions = url.parse()?;
    Ok(options
        .statement_cache_capacity(STATEMENTS_KEPT)
        .disable_statement_logging())
}

/// Opens the one connection that writes.
///
/// # Errors
/// [`StoreError`] where the server doesn't answer.
pub(super) async fn open_writer(url: &str) -> Result<DatabaseConnection, StoreError> {
    open(url, 1).await
}

/// Opens the pool that reads.
///
/// # Errors
/// [`StoreError`] where the server doesn't answer.
pub(super) async fn open_reader(
    url: &str,
    readers_max: u32,
) -> Result<DatabaseConnection, StoreError> {
    open(url, readers_max).await
}

async fn open(url: &str, connections: u32) -> Result<DatabaseConnection, StoreError> {
    let pool = PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(CONNECT_TIMEOUT);
    let pool = pool.connect_with(options(url)?).await?;
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool))
}
