//! Opening a store: schema, the writer's place, and what is kept in memory.

use super::local::{LocalReaders, LocalWriter};
use super::lock::FolderLock;
use super::parties::Parties;
use super::session::{Reads, Session};
use super::tables::{Row, head};
use super::{Place, Store, StoreConfig, StoreError, Writer, postgres, sql, sqlite};
use ledger::field::Moment;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{DatabaseConnection, DbBackend, DbErr, Value};
use std::sync::Arc;

/// Seconds for which a PostgreSQL head row names its writer after the last sign of life. It is for
/// liveness only: what keeps a deposed writer from committing is the epoch.
pub const LEASE_SECONDS: i64 = 30;

/// The database's own time in seconds: machines' clocks differ.
const DATABASE_NOW: &str = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)";

/// Opens the one connection that writes a database beside the ledger's: this file of its folder, or
/// the same PostgreSQL database. Makes the file where there is none.
///
/// # Errors
/// [`StoreError`] where it can't be opened.
pub(crate) async fn connect_to_write(
    place: &Place,
    file: &str,
) -> Result<DatabaseConnection, StoreError> {
    match place {
        Place::Folder(folder) => {
            std::fs::create_dir_all(folder).map_err(StoreError::file(folder))?;
            sqlite::open_writer(&folder.join(file)).await
        }
        Place::Postgres(url) => postgres::open_writer(url.reveal()).await,
    }
}

impl Store {
    /// Opens a store for writing; makes it where there is none, and moves its schema forward.
    ///
    /// # Errors
    /// [`StoreError::Held`] where another process writes, [`StoreError::Newer`] for a database of a
    /// newer release, and others.
    pub async fn open_writer(config: &StoreConfig) -> Result<Self, StoreError> {
        let store = Self::open_unchecked(config).await?;
        match store.check_finished().await {
            Ok(()) => Ok(store),
            Err(error) => {
                store.close().await?;
                Err(error)
            }
        }
    }

    /// The same without asking whether an earlier rebuild has ended.
    pub(super) async fn open_unchecked(config: &StoreConfig) -> Result<Self, StoreError> {
        let (lock, connection) = match &config.place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(StoreError::file(folder))?;
                let lock = FolderLock::take(folder, config.now)?;
                (
                    Some(lock),
                    sqlite::open_writer(&folder.join(sqlite::DATABASE_FILE)).await?,
                )
            }
            Place::Postgres(url) => (None, postgres::open_writer(url.reveal()).await?),
        };
        move_schema(&connection).await?;
        let head = take_over(&connection, config).await?;
        let reader = open_reader(config).await?;
        let local = match &config.place {
            Place::Folder(folder) => {
                let file = folder.join(sqlite::DATABASE_FILE);
                Some(LocalWriter::new(sqlite::local_writer(&file)?))
            }
            Place::Postgres(_) => None,
        };
        let writer = Writer {
            connection,
            local,
            head: head.into(),
            parties: Parties::default().into(),
            lock: lock.into(),
        };
        Self::with(config, reader, Some(writer)).await
    }

    /// Opens a store for reading only; another process may be writing.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none, [`StoreError::Newer`] for a database of a newer
    /// release, and others.
    pub async fn open_reader(config: &StoreConfig) -> Result<Self, StoreError> {
        config.place.must_exist()?;
        let reader = open_reader(config).await?;
        check_schema(&reader).await?;
        Self::with(config, reader, None).await
    }

    async fn with(
        config: &StoreConfig,
        reader: DatabaseConnection,
        writer: Option<Writer>,
    ) -> Result<Self, StoreError> {
        let store = Self {
            place: config.place.clone(),
            ledger: config.ledger,
            reads: reads(config, &reader)?,
            reader,
            writer,
            finder: Arc::default(),
            marked_by_writer: false,
        };
        store.refresh_marks().await?;
        Ok(store)
    }

    async fn check_finished(&self) -> Result<(), StoreError> {
        let projected = self.head().await?.map_or(0, |head| head.next_index);
        let entries = self.entry_count().await?;
        if entries == projected {
            Ok(())
        } else {
            Err(StoreError::Unfinished { entries, projected })
        }
    }

    /// Shows that this writer lives. The sequencer does it every few seconds.
    ///
    /// # Errors
    /// [`StoreError::Deposed`] where another writer took over.
    pub async fn renew(&self) -> Result<(), StoreError> {
        let writer = self.writer()?;
        if writer.connection.get_database_backend() == DbBackend::Sqlite {
            return Ok(());
        }
        let epoch = writer.head.lock().await.epoch;
        let update = format!(
            "UPDATE head SET held_until = {DATABASE_NOW} + {LEASE_SECONDS} WHERE ledger = ? AND epoch = ?"
        );
        let renewed = sql::execute(
            &writer.connection,
            &update,
            [self.ledger.into(), epoch.into()],
        )
        .await?;
        if renewed == 1 {
            Ok(())
        } else {
            Err(StoreError::Deposed)
        }
    }

    /// The first moment at which something falls due, if anything will.
    ///
    /// # Errors
    /// The database's error.
    pub async fn next_due(&self) -> Result<Option<Moment>, StoreError> {
        let select = "SELECT at FROM due WHERE ledger = ? ORDER BY ledger, at LIMIT 1";
        let rows = sql::query(self.reads(), select, [self.ledger().into()]).await?;
        Ok(rows
            .first()
            .map(|row| row.try_get_by_index(0))
            .transpose()?
            .map(Moment))
    }

    /// Closes what reads, as a database that fails would: reading is an error from then on.
    ///
    /// # Errors
    /// The database's error.
    pub async fn close_reads(&self) -> Result<(), StoreError> {
        match &self.reads {
            Reads::Local(readers) => readers.close(),
            Reads::Still(still) => {
                // It has no pool beside its one connection.
                still.close();
                return Ok(());
            }
            Reads::Moment(moment) => {
                moment.close();
                return Ok(());
            }
            // Its transaction ends with it.
            Reads::RemoteMoment(_) => return Ok(()),
            Reads::Remote(_) => {}
        }
        Ok(self.reader.close_by_ref().await?)
    }

    /// Lets go: the next writer needn't wait. Nothing can be read or written after it.
    ///
    /// # Errors
    /// The database's error; everything committed is safe then too.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.close_reads().await?;
        let Some(writer) = &self.writer else {
            return Ok(());
        };
        let epoch = writer.head.lock().await.epoch;
        let update = "UPDATE head SET holder = NULL, held_until = 0 WHERE ledger = ? AND epoch = ?";
        sql::execute(
            &writer.connection,
            update,
            [self.ledger.into(), epoch.into()],
        )
        .await?;
        if let Some(local) = &writer.local {
            local.close();
        }
        writer.connection.close_by_ref().await?;
        drop(writer.lock.lock().await.take());
        Ok(())
    }
}

async fn open_reader(config: &StoreConfig) -> Result<DatabaseConnection, StoreError> {
    let readers = config.readers_max;
    match &config.place {
        Place::Folder(folder) => {
            sqlite::open_reader(&folder.join(sqlite::DATABASE_FILE), readers).await
        }
        Place::Postgres(url) => postgres::open_reader(url.reveal(), readers).await,
    }
}

fn reads(config: &StoreConfig, pool: &DatabaseConnection) -> Result<Reads, StoreError> {
    match &config.place {
        Place::Folder(folder) => {
            let file = folder.join(sqlite::DATABASE_FILE);
            let readers = LocalReaders::open(file, config.readers_max)?;
            Ok(Reads::Local(Arc::new(readers)))
        }
        Place::Postgres(_) => Ok(Reads::Remote(pool.clone())),
    }
}

async fn move_schema(connection: &DatabaseConnection) -> Result<(), StoreError> {
    Migrator::install(connection).await?;
    check_known(connection).await?;
    Ok(Migrator::up(connection, None).await?)
}

/// Names of the migrations that this release knows, in their order.
fn known_migrations() -> Vec<String> {
    Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect()
}

async fn applied_migrations(connection: &DatabaseConnection) -> Result<Vec<String>, StoreError> {
    let rows = sql::query(
        connection,
        "SELECT version FROM seaql_migrations ORDER BY version",
        [],
    )
    .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get_by_index(0))
        .collect::<Result<_, DbErr>>()?)
}

async fn check_known(connection: &DatabaseConnection) -> Result<Vec<String>, StoreError> {
    let known = known_migrations();
    let applied = applied_migrations(connection).await?;
    match applied.iter().find(|name| !known.contains(name)) {
        Some(found) => Err(StoreError::Newer {
            found: found.clone(),
        }),
        None => Ok(applied),
    }
}

/// Whether a database has exactly the schema of this release.
pub(super) async fn check_schema(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let applied = check_known(connection).await?;
    match known_migrations()
        .into_iter()
        .find(|name| !applied.contains(name))
    {
        Some(wanted) => Err(StoreError::Older { wanted }),
        None => Ok(()),
    }
}

/// The ledger's row as it stands in the database.
pub(super) async fn read_head(
    session: &impl Session,
    ledger: i64,
) -> Result<Option<head::Model>, StoreError> {
    let select = format!(
        "SELECT {} FROM head WHERE ledger = ?",
        head::Model::COLUMNS.join(", ")
    );
    let rows = sql::query(session, &select, [ledger.into()]).await?;
    Ok(rows.first().map(head::Model::read).transpose()?)
}

/// Becomes the ledger's writer. On SQLite the folder's lock has decided that already.
async fn take_over(
    connection: &DatabaseConnection,
    config: &StoreConfig,
) -> Result<head::Model, StoreError> {
    let postgres = connection.get_database_backend() == DbBackend::Postgres;
    let insert = "INSERT INTO head (ledger, next_index, epoch, held_until, clock, voting_houses, rules) \
                  VALUES (?, 0, 0, 0, 0, 0, 0) ON CONFLICT (ledger) DO NOTHING";
    sql::execute(connection, insert, [config.ledger.into()]).await?;
    // A live holder keeps its place; the same statement that asks takes it.
    let (until, free) = if postgres {
        (
            format!("{DATABASE_NOW} + {LEASE_SECONDS}"),
            format!("held_until < {DATABASE_NOW}"),
        )
    } else {
        ("0".to_owned(), "1 = 1".to_owned())
    };
    let free = if config.take_over {
        "1 = 1".to_owned()
    } else {
        free
    };
    let update = format!(
        "UPDATE head SET epoch = epoch + 1, holder = ?, held_until = {until} WHERE ledger = ? AND {free}"
    );
    let holder = Value::from(format!("{} since {}", config.holder, config.now));
    let taken = sql::execute(connection, &update, [holder, config.ledger.into()]).await?;
    let head = read_head(connection, config.ledger).await?;
    match head {
        Some(head) if taken == 1 => Ok(head),
        Some(head) => Err(StoreError::Held {
            holder: head.holder.unwrap_or_else(|| "another process".to_owned()),
        }),
        None => Err(StoreError::Deposed),
    }
}

/// The expression that a fence sets: how long the writer is believed to live.
pub(super) fn held_until(backend: DbBackend) -> String {
    match backend {
        DbBackend::Postgres => format!("{DATABASE_NOW} + {LEASE_SECONDS}"),
        _ => "0".to_owned(),
    }
}
