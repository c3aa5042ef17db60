//! A ledger with a hundred thousand members: every answer keeps its bounds.

use sea_orm::{ConnectionTrait, Database};
use tests::app::TestApp;
use tests::house::Ground;
use tests::world::{COUNTY, MINISTRY, PROGRAMME};

const MEMBERS: u64 = 100_000;

/// The largest document: a list of fifty rows with their words, before it is packed.
const BYTES_MAX: usize = 200_000;

/// A county and a hundred thousand others that are as it is, written where a rebuild would write them:
/// as many notes would take minutes to sign and judge.
async fn many() -> TestApp {
    let ground = Ground::folder();
    let Ground::Folder(folder) = &ground else {
        panic!("a folder")
    };
    let file = folder.path().join("ledger.sqlite");
    let mut app = TestApp::on(ground).await;
    let mut notes = app.house.world.founding();
    let root = app.house.world.appropriation(100_000);
    let step = app.house.world.transfer(MINISTRY, COUNTY, &root, 60_000);
    notes.extend([root, step]);
    app.house.admit(&notes).await;
    let url = format!("sqlite://{}?mode=rw", file.display());
    let writer = Database::connect(&url).await.expect("the ledger's file");
    let count = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MEMBERS})"
    );
    let name = "'m' || printf('%06d', i) || '.example'";
    for statement in [
        format!(
            "INSERT INTO member {count} SELECT ledger, {name}, title || ' ' || i, function, tier, parent, region,
             {name}, voting, accounts, frozen, recovery, activated FROM member, n WHERE name = '{COUNTY}'"
        ),
        format!(
            "INSERT INTO search_word {count} SELECT ledger, 'many' || i, 0, {name} FROM member, n WHERE name = '{COUNTY}'"
        ),
        format!(
            "INSERT INTO tally {count} SELECT ledger, programme, scope, {name}, month, appropriated, income, held,
             in_transit, missing, spent, charged, left_over, written_off, sent, taken_back, meant, received, recovered
             FROM tally, n WHERE scope_value = '{COUNTY}' AND programme = '{PROGRAMME}' AND month = 0"
        ),
    ] {
        let written = writer.execute_unprepared(&statement).await;
        let written = written.unwrap_or_else(|error| panic!("{error} in {statement}"));
        assert_eq!(written.rows_affected(), MEMBERS, "{statement}");
    }
    writer.close().await.expect("it closes");
    // Another entry, or what was kept of the pages would still be true.
    let more = app.house.world.appropriation(1);
    app.house.admit(&[more]).await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_members_are_shown_in_bounded_pages() {
    let app = many().await;
    let programme = format!("programmes/{PROGRAMME}");
    for path in [
        "/en/",
        "/zh/books",
        "/en/books?page=2",
        &format!("/en/{programme}"),
        &format!("/es/{programme}?page=2"),
        &format!("/en/{programme}/compare?of=1"),
        &format!("/en/{programme}/compare?of=1&page=2"),
        &format!("/en/members/{MINISTRY}"),
        "/en/members/m099999.example",
        "/en/search?q=many",
        "/api/v1/members?limit=500",
        "/api/v1/search?q=many",
    ] {
        let reply = app.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        let bytes = reply.body.len();
        assert!(bytes < BYTES_MAX, "{path}: {bytes} bytes");
    }
    // Beyond the last page that a list has there is nothing, however large the number.
    for page in ["99999", "18446744073709551615"] {
        for path in ["/en/books".to_owned(), format!("/en/{programme}")] {
            let reply = app.get(&format!("{path}?page={page}")).await;
            assert_eq!(reply.status, 404, "{path} {page}");
        }
    }
    app.stop().await;
}
