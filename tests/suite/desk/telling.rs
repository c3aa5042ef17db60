//! Telling people and programs: who is told what, once, in which words, and what happens when it fails.

use app::words::{Language, Words};
use ledger::field::{Identity, MemberName, RecordRef};
use server::people::telling::{
    Asked, Channel, Choices, Cursor, KEPT_SECONDS, Matter, News, Outcome, Stand, TRIES_MAX, Told,
};
use server::people::{People, Person, Saved, Token};
use std::collections::BTreeSet;
use tempfile::TempDir;
use tests::desk::{Office, Somebody, hidden};
use tests::telling::{Mail, Receiver, arrived, mails};
use tests::world::{MINISTRY, OFFICE, OPERATOR};

const TELLING: &str = "/en/desk/telling";
const HOOKS: &str = "/en/desk/telling/hooks";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

async fn person(office: &Office, member: &str, account: &str) -> Person {
    let member: MemberName = member.parse().expect("a name");
    let people = office.desk.people.of_member(&member).await;
    let mut people = people.expect("the database").into_iter();
    let found = people.find(|one| one.account.as_str() == account);
    found.expect("they joined")
}

/// Chooses on the page, and confirms the address by the link that comes.
async fn choose(
    office: &Office,
    mail: &TempDir,
    who: &Somebody,
    (address, language): (&str, &str),
    matters: &[&str],
) {
    let before = mails(mail.path()).len();
    let mut fields = vec![("address", address), ("language", language)];
    fields.extend(matters.iter().map(|matter| ("matters", *matter)));
    let reply = office.post(who, TELLING, &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let sent = arrived(mail.path(), before + 1).await;
    let letter = sent
        .iter()
        .find(|mail| mail.headers["to"].contains(address));
    let link = letter
        .expect("a link")
        .path(&format!("/{language}/desk/telling/confirm/"));
    let looked_at = office.app.get(&link).await;
    assert_eq!(looked_at.status, 200, "{}", looked_at.text());
    assert_eq!(office.press(&link).await.status, 200);
    assert_eq!(office.press(&link).await.status, 410, "a link works once");
}

fn to<'a>(all: &'a [Mail], address: &str) -> Vec<&'a Mail> {
    let own = all
        .iter()
        .filter(|mail| mail.headers["to"].contains(address));
    own.collect()
}

#[tokio::test]
async fn nothing_is_sent_before_the_address_is_confirmed_and_one_press_ends_it() {
    let mut office = Office::open().await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let who = office.join(OFFICE, "zhang-clerk", "confirm").await;
    for wrong in [
        "inbox",
        "a b@town.example",
        "inbox@town.example\r\nBcc: x@y.example",
    ] {
        let reply = office.post(&who, TELLING, &[("address", wrong)]).await;
        assert_eq!(reply.status, 422, "{wrong}");
        assert!(reply.text().contains("href=\"#address\""), "{wrong}");
    }
    let fields = [
        ("address", "inbox@town.example"),
        ("language", "zh"),
        ("matters", "waits"),
        ("matters", "draft"),
    ];
    assert_eq!(office.post(&who, TELLING, &fields).await.status, 303);
    let asked = arrived(mail.path(), 1).await;
    let link = asked[0].path("/zh/desk/telling/confirm/");
    assert!(!asked[0].headers.contains_key("list-unsubscribe"));
    // What looks at every link of a message confirms nothing.
    assert_eq!(office.app.get(&link).await.status, 200);
    office.sent(100_000).await;
    office.looked().await;
    // Another address can't be named at once: nobody's inbox is filled with links.
    let other = [("address", "other@town.example")];
    let soon = office.post(&who, TELLING, &other).await;
    assert_eq!(soon.status, 422, "{}", soon.text());
    assert_eq!(office.press(&link).await.status, 200);
    assert_eq!(mails(mail.path()).len(), 1);
    let page = office.get(&who, TELLING).await.text();
    assert!(page.contains("Messages go to") && page.contains("inbox@town.example"));
    let choice = office.desk.people.choice("zhang-clerk").await;
    let choice = choice.expect("the database").expect("a choice");
    assert_eq!(
        choice.matters,
        [Matter::Waits],
        "drafts are for those who pay"
    );

    let transfer = office.sent(9_876_543).await.identity().to_string();
    let told = arrived(mail.path(), 2).await;
    let told = told
        .iter()
        .find(|mail| mail.body.contains(&transfer))
        .expect("the transfer is told");
    assert!(told.body.contains("等您答复"), "{}", told.body);
    let path = told.path("/zh/entries/");
    assert_eq!(office.app.get(&path).await.status, 200, "a public page");
    for personal in ["zhang-clerk", "9876543", "98,765", "98765", "CNY"] {
        assert!(
            !told.prose().contains(personal),
            "{personal} in {}",
            told.body
        );
    }
    assert!(!told.raw.contains("zhang-clerk"));
    let stop = told.path("/zh/desk/telling/stop/");
    let header = &told.headers["list-unsubscribe"];
    assert!(header.contains(&format!("{stop}>")), "{header}");
    assert_eq!(
        told.headers["list-unsubscribe-post"],
        "List-Unsubscribe=One-Click"
    );
    assert_eq!(
        office.app.get(&stop).await.status,
        200,
        "a page with a button"
    );
    assert!(
        office
            .desk
            .people
            .choice("zhang-clerk")
            .await
            .expect("the database")
            .is_some()
    );
    assert_eq!(office.press(&stop).await.status, 200);
    assert_eq!(office.press(&stop).await.status, 410);
    assert!(
        office
            .desk
            .people
            .choice("zhang-clerk")
            .await
            .expect("the database")
            .is_none()
    );
    office.sent(1_000).await;
    office.looked().await;
    telling.ended().await;
    assert_eq!(mails(mail.path()).len(), 2);
    office.app.stop().await;
}

/// Everything that concerns the ministry, to one of its people in each language.
#[tokio::test]
async fn every_matter_is_told_in_every_language_and_names_nobody() {
    let mut office = Office::open().await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let all = ["waits", "differs", "finding", "back", "draft"];
    let maker = office.join(MINISTRY, "maker-li", "pay").await;
    for language in Language::ALL {
        let account = format!("reader-{}", language.code());
        let who = office.join(MINISTRY, &account, "pay").await;
        let address = format!("{}@ministry.example", language.code());
        choose(
            &office,
            &mail,
            &who,
            (address.as_str(), language.code()),
            &all,
        )
        .await;
    }
    choose(
        &office,
        &mail,
        &maker,
        ("maker@ministry.example", "en"),
        &["draft"],
    )
    .await;
    // Less came than was sent; of another transfer part comes back; a third is never answered.
    let world = &mut office.app.house.world;
    let granted = world.appropriation(100_000);
    let short = world.transfer(MINISTRY, OFFICE, &granted, 40_000);
    let less = world.receipt(&short, 39_000, true);
    let source = format!("{}/0 2000", short.identity());
    let fields = [
        ("from", OFFICE),
        ("to", MINISTRY),
        ("amount", "2000"),
        ("source", source.as_str()),
    ];
    let back = world.note("return", &fields, &[(OFFICE, "a")]);
    let late = world.transfer(MINISTRY, OFFICE, &granted, 7_777);
    let notes = [granted, short, less.clone(), back.clone(), late.clone()];
    office.app.house.admit(&notes).await;
    office.looked().await;
    office.wait(20 * 86_400);
    let tick = office.app.house.world.tick(20 * 86_400);
    office.app.house.admit(&[tick]).await;
    office.looked().await;
    // A draft waits for whoever didn't write it.
    let writer = person(&office, MINISTRY, "maker-li").await;
    let reference = <RecordRef as ledger::field::Field>::parse("2026/7").expect("a reference");
    let text = late.text().to_owned();
    let (people, id) = (&office.desk.people, "0a".repeat(16));
    // The same form sent twice is one draft, and told once.
    for _ in 0..2 {
        let saved = people.save_allocation(&writer, &id, &reference, &text);
        assert_eq!(saved.await.expect("the database"), Saved::Taken);
    }
    // Four links; in three languages less, back, a draft, and both that nobody answered.
    let all = 4 + 3 * 5;
    let sent = arrived(mail.path(), all).await;
    telling.ended().await;
    assert_eq!(mails(mail.path()).len(), all, "nobody is told twice");
    assert_eq!(
        to(&sent, "maker@ministry.example").len(),
        1,
        "of the own draft nothing"
    );
    for language in Language::ALL {
        let code = language.code();
        let words = Words::of(language);
        let own = to(&sent, &format!("{code}@ministry.example"));
        assert_eq!(own.len(), 6);
        let says = |what: &str| own.iter().filter(|mail| mail.body.contains(what)).count();
        let entry = |note: &ledger::Note| format!("/{code}/entries/{}", note.identity());
        assert_eq!(says(&entry(&less)), 1);
        assert_eq!(says(&entry(&back)), 2);
        assert_eq!(says(&entry(&late)), 1);
        assert_eq!(says(&words.say("finding-receipt-short")), 1, "{code}");
        assert_eq!(says(&words.say("finding-receipt-overdue")), 2, "{code}");
        let drafts = format!("/{code}/desk/drafts\n");
        assert_eq!(says(&drafts), 1);
        for mail in own {
            for personal in [
                "reader-", "maker-li", "39000", "40000", "7777", "390.00", "CNY",
            ] {
                assert!(
                    !mail.prose().contains(personal),
                    "{personal} in {}",
                    mail.body
                );
            }
            assert!(mail.headers["subject"].len() > 10);
            assert_eq!(mail.headers["auto-submitted"], "auto-generated");
        }
    }
    let page = office.sign_in(&maker).await;
    assert_eq!(office.get(&page, TELLING).await.status, 200);
    office.app.stop().await;
}

#[tokio::test]
async fn a_stop_in_the_middle_loses_nothing_and_repeats_nothing() {
    let mut office = Office::open().await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    choose(
        &office,
        &mail,
        &who,
        ("inbox@town.example", "en"),
        &["waits"],
    )
    .await;
    let mut wanted = BTreeSet::new();
    for _ in 0..12 {
        wanted.insert(office.sent(1_000).await.identity().to_string());
    }
    arrived(mail.path(), 3).await;
    telling.ended().await;
    let before = mails(mail.path()).len();
    for _ in 0..5 {
        wanted.insert(office.sent(1_000).await.identity().to_string());
    }
    // A cursor that somebody moved meanwhile isn't moved again, and adds nothing.
    let stale = Cursor {
        next_index: 1,
        clock: 0,
    };
    assert!(
        !office
            .desk
            .people
            .tell(stale, stale, &[])
            .await
            .expect("the database")
    );
    let telling = office.tell(mail.path()).await;
    let sent = arrived(mail.path(), 1 + wanted.len()).await;
    telling.ended().await;
    assert!(before <= 1 + 12);
    assert_eq!(mails(mail.path()).len(), 1 + wanted.len());
    let ids: BTreeSet<&String> = sent
        .iter()
        .map(|mail| &mail.headers["message-id"])
        .collect();
    assert_eq!(ids.len(), sent.len(), "each has its own id");
    for identity in &wanted {
        let told = sent.iter().filter(|mail| mail.body.contains(identity));
        assert_eq!(told.count(), 1, "{identity}");
    }
    office.app.stop().await;
}

#[tokio::test]
async fn the_days_summary_comes_once_and_only_when_something_waits() {
    let mut office = Office::open().await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    choose(&office, &mail, &who, ("inbox@town.example", "en"), &[]).await;
    // 16:00 in the programme's own time.
    let hour = [
        ("address", "inbox@town.example"),
        ("hour", "17"),
        ("language", "en"),
    ];
    for wrong in ["24", "-1", "five"] {
        let fields = [("address", "inbox@town.example"), ("hour", wrong)];
        assert_eq!(
            office.post(&who, TELLING, &fields).await.status,
            422,
            "{wrong}"
        );
    }
    assert_eq!(office.post(&who, TELLING, &hour).await.status, 303);
    let page = office.get(&who, TELLING).await.text();
    assert!(page.contains("UTC+08:00") && page.contains("value=\"17\""));
    office.sent(1_000).await;
    office.sent(2_000).await;
    office.looked().await;
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    assert_eq!(mails(mail.path()).len(), 1, "it isn't time yet");
    office.wait(3_600);
    let sent = arrived(mail.path(), 2).await;
    let summed = sent
        .iter()
        .find(|mail| mail.body.contains("2 transfers wait"));
    assert!(
        summed.is_some_and(|mail| mail.body.contains("/en/desk\n")),
        "{sent:?}"
    );
    office.wait(3_600);
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    assert_eq!(mails(mail.path()).len(), 2, "once a day");
    office.wait(86_400 - 3_600);
    arrived(mail.path(), 3).await;
    telling.ended().await;
    office.app.stop().await;
}

/// What the desk's people ask of each other and of other members.
#[tokio::test]
async fn questions_answers_votes_and_asked_signatures_are_told_to_those_who_may_act() {
    let (mut office, _) = Office::bureau(1_000).await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let program = Receiver::listen(204).await;
    let chief = office.join(MINISTRY, "chief", "administer").await;
    add_hook(&office, &chief, &program.url).await;
    let all = ["question", "answer", "vote", "signature"];
    let cast = [
        (MINISTRY, "payer", "pay", "es"),
        (MINISTRY, "looker", "audit", "en"),
        (OFFICE, "officer", "confirm", "zh"),
        (OPERATOR, "voter", "administer", "en"),
    ];
    let mut who = Vec::new();
    for (member, account, roles, language) in cast {
        let one = office.join(member, account, roles).await;
        let address = format!("{account}@town.example");
        choose(&office, &mail, &one, (&address, language), &all).await;
        who.push(one);
    }
    let sent = office.sent(30_000).await;
    let step = sent.identity().to_string();
    let path = format!("/en/desk/questions/{step}");
    let once = "0b".repeat(16);
    let question = [
        ("once", once.as_str()),
        ("question", "Is it the second term\u{2019}s?"),
    ];
    for _ in 0..2 {
        assert_eq!(office.post(&who[2], &path, &question).await.status, 303);
    }
    let answer = [("id", once.as_str()), ("answer", "Yes, of 2019")];
    for _ in 0..2 {
        assert_eq!(office.post(&who[0], &path, &answer).await.status, 303);
    }
    let pair = super::after::two(&office, MINISTRY, "pay").await;
    super::after::asking(&office, (&pair.0, &pair.1), &step).await;
    let tasks = office.get(&who[2], "/zh/desk").await.text();
    assert!(tasks.contains("有1份草稿请您签署"), "{tasks}");
    let fields = [
        ("by", MINISTRY),
        ("member", "bank.example"),
        ("title", "A bank"),
        ("function", "bank"),
        ("tier", "0"),
        ("house", "bank.example"),
    ];
    let world = &mut office.app.house.world;
    let proposal = world.note("member-propose", &fields, &[(MINISTRY, "a")]);
    office
        .app
        .house
        .admit(std::slice::from_ref(&proposal))
        .await;
    office.looked().await;
    let home = office.get(&who[3], "/en/desk").await.text();
    assert!(home.contains("One proposal waits for your house"), "{home}");
    // Four links; and one message to each who may act, but none to the one who looks.
    let told = arrived(mail.path(), 8).await;
    let heard = program.heard(1).await;
    telling.ended().await;
    assert_eq!(mails(mail.path()).len(), 8);
    let one = |account: &str, link: String| {
        let own = to(&told, &format!("{account}@town.example"));
        let count = own.iter().filter(|mail| mail.body.contains(&link)).count();
        assert_eq!(count, 1, "{account}: {link}");
        for mail in own {
            for said in ["second term", "of 2019", "300.00", "officer", "payer"] {
                assert!(!mail.prose().contains(said), "{said} in {}", mail.body);
            }
        }
    };
    one("payer", format!("/es/desk/questions/{step}\n"));
    one("officer", format!("/zh/desk/questions/{step}\n"));
    one("officer", "/zh/desk/drafts\n".to_owned());
    one(
        "voter",
        format!("/en/desk/members/{}\n", proposal.identity()),
    );
    assert_eq!(to(&told, "looker@town.example").len(), 1);
    let event: serde_json::Value = serde_json::from_str(&heard[0].body).expect("JSON");
    assert_eq!(event["kind"], "question");
    assert_eq!(event["identity"], step.as_str());
    assert!(!heard[0].body.contains("term") && !heard[0].body.contains("officer"));
    office.app.stop().await;
}

/// Adds the address of a program on the page; gives its secret.
async fn add_hook(office: &Office, chief: &Somebody, url: &str) -> String {
    let reply = office.post(chief, HOOKS, &[("url", url)]).await;
    assert_eq!(reply.status, 201, "{}", reply.text());
    let html = reply.text();
    let codes = html
        .split("</code>")
        .filter_map(|piece| piece.rsplit_once('>'));
    let secret = codes
        .map(|(_, code)| code)
        .find(|code| code.len() == 64 && code.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .expect("a secret")
        .to_owned();
    let again = office.get(chief, HOOKS).await.text();
    assert!(!again.contains(&secret), "it is shown once");
    secret
}

/// Waits until a page of the hooks says something.
async fn until_said(office: &Office, chief: &Somebody, what: &str) {
    let begun = std::time::Instant::now();
    loop {
        let html = office.get(chief, HOOKS).await.text();
        if html.contains(what) {
            return;
        }
        assert!(begun.elapsed().as_secs() < 30, "{what} in {html}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_program_is_told_under_a_signature_and_again_when_it_failed() {
    let mut office = Office::open().await;
    let mail = folder();
    let telling = office.tell(mail.path()).await;
    let chief = office.join(OFFICE, "chief-wang", "administer").await;
    let program = Receiver::listen(500).await;
    let secret = add_hook(&office, &chief, &program.url).await;
    let transfer = office.sent(12_345_600).await.identity().to_string();
    let first = program.heard(1).await.remove(0);
    let event: serde_json::Value = serde_json::from_str(&first.body).expect("JSON");
    assert_eq!(
        (&event["kind"], &event["identity"]),
        (&"waits".into(), &transfer.clone().into())
    );
    let link = format!("https://ledger.example/en/entries/{transfer}");
    assert_eq!(event["link"], link.as_str());
    assert!(event["index"].is_u64());
    for personal in ["chief-wang", "12345600", "123456"] {
        assert!(
            !first.body.replace(&transfer, "").contains(personal),
            "{personal}"
        );
    }
    let stamp = &first.headers["countersign-timestamp"];
    let signed = server::telling::sign(&secret, stamp.parse().expect("a time"), &first.body);
    assert_eq!(
        first.headers["countersign-signature"],
        format!("v1={signed}")
    );
    assert_eq!(first.headers["countersign-event"], event["id"]);
    until_said(&office, &chief, "answered with 500; tried once").await;
    // A moved address isn't followed: it could lead anywhere.
    *program.status.lock().expect("a status") = 302;
    office.wait(60);
    until_said(&office, &chief, "answered with 302; tried 2 times").await;
    *program.status.lock().expect("a status") = 204;
    office.wait(120);
    until_said(&office, &chief, ">Sent</strong>").await;
    let heard = program.heard(3).await;
    assert_eq!(heard.len(), 3);
    let ids: BTreeSet<&String> = heard
        .iter()
        .map(|one| &one.headers["countersign-event"])
        .collect();
    assert_eq!(ids.len(), 1, "the same event again");
    let stamps: BTreeSet<&String> = heard
        .iter()
        .map(|one| &one.headers["countersign-timestamp"])
        .collect();
    assert_eq!(stamps.len(), 3, "each time under its own time");

    let html = office.get(&chief, HOOKS).await.text();
    let id = hidden(&html, "id").to_owned();
    let other = office.join(MINISTRY, "stranger", "administer").await;
    office
        .post(&other, &format!("{HOOKS}/test"), &[("id", &id)])
        .await;
    office
        .post(&other, &format!("{HOOKS}/remove"), &[("id", &id)])
        .await;
    let tested = office
        .post(&chief, &format!("{HOOKS}/test"), &[("id", &id)])
        .await;
    assert_eq!(tested.header("location"), format!("{HOOKS}?tested"));
    let heard = program.heard(4).await;
    assert!(
        heard[3].body.contains("\"kind\":\"test\""),
        "{}",
        heard[3].body
    );
    office
        .post(&chief, &format!("{HOOKS}/remove"), &[("id", &id)])
        .await;
    office.sent(1_000).await;
    office.looked().await;
    telling.ended().await;
    assert_eq!(
        program.heard(4).await.len(),
        4,
        "nothing comes to what was removed"
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_dead_program_is_given_up_and_the_page_says_so() {
    let office = Office::open().await;
    let mail = folder();
    let chief = office.join(OFFICE, "chief", "administer").await;
    // A port where nobody listens.
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let dead = format!("http://{}/", free.local_addr().expect("an address"));
    drop(free);
    add_hook(&office, &chief, &dead).await;
    let id = hidden(&office.get(&chief, HOOKS).await.text(), "id").to_owned();
    office
        .post(&chief, &format!("{HOOKS}/test"), &[("id", &id)])
        .await;
    let telling = office.tell(mail.path()).await;
    let mut chief = chief;
    for tried in 1..TRIES_MAX {
        let said = if tried == 1 {
            "not reachable; tried once".to_owned()
        } else {
            format!("not reachable; tried {tried} times")
        };
        until_said(&office, &chief, &said).await;
        office.wait(6 * 3_600);
        chief = office.sign_in(&chief).await;
    }
    until_said(&office, &chief, ">Given up</strong>").await;
    office.wait(KEPT_SECONDS + 1);
    let chief = office.sign_in(&chief).await;
    until_said(&office, &chief, "Nothing was sent yet").await;
    telling.ended().await;
    office.app.stop().await;
}

#[tokio::test]
async fn no_program_is_reached_that_only_this_server_can_reach() {
    let office = Office::open().await;
    let mail = folder();
    let chief = office.join(OFFICE, "chief", "administer").await;
    for (wrong, said) in [
        ("http://town.example/", "must begin with https"),
        ("https://192.168.1.1/", "public internet"),
        ("https://[fd00::1]/", "public internet"),
        ("https://u:p@town.example/", "without a password"),
    ] {
        let reply = office.post(&chief, HOOKS, &[("url", wrong)]).await;
        assert_eq!(reply.status, 422, "{wrong}");
        assert!(reply.text().contains(said), "{wrong}: {}", reply.text());
    }
    // What gets past the form is looked at again when it is asked: a name may stand for anything.
    let administrator = person(&office, OFFICE, "chief").await;
    let people = &office.desk.people;
    for private in ["https://10.1.2.3/", "http://169.254.169.254/latest/"] {
        let hook = people
            .add_hook(&administrator, private)
            .await
            .expect("the database");
        people
            .test_hook(&administrator, &hook.expect("a hook").id)
            .await
            .expect("the database");
    }
    let telling = office.tell(mail.path()).await;
    until_said(
        &office,
        &chief,
        "not an address of the public internet; tried once",
    )
    .await;
    telling.ended().await;
    let html = office.get(&chief, HOOKS).await.text();
    assert_eq!(
        html.matches("public internet; tried once").count(),
        2,
        "{html}"
    );
    office.app.stop().await;
}

/// Both databases keep messages alike: nothing is added twice, and what is old is forgotten.
#[tokio::test]
async fn messages_are_kept_on_both_databases() {
    use server::ports::{StillClock, SystemRandomness};
    use std::sync::Arc;
    use tests::house::Ground;
    use tests::world::DAWN;

    for ground in [Ground::folder(), Ground::postgres()] {
        let config = ground.config();
        let clock = StillClock::at(DAWN);
        let randomness = Arc::new(SystemRandomness);
        let people = People::open(
            &config.place,
            config.ledger,
            Arc::new(clock.clone()),
            randomness,
        );
        let people = people.await.expect("the people's database");
        let member: MemberName = OFFICE.parse().expect("a name");
        let who = joined(&people, &member).await;
        let chosen = Choices {
            address: "inbox@town.example".to_owned(),
            language: "en".to_owned(),
            matters: vec![Matter::Waits],
            hour: None,
        };
        assert_eq!(
            people.choose(&who, &chosen).await.expect("kept"),
            Asked::LinkSent
        );
        let link = people.address_link("clerk").await.expect("a link");
        assert!(
            !people
                .confirm_address(&other_token())
                .await
                .expect("the database")
        );
        assert!(people.confirm_address(&link).await.expect("the database"));
        let asked = people
            .due_messages(Channel::Mail)
            .await
            .expect("the database");
        people
            .message_tried(&asked[0], Outcome::Sent)
            .await
            .expect("kept");
        let (from, to) = (
            Cursor {
                next_index: 3,
                clock: 5,
            },
            Cursor {
                next_index: 4,
                clock: 5,
            },
        );
        people.begin_telling(from).await.expect("begun");
        people.begin_telling(to).await.expect("begun before");
        assert_eq!(people.told_up_to().await.expect("a cursor"), Some(from));
        let entry = Told {
            index: 3,
            identity: Identity::of("a"),
        };
        let news = |matter| News {
            member: member.clone(),
            matter,
            entry,
            code: None,
            since: 0,
        };
        let both = [news(Matter::Waits), news(Matter::Back)];
        assert!(people.tell(from, to, &both).await.expect("told"));
        assert!(!people.tell(from, to, &both).await.expect("told before"));
        // What is found a second time is the same message.
        let on = Cursor {
            next_index: 5,
            clock: 5,
        };
        assert!(people.tell(to, on, &both).await.expect("told"));
        let due = people
            .due_messages(Channel::Mail)
            .await
            .expect("the database");
        assert_eq!(due.len(), 1, "what wasn't asked for isn't told: {due:?}");
        assert_eq!(due[0].entry, Some(entry));
        let later = Outcome::Later("timed-out".to_owned());
        let stand = people.message_tried(&due[0], later).await.expect("kept");
        assert_eq!(stand, Stand::Waits);
        assert!(
            people
                .due_messages(Channel::Mail)
                .await
                .expect("the database")
                .is_empty()
        );
        let failed = people.failed_mail(&member, 9).await.expect("the database");
        assert_eq!(failed[0].why.as_deref(), Some("timed-out"));
        clock.put(ledger::field::Moment(DAWN.0 + KEPT_SECONDS + 1));
        assert_eq!(people.forget_messages().await.expect("forgotten"), 2);
        people.close().await.expect("the end");
    }
}

fn other_token() -> Token {
    Token::parse(&"0".repeat(64)).expect("a token")
}

async fn joined(people: &People, member: &MemberName) -> Person {
    use server::people::Joining;
    let roles = <ledger::field::Roles as ledger::field::Field>::parse("confirm").expect("roles");
    let token = people.invite(member, &roles).await.expect("an invitation");
    let invited = people
        .invitation(&token)
        .await
        .expect("the database")
        .expect("open");
    let code = invited.factor.code(people.now());
    let typed = Joining {
        account: "clerk",
        password: tests::desk::PASSWORD,
        code: &code,
    };
    let joined = people
        .join(&token, &invited, &typed)
        .await
        .expect("the database");
    let session = people
        .session(joined.expect("joined"))
        .await
        .expect("the database");
    session.expect("a session").person
}
