//! What an entry names has to be known: members, and the keys that it speaks about.

use super::precedence::foremost;
use crate::Refusal;
use crate::entry::Entry;
use crate::facts::Facts;
use crate::field::{KeyId, MemberName};
use crate::rows::EnrolledKey;
use smallvec::{SmallVec, smallvec};

/// The members that an entry names, its author first. A genesis and an activation make theirs.
pub(super) fn members(entry: &Entry) -> SmallVec<[&MemberName; 3]> {
    match entry {
        Entry::Genesis(_) | Entry::MemberActivate(_) => smallvec![],
        Entry::MemberPropose(propose) => std::iter::once(&propose.by)
            .chain(&propose.parent)
            .collect(),
        Entry::Transfer(transfer) => [&transfer.from, &transfer.to]
            .into_iter()
            .chain(&transfer.paid_through)
            .collect(),
        Entry::Return(back) => smallvec![&back.from, &back.to],
        Entry::Receipt(entry) => smallvec![&entry.to, &entry.from],
        Entry::ReceiptCorrect(entry) => smallvec![&entry.to, &entry.from],
        Entry::Bounce(entry) => smallvec![&entry.from, &entry.to],
        Entry::Reversal(entry) => smallvec![&entry.from, &entry.to],
        Entry::Charge(entry) => smallvec![&entry.by, &entry.from, &entry.to],
        Entry::Recovery(entry) => smallvec![&entry.by, &entry.from, &entry.to],
        Entry::WriteOff(entry) => smallvec![&entry.by, &entry.from, &entry.to],
        Entry::Freeze(freeze) => smallvec![&freeze.by, &freeze.member],
        Entry::Unfreeze(unfreeze) => smallvec![&unfreeze.by, &unfreeze.member],
        _ => smallvec![entry.author()],
    }
}

/// Makes sure that these members are there, and the key that is revoked or marked.
pub(super) fn all_known(facts: &Facts, entry: &Entry) -> Result<(), Refusal> {
    let members = members(entry).into_iter().map(|name| {
        let known = facts.members.contains_key(name).then_some(());
        known.ok_or_else(|| Refusal::MemberUnknown { name: name.clone() })
    });
    foremost(members.chain(std::iter::once(key_known(facts, entry))))
}

fn key_known(facts: &Facts, entry: &Entry) -> Result<(), Refusal> {
    match entry {
        Entry::KeyRotate(rotate) => rotate
            .replaces
            .map_or(Ok(()), |id| in_use(facts, &rotate.member, id)),
        Entry::KeyRevoke(revoke) => in_use(facts, &revoke.member, revoke.key),
        Entry::KeyCompromised(entry) => enrolled(facts, &entry.member, entry.key).map(|_| ()),
        _ => Ok(()),
    }
}

/// A key that was enrolled for the member, revoked or not.
pub(super) fn enrolled<'f>(
    facts: &'f Facts,
    member: &MemberName,
    id: KeyId,
) -> Result<&'f EnrolledKey, Refusal> {
    let key = facts.keys.get(&(member.clone(), id));
    key.ok_or_else(|| Refusal::KeyUnknown {
        member: member.clone(),
        id,
    })
}

fn in_use(facts: &Facts, member: &MemberName, id: KeyId) -> Result<(), Refusal> {
    let revoked = enrolled(facts, member, id)?.revoked;
    revoked.map_or(Ok(()), |index| {
        Err(Refusal::KeyRevoked {
            member: member.clone(),
            id,
            index,
        })
    })
}
