//! The log through the program: the key that `init` makes, what `serve` refuses, and static files.

use super::program::{Home, Serving};
use super::story::founded;
use ledger::field::Field;
use ledger::log::{
    Edge, HashTile, KeyName, SignedCheckpoint, TILE_WIDTH, TilePath, VerifierKey, leaf_hash,
    parse_bundle, tile_width,
};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

fn vkey(text: &str) -> VerifierKey {
    text.trim_end().parse().expect("a verifier key")
}

fn get(serving: &Serving, path: &str) -> String {
    let answer = fetch(&format!("{}{path}", serving.url));
    String::from_utf8(answer.expect("an answer")).expect("text")
}

/// A plain GET over a connection of its own; nothing where nobody answers it whole.
pub(super) fn fetch(url: &str) -> Option<Vec<u8>> {
    let rest = url.trim_start_matches("http://");
    let (host, path) = rest.split_once('/')?;
    let mut stream = TcpStream::connect(host).ok()?;
    let head = format!("GET /{path} HTTP/1.0\r\nhost: {host}\r\n\r\n");
    stream.write_all(head.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let body = answer.split_off(end + 4);
    let head = String::from_utf8_lossy(&answer).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    // A server that dies while it answers leaves a body that is too short.
    let whole = length.is_none_or(|length| length.parse() == Ok(body.len()));
    whole.then_some(body)
}

#[test]
fn an_origin_that_no_log_can_have_is_refused_before_anything_is_written() {
    let home = Home::new();
    let origin = format!("{}.example", "o".repeat(56));
    assert_eq!(origin.len(), 64);
    home.line(&format!(
        "init --origin {origin} --member op.example --title Operator"
    ))
    .fails(2, "63 bytes at most");
    assert!(!home.path("data").join("keys").exists());
    home.line(&format!(
        "init --origin {} --member op.example --title Operator",
        &origin[1..]
    ))
    .ok();
}

#[test]
fn init_makes_the_logs_key_and_the_genesis_names_it() {
    let home = founded();
    let said = home.line("key show data/keys/log.key --json").json();
    let serving = home.serve();
    let served = get(&serving, "/log/vkey");
    assert_eq!(served.trim_end(), said["vkey"]);
    let checkpoint = get(&serving, "/log/checkpoint");
    let signed = SignedCheckpoint::parse(checkpoint.as_bytes()).expect("a checkpoint");
    signed.verify(&vkey(&served), []).expect("the log's");
    assert_eq!(serving.stop(), Some(0));
    // Another key is no log's of this ledger, nor is a person's.
    fs::rename(home.path("data/keys/log.key"), home.path("log.key")).expect("a file");
    home.line("serve --listen 127.0.0.1:0")
        .fails(3, "the log's key, which the genesis names, is missing");
    home.line("serve --listen 127.0.0.1:0 --checkpoint-key m.key")
        .fails(3, "not of the log");
    fs::copy(
        home.path("data/keys/log.passphrase"),
        home.path("log.passphrase"),
    )
    .expect("a copy");
    let serving = home.serve_with(&["--checkpoint-key", "log.key"]);
    assert_eq!(serving.stop(), Some(0));
}

#[test]
fn a_database_that_went_back_is_not_served() {
    let home = founded();
    home.line("backup old.sqlite").ok();
    assert_eq!(home.serve().stop(), Some(0));
    let note =
        "issue --programme schools --to town.example/office --amount 5 --ref x --key m.key --yes";
    home.line(note).ok();
    assert_eq!(home.serve().stop(), Some(0));
    fs::copy(home.path("old.sqlite"), home.path("data/ledger.sqlite")).expect("a copy");
    let said = home.line("serve --listen 127.0.0.1:0");
    assert!(
        said.error.contains("Put the newest state"),
        "{}",
        said.error
    );
    said.fails(1, "an older state of the ledger was put back");
    // Where it is kept elsewhere, that is where it is looked for.
    let elsewhere = home.path("kept/checkpoint");
    fs::create_dir(home.path("kept")).expect("a folder");
    fs::rename(home.path("data/log/checkpoint"), &elsewhere).expect("a file");
    let flags = "serve --listen 127.0.0.1:0 --checkpoint-kept kept/checkpoint";
    home.line(flags).fails(1, "kept/checkpoint");
}

/// Reads a folder of tiles as any tool would, and gives size and root.
fn check_folder(folder: &Path) -> (u64, usize) {
    let key = vkey(&fs::read_to_string(folder.join("vkey")).expect("a file"));
    let note = fs::read(folder.join("checkpoint")).expect("a file");
    let signed = SignedCheckpoint::parse(&note).expect("a checkpoint");
    let verified = signed.verify(&key, []).expect("the log's");
    let known = verified.checkpoint();
    assert_eq!(
        KeyName::parse(known.origin.as_str()),
        Ok(key.name().clone())
    );
    let mut edge = Edge::new();
    let mut files = 0;
    for tile in 0..known.size.div_ceil(u64::from(TILE_WIDTH)) {
        let width = tile_width(0, tile, known.size);
        let bundle = TilePath::entries(tile, width).expect("a path").to_string();
        let hashes = TilePath::hashes(0, tile, width)
            .expect("a path")
            .to_string();
        let bundle = fs::read(folder.join(bundle)).expect("a bundle");
        let hashes = fs::read(folder.join(hashes)).expect("a tile");
        let leaves = parse_bundle(&bundle, width).expect("a bundle");
        let leaves: Vec<_> = leaves.into_iter().map(leaf_hash).collect();
        assert_eq!(
            HashTile::parse(0, tile, &hashes).expect("a tile").hashes(),
            leaves
        );
        leaves.into_iter().for_each(|leaf| edge.append(leaf));
        files += 2;
    }
    assert_eq!(edge.root(), known.root);
    (known.size, files)
}

#[test]
fn the_demos_log_as_static_files() {
    let home = Home::new();
    home.line("demo").ok();
    home.line("export tiles --out early")
        .fails(3, "countersign serve");
    let serving = home.serve();
    let vkey_served = get(&serving, "/log/vkey");
    let above = fetch(&format!("{}/log/tile/1/000.p/40", serving.url)).expect("a tile");
    assert_eq!(serving.stop(), Some(0));
    home.line("export tiles --out log").ok();
    assert_eq!(
        fs::read_to_string(home.path("log/vkey")).expect("a file"),
        vkey_served
    );
    let (size, files) = check_folder(&home.path("log"));
    assert!(size > 10_000 && files > 80, "{size} entries, {files} files");
    let width = tile_width(1, 0, size);
    let tile = fs::read(home.path(&format!("log/tile/1/000.p/{width}"))).expect("a tile");
    assert!(tile.starts_with(&above) && above.len() == 40 * 32);
    home.line("export tiles --out log").fails(3, "isn't empty");
}
