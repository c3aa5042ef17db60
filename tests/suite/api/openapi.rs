//! The API's description is what the handlers say, and the document in `docs/` is that.

use std::path::Path;
use tests::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_the_document() {
    let app = TestApp::empty().await;
    let served = app.get("/api/v1/openapi.json").await.json();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let mut generated = serde_json::to_string_pretty(&served).expect("JSON");
    generated.push('\n');
    if std::env::var_os("COUNTERSIGN_BLESS").is_some() {
        std::fs::write(&path, &generated).expect("the document is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == generated,
        "docs/openapi.json differs from the handlers: run this test with COUNTERSIGN_BLESS=1 and look at the change"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_path_of_the_description_has_a_route() {
    let app = TestApp::empty().await;
    let served = app.get("/api/v1/openapi.json").await.json();
    let paths = served["paths"].as_object().expect("paths");
    assert!(paths.len() > 12, "the description names the routes");
    for (path, operations) in paths {
        // A server of its own has none of them: `log::passing` asks a mirror.
        if path.starts_with("/mirror") {
            continue;
        }
        let address = path.replace("{id}", "none").replace("{name}", "none");
        for method in operations.as_object().expect("operations").keys() {
            let asked =
                tests::app::head(&method.to_uppercase(), &address, &[("content-length", "0")]);
            let reply = app.send(&asked, b"").await;
            assert_ne!(reply.status, 405, "{method} {path}");
            assert!(reply.status != 404 || path.contains('{'), "{method} {path}");
        }
    }
    app.stop().await;
}
