//! The ledger's clock: the operator's key signs a tick before a group when the wall clock is ahead,
//! and when something falls due while nobody submits.

use ledger::field::Moment;
use sea_orm::EntityTrait;
use server::store::tables::finding;
use std::time::{Duration, Instant};
use tests::house::{Ground, House};
use tests::world::{COUNTY, DAWN, MINISTRY, OPERATOR, key};

/// The sequencer looks up every five seconds.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn time_moves_with_the_wall_clock_and_what_falls_due_is_found() {
    let ground = Ground::folder();
    let opened = ground
        .open_with(|config| config.tick_key = Some(key(OPERATOR, "clock")))
        .await;
    let mut house = opened.expect("an empty place");
    let founding = house.world.founding();
    assert_eq!(
        house.admit(&founding).await,
        9,
        "the wall clock isn't ahead: no tick"
    );
    house.clock.put(Moment(DAWN.0 + 5));
    let root = house.world.appropriation(900);
    assert_eq!(
        house.admit(std::slice::from_ref(&root)).await,
        11,
        "a tick stands before it"
    );
    assert_eq!(ledger_time(&house).await, Moment(DAWN.0 + 5));
    let sent = house.world.transfer(MINISTRY, COUNTY, &root, 900);
    assert_eq!(
        house.admit(&[sent]).await,
        12,
        "within one second there is no second tick"
    );

    house.clock.put(Moment(DAWN.0 + 30 * 86_400));
    let started = Instant::now();
    while finding::Entity::find()
        .all(house.store.reader())
        .await
        .expect("findings")
        .is_empty()
    {
        assert!(started.elapsed() < PATIENCE, "the due day passed unnoticed");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(ledger_time(&house).await, Moment(DAWN.0 + 30 * 86_400));
    house.stop().await;
}

async fn ledger_time(house: &House) -> Moment {
    house
        .store
        .head()
        .await
        .expect("a head")
        .expect("a ledger")
        .clock
}
