//! Money on its way: transfers, and returns along their own legs.

use super::citing::{Draw, adds_up};
use super::flow::{count_day, debit, open, persons_for_late, thawed};
use super::posting::Posting;
use super::precedence::both;
use super::repeats;
use super::signers::Signers;
use super::time::happened;
use crate::Refusal;
use crate::entry::{Return, Transfer};
use crate::field::{Amount, Basis, Day, MemberName, Moment, Payees, ProgrammeName, Role};
use crate::rows::{Leg, Member, NodeRef, Programme, Step, StepKind};
use smallvec::SmallVec;

/// The payer's half of a step.
pub(super) fn transfer(
    posting: &mut Posting<'_>,
    entry: &Transfer,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    let programme = may_pay(posting, entry, signers)?;
    let covered = entry.covers.as_ref().map_or(Ok(None), |step| {
        let parties = (&entry.from, &entry.to);
        let index = posting.cited_step(step, &entry.programme, parties, entry.time)?;
        Ok(Some(index))
    });
    let draws = posting.draws(&entry.sources, &entry.from, &entry.programme, entry.time);
    let (covered, draws) = both(covered, draws)?;
    adds_up(&draws, entry.amount)?;
    payable(programme, entry, posting.member(&entry.to)?)?;
    if let Some(covered) = covered {
        cover(posting, covered, entry.amount, programme)?;
    }
    posting.within_nodes(&draws)?;
    posting.turn_over(programme, entry.amount.minor())?;
    send(
        posting,
        programme,
        &draws,
        &sending(entry, covered.is_some()),
    )?;
    repeats::remember(posting, entry);
    Ok(())
}

/// Whether these signers may send that much on that day; gives the programme, and counts the day.
fn may_pay<'f>(
    posting: &mut Posting<'f>,
    entry: &Transfer,
    signers: &Signers<'_>,
) -> Result<&'f Programme, Refusal> {
    let treasury = entry.paid_through.as_ref();
    let parties: SmallVec<[&MemberName; 2]> =
        std::iter::once(&entry.from).chain(treasury).collect();
    signers.only(&parties)?;
    for party in &parties {
        signers.in_role(party, Role::Pay)?;
    }
    let programme = posting.books(&entry.programme, &entry.currency)?;
    open(programme)?;
    for party in &parties {
        thawed(posting, party)?;
    }
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    not_due_before(entry.due, entry.occurred)?;
    let by_sum = count_day(
        posting,
        programme,
        (&entry.from, &entry.to),
        entry.occurred,
        entry.amount,
    );
    signers.persons(&entry.from, persons_for_late(entry.late).max(by_sum))?;
    treasury.map_or(Ok(()), |treasury| signers.persons(treasury, 1))?;
    Ok(programme)
}

fn not_due_before(due: Option<Day>, occurred: Day) -> Result<(), Refusal> {
    if due.is_some_and(|due| due < occurred) {
        Err(Refusal::DueBeforeOccurred)
    } else {
        Ok(())
    }
}

/// Whether the payer may pay this payee, into this account, in this way.
fn payable(programme: &Programme, entry: &Transfer, payee: &Member) -> Result<(), Refusal> {
    let known = entry.account.map_or(payee.accounts.is_empty(), |account| {
        payee.accounts.contains(&account)
    });
    if !known {
        return Err(Refusal::AccountUnknown);
    }
    if programme.payees == Payees::Tree && payee.parent.as_ref() != Some(&entry.from) {
        return Err(Refusal::PayeeOutsideTree);
    }
    if entry.from == entry.to {
        return Err(Refusal::PayeeIsPayer);
    }
    let on_behalf =
        programme.basis == Basis::Limit && entry.paid_through.as_ref() != Some(&entry.from);
    if entry.paid_through.is_some() && !on_behalf {
        return Err(Refusal::PaidThroughCash);
    }
    Ok(())
}

/// Takes what a covering transfer covers off the contested part.
fn cover(
    posting: &mut Posting<'_>,
    index: u64,
    amount: Amount,
    programme: &Programme,
) -> Result<(), Refusal> {
    let step = posting.step_mut(index);
    if amount.minor() > step.contested {
        return Err(Refusal::BeyondContested {
            contested: step.contested,
        });
    }
    step.contested -= amount.minor();
    posting.settle(index, programme);
    Ok(())
}

/// What becomes a step.
struct Sending<'e> {
    kind: StepKind,
    programme: &'e ProgrammeName,
    from: &'e MemberName,
    to: &'e MemberName,
    amount: Amount,
    occurred: Day,
    due: Option<Day>,
    time: Moment,
}

fn sending(entry: &Transfer, covering: bool) -> Sending<'_> {
    Sending {
        kind: if covering {
            StepKind::Covering
        } else {
            StepKind::Transfer
        },
        programme: &entry.programme,
        from: &entry.from,
        to: &entry.to,
        amount: entry.amount,
        occurred: entry.occurred,
        due: entry.due,
        time: entry.time,
    }
}

/// Takes money from its nodes and puts it on its way.
fn send(
    posting: &mut Posting<'_>,
    programme: &Programme,
    draws: &[Draw],
    sending: &Sending<'_>,
) -> Result<(), Refusal> {
    let index = posting.index();
    let legs = send_legs(posting, programme, draws, sending)?;
    let step = Step {
        index,
        identity: posting.effects.identity,
        kind: sending.kind,
        programme: sending.programme.clone(),
        from: sending.from.clone(),
        to: sending.to.clone(),
        time: sending.time,
        occurred: sending.occurred,
        due: sending
            .due
            .unwrap_or_else(|| sending.occurred.plus(programme.hop_days.0)),
        watched: false,
        last_word: false,
        confirmed: None,
        contested: 0,
        taken_from_missing: 0,
        legs,
    };
    posting.effects.steps.push(step);
    let amount = sending.amount.minor();
    let tally = posting.tally(sending.programme, sending.from, sending.occurred)?;
    tally.sent += amount;
    tally.held -= amount;
    let tally = posting.tally(sending.programme, sending.to, sending.occurred)?;
    tally.meant += amount;
    tally.in_transit += amount;
    if sending.kind == StepKind::Covering {
        super::step::credit_at_once(posting, index, sending.occurred, programme)?;
    }
    posting.settle(index, programme);
    Ok(())
}

/// Takes each draw from its node and makes a leg of it.
fn send_legs(
    posting: &mut Posting<'_>,
    programme: &Programme,
    draws: &[Draw],
    sending: &Sending<'_>,
) -> Result<SmallVec<[Leg; 1]>, Refusal> {
    let index = posting.index();
    let mut legs = SmallVec::new();
    for (number, draw) in (0_u8..).zip(draws) {
        debit(posting, draw, sending.occurred, programme, |node| {
            node.sent += draw.amount;
        });
        let target = if sending.kind == StepKind::Return {
            origin(posting, draw)?
        } else {
            NodeRef { index, leg: number }
        };
        legs.push(Leg {
            source: draw.at,
            target,
            sent: draw.amount,
            received: 0,
            back: 0,
            charged: 0,
            recovered: 0,
            written_off: 0,
        });
    }
    Ok(legs)
}

/// The node that the money of a leg had come from: a return goes back to it.
fn origin(posting: &Posting<'_>, draw: &Draw) -> Result<NodeRef, Refusal> {
    let step = posting
        .facts
        .steps
        .get(&draw.at.index)
        .ok_or(Refusal::LegForeign)?;
    let leg = step
        .legs
        .get(usize::from(draw.at.leg))
        .ok_or(Refusal::LegForeign)?;
    Ok(leg.source)
}

/// Money sent back along its own legs.
pub(super) fn give_back(
    posting: &mut Posting<'_>,
    entry: &Return,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.from, Role::Pay)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    not_due_before(entry.due, entry.occurred)?;
    signers.persons(&entry.from, persons_for_late(entry.late))?;
    let draws = posting.draws(&entry.sources, &entry.from, &entry.programme, entry.time)?;
    for draw in &draws {
        let step = posting.facts.steps.get(&draw.at.index);
        if step.is_none_or(|step| step.from != entry.to) {
            return Err(Refusal::LegForeign);
        }
    }
    adds_up(&draws, entry.amount)?;
    posting.within_nodes(&draws)?;
    posting.turn_over(programme, entry.amount.minor())?;
    let sending = Sending {
        kind: StepKind::Return,
        programme: &entry.programme,
        from: &entry.from,
        to: &entry.to,
        amount: entry.amount,
        occurred: entry.occurred,
        due: entry.due,
        time: entry.time,
    };
    send(posting, programme, &draws, &sending)
}
