//! A replay from bytes alone: what is right passes, and the first entry that is wrong is named.

use super::world::{World, sign};
use ledger::entry::Kind;
use ledger::{Code, Scope};
use server::verify::{JsonLines, Numbered, Replayed, SourceError, Stop, Wrong, compare, replay};
use std::num::NonZeroUsize;

fn numbered(notes: &[Vec<u8>]) -> impl Iterator<Item = Result<Numbered, SourceError>> + Send {
    (0..).zip(notes).map(|(index, note)| {
        Ok(Numbered {
            index,
            note: note.clone(),
            identity: None,
        })
    })
}

fn verify_with(notes: &[Vec<u8>], workers: usize) -> Result<Replayed, Stop> {
    replay(
        numbered(notes),
        NonZeroUsize::new(workers).unwrap(),
        |_, _, _| Ok(()),
    )
}

fn wrong(notes: &[Vec<u8>]) -> Wrong {
    match verify_with(notes, 2) {
        Err(Stop::Wrong(wrong)) => *wrong,
        other => panic!("expected a wrong entry, got {other:?}"),
    }
}

fn as_text(note: &[u8]) -> &str {
    std::str::from_utf8(note).unwrap()
}

/// Puts other bytes into a note of the world, and gives its index.
fn spoil(world: &mut World, kind: Kind, change: impl Fn(&str) -> String) -> usize {
    let first = format!("countersign/v1/{}\n", kind.word());
    let at = world
        .notes
        .iter()
        .position(|note| as_text(note).starts_with(&first))
        .unwrap();
    world.notes[at] = change(as_text(&world.notes[at])).into_bytes();
    at
}

#[test]
fn what_is_right_passes_whoever_checks_it() {
    let world = World::full();
    let alone = verify_with(&world.notes, 1).unwrap();
    let many = verify_with(&world.notes, 5).unwrap();
    assert_eq!(alone.entries, world.notes.len() as u64);
    assert_eq!(alone.tallies, many.tallies);
    assert_eq!(alone.facts, many.facts);
    let codes: Vec<Code> = alone
        .facts
        .findings
        .keys()
        .map(|(_, _, code)| *code)
        .collect();
    assert_eq!(codes, [Code::ReceiptShort, Code::ReceiptOver]);
    for (key, terms) in &alone.tallies {
        if key.scope == Scope::Programme {
            assert_eq!(terms.imbalance(), 0, "{key:?}");
        }
    }
}

#[test]
fn thousands_of_entries_keep_their_order_over_many_workers() {
    let mut world = World::opened();
    let root = world.appropriate("schools", "CNY", 1_000_000);
    for number in 0..1500 {
        world.transfer(
            "ministry.example",
            "town.example/office",
            &format!("t{number}"),
            root,
            7,
        );
    }
    let replayed = verify_with(&world.notes, 4).unwrap();
    assert_eq!(replayed.entries, world.notes.len() as u64);
    let last = world.notes.len() - 1;
    world.notes[last] = world.notes[last - 1].clone();
    let wrong = wrong(&world.notes);
    assert_eq!(
        (wrong.index, wrong.fault.code()),
        (last as u64, "already-admitted")
    );
}

#[test]
fn a_flipped_bit_is_found_in_any_entry() {
    let world = World::full();
    for at in 0..world.notes.len() {
        for place in [0, 40, world.notes[at].len() / 2, world.notes[at].len() - 3] {
            let mut notes = world.notes.clone();
            notes[at][place] ^= 1;
            match verify_with(&notes, 2) {
                Err(Stop::Wrong(wrong)) => {
                    assert_eq!(wrong.index, at as u64, "byte {place}: {wrong}");
                }
                // The first line may have become a kind or version of the future.
                Err(Stop::NewerRules { verified, .. }) => {
                    assert_eq!((verified, place < 41), (at as u64, true));
                }
                other => panic!("entry {at}, byte {place}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_missing_or_doubled_entry_is_found() {
    let mut notes = World::full().notes;
    let taken = notes.remove(12);
    assert!(wrong(&notes).index >= 12);
    notes.insert(12, taken.clone());
    notes.insert(13, taken);
    assert_eq!(
        (wrong(&notes).index, wrong(&notes).fault.code()),
        (13, "already-admitted")
    );
    let gap = World::full()
        .notes
        .into_iter()
        .zip([0, 1, 2, 4, 5])
        .map(|(note, index)| {
            Ok(Numbered {
                index,
                note,
                identity: None,
            })
        });
    match replay(gap, NonZeroUsize::MIN, |_, _, _| Ok(())) {
        Err(Stop::Wrong(wrong)) => assert_eq!((wrong.index, wrong.fault.code()), (4, "index-gap")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_fault_has_its_code() {
    type Change = fn(&str) -> String;
    let table: [(&str, Kind, Change); 5] = [
        ("malformed", Kind::Transfer, |note| {
            note.replacen("amount 400000", "amount 0400000", 1)
        }),
        ("signature-invalid", Kind::Transfer, |note| {
            note.replacen("400000", "400001", 2)
        }),
        ("signature-lines", Kind::Transfer, |note| {
            format!("{note}{}", note.lines().last().unwrap_or_default())
        }),
        ("key-unknown", Kind::Transfer, |note| {
            let (text, _) = note.split_once("\n\n").unwrap();
            let text = format!("{text}\n");
            as_text(sign(&text, "ministry.example", &[9]).bytes()).to_owned()
        }),
        ("signature-lines", Kind::Receipt, |note| {
            note.split_once("\n\n").unwrap().0.to_owned() + "\n"
        }),
    ];
    for (code, kind, change) in table {
        let mut world = World::full();
        let at = spoil(&mut world, kind, change);
        let wrong = wrong(&world.notes);
        assert_eq!(
            (wrong.index, wrong.fault.code()),
            (at as u64, code),
            "{wrong}"
        );
    }
}

#[test]
fn a_rule_that_is_broken_is_named_with_its_entry() {
    let mut world = World::opened();
    let root = world.appropriate("schools", "CNY", 1_000);
    world.transfer("ministry.example", "town.example/office", "t1", root, 1_001);
    let wrong = wrong(&world.notes);
    assert_eq!(
        (wrong.kind, wrong.fault.code()),
        (Some(Kind::Transfer), "beyond-node")
    );
    assert!(wrong.to_string().contains("holds only 1000"), "{wrong}");
    assert!(wrong.identity.is_some());
}

#[test]
fn an_unknown_kind_asks_for_newer_rules() {
    let mut world = World::full();
    let at = spoil(&mut world, Kind::Expense, |note| {
        note.replacen("v1/expense", "v1/teleport", 1)
    });
    match verify_with(&world.notes, 2) {
        Err(Stop::NewerRules { verified, fault }) => {
            assert_eq!((verified, fault.code()), (at as u64, "kind-unknown"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tally_that_the_store_holds_otherwise_is_named() {
    let replayed = verify_with(&World::full().notes, 2).unwrap();
    let mut stored = replayed.tallies.clone();
    assert_eq!(compare(&replayed.tallies, &stored), []);
    let key = stored.keys().next().unwrap().clone();
    stored.get_mut(&key).unwrap().held += 1;
    let differences = compare(&replayed.tallies, &stored);
    assert_eq!(differences.len(), 1);
    assert_eq!((&differences[0].key, differences[0].term), (&key, "held"));
    assert_eq!(differences[0].stored, differences[0].recomputed + 1);
    stored.remove(&key);
    assert!(!compare(&replayed.tallies, &stored).is_empty());
}

#[test]
fn a_line_that_is_no_entry_is_named_by_its_number() {
    let lines = format!(
        "{{\"index\":0,\"note\":{}}}\nnonsense\n",
        serde_json::to_string(as_text(&World::founded().notes[0])).unwrap()
    );
    match replay(
        JsonLines::new(lines.as_bytes()),
        NonZeroUsize::MIN,
        |_, _, _| Ok(()),
    ) {
        Err(Stop::Source(error)) => assert!(error.to_string().starts_with("line 2 "), "{error}"),
        other => panic!("{other:?}"),
    }
}
