//! What a log goes on from, and what it refuses to go on from.

use super::{ENTRIES, Naive, checkpoint, until_published, with_entries};
use ledger::log::{consistency_path, consistent, root};
use server::log::{Log, LogConfig, LogError};
use server::store::Place;
use std::fs;
use std::path::Path;
use tests::app::{Left, TestApp, log_config};
use tests::house::Ground;
use tests::world::key;

/// Starts the log of what a server left, and says why it doesn't.
async fn refused(left: &Left, config: LogConfig) -> LogError {
    let house = left.ground.open().await.expect("a store");
    let error = Log::start(&house.sequencer, config).await;
    house.stop().await;
    error.expect_err("the log doesn't go on")
}

fn database(left: &Left) -> &Path {
    let Ground::Folder(folder) = &left.ground else {
        panic!("a folder")
    };
    folder.path()
}

#[tokio::test]
async fn a_restart_goes_on_and_contradicts_nothing() {
    let mut app = with_entries(ENTRIES).await;
    let mut last = checkpoint(&app).await;
    for more in [1, 212, 256, 7] {
        let notes: Vec<_> = (0..more)
            .map(|_| app.house.world.appropriation(5))
            .collect();
        // The server stops before anybody looks: the end publishes what is committed.
        app.house.admit(&notes).await;
        app = app.restart().await;
        let next = checkpoint(&app).await;
        assert_eq!(next.size, last.size + more);
        let naive = Naive::of(&app).await;
        assert_eq!(Ok(next.root), root(next.size, &naive));
        let path = consistency_path(last.size, next.size, &naive).expect("a path");
        let continues = consistent(last.size, next.size, &last.root, &next.root, &path);
        assert_eq!(continues, Ok(()));
        last = next;
    }
    app.stop().await;
}

#[tokio::test]
async fn what_was_committed_without_a_log_is_published_at_the_next_start() {
    let left = with_entries(ENTRIES).await.leave().await;
    let mut house = left.ground.open().await.expect("a store");
    house.world = left.world.clone();
    let notes: Vec<_> = (0..300).map(|_| house.world.appropriation(5)).collect();
    house.admit(&notes).await;
    let world = house.world.clone();
    house.stop().await;
    let app = TestApp::again(Left { world, ..left }).await;
    assert_eq!(checkpoint(&app).await.size, ENTRIES + 300);
    app.stop().await;
}

#[tokio::test]
async fn tiles_that_are_gone_or_broken_are_made_again() {
    let mut app = with_entries(600).await;
    let whole = fs::read(app.log_folder().join("tile/0/001")).expect("a tile");
    // Gone while it runs.
    fs::remove_dir_all(app.log_folder().join("tile")).expect("a folder");
    assert_eq!(app.get("/log/tile/0/001").await.body, whole);
    // Gone, cut off and altered while it doesn't.
    let harms: [fn(&Path, &[u8]); 3] = [
        |tiles, _| fs::remove_dir_all(tiles).expect("a folder"),
        |tiles, tile| fs::write(tiles.join("0/001"), &tile[..100]).expect("a file"),
        |tiles, tile| fs::write(tiles.join("0/000"), vec![7; tile.len()]).expect("a file"),
    ];
    for harm in harms {
        let before = checkpoint(&app).await;
        let left = app.leave().await;
        harm(&left.published.path().join("tile"), &whole);
        app = TestApp::again(left).await;
        assert_eq!(checkpoint(&app).await, before);
        assert_eq!(app.get("/log/tile/0/001").await.body, whole);
        let note = app.house.world.appropriation(5);
        app.house.admit(&[note]).await;
        let after = until_published(&app, before.size + 1).await;
        let naive = Naive::of(&app).await;
        assert_eq!(Ok(after.root), root(after.size, &naive));
    }
    app.stop().await;
}

#[tokio::test]
async fn a_restored_backup_is_refused() {
    let app = with_entries(ENTRIES).await;
    let backup = tempfile::tempdir().expect("a folder");
    let file = backup.path().join("backup.sqlite");
    app.house.store.backup(&file).await.expect("a backup");
    let mut app = app;
    let note = app.house.world.appropriation(5);
    app.house.admit(&[note]).await;
    until_published(&app, ENTRIES + 1).await;
    let mut left = app.leave().await;
    // The operator puts the older database in the place of the newer one.
    let Place::Folder(folder) = left.ground.config().place else {
        panic!("a folder")
    };
    fs::remove_file(folder.join("ledger.sqlite")).expect("a file");
    fs::copy(&file, folder.join("ledger.sqlite")).expect("a copy");
    let error = refused(&left, log_config(left.published.path())).await;
    let LogError::Shorter {
        entries, published, ..
    } = &error
    else {
        panic!("{error}")
    };
    assert_eq!((*entries, *published), (ENTRIES, ENTRIES + 1));
    assert!(
        error
            .mend()
            .is_some_and(|mend| mend.contains("Put the newest state"))
    );
    // It went on differently while nobody looked.
    let mut house = left.ground.open().await.expect("a store");
    house.world = left.world.clone();
    let other: Vec<_> = (0..9).map(|_| house.world.appropriation(77)).collect();
    house.admit(&other).await;
    left.world = house.world.clone();
    house.stop().await;
    let error = refused(&left, log_config(left.published.path())).await;
    assert!(
        matches!(error, LogError::OtherHistory { size, .. } if size == ENTRIES + 1),
        "{error}"
    );
    assert!(database(&left).join("ledger.sqlite").is_file());
}

#[tokio::test]
async fn another_history_that_ends_with_a_full_tile_is_refused_too() {
    let app = with_entries(250).await;
    let backup = tempfile::tempdir().expect("a folder");
    let file = backup.path().join("backup.sqlite");
    app.house.store.backup(&file).await.expect("a backup");
    let mut app = app;
    let notes: Vec<_> = (0..6).map(|_| app.house.world.appropriation(5)).collect();
    app.house.admit(&notes).await;
    until_published(&app, 256).await;
    let left = app.leave().await;
    fs::copy(&file, database(&left).join("ledger.sqlite")).expect("a copy");
    let mut house = left.ground.open().await.expect("a store");
    house.world = left.world.clone();
    let other: Vec<_> = (0..9).map(|_| house.world.appropriation(77)).collect();
    house.admit(&other).await;
    house.stop().await;
    let error = refused(&left, log_config(left.published.path())).await;
    assert!(
        matches!(error, LogError::OtherHistory { size: 256, .. }),
        "{error}"
    );
    // Nor does it begin anew where the kept checkpoint is gone: the tiles say what was published.
    fs::remove_file(left.published.path().join("checkpoint")).expect("a file");
    let error = refused(&left, log_config(left.published.path())).await;
    assert!(matches!(error, LogError::OtherTile { .. }), "{error}");
}

#[tokio::test]
async fn another_key_is_refused() {
    let left = with_entries(20).await.leave().await;
    let config = LogConfig {
        key: key("the log", "another"),
        ..log_config(left.published.path())
    };
    let error = refused(&left, config).await;
    assert!(matches!(error, LogError::Kept { .. }), "{error}");
    fs::write(left.published.path().join("checkpoint"), "something else").expect("a file");
    let error = refused(&left, log_config(left.published.path())).await;
    assert!(matches!(error, LogError::Kept { .. }), "{error}");
}
