//! Whatever bytes come behind a count: a bundle is refused, or is written again byte for byte.
#![no_main]

use ledger::log::{HashTile, parse_bundle, write_bundle};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (count, bytes) = input;
    let width = u16::from(count) + 1;
    if let Ok(entries) = parse_bundle(bytes, width) {
        assert_eq!(entries.len(), usize::from(width));
        assert_eq!(write_bundle(entries).unwrap(), bytes);
    }
    if let Ok(tile) = HashTile::parse(0, 0, bytes) {
        assert_eq!(tile.root().is_some(), bytes.len() == 256 * 32);
    }
});
