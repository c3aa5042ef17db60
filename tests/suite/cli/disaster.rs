//! What befalls a ledger from outside, through the program itself: a death in the middle of its work,
//! a newer release, a disk that can't be written or is full.

use super::program::{Home, Said};
use super::story::founded;
use ledger::Note;
use ledger::field::Identity;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use server::client::{Client, Sent};
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tests::world::{COUNTY, MINISTRY, World};

/// Clients that post at once.
const CLIENTS: usize = 3;
/// Notes that each of them has to post.
const NOTES_EACH: usize = 150;
/// How many more answers there are before each death: early, and in full flow.
const ANSWERS_BEFORE_DEATH: [usize; 4] = [1, 40, 90, 60];

/// Posts notes from `next` on, one after the other, until the server is gone. What was answered is
/// added to `answered`; the note that was under way is posted again next time.
fn post(client: &Client, notes: &[Note], next: &mut usize, answered: &Mutex<Vec<(Identity, u64)>>) {
    while let Some(note) = notes.get(*next) {
        match client.submit(note) {
            Ok(Sent::Recorded(recorded)) => {
                let mut answered = answered.lock().expect("no client panics");
                answered.push((note.identity(), recorded.index));
                *next += 1;
            }
            Ok(Sent::Declined(declined)) => panic!("{}: {}", declined.code, declined.title),
            Err(_) => return,
        }
    }
}

fn client(url: &str) -> Client {
    Client::new(url.parse().expect("an address"))
}

#[test]
fn a_server_that_is_killed_keeps_all_that_it_answered_and_nothing_by_halves() {
    let home = Home::new();
    let mut world = World::default();
    let mut founding = world.founding();
    let root = world.appropriation(1_000_000_000);
    founding.push(root.clone());
    let bytes: Vec<u8> = founding
        .iter()
        .flat_map(|note| note.bytes().to_vec())
        .collect();
    fs::write(home.path("founding"), bytes).expect("a file");
    home.line("submit founding").ok();
    let own: Vec<Vec<Note>> = (0..CLIENTS)
        .map(|_| {
            (1..=NOTES_EACH as u64)
                .map(|amount| world.transfer(MINISTRY, COUNTY, &root, amount))
                .collect()
        })
        .collect();
    let answered = Mutex::new(Vec::new());
    let mut next = [0; CLIENTS];
    for more in ANSWERS_BEFORE_DEATH {
        let serving = home.serve();
        let client = client(&serving.url);
        let before = answered.lock().expect("no client panics").len();
        std::thread::scope(|scope| {
            for (notes, next) in own.iter().zip(&mut next) {
                let (client, answered) = (&client, &answered);
                scope.spawn(move || post(client, notes, next, answered));
            }
            let begun = Instant::now();
            while answered.lock().expect("no client panics").len() < before + more {
                assert!(begun.elapsed() < Duration::from_secs(60), "no answers");
                std::thread::sleep(Duration::from_millis(1));
            }
            serving.kill();
        });
        // What was answered is there at its index, and every entry's effects are whole.
        let verified = home.line("verify --json").json();
        assert_eq!(verified["tallies_that_differ"], serde_json::json!([]));
        let serving = home.serve();
        let client = self::client(&serving.url);
        for (identity, index) in answered.lock().expect("no client panics").iter() {
            let path = format!("/api/v1/entries/{identity}");
            let entry: Option<serde_json::Value> = client.get(&path).expect("an answer");
            let entry = entry.unwrap_or_else(|| panic!("{identity} was answered and is gone"));
            assert_eq!(entry["index"], *index, "{identity}");
        }
        serving.kill();
    }
    let serving = home.serve();
    let client = client(&serving.url);
    for (notes, next) in own.iter().zip(&mut next) {
        post(&client, notes, next, &answered);
    }
    assert_eq!(serving.stop(), Some(0));
    let verified = home.line("verify --json").json();
    assert_eq!(verified["entries"], founding.len() + CLIENTS * NOTES_EACH);
    let tally = home.line("tally --json").json();
    let sent = (CLIENTS * NOTES_EACH * (NOTES_EACH + 1) / 2).to_string();
    assert_eq!(tally["tallies"][0]["terms"]["in_transit"], sent);
}

/// A transfer that would be admitted if it could be written.
const ISSUE: &str =
    "issue --programme schools --to town.example/office --amount 5 --ref x --key m.key --yes";

#[test]
fn a_ledger_of_a_newer_release_is_left_alone() {
    let home = founded();
    let entries = home.line("verify --json").json()["entries"].clone();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let change = |statement: &str| {
        let url = format!("sqlite://{}", home.path("data/ledger.sqlite").display());
        runtime.block_on(async {
            let database = Database::connect(ConnectOptions::new(url)).await;
            let database = database.expect("the database");
            database
                .execute_unprepared(statement)
                .await
                .expect("a change");
            database.close().await.expect("it closes");
        });
    };
    change(
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 0)",
    );
    for line in [
        "tally",
        "findings",
        "verify",
        "export",
        ISSUE,
        "rebuild",
        "serve --listen 127.0.0.1:0",
    ] {
        home.line(line).fails(
            5,
            "has the schema m29990101_000001_later, which this release doesn't know: install the newer release",
        );
    }
    change("DELETE FROM seaql_migrations WHERE version = 'm29990101_000001_later'");
    assert_eq!(home.line("verify --json").json()["entries"], entries);
    home.line(ISSUE).ok();
}

/// Whether this process may do what it likes with files, whatever their modes say.
fn is_root() -> bool {
    let told = Command::new("id").arg("-u").output().expect("id is there");
    told.stdout.trim_ascii() == b"0"
}

/// Whether a namespace with mounts of its own can be had here: a container or a hardened kernel may
/// say no.
fn has_mounts() -> bool {
    let tried = Command::new("unshare").args(NAMESPACE).arg("true").output();
    tried.is_ok_and(|output| output.status.success())
}

/// A namespace in which this user may mount.
const NAMESPACE: [&str; 3] = ["--user", "--map-root-user", "--mount"];

/// Runs the program after a script has prepared the place, and another one after it.
fn prepared(home: &Home, before: &str, line: &str, after: &str) -> Said {
    let script = format!("set -e; {before}; set +e; \"$@\"; code=$?; {after}; exit $code");
    let words = [&["unshare"], &NAMESPACE[..], &["sh", "-c", &script, "sh"]].concat();
    home.run_under(&words, &line.split_whitespace().collect::<Vec<_>>())
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its own folder");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_left_as_it_was() {
    let home = founded();
    let entries = home.line("verify --json").json()["entries"].clone();
    let data = home.path("data");
    let files = || fs::read_dir(&data).expect("the folder").flatten();
    let said = if is_root() {
        if !has_mounts() {
            eprintln!("root without namespaces: no folder is read-only here");
            return;
        }
        let before = "mount --bind data data; mount -o remount,bind,ro data";
        prepared(&home, before, ISSUE, "true")
    } else {
        files().for_each(|file| {
            if file.path().is_file() {
                set_mode(&file.path(), 0o444);
            }
        });
        set_mode(&data, 0o555);
        let said = home.line(ISSUE);
        set_mode(&data, 0o755);
        files().for_each(|file| {
            if file.path().is_file() {
                set_mode(&file.path(), 0o644);
            }
        });
        said
    };
    assert!(
        said.error.contains("Check the folder's owner and mode"),
        "{}",
        said.error
    );
    said.fails(3, "the ledger can't be written: ");
    assert_eq!(home.line("verify --json").json()["entries"], entries);
    home.line(ISSUE).ok();
}

#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let home = founded();
    if !has_mounts() {
        eprintln!("no namespaces: no small disk can be had here");
        return;
    }
    let entries = home.line("verify --json").json()["entries"].clone();
    fs::create_dir(home.path("small")).expect("a folder");
    fs::create_dir(home.path("after")).expect("a folder");
    // The rows take more than the room that is left once the program has opened the ledger.
    let mut rows = fs::File::create(home.path("rows.csv")).expect("a file");
    writeln!(rows, "to,sum,day,voucher").expect("a header");
    for row in 1..=400 {
        writeln!(rows, "town.example/office,0.01,2026-11-20,v{row}").expect("a row");
    }
    home.write("map.toml", super::importing::MAPPING);
    for (room_kib, line) in [
        (0, format!("{ISSUE} --data small")),
        (
            700,
            "import rows.csv --mapping map.toml --key m.key --yes --data small".to_owned(),
        ),
    ] {
        let before = format!(
            "mount -t tmpfs -o size=32m tmpfs small; cp -a data/. small; \
             free=$(df -k --output=avail small | tail -1); \
             dd if=/dev/zero of=small/filler bs=1024 count=$((free - {room_kib})) 2>/dev/null"
        );
        let said = prepared(
            &home,
            &before,
            &line,
            "rm small/filler; cp -a small/. after",
        );
        assert!(
            said.error.contains("then run the same command again"),
            "{}",
            said.error
        );
        said.fails(
            3,
            "the disk is full: nothing was written, and nothing is lost",
        );
        let verified = home.line("verify --data after --json").json();
        assert_eq!(verified["tallies_that_differ"], serde_json::json!([]));
        assert_eq!(verified["entries"], entries, "{line}");
        home.line(&line.replace("--data small", "--data after"))
            .ok();
        fs::remove_dir_all(home.path("after")).expect("its own folder");
        fs::create_dir(home.path("after")).expect("a folder");
    }
}
