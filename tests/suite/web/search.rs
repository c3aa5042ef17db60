//! Finding places, programmes and entries by what people type.

use serde_json::{Value, json};
use tests::app::TestApp;
use tests::house::Ground;
use tests::world::{COUNTY, MINISTRY, PROGRAMME};

const CAAZAPA: &str = "caazapa.example/gobernacion";
const YUTY: &str = "yuty.example/municipalidad";
const WANZHOU: &str = "wanzhou.example/finance";

/// The world with members whose titles have accents and Chinese characters.
async fn titled(ground: Ground) -> TestApp {
    let mut app = TestApp::on(ground).await;
    let world = &mut app.house.world;
    let mut notes = world.founding();
    let region = Some("py-6");
    // The municipality joins first: the department is called by all the same.
    notes.extend(world.join_titled(YUTY, "Municipalidad de Yuty", ("office", "2"), region));
    notes.extend(world.join_titled(CAAZAPA, "Gobernación de Caazapá", ("finance", "1"), region));
    notes.extend(world.join_titled(
        WANZHOU,
        "重庆市万州区财政局",
        ("finance", "1"),
        Some("cn-50"),
    ));
    app.house.admit(&notes).await;
    app
}

async fn found(app: &TestApp, query: &str) -> Value {
    let query: String = query.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let reply = app.get(&format!("/api/v1/search?q={query}")).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()
}

fn names(found: &Value) -> Vec<&str> {
    let members = found["members"].as_array().expect("a list");
    members
        .iter()
        .filter_map(|one| one["member"].as_str())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn places_are_found_without_accents_and_in_pinyin_on_both_databases() {
    for ground in [Ground::folder(), Ground::postgres()] {
        let app = titled(ground).await;
        for (query, member) in [
            ("Caazapa", CAAZAPA),
            ("GOBERNACIÓN caaz", CAAZAPA),
            ("万州", WANZHOU),
            ("chongqing", WANZHOU),
            ("wzq", WANZHOU),
            ("yuty", YUTY),
            ("county.example/fin", COUNTY),
        ] {
            assert_eq!(names(&found(&app, query).await), [member], "{query}");
        }
        for query in ["", "azapa", "Caazapá yuty", "%", "_", "' OR 1=1"] {
            assert_eq!(names(&found(&app, query).await), [""; 0], "{query}");
        }
        let programme = found(&app, "school gra").await;
        assert_eq!(programme["programmes"][0]["programme"], json!(PROGRAMME));
        // Everybody is an example: higher tiers first, and as many as are asked for.
        let reply = app.get("/api/v1/search?q=example&limit=2").await.json();
        assert_eq!((names(&reply).len(), &reply["more"]), (2, &json!(true)));
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_found_by_reference_identity_and_index() {
    let mut app = titled(Ground::folder()).await;
    let root = app.house.world.appropriation(1000);
    let sent = app.house.world.transfer(MINISTRY, COUNTY, &root, 10);
    let came = app.house.world.receipt(&sent, 10, true);
    let last = app.house.admit(&[root, sent.clone(), came.clone()]).await;
    let entry = |found: &Value| found["entries"][0]["identity"].as_str().map(str::to_owned);
    let identity = came.identity().to_string();
    let reference = came.entry().reference().to_string();
    // The ministry owns the programme, the county doesn't: its references want its name.
    let own = sent.entry().reference().to_string();
    assert_eq!(
        entry(&found(&app, &own).await),
        Some(sent.identity().to_string())
    );
    assert_eq!(found(&app, &reference).await["entries"], json!([]));
    let with_author = found(&app, &format!("county {reference}")).await;
    assert_eq!(entry(&with_author), Some(identity.clone()));
    assert_eq!(entry(&found(&app, &identity).await), Some(identity.clone()));
    assert_eq!(entry(&found(&app, &last.to_string()).await), Some(identity));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_what_was_found_and_what_was_typed_as_text() {
    let app = titled(Ground::folder()).await;
    for language in ["en", "zh", "es"] {
        let home = app.get(&format!("/{language}/")).await.text();
        assert!(home.contains(&format!("action=\"/{language}/search\"")));
        let page = app.get(&format!("/{language}/search?q=caaz")).await.text();
        assert!(page.contains(&format!("/{language}/members/{CAAZAPA}")));
        let none = app.get(&format!("/{language}/search")).await;
        assert_eq!(none.status, 200);
    }
    let hostile = app.get("/en/search?q=%3Cscript%3E%22caaz").await.text();
    assert!(!hostile.contains("<script") && hostile.contains("&lt;script&gt;"));
    let long = format!("/en/search?q={}", "a".repeat(3000));
    assert_eq!(app.get(&long).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_called_by_its_highest_member() {
    let app = titled(Ground::folder()).await;
    for member in [CAAZAPA, YUTY] {
        let page = app.get(&format!("/en/members/{member}")).await.text();
        let place = "<dt>Place</dt><dd>Gobernación de Caazapá";
        assert!(page.contains(place) && page.contains("<code>py-6</code>"));
    }
    app.stop().await;
}
