//! The root of notes that pass by: an export is held to a checkpoint without any tiles.

use super::{Numbered, SourceError};
use ledger::log::{Edge, TreeHash, leaf_hash};
use std::sync::{Arc, OnceLock};

/// Notes on their way to the replay, hashed as they pass.
pub struct Rooted<S> {
    notes: S,
    edge: Edge,
    size: u64,
    root: Arc<OnceLock<TreeHash>>,
}

impl<S> Rooted<S> {
    /// Hashes notes up to this size; the root there is set once so many have passed.
    #[must_use]
    pub fn new(notes: S, size: u64) -> (Self, Arc<OnceLock<TreeHash>>) {
        let root = Arc::new(OnceLock::new());
        let rooted = Self {
            notes,
            edge: Edge::new(),
            size,
            root: Arc::clone(&root),
        };
        rooted.settle();
        (rooted, root)
    }

    fn settle(&self) {
        if self.edge.size() == self.size {
            _ = self.root.set(self.edge.root());
        }
    }
}

impl<S: Iterator<Item = Result<Numbered, SourceError>>> Iterator for Rooted<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<Self::Item> {
        let numbered = self.notes.next()?;
        if let Ok(numbered) = &numbered
            && self.edge.size() < self.size
        {
            self.edge.append(leaf_hash(&numbered.note));
            self.settle();
        }
        Some(numbered)
    }
}
