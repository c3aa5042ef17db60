//! Backup while the ledger is written, and a restore that doesn't go back. Both are SQLite's:
//! PostgreSQL has its own, which its operator runs (docs/OPERATIONS.md).

use super::lock::FolderLock;
use super::open::check_schema;
use super::tables::{Row, entry};
use super::{Place, Store, StoreConfig, StoreError, sql, sqlite};
use ledger::Note;
use ledger::field::Identity;
use sea_orm::DatabaseConnection;
use std::fs::File;
use std::path::{Path, PathBuf};

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backup {
    /// How many entries.
    pub entries: u64,
    /// The identity of the last one.
    pub last: Option<Identity>,
}

impl Store {
    /// Writes a copy of the ledger as it stands at one moment, while others read and write it. The
    /// file appears under its name only when it is complete.
    ///
    /// # Errors
    /// [`StoreError::Unsupported`] on PostgreSQL; [`StoreError::File`] where the file is there
    /// already or can't be written; [`StoreError::DiskFull`].
    pub async fn backup(&self, file: &Path) -> Result<Backup, StoreError> {
        if !matches!(self.place(), Place::Folder(_)) {
            return Err(StoreError::Unsupported(
                "PostgreSQL is backed up by pg_dump: see docs/OPERATIONS.md",
            ));
        }
        if file.exists() {
            return Err(StoreError::file(file)(
                std::io::ErrorKind::AlreadyExists.into(),
            ));
        }
        let part = beside(file, "part");
        remove(&part)?;
        let text = part
            .to_str()
            .ok_or(StoreError::Unsupported("a backup's path is UTF-8"))?;
        sql::execute(self.reader(), "VACUUM INTO ?", [text.into()]).await?;
        let made = File::open(&part).map_err(StoreError::file(&part))?;
        made.sync_all().map_err(StoreError::file(&part))?;
        std::fs::rename(&part, file).map_err(StoreError::file(file))?;
        let copy = sqlite::open_copy(file).await?;
        let backup = look(&copy, self.ledger()).await;
        copy.close().await?;
        backup
    }

    /// Puts a backup into a data folder. Where a ledger stands there already, it must be an older
    /// state of the same one.
    ///
    /// # Errors
    /// [`StoreError::GoesBack`] where the ledger there holds more entries,
    /// [`StoreError::OtherHistory`] where it isn't the same, [`StoreError::Newer`] for a backup of
    /// a newer release, [`StoreError::Held`] where the ledger there is being written.
    pub async fn restore(file: &Path, config: &StoreConfig) -> Result<Backup, StoreError> {
        let Place::Folder(folder) = &config.place else {
            return Err(StoreError::Unsupported(
                "PostgreSQL is restored by pg_restore: see docs/OPERATIONS.md",
            ));
        };
        if !file.is_file() {
            return Err(StoreError::Missing(file.to_owned()));
        }
        std::fs::create_dir_all(folder).map_err(StoreError::file(folder))?;
        let lock = FolderLock::take(folder, config.now)?;
        let copy = sqlite::open_copy(file).await?;
        let checked = check(&copy, &folder.join(sqlite::DATABASE_FILE), config.ledger).await;
        copy.close().await?;
        let backup = checked?;
        put(file, &folder.join(sqlite::DATABASE_FILE))?;
        drop(lock);
        Ok(backup)
    }
}

/// Whether the backup may take the place of what stands there.
async fn check(
    copy: &DatabaseConnection,
    target: &Path,
    ledger: i64,
) -> Result<Backup, StoreError> {
    check_schema(copy).await?;
    let backup = look(copy, ledger).await?;
    if !target.exists() {
        return Ok(backup);
    }
    // The lock is held: nobody else writes it, and its write-ahead log may have to be read first.
    let standing = sqlite::open_writer(target).await?;
    let checked = compare(copy, &standing, backup, ledger).await;
    standing.close().await?;
    checked.map(|()| backup)
}

async fn compare(
    copy: &DatabaseConnection,
    standing: &DatabaseConnection,
    backup: Backup,
    ledger: i64,
) -> Result<(), StoreError> {
    let there = look(standing, ledger).await?;
    if there.entries > backup.entries {
        return Err(StoreError::GoesBack {
            there: there.entries,
            backup: backup.entries,
        });
    }
    // Each entry's identity depends on those it cites, but not on all before it: the first and the
    // last that both hold must agree.
    for index in [Some(0), there.entries.checked_sub(1)]
        .into_iter()
        .flatten()
    {
        if index < there.entries
            && identity_at(copy, ledger, index).await?
                != identity_at(standing, ledger, index).await?
        {
            return Err(StoreError::OtherHistory { index });
        }
    }
    Ok(())
}

async fn look(connection: &DatabaseConnection, ledger: i64) -> Result<Backup, StoreError> {
    let select = "SELECT idx FROM entry WHERE ledger = ? ORDER BY ledger DESC, idx DESC LIMIT 1";
    let rows = sql::query(connection, select, [ledger.into()]).await?;
    let last: Option<i64> = rows
        .first()
        .map(|row| row.try_get_by_index(0))
        .transpose()?;
    let Some(last) = last else {
        return Ok(Backup {
            entries: 0,
            last: None,
        });
    };
    let last = last.cast_unsigned();
    Ok(Backup {
        entries: last + 1,
        last: identity_at(connection, ledger, last).await?,
    })
}

async fn identity_at(
    connection: &DatabaseConnection,
    ledger: i64,
    index: u64,
) -> Result<Option<Identity>, StoreError> {
    let select = "SELECT ledger, idx, recorded_at, note FROM entry WHERE ledger = ? AND idx = ?";
    let rows = sql::query(
        connection,
        select,
        [ledger.into(), index.cast_signed().into()],
    )
    .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let model = entry::Model::read(row)?;
    let note = Note::parse(&model.note).map_err(|_| StoreError::Row {
        table: "entry",
        column: "note",
    })?;
    Ok(Some(note.identity()))
}

/// Copies the backup beside its place, then puts it there at once. The write-ahead log of the
/// ledger that stood there goes first: it belongs to no other database.
fn put(file: &Path, target: &Path) -> Result<(), StoreError> {
    let part = beside(target, "part");
    std::fs::copy(file, &part).map_err(StoreError::file(&part))?;
    let made = File::open(&part).map_err(StoreError::file(&part))?;
    made.sync_all().map_err(StoreError::file(&part))?;
    for log in ["-wal", "-shm"] {
        let mut name = target.as_os_str().to_owned();
        name.push(log);
        remove(Path::new(&name))?;
    }
    std::fs::rename(&part, target).map_err(StoreError::file(target))
}

fn remove(file: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::file(file)(error))
        }
        _ => Ok(()),
    }
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}
