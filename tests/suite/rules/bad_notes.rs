//! A note on its way through hostile hands: whatever is changed in it, nothing of it is admitted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::cast;
use super::ledger_world::LedgerWorld;
use super::table::{Event, Outcome, World};

/// The order of the curve's group, little-endian: a signature's scalar plus this is the same one modulo the order.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// A ledger with an appropriation, and a transfer from it that two persons signed and nobody has submitted.
fn world() -> (LedgerWorld, Vec<u8>) {
    let mut world = LedgerWorld::new(&cast::standard(), true);
    let outcome = world.enter(&Event::parse("appropriation A1 ministry 1000"));
    assert!(matches!(outcome, Outcome::Admitted(_)));
    let line = "transfer T1 ministry office 600 from A1 signed ministry/a,ministry/b";
    let note = world.note(&Event::parse(line)).expect("it can be written");
    (world, note)
}

/// Submits what became of a note, which must be refused and change nothing; then the note itself, which is admitted.
fn none_is_admitted(tampered: impl Iterator<Item = (String, Vec<u8>)>) {
    let (mut world, note) = world();
    let before = world.facts().clone();
    let mut tried = 0;
    for (what, bytes) in tampered.filter(|(_, bytes)| *bytes != note) {
        assert!(
            world.submit(&bytes, "tampered").is_err(),
            "{what} was admitted"
        );
        tried += 1;
    }
    assert!(tried > 0, "nothing was tampered with");
    assert_eq!(
        *world.facts(),
        before,
        "something that was refused changed something"
    );
    world
        .submit(&note, "T1")
        .expect("the note itself is admitted");
}

#[test]
fn no_flipped_bit_is_admitted() {
    let (_, note) = world();
    none_is_admitted((0..note.len() * 8).map(|bit| {
        let mut bytes = note.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        (format!("bit {bit}"), bytes)
    }));
}

#[test]
fn no_part_of_a_note_is_admitted() {
    let (_, note) = world();
    let cut = (0..note.len())
        .flat_map(|at| [("head", note[..at].to_vec()), ("tail", note[at..].to_vec())]);
    none_is_admitted(
        cut.map(|(part, bytes)| (format!("a {part} of {} bytes", bytes.len()), bytes)),
    );
}

#[test]
fn no_line_is_dropped_doubled_or_moved() {
    let (_, note) = world();
    let text = String::from_utf8(note).expect("a note is text");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let changed = (0..lines.len()).flat_map(|at| {
        let (mut dropped, mut doubled, mut moved) = (lines.clone(), lines.clone(), lines.clone());
        dropped.remove(at);
        doubled.insert(at, lines[at]);
        moved.swap(at, (at + 1) % lines.len());
        [("dropped", dropped), ("doubled", doubled), ("moved", moved)]
            .map(|(what, lines)| (at, what, lines.concat()))
    });
    none_is_admitted(
        changed.map(|(at, what, text)| (format!("line {at} {what}"), text.into_bytes())),
    );
}

#[test]
fn no_other_scalar_of_a_signature_is_admitted() {
    let (_, note) = world();
    let text = String::from_utf8(note).expect("a note is text");
    let signatures: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('\u{2014}'))
        .collect();
    assert_eq!(signatures.len(), 2);
    none_is_admitted(signatures.into_iter().map(|line| {
        let (name, encoded) = line.rsplit_once(' ').expect("a signature line");
        let mut bytes = STANDARD.decode(encoded).expect("base64");
        let scalar = bytes.len() - ORDER.len();
        add(&mut bytes[scalar..]);
        let other = format!("{name} {}", STANDARD.encode(bytes));
        (other.clone(), text.replace(line, &other).into_bytes())
    }));
}

/// Adds the group's order to a scalar.
fn add(scalar: &mut [u8]) {
    let mut carry = 0;
    for (digit, order) in scalar.iter_mut().zip(ORDER) {
        let sum = u16::from(*digit) + u16::from(order) + carry;
        let [high, low] = sum.to_be_bytes();
        *digit = low;
        carry = u16::from(high);
    }
    assert_eq!(carry, 0, "a scalar below the order leaves room for it");
}
