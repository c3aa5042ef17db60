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
pub(super) fn device(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(super) fn public(key: &SigningKey) -> PublicKey {
    PublicKey::from(key.verifying_key())
}

fn key_text(key: &SigningKey) -> String {
    let mut text = String::new();
    public(key).write(&mut text);
    text
}

pub(super) fn office_name() -> MemberName {
    OFFICE.parse().expect("a name")
}

pub(super) fn line(member: &str, key: &SigningKey, text: &str) -> SignatureLine {
    let member: MemberName = member.parse().expect("a name");
    SignatureLine::new(member, &public(key), key.sign(text.as_bytes()).to_bytes())
}

pub(super) async fn person(office: &Office, who: &Somebody) -> Person {
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
pub(super) async fn enrolled(office: &mut Office, who: &Somebody, made: &SigningKey) -> Note {
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
pub(super) async fn shown(office: &Office, who: &Somebody, page: &Reply) -> String {
    let person = person(office, who).await;
    let html = page.text();
    let draft = office
        .desk
        .people
        .draft(hidden(&html, "once"), &person)
        .await;
    draft.expect("the database").expect("it was shown").text
}

pub(super) async fn signed(
    office: &Office,
    who: &Somebody,
    step: &str,
    page: &Reply,
    line: &str,
) -> Reply {
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
async fn without_its_signature_the_servers_key_signs_where_it_is_asked_by_name() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    enrolled(&mut office, &who, &device(7)).await;
    let page = checked(&office, &who, &id, &ALL).await;
    // A press before the device's module has run.
    let early = signed(&office, &who, &id, &page, "").await;
    assert_eq!(early.status, 422);
    assert!(
        early.text().contains("nothing was sent"),
        "{}",
        early.text()
    );
    assert_eq!(office.received(&step).await, 0);
    let html = page.text();
    assert!(html.contains("name=\"through\" value=\"server\""), "{html}");
    let mut fields = carried(&html);
    fields.push(("through", "server"));
    let sign = format!("/en/desk/sign/{id}");
    let receipt = receipt_of(&office.post(&who, &sign, &fields).await);
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(public.contains("through the server"), "{public}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_programme_can_want_peoples_own_keys() {
    let programme = tests::world::PROGRAMME.parse().expect("a name");
    let mut office = Office::open_where(&[programme]).await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let page = checked(&office, &who, &id, &ALL).await;
    let html = page.text();
    assert!(
        html.contains("only people\u{2019}s own keys sign"),
        "{html}"
    );
    let mut fields = carried(&html);
    fields.push(("through", "server"));
    let sign = format!("/en/desk/sign/{id}");
    let refused = office.post(&who, &sign, &fields).await;
    assert_eq!(refused.status, 422);
    assert_eq!(office.received(&step).await, 0);
    let made = device(7);
    enrolled(&mut office, &who, &made).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let text = shown(&office, &who, &page).await;
    let signature = line(OFFICE, &made, &text).to_string();
    receipt_of(&signed(&office, &who, &id, &page, &signature).await);
    assert_eq!(office.received(&step).await, 100_000);
    office.app.stop().await;
}

/// Whether a key still signs, by the ledger.
pub(super) async fn signs(office: &Office, made: &SigningKey) -> bool {
    use server::store::read::Window;
    let keys = office.app.house.store.keys(OFFICE, Window::first(100));
    let keys = keys.await.expect("the database");
    let found = keys.iter().find(|key| key.public == public(made));
    found.is_some_and(|key| key.revoked.is_none())
}

/// Offers and proves a key; gives what whoever approves it calls it, and the text.
pub(super) async fn waits(office: &Office, who: &Somebody, made: &SigningKey) -> (String, String) {
    assert_eq!(offer(office, who, &key_text(made)).await.status, 303);
    let offered = offered(office, who).await.expect("it waits");
    let proof = line(OFFICE, made, &offered.text()).to_string();
    assert_eq!(prove(office, who, &proof).await.status, 303);
    (offered.id.clone(), offered.text())
}

#[tokio::test]
async fn a_colleague_approves_a_key_with_their_own_device() {
    let mut office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer,confirm").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let other = office.join(COUNTY, "other", "administer").await;
    let (chiefs, clerks) = (device(7), device(8));
    enrolled(&mut office, &chief, &chiefs).await;
    let (id, text) = waits(&office, &clerk, &clerks).await;
    let list = office.get(&chief, "/en/desk/people").await.text();
    let path = format!("/en/desk/device/approve/{id}");
    assert!(list.contains(&path), "{list}");
    let page = office.get(&chief, &path).await.text();
    assert!(
        page.contains("clerk") && page.contains("name=\"signature\""),
        "{page}"
    );
    assert_eq!(
        office.get(&other, &path).await.status,
        410,
        "another member's"
    );
    assert_eq!(office.get(&clerk, &path).await.status, 403, "their own");
    for (case, wrong) in [
        ("its own", line(OFFICE, &clerks, &text)),
        ("nobody's", line(OFFICE, &device(9), &text)),
        ("another text's", line(OFFICE, &chiefs, "another text")),
    ] {
        let fields = [("signature", wrong.to_string())];
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let reply = office.post(&chief, &path, &fields).await;
        assert_eq!(reply.status, 422, "{case}");
        assert!(!signs(&office, &clerks).await, "{case}");
    }
    let right = line(OFFICE, &chiefs, &text).to_string();
    let reply = office.post(&chief, &path, &[("signature", &right)]).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert!(signs(&office, &clerks).await);
    assert_eq!(
        office.get(&chief, &path).await.status,
        410,
        "it waits no more"
    );
    let record = office.get(&chief, "/en/desk/record").await.text();
    assert!(
        record.contains("Enrolled a device\u{2019}s key"),
        "{record}"
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_key_is_refused_and_whoever_approves_needs_a_key_that_administers() {
    let mut office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let (id, text) = waits(&office, &clerk, &device(8)).await;
    let path = format!("/en/desk/device/approve/{id}");
    let page = office.get(&chief, &path).await.text();
    assert!(
        page.contains(&format!("countersign device approve {id}")),
        "{page}"
    );
    // A key of theirs that doesn't administer says nothing.
    let confirms = office.app.house.world.enrol(OFFICE, "z", "confirm");
    office.app.house.admit(&[confirms]).await;
    let weak = line(OFFICE, &key(OFFICE, "z"), &text).to_string();
    assert_eq!(
        office
            .post(&chief, &path, &[("signature", &weak)])
            .await
            .status,
        422
    );
    let refuse = format!("/en/desk/device/refuse/{id}");
    assert_eq!(office.post(&clerk, &refuse, &[]).await.status, 403);
    assert_eq!(office.post(&chief, &refuse, &[]).await.status, 303);
    assert!(offered(&office, &clerk).await.is_none());
    assert_eq!(office.post(&chief, &refuse, &[]).await.status, 410);
    office.app.stop().await;
}

/// Lets so much time pass that a second factor is asked for anew; the ledger's clock goes along.
pub(super) async fn later(office: &mut Office) {
    office.wait(server::people::PROOF_SECONDS);
    let tick = office.app.house.world.tick(server::people::PROOF_SECONDS);
    office.app.house.admit(&[tick]).await;
}

#[tokio::test]
async fn a_lost_devices_key_is_revoked_by_its_person_or_a_colleague_and_with_its_account() {
    let mut office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer,confirm").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let (first, second, third) = (device(7), device(8), device(9));
    let id_of = |made: &SigningKey| ledger::key::key_id(&office_name(), &public(made)).to_string();
    let of_clerk = person(&office, &clerk).await.id;
    enrolled(&mut office, &clerk, &first).await;
    let key = id_of(&first);
    // Nobody revokes what isn't theirs on their own page, nor another's under a wrong name.
    let lost = "/en/desk/device/revoke";
    assert_eq!(
        office.post(&chief, lost, &[("key", &key)]).await.status,
        422
    );
    let of_chief = person(&office, &chief).await.id;
    let fields = [("key", key.as_str()), ("id", of_chief.as_str())];
    assert_eq!(
        office
            .post(&chief, "/en/desk/people/revoke", &fields)
            .await
            .status,
        422
    );
    assert!(signs(&office, &first).await);
    assert_eq!(
        office.post(&clerk, lost, &[("key", &key)]).await.status,
        303
    );
    assert!(!signs(&office, &first).await);
    enrolled(&mut office, &clerk, &second).await;
    let key = id_of(&second);
    let fields = [("key", key.as_str()), ("id", of_clerk.as_str())];
    later(&mut office).await;
    let late = office.post(&chief, "/en/desk/people/revoke", &fields).await;
    assert_eq!(late.status, 422, "a fresh second factor is asked for");
    let code = chief.code(office.now());
    let mut fields = fields.to_vec();
    fields.push(("code", &code));
    assert_eq!(
        office
            .post(&chief, "/en/desk/people/revoke", &fields)
            .await
            .status,
        303
    );
    assert!(!signs(&office, &second).await);
    enrolled(&mut office, &clerk, &third).await;
    let close = [("id", of_clerk.as_str())];
    assert_eq!(
        office
            .post(&chief, "/en/desk/people/close", &close)
            .await
            .status,
        303
    );
    assert!(!signs(&office, &third).await);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_left_of_a_closed_account_stands_on_the_page() {
    let mut office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let made = device(7);
    enrolled(&mut office, &clerk, &made).await;
    // Without a fresh second factor the account is closed, and the held key says nothing.
    later(&mut office).await;
    let id = person(&office, &clerk).await.id;
    office
        .post(&chief, "/en/desk/people/close", &[("id", &id)])
        .await;
    assert!(signs(&office, &made).await);
    let list = office.get(&chief, "/en/desk/people").await.text();
    assert!(list.contains("these keys still sign"), "{list}");
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
