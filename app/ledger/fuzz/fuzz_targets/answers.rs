//! Whatever bytes come: receipts and evidence are refused, or are written again byte for byte.
#![no_main]

use ledger::log::{Evidence, SignedAnswers, VerifierKey, submission_identity};
use libfuzzer_sys::fuzz_target;

const LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const WITNESS: &str = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

fuzz_target!(|bytes: &[u8]| {
    _ = submission_identity(bytes);
    let (log, witness): (VerifierKey, VerifierKey) =
        (LOG.parse().unwrap(), WITNESS.parse().unwrap());
    if let Ok(signed) = SignedAnswers::parse(bytes) {
        assert_eq!(signed.bytes(), bytes);
        let text = signed.answers().to_text();
        assert!(bytes.starts_with(text.as_bytes()));
        _ = signed.verify(&log);
    }
    if let Ok(evidence) = Evidence::parse(bytes) {
        assert_eq!(evidence.to_bytes(), bytes);
        _ = evidence.check(&log, &[witness]);
    }
});
