//! Whatever a log's files hold: what is given is what the checkpoint's root vouches for.
//!
//! The first two bytes say how many entries the honest log has; each five bytes after them do
//! something to one of its files. The same bytes are also read as a checkpoint and as an address.
#![no_main]

use ledger::field::Field;
use ledger::log::{
    Checkpoint, Edge, HashTile, KeyName, TILE_WIDTH, TilePath, TreeHash, leaf_hash, write_bundle,
};
use libfuzzer_sys::fuzz_target;
use server_fuzz::log_client::{
    Follow, LogUrl, Proven, Source, Thoroughness, TileFolder, read,
};
use std::path::Path;
use std::sync::Arc;

/// Three full tiles at most: two levels and every kind of edge.
const ENTRIES_MAX: u16 = 800;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(signed) = read(bytes, "here") {
        assert_eq!(signed.bytes(), bytes, "a checkpoint has one form");
    }
    if let Ok(url) = String::from_utf8_lossy(bytes).parse::<LogUrl>() {
        let again = url.to_string().parse::<LogUrl>();
        assert_eq!(again, Ok(url), "an address that was read is read again");
    }
    let Some((size, acts)) = bytes.split_first_chunk() else {
        return;
    };
    follow(u16::from_be_bytes(*size) % ENTRIES_MAX, acts);
});

fn follow(size: u16, acts: &[u8]) {
    let entries: Vec<Vec<u8>> = (0..size).map(|index| format!("entry-{index}\n").into_bytes()).collect();
    let (mut files, root) = honest(&entries);
    for act in acts.chunks_exact(5) {
        change(&mut files, act);
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, body) in &files {
        write(folder.path(), name, body);
    }
    let source = Arc::new(Source::Folder(TileFolder::new(folder.path().to_owned())));
    let checkpoint = Checkpoint {
        origin: KeyName::parse("ledger.example/fund").expect("a name"),
        size: size.into(),
        root,
    };
    for thoroughness in [Thoroughness::Needed, Thoroughness::EveryTile] {
        let Ok(proven) = Proven::open(Arc::clone(&source), &checkpoint) else {
            return;
        };
        let from = u64::from(size / 3);
        let mut given = from;
        for leaf in Follow::new(proven, from, thoroughness) {
            let Ok(leaf) = leaf else { return };
            assert_eq!(leaf.index, given);
            assert_eq!(leaf.note, entries[usize::try_from(given).expect("few entries")]);
            given += 1;
        }
        assert_eq!(given, u64::from(size), "what ends well is whole");
    }
}

/// The files of a log with these entries, and its root.
fn honest(entries: &[Vec<u8>]) -> (Vec<(String, Vec<u8>)>, TreeHash) {
    let (mut files, mut above, mut edge) = (Vec::new(), Vec::new(), Edge::new());
    let flat = |hashes: &[TreeHash]| hashes.iter().flat_map(|hash| hash.0).collect::<Vec<u8>>();
    for (index, chunk) in (0..).zip(entries.chunks(usize::from(TILE_WIDTH))) {
        let width = u16::try_from(chunk.len()).expect("at most a tile");
        let leaves: Vec<TreeHash> = chunk.iter().map(|entry| leaf_hash(entry)).collect();
        leaves.iter().for_each(|leaf| edge.append(*leaf));
        let tile = flat(&leaves);
        if width == TILE_WIDTH {
            let full = HashTile::parse(0, index, &tile).expect("a tile");
            above.push(full.root().expect("a full tile"));
        }
        let bundle = write_bundle(chunk.iter().map(Vec::as_slice)).expect("a bundle");
        let paths = [TilePath::hashes(0, index, width), TilePath::entries(index, width)];
        for (path, body) in paths.into_iter().flatten().zip([tile, bundle]) {
            files.push((path.to_string(), body));
        }
    }
    let width = u16::try_from(above.len()).expect("few tiles");
    if let Some(path) = TilePath::hashes(1, 0, width) {
        files.push((path.to_string(), flat(&above)));
    }
    (files, edge.root())
}

/// Flips a bit, cuts, drops, puts another file's bytes there, or adds a byte.
fn change(files: &mut [(String, Vec<u8>)], act: &[u8]) {
    let [file, kind, high, low, value] = *act else { return };
    let count = files.len();
    if count == 0 {
        return;
    }
    let other = files[usize::from(value) % count].1.clone();
    let body = &mut files[usize::from(file) % count].1;
    let place = usize::from(u16::from_be_bytes([high, low])) % (body.len() + 1);
    match kind % 5 {
        0 => {
            if let Some(byte) = body.get_mut(place) {
                *byte ^= value;
            }
        }
        1 => body.truncate(place),
        2 => body.clear(),
        3 => *body = other,
        _ => body.insert(place, value),
    }
}

fn write(folder: &Path, name: &str, body: &[u8]) {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).expect("a folder");
    }
    std::fs::write(path, body).expect("a file");
}
