//! Drafts that people sign with keys of their own: maker and checker below one text, and as many as a
//! threshold asks for.

use ed25519_dalek::{Signer, SigningKey};
use ledger::field::{Identity, MemberName};
use ledger::{Entry, Note, SignatureLine};
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, MINISTRY, PROGRAMME, key};

/// Somebody with a key on a device of their own.
struct Keyed {
    who: Somebody,
    key: SigningKey,
    id: String,
}

/// Somebody of the ministry who pays, with a device's key.
async fn keyed(office: &mut Office, account: &str) -> Keyed {
    let who = office.join(MINISTRY, account, "pay").await;
    let id = office.enrol_device(MINISTRY, &who, "pay").await;
    let key = key(MINISTRY, &id);
    Keyed { who, key, id }
}

/// What a device puts below a text.
fn line(key: &SigningKey, text: &str) -> String {
    let member: MemberName = MINISTRY.parse().expect("a name");
    let public = key.verifying_key().into();
    let signature = key.sign(text.as_bytes()).to_bytes();
    SignatureLine::new(member, &public, signature).to_string()
}

fn typed<'a>(programme: &'a str, amount: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("programme", programme),
        ("payee", COUNTY),
        ("amount", amount),
        ("ref", "2026/1"),
        ("occurred", "2026-03-02"),
    ]
}

/// The page that shows what will be signed, and the text that its island reads.
async fn checked(office: &Office, who: &Somebody, form: &str, fields: &[(&str, &str)]) -> Reply {
    let html = office.get(who, form).await.text();
    let mut fields = fields.to_vec();
    fields.push(("once", hidden(&html, "once")));
    if html.contains("name=\"draft\" value=") {
        fields.push(("draft", hidden(&html, "draft")));
    }
    let page = office.post(who, "/en/desk/drafts/new", &fields).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

/// The exact text of a page, as a reader sees it.
fn text_of(html: &str) -> String {
    let (_, rest) = html.split_once("countersign/v1/").expect("a text");
    let (text, _) = rest.split_once('<').expect("its end");
    let (text, _) = text.split_once('"').unwrap_or((text, ""));
    format!("countersign/v1/{text}")
}

/// Saves what a page shows, signed by a device where there is a key.
async fn saved(office: &Office, who: &Somebody, page: &Reply, key: Option<&SigningKey>) -> Reply {
    let html = page.text();
    let line = key.map(|key| line(key, &text_of(&html)));
    let mut fields: Vec<(&str, &str)> = ["once", "text_identity"]
        .map(|name| (name, hidden(&html, name)))
        .to_vec();
    if html.contains("name=\"draft\" value=") {
        fields.push(("draft", hidden(&html, "draft")));
    }
    if let Some(line) = &line {
        fields.push(("signature", line));
    }
    office.post(who, "/en/desk/drafts/save", &fields).await
}

fn address(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// Drafts so much, signed by the maker's device; gives the draft's address.
async fn drafted(office: &Office, maker: &Keyed, programme: &str, amount: &str) -> String {
    let fields = typed(programme, amount);
    let page = checked(office, &maker.who, "/en/desk/drafts/new", &fields).await;
    address(&saved(office, &maker.who, &page, Some(&maker.key)).await)
}

/// Signs a draft as its page shows it now.
async fn signed(office: &Office, who: &Keyed, draft: &str) -> Reply {
    let html = office.get(&who.who, draft).await.text();
    let line = line(&who.key, &text_of(&html));
    let identity = Identity::of(&text_of(&html)).to_string();
    let fields = [("text_identity", identity.as_str()), ("signature", &line)];
    office
        .post(&who.who, &format!("{draft}/sign"), &fields)
        .await
}

/// The note of a draft in the ledger; nothing where it isn't there.
async fn note_of(office: &Office, who: &Somebody, draft: &str) -> Option<Note> {
    let html = office.get(who, draft).await.text();
    let identity = Identity::of(&text_of(&html));
    let known = office.app.house.store.entry_by_identity(&identity).await;
    known.expect("the database").map(|known| known.note)
}

#[tokio::test]
async fn maker_and_checker_sign_one_text_with_keys_of_their_own() {
    let own_keys = PROGRAMME.parse().expect("a name");
    let (mut office, _) = Office::bureau_where(50_000, &[own_keys]).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = keyed(&mut office, "checker").await;
    let draft = drafted(&office, &maker, PROGRAMME, "400").await;
    assert!(
        note_of(&office, &maker.who, &draft).await.is_none(),
        "not yet"
    );
    let own = office.get(&maker.who, &draft).await.text();
    assert!(own.contains("Signatures: 1 of 2"), "{own}");
    assert!(
        own.contains("You have signed") && !own.contains("/sign\""),
        "{own}"
    );
    let shown = office.get(&checker.who, &draft).await.text();
    assert!(shown.contains("Waiting for one more"), "{shown}");
    assert!(
        shown.contains("<li>maker<") && !shown.contains("value=\"server\""),
        "{shown}"
    );
    assert_eq!(address(&signed(&office, &checker, &draft).await), draft);
    let note = note_of(&office, &maker.who, &draft)
        .await
        .expect("it stands");
    assert_eq!(note.lines().len(), 2);
    let path = format!("/en/entries/{}", note.entry().identity());
    let public = office.app.get(&path).await.text();
    assert!(
        public.contains(&maker.id) && public.contains(&checker.id),
        "{public}"
    );
    assert!(!public.contains("through the server"), "{public}");
    let done = office.get(&maker.who, &draft).await.text();
    assert!(
        done.contains("Signatures: 2 of 2") && done.contains("Signed and recorded"),
        "{done}"
    );
    // A second press after a lost answer.
    assert_eq!(address(&signed(&office, &checker, &draft).await), draft);
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_changed_meanwhile_voids_every_signature() {
    let own_keys = PROGRAMME.parse().expect("a name");
    let (mut office, _) = Office::bureau_where(50_000, &[own_keys]).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = keyed(&mut office, "checker").await;
    let draft = drafted(&office, &maker, PROGRAMME, "400").await;
    let before = office.get(&checker.who, &draft).await.text();
    let edit = format!("{draft}/edit");
    let page = checked(&office, &maker.who, &edit, &typed(PROGRAMME, "410")).await;
    // Saved unsigned: it is signed later.
    assert_eq!(
        address(&saved(&office, &maker.who, &page, None).await),
        draft
    );
    let old = line(&checker.key, &text_of(&before));
    let identity = Identity::of(&text_of(&before)).to_string();
    let fields = [("text_identity", identity.as_str()), ("signature", &old)];
    let sign = format!("{draft}/sign");
    let refused = office.post(&checker.who, &sign, &fields).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("Signatures: 0 of 2"),
        "{}",
        refused.text()
    );
    // Her signature of the old text doesn't stand below the new one.
    let now = Identity::of(&text_of(&refused.text())).to_string();
    let fields = [("text_identity", now.as_str()), ("signature", &old)];
    assert_eq!(office.post(&checker.who, &sign, &fields).await.status, 422);
    assert_eq!(address(&signed(&office, &checker, &draft).await), draft);
    assert!(
        note_of(&office, &maker.who, &draft).await.is_none(),
        "one of two"
    );
    assert_eq!(address(&signed(&office, &maker, &draft).await), draft);
    let note = note_of(&office, &maker.who, &draft)
        .await
        .expect("it stands");
    let Entry::Transfer(transfer) = note.entry() else {
        panic!("a transfer")
    };
    assert_eq!(transfer.amount.minor(), 41_000);
    // Whoever checked it is named, and not its maker, who signed last.
    let done = office.get(&maker.who, &draft).await.text();
    assert!(
        done.contains("Drafted by maker, signed by checker"),
        "{done}"
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_signature_counts_as_long_as_its_key_signs() {
    let (mut office, _) = Office::bureau(50_000).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = keyed(&mut office, "checker").await;
    let draft = drafted(&office, &maker, PROGRAMME, "400").await;
    let public = maker.key.verifying_key().into();
    let member = MINISTRY.parse().expect("a name");
    let id = ledger::key::key_id(&member, &public).to_string();
    let fields = [("member", MINISTRY), ("key-id", id.as_str())];
    let revoke = office
        .app
        .house
        .world
        .note("key-revoke", &fields, &[(MINISTRY, "a")]);
    office.app.house.admit(&[revoke]).await;
    assert_eq!(address(&signed(&office, &checker, &draft).await), draft);
    assert!(note_of(&office, &checker.who, &draft).await.is_none());
    let shown = office.get(&checker.who, &draft).await.text();
    assert!(shown.contains("Signatures: 1 of 2"), "{shown}");
    // Her own signature stands there already, and a second press adds none.
    assert_eq!(address(&signed(&office, &checker, &draft).await), draft);
    let third = keyed(&mut office, "third").await;
    assert_eq!(address(&signed(&office, &third, &draft).await), draft);
    assert!(note_of(&office, &checker.who, &draft).await.is_some());
    office.app.stop().await;
}

#[tokio::test]
async fn what_does_not_fit_is_not_kept() {
    let (mut office, _) = Office::bureau(50_000).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = keyed(&mut office, "checker").await;
    let fields = typed(PROGRAMME, "400");
    let page = checked(&office, &maker.who, "/en/desk/drafts/new", &fields).await;
    // Somebody else's key below the maker's draft.
    let foreign = saved(&office, &maker.who, &page, Some(&checker.key)).await;
    assert_eq!(foreign.status, 422);
    assert!(
        foreign.text().contains("enrolled for you"),
        "{}",
        foreign.text()
    );
    let draft = address(&saved(&office, &maker.who, &page, Some(&maker.key)).await);
    let html = office.get(&checker.who, &draft).await.text();
    let identity = Identity::of(&text_of(&html)).to_string();
    let sign = format!("{draft}/sign");
    for wrong in [
        "nonsense",
        &line(&checker.key, "another text"),
        &line(&maker.key, &text_of(&html)),
    ] {
        let fields = [("text_identity", identity.as_str()), ("signature", wrong)];
        assert_eq!(
            office.post(&checker.who, &sign, &fields).await.status,
            422,
            "{wrong}"
        );
    }
    let shown = office.get(&checker.who, &draft).await.text();
    assert!(shown.contains("Signatures: 1 of 2"), "{shown}");
    office.app.stop().await;
}

#[tokio::test]
async fn without_a_device_the_servers_key_signs_where_it_is_asked_by_name() {
    let (mut office, _) = Office::bureau(50_000).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = office.join(MINISTRY, "checker", "pay").await;
    // Maker by her device, checker through the server: both stand in the ledger as what they are.
    let draft = drafted(&office, &maker, PROGRAMME, "100").await;
    let html = office.get(&checker, &draft).await.text();
    let fields = [("text_identity", hidden(&html, "text_identity"))];
    let sign = format!("{draft}/sign");
    assert_eq!(address(&office.post(&checker, &sign, &fields).await), draft);
    let note = note_of(&office, &checker, &draft).await.expect("it stands");
    assert_eq!(note.lines().len(), 2);
    let path = format!("/en/entries/{}", note.entry().identity());
    let public = office.app.get(&path).await.text();
    assert!(
        public.contains(&maker.id) && public.contains("through the server"),
        "{public}"
    );
    // Without her signature the text asks for one alone.
    let mut fields = typed(PROGRAMME, "50");
    fields[3] = ("ref", "2026/2");
    let page = checked(&office, &maker.who, "/en/desk/drafts/new", &fields).await;
    let html = page.text();
    let (_, through) = html
        .split_once("name=\"through\" value=\"server\"")
        .expect("the way");
    let (before, _) = html
        .split_once("name=\"through\" value=\"server\"")
        .expect("the way");
    assert!(through.contains("<button"), "{html}");
    let identity = before
        .rsplit("name=\"text_identity\" value=\"")
        .next()
        .expect("it");
    let fields = [
        ("once", hidden(&html, "once")),
        ("text_identity", &identity[..64]),
        ("through", "server"),
    ];
    let save = office
        .post(&maker.who, "/en/desk/drafts/save", &fields)
        .await;
    let draft = address(&save);
    let shown = office.get(&checker, &draft).await;
    let html = shown.text();
    assert!(
        html.contains("signers 1") && !html.contains("Signatures:"),
        "{html}"
    );
    let fields = [("text_identity", hidden(&html, "text_identity"))];
    let reply = office
        .post(&checker, &format!("{draft}/sign"), &fields)
        .await;
    assert_eq!(address(&reply), draft);
    let note = note_of(&office, &checker, &draft).await.expect("it stands");
    assert_eq!(note.lines().len(), 1);
    office.app.stop().await;
}

#[tokio::test]
async fn above_a_threshold_as_many_sign_as_the_programme_asks_for() {
    let (mut office, _) = Office::bureau(50_000).await;
    let world = &mut office.app.house.world;
    let large = "large-sums";
    let opened = world.programme(&[("programme", large), ("threshold", "1000 3")]);
    let fields = [("programme", large), ("by", MINISTRY), ("amount", "90000")];
    let both = [(MINISTRY, "a"), (MINISTRY, "b")];
    let granted = world.note("appropriation", &fields, &both);
    office.app.house.admit(&[opened, granted]).await;
    let maker = keyed(&mut office, "maker").await;
    let one = keyed(&mut office, "one").await;
    let other = keyed(&mut office, "other").await;
    let plain = office.join(MINISTRY, "plain", "pay").await;
    let draft = drafted(&office, &maker, large, "400").await;
    let list = office.get(&one.who, "/en/desk").await.text();
    assert!(
        list.contains("One draft waits for your signature"),
        "{list}"
    );
    // The server's key is no person.
    let html = office.get(&plain, &draft).await.text();
    assert!(html.contains("signatures of 3 people"), "{html}");
    let fields = [
        ("text_identity", &*Identity::of(&text_of(&html)).to_string()),
        ("through", "server"),
    ];
    assert_eq!(
        office
            .post(&plain, &format!("{draft}/sign"), &fields)
            .await
            .status,
        422
    );
    assert_eq!(address(&signed(&office, &one, &draft).await), draft);
    assert_eq!(
        address(&signed(&office, &one, &draft).await),
        draft,
        "once is enough"
    );
    let html = office.get(&other.who, &draft).await.text();
    assert!(
        html.contains("Signatures: 2 of 3") && html.contains("Waiting for one more"),
        "{html}"
    );
    assert!(note_of(&office, &one.who, &draft).await.is_none());
    let list = office.get(&one.who, "/en/desk").await.text();
    assert!(
        !list.contains("One draft waits for your signature"),
        "{list}"
    );
    assert_eq!(address(&signed(&office, &other, &draft).await), draft);
    let note = note_of(&office, &one.who, &draft).await.expect("it stands");
    assert_eq!(note.lines().len(), 3);
    let record = office.get(&one.who, "/en/desk/record").await.text();
    assert_eq!(record.matches("Signed a draft").count(), 2, "{record}");
    office.app.stop().await;
}

#[tokio::test]
async fn what_grew_past_a_threshold_meanwhile_is_written_anew() {
    let (mut office, _) = Office::bureau(50_000).await;
    let world = &mut office.app.house.world;
    let large = "large-sums";
    let opened = world.programme(&[("programme", large), ("threshold", "50000 3")]);
    let fields = [("programme", large), ("by", MINISTRY), ("amount", "90000")];
    let both = [(MINISTRY, "a"), (MINISTRY, "b")];
    let granted = world.note("appropriation", &fields, &both);
    office.app.house.admit(&[opened, granted.clone()]).await;
    let maker = keyed(&mut office, "maker").await;
    let checker = keyed(&mut office, "checker").await;
    let draft = drafted(&office, &maker, large, "400").await;
    let world = &mut office.app.house.world;
    let source = format!("{}/0 20000", granted.identity());
    let fields = [
        ("programme", large),
        ("from", MINISTRY),
        ("to", COUNTY),
        ("amount", "20000"),
        ("source", &source),
        ("occurred", "2026-03-02"),
    ];
    let sent = world.note("transfer", &fields, &[(MINISTRY, "a")]);
    office.app.house.admit(&[sent]).await;
    let html = office.get(&checker.who, &draft).await.text();
    assert!(html.contains("now 3 people have to sign"), "{html}");
    let refused = signed(&office, &checker, &draft).await;
    assert_eq!(refused.status, 422);
    assert!(note_of(&office, &checker.who, &draft).await.is_none());
    office.app.stop().await;
}
