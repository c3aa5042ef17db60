//! The tree: published proofs, and every proof of ours against the naive tree.

use super::{Naive, fund_leaves, leaves, naive_path, naive_proof, vectors};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::log::{
    EMPTY_ROOT, Edge, ProofError, Subtree, TreeHash, consistency_path, consistency_subtrees,
    consistent, included, inclusion_path, inclusion_subtrees, leaf_hash, root, root_subtrees,
};
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(json_files(&path));
        } else if path.extension().is_some_and(|ext| ext == "json") {
            found.push(path);
        }
    }
    found
}

fn cases(folder: &str) -> Vec<(PathBuf, Value)> {
    json_files(&vectors(folder))
        .into_iter()
        .map(|path| {
            let case = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            (path, case)
        })
        .collect()
}

/// A hash that isn't 32 bytes can't be a proof's: it is refused before anything else.
fn hash(value: &Value) -> Option<TreeHash> {
    let bytes = STANDARD.decode(value.as_str().unwrap_or("")).unwrap();
    TreeHash::try_from(bytes.as_slice()).ok()
}

fn hashes(value: &Value) -> Option<Vec<TreeHash>> {
    value
        .as_array()
        .map_or(Some(Vec::new()), |all| all.iter().map(hash).collect())
}

fn inclusion_holds(case: &Value) -> Option<()> {
    let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
    let (leaf, root) = (hash(&case["leafHash"])?, hash(&case["root"])?);
    included(index, size, &leaf, &hashes(&case["proof"])?, &root).ok()
}

fn consistency_holds(case: &Value) -> Option<()> {
    let (earlier, later) = (case["size1"].as_u64()?, case["size2"].as_u64()?);
    let (old, new) = (hash(&case["root1"])?, hash(&case["root2"])?);
    consistent(earlier, later, &old, &new, &hashes(&case["proof"])?).ok()
}

#[test]
fn published_proofs_get_their_verdicts() {
    let inclusion = cases("merkle/inclusion");
    let consistency = cases("merkle/consistency");
    assert_eq!(inclusion.len() + consistency.len(), 122);
    for (path, case) in inclusion {
        let wanted = !case["wantErr"].as_bool().unwrap();
        assert_eq!(
            inclusion_holds(&case).is_some(),
            wanted,
            "{}",
            path.display()
        );
    }
    // Its roots are words of 12 bytes: what isn't a hash is refused before anything is compared.
    let not_hashes = "sizes-are-equal-one-and-proof-is-empty.json";
    for (path, case) in consistency {
        let wanted = !case["wantErr"].as_bool().unwrap() && !path.ends_with(not_hashes);
        assert_eq!(
            consistency_holds(&case).is_some(),
            wanted,
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_cross_checked_log_has_the_roots_that_others_computed() {
    let leaves = fund_leaves();
    assert_eq!(
        hex::encode(leaves[0].0),
        "72032f944eee02cad0c062fbe103a03bb34301815e083bde724a7e2fb63107e4"
    );
    let naive = Naive(&leaves);
    let root_of = |size| root(size, &naive).unwrap().to_string();
    assert_eq!(root_of(0), EMPTY_ROOT.to_string());
    assert_eq!(root_of(3), "o15GqQWzxogs8Zo5iJJ/0GcoapuLZGHFQJEmfP6fJr4=");
    assert_eq!(root_of(5), "RjENMZz4axC+37QkXyWS+vXmF17Bv8Pawbm6YwQ/kbE=");
    let path = inclusion_path(3, 5, &naive).unwrap();
    let path: Vec<String> = path.iter().map(TreeHash::to_string).collect();
    assert_eq!(
        path,
        [
            "7L+6zthW0EuEdBM3B0ur8mgKafgH96R66hoTgvqWF7E=",
            "xwHoZL6OTNgHT9ZVORbGMpKjpZm0onaNivd8H8KHZOQ=",
            "6t8RK6Q2P7lQ+IT8sAoiYbLjjoAz+udl9FfqP3LBQKM=",
        ]
    );
}

/// Both proofs of every kind between these sizes, made, compared and checked.
fn proofs_agree(index: u64, earlier: u64, leaves: &[TreeHash]) {
    let size = leaves.len() as u64;
    let naive = Naive(leaves);
    let place = usize::try_from(index).unwrap();
    let path = inclusion_path(index, size, &naive).unwrap();
    assert_eq!(path, naive_path(place, leaves), "{index} of {size}");
    included(index, size, &leaves[place], &path, &naive.root()).unwrap();

    let proof = consistency_path(earlier, size, &naive).unwrap();
    let old = usize::try_from(earlier).unwrap();
    assert_eq!(proof, naive_proof(old, leaves, true), "{earlier} to {size}");
    let old_root = Naive(&leaves[..old]).root();
    consistent(earlier, size, &old_root, &naive.root(), &proof).unwrap();
    refuses_any_other(index, earlier, leaves, &path, &proof);
}

/// A flipped bit, a hash too many or too few, another size or index: none is accepted.
fn refuses_any_other(
    index: u64,
    earlier: u64,
    leaves: &[TreeHash],
    path: &[TreeHash],
    proof: &[TreeHash],
) {
    let size = leaves.len() as u64;
    let leaf = leaves[usize::try_from(index).unwrap()];
    let new = Naive(leaves).root();
    let old = Naive(&leaves[..usize::try_from(earlier).unwrap()]).root();
    for bad in spoilt(path) {
        assert!(included(index, size, &leaf, &bad, &new).is_err());
    }
    for bad in spoilt(proof) {
        assert!(consistent(earlier, size, &old, &new, &bad).is_err());
    }
    assert!(included(size, size, &leaf, path, &new).is_err());
    if size > 1 {
        assert!(included((index + 1) % size, size, &leaf, path, &new).is_err());
    }
    if earlier > 1 {
        assert!(consistent(earlier - 1, size, &old, &new, proof).is_err());
    }
}

fn spoilt(path: &[TreeHash]) -> Vec<Vec<TreeHash>> {
    let mut all = vec![
        [path, &[EMPTY_ROOT]].concat(),
        [&[EMPTY_ROOT], path].concat(),
    ];
    for place in 0..path.len() {
        let mut flipped = path.to_vec();
        flipped[place].0[place % 32] ^= 1 << (place % 8);
        all.push(flipped);
        let mut shorter = path.to_vec();
        shorter.remove(place);
        all.push(shorter);
    }
    all
}

#[test]
fn every_proof_up_to_seventy_leaves_is_the_naive_trees() {
    let all = leaves(70);
    for size in 1..=70 {
        let leaves = &all[..size];
        for place in 0..size as u64 {
            proofs_agree(place, place + 1, leaves);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn proofs_of_larger_trees_are_the_naive_trees(
        size in 71_u64..5000, index in any::<prop::sample::Index>(), earlier in any::<prop::sample::Index>(),
    ) {
        let leaves = leaves(size);
        let index = index.index(leaves.len()) as u64;
        let earlier = earlier.index(leaves.len()) as u64 + 1;
        proofs_agree(index, earlier, &leaves);
    }
}

#[test]
fn an_edge_grows_to_the_naive_trees_root() {
    let leaves = leaves(300);
    let mut edge = Edge::new();
    assert_eq!(edge.root(), EMPTY_ROOT);
    for (place, leaf) in leaves.iter().enumerate() {
        let mut completed = Vec::new();
        edge.append_each(*leaf, |subtree, hash| completed.push((subtree, hash)));
        let known = Naive(&leaves[..=place]);
        assert_eq!(edge.size(), place as u64 + 1);
        assert_eq!(edge.root(), known.root());
        for (subtree, hash) in &completed {
            assert!(!subtree.is_in(place as u64) && subtree.is_in(edge.size()));
            assert_eq!(ledger::log::Nodes::node(&known, *subtree), Ok(*hash));
        }
        let again: Vec<TreeHash> = root_subtrees(edge.size())
            .into_iter()
            .map(|subtree| ledger::log::Nodes::node(&known, subtree).unwrap())
            .collect();
        assert_eq!(Edge::from_subtrees(edge.size(), again), Ok(edge.clone()));
        // Every subtree is completed exactly once: as many as low bits of the new size are 0.
        let wanted = edge.size().trailing_zeros() as usize + 1;
        assert_eq!(completed.len(), wanted);
    }
    assert!(Edge::from_subtrees(3, vec![EMPTY_ROOT]).is_err());
    assert!(Edge::from_subtrees(u64::MAX, vec![EMPTY_ROOT; 64]).is_err());
}

#[test]
fn proofs_of_the_largest_trees_stay_within_bounds() {
    let (last, size) = (ledger::log::SIZE_MAX - 1, ledger::log::SIZE_MAX);
    for index in [0, 1, last / 2, last - 1, last] {
        let subtrees = inclusion_subtrees(index, size).unwrap();
        assert!(subtrees.iter().all(|subtree| subtree.is_in(size)));
        let subtrees = consistency_subtrees(index + 1, size).unwrap();
        assert!(subtrees.iter().all(|subtree| subtree.is_in(size)));
    }
    assert_eq!(root_subtrees(size).len(), 63);
    assert_eq!(
        inclusion_subtrees(5, 5),
        Err(ProofError::IndexOutside { index: 5, size: 5 })
    );
    for (earlier, later) in [(0, 5), (6, 5), (0, 0)] {
        let wanted = ProofError::SizesOrder { earlier, later };
        assert_eq!(consistency_subtrees(earlier, later), Err(wanted));
        assert_eq!(
            consistent(earlier, later, &EMPTY_ROOT, &EMPTY_ROOT, &[]),
            Err(wanted)
        );
    }
    assert!(
        !Subtree {
            level: 63,
            index: 0
        }
        .is_in(size)
    );
    assert!(
        !Subtree {
            level: 255,
            index: 0
        }
        .is_in(size)
    );
}

#[test]
fn a_hash_is_written_in_one_way() {
    let text = leaf_hash(b"").to_string();
    assert_eq!(text.parse(), Ok(leaf_hash(b"")));
    let short = text[..40].to_owned();
    for bad in [
        "",
        "AAAA",
        &text[..43],
        &short,
        &format!("{text}=="),
        &format!(" {text}"),
    ] {
        assert!(bad.parse::<TreeHash>().is_err(), "{bad}");
    }
    // 32 bytes leave two bits over: only zeros are canonical.
    let loose = format!("{}B=", "A".repeat(42));
    assert!(loose.parse::<TreeHash>().is_err());
    // 33 bytes are no hash.
    assert!("A".repeat(44).parse::<TreeHash>().is_err());
    assert!("A".repeat(400).parse::<TreeHash>().is_err());
}
