//! Places side by side: by region, by days, and where there are more than a reader waits for.

use server::store::read::{ScopeKind, Window};
use server::web::{Boards, Limits};
use std::time::Duration;
use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

async fn small_year() -> TestApp {
    let mut app = TestApp::founded().await;
    let world = &mut app.house.world;
    let [root, first, short] = world.received_short(100_000);
    let second = world.transfer(COUNTY, OFFICE, &first, 30_000);
    app.house.admit(&[root, first, short, second]).await;
    app
}

fn limits(anew: usize, held: usize, kept: Duration) -> Limits {
    Limits {
        anew,
        held,
        kept,
        programmes: 1,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_members_are_read_once_for_several_readers() {
    const HOUR: Duration = Duration::from_secs(3600);
    let mut app = small_year().await;
    let store = &app.house.store.clone();
    let entries = store.head().await.expect("a head").expect("founded");
    let entries = entries.next_index;
    let members = store.tally_count(PROGRAMME, ScopeKind::Member).await;
    let members = usize::try_from(members.expect("a count")).expect("a few");
    assert!(members > 1);

    let few = Boards::with(limits(members, 100, HOUR));
    let board = few.of(store, PROGRAMME, entries).await.expect("a board");
    assert_eq!((board.as_of, board.rows.len()), (None, members));

    let many = Boards::with(limits(0, 100, HOUR));
    let board = many.of(store, PROGRAMME, entries).await.expect("a board");
    assert_eq!(board.as_of, Some(entries));
    assert_eq!((board.rows.len(), board.left_out), (members, 0));

    let cut = Boards::with(limits(0, 1, HOUR));
    let cut = cut.of(store, PROGRAMME, entries).await.expect("a board");
    assert_eq!((cut.rows.len(), cut.left_out), (1, members as u64 - 1));

    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    let store = &app.house.store.clone();
    let later = many.of(store, PROGRAMME, entries + 1).await;
    assert_eq!(later.expect("the last reading").as_of, Some(entries));
    let short_lived = Boards::with(limits(0, 100, Duration::ZERO));
    for entries in [entries + 1, entries + 2] {
        let read = short_lived.of(store, PROGRAMME, entries).await;
        let as_of = read.expect("a reading").as_of;
        assert!(as_of > board.as_of, "a new reading has the new entry");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_members_page_has_its_months_and_their_file() {
    let app = small_year().await;
    let page = app.get(&format!("/en/members/{COUNTY}")).await.text();
    let months = format!("id=\"months-{PROGRAMME}\"");
    let (_, table) = page.split_once(&months).expect("a table of months");
    let (table, _) = table.split_once("</table>").expect("its end");
    for figure in ["600.00", "590.00", "10.00"] {
        assert!(table.contains(figure), "{figure} in {table}");
    }
    let file = format!("/en/take/months.csv?programme={PROGRAMME}&member={COUNTY}");
    assert!(page.contains(&file.replace('&', "&amp;")), "{file}");
    let text = app.get(&file).await.text();
    let heads = text.lines().next().expect("a head");
    let row = text.lines().nth(1).expect("a month");
    let at = |name: &str| {
        let at = heads.split(',').position(|head| head == name);
        row.split(',').nth(at.expect(name)).expect("a cell")
    };
    assert_eq!((at("member"), at("meant")), (COUNTY, "600.00"));
    assert_eq!((at("received"), at("missing")), ("590.00", "10.00"));
    let unknown = format!("/en/take/months.csv?programme={PROGRAMME}&member=no.example/body");
    assert_eq!(app.get(&unknown).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_members_of_a_region_stand_side_by_side() {
    let app = small_year().await;
    let store = &app.house.store.clone();
    let county = store
        .member(COUNTY)
        .await
        .expect("a read")
        .expect("a member");
    let region = county.region.expect("the county has a region").to_string();
    let compare = format!("/en/programmes/{PROGRAMME}/compare");
    let within = format!("{compare}?region={region}");
    let programme = app.get(&format!("/en/programmes/{PROGRAMME}")).await.text();
    assert!(
        programme.contains(&within),
        "the programme leads to {within}"
    );
    let page = app.get(&within).await.text();
    assert!(page.contains(&format!("/en/members/{COUNTY}")));
    assert!(!page.contains(&format!("/en/members/{MINISTRY}\"")));
    let sorted = app.get(&format!("{within}&sort=days")).await;
    assert_eq!(sorted.status, 200);
    let nowhere = app.get(&format!("{compare}?region=nowhere")).await.text();
    assert!(!nowhere.contains("/en/members/"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn proposals_have_pages_of_their_own() {
    let app = TestApp::founded().await;
    let store = &app.house.store.clone();
    let count = store.proposal_count().await.expect("a count");
    assert!(count > 1);
    let mut indexes = Vec::new();
    for number in 1..=count {
        let page = store.proposals(Window::page(number, 1)).await;
        indexes.extend(page.expect("a page").iter().map(|one| one.index));
    }
    assert_eq!(indexes.len() as u64, count);
    assert!(
        indexes.is_sorted_by(|one, next| one > next),
        "the latest first"
    );
    assert_eq!(app.get("/en/books?proposals=1").await.status, 200);
    assert_eq!(app.get("/en/books?proposals=99").await.status, 404);
    assert_eq!(app.get("/en/books?proposals=x").await.status, 400);
    app.stop().await;
}
