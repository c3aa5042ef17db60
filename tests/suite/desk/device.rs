//! A key of a person's own device: offered, proven, approved, and signing in the place of the server's.

use super::confirming::{ALL, carried, checked, receipt_of};
use ed25519_dalek::{Signer, SigningKey};
use ledger::entry::KeyRotate;
use ledger::field::{Field, MemberName, PublicKey, Role, Roles};
use ledger::{Entry, Note, SignatureLine};
use server::people::{ENROLMENT_SECONDS, Enrolment, Person};
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, OFFICE, key};

/// What a device has made; WebCrypto's is the same key under another roof.
fn device(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn public(key: &SigningKey) -> PublicKey {
    PublicKey::from(key.verifying_key())
}

fn key_text(key: &SigningKey) -> String {
    let mut text = String::new();
    public(key).write(&mut text);
    text
}

fn office_name() -> MemberName {
    OFFICE.parse().expect("a name")
}

fn line(member: &str, key: &SigningKey, text: &str) -> SignatureLine {
    let member: MemberName = member.parse().expect("a name");
    SignatureLine::new(member, &public(key), key.sign(text.as_bytes()).to_bytes())
}

async fn person(office: &Office, who: &Somebody) -> Person {
    let people = office.desk.people.of_member(&office_name()).await;
    let mut people = people.expect("the database").into_iter();
    people
        .find(|one| one.account.as_str() == who.account)
        .expect("they joined")
}

async fn offered(office: &Office, who: &Somebody) -> Option<Enrolment> {
    let person = person(office, who).await;
    office
        .desk
        .people
        .offered_device(&person)
        .await
        .expect("the database")
}

async fn offer(office: &Office, who: &Somebody, key: &str) -> Reply {
    office
        .post(who, "/en/desk/device/offer", &[("key", key)])
        .await
}

async fn prove(office: &Office, who: &Somebody, line: &str) -> Reply {
    office
        .post(who, "/en/desk/device/prove", &[("signature", line)])
        .await
}

/// Offers a key, proves it, and has another person of the office approve it.
async fn enrolled(office: &mut Office, who: &Somebody, made: &SigningKey) -> Note {
    assert_eq!(offer(office, who, &key_text(made)).await.status, 303);
    let text = offered(office, who).await.expect("it waits").text();
    let proof = line(OFFICE, made, &text);
    assert_eq!(prove(office, who, &proof.to_string()).await.status, 303);
    let waiting = office
        .desk
        .people
        .waiting_devices()
        .await
        .expect("the database");
    let mine = waiting
        .iter()
        .find(|one| one.account == who.account)
        .expect("it waits");
    let entry = Entry::KeyRotate(mine.rotate.clone());
    let proof = mine.proof.clone().expect("it was proven");
    let approval = line(OFFICE, &key(OFFICE, "a"), &text);
    let note = Note::assemble(&entry, vec![proof, approval]).expect("a note");
    office.app.house.admit(std::slice::from_ref(&note)).await;
    note
}

/// The text that a form would have signed.
async fn shown(office: &Office, who: &Somebody, page: &Reply) -> String {
    let person = person(office, who).await;
    let html = page.text();
    let draft = office
        .desk
        .people
        .draft(hidden(&html, "once"), &person)
        .await;
    draft.expect("the database").expect("it was shown").text
}

async fn signed(office: &Office, who: &Somebody, step: &str, page: &Reply, line: &str) -> Reply {
    let html = page.text();
    let mut fields = carried(&html);
    fields.push(("signature", line));
    office
        .post(who, &format!("/en/desk/sign/{step}"), &fields)
        .await
}

#[tokio::test]
async fn a_device_is_enrolled_by_two_signatures_and_then_signs_itself() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "audit,confirm").await;
    let made = device(7);
    // Before that the page of the answer has no trace of it.
    let before = checked(&office, &who, &id, &ALL).await.text();
    assert!(!before.contains("name=\"signature\""));
    let note = enrolled(&mut office, &who, &made).await;
    let Entry::KeyRotate(rotate) = note.entry() else {
        panic!("a key")
    };
    let KeyRotate { key, member, .. } = &**rotate;
    let opaque = person(&office, &who).await.id;
    assert_eq!(
        (member.as_str(), key.person.as_str()),
        (OFFICE, opaque.as_str())
    );
    assert_eq!(
        key.roles,
        Roles::of(&[Role::Confirm]),
        "no more than daily work"
    );
    let own = office.get(&who, "/en/desk/device").await.text();
    let key_id = ledger::key::key_id(&office_name(), &public(&made)).to_string();
    assert!(
        own.contains(&key_id) && !own.contains("device approve"),
        "{own}"
    );
    let page = checked(&office, &who, &id, &ALL).await;
    assert!(page.text().contains("name=\"signature\""));
    let text = shown(&office, &who, &page).await;
    let signature = line(OFFICE, &made, &text).to_string();
    let receipt = receipt_of(&signed(&office, &who, &id, &page, &signature).await);
    assert_eq!(office.received(&step).await, 100_000);
    // Sent again it is the same receipt.
    assert_eq!(
        receipt,
        receipt_of(&signed(&office, &who, &id, &page, &signature).await)
    );
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(
        !public.contains("through the server") && public.contains(&opaque),
        "{public}"
    );
    let done = office
        .get(&who, &format!("/en/desk/confirmed/{receipt}"))
        .await
        .text();
    assert!(done.contains("Signed on your own device"), "{done}");
    office.app.stop().await;
}

#[tokio::test]
async fn without_its_signature_the_servers_key_signs_as_before() {
    let mut office = Office::open().await;
    let id = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    enrolled(&mut office, &who, &device(7)).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let receipt = receipt_of(&signed(&office, &who, &id, &page, "").await);
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(public.contains("through the server"), "{public}");
    office.app.stop().await;
}

#[tokio::test]
async fn only_the_persons_own_key_over_the_very_text_is_taken() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let colleague = office.join(OFFICE, "colleague", "confirm").await;
    let (made, others) = (device(7), device(8));
    enrolled(&mut office, &who, &made).await;
    enrolled(&mut office, &colleague, &others).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let text = shown(&office, &who, &page).await;
    let differs = text.replace("amount 100000", "amount 100001");
    assert_ne!(differs, text);
    for (case, wrong) in [
        ("another person's", line(OFFICE, &others, &text).to_string()),
        ("another member's", line(COUNTY, &made, &text).to_string()),
        ("not enrolled", line(OFFICE, &device(9), &text).to_string()),
        ("another text", line(OFFICE, &made, &differs).to_string()),
        ("no line", "signed".to_owned()),
    ] {
        let reply = signed(&office, &who, &id, &page, &wrong).await;
        assert_eq!(reply.status, 422, "{case}: {}", reply.text());
        assert!(reply.text().contains("role=\"alert\""), "{case}");
    }
    assert_eq!(office.received(&step).await, 0);
    // Revoked, it signs no more, and what it signs is refused with words.
    let key_id = ledger::key::key_id(&office_name(), &public(&made)).to_string();
    let world = &mut office.app.house.world;
    let fields = [("member", OFFICE), ("key-id", key_id.as_str())];
    let revoke = world.note("key-revoke", &fields, &[(OFFICE, "a")]);
    office.app.house.admit(&[revoke]).await;
    let right = line(OFFICE, &made, &text).to_string();
    let reply = signed(&office, &who, &id, &page, &right).await;
    assert_eq!(reply.status, 422);
    assert!(
        reply.text().contains("has been revoked"),
        "{}",
        reply.text()
    );
    let own = office.get(&who, "/en/desk/device").await.text();
    assert!(own.contains("Revoked"), "{own}");
    assert_eq!(office.received(&step).await, 0);
    office.app.stop().await;
}

#[tokio::test]
async fn a_key_proves_itself_before_anybody_can_approve_it() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let looker = office.join(OFFICE, "looker", "audit").await;
    let made = device(7);
    assert_eq!(offer(&office, &who, "no key").await.status, 422);
    assert_eq!(
        offer(&office, &looker, &key_text(&made)).await.status,
        422,
        "nothing to sign"
    );
    let early = line(OFFICE, &made, "anything").to_string();
    assert_eq!(
        prove(&office, &who, &early).await.status,
        422,
        "nothing was offered"
    );
    assert_eq!(offer(&office, &who, &key_text(&made)).await.status, 303);
    let text = offered(&office, &who).await.expect("it was offered").text();
    for wrong in [
        line(OFFICE, &device(8), &text).to_string(),
        line(OFFICE, &made, "another text").to_string(),
        line(COUNTY, &made, &text).to_string(),
        String::new(),
    ] {
        assert_eq!(prove(&office, &who, &wrong).await.status, 422, "{wrong}");
    }
    let waiting = || office.desk.people.waiting_devices();
    assert!(waiting().await.expect("the database").is_empty());
    let right = line(OFFICE, &made, &text).to_string();
    assert_eq!(prove(&office, &who, &right).await.status, 303);
    let found = waiting().await.expect("the database");
    assert_eq!(found.len(), 1);
    let own = office.get(&who, "/en/desk/device").await.text();
    assert!(
        own.contains(&format!("countersign device approve {}", found[0].id)),
        "{own}"
    );
    // A new offer takes its place, and after a week nothing waits.
    assert_eq!(
        offer(&office, &who, &key_text(&device(8))).await.status,
        303
    );
    assert!(waiting().await.expect("the database").is_empty());
    office.wait(ENROLMENT_SECONDS);
    assert!(offered(&office, &who).await.is_none());
    office.app.stop().await;
}
