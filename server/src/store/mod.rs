//! The store: what the rules' effects say, kept in SQLite or PostgreSQL.
//!
//! In scope: tables, loading facts, committing groups, backup, restore, rebuild. Not in scope: what
//! an entry may do (package `ledger`), and the order of entries (`sequencer`).
//!
//! The truth is the table `entry`. Every other table is a projection that [`Store::rebuild`] makes
//! again, identical. Nothing outside this module knows the database.

mod backup;
mod changes;
pub mod codes;
mod commit;
mod directory;
mod error;
mod load;
mod local;
mod lock;
mod marks;
mod notes;
mod open;
mod parties;
mod postgres;
pub mod read;
mod rebuild;
mod rows;
pub mod session;
mod snapshot;
pub mod sql;
mod sqlite;
mod sums;
pub mod tables;

pub use backup::Backup;
pub use changes::Admission;
pub use error::StoreError;
pub use marks::{BLOCK_ENTRIES, EPOCH_ENTRIES};
pub use notes::StoredNote;
pub use open::LEASE_SECONDS;
pub(crate) use open::connect_to_write;
pub use sqlite::DATABASE_FILE;

use ledger::field::Moment;
use local::LocalWriter;
use lock::FolderLock;
use marks::Finder;
use parties::Parties;
use sea_orm::DatabaseConnection;
use session::Reads;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tables::head;
use tokio::sync::Mutex;

/// The number under which a database keeps its first ledger.
pub const FIRST_LEDGER: i64 = 1;

/// A database's address; its password is never printed.
#[derive(Clone)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// Takes an address such as `postgres://user@host/name`.
    #[must_use]
    pub const fn new(url: String) -> Self {
        Self(url)
    }

    /// The whole address, password and all: for whoever connects.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DatabaseUrl(..)")
    }
}

/// Where a ledger is kept.
#[derive(Clone, Debug)]
pub enum Place {
    /// A data folder with a SQLite database.
    Folder(PathBuf),
    /// A PostgreSQL database.
    Postgres(DatabaseUrl),
}

/// Connections for reading: one for each processor that a page may need, and one for a backup.
pub const READERS_MAX: u32 = 5;

impl Place {
    /// Refuses a folder without a database: whoever only reads or rebuilds makes none.
    fn must_exist(&self) -> Result<(), StoreError> {
        let Self::Folder(folder) = self else {
            return Ok(());
        };
        let file = folder.join(DATABASE_FILE);
        if file.is_file() {
            Ok(())
        } else {
            Err(StoreError::Missing(file))
        }
    }
}

/// How to open a store.
#[derive(Clone, Debug)]
pub struct StoreConfig {
    /// Where it is.
    pub place: Place,
    /// The ledger's number in that database.
    pub ledger: i64,
    /// Who opens it, as a second writer will read it.
    pub holder: String,
    /// When, by the clock's port.
    pub now: Moment,
    /// Take the writer's place from a live holder (PostgreSQL only); the holder steps down at its
    /// next commit.
    pub take_over: bool,
    /// Connections that only read; [`READERS_MAX`] unless an operator knows better.
    pub readers_max: u32,
}

impl StoreConfig {
    /// The only ledger of a place, opened by this process.
    #[must_use]
    pub fn new(place: Place, now: Moment) -> Self {
        let holder = format!("process {}", std::process::id());
        Self {
            place,
            ledger: FIRST_LEDGER,
            holder,
            now,
            take_over: false,
            readers_max: READERS_MAX,
        }
    }
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    place: Place,
    ledger: i64,
    reader: DatabaseConnection,
    reads: Reads,
    writer: Option<Writer>,
    finder: Arc<RwLock<Finder>>,
    /// The finder is that of the writer of this process, who keeps it complete.
    marked_by_writer: bool,
}

/// What only the writer has.
#[derive(Debug)]
struct Writer {
    connection: DatabaseConnection,
    /// What commits on SQLite.
    local: Option<LocalWriter>,
    /// The head as this writer left it: what the next fence asks for.
    head: Mutex<head::Model>,
    /// Where the members' lists of steps end.
    parties: Mutex<Parties>,
    lock: Mutex<Option<FolderLock>>,
}

impl Store {
    /// Where the store's own statements read.
    const fn reads(&self) -> &Reads {
        &self.reads
    }

    /// A pool for whoever looks at the tables from outside, through sea-orm.
    #[must_use]
    pub const fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The ledger's number, with which every key begins.
    #[must_use]
    pub const fn ledger(&self) -> i64 {
        self.ledger
    }

    /// Where it is kept.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Whether it was opened for writing.
    #[must_use]
    pub const fn is_writer(&self) -> bool {
        self.writer.is_some()
    }

    /// How many statements have read so far, those of pages among them; a commit's aren't counted.
    /// Nothing where another program answers them, which counts its own.
    #[must_use]
    pub fn statements_answered(&self) -> Option<u64> {
        match &self.reads {
            Reads::Local(readers) => Some(readers.answered()),
            _ => None,
        }
    }

    /// Limits the database to what it holds and so many pages more, as a disk that is nearly full
    /// does; nothing lifts the limit. For drills (SQLite only).
    ///
    /// # Errors
    /// [`StoreError::NotWriter`], or the database's error.
    pub fn limit_pages(&self, more: Option<u32>) -> Result<(), StoreError> {
        let unsupported = StoreError::Unsupported("only a SQLite database has a limit of pages");
        let writer = self.writer()?.local.as_ref().ok_or(unsupported)?;
        let rows = writer.fetch("PRAGMA page_count", &[])?;
        let pages: i64 = rows
            .first()
            .map(|row| row.try_get_by_index(0))
            .transpose()?
            .unwrap_or_default();
        let limit = more.map_or(i64::from(u32::MAX) - 1, |more| pages + i64::from(more));
        writer.fetch(&format!("PRAGMA max_page_count = {limit}"), &[])?;
        Ok(())
    }

    fn writer(&self) -> Result<&Writer, StoreError> {
        self.writer.as_ref().ok_or(StoreError::NotWriter)
    }

    // A thread that panicked can't have left the index half changed in a way that matters: a
    // mark too many or too few in memory is met by the next refresh.
    fn finder_read(&self) -> RwLockReadGuard<'_, Finder> {
        self.finder.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn finder_write(&self) -> RwLockWriteGuard<'_, Finder> {
        self.finder.write().unwrap_or_else(PoisonError::into_inner)
    }
}
