//! What statements run on: SQLite in the calling thread, or one of sea-orm's connections.
//!
//! A page is a dozen look-ups of a few microseconds each, and a commit a few thousand rows. Over
//! sea-orm, SQLite answers from a thread of its own: two hand-overs for each statement, which took
//! most of a page's time, and a copy of each value, which took most of a commit's. So whatever is
//! hot on SQLite runs in place; PostgreSQL, migrations and what happens once at opening stay with
//! sea-orm. Both speak the same statements and give the same rows.

use super::StoreError;
use super::local::{LocalMoment, LocalReaders, LocalStill, LocalTransaction};
use rusqlite::types::Value as LocalValue;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, QueryResult,
    Statement, TryGetable, Value,
};
use std::future::Future;
use std::sync::Arc;

/// A row of an answer.
#[derive(Debug)]
pub enum Fetched {
    /// From sea-orm.
    Remote(QueryResult),
    /// From SQLite in place.
    Local(Vec<LocalValue>),
}

impl Fetched {
    /// A column's value by its place, from 0.
    ///
    /// # Errors
    /// The database's error where there is none, or one of another type.
    pub fn try_get_by_index<T: Cell>(&self, index: usize) -> Result<T, DbErr> {
        match self {
            Self::Remote(row) => row.try_get_by_index(index),
            Self::Local(row) => row.get(index).and_then(T::of).ok_or_else(|| {
                DbErr::Type(format!("column {index} holds a value of another type"))
            }),
        }
    }
}

/// What a column holds.
pub trait Cell: TryGetable {
    /// The value, if it is of this type.
    fn of(value: &LocalValue) -> Option<Self>;
}

impl Cell for i64 {
    fn of(value: &LocalValue) -> Option<Self> {
        match value {
            LocalValue::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl Cell for String {
    fn of(value: &LocalValue) -> Option<Self> {
        match value {
            LocalValue::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Cell for Vec<u8> {
    fn of(value: &LocalValue) -> Option<Self> {
        match value {
            LocalValue::Blob(bytes) => Some(bytes.clone()),
            _ => None,
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn of(value: &LocalValue) -> Option<Self> {
        match value {
            LocalValue::Null => Some(None),
            _ => T::of(value).map(Some),
        }
    }
}

/// Rows' values, one row after the other.
pub type Rows = Vec<Vec<Value>>;

/// Where statements run.
pub trait Session: Sync {
    /// Whose dialect it speaks.
    fn backend(&self) -> DbBackend;

    /// Whether a statement costs a hand-over, so that many rows should share one.
    fn is_remote(&self) -> bool;

    /// Runs a statement that answers with rows.
    fn fetch(
        &self,
        sql: &str,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Fetched>, StoreError>> + Send;

    /// Runs a statement and says how many rows it changed.
    fn run(
        &self,
        sql: &str,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<u64, StoreError>> + Send;

    /// Runs the same statement for each of these rows' values.
    fn run_each(
        &self,
        sql: &str,
        rows: Rows,
    ) -> impl Future<Output = Result<(), StoreError>> + Send {
        async move {
            for values in rows {
                self.run(sql, values).await?;
            }
            Ok(())
        }
    }
}

impl<T: ConnectionTrait> Session for T {
    fn backend(&self) -> DbBackend {
        self.get_database_backend()
    }

    fn is_remote(&self) -> bool {
        true
    }

    async fn fetch(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Fetched>, StoreError> {
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        let rows = self.query_all_raw(statement).await?;
        Ok(rows.into_iter().map(Fetched::Remote).collect())
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        Ok(self.execute_raw(statement).await?.rows_affected())
    }
}

/// Where a store reads.
#[derive(Debug)]
pub enum Reads {
    /// SQLite, in place.
    Local(Arc<LocalReaders>),
    /// SQLite, in place, as it stood when it was opened.
    Still(LocalStill),
    /// SQLite, in place, as one page finds it.
    Moment(LocalMoment),
    /// PostgreSQL.
    Remote(DatabaseConnection),
    /// PostgreSQL, as one page finds it.
    RemoteMoment(DatabaseTransaction),
}

impl Session for Reads {
    fn backend(&self) -> DbBackend {
        match self {
            Self::Local(_) | Self::Still(_) | Self::Moment(_) => DbBackend::Sqlite,
            Self::Remote(connection) => connection.get_database_backend(),
            Self::RemoteMoment(transaction) => transaction.get_database_backend(),
        }
    }

    fn is_remote(&self) -> bool {
        matches!(self, Self::Remote(_) | Self::RemoteMoment(_))
    }

    async fn fetch(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Fetched>, StoreError> {
        match self {
            Self::Local(readers) => readers.fetch(sql, &values),
            Self::Still(still) => still.fetch(sql, &values),
            Self::Moment(moment) => moment.fetch(sql, &values),
            Self::Remote(connection) => connection.fetch(sql, values).await,
            Self::RemoteMoment(transaction) => transaction.fetch(sql, values).await,
        }
    }

    async fn run(&self, _: &str, _: Vec<Value>) -> Result<u64, StoreError> {
        Err(StoreError::NotWriter)
    }
}

/// A commit under way. Dropped before [`Self::commit`], it leaves nothing behind.
#[derive(Debug)]
pub(super) enum Transaction<'a> {
    /// SQLite, in place.
    Local(LocalTransaction<'a>),
    /// PostgreSQL.
    Remote(DatabaseTransaction),
}

impl Transaction<'_> {
    /// Makes it durable.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Local(transaction) => transaction.commit(),
            Self::Remote(transaction) => Ok(transaction.commit().await?),
        }
    }
}

impl Session for Transaction<'_> {
    fn backend(&self) -> DbBackend {
        match self {
            Self::Local(_) => DbBackend::Sqlite,
            Self::Remote(transaction) => transaction.get_database_backend(),
        }
    }

    fn is_remote(&self) -> bool {
        matches!(self, Self::Remote(_))
    }

    async fn fetch(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Fetched>, StoreError> {
        match self {
            Self::Local(transaction) => transaction.fetch(sql, &values),
            Self::Remote(transaction) => transaction.fetch(sql, values).await,
        }
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
        match self {
            Self::Local(transaction) => transaction.run(sql, &values),
            Self::Remote(transaction) => transaction.run(sql, values).await,
        }
    }

    async fn run_each(&self, sql: &str, rows: Rows) -> Result<(), StoreError> {
        match self {
            Self::Local(transaction) => transaction.run_each(sql, &rows),
            Self::Remote(transaction) => transaction.run_each(sql, rows).await,
        }
    }
}
