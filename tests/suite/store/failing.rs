//! What goes wrong, each with a clear error and the ledger unchanged.

use sea_orm::{ConnectionTrait, TransactionTrait};
use server::sequencer::SubmitError;
use server::store::{DATABASE_FILE, Store, StoreError};
use std::time::Duration;
use tests::house::Ground;
use tests::world::MINISTRY;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_writer_is_refused_and_hears_who_writes() {
    for ground in [Ground::folder(), Ground::postgres()] {
        let house = ground.open().await.expect("an empty place");
        let second = Store::open_writer(&ground.config())
            .await
            .expect_err("a second writer");
        let own = format!("process {}", std::process::id());
        assert!(
            matches!(&second, StoreError::Held { holder } if holder.starts_with(&own)),
            "{second}"
        );
        house.stop().await;
        let next = ground.open().await.expect("the first one let go");
        next.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deposed_writer_steps_down() {
    let ground = Ground::postgres();
    let mut deposed = ground.open().await.expect("an empty place");
    let genesis = deposed.world.genesis();
    let mut config = ground.config();
    config.take_over = true;
    let successor = Store::open_writer(&config).await.expect("a takeover");
    let outcome = deposed.submit(&[genesis]).await.remove(0);
    assert!(
        matches!(&outcome, Err(SubmitError::Failed(_))),
        "{outcome:?}"
    );
    assert!(!deposed.sequencer.running());
    assert_eq!(successor.entry_count().await.expect("a count"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_readers_connect_than_the_setting_says() {
    for ground in [Ground::folder(), Ground::postgres()] {
        let mut config = ground.config();
        config.readers_max = 2;
        let store = Store::open_writer(&config).await.expect("an empty place");
        let mut reading = Vec::new();
        for _ in 0..2 {
            let begun = store.reader().begin().await;
            reading.push(begun.expect("a connection is free"));
        }
        let third = tokio::time::timeout(Duration::from_millis(300), store.reader().begin()).await;
        assert!(third.is_err(), "a third connection was made");
        drop(reading);
        store.reader().begin().await.expect("they are free again");
        store.close().await.expect("it lets go");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_database_is_refused() {
    for ground in [Ground::folder(), Ground::postgres()] {
        let store = Store::open_writer(&ground.config())
            .await
            .expect("an empty place");
        drop(store.close().await);
        change(&ground, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 0)").await;
        for opened in [
            Store::open_writer(&ground.config()).await,
            Store::open_reader(&ground.config()).await,
        ] {
            let error = opened.expect_err("a newer schema");
            assert!(
                matches!(&error, StoreError::Newer { found } if found.contains("later")),
                "{error}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_leaves_the_ledger_as_it_was() {
    let ground = Ground::folder();
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    house.admit(&founding).await;
    let root = house.world.appropriation(1_000_000_000);
    house.admit(std::slice::from_ref(&root)).await;
    // SQLite answers a full database exactly as it answers a full disk.
    house.store.limit_pages(Some(1)).expect("a limit");
    let notes: Vec<_> = (1..200)
        .map(|amount| {
            house
                .world
                .transfer(MINISTRY, "county.example/finance", &root, amount)
        })
        .collect();
    for outcome in house.submit(&notes).await {
        assert!(
            matches!(&outcome, Err(SubmitError::Failed(why)) if why.contains("disk is full")),
            "{outcome:?}"
        );
    }
    assert_eq!(house.store.entry_count().await.expect("a count"), 11);
    house.store.limit_pages(None).expect("no limit");
    assert_eq!(
        house.admit(&notes).await,
        11 + 198,
        "the same notes once there is room"
    );
    house.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_cannot_be_written_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("a-file");
    std::fs::write(&file, b"not a folder").expect("a file");
    let mut config = Ground::folder().config();
    config.place = server::store::Place::Folder(file.join("data"));
    let error = Store::open_writer(&config)
        .await
        .expect_err("a file is in the way");
    assert!(
        matches!(&error, StoreError::File { path, .. } if path.starts_with(&file)),
        "{error}"
    );
    let missing = Store::open_reader(&config)
        .await
        .expect_err("nothing is there");
    assert!(
        matches!(&missing, StoreError::Missing(path) if path.ends_with(DATABASE_FILE)),
        "{missing}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_says_when_to_come_again() {
    let ground = Ground::folder();
    let mut house = ground
        .open_with(|config| config.queue_notes_max = 8)
        .await
        .expect("an empty place");
    let founding = house.world.founding();
    let bytes = founding
        .iter()
        .map(|note| note.bytes().to_vec().into())
        .collect();
    let error = house
        .sequencer
        .submit_batch(bytes)
        .await
        .expect_err("ten notes, room for eight");
    assert!(matches!(error, SubmitError::Busy { retry_after } if retry_after.as_secs() > 0));
    assert_eq!(house.admit(&founding[..8]).await, 7);
    assert_eq!(house.admit(&founding[8..]).await, 9);
    house.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_that_are_to_stand_whole_all_stand_or_none() {
    for ground in [Ground::folder(), Ground::postgres()] {
        let mut house = ground.open().await.expect("an empty place");
        let founding = house.world.founding();
        house.admit(&founding).await;
        let before = house.store.entry_count().await.expect("a count");
        let roots = [1, 2, 3].map(|amount| house.world.appropriation(amount));
        let bytes = |notes: &[ledger::Note]| -> Vec<bytes::Bytes> {
            notes
                .iter()
                .map(|note| note.bytes().to_vec().into())
                .collect()
        };
        let mut flawed = bytes(&roots);
        flawed.insert(2, bytes::Bytes::from_static(b"no note"));
        let (place, error) = house
            .sequencer
            .submit_whole(flawed)
            .await
            .expect_err("one is out");
        assert_eq!(place, 2);
        assert!(matches!(error, SubmitError::Refused { .. }), "{error}");
        assert_eq!(house.store.entry_count().await.expect("a count"), before);
        // What was judged in memory is forgotten: the same notes are taken afterwards, once.
        let whole = bytes(&roots);
        let answers = house
            .sequencer
            .submit_whole(whole.clone())
            .await
            .expect("all");
        let indexes: Vec<_> = answers.iter().map(|answer| answer.index).collect();
        assert_eq!(indexes, [before, before + 1, before + 2]);
        let again = house.sequencer.submit_whole(whole).await.expect("a retry");
        assert!(again.iter().all(|answer| answer.repeated));
        house.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_bit_or_a_stranger_changes_nothing() {
    let ground = Ground::folder();
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    house.admit(&founding).await;
    let root = house.world.appropriation(500);
    let mut flipped = root.bytes().to_vec();
    let last = flipped.len() - 10;
    flipped[last] = if flipped[last] == b'A' { b'B' } else { b'A' };
    let error = house
        .sequencer
        .submit(flipped.clone())
        .await
        .expect_err("a broken signature");
    assert!(
        matches!(&error, SubmitError::Refused { reason, .. } if reason.code() == "signature-invalid"),
        "{error}"
    );
    let stranger = house.world.note(
        "appropriation",
        &[("by", "nobody.example"), ("amount", "5")],
        &[("nobody.example", "a")],
    );
    assert_eq!(house.refused(&stranger).await, "key-unknown");
    assert_eq!(house.store.entry_count().await.expect("a count"), 10);
    let index = house.admit(std::slice::from_ref(&root)).await;
    let repeated = house
        .sequencer
        .submit(flipped)
        .await
        .expect("the same text is a retry, whatever its signatures");
    assert_eq!((repeated.index, repeated.repeated), (index, true));
    house.stop().await;
}

/// Changes a closed store behind its back.
async fn change(ground: &Ground, statement: &str) {
    let url = match ground {
        Ground::Folder(folder) => {
            format!("sqlite://{}", folder.path().join(DATABASE_FILE).display())
        }
        Ground::Postgres(_, url) => url.reveal().to_owned(),
    };
    let connection = sea_orm::Database::connect(url).await.expect("a database");
    connection
        .execute_unprepared(statement)
        .await
        .expect("a change");
    connection.close().await.expect("the end");
}
