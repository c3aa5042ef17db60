//! Members are proposed, voted on and changed at the desk.

use super::device::{device, line};
use ledger::field::Identity;
use ledger::{Note, Proposal};
use server::store::read::Window;
use tests::app::Reply;
use tests::desk::{Office, Somebody, hidden};
use tests::world::{COUNTY, OFFICE, OPERATOR};

const NEW: &str = "/en/desk/members/new";
const SIGN: &str = "/en/desk/members/sign";
const THROUGH: (&str, &str) = ("through", "server");

/// A new member that answers for itself.
const BANK: [(&str, &str); 5] = [
    ("member", "bank.example"),
    ("title", "The people\u{2019}s bank"),
    ("function", "bank"),
    ("tier", "0"),
    ("reason", "It has agreed to sign statements"),
];

/// What a check page carries to be signed.
fn shown(page: &Reply) -> [(String, String); 2] {
    let html = page.text();
    let field = |name: &str| (name.to_owned(), hidden(&html, name).to_owned());
    [field("once"), field("text_identity")]
}

async fn sign(office: &Office, who: &Somebody, page: &Reply, fields: &[(&str, &str)]) -> Reply {
    assert_eq!(page.status, 200, "{}", page.text());
    let along = shown(page);
    let mut all: Vec<(&str, &str)> = along
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.extend(fields);
    office.post(who, SIGN, &all).await
}

/// Where a signed word leads: the proposal's page.
fn led(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

async fn proposals(office: &Office) -> Vec<Proposal> {
    let store = &office.app.house.store;
    let found = store.proposals(Window::first(100)).await;
    let mut found = found.expect("the database");
    found.retain(|one| one.settled.is_none());
    found
}

/// The operator's house votes alone at first; a county with a vote joins it.
async fn consortium() -> Office {
    let mut office = Office::administered().await;
    office.hold_for(OPERATOR, "administer").await;
    let fields = [
        ("by", OPERATOR),
        ("member", "audit.example/second"),
        ("title", "A second auditor"),
        ("function", "auditor"),
        ("tier", "0"),
        ("house", "audit.example/second"),
        ("voting", "yes"),
    ];
    let world = &mut office.app.house.world;
    let propose = world.note("member-propose", &fields, &[(OPERATOR, "a")]);
    let activate = activation(&mut office, &propose, "audit.example/second", "auditor");
    office.app.house.admit(&[propose, activate]).await;
    office.hold_for("audit.example/second", "administer").await;
    office
}

fn activation(office: &mut Office, propose: &Note, member: &str, function: &str) -> Note {
    use ledger::field::{EnrolKey, Field, PublicKey, Roles};
    use tests::world::key;
    let text = |field: &dyn Fn(&mut String)| {
        let mut out = String::new();
        field(&mut out);
        out
    };
    let enrolled = EnrolKey {
        person: "a".parse().expect("a person"),
        roles: Roles::parse("administer").expect("roles"),
        public: PublicKey::from(key(member, "a").verifying_key()),
    };
    let recovery = PublicKey::from(key(member, "recovery").verifying_key());
    let (enrolled, recovery) = (
        text(&|out| enrolled.write(out)),
        text(&|out| recovery.write(out)),
    );
    let identity = propose.identity().to_string();
    let fields = [
        ("member", member),
        ("proposal", identity.as_str()),
        ("function", function),
        ("tier", "0"),
        ("house", member),
        ("key", enrolled.as_str()),
        ("recovery", recovery.as_str()),
    ];
    let world = &mut office.app.house.world;
    world.note("member-activate", &fields, &[(member, "a")])
}

#[tokio::test]
async fn a_member_is_proposed_voted_in_by_houses_and_activates_itself() {
    let mut office = consortium().await;
    let chief = office.join(OPERATOR, "chief", "administer").await;
    let voter = office
        .join("audit.example/second", "voter", "administer")
        .await;
    let other = office.join(OFFICE, "other", "administer").await;
    let page = office.post(&chief, NEW, &BANK).await;
    let html = page.text();
    assert!(html.contains("would become a member"), "{html}");
    assert!(html.contains("countersign/v1/member-propose"), "{html}");
    let done = sign(&office, &chief, &page, &[THROUGH]).await;
    let path = led(&done);
    // A double tap is the same proposal.
    assert_eq!(led(&sign(&office, &chief, &page, &[THROUGH]).await), path);
    let [proposal] = proposals(&office).await.try_into().expect("one proposal");
    assert_eq!(proposal.member.as_str(), "bank.example");
    let one = office.get(&chief, &path).await.text();
    assert!(one.contains("One more house has to be for it"), "{one}");
    assert!(one.contains("Is for it") && !one.contains("name=\"vote\""));
    let house = office.get(&other, &path).await.text();
    assert!(house.contains("Has no vote") && !house.contains("name=\"vote\""));
    let list = office.get(&voter, "/en/desk/members").await.text();
    assert!(list.contains("Your vote") && list.contains(&path), "{list}");
    let unsaid = office.post(&voter, &path, &[]).await;
    assert_eq!(unsaid.status, 422);
    let vote = [("vote", "yes"), ("reason", "We know it")];
    let page = office.post(&voter, &path, &vote).await;
    assert!(
        page.text().contains("Your house is for it"),
        "{}",
        page.text()
    );
    assert_eq!(led(&sign(&office, &voter, &page, &[THROUGH]).await), path);
    let again = office.post(&voter, &path, &vote).await;
    let again = sign(&office, &voter, &again, &[THROUGH]).await;
    assert_eq!(again.status, 422, "a house votes once");
    assert!(
        again.text().contains("has voted already"),
        "{}",
        again.text()
    );
    let one = office.get(&voter, &path).await.text();
    let command = format!("countersign member activate {}", proposal.identity);
    assert!(one.contains(&command), "{one}");
    let entry = format!("/en/entries/{}", proposal.identity);
    let entry = office.app.get(&entry).await.text();
    assert!(entry.contains("Signed through the server"), "{entry}");
    let propose = office.app.house.store.entry_by_identity(&proposal.identity);
    let propose = propose.await.expect("the database").expect("an entry");
    let activate = activation(&mut office, &propose.note, "bank.example", "bank");
    office.app.house.admit(&[activate]).await;
    let books = office.app.get("/en/books").await.text();
    assert!(books.contains("bank.example"), "{books}");
    let list = office.get(&voter, "/en/desk/members").await.text();
    assert!(list.contains("Nothing waits"), "{list}");
    let record = office.get(&voter, "/en/desk/record").await.text();
    assert!(record.contains("Voted on a proposal"), "{record}");
    office.app.stop().await;
}

#[tokio::test]
async fn what_was_typed_comes_back_with_everything_that_is_wrong() {
    let office = Office::administered().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let fields = [
        ("member", "Not A Name"),
        ("title", ""),
        ("tier", "two"),
        ("parent", "nobody.example"),
        ("house", "Not A House"),
    ];
    let reply = office.post(&chief, NEW, &fields).await;
    assert_eq!(reply.status, 422);
    let html = reply.text();
    for field in ["member", "title", "function", "tier", "parent", "house"] {
        assert!(
            html.contains(&format!("href=\"#{field}\"")),
            "{field}: {html}"
        );
    }
    assert!(html.contains("value=\"Not A Name\""), "{html}");
    // And what was right comes back from its check page.
    let page = office.post(&chief, NEW, &BANK).await;
    let [once, _] = shown(&page);
    let back = [("once", once.1.as_str()), ("back", "yes")];
    let form = office.post(&chief, NEW, &back).await.text();
    assert!(form.contains("value=\"bank.example\""), "{form}");
    assert!(proposals(&office).await.is_empty());
    office.app.stop().await;
}

#[tokio::test]
async fn only_what_was_shown_is_signed_and_a_device_signs_for_itself() {
    let mut office = Office::administered().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let stranger = office.join(COUNTY, "stranger", "administer").await;
    super::device::enrolled(&mut office, &chief, &device(7)).await;
    let page = office.post(&chief, NEW, &BANK).await;
    let html = page.text();
    assert!(html.contains("name=\"signature\""), "{html}");
    let [once, identity] = shown(&page);
    let other = Identity([0; 32]).to_string();
    let changed = [
        ("once", once.1.as_str()),
        ("text_identity", other.as_str()),
        THROUGH,
    ];
    assert_eq!(office.post(&chief, SIGN, &changed).await.status, 422);
    let own = [
        ("once", once.1.as_str()),
        ("text_identity", identity.1.as_str()),
        THROUGH,
    ];
    let theirs = office.post(&stranger, SIGN, &own).await;
    assert_eq!(theirs.status, 422, "it was shown to somebody else");
    let early = sign(&office, &chief, &page, &[]).await;
    assert_eq!(early.status, 422, "the device hasn't signed");
    assert!(proposals(&office).await.is_empty());
    let member = OFFICE.parse().expect("a name");
    let person = office.desk.people.of_member(&member).await;
    let person = person.expect("the database").remove(0);
    let text = office.desk.people.draft(&once.1, &person).await;
    let text = text.expect("the database").expect("it was shown").text;
    let signature = line(OFFICE, &device(7), &text).to_string();
    led(&sign(&office, &chief, &page, &[("signature", &signature)]).await);
    assert_eq!(proposals(&office).await.len(), 1);
    office.app.stop().await;
}

#[tokio::test]
async fn a_member_carries_out_its_own_new_title() {
    let office = consortium().await;
    let chief = office.join(OPERATOR, "chief", "administer").await;
    let voter = office
        .join("audit.example/second", "voter", "administer")
        .await;
    let own = office.join(OFFICE, "own", "administer").await;
    let title = [("member", OFFICE), ("title", "Township office, new wing")];
    let page = office.post(&chief, NEW, &title).await;
    assert!(page.text().contains("Its title or the member above it"));
    let path = led(&sign(&office, &chief, &page, &[THROUGH]).await);
    let carry = [("carry-out", "yes")];
    let early = office.post(&own, &path, &carry).await;
    let early = sign(&office, &own, &early, &[THROUGH]).await;
    assert_eq!(early.status, 422, "too few houses: {}", early.text());
    let page = office.post(&voter, &path, &[("vote", "yes")]).await;
    led(&sign(&office, &voter, &page, &[THROUGH]).await);
    let waits = office.get(&voter, &path).await.text();
    assert!(!waits.contains("name=\"carry-out\""), "another member's");
    assert!(
        office
            .get(&own, &path)
            .await
            .text()
            .contains("name=\"carry-out\"")
    );
    let page = office.post(&own, &path, &carry).await;
    led(&sign(&office, &own, &page, &[THROUGH]).await);
    let member = office.app.house.store.member(OFFICE).await;
    let member = member.expect("the database").expect("a member");
    assert_eq!(member.title.as_str(), "Township office, new wing");
    office.app.stop().await;
}
