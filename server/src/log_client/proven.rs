//! Tiles that are held to a checkpoint's root before anything in them is believed.
//!
//! The tiles of the right edge, one a level, give the root; a full tile's own hash stands in the
//! tile above it. So whatever is read is proven by at most one tile a level, most of which is still
//! held from the last look-up.

use super::{Departure, Source};
use ledger::log::{
    Checkpoint, Edge, HashTile, Nodes, Place, Subtree, TILE_HEIGHT, TILE_WIDTH, TileKind, TilePath,
    TreeHash, root, root_subtrees, tile_width,
};
use std::cell::RefCell;
use std::sync::Arc;

/// The tree of a checkpoint, read from a source.
#[derive(Debug)]
pub struct Proven {
    source: Arc<Source>,
    size: u64,
    /// The partial tile of each level; nothing where a level has none.
    edge: Vec<Option<HashTile>>,
    /// The full tile of each level that was read last, with its index.
    last: RefCell<Vec<Option<(u64, HashTile)>>>,
}

impl Proven {
    /// Reads the right edge of a checkpoint's tree and holds it to the root.
    ///
    /// # Errors
    /// [`Departure`].
    pub fn open(source: Arc<Source>, checkpoint: &Checkpoint) -> Result<Self, Departure> {
        let size = checkpoint.size;
        let mut edge = Vec::new();
        for level in 0..levels(size) {
            edge.push(edge_tile(&source, level, size)?);
        }
        let proven = Self {
            last: RefCell::new(vec![None; edge.len()]),
            source,
            size,
            edge,
        };
        let found = root(size, &proven)?;
        if found != checkpoint.root {
            return Err(Departure::RootDiffers {
                size,
                root: checkpoint.root,
                found,
            });
        }
        Ok(proven)
    }

    /// How many entries the tree has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Where it is read from.
    #[must_use]
    pub const fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The right edge of the tree as it was at an earlier size: what must be kept to go on from
    /// there.
    ///
    /// # Errors
    /// [`Departure`] where a tile can't be read or isn't the tree's.
    ///
    /// # Panics
    /// Where the size is beyond the tree's.
    pub fn edge_at(&self, size: u64) -> Result<Edge, Departure> {
        assert!(size <= self.size, "only a tree's past is in its tiles");
        let subtrees = root_subtrees(size).into_iter();
        let hashes = subtrees.map(|subtree| self.node(subtree));
        let hashes = hashes.collect::<Result<Vec<_>, _>>()?;
        Ok(Edge::from_subtrees(size, hashes).expect("the subtrees are those of the size"))
    }

    /// Proven hashes of leaves: those of a whole tile, or of the partial one at the edge.
    pub(super) fn leaves(&self, tile: u64) -> Result<Vec<TreeHash>, Departure> {
        self.with_tile(0, tile, |tile| tile.hashes().to_vec())
    }

    /// The proven hash of a full tile of leaves, without reading it.
    pub(super) fn above_leaves(&self, tile: u64) -> Result<TreeHash, Departure> {
        self.hash_at(1, tile)
    }

    /// The proven hash at a place of a tile level.
    fn hash_at(&self, level: u8, index: u64) -> Result<TreeHash, Departure> {
        self.node(Subtree {
            level: level * TILE_HEIGHT,
            index,
        })
    }

    /// Looks at a tile that is proven.
    fn with_tile<T>(
        &self,
        level: u8,
        index: u64,
        look: impl FnOnce(&HashTile) -> T,
    ) -> Result<T, Departure> {
        let place = usize::from(level);
        if index == full_tiles(level, self.size)
            && let Some(Some(tile)) = self.edge.get(place)
        {
            return Ok(look(tile));
        }
        if let Some(Some((held, tile))) = self.last.borrow().get(place)
            && *held == index
        {
            return Ok(look(tile));
        }
        let tile = self.full(level, index)?;
        let looked = look(&tile);
        if let Some(last) = self.last.borrow_mut().get_mut(place) {
            *last = Some((index, tile));
        }
        Ok(looked)
    }

    /// Reads a full tile and holds it to the hash above it.
    fn full(&self, level: u8, index: u64) -> Result<HashTile, Departure> {
        let path = TilePath::hashes(level, index, TILE_WIDTH);
        let path = path.expect("a tile of this tree has a path");
        let tile = read(&self.source, path)?;
        let above = self.hash_at(level + 1, index)?;
        if tile.root() == Some(above) {
            Ok(tile)
        } else {
            Err(Departure::TileDiffers { path })
        }
    }
}

impl Nodes for Proven {
    type Error = Departure;

    /// A hash of the tree, which the subtree must lie in.
    fn node(&self, subtree: Subtree) -> Result<TreeHash, Departure> {
        let place = Place::of(subtree);
        let hash = self.with_tile(place.level, place.tile, |tile| tile.node(subtree))?;
        let missing = || {
            let width = tile_width(place.level, place.tile, self.size);
            let path = TilePath::hashes(place.level, place.tile, width.max(1));
            Departure::TileDiffers {
                path: path.expect("a tile of this tree has a path"),
            }
        };
        hash.ok_or_else(missing)
    }
}

/// How many tile levels a tree has.
fn levels(size: u64) -> u8 {
    let bits = u64::BITS - size.leading_zeros();
    let levels = bits.div_ceil(u32::from(TILE_HEIGHT));
    u8::try_from(levels).expect("64 bits have 8 levels")
}

/// How many full tiles a level has.
fn full_tiles(level: u8, size: u64) -> u64 {
    let shift = (u32::from(level) + 1) * u32::from(TILE_HEIGHT);
    size.checked_shr(shift).unwrap_or(0)
}

/// The partial tile at the right edge of a level; nothing where its tiles are all full.
fn edge_tile(source: &Source, level: u8, size: u64) -> Result<Option<HashTile>, Departure> {
    let index = full_tiles(level, size);
    match TilePath::hashes(level, index, tile_width(level, index, size)) {
        Some(path) => read(source, path).map(Some),
        None => Ok(None),
    }
}

fn read(source: &Source, path: TilePath) -> Result<HashTile, Departure> {
    let level = match path.kind() {
        TileKind::Hashes(level) => level,
        TileKind::Entries => 0,
    };
    let bytes = source.tile(path)?;
    let tile = HashTile::parse(level, path.index(), &bytes)
        .map_err(|error| Departure::TileMalformed { path, error })?;
    let found = tile.hashes().len();
    if found == usize::from(path.width()) {
        Ok(tile)
    } else {
        Err(Departure::TileWidth { path, found })
    }
}
