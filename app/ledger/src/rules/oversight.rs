//! Oversight: freezes by an auditor, and later signatures under an entry.

use super::posting::Posting;
use super::signers::Signers;
use super::time::signed_after;
use crate::Refusal;
use crate::entry::{Endorse, Freeze, Unfreeze};
use crate::field::{Function, MemberName, Role};
use crate::rows::Endorsement;

/// Stops a member's outflows.
pub(super) fn freeze(
    posting: &mut Posting<'_>,
    entry: &Freeze,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    set_frozen(posting, (&entry.by, &entry.member), signers, true)
}

/// Lets a member's outflows go on.
pub(super) fn unfreeze(
    posting: &mut Posting<'_>,
    entry: &Unfreeze,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    set_frozen(posting, (&entry.by, &entry.member), signers, false)
}

fn set_frozen(
    posting: &mut Posting<'_>,
    (by, member): (&MemberName, &MemberName),
    signers: &Signers<'_>,
    frozen: bool,
) -> Result<(), Refusal> {
    posting.member(member)?;
    signers.one_party(by, Role::Audit)?;
    posting.in_function(by, Function::Auditor)?;
    let row = posting.member_mut(member)?;
    if row.frozen == frozen {
        return Err(Refusal::NoChange);
    }
    row.frozen = frozen;
    Ok(())
}

/// Puts a later signature under an entry.
pub(super) fn endorse(
    posting: &mut Posting<'_>,
    entry: &Endorse,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.by])?;
    signers.persons(&entry.by, 1)?;
    let cited = posting.facts.entries.get(&entry.entry);
    let cited = cited.ok_or(Refusal::CitedUnknown {
        identity: entry.entry,
    })?;
    signed_after(entry.time, cited.time)?;
    let endorsement = Endorsement {
        entry: cited.index,
        index: posting.index(),
        by: entry.by.clone(),
    };
    posting.effects.endorsements.push(endorsement);
    Ok(())
}
