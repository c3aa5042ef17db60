//! Whatever bytes come: a note is refused, or is written again byte for byte.
#![no_main]

use ledger::{Note, reads};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(note) = Note::parse(bytes) else {
        return;
    };
    assert_eq!(note.bytes(), bytes);
    assert_eq!(note.entry().to_text(), note.text());
    assert!(reads(&note).len() < 128, "what an entry reads is bounded");
});
