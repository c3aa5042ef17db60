//! Whatever bytes come: a proof file is refused, or is written again byte for byte.
#![no_main]

use ledger::log::LogProof;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(proof) = LogProof::parse(bytes) else {
        return;
    };
    assert_eq!(proof.to_bytes(), bytes);
    if proof.leads(b"entry-3\n").is_ok() {
        assert!(proof.index < proof.checkpoint.checkpoint().size);
    }
});
