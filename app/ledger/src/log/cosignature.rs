//! Cosignatures of type 04: who saw a checkpoint, and when (C2SP tlog-cosignature v1.0.1).

use super::checkpoint::Checkpoint;
use super::key::CosignerKey;
use super::note::NoteLine;
use crate::field::Moment;
use crate::key::holds;
use ed25519_dalek::{Signer, VerifyingKey};

/// The message that a cosigner signs over a checkpoint's text at a time, in UTC seconds. It doesn't
/// commit to the cosigner's name, so a key is for one cosigner alone.
#[must_use]
pub fn cosigned_message(time: u64, text: &str) -> String {
    // Domain separation, C2SP tlog-cosignature: no checkpoint's origin is `cosignature/v1`.
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// Cosigns a checkpoint. A time before 1970 is written as 1970.
#[must_use]
pub fn cosign(checkpoint: &Checkpoint, time: Moment, key: &CosignerKey) -> NoteLine {
    let time = u64::try_from(time.seconds()).unwrap_or(0);
    let message = cosigned_message(time, &checkpoint.to_text());
    let mut signature = time.to_be_bytes().to_vec();
    signature.extend_from_slice(&key.secret.sign(message.as_bytes()).to_bytes());
    NoteLine {
        name: key.verifier().name().clone(),
        id: key.verifier().id(),
        signature,
    }
}

/// The time of a cosignature that is valid under this key; nothing where it isn't, or where its time
/// is beyond what signed 64 bits count.
pub(super) fn time_of(key: &VerifyingKey, text: &str, signature: &[u8]) -> Option<Moment> {
    let (time, signature) = signature.split_first_chunk()?;
    let time = u64::from_be_bytes(*time);
    let moment = Moment(i64::try_from(time).ok()?);
    let message = cosigned_message(time, text);
    holds(key, message.as_bytes(), signature.try_into().ok()?).then_some(moment)
}
