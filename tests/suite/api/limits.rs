//! Bodies that are too large, too slow or broken off; methods and paths that aren't there.

use server::api::{BATCH_BODY_BYTES_MAX, NOTE_BODY_BYTES_MAX};
use std::time::{Duration, Instant};
use tests::app::{TestApp, head, read_reply};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long the server under test waits for a head, and for a body.
const PATIENCE: Duration = Duration::from_secs(1);

/// Long after that, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(12);

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_too_large_is_not_read() {
    let app = TestApp::empty().await;
    let paths = [
        ("/api/v1/entries", NOTE_BODY_BYTES_MAX),
        ("/api/v1/entries:batch", BATCH_BODY_BYTES_MAX),
    ];
    for (path, most) in paths {
        let over = app.post(path, &vec![b'x'; most + 1]).await;
        assert_eq!(
            (over.status, over.code().as_str()),
            (413, "body-too-large"),
            "{path}"
        );
    }
    let whole = app
        .post("/api/v1/entries", &vec![b'x'; NOTE_BODY_BYTES_MAX])
        .await;
    assert_eq!(
        (whole.status, whole.code().as_str()),
        (400, "signature-lines")
    );
    let chunk = format!(
        "{:x}\r\n{}\r\n",
        NOTE_BODY_BYTES_MAX + 1,
        "x".repeat(NOTE_BODY_BYTES_MAX + 1)
    );
    let chunked = head(
        "POST",
        "/api/v1/entries",
        &[("transfer-encoding", "chunked")],
    );
    let unsized_body = app
        .send(&chunked, format!("{chunk}0\r\n\r\n").as_bytes())
        .await;
    assert_eq!(
        unsized_body.status, 413,
        "a body of unsaid size has the same most"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_body_is_given_up() {
    let app = TestApp::patient(PATIENCE).await;
    let mut stream = TcpStream::connect(app.address).await.expect("a connection");
    let asked = head("POST", "/api/v1/entries", &[("content-length", "100")]);
    stream.write_all(asked.as_bytes()).await.expect("the head");
    stream
        .write_all(b"countersign/v1/")
        .await
        .expect("a beginning");
    let begun = Instant::now();
    let reply = read_reply(&mut stream).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (408, "body-too-slow")
    );
    let waited = begun.elapsed();
    assert!(PATIENCE <= waited && waited < SOON, "{waited:?}");
    assert!(reply.text().contains("longer than 1 s"), "{}", reply.text());
    assert_eq!(app.house.store.entry_count().await.expect("a count"), 0);
    app.stop().await;
}

/// A head that never ends, whether nothing follows or a byte now and then, holds its connection no
/// longer than the server's patience; neither does a connection on which nothing is asked.
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_head_is_given_up() {
    let app = TestApp::patient(PATIENCE).await;
    for (beginning, drip) in [
        ("", ""),
        ("GET /api/v1/led", ""),
        ("GET / HTTP/1.1\r\nx: ", "y"),
    ] {
        // The server's own clock begins with the connection.
        let begun = Instant::now();
        let stream = TcpStream::connect(app.address).await.expect("a connection");
        let (mut reading, mut writing) = stream.into_split();
        writing
            .write_all(beginning.as_bytes())
            .await
            .expect("a beginning");
        let dripping = tokio::spawn(async move {
            while !drip.is_empty() && writing.write_all(drip.as_bytes()).await.is_ok() {
                tokio::time::sleep(PATIENCE / 10).await;
            }
            writing
        });
        let mut answer = Vec::new();
        // A reset is an end as well.
        _ = tokio::time::timeout(SOON, reading.read_to_end(&mut answer))
            .await
            .unwrap_or_else(|_| panic!("{beginning:?}{drip:?} is still waited for"));
        let waited = begun.elapsed();
        assert!(
            PATIENCE <= waited,
            "{beginning:?}{drip:?} ended after {waited:?}"
        );
        let answer = String::from_utf8_lossy(&answer);
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 408"),
            "{answer}"
        );
        dripping.abort();
    }
    assert_eq!(
        app.get("/health/live").await.status,
        200,
        "others are served"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_route_is_a_problem() {
    let app = TestApp::empty().await;
    let nowhere = app.get("/api/v1/nothing").await;
    assert_eq!(
        (nowhere.status, nowhere.code().as_str()),
        (404, "not-found")
    );
    let method = app.send(&head("DELETE", "/api/v1/entries", &[]), b"").await;
    assert_eq!(
        (method.status, method.code().as_str()),
        (405, "method-not-allowed")
    );
    for path in [
        "/api/v1/entries/-1",
        "/api/v1/entries/99999999999999999999",
        "/api/v1/entries/%ff%fe",
        "/api/v1/members/%ff",
        "/api/v1/members/no/such/member",
        "/api/v1/programmes/%00",
        "/api/v1/tallies?programme=none",
    ] {
        let reply = app.get(path).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (404, "not-found"),
            "{path}"
        );
    }
    for path in [
        "/api/v1/entries?from=-1",
        "/api/v1/entries?limit=99999999999",
        "/api/v1/findings?code=fraud",
        "/api/v1/findings?state=maybe",
        "/api/v1/findings?after=1.2",
        "/api/v1/findings?page=x",
        "/api/v1/nodes",
        "/api/v1/tallies?programme=p&scope=world",
        "/api/v1/tallies?programme=p&month=2026-13",
    ] {
        let reply = app.get(path).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (400, "bad-request"),
            "{path}"
        );
    }
    app.stop().await;
}
