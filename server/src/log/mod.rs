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
mod copied;
mod cosigners;
mod error;
mod files;
mod frontier;
mod kept;
mod publisher;
mod resume;
mod static_files;
mod tiles;
mod trouble;

pub use copied::{Copied, CopyConfig};
pub use cosigners::{Checked, CosignatureRefused, Cosigning, WITNESS_WAIT, WitnessView};
pub use error::LogError;
pub use frontier::{Frontier, FullTile};
pub use static_files::write_files;
pub use tiles::write_full_tiles;
pub use trouble::INCLUSION_MAX;

use crate::ports::{Clock, SystemClock};
use crate::sequencer;
use crate::store::{Store, StoredNote};
use cosigners::Cosigners;
use ed25519_dalek::SigningKey;
use kept::Kept;
use ledger::field::{Field, LedgerName, Moment, PublicKey};
use ledger::log::{
    HashTile, KeyName, LogKey, LogProof, Nodes, Place, SignedCheckpoint, Subtree, TILE_WIDTH,
    TileKind, TilePath, TreeHash, Verdict, VerifierKey, consistency_path, consistency_subtrees,
    inclusion_path, inclusion_subtrees, root, root_subtrees, tile_width, write_bundle,
};
use publisher::Publisher;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tiles::Tiles;
use tokio::sync::watch;
use trouble::Trouble;

/// Time between two checkpoints unless an operator knows better.
pub const INTERVAL: Duration = Duration::from_millis(200);

/// How a log is published.
#[derive(Clone)]
pub struct LogConfig {
    /// Where its tiles lie, below a folder `tile`.
    pub folder: PathBuf,
    /// The file that keeps the last signed checkpoint.
    pub kept: PathBuf,
    /// The log's key.
    pub key: SigningKey,
    /// The fewest time between two checkpoints; [`INTERVAL`] unless an operator knows better.
    pub interval: Duration,
    /// The wall clock, for the times that are shown and said.
    pub clock: Arc<dyn Clock>,
    /// Who is asked to cosign, and whose cosignatures are taken; nobody unless an operator says so.
    pub cosigning: Option<Cosigning>,
}

impl LogConfig {
    /// A log in a folder, with its checkpoint kept there and the machine's clock.
    #[must_use]
    pub fn new(folder: PathBuf, key: SigningKey) -> Self {
        Self {
            kept: folder.join("checkpoint"),
            folder,
            key,
            interval: INTERVAL,
            clock: Arc::new(SystemClock),
            cosigning: None,
        }
    }
}

impl std::fmt::Debug for LogConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("LogConfig")
            .field("folder", &self.folder)
            .field("kept", &self.kept)
            .finish_non_exhaustive()
    }
}

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

impl Inner {
    /// The key under the log's name; nothing before there is a genesis.
    async fn key(&self) -> Result<Option<Arc<LogKey>>, LogError> {
        if let Some(key) = self.key.get() {
            return Ok(Some(Arc::clone(key)));
        }
        let Signer::Own(secret) = &self.signer else {
            return Ok(None);
        };
        let Some(head) = self.store.head().await? else {
            return Ok(None);
        };
        let own = PublicKey::from(secret.verifying_key());
        if head.log_key.is_some_and(|named| named != own) {
            return Err(LogError::OtherKey);
        }
        let key = LogKey::new(origin(&head.ledger), secret.clone());
        Ok(Some(Arc::clone(self.key.get_or_init(|| key.into()))))
    }

    /// The key that checkpoints are checked with; nothing before there is a genesis.
    async fn verifier(&self) -> Result<Option<VerifierKey>, LogError> {
        if let Signer::Other(key) = &self.signer {
            return Ok(Some(key.clone()));
        }
        Ok(self.key().await?.map(|key| key.verifier().clone()))
    }

    /// The entries of a bundle, which are all there.
    async fn bundle(&self, path: TilePath) -> Result<Vec<u8>, LogError> {
        let first = path.index() * u64::from(TILE_WIDTH);
        let notes = self.store.notes(first, u32::from(path.width())).await?;
        if notes.len() < usize::from(path.width()) {
            let index = first + notes.len() as u64;
            return Err(LogError::EntryMissing { index });
        }
        Ok(write_bundle(notes.iter().map(|note| note.note.as_slice()))?)
    }

    /// The hashes of a tile as far as a published tree has it.
    async fn hashes(
        &self,
        published: &Published,
        level: u8,
        index: u64,
    ) -> Result<Vec<TreeHash>, LogError> {
        if tile_width(level, index, published.size()) < TILE_WIDTH {
            return Ok(published.frontier.row(level).to_vec());
        }
        let tile = self.tiles.full(&self.store, level, index).await?;
        Ok(tile.hashes().to_vec())
    }

    /// The path that proves that a tree continues an earlier one, from the tiles as they are stored.
    async fn continuation(
        &self,
        frontier: &Frontier,
        earlier: u64,
    ) -> Result<Vec<TreeHash>, LogError> {
        let size = frontier.size();
        let inconsistent = |reason: String| LogError::Inconsistent {
            signed: earlier,
            size,
            reason,
        };
        let wanted = consistency_subtrees(earlier, size);
        let wanted = wanted.map_err(|error| inconsistent(error.to_string()))?;
        let nodes = self.nodes(frontier, &wanted).await?;
        consistency_path(earlier, size, &nodes).map_err(|error| inconsistent(error.to_string()))
    }

    /// The root that a tree had at an earlier size.
    async fn root_at(&self, frontier: &Frontier, size: u64) -> Result<TreeHash, LogError> {
        let wanted = root_subtrees(size);
        let nodes = self.nodes(frontier, &wanted).await?;
        root(size, &nodes).map_err(|_| LogError::EntryMissing { index: size })
    }

    /// The hashes of subtrees, from the right edge in memory and the full tiles as they are stored.
    async fn nodes(&self, frontier: &Frontier, wanted: &[Subtree]) -> Result<Known, LogError> {
        let mut known = Known::default();
        let mut tiles: HashMap<(u8, u64), HashTile> = HashMap::new();
        for subtree in wanted {
            if let Some(hash) = frontier.node(*subtree) {
                known.0.insert(*subtree, hash);
                continue;
            }
            let place = Place::of(*subtree);
            let tile = match tiles.entry((place.level, place.tile)) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(free) => {
                    let full = self.tiles.full(&self.store, place.level, place.tile);
                    free.insert(full.await?)
                }
            };
            known
                .0
                .extend(tile.node(*subtree).map(|hash| (*subtree, hash)));
        }
        Ok(known)
    }
}

/// The name under which a ledger's log signs: the ledger's own, so that no fork and no test ledger
/// shares it.
#[must_use]
pub fn origin(ledger: &LedgerName) -> KeyName {
    KeyName::parse(&ledger.to_string()).expect("a ledger's name is ASCII without space or plus")
}

/// Hashes that were looked up.
#[derive(Debug, Default)]
struct Known(HashMap<Subtree, TreeHash>);

/// A hash wasn't looked up.
#[derive(Debug, thiserror::Error)]
#[error("the hash of a subtree of level {} wasn't looked up", .0.level)]
struct NotKnown(Subtree);

impl Nodes for Known {
    type Error = NotKnown;

    fn node(&self, subtree: Subtree) -> Result<TreeHash, NotKnown> {
        self.0.get(&subtree).copied().ok_or(NotKnown(subtree))
    }
}

/// Where a data folder's log lies.
#[must_use]
pub fn folder_of(data: &Path) -> PathBuf {
    data.join("log")
}
