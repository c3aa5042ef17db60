//! A ledger from its founding to its restored backup, by the command line alone.
//!
//! 1. An operator founds it; a ministry and a town become members.
//! 2. The ministry opens a programme, appropriates and sends; the town confirms less.
//! 3. Tally, findings and trace say so; verify, export, backup, restore and rebuild agree.
//! 4. The same over a running server, while the data folder is held.

use super::program::Home;
use serde_json::Value;

const MINISTRY: &str = "ministry.example";
const TOWN: &str = "town.example/office";

pub(super) fn identity(answer: &Value) -> String {
    answer["identity"]
        .as_str()
        .expect("an answer has an identity")
        .to_owned()
}

pub(super) fn join(home: &Home, member: &str, key: &str, propose: &str, activate: &str) {
    home.line(&format!(
        "key new --member {member} --person p1 --output {key}.key"
    ))
    .ok();
    home.line(&format!(
        "key new --member {member} --person recovery --output {key}-recovery.key"
    ))
    .ok();
    let by = "--key data/keys/p1.key --yes --json";
    let proposal = identity(
        &home
            .line(&format!(
                "member propose {member} --title {key} {propose} {by}"
            ))
            .json(),
    );
    let own = format!("--key {key}.key --recovery {key}-recovery.key --yes {activate}");
    home.line(&format!("member activate {proposal} {own}")).ok();
}

/// An operator, a ministry with 10,000.00 CNY of authority, and a town.
pub(super) fn founded() -> Home {
    let home = Home::new();
    home.line("init --origin relief.example --member op.example --title Operator")
        .ok();
    join(&home, MINISTRY, "m", "--function finance --tier 0", "");
    join(
        &home,
        TOWN,
        "t",
        "--function office --tier 1 --parent ministry.example --region cn-44",
        "",
    );
    let terms =
        "--title Schools --currency CNY --starts 2020-01-01 --ends 2099-12-31 --tolerance 10000";
    home.line(&format!("programme open schools {terms} --key m.key --yes"))
        .ok();
    home.line("programme appropriate schools --amount 1000000 --ref act-1 --key m.key --yes")
        .ok();
    home
}

pub(super) fn issue(home: &Home, amount: u64, reference: &str, more: &str) -> String {
    let what = format!("issue --programme schools --to {TOWN} --amount {amount} --ref {reference}");
    identity(
        &home
            .line(&format!("{what} --key m.key --yes --json {more}"))
            .json(),
    )
}

fn held(home: &Home) -> String {
    let tally = home.line("tally --json").json();
    tally["tallies"][0]["terms"]["held"]
        .as_str()
        .expect("a term is text")
        .to_owned()
}

#[test]
fn money_is_sent_confirmed_short_found_and_carried_away() {
    let home = founded();
    let step = issue(&home, 600_000, "t1", "");
    home.line(&format!(
        "confirm {step} --amount 500000 --final --key t.key --yes"
    ))
    .ok();
    home.line("return --programme schools --to ministry.example --amount 1000 --ref back --key t.key --yes").ok();

    let tally = home.line("tally --json").json();
    let terms = &tally["tallies"][0]["terms"];
    assert_eq!(
        (terms["missing"].as_str(), terms["in_transit"].as_str()),
        (Some("100000"), Some("1000"))
    );
    assert_eq!(tally["simulated"], false);
    let findings = home.line("findings --json").json();
    assert_eq!(findings["findings"][0]["code"], "receipt-short");
    assert_eq!(findings["findings"][0]["at_risk"], "100000");
    let trace = home.line(&format!("trace {step} --json")).json();
    assert_eq!(
        (&trace["up"][0]["kind"], &trace["down"][0]["kind"]),
        (&"appropriation".into(), &"return".into())
    );
    assert_eq!(trace["step"]["missing"], "100000");
    assert!(
        home.line(&format!("trace {step}"))
            .ok()
            .contains("missing 1,000.00 CNY")
    );
    assert!(
        home.line("member show town.example/office")
            .ok()
            .contains("active")
    );
    assert_eq!(
        home.line("programme show schools --json").json()["currency"],
        "CNY"
    );

    assert!(
        home.line("verify")
            .ok()
            .contains("every signature and every rule holds")
    );
    home.line("export --output all.jsonl").ok();
    assert!(
        home.line("verify --file all.jsonl")
            .ok()
            .contains("no store to hold them against")
    );
    assert!(
        home.line("export --format csv")
            .ok()
            .starts_with("index,identity,")
    );
    assert!(
        home.line("export --format hledger")
            .ok()
            .contains("assets:missing:schools:town.example/office")
    );
    home.line("backup copy").ok();
    home.line("backup copy").fails(3, "copy");
    home.line("restore --data other copy").ok();
    let before = home.line("export --data other").ok();
    home.line("rebuild --data other").ok();
    assert_eq!(home.line("export --data other").ok(), before);
    assert!(
        home.line("verify --data other")
            .ok()
            .contains("the store holds the same")
    );
    issue(&home, 1, "later", "");
    home.line("restore copy").fails(1, "doesn't go back");
}

#[test]
fn refusals_and_slips_have_their_exit_codes_and_change_nothing() {
    let home = founded();
    let issue = format!("issue --programme schools --to {TOWN} --key m.key");
    home.line(&format!("{issue} --amount 1000001 --ref t1 --yes"))
        .fails(1, "only 1000000 minor units are held");
    home.line(&format!("{issue} --amount 0 --ref t1 --yes"))
        .fails(2, "an integer from 1");
    home.line(&format!("{issue} --amount -5 --ref t1 --yes"))
        .fails(2, "--amount");
    home.line(&format!("{issue} --amount 5 --ref t1"))
        .fails(2, "no terminal to ask");
    home.line(
        "issue --programme schools --to nobody.example --amount 5 --ref t1 --key m.key --yes",
    )
    .fails(1, "nobody.example is not a member");
    home.line(&format!(
        "issue --programme roads --to {TOWN} --amount 5 --ref t1 --key m.key --yes"
    ))
    .fails(3, "there is no programme roads");
    home.line(&format!(
        "issue --programme schools --to {TOWN} --amount 5 --ref t1 --yes"
    ))
    .fails(2, "no key file signs");
    let stranger = "key new --member ministry.example --person p9 --output stranger.key";
    home.line(stranger).ok();
    home.line(&format!(
        "issue --programme schools --to {TOWN} --amount 5 --ref t1 --key stranger.key --yes"
    ))
    .fails(1, "key-unknown");
    home.line(stranger).fails(3, "never overwritten");
    home.write("wrong", "another passphrase\n");
    home.line(&format!(
        "{issue} --amount 5 --ref t1 --yes --passphrase-file wrong"
    ))
    .fails(3, "the passphrase is wrong");
    let text = home
        .line(&format!("{issue} --amount 5 --ref t1 --dry-run"))
        .ok();
    assert!(
        text.starts_with("countersign/v1/transfer\n") && text.ends_with("signers 1\n"),
        "{text}"
    );
    home.line("tally --data nowhere")
        .fails(3, "there is no ledger at");
    home.line("trace 999").fails(3, "no such entry");
    home.line("tally --month 2019-13")
        .fails(2, "a month such as 2019-10");
    home.line("init --origin other.example --member op.example --title Twice")
        .fails(1, "there is a ledger already");
    home.line("demo").fails(1, "there is a ledger already");
    home.line("verify --data data --workers 0")
        .fails(2, "workers");
    assert_eq!(held(&home), "1000000");
}

#[test]
fn tampered_and_unknown_notes_are_named() {
    let home = founded();
    issue(&home, 123_456, "t1", "");
    home.line("export --output good.jsonl").ok();
    let good = home.read("good.jsonl");
    let entries = good.lines().count();
    // Only in the note: the fields beside it aren't looked at.
    let tampered = good
        .replace("amount 123456\\n", "amount 123457\\n")
        .replace("/0 123456\\n", "/0 123457\\n");
    home.write("bad.jsonl", &tampered);
    home.line("verify --file bad.jsonl")
        .fails(1, "identity-differs");
    home.line("submit bad.jsonl").fails(1, "signature-invalid");
    home.write(
        "newer.jsonl",
        &good.replace("countersign/v1/transfer\\n", "countersign/v1/teleport\\n"),
    );
    home.line("verify --file newer.jsonl")
        .fails(5, "newer rules needed");
    // Whoever has the clock's key may have ticked before the refusal; nothing else was added.
    let now = home.line("export").ok();
    let no_tick = |line: &&str| !line.contains("countersign/v1/tick");
    assert_eq!(
        now.lines().filter(no_tick).count(),
        good.lines().filter(no_tick).count()
    );
    assert_eq!(
        home.line("submit good.jsonl").ok(),
        format!("0 recorded, {entries} stood there before\n")
    );
    home.line("submit good.jsonl --data mirror").ok();
    assert_eq!(
        home.line("verify --data mirror --json").json()["entries"],
        entries
    );
    home.write("nonsense", "not a note\n");
    home.line("submit nonsense")
        .fails(3, "line 1: no signed note begins here");
}

#[test]
fn a_server_takes_entries_and_holds_the_folder() {
    let home = founded();
    let serving = home.serve();
    let server = format!("--server {}", serving.url);
    let step = issue(&home, 250_000, "t1", &server);
    home.line(&format!("confirm {step} --all --key t.key --yes {server}"))
        .ok();
    home.line(&format!(
        "return --programme schools --to {MINISTRY} --amount 7 --ref b1 --key t.key --yes {server}"
    ))
    .ok();
    let again = format!(
        "issue --programme schools --to {TOWN} --amount 9 --ref t1 --key m.key --yes {server}"
    );
    home.line(&again).fails(1, "ref-reused");
    // Reading goes on beside the server; writing has one owner, who is named.
    assert_eq!(held(&home), "999993");
    let local =
        format!("issue --programme schools --to {TOWN} --amount 9 --ref t2 --key m.key --yes");
    home.line(&local).fails(4, "being written by process");
    let port = serving.url.trim_start_matches("http://");
    home.line(&format!("serve --listen {port}"))
        .fails(4, "is in use");
    home.line("serve --listen 127.0.0.1:0")
        .fails(4, "being written by process");
    assert_eq!(serving.stop(), Some(0));
    home.line(&local).ok();
    home.line(&format!(
        "issue --programme schools --to {TOWN} --amount 9 --ref t3 --key m.key --yes {server}"
    ))
    .fails(3, "doesn't answer");
}

#[test]
fn help_completions_and_manuals_are_there() {
    let home = Home::new();
    assert!(home.line("--help").ok().contains("Exit codes"));
    assert!(home.line("issue --help").ok().contains("Examples:"));
    assert!(home.line("completions bash").ok().contains("countersign"));
    assert!(home.line("man").ok().contains(".TH countersign"));
    home.line("man --output pages").ok();
    assert!(home.path("pages/countersign-member-activate.1").is_file());
    home.line("no-such-thing")
        .fails(2, "unrecognized subcommand");
    home.line("").fails(2, "Usage");
}
