//! Inviting, joining, closing accounts.

use tests::desk::{Office, PASSWORD, Somebody, hidden};
use tests::world::{COUNTY, OFFICE};

/// The link that a page shows once.
fn link(html: &str) -> String {
    let (_, rest) = html.split_once("/en/desk/join/").expect("a link");
    format!("/en/desk/join/{}", &rest[..64])
}

fn stranger(who: &Somebody) -> Somebody {
    Somebody {
        cookie: String::new(),
        ..who.clone()
    }
}

#[tokio::test]
async fn an_administrator_invites_and_the_link_is_taken_up_once() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let made = office
        .post(&chief, "/en/desk/people/invite", &[("roles", "confirm")])
        .await;
    assert_eq!(made.status, 201);
    let link = link(&made.text());
    let list = office.get(&chief, "/en/desk/people").await.text();
    assert!(!list.contains(&link), "the link is shown once");
    let newcomer = stranger(&chief);
    let form = office.get(&newcomer, &link).await;
    assert_eq!(
        (form.status, form.header("referrer-policy")),
        (200, "same-origin")
    );
    let token = link
        .rsplit('/')
        .next()
        .and_then(server::people::Token::parse)
        .expect("a token");
    let invited = office
        .desk
        .people
        .invitation(&token)
        .await
        .expect("the database")
        .expect("open");
    let code = invited.factor.code(office.now());
    let fields =
        |account, password, code| [("account", account), ("password", password), ("code", code)];
    // Everything that is wrong is said at once, and the invitation stands.
    let wrong = office
        .post(&newcomer, &link, &fields("chief", "short", "12345"))
        .await;
    assert_eq!(wrong.status, 422);
    let html = wrong.text();
    for field in ["account", "password", "code"] {
        assert!(
            html.contains(&format!("href=\"#{field}\"")),
            "{field} in {html}"
        );
    }
    let right = office
        .post(
            &newcomer,
            &link,
            &fields("clerk-2", PASSWORD, code.as_str()),
        )
        .await;
    let on = (right.status, right.header("location"));
    assert_eq!(on, (303, "/en/desk/passkeys"));
    let again = office
        .post(
            &newcomer,
            &link,
            &fields("clerk-3", PASSWORD, code.as_str()),
        )
        .await;
    assert_eq!(again.status, 410);
    let list = office.get(&chief, "/en/desk/people").await.text();
    assert!(list.contains("clerk-2") && !list.contains("clerk-3"));
    office.app.stop().await;
}

#[tokio::test]
async fn an_invitation_is_withdrawn_and_ends_after_a_week() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let other = office.join(COUNTY, "other", "administer").await;
    let first = office
        .post(&chief, "/en/desk/people/invite", &[("roles", "confirm")])
        .await
        .text();
    let list = office.get(&chief, "/en/desk/people").await.text();
    let id = [("id", hidden(&list, "id"))];
    // Another member's administrator can't.
    office.post(&other, "/en/desk/people/withdraw", &id).await;
    assert_eq!(
        office.get(&stranger(&chief), &link(&first)).await.status,
        200
    );
    office.post(&chief, "/en/desk/people/withdraw", &id).await;
    assert_eq!(
        office.get(&stranger(&chief), &link(&first)).await.status,
        410
    );
    let second = office
        .post(&chief, "/en/desk/people/invite", &[("roles", "confirm")])
        .await
        .text();
    office.wait(7 * 86_400);
    assert_eq!(
        office.get(&stranger(&chief), &link(&second)).await.status,
        410
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_nobody_closes_their_own() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer").await;
    let clerk = office.join(OFFICE, "clerk", "confirm").await;
    let people = office
        .desk
        .people
        .of_member(&OFFICE.parse().expect("a name"))
        .await
        .expect("people");
    let id = |account: &str| {
        let found = people
            .iter()
            .find(|person| person.account.as_str() == account);
        found.expect("a person").id.clone()
    };
    office
        .post(&chief, "/en/desk/people/close", &[("id", &id("chief"))])
        .await;
    assert_eq!(office.get(&chief, "/en/desk").await.status, 200);
    assert_eq!(office.get(&clerk, "/en/desk").await.status, 200);
    office
        .post(&chief, "/en/desk/people/close", &[("id", &id("clerk"))])
        .await;
    assert_eq!(office.get(&clerk, "/en/desk").await.status, 303);
    office.wait(60);
    let code = clerk.code(office.now());
    let fields = [
        ("account", "clerk"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    assert_eq!(
        office
            .post(&stranger(&clerk), "/en/desk/sign-in", &fields)
            .await
            .status,
        422
    );
    office.app.stop().await;
}

/// Asks for a colleague who may do this, and gives what the list calls the invitation.
async fn asked_for(office: &Office, by: &Somebody, roles: &str) -> String {
    let made = office
        .post(by, "/en/desk/people/invite", &[("roles", roles)])
        .await;
    assert_eq!(made.status, 303, "{roles}: there is no link yet");
    let list = office.get(by, "/en/desk/people").await.text();
    let (_, invitation) = list.split_once("people/withdraw").expect("it is listed");
    hidden(invitation, "id").to_owned()
}

async fn confirmed(office: &Office, by: &Somebody, id: &str) -> tests::app::Reply {
    office
        .post(by, "/en/desk/people/confirm", &[("id", id)])
        .await
}

#[tokio::test]
async fn whoever_may_pay_or_administer_is_let_in_by_two() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer,pay").await;
    let other = office.join(COUNTY, "other", "administer").await;
    for roles in ["pay", "administer"] {
        let id = asked_for(&office, &chief, roles).await;
        let own = office.get(&chief, "/en/desk/people").await.text();
        assert!(
            own.contains(&format!("countersign invite --confirm {id}")),
            "{roles}: nobody else administers"
        );
        // Neither who asked for it nor another member's administrator confirms it.
        for who in [&chief, &other] {
            assert_eq!(confirmed(&office, who, &id).await.status, 422, "{roles}");
        }
        office
            .post(&chief, "/en/desk/people/withdraw", &[("id", &id)])
            .await;
    }
    let deputy = office.join(OFFICE, "deputy", "administer").await;
    let id = asked_for(&office, &chief, "pay").await;
    let own = office.get(&chief, "/en/desk/people").await.text();
    assert!(
        !own.contains("people/confirm") && !own.contains("--confirm"),
        "{own}"
    );
    let first = link(&confirmed(&office, &deputy, &id).await.text());
    // Pressed twice there is another link, and the first leads nowhere.
    let made = confirmed(&office, &deputy, &id).await;
    assert_eq!(made.status, 201);
    assert_eq!(office.get(&stranger(&chief), &first).await.status, 410);
    let path = link(&made.text());
    let token = path
        .rsplit('/')
        .next()
        .and_then(server::people::Token::parse);
    let invited = office
        .desk
        .people
        .invitation(&token.expect("a token"))
        .await;
    let invited = invited.expect("the database").expect("open");
    let code = invited.factor.code(office.now());
    let fields = [
        ("account", "cashier"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    let joined = office.post(&stranger(&chief), &path, &fields).await;
    assert_eq!(joined.status, 303, "{}", joined.text());
    assert_eq!(
        confirmed(&office, &deputy, &id).await.status,
        422,
        "it is gone"
    );
    let member = OFFICE.parse().expect("a name");
    let people = office.desk.people.of_member(&member).await;
    let people = people.expect("the database");
    let cashier = people
        .iter()
        .find(|one| one.account.as_str() == "cashier")
        .expect("they joined");
    let by = |account: &Option<String>| account.clone().unwrap_or_default();
    assert_eq!(by(&cashier.vouched.invited_by), "chief");
    assert_eq!(by(&cashier.vouched.confirmed_by), "deputy");
    assert!(cashier.may_check("chief") && !cashier.may_check("cashier"));
    let record = office.get(&chief, "/en/desk/record").await.text();
    assert!(record.contains("Confirmed an invitation"), "{record}");
    office.app.stop().await;
}

#[tokio::test]
async fn the_operator_is_the_second_where_there_is_one_administrator() {
    let office = Office::open().await;
    let chief = office.join(OFFICE, "chief", "administer,pay").await;
    let id = asked_for(&office, &chief, "pay").await;
    let people = &office.desk.people;
    assert!(
        people
            .confirm_invitation("0000000000000000", None)
            .await
            .expect("the database")
            .is_none()
    );
    let token = people
        .confirm_invitation(&id, None)
        .await
        .expect("the database");
    let invited = people
        .invitation(&token.expect("it waited"))
        .await
        .expect("the database");
    let vouched = invited.expect("open").vouched;
    assert_eq!(
        (
            vouched.invited_by.as_deref(),
            vouched.confirmed_by.as_deref()
        ),
        (Some("chief"), None)
    );
    assert!(vouched.confirmed.is_some() && !vouched.is_alone("chief"));
    office.app.stop().await;
}

#[test]
fn a_person_whom_the_maker_alone_let_in_is_no_second_one() {
    use server::people::Vouched;
    let alone = Vouched {
        invited_by: Some("maker".to_owned()),
        ..Vouched::default()
    };
    assert!(alone.is_alone("maker") && !alone.is_alone("another"));
    let by_two = Vouched {
        confirmed: Some(tests::world::DAWN),
        ..alone
    };
    assert!(!by_two.is_alone("maker") && !Vouched::default().is_alone("maker"));
}

/// An account from before the rule, which the maker alone had let in.
#[tokio::test]
async fn whoever_the_maker_alone_let_in_neither_signs_nor_sends_back() {
    use ledger::field::{Field, RecordRef};
    use sea_orm::{ConnectionTrait, Database};
    use server::people::{Allocation, PEOPLE_FILE, Stand};
    let office = Office::open().await;
    for account in ["maker", "checker"] {
        office.join(OFFICE, account, "pay").await;
    }
    let people = &office.desk.people;
    let of = async |account: &str| {
        let all = people.of_member(&OFFICE.parse().expect("a name")).await;
        let mut all = all.expect("the database").into_iter();
        all.find(|one| one.account.as_str() == account)
            .expect("they joined")
    };
    let shown = Allocation {
        id: "0".repeat(32),
        member: OFFICE.parse().expect("a name"),
        maker: "maker".to_owned(),
        text: "a text".to_owned(),
        stand: Stand::Waiting,
        checker: None,
        reason: None,
        changed: office.now(),
        asks: None,
    };
    let reference = RecordRef::parse("2026/1").expect("a reference");
    let (maker, checker) = (of("maker").await, of("checker").await);
    let saved = people
        .save_allocation(&maker, &shown.id, &reference, &shown.text)
        .await;
    assert_eq!(saved.expect("the database"), server::people::Saved::Taken);
    let server::store::Place::Folder(folder) = office.app.house.store.place() else {
        panic!("a folder")
    };
    let file = format!("sqlite://{}", folder.join(PEOPLE_FILE).display());
    let database = Database::connect(file).await.expect("the people's file");
    let earlier = "UPDATE person SET invited_by = 'maker' WHERE account = 'checker'";
    database.execute_unprepared(earlier).await.expect("a row");
    database.close().await.expect("the end");
    let alone = of("checker").await;
    assert!(
        !people
            .begin_signing(&alone, &shown, "checker")
            .await
            .expect("the database")
    );
    assert!(
        !people
            .send_back(&alone, &shown, "why")
            .await
            .expect("the database")
    );
    // The same account, let in by the operator as it was, is a second person.
    assert!(
        people
            .begin_signing(&checker, &shown, "checker")
            .await
            .expect("the database")
    );
    office.app.stop().await;
}

/// PostgreSQL keeps people as SQLite does, and a copy of a folder's people is complete and private.
#[tokio::test]
async fn people_are_kept_on_both_databases_and_copied() {
    use ledger::field::{Field, MemberName, Roles};
    use server::people::{Joining, People, SignIn, SigningIn};
    use server::ports::{StillClock, SystemRandomness};
    use std::os::unix::fs::PermissionsExt;
    use std::sync::Arc;
    use tests::house::Ground;
    use tests::world::DAWN;

    for ground in [Ground::folder(), Ground::postgres()] {
        let config = ground.config();
        let clock = StillClock::at(DAWN);
        let open = |place| {
            People::open(
                place,
                config.ledger,
                Arc::new(clock.clone()),
                Arc::new(SystemRandomness),
            )
        };
        let people = open(&config.place).await.expect("the people's database");
        let member: MemberName = OFFICE.parse().expect("a name");
        let roles = Roles::parse("administer,confirm").expect("roles");
        let token = people.invite(&member, &roles).await.expect("an invitation");
        let invited = people
            .invitation(&token)
            .await
            .expect("the database")
            .expect("open");
        let code = invited.factor.code(DAWN);
        let typed = Joining {
            account: "clerk",
            password: PASSWORD,
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
        assert_eq!(session.expect("a session").person.roles, roles);
        let later = ledger::field::Moment(DAWN.0 + 60);
        clock.put(later);
        if let Ground::Folder(folder) = &ground {
            let copy = folder.path().join("copy/people.sqlite");
            std::fs::create_dir(folder.path().join("copy")).expect("a folder");
            people.backup(&copy).await.expect("a copy");
            assert!(
                people.backup(&copy).await.is_err(),
                "a file that is there is never overwritten"
            );
            let mode = std::fs::metadata(&copy)
                .expect("the copy")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        people.close().await.expect("the end");
        let place = match &ground {
            Ground::Folder(folder) => server::store::Place::Folder(folder.path().join("copy")),
            Ground::Postgres(..) => config.place.clone(),
        };
        let again = open(&place).await.expect("the people's database");
        let code = invited.factor.code(later);
        let typed = SigningIn {
            account: "clerk",
            password: PASSWORD,
            code: &code,
        };
        let signed_in = again.sign_in(&typed).await.expect("the database");
        assert!(matches!(signed_in, SignIn::In(_)), "{signed_in:?}");
        assert_eq!(again.deed_count(&member).await.expect("the database"), 3);
        again.close().await.expect("the end");
    }
}

#[tokio::test]
async fn nothing_secret_and_nobodys_name_is_in_the_public_ledger() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk-of-the-town", "confirm").await;
    for path in [
        "/en/books",
        &format!("/en/members/{OFFICE}"),
        "/api/v1/members",
    ] {
        let reply = office.get(&who, path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(!reply.text().contains("clerk-of-the-town"), "{path}");
    }
    let file = office.app.house.store.place();
    let server::store::Place::Folder(folder) = file else {
        panic!("a folder")
    };
    let ledger =
        std::fs::read(folder.join(server::store::DATABASE_FILE)).expect("the ledger's file");
    let name = b"clerk-of-the-town";
    assert!(!ledger.windows(name.len()).any(|window| window == name));
    office.app.stop().await;
}
