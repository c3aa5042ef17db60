//! What becomes of a step: what the payee says came, what is taken back, charged, recovered,
//! written off. A payee's receipt is never refused for its amount.

use super::flow::{credit, empty_node};
use super::posting::Posting;
use super::precedence::both;
use super::signers::Signers;
use super::time::happened;
use crate::entry::{Bounce, Charge, Receipt, ReceiptCorrect, Recovery, Reversal, WriteOff};
use crate::field::{Day, Function, Role};
use crate::rows::{Leg, Node, NodeRef, Programme, Step, StepKind};
use crate::{Code, Minor, Refusal, Terms};

/// The term in which a step's open part stands.
fn open_term(terms: &mut Terms, last_word: bool) -> &mut Minor {
    if last_word {
        &mut terms.missing
    } else {
        &mut terms.in_transit
    }
}

/// Shares an amount out over legs, one after the other, each up to its limit. Gives the legs that
/// take something, with their shares.
fn spread(legs: impl Iterator<Item = (usize, Minor)>, amount: Minor) -> Vec<(usize, Minor)> {
    let mut left = amount;
    let shares = legs.map(|(number, limit)| {
        let share = left.min(limit);
        left -= share;
        (number, share)
    });
    shares.filter(|(_, share)| *share > 0).collect()
}

/// Open parts of the legs, the first leg first.
fn open_parts(step: &Step) -> impl DoubleEndedIterator<Item = (usize, Minor)> + ExactSizeIterator {
    step.legs.iter().map(Leg::open).enumerate()
}

/// What the payee says came.
pub(super) fn receipt(
    posting: &mut Posting<'_>,
    entry: &Receipt,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.to, Role::Confirm)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    if entry.amount.minor() == 0 && entry.last.is_none() {
        return Err(Refusal::NothingSaid);
    }
    let credited = credit_legs(
        posting,
        index,
        entry.amount.minor(),
        entry.occurred,
        programme,
    )?;
    let step = posting.step_mut(index);
    step.contested += entry.amount.minor() - credited;
    step.confirmed = step.confirmed.max(Some(entry.occurred));
    if entry.last.is_some() {
        say_last_word(posting, index)?;
    }
    find_late_hop(posting, index, entry.occurred, credited, programme);
    posting.settle(index, programme);
    Ok(())
}

/// Credits up to what is open, in the order of the legs. Gives back how much that was.
fn credit_legs(
    posting: &mut Posting<'_>,
    index: u64,
    amount: Minor,
    occurred: Day,
    programme: &Programme,
) -> Result<Minor, Refusal> {
    let shares = spread(open_parts(posting.step(index)), amount);
    let mut credited = 0;
    for (number, share) in shares {
        posting.step_mut(index).legs[number].received += share;
        credit_target(posting, index, number, share, occurred, programme);
        credited += share;
    }
    let step = posting.step(index);
    let (to, sent_on, last_word) = (step.to.clone(), step.occurred, step.last_word);
    let tally = posting.tally(&programme.name, &to, sent_on)?;
    tally.received += credited;
    tally.held += credited;
    *open_term(tally, last_word) -= credited;
    Ok(credited)
}

/// Credits a leg's share to its node, which its first credit makes.
fn credit_target(
    posting: &mut Posting<'_>,
    index: u64,
    number: usize,
    share: Minor,
    occurred: Day,
    programme: &Programme,
) {
    let step = posting.step(index);
    let (at, kind) = (step.legs[number].target, step.kind);
    if posting.node(at).is_none() {
        let node = target_node(posting, step, at, occurred);
        posting.effects.nodes.push(node);
    }
    credit(posting, at, occurred, programme, |node| {
        *received_term(node, kind) += share;
    });
}

fn target_node(posting: &Posting<'_>, step: &Step, at: NodeRef, occurred: Day) -> Node {
    Node {
        entry: step.identity,
        time: step.time,
        holder: step.to.clone(),
        sender: step.from.clone(),
        ..empty_node(posting, at, &step.programme, occurred)
    }
}

/// Where a node counts what came: returns apart from what was sent to it.
fn received_term(node: &mut Node, kind: StepKind) -> &mut Minor {
    if kind == StepKind::Return {
        &mut node.returned
    } else {
        &mut node.received
    }
}

/// What is still open after the payee's last word is missing.
fn say_last_word(posting: &mut Posting<'_>, index: u64) -> Result<(), Refusal> {
    let step = posting.step_mut(index);
    if step.last_word {
        return Ok(());
    }
    step.last_word = true;
    let (open, programme, to, sent_on) = (
        step.open(),
        step.programme.clone(),
        step.to.clone(),
        step.occurred,
    );
    let tally = posting.tally(&programme, &to, sent_on)?;
    tally.in_transit -= open;
    tally.missing += open;
    Ok(())
}

fn find_late_hop(
    posting: &mut Posting<'_>,
    index: u64,
    occurred: Day,
    credited: Minor,
    programme: &Programme,
) {
    let days = occurred.number() - posting.step(index).occurred.number();
    if credited == 0 || days <= i64::from(programme.hop_days.0) {
        return;
    }
    let before = posting
        .finding((index, 0, Code::LateHop))
        .map_or(0, |finding| finding.at_risk);
    posting.raise(
        index,
        Code::LateHop,
        before + credited,
        u32::try_from(days).ok(),
        None,
    );
}

/// A covering transfer was received before it was sent: both sides have said so.
pub(super) fn credit_at_once(
    posting: &mut Posting<'_>,
    index: u64,
    occurred: Day,
    programme: &Programme,
) -> Result<(), Refusal> {
    let sent = posting.step(index).sent();
    credit_legs(posting, index, sent, occurred, programme)?;
    let step = posting.step_mut(index);
    step.last_word = true;
    step.confirmed = Some(occurred);
    Ok(())
}

/// The payee takes back part of what it had said.
pub(super) fn correct(
    posting: &mut Posting<'_>,
    entry: &ReceiptCorrect,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.to, Role::Confirm)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    if entry.amount.is_none() && entry.withdraw.is_none() {
        return Err(Refusal::NothingSaid);
    }
    if let Some(withdraw) = entry.withdraw {
        let step = posting.step_mut(index);
        if withdraw.minor() > step.contested {
            return Err(Refusal::BeyondContested {
                contested: step.contested,
            });
        }
        step.contested -= withdraw.minor();
    }
    if let Some(amount) = entry.amount {
        take_back_receipt(posting, index, amount.minor(), entry.occurred, programme)?;
    }
    posting.settle(index, programme);
    Ok(())
}

/// Opens what was received again, the last leg first, as far as its node still holds it.
fn take_back_receipt(
    posting: &mut Posting<'_>,
    index: u64,
    amount: Minor,
    occurred: Day,
    programme: &Programme,
) -> Result<(), Refusal> {
    let (kind, to, sent_on, last_word) = {
        let step = posting.step(index);
        (step.kind, step.to.clone(), step.occurred, step.last_word)
    };
    let mut left = amount;
    for number in (0..posting.step(index).legs.len()).rev() {
        let leg = &posting.step(index).legs[number];
        let (target, received) = (leg.target, leg.received);
        let held = posting.node(target).map_or(0, Node::held);
        let share = left.min(received).min(held);
        if share == 0 {
            continue;
        }
        left -= share;
        posting.step_mut(index).legs[number].received -= share;
        *received_term(posting.node_mut(target).expect("it holds something"), kind) -= share;
        posting.moved(target, occurred, programme);
    }
    if left > 0 {
        return Err(Refusal::BeyondReceived {
            available: amount - left,
        });
    }
    let tally = posting.tally(&programme.name, &to, sent_on)?;
    tally.received -= amount;
    tally.held -= amount;
    *open_term(tally, last_word) += amount;
    Ok(())
}

/// The payer's bank sent part of a step back.
pub(super) fn bounce(
    posting: &mut Posting<'_>,
    entry: &Bounce,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.from, Role::Pay)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    within_open(posting.step(index), entry.amount.minor())?;
    take_back(
        posting,
        index,
        entry.amount.minor(),
        entry.occurred,
        programme,
        false,
    )
}

/// The payer cancels a whole step of which nothing was received.
pub(super) fn reversal(
    posting: &mut Posting<'_>,
    entry: &Reversal,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.only(&[&entry.from, &entry.to])?;
    signers.in_role(&entry.from, Role::Pay)?;
    signers.in_role(&entry.to, Role::Confirm)?;
    let programme = posting.programme(&entry.programme)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    signers.persons(&entry.from, 1)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    let step = posting.step(index);
    let open = step.open();
    if open == 0 {
        return Err(Refusal::BeyondOpen { open });
    }
    if step.received() > 0 {
        return Err(Refusal::AlreadyReceived);
    }
    let agreed = signers.iter().any(|signer| *signer.member == entry.to);
    let time_over = posting.clock() >= step.due.plus(programme.grace_days.0).end(programme.offset);
    if !agreed && !step.last_word && !time_over {
        return Err(Refusal::PayeeNotHeard);
    }
    take_back(posting, index, open, entry.occurred, programme, agreed)
}

/// Gives open money back to the nodes that it came from, the last leg first. What the payer alone
/// takes out of what is missing leaves the finding open.
fn take_back(
    posting: &mut Posting<'_>,
    index: u64,
    amount: Minor,
    occurred: Day,
    programme: &Programme,
    agreed: bool,
) -> Result<(), Refusal> {
    let shares = spread(open_parts(posting.step(index)).rev(), amount);
    for (number, share) in shares {
        let leg = &mut posting.step_mut(index).legs[number];
        leg.back += share;
        let source = leg.source;
        credit(posting, source, occurred, programme, |node| {
            node.sent -= share;
        });
    }
    let step = posting.step_mut(index);
    if step.last_word && !agreed {
        step.taken_from_missing += amount;
    }
    let (from, to, sent_on, last_word) = (
        step.from.clone(),
        step.to.clone(),
        step.occurred,
        step.last_word,
    );
    *open_term(posting.tally(&programme.name, &to, sent_on)?, last_word) -= amount;
    let tally = posting.tally(&programme.name, &from, sent_on)?;
    tally.held += amount;
    tally.taken_back += amount;
    posting.settle(index, programme);
    Ok(())
}

/// What a bank kept on the way.
pub(super) fn charge(
    posting: &mut Posting<'_>,
    entry: &Charge,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    if entry.by != entry.from && entry.by != entry.to {
        return Err(Refusal::SignerForeign {
            member: entry.by.clone(),
        });
    }
    let role = if entry.by == entry.from {
        Role::Pay
    } else {
        Role::Confirm
    };
    signers.one_party(&entry.by, role)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    let amount = entry.amount.minor();
    let step = posting.step(index);
    within_open(step, amount)?;
    let tolerated = programme.tolerance.of(step.sent()) - step.charged();
    if amount > tolerated {
        return Err(Refusal::BeyondTolerance {
            tolerated: tolerated.max(0),
        });
    }
    let last_word = step.last_word;
    let shares = spread(open_parts(step), amount);
    let tally = use_up(posting, index, shares, |leg, share| leg.charged += share)?;
    *open_term(tally, last_word) -= amount;
    tally.charged += amount;
    posting.settle(index, programme);
    Ok(())
}

/// Missing money found again. What the payer finds with itself is its word alone, as with a bounce:
/// the finding stays open.
pub(super) fn recovery(
    posting: &mut Posting<'_>,
    entry: &Recovery,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Confirm)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let step = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    );
    let into = posting.held_node(&entry.into, &entry.by, &entry.programme, entry.time);
    let (index, into) = both(step, into)?;
    let amount = entry.amount.minor();
    within_missing(posting.step(index), amount)?;
    let sent_on = posting.step(index).occurred;
    let shares = spread(open_parts(posting.step(index)), amount);
    let tally = use_up(posting, index, shares, |leg, share| leg.recovered += share)?;
    tally.missing -= amount;
    if entry.by == entry.from {
        posting.step_mut(index).taken_from_missing += amount;
    }
    credit(posting, into, entry.occurred, programme, |node| {
        node.recovered += amount;
    });
    let tally = posting.tally(&programme.name, &entry.by, sent_on)?;
    tally.held += amount;
    tally.recovered += amount;
    posting.settle(index, programme);
    Ok(())
}

/// Missing money given up for lost, by an auditor who neither sent it nor should have got it.
pub(super) fn write_off(
    posting: &mut Posting<'_>,
    entry: &WriteOff,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Audit)?;
    posting.in_function(&entry.by, Function::Auditor)?;
    if entry.by == entry.from || entry.by == entry.to {
        return Err(Refusal::AuditorIsParty);
    }
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let index = posting.cited_step(
        &entry.step,
        &entry.programme,
        (&entry.from, &entry.to),
        entry.time,
    )?;
    let amount = entry.amount.minor();
    within_missing(posting.step(index), amount)?;
    let shares = spread(open_parts(posting.step(index)), amount);
    let tally = use_up(posting, index, shares, |leg, share| {
        leg.written_off += share;
    })?;
    tally.missing -= amount;
    tally.written_off += amount;
    posting.settle(index, programme);
    Ok(())
}

/// Takes shares off the open parts of a step's legs; gives the payee's tally of the step's month.
fn use_up<'p>(
    posting: &'p mut Posting<'_>,
    index: u64,
    shares: Vec<(usize, Minor)>,
    mut change: impl FnMut(&mut Leg, Minor),
) -> Result<&'p mut Terms, Refusal> {
    let step = posting.step_mut(index);
    for (number, share) in shares {
        change(&mut step.legs[number], share);
    }
    let (programme, to, sent_on) = (step.programme.clone(), step.to.clone(), step.occurred);
    posting.tally(&programme, &to, sent_on)
}

fn within_open(step: &Step, amount: Minor) -> Result<(), Refusal> {
    let open = step.open();
    if amount > open {
        Err(Refusal::BeyondOpen { open })
    } else {
        Ok(())
    }
}

fn within_missing(step: &Step, amount: Minor) -> Result<(), Refusal> {
    let missing = step.missing();
    if amount > missing {
        Err(Refusal::BeyondMissing { missing })
    } else {
        Ok(())
    }
}
