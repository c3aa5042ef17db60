//! Year end: what is unspent is carried over, surrendered or sent back; drafted by one, signed by another.

use ed25519_dalek::{Signer as _, SigningKey};
use ledger::field::{Identity, MemberName};
use ledger::{Entry, Minor, Note, SignatureLine};
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{MINISTRY, OFFICE, PROGRAMME, key};

/// The programme whose year is over; the world's own is the next year's.
const OLD: &str = "school-grants-2025";
const PAGE: &str = "/en/desk/year-end/school-grants-2025";

/// A bureau at the end of a year: so much in two places, the older first.
async fn at_year_end(first: u64, second: u64) -> Office {
    let (mut office, _) = Office::bureau(1_000).await;
    let world = &mut office.app.house.world;
    let old = [
        ("programme", OLD),
        ("title", "School grants 2025"),
        ("starts", "2025-01-01"),
        ("ends", "2025-12-31"),
    ];
    let mut notes = vec![world.programme(&old)];
    for amount in [first, second] {
        let amount = amount.to_string();
        let fields = [("by", MINISTRY), ("amount", &amount), ("programme", OLD)];
        notes.push(world.note("appropriation", &fields, &[(MINISTRY, "a")]));
    }
    office.app.house.admit(&notes).await;
    office
}

async fn clerks(office: &Office) -> (Somebody, Somebody) {
    let maker = office.join(MINISTRY, "maker", "pay").await;
    (maker, office.join(MINISTRY, "checker", "pay").await)
}

/// The places that a page shows, in its order, and whether they are ticked.
fn places(html: &str) -> Vec<(String, bool)> {
    let boxes = html.split("<input ").skip(1);
    let boxes = boxes.filter_map(|tag| tag.split('>').next());
    let own = boxes.filter(|tag| tag.contains("type=\"checkbox\"") && tag.contains("\"source\""));
    own.map(|tag| {
        let (_, value) = tag.split_once("value=\"").expect("a value");
        let value = value.split('"').next().unwrap_or_default();
        (value.to_owned(), tag.contains("checked"))
    })
    .collect()
}

/// What somebody answers of all that the page shows.
async fn answered(office: &Office, who: &Somebody, what: &str, amount: &str) -> Reply {
    let html = office.get(who, PAGE).await.text();
    let places = places(&html);
    let mut fields = vec![
        ("once", hidden(&html, "once")),
        ("page", "1"),
        ("what", what),
        ("amount", amount),
        ("occurred", "2026-03-02"),
        ("reason", "The roofs are built in April"),
    ];
    fields.extend(places.iter().map(|(place, _)| ("source", place.as_str())));
    office.post(who, PAGE, &fields).await
}

/// Saves what a page shows, with a device's signature where there is a key; gives the draft's address.
async fn saved(office: &Office, who: &Somebody, page: &Reply, key: Option<&SigningKey>) -> Reply {
    let html = page.text();
    assert_eq!(page.status, 200, "{html}");
    let names = ["once", "what", "occurred", "reason", "text_identity"];
    let mut fields = names.map(|name| (name, hidden(&html, name))).to_vec();
    let line = key
        .map(|key| line(key, &text_of(&html)))
        .unwrap_or_default();
    fields.push(("signature", &line));
    office.post(who, &format!("{PAGE}/save"), &fields).await
}

fn address(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// Approves what a draft's page shows; gives the entry as the ledger has it.
async fn signed(office: &Office, who: &Somebody, draft: &str) -> Entry {
    let shown = office.get(who, draft).await.text();
    let identity = hidden(&shown, "text_identity").to_owned();
    let fields = [("text_identity", identity.as_str())];
    let reply = office.post(who, &format!("{draft}/sign"), &fields).await;
    assert_eq!(address(&reply), draft);
    recorded(office, &identity).await
}

async fn recorded(office: &Office, identity: &str) -> Entry {
    let identity: Identity = identity.parse().expect("an identity");
    let store = &office.app.house.store;
    let known = store.entry_by_identity(&identity).await;
    let known = known.expect("the database").expect("it stands");
    known.note.entry().clone()
}

/// The exact text of a page, as a reader sees it.
fn text_of(html: &str) -> String {
    let (_, rest) = html.split_once("countersign/v1/").expect("a text");
    let text = rest.split(['<', '"']).next().unwrap_or_default();
    format!("countersign/v1/{text}")
}

/// What a device puts below a text.
fn line(key: &SigningKey, text: &str) -> String {
    let member: MemberName = MINISTRY.parse().expect("a name");
    let public = key.verifying_key().into();
    let signature = key.sign(text.as_bytes()).to_bytes();
    SignatureLine::new(member, &public, signature).to_string()
}

/// What the ministry holds of a programme, and what left it.
async fn held_and_left(office: &Office, programme: &str) -> (Minor, Minor) {
    let store = &office.app.house.store;
    let window = server::store::read::Window::first(10);
    let tallies = store.member_tallies(MINISTRY, "", window).await;
    let tallies = tallies.expect("the database").into_iter();
    let mut own = tallies.filter(|tally| tally.programme.as_str() == programme);
    let tally = own.next().expect("it holds something");
    (tally.terms.held, tally.terms.left)
}

#[tokio::test]
async fn a_bureau_carries_over_part_and_surrenders_the_rest() {
    let office = at_year_end(50_000, 75_000).await;
    let (maker, checker) = clerks(&office).await;
    // The list of what waits and the list of drafts lead there.
    let tasks = office.get(&maker, "/en/desk").await.text();
    assert!(tasks.contains("/en/desk/year-end\""), "{tasks}");
    assert!(tasks.contains("One programme’s year is over"), "{tasks}");
    let years = office.get(&maker, "/en/desk/year-end").await.text();
    assert!(years.contains(&format!("href=\"{PAGE}\"")), "{years}");
    let form = office.get(&maker, PAGE).await.text();
    assert!(form.contains("The year ended on"), "{form}");
    let shown = places(&form);
    assert_eq!((shown.len(), shown[0].1), (2, true), "all is ticked");
    // Part of it goes into the next year: the oldest first.
    let into = format!("into-{PROGRAMME}");
    let page = answered(&office, &maker, &into, "600").await;
    let html = page.text();
    for figure in ["1,250.00", "600.00", "650.00"] {
        assert!(html.contains(figure), "{figure} in {html}");
    }
    let carried = address(&saved(&office, &maker, &page, None).await);
    let own = office.get(&maker, &carried).await.text();
    assert!(!own.contains("/sign\""), "nobody checks their own: {own}");
    // What is drafted is counted before it is signed.
    let form = office.get(&maker, PAGE).await.text();
    assert!(
        form.contains("Drafted: carried over") && form.contains("650.00"),
        "{form}"
    );
    let page = answered(&office, &maker, "surrender", "").await;
    let surrendered = address(&saved(&office, &maker, &page, None).await);
    let form = office.get(&maker, PAGE).await.text();
    assert!(form.contains("Nothing is left to decide"), "{form}");
    let list = office.get(&checker, "/en/desk/drafts").await.text();
    assert!(list.contains("to the treasury"), "{list}");
    let Entry::CarryOver(carry) = signed(&office, &checker, &carried).await else {
        panic!("it is carried over");
    };
    let amounts = carry.sources.iter().map(|source| source.amount.minor());
    let mut amounts: Vec<_> = amounts.collect();
    amounts.sort_unstable();
    assert_eq!(amounts, [10_000, 50_000]);
    let Entry::Surrender(up) = signed(&office, &checker, &surrendered).await else {
        panic!("it is surrendered");
    };
    assert_eq!(up.amount.minor(), 65_000);
    assert_eq!(held_and_left(&office, OLD).await, (0, 125_000));
    assert_eq!(held_and_left(&office, PROGRAMME).await, (61_000, 0));
    // Nothing of it waits any more.
    let tasks = office.get(&maker, "/en/desk").await.text();
    assert!(!tasks.contains("year-end"), "{tasks}");
    // What came over stands in the next year's page as such.
    let next = format!("/en/desk/year-end/{PROGRAMME}");
    let next = office.get(&maker, &next).await.text();
    assert!(next.contains("Carried over from another"), "{next}");
    office.app.stop().await;
}

#[tokio::test]
async fn what_is_carried_over_is_said_in_chinese_capitals_and_can_be_answered_otherwise() {
    let office = at_year_end(50_000, 75_000).await;
    let (maker, _) = clerks(&office).await;
    let html = office.get(&maker, PAGE).await.text();
    let places = places(&html);
    let into = format!("into-{PROGRAMME}");
    let mut fields = vec![
        ("once", hidden(&html, "once")),
        ("what", into.as_str()),
        ("amount", "600"),
        ("occurred", "2026-03-02"),
        ("reason", "四月修缮屋顶"),
    ];
    fields.extend(places.iter().map(|(place, _)| ("source", place.as_str())));
    let chinese = PAGE.replace("/en/", "/zh/");
    let page = office.post(&maker, &chinese, &fields).await.text();
    assert!(page.contains("人民币陆佰元整"), "{page}");
    fields.push(("back", "yes"));
    let again = office.post(&maker, &chinese, &fields).await;
    let html = again.text();
    assert_eq!(again.status, 200, "{html}");
    assert!(html.contains("四月修缮屋顶") && html.contains("value=\"600\""));
    office.app.stop().await;
}

#[tokio::test]
async fn what_the_rules_refuse_is_said_before_it_is_drafted() {
    let mut office = at_year_end(50_000, 75_000).await;
    let (maker, checker) = clerks(&office).await;
    let wrong = |reply: &Reply, words: &str| {
        let html = reply.text();
        assert_eq!(reply.status, 422, "{html}");
        assert!(html.contains(words), "{words} in {html}");
    };
    // This year runs still, so nothing of it is offered to be carried over, nor is it taken.
    let runs = format!("/en/desk/year-end/{PROGRAMME}");
    let html = office.get(&maker, &runs).await.text();
    assert!(
        html.contains("only after the programme’s year has ended"),
        "{html}"
    );
    let old = format!("into-{OLD}");
    assert!(!html.contains(&format!("value=\"{old}\"")), "{html}");
    let source = places(&html).remove(0).0;
    let fields = [
        ("once", hidden(&html, "once")),
        ("source", &source),
        ("what", &old),
        ("occurred", "2026-03-02"),
        ("reason", "Too early"),
    ];
    let early = office.post(&maker, &runs, &fields).await;
    wrong(&early, "Choose what becomes of it");
    // Everything that is missing is said at once.
    let nothing = office.post(&maker, PAGE, &[]).await;
    for words in [
        "Tick the money",
        "Choose what becomes of it",
        "Enter the day",
        "Say why",
    ] {
        wrong(&nothing, words);
    }
    let over = answered(&office, &maker, "surrender", "1250.01").await;
    wrong(&over, "at most");
    // A node is carried over once; what is left of it can be surrendered.
    let into = format!("into-{PROGRAMME}");
    let page = answered(&office, &maker, &into, "100").await;
    let draft = address(&saved(&office, &maker, &page, None).await);
    signed(&office, &checker, &draft).await;
    let html = office.get(&maker, PAGE).await.text();
    assert!(html.contains("carried over before"), "{html}");
    let first = places(&html).remove(0).0;
    let again = [
        ("once", hidden(&html, "once")),
        ("source", &first),
        ("what", &into),
        ("occurred", "2026-03-02"),
        ("reason", "Once more"),
    ];
    let again = office.post(&maker, PAGE, &again).await;
    wrong(&again, "carried over before");
    // A frozen member's money stays where it is.
    let freeze = [("member", MINISTRY), ("reason", "An audit")];
    let auditor = tests::world::AUDITOR;
    let mut freeze = freeze.to_vec();
    freeze.push(("by", auditor));
    let world = &mut office.app.house.world;
    let freeze = world.note("freeze", &freeze, &[(auditor, "a"), (auditor, "b")]);
    office.app.house.admit(&[freeze]).await;
    let html = office.get(&maker, PAGE).await.text();
    assert!(html.contains("The member is frozen"), "{html}");
    assert!(!html.contains("value=\"surrender\""), "{html}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_closed_books_entry_is_late_and_takes_two_with_keys_of_their_own() {
    let mut office = at_year_end(50_000, 75_000).await;
    let (maker, checker) = clerks(&office).await;
    let amend = [
        ("programme", OLD),
        ("by", MINISTRY),
        ("closed-through", "2026-03-02"),
    ];
    let world = &mut office.app.house.world;
    let amend = world.note("programme-amend", &amend, &[(MINISTRY, "a")]);
    office.app.house.admit(&[amend]).await;
    let page = answered(&office, &maker, "surrender", "").await;
    let html = page.text();
    assert!(
        html.contains("late yes") && html.contains("signers 2"),
        "{html}"
    );
    assert!(html.contains("marked as late"), "{html}");
    // The server's key is no person's own.
    let draft = address(&saved(&office, &maker, &page, None).await);
    let shown = office.get(&checker, &draft).await.text();
    assert!(!shown.contains("/sign\""), "{shown}");
    office.post(&maker, &format!("{draft}/delete"), &[]).await;
    let mut keys = Vec::new();
    for who in [&maker, &checker] {
        let id = office.enrol_device(MINISTRY, who, "pay").await;
        keys.push(key(MINISTRY, &id));
    }
    let page = answered(&office, &maker, "surrender", "").await;
    let draft = address(&saved(&office, &maker, &page, Some(&keys[0])).await);
    let shown = office.get(&checker, &draft).await.text();
    let identity = hidden(&shown, "text_identity").to_owned();
    let line = line(&keys[1], &text_of(&shown));
    let fields = [("text_identity", identity.as_str()), ("signature", &line)];
    let reply = office
        .post(&checker, &format!("{draft}/sign"), &fields)
        .await;
    assert_eq!(address(&reply), draft);
    let Entry::Surrender(up) = recorded(&office, &identity).await else {
        panic!("it is surrendered");
    };
    assert!(up.late.is_some());
    assert_eq!(held_and_left(&office, OLD).await, (0, 125_000));
    office.app.stop().await;
}

/// A transfer that came at the office, in full.
async fn received(office: &mut Office, amount: u64) -> Note {
    let sent = office.sent(amount).await;
    let receipt = office.app.house.world.receipt(&sent, amount, true);
    office.app.house.admit(&[receipt]).await;
    sent
}

#[tokio::test]
async fn what_was_sent_here_leads_back_to_its_payer_and_pages_hold_what_one_entry_can() {
    let mut office = Office::open().await;
    let first = received(&mut office, 50_000).await.identity().to_string();
    for amount in 1..17 {
        received(&mut office, amount * 100).await;
    }
    let clerk = office.join(OFFICE, "clerk", "pay").await;
    let page = format!("/en/desk/year-end/{PROGRAMME}");
    let html = office.get(&clerk, &page).await.text();
    assert!(html.contains(&format!("/en/desk/after/{first}")), "{html}");
    assert!(html.contains(&format!("From {MINISTRY}")), "{html}");
    assert_eq!(places(&html).len(), 16);
    let rest = office.get(&clerk, &format!("{page}?page=2")).await.text();
    assert_eq!(places(&rest).len(), 1);
    assert_eq!(
        office.get(&clerk, &format!("{page}?page=3")).await.status,
        404
    );
    let none = office.get(&clerk, "/en/desk/year-end/no-such").await;
    assert_eq!(none.status, 404);
    // Whoever only confirms sends nothing anywhere.
    let officer = office.join(OFFICE, "officer", "confirm").await;
    assert_eq!(office.get(&officer, &page).await.status, 403);
    office.app.stop().await;
}
