//! PostgreSQL that refuses a commit for the moment, or goes away in the middle of one.

use sea_orm::ConnectionTrait;
use server::sequencer::SubmitError;
use server::store::Store;
use tests::house::{Ground, House};

/// A commit that isn't serialisable is tried as it stands: nobody hears of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_is_refused_as_not_serialisable_is_repeated() {
    let ground = Ground::postgres();
    let mut house = ground.open().await.expect("an empty place");
    interfere(
        &ground,
        "RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'",
        2,
    )
    .await;
    let founding = house.world.founding();
    assert_eq!(house.admit(&founding).await, 9);
    assert_eq!(house.store.entry_count().await.expect("a count"), 10);
    house.stop().await;
}

/// A connection that breaks while it commits: the head says that nothing stands, the submitter is
/// told to send again, and the same notes are admitted then.
#[tokio::test(flavor = "multi_thread")]
async fn a_commit_without_an_answer_is_looked_up() {
    let ground = Ground::postgres();
    let mut house = ground.open().await.expect("an empty place");
    interfere(&ground, "PERFORM pg_terminate_backend(pg_backend_pid())", 1).await;
    let founding = house.world.founding();
    for outcome in house.submit(&founding).await {
        assert!(
            matches!(&outcome, Err(error @ SubmitError::Failed(_)) if error.retryable()),
            "{outcome:?}"
        );
    }
    assert_eq!(house.store.entry_count().await.expect("a count"), 0);
    assert_eq!(again(&house, &founding).await, 9);
    house.stop().await;
    let store = Store::open_reader(&ground.config())
        .await
        .expect("a reader");
    assert_eq!(store.entry_count().await.expect("a count"), 10);
}

async fn again(house: &House, notes: &[ledger::Note]) -> u64 {
    assert!(house.sequencer.running(), "it didn't step down");
    house.admit(notes).await
}

/// Lets the next commits that move the ledger on run into something, so many times. A sequence
/// counts them: it doesn't go back with a transaction.
async fn interfere(ground: &Ground, with: &str, times: u32) {
    let Ground::Postgres(_, url) = ground else {
        panic!("PostgreSQL alone can be interfered with")
    };
    let connection = sea_orm::Database::connect(url.reveal())
        .await
        .expect("a database");
    let statements = format!(
        "CREATE SEQUENCE met;
         CREATE FUNCTION interfere() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN IF nextval('met') <= {times} THEN {with}; END IF; RETURN NULL; END $$;
         CREATE CONSTRAINT TRIGGER interfere AFTER UPDATE OF next_index ON head
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION interfere()"
    );
    connection
        .execute_unprepared(&statements)
        .await
        .expect("a trigger");
    connection.close().await.expect("the end");
}
