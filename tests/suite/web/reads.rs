//! What a page costs: how many statements it reads, which mustn't grow with what it shows.

use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, PROGRAMME};

/// Steps that fill a member's page, and many more than its lists of other things show.
const STEPS: usize = 60;

/// Statements of the page that shows most: its own look-ups, and one for each list of what it names.
const STATEMENTS_MAX: u64 = 45;

/// Statements that a page takes, made for a reader who wants it as the ledger stands.
async fn statements(app: &TestApp, path: &str) -> u64 {
    let answered = || app.house.store.statements_answered().expect("SQLite");
    let before = answered();
    let reply = app
        .get_with(path, &[("cookie", "__Host-countersign=nobodys")])
        .await;
    assert_eq!(reply.status, 200, "{path}");
    answered() - before
}

/// Steps of the ministry to the county, each confirmed short.
async fn with_steps(steps: usize) -> (TestApp, Vec<String>) {
    let mut app = TestApp::founded().await;
    let root = app.house.world.appropriation(100_000);
    let mut notes = vec![root.clone()];
    for _ in 0..steps {
        let sent = app.house.world.transfer(MINISTRY, COUNTY, &root, 100);
        let short = app.house.world.receipt(&sent, 90, true);
        notes.extend([sent, short]);
    }
    app.house.admit(&notes).await;
    app.settled().await;
    let entry = |note: &ledger::Note| format!("/en/entries/{}", note.identity());
    let paths = vec![
        "/en/".to_owned(),
        format!("/en/programmes/{PROGRAMME}"),
        format!("/en/programmes/{PROGRAMME}/compare?of=1"),
        format!("/en/members/{MINISTRY}"),
        format!("/en/members/{COUNTY}"),
        "/en/findings".to_owned(),
        entry(&root),
        entry(notes.last().expect("the last receipt")),
    ];
    (app, paths)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_takes_as_many_statements_however_much_it_shows() {
    let (few, few_paths) = with_steps(2).await;
    let (many, many_paths) = with_steps(STEPS).await;
    for (few_path, path) in few_paths.iter().zip(&many_paths) {
        // Once before: what is asked of the ledger only once isn't the page's.
        statements(&many, path).await;
        let first = statements(&few, few_path).await;
        let taken = statements(&many, path).await;
        println!("{path}: {first} statements with 2 steps, {taken} with {STEPS}");
        assert!(taken <= STATEMENTS_MAX, "{path}: {taken} statements");
    }
    few.stop().await;
    many.stop().await;
}
