//! Pages that are made once for all their readers, and never from one reader for another.

use server::web::ACCESS;
use std::collections::BTreeSet;
use std::time::Duration;
use tests::app::{Reply, TestApp};
use tests::desk::Office;
use tests::world::{MINISTRY, OFFICE};

const HIT: &str = "countersign; hit";
const MADE: &str = "countersign; fwd=miss";
const HOUR: Duration = Duration::from_secs(3600);

fn kept(reply: &Reply) -> &str {
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.header("cache-status")
}

async fn another_entry(app: &mut TestApp) {
    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    app.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_readers_of_a_page_have_it_made_once() {
    const READERS: usize = 40;
    let app = TestApp::founded().await;
    app.settled().await;
    let path = format!("/en/members/{MINISTRY}");
    let readers = (0..READERS).map(|_| app.get(&path));
    let replies = futures_util::future::join_all(readers).await;
    let made = replies.iter().filter(|reply| kept(reply) == MADE).count();
    let hits = replies.iter().filter(|reply| kept(reply) == HIT).count();
    assert_eq!((made, hits), (1, READERS - 1));
    let bodies: BTreeSet<_> = replies.iter().map(|reply| &reply.body).collect();
    assert_eq!(bodies.len(), 1);
    // Packed otherwise it is another answer, in another language another page.
    let packed = [("accept-encoding", "br")];
    assert_eq!(kept(&app.get_with(&path, &packed).await), MADE);
    let again = app.get_with(&path, &packed).await;
    assert_eq!(
        (kept(&again), again.header("content-encoding")),
        (HIT, "br")
    );
    assert_eq!(again.header("vary"), "accept-encoding");
    let spanish = app.get(&path.replace("/en/", "/es/")).await;
    assert_eq!(
        (kept(&spanish), spanish.header("content-language")),
        (MADE, "es")
    );
    assert_eq!(kept(&app.get(&format!("{path}?page=1")).await), MADE);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_the_page_that_would_be_made() {
    let app = TestApp::founded().await;
    app.settled().await;
    for path in ["/en/", "/zh/books", "/es/verify", "/en/feeds/findings"] {
        let made = app.get(path).await;
        let kept = app.get(path).await;
        assert_eq!(
            (made.header("cache-status"), kept.header("cache-status")),
            (MADE, HIT)
        );
        let bare = |reply: &Reply| {
            let mut headers = reply.headers.clone();
            headers.remove("cache-status");
            headers.remove("date");
            headers
        };
        assert_eq!(bare(&made), bare(&kept), "{path}");
        assert_eq!(made.body, kept.body, "{path}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_age_is_allowed_a_page_goes_with_the_next_entry() {
    let mut app = TestApp::founded().await;
    app.settled().await;
    assert_eq!(kept(&app.get("/en/").await), MADE);
    let before = app.get("/en/").await;
    assert_eq!(kept(&before), HIT);
    another_entry(&mut app).await;
    let after = app.get("/en/").await;
    assert_eq!(kept(&after), MADE);
    assert_ne!(before.header("etag"), after.header("etag"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_ledger_moves_a_page_is_shown_until_it_is_too_old() {
    let mut app = TestApp::keeping(HOUR).await;
    let before = app.get("/en/").await;
    let tag = before.header("etag").to_owned();
    another_entry(&mut app).await;
    let old = app.get("/en/").await;
    assert_eq!((kept(&old), old.header("etag")), (HIT, tag.as_str()));
    assert_eq!(old.body, before.body);
    // The reader's copy is what would be sent.
    let copy = app.get_with("/en/", &[("if-none-match", &tag)]).await;
    assert_eq!((copy.status, copy.header("etag")), (304, tag.as_str()));
    // Whoever reloads sees what was admitted, and so does everybody after them.
    let reload = app
        .get_with("/en/", &[("cache-control", "max-age=0")])
        .await;
    assert_eq!(kept(&reload), MADE);
    assert_ne!(reload.header("etag"), tag);
    let next = app.get("/en/").await;
    assert_eq!(
        (kept(&next), next.header("etag")),
        (HIT, reload.header("etag"))
    );
    // A copy that is newer than what is kept isn't taken back.
    another_entry(&mut app).await;
    let newest = app.get_with("/en/take/programmes.csv", &[]).await;
    let asked = [("if-none-match", newest.header("etag"))];
    assert_eq!(app.get_with("/en/", &asked).await.status, 304);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_page_is_made_anew_whoever_reads() {
    let mut app = TestApp::keeping(Duration::from_millis(50)).await;
    let before = app.get("/en/").await.header("etag").to_owned();
    another_entry(&mut app).await;
    let mut reads = 0;
    while app.get("/en/").await.header("etag") == before {
        reads += 1;
        assert!(reads < 10_000, "the page stays as it was");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_went_wrong_is_never_kept() {
    let mut app = TestApp::keeping(HOUR).await;
    let note = app.house.world.appropriation(7);
    let path = format!("/en/entries/{}", note.identity());
    for _ in 0..2 {
        let reply = app.get(&path).await;
        assert_eq!((reply.status, reply.header("cache-status")), (404, ""));
    }
    let missing = futures_util::future::join_all((0..20).map(|_| app.get(&path))).await;
    assert!(missing.iter().all(|reply| reply.status == 404));
    app.house.admit(&[note]).await;
    assert_eq!(app.get(&path).await.status, 200);
    assert_eq!(app.get("/en/?page=x&page=").await.header("set-cookie"), "");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_session_is_kept_or_shared() {
    let mut office = Office::open().await;
    office.app.settled().await;
    let one = office.join(OFFICE, "one-who-confirms", "confirm").await;
    let other = office.join(MINISTRY, "one-who-pays", "pay").await;
    let pages = ACCESS
        .iter()
        .filter(|(method, ..)| method.as_str() == "GET");
    for (_, route, _) in pages {
        let path = route.replace("{language}", "en");
        let path = path.replace("{identity}", &"0".repeat(64));
        let path = path.replace("{draft}", &"0".repeat(32));
        let path = path.replace("{token}", &"0".repeat(64));
        for who in [&one, &other, &one] {
            let reply = office.get(who, &path).await;
            assert_eq!(reply.header("cache-status"), "", "{path}");
            assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        }
    }
    // Each sees a page of their own, and nobody sees it without having signed in.
    let tasks = office.get(&one, "/en/desk").await;
    assert!(tasks.text().contains("one-who-confirms"));
    let theirs = office.get(&other, "/en/desk").await;
    assert!(!theirs.text().contains("one-who-confirms"));
    assert_eq!(office.app.get("/en/desk").await.status, 303);
    // Public pages are the same for whoever is signed in, and made for them as the ledger stands.
    let path = format!("/en/members/{OFFICE}");
    let own = office.get(&one, &path).await;
    assert_eq!((own.status, own.header("cache-status")), (200, ""));
    let public = office.app.get(&path).await;
    assert_eq!(
        kept(&public),
        MADE,
        "nothing was left by whoever is signed in"
    );
    assert_eq!(public.body, own.body);
    office.sent(100).await;
    let after = office.get(&one, &path).await;
    assert_ne!(after.header("etag"), public.header("etag"));
    // What a reader chose sets a cookie, and is theirs.
    for _ in 0..2 {
        let choice = office.app.get("/choose/zh/findings").await;
        assert_eq!(choice.header("cache-status"), "");
        assert!(choice.header("set-cookie").starts_with("language=zh"));
    }
    office.app.stop().await;
}
