//! SQLite: its settings, each with its reason, and its connections.

use super::StoreError;
use rusqlite::{Connection, OpenFlags};
use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sea_orm::sqlx::{ConnectOptions, Row};
use sea_orm::{DatabaseConnection, SqlxSqliteConnector};
use std::path::Path;
use std::time::Duration;

/// The database's file in the data folder.
pub const DATABASE_FILE: &str = "ledger.sqlite";

/// The oldest SQLite that is safe: before it, resetting a write-ahead log could corrupt a database.
const VERSION_MIN: (u32, u32, u32) = (3, 51, 3);

/// Bytes of a page. A note of up to 2,030 bytes stays in its tree's page at this size; at 4,096 one
/// of more than 1,002 bytes would need pages of its own.
const PAGE_BYTES: u32 = 8192;

/// The writer's page cache in KiB: the warm leaves of every tree of a busy ledger.
const WRITER_CACHE_KIB: u32 = 64 * 1024;

/// A reader's page cache in KiB; most of what it reads comes from the mapped file.
const READER_CACHE_KIB: u32 = 4 * 1024;

/// Bytes of the file that are mapped: pages come from the system's cache without being copied. They
/// count as the system's memory, not as the server's.
const MAPPED_BYTES: u64 = 4 << 30;

/// Pages of the write-ahead log after which it is written back: 64 MiB. A larger log writes a leaf
/// back once for many groups that changed it.
const CHECKPOINT_PAGES: u32 = 8192;

/// How long a statement waits for a lock. There is one writer, so only a checkpoint or a backup
/// that has just begun can be in its way.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Prepared statements that a connection keeps: every table in every size of a statement.
const STATEMENTS_KEPT: usize = 512;

fn options(file: &Path, cache_kib: u32) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .page_size(PAGE_BYTES)
        // An answer is a promise: every commit reaches the disk before it.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(STATEMENTS_KEPT)
        // No table has foreign keys.
        .foreign_keys(false)
        .pragma("cache_size", format!("-{cache_kib}"))
        .pragma("mmap_size", MAPPED_BYTES.to_string())
        .pragma("temp_store", "MEMORY")
        .pragma("wal_autocheckpoint", CHECKPOINT_PAGES.to_string())
        .disable_statement_logging()
}

/// A pool whose connections stay: a file doesn't hang up, and a new connection has a cold cache.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

/// Opens the one connection that writes; makes the database where there is none.
///
/// # Errors
/// [`StoreError`] where the file can't be opened, or SQLite is too old.
pub(super) async fn open_writer(file: &Path) -> Result<DatabaseConnection, StoreError> {
    let options = options(file, WRITER_CACHE_KIB)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal);
    let pool = pool(1).connect_with(options).await?;
    check_version(&pool).await?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// Opens the pool that reads.
///
/// # Errors
/// [`StoreError`] where the file can't be opened, or SQLite is too old.
pub(super) async fn open_reader(
    file: &Path,
    readers_max: u32,
) -> Result<DatabaseConnection, StoreError> {
    let options = options(file, READER_CACHE_KIB).read_only(true);
    let pool = pool(readers_max).connect_with(options).await?;
    check_version(&pool).await?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// Opens the connection that commits, beside the one that looks after schema and writer's place.
///
/// # Errors
/// [`StoreError`] where the file can't be opened.
pub(super) fn local_writer(file: &Path) -> Result<Connection, StoreError> {
    local(file, OpenFlags::SQLITE_OPEN_READ_WRITE, WRITER_CACHE_KIB)
}

/// Opens a connection that reads.
///
/// # Errors
/// [`StoreError`] where the file can't be opened.
pub(super) fn local_reader(file: &Path) -> Result<Connection, StoreError> {
    local(file, OpenFlags::SQLITE_OPEN_READ_ONLY, READER_CACHE_KIB)
}

/// A connection with the settings that the pools' connections have. No two threads use one at the
/// same time, so SQLite needn't lock it.
fn local(file: &Path, access: OpenFlags, cache_kib: u32) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(file, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.execute_batch(&format!(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -{cache_kib}; \
         PRAGMA mmap_size = {MAPPED_BYTES}; PRAGMA temp_store = MEMORY; \
         PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES};"
    ))?;
    Ok(connection)
}

/// Opens a backup to look into it. Nobody writes it, so no files are made beside it.
///
/// # Errors
/// [`StoreError`] where the file can't be opened, or SQLite is too old.
pub(super) async fn open_copy(file: &Path) -> Result<DatabaseConnection, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(true)
        .disable_statement_logging();
    let pool = pool(1).connect_with(options).await?;
    check_version(&pool).await?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

async fn check_version(pool: &SqlitePool) -> Result<(), StoreError> {
    let row = sea_orm::sqlx::query("SELECT sqlite_version()")
        .fetch_one(pool)
        .await?;
    let found: String = row.try_get(0)?;
    let mut parts = found
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    let version = (next(), next(), next());
    if version >= VERSION_MIN {
        Ok(())
    } else {
        Err(StoreError::SqliteTooOld {
            found,
            wanted: "3.51.3",
        })
    }
}
