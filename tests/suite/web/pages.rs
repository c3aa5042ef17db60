//! Every page in every language: of an empty ledger, of one entry, and of a small year.

use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, OFFICE, OPERATOR, PROGRAMME};

const LANGUAGES: [&str; 3] = ["en", "zh", "es"];

async fn page(app: &TestApp, path: &str) -> String {
    let reply = app.get(path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    let text = reply.text();
    assert!(text.starts_with("<!DOCTYPE html>"), "{path}");
    assert!(!text.contains("<script"), "{path}");
    assert!(
        !text.contains('\u{27e6}'),
        "a word is missing from the catalogue: {path}"
    );
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_ledger_has_pages() {
    let app = TestApp::empty().await;
    for language in LANGUAGES {
        page(&app, &format!("/{language}/")).await;
        page(&app, &format!("/{language}/findings")).await;
    }
    assert_eq!(app.get("/en/entries/0").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_of_one_entry_has_pages() {
    let mut app = TestApp::empty().await;
    let genesis = app.house.world.genesis();
    app.house.admit(std::slice::from_ref(&genesis)).await;
    for language in LANGUAGES {
        page(&app, &format!("/{language}/")).await;
        page(&app, &format!("/{language}/members/{OPERATOR}")).await;
        page(&app, &format!("/{language}/entries/{}", genesis.identity())).await;
    }
    let by_index = app.get("/en/entries/0").await;
    assert_eq!(
        (by_index.status, by_index.header("location")),
        (302, format!("/en/entries/{}", genesis.identity()).as_str())
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_year_is_told_on_every_page() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(123_456);
    let second = world.transfer(COUNTY, OFFICE, &first, 30_000);
    let whole = world.receipt(&second, 30_000, true);
    let spent = world.expense(OFFICE, &second, 5_000);
    let notes = [root, first, short, second, whole, spent];
    app.house.admit(&notes).await;
    for language in LANGUAGES {
        let home = page(&app, &format!("/{language}/")).await;
        assert!(home.contains("School grants"), "the programme is named");
        page(&app, &format!("/{language}/findings?state=all")).await;
        page(&app, &format!("/{language}/programmes/{PROGRAMME}")).await;
        page(&app, &format!("/{language}/programmes/{PROGRAMME}/compare")).await;
        for member in [MINISTRY, COUNTY, OFFICE] {
            page(&app, &format!("/{language}/members/{member}")).await;
        }
        for note in &notes {
            page(&app, &format!("/{language}/entries/{}", note.identity())).await;
        }
    }
    let home = page(&app, "/en/").await;
    assert!(
        home.contains("1,234.56"),
        "the appropriation stands on the front page"
    );
    let entry = page(&app, &format!("/en/entries/{}", notes[3].identity())).await;
    for other in [&notes[0], &notes[1], &notes[4], &notes[5]] {
        assert!(
            entry.contains(&other.identity().to_string()),
            "the chain and the receipt are linked"
        );
    }
    assert!(
        entry.contains("countersign/v1/transfer"),
        "the note stands under its details"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_simulated_ledger_says_so() {
    let mut app = TestApp::empty().await;
    let plain = page(&app, "/en/").await;
    let words = app::words::Words::of(app::words::Language::En).say("notice-simulated");
    assert!(!plain.contains(&words));
    let simulated = format!("{} receipts of a seed", server::demo::SIMULATED_PREFIX);
    let genesis = app.house.world.genesis_for(Some(&simulated));
    app.house.admit(std::slice::from_ref(&genesis)).await;
    for path in [
        "",
        "findings",
        "nowhere",
        &format!("members/{OPERATOR}"),
        &format!("entries/{}", genesis.identity()),
    ] {
        assert!(
            app.get(&format!("/en/{path}"))
                .await
                .text()
                .contains(&words),
            "{path}"
        );
    }
    assert_eq!(
        app.get("/api/v1/ledger").await.json()["receipts_simulated"],
        serde_json::json!(true)
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_drawn_and_its_places_stand_side_by_side() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(100_000);
    let spent = world.expense(COUNTY, &first, 9_000);
    let second = world.transfer(COUNTY, OFFICE, &first, 30_000);
    app.house.admit(&[root, first, short, spent, second]).await;
    let programme = format!("/en/programmes/{PROGRAMME}");
    let drawn = page(&app, &programme).await;
    // The streams are the terms of the levels: held above, spent and missing, and still on its way.
    for title in [
        "Missing: CNY 10.00",
        "Spent: CNY 90.00",
        "Not confirmed: CNY 300.00",
    ] {
        assert!(drawn.contains(title), "{title}");
    }
    assert!(drawn.contains("class=\"picture flow\""));
    let by_place = page(&app, &format!("{programme}?flow=region")).await;
    assert!(by_place.contains("Not confirmed: CNY 300.00"));
    assert_eq!(app.get(&format!("{programme}?flow=x")).await.status, 400);
    for query in [
        "",
        "?of=1",
        "?of=2&sort=missing",
        "?of=regions&sort=name&order=turned",
        "?of=9",
    ] {
        page(&app, &format!("{programme}/compare{query}")).await;
    }
    let compared = page(&app, &format!("{programme}/compare?of=1")).await;
    assert!(compared.contains(&format!("/en/members/{COUNTY}")));
    assert!(!compared.contains(&format!("/en/members/{OFFICE}\"")));
    for wrong in ["?of=x", "?sort=x", "?order=x", "?page=0"] {
        let reply = app.get(&format!("{programme}/compare{wrong}")).await;
        assert_eq!(reply.status, 400, "{wrong}");
    }
    for nowhere in [
        "/en/programmes/none/compare",
        &format!("{programme}/compare?page=2"),
    ] {
        assert_eq!(app.get(nowhere).await.status, 404, "{nowhere}");
    }
    app.stop().await;
}

/// A short receipt has a page of its own, which shows the formula and leads to its entries.
#[tokio::test(flavor = "multi_thread")]
async fn a_finding_has_a_page_with_its_numbers() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(123_456);
    app.house.admit(&[root, first.clone(), short.clone()]).await;
    let list = page(&app, "/en/findings").await;
    let (_, rest) = list
        .split_once("/en/findings/")
        .expect("a finding is linked");
    let id = rest.split('"').next().expect("the link ends").to_owned();
    assert!(id.ends_with("-0-receipt-short"), "{id}");
    for language in LANGUAGES {
        let text = page(&app, &format!("/{language}/findings/{id}")).await;
        for proof in [&first, &short] {
            assert!(text.contains(&proof.identity().to_string()), "{language}");
        }
    }
    let text = page(&app, &format!("/en/findings/{id}")).await;
    for figure in ["600.00", "590.00", "10.00"] {
        assert!(text.contains(figure), "{figure}");
    }
    for odd in [
        "0-0-receipt-short",
        "x",
        "00-0-receipt-short",
        &format!("{id}x"),
    ] {
        assert_eq!(
            app.get(&format!("/en/findings/{odd}")).await.status,
            404,
            "{odd}"
        );
    }
    for (query, found) in [
        ("severity=serious", true),
        ("severity=note", false),
        ("place=nowhere", false),
    ] {
        let text = page(&app, &format!("/en/findings?{query}")).await;
        assert_eq!(text.contains(&id), found, "{query}");
    }
    assert_eq!(app.get("/en/findings?severity=grave").await.status, 400);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_tells_who_keeps_it_and_how_it_stands() {
    let empty = TestApp::empty().await;
    let app = TestApp::founded().await;
    for language in LANGUAGES {
        for name in ["books", "glossary", "about", "accessibility", "status"] {
            page(&empty, &format!("/{language}/{name}")).await;
            page(&app, &format!("/{language}/{name}")).await;
        }
    }
    let books = page(&app, "/en/books").await;
    for member in [OPERATOR, MINISTRY, COUNTY] {
        assert!(books.contains(member), "{member}");
    }
    assert!(books.contains("runs this server"));
    let status = app.get("/en/status").await;
    assert_eq!(status.header("cache-control"), "no-store");
    assert!(status.text().contains("Apache-2.0"));
    assert_eq!(app.get("/en/books?page=99").await.status, 404);
    empty.stop().await;
    app.stop().await;
}
