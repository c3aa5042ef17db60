//! The schema keeps the rules of migrations/README.md on both databases, and the hot statements
//! find their rows by a key: no plan looks at a whole table.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use server::store::Store;
use server::store::sql::{Lookup, delete_text, select_text};
use server::store::tables::{
    NAMES, Row, day_sum, due, enrolled_key, entry, finding, house, leg, mark_run, member, node,
    party, programme, proposal, step,
};
use tests::house::Ground;

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_the_rules_of_the_schema() {
    let ground = Ground::folder();
    let store = Store::open_writer(&ground.config())
        .await
        .expect("an empty place");
    for table in NAMES {
        let key = texts(
            &store,
            &format!("SELECT name FROM pragma_table_info('{table}') WHERE pk = 1"),
        )
        .await;
        assert_eq!(key, ["ledger"], "the key of {table} begins with the ledger");
        let foreign = texts(
            &store,
            &format!("SELECT \"table\" FROM pragma_foreign_key_list('{table}')"),
        )
        .await;
        assert!(foreign.is_empty(), "{table} has a foreign key");
        let unique = format!(
            "SELECT name FROM pragma_index_list('{table}') WHERE \"unique\" = 1 AND origin <> 'pk'"
        );
        assert!(
            texts(&store, &unique).await.is_empty(),
            "{table} has a unique index"
        );
        let indexes = texts(
            &store,
            &format!("SELECT name FROM pragma_index_list('{table}')"),
        )
        .await;
        for index in indexes {
            let first = texts(
                &store,
                &format!("SELECT name FROM pragma_index_info('{index}') WHERE seqno = 0"),
            )
            .await;
            assert_eq!(first, ["ledger"], "{index} begins with the ledger");
        }
    }
    let others = "SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('trigger', 'view') OR name = 'sqlite_sequence'";
    assert!(
        texts(&store, others).await.is_empty(),
        "no trigger, view or sequence"
    );
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    all_listed(texts(&store, tables).await);
    store.close().await.expect("the end");
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_the_rules_of_the_schema() {
    let ground = Ground::postgres();
    let store = Store::open_writer(&ground.config())
        .await
        .expect("an empty place");
    let own = "n.nspname = 'public' AND c.relname NOT LIKE 'seaql%'";
    let joined =
        "JOIN pg_class c ON c.oid = TABLE_OID JOIN pg_namespace n ON n.oid = c.relnamespace";
    let query = |what: &str, from: &str, oid: &str, condition: &str| {
        format!(
            "SELECT {what} FROM {from} {} WHERE {own} AND {condition}",
            joined.replace("TABLE_OID", oid)
        )
    };
    let constraints = query(
        "CAST(conname AS TEXT)",
        "pg_constraint k",
        "k.conrelid",
        "contype NOT IN ('p', 'n')",
    );
    assert!(
        texts(&store, &constraints).await.is_empty(),
        "no constraint beside the keys"
    );
    let unique = query(
        "CAST(c.relname AS TEXT)",
        "pg_index i",
        "i.indrelid",
        "indisunique AND NOT indisprimary",
    );
    assert!(
        texts(&store, &unique).await.is_empty(),
        "no unique index beside the keys"
    );
    let first = "(SELECT CAST(attname AS TEXT) FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[0])";
    let firsts = texts(&store, &query(first, "pg_index i", "i.indrelid", "TRUE")).await;
    assert!(
        firsts.len() > NAMES.len() && firsts.iter().all(|column| column == "ledger"),
        "{firsts:?}"
    );
    let triggers = query("CAST(tgname AS TEXT)", "pg_trigger t", "t.tgrelid", "TRUE");
    assert!(texts(&store, &triggers).await.is_empty(), "no trigger");
    let kind = |kind: char| {
        format!(
            "SELECT CAST(c.relname AS TEXT) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE {own} AND relkind = '{kind}'"
        )
    };
    assert!(texts(&store, &kind('S')).await.is_empty(), "no sequence");
    all_listed(texts(&store, &kind('r')).await);
    store.close().await.expect("the end");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_plan_of_sqlite_looks_at_a_whole_table() {
    let ground = Ground::folder();
    let store = Store::open_writer(&ground.config())
        .await
        .expect("an empty place");
    for statement in statements(DbBackend::Sqlite) {
        let plan = plan_of_sqlite(&store, &statement.text).await;
        let scans = plan.iter().any(|step| {
            step.starts_with("SCAN t") || step.starts_with(&format!("SCAN {}", statement.table))
        });
        let searches = plan
            .iter()
            .any(|step| step.starts_with("SEARCH") && step.contains("ledger=?"));
        assert!(searches && !scans, "{}: {plan:?}", statement.table);
    }
    store.close().await.expect("the end");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_plan_of_postgres_can_use_a_key() {
    let ground = Ground::postgres();
    let store = Store::open_writer(&ground.config())
        .await
        .expect("an empty place");
    for statement in statements(DbBackend::Postgres) {
        let arguments: Vec<&str> = statement
            .types
            .iter()
            .map(|kind| if *kind == "bigint" { "1" } else { "'x'" })
            .collect();
        // On an empty table a scan is the cheapest; what counts is that there is another way.
        let script = format!(
            "SET LOCAL enable_seqscan = off; PREPARE p ({}) AS {}; EXPLAIN EXECUTE p ({})",
            statement.types.join(", "),
            statement.text,
            arguments.join(", ")
        );
        let plan = plan_of_postgres(&store, &script).await;
        assert!(!plan.contains("Seq Scan"), "{}:\n{plan}", statement.table);
        assert!(plan.contains("Index"), "{}:\n{plan}", statement.table);
    }
    store.close().await.expect("the end");
}

/// A hot statement with the types of its values.
struct Hot {
    table: &'static str,
    text: String,
    types: Vec<&'static str>,
}

/// Rows of one statement in this test.
const ROWS: usize = 3;

fn statements(backend: DbBackend) -> Vec<Hot> {
    let number: &[&str] = &["bigint"];
    let text: &[&str] = &["text"];
    let mut hot = vec![
        second::<step::Model>(backend, number),
        second::<leg::Model>(backend, number),
        second::<node::Model>(backend, number),
        second::<finding::Model>(backend, number),
        second::<entry::Model>(backend, number),
        second::<proposal::Model>(backend, number),
        second::<member::Model>(backend, text),
        second::<enrolled_key::Model>(backend, text),
        second::<house::Model>(backend, text),
        second::<programme::Model>(backend, text),
        second::<party::Model>(backend, text),
        composite::<day_sum::Model>(backend, &["text", "text", "text", "bigint"]),
        composite::<mark_run::Model>(backend, &["bigint", "bigint"]),
    ];
    let types = ["bigint"].repeat(ROWS * due::Model::KEY_COLUMNS);
    hot.push(Hot {
        table: due::Model::TABLE,
        text: delete_text::<due::Model>(backend, ROWS),
        types,
    });
    hot
}

fn second<R: Row>(backend: DbBackend, kind: &[&'static str]) -> Hot {
    with_keys::<R>(backend, Lookup::Second, kind)
}

fn composite<R: Row>(backend: DbBackend, kinds: &[&'static str]) -> Hot {
    with_keys::<R>(backend, Lookup::Composite(kinds.len()), kinds)
}

fn with_keys<R: Row>(backend: DbBackend, lookup: Lookup, kinds: &[&'static str]) -> Hot {
    // The ledger's number stands before a list of single keys and behind one of several columns.
    let mut types = kinds.repeat(ROWS);
    let place = if lookup == Lookup::Second {
        0
    } else {
        types.len()
    };
    types.insert(place, "bigint");
    Hot {
        table: R::TABLE,
        text: select_text::<R>(backend, lookup, ROWS),
        types,
    }
}

async fn plan_of_sqlite(store: &Store, text: &str) -> Vec<String> {
    let rows = store.reader().query_all_raw(Statement::from_string(
        DbBackend::Sqlite,
        format!("EXPLAIN QUERY PLAN {text}"),
    ));
    let rows = rows.await.expect("a plan");
    rows.iter()
        .map(|row| row.try_get::<String>("", "detail").expect("a text"))
        .collect()
}

async fn plan_of_postgres(store: &Store, script: &str) -> String {
    use sea_orm::sqlx::{Executor, Row};
    let pool = store.reader().get_postgres_connection_pool();
    let mut transaction = pool.begin().await.expect("a transaction");
    let rows = (&mut *transaction).fetch_all(sea_orm::sqlx::raw_sql(sea_orm::sqlx::AssertSqlSafe(
        script.to_owned(),
    )));
    let rows = rows.await.expect("a plan");
    let plan = rows
        .iter()
        .map(|row| row.get::<String, _>(0))
        .collect::<Vec<_>>()
        .join("\n");
    (&mut *transaction)
        .execute(sea_orm::sqlx::raw_sql("DEALLOCATE p"))
        .await
        .expect("forgotten");
    plan
}

/// Every table is one that the store knows, or the migrations' own.
fn all_listed(mut found: Vec<String>) {
    found.retain(|table| !table.starts_with("seaql"));
    found.sort_unstable();
    let mut known: Vec<&str> = NAMES.to_vec();
    known.sort_unstable();
    assert_eq!(found, known);
}

async fn texts(store: &Store, select: &str) -> Vec<String> {
    let backend = store.reader().get_database_backend();
    let rows = store
        .reader()
        .query_all_raw(Statement::from_string(backend, select))
        .await
        .expect("rows");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect()
}
