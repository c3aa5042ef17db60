//! Every read of pages and API goes through an index, whatever it looks for.

use sea_orm::{ConnectionTrait, Statement};
use server::store::read::statements;
use tests::house::Ground;

#[tokio::test(flavor = "multi_thread")]
async fn no_read_scans_a_table() {
    let ground = Ground::folder();
    let house = ground.open().await.expect("a store");
    let reader = house.store.reader();
    let statements = statements();
    assert!(statements.len() > 25, "the reads name their statements");
    for text in statements {
        // An unbound value is null, which changes no plan here.
        let explain = Statement::from_string(
            reader.get_database_backend(),
            format!("EXPLAIN QUERY PLAN {text}"),
        );
        let plan = reader.query_all_raw(explain).await.expect("a plan");
        for row in plan {
            let detail: String = row.try_get("", "detail").expect("a line of the plan");
            let scans = detail.starts_with("SCAN")
                && !["list", "counted", "CONSTANT ROW"]
                    .iter()
                    .any(|name| detail.contains(name));
            assert!(!scans, "{detail}\nof {text}");
            assert!(!detail.contains("TEMP B-TREE"), "{detail}\nof {text}");
        }
    }
    house.stop().await;
}
