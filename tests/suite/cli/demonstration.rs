//! The three commands of the README, on the real year.

use super::program::Home;
use std::process::Command;

#[test]
fn a_stranger_fills_reads_and_checks_the_real_year() {
    let home = Home::new();
    // A name that is no member's is told before anything is done.
    home.line("demo --data year --keys-of nobody.example")
        .fails(2, "nobody.example is not a member of the demo");
    let demo = home
        .line("demo --data year --keys-of l22-1.fonacide.example --json")
        .json();
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
    the_keys_sign(&home);
}

/// The key files of `--keys-of` are the member's own: every person's, and they sign.
fn the_keys_sign(home: &Home) {
    home.write("demo-word", "demo\n");
    let shown = home.line("member show l22-1.fonacide.example --data year --json");
    let people = shown.json()["keys"].as_array().map_or(0, Vec::len);
    let mut files: Vec<String> = std::fs::read_dir(home.path("year/keys"))
        .expect("the folder of keys")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("l22-1.fonacide.example-"))
        .collect();
    files.sort();
    // The recovery key is enrolled and belongs offline.
    assert_eq!(files.len() + 1, people, "{files:?}");
    let key = format!("year/keys/{}", files[0]);
    let expense = "expense --programme fonacide-2019 --amount 7 --ref by-hand --yes --data year";
    let wrong = format!("{expense} --key {key}");
    home.line(&wrong).fails(3, "passphrase");
    home.line(&format!("{wrong} --passphrase-file demo-word"))
        .ok();
    let other = wrong.replace("--amount 7", "--amount 8");
    home.line(&format!("{other} --passphrase-file demo-word"))
        .fails(1, "ref-reused");
}
