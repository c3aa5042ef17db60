//! Whatever text comes: a mapping is refused at a line that the text has, or keeps to its bounds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server_fuzz::import::limits::EXPONENT_MAX;
use server_fuzz::import::{Mapping, MappingError};

fuzz_target!(|text: &str| match Mapping::parse(text) {
    Ok(mapping) => assert!(mapping.exponent() <= EXPONENT_MAX),
    Err(MappingError::Flaw(flaw)) => {
        let lines = text.split('\n').count();
        assert!((1..=lines).contains(&flaw.line), "{flaw}");
    }
    Err(other) => panic!("nothing was read from a disk: {other}"),
});
