//! Checking a log from outside: over the network, from a folder, from one proof, with receipts.

use super::{key, with_entries};
use crate::cli::program::{Home, Said};
use ledger::field::{LedgerName, Moment};
use ledger::log::{
    AnswerLine, Answers, Contradiction, CosignerKey, Edge, Evidence, KeyName, LogKey, LogProof,
    SignedAnswers, SignedCheckpoint, TilePath, cosign, leaf_hash, tiles_between, write_bundle,
};
use ledger::{Entry, Note};
use std::fs;
use tests::app::{TestApp, log_key};
use tests::world::{self, World};

const ENTRIES: u64 = 300;

fn run(home: &Home, words: &[&str]) -> Said {
    tokio::task::block_in_place(|| home.run(words))
}

fn url(app: &TestApp) -> String {
    format!("http://{}", app.address)
}

/// Saves a log's checkpoint and every tile into a folder.
async fn save(app: &TestApp, home: &Home, folder: &str) -> Vec<TilePath> {
    let checkpoint = app.get("/log/checkpoint").await.body;
    let signed = SignedCheckpoint::parse(&checkpoint).expect("a checkpoint");
    let paths: Vec<TilePath> = tiles_between(0, signed.checkpoint().size).collect();
    for path in &paths {
        let served = app.get(&format!("/log/{path}")).await;
        assert_eq!(served.status, 200, "{path}");
        let file = home.path(&format!("{folder}/{path}"));
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, served.body).expect("a file");
    }
    fs::write(home.path(&format!("{folder}/checkpoint")), checkpoint).expect("a file");
    paths
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_is_read_over_the_network_and_remembered() {
    let mut app = with_entries(ENTRIES).await;
    let home = Home::new();
    let url = url(&app);
    let vkey = key(&app).await.verifier().to_string();
    let words = ["verify", "--log", &url, "--remember", "seen", "--json"];
    let first = run(&home, &words).json();
    assert_eq!(
        (&first["entries"], &first["vkey_from"], &first["vkey"]),
        (&300.into(), &"served".into(), &vkey.as_str().into())
    );
    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    super::until_published(&app, ENTRIES + 1).await;
    let words = [
        "verify",
        "--log",
        &url,
        "--remember",
        "seen",
        "--vkey",
        &vkey,
    ];
    let said = run(&home, &words).ok();
    assert!(
        said.contains("301 entries") && said.contains("was given"),
        "{said}"
    );
    let seen = SignedCheckpoint::parse(home.read("seen").as_bytes()).expect("a checkpoint");
    assert_eq!(seen.checkpoint().size, 301);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_tiles_is_checked_file_by_file() {
    let app = with_entries(ENTRIES).await;
    let home = Home::new();
    let paths = save(&app, &home, "saved").await;
    let vkey = app.get("/log/vkey").await.body;
    app.stop().await;
    let words = ["verify", "--tiles", "saved", "--no-remember"];
    run(&home, &words).fails(2, "no key of the log");
    fs::write(home.path("saved/vkey"), vkey).expect("a file");
    let said = run(&home, &words).ok();
    assert!(
        said.contains("taken on first use, from saved/vkey"),
        "{said}"
    );
    for path in paths {
        let file = home.path(&format!("saved/{path}"));
        let whole = fs::read(&file).expect("a file");
        let mut flipped = whole.clone();
        // Behind the first bytes: in a bundle, those are a length.
        flipped[20] ^= 1;
        fs::write(&file, flipped).expect("a file");
        let said = run(&home, &words);
        assert_eq!(said.code, 1, "{path}: {}{}", said.out, said.error);
        fs::remove_file(&file).expect("a file");
        run(&home, &words).fails(3, "(log-missing)");
        fs::write(&file, whole).expect("a file");
    }
    run(&home, &words).ok();
}

/// Writes a log of a few entries into a folder, signed with this key.
fn write_log(home: &Home, folder: &str, entries: &[Vec<u8>], log: &LogKey) {
    let mut edge = Edge::new();
    let mut tile = Vec::new();
    for entry in entries {
        let leaf = leaf_hash(entry);
        tile.extend(leaf.0);
        edge.append(leaf);
    }
    let tiles = home.path(folder).join("tile");
    let bundle = write_bundle(entries.iter().map(Vec::as_slice)).expect("a bundle");
    for (kind, bytes) in [("0", tile), ("entries", bundle)] {
        let path = tiles.join(kind).join("000.p");
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join(entries.len().to_string()), bytes).expect("a file");
    }
    let checkpoint = SignedCheckpoint::sign(edge.size(), edge.root(), log);
    fs::write(home.path(folder).join("checkpoint"), checkpoint.bytes()).expect("a file");
}

/// A genesis that names the key of every test's log, and that key under the log's name.
fn genesis(world: &mut World) -> (Note, LogKey) {
    let note = world.genesis_with_log(&log_key());
    let Entry::Genesis(genesis) = note.entry() else {
        panic!("a genesis")
    };
    let name = LedgerName::new(genesis.origin.clone(), &note.identity());
    (note, LogKey::new(server::log::origin(&name), log_key()))
}

#[test]
fn the_first_entry_names_the_key() {
    let home = Home::new();
    let (note, log) = genesis(&mut World::default());
    let entries = [note.bytes().to_vec()];
    write_log(&home, "own", &entries, &log);
    let words = ["verify", "--tiles", "own", "--no-remember"];
    let said = home.run(&words).ok();
    assert!(
        said.contains("on first use, from the log's first entry"),
        "{said}"
    );
    // Whoever else signs the same tree isn't the log that the entry names.
    let thief = LogKey::new(log.origin().clone(), world::key("a thief", "a"));
    write_log(&home, "theirs", &entries, &thief);
    let key = thief.verifier().to_string();
    let words = [
        "verify",
        "--tiles",
        "theirs",
        "--no-remember",
        "--vkey",
        &key,
    ];
    home.run(&words).fails(1, "(genesis-differs)");
    let words = ["verify", "--tiles", "theirs", "--no-remember"];
    home.run(&words).fails(1, "(checkpoint-untrusted)");
    // A log that was seen under one key isn't taken under another.
    let words = ["verify", "--tiles", "own", "--remember", "seen"];
    home.run(&words).ok();
    let words = [
        "verify",
        "--tiles",
        "theirs",
        "--remember",
        "seen",
        "--vkey",
        &key,
    ];
    home.run(&words).fails(1, "(log-key-changed)");
}

#[test]
fn a_signed_tree_with_a_wrong_entry_is_evidence() {
    let home = Home::new();
    let mut world = World::default();
    let (note, log) = genesis(&mut world);
    let twice = world.tick(-3600);
    let wrong: [(&str, Vec<u8>, &str); 2] = [
        ("unreadable", b"not a note\n".to_vec(), "signature-lines"),
        ("backward", twice.bytes().to_vec(), "clock-back"),
    ];
    for (folder, entry, code) in wrong {
        write_log(&home, folder, &[note.bytes().to_vec(), entry.clone()], &log);
        let evidence = ["--evidence", folder];
        let words = ["verify", "--tiles", folder, "--no-remember"];
        let said = home.run(&[&words[..], &evidence].concat());
        assert_eq!(said.code, 1, "{}", said.error);
        let named = format!("entry 1 is wrong ({code})");
        assert!(said.error.contains(&named), "{}", said.error);
        let mut lines = said.error.lines();
        let saved = lines.find_map(|line| line.trim().strip_prefix("Evidence: "));
        let saved = fs::read(home.path(saved.expect("evidence"))).expect("a file");
        let evidence = Evidence::parse(&saved).expect("evidence");
        let shown = evidence.check(log.verifier(), &[]).expect("it holds");
        match shown {
            Contradiction::BadEntry { index, .. } => assert_eq!((index, folder), (1, "unreadable")),
            Contradiction::RuleToReplay {
                index, code: found, ..
            } => {
                assert_eq!((index, found.as_str()), (1, code));
            }
            other => panic!("{other:?}"),
        }
        let (Evidence::BadEntry(placed) | Evidence::BrokenRule { placed, .. }) = evidence else {
            panic!("an entry")
        };
        assert_eq!(placed.entry, entry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_held_to_a_checkpoint() {
    let app = with_entries(ENTRIES).await;
    let home = Home::new();
    save(&app, &home, "saved").await;
    let notes = app.house.store.notes(0, 1000).await.expect("entries");
    let lines: Vec<String> = notes
        .iter()
        .map(|stored| {
            let note = String::from_utf8_lossy(&stored.note);
            serde_json::json!({ "index": stored.index, "note": note }).to_string() + "\n"
        })
        .collect();
    home.write("whole", &lines.concat());
    home.write("short", &lines[..250].concat());
    let held = |file| ["verify", "--file", file, "--checkpoint", "saved/checkpoint"];
    let said = run(&home, &held("whole")).ok();
    assert!(
        said.contains("first 300 entries are those of the checkpoint"),
        "{said}"
    );
    run(&home, &held("short")).fails(1, "(entries-missing)");
    let other = SignedCheckpoint::sign(300, ledger::log::EMPTY_ROOT, &key(&app).await);
    fs::write(home.path("other"), other.bytes()).expect("a file");
    let words = ["verify", "--file", "whole", "--checkpoint", "other"];
    run(&home, &words).fails(1, "(root-differs)");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_asks_for_its_quorum() {
    let app = with_entries(ENTRIES).await;
    let home = Home::new();
    save(&app, &home, "saved").await;
    let name: KeyName = "witness.example/w1".parse().expect("a name");
    let witness = CosignerKey::new(name, world::key("witness", "w1"));
    let vkey = key(&app).await.verifier().to_string();
    let policy = format!(
        "log {vkey}\nwitness one {}\nquorum one\n",
        witness.verifier()
    );
    home.write("policy", &policy);
    let words = [
        "verify",
        "--tiles",
        "saved",
        "--no-remember",
        "--policy",
        "policy",
    ];
    run(&home, &words).fails(1, "(quorum-missing)");
    let signed = fs::read(home.path("saved/checkpoint")).expect("a file");
    let signed = SignedCheckpoint::parse(&signed).expect("a checkpoint");
    let line = cosign(signed.checkpoint(), Moment(1_772_500_000), &witness);
    let cosigned = signed.with_lines(&[line]).expect("room for a line");
    fs::write(home.path("saved/checkpoint"), cosigned.bytes()).expect("a file");
    let said = run(&home, &words).ok();
    assert!(
        said.contains("1 of 1 witnesses") && said.contains("one at 2026-"),
        "{said}"
    );
    assert!(said.contains("stands in the policy"), "{said}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_proof_is_checked_without_the_network_and_with_it() {
    let app = with_entries(ENTRIES).await;
    let home = Home::new();
    let vkey = key(&app).await.verifier().to_string();
    let notes = app.house.store.notes(0, 1000).await.expect("entries");
    let note = Note::parse(&notes[123].note).expect("a note");
    let proof = app.get(&format!("/log/proof/{}", note.identity())).await;
    let mut proof = LogProof::parse(&proof.body).expect("a proof");
    proof.extra = Some(note.bytes().to_vec());
    fs::write(home.path("with.tlog-proof"), proof.to_bytes()).expect("a file");
    proof.extra = None;
    fs::write(home.path("without.tlog-proof"), proof.to_bytes()).expect("a file");
    fs::write(home.path("note"), note.bytes()).expect("a file");
    fs::write(home.path("other"), &notes[124].note).expect("a file");
    let url = url(&app);
    let with = ["verify", "with.tlog-proof"];
    run(&home, &with).fails(2, "--vkey");
    let keyed = [&with[..], &["--vkey", &vkey]].concat();
    let said = run(&home, &keyed).ok();
    assert!(said.contains("entry 123 in the log"), "{said}");
    assert!(
        said.contains("Not checked: the entry's own signatures"),
        "{said}"
    );
    let online = [&keyed[..], &["--log", &url, "--no-remember"]].concat();
    let said = run(&home, &online).ok();
    assert!(said.contains("the entry's own signatures hold"), "{said}");
    let without = ["verify", "without.tlog-proof", "--vkey", &vkey];
    run(&home, &without).fails(2, "--note FILE");
    run(&home, &[&without[..], &["--note", "note"]].concat()).ok();
    run(&home, &[&without[..], &["--note", "other"]].concat()).fails(1, "(proof-differs)");
    home.write("nothing", "not a proof\n");
    run(&home, &["verify", "nothing", "--vkey", &vkey]).fails(1, "(proof-malformed)");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn receipts_are_held_against_the_log() {
    let mut app = with_entries(ENTRIES).await;
    let home = Home::new();
    let log = key(&app).await;
    let vkey = log.verifier().to_string();
    let notes = app.house.store.notes(0, 1000).await.expect("entries");
    let identity = |index: usize| Note::parse(&notes[index].note).expect("a note").identity();
    let sign = |file: &str, lines: Vec<AnswerLine>| {
        let answers = Answers {
            log: log.origin().clone(),
            time: world::DAWN,
            size: 310,
            lines,
        };
        let signed = SignedAnswers::sign(answers, &log).expect("answers");
        fs::write(home.path(file), signed.bytes()).expect("a file");
    };
    let accepted = |entry, index| AnswerLine::Accepted {
        identity: identity(entry),
        index,
    };
    let unknown = app.house.world.transfer(
        "nobody.example",
        "county.example/finance",
        &Note::parse(&notes[299].note).expect("a note"),
        5,
    );
    fs::write(home.path("unknown"), unknown.bytes()).expect("a file");
    let refused = |code: &str| AnswerLine::Refused {
        identity: unknown.identity(),
        code: code.parse().expect("a code"),
        size: 300,
    };
    let right = app.house.refused(&unknown).await;
    sign(
        "right",
        vec![accepted(200, 200), accepted(5, 305), refused(right)],
    );
    sign("wrong", vec![accepted(200, 201)]);
    sign("false", vec![refused("beyond-node")]);
    let url = url(&app);
    let hold = |file: &str| {
        run(
            &home,
            &[
                "verify",
                "--log",
                &url,
                "--no-remember",
                "--evidence",
                "shown",
                "--receipt",
                file,
                "--submission",
                "unknown",
                "--json",
            ],
        )
    };
    let codes = |said: Said| -> Vec<(String, Option<String>)> {
        let told: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let answers = told["answers"].as_array().cloned().unwrap_or_default();
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        let pair = |answer: &serde_json::Value| {
            (
                text(&answer["code"]).unwrap_or_default(),
                text(&answer["evidence"]),
            )
        };
        answers.iter().map(pair).collect()
    };
    let said = hold("right");
    assert_eq!(said.code, 0, "{}{}", said.out, said.error);
    let kept = ["answer-kept", "answer-awaited", "refusal-right"];
    assert_eq!(codes(said), kept.map(|code| (code.to_owned(), None)));
    for (file, code, shows) in [
        ("wrong", "answer-wrong-leaf", "signed that"),
        ("false", "refusal-wrong", "judges it again"),
    ] {
        let said = hold(file);
        assert_eq!(said.code, 1, "{}{}", said.out, said.error);
        let found = codes(said);
        assert_eq!(found[0].0, code);
        let evidence = found[0].1.as_deref().expect("evidence");
        let said = run(&home, &["verify", evidence, "--vkey", &vkey]).ok();
        assert!(said.contains(shows), "{said}");
    }
    // Another house's receipt is none of this log's.
    let other = fs::read_to_string(home.path("right")).expect("a file");
    home.write("forged", &other.replacen("310", "311", 1));
    hold("forged").fails(1, "(receipt-untrusted)");
    app.stop().await;
}
