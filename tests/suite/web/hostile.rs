//! Text that means something to a browser, and addresses that mean nothing.

use ledger::Note;
use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, PROGRAMME};

const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;'{{7*7}}";

/// A programme and a transfer whose words are hostile.
async fn hostile_world() -> (TestApp, Note) {
    let mut app = TestApp::empty().await;
    let world = &mut app.house.world;
    let mut notes = world.founding();
    notes.pop();
    notes.push(world.programme(&[("title", HOSTILE)]));
    let root = world.appropriation(1000);
    let source = format!("{}/0 600", root.identity());
    let fields = [
        ("from", MINISTRY),
        ("to", COUNTY),
        ("amount", "600"),
        ("source", source.as_str()),
        ("purpose", HOSTILE),
        ("ref", "<b>&\"'"),
    ];
    let step = world.note("transfer", &fields, &[(MINISTRY, "a")]);
    let receipt = world.receipt(&step, 1, true);
    notes.extend([root, step.clone(), receipt]);
    app.house.admit(&notes).await;
    (app, step)
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_are_shown_as_words() {
    let (app, step) = hostile_world().await;
    let entry = format!("entries/{}", step.identity());
    let programme = format!("programmes/{PROGRAMME}");
    let member = format!("members/{COUNTY}");
    for path in ["", &entry, &programme, &member, "findings"] {
        let page = app.get(&format!("/en/{path}")).await;
        let text = page.text();
        assert_eq!(page.status, 200, "{path}");
        assert!(!text.contains("<script"), "{path}");
        assert!(!text.contains("<img src=x"), "{path}");
        assert!(!text.contains("<b>&\""), "{path}");
        assert!(text.contains("alert(1)"), "the words are there: {path}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_queries_are_answered() {
    let (app, _) = hostile_world().await;
    for (query, status) in [
        ("?page=1", 200),
        ("?page=2", 404),
        ("?page=0", 400),
        ("?page=-1", 400),
        ("?page=18446744073709551615", 404),
        ("?page=99999999999999999999999", 400),
        ("?page=%31", 200),
        ("?code=nonsense", 400),
        ("?state=all&state=closed", 200),
        ("?state=%e4%bd%a0", 400),
        ("?member=%ff%fe", 200),
        ("?member=%22%3E%3Cscript%3E", 200),
        ("?programme=%00", 200),
        // Overlong and broken forms of UTF-8, and half of a pair.
        ("?member=%c0%af", 200),
        ("?member=%e0%80%af%f8%88", 200),
        ("?member=%ed%a0%80", 200),
        ("?place=%00%00&programme=%ff", 200),
        ("?code=%00", 400),
        ("?page=%00", 400),
        ("?page=%ff", 400),
        ("?page=1%00", 400),
        ("?%", 200),
        ("?a=b&a=c&=&&", 200),
        ("?code=&member=&programme=&state=", 200),
    ] {
        let reply = app.get(&format!("/zh/findings{query}")).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.text());
        assert!(!reply.text().contains("<script"), "{query}");
    }
    for path in [
        "/en/members/%2e%2e/%2e%2e/etc",
        "/en/entries/%ff",
        "/en/programmes/a%2fb",
        "//en//",
        "/en/../en/x",
    ] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
    app.stop().await;
}
