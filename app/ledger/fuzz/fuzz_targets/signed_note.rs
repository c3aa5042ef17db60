//! Whatever bytes come: a signed note is refused, or is its text, a blank line and its lines.
#![no_main]

use ledger::log::SignedNote;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(note) = SignedNote::parse(bytes) else {
        return;
    };
    assert_eq!(note.bytes(), bytes);
    let lines: String = note.lines().iter().map(ToString::to_string).collect();
    assert_eq!(format!("{}\n{lines}", note.text()).as_bytes(), bytes);
    assert_eq!(note.with_lines(note.lines()).unwrap(), note);
});
