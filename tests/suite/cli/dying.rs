//! The server is killed at any moment, under load: what it signed before is never contradicted by
//! what it signs after, and whoever was answered stands where the answer says.
//!
//! `COUNTERSIGN_DEATHS` says how often; a short run dies a few times.

use super::program::Home;
use super::tiles::fetch;
use ledger::Note;
use ledger::field::Identity;
use ledger::log::{
    Edge, SignedCheckpoint, TILE_WIDTH, TilePath, leaf_hash, parse_bundle, tile_width,
};
use server::client::{Client, Sent};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tests::world::{COUNTY, MINISTRY, World};

/// Deaths of a short run.
const DEATHS: u32 = 6;

/// Notes that are ready for each life; more than it lives to see.
const NOTES_A_LIFE: u64 = 400;

/// Milliseconds that a life lasts, from an early death to one in full flow.
const LIFE_MS: std::ops::Range<u64> = 5..400;

/// No machine takes as long to answer once.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// What readers and submitters heard.
#[derive(Default)]
struct Heard {
    roots: BTreeMap<u64, String>,
    answered: Vec<(Identity, u64)>,
}

fn deaths() -> u32 {
    let asked = std::env::var("COUNTERSIGN_DEATHS").ok();
    asked.map_or(DEATHS, |asked| asked.parse().expect("a number"))
}

/// Numbers that look like chance and are the same in every run.
fn chance(number: u32) -> u64 {
    let hash = Identity::of(&format!("death {number}"));
    hash.prefix()
}

/// Reads checkpoints until nobody answers; two of one size must be the same.
fn read(url: &str, heard: &Mutex<Heard>) {
    while let Some(bytes) = fetch(&format!("{url}/log/checkpoint")) {
        let Ok(signed) = SignedCheckpoint::parse(&bytes) else {
            continue;
        };
        let known = signed.checkpoint();
        let mut heard = heard.lock().expect("no reader panics");
        if let Some((last, _)) = heard.roots.last_key_value() {
            assert!(known.size >= *last, "the log went back to {}", known.size);
        }
        let root = known.root.to_string();
        let before = heard
            .roots
            .entry(known.size)
            .or_insert_with(|| root.clone());
        assert_eq!(*before, root, "two trees of {} entries", known.size);
    }
}

/// A life counts from its first answer, however long the machine takes to give it.
fn wait_for_an_answer(heard: &Mutex<Heard>) {
    let answered = || heard.lock().expect("no reader panics").answered.len();
    let (before, begun) = (answered(), Instant::now());
    while answered() == before && begun.elapsed() < ANSWER_WITHIN {
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn post(client: &Client, notes: &[Note], heard: &Mutex<Heard>) {
    for note in notes {
        match client.submit(note) {
            Ok(Sent::Recorded(recorded)) => {
                let mut heard = heard.lock().expect("no reader panics");
                heard.answered.push((note.identity(), recorded.index));
            }
            Ok(Sent::Declined(declined)) => panic!("{}: {}", declined.code, declined.title),
            Err(_) => return,
        }
    }
}

/// Holds everything that was heard to the log as it is at the end.
fn check(folder: &Path, heard: &Heard) {
    let note = fs::read(folder.join("checkpoint")).expect("a file");
    let size = SignedCheckpoint::parse(&note).expect("a checkpoint");
    let size = size.checkpoint().size;
    let mut edge = Edge::new();
    let mut identities = Vec::new();
    let mut seen = 0;
    for tile in 0..size.div_ceil(u64::from(TILE_WIDTH)) {
        let width = tile_width(0, tile, size);
        let path = TilePath::entries(tile, width).expect("a path").to_string();
        let bundle = fs::read(folder.join(path)).expect("a bundle");
        for entry in parse_bundle(&bundle, width).expect("a bundle") {
            edge.append(leaf_hash(entry));
            identities.push(Note::parse(entry).expect("a note").identity());
            if let Some(root) = heard.roots.get(&edge.size()) {
                assert_eq!(*root, edge.root().to_string(), "at {}", edge.size());
                seen += 1;
            }
        }
    }
    assert_eq!(seen, heard.roots.len(), "checkpoints beyond the end");
    for (identity, index) in &heard.answered {
        let index = usize::try_from(*index).expect("a small ledger");
        assert_eq!(identities.get(index), Some(identity), "entry {index}");
    }
}

#[test]
fn no_checkpoint_is_contradicted_however_often_the_server_dies() {
    let home = Home::new();
    let mut world = World::default();
    let mut founding = world.founding();
    let root = world.appropriation(1_000_000_000);
    founding.push(root.clone());
    let bytes = founding.iter().flat_map(|note| note.bytes().to_vec());
    fs::write(home.path("founding"), bytes.collect::<Vec<_>>()).expect("a file");
    home.line("submit founding").ok();
    let heard = Mutex::new(Heard::default());
    for death in 0..deaths() {
        let notes: Vec<Note> = (1..=NOTES_A_LIFE)
            .map(|amount| world.transfer(MINISTRY, COUNTY, &root, amount))
            .collect();
        let serving = home.serve_with(&["--checkpoint-interval-ms", "1"]);
        let url = serving.url.clone();
        let client = Client::new(url.parse().expect("an address"));
        std::thread::scope(|scope| {
            let halves = notes.split_at(notes.len() / 2);
            for half in [halves.0, halves.1] {
                scope.spawn(|| post(&client, half, &heard));
            }
            scope.spawn(|| read(&url, &heard));
            wait_for_an_answer(&heard);
            let life = LIFE_MS.start + chance(death) % (LIFE_MS.end - LIFE_MS.start);
            std::thread::sleep(Duration::from_millis(life));
            serving.kill();
        });
    }
    let serving = home.serve();
    assert_eq!(serving.stop(), Some(0));
    home.line("export tiles --out log").ok();
    let heard = heard.into_inner().expect("no reader panics");
    assert!(
        heard.answered.len() >= deaths() as usize,
        "too little was answered"
    );
    assert!(heard.roots.len() > 3, "too few checkpoints were seen");
    check(&home.path("log"), &heard);
    assert_eq!(
        home.line("verify --json").json()["tallies_that_differ"],
        serde_json::json!([])
    );
}
