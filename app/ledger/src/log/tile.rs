//! Tiles: where a log's hashes and entries lie under its prefix (C2SP tlog-tiles v0.1.0).

use super::merkle::{SIZE_MAX, Subtree, TreeHash, node_hash};
use crate::field::decimal;
use crate::grammar::FieldError;

/// Levels of the tree that one tile spans.
pub const TILE_HEIGHT: u8 = 8;

/// Hashes of a full tile, and entries of a full bundle.
pub const TILE_WIDTH: u16 = 1 << TILE_HEIGHT;

/// The highest level that a path may name.
pub const TILE_LEVEL_MAX: u8 = 63;

/// Bytes of one hash in a tile.
const HASH_BYTES: usize = 32;

/// What lies in a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// Hashes of this tile level: each of a complete subtree of level `8 * level`.
    Hashes(u8),
    /// Entries.
    Entries,
}

/// Which tile: `tile/<level>/<index>[.p/<width>]` or `tile/entries/<index>[.p/<width>]`, the index
/// in elements of three digits, all but the last behind an `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    kind: TileKind,
    index: u64,
    width: u16,
}

impl TilePath {
    /// A tile of hashes: level 0 to 63, width 1 to 256. Nothing where one is out of range, or the
    /// tile lies beyond the largest tree.
    #[must_use]
    pub fn hashes(level: u8, index: u64, width: u16) -> Option<Self> {
        Self::new(TileKind::Hashes(level), index, width)
    }

    /// A bundle of entries: width 1 to 256. Nothing where that is out of range, or the bundle lies
    /// beyond the largest tree.
    #[must_use]
    pub fn entries(index: u64, width: u16) -> Option<Self> {
        Self::new(TileKind::Entries, index, width)
    }

    fn new(kind: TileKind, index: u64, width: u16) -> Option<Self> {
        let level = match kind {
            TileKind::Hashes(level) => level,
            TileKind::Entries => 0,
        };
        let hashes_max = hashes_at(level, SIZE_MAX).max(1);
        let fits = level <= TILE_LEVEL_MAX
            && (1..=TILE_WIDTH).contains(&width)
            && index <= hashes_max / u64::from(TILE_WIDTH);
        fits.then_some(Self { kind, index, width })
    }

    /// The tile in which a subtree's hash can be found in a tree of this size, as wide as it is
    /// then. Nothing where the subtree isn't complete at that size.
    #[must_use]
    pub fn of(subtree: Subtree, size: u64) -> Option<Self> {
        if !subtree.is_in(size) {
            return None;
        }
        let place = Place::of(subtree);
        Self::hashes(
            place.level,
            place.tile,
            tile_width(place.level, place.tile, size),
        )
    }

    /// The bundle in which the entry with this index can be found in a tree of this size. Nothing
    /// where the index lies outside.
    #[must_use]
    pub fn of_entry(index: u64, size: u64) -> Option<Self> {
        if index >= size {
            return None;
        }
        let bundle = index / u64::from(TILE_WIDTH);
        Self::entries(bundle, tile_width(0, bundle, size))
    }

    /// What lies in it.
    #[must_use]
    pub const fn kind(self) -> TileKind {
        self.kind
    }

    /// How many tiles of its level stand before it.
    #[must_use]
    pub const fn index(self) -> u64 {
        self.index
    }

    /// How many hashes or entries it has, 1 to 256.
    #[must_use]
    pub const fn width(self) -> u16 {
        self.width
    }

    /// Whether it can still grow.
    #[must_use]
    pub const fn is_partial(self) -> bool {
        self.width < TILE_WIDTH
    }

    /// The full tile at the same place, to which a client falls back when the partial is gone.
    #[must_use]
    pub const fn full(self) -> Self {
        Self {
            width: TILE_WIDTH,
            ..self
        }
    }
}

/// How many hashes a tile level has in a tree of this size.
fn hashes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(TILE_HEIGHT))
        .unwrap_or(0)
}

/// How wide the tile at a level and index is in a tree of this size: 0, which is never served, to
/// 256. Bundles of entries are as wide as the tiles of level 0.
#[must_use]
pub fn tile_width(level: u8, index: u64, size: u64) -> u16 {
    let before = index.saturating_mul(u64::from(TILE_WIDTH));
    let left = hashes_at(level, size).saturating_sub(before);
    u16::try_from(left).map_or(TILE_WIDTH, |left| left.min(TILE_WIDTH))
}

/// Every tile and bundle of a tree of `size` entries that one of `earlier` entries didn't have as
/// it now stands: what an integration writes, and what a mirror fetches. Bundles come first, then
/// hashes from the lowest level upward.
pub fn tiles_between(earlier: u64, size: u64) -> impl Iterator<Item = TilePath> {
    let bundles = spread(TileKind::Entries, 0, earlier, size);
    let levels = 0..=TILE_LEVEL_MAX / TILE_HEIGHT;
    let hashes =
        levels.flat_map(move |level| spread(TileKind::Hashes(level), level, earlier, size));
    bundles.chain(hashes)
}

fn spread(kind: TileKind, level: u8, earlier: u64, size: u64) -> impl Iterator<Item = TilePath> {
    let (known, now) = (hashes_at(level, earlier), hashes_at(level, size));
    let width = u64::from(TILE_WIDTH);
    let tiles = if known < now {
        known / width..now.div_ceil(width)
    } else {
        0..0
    };
    tiles.filter_map(move |tile| TilePath::new(kind, tile, tile_width(level, tile, size)))
}

impl std::fmt::Display for TilePath {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind {
            TileKind::Hashes(level) => write!(formatter, "tile/{level}/")?,
            TileKind::Entries => formatter.write_str("tile/entries/")?,
        }
        let digits = self.index.to_string();
        let padded = format!("{:0>1$}", digits, digits.len().next_multiple_of(3));
        let (elements, last) = padded.split_at(padded.len() - 3);
        for element in elements.as_bytes().chunks(3) {
            let element = std::str::from_utf8(element).expect("decimal digits are ASCII");
            write!(formatter, "x{element}/")?;
        }
        formatter.write_str(last)?;
        if self.is_partial() {
            write!(formatter, ".p/{}", self.width)?;
        }
        Ok(())
    }
}

impl std::str::FromStr for TilePath {
    type Err = FieldError;

    /// Reads a path in its one form; nothing that could mean the same twice is accepted.
    fn from_str(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new(
            "tile/<level>/<index> or tile/entries/<index>, with .p/<width> where it is partial",
        );
        let path = parse_path(text).ok_or(WANTED)?;
        // Leading elements of zeros and a width of 256 would be a second way to write the same.
        if path.to_string() == text {
            Ok(path)
        } else {
            Err(WANTED)
        }
    }
}

fn parse_path(text: &str) -> Option<TilePath> {
    let (kind, rest) = text.strip_prefix("tile/")?.split_once('/')?;
    let kind = match kind {
        "entries" => TileKind::Entries,
        level => TileKind::Hashes(u8::try_from(decimal(level)?).ok()?),
    };
    let (index, width) = match rest.split_once(".p/") {
        Some((index, width)) => (index, u16::try_from(decimal(width)?).ok()?),
        None => (rest, TILE_WIDTH),
    };
    TilePath::new(kind, parse_index(index)?, width)
}

fn parse_index(text: &str) -> Option<u64> {
    let (elements, last) = match text.rsplit_once('/') {
        Some((elements, last)) => (Some(elements), last),
        None => (None, text),
    };
    let mut index = 0;
    for element in elements.into_iter().flat_map(|text| text.split('/')) {
        index = with_element(index, element.strip_prefix('x')?)?;
    }
    with_element(index, last)
}

fn with_element(index: u64, element: &str) -> Option<u64> {
    let three = element.len() == 3 && element.bytes().all(|byte| byte.is_ascii_digit());
    let value = element.parse().ok().filter(|_| three)?;
    index.checked_mul(1000)?.checked_add(value)
}

/// Where in the tiles a subtree's hash stands: `count` neighbouring hashes make it up, a single one
/// where its level is a multiple of 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The tile's level.
    pub level: u8,
    /// The tile's index.
    pub tile: u64,
    /// The first hash in the tile, from 0.
    pub offset: u16,
    /// How many hashes: 1, 2, 4 ... 128.
    pub count: u16,
}

impl Place {
    /// Where this subtree's hash stands.
    #[must_use]
    pub fn of(subtree: Subtree) -> Self {
        let level = subtree.level / TILE_HEIGHT;
        let height = subtree.level % TILE_HEIGHT;
        let across = TILE_HEIGHT - height;
        let within = subtree.index & ((1 << across) - 1);
        Self {
            level,
            tile: subtree.index >> across,
            offset: u16::try_from(within << height).expect("a tile has 256 hashes"),
            count: 1 << height,
        }
    }
}

/// Bytes are no tile: not 1 to 256 hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tile has 1 to 256 hashes of 32 bytes, these are {0} bytes")]
pub struct TileError(pub usize);

/// A tile of hashes that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashTile {
    level: u8,
    index: u64,
    hashes: Vec<TreeHash>,
}

impl HashTile {
    /// Reads a tile's bytes; how wide it is follows from them.
    ///
    /// # Errors
    /// [`TileError`] for anything but 1 to 256 hashes.
    pub fn parse(level: u8, index: u64, bytes: &[u8]) -> Result<Self, TileError> {
        let (hashes, rest) = bytes.as_chunks::<HASH_BYTES>();
        let fits = (1..=usize::from(TILE_WIDTH)).contains(&hashes.len()) && rest.is_empty();
        if !fits {
            return Err(TileError(bytes.len()));
        }
        Ok(Self {
            level,
            index,
            hashes: hashes.iter().copied().map(TreeHash).collect(),
        })
    }

    /// The hashes of the tile.
    #[must_use]
    pub fn hashes(&self) -> &[TreeHash] {
        &self.hashes
    }

    /// The hash of a complete subtree whose [`Place`] is in this tile. Nothing where it lies
    /// elsewhere or the tile isn't wide enough: a partial tile is never hashed upward.
    #[must_use]
    pub fn node(&self, subtree: Subtree) -> Option<TreeHash> {
        let place = Place::of(subtree);
        if (place.level, place.tile) != (self.level, self.index) {
            return None;
        }
        let from = usize::from(place.offset);
        let hashes = self.hashes.get(from..from + usize::from(place.count))?;
        Some(above(hashes))
    }

    /// The hash of the tile as a whole, which stands in the level above. Nothing where the tile is
    /// partial.
    #[must_use]
    pub fn root(&self) -> Option<TreeHash> {
        let full = self.hashes.len() == usize::from(TILE_WIDTH);
        full.then(|| above(&self.hashes))
    }
}

/// The hash above so many neighbours; their number is a power of two.
fn above(hashes: &[TreeHash]) -> TreeHash {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        row = row
            .chunks_exact(2)
            .map(|pair| node_hash(&pair[0], &pair[1]))
            .collect();
    }
    row[0]
}
