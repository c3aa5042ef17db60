//! Whatever body comes: a submission is refused, or is written again and gets one answer.
#![no_main]

use ledger::log::{AddCheckpoint, Answer, VerifierKey, WitnessState, judge};
use libfuzzer_sys::fuzz_target;

const LOG: &str = "ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const ROOT_OF_THREE: &str = "o15GqQWzxogs8Zo5iJJ/0GcoapuLZGHFQJEmfP6fJr4=";

fuzz_target!(|body: &[u8]| {
    let Ok(request) = AddCheckpoint::parse(body) else {
        return;
    };
    assert_eq!(request.to_bytes(), body);
    let log: VerifierKey = LOG.parse().unwrap();
    let remembered = WitnessState {
        size: 3,
        root: ROOT_OF_THREE.parse().unwrap(),
    };
    for state in [WitnessState::default(), remembered] {
        let answer = judge(&state, &request, std::slice::from_ref(&log));
        assert!([200, 400, 403, 404, 409, 422].contains(&answer.status()));
        if let Answer::Cosign(verified) = answer {
            assert!(verified.checkpoint().size >= state.size && request.old == state.size);
        }
    }
});
