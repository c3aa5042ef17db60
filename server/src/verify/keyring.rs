//! The keys that signatures are checked under, ahead of the rules.

use ed25519_dalek::VerifyingKey;
use ledger::Entry;
use ledger::field::{KeyId, MemberName, PublicKey};
use ledger::key::key_id;
use std::collections::HashMap;
use std::sync::Arc;

/// Every key that an entry so far enrols. Whether it was enrolled rightly, and is active where it
/// signs, is what the fold judges: a key that is here too early only costs a look-up.
#[derive(Clone, Default)]
pub(super) struct Keyring(Arc<HashMap<(MemberName, KeyId), VerifyingKey>>);

impl Keyring {
    /// Adds the keys that an entry enrols. The map is copied only where it grows, and somebody
    /// still reads the old one.
    pub(super) fn learn(&mut self, entry: &Entry) {
        let Some((member, _)) = entry.enrols() else {
            return;
        };
        for public in publics_of(entry) {
            // The rules refuse a second key with an ID that is taken: the first one stays.
            if let Ok(key) = VerifyingKey::from_bytes(public.bytes()) {
                let place = (member.clone(), key_id(member, public));
                Arc::make_mut(&mut self.0).entry(place).or_insert(key);
            }
        }
    }

    /// The key that a signature line names.
    pub(super) fn find(&self, member: &MemberName, id: KeyId) -> Option<VerifyingKey> {
        self.0.get(&(member.clone(), id)).copied()
    }
}

/// Every key that an entry enrols, the one for recovery too.
pub(crate) fn publics_of(entry: &Entry) -> impl Iterator<Item = &PublicKey> {
    let keys = entry.enrols().map_or(&[][..], |(_, keys)| keys).iter();
    keys.map(|key| &key.public).chain(recovery(entry))
}

fn recovery(entry: &Entry) -> Option<&PublicKey> {
    match entry {
        Entry::Genesis(genesis) => Some(&genesis.recovery),
        Entry::MemberActivate(activate) => Some(&activate.recovery),
        _ => None,
    }
}
