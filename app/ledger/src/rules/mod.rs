//! Admission: what an entry must satisfy, and what it changes when it does.
//!
//! Each rule reads [`Facts`] and writes into a [`posting::Posting`], which becomes the entry's
//! [`Effects`]. A rule that refuses leaves nothing behind: the posting is dropped.

mod citing;
mod findings;
mod flow;
mod inflow;
mod keys;
mod known;
mod leaving;
mod membership;
mod oversight;
mod posting;
mod precedence;
mod programme;
mod reads;
mod repeats;
mod sending;
mod signers;
mod spending;
mod step;
mod summing;
mod tick;
mod time;

pub use reads::reads;
pub use repeats::payment_key;

use crate::entry::Entry;
use crate::{Effects, Facts, Refusal, Verified};
use posting::Posting;
use signers::Signers;

/// Judges a note against the facts that [`reads`] asked for.
///
/// # Errors
/// The [`Refusal`] that comes first in the documented order. [`Refusal::AlreadyAdmitted`] is the
/// answer to a safe retry and is tested before any other rule.
pub fn admit(facts: &Facts, verified: &Verified) -> Result<Effects, Refusal> {
    let note = verified.note();
    let entry = note.entry();
    if let Some(index) = facts.admitted_at(entry, &note.identity()) {
        return Err(Refusal::AlreadyAdmitted { index });
    }
    belongs_here(facts, entry)?;
    if let Some(reference) = facts.reference(entry) {
        return Err(Refusal::RefReused {
            index: reference.index,
        });
    }
    let ((), signers) = precedence::both(
        known::all_known(facts, entry),
        Signers::resolve(facts, verified),
    )?;
    time::signed_in_time(facts, entry)?;
    let mut posting = Posting::new(facts, note);
    judge(&mut posting, entry, &signers)?;
    Ok(posting.finish())
}

fn belongs_here(facts: &Facts, entry: &Entry) -> Result<(), Refusal> {
    match (&facts.head, entry.ledger()) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(Refusal::GenesisMissing),
        (Some(_), None) => Err(Refusal::GenesisExists),
        (Some(head), Some(ledger)) if head.ledger == *ledger => Ok(()),
        (Some(_), Some(_)) => Err(Refusal::LedgerDiffers),
    }
}

fn judge(posting: &mut Posting<'_>, entry: &Entry, signers: &Signers<'_>) -> Result<(), Refusal> {
    match entry {
        Entry::Genesis(genesis) => membership::genesis(posting, genesis, signers),
        Entry::MemberPropose(propose) => membership::propose(posting, propose, signers),
        Entry::MemberVote(vote) => membership::vote(posting, vote, signers),
        Entry::MemberActivate(activate) => membership::activate(posting, activate, signers),
        Entry::MemberAmend(amend) => membership::amend(posting, amend, signers),
        Entry::KeyRotate(rotate) => keys::rotate(posting, rotate, signers),
        Entry::KeyRevoke(revoke) => keys::revoke(posting, revoke, signers),
        Entry::KeyCompromised(compromised) => keys::compromised(posting, compromised, signers),
        Entry::ProgrammeOpen(open) => programme::open(posting, open, signers),
        Entry::ProgrammeAmend(amend) => programme::amend(posting, amend, signers),
        Entry::ProgrammeClose(close) => programme::close(posting, close, signers),
        Entry::RulesActivate(activate) => membership::activate_rules(posting, activate, signers),
        Entry::Tick(tick) => tick::tick(posting, tick, signers),
        Entry::Appropriation(appropriation) => {
            inflow::appropriation(posting, appropriation, signers)
        }
        Entry::Income(income) => inflow::income(posting, income, signers),
        Entry::Transfer(transfer) => sending::transfer(posting, transfer, signers),
        Entry::Return(back) => sending::give_back(posting, back, signers),
        Entry::Expense(expense) => spending::expense(posting, expense, signers),
        Entry::ExpenseRefund(refund) => spending::refund(posting, refund, signers),
        Entry::Surrender(surrender) => leaving::surrender(posting, surrender, signers),
        Entry::CarryOver(carry) => leaving::carry_over(posting, carry, signers),
        Entry::Receipt(receipt) => step::receipt(posting, receipt, signers),
        Entry::ReceiptCorrect(correct) => step::correct(posting, correct, signers),
        Entry::Bounce(bounce) => step::bounce(posting, bounce, signers),
        Entry::Reversal(reversal) => step::reversal(posting, reversal, signers),
        Entry::Charge(charge) => step::charge(posting, charge, signers),
        Entry::Recovery(recovery) => step::recovery(posting, recovery, signers),
        Entry::WriteOff(write_off) => step::write_off(posting, write_off, signers),
        Entry::Freeze(freeze) => oversight::freeze(posting, freeze, signers),
        Entry::Unfreeze(unfreeze) => oversight::unfreeze(posting, unfreeze, signers),
        Entry::Endorse(endorse) => oversight::endorse(posting, endorse, signers),
    }
}
