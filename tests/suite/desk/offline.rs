//! Receipts that a device signed while it had no line.

use super::confirming::{ALL, checked, receipt_of};
use super::device::{device, enrolled, line, shown, signed};
use server::people::{DRAFT_SECONDS, SIGNED_SECONDS};
use tests::desk::Office;
use tests::world::OFFICE;

/// Days pass for the people and the ledger.
async fn pass(office: &mut Office, seconds: i64) {
    office.wait(seconds);
    let tick = office.app.house.world.tick(seconds);
    office.app.house.admit(&[tick]).await;
}

#[tokio::test]
async fn what_a_device_signed_is_taken_days_later_and_once() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let made = device(7);
    enrolled(&mut office, &who, &made).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let text = shown(&office, &who, &page).await;
    let signature = line(OFFICE, &made, &text).to_string();

    pass(&mut office, SIGNED_SECONDS - 3600).await;
    // Her session is over: what she signed is led to the door, and nothing is recorded.
    let door = signed(&office, &who, &id, &page, &signature).await;
    assert!(door.header("location").starts_with("/en/desk/sign-in"));
    let who = office.sign_in(&who).await;
    let (one, other) = tokio::join!(
        signed(&office, &who, &id, &page, &signature),
        signed(&office, &who, &id, &page, &signature)
    );
    let receipt = receipt_of(&one);
    assert_eq!(receipt, receipt_of(&other));
    assert_eq!(office.received(&step).await, 100_000);
    office.app.stop().await;
}

#[tokio::test]
async fn what_waited_too_long_or_was_never_signed_is_shown_anew() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity();
    let id = step.to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let made = device(7);
    enrolled(&mut office, &who, &made).await;
    let page = checked(&office, &who, &id, &ALL).await;
    let text = shown(&office, &who, &page).await;
    let signature = line(OFFICE, &made, &text).to_string();
    pass(&mut office, DRAFT_SECONDS).await;
    let reply = signed(&office, &who, &id, &page, "").await;
    assert_eq!(
        reply.status, 422,
        "the server's key signs what was shown just now"
    );
    pass(&mut office, SIGNED_SECONDS).await;
    let who = office.sign_in(&who).await;
    let reply = signed(&office, &who, &id, &page, &signature).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert_eq!(office.received(&step).await, 0);
    office.app.stop().await;
}

#[tokio::test]
async fn pages_of_whoever_confirms_keep_what_a_device_signed() {
    let mut office = Office::open().await;
    let id = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    for path in ["/en/desk".to_owned(), format!("/en/desk/confirm/{id}")] {
        let page = office.get(&who, &path).await;
        let html = page.text();
        let (_, script) = html.split_once("src=\"/front/outbox-").expect("the script");
        assert!(html.contains("data-account=\"clerk\""), "{html}");
        assert!(
            page.header("content-security-policy")
                .contains("script-src 'self'")
        );
        let (digest, _) = script.split_once(".js").expect("a script");
        let file = office.app.get(&format!("/front/outbox-{digest}.js")).await;
        assert_eq!(file.status, 200);
        assert_eq!(
            file.header("content-type"),
            "text/javascript; charset=utf-8"
        );
    }
    // Whoever looks on signs nothing.
    let auditor = office.join(OFFICE, "looker", "audit").await;
    let html = office.get(&auditor, "/en/desk").await.text();
    assert!(!html.contains("<script"), "{html}");
    office.app.stop().await;
}
