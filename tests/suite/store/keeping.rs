//! What is kept can be made again, copied and put back.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use server::store::{Place, Store, StoreConfig, StoreError, tables};
use std::collections::BTreeMap;
use tests::house::{Ground, House};
use tests::world::{COUNTY, DAWN, MINISTRY, OFFICE, World};

/// The rows of each table, as text.
type Contents = BTreeMap<&'static str, Vec<String>>;

/// Columns of the head that say who writes: they are no projection.
const HOLDER: [&str; 3] = ["epoch", "holder", "held_until"];

#[tokio::test(flavor = "multi_thread")]
async fn a_rebuild_ends_identical_on_sqlite() {
    rebuilt(&Ground::folder()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rebuild_ends_identical_on_postgres() {
    rebuilt(&Ground::postgres()).await;
}

async fn rebuilt(ground: &Ground) {
    // Nearly nothing is held in memory: what the rules ask for must be loaded in full each time.
    let opened = ground.open_with(|config| config.rows_held_max = 20).await;
    let mut house = opened.expect("an empty place");
    live(&mut house).await;
    house.stop().await;
    let before = contents(ground).await;
    assert!(before["finding"].len() > 1 && before["due"].len() > 1 && before["tally"].len() > 10);
    assert!(before["flow"].len() > 1 && before["arrival"].len() > 2);
    assert!(before["finding_tally"].len() > 2);
    assert!(before["search_word"].len() > 5 && before["region"].len() == 1);
    let count = Store::rebuild(&ground.config(), |_, _| {})
        .await
        .expect("a rebuild");
    assert_eq!(count, before["entry"].len() as u64);
    let after = contents(ground).await;
    same(&before, &after);
    let house = ground.open().await.expect("a rebuilt ledger opens");
    house.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_put_back_but_never_over_a_longer_ledger() {
    let ground = Ground::folder();
    let mut house = ground.open().await.expect("an empty place");
    live(&mut house).await;
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let (early, late) = (
        elsewhere.path().join("early"),
        elsewhere.path().join("late"),
    );
    let first = house
        .store
        .backup(&early)
        .await
        .expect("a backup while the ledger is open");
    let more = house.world.appropriation(7);
    house.admit(&[more]).await;
    let second = house.store.backup(&late).await.expect("a later backup");
    assert_eq!(second.entries, first.entries + 1);
    let again = house
        .store
        .backup(&late)
        .await
        .expect_err("a file that is there is not replaced");
    assert!(matches!(again, StoreError::File { .. }), "{again}");
    let held = Store::restore(&late, &ground.config())
        .await
        .expect_err("somebody writes");
    assert!(matches!(held, StoreError::Held { .. }), "{held}");
    house.stop().await;
    let before = contents(&ground).await;

    let back = Store::restore(&early, &ground.config())
        .await
        .expect_err("a longer ledger stands there");
    assert!(
        matches!(back, StoreError::GoesBack { there, backup } if there == backup + 1),
        "{back}"
    );
    same(&before, &contents(&ground).await);

    let other = Ground::folder();
    Store::restore(&early, &other.config())
        .await
        .expect("an empty folder");
    assert_eq!(
        Store::restore(&late, &other.config())
            .await
            .expect("a newer state"),
        second
    );
    same(&before, &contents(&other).await);
    let mut restored = other.open().await.expect("the restored ledger opens");
    restored.world = world_after(&ground).await;
    let next = restored.world.appropriation(9);
    assert_eq!(restored.admit(&[next]).await, second.entries);
    restored.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_another_ledger_is_refused() {
    let (ground, other) = (Ground::folder(), Ground::folder());
    let mut house = ground.open().await.expect("an empty place");
    let genesis = house.world.genesis();
    house.admit(&[genesis]).await;
    let mut stranger = other.open().await.expect("an empty place");
    stranger.world.time.0 += 60;
    let founding = stranger.world.founding();
    stranger.admit(&founding).await;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("backup");
    stranger.store.backup(&file).await.expect("a backup");
    stranger.stop().await;
    house.stop().await;
    let error = Store::restore(&file, &ground.config())
        .await
        .expect_err("another genesis");
    assert!(
        matches!(error, StoreError::OtherHistory { index: 0 }),
        "{error}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_rebuild_is_noticed() {
    let ground = Ground::folder();
    let mut house = ground.open().await.expect("an empty place");
    let founding = house.world.founding();
    house.admit(&founding).await;
    house.stop().await;
    let config = ground.config();
    let Place::Folder(folder) = &config.place else {
        panic!("a folder")
    };
    let url = format!(
        "sqlite://{}",
        folder.join(server::store::DATABASE_FILE).display()
    );
    let connection = sea_orm::Database::connect(url).await.expect("a database");
    connection
        .execute_unprepared("UPDATE head SET next_index = 3")
        .await
        .expect("a change");
    connection.close().await.expect("the end");
    let error = Store::open_writer(&config)
        .await
        .expect_err("projections of three entries");
    assert!(
        matches!(
            error,
            StoreError::Unfinished {
                entries: 10,
                projected: 3
            }
        ),
        "{error}"
    );
    assert_eq!(
        Store::rebuild(&config, |_, _| {}).await.expect("a rebuild"),
        10
    );
    ground.open().await.expect("whole again").stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_of_an_earlier_schema_is_rebuilt_from_its_entries() {
    let ground = Ground::folder();
    let config = ground.config();
    let Place::Folder(folder) = &config.place else {
        panic!("a folder")
    };
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.join(server::store::DATABASE_FILE).display()
    );
    let connection = sea_orm::Database::connect(url).await.expect("a database");
    Migrator::up(&connection, Some(2)).await.expect("two steps");
    let founding = World::default().founding();
    for (idx, note) in (0_i64..).zip(&founding) {
        let insert = "INSERT INTO entry (ledger, idx, recorded_at, note) VALUES (1, ?, 0, ?)";
        let values = [idx.into(), note.bytes().to_vec().into()];
        let insert = Statement::from_sql_and_values(DbBackend::Sqlite, insert, values);
        connection.execute_raw(insert).await.expect("an entry");
    }
    connection.close().await.expect("the end");
    let error = Store::open_writer(&config)
        .await
        .expect_err("no projections");
    assert!(
        error.to_string().contains("countersign rebuild"),
        "says what to do: {error}"
    );
    let entries = Store::rebuild(&config, |_, _| {}).await.expect("a rebuild");
    assert_eq!(entries, founding.len() as u64);
    let house = ground.open().await.expect("whole again");
    let member = house.store.member(MINISTRY).await.expect("a look-up");
    assert!(member.is_some(), "what the entries say is there");
    house.stop().await;
}

/// Some life: transfers in many groups, receipts of every sort, due days that pass.
async fn live(house: &mut House) {
    let founding = house.world.founding();
    house.admit(&founding).await;
    let root = house.world.appropriation(50_000_000);
    house.admit(std::slice::from_ref(&root)).await;
    for round in 0..4_u64 {
        let mut sent = Vec::new();
        for number in 0..40_u64 {
            let amount = 1000 + (number % 7) * 10 + round;
            sent.push(house.world.transfer(MINISTRY, COUNTY, &root, amount));
        }
        house.admit(&sent).await;
        let mut answers = Vec::new();
        for (number, step) in sent.iter().enumerate() {
            match number % 5 {
                0 => answers.push(house.world.receipt(step, 0, true)),
                1 => answers.push(house.world.receipt(step, 5000, true)),
                2 => answers.push(house.world.receipt(step, 400, false)),
                3 => {
                    answers.push(house.world.receipt(step, 900, true));
                    answers.push(house.world.transfer(COUNTY, OFFICE, step, 800));
                }
                _ => {}
            }
        }
        house.admit(&answers).await;
        let tick = house.world.tick(9 * 86_400);
        house.admit(&[tick]).await;
    }
}

/// The world as it was left by another house: later notes need other references.
async fn world_after(ground: &Ground) -> tests::world::World {
    let store = Store::open_reader(&ground.config())
        .await
        .expect("a reader");
    let head = store.head().await.expect("a head").expect("a ledger");
    let mut world = tests::world::World::default();
    world.genesis();
    (0..1000).for_each(|_| drop(world.appropriation(1)));
    world.time = head.clock;
    world
}

/// Every table must hold the same rows; says which differ.
fn same(before: &Contents, after: &Contents) {
    for (table, rows) in before {
        let gone: Vec<_> = rows
            .iter()
            .filter(|row| !after[table].contains(row))
            .collect();
        let new: Vec<_> = after[table]
            .iter()
            .filter(|row| !rows.contains(row))
            .collect();
        assert!(
            gone.is_empty() && new.is_empty(),
            "{table}: gone {gone:#?}, new {new:#?}"
        );
        assert_eq!(rows.len(), after[table].len(), "{table}");
    }
}

/// Every row of every table as text, but who writes.
async fn contents(ground: &Ground) -> Contents {
    let store = Store::open_reader(&reader(ground)).await.expect("a reader");
    let mut contents = BTreeMap::new();
    for table in tables::NAMES {
        contents.insert(*table, rows(&store, table).await);
    }
    store.close().await.expect("the end");
    contents
}

fn reader(ground: &Ground) -> StoreConfig {
    StoreConfig {
        now: DAWN,
        ..ground.config()
    }
}

async fn rows(store: &Store, table: &str) -> Vec<String> {
    let backend = store.reader().get_database_backend();
    let columns = columns(store, table).await;
    let hex = |column: &String| match backend {
        DbBackend::Sqlite => format!("quote({column})"),
        _ => format!("COALESCE(CAST({column} AS TEXT), 'null')"),
    };
    let text = columns
        .iter()
        .filter(|column| !HOLDER.contains(&column.as_str()))
        .map(hex)
        .collect::<Vec<_>>();
    let select = format!(
        "SELECT {} AS line FROM {table} ORDER BY line",
        text.join(" || ' ' || ")
    );
    let rows = store
        .reader()
        .query_all_raw(Statement::from_string(backend, select))
        .await
        .expect("rows");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect()
}

async fn columns(store: &Store, table: &str) -> Vec<String> {
    let backend = store.reader().get_database_backend();
    let select = match backend {
        DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"),
        _ => format!(
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_name = '{table}' ORDER BY ordinal_position"
        ),
    };
    let rows = store
        .reader()
        .query_all_raw(Statement::from_string(backend, select))
        .await
        .expect("columns");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a name"))
        .collect()
}
