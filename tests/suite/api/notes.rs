//! Bad notes through HTTP: each is refused with its stable code, and the ledger stays as it was.

use ledger::Note;
use serde_json::Value;
use tests::app::TestApp;
use tests::world::{AUDITOR, COUNTY, MINISTRY, OFFICE, OPERATOR, PROGRAMME, World, key};

/// What must be refused: in words, the bytes, the status and the code.
type Case = (&'static str, Vec<u8>, u16, &'static str);

/// A note whose text was changed after it was signed.
fn altered(note: &Note, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(note.bytes().to_vec()).expect("a note is UTF-8");
    assert!(text.contains(from), "`{from}` isn't in\n{text}");
    text.replacen(from, to, 1).into_bytes()
}

/// The text with another signature line below it.
fn with_line(note: &Note, line: &str) -> Vec<u8> {
    let mut bytes = note.bytes().to_vec();
    bytes.extend(line.as_bytes());
    bytes
}

fn malformed(note: &Note) -> Vec<Case> {
    let whole = note.bytes().to_vec();
    let text = note.text();
    let mut flipped = whole.clone();
    let at = whole.len() - 20;
    flipped[at] ^= 1;
    let mut trailing = whole.clone();
    trailing.push(b'\n');
    let mut not_utf8 = whole.clone();
    not_utf8[30] = 0xff;
    let long = format!("purpose {}\n", "x".repeat(281));
    let purpose = |words: &str| altered(note, "time ", &format!("purpose {words}\ntime "));
    vec![
        ("nothing", Vec::new(), 400, "signature-lines"),
        (
            "a text alone",
            text.as_bytes().to_vec(),
            400,
            "signature-lines",
        ),
        (
            "a flipped bit in the text",
            altered(note, "amount 600", "amount 601"),
            422,
            "signature-invalid",
        ),
        ("bytes that aren't UTF-8", not_utf8, 400, "malformed"),
        (
            "an unknown field",
            altered(note, "time ", "colour red\ntime "),
            400,
            "malformed",
        ),
        (
            "a field twice",
            altered(note, "amount 600\n", "amount 600\namount 600\n"),
            400,
            "malformed",
        ),
        (
            "a wrong order",
            altered(
                note,
                "amount 600\ncurrency CNY\n",
                "currency CNY\namount 600\n",
            ),
            400,
            "malformed",
        ),
        (
            "other line ends",
            String::from_utf8_lossy(&whole)
                .replace('\n', "\r\n")
                .into_bytes(),
            400,
            "signature-lines",
        ),
        ("a trailing byte", trailing, 400, "malformed"),
        (
            "a huge field",
            altered(note, "time ", &format!("{long}time ")),
            400,
            "malformed",
        ),
        ("a control character", purpose("a\u{7}b"), 400, "malformed"),
        ("a bidi override", purpose("a\u{202e}b"), 400, "malformed"),
        (
            "a text that isn't NFC",
            purpose("\u{212b}ngstr\u{f6}m"),
            400,
            "malformed",
        ),
        (
            "an unassigned character",
            purpose("\u{378}"),
            400,
            "malformed",
        ),
        (
            "amount 0",
            altered(note, "amount 600", "amount 0"),
            400,
            "malformed",
        ),
        (
            "a negative amount",
            altered(note, "amount 600", "amount -600"),
            400,
            "malformed",
        ),
        (
            "an amount above the limit",
            altered(note, "amount 600", "amount 1000000000000000001"),
            400,
            "malformed",
        ),
        (
            "a leading zero",
            altered(note, "amount 600", "amount 0600"),
            400,
            "malformed",
        ),
        (
            "an unknown kind",
            altered(note, "v1/transfer", "v1/teleport"),
            400,
            "kind-unknown",
        ),
        (
            "an unknown version",
            altered(note, "v1/transfer", "v2/transfer"),
            400,
            "version-unknown",
        ),
        (
            "a stripped signature line",
            [text.as_bytes(), b"\n"].concat(),
            400,
            "signature-lines",
        ),
        ("the same line twice", twice(note), 400, "signature-lines"),
        (
            "a line that is cut short",
            whole[..whole.len() - 9].to_vec(),
            400,
            "signature-lines",
        ),
        (
            "a flipped bit in a signature",
            flipped,
            422,
            "signature-invalid",
        ),
    ]
}

fn twice(note: &Note) -> Vec<u8> {
    let whole = String::from_utf8_lossy(note.bytes()).into_owned();
    let line = whole
        .lines()
        .last()
        .map(|line| format!("{line}\n"))
        .unwrap_or_default();
    with_line(note, &line)
}

fn refused(world: &mut World, root: &Note, step: &Note) -> Vec<Case> {
    let foreign = world.transfer(MINISTRY, COUNTY, root, 1).text().to_owned();
    let source = format!("{}/0 1", root.identity());
    let pay = |fields: &[(&'static str, &'static str)]| {
        let mut all = vec![("from", MINISTRY), ("to", COUNTY), ("amount", "1")];
        all.retain(|(word, _)| fields.iter().all(|(other, _)| other != word));
        all.extend(fields);
        all
    };
    let mut transfer = |fields: &[(&'static str, &'static str)], signers: &[(&str, &str)]| {
        let mut fields = pay(fields);
        fields.push(("source", source.as_str()));
        world.note("transfer", &fields, signers).bytes().to_vec()
    };
    let own = [(MINISTRY, "a")];
    let mut cases = vec![
        (
            "an unknown member",
            transfer(&[("to", "nobody.example")], &own),
            422,
            "member-unknown",
        ),
        (
            "a wrong programme",
            transfer(&[("programme", "another")], &own),
            422,
            "programme-unknown",
        ),
        (
            "a wrong currency",
            transfer(&[("currency", "EUR")], &own),
            422,
            "currency-differs",
        ),
        (
            "a key that isn't enrolled",
            transfer(&[], &[(MINISTRY, "z")]),
            422,
            "key-unknown",
        ),
        (
            "a foreign key",
            transfer(&[], &[(COUNTY, "a")]),
            422,
            "signer-foreign",
        ),
        (
            "an added signature",
            transfer(&[], &[(MINISTRY, "a"), (AUDITOR, "a")]),
            422,
            "signer-foreign",
        ),
        (
            "a payment to oneself",
            transfer(&[("to", MINISTRY)], &own),
            422,
            "payee-is-payer",
        ),
        (
            "another ledger",
            altered_ledger(&foreign),
            422,
            "signature-invalid",
        ),
    ];
    let beyond = world
        .transfer(MINISTRY, COUNTY, root, 1_000_000)
        .bytes()
        .to_vec();
    cases.push(("a transfer beyond its node", beyond, 422, "beyond-node"));
    let stranger = [
        ("from", MINISTRY),
        ("to", OFFICE),
        ("step", &step.identity().to_string()),
        ("amount", "600"),
    ];
    let stranger = world
        .note("receipt", &stranger, &[(OFFICE, "a")])
        .bytes()
        .to_vec();
    cases.push(("a receipt by a stranger", stranger, 422, "cited-differs"));
    let reused = [
        ("ref", "used"),
        ("from", MINISTRY),
        ("to", COUNTY),
        ("amount", "2"),
    ];
    let two = format!("{}/0 2", root.identity());
    let reused: Vec<_> = reused
        .into_iter()
        .chain([("source", two.as_str())])
        .collect();
    let reused = world.note("transfer", &reused, &own).bytes().to_vec();
    cases.push((
        "a used reference with another text",
        reused,
        409,
        "ref-reused",
    ));
    cases
}

/// A text of another ledger under a signature of this one's.
fn altered_ledger(text: &str) -> Vec<u8> {
    let line = text
        .lines()
        .find(|line| line.starts_with("ledger "))
        .expect("a ledger line");
    let other = text.replace(line, "ledger relief.example/0000000000000000");
    let signer = MINISTRY.parse().expect("a name");
    let signing = key(MINISTRY, "a");
    let entry = ledger::Entry::parse(text).expect("an entry");
    let signed = Note::sign(&entry, &[(&signer, &signing)]).expect("a note");
    let below = String::from_utf8_lossy(&signed.bytes()[signed.text().len()..]).into_owned();
    format!("{other}{below}").into_bytes()
}

/// What readers see of the ledger.
async fn seen(app: &TestApp) -> Vec<Value> {
    let mut seen = Vec::new();
    for path in [
        "/api/v1/ledger".to_owned(),
        format!("/api/v1/tallies?programme={PROGRAMME}"),
    ] {
        seen.push(app.get(&path).await.json());
    }
    seen.push(app.get("/api/v1/findings?state=all").await.json());
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn each_bad_note_is_refused_by_its_code_and_changes_nothing() {
    let mut app = TestApp::founded().await;
    let root = app.house.world.appropriation(1000);
    let source = format!("{}/0 100", root.identity());
    let fields = [
        ("ref", "used"),
        ("from", MINISTRY),
        ("to", COUNTY),
        ("amount", "100"),
        ("source", &source),
    ];
    let step = app
        .house
        .world
        .note("transfer", &fields, &[(MINISTRY, "a")]);
    app.house.admit(&[root.clone(), step.clone()]).await;
    let good = app.house.world.transfer(MINISTRY, COUNTY, &root, 600);
    let mut cases = malformed(&good);
    cases.extend(refused(&mut app.house.world, &root, &step));
    let before = seen(&app).await;
    let mut wrong = Vec::new();
    for (words, bytes, status, code) in cases {
        let reply = app.post("/api/v1/entries", &bytes).await;
        if (reply.status, reply.code().as_str()) != (status, code) {
            wrong.push(format!("{words}: {}", reply.text()));
        }
        assert_eq!(seen(&app).await, before, "{words}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        app.submit(&good).await.status,
        201,
        "the note that they were made from is good"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_key_signs_no_more() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let root = world.appropriation(1000);
    app.house.admit(std::slice::from_ref(&root)).await;
    let lost = ledger::field::PublicKey::from(key(MINISTRY, "a").verifying_key());
    let name = MINISTRY.parse().expect("a name");
    let id = ledger::key::key_id(&name, &lost).to_string();
    let world = &mut app.house.world;
    let fields = [
        ("member", MINISTRY),
        ("key-id", id.as_str()),
        ("reason", "A lost device"),
    ];
    let revoke = world.note("key-revoke", &fields, &[(MINISTRY, "b")]);
    let late = world.transfer(MINISTRY, COUNTY, &root, 1);
    app.house.admit(&[revoke]).await;
    let reply = app.submit(&late).await;
    assert_eq!((reply.status, reply.code().as_str()), (422, "key-revoked"));
    assert_eq!(
        app.submit(&root).await.status,
        200,
        "what it signed before stands"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_key_is_never_enrolled() {
    let mut app = TestApp::founded().await;
    let note = app.house.world.join("weak.example", "office", "3", None);
    // The identity point: every signature by it would hold for something.
    let weak = "01000000000000000000000000000000000000000000000000000000000000000000";
    let text = String::from_utf8_lossy(note[1].bytes()).into_owned();
    let line = text
        .lines()
        .find(|line| line.starts_with("recovery "))
        .expect("a recovery line");
    let altered = text.replace(line, &format!("recovery {weak}"));
    let reply = app.post("/api/v1/entries", altered.as_bytes()).await;
    assert_eq!((reply.status, reply.code().as_str()), (400, "malformed"));
    assert_eq!(
        app.get(&format!("/api/v1/members/{OPERATOR}")).await.status,
        200
    );
    assert_eq!(app.get("/api/v1/members/weak.example").await.status, 404);
    app.stop().await;
}
