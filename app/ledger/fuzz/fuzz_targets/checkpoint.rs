//! Whatever bytes come: a checkpoint is refused, or keeps its bytes and its one text.
#![no_main]

use ledger::log::{SignedCheckpoint, VerifierKey};
use libfuzzer_sys::fuzz_target;

const LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const WITNESS: &str = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

fuzz_target!(|bytes: &[u8]| {
    let Ok(signed) = SignedCheckpoint::parse(bytes) else {
        return;
    };
    assert_eq!(signed.bytes(), bytes);
    assert_eq!(signed.checkpoint().to_text(), signed.note().text());
    let (log, witness): (VerifierKey, VerifierKey) =
        (LOG.parse().unwrap(), WITNESS.parse().unwrap());
    if let Ok(verified) = signed.verify(&log, [&witness]) {
        assert!(verified.signed().iter().any(|signed| signed.key == log));
    }
});
