//! A mirror: it keeps the whole ledger, follows, stops and goes on, and serves what it has.

use super::copy::{Copy, MIRROR, Opened, Serving, entries};
use super::ward::cosigner;
use super::{key, until_published, with_entries};
use ledger::log::{Policy, SignedCheckpoint};
use server::log::Cosigning;
use server::store::Store;
use std::time::Duration;
use tests::app::TestApp;
use tokio::sync::watch;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_keeps_every_entry_and_goes_on_where_it_stopped() {
    let mut app = with_entries(300).await;
    let copy = Copy::new();
    let mut mirror = copy.open(app.address).await;
    assert_eq!(mirror.follower.catch_up().await.expect("it follows"), 300);
    assert_eq!(
        entries(&mirror.store).await,
        entries(&app.house.store).await
    );
    mirror.close().await;

    let more: Vec<_> = (0..40)
        .map(|number| app.house.world.appropriation(number + 1))
        .collect();
    app.house.admit(&more).await;
    let size = app.house.store.entry_count().await.expect("a count");
    let published = until_published(&app, size).await;
    let mut again = copy.open(app.address).await;
    assert_eq!(again.follower.size(), 300);
    assert_eq!(again.follower.catch_up().await.expect("it follows"), size);
    let served = again.log.published().expect("a checkpoint");
    assert_eq!(served.root(), published.root);
    let theirs = app.house.store.head().await.expect("a head");
    assert_eq!(again.store.head().await.expect("a head"), theirs);
    again.close().await;

    // Its tables are those that a rebuild makes from the entries alone.
    let rebuilt = Store::rebuild(&copy.ground.config(), |_, _| {}).await;
    assert_eq!(rebuilt.expect("every entry is admitted"), size);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_follows_a_growing_log_and_its_cosignature_stands_under_it() {
    let app = with_entries(30).await;
    let text = format!(
        "witness copy {}\nquorum copy\n",
        cosigner(MIRROR).verifier()
    );
    let policy = Policy::parse(text.as_bytes()).expect("a policy");
    let left = app.leave().await;
    let mut app = TestApp::again_publishing(left, |log| {
        log.cosigning = Some(Cosigning::new(policy.clone()));
    })
    .await;
    let copy = Copy::new();
    let mirror = copy.open(app.address).await;
    let Opened {
        mut follower,
        store,
        ..
    } = mirror;
    let (stop, stopping) = watch::channel(false);
    let following = tokio::spawn(async move { follower.run(stopping).await });
    for number in 0..5 {
        let note = app.house.world.appropriation(number + 1);
        app.house.admit(&[note]).await;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let size = app.house.store.entry_count().await.expect("a count");
    until_published(&app, size).await;
    let known = [key(&app).await.verifier().clone()];
    for attempt in 0.. {
        let served = app.get("/log/checkpoint").await.body;
        let signed = SignedCheckpoint::parse(&served).expect("a checkpoint");
        if policy.evaluate(&signed, &known).expect("the log's").quorum {
            break;
        }
        assert!(attempt < 500, "the mirror's cosignature never came");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(
        app.get("/en/")
            .await
            .text()
            .contains("Checked by 1 of 1: copy,")
    );
    stop.send_replace(true);
    following.await.expect("a task").expect("it was stopped");
    assert_eq!(store.entry_count().await.expect("a count"), size);
    store.close().await.expect("it is closed");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mirror_serves_the_same_pages_and_log_and_says_what_it_is() {
    let app = with_entries(300).await;
    let copy = Copy::new();
    let mut mirror = copy.open(app.address).await;
    mirror.follower.catch_up().await.expect("it follows");
    let serving = Serving::of(&mirror.home, &mirror.log, &mirror.store).await;
    for path in [
        "/log/checkpoint",
        "/log/vkey",
        "/log/tile/0/000",
        "/log/tile/0/001.p/44",
        "/log/tile/entries/001.p/44",
        "/api/v1/ledger",
    ] {
        let (ours, theirs) = (serving.get(path).await, app.get(path).await);
        assert_eq!(
            (ours.status, ours.text()),
            (theirs.status, theirs.text()),
            "{path}"
        );
    }
    for (path, words) in [
        ("/en/", "This is a mirror’s copy"),
        ("/zh/", "这是镜像副本"),
        ("/es/", "Esta es la copia de un espejo"),
    ] {
        let page = serving.get(path).await;
        assert!(page.text().contains(words), "{path}: {}", page.text());
    }
    assert_eq!(serving.get("/health/ready").await.status, 200);
    let about = serving.get("/mirror").await.json();
    assert_eq!(about["entries"], 300);
    assert!(about["departed"].is_null());
    assert_eq!(serving.get("/mirror/evidence").await.status, 404);
    serving.end().await;
    mirror.close().await;
    app.stop().await;
}
