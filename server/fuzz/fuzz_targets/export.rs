//! Whatever bytes an export holds: every line is a note with its index, or the line that isn't is
//! named, and reading ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::source::{JsonLines, SourceError};

fuzz_target!(|bytes: &[u8]| {
    let mut read = 0;
    for item in JsonLines::new(bytes) {
        read += 1;
        match item {
            Ok(numbered) => assert!(numbered.note.len() <= bytes.len()),
            Err(SourceError::Line { line, .. }) => {
                assert_eq!(line, read);
                return;
            }
            Err(other) => panic!("nothing was read from a disk: {other}"),
        }
    }
});
