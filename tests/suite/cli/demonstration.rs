//! The three commands of the README, on the real year.

use super::program::Home;
use std::process::Command;

#[test]
fn a_stranger_fills_reads_and_checks_the_real_year() {
    let home = Home::new();
    let demo = home.line("demo --data year --json").json();
    assert_eq!(demo["deposited"], "432755085309");
    let tally = home.line("tally --data year --json").json();
    assert_eq!(tally["simulated"], true);
    let terms = &tally["tallies"][0]["terms"];
    let term = |name: &str| -> i128 {
        terms[name]
            .as_str()
            .expect("a term is text")
            .parse()
            .expect("a number")
    };
    assert_eq!(term("appropriated"), 432_755_085_309);
    let uses = [
        "held",
        "in_transit",
        "missing",
        "spent",
        "charged",
        "left",
        "written_off",
    ];
    assert_eq!(
        term("appropriated") + term("income"),
        uses.iter().map(|name| term(name)).sum()
    );
    let verified = home.line("verify --data year --json").json();
    assert_eq!(
        (&verified["entries"], &verified["tallies_that_differ"]),
        (&demo["entries"], &serde_json::json!([]))
    );
    let duplicates = home
        .line("findings --data year --code possible-duplicate --json")
        .json();
    assert_eq!(duplicates["findings"].as_array().map(Vec::len), Some(1));
    assert_eq!(duplicates["findings"][0]["at_risk"], "129233423");
    home.line("export --data year --format hledger --output year.journal")
        .ok();
    let journal = home.path("year.journal");
    let check = Command::new("hledger")
        .arg("-f")
        .arg(&journal)
        .args(["check", "--strict"])
        .output();
    let check = check.expect("hledger is installed");
    assert!(
        check.status.success(),
        "{}",
        String::from_utf8_lossy(&check.stderr)
    );
    assert!(home.read("year.journal").contains("; Simulated:"));
    home.line("export --data year --format csv --output year.csv")
        .ok();
    assert!(
        home.read("year.csv")
            .lines()
            .skip(1)
            .all(|line| line.contains(",yes,"))
    );
}
