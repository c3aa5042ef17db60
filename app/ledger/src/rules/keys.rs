//! Keys: enrolled by another person, revoked by anyone of the member.

use super::known::enrolled;
use super::membership::enrol;
use super::posting::Posting;
use super::signers::{Signer, Signers, Standing};
use crate::Refusal;
use crate::entry::{KeyCompromised, KeyRevoke, KeyRotate};
use crate::field::{KeyId, MemberName, Person, Role};
use crate::rows::EnrolledKey;

/// Persons who end a recovery key without it.
const RECOVERY_ENDED_BY: usize = 2;

/// Enrols a key: it signs itself, and another person who administers the member or the recovery
/// key signs with it.
pub(super) fn rotate(
    posting: &mut Posting<'_>,
    entry: &KeyRotate,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.member])?;
    for signer in signers
        .iter()
        .filter(|signer| signer.standing == Standing::Enrolled)
    {
        if !signer.is_recovery() && !signer.roles.contains(Role::Administer) {
            return Err(Refusal::RoleMissing {
                member: entry.member.clone(),
                role: Role::Administer,
            });
        }
    }
    let approved = signers.iter().any(|signer| {
        signer.standing == Standing::Enrolled
            && (signer.is_recovery() || *signer.person != entry.key.person)
    });
    if !approved {
        return Err(Refusal::SelfApproval);
    }
    signers.possession_of(std::slice::from_ref(&entry.key), &entry.member)?;
    let replaced = match entry.replaces {
        Some(id) => Some(endable(posting, &entry.member, id, signers)?),
        None => None,
    };
    let log = posting.head().log_key;
    enrol(posting, &entry.member, entry.key.clone(), log.as_ref())?;
    if let Some(key) = replaced {
        revoke_key(posting, key);
    }
    Ok(())
}

/// Revokes a key; any key of the member may, so that a thief can be stopped at once.
pub(super) fn revoke(
    posting: &mut Posting<'_>,
    entry: &KeyRevoke,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.member])?;
    let key = endable(posting, &entry.member, entry.key, signers)?;
    revoke_key(posting, key);
    Ok(())
}

fn revoke_key(posting: &mut Posting<'_>, key: &EnrolledKey) {
    let index = posting.index();
    let row = posting.key_mut(key);
    row.revoked = row.revoked.or(Some(index));
}

/// Marks what a key signed since an index as disputed, and revokes it.
pub(super) fn compromised(
    posting: &mut Posting<'_>,
    entry: &KeyCompromised,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.member])?;
    let index = posting.index();
    let key = endable(posting, &entry.member, entry.key, signers)?;
    if key
        .compromised_since
        .is_some_and(|since| since <= entry.since.0)
    {
        return Err(Refusal::NoChange);
    }
    let row = posting.key_mut(key);
    row.compromised_since = Some(entry.since.0);
    row.revoked = row.revoked.or(Some(index));
    Ok(())
}

/// A key that these signers may end. A person's key ends by any word of the member; the recovery
/// key by its own, or by that of two persons enrolled before: a thief with one key could otherwise
/// shut everybody else out.
fn endable<'f>(
    posting: &Posting<'f>,
    member: &MemberName,
    id: KeyId,
    signers: &Signers<'_>,
) -> Result<&'f EnrolledKey, Refusal> {
    let key = enrolled(posting.facts, member, id)?;
    let before = || {
        signers
            .iter()
            .filter(|signer| signer.standing == Standing::Enrolled)
    };
    if key.person != Person::RECOVERY || before().any(Signer::is_recovery) {
        return Ok(key);
    }
    let mut persons: Vec<&Person> = before().map(|signer| signer.person).collect();
    persons.sort_unstable();
    persons.dedup();
    if persons.len() < RECOVERY_ENDED_BY {
        return Err(Refusal::SignersTooFew {
            member: key.member.clone(),
            found: persons.len(),
            wanted: RECOVERY_ENDED_BY,
        });
    }
    Ok(key)
}
