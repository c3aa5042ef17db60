//! A store that stands still: one transaction over one connection, so that a long reading sees one
//! state of the ledger from its first row to its last, whatever is entered meanwhile.

use super::local::LocalStill;
use super::marks::Finder;
use super::session::Reads;
use super::{Place, Store, StoreError, postgres, sql, sqlite};
use sea_orm::{DatabaseConnection, DbBackend};
use std::sync::RwLock;

impl Store {
    /// The ledger as it stands now, for some thousand rows that one page is made of. SQLite answers
    /// in the calling thread, at a small part of what a hand-over for each row costs; whoever reads
    /// for longer than a moment takes [`Store::snapshot`], which keeps no thread busy.
    ///
    /// # Errors
    /// The database's error.
    pub async fn snapshot_in_place(&self) -> Result<Self, StoreError> {
        let Place::Folder(folder) = &self.place else {
            return self.snapshot().await;
        };
        let still = LocalStill::open(&folder.join(sqlite::DATABASE_FILE))?;
        let still = Self {
            place: self.place.clone(),
            ledger: self.ledger,
            reads: Reads::Still(still),
            reader: DatabaseConnection::default(),
            writer: None,
            finder: RwLock::new(Finder::default()),
        };
        // The first read is what settles which state is seen.
        still.head().await?;
        Ok(still)
    }

    /// The ledger as it stands now, for reading in pieces. [`Store::close`] lets go of it; while
    /// it is open, SQLite's write-ahead log can't be written back past it, so it must be bounded
    /// in time by whoever opens it.
    ///
    /// # Errors
    /// The database's error.
    pub async fn snapshot(&self) -> Result<Self, StoreError> {
        let reader = match &self.place {
            Place::Folder(folder) => {
                sqlite::open_reader(&folder.join(sqlite::DATABASE_FILE), 1).await?
            }
            Place::Postgres(url) => postgres::open_reader(url.reveal(), 1).await?,
        };
        let begin = match reader.get_database_backend() {
            DbBackend::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            _ => "BEGIN",
        };
        sql::execute(&reader, begin, []).await?;
        let still = Self {
            place: self.place.clone(),
            ledger: self.ledger,
            reads: Reads::Remote(reader.clone()),
            reader,
            writer: None,
            finder: RwLock::new(Finder::default()),
        };
        // The first read is what settles which state is seen.
        still.head().await?;
        Ok(still)
    }
}
