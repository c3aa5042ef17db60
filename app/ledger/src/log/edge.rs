//! The right edge of a growing tree: the roots of its complete subtrees, the largest first.

use super::merkle::{SIZE_MAX, Subtree, TreeHash, join, node_hash};

/// What must be known of a tree to append to it: one hash for each bit that is set in its size, at
/// most 63. Appending costs the same however large the tree is (2 hashes an entry on average).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    subtrees: Vec<TreeHash>,
}

/// The hashes given for an edge aren't as many as its size takes, or the size is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the edge of a tree of {size} entries has {wanted} hashes, {found} are given")]
pub struct EdgeError {
    /// The tree's size.
    pub size: u64,
    /// How many hashes are given.
    pub found: usize,
    /// How many there must be.
    pub wanted: usize,
}

impl Edge {
    /// The edge of the tree without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            size: 0,
            subtrees: Vec::new(),
        }
    }

    /// The edge of a tree whose complete subtrees have these hashes, in the order of
    /// [`root_subtrees`](super::root_subtrees).
    ///
    /// # Errors
    /// [`EdgeError`] where there are fewer or more than the size takes.
    pub fn from_subtrees(size: u64, subtrees: Vec<TreeHash>) -> Result<Self, EdgeError> {
        let wanted = usize::try_from(size.count_ones()).expect("64 bits are few");
        if subtrees.len() != wanted || size > SIZE_MAX {
            return Err(EdgeError {
                size,
                found: subtrees.len(),
                wanted,
            });
        }
        Ok(Self { size, subtrees })
    }

    /// Appends a leaf.
    pub fn append(&mut self, leaf: TreeHash) {
        self.append_each(leaf, |_, _| {});
    }

    /// Appends a leaf and hands over every subtree that it completes, from the leaf itself upward:
    /// those whose level is a multiple of 8 stand in tiles.
    pub fn append_each(&mut self, leaf: TreeHash, mut completed: impl FnMut(Subtree, TreeHash)) {
        assert!(self.size < SIZE_MAX, "no log reaches 2^63 entries");
        let mut subtree = Subtree::leaf(self.size);
        let mut hash = leaf;
        completed(subtree, hash);
        // A left neighbour of the same level stands there for each low bit that is set.
        while subtree.index & 1 == 1 {
            let left = self.subtrees.pop();
            hash = node_hash(&left.expect("the size's bits count the hashes"), &hash);
            subtree = Subtree {
                level: subtree.level + 1,
                index: subtree.index >> 1,
            };
            completed(subtree, hash);
        }
        self.subtrees.push(hash);
        self.size += 1;
    }

    /// How many leaves the tree has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The hashes, in the order of [`root_subtrees`](super::root_subtrees).
    #[must_use]
    pub fn subtrees(&self) -> &[TreeHash] {
        &self.subtrees
    }

    /// The tree's root.
    #[must_use]
    pub fn root(&self) -> TreeHash {
        join(&self.subtrees)
    }
}
