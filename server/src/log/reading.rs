//! What the log reads of itself: its key's name, bundles from the entries, hashes from the right edge
//! in memory and the full tiles as they are stored.

use super::{Frontier, Inner, LogError, Published, Signer, origin};
use ledger::field::PublicKey;
use ledger::log::{
    HashTile, LogKey, Nodes, Place, Subtree, TILE_WIDTH, TilePath, TreeHash, VerifierKey,
    consistency_path, consistency_subtrees, root, root_subtrees, tile_width, write_bundle,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

impl Inner {
    /// The key under the log's name; nothing before there is a genesis.
    pub(super) async fn key(&self) -> Result<Option<Arc<LogKey>>, LogError> {
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
    pub(super) async fn verifier(&self) -> Result<Option<VerifierKey>, LogError> {
        if let Signer::Other(key) = &self.signer {
            return Ok(Some(key.clone()));
        }
        Ok(self.key().await?.map(|key| key.verifier().clone()))
    }

    /// The entries of a bundle, which are all there.
    pub(super) async fn bundle(&self, path: TilePath) -> Result<Vec<u8>, LogError> {
        let first = path.index() * u64::from(TILE_WIDTH);
        let notes = self.store.notes(first, u32::from(path.width())).await?;
        if notes.len() < usize::from(path.width()) {
            let index = first + notes.len() as u64;
            return Err(LogError::EntryMissing { index });
        }
        Ok(write_bundle(notes.iter().map(|note| note.note.as_slice()))?)
    }

    /// The hashes of a tile as far as a published tree has it.
    pub(super) async fn hashes(
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
    pub(super) async fn continuation(
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
    pub(super) async fn root_at(
        &self,
        frontier: &Frontier,
        size: u64,
    ) -> Result<TreeHash, LogError> {
        let wanted = root_subtrees(size);
        let nodes = self.nodes(frontier, &wanted).await?;
        root(size, &nodes).map_err(|_| LogError::EntryMissing { index: size })
    }

    /// The hashes of subtrees, from the right edge in memory and the full tiles as they are stored.
    pub(super) async fn nodes(
        &self,
        frontier: &Frontier,
        wanted: &[Subtree],
    ) -> Result<Known, LogError> {
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

/// Hashes that were looked up.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<Subtree, TreeHash>);

/// A hash wasn't looked up.
#[derive(Debug, thiserror::Error)]
#[error("the hash of a subtree of level {} wasn't looked up", .0.level)]
pub(super) struct NotKnown(Subtree);

impl Nodes for Known {
    type Error = NotKnown;

    fn node(&self, subtree: Subtree) -> Result<TreeHash, NotKnown> {
        self.0.get(&subtree).copied().ok_or(NotKnown(subtree))
    }
}
