//! The tree of RFC 6962 section 2.1 over SHA-256: hashes, proofs checked and proofs made.
//!
//! In scope: arithmetic on hashes. Not in scope: where hashes are kept; whoever keeps them is
//! [`Nodes`]. A proof is checked by the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2, which
//! give the same answers on the same tree.

use crate::field::Field;
use crate::grammar::FieldError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Hashes of one proof: no path through a tree whose size fits 64 bits is longer, and a witness's
/// submission is limited to as many by its specification.
pub const PROOF_HASHES_MAX: usize = 63;

/// The largest tree: other implementations count entries in signed 64-bit integers.
pub const SIZE_MAX: u64 = i64::MAX as u64;

/// A hash of the log's tree, written as base64 of its 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TreeHash(pub [u8; 32]);

impl std::fmt::Display for TreeHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&STANDARD.encode(self.0))
    }
}

impl std::fmt::Debug for TreeHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

impl std::str::FromStr for TreeHash {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::parse(text)
    }
}

impl Field for TreeHash {
    const FORM: &'static str = "tree-hash";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("base64 of a hash of 32 bytes");
        // One group more than a hash holds: the engine wants room for whole groups of three.
        let mut bytes = [0; 36];
        // The engine refuses padding and trailing bits that it would not write itself.
        let length = STANDARD
            .decode_slice(text, &mut bytes)
            .map_err(|_| WANTED)?;
        Self::try_from(&bytes[..length])
    }

    fn write(&self, out: &mut String) {
        STANDARD.encode_string(self.0, out);
    }
}

impl TryFrom<&[u8]> for TreeHash {
    type Error = FieldError;

    fn try_from(bytes: &[u8]) -> Result<Self, FieldError> {
        let hash = bytes.try_into();
        hash.map(Self)
            .map_err(|_| FieldError::new("a hash of 32 bytes"))
    }
}

/// The root of the tree without entries: SHA-256 of nothing.
pub const EMPTY_ROOT: TreeHash = TreeHash([
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
    0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
]);

/// The hash of an entry's leaf. In our log an entry is a whole signed note, byte for byte.
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> TreeHash {
    // Domain separation, RFC 6962 section 2.1: a leaf starts with 00, an inner node with 01.
    let mut hash = Sha256::new();
    hash.update([0]);
    hash.update(entry);
    TreeHash(hash.finalize().into())
}

/// The hash of the node above two others.
#[must_use]
pub fn node_hash(left: &TreeHash, right: &TreeHash) -> TreeHash {
    // Domain separation, RFC 6962 section 2.1: a leaf starts with 00, an inner node with 01.
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..].copy_from_slice(&right.0);
    TreeHash(Sha256::digest(bytes).into())
}

/// Why a proof doesn't hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The index isn't one of a tree of that size.
    #[error("index {index} lies outside a tree of {size} entries")]
    IndexOutside {
        /// The index.
        index: u64,
        /// The tree's size.
        size: u64,
    },
    /// The earlier tree is empty or larger than the later one: nothing can be proven of it.
    #[error("no tree of {later} entries can be proven to continue one of {earlier}")]
    SizesOrder {
        /// The size said to be earlier.
        earlier: u64,
        /// The size said to be later.
        later: u64,
    },
    /// There are fewer or more hashes than this proof takes.
    #[error("the proof has {found} hashes, it takes {wanted}")]
    Length {
        /// How many there are.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// The hashes lead to another root.
    #[error("the proof leads to another root")]
    RootDiffers,
    /// The hashes lead to another root of the earlier tree.
    #[error("the proof leads to another root of the earlier tree")]
    EarlierRootDiffers,
}

/// Checks that a leaf stands at an index of the tree with a size and a root.
///
/// # Errors
/// [`ProofError`] that says why the path doesn't prove it.
pub fn included(
    index: u64,
    size: u64,
    leaf: &TreeHash,
    path: &[TreeHash],
    root: &TreeHash,
) -> Result<(), ProofError> {
    if root_of_inclusion(index, size, leaf, path)? == *root {
        Ok(())
    } else {
        Err(ProofError::RootDiffers)
    }
}

/// The root to which an inclusion path leads from a leaf (RFC 9162 section 2.1.3.2).
///
/// # Errors
/// [`ProofError::IndexOutside`] or [`ProofError::Length`]; the root itself can't be wrong here.
pub fn root_of_inclusion(
    index: u64,
    size: u64,
    leaf: &TreeHash,
    path: &[TreeHash],
) -> Result<TreeHash, ProofError> {
    length(path, inclusion_ranges(index, size)?.len())?;
    let (mut first, mut second) = (index, size - 1);
    let mut root = *leaf;
    for hash in path {
        if first & 1 == 1 || first == second {
            root = node_hash(hash, &root);
            climb_to_right_child(&mut first, &mut second);
        } else {
            root = node_hash(&root, hash);
        }
        first >>= 1;
        second >>= 1;
    }
    Ok(root)
}

/// Checks that the tree with the later size and root continues the one with the earlier size and
/// root: not an entry was changed or taken away (RFC 9162 section 2.1.4.2). Of an empty tree
/// nothing can be proven; whoever meets one needs no proof.
///
/// # Errors
/// [`ProofError`] that says why the path doesn't prove it.
pub fn consistent(
    earlier: u64,
    later: u64,
    earlier_root: &TreeHash,
    later_root: &TreeHash,
    path: &[TreeHash],
) -> Result<(), ProofError> {
    length(path, consistency_ranges(earlier, later)?.len())?;
    if earlier == later {
        return same(earlier_root, later_root, ProofError::RootDiffers);
    }
    let (mut first, mut second) = (earlier - 1, later - 1);
    while first & 1 == 1 {
        first >>= 1;
        second >>= 1;
    }
    let whole = earlier.is_power_of_two();
    let (start, path) = if whole {
        (*earlier_root, path)
    } else {
        (path[0], &path[1..])
    };
    let (mut old, mut new) = (start, start);
    for hash in path {
        if first & 1 == 1 || first == second {
            old = node_hash(hash, &old);
            new = node_hash(hash, &new);
            climb_to_right_child(&mut first, &mut second);
        } else {
            new = node_hash(&new, hash);
        }
        first >>= 1;
        second >>= 1;
    }
    same(&old, earlier_root, ProofError::EarlierRootDiffers)?;
    same(&new, later_root, ProofError::RootDiffers)
}

/// Skips the levels at which the last node has no sibling.
const fn climb_to_right_child(first: &mut u64, second: &mut u64) {
    while *first & 1 == 0 && *first != 0 {
        *first >>= 1;
        *second >>= 1;
    }
}

const fn length(path: &[TreeHash], wanted: usize) -> Result<(), ProofError> {
    if path.len() == wanted {
        Ok(())
    } else {
        Err(ProofError::Length {
            found: path.len(),
            wanted,
        })
    }
}

fn same(a: &TreeHash, b: &TreeHash, error: ProofError) -> Result<(), ProofError> {
    if a == b { Ok(()) } else { Err(error) }
}

/// The complete subtree over the leaves `index * 2^level` to `(index + 1) * 2^level - 1`. Its hash
/// never changes once its last leaf is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subtree {
    /// How many levels it has above its leaves, 0 to 62.
    pub level: u8,
    /// How many subtrees of its size stand before it.
    pub index: u64,
}

impl Subtree {
    /// The leaf with this index.
    #[must_use]
    pub const fn leaf(index: u64) -> Self {
        Self { level: 0, index }
    }

    /// Whether all its leaves stand in a tree of this size.
    #[must_use]
    pub const fn is_in(self, size: u64) -> bool {
        match size.checked_shr(self.level as u32) {
            Some(complete) => self.index < complete,
            None => false,
        }
    }
}

/// Whoever keeps the hashes of complete subtrees: tiles on a disk, a map in a test.
pub trait Nodes {
    /// Why a hash can't be had.
    type Error;

    /// The hash of a complete subtree.
    ///
    /// # Errors
    /// Whatever keeps it from being read.
    fn node(&self, subtree: Subtree) -> Result<TreeHash, Self::Error>;
}

/// Why a proof can't be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PathError<E> {
    /// There is no such proof.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// A hash can't be had.
    #[error("a hash of the tree can't be read: {0}")]
    Node(E),
}

/// Leaves from the first to before the second, the first one where a subtree can start.
type Range = (u64, u64);

/// The root of the first `size` leaves.
///
/// # Errors
/// What the nodes say.
pub fn root<N: Nodes>(size: u64, nodes: &N) -> Result<TreeHash, N::Error> {
    if size == 0 {
        return Ok(EMPTY_ROOT);
    }
    hash_of((0, size), nodes)
}

/// The inclusion path of a leaf, from its sibling upward (RFC 6962 section 2.1.1).
///
/// # Errors
/// [`PathError`] where the index lies outside, or what the nodes say.
pub fn inclusion_path<N: Nodes>(
    index: u64,
    size: u64,
    nodes: &N,
) -> Result<Vec<TreeHash>, PathError<N::Error>> {
    path_of(&inclusion_ranges(index, size)?, nodes)
}

/// The consistency path between two sizes (RFC 6962 section 2.1.2).
///
/// # Errors
/// [`PathError`] where the earlier size is 0 or beyond the later, or what the nodes say.
pub fn consistency_path<N: Nodes>(
    earlier: u64,
    later: u64,
    nodes: &N,
) -> Result<Vec<TreeHash>, PathError<N::Error>> {
    path_of(&consistency_ranges(earlier, later)?, nodes)
}

/// The subtrees whose hashes [`root`] asks for, the largest first; also what an
/// [`Edge`](super::Edge) of that size holds.
#[must_use]
pub fn root_subtrees(size: u64) -> Vec<Subtree> {
    subtrees((0, size)).collect()
}

/// The subtrees whose hashes [`inclusion_path`] asks for.
///
/// # Errors
/// [`ProofError::IndexOutside`].
pub fn inclusion_subtrees(index: u64, size: u64) -> Result<Vec<Subtree>, ProofError> {
    Ok(all_subtrees(&inclusion_ranges(index, size)?))
}

/// The subtrees whose hashes [`consistency_path`] asks for.
///
/// # Errors
/// [`ProofError::SizesOrder`].
pub fn consistency_subtrees(earlier: u64, later: u64) -> Result<Vec<Subtree>, ProofError> {
    Ok(all_subtrees(&consistency_ranges(earlier, later)?))
}

/// What each hash of an inclusion path covers, from the leaf's sibling upward.
fn inclusion_ranges(index: u64, size: u64) -> Result<Vec<Range>, ProofError> {
    if index >= size {
        return Err(ProofError::IndexOutside { index, size });
    }
    let (mut low, mut high) = (0, size);
    let mut ranges = Vec::new();
    while high - low > 1 {
        let middle = low + half(high - low);
        if index < middle {
            ranges.push((middle, high));
            high = middle;
        } else {
            ranges.push((low, middle));
            low = middle;
        }
    }
    ranges.reverse();
    Ok(ranges)
}

/// What each hash of a consistency path covers, from the lowest upward.
fn consistency_ranges(earlier: u64, later: u64) -> Result<Vec<Range>, ProofError> {
    if earlier == 0 || earlier > later {
        return Err(ProofError::SizesOrder { earlier, later });
    }
    let (mut low, mut high) = (0, later);
    let mut ranges = Vec::new();
    while earlier < high {
        let middle = low + half(high - low);
        if earlier <= middle {
            ranges.push((middle, high));
            high = middle;
        } else {
            ranges.push((low, middle));
            low = middle;
        }
    }
    // What is left is a part of the earlier tree; the verifier knows it where it is the whole.
    if low > 0 {
        ranges.push((low, high));
    }
    ranges.reverse();
    Ok(ranges)
}

/// The largest power of two below a length of at least 2.
const fn half(length: u64) -> u64 {
    1 << (length - 1).ilog2()
}

/// The complete subtrees of a range, from left to right and so from large to small.
fn subtrees((mut low, high): Range) -> impl Iterator<Item = Subtree> {
    std::iter::from_fn(move || {
        let length = high - low;
        let level = length.checked_ilog2()?;
        let subtree = Subtree {
            level: u8::try_from(level).expect("a logarithm of 64 bits is below 64"),
            index: low >> level,
        };
        low += 1 << level;
        Some(subtree)
    })
}

fn all_subtrees(ranges: &[Range]) -> Vec<Subtree> {
    ranges.iter().copied().flat_map(subtrees).collect()
}

fn path_of<N: Nodes>(ranges: &[Range], nodes: &N) -> Result<Vec<TreeHash>, PathError<N::Error>> {
    let hashes = ranges.iter().map(|range| hash_of(*range, nodes));
    hashes.collect::<Result<_, _>>().map_err(PathError::Node)
}

fn hash_of<N: Nodes>(range: Range, nodes: &N) -> Result<TreeHash, N::Error> {
    let hashes = subtrees(range).map(|subtree| nodes.node(subtree));
    let hashes: Vec<TreeHash> = hashes.collect::<Result<_, _>>()?;
    Ok(join(&hashes))
}

/// The root over complete subtrees that stand side by side, the largest first.
pub(super) fn join(subtrees: &[TreeHash]) -> TreeHash {
    let above = subtrees
        .iter()
        .copied()
        .rev()
        .reduce(|right, left| node_hash(&left, &right));
    above.unwrap_or(EMPTY_ROOT)
}
