//! Passkeys: what the server asks browsers for, and what it takes for none. A browser's own answers are
//! in `end2end/stories/passkey.test.mjs`.

use serde_json::Value;
use server::people::CEREMONY_SECONDS;
use tests::app::Reply;
use tests::desk::{Office, Somebody};
use tests::world::OFFICE;

fn nobody() -> Somebody {
    Somebody {
        account: String::new(),
        factor: server::people::Factor::of(vec![0; 20]),
        cookie: String::new(),
    }
}

async fn begun(office: &Office, who: &Somebody, path: &str) -> (String, Value) {
    let reply = office.post(who, path, &[]).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.header("cache-control"), "no-store");
    let told: Value = serde_json::from_str(&reply.text()).expect("JSON");
    let word = told["ceremony"].as_str().expect("a word").to_owned();
    (word, told["options"]["publicKey"].clone())
}

/// An answer of the right form by nobody's passkey.
const FOREIGN: &str = r#"{
    "id": "AAAA", "rawId": "AAAA", "type": "public-key", "extensions": {},
    "response": {
        "authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA",
        "userHandle": "AAAAAAAAAAAAAAAAAAAAAA"
    }
}"#;

async fn answered(office: &Office, word: &str, answer: &str) -> Reply {
    let fields = [("ceremony", word), ("credential", answer)];
    office
        .post(&nobody(), "/en/desk/sign-in/passkey", &fields)
        .await
}

#[tokio::test]
async fn a_browser_is_asked_for_a_passkey_that_verifies_its_person_and_needs_no_name() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let (_, made) = begun(&office, &who, "/en/desk/passkeys/begin").await;
    assert_eq!(made["rp"]["id"], "localhost");
    assert_eq!(made["user"]["name"], "clerk");
    let selection = &made["authenticatorSelection"];
    assert_eq!(selection["userVerification"], "required");
    assert_eq!(selection["residentKey"], "required");
    assert!(!made["user"]["id"].as_str().unwrap_or_default().is_empty());
    let (_, asked) = begun(&office, &nobody(), "/en/desk/sign-in/begin").await;
    assert_eq!(asked["rpId"], "localhost");
    assert_eq!(asked["userVerification"], "required");
    let allowed = asked["allowCredentials"].as_array();
    assert!(allowed.is_none_or(Vec::is_empty), "no account is named");
    let (_, other) = begun(&office, &nobody(), "/en/desk/sign-in/begin").await;
    assert_ne!(asked["challenge"], other["challenge"]);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_no_answer_opens_nothing_and_adds_nothing() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    for answer in ["", "{}", "null", FOREIGN] {
        let (word, _) = begun(&office, &nobody(), "/en/desk/sign-in/begin").await;
        let reply = answered(&office, &word, answer).await;
        assert_eq!(reply.status, 422, "{answer}");
        assert_eq!(reply.header("set-cookie"), "", "{answer}");
        assert!(
            reply.text().contains("didn\u{2019}t open the door"),
            "{answer}"
        );
        let (word, _) = begun(&office, &who, "/en/desk/passkeys/begin").await;
        let fields = [("ceremony", word.as_str()), ("credential", answer)];
        let reply = office.post(&who, "/en/desk/passkeys/add", &fields).await;
        assert_eq!(reply.status, 422, "{answer}");
    }
    assert_eq!(answered(&office, "no ceremony", FOREIGN).await.status, 422);
    let own = office.get(&who, "/en/desk/passkeys").await.text();
    assert!(own.contains("None yet."), "{own}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_passkey_is_added_after_a_fresh_second_factor() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(server::people::PROOF_SECONDS);
    const { assert!(server::people::PROOF_SECONDS > CEREMONY_SECONDS) };
    let page = office.get(&who, "/en/desk/passkeys").await.text();
    assert!(page.contains("name=\"code\""), "{page}");
    let (word, _) = begun(&office, &who, "/en/desk/passkeys/begin").await;
    let fields = [("ceremony", word.as_str()), ("credential", FOREIGN)];
    let reply = office.post(&who, "/en/desk/passkeys/add", &fields).await;
    assert!(reply.text().contains("href=\"#code\""), "{}", reply.text());
    office.app.stop().await;
}

#[tokio::test]
async fn the_script_is_our_own_and_the_page_stands_without_it() {
    let office = Office::open().await;
    let page = office.get(&nobody(), "/en/desk/sign-in").await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self'"), "{policy}");
    assert!(!policy.contains("unsafe-inline"), "{policy}");
    let html = page.text();
    let at = html.find("/front/passkey-").expect("a script");
    let path = html[at..].split('"').next().unwrap_or_default();
    let script = office.get(&nobody(), path).await;
    assert_eq!(script.status, 200);
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    for field in ["account", "password", "code"] {
        assert!(html.contains(&format!("name=\"{field}\"")), "{field}");
    }
    office.app.stop().await;
}
