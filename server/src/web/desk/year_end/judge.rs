//! What the rules would say of an entry now, before anybody has signed it.

use super::super::super::error::WebError;
use super::super::looking::Looking;
use ed25519_dalek::SigningKey;
use ledger::field::{Field, Identity, Person, PublicKey, Role, Roles};
use ledger::key::key_id;
use ledger::{EnrolledKey, Entry, Note, Refusal, admit, reads};

/// Why the rules wouldn't take an entry that as many persons of its author sign as it asks for, in the role
/// that pays; nothing where they would. Keys that exist nowhere stand in for those persons, in the facts of
/// this one trial: everything else of it is what the sequencer will judge.
pub(super) async fn refusal(at: &Looking, entry: &Entry) -> Result<Option<Refusal>, WebError> {
    let member = entry.author();
    let keys: Vec<SigningKey> = (0..entry.signers()).map(stand_in).collect();
    let signers: Vec<_> = keys.iter().map(|key| (member, key)).collect();
    let internal = |error: &dyn std::fmt::Display| WebError::Internal(error.to_string().into());
    let note = Note::sign(entry, &signers).map_err(|error| internal(&error))?;
    let mut facts = at.app.store().load(&reads(&note)).await?;
    for (number, key) in (0..).zip(&keys) {
        let public = PublicKey::from(key.verifying_key());
        let id = key_id(member, &public);
        let person = Person::parse(&format!("trial-{number}")).map_err(|error| internal(&error))?;
        let row = EnrolledKey {
            member: member.clone(),
            id,
            public,
            person,
            roles: Roles::of(&[Role::Pay]),
            enrolled: 0,
            revoked: None,
            compromised_since: None,
        };
        facts.keys.insert((member.clone(), id), row);
    }
    // The sequencer ticks before it takes what is signed.
    if let Some(head) = &mut facts.head {
        head.clock = head.clock.max(at.desk.signing_time(head));
    }
    let known = |name: &_, id| {
        let key = keys.iter().find(|key| {
            let public = PublicKey::from(key.verifying_key());
            name == member && key_id(member, &public) == id
        });
        key.map(SigningKey::verifying_key)
    };
    let verified = note.verify(known).map_err(|error| internal(&error))?;
    Ok(match admit(&facts, &verified) {
        Ok(_) | Err(Refusal::AlreadyAdmitted { .. }) => None,
        Err(refusal) => Some(refusal),
    })
}

/// A key that nobody has enrolled: whoever knew it could sign nothing with it.
fn stand_in(number: u8) -> SigningKey {
    SigningKey::from_bytes(&Identity::of(&format!("a trial's person {number}")).0)
}
