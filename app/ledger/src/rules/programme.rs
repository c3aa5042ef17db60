//! Programmes: opened, amended for later entries, closed to new outflows.

use super::flow::owned;
use super::posting::Posting;
use super::signers::Signers;
use crate::Refusal;
use crate::entry::{ProgrammeAmend, ProgrammeClose, ProgrammeOpen};
use crate::field::{Function, Role, Threshold};
use crate::rows::Programme;

/// Opens a programme.
pub(super) fn open(
    posting: &mut Posting<'_>,
    entry: &ProgrammeOpen,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Administer)?;
    posting.in_function(&entry.by, Function::Finance)?;
    if posting.facts.programmes.contains_key(&entry.programme) {
        return Err(Refusal::ProgrammeExists);
    }
    if entry.ends < entry.starts || !rising(&entry.thresholds) {
        return Err(Refusal::TermsContradict);
    }
    let programme = Programme {
        name: entry.programme.clone(),
        owner: entry.by.clone(),
        title: entry.title.clone(),
        currency: entry.currency.clone(),
        exponent: entry.exponent,
        starts: entry.starts,
        ends: entry.ends,
        offset: entry.offset,
        basis: entry.basis,
        payees: entry.payees,
        hop_days: entry.hop_days,
        idle_days: entry.idle_days,
        grace_days: entry.grace_days,
        tolerance: entry.tolerance,
        thresholds: entry.thresholds.to_vec(),
        closed_through: None,
        closed: false,
        volume: 0,
        opened: posting.index(),
    };
    posting.effects.programmes.push(Box::new(programme));
    Ok(())
}

/// Changes a programme's terms.
pub(super) fn amend(
    posting: &mut Posting<'_>,
    entry: &ProgrammeAmend,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Administer)?;
    let programme = posting.programme(&entry.programme)?;
    owned(programme, &entry.by)?;
    if !rising(&entry.thresholds)
        || entry.closed_through
            < programme
                .closed_through
                .filter(|_| entry.closed_through.is_some())
    {
        return Err(Refusal::TermsContradict);
    }
    let mut amended = programme.clone();
    amended.closed_through = entry.closed_through.or(programme.closed_through);
    amended.payees = entry.payees.unwrap_or(programme.payees);
    amended.hop_days = entry.hop_days.unwrap_or(programme.hop_days);
    amended.idle_days = entry.idle_days.unwrap_or(programme.idle_days);
    amended.grace_days = entry.grace_days.unwrap_or(programme.grace_days);
    amended.tolerance = entry.tolerance.unwrap_or(programme.tolerance);
    if !entry.thresholds.is_empty() {
        amended.thresholds = entry.thresholds.to_vec();
    }
    if amended == *programme {
        return Err(Refusal::NoChange);
    }
    posting.effects.programmes.push(Box::new(amended));
    Ok(())
}

/// Closes a programme to new outflows.
pub(super) fn close(
    posting: &mut Posting<'_>,
    entry: &ProgrammeClose,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Administer)?;
    let programme = posting.programme(&entry.programme)?;
    owned(programme, &entry.by)?;
    if programme.closed {
        return Err(Refusal::NoChange);
    }
    posting.programme_mut(programme).closed = true;
    Ok(())
}

/// A larger sum never takes fewer persons.
fn rising(thresholds: &[Threshold]) -> bool {
    thresholds
        .windows(2)
        .all(|pair| pair[0].from < pair[1].from && pair[0].persons < pair[1].persons)
}
