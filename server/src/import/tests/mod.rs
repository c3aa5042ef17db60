//! Tests over whole files.

mod faults;
mod fonacide;
mod large;
mod mapping;

use super::*;

/// A mapping of the columns `who`, `paid` and `day`, cents behind a dot.
const PLAIN: &str = r#"
[money]
programme = "relief-2026"
currency = "CNY"
exponent = 2

[row]
receiver = "{who}.example"
amount = "{paid}"
date = "{day}"
"#;

fn plain() -> Mapping {
    Mapping::parse(PLAIN).unwrap()
}

/// All rows and errors of `bytes`, named after its own digest.
fn read_all(bytes: &[u8], mapping: &Mapping) -> Vec<Result<Row, RowError>> {
    let digest = FileDigest::of(bytes).unwrap();
    rows(bytes, mapping, &digest).unwrap().collect()
}
