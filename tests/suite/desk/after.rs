//! What becomes of a step after it was sent: drafted with its reason, checked and signed by another.

use ledger::Minor;
use ledger::field::Identity;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, MINISTRY, OFFICE};

/// What somebody says of a step, as far as the page that comes of it.
async fn said(office: &Office, who: &Somebody, step: &str, what: &str, amount: &str) -> Reply {
    let path = format!("/en/desk/after/{step}");
    let form = office.get(who, &path).await;
    assert_eq!(form.status, 200, "{}", form.text());
    let html = form.text();
    let fields = [
        ("once", hidden(&html, "once")),
        ("what", what),
        ("amount", amount),
        ("occurred", "2026-03-02"),
        ("reason", "Three schools closed"),
    ];
    office.post(who, &path, &fields).await
}

fn address(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// One says it, another signs it; gives the draft's address.
async fn done(
    office: &Office,
    (maker, checker): (&Somebody, &Somebody),
    step: &str,
    what: &str,
    amount: &str,
) -> String {
    let page = said(office, maker, step, what, amount).await;
    let html = page.text();
    assert_eq!(page.status, 200, "{html}");
    assert!(html.contains("Three schools closed"), "{html}");
    let names = ["once", "what", "occurred", "reason", "text_identity"];
    let fields = names.map(|name| (name, hidden(&html, name)));
    let save = format!("/en/desk/after/{step}/save");
    let draft = address(&office.post(maker, &save, &fields).await);
    let own = office.get(maker, &draft).await.text();
    assert!(
        !own.contains("/sign\"") && !own.contains("/edit\""),
        "{own}"
    );
    let waits = office.get(checker, "/en/desk").await.text();
    assert!(
        waits.contains("One draft waits for your signature"),
        "{waits}"
    );
    let listed = office.get(checker, "/en/desk/drafts").await;
    assert!(listed.text().contains(&draft));
    let shown = office.get(checker, &draft).await.text();
    let fields = [("text_identity", hidden(&shown, "text_identity"))];
    let signed = office
        .post(checker, &format!("{draft}/sign"), &fields)
        .await;
    assert_eq!(address(&signed), draft);
    draft
}

async fn step_of(office: &Office, identity: &Identity) -> ledger::Step {
    let store = &office.app.house.store;
    let known = store
        .entry_by_identity(identity)
        .await
        .expect("the database");
    let step = store.step(known.expect("an entry").index).await;
    step.expect("the database").expect("a step")
}

pub(super) async fn two(office: &Office, member: &str, roles: &str) -> (Somebody, Somebody) {
    let of = member.split('.').next().unwrap_or_default();
    let maker = office.join(member, &format!("{of}-1"), roles).await;
    (maker, office.join(member, &format!("{of}-2"), roles).await)
}

#[tokio::test]
async fn an_office_sends_back_what_it_does_not_use_and_puts_right_what_it_said() {
    let (mut office, _) = Office::bureau(1_000).await;
    let sent = office.sent(50_000).await;
    let receipt = office.app.house.world.receipt(&sent, 50_000, true);
    office.app.house.admit(&[receipt]).await;
    let step = sent.identity().to_string();
    let (one, other) = two(&office, OFFICE, "confirm,pay").await;
    let over = said(&office, &one, &step, "return", "500.01").await;
    assert_eq!(over.status, 422);
    assert!(over.text().contains("more than there is"));
    let draft = done(&office, (&one, &other), &step, "return", "100").await;
    let html = office.get(&other, &draft).await.text();
    let (_, entry) = html.split_once("/en/entries/").expect("its entry");
    let back: Identity = entry[..64].parse().expect("an identity");
    // It waits for whoever had sent it.
    let back = step_of(&office, &back).await;
    assert_eq!(
        (back.from.as_str(), back.to.as_str(), back.open()),
        (OFFICE, MINISTRY, 10_000)
    );
    let bureau = office.join(MINISTRY, "m-1", "confirm,pay").await;
    let waits = office.get(&bureau, "/en/desk").await.text();
    assert!(waits.contains("100.00"), "{waits}");
    done(&office, (&one, &other), &step, "correct", "50").await;
    let now = step_of(&office, &sent.identity()).await;
    assert_eq!((now.received(), now.open()), (45_000, 5_000 as Minor));
    // What isn't the office's to say isn't offered.
    let wrong = said(&office, &one, &step, "bounce", "1").await;
    assert_eq!(wrong.status, 422);
    // Now something is missing, and both sides are shown where to answer it.
    let findings = office.get(&bureau, "/en/desk/findings").await.text();
    assert!(
        findings.contains(&format!("/en/desk/after/{step}")),
        "{findings}"
    );
    let tasks = office.get(&one, "/en/desk").await.text();
    assert!(tasks.contains("/en/desk/findings"), "{tasks}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_bureau_says_what_its_bank_sent_back_and_takes_back_what_nobody_got() {
    let (mut office, _) = Office::bureau(1_000).await;
    let (first, second) = (office.sent(30_000).await, office.sent(20_000).await);
    let (one, other) = two(&office, MINISTRY, "pay").await;
    let step = first.identity().to_string();
    done(&office, (&one, &other), &step, "bounce", "120").await;
    assert_eq!(step_of(&office, &first.identity()).await.open(), 18_000);
    // Before the payee is heard it has to agree: that is said before anything is drafted.
    let step = second.identity().to_string();
    let form = office
        .get(&one, &format!("/en/desk/after/{step}"))
        .await
        .text();
    assert!(form.contains("the payee has to agree"), "{form}");
    let nothing = office.app.house.world.receipt(&second, 0, true);
    office.app.house.admit(&[nothing]).await;
    done(&office, (&one, &other), &step, "reversal", "").await;
    let now = step_of(&office, &second.identity()).await;
    assert_eq!((now.back(), now.open()), (20_000, 0));
    // Another member's step isn't here, and neither is one's own to somebody without the role.
    let stranger = office.join(COUNTY, "stranger", "pay").await;
    let path = format!("/en/desk/after/{step}");
    assert_eq!(office.get(&stranger, &path).await.status, 404);
    office.app.stop().await;
}

/// Drafts a reversal that nobody has answered, and signs it for the payer; gives the draft's address.
pub(super) async fn asking(
    office: &Office,
    (maker, checker): (&Somebody, &Somebody),
    step: &str,
) -> String {
    let page = said(office, maker, step, "reversal", "").await;
    let html = page.text();
    assert_eq!(page.status, 200, "{html}");
    let names = ["once", "what", "occurred", "reason", "text_identity"];
    let fields = names.map(|name| (name, hidden(&html, name)));
    let save = format!("/en/desk/after/{step}/save");
    let draft = address(&office.post(maker, &save, &fields).await);
    agree(office, checker, &draft).await;
    draft
}

/// Signs what a draft's page shows.
async fn agree(office: &Office, who: &Somebody, draft: &str) {
    let shown = office.get(who, draft).await.text();
    let fields = [("text_identity", hidden(&shown, "text_identity"))];
    let signed = office.post(who, &format!("{draft}/sign"), &fields).await;
    assert_eq!(address(&signed), draft);
}

#[tokio::test]
async fn a_payee_that_was_not_heard_agrees_to_a_reversal_or_sends_it_back() {
    let (mut office, _) = Office::bureau(1_000).await;
    let sent = office.sent(30_000).await;
    let step = sent.identity().to_string();
    let (one, other) = two(&office, MINISTRY, "pay").await;
    let payee = office.join(OFFICE, "officer", "confirm").await;
    let stranger = office.join(COUNTY, "stranger", "confirm").await;
    let draft = asking(&office, (&one, &other), &step).await;
    assert_eq!(step_of(&office, &sent.identity()).await.open(), 30_000);
    let own = office.get(&other, &draft).await.text();
    assert!(own.contains("The payee is asked at its desk"), "{own}");
    assert!(!own.contains("/sign\""), "{own}");
    assert_eq!(office.get(&stranger, &draft).await.status, 404);
    // The payee finds it, and no account of the payer's with it.
    let list = office.get(&payee, "/en/desk/drafts").await.text();
    assert!(
        list.contains(&draft) && list.contains("Asked to undo"),
        "{list}"
    );
    let shown = office.get(&payee, &draft).await.text();
    assert!(shown.contains("agrees that it is undone"), "{shown}");
    assert!(
        !shown.contains("ministry-1") && !shown.contains("ministry-2"),
        "{shown}"
    );
    // It refuses, and says why.
    let fields = [
        ("text_identity", hidden(&shown, "text_identity")),
        ("reason", "It came yesterday"),
    ];
    office.post(&payee, &format!("{draft}/back"), &fields).await;
    assert_eq!(office.get(&payee, &draft).await.status, 404);
    let back = office.get(&one, &draft).await.text();
    assert!(
        back.contains("It came yesterday") && !back.contains("officer"),
        "{back}"
    );
    assert_eq!(step_of(&office, &sent.identity()).await.back(), 0);
    // Asked again it agrees, and both sides stand below one entry.
    let draft = asking(&office, (&one, &other), &step).await;
    agree(&office, &payee, &draft).await;
    let now = step_of(&office, &sent.identity()).await;
    assert_eq!((now.back(), now.open()), (30_000, 0));
    let html = office.get(&one, &draft).await.text();
    assert!(html.contains("Signatures: 2 of 2"), "{html}");
    office.app.stop().await;
}
