//! Who may call what: every route, as everybody.

use server::web::{ACCESS, Access};
use tests::desk::{Office, Somebody};
use tests::world::OFFICE;

/// People with these roles, and nobody.
const ROLES: [&str; 5] = ["", "administer", "audit", "confirm", "pay"];

fn address(route: &str) -> String {
    let route = route.replace("{language}", "en");
    let route = route.replace("{identity}", &"0".repeat(64));
    let route = route.replace("{digest}", &"0".repeat(64));
    let route = route.replace("{key}", &"0".repeat(8));
    let route = route.replace("{draft}", &"0".repeat(32));
    let route = route.replace("{sheet}", &"0".repeat(32));
    let route = route.replace("{name}", &"0".repeat(32));
    let route = route.replace("{programme}", "no-such-programme");
    route.replace("{token}", &"0".repeat(64))
}

fn may(access: Access, roles: &str) -> bool {
    match access {
        Access::Anybody => true,
        Access::SignedIn => !roles.is_empty(),
        Access::Role(_) => roles == access.word(),
        Access::Signs => roles == "confirm" || roles == "pay",
    }
}

#[tokio::test]
async fn every_route_lets_in_whom_the_table_says_and_nobody_else() {
    let office = Office::open().await;
    for roles in ROLES {
        // Signing out comes last: afterwards nobody is there.
        let mut routes: Vec<_> = ACCESS.iter().collect();
        routes.sort_by_key(|(_, route, _)| route.ends_with("sign-out"));
        let who = if roles.is_empty() {
            Somebody {
                account: String::new(),
                factor: server::people::Factor::of(vec![0; 20]),
                cookie: String::new(),
            }
        } else {
            office
                .join(OFFICE, &format!("one-who-{roles}s"), roles)
                .await
        };
        for (method, route, access) in routes {
            let path = address(route);
            let reply = match method.as_str() {
                "GET" => office.get(&who, &path).await,
                "PATCH" => office.patch(&who, &path, &[], b"").await,
                _ => office.post(&who, &path, &[]).await,
            };
            let led = reply.header("location").starts_with("/en/desk/sign-in");
            let kept_out = reply.status == 403 || (reply.status == 303 && led);
            let case = format!("{method} {route} as {roles:?}: {}", reply.status);
            assert_eq!(!kept_out, may(*access, roles), "{case}");
            assert!(reply.status < 500, "{case}");
            assert_eq!(reply.header("cache-control"), "no-store", "{case}");
        }
    }
    office.app.stop().await;
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let mut office = Office::open().await;
    let step = office.sent(100_000).await.identity().to_string();
    let who = office.join(OFFICE, "clerk", "confirm").await;
    let path = format!("/en/desk/sign/{step}");
    for site in ["cross-site", "same-site"] {
        let reply = office.post_from(site, &who, &path, &[]).await;
        assert_eq!(reply.status, 403, "{site}: {}", reply.text());
    }
    office.app.stop().await;
}

#[test]
fn the_document_has_the_table() {
    let document = include_str!("../../../docs/ACCESS.md");
    let wanted: Vec<String> = ACCESS
        .iter()
        .map(|(method, route, access)| format!("| `{method} {route}` | {} |", access.word()))
        .collect();
    let found: Vec<&str> = document
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert_eq!(found, wanted);
}
