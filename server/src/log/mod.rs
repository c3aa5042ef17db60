//! The log: what is committed is published, so that nobody has to trust this server.
//!
//! In scope: the tree over the entries, its tiles as files, signed checkpoints, proofs, signed
//! answers, and going on where it was left. Not in scope: the formats (package `ledger`, module
//! `log`), who may read what over HTTP (`api::log`), what an entry may do.
//!
//! Hashes are a projection of the entries, as every table is: full tiles are files that never
//! change, what isn't a full tile yet is held in memory, and all of it can be made again from the
//! entries. What can't be made again is what was signed: the last checkpoint is kept in a file of
//! its own, apart from the database, and the log refuses to go on from entries that contradict it.

mod asking;
mod checked;
mod config;
mod copied;
mod cosigners;
mod error;
mod files;
mod frontier;
mod kept;
mod publisher;
mod reading;
mod resume;
mod seats;
mod static_files;
mod tiles;
mod trouble;

pub use checked::{Checked, CosignatureRefused, WitnessView};
pub use config::{INTERVAL, LogConfig};
pub use copied::{Copied, CopyConfig};
pub use cosigners::{Cosigning, WITNESS_WAIT};
pub use error::LogError;
pub use frontier::{Frontier, FullTile};
pub use static_files::write_files;
pub use tiles::write_full_tiles;
pub use trouble::INCLUSION_MAX;

use crate::ports::Clock;
use crate::sequencer;
use crate::store::{Store, StoredNote};
use cosigners::Cosigners;
use ed25519_dalek::SigningKey;
use kept::Kept;
use ledger::field::{Field, LedgerName, Moment, PublicKey};
use ledger::log::{
    KeyName, LogKey, LogProof, SignedCheckpoint, TileKind, TilePath, TreeHash, Verdict,
    VerifierKey, inclusion_path, inclusion_subtrees, tile_width,
};
use publisher::Publisher;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tiles::Tiles;
use tokio::sync::watch;
use trouble::Trouble;

/// A checkpoint that is published, with what isn't in full tiles yet.
#[derive(Clone, Debug)]
pub struct Published {
    /// The checkpoint as it is served.
    pub checkpoint: SignedCheckpoint,
    /// The tree's right edge.
    pub frontier: Frontier,
    /// When it was published, by this server's clock.
    pub at: Moment,
    /// What the policy says of it; nothing where there is no policy.
    pub verdict: Option<Arc<Verdict>>,
}

impl Published {
    /// How many entries it covers.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.checkpoint.checkpoint().size
    }

    /// The tree's root.
    #[must_use]
    pub const fn root(&self) -> TreeHash {
        self.checkpoint.checkpoint().root
    }
}

/// A running log; clones read and stop the same one.
#[derive(Clone, Debug)]
pub struct Log {
    inner: Arc<Inner>,
}

/// Whose key signs the checkpoints that are served.
enum Signer {
    /// This log's own, under the name that the genesis settles.
    Own(SigningKey),
    /// Another's: this is a copy.
    Other(VerifierKey),
}

/// What readers, signers and the publishing thread share.
struct Inner {
    store: Arc<Store>,
    tiles: Tiles,
    signer: Signer,
    clock: Arc<dyn Clock>,
    /// The key under the log's name, which the genesis settles.
    key: OnceLock<Arc<LogKey>>,
    published: watch::Sender<Option<Arc<Published>>>,
    trouble: Trouble,
    cosigners: Cosigners,
    stop: watch::Sender<bool>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Log")
            .field("tiles", &self.tiles)
            .finish_non_exhaustive()
    }
}

impl Log {
    /// Goes on publishing a ledger where it was left, and publishes what is committed from then on.
    /// A first checkpoint stands when this returns, if there is an entry.
    ///
    /// # Errors
    /// [`LogError`]; where it [is a contradiction](LogError::is_contradiction), the ledger isn't
    /// the one that was published, and must not be served.
    pub async fn start(sequencer: &sequencer::Handle, config: LogConfig) -> Result<Self, LogError> {
        // Asked for before anything is read, so that no commit is missed.
        let committed = sequencer.committed();
        let store = sequencer.store();
        let log_key = PublicKey::from(config.key.verifying_key());
        let cosigners = Cosigners::new(config.cosigning, config.folder.join("cosigned"));
        // Before the members are looked at, so that nobody enrols such a key in between.
        sequencer.reserve(cosigners.named_keys());
        let cosigners = cosigners.held_against(store, &log_key).await?;
        let inner = Arc::new(Inner {
            store: Arc::clone(store),
            cosigners,
            tiles: Tiles::new(config.folder),
            signer: Signer::Own(config.key),
            clock: Arc::clone(&config.clock),
            key: OnceLock::new(),
            published: watch::Sender::new(None),
            trouble: Trouble::default(),
            stop: watch::Sender::new(false),
            thread: Mutex::new(None),
        });
        let kept = Kept::at(config.kept)?;
        let (frontier, signed) = resume::resume(&inner, &kept).await?;
        if let Some(key) = inner.key.get() {
            inner.cosigners.remember(key);
        }
        let mut publisher = Publisher {
            log: Arc::clone(&inner),
            kept,
            clock: config.clock,
            interval: config.interval,
            frontier,
            signed,
        };
        let log = Self {
            inner: Arc::clone(&inner),
        };
        log.ask_witnesses();
        if let Some(signed) = publisher.signed.clone() {
            publisher.publish(signed);
        }
        if let Err(error) = publisher.step().await {
            inner.stop.send_replace(true);
            return Err(error);
        }
        let stop = inner.stop.subscribe();
        let runtime = tokio::runtime::Handle::current();
        let thread = std::thread::Builder::new()
            .name("publisher".to_owned())
            .spawn(move || runtime.block_on(publisher.run(committed, stop)))
            .map_err(LogError::file("publisher"))?;
        *inner.thread.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
        Ok(log)
    }

    /// The last published checkpoint; nothing before the genesis is published.
    #[must_use]
    pub fn published(&self) -> Option<Arc<Published>> {
        self.inner.published.borrow().clone()
    }

    /// The key that signs, under the log's name; nothing before the genesis is published.
    #[must_use]
    pub fn key(&self) -> Option<&LogKey> {
        self.inner.key.get().map(AsRef::as_ref)
    }

    /// The same; where the genesis has just been committed and isn't published yet, it is there
    /// all the same.
    ///
    /// # Errors
    /// The database's, or [`LogError::OtherKey`].
    pub async fn signing_key(&self) -> Result<Option<Arc<LogKey>>, LogError> {
        self.inner.key().await
    }

    /// The clock by which it signs.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.inner.clock.as_ref()
    }

    /// The key that checkpoints are checked with, another's where this is a copy; nothing before the
    /// genesis is published.
    #[must_use]
    pub fn verifier(&self) -> Option<&VerifierKey> {
        match &self.inner.signer {
            Signer::Other(key) => Some(key),
            Signer::Own(_) => self.key().map(LogKey::verifier),
        }
    }

    /// Waits until the entry with an index is published, but no longer than this.
    pub async fn covers(&self, index: u64, patience: Duration) -> Option<Arc<Published>> {
        let mut published = self.inner.published.subscribe();
        let covering = published.wait_for(|published| {
            published
                .as_ref()
                .is_some_and(|published| published.size() > index)
        });
        let covering = tokio::time::timeout(patience, covering).await;
        covering.ok()?.ok()?.clone()
    }

    /// Why nothing may be accepted now: what is accepted must be published in time.
    #[must_use]
    pub fn refusal(&self) -> Option<&'static str> {
        self.inner.trouble.refusal(self.inner.clock.now())
    }

    /// The bytes of a tile or bundle as a published tree has it; nothing where the tree isn't that
    /// wide there.
    ///
    /// # Errors
    /// [`LogError`] where it can't be read.
    pub async fn tile(
        &self,
        published: &Published,
        path: TilePath,
    ) -> Result<Option<Vec<u8>>, LogError> {
        let level = match path.kind() {
            TileKind::Hashes(level) => level,
            TileKind::Entries => 0,
        };
        if path.width() > tile_width(level, path.index(), published.size()) {
            return Ok(None);
        }
        match path.kind() {
            TileKind::Entries => self.inner.bundle(path).await.map(Some),
            TileKind::Hashes(level) => {
                let hashes = self.inner.hashes(published, level, path.index()).await?;
                let hashes = hashes.get(..usize::from(path.width()));
                Ok(hashes.map(|hashes| hashes.iter().flat_map(|hash| hash.0).collect()))
            }
        }
    }

    /// The inclusion path of an entry in a published tree, from its sibling upward.
    ///
    /// # Errors
    /// [`LogError`] where the index lies outside, or a tile can't be read.
    pub async fn path(&self, published: &Published, index: u64) -> Result<Vec<TreeHash>, LogError> {
        let outside = |_| LogError::EntryMissing { index };
        let wanted = inclusion_subtrees(index, published.size()).map_err(outside)?;
        let nodes = self.inner.nodes(&published.frontier, &wanted).await?;
        inclusion_path(index, published.size(), &nodes)
            .map_err(|_| LogError::EntryMissing { index })
    }

    /// The proof of an entry under a published checkpoint (C2SP tlog-proof). The note itself stands
    /// on its line for extra data, so that one file is all that a check needs.
    ///
    /// # Errors
    /// As [`Self::path`].
    pub async fn proof(
        &self,
        published: &Published,
        stored: StoredNote,
    ) -> Result<LogProof, LogError> {
        let bare = self.bare_proof(published, stored.index).await?;
        Ok(LogProof {
            extra: Some(stored.note),
            ..bare
        })
    }

    /// The same without the note, for whoever has it.
    ///
    /// # Errors
    /// As [`Self::path`].
    pub async fn bare_proof(
        &self,
        published: &Published,
        index: u64,
    ) -> Result<LogProof, LogError> {
        Ok(LogProof {
            extra: None,
            index,
            path: self.path(published, index).await?,
            checkpoint: published.checkpoint.clone(),
        })
    }

    /// The path that proves that a published tree continues an earlier one, for whoever cosigns.
    ///
    /// # Errors
    /// [`LogError`] where the earlier size is 0 or beyond it, or a tile can't be read.
    pub async fn continuation(
        &self,
        published: &Published,
        earlier: u64,
    ) -> Result<Vec<TreeHash>, LogError> {
        self.inner.continuation(&published.frontier, earlier).await
    }

    /// Publishes the last state and ends. The ledger must take no entries any more, and must still
    /// be readable.
    pub async fn shutdown(&self) {
        self.inner.stop.send_replace(true);
        let thread = self
            .inner
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread {
            // A thread that panicked has nothing left to say.
            _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }
}

/// The name under which a ledger's log signs: the ledger's own, so that no fork and no test ledger
/// shares it.
#[must_use]
pub fn origin(ledger: &LedgerName) -> KeyName {
    KeyName::parse(&ledger.to_string()).expect("a ledger's name is ASCII without space or plus")
}

/// Where a data folder's log lies.
#[must_use]
pub fn folder_of(data: &Path) -> PathBuf {
    data.join("log")
}
