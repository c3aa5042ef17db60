//! The log of a copy: somebody else's log, whose entries lie in this store. It signs no checkpoint;
//! it serves those of the log itself, once every entry below them is here.

use super::cosigners::Cosigners;
use super::frontier::{Frontier, FullTile};
use super::kept::Kept;
use super::tiles::Tiles;
use super::trouble::Trouble;
use super::{Inner, Log, LogError, Published, Signer, resume};
use crate::ports::Clock;
use crate::store::Store;
use ledger::log::{Evidence, SignedCheckpoint, TreeHash, VerifierKey, leaf_hash};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use tokio::sync::watch;

/// Entries that are read back at once.
const PAGE_ENTRIES: u32 = 1024;

/// Whose log is copied, and where its files lie here.
#[derive(Clone)]
pub struct CopyConfig {
    /// Where its tiles lie, below a folder `tile`.
    pub folder: PathBuf,
    /// The log's key.
    pub log: VerifierKey,
    /// The wall clock, for the times that are shown.
    pub clock: Arc<dyn Clock>,
}

/// The writing end of a copied log.
pub struct Copied {
    log: Arc<Inner>,
    kept: Kept,
    /// The tree over every entry in the store.
    frontier: Frontier,
    signed: Option<SignedCheckpoint>,
    clock: Arc<dyn Clock>,
}

impl Log {
    /// Goes on with a copy where it was left: the last checkpoint that it held completely is
    /// served, and entries may lie in the store that no checkpoint covers yet.
    ///
    /// # Errors
    /// [`LogError`], as for a log of one's own.
    pub async fn copied(
        store: &Arc<Store>,
        config: CopyConfig,
    ) -> Result<(Self, Copied), LogError> {
        let kept = Kept::at(config.folder.join("checkpoint"))?;
        let inner = Arc::new(Inner {
            store: Arc::clone(store),
            cosigners: Cosigners::new(None, config.folder.join("cosigned")),
            tiles: Tiles::new(config.folder),
            signer: Signer::Other(config.log),
            clock: Arc::clone(&config.clock),
            key: OnceLock::new(),
            published: watch::Sender::new(None),
            trouble: Trouble::default(),
            stop: watch::Sender::new(false),
            thread: Mutex::new(None),
        });
        let (frontier, signed) = resume::resume(&inner, &kept).await?;
        let mut copied = Copied {
            log: Arc::clone(&inner),
            kept,
            frontier,
            signed: signed.clone(),
            clock: config.clock,
        };
        if let Some(signed) = signed {
            copied.show(signed);
        }
        copied.catch_up().await?;
        Ok((Self { inner }, copied))
    }
}

impl Copied {
    /// How many entries are here.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root of the tree over them.
    #[must_use]
    pub fn root(&self) -> TreeHash {
        self.frontier.root()
    }

    /// The last checkpoint of which every entry is here.
    #[must_use]
    pub const fn signed(&self) -> Option<&SignedCheckpoint> {
        self.signed.as_ref()
    }

    /// Takes entries that were stored into the tree.
    ///
    /// # Errors
    /// [`LogError`] where a tile can't be written.
    pub fn append<'n>(
        &mut self,
        notes: impl IntoIterator<Item = &'n [u8]>,
    ) -> Result<(), LogError> {
        let mut full: Vec<FullTile> = Vec::new();
        for note in notes {
            self.frontier.append(leaf_hash(note), &mut full);
        }
        self.log.tiles.write(&full)
    }

    async fn catch_up(&mut self) -> Result<(), LogError> {
        loop {
            let page = self.log.store.notes(self.size(), PAGE_ENTRIES).await?;
            if page.is_empty() {
                return Ok(());
            }
            self.append(page.iter().map(|stored| stored.note.as_slice()))?;
        }
    }

    /// Keeps a checkpoint and serves it; every entry below it must be here, and no other. It is
    /// durable when this returns.
    ///
    /// # Errors
    /// [`LogError::Inconsistent`] where the entries give another tree, or the file's error.
    pub fn publish(&mut self, checkpoint: SignedCheckpoint) -> Result<(), LogError> {
        let named = checkpoint.checkpoint();
        if (named.size, named.root) != (self.size(), self.root()) {
            return Err(LogError::Inconsistent {
                signed: self.size(),
                size: named.size,
                reason: "the entries that are stored give another root".to_owned(),
            });
        }
        self.kept.write(&checkpoint)?;
        self.signed = Some(checkpoint.clone());
        self.show(checkpoint);
        Ok(())
    }

    /// What a smaller checkpoint of the log's shows against the one that is held here: two histories,
    /// where the tree here had another root at that size. Both signatures hold.
    ///
    /// # Errors
    /// [`LogError`] where a tile can't be read.
    pub async fn contradicted_by(
        &self,
        found: &SignedCheckpoint,
    ) -> Result<Option<Evidence>, LogError> {
        let (Some(signed), Some(published)) = (&self.signed, self.published()) else {
            return Ok(None);
        };
        let earlier = found.checkpoint();
        if !(1..=published.size()).contains(&earlier.size) {
            return Ok(None);
        }
        let frontier = &published.frontier;
        let root = self.log.root_at(frontier, earlier.size).await?;
        if root == earlier.root {
            return Ok(None);
        }
        Ok(Some(Evidence::Fork {
            earlier: found.clone(),
            later: signed.clone(),
            root,
            path: self.log.continuation(frontier, earlier.size).await?,
        }))
    }

    fn published(&self) -> Option<Arc<Published>> {
        self.log.published.borrow().clone()
    }

    fn show(&self, checkpoint: SignedCheckpoint) {
        let published = Published {
            checkpoint,
            frontier: self.frontier.clone(),
            at: self.clock.now(),
            verdict: None,
        };
        self.log.published.send_replace(Some(Arc::new(published)));
    }
}
