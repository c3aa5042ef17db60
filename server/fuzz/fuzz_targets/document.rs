//! Documents: whatever somebody sends is refused, or kept as something that is kept as it is ever after.

#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::document::{Document, MediaType};

/// Bytes by which a picture may grow: a turn that a camera wrote in fewer words.
const GROWN_BYTES: usize = 16;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::read(bytes) else {
        return;
    };
    assert_eq!(MediaType::of(&document.bytes), Some(document.media));
    assert!(document.bytes.len() <= bytes.len() + GROWN_BYTES);
    assert_eq!(Document::read(&document.bytes), Ok(document.clone()));
});
