//! A bureau's, an operator's and an auditor's daily work by the command line: what becomes of steps,
//! what is spent and given up, freezes, endorsements, and keys that come and go.
//!
//! 1. A bounce, a charge, a reversal with the payee's signature, a correction, a recovery, a write-off.
//! 2. An expense and its refund, income, surrender, and what is carried over into the next year.
//! 3. A freeze stops outflows, an unfreeze lets them go on; a second signature under an entry.
//! 4. A key is replaced, another revoked, a third was in foreign hands.
//!
//! After each the ledger verifies, and the tally says what moved.

use super::program::Home;
use super::story::{founded, identity, issue, join};
use serde_json::Value;

const TOWN: &str = "--key t.key --yes";
const MINISTRY: &str = "--key m.key --yes";

fn term(home: &Home, programme: &str, name: &str) -> String {
    let tally = home.line("tally --json").json();
    let tallies = tally["tallies"].as_array().expect("a list").clone();
    let of = |tally: &&Value| tally["programme"] == programme;
    let found = tallies.iter().find(of).expect("the programme has a tally");
    found["terms"][name].as_str().expect("a term").to_owned()
}

#[track_caller]
fn terms(home: &Home, wanted: &[(&str, &str)]) {
    for (name, amount) in wanted {
        assert_eq!(term(home, "schools", name), *amount, "{name}");
    }
}

fn verifies(home: &Home) {
    let verified = home.line("verify --json").json();
    assert_eq!(verified["tallies_that_differ"], serde_json::json!([]));
}

/// A founded ledger with an auditor, whose key is in `a.key`.
fn audited() -> Home {
    let home = founded();
    join(
        &home,
        "audit.example",
        "a",
        "--function auditor --tier 0",
        "--roles administer,audit",
    );
    home
}

#[test]
fn what_becomes_of_a_step() {
    let home = audited();
    let step = issue(&home, 100_000, "t1", "");
    home.line(&format!("bounce {step} --amount 20000 {MINISTRY}"))
        .ok();
    home.line(&format!("bounce {step} --amount 1 {MINISTRY}"))
        .fails(1, "ref-reused");
    terms(&home, &[("in_transit", "80000"), ("held", "920000")]);
    home.line(&format!("charge {step} --amount 100 {TOWN}"))
        .ok();
    home.line(&format!("charge {step} --amount 90000 --ref c2 {TOWN}"))
        .fails(1, "beyond-open");
    home.line(&format!("confirm {step} --amount 70000 --final {TOWN}"))
        .ok();
    terms(&home, &[("charged", "100"), ("missing", "9900")]);
    home.line(&format!(
        "receipt-correct {step} --amount 1000 --reason Miscounted {TOWN}"
    ))
    .ok();
    terms(&home, &[("missing", "10900"), ("held", "989000")]);
    home.line(&format!("receipt-correct {step} {TOWN}"))
        .fails(2, "--amount");
    home.line(&format!(
        "recovery {step} --amount 900 --into {step}/0 {TOWN}"
    ))
    .ok();
    home.line(&format!("write-off {step} --amount 4000 {TOWN}"))
        .fails(1, "role-missing");
    home.line(&format!(
        "write-off {step} --amount 4000 --reason Lost --key a.key --yes"
    ))
    .ok();
    terms(
        &home,
        &[
            ("missing", "6000"),
            ("written_off", "4000"),
            ("recovered", "900"),
        ],
    );
    let twice = issue(&home, 5_000, "t2", "");
    home.line(&format!("reversal {twice} {MINISTRY}"))
        .fails(1, "payee-not-heard");
    home.line(&format!("reversal {twice} --also t.key {MINISTRY}"))
        .ok();
    terms(&home, &[("in_transit", "0")]);
    home.line(&format!("bounce {} --amount 1 {MINISTRY}", "0".repeat(64)))
        .fails(3, "there is no entry");
    let dry = home
        .line(&format!(
            "charge {twice} --amount 1 --ref c3 --dry-run {TOWN}"
        ))
        .ok();
    assert!(dry.starts_with("countersign/v1/charge\n"), "{dry}");
    verifies(&home);
}

#[test]
fn what_is_spent_and_given_up() {
    let home = founded();
    let step = issue(&home, 50_000, "t1", "");
    home.line(&format!("confirm {step} --all {TOWN}")).ok();
    let what = "--programme schools --ref";
    let spent = format!("expense {what} e1 --amount 30000 --purpose Roof {TOWN} --json");
    let first = home.line(&spent).json();
    assert_eq!(first["repeated"], false);
    home.line(&format!("expense {what} e2 --amount 30000 {TOWN}"))
        .fails(1, "only 20000 minor units are held");
    let refund = |reference: &str, amount: u64| {
        let into = format!("--into {step}/0 --amount {amount}");
        home.line(&format!("expense-refund {what} {reference} {into} {TOWN}"))
    };
    refund("b1", 500).ok();
    refund("b2", 30_000).fails(1, "beyond-spent");
    home.line(&format!(
        "income {what} i1 --into {step}/0 --amount 77 {TOWN}"
    ))
    .ok();
    home.line(&format!(
        "surrender {what} s1 --amount 577 --reason Unused {TOWN}"
    ))
    .ok();
    terms(
        &home,
        &[
            ("spent", "29500"),
            ("income", "77"),
            ("left", "577"),
            ("held", "970000"),
        ],
    );
    // A year that is over, and the next.
    let year = |name: &str, from: &str, to: &str| {
        let terms = format!("--title {name} --currency CNY --starts {from} --ends {to}");
        home.line(&format!("programme open {name} {terms} {MINISTRY}"))
            .ok();
    };
    year("past", "2024-01-01", "2024-12-31");
    year("next", "2025-01-01", "2099-12-31");
    home.line(&format!(
        "programme appropriate past --amount 900 --ref p {MINISTRY}"
    ))
    .ok();
    let over = "carry-over --programme past --into-programme";
    home.line(&format!("{over} next --amount 400 --ref o1 {MINISTRY}"))
        .ok();
    assert_eq!(term(&home, "past", "left"), "400");
    assert_eq!(term(&home, "next", "held"), "400");
    let back =
        format!("carry-over --programme schools --into-programme next --amount 4 --ref o2 {TOWN}");
    home.line(&back).fails(1, "year-not-ended");
    verifies(&home);
}

#[test]
fn what_an_auditor_stops_and_a_second_person_signs() {
    let home = audited();
    let auditor = "--key a.key --yes";
    let freeze = "freeze ministry.example --reason Report";
    home.line(&format!("{freeze} {MINISTRY}"))
        .fails(1, "role-missing");
    home.line(&format!("{freeze} {auditor}")).ok();
    home.line(&format!("{freeze} {auditor}"))
        .fails(1, "no-change");
    let issue = "issue --programme schools --to town.example/office --amount 5 --ref t1";
    home.line(&format!("{issue} {MINISTRY}"))
        .fails(1, "member-frozen");
    home.line(&format!(
        "unfreeze ministry.example --reason Mended {auditor}"
    ))
    .ok();
    let step = identity(&home.line(&format!("{issue} {MINISTRY} --json")).json());
    let endorsed = home
        .line(&format!("endorse {step} --json {auditor}"))
        .json();
    assert_eq!(endorsed["repeated"], false);
    home.line(&format!("endorse {} {auditor}", "1".repeat(64)))
        .fails(1, "cited-unknown");
    verifies(&home);
}

#[test]
fn keys_come_and_go() {
    let home = founded();
    let new = |file: &str, person: &str| {
        let member = "--member town.example/office";
        home.line(&format!(
            "key new {member} --person {person} --output {file}"
        ))
        .ok();
    };
    new("t2.key", "p2");
    new("t1b.key", "p1");
    new("t3.key", "p3");
    // Nobody approves their own key.
    home.line(&format!("key rotate t1b.key {TOWN}"))
        .fails(1, "self-approval");
    home.line(&format!("key rotate t2.key {TOWN}")).ok();
    home.line("key rotate t1b.key --replaces t.key --reason Worn --key t2.key --yes")
        .ok();
    home.line("key rotate t3.key --roles confirm --key t-recovery.key --yes")
        .ok();
    let step = issue(&home, 900, "t1", "");
    home.line(&format!("confirm {step} --all {TOWN}"))
        .fails(1, "key-revoked");
    home.line(&format!("confirm {step} --all --key t1b.key --yes"))
        .ok();
    home.line("key revoke t2.key --reason Lost --key t3.key --yes")
        .ok();
    let id = home.line("key show t1b.key --json").json()["key_id"]
        .as_str()
        .expect("an ID")
        .to_owned();
    home.line(&format!(
        "key compromised {id} --since 9 --reason Stolen --key t3.key --yes"
    ))
    .ok();
    home.line("key revoke nothing --key t3.key --yes")
        .fails(2, "not a key's ID");
    let shown = home.line("member show town.example/office --json").json();
    let keys = shown["keys"].as_array().expect("keys");
    let active = keys.iter().filter(|key| key["revoked"].is_null()).count();
    assert_eq!((keys.len(), active), (5, 2), "{shown}");
    verifies(&home);
}

#[test]
fn the_same_over_a_server() {
    let home = founded();
    let step = issue(&home, 100, "t1", "");
    let serving = home.serve();
    let server = format!("--server {}", serving.url);
    home.line(&format!("bounce {step} --amount 40 {MINISTRY} {server}"))
        .ok();
    home.line(&format!("confirm {step} --all --amount 60 {TOWN} {server}"))
        .fails(2, "cannot be used with");
    home.line(&format!(
        "confirm {step} --amount 60 --final {TOWN} {server}"
    ))
    .ok();
    home.line(&format!(
        "expense --programme schools --amount 60 --ref e1 {TOWN} {server}"
    ))
    .ok();
    assert_eq!(serving.stop(), Some(0));
    terms(
        &home,
        &[("spent", "60"), ("in_transit", "0"), ("held", "999940")],
    );
    verifies(&home);
}
