//! The story of a ledger, told by the same code on SQLite and PostgreSQL:
//!
//! 1. A ledger is founded, members join, a programme opens: each note cites those before it, all in
//!    one submission.
//! 2. The ministry appropriates and sends; the county receives less, finally: a finding opens.
//! 3. A retry hears the first index; the same reference under another text is refused.
//! 4. The ledger is closed and opened again: it knows everything, and time goes on until something
//!    falls due.
//! 5. The tallies add up.

use ledger::Code;
use ledger::field::NodeCitation;
use ledger::{Terms, Wanted};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::store::tables::{finding, tally};
use server::store::{Store, codes};
use tests::house::{Ground, House};
use tests::world::{COUNTY, MINISTRY, OFFICE, PROGRAMME};

#[tokio::test(flavor = "multi_thread")]
async fn a_story_on_sqlite() {
    story(&Ground::folder()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_on_postgres() {
    story(&Ground::postgres()).await;
}

async fn story(ground: &Ground) {
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    let last = house.admit(&founding).await;
    assert_eq!(last, 9, "all in one submission, in its order");

    let root = house.world.appropriation(1_000_000);
    let sent = house.world.transfer(MINISTRY, COUNTY, &root, 600_000);
    let short = house.world.receipt(&sent, 560_000, true);
    assert_eq!(house.admit(&[root.clone(), sent.clone(), short]).await, 12);
    assert_eq!(
        open_findings(&house.store).await,
        [(11, Code::ReceiptShort)]
    );

    let again = house
        .submit(std::slice::from_ref(&sent))
        .await
        .remove(0)
        .expect("a safe retry");
    assert_eq!((again.index, again.repeated), (11, true));
    let reused = reference_reused(&house, &sent);
    assert_eq!(house.refused(&reused).await, "ref-reused");

    let onward = house.world.transfer(COUNTY, OFFICE, &sent, 500_000);
    assert_eq!(house.admit(std::slice::from_ref(&onward)).await, 13);
    let world = house.world.clone();
    house.stop().await;

    let mut house = ground.open().await.expect("a closed ledger opens again");
    house.world = world;
    let found = house
        .store
        .find(&sent.identity())
        .await
        .expect("a look-up")
        .expect("the transfer");
    assert_eq!((found.index, found.note.as_slice()), (11, sent.bytes()));
    let tick = house.world.tick(20 * 86_400);
    house.admit(&[tick]).await;
    assert_eq!(
        open_findings(&house.store).await,
        [(11, Code::ReceiptShort), (13, Code::ReceiptOverdue)]
    );
    let received = house.world.receipt(&onward, 500_000, true);
    let spent = house.world.expense(OFFICE, &onward, 480_000);
    house.admit(&[received, spent]).await;
    let open = open_findings(&house.store).await;
    assert!(
        !open.contains(&(13, Code::ReceiptOverdue)),
        "confirmed: {open:?}"
    );

    let terms = programme_total(&house.store).await;
    assert_eq!(terms.imbalance(), 0);
    let expected = (1_000_000, 40_000, 480_000, 400_000 + 60_000 + 20_000);
    assert_eq!(
        (terms.appropriated, terms.missing, terms.spent, terms.held),
        expected
    );
    let node = NodeCitation {
        entry: sent.identity(),
        leg: 0,
    };
    let facts = house
        .store
        .load(&[Wanted::Node(node)])
        .await
        .expect("facts");
    let held = facts
        .node_ref(&node)
        .and_then(|at| facts.nodes.get(&at))
        .expect("the county's node")
        .held();
    assert_eq!(held, 60_000);
    house.stop().await;
}

/// The transfer's reference under another amount.
fn reference_reused(house: &House, sent: &ledger::Note) -> ledger::Note {
    let ledger::Entry::Transfer(transfer) = sent.entry() else {
        panic!("a transfer")
    };
    let mut other = transfer.clone();
    other.purpose = Some("another text".parse().expect("prose"));
    let key = tests::world::key(MINISTRY, "a");
    assert!(house.sequencer.running());
    ledger::Note::sign(&ledger::Entry::Transfer(other), &[(&transfer.from, &key)]).expect("a note")
}

async fn open_findings(store: &Store) -> Vec<(i64, Code)> {
    let query = finding::Entity::find().filter(finding::Column::IsOpen.eq(1));
    let found = query.all(store.reader()).await.expect("findings");
    let mut found: Vec<_> = found
        .iter()
        .map(|row| (row.subject, codes::code(row.code).expect("a code")))
        .collect();
    found.sort_unstable();
    found
}

async fn programme_total(store: &Store) -> Terms {
    let query = tally::Entity::find()
        .filter(tally::Column::Programme.eq(PROGRAMME))
        .filter(tally::Column::Scope.eq(0))
        .filter(tally::Column::Month.eq(0));
    let row = query
        .one(store.reader())
        .await
        .expect("a tally")
        .expect("the programme's");
    Terms {
        appropriated: row.appropriated.into(),
        income: row.income.into(),
        held: row.held.into(),
        in_transit: row.in_transit.into(),
        missing: row.missing.into(),
        spent: row.spent.into(),
        charged: row.charged.into(),
        left: row.left_over.into(),
        written_off: row.written_off.into(),
        ..Terms::default()
    }
}
