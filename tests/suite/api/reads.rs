//! What the API says of a small year, and how its answers are kept.

use serde_json::json;
use tests::app::TestApp;
use tests::house::Ground;
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

/// 1,000 appropriated; 600 sent on and received short by 100; 300 of it sent to an office that
/// spent 50 of the 300 it received.
async fn small_year() -> (TestApp, [ledger::Note; 6]) {
    small_year_on(Ground::folder()).await
}

async fn small_year_on(ground: Ground) -> (TestApp, [ledger::Note; 6]) {
    let mut app = TestApp::on(ground).await;
    let founding = app.house.world.founding();
    app.house.admit(&founding).await;
    let world = &mut app.house.world;
    let root = world.appropriation(1000);
    let first = world.transfer(MINISTRY, COUNTY, &root, 600);
    let short = world.receipt(&first, 500, true);
    let second = world.transfer(COUNTY, OFFICE, &first, 300);
    let whole = world.receipt(&second, 300, true);
    let spent = world.expense(OFFICE, &second, 50);
    let notes = [root, first, short, second, whole, spent];
    app.house.admit(&notes).await;
    app.settled().await;
    (app, notes)
}

#[tokio::test(flavor = "multi_thread")]
async fn tallies_are_decimal_strings_that_add_up() {
    let (app, _) = small_year().await;
    let tallies = app
        .get(&format!("/api/v1/tallies?programme={PROGRAMME}"))
        .await
        .json();
    let total = &tallies["items"][0];
    let term = |name: &str| -> i128 {
        let text = total["terms"][name].as_str().expect("a decimal string");
        text.parse().expect("an integer")
    };
    assert_eq!(
        (
            term("appropriated"),
            term("missing"),
            term("spent"),
            term("held")
        ),
        (1000, 100, 50, 850)
    );
    let right = [
        "held",
        "in_transit",
        "missing",
        "spent",
        "charged",
        "left",
        "written_off",
    ];
    let right: i128 = right.into_iter().map(term).sum();
    assert_eq!(term("appropriated") + term("income"), right);
    assert_eq!(
        (total["currency"].as_str(), total["exponent"].as_i64()),
        (Some("CNY"), Some(2))
    );
    let members = app
        .get(&format!(
            "/api/v1/tallies?programme={PROGRAMME}&scope=member&limit=2"
        ))
        .await
        .json();
    assert_eq!(members["items"].as_array().map(Vec::len), Some(2));
    let next = members["next"].as_str().expect("there are more").to_owned();
    let rest = app
        .get(&format!(
            "/api/v1/tallies?programme={PROGRAMME}&scope=member&limit=2&after={next}"
        ))
        .await;
    assert_eq!(rest.json()["items"].as_array().map(Vec::len), Some(1));
    let months = app
        .get(&format!(
            "/api/v1/tallies?programme={PROGRAMME}&scope=member&of={OFFICE}"
        ))
        .await;
    assert_eq!(months.json()["items"][0]["month"], json!("2026-03"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_found_by_identity_and_index_with_what_speaks_about_it() {
    let (app, notes) = small_year().await;
    let identity = notes[1].identity().to_string();
    let found = app.get(&format!("/api/v1/entries/{identity}")).await.json();
    assert_eq!(found["step"]["state"], json!("short"));
    assert_eq!(found["step"]["sent"], json!("600"));
    assert_eq!(found["findings"][0]["code"], json!("receipt-short"));
    let kinds: Vec<&str> = found["about"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|row| row["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["receipt"]);
    let index = found["index"].as_u64().expect("an index");
    let by_index = app.get(&format!("/api/v1/entries/{index}")).await.json();
    assert_eq!(by_index, found);
    assert_eq!(
        found["note"].as_str().map(str::as_bytes),
        Some(notes[1].bytes())
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_read_to_their_end_by_their_next() {
    let (app, _) = small_year().await;
    let ledger = app.get("/api/v1/ledger").await.json();
    let entries = ledger["entries"].as_u64().expect("a count");
    let (mut from, mut seen) = (String::from("0"), 0);
    loop {
        let page = app
            .get(&format!("/api/v1/entries?limit=3&from={from}"))
            .await
            .json();
        seen += page["items"].as_array().expect("a list").len() as u64;
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut from),
            None => break,
        }
    }
    assert_eq!(seen, entries);
    assert_eq!(ledger["receipts_simulated"], json!(false));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_and_what_is_held() {
    let (mut app, notes) = small_year().await;
    let open = app.house.world.transfer(COUNTY, OFFICE, &notes[1], 20);
    app.house.admit(std::slice::from_ref(&open)).await;
    let waiting = app
        .get(&format!("/api/v1/waiting?member={OFFICE}"))
        .await
        .json();
    assert_eq!(
        waiting["items"][0]["identity"],
        json!(open.identity().to_string())
    );
    assert_eq!(waiting["items"].as_array().map(Vec::len), Some(1));
    let held = app
        .get(&format!("/api/v1/nodes?member={OFFICE}"))
        .await
        .json();
    assert_eq!(held["items"][0]["held"], json!("250"));
    let steps = app
        .get(&format!("/api/v1/steps?member={COUNTY}&limit=2"))
        .await
        .json();
    assert_eq!(steps["items"].as_array().map(Vec::len), Some(2));
    let next = steps["next"].as_str().expect("there are more").to_owned();
    let last = app
        .get(&format!(
            "/api/v1/steps?member={COUNTY}&limit=2&after={next}"
        ))
        .await
        .json();
    assert_eq!(
        last["items"][0]["identity"],
        json!(notes[1].identity().to_string())
    );
    let member = app.get(&format!("/api/v1/members/{OFFICE}")).await.json();
    assert_eq!(
        (member["waiting"].as_u64(), member["tier"].as_u64()),
        (Some(1), Some(2))
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_narrowed() {
    let (app, _) = small_year().await;
    for (query, count) in [
        ("", 1),
        ("?code=receipt-short", 1),
        ("?code=late-hop", 0),
        ("?state=closed", 0),
        ("?state=all&member=county.example/finance", 1),
        ("?member=township.example/office", 0),
        (
            "?programme=school-grants-2026&code=receipt-short&member=ministry.example",
            1,
        ),
        ("?programme=none", 0),
        ("?page=99999999999", 0),
    ] {
        let found = app.get(&format!("/api/v1/findings{query}")).await.json();
        assert_eq!(
            found["items"].as_array().map(Vec::len),
            Some(count),
            "{query}: {found}"
        );
    }
    let finding = app.get("/api/v1/findings").await.json()["items"][0].clone();
    assert_eq!(
        (finding["at_risk"].as_str(), finding["severity"].as_str()),
        (Some("100"), Some("serious"))
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_stands_until_the_next_entry() {
    let (mut app, _) = small_year().await;
    let first = app.get("/api/v1/ledger").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 4, "a strong tag: {tag}");
    let again = app
        .get_with("/api/v1/ledger", &[("if-none-match", &tag)])
        .await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    let more = app.house.world.appropriation(1);
    app.house.admit(&[more]).await;
    let changed = app
        .get_with("/api/v1/ledger", &[("if-none-match", &tag)])
        .await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), tag);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_how_it_is() {
    let mut app = TestApp::founded().await;
    assert_eq!(app.get("/health/live").await.text(), "live\n");
    let ready = app.get("/health/ready").await;
    assert_eq!((ready.status, ready.text().as_str()), (200, "ready\n"));
    assert_eq!(ready.header("cache-control"), "no-store");
    let metrics = app.get("/metrics").await;
    assert!(metrics.header("content-type").starts_with("text/plain"));
    assert!(
        metrics.text().contains("countersign_entries_total"),
        "{}",
        metrics.text()
    );
    app.stop_serving().await;
}

/// Every address, once on each kind of database: their answers differ in nothing but what the clock
/// of the machine says.
#[tokio::test(flavor = "multi_thread")]
async fn both_databases_answer_alike() {
    let (lite, notes) = small_year().await;
    let (postgres, _) = small_year_on(Ground::postgres()).await;
    let identity = notes[1].identity();
    let tallies = format!("tallies?programme={PROGRAMME}");
    let mut paths: Vec<String> = [
        "ledger",
        "programmes",
        "members",
        "entries?from=2&limit=5",
        "findings",
        &tallies,
    ]
    .map(|path| format!("/api/v1/{path}"))
    .into();
    paths.extend(
        ["tier", "region", "member"].map(|scope| format!("/api/v1/{tallies}&scope={scope}")),
    );
    paths.push(format!("/api/v1/{tallies}&scope=member&of={OFFICE}"));
    paths.push(format!("/api/v1/entries/{identity}"));
    for code in [
        "",
        "&code=receipt-short",
        "&member=ministry.example",
        "&programme=school-grants-2026",
    ] {
        paths.push(format!("/api/v1/findings?state=all{code}"));
    }
    for list in ["steps", "waiting", "nodes", "finding-counts"] {
        paths.push(format!("/api/v1/{list}?member={COUNTY}"));
    }
    paths.extend(["payer", "payee"].map(|side| format!("/api/v1/flows?{side}={COUNTY}")));
    paths.extend(
        ["programme", "tier", "region", "member"]
            .map(|scope| format!("/api/v1/arrivals?programme={PROGRAMME}&scope={scope}")),
    );
    for page in ["", "findings?state=all"] {
        paths.push(format!("/en/{page}"));
    }
    for member in [MINISTRY, COUNTY, OFFICE] {
        paths.push(format!("/api/v1/members/{member}"));
        paths.push(format!("/en/members/{member}"));
    }
    paths.extend(
        notes
            .each_ref()
            .map(|note| format!("/en/entries/{}", note.identity())),
    );
    paths.push(format!("/en/programmes/{PROGRAMME}"));
    paths.extend(["county", "example", "school"].map(|word| format!("/en/search?q={word}")));
    paths.push("/health/ready".to_owned());
    for path in paths {
        let (one, other) = (lite.get(&path).await, postgres.get(&path).await);
        assert_eq!(
            (one.status, other.status),
            (200, 200),
            "{path}: {}",
            other.text()
        );
        assert_eq!(one.text(), other.text(), "{path}");
    }
    lite.stop().await;
    postgres.stop().await;
}
