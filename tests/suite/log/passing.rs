//! Submissions that come to a mirror: stamped, passed on, and published where the log leaves them out.

use super::copy::{Copy, MIRROR, Serving, entries};
use super::fake::Fake;
use super::ward::post;
use super::{key, with_entries};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::log::SignedNote;
use server::mirror::{Forwarder, RECEIVED};
use server::ports::{Clock, StillClock, SystemClock};
use std::sync::Arc;
use tests::world;

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
    let passed = std::fs::read(copy.folder.path().join("submissions.json")).expect("it waits");
    std::fs::write(lagging.folder.path().join("submissions.json"), passed).expect("it waits here");
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
