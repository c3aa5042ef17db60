//! Signing in by an organisation's own accounts, against a provider on loopback.

use server::people::{PROOF_SECONDS, TRIP_SECONDS};
use server::provider::{Provider, Trip, Why};
use tests::app::Reply;
use tests::desk::{Office, Somebody};
use tests::provider::{TestProvider, Twist};
use tests::world::OFFICE;

const NAME: &str = "Town <Hall>";

/// A browser without a session.
fn nobody() -> Somebody {
    Somebody {
        account: String::new(),
        factor: server::people::Factor::of(vec![0; 20]),
        cookie: String::new(),
    }
}

async fn opened(alone: bool) -> (TestProvider, Office) {
    let town = TestProvider::open().await;
    let office = Office::with_provider(town.known_as(NAME, alone)).await;
    (town, office)
}

/// Sends a form that leads to the provider, and goes there: what the browser comes back with, and where.
async fn out(
    town: &TestProvider,
    office: &Office,
    who: &Somebody,
    path: &str,
) -> (Somebody, String) {
    let fields = [("next", "/en/desk/record")];
    let reply = office.post(who, path, &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let set = reply.header("set-cookie");
    assert!(set.starts_with("__Host-way-back="), "{set}");
    for word in [
        "HttpOnly",
        "Secure",
        "SameSite=Lax",
        "Path=/",
        "Max-Age=600",
    ] {
        assert!(set.contains(&format!("; {word}")), "{word} in {set}");
    }
    let back = town.visit(reply.header("location")).await;
    (with_cookie(who, &reply), back)
}

/// The same browser with what an answer has set beside its session.
fn with_cookie(who: &Somebody, reply: &Reply) -> Somebody {
    let mut with = who.clone();
    with.keep_cookie(reply);
    if !who.cookie.is_empty() {
        with.cookie = format!("{}; {}", who.cookie, with.cookie);
    }
    with
}

async fn link(town: &TestProvider, office: &Office, who: &Somebody) -> Reply {
    let (there, back) = out(town, office, who, "/en/desk/passkeys/link").await;
    office.get(&there, &back).await
}

async fn sign_in(town: &TestProvider, office: &Office) -> (Somebody, Reply) {
    let (browser, back) = out(town, office, &nobody(), "/en/desk/sign-in/provider").await;
    let reply = office.get(&browser, &back).await;
    (browser, reply)
}

fn is_refused(reply: &Reply) {
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert_eq!(reply.header("set-cookie"), "");
    let page = reply.text();
    assert!(page.contains("That didn\u{2019}t open the door"), "{page}");
    assert!(
        page.contains("id=\"provider\""),
        "the error leads to the button"
    );
}

#[tokio::test]
async fn whoever_has_linked_an_account_signs_in_by_it_and_a_code() {
    let (town, office) = opened(false).await;
    let who = office.join(OFFICE, "clerk", "administer").await;
    let linked = link(&town, &office, &who).await;
    assert_eq!(linked.header("location"), "/en/desk/passkeys");
    let own = office.get(&who, "/en/desk/passkeys").await.text();
    assert!(own.contains("Your account at Town &lt;Hall&gt;"), "{own}");
    assert!(own.contains("action=\"/en/desk/passkeys/unlink\""), "{own}");
    let record = office.get(&who, "/en/desk/record").await.text();
    assert!(record.contains("Linked an account"), "{record}");

    office.wait(60);
    let (_, asked) = sign_in(&town, &office).await;
    assert_eq!(asked.status, 200, "{}", asked.text());
    let page = asked.text();
    assert!(page.contains("name=\"code\"") && !page.contains("name=\"password\""));
    let browser = with_cookie(&nobody(), &asked);
    let code = "/en/desk/sign-in/provider/code";
    let wrong = office.post(&browser, code, &[("code", "000000")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("The code isn\u{2019}t right"));
    let shown = who.code(office.now());
    let came = office.post(&browser, code, &[("code", &shown)]).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, "/en/desk/record")
    );
    let inside = with_cookie(&nobody(), &came);
    let page = office.get(&inside, "/en/desk/passkeys").await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("name=\"code\""), "the code was shown");
    office.wait(60);
    let shown = who.code(office.now());
    let again = office.post(&browser, code, &[("code", &shown)]).await;
    is_refused(&again);
    office.app.stop().await;
}

#[tokio::test]
async fn where_the_operator_says_so_the_provider_alone_opens_the_door_and_signs_nothing() {
    let (town, office) = opened(true).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    link(&town, &office, &who).await;
    let (_, came) = sign_in(&town, &office).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, "/en/desk/record")
    );
    let inside = with_cookie(&nobody(), &came);
    assert_eq!(office.get(&inside, "/en/desk").await.status, 200);
    let page = office.get(&inside, "/en/desk/passkeys").await.text();
    assert!(
        page.contains("name=\"code\""),
        "nothing is added without a code"
    );
    let out = [("everywhere", "yes")];
    office.post(&who, "/en/desk/sign-out", &out).await;
    assert_eq!(office.get(&inside, "/en/desk").await.status, 303);
    office.app.stop().await;
}

/// The provider's answer to a question of ours, past every page.
async fn asked(town: &TestProvider, provider: &Provider, office: &Office) -> Result<String, Why> {
    let trip = Trip {
        state: "a".repeat(32),
        nonce: "b".repeat(32),
        verifier: "c".repeat(64),
    };
    let way = provider.way_out(office.now(), &trip).await;
    let back = town.visit(&way.map_err(|refusal| refusal.why)?).await;
    let code = back.split("code=").nth(1).unwrap_or_default();
    let code = code.split('&').next().unwrap_or_default();
    let subject = provider.subject(office.now(), &trip, code).await;
    subject.map_err(|refusal| {
        assert!(!refusal.to_string().contains('\n'), "{refusal}");
        refusal.why
    })
}

#[tokio::test]
async fn an_answer_that_isnt_one_opens_nothing_and_is_known_by_its_reason() {
    let (town, office) = opened(true).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    link(&town, &office, &who).await;
    let provider = town.known_as(NAME, true);
    let right = asked(&town, &provider, &office).await;
    assert_eq!(right.as_deref(), Ok("248289761001"));
    for (twist, why) in [
        (Twist::Nonce, Why::Nonce),
        (Twist::Audience, Why::Audience),
        (Twist::Audiences, Why::Audience),
        (Twist::Issuer, Why::Issuer),
        (Twist::Expired, Why::Expired),
        (Twist::Unsigned, Why::Algorithm),
        (Twist::Shared, Why::Algorithm),
        (Twist::ForeignKey, Why::Key),
        (Twist::ForgedKey, Why::Signature),
        (Twist::LongSubject, Why::Subject),
        (Twist::NoToken, Why::NoToken),
        (Twist::Declined, Why::Declined),
    ] {
        town.twist(twist);
        assert_eq!(
            asked(&town, &provider, &office).await,
            Err(why),
            "{twist:?}"
        );
        let (_, reply) = sign_in(&town, &office).await;
        is_refused(&reply);
    }
    town.twist(Twist::Endless);
    assert_eq!(
        asked(&town, &provider, &office).await,
        Err(Why::Unreachable)
    );
    office.app.stop().await;
}

#[tokio::test]
async fn a_way_back_is_one_browsers_once_and_in_time() {
    let (town, office) = opened(true).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    link(&town, &office, &who).await;
    let path = "/en/desk/sign-in/provider";
    let (browser, back) = out(&town, &office, &nobody(), path).await;
    is_refused(&office.get(&nobody(), &back).await);
    assert_eq!(office.get(&browser, &back).await.status, 303);
    is_refused(&office.get(&browser, &back).await);

    let (browser, back) = out(&town, &office, &nobody(), path).await;
    let (other, _) = back.split_once("state=").expect("a state");
    is_refused(&office.get(&browser, &format!("{other}state=another")).await);
    is_refused(&office.get(&browser, &back).await);

    let (browser, back) = out(&town, &office, &nobody(), path).await;
    office.wait(TRIP_SECONDS);
    town.at(office.now());
    is_refused(&office.get(&browser, &back).await);

    // Whoever was turned away there comes back without a code.
    let (browser, back) = out(&town, &office, &nobody(), path).await;
    let denied = back.replace("code=", "error=access_denied&x=");
    is_refused(&office.get(&browser, &denied).await);
    office.app.stop().await;
}

#[tokio::test]
async fn only_a_linked_open_account_is_opened_and_a_subject_is_one_persons() {
    let (town, office) = opened(true).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let other = office.join(OFFICE, "chief", "administer").await;
    is_refused(&sign_in(&town, &office).await.1);
    link(&town, &office, &who).await;
    let taken = link(&town, &office, &other).await;
    assert_eq!(taken.status, 422);
    assert!(taken.text().contains("The account wasn\u{2019}t linked"));
    // Whoever set out to link must be who comes back.
    let (there, back) = out(&town, &office, &other, "/en/desk/passkeys/link").await;
    let trip = there.cookie.split("; ").nth(1).expect("a trip");
    let mixed = Somebody {
        cookie: format!("{}; {trip}", who.cookie),
        ..who.clone()
    };
    is_refused(&office.get(&mixed, &back).await);

    assert_eq!(sign_in(&town, &office).await.1.status, 303);
    office.post(&who, "/en/desk/passkeys/unlink", &[]).await;
    is_refused(&sign_in(&town, &office).await.1);
    link(&town, &office, &who).await;
    let people = office.get(&other, "/en/desk/people").await.text();
    let id = tests::desk::hidden(&people, "id").to_owned();
    let close = [("id", id.as_str())];
    let closed = office.post(&other, "/en/desk/people/close", &close).await;
    assert_eq!(closed.status, 303);
    is_refused(&sign_in(&town, &office).await.1);
    office.app.stop().await;
}

#[tokio::test]
async fn linking_asks_for_a_fresh_code_and_wrong_ones_lock_this_way_too() {
    let (town, office) = opened(false).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    link(&town, &office, &who).await;
    office.wait(PROOF_SECONDS);
    town.at(office.now());
    let reply = office.post(&who, "/en/desk/passkeys/link", &[]).await;
    assert_eq!(reply.status, 422);
    let (_, asked) = sign_in(&town, &office).await;
    let browser = with_cookie(&nobody(), &asked);
    let code = "/en/desk/sign-in/provider/code";
    for _ in 0..5 {
        let wrong = office.post(&browser, code, &[("code", "000000")]).await;
        assert_eq!(wrong.status, 422);
    }
    let shown = who.code(office.now());
    let reply = office.post(&browser, code, &[("code", &shown)]).await;
    assert!(reply.text().contains("Too many tries"), "{}", reply.text());
    let (_, reply) = sign_in(&town, &office).await;
    assert!(reply.text().contains("Too many tries"), "{}", reply.text());
    office.app.stop().await;
}

#[tokio::test]
async fn a_provider_that_is_away_is_said_to_be() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let issuer = format!("http://{}", port.local_addr().expect("an address"));
    drop(port);
    let away = Provider::new(server::provider::Terms {
        issuer,
        client: "ledger".to_owned(),
        secret: None,
        name: NAME.to_owned(),
        alone: false,
        base_url: tests::desk::HOME.to_owned(),
    });
    let office = Office::with_provider(away.expect("terms")).await;
    let path = "/zh/desk/sign-in/provider";
    let reply = office.post(&nobody(), path, &[]).await;
    assert_eq!(reply.status, 422);
    assert!(
        reply.text().contains("单位登录服务没有响应"),
        "{}",
        reply.text()
    );
    office.app.stop().await;
}

#[tokio::test]
async fn forms_lead_to_the_issuer_where_there_is_one_and_nowhere_else() {
    let (town, office) = opened(false).await;
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let policy = |reply: &Reply| reply.header("content-security-policy").to_owned();
    let wanted = format!("form-action 'self' {};", town.origin());
    let sign_in = office.get(&nobody(), "/en/desk/sign-in").await;
    let own = office.get(&who, "/en/desk/passkeys").await;
    for page in [&sign_in, &own] {
        assert!(policy(page).contains(&wanted), "{}", policy(page));
        assert!(policy(page).contains("script-src 'self'"));
    }
    assert!(sign_in.text().contains("Sign in with Town &lt;Hall&gt;"));
    let desk = office.get(&who, "/en/desk").await;
    assert!(policy(&desk).contains("form-action 'self';"));
    office.app.stop().await;

    let plain = Office::open().await;
    let page = plain.get(&nobody(), "/en/desk/sign-in").await;
    assert!(policy(&page).contains("form-action 'self';"));
    assert!(!page.text().contains("id=\"provider\""));
    for path in [
        "/en/desk/sign-in/provider",
        "/en/desk/sign-in/provider/code",
    ] {
        assert_eq!(plain.post(&nobody(), path, &[]).await.status, 404, "{path}");
    }
    let back = plain.get(&nobody(), "/desk/provider?code=a&state=b").await;
    assert_eq!(back.status, 404);
    plain.app.stop().await;
}
