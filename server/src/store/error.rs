//! What can go wrong with a store.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};
use std::io::ErrorKind;
use std::path::PathBuf;

/// Why a store can't be opened, read or written. Nothing is half done: a commit that fails leaves
/// the ledger as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database was made by a newer release.
    #[error(
        "the database has the schema {found}, which this release doesn't know: install the newer release"
    )]
    Newer {
        /// The first migration that is unknown here.
        found: String,
    },
    /// The database was made by an older release and has not been opened for writing since.
    #[error(
        "the database lacks the schema {wanted}: open it for writing once, which moves it forward"
    )]
    Older {
        /// The first migration that it lacks.
        wanted: String,
    },
    /// SQLite is older than the release that repaired its write-ahead log.
    #[error("SQLite {found} is too old: {wanted} or later is needed")]
    SqliteTooOld {
        /// The version that runs.
        found: String,
        /// The oldest that is safe.
        wanted: &'static str,
    },
    /// Somebody else writes.
    #[error("the ledger is being written by {holder}")]
    Held {
        /// Who.
        holder: String,
    },
    /// Another writer took over: this one steps down.
    #[error("another writer has taken over this ledger")]
    Deposed,
    /// The store was opened for reading.
    #[error("the store was opened for reading only")]
    NotWriter,
    /// The folder or the database can't be written.
    #[error("the ledger can't be written: {0}")]
    ReadOnly(String),
    /// There is no room left.
    #[error("the disk is full: nothing was written, and nothing is lost")]
    DiskFull,
    /// There is no ledger there.
    #[error("there is no ledger at {0}")]
    Missing(PathBuf),
    /// A row doesn't hold what its table promises.
    #[error(
        "table {table}: column {column} holds a value that can't be: run `countersign rebuild`"
    )]
    Row {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The projections don't belong to the entries.
    #[error(
        "the ledger has {entries} entries and projections of {projected}: run `countersign rebuild`"
    )]
    Unfinished {
        /// Entries in the table of entries.
        entries: u64,
        /// Entries that the projections hold.
        projected: u64,
    },
    /// An entry that stands in the ledger isn't admitted when it is replayed.
    #[error("entry {index} is not admitted when it is replayed: {reason}")]
    Replay {
        /// Its index.
        index: u64,
        /// Why.
        reason: String,
    },
    /// A backup would take entries back.
    #[error(
        "the ledger there holds {there} entries, the backup {backup}: a restore doesn't go back"
    )]
    GoesBack {
        /// Entries in the ledger that stands there.
        there: u64,
        /// Entries in the backup.
        backup: u64,
    },
    /// A backup is of another ledger, or of another history.
    #[error("the backup is of another history than the ledger there: they differ at index {index}")]
    OtherHistory {
        /// The first index at which they are known to differ.
        index: u64,
    },
    /// What was asked for needs the other kind of database.
    #[error("{0}")]
    Unsupported(&'static str),
    /// A file can't be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else that the database says.
    #[error("database: {0}")]
    Database(DbErr),
}

impl StoreError {
    /// Puts a file's name to an error.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
                Self::ReadOnly(format!("{}: {source}", path.display()))
            }
            _ => Self::File { path, source },
        }
    }

    /// What SQLite's extended result code means, where it has a name here: the primary code is the
    /// lowest byte.
    pub(super) fn of_sqlite(code: Option<u32>) -> Option<Self> {
        let code = code?;
        if code == SHARED_MEMORY_SIZE {
            return Some(Self::DiskFull);
        }
        match code & 0xff {
            8 => Some(Self::ReadOnly("the database is read-only".to_owned())),
            13 => Some(Self::DiskFull),
            14 => Some(Self::ReadOnly(
                "the database file can't be opened or made".to_owned(),
            )),
            _ => None,
        }
    }

    /// Whether the database is there and has too much to do: no connection became free in time.
    #[must_use]
    pub fn is_overload(&self) -> bool {
        match self {
            Self::Database(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)) => true,
            Self::Database(
                DbErr::Conn(RuntimeErr::SqlxError(error))
                | DbErr::Query(RuntimeErr::SqlxError(error)),
            ) => matches!(**error, sqlx::Error::PoolTimedOut),
            _ => false,
        }
    }

    /// Whether the same write may succeed as it stands when it is tried again at once.
    #[must_use]
    pub fn is_serialization_failure(&self) -> bool {
        // PostgreSQL: 40001 serialization_failure, 40P01 deadlock_detected.
        matches!(self, Self::Database(error) if matches!(sql_state(error).as_deref(), Some("40001" | "40P01")))
    }
}

/// SQLite's `SQLITE_IOERR_SHMSIZE`: the file beside the write-ahead log can't be given its 32 KiB.
const SHARED_MEMORY_SIZE: u32 = 10 | 19 << 8;

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        Self::of_sqlite(sqlite_code(&error)).unwrap_or_else(|| {
            if sql_state(&error).as_deref() == Some("53100") {
                Self::DiskFull
            } else {
                Self::Database(error)
            }
        })
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::from(DbErr::Conn(RuntimeErr::SqlxError(error.into())))
    }
}

fn database_error(error: &DbErr) -> Option<&dyn sqlx::error::DatabaseError> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    error.as_database_error()
}

fn sqlite_code(error: &DbErr) -> Option<u32> {
    let error = database_error(error)?.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    sqlx::error::DatabaseError::code(error)?.parse().ok()
}

fn sql_state(error: &DbErr) -> Option<String> {
    let error = database_error(error)?.try_downcast_ref::<sqlx::postgres::PgDatabaseError>()?;
    Some(error.code().to_owned())
}
