//! A bureau's day: one person drafts, another checks and signs.

use ledger::Entry;
use ledger::entry::Transfer;
use ledger::field::Identity;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

type Fields<'a> = Vec<(&'a str, &'a str)>;

/// What a clerk types.
fn typed<'a>(amount: &'a str, reference: &'a str) -> Fields<'a> {
    vec![
        ("programme", PROGRAMME),
        ("payee", COUNTY),
        ("amount", amount),
        ("ref", reference),
        ("occurred", "2026-03-02"),
        ("due", "2026-03-20"),
        ("purpose", "Second term, 41 schools"),
    ]
}

/// Fills the form in and comes to the page that shows what will be signed, or what is wrong.
async fn checked(office: &Office, who: &Somebody, form: &str, fields: &Fields<'_>) -> Reply {
    let html = office.get(who, form).await.text();
    let mut fields = fields.clone();
    fields.push(("once", hidden(&html, "once")));
    if html.contains("name=\"draft\" value=") {
        fields.push(("draft", hidden(&html, "draft")));
    }
    office.post(who, "/en/desk/drafts/new", &fields).await
}

/// Saves what a page shows.
async fn saved(office: &Office, who: &Somebody, page: &Reply) -> Reply {
    let html = page.text();
    assert_eq!(page.status, 200, "{html}");
    let mut fields: Fields<'_> = ["once", "text_identity"]
        .map(|name| (name, hidden(&html, name)))
        .to_vec();
    if html.contains("name=\"draft\" value=") {
        fields.push(("draft", hidden(&html, "draft")));
    }
    office.post(who, "/en/desk/drafts/save", &fields).await
}

/// Drafts so much under a reference; gives the draft's address.
async fn drafted(office: &Office, who: &Somebody, amount: &str, reference: &str) -> String {
    let fields = typed(amount, reference);
    let page = checked(office, who, "/en/desk/drafts/new", &fields).await;
    address(&saved(office, who, &page).await)
}

fn address(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// Approves and signs what a page shows.
async fn signed(office: &Office, who: &Somebody, draft: &str, page: &Reply, code: &str) -> Reply {
    let html = page.text();
    let identity = hidden(&html, "text_identity");
    let fields = [("text_identity", identity), ("code", code)];
    office.post(who, &format!("{draft}/sign"), &fields).await
}

/// The transfer with this identity, as it stands in the ledger.
async fn recorded(office: &Office, identity: &str) -> Option<Transfer> {
    let identity: Identity = identity.parse().expect("an identity");
    let store = &office.app.house.store;
    let known = store.entry_by_identity(&identity).await;
    match known.expect("the database")?.note.entry() {
        Entry::Transfer(transfer) => Some((**transfer).clone()),
        _ => None,
    }
}

async fn clerks(office: &Office) -> (Somebody, Somebody) {
    let maker = office.join(MINISTRY, "maker", "pay").await;
    (maker, office.join(MINISTRY, "checker", "pay").await)
}

#[tokio::test]
async fn one_drafts_and_another_signs_and_the_oldest_money_goes_first() {
    let (mut office, granted) = Office::bureau(50_000).await;
    let later = office.app.house.world.appropriation(75_000);
    office.app.house.admit(std::slice::from_ref(&later)).await;
    let (maker, checker) = clerks(&office).await;
    let page = checked(
        &office,
        &maker,
        "/en/desk/drafts/new",
        &typed("600", "2026/1"),
    )
    .await;
    let html = page.text();
    for figure in ["1,250.00", "600.00", "650.00"] {
        assert!(html.contains(figure), "{figure} in {html}");
    }
    let chinese = office
        .post(&maker, "/zh/desk/drafts/new", &typed("600", "2026/1"))
        .await;
    assert!(chinese.text().contains("人民币陆佰元整"));
    let draft = address(&saved(&office, &maker, &page).await);
    let identity = hidden(&html, "text_identity").to_owned();
    assert!(recorded(&office, &identity).await.is_none(), "not yet");
    let list = office.get(&checker, "/en/desk").await.text();
    assert!(
        list.contains("One draft waits for your signature"),
        "{list}"
    );
    let list = office.get(&checker, "/en/desk/drafts").await.text();
    assert!(list.contains(&draft) && list.contains("maker"), "{list}");
    let shown = office.get(&checker, &draft).await;
    assert_eq!(hidden(&shown.text(), "text_identity"), identity);
    address(&signed(&office, &checker, &draft, &shown, "").await);
    let transfer = recorded(&office, &identity).await.expect("it stands");
    assert_eq!(
        (transfer.from.as_str(), transfer.to.as_str()),
        (MINISTRY, COUNTY)
    );
    let sources = transfer.sources.iter();
    let sources: Vec<_> = sources
        .map(|source| (source.node.entry, source.amount.minor()))
        .collect();
    let mut wanted = vec![(granted.identity(), 50_000), (later.identity(), 10_000)];
    wanted.sort();
    assert_eq!(sources, wanted);
    // A double tap, and a second try after a lost answer: one entry.
    let again = signed(&office, &checker, &draft, &shown, "").await;
    assert_eq!(address(&again), draft);
    let done = office.get(&maker, &draft).await.text();
    assert!(done.contains(&format!("/en/entries/{identity}")), "{done}");
    let record = office.get(&checker, "/en/desk/record").await.text();
    let deed = "Approved and signed a transfer";
    assert_eq!(record.matches(deed).count(), 1, "{record}");
    office.app.stop().await;
}

#[tokio::test]
async fn money_goes_to_the_payees_account_and_among_several_to_the_one_paid_last() {
    let (mut office, _) = Office::bureau(100_000).await;
    let (maker, checker) = clerks(&office).await;
    let accounts = ["11".repeat(32), "22".repeat(32)];
    let enrol = async |office: &mut Office, member: &str, account: &str| {
        let fields = [("member", member), ("account", account)];
        let signers = [(member, "a"), (member, "b")];
        let amend = office
            .app
            .house
            .world
            .note("member-amend", &fields, &signers);
        office.app.house.admit(&[amend]).await;
    };
    enrol(&mut office, COUNTY, &accounts[0]).await;
    for reference in ["2026/9", "2026/10"] {
        let draft = drafted(&office, &maker, "400", reference).await;
        let shown = office.get(&checker, &draft).await;
        let identity = hidden(&shown.text(), "text_identity").to_owned();
        address(&signed(&office, &checker, &draft, &shown, "").await);
        let transfer = recorded(&office, &identity).await.expect("it stands");
        let account = transfer.account.map(|account| account.to_string());
        assert_eq!(
            account.as_deref(),
            Some(accounts[0].as_str()),
            "{reference}"
        );
        if reference == "2026/9" {
            enrol(&mut office, COUNTY, &accounts[1]).await;
        }
    }
    for account in &accounts {
        enrol(&mut office, OFFICE, account).await;
    }
    let mut fields = typed("400", "2026/11");
    fields[1] = ("payee", OFFICE);
    let page = checked(&office, &maker, "/en/desk/drafts/new", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("several accounts"), "{}", page.text());
    office.app.stop().await;
}

#[tokio::test]
async fn two_taps_at_once_are_one_entry() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let shown = office.get(&checker, &draft).await;
    let (one, other) = tokio::join!(
        signed(&office, &checker, &draft, &shown, ""),
        signed(&office, &checker, &draft, &shown, "")
    );
    assert_eq!((address(&one), address(&other)), (draft.clone(), draft));
    let record = office.get(&checker, "/en/desk/record").await.text();
    let deed = "Approved and signed a transfer";
    assert_eq!(record.matches(deed).count(), 1, "{record}");
    office.app.stop().await;
}

#[tokio::test]
async fn nobody_signs_or_sends_back_a_draft_of_their_own() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, _) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let page = office.get(&maker, &draft).await;
    let html = page.text();
    assert!(
        !html.contains("/sign\"") && !html.contains("/back\""),
        "{html}"
    );
    let (_, rest) = html.split_once("<code class=\"long\">2026/1").expect("it");
    let (_, rest) = rest
        .rsplit_once("<code class=\"long\">")
        .expect("the identity");
    let identity = &rest[..64];
    for (way, more) in [("sign", ("code", "")), ("back", ("reason", "Wrong"))] {
        let fields = [("text_identity", identity), more];
        let reply = office
            .post(&maker, &format!("{draft}/{way}"), &fields)
            .await;
        assert_eq!(reply.status, 422, "{way}");
        assert!(reply.text().contains("You wrote this draft"), "{way}");
    }
    assert!(recorded(&office, identity).await.is_none());
    office.app.stop().await;
}

#[tokio::test]
async fn what_was_edited_meanwhile_is_not_signed_and_is_shown_anew() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let before = office.get(&checker, &draft).await;
    let edit = format!("{draft}/edit");
    let page = checked(&office, &maker, &edit, &typed("450", "2026/1")).await;
    assert_eq!(address(&saved(&office, &maker, &page).await), draft);
    let refused = signed(&office, &checker, &draft, &before, "").await;
    assert_eq!(refused.status, 422);
    let html = refused.text();
    assert!(html.contains("The draft changed while you looked") && html.contains("450.00"));
    let old = hidden(&before.text(), "text_identity").to_owned();
    assert!(recorded(&office, &old).await.is_none());
    // What it is now can be signed from the very page that said so.
    address(&signed(&office, &checker, &draft, &refused, "").await);
    let new = hidden(&html, "text_identity");
    assert!(recorded(&office, new).await.is_some());
    // Once it is signed nobody changes it.
    let late = checked(
        &office,
        &maker,
        "/en/desk/drafts/new",
        &typed("7", "2026/2"),
    )
    .await;
    let late = late.text();
    let fields = [
        ("once", hidden(&late, "once")),
        ("text_identity", hidden(&late, "text_identity")),
        ("draft", draft.rsplit('/').next().expect("an id")),
    ];
    let late = office.post(&maker, "/en/desk/drafts/save", &fields).await;
    assert_eq!(late.status, 422, "{}", late.text());
    office.app.stop().await;
}

#[tokio::test]
async fn what_was_spent_meanwhile_is_not_signed_and_comes_back_drawn_anew() {
    let (mut office, granted) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let before = office.get(&checker, &draft).await;
    let world = &mut office.app.house.world;
    let spent = world.transfer(MINISTRY, OFFICE, &granted, 20_000);
    let more = world.appropriation(30_000);
    office.app.house.admit(&[spent, more]).await;
    let refused = signed(&office, &checker, &draft, &before, "").await;
    assert_eq!(refused.status, 422);
    let html = refused.text();
    assert!(
        html.contains("was spent meanwhile") && !html.contains("/sign\""),
        "{html}"
    );
    let identity = hidden(&html, "text_identity");
    let fields = [("text_identity", identity), ("reason", "Draw it anew")];
    address(
        &office
            .post(&checker, &format!("{draft}/back"), &fields)
            .await,
    );
    let own = office.get(&maker, &draft).await.text();
    assert!(own.contains("Draw it anew"), "{own}");
    let edit = format!("{draft}/edit");
    let page = checked(&office, &maker, &edit, &typed("400", "2026/1")).await;
    address(&saved(&office, &maker, &page).await);
    let now = office.get(&checker, &draft).await;
    address(&signed(&office, &checker, &draft, &now, "").await);
    let transfer = recorded(&office, hidden(&now.text(), "text_identity")).await;
    assert_eq!(transfer.expect("it stands").sources.iter().count(), 2);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_said_by_field_with_what_was_typed() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    let first = drafted(&office, &maker, "400", "2026/1").await;
    let shown = office.get(&checker, &first).await;
    address(&signed(&office, &checker, &first, &shown, "").await);
    drafted(&office, &maker, "30", "2026/2").await;
    let form = "/en/desk/drafts/new";
    for (field, value, said) in [
        ("programme", "", "Choose the programme"),
        ("payee", "", "Enter whom it goes to"),
        ("payee", MINISTRY, "send to itself"),
        ("payee", "township", OFFICE),
        ("amount", "70.01", "70.00"),
        ("amount", "12,5", "in figures"),
        ("amount", "0", "above zero"),
        ("ref", "2026/1", "2 March 2026"),
        ("ref", "2026/2", "Another draft"),
        ("ref", "no blanks", "without blanks"),
        ("occurred", "2031-01-01", "future"),
        ("due", "2026-03-01", "before the transfer"),
        ("purpose", "a\u{202e}b", "on one line"),
    ] {
        let mut fields = typed("50", "2026/3");
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let page = checked(&office, &maker, form, &fields).await;
        let html = page.text();
        assert_eq!(page.status, 422, "{field} {value}");
        assert!(
            html.contains(&format!("href=\"#{field}\"")),
            "{field}: {html}"
        );
        assert!(html.contains(said), "{said} in {html}");
        assert!(html.contains("value=\"2026-03-02\"") || field == "occurred");
    }
    // Of the members that may be meant one is chosen.
    let mut fields = typed("50", "2026/3");
    fields[1] = ("payee", "township");
    fields.push(("payee_found", OFFICE));
    let page = checked(&office, &maker, form, &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains(OFFICE));
    office.app.stop().await;
}

#[tokio::test]
async fn another_members_drafts_are_not_here() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, _) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let stranger = office.join(COUNTY, "stranger", "pay").await;
    assert_eq!(office.get(&stranger, &draft).await.status, 404);
    for way in ["sign", "back", "delete"] {
        let reply = office.post(&stranger, &format!("{draft}/{way}"), &[]).await;
        assert_eq!(reply.status, 404, "{way}");
    }
    assert_eq!(
        office.get(&stranger, &format!("{draft}/edit")).await.status,
        404
    );
    let list = office.get(&stranger, "/en/desk/drafts").await.text();
    assert!(!list.contains(&draft), "{list}");
    let deleted = office.post(&maker, &format!("{draft}/delete"), &[]).await;
    assert_eq!(address(&deleted), "/en/desk/drafts?deleted=yes");
    assert_eq!(office.get(&maker, &draft).await.status, 404);
    office.app.stop().await;
}

/// The checker's approval takes hold of a draft, and then the server falls.
async fn stuck(office: &Office, draft: &str) -> server::people::Allocation {
    let people = &office.desk.people;
    let member = MINISTRY.parse().expect("a name");
    let id = draft.rsplit('/').next().expect("an id");
    let shown = people.allocation(&member, id).await.expect("the database");
    let shown = shown.expect("a draft");
    let persons = people.of_member(&member).await.expect("the database");
    let by = persons.iter().find(|one| one.account.as_str() == "checker");
    let by = by.expect("the checker");
    assert!(
        people
            .begin_signing(by, &shown, "checker")
            .await
            .expect("the database")
    );
    shown
}

#[tokio::test]
async fn a_draft_that_was_being_signed_when_the_server_fell_is_let_go_or_finished() {
    let (office, _) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    // It never reached the ledger: its maker may delete it again.
    let draft = drafted(&office, &maker, "100", "2026/1").await;
    stuck(&office, &draft).await;
    let kept = office.post(&maker, &format!("{draft}/delete"), &[]).await;
    assert_eq!(kept.status, 422, "somebody may be signing it");
    office.wait(server::people::SIGNING_SECONDS_MAX + 1);
    let deleted = office.post(&maker, &format!("{draft}/delete"), &[]).await;
    assert_eq!(address(&deleted), "/en/desk/drafts?deleted=yes");
    // It did, and only the answer was lost.
    let draft = drafted(&office, &maker, "200", "2026/2").await;
    let shown = office.get(&checker, &draft).await;
    address(&signed(&office, &checker, &draft, &shown, "").await);
    let other = drafted(&office, &maker, "300", "2026/3").await;
    let stuck = stuck(&office, &other).await;
    let key = office.desk.held.key(&stuck.member).expect("a key");
    let entry = Entry::parse(&stuck.text).expect("an entry");
    let note = ledger::Note::sign(&entry, &[(&stuck.member, &key.expect("a key"))]);
    office.app.house.admit(&[note.expect("a note")]).await;
    office.wait(server::people::SIGNING_SECONDS_MAX + 1);
    let html = office.get(&maker, &other).await.text();
    assert!(html.contains("Signed and recorded"), "{html}");
    office.app.stop().await;
}

#[tokio::test]
async fn too_many_open_drafts_are_refused_in_words() {
    let (office, _) = Office::bureau(500_000).await;
    let (maker, _) = clerks(&office).await;
    let draft = drafted(&office, &maker, "1", "2026/1").await;
    let people = &office.desk.people;
    let member = MINISTRY.parse().expect("a name");
    let id = draft.rsplit('/').next().expect("an id");
    let first = people.allocation(&member, id).await.expect("the database");
    let text = first.expect("a draft").text;
    let persons = people.of_member(&member).await.expect("the database");
    let by = persons.iter().find(|one| one.account.as_str() == "maker");
    let by = by.expect("the maker");
    for number in 1..server::people::DRAFTS_OPEN_MAX {
        let reference = format!("many/{number}");
        let text = text.replace("ref 2026/1", &format!("ref {reference}"));
        let reference = reference.parse().expect("a reference");
        let id = format!("{number:032}");
        let saved = people.save_allocation(by, &id, &reference, &text);
        assert_eq!(
            saved.await.expect("the database"),
            server::people::Saved::Taken
        );
    }
    let page = checked(
        &office,
        &maker,
        "/en/desk/drafts/new",
        &typed("1", "2026/2"),
    )
    .await;
    let refused = saved(&office, &maker, &page).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("500 open drafts"),
        "{}",
        refused.text()
    );
    office.app.stop().await;
}

#[tokio::test]
async fn signing_asks_for_a_code_after_a_while() {
    let (mut office, _) = Office::bureau(50_000).await;
    let (maker, checker) = clerks(&office).await;
    let draft = drafted(&office, &maker, "400", "2026/1").await;
    let later = server::people::PROOF_SECONDS + 60;
    office.wait(later);
    let tick = office.app.house.world.tick(later);
    office.app.house.admit(&[tick]).await;
    let shown = office.get(&checker, &draft).await;
    for wrong in ["", "000000"] {
        let reply = signed(&office, &checker, &draft, &shown, wrong).await;
        assert_eq!(reply.status, 422, "{wrong}");
    }
    let identity = hidden(&shown.text(), "text_identity").to_owned();
    assert!(recorded(&office, &identity).await.is_none());
    let code = checker.code(office.now());
    address(&signed(&office, &checker, &draft, &shown, &code).await);
    assert!(recorded(&office, &identity).await.is_some());
    office.app.stop().await;
}
