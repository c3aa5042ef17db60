//! A log that departs: its mirror stops, says so on every page, and keeps what convinces whoever has
//! the log's key and nothing else.

use super::copy::{Copy, Opened, Serving, entries};
use super::fake::Fake;
use super::{key, with_entries};
use crate::cli::program::Home;
use ledger::field::Field;
use ledger::log::{Evidence, KeyName, LogKey};
use server::mirror::{Departed, Halt};

/// The log departed: what the mirror reported.
async fn departed(mirror: &mut Opened, code: &str) -> Box<Departed> {
    let halted = mirror.follower.catch_up().await;
    let Err(Halt::Departed(departed)) = halted else {
        panic!("{halted:?}");
    };
    assert_eq!(departed.code, code, "{}", departed.what);
    departed
}

/// What a third party is told of the evidence, with the command that the report names.
fn third_party(mirror: &Opened, key: &LogKey) -> String {
    let (departed, evidence) = mirror.home.evidence().expect("a file").expect("evidence");
    let read = Evidence::parse(&evidence).expect("evidence");
    read.check(key.verifier(), &[])
        .expect("it convinces whoever has the log's key");
    let home = Home::new();
    std::fs::write(home.path(&departed.evidence), &evidence).expect("a file");
    let command = departed.check.strip_prefix("countersign ");
    let line = command.expect("a command").to_owned();
    tokio::task::block_in_place(|| {
        let other = "other.example/log+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
        let named = key.verifier().to_string();
        let accused = line.replace(&named, other);
        assert!(!home.line(&accused).out.contains(key.origin().as_str()));
        home.line(&line).ok()
    })
}

/// Every page says so, and the process doesn't pass for a healthy one.
async fn told_on_every_page(mirror: &Opened, code: &str) {
    let (_, evidence) = mirror.home.evidence().expect("a file").expect("evidence");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    for (path, words) in [
        ("/en/", "the log departed from what it should do"),
        ("/zh/", "日志偏离了应有的行为"),
        ("/es/", "el registro se apartó de lo debido"),
    ] {
        let page = serving.get(path).await.text();
        assert!(
            page.contains(words) && page.contains(code),
            "{path}: {page}"
        );
    }
    assert_eq!(serving.get("/health/ready").await.code(), "log-departed");
    assert_eq!(serving.get("/mirror/evidence").await.body, evidence);
    let about = serving.get("/mirror").await.json();
    assert_eq!(about["departed"]["code"], code);
    serving.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_histories_are_shown_by_the_logs_own_signatures() {
    let app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    let mut other = right.clone();
    other[12] = other[13].clone();
    let larger = [other.clone(), vec![right[5].clone()]].concat();
    // Of the same size, of a larger one, and of a smaller one, which only the copy can tell.
    for history in [other.clone(), larger, other[..20].to_vec()] {
        let size = history.len();
        let fake = Fake::begin(right.clone(), key.clone()).await;
        let copy = Copy::new();
        let mut mirror = copy.open(fake.address).await;
        mirror.follower.catch_up().await.expect("it was right");
        fake.now(history);
        departed(&mut mirror, "log-forked").await;
        let words = third_party(&mirror, &key);
        let differ = format!("two histories: its first {} entries", size.min(30));
        assert!(words.contains(&differ), "{words}");
        told_on_every_page(&mirror, "log-forked").await;
        assert_eq!(entries(&mirror.store).await, right, "nothing right is lost");
        mirror.close().await;

        // It stays so, whatever the log shows next.
        fake.now(right.clone());
        let mut again = copy.open(fake.address).await;
        departed(&mut again, "log-forked").await;
        again.close().await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_log_that_goes_back_is_named_and_nobody_accused() {
    let app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    let fake = Fake::begin(right.clone(), key).await;
    let copy = Copy::new();
    let mut mirror = copy.open(fake.address).await;
    mirror.follower.catch_up().await.expect("it was right");
    fake.now(right[..20].to_vec());
    let halted = mirror.follower.catch_up().await;
    let Err(Halt::Stuck(trouble)) = halted else {
        panic!("{halted:?}");
    };
    assert_eq!(trouble.code, "log-went-back");
    assert!(!trouble.unreachable);
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let about = serving.get("/mirror").await.json();
    assert_eq!(about["trouble"]["code"], "log-went-back");
    assert!(about["departed"].is_null());
    assert_eq!(about["entries"], 30, "the books are kept as they were");
    serving.end().await;
    // An old copy on the way mends itself.
    fake.now(right);
    assert_eq!(mirror.follower.catch_up().await.expect("it goes on"), 30);
    assert_eq!(mirror.home.view().trouble, None);
    mirror.close().await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_entry_that_no_rule_admits_is_shown_with_the_proof_that_the_log_has_it() {
    let mut app = with_entries(30).await;
    let (key, right) = (key(&app).await, entries(&app.house.store).await);
    // The same text a second time; a text that the signature isn't of; and no text at all.
    let repeated = right[29].clone();
    let note = app.house.world.appropriation(1_000);
    let forged = String::from_utf8_lossy(note.bytes()).replacen("amount 1000", "amount 9000", 1);
    let nothing = b"nothing\n".to_vec();
    for (entry, code, shown) in [
        (repeated, "already-admitted", "refuse with already-admitted"),
        (
            forged.into_bytes(),
            "signature-invalid",
            "refuse with signature-invalid",
        ),
        (nothing, "", "what is no entry"),
    ] {
        let mut wrong = right.clone();
        wrong.push(entry.clone());
        let fake = Fake::begin(wrong, key.clone()).await;
        let copy = Copy::new();
        let mut mirror = copy.open(fake.address).await;
        let halted = mirror.follower.catch_up().await;
        let Err(Halt::Departed(departed)) = halted else {
            panic!("{halted:?}");
        };
        assert!(departed.code.starts_with(code), "{}", departed.what);
        assert_eq!(departed.entries, 30, "what was right before it is kept");
        assert_eq!(entries(&mirror.store).await, right);
        let (_, evidence) = mirror.home.evidence().expect("a file").expect("evidence");
        let evidence = Evidence::parse(&evidence).expect("evidence");
        let (Evidence::BadEntry(placed) | Evidence::BrokenRule { placed, .. }) = &evidence else {
            panic!("{evidence:?}");
        };
        assert_eq!(placed.entry, entry);
        let words = third_party(&mirror, &key);
        assert!(
            words.contains("entry 30") && words.contains(shown),
            "{words}"
        );
        told_on_every_page(&mirror, &departed.code).await;
        mirror.close().await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_first_entry_that_names_another_log_is_evidence() {
    let app = with_entries(30).await;
    let right = entries(&app.house.store).await;
    let own = key(&app).await;
    // The ledger under a name that isn't its own: whoever only asks the log for its key believes it.
    let secret = tests::world::key("thief.example", "log");
    let name = KeyName::parse("thief.example/log").expect("a name");
    let thief = LogKey::new(name, secret);
    let fake = Fake::begin(right, thief.clone()).await;
    let copy = Copy::new();
    let mut mirror = copy.open(fake.address).await;
    let departed = departed(&mut mirror, "genesis-differs").await;
    assert_eq!(departed.entries, 0);
    assert!(
        departed.what.contains(own.origin().as_str()),
        "{}",
        departed.what
    );
    let words = third_party(&mirror, &thief);
    assert!(words.contains(own.origin().as_str()), "{words}");
    mirror.close().await;
    app.stop().await;
}
