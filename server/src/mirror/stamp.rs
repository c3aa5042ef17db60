//! The stamp on a submission: that the mirror had it, and when.
//!
//! ```text
//! countersign/v1/received
//! mirror <name>
//! log <origin>
//! time <UTC seconds, as 2026-11-22T05:00:00Z>
//! identity <identity>
//! ```
//!
//! It is a signed note under the mirror's name, made before the submission is passed on, by a key
//! that is drawn from the mirror's own and signs nothing else.

use ed25519_dalek::SigningKey;
use ledger::field::{Field, Identity, Moment};
use ledger::log::{LogKey, Origin, SignedNote};
use sha3::{Digest, Sha3_256};

/// The key that stamps submissions.
#[derive(Clone)]
pub struct Stamp(pub(super) SigningKey);

impl Stamp {
    /// The stamp of whoever has this key: one that can be told from it, and it from none.
    #[must_use]
    pub fn of(own: &SigningKey) -> Self {
        let mut hash = Sha3_256::new();
        hash.update(b"countersign/v1/received\n");
        hash.update(own.as_bytes());
        Self(SigningKey::from_bytes(&hash.finalize().into()))
    }
}

/// Stamps one submission.
pub(super) fn received(stamp: &LogKey, log: &Origin, time: Moment, identity: &Identity) -> String {
    let mut text = format!(
        "countersign/v1/received\nmirror {}\nlog {log}\ntime ",
        stamp.origin()
    );
    time.write(&mut text);
    text.push_str(&format!("\nidentity {identity}\n"));
    let note = SignedNote::sign(&text, stamp).expect("the lines are a note's");
    String::from_utf8_lossy(note.bytes()).into_owned()
}
