//! Signing in: what opens the door, what doesn't, and what is remembered of it.

use server::people::{PROOF_SECONDS, SESSION_SECONDS};
use tests::desk::{Office, PASSWORD, Somebody};
use tests::world::{COUNTY, OFFICE};

async fn tried(office: &Office, account: &str, password: &str, code: &str) -> (u16, String) {
    let nobody = Somebody {
        account: String::new(),
        factor: server::people::Factor::of(vec![0; 20]),
        cookie: String::new(),
    };
    let fields = [("account", account), ("password", password), ("code", code)];
    let reply = office.post(&nobody, "/en/desk/sign-in", &fields).await;
    (reply.status, reply.text())
}

#[tokio::test]
async fn a_cookie_is_for_this_host_alone_and_no_script_reads_it() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(60);
    let code = who.code(office.now());
    let fields = [
        ("account", " Clerk "),
        ("password", PASSWORD),
        ("code", &code),
    ];
    let reply = office.post(&who, "/en/desk/sign-in", &fields).await;
    assert_eq!((reply.status, reply.header("location")), (303, "/en/desk"));
    let set = reply.header("set-cookie");
    assert!(set.starts_with("__Host-countersign="), "{set}");
    for word in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
        assert!(set.contains(word), "{word} in {set}");
    }
    office.app.stop().await;
}

#[tokio::test]
async fn whoever_is_wrong_learns_nothing_from_the_answer() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(60);
    let code = who.code(office.now());
    let unknown = tried(&office, "nobody-here", PASSWORD, &code).await;
    let password = tried(&office, "clerk", "not the right one", &code).await;
    let wrong_code = tried(&office, "clerk", PASSWORD, "000000").await;
    assert_eq!(unknown.0, 422);
    let masked = |(status, text): (u16, String)| (status, text.replace("nobody-here", "clerk"));
    assert_eq!(masked(unknown), masked(password.clone()));
    assert_eq!(password, wrong_code);
    assert!(
        !password.1.contains("not the right one"),
        "a password is sent back"
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_code_opens_the_door_once() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(60);
    let code = who.code(office.now());
    assert_eq!(tried(&office, "clerk", PASSWORD, &code).await.0, 303);
    assert_eq!(tried(&office, "clerk", PASSWORD, &code).await.0, 422);
    office.app.stop().await;
}

#[tokio::test]
async fn after_five_wrong_tries_even_the_right_one_waits() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(60);
    for _ in 0..5 {
        assert_eq!(
            tried(&office, "clerk", "guess after guess", "000000")
                .await
                .0,
            422
        );
    }
    let code = who.code(office.now());
    let (status, text) = tried(&office, "clerk", PASSWORD, &code).await;
    assert_eq!(status, 422);
    assert!(text.contains("30"), "{text}");
    office.wait(31);
    let code = who.code(office.now());
    assert_eq!(tried(&office, "clerk", PASSWORD, &code).await.0, 303);
    // An account that doesn't exist waits as long.
    for _ in 0..5 {
        tried(&office, "nobody-here", "guess after guess", "000000").await;
    }
    let (_, text) = tried(&office, "nobody-here", PASSWORD, &code).await;
    assert!(text.contains("30"), "{text}");
    office.app.stop().await;
}

#[tokio::test]
async fn a_session_ends_by_itself_when_idle_on_request_and_everywhere() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    office.wait(60);
    let other = office.sign_in(&who).await;
    let inside = async |who: &Somebody| office.get(who, "/en/desk").await.status == 200;
    assert!(inside(&who).await && inside(&other).await);
    office.post(&other, "/en/desk/sign-out", &[]).await;
    assert!(inside(&who).await && !inside(&other).await);
    office.wait(60);
    let third = office.sign_in(&who).await;
    office
        .post(&third, "/en/desk/sign-out", &[("everywhere", "yes")])
        .await;
    assert!(!inside(&who).await && !inside(&third).await);
    office.wait(60);
    let fourth = office.sign_in(&who).await;
    office.wait(PROOF_SECONDS);
    assert!(inside(&fourth).await);
    office.wait(2 * 3600);
    assert!(!inside(&fourth).await, "idle");
    office.wait(60);
    let fifth = office.sign_in(&who).await;
    for _ in 0..13 {
        office.wait(3600);
        _ = inside(&fifth).await;
    }
    assert!(13 * 3600 > SESSION_SECONDS && !inside(&fifth).await, "over");
    office.app.stop().await;
}

#[tokio::test]
async fn whoever_must_sign_in_first_comes_back_to_the_page() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let stranger = Somebody {
        cookie: String::new(),
        ..who.clone()
    };
    let path = format!("/zh/desk/confirm/{step}");
    let reply = office.get(&stranger, &path).await;
    let to = format!("/zh/desk/sign-in?next={path}");
    assert_eq!((reply.status, reply.header("location")), (303, to.as_str()));
    let form = office.get(&stranger, &to).await.text();
    assert_eq!(tests::desk::hidden(&form, "next"), path);
    office.wait(60);
    let code = who.code(office.now());
    let fields = [
        ("account", "clerk"),
        ("password", PASSWORD),
        ("code", &code),
        ("next", &path),
    ];
    let reply = office.post(&stranger, "/zh/desk/sign-in", &fields).await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (303, path.as_str())
    );
    office.app.stop().await;
}

#[tokio::test]
async fn what_was_done_stands_in_the_record_of_the_member_alone() {
    let office = Office::open().await;
    let who = office.join(OFFICE, "clerk", "administer").await;
    let other = office.join(COUNTY, "treasurer", "administer").await;
    office.wait(60);
    tried(&office, "clerk", "guess after guess", "000000").await;
    let own = office.get(&who, "/en/desk/record").await.text();
    let theirs = office.get(&other, "/en/desk/record").await.text();
    assert!(own.contains("clerk") && !own.contains("treasurer"));
    assert!(theirs.contains("treasurer") && !theirs.contains("clerk"));
    office.app.stop().await;
}
