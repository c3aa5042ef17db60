//! SQLite in the calling thread: the connections that answer pages, and the one that commits.

use super::StoreError;
use super::session::{Fetched, Rows};
use super::sqlite;
use rusqlite::types::{ToSqlOutput, Value as LocalValue, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql, params_from_iter};
use sea_orm::{DbErr, Value};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Connections that read. Whoever takes one, for a statement or for a page, waits for nobody who has
/// another.
#[derive(Debug)]
pub struct LocalReaders {
    file: PathBuf,
    /// How many are kept open with their cached pages and statements.
    kept: u32,
    /// Nothing once they are closed.
    idle: Mutex<Option<Vec<Connection>>>,
    /// Statements that were answered so far.
    answered: AtomicU64,
}

impl LocalReaders {
    /// Readers of a database's file, which is opened once here to see that it can be.
    ///
    /// # Errors
    /// [`StoreError`] where the file can't be opened, or SQLite is too old.
    pub(super) fn open(file: PathBuf, kept: u32) -> Result<Self, StoreError> {
        let first = sqlite::local_reader(&file)?;
        Ok(Self {
            file,
            kept,
            idle: Mutex::new(Some(vec![first])),
            answered: AtomicU64::new(0),
        })
    }

    pub(super) fn fetch(&self, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
        let connection = self.take()?;
        let rows = self.answer(&connection, sql, values);
        self.give_back(connection);
        rows
    }

    /// Statements that were answered so far, of pages too.
    pub(super) fn answered(&self) -> u64 {
        self.answered.load(Ordering::Relaxed)
    }

    fn answer(
        &self,
        connection: &Connection,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Fetched>, StoreError> {
        self.answered.fetch_add(1, Ordering::Relaxed);
        fetch(connection, sql, values)
    }

    /// Closes the connections: nothing can be read after it.
    pub(super) fn close(&self) {
        self.idle().take();
    }

    /// A connection that nobody uses; a new one where there is none.
    fn take(&self) -> Result<Connection, StoreError> {
        // Its own statement: the list isn't locked while a file is opened.
        let idle = self.idle().as_mut().ok_or_else(closed)?.pop();
        idle.map_or_else(|| sqlite::local_reader(&self.file), Ok)
    }

    fn give_back(&self, connection: Connection) {
        if let Some(idle) = self.idle().as_mut()
            && idle.len() < self.kept as usize
        {
            idle.push(connection);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Option<Vec<Connection>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn closed() -> StoreError {
    StoreError::Database(DbErr::Custom("the ledger is closed".to_owned()))
}

/// One connection within one transaction: what it reads stands still. Nothing once it is closed.
#[derive(Debug)]
pub struct LocalStill(Mutex<Option<Connection>>);

impl LocalStill {
    /// The database of this file as it stands now.
    ///
    /// # Errors
    /// [`StoreError`] where the file can't be opened, or SQLite is too old.
    pub(super) fn open(file: &Path) -> Result<Self, StoreError> {
        let connection = sqlite::local_reader(file)?;
        connection.execute_batch("BEGIN")?;
        Ok(Self(Mutex::new(Some(connection))))
    }

    pub(super) fn fetch(&self, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        fetch(connection.as_ref().ok_or_else(closed)?, sql, values)
    }

    /// Lets go of the state that it held.
    pub(super) fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// One of the readers' connections, lent to a page, within one transaction: the page sees one state of
/// the ledger, and SQLite takes and leaves its lock, and looks whether its cached pages still
/// stand, once for all the page's statements.
#[derive(Debug)]
pub struct LocalMoment {
    readers: Arc<LocalReaders>,
    /// Nothing once it was given back.
    lent: Mutex<Option<Connection>>,
}

impl LocalMoment {
    /// Borrows a connection. The first statement settles which state is seen.
    ///
    /// # Errors
    /// [`StoreError`] where the readers are closed, or the database fails.
    pub(super) fn of(readers: &Arc<LocalReaders>) -> Result<Self, StoreError> {
        let connection = readers.take()?;
        connection.prepare_cached("BEGIN")?.execute([])?;
        Ok(Self {
            readers: Arc::clone(readers),
            lent: Mutex::new(Some(connection)),
        })
    }

    pub(super) fn fetch(&self, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
        let lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = lent.as_ref().ok_or_else(closed)?;
        self.readers.answer(connection, sql, values)
    }

    /// Lets go of the state that it held; the next page may have the connection.
    pub(super) fn close(&self) {
        let lent = self
            .lent
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let Some(connection) = lent else { return };
        // One that can't end its transaction would show the next page an old state: it is closed.
        let ended = connection
            .prepare_cached("COMMIT")
            .and_then(|mut statement| statement.execute([]));
        if ended.is_ok() {
            self.readers.give_back(connection);
        }
    }
}

impl Drop for LocalMoment {
    fn drop(&mut self) {
        self.close();
    }
}

/// The connection that commits; nothing once it is closed.
#[derive(Debug)]
pub(super) struct LocalWriter(Mutex<Option<Connection>>);

impl LocalWriter {
    pub(super) const fn new(connection: Connection) -> Self {
        Self(Mutex::new(Some(connection)))
    }

    /// Begins to write. The lock is taken at once: a read that turns into a write fails whatever
    /// the busy timeout.
    pub(super) fn begin(&self) -> Result<LocalTransaction<'_>, StoreError> {
        self.with(|connection| Ok(connection.execute_batch("BEGIN IMMEDIATE")?))?;
        Ok(LocalTransaction {
            writer: self,
            open: true,
        })
    }

    /// Runs one statement outside a transaction.
    pub(super) fn fetch(&self, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
        self.with(|connection| fetch(connection, sql, values))
    }

    /// Lets go of the file.
    pub(super) fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn with<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(connection.as_ref().ok_or(StoreError::NotWriter)?)
    }
}

/// A commit under way. There is one at a time: whoever commits holds the ledger's head.
#[derive(Debug)]
pub(super) struct LocalTransaction<'a> {
    writer: &'a LocalWriter,
    open: bool,
}

impl LocalTransaction<'_> {
    pub(super) fn commit(mut self) -> Result<(), StoreError> {
        self.writer
            .with(|connection| Ok(connection.execute_batch("COMMIT")?))?;
        self.open = false;
        Ok(())
    }

    pub(super) fn fetch(&self, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
        self.writer.fetch(sql, values)
    }

    pub(super) fn run(&self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        self.writer
            .with(|connection| run(&mut connection.prepare_cached(sql)?, values))
    }

    pub(super) fn run_each(&self, sql: &str, rows: &Rows) -> Result<(), StoreError> {
        self.writer.with(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            rows.iter()
                .try_for_each(|values| run(&mut statement, values).map(|_| ()))
        })
    }
}

impl Drop for LocalTransaction<'_> {
    fn drop(&mut self) {
        if self.open {
            // SQLite has rolled back by itself after some errors: then there is nothing to undo.
            _ = self
                .writer
                .with(|connection| Ok(connection.execute_batch("ROLLBACK")?));
        }
    }
}

fn run(statement: &mut CachedStatement<'_>, values: &[Value]) -> Result<u64, StoreError> {
    Ok(statement.execute(params_from_iter(values.iter().map(Bound)))? as u64)
}

fn fetch(connection: &Connection, sql: &str, values: &[Value]) -> Result<Vec<Fetched>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(values.iter().map(Bound)))?;
    let mut fetched = Vec::new();
    while let Some(row) = rows.next()? {
        // Collected into a result, a row would grow by doubling: the list's length isn't known then.
        let mut cells = Vec::with_capacity(columns);
        for column in 0..columns {
            cells.push(row.get::<_, LocalValue>(column)?);
        }
        fetched.push(Fetched::Local(cells));
    }
    Ok(fetched)
}

/// A value as SQLite binds it.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = match self.0 {
            Value::BigInt(Some(number)) => ValueRef::Integer(*number),
            Value::String(Some(text)) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(Some(bytes)) => ValueRef::Blob(bytes),
            Value::BigInt(None) | Value::String(None) | Value::Bytes(None) => ValueRef::Null,
            // The tables have no column of another type.
            _ => return Err(rusqlite::Error::InvalidQuery),
        };
        Ok(ToSqlOutput::Borrowed(value))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error().map(|error| error.extended_code);
        Self::of_sqlite(code.map(i32::cast_unsigned))
            .unwrap_or_else(|| Self::Database(DbErr::Custom(error.to_string())))
    }
}
