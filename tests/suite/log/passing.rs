//! Submissions that come to a mirror: stamped, passed on, and published where the log leaves them out.

use super::copy::{Copy, MIRROR, Serving, entries};
use super::fake::Fake;
use super::ward::post;
use super::{key, with_entries};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::log::{SignedAnswers, SignedNote, submission_identity};
use server::mirror::{Forwarder, RECEIVED};
use server::ports::{Clock, StillClock, SystemClock};
use std::sync::Arc;
use tests::world;

/// What waits in one mirror's folder waits in another's.
fn moved(from: &Copy, to: &Copy) {
    let [from, to] = [from, to].map(|copy| copy.folder.path().join("submissions"));
    std::fs::create_dir_all(&to).expect("a folder");
    for file in std::fs::read_dir(&from).expect("they wait") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), to.join(file.file_name())).expect("they wait here");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_submission_is_stamped_passed_on_and_told_of_where_it_is_left_out() {
    let mut app = with_entries(20).await;
    let copy = Copy::new();
    let clock = StillClock::at(SystemClock.now());
    let opened = copy.try_open(app.address, Arc::new(clock.clone())).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let note = app.house.world.appropriation(77);
    let answer = post(serving.address, "/api/v1/entries", note.bytes()).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let stamp = STANDARD
        .decode(answer.header(RECEIVED.as_str()))
        .expect("base64");
    let stamp = SignedNote::parse(&stamp).expect("a signed note");
    let secret = world::key(MIRROR, "witness");
    let about = serving.get("/mirror").await.json();
    let named = about["stamps_as"]
        .as_str()
        .expect("a key")
        .parse()
        .expect("a verifier key");
    stamp.verify([&named]).expect("the mirror stamped it");
    assert_ne!(named.public().bytes(), secret.verifying_key().as_bytes());
    assert!(
        stamp
            .text()
            .contains(&format!("identity {}\n", note.identity()))
    );

    // Nothing is said of it within the minute, nor while the mirror hasn't looked again.
    let withheld = serving.get("/mirror/withheld").await.json();
    assert_eq!(withheld["withheld"], serde_json::json!([]));
    clock.put(ledger::field::Moment(clock.now().seconds() + 120));
    let withheld = serving.get("/mirror/withheld").await.json();
    assert_eq!(withheld["withheld"], serde_json::json!([]));
    // A log that shows a checkpoint without it long after is told of.
    serving.end().await;
    mirror.close().await;

    let mut first = entries(&app.house.store).await;
    first.truncate(20);
    let stale = Fake::begin(first, key(&app).await).await;
    let lagging = Copy::new();
    moved(&copy, &lagging);
    let opened = lagging.try_open(stale.address, Arc::new(clock)).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let withheld = serving.get("/mirror/withheld").await.json();
    let list = withheld["withheld"].as_array().expect("a list");
    assert_eq!(list.len(), 1, "{withheld}");
    assert_eq!(list[0]["identity"], note.identity().to_string());
    let sent = STANDARD
        .decode(list[0]["note"].as_str().expect("text"))
        .expect("base64");
    assert_eq!(sent, note.bytes());
    assert!(
        list[0]["answer"]
            .as_str()
            .expect("text")
            .contains("accepted")
    );
    serving.end().await;
    mirror.close().await;

    // Once it is in the log, nothing more is said of it.
    let mut mirror = lagging.open(app.address).await;
    mirror.follower.catch_up().await.expect("it follows");
    let forwarder = Forwarder::open(Arc::clone(&mirror.home), None).expect("a forwarder");
    assert!(forwarder.withheld().await.expect("a list").is_empty());
    drop(forwarder);
    mirror.close().await;
    app.stop().await;
}

fn framed(notes: &[&[u8]]) -> Vec<u8> {
    let framed = notes.iter().flat_map(|note| {
        let length = u16::try_from(note.len()).expect("a short note");
        length.to_be_bytes().into_iter().chain(note.iter().copied())
    });
    framed.collect()
}

fn list(value: &serde_json::Value) -> &Vec<serde_json::Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_batch_is_stamped_note_by_note_passed_on_whole_and_what_is_left_out_is_published() {
    let mut app = with_entries(20).await;
    let copy = Copy::new();
    let clock = StillClock::at(SystemClock.now());
    let opened = copy.try_open(app.address, Arc::new(clock.clone())).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let notes = [
        app.house.world.appropriation(71),
        app.house.world.appropriation(72),
    ];
    let body = framed(&[notes[0].bytes(), b"no note\n", notes[1].bytes()]);
    let path = "/api/v1/entries:batch?wait=proof";
    let answer = post(serving.address, path, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let answer = answer.json();
    let answers = list(&answer["answers"]);
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["identity"], notes[0].identity().to_string());
    assert!(answers[0]["proof"].is_string(), "it was waited for");
    assert_eq!(answers[1]["code"], "signature-lines");
    assert_eq!(answers[2]["index"], 21);
    assert!(answer["receipt"].is_string());
    let about = serving.get("/mirror").await.json();
    let named = about["stamps_as"].as_str().expect("a key");
    let named = named.parse().expect("a verifier key");
    let stamps = list(&answer["received"]);
    let identities = [
        notes[0].identity(),
        submission_identity(b"no note\n"),
        notes[1].identity(),
    ];
    assert_eq!(stamps.len(), identities.len());
    for (stamp, identity) in stamps.iter().zip(identities) {
        let stamp = stamp.as_str().expect("a note").as_bytes();
        let stamp = SignedNote::parse(stamp).expect("a signed note");
        stamp.verify([&named]).expect("the mirror stamped it");
        let line = format!("identity {identity}\n");
        assert!(stamp.text().contains(&line), "{}", stamp.text());
    }
    // What isn't a batch is refused here, and nothing of it is passed on.
    let broken = post(serving.address, "/api/v1/entries:batch", b"\0\x09a").await;
    assert_eq!(
        (broken.status, broken.code()),
        (400, "batch-framing".to_owned())
    );
    clock.put(ledger::field::Moment(clock.now().seconds() + 120));
    serving.end().await;
    mirror.close().await;

    // A log that leaves them out is told of: of both, and not of what it refused.
    let mut first = entries(&app.house.store).await;
    first.truncate(20);
    let stale = Fake::begin(first, key(&app).await).await;
    let lagging = Copy::new();
    moved(&copy, &lagging);
    let opened = lagging.try_open(stale.address, Arc::new(clock)).await;
    let mut mirror = opened.expect("a mirror");
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    let withheld = serving.get("/mirror/withheld").await.json();
    let told = list(&withheld["withheld"]);
    assert_eq!(told.len(), 2, "{withheld}");
    for (one, note) in told.iter().zip(&notes) {
        assert_eq!(one["identity"], note.identity().to_string());
        let answer = one["answer"].as_str().expect("text");
        let answer: serde_json::Value = serde_json::from_str(answer).expect("JSON");
        assert_eq!(answer["identity"], note.identity().to_string());
        let receipt = answer["receipt"].as_str().expect("a receipt");
        let receipt = SignedAnswers::parse(receipt.as_bytes()).expect("a receipt");
        let log = key(&app).await;
        receipt.verify(log.verifier()).expect("the log signed it");
    }
    // People read the same on a page, in their language, and find it from the others.
    for (language, words) in [
        ("en", "What the log left out"),
        ("zh", "日志遗漏的提交"),
        ("es", "Lo que el registro omitió"),
    ] {
        let page = serving.get(&format!("/{language}/mirror")).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(text.contains(words), "{text}");
        for note in &notes {
            assert!(text.contains(&note.identity().to_string()), "{text}");
        }
        assert!(!text.contains("<script"), "{text}");
        assert_eq!(page.header("cache-control"), "no-store");
        for other in ["status", "books", ""] {
            let page = serving.get(&format!("/{language}/{other}")).await.text();
            assert!(
                page.contains(&format!("/{language}/mirror\"")),
                "{other}: {page}"
            );
        }
    }
    // The description's routes of a mirror are there.
    let described = app.get("/api/v1/openapi.json").await.json();
    let paths = described["paths"].as_object().expect("paths");
    let own: Vec<&String> = paths
        .keys()
        .filter(|path| path.starts_with("/mirror"))
        .collect();
    assert_eq!(own, ["/mirror", "/mirror/evidence", "/mirror/withheld"]);
    assert_eq!(serving.get("/mirror/evidence").await.code(), "not-found");
    assert_eq!(
        app.get("/en/mirror").await.status,
        404,
        "this server is no mirror"
    );
    serving.end().await;
    mirror.close().await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_log_that_is_silent_leaves_the_stamps() {
    let app = with_entries(20).await;
    let copy = Copy::new();
    let mut mirror = copy.open(app.address).await;
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    app.stop().await;
    let one = post(serving.address, "/api/v1/entries", b"a note\n").await;
    assert_eq!((one.status, one.code()), (502, "log-silent".to_owned()));
    assert!(!one.header(RECEIVED.as_str()).is_empty());
    let batch = framed(&[b"a note\n", b"another\n"]);
    let many = post(serving.address, "/api/v1/entries:batch", &batch).await;
    assert_eq!((many.status, many.code()), (502, "log-silent".to_owned()));
    assert_eq!(list(&many.json()["received"]).len(), 2);
    serving.end().await;
    mirror.close().await;
}
