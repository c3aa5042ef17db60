//! Confirming what came: three requests, one receipt.

use ledger::Entry;
use ledger::field::Identity;
use server::people::PROOF_SECONDS;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, OFFICE};

pub(super) const ALL: [(&str, &str); 2] = [("answer", "all"), ("occurred", "2026-03-02")];

/// Answers and comes to the page that shows what will be signed.
pub(super) async fn checked(
    office: &Office,
    who: &Somebody,
    step: &str,
    fields: &[(&str, &str)],
) -> Reply {
    let path = format!("/en/desk/confirm/{step}");
    let form = office.get(who, &path).await;
    assert_eq!(form.status, 200, "{}", form.text());
    let html = form.text();
    let mut fields = fields.to_vec();
    fields.push(("once", hidden(&html, "once")));
    office.post(who, &path, &fields).await
}

/// What a page carries along to be signed.
pub(super) fn carried(html: &str) -> Vec<(&'static str, &str)> {
    let carried = [
        "once",
        "answer",
        "amount",
        "last",
        "occurred",
        "reason",
        "text_identity",
    ];
    carried
        .into_iter()
        .filter(|name| html.contains(&format!("name=\"{name}\" value=")))
        .map(|name| (name, hidden(html, name)))
        .collect()
}

/// Signs what a page shows.
async fn signed(office: &Office, who: &Somebody, step: &str, page: &Reply, code: &str) -> Reply {
    let html = page.text();
    let mut fields = carried(&html);
    fields.push(("code", code));
    office
        .post(who, &format!("/en/desk/sign/{step}"), &fields)
        .await
}

pub(super) fn receipt_of(reply: &Reply) -> Identity {
    assert_eq!(reply.status, 303, "{}", reply.text());
    let id = reply
        .header("location")
        .strip_prefix("/en/desk/confirmed/")
        .expect("the receipt");
    id.parse().expect("an identity")
}

#[tokio::test]
async fn what_came_in_full_is_confirmed_in_three_requests_through_the_server() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let list = office.get(&who, "/en/desk").await.text();
    assert!(list.contains(&format!("/en/desk/confirm/{id}")), "{list}");
    let page = checked(&office, &who, &id, &ALL).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let receipt = receipt_of(&signed(&office, &who, &id, &page, "").await);
    assert_eq!(office.received(&step).await, 100_000);
    let done = office
        .get(&who, &format!("/en/desk/confirmed/{receipt}"))
        .await;
    assert_eq!(done.status, 200);
    let list = office.get(&who, "/en/desk").await.text();
    assert!(
        !list.contains(&format!("/en/desk/confirm/{id}")),
        "it waits no more"
    );
    // Everybody sees whose word it is, and by what way it came.
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(public.contains("through the server"), "{public}");
    assert!(!public.contains("clerk"), "{public}");
    let known = office
        .app
        .house
        .store
        .entry_by_identity(&receipt)
        .await
        .expect("the database");
    let note = known.expect("the receipt").note;
    assert_eq!(
        hidden(&page.text(), "text_identity"),
        note.identity().to_string()
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_double_tap_and_a_lost_answer_are_one_receipt() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let page = checked(&office, &who, &id, &ALL).await;
    let (one, other) = tokio::join!(
        signed(&office, &who, &id, &page, ""),
        signed(&office, &who, &id, &page, "")
    );
    let receipt = receipt_of(&one);
    assert_eq!(receipt, receipt_of(&other));
    office.wait(40);
    assert_eq!(
        receipt,
        receipt_of(&signed(&office, &who, &id, &page, "").await)
    );
    assert_eq!(office.received(&step).await, 100_000);
    office.app.stop().await;
}

#[tokio::test]
async fn another_amount_is_read_in_the_pages_marks_and_leaves_the_rest_open() {
    let mut office = Office::open().await;
    let step = office.sent(150_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let part = [
        ("answer", "other"),
        ("amount", "1,250.5"),
        ("occurred", "2026-03-02"),
    ];
    let page = checked(&office, &who, &id, &part).await;
    let receipt = receipt_of(&signed(&office, &who, &id, &page, "").await);
    assert_eq!(office.received(&step).await, 125_050);
    let known = office
        .app
        .house
        .store
        .entry_by_identity(&receipt)
        .await
        .expect("the database");
    let note = known.expect("the receipt").note;
    let Entry::Receipt(said) = note.entry() else {
        panic!("a receipt")
    };
    assert!(said.last.is_none(), "more may come");
    // What is left comes with a second receipt, and closes the step.
    let page = checked(&office, &who, &id, &ALL).await;
    receipt_of(&signed(&office, &who, &id, &page, "").await);
    assert_eq!(office.received(&step).await, 150_000);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_not_ours_is_denied_with_a_reason_and_what_has_not_come_stays() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let waits = checked(&office, &who, &id, &[("answer", "nothing-yet")]).await;
    assert_eq!(waits.status, 303, "{}", waits.text());
    let list = office.get(&who, waits.header("location")).await;
    assert_eq!(list.status, 200);
    assert!(list.text().contains(&format!("/en/desk/confirm/{id}")));
    let bare = [("answer", "not-ours"), ("occurred", "2026-03-02")];
    let page = checked(&office, &who, &id, &bare).await;
    assert_eq!(page.status, 422, "a denial has a reason");
    let reasoned = [bare[0], bare[1], ("reason", "Meant for the next town")];
    let page = checked(&office, &who, &id, &reasoned).await;
    let receipt = receipt_of(&signed(&office, &who, &id, &page, "").await);
    assert_eq!(office.received(&step).await, 0);
    let public = office
        .app
        .get(&format!("/en/entries/{receipt}"))
        .await
        .text();
    assert!(public.contains("Meant for the next town"), "{public}");
    office.app.stop().await;
}

#[tokio::test]
async fn after_a_while_signing_asks_for_a_code_again() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(PROOF_SECONDS + 60);
    let tick = office.app.house.world.tick(PROOF_SECONDS + 60);
    office.app.house.admit(&[tick]).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let without = signed(&office, &who, &id, &page, "").await;
    assert_eq!(without.status, 422);
    assert_eq!(
        signed(&office, &who, &id, &page, "000000").await.status,
        422
    );
    assert_eq!(office.received(&step).await, 0);
    let code = who.code(office.now());
    receipt_of(&signed(&office, &who, &id, &page, &code).await);
    assert_eq!(office.received(&step).await, 100_000);
    office.app.stop().await;
}

#[tokio::test]
async fn only_what_was_shown_is_signed() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let other = office.sent(200_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let colleague = office.join(OFFICE, "colleague", "confirm").await;
    let page = checked(&office, &who, &id, &ALL).await;
    let html = page.text();
    let (once, text) = (hidden(&html, "once"), hidden(&html, "text_identity"));
    let wrong_text = "0".repeat(64);
    for (signer, step, once, text) in [
        (&who, &id, once, wrong_text.as_str()),
        (&who, &id, "0123456789abcdef0123456789abcdef", text),
        (&who, &other, once, text),
        (&colleague, &id, once, text),
    ] {
        let fields = [("once", once), ("text_identity", text), ALL[0], ALL[1]];
        let reply = office
            .post(signer, &format!("/en/desk/sign/{step}"), &fields)
            .await;
        assert_eq!(reply.status, 422, "{}", reply.text());
    }
    assert_eq!(office.received(&step).await, 0);
    office.app.stop().await;
}

#[tokio::test]
async fn what_another_member_was_sent_is_not_here() {
    let mut office = Office::open().await;
    let id = office.sent(100_000).await.identity().to_string();
    let stranger = office.join(COUNTY, "treasurer", "confirm").await;
    for path in [
        format!("/en/desk/confirm/{id}"),
        "/en/desk/confirm/zz".to_owned(),
    ] {
        assert_eq!(office.get(&stranger, &path).await.status, 404, "{path}");
        assert_eq!(
            office.post(&stranger, &path, &ALL).await.status,
            404,
            "{path}"
        );
    }
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_said_by_field_with_what_was_typed() {
    let mut office = Office::open().await;
    let id = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let day = ("occurred", "2026-03-02");
    for (fields, field) in [
        (vec![day], "answer"),
        (
            vec![("answer", "other"), ("amount", "12,50"), day],
            "amount",
        ),
        (vec![("answer", "other"), day], "amount"),
        (
            vec![("answer", "other"), ("amount", "1.005"), day],
            "amount",
        ),
        (vec![("answer", "all"), ("occurred", "2 March")], "occurred"),
        (
            vec![("answer", "all"), ("occurred", "2031-01-01")],
            "occurred",
        ),
        (
            vec![("answer", "all"), day, ("reason", "a\u{202e}b")],
            "reason",
        ),
    ] {
        let page = checked(&office, &who, &id, &fields).await;
        assert_eq!(page.status, 422, "{fields:?}");
        let html = page.text();
        assert!(html.contains("role=\"alert\""), "{fields:?}");
        assert!(
            html.contains(&format!("href=\"#{field}")),
            "{field} in {html}"
        );
        for (_, typed) in fields.iter().filter(|(name, _)| *name == "amount") {
            assert!(html.contains(&format!("value=\"{typed}\"")), "{typed}");
        }
    }
    office.app.stop().await;
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused() {
    let mut office = Office::open().await;
    let id = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let long = "x".repeat(20_000);
    let page = checked(&office, &who, &id, &[("reason", &long)]).await;
    assert_eq!(page.status, 413);
    office.app.stop().await;
}

#[tokio::test]
async fn a_member_without_a_held_key_is_told_so() {
    let mut office = Office::open().await;
    let world = &mut office.app.house.world;
    let granted = world.appropriation(500);
    let transfer = world.transfer(tests::world::MINISTRY, COUNTY, &granted, 500);
    office.app.house.admit(&[granted, transfer.clone()]).await;
    let id = transfer.identity().to_string();
    let who = office.join(COUNTY, "treasurer", "confirm").await;
    let page = checked(&office, &who, &id, &ALL).await;
    let reply = signed(&office, &who, &id, &page, "").await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("holds no key"), "{}", reply.text());
    office.app.stop().await;
}
