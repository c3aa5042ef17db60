//! A running ledger for a test: a store in a temporary place, with a sequencer whose clock stands.

use crate::postgres::Cluster;
use crate::world::{DAWN, World};
use ledger::Note;
use server::ports::StillClock;
use server::sequencer::{Config, Handle, Outcome, Sequencer};
use server::store::{Place, Store, StoreConfig, StoreError};
use std::sync::Arc;

/// Where a ledger of a test is kept; it is gone when this is dropped.
#[derive(Debug)]
pub enum Ground {
    /// A folder with SQLite.
    Folder(tempfile::TempDir),
    /// A database of the tests' own PostgreSQL.
    Postgres(Arc<Cluster>, server::store::DatabaseUrl),
}

impl Ground {
    /// An empty folder.
    ///
    /// # Panics
    /// Where none can be made.
    #[must_use]
    pub fn folder() -> Self {
        Self::Folder(tempfile::tempdir().expect("a temporary folder"))
    }

    /// An empty database.
    #[must_use]
    pub fn postgres() -> Self {
        let cluster = Cluster::shared();
        let url = cluster.database();
        Self::Postgres(cluster, url)
    }

    /// How to open a store there.
    #[must_use]
    pub fn config(&self) -> StoreConfig {
        let place = match self {
            Self::Folder(folder) => Place::Folder(folder.path().to_owned()),
            Self::Postgres(_, url) => Place::Postgres(url.clone()),
        };
        StoreConfig::new(place, DAWN)
    }

    /// Opens a store for writing and starts a sequencer whose clock stands still.
    ///
    /// # Errors
    /// The store's.
    pub async fn open(&self) -> Result<House, StoreError> {
        self.open_with(|_| {}).await
    }

    /// The same with another configuration of the sequencer.
    ///
    /// # Errors
    /// The store's.
    pub async fn open_with(
        &self,
        configure: impl FnOnce(&mut Config),
    ) -> Result<House, StoreError> {
        let store = Arc::new(Store::open_writer(&self.config()).await?);
        let clock = StillClock::at(DAWN);
        let mut config = Config::new(None);
        config.clock = Arc::new(clock.clone());
        configure(&mut config);
        let sequencer = Sequencer::start(Arc::clone(&store), config)?;
        Ok(House {
            store,
            sequencer,
            clock,
            world: World::default(),
        })
    }
}

/// A running ledger.
#[derive(Debug)]
pub struct House {
    /// Its store.
    pub store: Arc<Store>,
    /// What orders its entries.
    pub sequencer: Handle,
    /// Its wall clock.
    pub clock: StillClock,
    /// Who writes its notes.
    pub world: World,
}

impl House {
    /// Submits notes together and hears of each.
    ///
    /// # Panics
    /// Where none was taken.
    pub async fn submit(&self, notes: &[Note]) -> Vec<Outcome> {
        let bytes = notes
            .iter()
            .map(|note| note.bytes().to_vec().into())
            .collect();
        self.sequencer
            .submit_batch(bytes)
            .await
            .expect("the queue has room")
    }

    /// Submits notes, all of which must be admitted; gives the index of the last.
    ///
    /// # Panics
    /// Where one is not.
    pub async fn admit(&self, notes: &[Note]) -> u64 {
        let mut last = 0;
        for (note, outcome) in notes.iter().zip(self.submit(notes).await) {
            match outcome {
                Ok(answer) => last = answer.index,
                Err(error) => panic!("{error}:\n{}", note.text()),
            }
        }
        last
    }

    /// Submits a note that must be refused; gives the code.
    ///
    /// # Panics
    /// Where it isn't.
    pub async fn refused(&self, note: &Note) -> &'static str {
        match self.sequencer.submit(note.bytes().to_vec()).await {
            Err(server::sequencer::SubmitError::Refused { reason, .. }) => reason.code(),
            other => panic!("expected a refusal, got {other:?}"),
        }
    }

    /// Stops it.
    ///
    /// # Panics
    /// Where the store can't let go.
    pub async fn stop(self) {
        self.sequencer.shutdown().await.expect("the store lets go");
    }
}
