//! C: strict verifications a second with cached keys on all cores. The ceiling of everything that
//! checks signatures.

use super::report::per_second;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use ledger::key::holds;
use std::time::{Duration, Instant};

/// How long the ceiling is measured.
const MEASURED: Duration = Duration::from_secs(3);

/// Texts that are verified in turn, of the length of an entry.
const TEXTS: u8 = 64;

/// Measures C.
#[must_use]
pub(super) fn measure(threads: usize) -> u64 {
    let started = Instant::now();
    let counts = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| verify_until(started + MEASURED)))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(0))
            .sum()
    });
    per_second(counts, started.elapsed())
}

fn verify_until(end: Instant) -> u64 {
    let texts: Vec<(VerifyingKey, Vec<u8>, [u8; 64])> = (0..TEXTS)
        .map(|number| {
            let key = SigningKey::from_bytes(&[number; 32]);
            let text = vec![number; 466];
            let signature = key.sign(&text).to_bytes();
            (key.verifying_key(), text, signature)
        })
        .collect();
    let mut count = 0;
    while Instant::now() < end {
        count += texts
            .iter()
            .filter(|(key, text, signature)| holds(key, text, signature))
            .count() as u64;
    }
    count
}
