//! Sheets that maker and checker sign with keys of their own, apart from the server: the texts are taken
//! away, and come back.

use super::sheets::{address, clerks, entries, saved, sent, sheet_of};
use crate::cli::program::Home;
use crate::cli::token::{KEY, Token};
use ed25519_dalek::{Signer, SigningKey};
use ledger::field::{Identity, MemberName};
use ledger::{Entry, Note, SignatureLine};
use server::apart::Waiting;
use server::keyfile::{KeyFile, KeyHeader, Randomness, Secret};
use std::time::Duration;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, DAWN, MINISTRY, PROGRAMME, key};

/// A bureau's day: as many payments as one sheet brings.
const ROWS: usize = 5_000;

/// Two clerks with keys of their own in a programme that takes no others.
struct Clerks {
    office: Office,
    maker: Somebody,
    maker_key: SigningKey,
    checker: Somebody,
    checker_key: SigningKey,
}

impl Clerks {
    async fn at_work() -> Self {
        let own_keys = PROGRAMME.parse().expect("a name");
        let (mut office, _) = Office::bureau_where(500_000, &[own_keys]).await;
        let (maker, checker) = clerks(&office).await;
        let maker_id = office.enrol_device(MINISTRY, &maker, "pay").await;
        let checker_id = office.enrol_device(MINISTRY, &checker, "pay").await;
        Self {
            office,
            maker,
            maker_key: key(MINISTRY, &maker_id),
            checker,
            checker_key: key(MINISTRY, &checker_id),
        }
    }

    /// The file that somebody takes away.
    async fn texts(&self, who: &Somebody, sheet: &str) -> String {
        texts(&self.office, who, sheet).await
    }

    async fn bring(&self, who: &Somebody, sheet: &str, file: &str) -> Reply {
        bring(&self.office, who, sheet, file).await
    }

    /// Brings a file that isn't taken; gives the page.
    async fn refused(&self, sheet: &str, file: &str) -> String {
        let reply = self.bring(&self.maker, sheet, file).await;
        assert_eq!(reply.status, 422, "{file}");
        reply.text()
    }

    async fn page(&self, who: &Somebody, sheet: &str) -> String {
        self.office.get(who, sheet).await.text()
    }
}

async fn texts(office: &Office, who: &Somebody, sheet: &str) -> String {
    let reply = office.get(who, &format!("{sheet}/texts.jsonl")).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/jsonl");
    reply.text()
}

async fn bring(office: &Office, who: &Somebody, sheet: &str, file: &str) -> Reply {
    let path = format!("{sheet}/signed");
    office.upload(who, &path, &[], file.as_bytes()).await
}

/// A file with one more signature below each text.
fn signed(file: &str, key: &SigningKey) -> String {
    let name: MemberName = MINISTRY.parse().expect("a name");
    let public = key.verifying_key().into();
    let lines = file.lines().map(|line| {
        let mut waiting = Waiting::parse(line).expect("a text");
        let signature = key.sign(waiting.entry.to_text().as_bytes()).to_bytes();
        let line = SignatureLine::new(name.clone(), &public, signature);
        waiting.lines.push(line);
        waiting.line().expect("a line")
    });
    lines.collect()
}

/// Waits until a sheet is no longer being posted; gives its page.
async fn settled(office: &Office, who: &Somebody, sheet: &str) -> String {
    for _ in 0..600 {
        let html = office.get(who, sheet).await.text();
        if !html.contains("Being signed and recorded") {
            return html;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the sheet is still being posted");
}

/// The notes of a file that all have signed.
fn notes(file: &str) -> Vec<Note> {
    let notes = file.lines().map(|line| {
        let waiting = Waiting::parse(line).expect("a text");
        Note::assemble(&waiting.entry, waiting.lines).expect("a note")
    });
    notes.collect()
}

#[tokio::test]
async fn maker_and_checker_sign_the_texts_with_keys_of_their_own() {
    let clerks = Clerks::at_work().await;
    let (office, maker, checker) = (&clerks.office, &clerks.maker, &clerks.checker);
    let before = entries(office).await;
    let sheet = saved(office, maker, 3).await;
    let page = clerks.page(maker, &sheet).await;
    for said in ["Signatures: 0 of 2", "/texts.jsonl", "countersign sign"] {
        assert!(page.contains(said), "{said} in {page}");
    }
    let unsigned = clerks.texts(maker, &sheet).await;
    assert_eq!(unsigned.lines().count(), 3);
    assert!(unsigned.contains("\\nsigners 2\\n"), "{unsigned}");
    let none = clerks.refused(&sheet, &unsigned).await;
    assert!(none.contains("Nobody has signed in this file"), "{none}");

    let half = signed(&unsigned, &clerks.maker_key);
    assert_eq!(address(&clerks.bring(maker, &sheet, &half).await), sheet);
    // A second press after a lost answer.
    assert_eq!(address(&clerks.bring(maker, &sheet, &half).await), sheet);
    let page = clerks.page(maker, &sheet).await;
    assert!(page.contains("Signatures: 1 of 2"), "{page}");
    assert!(page.contains("You have signed all rows"), "{page}");
    // Nobody signs for the other: the held key signs nothing of it, and nothing is posted.
    let digest = hidden(&clerks.page(checker, &sheet).await, "digest").to_owned();
    let path = format!("{sheet}/sign");
    address(&office.post(checker, &path, &[("digest", &digest)]).await);
    assert_eq!(entries(office).await, before, "one of two");
    let tasks = clerks.page(checker, "/en/desk").await;
    assert!(
        tasks.contains("One draft waits for your signature"),
        "{tasks}"
    );

    let theirs = clerks.texts(checker, &sheet).await;
    assert_eq!(theirs, half, "with the signature that is there");
    let whole = signed(&theirs, &clerks.checker_key);
    assert_eq!(address(&clerks.bring(checker, &sheet, &whole).await), sheet);
    let page = settled(office, maker, &sheet).await;
    assert!(page.contains("All rows stand in the ledger"), "{page}");
    assert!(page.contains("signed by checker"), "{page}");
    assert!(page.contains("In the ledger"), "{page}");
    assert_eq!(entries(office).await, before + 3);
    for note in notes(&whole) {
        let known = office.app.house.store.find(&note.identity()).await;
        let known = known.expect("the database").expect("it stands");
        assert_eq!(known.note, note.bytes());
        assert_eq!(note.lines().len(), 2);
    }
    let again = clerks.bring(checker, &sheet, &whole).await;
    assert_eq!(address(&again), sheet, "it stands already");
    clerks.office.app.stop().await;
}

#[tokio::test]
async fn what_is_not_the_sheet_is_said_by_row_and_not_kept() {
    let clerks = Clerks::at_work().await;
    let (office, maker) = (&clerks.office, &clerks.maker);
    let reply = {
        let html = office.get(maker, "/en/desk/sheets/new").await.text();
        let fields = [
            ("once", hidden(&html, "once")),
            ("programme", PROGRAMME),
            ("occurred", "2026-03-02"),
            ("count", "3"),
            ("total", "3"),
            ("signing", "server"),
        ];
        let path = "/en/desk/sheets/new";
        office
            .upload(maker, path, &fields, sheet_of(3).as_bytes())
            .await
    };
    assert_eq!(reply.status, 422);
    assert!(
        reply.text().contains("only people\u{2019}s own keys sign"),
        "{}",
        reply.text()
    );
    let sheet = saved(office, maker, 3).await;
    let unsigned = clerks.texts(maker, &sheet).await;
    let good = signed(&unsigned, &clerks.maker_key);
    let lines: Vec<&str> = good.lines().collect();
    let joined = |lines: &[&str]| lines.join("\n");

    let other = unsigned.replacen("amount 100", "amount 99", 1);
    let other = other.replacen("/0 100", "/0 99", 1);
    let html = clerks
        .refused(&sheet, &signed(&other, &clerks.maker_key))
        .await;
    assert!(
        html.contains("Line 1: its text is none of this sheet"),
        "{html}"
    );
    assert!(html.contains("Row 1 isn\u{2019}t in the file"), "{html}");
    let html = clerks.refused(&sheet, &joined(&lines[..2])).await;
    assert!(html.contains("Row 3 isn\u{2019}t in the file"), "{html}");
    let twice = joined(&[lines[0], lines[1], lines[2], lines[2]]);
    let html = clerks.refused(&sheet, &twice).await;
    assert!(html.contains("Line 4: row 3 stands there"), "{html}");
    let first: Vec<&str> = unsigned.lines().collect();
    let html = clerks
        .refused(&sheet, &joined(&[lines[0], first[1], lines[2]]))
        .await;
    assert!(html.contains("Row 2 lacks a signature"), "{html}");
    let foreign = signed(&unsigned, &key(MINISTRY, "a"));
    let html = clerks.refused(&sheet, &foreign).await;
    assert!(
        html.contains("Line 1, row 1: signed with a key that may not"),
        "{html}"
    );
    // The signature of another row.
    let moved = |at: usize| -> Waiting {
        let mut waiting = Waiting::parse(lines[at]).expect("a text");
        let next = Waiting::parse(lines[(at + 1) % 3]).expect("a text");
        waiting.lines = next.lines;
        waiting
    };
    let moved: String = (0..3).map(|at| moved(at).line().expect("a line")).collect();
    let html = clerks.refused(&sheet, &moved).await;
    assert!(
        html.contains("row 3: the signature doesn\u{2019}t fit"),
        "{html}"
    );
    let html = clerks.refused(&sheet, "payee,amount\n").await;
    assert!(html.contains("Line 1: it isn\u{2019}t what"), "{html}");
    assert!(html.contains("Signatures: 0 of 2"), "{html}");
    let html = clerks.refused(&sheet, "").await;
    assert!(html.contains("Choose the file that"), "{html}");
    clerks.office.app.stop().await;
}

#[tokio::test]
async fn a_key_that_is_revoked_meanwhile_signs_nothing() {
    let mut clerks = Clerks::at_work().await;
    let sheet = saved(&clerks.office, &clerks.maker, 2).await;
    let unsigned = clerks.texts(&clerks.maker, &sheet).await;
    let half = signed(&unsigned, &clerks.maker_key);
    address(&clerks.bring(&clerks.maker, &sheet, &half).await);
    let public = clerks.maker_key.verifying_key().into();
    let member = MINISTRY.parse().expect("a name");
    let id = ledger::key::key_id(&member, &public).to_string();
    let fields = [("member", MINISTRY), ("key-id", id.as_str())];
    let house = &mut clerks.office.app.house;
    let revoke = house.world.note("key-revoke", &fields, &[(MINISTRY, "a")]);
    house.admit(&[revoke]).await;
    let page = clerks.page(&clerks.maker, &sheet).await;
    assert!(page.contains("Signatures: 0 of 2"), "{page}");
    assert!(page.contains("You have no key of your own"), "{page}");
    let theirs = clerks.texts(&clerks.checker, &sheet).await;
    assert_eq!(theirs, unsigned, "the void signature isn't given away");
    let before = entries(&clerks.office).await;
    let own = signed(&theirs, &clerks.checker_key);
    address(&clerks.bring(&clerks.checker, &sheet, &own).await);
    let page = clerks.page(&clerks.checker, &sheet).await;
    assert!(page.contains("Signatures: 1 of 2"), "{page}");
    assert_eq!(entries(&clerks.office).await, before);
    clerks.office.app.stop().await;
}

#[tokio::test]
async fn rows_that_were_submitted_apart_are_shown_as_they_stand() {
    let clerks = Clerks::at_work().await;
    let (office, maker) = (&clerks.office, &clerks.maker);
    let sheet = saved(office, maker, 4).await;
    let unsigned = clerks.texts(maker, &sheet).await;
    let whole = signed(&signed(&unsigned, &clerks.maker_key), &clerks.checker_key);
    let notes = notes(&whole);
    office.app.house.admit(&notes[..2]).await;
    let page = clerks.page(maker, &sheet).await;
    assert!(
        page.contains("Some rows stand in the ledger already"),
        "{page}"
    );
    let stand = page.matches("In the ledger").count();
    assert_eq!(stand, 2, "{page}");
    // One person may bring what both have signed: what counts is whose signatures they are.
    assert_eq!(address(&clerks.bring(maker, &sheet, &whole).await), sheet);
    let page = settled(office, maker, &sheet).await;
    assert!(page.contains("signed by checker"), "{page}");
    let next = sheet_of(2).replace("S-", "T-");
    let next = address(&sent(office, maker, &next, "2", "2").await);
    address(&office.post(maker, &format!("{next}/save"), &[]).await);
    let unsigned = clerks.texts(maker, &next).await;
    let whole = signed(&signed(&unsigned, &clerks.maker_key), &clerks.checker_key);
    office.app.house.admit(&self::notes(&whole)).await;
    let page = clerks.page(&clerks.checker, &next).await;
    assert!(page.contains("submitted apart from this page"), "{page}");
    assert!(!page.contains("/signed\""), "{page}");
    clerks.office.app.stop().await;
}

#[tokio::test]
async fn a_refused_row_keeps_all_out_and_the_signatures_stay() {
    let mut clerks = Clerks::at_work().await;
    let sheet = saved(&clerks.office, &clerks.maker, 5).await;
    let unsigned = clerks.texts(&clerks.maker, &sheet).await;
    let half = signed(&unsigned, &clerks.maker_key);
    let whole = signed(&half, &clerks.checker_key);
    // Somebody takes a reference of the sheet meanwhile.
    let first = Waiting::parse(unsigned.lines().next().expect("a line")).expect("a text");
    let text = first.entry.to_text();
    let source = text.lines().find_map(|line| line.strip_prefix("source "));
    let source = source.and_then(|source| source.split_once(' '));
    let source = format!("{} 7", source.expect("a source").0);
    let fields = [
        ("programme", PROGRAMME),
        ("from", MINISTRY),
        ("to", COUNTY),
        ("ref", "S-2"),
        ("amount", "7"),
        ("source", &source),
    ];
    let house = &mut clerks.office.app.house;
    let taken = house.world.note("transfer", &fields, &[(MINISTRY, "a")]);
    house.admit(&[taken]).await;
    let before = entries(&clerks.office).await;
    address(&clerks.bring(&clerks.checker, &sheet, &whole).await);
    let page = settled(&clerks.office, &clerks.maker, &sheet).await;
    assert!(page.contains("because of row 3"), "{page}");
    assert!(page.contains("Signatures: 2 of 2"), "{page}");
    assert!(page.contains("Send it again"), "{page}");
    assert_eq!(entries(&clerks.office).await, before, "all or nothing");
    clerks.office.app.stop().await;
}

#[tokio::test]
async fn above_a_threshold_every_text_asks_for_as_many_people() {
    let (mut office, _) = Office::bureau(50_000).await;
    let world = &mut office.app.house.world;
    let large = "large-2026";
    let opened = world.programme(&[("programme", large), ("threshold", "1000 3")]);
    let fields = [("by", MINISTRY), ("programme", large), ("amount", "100000")];
    let granted = world.note("appropriation", &fields, &[(MINISTRY, "a")]);
    office.app.house.admit(&[opened, granted]).await;
    let (maker, _) = clerks(&office).await;
    let html = office.get(&maker, "/en/desk/sheets/new").await.text();
    let fields = [
        ("once", hidden(&html, "once")),
        ("programme", large),
        ("occurred", "2026-03-02"),
        ("count", "2"),
        ("total", "16"),
        ("signing", "own"),
    ];
    let sheet = format!("payee,amount,reference\n{COUNTY},8,a\n{COUNTY},8,b\n");
    let path = "/en/desk/sheets/new";
    let sheet = address(&office.upload(&maker, path, &fields, sheet.as_bytes()).await);
    address(&office.post(&maker, &format!("{sheet}/save"), &[]).await);
    let file = texts(&office, &maker, &sheet).await;
    assert_eq!(file.matches("\\nsigners 3\\n").count(), 2, "{file}");
    office.app.stop().await;
}

/// Writes a person's key into a file of a home.
fn key_file(home: &Home, file: &str, person: &str) {
    let key = key(MINISTRY, person);
    let member = MINISTRY.parse().expect("a name");
    let id = person.parse().expect("an id");
    let header = KeyHeader::new(member, id, key.verifying_key().into(), DAWN);
    let secret = Secret::new("a secret of tests".to_owned());
    let randomness = Randomness {
        salt: [1; 16],
        iv: [2; 16],
    };
    KeyFile::create(&home.path(file), &key, &header, &secret, &randomness).expect("a key file");
}

/// Makes a key of a person on a token, and enrols it as the ministry's first person would.
async fn enrol_token(office: &mut Office, home: &Home, token: &Token, person: &str) {
    let whose = format!("--member {MINISTRY} --person {person} --output token.key");
    token
        .line(home, &format!("key new {whose} --token {KEY}"))
        .ok();
    key_file(home, "a.key", "a");
    let written = |public| {
        let mut text = String::new();
        ledger::field::Field::write(&public, &mut text);
        text
    };
    let public = *KeyFile::peek(&home.path("token.key"))
        .expect("its file")
        .public_key();
    let planned = office.app.house.world.enrol(MINISTRY, person, "pay");
    let text = planned.entry().to_text().replace(
        &written(key(MINISTRY, person).verifying_key().into()),
        &written(public),
    );
    assert!(Entry::parse(&text).is_ok(), "{text}");
    home.write("enrol", &text);
    let sign = "sign enrol --key a.key --also token.key --output enrol.jsonl --yes";
    token.line(home, sign).ok();
    office
        .app
        .house
        .admit(&notes(&home.read("enrol.jsonl")))
        .await;
}

#[tokio::test]
async fn thousands_are_signed_with_a_key_file_and_a_token_and_stand() {
    let own_keys = PROGRAMME.parse().expect("a name");
    let (mut office, _) = Office::bureau_where(1_000_000, &[own_keys]).await;
    let (maker, checker) = clerks(&office).await;
    let maker_id = office.enrol_device(MINISTRY, &maker, "pay").await;
    let member = MINISTRY.parse().expect("a name");
    let people = office.desk.people.of_member(&member).await;
    let people = people.expect("the database");
    let second = people.iter().find(|one| one.account.as_str() == "checker");
    let (home, checker_id) = (Home::new(), &second.expect("they joined").id);
    let token = Token::new(&home);
    enrol_token(&mut office, &home, &token, checker_id).await;
    key_file(&home, "maker.key", &maker_id);
    let before = entries(&office).await;

    let sheet = saved(&office, &maker, ROWS).await;
    let page = office.get(&checker, &sheet).await.text();
    home.write("sheet.jsonl", &texts(&office, &maker, &sheet).await);
    let looked = home.line("sign sheet.jsonl --key maker.key --output half.jsonl");
    let digest = looked.error.split("Digest of all texts: ").nth(1);
    let digest = digest
        .and_then(|rest| rest.lines().next())
        .expect("it is told");
    assert!(page.contains(digest), "the page shows the digest {digest}");
    home.line("sign sheet.jsonl --key maker.key --output half.jsonl --yes")
        .ok();
    address(&bring(&office, &maker, &sheet, &home.read("half.jsonl")).await);
    home.write("theirs.jsonl", &texts(&office, &checker, &sheet).await);
    let sign = "sign theirs.jsonl --key token.key --output whole.jsonl --yes";
    token.line(&home, sign).ok();
    address(&bring(&office, &checker, &sheet, &home.read("whole.jsonl")).await);
    let page = settled(&office, &maker, &sheet).await;
    assert!(page.contains("All rows stand in the ledger"), "{page}");
    assert_eq!(entries(&office).await, before + ROWS as u64);
    let last = home.read("whole.jsonl");
    let last = Waiting::parse(last.lines().last().expect("a line")).expect("a note");
    let known = office
        .app
        .house
        .store
        .find(&Identity::of(&last.entry.to_text()))
        .await;
    let known = known.expect("the database").expect("it stands");
    let note = Note::parse(&known.note).expect("a note");
    assert_eq!(note.lines().len(), 2);
    office.app.stop().await;
}
