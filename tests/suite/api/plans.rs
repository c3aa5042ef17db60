//! Every read of pages and API goes through an index, whatever it looks for.

use sea_orm::{ConnectionTrait, Statement};
use server::store::read::statements;
use server::store::sql::in_dialect;
use std::collections::BTreeSet;
use tests::house::Ground;

/// Columns that an index already promises: it holds no other rows.
const PARTIAL: [&str; 2] = ["waiting", "holding"];

/// The columns that a statement's outer conditions set equal to something.
fn equal_columns(text: &str) -> BTreeSet<String> {
    let conditions = text.split_once("WHERE ").map_or("", |(_, rest)| rest);
    let conditions = conditions.split(" ORDER BY ").next().unwrap_or_default();
    let conditions = conditions.split(" LIMIT ").next().unwrap_or_default();
    let equal = conditions.split(" AND ").filter_map(|one| {
        let (column, value) = one.trim().split_once(" = ")?;
        let known = value == "?" || value.bytes().all(|byte| byte.is_ascii_digit());
        let column = column.rsplit('.').next()?;
        let named = column
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        (known && named && !PARTIAL.contains(&column)).then(|| column.to_owned())
    });
    equal.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_read_goes_through_an_index_by_all_that_it_asks_for() {
    let ground = Ground::folder();
    let house = ground.open().await.expect("a store");
    let reader = house.store.reader();
    let statements = statements();
    assert!(statements.len() > 25, "the reads name their statements");
    for text in statements {
        // As it is run; an unbound value is null, which changes no plan here.
        let text = in_dialect(reader.get_database_backend(), &text);
        let explain = Statement::from_string(
            reader.get_database_backend(),
            format!("EXPLAIN QUERY PLAN {text}"),
        );
        let plan = reader.query_all_raw(explain).await.expect("a plan");
        let mut lines = Vec::new();
        for row in plan {
            let detail: String = row.try_get("", "detail").expect("a line of the plan");
            let scans = detail.starts_with("SCAN")
                && !["list", "counted", "CONSTANT ROW", "SCAN n"]
                    .iter()
                    .any(|name| detail.contains(name));
            assert!(!scans, "{detail}\nof {text}");
            assert!(!detail.contains("TEMP B-TREE"), "{detail}\nof {text}");
            lines.push(detail);
        }
        // A walk's conditions are those of its own steps; several lists are each one that is here.
        if text.starts_with("WITH RECURSIVE") || text.contains("UNION ALL") {
            continue;
        }
        let search = lines.iter().find(|line| line.starts_with("SEARCH"));
        let search = search.unwrap_or_else(|| panic!("no index: {lines:?}\nof {text}"));
        for column in equal_columns(&text) {
            let used = search.contains(&format!("({column}=?"))
                || search.contains(&format!(" {column}=?"));
            assert!(used, "{column} isn't looked up: {search}\nof {text}");
        }
    }
    house.stop().await;
}
