//! Keys: enrolled by another person, revoked by anyone of the member.

use super::membership::enrol;
use super::posting::Posting;
use super::signers::{Signers, Standing};
use crate::Refusal;
use crate::entry::{KeyCompromised, KeyRevoke, KeyRotate};
use crate::field::{KeyId, MemberName, Role};
use crate::rows::EnrolledKey;

/// Enrols a key: it signs itself, and another person who administers the member or the recovery
/// key signs with it.
pub(super) fn rotate(
    posting: &mut Posting<'_>,
    entry: &KeyRotate,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    posting.member(&entry.member)?;
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
    let log = posting.head().log_key;
    enrol(posting, &entry.member, entry.key.clone(), log.as_ref())?;
    match entry.replaces {
        Some(id) => revoke_key(posting, &entry.member, id),
        None => Ok(()),
    }
}

/// Revokes a key; any key of the member may, so that a thief can be stopped at once.
pub(super) fn revoke(
    posting: &mut Posting<'_>,
    entry: &KeyRevoke,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    posting.member(&entry.member)?;
    signers.only(&[&entry.member])?;
    revoke_key(posting, &entry.member, entry.key)
}

fn revoke_key(posting: &mut Posting<'_>, member: &MemberName, id: KeyId) -> Result<(), Refusal> {
    let index = posting.index();
    let key = known(posting, member, id)?;
    if let Some(index) = key.revoked {
        return Err(Refusal::KeyRevoked {
            member: member.clone(),
            id,
            index,
        });
    }
    posting.key_mut(key).revoked = Some(index);
    Ok(())
}

/// Marks what a key signed since an index as disputed, and revokes it.
pub(super) fn compromised(
    posting: &mut Posting<'_>,
    entry: &KeyCompromised,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    posting.member(&entry.member)?;
    signers.only(&[&entry.member])?;
    let index = posting.index();
    let key = known(posting, &entry.member, entry.key)?;
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

fn known<'f>(
    posting: &Posting<'f>,
    member: &MemberName,
    id: KeyId,
) -> Result<&'f EnrolledKey, Refusal> {
    let key = posting.facts.keys.get(&(member.clone(), id));
    key.ok_or_else(|| Refusal::KeyUnknown {
        member: member.clone(),
        id,
    })
}
