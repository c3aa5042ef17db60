//! A programme's package is what other people's tools take for one: frictionless, of those who wrote
//! the format down, reads every table of it against its schema.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tests::app::TestApp;
use tests::world::{COUNTY, OFFICE, PROGRAMME};

/// Where `.ci/need outsiders` puts it.
fn frictionless() -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/python/bin/frictionless");
    assert!(
        path.exists(),
        "frictionless is not installed: run `.ci/need outsiders`, which needs Debian's python3-venv and PyPI"
    );
    path
}

fn validate(folder: &Path) -> Output {
    Command::new(frictionless())
        .args(["validate", "--json", "datapackage.json"])
        .current_dir(folder)
        .output()
        .expect("frictionless runs")
}

/// Packs a server's answer out into a folder.
fn unpack(archive: Vec<u8>, folder: &Path) {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).expect("a zip file");
    archive.extract(folder).expect("it is packed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn frictionless_accepts_a_programmes_package_and_refuses_a_spoiled_one() {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(123_456);
    let second = world.transfer(COUNTY, OFFICE, &first, 30_000);
    let spent = world.expense(COUNTY, &first, 9_000);
    app.house.admit(&[root, first, short, second, spent]).await;
    let reply = app
        .get(&format!("/en/take/package.zip?programme={PROGRAMME}"))
        .await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    app.stop().await;

    let folder = tempfile::tempdir().expect("a folder");
    unpack(reply.body, folder.path());
    let output = validate(folder.path());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    let report: serde_json::Value = serde_json::from_str(&said).expect("a report");
    assert_eq!(report["valid"], true, "{said}");
    let tables = report["stats"]["tasks"].as_u64().expect("a count");
    assert!(tables >= 2, "its tables were read: {said}");

    // It is no report that says yes to everything: a cell that is no number is found.
    let steps = folder.path().join("steps.csv");
    let text = std::fs::read_to_string(&steps).expect("the steps");
    assert!(text.contains("590.00"), "{text}");
    std::fs::write(&steps, text.replacen("590.00", "much", 1)).expect("it is written");
    assert!(!validate(folder.path()).status.success());
}
