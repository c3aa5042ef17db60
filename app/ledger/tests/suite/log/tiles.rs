//! Tiles and bundles: their paths, a foreign log read through them, and a tree grown into them.

use super::{Naive, leaves, read, read_text};
use ledger::log::{
    BundleError, Edge, HashTile, Nodes, Place, SignedCheckpoint, Subtree, TILE_WIDTH, TileError,
    TileKind, TilePath, TreeHash, VerifierKey, consistency_path, consistent, included,
    inclusion_path, leaf_hash, parse_bundle, root, tile_width, tiles_between, write_bundle,
};
use proptest::prelude::*;
use std::collections::HashMap;

#[test]
fn paths_are_written_as_the_specification_says() {
    for (path, text) in [
        (TilePath::hashes(0, 0, 256), "tile/0/000"),
        (TilePath::hashes(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (TilePath::hashes(1, 0, 1), "tile/1/000.p/1"),
        (TilePath::hashes(63, 0, 255), "tile/63/000.p/255"),
        (TilePath::entries(273, 112), "tile/entries/273.p/112"),
        (TilePath::entries(1000, 256), "tile/entries/x001/000"),
    ] {
        let path = path.unwrap();
        assert_eq!(path.to_string(), text);
        assert_eq!(text.parse(), Ok(path));
    }
    assert_eq!(TilePath::hashes(0, 0, 0), None);
    assert_eq!(TilePath::hashes(0, 0, 257), None);
    assert_eq!(TilePath::hashes(64, 0, 1), None);
    assert_eq!(TilePath::entries(u64::MAX, 1), None);
}

#[test]
fn a_path_has_one_form() {
    for bad in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/0/x000/067",
        "tile/0/001/067",
        "tile/0/x001/x067",
        "tile/0/x001/67",
        "tile/0/+01",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/257",
        "tile/0/000.p/1/",
        "tile/0/000.p/1.p/1",
        "tile/0/../000",
        "/tile/0/000",
        "tile/Entries/000",
        "tile/entries/000/",
        "tile/data/000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x009/x223/x372/x036/x854/x775/807",
    ] {
        assert!(bad.parse::<TilePath>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn every_path_is_read_again(level in 0_u8..8, index in 0..u64::MAX >> 9, width in 1_u16..=256, entries: bool) {
        let path = if entries { TilePath::entries(index, width) } else { TilePath::hashes(level, index >> (8 * level), width) };
        let path = path.unwrap();
        prop_assert_eq!(path.to_string().parse(), Ok(path));
    }
}

#[test]
fn widths_follow_from_the_size() {
    assert_eq!(tile_width(0, 0, 0), 0);
    assert_eq!(tile_width(0, 0, 255), 255);
    assert_eq!(tile_width(0, 0, 256), TILE_WIDTH);
    assert_eq!(tile_width(0, 1, 256), 0);
    assert_eq!(tile_width(1, 0, 255), 0);
    assert_eq!(tile_width(1, 0, 256), 1);
    assert_eq!(tile_width(1, 0, 70_000), TILE_WIDTH);
    assert_eq!(tile_width(1, 1, 70_000), 17);
    assert_eq!(tile_width(2, 0, 70_000), 1);
    assert_eq!(tile_width(63, 0, u64::MAX), 0);
    let shown = |earlier, size| -> Vec<String> {
        tiles_between(earlier, size)
            .map(|path| path.to_string())
            .collect()
    };
    assert_eq!(shown(0, 0), Vec::<String>::new());
    assert_eq!(shown(7, 7), Vec::<String>::new());
    assert_eq!(
        shown(0, 256),
        ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]
    );
    assert_eq!(
        shown(255, 258),
        [
            "tile/entries/000",
            "tile/entries/001.p/2",
            "tile/0/000",
            "tile/0/001.p/2",
            "tile/1/000.p/1"
        ]
    );
    assert_eq!(shown(256, 257), ["tile/entries/001.p/1", "tile/0/001.p/1"]);
}

/// Tiles by their paths, as a folder holds them.
struct Folder {
    tiles: HashMap<String, Vec<u8>>,
    size: u64,
}

impl Nodes for Folder {
    type Error = String;

    fn node(&self, subtree: Subtree) -> Result<TreeHash, String> {
        let path = TilePath::of(subtree, self.size).ok_or("incomplete")?;
        let TileKind::Hashes(level) = path.kind() else {
            return Err("a bundle has no hashes".to_owned());
        };
        let bytes = self.tiles.get(&path.to_string()).ok_or("no such tile")?;
        let tile =
            HashTile::parse(level, path.index(), bytes).map_err(|error| error.to_string())?;
        tile.node(subtree).ok_or_else(|| "too narrow".to_owned())
    }
}

/// Grows a log into tiles, by the hashes that its edge completes, in two integrations.
fn grown(earlier: u64, leaves: &[TreeHash]) -> Folder {
    let mut edge = Edge::new();
    let mut rows: HashMap<u8, Vec<TreeHash>> = HashMap::new();
    let mut tiles = HashMap::new();
    for size in [earlier, leaves.len() as u64] {
        let before = edge.size();
        while edge.size() < size {
            let leaf = leaves[usize::try_from(edge.size()).unwrap()];
            edge.append_each(leaf, |subtree, hash| {
                let place = Place::of(subtree);
                if place.count == 1 {
                    rows.entry(place.level).or_default().push(hash);
                }
            });
        }
        for path in tiles_between(before, size) {
            if let TileKind::Hashes(level) = path.kind() {
                let from = usize::try_from(path.index()).unwrap() * usize::from(TILE_WIDTH);
                let hashes = &rows[&level][from..from + usize::from(path.width())];
                let bytes = hashes.iter().flat_map(|hash| hash.0).collect();
                tiles.insert(path.to_string(), bytes);
            }
        }
    }
    Folder {
        tiles,
        size: leaves.len() as u64,
    }
}

#[test]
fn proofs_come_out_of_tiles() {
    for (earlier, size) in [
        (1, 1),
        (5, 255),
        (255, 256),
        (256, 257),
        (300, 1000),
        (65_530, 65_800),
    ] {
        let leaves = leaves(size);
        let folder = grown(earlier, &leaves);
        let whole = root(size, &folder).unwrap();
        assert_eq!(whole, Naive(&leaves).root());
        for index in [0, earlier - 1, size / 2, size - 1] {
            let path = inclusion_path(index, size, &folder).unwrap();
            let leaf = leaves[usize::try_from(index).unwrap()];
            included(index, size, &leaf, &path, &whole).unwrap();
        }
        let old = Naive(&leaves[..usize::try_from(earlier).unwrap()]).root();
        let path = consistency_path(earlier, size, &folder).unwrap();
        consistent(earlier, size, &old, &whole, &path).unwrap();
    }
}

#[test]
fn partial_tiles_are_never_hashed_upward() {
    let hashes = leaves(256);
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.0).collect();
    let full = HashTile::parse(0, 3, &bytes).unwrap();
    assert_eq!(full.root(), Some(Naive(&hashes).root()));
    let partial = HashTile::parse(0, 3, &bytes[..255 * 32]).unwrap();
    assert_eq!(partial.root(), None);
    assert_eq!(partial.hashes().len(), 255);
    // The last pair isn't complete; the pair before it is, in this tile and in no other.
    let pair = |index| Subtree { level: 1, index };
    assert_eq!(partial.node(pair(3 * 128 + 127)), None);
    assert_eq!(
        partial.node(pair(3 * 128 + 126)),
        Some(Naive(&hashes[252..254]).root())
    );
    assert_eq!(partial.node(pair(126)), None);
    assert_eq!(partial.node(Subtree { level: 8, index: 3 }), None);
    for bad in [0, 31, 33, 257 * 32] {
        assert_eq!(HashTile::parse(0, 0, &vec![0; bad]), Err(TileError(bad)));
    }
    assert_eq!(TilePath::of(Subtree { level: 9, index: 0 }, 511), None);
    assert_eq!(TilePath::of_entry(5, 5), None);
    assert_eq!(TilePath::of_entry(4, 5), TilePath::entries(0, 5));
}

#[test]
fn bundles_are_read_and_written() {
    let entries: Vec<Vec<u8>> = vec![b"a".to_vec(), Vec::new(), vec![7; 65_535]];
    let bundle = write_bundle(entries.iter().map(Vec::as_slice)).unwrap();
    assert_eq!(parse_bundle(&bundle, 3).unwrap(), entries);
    for wanted in [2, 4] {
        assert!(matches!(
            parse_bundle(&bundle, wanted),
            Err(BundleError::Count { .. })
        ));
    }
    assert_eq!(
        parse_bundle(&bundle[..bundle.len() - 1], 3),
        Err(BundleError::CutOff(2))
    );
    assert_eq!(parse_bundle(&bundle[..1], 3), Err(BundleError::CutOff(0)));
    assert_eq!(parse_bundle(&[], 0), Ok(Vec::new()));
    let long = vec![0; 65_536];
    assert_eq!(
        write_bundle([long.as_slice()]),
        Err(BundleError::EntryTooLong(65_536))
    );
    assert!(write_bundle([[].as_slice(); 256]).is_ok());
    assert!(matches!(
        write_bundle([[].as_slice(); 257]),
        Err(BundleError::Count { .. })
    ));
}

#[test]
fn the_cross_checked_tiles_are_ours() {
    let entries: Vec<String> = (0..5).map(|index| format!("entry-{index}\n")).collect();
    let bundle = write_bundle(entries.iter().map(String::as_bytes)).unwrap();
    assert_eq!(bundle, read("log/tile_entries_000.p_5"));
    let hashes: Vec<u8> = leaves(5).iter().flat_map(|hash| hash.0).collect();
    assert_eq!(hashes, read("log/tile_0_000.p_5"));
}

#[test]
fn a_foreign_log_is_read_as_it_stands() {
    let key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    let key: VerifierKey = key.parse().unwrap();
    let mut edge = Edge::new();
    let mut earlier: Option<(u64, TreeHash)> = None;
    for size in 0..=15 {
        let signed = SignedCheckpoint::parse(&read(&format!("tlog/tessera_log/checkpoint.{size}")));
        let checkpoint = signed
            .unwrap()
            .verify(&key, [])
            .unwrap()
            .checkpoint()
            .clone();
        assert_eq!(checkpoint.size, size);
        let mut folder = Folder {
            tiles: HashMap::new(),
            size,
        };
        for path in tiles_between(0, size) {
            let bytes = read(&format!("tlog/tessera_log/{path}"));
            if path.kind() == TileKind::Entries {
                let entries = parse_bundle(&bytes, path.width()).unwrap();
                assert_eq!(entries.len() as u64, size);
                edge.append(leaf_hash(entries.last().unwrap()));
            }
            folder.tiles.insert(path.to_string(), bytes);
        }
        assert_eq!(edge.root(), checkpoint.root, "from the entries");
        assert_eq!(
            root(size, &folder).unwrap(),
            checkpoint.root,
            "from the tiles"
        );
        if let Some((old_size, old_root)) = earlier {
            let path = consistency_path(old_size, size, &folder).unwrap();
            consistent(old_size, size, &old_root, &checkpoint.root, &path).unwrap();
        }
        earlier = (size > 0).then_some((size, checkpoint.root));
    }
    assert_eq!(
        read_text("tlog/tessera_log/checkpoint"),
        read_text("tlog/tessera_log/checkpoint.15")
    );
}
