//! Bodies that are too large, too slow or broken off; methods and paths that aren't there.

use server::api::{BATCH_BODY_BYTES_MAX, BODY_READ_TIMEOUT, NOTE_BODY_BYTES_MAX};
use std::time::{Duration, Instant};
use tests::app::{TestApp, head, read_reply};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

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
    let app = TestApp::empty().await;
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
    assert!(begun.elapsed() + Duration::from_secs(1) >= BODY_READ_TIMEOUT);
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
