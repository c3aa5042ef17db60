//! The ledger's clock: the operator's key signs a tick before a group when the wall clock is ahead,
//! and when something falls due while nobody submits.

use ledger::field::Moment;
use sea_orm::EntityTrait;
use server::ports::Clock;
use server::store::tables::finding;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
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

/// A clock that is a minute further whenever somebody looks at it.
struct HurriedClock(AtomicI64);

impl Clock for HurriedClock {
    fn now(&self) -> Moment {
        Moment(self.0.fetch_add(60, Ordering::SeqCst))
    }
}

/// A tick stands before each group when time has moved: where the clock never stands, ticks count
/// the groups.
#[tokio::test(flavor = "multi_thread")]
async fn a_group_has_no_more_entries_than_its_setting_says() {
    for (group_notes_max, ticks) in [(1, 6), (3, 2), (512, 1)] {
        let ground = Ground::folder();
        let opened = ground.open().await;
        let mut house = opened.expect("an empty place");
        let founding = house.world.founding();
        house.admit(&founding).await;
        let root = house.world.appropriation(900);
        house.admit(std::slice::from_ref(&root)).await;
        let mut world = house.world.clone();
        house.stop().await;
        let opened = ground
            .open_with(|config| {
                config.tick_key = Some(key(OPERATOR, "clock"));
                config.ticks_alone = false;
                config.clock = Arc::new(HurriedClock(AtomicI64::new(DAWN.0 + 60)));
                config.group_notes_max = group_notes_max;
            })
            .await;
        let house = opened.expect("the place again");
        let before = house.store.entry_count().await.expect("a count");
        let notes: Vec<_> = (1..=6)
            .map(|amount| world.transfer(MINISTRY, COUNTY, &root, amount))
            .collect();
        house.admit(&notes).await;
        let after = house.store.entry_count().await.expect("a count");
        assert_eq!(after - before, 6 + ticks, "{group_notes_max} at once");
        house.stop().await;
    }
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
