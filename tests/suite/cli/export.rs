//! Exports: JSON Lines that verify again, CSV without formulas, a journal that hledger accepts.

use super::world::{DAY, World};
use ledger::entry::Kind;
use ledger::{Month, Note, Scope};
use server::export::{CsvExport, Journal, JsonExport};
use server::verify::{JsonLines, Numbered, Replayed, replay};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::process::Command;

fn parsed(world: &World) -> Vec<Note> {
    world
        .notes
        .iter()
        .map(|note| Note::parse(note).unwrap())
        .collect()
}

fn json_lines(world: &World) -> Vec<u8> {
    let mut out = Vec::new();
    let mut export = JsonExport::new(&mut out);
    for (index, note) in (0..).zip(parsed(world)) {
        export.entry(index, None, &note).unwrap();
    }
    export.finish().unwrap();
    out
}

fn journal(world: &World) -> (Vec<u8>, Replayed) {
    let mut out = Vec::new();
    let mut journal = Journal::new(&mut out).unwrap();
    let notes = (0..).zip(&world.notes).map(|(index, note)| {
        Ok(Numbered {
            index,
            note: note.clone(),
            identity: None,
        })
    });
    let replayed = replay(notes, NonZeroUsize::MIN, |note, effects, facts| {
        journal.entry(note, effects, facts)
    })
    .unwrap();
    journal.finish().unwrap();
    (out, replayed)
}

#[test]
fn json_lines_verify_again() {
    let world = World::full();
    let out = json_lines(&world);
    let replayed = replay(
        JsonLines::new(out.as_slice()),
        NonZeroUsize::MIN,
        |_, _, _| Ok(()),
    )
    .unwrap();
    assert_eq!(replayed.entries, world.notes.len() as u64);
}

#[test]
fn an_identity_that_is_not_the_texts_is_found() {
    let mut lines = String::from_utf8(json_lines(&World::full())).unwrap();
    let at = lines.find("\"identity\":\"").unwrap() + "\"identity\":\"".len();
    let other = if lines[at..].starts_with('0') {
        "1"
    } else {
        "0"
    };
    lines.replace_range(at..=at, other);
    let error = replay(
        JsonLines::new(lines.as_bytes()),
        NonZeroUsize::MIN,
        |_, _, _| Ok(()),
    )
    .unwrap_err();
    assert!(error.to_string().contains("identity-differs"), "{error}");
}

#[test]
fn fields_that_repeat_are_arrays_and_amounts_are_text() {
    let lines = String::from_utf8(json_lines(&World::full())).unwrap();
    let transfer = lines
        .lines()
        .find(|line| line.contains("\"kind\":\"transfer\""))
        .unwrap();
    let transfer: serde_json::Value = serde_json::from_str(transfer).unwrap();
    assert_eq!(transfer["fields"]["amount"], "400000");
    assert_eq!(
        transfer["fields"]["source"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(transfer["signatures"][0]["name"], "ministry.example");
}

#[test]
fn csv_has_a_row_an_entry_and_no_formula() {
    let mut world = World::full();
    world.write(
        Kind::Freeze,
        "by audit.example\nmember village.example\nref f1\nreason =HYPERLINK(\"x\")",
        "audit.example",
    );
    let mut out = Vec::new();
    let mut export = CsvExport::new(&mut out).unwrap();
    for (index, note) in (0..).zip(parsed(&world)) {
        export.entry(index, None, &note).unwrap();
    }
    export.finish().unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().count(), world.notes.len() + 1);
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    assert_eq!(header[..4], ["index", "identity", "recorded_at", "kind"]);
    assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
    assert!(text.contains(DAY));
}

/// Accounts of hledger's own balance report, in minor units of a programme.
fn hledger_balances(file: &std::path::Path) -> BTreeMap<(String, String), i128> {
    let output = Command::new("hledger")
        .args(["-f"])
        .arg(file)
        .args([
            "balance",
            "--flat",
            "--no-total",
            "--layout=tidy",
            "-O",
            "csv",
        ])
        .output()
        .expect("hledger is installed");
    let text = String::from_utf8(output.stdout).unwrap();
    let cell = |cell: &str| cell.trim_matches('"').to_owned();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<String> = line.split(',').map(cell).collect();
            let minor = cells[5].replace('.', "").parse().unwrap();
            ((cells[0].clone(), cells[4].clone()), minor)
        })
        .filter(|(_, minor)| *minor != 0)
        .collect()
}

fn tally_balances(replayed: &Replayed) -> BTreeMap<(String, String), i128> {
    let mut balances = BTreeMap::new();
    for (key, terms) in &replayed.tallies {
        let (Scope::Member(member), Month::ALL) = (&key.scope, key.month) else {
            continue;
        };
        let currency = replayed.facts.programmes[&key.programme]
            .currency
            .to_string();
        let accounts = [
            ("equity:appropriated", -terms.appropriated),
            ("revenues:income", -terms.income),
            ("assets:held", terms.held),
            ("assets:in-transit", terms.in_transit),
            ("assets:missing", terms.missing),
            ("expenses:spent", terms.spent),
            ("expenses:charged", terms.charged),
            ("equity:left", terms.left),
            ("expenses:written-off", terms.written_off),
        ];
        for (account, minor) in accounts {
            if minor != 0 {
                balances.insert(
                    (
                        format!("{account}:{}:{member}", key.programme),
                        currency.clone(),
                    ),
                    minor,
                );
            }
        }
    }
    balances
}

#[test]
fn hledger_accepts_the_journal_and_its_balances_are_the_tallies() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ledger.journal");
    let (text, replayed) = journal(&World::full());
    std::fs::write(&file, &text).unwrap();
    assert!(String::from_utf8_lossy(&text).contains("every receipt is simulated"));
    for check in [&["check", "--strict"][..], &["check", "payees"]] {
        let output = Command::new("hledger")
            .arg("-f")
            .arg(&file)
            .args(check)
            .output()
            .expect("hledger is installed");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let tallies = tally_balances(&replayed);
    for account in [
        "appropriated",
        "income",
        "held",
        "in-transit",
        "missing",
        "spent",
        "charged",
        "left",
        "written-off",
    ] {
        assert!(
            tallies.keys().any(|(name, _)| name.contains(account)),
            "nothing moved in {account}"
        );
    }
    assert_eq!(hledger_balances(&file), tallies);
}
