//! The right edge of the tree with what isn't a full tile yet.

use ledger::log::{
    Edge, HashTile, Place, Subtree, TILE_HEIGHT, TILE_WIDTH, TreeHash, root_subtrees,
};

/// A tile that has just become full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullTile {
    /// Its level.
    pub level: u8,
    /// Its index.
    pub index: u64,
    /// Its 256 hashes.
    pub hashes: Vec<TreeHash>,
}

/// What must be held of a tree to go on appending to it: the edge, and of each tile level the
/// hashes that fill no tile yet. At most 255 hashes a level, so 8 KiB for each factor of 256.
#[derive(Clone, Debug, Default)]
pub struct Frontier {
    edge: Edge,
    rows: Vec<Vec<TreeHash>>,
}

impl Frontier {
    /// A frontier from the rows that a tree of this size holds of its tiles.
    ///
    /// Nothing where the rows aren't as long as the size says.
    #[must_use]
    pub fn from_rows(size: u64, rows: Vec<Vec<TreeHash>>) -> Option<Self> {
        let lengths = row_lengths(size);
        let fits = lengths.len() == rows.len()
            && lengths
                .iter()
                .zip(&rows)
                .all(|(length, row)| *length == row.len());
        if !fits {
            return None;
        }
        let subtrees = root_subtrees(size);
        let hashes = subtrees
            .into_iter()
            .map(|subtree| in_rows(&rows, size, subtree));
        let edge = Edge::from_subtrees(size, hashes.collect::<Option<_>>()?).ok()?;
        Some(Self { edge, rows })
    }

    /// Appends a leaf; tiles that it fills are handed over, the lowest first.
    pub fn append(&mut self, leaf: TreeHash, full: &mut Vec<FullTile>) {
        let rows = &mut self.rows;
        self.edge.append_each(leaf, |subtree, hash| {
            if subtree.level % TILE_HEIGHT != 0 {
                return;
            }
            let level = subtree.level / TILE_HEIGHT;
            if rows.len() <= usize::from(level) {
                rows.push(Vec::with_capacity(usize::from(TILE_WIDTH)));
            }
            let row = &mut rows[usize::from(level)];
            row.push(hash);
            if row.len() == usize::from(TILE_WIDTH) {
                full.push(FullTile {
                    level,
                    index: subtree.index / u64::from(TILE_WIDTH),
                    hashes: std::mem::take(row),
                });
            }
        });
    }

    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.edge.size()
    }

    /// The tree's root.
    #[must_use]
    pub fn root(&self) -> TreeHash {
        self.edge.root()
    }

    /// The hashes of a level that fill no tile yet.
    #[must_use]
    pub fn row(&self, level: u8) -> &[TreeHash] {
        self.rows.get(usize::from(level)).map_or(&[], Vec::as_slice)
    }

    /// A subtree's hash, where it isn't in a full tile.
    #[must_use]
    pub fn node(&self, subtree: Subtree) -> Option<TreeHash> {
        in_rows(&self.rows, self.size(), subtree)
    }
}

/// How many hashes each tile level holds beside its full tiles, up to the level that has any.
pub(super) fn row_lengths(size: u64) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut left = size;
    while left > 0 {
        let row = left % u64::from(TILE_WIDTH);
        lengths.push(usize::try_from(row).unwrap_or_default());
        left /= u64::from(TILE_WIDTH);
    }
    lengths
}

fn in_rows(rows: &[Vec<TreeHash>], size: u64, subtree: Subtree) -> Option<TreeHash> {
    let place = Place::of(subtree);
    let shift = u32::from(place.level + 1) * u32::from(TILE_HEIGHT);
    let full_tiles = size.checked_shr(shift).unwrap_or(0);
    if place.tile != full_tiles {
        return None;
    }
    let row = rows.get(usize::from(place.level))?;
    let bytes: Vec<u8> = row.iter().flat_map(|hash| hash.0).collect();
    let tile = HashTile::parse(place.level, place.tile, &bytes).ok()?;
    tile.node(subtree)
}
