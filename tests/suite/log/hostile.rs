//! A server, or whoever stands between, that does as it shouldn't: the verifier and a mirror name each
//! departure by its code. The table is for every reader of logs.

use super::copy::Copy;
use super::with_entries;
use crate::cli::program::{Home, Said};
use server::mirror::Halt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use tests::app::TestApp;
use tests::proxy::{Act, Mischief, Proxy};

/// Two full tiles of leaves and a partial one.
const ENTRIES: u64 = 600;

/// 100,000 zeros, compressed.
const ZEROS: &str = "\
    1f8b0800000000000203edc13101000000c2a0f54f6d0d0fa00000000000000000000000000000000000000000000000000000000000000000000000\
    000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000\
    008057037d9511d4a0860100";

/// One kind of mischief, and how a reader of the log ends.
struct Case {
    /// What is done.
    name: &'static str,
    mischief: Mischief,
    /// The code that is named; nothing where the reader must get through.
    code: Option<&'static str>,
    /// The program's exit code: 1 where the log isn't what its checkpoint says, 3 where its bytes
    /// don't come.
    exit: i32,
    /// What else must be named: the entry or the file.
    names: &'static str,
    mirror: Does,
}

/// What a mirror does. Nobody on the way can sign for the log, so it accuses nobody of anything here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    /// It has every entry: nothing is wrong, or only what it doesn't need.
    GoesOn,
    /// It names the fault, takes nothing that isn't the log's, and asks again until it is mended.
    Waits,
    /// The same, and it stays so: the first thing that it was told was wrong.
    Stays,
}

impl Case {
    /// A mirror doesn't read this file, for the tiles above it and the entries prove each other.
    fn unread_by_mirrors(self) -> Self {
        Self {
            mirror: Does::GoesOn,
            ..self
        }
    }

    /// A mirror that was told another key the first time keeps that.
    fn stays_for_mirrors(self) -> Self {
        Self {
            mirror: Does::Stays,
            ..self
        }
    }
}

fn case(
    name: &'static str,
    code: &'static str,
    exit: i32,
    names: &'static str,
    mischief: impl Fn(&str, &[u8]) -> Act + Send + Sync + 'static,
) -> Case {
    Case {
        name,
        mischief: Arc::new(mischief),
        code: Some(code),
        exit,
        names,
        mirror: Does::Waits,
    }
}

fn harmless(
    name: &'static str,
    mischief: impl Fn(&str, &[u8]) -> Act + Send + Sync + 'static,
) -> Case {
    Case {
        name,
        mischief: Arc::new(mischief),
        code: None,
        exit: 0,
        names: "600 entries",
        mirror: Does::GoesOn,
    }
}

/// Does something to one file's body.
fn on(
    file: &'static str,
    change: impl Fn(&[u8]) -> Vec<u8> + Send + Sync + 'static,
) -> impl Fn(&str, &[u8]) -> Act + Send + Sync + 'static {
    move |path, body| match path.strip_prefix("/log/") {
        Some(name) if name == file => Act::Body(change(body)),
        _ => Act::Pass,
    }
}

/// Does the same to every answer for one file.
fn always(file: &'static str, act: Act) -> impl Fn(&str, &[u8]) -> Act + Send + Sync + 'static {
    move |path, _| match path.strip_prefix("/log/") {
        Some(name) if name == file => act.clone(),
        _ => Act::Pass,
    }
}

/// Does something to the first answer of all only.
fn once(act: Act) -> impl Fn(&str, &[u8]) -> Act + Send + Sync + 'static {
    let asked = AtomicU32::new(0);
    move |_, _| match asked.fetch_add(1, Ordering::Relaxed) {
        0 => act.clone(),
        _ => Act::Pass,
    }
}

fn flip(body: &[u8], place: usize) -> Vec<u8> {
    let mut body = body.to_vec();
    body[place] ^= 1;
    body
}

/// The entries of a bundle, with their lengths.
fn entries(mut bundle: &[u8]) -> Vec<&[u8]> {
    let mut entries = Vec::new();
    while let Some(length) = bundle.first_chunk() {
        let (entry, rest) = bundle.split_at(2 + usize::from(u16::from_be_bytes(*length)));
        entries.push(entry);
        bundle = rest;
    }
    entries
}

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.map(|pair| byte(pair).expect("digits")).collect()
}

/// Every departure that a reader must name, and what it must get through.
fn table() -> Vec<Case> {
    vec![
        harmless("nothing", |_, _| Act::Pass),
        harmless("a first answer that is a failure", once(Act::Status(500))),
        harmless("a first connection that is closed", once(Act::Slam)),
        harmless("a first answer that breaks off", once(Act::Break)),
        harmless("every answer a little late", |_, _| {
            Act::Late(Duration::from_millis(20))
        }),
        case(
            "a flipped bit in an entry",
            "entry-differs",
            1,
            "entry 3 ",
            on("tile/entries/000", |body| {
                let before: usize = entries(body)[..3].iter().map(|entry| entry.len()).sum();
                flip(body, before + 40)
            }),
        ),
        case(
            "a flipped bit in an entry of the partial bundle",
            "entry-differs",
            1,
            "entry 512 ",
            on("tile/entries/002.p/88", |body| flip(body, 40)),
        ),
        case(
            "a flipped bit in an entry's length",
            "bundle-malformed",
            1,
            "tile/entries/001",
            on("tile/entries/001", |body| flip(body, 1)),
        ),
        case(
            "a flipped bit in a tile",
            "tile-differs",
            1,
            "tile/0/001",
            on("tile/0/001", |body| flip(body, 8000)),
        )
        .unread_by_mirrors(),
        case(
            "a flipped bit in the right edge",
            "root-differs",
            1,
            "600 entries",
            on("tile/0/002.p/88", |body| flip(body, 50)),
        ),
        case(
            "a flipped bit in the tile above",
            "root-differs",
            1,
            "600 entries",
            on("tile/1/000.p/2", |body| flip(body, 1)),
        ),
        case(
            "a flipped bit in the checkpoint's root",
            "checkpoint-untrusted",
            1,
            "log/checkpoint",
            on("checkpoint", |body| {
                let root = body.iter().filter(|byte| **byte == b'\n').count();
                assert!(root >= 4, "three lines, a blank one and signatures");
                let line = |number: usize| {
                    let ends = body.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
                    ends.map(|(place, _)| place).nth(number).expect("a line")
                };
                let place = line(1) + 5;
                let mut body = body.to_vec();
                body[place] = if body[place] == b'A' { b'B' } else { b'A' };
                body
            }),
        ),
        case(
            "a checkpoint without its signature",
            "checkpoint-malformed",
            1,
            "log/checkpoint",
            on("checkpoint", |body| {
                let blank = body.windows(2).position(|pair| pair == b"\n\n");
                body[..blank.expect("a blank line") + 1].to_vec()
            }),
        ),
        case(
            "a dropped entry",
            "bundle-malformed",
            1,
            "tile/entries/000",
            on("tile/entries/000", |body| {
                let mut entries = entries(body);
                entries.remove(7);
                entries.concat()
            }),
        ),
        case(
            "a dropped bundle",
            "log-missing",
            3,
            "tile/entries/001",
            always("tile/entries/001", Act::Status(404)),
        ),
        case(
            "a dropped tile",
            "log-missing",
            3,
            "tile/0/001",
            always("tile/0/001", Act::Status(404)),
        )
        .unread_by_mirrors(),
        case(
            "two entries in the other order",
            "entry-differs",
            1,
            "entry 8 ",
            on("tile/entries/000", |body| {
                let mut entries = entries(body);
                entries.swap(8, 9);
                entries.concat()
            }),
        ),
        case(
            "an entry that stands twice",
            "entry-differs",
            1,
            "entry 11 ",
            on("tile/entries/000", |body| {
                let mut entries = entries(body);
                entries[11] = entries[10];
                entries.concat()
            }),
        ),
        case(
            "a bundle cut short",
            "bundle-malformed",
            1,
            "tile/entries/001",
            on("tile/entries/001", |body| body[..body.len() - 9].to_vec()),
        ),
        case(
            "a tile cut short",
            "tile-malformed",
            1,
            "tile/0/000",
            on("tile/0/000", |body| body[..body.len() - 32].to_vec()),
        )
        .unread_by_mirrors(),
        case(
            "a tile that isn't one",
            "tile-malformed",
            1,
            "tile/0/000",
            on("tile/0/000", |_| b"not a tile".to_vec()),
        )
        .unread_by_mirrors(),
        case(
            "a connection that always breaks",
            "connection-broken",
            3,
            "tile/entries/001",
            always("tile/entries/001", Act::Break),
        ),
        case(
            "a server that always fails",
            "server-failing",
            3,
            "answers 500",
            always("tile/entries/001", Act::Status(500)),
        ),
        case(
            "a checkpoint without end",
            "body-too-long",
            3,
            "log/checkpoint",
            always("checkpoint", Act::Endless),
        ),
        case(
            "a tile without end",
            "body-too-long",
            3,
            "tile/0/000",
            always("tile/0/000", Act::Endless),
        )
        .unread_by_mirrors(),
        case(
            "a tile that unfolds",
            "body-too-long",
            3,
            "tile/0/000",
            always("tile/0/000", Act::Gzip(unhex(ZEROS))),
        )
        .unread_by_mirrors(),
        case(
            "a tile that drips",
            "timed-out",
            3,
            "tile/0/001",
            always("tile/0/001", Act::Drip),
        )
        .unread_by_mirrors(),
        case(
            "a key that isn't the one that signed",
            "checkpoint-untrusted",
            1,
            "log/checkpoint",
            on("vkey", |_| {
                b"ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n"
                    .to_vec()
            }),
        )
        .stays_for_mirrors(),
    ]
}

fn verify(home: &Home, url: &str, more: &[&str]) -> Said {
    let words = [
        "verify",
        "--log",
        url,
        "--attempts",
        "2",
        "--request-seconds",
        "2",
    ];
    home.run(&[&words, more].concat())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_verifier_names_each_departure() {
    let app = with_entries(ENTRIES).await;
    let home = Home::new();
    for case in table() {
        let proxy = Proxy::start(app.address, case.mischief);
        let said = tokio::task::block_in_place(|| verify(&home, &proxy.url(), &["--no-remember"]));
        let name = case.name;
        assert_eq!(said.code, case.exit, "{name}: {}{}", said.out, said.error);
        let told = format!("{}{}", said.out, said.error);
        assert!(told.contains(case.names), "{name}: {told}");
        if let Some(code) = case.code {
            assert!(told.contains(&format!("({code})")), "{name}: {told}");
        }
    }
    app.stop().await;
}

/// A case's mischief until it is mended.
fn until_mended(mischief: Mischief, mended: &Arc<AtomicBool>) -> Mischief {
    let mended = Arc::clone(mended);
    Arc::new(move |path, body| {
        if mended.load(Ordering::Acquire) {
            return Act::Pass;
        }
        mischief(path, body)
    })
}

/// Follows a log through one case; whatever is stored is the log's.
async fn mirrored(app: &TestApp, case: Case) {
    let (name, right) = (case.name, super::copy::entries(&app.house.store).await);
    let mended = Arc::new(AtomicBool::new(false));
    let proxy = Proxy::start(app.address, until_mended(case.mischief, &mended));
    let copy = Copy::new();
    let mut mirror = copy.open(proxy.address()).await;
    let followed = mirror.follower.catch_up().await;
    let stored = super::copy::entries(&mirror.store).await;
    assert_eq!(stored, right[..stored.len()], "{name}");
    if case.mirror == Does::GoesOn {
        assert_eq!(followed.expect(name), ENTRIES, "{name}");
    } else {
        let Err(Halt::Stuck(trouble)) = followed else {
            panic!("{name}: {followed:?}");
        };
        assert_eq!(Some(trouble.code.as_str()), case.code, "{name}");
        assert!(trouble.what.contains(case.names), "{name}: {trouble:?}");
        assert_eq!(trouble.unreachable, case.exit == 3, "{name}");
        assert_eq!(mirror.home.view().trouble, Some(*trouble), "{name}");
        mended.store(true, Ordering::Release);
        let followed = mirror.follower.catch_up().await;
        match case.mirror {
            Does::Waits => assert_eq!(followed.expect(name), ENTRIES, "{name}"),
            _ => assert!(matches!(followed, Err(Halt::Stuck(_))), "{name}"),
        }
    }
    assert_eq!(mirror.home.view().departed, None, "{name}");
    mirror.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_names_each_fault_takes_nothing_wrong_and_accuses_nobody() {
    let app = with_entries(ENTRIES).await;
    for case in table() {
        mirrored(&app, case).await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_of_a_server_that_replays_an_old_checkpoint_waits() {
    let mut app = with_entries(300).await;
    let old = app.get("/log/checkpoint").await.body;
    let more: Vec<_> = (0..30).map(|_| app.house.world.appropriation(5)).collect();
    app.house.admit(&more).await;
    super::until_published(&app, 330).await;
    let stale = Arc::new(AtomicBool::new(false));
    let replays = {
        let stale = Arc::clone(&stale);
        on("checkpoint", move |body| {
            match stale.load(Ordering::Acquire) {
                true => old.clone(),
                false => body.to_vec(),
            }
        })
    };
    let proxy = Proxy::start(app.address, Arc::new(replays));
    let copy = Copy::new();
    let mut mirror = copy.open(proxy.address()).await;
    assert_eq!(mirror.follower.catch_up().await.expect("it follows"), 330);
    stale.store(true, Ordering::Release);
    let Err(Halt::Stuck(trouble)) = mirror.follower.catch_up().await else {
        panic!("an old checkpoint isn't followed");
    };
    assert_eq!(trouble.code, "log-went-back");
    stale.store(false, Ordering::Release);
    assert_eq!(mirror.follower.catch_up().await.expect("it goes on"), 330);
    mirror.close().await;
    app.stop().await;
}

/// Another history of so many entries, under the same genesis and key.
async fn fork(entries: u64) -> TestApp {
    let mut app = TestApp::founded().await;
    let founded = app.house.store.entry_count().await.expect("a count");
    let more: Vec<_> = (founded..entries)
        .map(|number| app.house.world.appropriation(1_000_000 + number))
        .collect();
    app.house.admit(&more).await;
    super::until_published(&app, entries).await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn another_history_under_the_same_key_is_evidence() {
    let app = with_entries(300).await;
    let vkey = app.get("/log/vkey").await.text();
    let home = Home::new();
    let url = |app: &TestApp| format!("http://{}", app.address);
    let keeping = ["--remember", "seen", "--evidence", "shown"];
    let first = tokio::task::block_in_place(|| verify(&home, &url(&app), &keeping));
    assert!(first.ok().contains("300 entries"));
    // The same number of entries, and more: both are another history.
    for entries in [300, 700] {
        let other = fork(entries).await;
        let said = tokio::task::block_in_place(|| verify(&home, &url(&other), &keeping));
        assert!(said.error.contains("first 300 entries"), "{}", said.error);
        let evidence = saved(&said);
        said.fails(1, "(log-forked)");
        // A third party needs nothing but the file and the key.
        let words = ["verify", &evidence, "--vkey", vkey.trim_end()];
        let shown = tokio::task::block_in_place(|| home.run(&words)).ok();
        assert!(shown.contains("two histories"), "{shown}");
        let other_key = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
        let words = ["verify", &evidence, "--vkey", other_key];
        tokio::task::block_in_place(|| home.run(&words)).fails(1, "(evidence-invalid)");
        other.stop().await;
    }
    app.stop().await;
}

/// The file that a failure names.
fn saved(said: &Said) -> String {
    let line = said
        .error
        .lines()
        .find_map(|line| line.trim().strip_prefix("Evidence: "));
    line.unwrap_or_else(|| panic!("no evidence: {}", said.error))
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_goes_back_is_refused() {
    let mut app = with_entries(300).await;
    let old = app.get("/log/checkpoint").await.body;
    let more: Vec<_> = (0..30).map(|_| app.house.world.appropriation(5)).collect();
    app.house.admit(&more).await;
    super::until_published(&app, 330).await;
    let home = Home::new();
    let keeping = ["--remember", "seen", "--evidence", "shown"];
    let replays = on("checkpoint", move |_| old.clone());
    let honest = Proxy::start(app.address, Arc::new(|_: &str, _: &[u8]| Act::Pass));
    let stale = Proxy::start(app.address, Arc::new(replays));
    tokio::task::block_in_place(|| {
        // Whoever never saw the newer one can't tell.
        verify(&home, &stale.url(), &["--no-remember"]).ok();
        verify(&home, &honest.url(), &keeping).ok();
        let said = verify(&home, &stale.url(), &keeping);
        assert!(
            said.error
                .contains("330 entries were signed before, it now shows 300")
        );
        let evidence = std::fs::read_to_string(home.path(&saved(&said))).expect("a file");
        let both = ["\n330\n", "\n300\n"].map(|size| evidence.contains(size));
        assert_eq!(both, [true, true], "{evidence}");
        said.fails(1, "(log-went-back)");
        // What is remembered stands: the honest log is still right.
        verify(&home, &honest.url(), &keeping).ok();
    });
    app.stop().await;
}
