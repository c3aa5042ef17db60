//! The first key of a device of a member: approved by a colleague, and signed by the key that the server holds.

use super::device::{device, later, line, office_name, public, signs, waits};
use ed25519_dalek::SigningKey;
use ledger::key::key_id;
use server::people::PROOF_SECONDS;
use server::store::read::Window;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::OFFICE;

/// What the form of the server's key sends.
const THROUGH: (&str, &str) = ("through", "server");

fn id_of(made: &SigningKey) -> String {
    key_id(&office_name(), &public(made)).to_string()
}

async fn approve(office: &Office, who: &Somebody, path: &str, fields: &[(&str, &str)]) -> Reply {
    office.post(who, path, fields).await
}

#[tokio::test]
async fn the_servers_key_approves_it_after_a_second_factor_and_pages_say_so() {
    let mut office = Office::administered().await;
    let chief = office.join(OFFICE, "chief", "administer,confirm").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let made = device(8);
    let (id, _) = waits(&office, &clerk, &made).await;
    let path = format!("/en/desk/device/approve/{id}");
    let page = office.get(&chief, &path).await.text();
    assert!(page.contains("Approve through the server"), "{page}");
    assert!(!page.contains("name=\"signature\""), "no device of theirs");
    assert_eq!(hidden(&page, "through"), "server");
    // Not by accident: the server's key is asked for by name.
    let unasked = approve(&office, &chief, &path, &[]).await;
    assert_eq!(unasked.status, 422);
    later(&mut office).await;
    for code in ["", "000000"] {
        let fields = [THROUGH, ("code", code)];
        let late = approve(&office, &chief, &path, &fields).await;
        assert_eq!(late.status, 422, "{code:?}");
        assert!(late.text().contains("href=\"#code\""), "{}", late.text());
    }
    assert!(!signs(&office, &made).await);
    let code = chief.code(office.now());
    let done = approve(&office, &chief, &path, &[THROUGH, ("code", &code)]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(signs(&office, &made).await);
    assert_eq!(
        approve(&office, &chief, &path, &[THROUGH]).await.status,
        410
    );
    let own = office.get(&clerk, "/en/desk/device").await.text();
    assert!(own.contains("approved through the server"), "{own}");
    let people = office.get(&chief, "/en/desk/people").await.text();
    let said = format!("Key {} was approved through the server", id_of(&made));
    assert!(people.contains(&said), "{people}");
    let store = &office.app.house.store;
    let keys = store
        .keys(OFFICE, Window::first(100))
        .await
        .expect("the database");
    let key = keys
        .iter()
        .find(|key| key.public == public(&made))
        .expect("a key");
    let entry = store
        .entry_at(key.enrolled)
        .await
        .expect("the database")
        .expect("an entry");
    let entry = format!("/en/entries/{}", entry.note.identity());
    let entry = office.app.get(&entry).await.text();
    assert!(entry.contains("Approved through the server"), "{entry}");
    office.app.stop().await;
}

#[tokio::test]
async fn nobody_approves_their_own_and_the_next_is_approved_by_the_first() {
    let office = Office::administered().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let second = office.join(OFFICE, "second", "administer").await;
    let (first, next) = (device(7), device(8));
    let (id, _) = waits(&office, &chief, &first).await;
    let path = format!("/en/desk/device/approve/{id}");
    assert_eq!(
        approve(&office, &chief, &path, &[THROUGH]).await.status,
        410
    );
    assert!(!signs(&office, &first).await);
    assert_eq!(
        approve(&office, &second, &path, &[THROUGH]).await.status,
        303
    );
    assert!(signs(&office, &first).await);
    let (id, text) = waits(&office, &second, &next).await;
    let path = format!("/en/desk/device/approve/{id}");
    let page = office.get(&chief, &path).await.text();
    assert!(
        page.contains("name=\"signature\"") && page.contains("sign-through"),
        "{page}"
    );
    // A press before the device has signed is no word of the server's.
    let early = approve(&office, &chief, &path, &[("signature", "")]).await;
    assert_eq!(early.status, 422);
    assert!(
        early.text().contains("nothing was sent"),
        "{}",
        early.text()
    );
    let signature = line(OFFICE, &first, &text).to_string();
    let fields = [("signature", signature.as_str())];
    assert_eq!(approve(&office, &chief, &path, &fields).await.status, 303);
    assert!(signs(&office, &next).await);
    let own = office.get(&second, "/en/desk/device").await.text();
    assert!(!own.contains("approved through the server"), "{own}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_held_key_that_may_not_approves_nothing_and_the_page_names_the_commands() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let made = device(8);
    let (id, _) = waits(&office, &clerk, &made).await;
    let path = format!("/en/desk/device/approve/{id}");
    let page = office.get(&chief, &path).await.text();
    let approve_by = format!("countersign device approve {id} --key FILE");
    let hold = format!("countersign key hold {OFFICE} --roles administer,confirm,pay");
    assert!(page.contains(&approve_by) && page.contains(&hold), "{page}");
    assert!(!page.contains("name=\"through\""), "{page}");
    let refused = approve(&office, &chief, &path, &[THROUGH]).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(!signs(&office, &made).await);
    office.wait(PROOF_SECONDS);
    assert_eq!(
        office.get(&chief, &path).await.status,
        200,
        "it goes on waiting"
    );
    office.app.stop().await;
}
