//! What must be known to judge an entry: a bounded list, from its text alone.

use super::{known, repeats};
use crate::entry::{
    Appropriation, CarryOver, Entry, Expense, KeyRotate, MemberActivate, MemberAmend, Recovery,
    Transfer,
};
use crate::facts::Wanted;
use crate::field::{EnrolKey, MemberName, PublicKey, Source};
use crate::key::key_id;
use crate::note::Note;

/// Names the rows that must be known to judge a note.
#[must_use]
pub fn reads(note: &Note) -> Vec<Wanted> {
    let entry = note.entry();
    let mut wanted = Vec::with_capacity(16);
    wanted.push(Wanted::Reference(
        entry.author().clone(),
        entry.kind(),
        entry.reference().clone(),
    ));
    wanted.push(Wanted::Member(entry.author().clone()));
    let named = known::members(entry).into_iter();
    wanted.extend(
        named
            .filter(|name| *name != entry.author())
            .map(|name| Wanted::Member(name.clone())),
    );
    for line in note.lines() {
        wanted.push(Wanted::Member(line.name.clone()));
        wanted.push(Wanted::Key(line.name.clone(), line.id));
    }
    if let Some(programme) = entry.programme() {
        wanted.push(Wanted::Programme(programme.clone()));
    }
    of_kind(entry, &mut wanted);
    wanted
}

fn of_kind(entry: &Entry, wanted: &mut Vec<Wanted>) {
    match entry {
        Entry::Genesis(genesis) => enrolment(
            &genesis.member,
            &genesis.keys,
            Some(&genesis.recovery),
            wanted,
        ),
        Entry::MemberPropose(propose) => wanted.push(Wanted::Member(propose.member.clone())),
        Entry::MemberVote(vote) => wanted.push(Wanted::Proposal(vote.proposal)),
        Entry::MemberActivate(activate) => of_activation(activate, wanted),
        Entry::MemberAmend(amend) => of_amendment(amend, wanted),
        Entry::KeyRotate(rotate) => of_rotation(rotate, wanted),
        Entry::KeyRevoke(revoke) => wanted.push(Wanted::Key(revoke.member.clone(), revoke.key)),
        Entry::KeyCompromised(key) => wanted.push(Wanted::Key(key.member.clone(), key.key)),
        Entry::Tick(tick) => wanted.push(Wanted::Dues(tick.time)),
        Entry::Appropriation(appropriation) => of_appropriation(appropriation, wanted),
        Entry::Income(income) => wanted.push(Wanted::Node(income.into)),
        Entry::Transfer(transfer) => of_transfer(transfer, wanted),
        Entry::Return(back) => sources(&back.sources, wanted),
        Entry::Expense(expense) => of_expense(expense, wanted),
        Entry::ExpenseRefund(refund) => wanted.push(Wanted::Node(refund.into)),
        Entry::Surrender(surrender) => sources(&surrender.sources, wanted),
        Entry::CarryOver(carry) => of_carry_over(carry, wanted),
        Entry::Receipt(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::ReceiptCorrect(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::Bounce(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::Reversal(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::Charge(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::Recovery(recovery) => of_recovery(recovery, wanted),
        Entry::WriteOff(entry) => wanted.push(Wanted::Step(entry.step)),
        Entry::Endorse(endorse) => wanted.push(Wanted::Entry(endorse.entry)),
        Entry::ProgrammeOpen(_)
        | Entry::ProgrammeAmend(_)
        | Entry::ProgrammeClose(_)
        | Entry::RulesActivate(_)
        | Entry::Freeze(_)
        | Entry::Unfreeze(_) => {}
    }
}

fn of_activation(activate: &MemberActivate, wanted: &mut Vec<Wanted>) {
    wanted.push(Wanted::Proposal(activate.proposal));
    wanted.push(Wanted::House(activate.house.clone()));
    enrolment(
        &activate.member,
        &activate.keys,
        Some(&activate.recovery),
        wanted,
    );
}

fn of_amendment(amend: &MemberAmend, wanted: &mut Vec<Wanted>) {
    wanted.extend(amend.proposal.map(Wanted::Proposal));
}

fn of_rotation(rotate: &KeyRotate, wanted: &mut Vec<Wanted>) {
    enrolment(
        &rotate.member,
        std::slice::from_ref(&rotate.key),
        None,
        wanted,
    );
    wanted.extend(
        rotate
            .replaces
            .map(|id| Wanted::Key(rotate.member.clone(), id)),
    );
}

fn of_appropriation(appropriation: &Appropriation, wanted: &mut Vec<Wanted>) {
    wanted.extend(appropriation.root.map(Wanted::Node));
}

fn of_transfer(transfer: &Transfer, wanted: &mut Vec<Wanted>) {
    wanted.extend(transfer.covers.map(Wanted::Step));
    sources(&transfer.sources, wanted);
    wanted.extend(
        repeats::keys(transfer).map(|(fortnight, digest)| Wanted::Repeat(fortnight, digest)),
    );
    let (programme, from, to) = (
        transfer.programme.clone(),
        transfer.from.clone(),
        transfer.to.clone(),
    );
    wanted.push(Wanted::DaySum(programme, from, to, transfer.occurred));
}

fn of_expense(expense: &Expense, wanted: &mut Vec<Wanted>) {
    sources(&expense.sources, wanted);
    let by = expense.by.clone();
    wanted.push(Wanted::DaySum(
        expense.programme.clone(),
        by.clone(),
        by,
        expense.occurred,
    ));
}

fn of_carry_over(carry: &CarryOver, wanted: &mut Vec<Wanted>) {
    wanted.push(Wanted::Programme(carry.into_programme.clone()));
    sources(&carry.sources, wanted);
}

fn of_recovery(recovery: &Recovery, wanted: &mut Vec<Wanted>) {
    wanted.push(Wanted::Step(recovery.step));
    wanted.push(Wanted::Node(recovery.into));
}

fn sources(sources: &[Source], wanted: &mut Vec<Wanted>) {
    wanted.extend(sources.iter().map(|source| Wanted::Node(source.node)));
}

fn enrolment(
    member: &MemberName,
    keys: &[EnrolKey],
    recovery: Option<&PublicKey>,
    wanted: &mut Vec<Wanted>,
) {
    let publics = keys.iter().map(|key| &key.public).chain(recovery);
    wanted.extend(publics.map(|public| Wanted::Key(member.clone(), key_id(member, public))));
}
