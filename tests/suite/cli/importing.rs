//! `import`: a preview, all or nothing, and a submission that adds nothing when repeated.

use super::program::Home;
use super::story::founded;

pub(super) const MAPPING: &str = r#"
[money]
programme = "schools"
currency = "CNY"
exponent = 2
[row]
receiver = "{to}"
amount = "{sum}"
date = "{day}"
reference = "{voucher}"
"#;

const IMPORT: &str = "import rows.csv --mapping map.toml --key m.key --yes";

fn rows(home: &Home, rows: &[(&str, &str, &str)]) {
    let mut text = "to,sum,day,voucher\n".to_owned();
    for (to, sum, voucher) in rows {
        text.push_str(&format!("{to},{sum},2026-11-20,{voucher}\n"));
    }
    home.write("rows.csv", &text);
    home.write("map.toml", MAPPING);
}

fn entries(home: &Home) -> u64 {
    home.line("verify --json").json()["entries"]
        .as_u64()
        .expect("a number")
}

#[test]
fn rows_are_sent_once_however_often() {
    let home = founded();
    let town = "town.example/office";
    rows(
        &home,
        &[
            (town, "100.00", "v1"),
            (town, "250.50", "v2"),
            (town, "0.01", "v3"),
        ],
    );
    let preview = home
        .line("import rows.csv --mapping map.toml --preview --json")
        .json();
    assert_eq!(
        (&preview["good"]["rows"], &preview["good"]["total"]),
        (&3.into(), &"35051".into())
    );
    assert!(
        home.line(IMPORT)
            .ok()
            .starts_with("3 entries recorded, 0 stood there before")
    );
    let after = entries(&home);
    assert!(
        home.line(IMPORT)
            .ok()
            .starts_with("0 entries recorded, 3 stood there before")
    );
    // Without the kept notes the references tell that the rows stand.
    std::fs::remove_dir_all(home.path("data/imports")).expect("the notes were kept");
    assert!(
        home.line(IMPORT)
            .ok()
            .starts_with("0 entries recorded, 3 stood there before")
    );
    let ticks_only = home.line("tally --json").json();
    assert_eq!(ticks_only["tallies"][0]["terms"]["sent"], "35051");
    assert!(entries(&home) >= after);
}

#[test]
fn a_bad_row_stops_all() {
    let home = founded();
    let town = "town.example/office";
    let before = entries(&home);
    rows(&home, &[(town, "100.00", "v1"), (town, "nothing", "v2")]);
    home.line(IMPORT)
        .fails(1, "1 rows can't be taken: nothing was sent");
    rows(
        &home,
        &[
            (town, "100.00", "v1"),
            ("nobody.example", "1.00", "v2"),
            (town, "9999.00", "v3"),
        ],
    );
    let said = home.line(IMPORT);
    assert!(
        said.error
            .contains("line 3: nobody.example is not a member"),
        "{}",
        said.error
    );
    assert!(said.error.contains("line 4: only "), "{}", said.error);
    said.fails(1, "2 rows would be refused: nothing was sent");
    rows(&home, &[(town, "100.00", "v1")]);
    home.write("map.toml", &MAPPING.replace("CNY", "PYG"));
    home.line(IMPORT).fails(2, "the mapping's currency is PYG");
    home.write("map.toml", &MAPPING.replace("{sum}", "{total}"));
    home.line(IMPORT).fails(3, "`total`");
    assert_eq!(entries(&home), before);
}

#[test]
fn the_same_rows_in_another_file_are_told() {
    let home = founded();
    let town = "town.example/office";
    rows(&home, &[(town, "100.00", "v1"), (town, "250.50", "v2")]);
    home.line(IMPORT).ok();
    // Written anew: one row more, other vouchers, another order.
    rows(
        &home,
        &[
            (town, "250.50", "w2"),
            (town, "100.00", "w1"),
            (town, "3.00", "w3"),
        ],
    );
    std::fs::rename(home.path("rows.csv"), home.path("again.csv")).expect("its own file");
    let preview = "import again.csv --mapping map.toml --preview";
    let told = home.line(&format!("{preview} --json")).json();
    assert_eq!(
        told["imported_before"],
        serde_json::json!([{ "file": "rows.csv", "rows": 2 }])
    );
    assert!(
        home.line(preview)
            .ok()
            .contains("look  2 of the rows were imported before, out of rows.csv")
    );
    // It is a warning: they may be paid again on purpose, and are found afterwards.
    let said = home.line("import again.csv --mapping map.toml --key m.key --yes");
    assert!(said.error.contains("imported before"), "{}", said.error);
    assert!(said.ok().starts_with("3 entries recorded"));
    let own = home.line(&format!("{preview} --json")).json();
    assert_eq!(own["imported_before"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_dry_run_writes_every_row_here_and_over_a_server() {
    let home = founded();
    let town = "town.example/office";
    let serving = home.serve();
    for place in [String::new(), format!(" --server {}", serving.url)] {
        rows(&home, &[(town, "100.00", "v1"), (town, "250.50", "v2")]);
        let dry = format!("import rows.csv --mapping map.toml --key m.key --dry-run{place}");
        let said = home.line(&dry).ok();
        assert!(said.starts_with("countersign/v1/transfer\n"), "{said}");
        assert!(
            said.contains("2 entries can be written; nothing was signed or sent"),
            "{said}"
        );
        rows(
            &home,
            &[
                (town, "100.00", "v1"),
                ("nobody.example", "1.00", "v2"),
                (town, "9999.00", "v3"),
            ],
        );
        let said = home.line(&dry);
        assert!(
            said.error
                .contains("line 3: nobody.example is not a member"),
            "{}",
            said.error
        );
        assert!(
            said.error.contains("line 4: only 989900 minor units"),
            "{}",
            said.error
        );
        said.fails(1, "2 rows would be refused: nothing was sent");
    }
    assert!(!home.path("data/imports").exists(), "nothing was signed");
    assert_eq!(serving.stop(), Some(0));
}
