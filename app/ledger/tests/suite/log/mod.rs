//! The log: published vectors, a foreign log, our own cross-checked set, and proofs against a tree
//! that is computed the slow way. Sources and licences of the vectors stand in tests/vectors.

mod answers;
mod enrolment;
mod evidence;
mod merkle;
mod notes;
mod policy;
mod submission;
mod tiles;

use ed25519_dalek::SigningKey;
use ledger::log::{CosignerKey, LogKey, Subtree, TreeHash, leaf_hash, node_hash};
use std::path::PathBuf;

fn vectors(folder: &str) -> PathBuf {
    PathBuf::from(format!(
        "{}/../../tests/vectors/{folder}",
        env!("CARGO_MANIFEST_DIR")
    ))
}

fn read(name: &str) -> Vec<u8> {
    let path = vectors(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_text(name: &str) -> String {
    String::from_utf8(read(name)).unwrap()
}

fn seed(first: u8) -> SigningKey {
    SigningKey::from_bytes(&std::array::from_fn(|place| {
        first + u8::try_from(place).unwrap()
    }))
}

/// The log of tests/vectors/log.
fn fund_log() -> LogKey {
    LogKey::new("ledger.example/fund".parse().unwrap(), seed(0))
}

/// Its witness.
fn first_witness() -> CosignerKey {
    CosignerKey::new("witness.example/w1".parse().unwrap(), seed(0x20))
}

fn fund_leaves() -> Vec<TreeHash> {
    leaves(5)
}

fn leaves(count: u64) -> Vec<TreeHash> {
    (0..count)
        .map(|index| leaf_hash(format!("entry-{index}\n").as_bytes()))
        .collect()
}

/// The tree by the letter of RFC 6962, section 2.1: every time from the leaves.
struct Naive<'a>(&'a [TreeHash]);

impl Naive<'_> {
    fn root(&self) -> TreeHash {
        mth(self.0)
    }
}

impl ledger::log::Nodes for Naive<'_> {
    type Error = String;

    fn node(&self, subtree: Subtree) -> Result<TreeHash, String> {
        let width = 1_usize << subtree.level;
        let from = usize::try_from(subtree.index).unwrap() * width;
        let leaves = self.0.get(from..from + width);
        leaves.map(mth).ok_or_else(|| format!("{subtree:?}"))
    }
}

fn mth(leaves: &[TreeHash]) -> TreeHash {
    match leaves {
        [] => ledger::log::EMPTY_ROOT,
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(below(leaves.len()));
            node_hash(&mth(left), &mth(right))
        }
    }
}

/// The largest power of two below a length.
fn below(length: usize) -> usize {
    let mut half = 1;
    while half * 2 < length {
        half *= 2;
    }
    half
}

fn naive_path(index: usize, leaves: &[TreeHash]) -> Vec<TreeHash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(below(leaves.len()));
    let (mut path, sibling) = if index < left.len() {
        (naive_path(index, left), mth(right))
    } else {
        (naive_path(index - left.len(), right), mth(left))
    };
    path.push(sibling);
    path
}

fn naive_proof(earlier: usize, leaves: &[TreeHash], whole: bool) -> Vec<TreeHash> {
    if earlier == leaves.len() {
        return if whole { Vec::new() } else { vec![mth(leaves)] };
    }
    let (left, right) = leaves.split_at(below(leaves.len()));
    let (mut path, sibling) = if earlier <= left.len() {
        (naive_proof(earlier, left, whole), mth(right))
    } else {
        (naive_proof(earlier - left.len(), right, false), mth(left))
    };
    path.push(sibling);
    path
}
