//! Whatever text comes: a tile's path is refused, or is written again as it stands.
#![no_main]

use ledger::log::{TILE_WIDTH, TilePath};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(path) = text.parse::<TilePath>() else {
        return;
    };
    assert_eq!(path.to_string(), text);
    assert!((1..=TILE_WIDTH).contains(&path.width()));
});
