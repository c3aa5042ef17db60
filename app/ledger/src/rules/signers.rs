//! Who signed, and whether they may.

use super::posting::Posting;
use super::precedence::foremost;
use crate::facts::Facts;
use crate::field::{KeyId, MemberName, Person, PublicKey, Role, Roles};
use crate::key::key_id;
use crate::note::{SignatureLine, Verified};
use crate::{Entry, Refusal};
use smallvec::SmallVec;

/// How a key on a signature line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Enrolled before this entry.
    Enrolled,
    /// Enrolled by this entry: the line proves possession.
    New,
}

/// A signature line resolved to a person.
pub(super) struct Signer<'a> {
    pub(super) member: &'a MemberName,
    pub(super) id: KeyId,
    pub(super) person: &'a Person,
    pub(super) roles: Roles,
    pub(super) standing: Standing,
}

impl Signer<'_> {
    pub(super) fn is_recovery(&self) -> bool {
        *self.person == Person::RECOVERY
    }
}

/// All signature lines of an entry.
pub(super) struct Signers<'a>(SmallVec<[Signer<'a>; 2]>);

impl<'a> Signers<'a> {
    /// Resolves every line to a key that is active at this index.
    ///
    /// # Errors
    /// [`Refusal::MemberUnknown`], [`Refusal::KeyUnknown`] or [`Refusal::KeyRevoked`].
    pub(super) fn resolve(facts: &'a Facts, verified: &'a Verified) -> Result<Self, Refusal> {
        let entry = verified.note().entry();
        let lines = verified
            .signatures()
            .map(|(line, public)| resolve_line(facts, entry, line, public));
        foremost(lines).map(Self)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Signer<'a>> {
        self.0.iter()
    }

    /// Makes sure that nobody else signed.
    pub(super) fn only(&self, parties: &[&MemberName]) -> Result<(), Refusal> {
        let foreign = self.iter().find(|signer| !parties.contains(&signer.member));
        foreign.map_or(Ok(()), |signer| {
            Err(Refusal::SignerForeign {
                member: signer.member.clone(),
            })
        })
    }

    /// Makes sure that each key of the member that signed has the role.
    pub(super) fn in_role(&self, member: &MemberName, role: Role) -> Result<(), Refusal> {
        let without = self
            .iter()
            .find(|signer| signer.member == member && !signer.roles.contains(role));
        without.map_or(Ok(()), |_| {
            Err(Refusal::RoleMissing {
                member: member.clone(),
                role,
            })
        })
    }

    /// Makes sure that so many distinct persons of the member signed: two devices of one person
    /// count once, so a maker can't be the checker.
    pub(super) fn persons(&self, member: &MemberName, wanted: usize) -> Result<(), Refusal> {
        let mut persons: SmallVec<[&Person; 4]> = self
            .iter()
            .filter(|signer| signer.member == member)
            .map(|signer| signer.person)
            .collect();
        persons.sort_unstable();
        persons.dedup();
        if persons.len() >= wanted {
            return Ok(());
        }
        Err(Refusal::SignersTooFew {
            member: member.clone(),
            found: persons.len(),
            wanted,
        })
    }

    /// One member alone signs, with keys of one role, at least one person.
    pub(super) fn one_party(&self, member: &MemberName, role: Role) -> Result<(), Refusal> {
        self.only(&[member])?;
        self.in_role(member, role)?;
        self.persons(member, 1)
    }

    /// Every key that the entry enrols has signed.
    pub(super) fn possession_of(
        &self,
        entry_keys: &[crate::field::EnrolKey],
        member: &MemberName,
    ) -> Result<(), Refusal> {
        for key in entry_keys {
            let id = key_id(member, &key.public);
            if !self
                .iter()
                .any(|signer| signer.standing == Standing::New && signer.id == id)
            {
                return Err(Refusal::PossessionUnproven { id });
            }
        }
        Ok(())
    }
}

fn resolve_line<'a>(
    facts: &'a Facts,
    entry: &'a Entry,
    line: &'a SignatureLine,
    public: &PublicKey,
) -> Result<Signer<'a>, Refusal> {
    if let Some(signer) = enrolled_here(entry, line, public) {
        return Ok(signer);
    }
    if !facts.members.contains_key(&line.name) {
        return Err(Refusal::MemberUnknown {
            name: line.name.clone(),
        });
    }
    let known = facts
        .keys
        .get(&(line.name.clone(), line.id))
        .filter(|key| key.public == *public);
    let key = known.ok_or_else(|| Refusal::KeyUnknown {
        member: line.name.clone(),
        id: line.id,
    })?;
    if let Some(index) = key.revoked {
        return Err(Refusal::KeyRevoked {
            member: line.name.clone(),
            id: line.id,
            index,
        });
    }
    Ok(Signer {
        member: &line.name,
        id: line.id,
        person: &key.person,
        roles: key.roles,
        standing: Standing::Enrolled,
    })
}

fn enrolled_here<'a>(
    entry: &'a Entry,
    line: &'a SignatureLine,
    public: &PublicKey,
) -> Option<Signer<'a>> {
    let (member, keys) = entry.enrols()?;
    if *member != line.name {
        return None;
    }
    let key = keys.iter().find(|key| key.public == *public)?;
    Some(Signer {
        member: &line.name,
        id: line.id,
        person: &key.person,
        roles: key.roles,
        standing: Standing::New,
    })
}

impl Posting<'_> {
    /// Makes sure that a member has the function that an entry takes.
    pub(super) fn in_function(
        &self,
        name: &MemberName,
        wanted: crate::field::Function,
    ) -> Result<(), Refusal> {
        if self.member(name)?.function == wanted {
            return Ok(());
        }
        Err(Refusal::FunctionDiffers {
            member: name.clone(),
            wanted,
        })
    }
}
