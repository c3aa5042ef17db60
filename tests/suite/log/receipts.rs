//! Signed answers: what they say, and that what is accepted is published.

use super::{checkpoint, key, until_published, with_entries};
use ledger::log::{AnswerLine, Answers, LogProof, SignedAnswers, submission_identity};
use ledger::{Note, Refusal};
use serde_json::Value;
use tests::app::{Reply, TestApp};

/// The receipt of an answer, its signature checked under the log's key as it is served.
async fn receipt(app: &TestApp, answer: &Value) -> Answers {
    let text = answer["receipt"].as_str().expect("a receipt");
    let vkey = app.get("/log/vkey").await.text();
    let vkey = vkey.trim_end().parse().expect("a verifier key");
    let signed = SignedAnswers::parse(text.as_bytes()).expect("answers");
    signed.verify(&vkey).expect("the log's").clone()
}

fn refused(line: &AnswerLine) -> (&str, u64) {
    match line {
        AnswerLine::Refused { code, size, .. } => (code.as_str(), *size),
        AnswerLine::Accepted { .. } => panic!("{line}"),
    }
}

#[tokio::test]
async fn an_accepted_entry_has_a_receipt_and_is_published() {
    let mut app = with_entries(20).await;
    let note = app.house.world.appropriation(5);
    let answer = app.submit(&note).await;
    assert_eq!(answer.status, 201);
    let said = receipt(&app, &answer.json()).await;
    let accepted = AnswerLine::Accepted {
        identity: note.identity(),
        index: 20,
    };
    assert_eq!(
        (said.lines.as_slice(), said.size),
        ([accepted].as_slice(), 21)
    );
    assert_eq!(said.log, *key(&app).await.origin());
    // Long before the promised minute is over.
    until_published(&app, 21).await;
    let again = app.submit(&note).await;
    assert_eq!(again.status, 200);
    assert_eq!(receipt(&app, &again.json()).await.lines, said.lines);
    // A server that has taken nothing since its start says no less.
    let app = app.restart().await;
    let again = app.submit(&note).await;
    let said = receipt(&app, &again.json()).await;
    assert_eq!((said.lines[0].identity(), said.size), (note.identity(), 21));
    app.stop().await;
}

#[tokio::test]
async fn the_genesis_has_a_receipt() {
    let mut app = TestApp::empty().await;
    let nothing = app.post("/api/v1/entries", b"no note").await;
    assert_eq!(
        (nothing.status, &nothing.json()["receipt"]),
        (400, &Value::Null)
    );
    let genesis = app.house.world.genesis();
    let answer = app.submit(&genesis).await;
    until_published(&app, 1).await;
    let said = receipt(&app, &answer.json()).await;
    assert_eq!(said.lines[0].identity(), genesis.identity());
    app.stop().await;
}

#[tokio::test]
async fn a_refusal_has_a_receipt_whatever_the_bytes_were() {
    let mut app = with_entries(20).await;
    let beyond = app.house.world.appropriation(7);
    let mut broken = beyond.bytes().to_vec();
    let place = broken.len() - 10;
    broken[place] = if broken[place] == b'A' { b'B' } else { b'A' };
    let stranger = app.house.world.note(
        "appropriation",
        &[("by", "nobody.example"), ("amount", "5")],
        &[("nobody.example", "a")],
    );
    let table: [(&[u8], &str); 4] = [
        (b"no note at all", "signature-lines"),
        (b"\xff\xfe\n\nx", "malformed"),
        (&broken, "signature-invalid"),
        (stranger.bytes(), "key-unknown"),
    ];
    for (bytes, code) in table {
        let answer = app.post("/api/v1/entries", bytes).await;
        assert_eq!(answer.code(), code);
        let said = receipt(&app, &answer.json()).await;
        assert_eq!(said.lines[0].identity(), submission_identity(bytes));
        assert_eq!(refused(&said.lines[0]), (code, 20));
        assert_eq!(said.size, 20);
    }
    app.stop().await;
}

fn framed(notes: &[&[u8]]) -> Vec<u8> {
    let length = |note: &[u8]| {
        u16::try_from(note.len())
            .expect("a short note")
            .to_be_bytes()
    };
    let framed = notes.iter().map(|note| [&length(note), *note].concat());
    framed.collect::<Vec<_>>().concat()
}

#[tokio::test]
async fn a_batch_has_one_receipt_for_all_its_notes_and_a_proof_for_each_that_stands() {
    let mut app = with_entries(20).await;
    let first = app.house.world.appropriation(5);
    let second = app.house.world.appropriation(6);
    let stranger = app.house.world.note(
        "appropriation",
        &[("by", "nobody.example"), ("amount", "5")],
        &[("nobody.example", "a")],
    );
    let notes = [first.bytes(), b"no note", stranger.bytes(), second.bytes()];
    let answer = app
        .post("/api/v1/entries:batch?wait=proof", &framed(&notes))
        .await;
    let answer = answer.json();
    let said = receipt(&app, &answer).await;
    let identities: Vec<_> = said.lines.iter().map(AnswerLine::identity).collect();
    let submitted: Vec<_> = notes.iter().map(|note| submission_identity(note)).collect();
    assert_eq!(identities, submitted);
    // The refused ones were judged when the first stood and the last didn't.
    assert_eq!(refused(&said.lines[1]), ("signature-lines", 21));
    assert_eq!(refused(&said.lines[2]), ("key-unknown", 21));
    assert_eq!(said.size, 22);
    let key = key(&app).await;
    for (place, note) in [(0, &first), (3, &second)] {
        let text = answer["answers"][place]["proof"].as_str().expect("a proof");
        let proof = LogProof::parse(text.as_bytes()).expect("a proof");
        proof
            .check(note.bytes(), key.verifier(), [])
            .expect("it proves the entry");
        // The receipt is the batch's.
        assert_eq!(answer["answers"][place]["receipt"], Value::Null);
    }
    assert_eq!(answer["answers"][1]["proof"], Value::Null);
    app.stop().await;
}

fn proof_in(answer: &Reply, note: &Note) -> LogProof {
    let answer = answer.json();
    let text = answer["proof"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"));
    let proof = LogProof::parse(text.as_bytes()).expect("a proof");
    assert_eq!(proof.leads(note.bytes()), Ok(()));
    proof
}

#[tokio::test]
async fn whoever_waits_for_the_proof_has_it_in_the_answer() {
    let mut app = with_entries(20).await;
    let note = app.house.world.appropriation(5);
    let answer = app.post("/api/v1/entries?wait=proof", note.bytes()).await;
    assert_eq!(answer.status, 201);
    assert_eq!(proof_in(&answer, &note).index, 20);
    assert_eq!(checkpoint(&app).await.size, 21);
    let again = app.post("/api/v1/entries?wait=proof", note.bytes()).await;
    assert_eq!((again.status, proof_in(&again, &note).index), (200, 20));
    let hasty = app.post("/api/v1/entries", note.bytes()).await;
    assert_eq!(hasty.json()["proof"], Value::Null);
    let mistaken = app.post("/api/v1/entries?wait=forever", note.bytes()).await;
    assert_eq!(mistaken.code(), "bad-request");
    for id in [note.identity().to_string(), "20".to_owned()] {
        let later = app.get(&format!("/api/v1/entries/{id}/proof")).await;
        assert_eq!(later.status, 307);
        assert_eq!(
            later.header("location"),
            format!("/log/proof/{}", note.identity())
        );
    }
    app.stop().await;
}

/// A receipt names a refusal by its code, so every code must be one that a receipt can hold.
#[test]
fn every_code_fits_a_receipt() {
    for code in Refusal::CODES {
        assert!(code.parse::<ledger::log::AnswerCode>().is_ok(), "{code}");
    }
}
