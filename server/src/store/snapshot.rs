//! A store that stands still: one transaction over one connection, so that a long reading sees one
//! state of the ledger from its first row to its last, whatever is entered meanwhile.

use super::local::{LocalMoment, LocalStill};
use super::session::Reads;
use super::{Place, Store, StoreError, postgres, sql, sqlite};
use sea_orm::{AccessMode, DatabaseConnection, DbBackend, IsolationLevel, TransactionTrait};
use std::sync::Arc;

impl Store {
    /// The ledger as one page finds it: all its figures are of one state, that of its first read, and
    /// one connection answers them all, which goes back when the page is dropped. For as long as
    /// it takes to load a page: SQLite's write-ahead log can't be written back past it. Whoever has
    /// one reads through nothing else meanwhile, or pages would wait for each other's connections.
    ///
    /// # Errors
    /// The database's error.
    pub async fn moment(&self) -> Result<Self, StoreError> {
        let reads = match &self.reads {
            Reads::Local(readers) => Reads::Moment(LocalMoment::of(readers)?),
            Reads::Remote(connection)
                if connection.get_database_backend() == DbBackend::Postgres =>
            {
                let isolation = Some(IsolationLevel::RepeatableRead);
                let access = Some(AccessMode::ReadOnly);
                Reads::RemoteMoment(connection.begin_with_config(isolation, access).await?)
            }
            _ => return Err(StoreError::Unsupported("it stands still already")),
        };
        Ok(Self {
            place: self.place.clone(),
            ledger: self.ledger,
            reads,
            reader: DatabaseConnection::default(),
            writer: None,
            finder: Arc::clone(&self.finder),
            marked_by_writer: self.writer.is_some() || self.marked_by_writer,
        })
    }

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
            finder: Arc::default(),
            marked_by_writer: false,
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
            finder: Arc::default(),
            marked_by_writer: false,
        };
        // The first read is what settles which state is seen.
        still.head().await?;
        Ok(still)
    }
}
