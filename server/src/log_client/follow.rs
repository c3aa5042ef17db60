//! Entries of a log, each proven before it is given.

use super::ahead::Ahead;
use super::{Departure, Proven};
use ledger::log::{HashTile, TILE_WIDTH, TilePath, TreeHash, leaf_hash, parse_bundle, tile_width};
use std::collections::VecDeque;

/// An entry that stands in the checkpoint's tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its index.
    pub index: u64,
    /// Its bytes.
    pub note: Vec<u8>,
}

/// Which tiles are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thoroughness {
    /// Every one, so that each file that a log publishes is held to its root.
    EveryTile,
    /// Those that the entries' proof needs: one in 256 of the tiles of hashes.
    Needed,
}

type Paths = Box<dyn Iterator<Item = TilePath> + Send>;

/// Reads a log's entries from an index on. Nothing is given that the checkpoint's root doesn't
/// vouch for; after the first departure nothing more comes.
pub struct Follow {
    proven: Proven,
    ahead: Ahead<Paths>,
    from: u64,
    thoroughness: Thoroughness,
    leaves: VecDeque<Leaf>,
    stopped: bool,
}

impl Follow {
    /// The entries of a proven tree, from this index to its end.
    #[must_use]
    pub fn new(proven: Proven, from: u64, thoroughness: Thoroughness) -> Self {
        let size = proven.size();
        let width = u64::from(TILE_WIDTH);
        let bundles = if from < size {
            from / width..size.div_ceil(width)
        } else {
            0..0
        };
        let paths: Paths = Box::new(
            bundles
                .filter_map(move |bundle| TilePath::entries(bundle, tile_width(0, bundle, size))),
        );
        Self {
            ahead: Ahead::new(proven.source(), paths),
            proven,
            from,
            thoroughness,
            leaves: VecDeque::new(),
            stopped: false,
        }
    }

    /// The tree that the entries are of.
    #[must_use]
    pub const fn proven(&self) -> &Proven {
        &self.proven
    }

    /// Reads the next bundle and proves it; false at the end.
    fn bundle(&mut self) -> Result<bool, Departure> {
        let Some((path, fetched)) = self.ahead.next() else {
            return Ok(false);
        };
        let bytes = fetched?;
        let entries = parse_bundle(&bytes, path.width())
            .map_err(|error| Departure::BundleMalformed { path, error })?;
        let hashes: Vec<TreeHash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        self.prove(path, &hashes)?;
        let first = path.index() * u64::from(TILE_WIDTH);
        for (index, entry) in (first..).zip(entries) {
            if index >= self.from {
                let note = entry.to_vec();
                self.leaves.push_back(Leaf { index, note });
            }
        }
        Ok(true)
    }

    /// Holds a bundle's leaves to the tree. A full bundle needs no tile of its own: its hash stands
    /// in the tile above. Where it differs, the tile tells which entry it is.
    fn prove(&self, path: TilePath, hashes: &[TreeHash]) -> Result<(), Departure> {
        if !path.is_partial() && self.thoroughness == Thoroughness::Needed {
            let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.0).collect();
            let tile = HashTile::parse(0, path.index(), &bytes).ok();
            let found = tile.and_then(|tile| tile.root());
            if found == Some(self.proven.above_leaves(path.index())?) {
                return Ok(());
            }
        }
        let wanted = self.proven.leaves(path.index())?;
        let differs = wanted.iter().zip(hashes).position(|(a, b)| a != b);
        match differs {
            None => Ok(()),
            Some(place) => Err(Departure::EntryDiffers {
                index: path.index() * u64::from(TILE_WIDTH) + place as u64,
                path,
            }),
        }
    }
}

impl Iterator for Follow {
    type Item = Result<Leaf, Departure>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.leaves.is_empty() && !self.stopped {
            match self.bundle() {
                Ok(true) => {}
                Ok(false) => self.stopped = true,
                Err(departure) => {
                    self.stopped = true;
                    return Some(Err(departure));
                }
            }
        }
        self.leaves.pop_front().map(Ok)
    }
}
