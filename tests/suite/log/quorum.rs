//! The log's side: witnesses are asked, what they say is published, pages say who stands behind the
//! checkpoint, and nobody waits for a witness that is away.

use super::ward::{Ward, cosigner};
use super::{key, until_published, with_entries};
use ledger::field::Field;
use ledger::log::{
    CosignerKey, KeyName, LogKey, Policy, SignedCheckpoint, TreeHash, Verdict, VerifierKey, cosign,
};
use server::log::{Cosigning, Log, LogError};
use server::ports::{Clock, SystemClock};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tests::app::{Left, TestApp, log_config};
use tests::house::Ground;
use tests::world;

const WAIT: Duration = Duration::from_millis(400);

fn policy(text: &str) -> Policy {
    Policy::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

fn cosigning(text: &str) -> Option<Cosigning> {
    Some(Cosigning {
        wait: WAIT,
        ..Cosigning::new(policy(text))
    })
}

/// A small ledger that is stopped, and its log's key.
async fn founded() -> (Left, VerifierKey) {
    let app = with_entries(20).await;
    let vkey = key(&app).await.verifier().clone();
    (app.leave().await, vkey)
}

async fn under(left: Left, text: &str) -> TestApp {
    TestApp::again_publishing(left, |log| log.cosigning = cosigning(text)).await
}

async fn verdict(app: &TestApp, text: &str) -> Verdict {
    let served = app.get("/log/checkpoint").await;
    let signed = SignedCheckpoint::parse(&served.body).expect("a checkpoint");
    let known = [key(app).await.verifier().clone()];
    policy(text)
        .evaluate(&signed, &known)
        .expect("it is the log's")
}

/// Waits until so many witnesses of the policy stand under the published checkpoint.
async fn until_seen(app: &TestApp, text: &str, wanted: usize) -> Verdict {
    for _ in 0..600 {
        let verdict = verdict(app, text).await;
        if verdict.seen().0 == wanted {
            return verdict;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("not {wanted} witnesses cosigned");
}

/// A port that takes connections and never says a word.
async fn tarpit() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            held.push(stream);
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_of_three_are_enough_and_nobody_waits_for_the_third() {
    let (left, log) = founded().await;
    let first = Ward::begin("audit.example/w1", std::slice::from_ref(&log)).await;
    let second = Ward::begin("press.example/w2", &[log]).await;
    let third = cosigner("away.example/w3");
    let text = format!(
        "{}{}witness third {} http://{}/w\ngroup enough 2 first second third\nquorum enough\n",
        first.policy_line("first"),
        second.policy_line("second"),
        third.verifier(),
        tarpit().await,
    );
    let mut app = under(left, &text).await;
    until_seen(&app, &text, 2).await;

    let entries = app.house.store.entry_count().await.expect("a count");
    let begun = Instant::now();
    let more: Vec<_> = (0..3)
        .map(|number| app.house.world.appropriation(number + 1))
        .collect();
    for note in more {
        app.house.admit(&[note]).await;
    }
    until_published(&app, entries + 3).await;
    // The third would have been waited for three times without being left alone.
    assert!(begun.elapsed() < WAIT * 3, "{:?}", begun.elapsed());
    let verdict = until_seen(&app, &text, 2).await;
    assert!(verdict.quorum);
    let named: Vec<_> = verdict
        .witnesses
        .iter()
        .map(|seen| (seen.name.as_str(), seen.time.is_some()))
        .collect();
    assert_eq!(named, [("first", true), ("second", true), ("third", false)]);

    for (path, words) in [
        ("/en/", "Checked by 2 of 3: first, second,"),
        ("/zh/", "3 方中有 2 方已核验：first、second，"),
        ("/es/", "Comprobado por 2 de 3: first, second,"),
    ] {
        let page = app.get(path).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains(words), "{path}: {}", page.text());
    }
    let status = app.get("/en/status").await.text();
    for words in ["first", "second", "third", "Nothing yet", "entries,"] {
        assert!(status.contains(words), "{words}");
    }
    app.stop().await;
    first.end().await;
    second.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_log_that_forgot_what_a_witness_has_seen_is_told_and_goes_on_from_there() {
    let (left, log) = founded().await;
    let ward = Ward::begin("audit.example/w1", std::slice::from_ref(&log)).await;
    let text = format!("{}quorum first\n", ward.policy_line("first"));
    let app = under(left, &text).await;
    until_seen(&app, &text, 1).await;
    let left = app.leave().await;
    let remembered = left.published.path().join("cosigned");
    std::fs::remove_dir_all(&remembered).expect("what was said is forgotten");

    let mut app = under(left, &text).await;
    let entries = app.house.store.entry_count().await.expect("a count");
    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    until_published(&app, entries + 1).await;
    assert!(until_seen(&app, &text, 1).await.quorum);
    let size = ward.witness.state(log.name()).expect("it is watched").size;
    assert!(size > entries);

    // Restarted with its memory, the log shows who had cosigned although the witness is away.
    ward.end().await;
    let again = under(app.leave().await, &text).await;
    assert!(until_seen(&again, &text, 1).await.quorum);
    again.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_operators_own_witness_is_no_other_house() {
    let (left, log) = founded().await;
    let own = format!("{}/second-site", world::OPERATOR);
    let ward = Ward::begin(&own, &[log]).await;
    let text = format!("{}quorum none\n", ward.policy_line("own"));
    let app = under(left, &text).await;
    until_seen(&app, &text, 1).await;
    assert!(app.get("/en/").await.text().contains("Kept by one party"));
    assert!(app.get("/en/status").await.text().contains("own house"));
    app.stop().await;
    ward.end().await;
}

#[tokio::test]
async fn a_witness_with_somebody_elses_key_is_refused_at_the_start() {
    let (left, log) = founded().await;
    let of = |secret| {
        let name = KeyName::parse("w.example").expect("a name");
        let key = CosignerKey::new(name, secret);
        format!(
            "witness w {} http://127.0.0.1:1\nquorum w\n",
            key.verifier()
        )
    };
    let keys = [
        (tests::app::log_key(), log.name().to_string()),
        (world::key(world::COUNTY, "a"), world::COUNTY.to_owned()),
    ];
    for (secret, holder) in keys {
        let house = Ground::open_with(&left.ground, |_| {})
            .await
            .expect("a store");
        let mut config = log_config(left.published.path());
        config.cosigning = cosigning(&of(secret));
        let refused = Log::start(&house.sequencer, config).await;
        match refused {
            Err(error @ LogError::WitnessKey { .. }) => {
                assert!(error.to_string().contains(&holder), "{error}");
                assert!(error.mend().is_some());
            }
            other => panic!("{other:?}"),
        }
        house.stop().await;
    }
}

#[tokio::test]
async fn a_witnesss_key_is_nobody_elses_while_the_server_runs() {
    let (left, _) = founded().await;
    let member = "village.example/office";
    let key = CosignerKey::new(
        KeyName::parse("w.example").expect("a name"),
        world::key(member, "b"),
    );
    let text = format!(
        "witness first {} http://127.0.0.1:1\nquorum none\n",
        key.verifier()
    );
    let mut app = under(left, &text).await;
    let notes = app.house.world.join(member, "office", "3", Some("cn-51"));
    let entries = app.house.store.entry_count().await.expect("a count");
    let proposed = app.post("/api/v1/entries", notes[0].bytes()).await;
    assert_eq!(proposed.status, 201, "{}", proposed.text());
    let refused = app.post("/api/v1/entries", notes[1].bytes()).await;
    assert_eq!(
        (refused.status, refused.code()),
        (422, "key-is-witness".to_owned())
    );
    let said = refused.json();
    assert!(
        said["title"]
            .as_str()
            .is_some_and(|title| title.contains("first")),
        "{said}"
    );
    // No rule says so, so the log signs no refusal that a replay wouldn't bear out.
    assert!(said.get("receipt").is_none(), "{said}");
    assert_eq!(
        app.house.store.entry_count().await.expect("a count"),
        entries + 1
    );
    // Without that witness the same entry is right.
    let app = TestApp::again_publishing(app.leave().await, |_| {}).await;
    let taken = app.post("/api/v1/entries", notes[1].bytes()).await;
    assert_eq!(taken.status, 201, "{}", taken.text());
    app.stop().await;
}

#[tokio::test]
async fn cosignatures_are_taken_from_the_policys_mirrors_alone() {
    let (left, _) = founded().await;
    let (mirror, stranger) = (cosigner("mirror.example"), cosigner("stranger.example"));
    let text = format!("witness copy {}\nquorum copy\n", mirror.verifier());
    let app = under(left, &text).await;
    let served = app.get("/log/checkpoint").await.body;
    let signed = SignedCheckpoint::parse(&served).expect("a checkpoint");
    let log = key(&app).await;
    let now = SystemClock.now();
    let with = |signed: &SignedCheckpoint, by| {
        let line = cosign(signed.checkpoint(), now, by);
        signed
            .with_lines(&[line])
            .expect("few lines")
            .bytes()
            .to_vec()
    };
    let size = signed.checkpoint().size;
    let other = |size| SignedCheckpoint::sign(size, TreeHash([3; 32]), &log);
    let other_log = LogKey::new(log.origin().clone(), world::key("a stranger", "log"));
    let forged = SignedCheckpoint::sign(size, signed.checkpoint().root, &other_log);
    let table = [
        (400, "nothing", Vec::new()),
        (403, "no cosignature", signed.bytes().to_vec()),
        (403, "a stranger's", with(&signed, &stranger)),
        (
            403,
            "a checkpoint that the log didn't sign",
            with(&forged, &mirror),
        ),
        (422, "another history", with(&other(size), &mirror)),
        (409, "what isn't published", with(&other(size + 9), &mirror)),
        (200, "the mirror's", with(&signed, &mirror)),
        (200, "the same again", with(&signed, &mirror)),
    ];
    assert!(app.get("/en/").await.text().contains("Kept by one party"));
    let tag = app.get("/en/").await.header("etag").to_owned();
    for (status, what, body) in table {
        let answer = app.post("/log/cosignatures", &body).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
    }
    assert_eq!(verdict(&app, &text).await.seen(), (1, 1));
    let page = app.get("/en/").await;
    assert!(
        page.text().contains("Checked by 1 of 1: copy,"),
        "{}",
        page.text()
    );
    assert_ne!(page.header("etag"), tag);
    let lines = app.get("/log/checkpoint").await.text().lines().count();
    assert_eq!(
        lines, 6,
        "the text, a blank line, the log's line and one more"
    );
    app.stop().await;
}
