//! Submitting: one note, a retry, a batch, a stop.

use ledger::Note;
use serde_json::json;
use server::serve::{ServeConfig, ServeError, Server};
use std::net::{Ipv4Addr, SocketAddr};
use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY};

/// The framing of a batch.
fn framed<'a>(notes: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut body = Vec::new();
    for note in notes {
        let length = u16::try_from(note.len()).expect("a note is short");
        body.extend(length.to_be_bytes());
        body.extend(note);
    }
    body
}

fn bytes(notes: &[Note]) -> Vec<&[u8]> {
    notes.iter().map(Note::bytes).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_recorded_once_and_a_retry_hears_the_same() {
    let mut app = TestApp::founded().await;
    let note = app.house.world.appropriation(1000);
    let first = app.submit(&note).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let recorded = first.json();
    assert_eq!(recorded["identity"], json!(note.identity().to_string()));
    assert_eq!(recorded["repeated"], json!(false));
    let again = app.submit(&note).await;
    assert_eq!(again.status, 200);
    assert_eq!(again.json()["index"], recorded["index"]);
    assert_eq!(again.json()["repeated"], json!(true));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_answers_each_note_in_order() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let root = world.appropriation(1000);
    let step = world.transfer(MINISTRY, COUNTY, &root, 600);
    let beyond = world.transfer(MINISTRY, COUNTY, &root, 600);
    let receipt = world.receipt(&step, 500, true);
    let notes = [root, step, beyond, receipt];
    let mut parts = bytes(&notes);
    parts.push(b"no note at all");
    let reply = app.post("/api/v1/entries:batch", &framed(parts)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let answers = reply.json()["answers"].clone();
    let code = |at: usize| {
        answers[at]["code"]
            .as_str()
            .unwrap_or("recorded")
            .to_owned()
    };
    let codes: Vec<String> = (0..5).map(code).collect();
    assert_eq!(
        codes,
        [
            "recorded",
            "recorded",
            "beyond-node",
            "recorded",
            "signature-lines"
        ]
    );
    assert_eq!(answers[2]["status"], json!(422));
    assert_eq!(answers[4]["status"], json!(400));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_breaks_off_submits_nothing() {
    let mut app = TestApp::founded().await;
    let note = app.house.world.appropriation(1000);
    let mut body = framed([note.bytes()]);
    body.extend([0, 9, b'x']);
    let before = app.get("/api/v1/ledger").await.json();
    let reply = app.post("/api/v1/entries:batch", &body).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (400, "batch-framing")
    );
    assert_eq!(app.get("/api/v1/ledger").await.json(), before);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_says_when_to_come_again() {
    let ground = tests::house::Ground::folder();
    let mut app = TestApp::with(ground, |config| config.queue_notes_max = 0).await;
    let note = app.house.world.genesis();
    let reply = app.submit(&note).await;
    assert_eq!((reply.status, reply.code().as_str()), (503, "busy"));
    assert_eq!(reply.header("retry-after"), "1");
    assert_eq!(app.get("/api/v1/ledger").await.json()["entries"], json!(0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_drains_and_lets_the_ledger_go() {
    let ground = tests::house::Ground::folder();
    let config = ground.config();
    let mut app = TestApp::on(ground).await;
    let founding = app.house.world.founding();
    let submitted = app
        .post("/api/v1/entries:batch", &framed(bytes(&founding)))
        .await;
    assert_eq!(submitted.status, 200);
    let store = std::sync::Arc::clone(&app.house.store);
    app.stop_serving().await;
    assert!(!app.house.sequencer.running());
    drop(store);
    let again = server::store::Store::open_writer(&config)
        .await
        .expect("the ledger was let go");
    assert_eq!(
        again.entry_count().await.expect("a count"),
        founding.len() as u64
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_in_use_is_said() {
    let app = TestApp::empty().await;
    let config = ServeConfig::new(app.address);
    let error = Server::bind(config)
        .await
        .expect_err("somebody listens there");
    assert!(matches!(error, ServeError::InUse(address) if address == app.address));
    assert!(error.to_string().contains("is in use"), "{error}");
    let free = ServeConfig::new(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    assert!(Server::bind(free).await.is_ok());
    app.stop().await;
}
