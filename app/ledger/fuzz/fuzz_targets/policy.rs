//! Whatever bytes come: a policy is refused with a line, or counts without surprise.
#![no_main]

use ledger::log::{Policy, SignedCheckpoint, VerifierKey};
use libfuzzer_sys::fuzz_target;

const CHECKPOINT: &[u8] = include_bytes!("../../../../tests/vectors/log/checkpoint");
const LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    let policy = match Policy::parse(bytes) {
        Ok(policy) => policy,
        Err(error) => {
            // The line after the last is where something is missing or doesn't end.
            assert!(error.line <= lines + 1);
            return;
        }
    };
    let log: VerifierKey = LOG.parse().unwrap();
    let checkpoint = SignedCheckpoint::parse(CHECKPOINT).unwrap();
    if let Ok(verdict) = policy.evaluate(&checkpoint, &[log]) {
        assert!(policy.quorum().is_some() || verdict.quorum);
        for group in verdict.groups {
            assert!(group.found <= group.of && (1..=group.of).contains(&group.needed));
        }
    }
});
