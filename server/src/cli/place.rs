//! Which ledger a command is about, and opening it.

use super::Failure;
use crate::config::{
    Checkpoint, CheckpointOptions, ConfigFile, DatabaseOptions, DatabaseUrl, FolderOptions,
    SequencerOptions,
};
use crate::evidence::EVIDENCE_FOLDER;
use crate::people::People;
use crate::ports::{Clock, SystemClock, SystemRandomness};
use crate::sequencer;
use crate::speech::Message;
use crate::store::{self, DATABASE_FILE, READERS_MAX, Store, StoreConfig};
use ed25519_dalek::SigningKey;
use ledger::field::LedgerName;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The data folder and the database, as every command takes them.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct PlaceOptions {
    #[command(flatten)]
    folder: FolderOptions,
    #[command(flatten)]
    database: DatabaseOptions,
}

/// Where the ledger is, with the folder's settings.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) file: ConfigFile,
    store: StoreConfig,
}

impl PlaceOptions {
    /// Reads the folder's settings file and settles what holds.
    pub(super) fn settle(&self) -> Result<Place, Failure> {
        let folder = self.folder.settle();
        let file = ConfigFile::read(&folder)?;
        let database = self.database.settle(&file.database, &folder);
        let place = match database.url {
            DatabaseUrl::Sqlite(path) => store::Place::Folder(sqlite_folder(&path)?),
            DatabaseUrl::Postgres(url) => {
                store::Place::Postgres(store::DatabaseUrl::new(url.expose().to_owned()))
            }
        };
        let store = StoreConfig {
            // At most 64, by its bounds.
            readers_max: u32::try_from(database.readers_max.get()).unwrap_or(READERS_MAX),
            ..StoreConfig::new(place, SystemClock.now())
        };
        Ok(Place {
            folder,
            file,
            store,
        })
    }
}

/// SQLite's files and lock stand in one folder, under one name.
fn sqlite_folder(path: &Path) -> Result<PathBuf, Failure> {
    if path.file_name().is_none_or(|name| name != DATABASE_FILE) {
        let called = Message::new("sqlite-file-name")
            .with("path", path.display())
            .with("name", DATABASE_FILE);
        return Err(Failure::usage(called).mend(Message::new("mend-sqlite-folder")));
    }
    Ok(path.parent().unwrap_or_else(|| Path::new(".")).to_owned())
}

impl Place {
    /// How the store is opened.
    pub(super) const fn store(&self) -> &StoreConfig {
        &self.store
    }

    /// Opens the ledger for reading; another process may be writing.
    pub(super) async fn reader(&self) -> Result<Store, Failure> {
        Ok(Store::open_reader(&self.store).await?)
    }

    /// Opens the ledger for writing, and makes it where there is none.
    pub(super) async fn writer(&self) -> Result<Store, Failure> {
        Ok(Store::open_writer(&self.store).await?)
    }

    /// How this process orders entries: by these flags, else the folder's settings.
    pub(super) fn sequencing(
        &self,
        flags: &SequencerOptions,
        tick_key: Option<SigningKey>,
    ) -> sequencer::Config {
        let settled = flags.settle(&self.file.sequencer);
        sequencer::Config {
            queue_notes_max: settled.queue_entries_max.count(),
            group_notes_max: settled.group_entries_max.count(),
            verify_workers: settled.verify_workers.count(),
            ..sequencer::Config::new(tick_key)
        }
    }

    /// The log's settings: by the environment and flags that a command takes, else the folder's.
    pub(super) fn checkpoint_by(&self, flags: &CheckpointOptions) -> Checkpoint {
        flags.settle(&self.file.checkpoint, &self.folder)
    }

    /// The log's settings, for a command that takes no flags about it.
    pub(super) fn checkpoint(&self) -> Checkpoint {
        self.checkpoint_by(&CheckpointOptions::default())
    }

    /// Opens the people who work for its members; makes their tables where there are none.
    pub(super) async fn people(&self) -> Result<People, Failure> {
        let (clock, randomness) = (Arc::new(SystemClock), Arc::new(SystemRandomness));
        let opened = People::open(&self.store.place, self.store.ledger, clock, randomness).await;
        opened.map_err(Failure::data)
    }

    /// Where the folder keeps keys that it holds for members.
    pub(super) fn held_keys(&self) -> PathBuf {
        self.keys().join("held")
    }

    /// Where the folder keeps documents that belong to entries.
    pub(super) fn evidence(&self) -> PathBuf {
        self.folder.join(EVIDENCE_FOLDER)
    }

    /// Where the folder keeps key files.
    pub(super) fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }
}

/// The ledger's name; a store without a genesis has none.
pub(super) async fn ledger_name(store: &Store) -> Result<LedgerName, Failure> {
    let head = store.head().await?;
    head.map(|head| head.ledger)
        .ok_or_else(|| Failure::data(Message::new("no-ledger-yet")).mend(Message::new("mend-init")))
}
