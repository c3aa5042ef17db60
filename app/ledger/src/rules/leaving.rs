//! Money that leaves a programme: surrendered, or carried over into another year.

use super::citing::{Draw, Draws, adds_up, in_currency};
use super::flow::{debit, empty_node, open, persons_for_late, thawed};
use super::posting::Posting;
use super::precedence::both;
use super::signers::Signers;
use super::time::happened;
use crate::Refusal;
use crate::entry::{CarryOver, Surrender};
use crate::field::{Amount, Currency, Day, MemberName, Moment, Role, Source, Yes};
use crate::rows::{NodeRef, Programme};

/// Money given up to the treasury.
pub(super) fn surrender(
    posting: &mut Posting<'_>,
    entry: &Surrender,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Pay)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    thawed(posting, &entry.by)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let leaving = Leaving {
        by: &entry.by,
        amount: entry.amount,
        sources: &entry.sources,
        occurred: entry.occurred,
    };
    let draws = may_leave(
        posting,
        programme,
        &leaving,
        signers,
        (entry.late, entry.time),
    )?;
    leave(posting, programme, &leaving, &draws)
}

/// Unspent money taken into another year.
pub(super) fn carry_over(
    posting: &mut Posting<'_>,
    entry: &CarryOver,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Pay)?;
    let programme = posting.programme(&entry.programme)?;
    let next = posting.programme(&entry.into_programme)?;
    in_one_unit(programme, next, &entry.currency)?;
    open(next)?;
    year_ended(posting, programme)?;
    thawed(posting, &entry.by)?;
    let late = entry.late.is_some();
    both(
        happened(programme, entry.occurred, late, entry.time),
        happened(next, entry.occurred, late, entry.time),
    )?;
    let leaving = Leaving {
        by: &entry.by,
        amount: entry.amount,
        sources: &entry.sources,
        occurred: entry.occurred,
    };
    let draws = may_leave(
        posting,
        programme,
        &leaving,
        signers,
        (entry.late, entry.time),
    )?;
    let mut nodes = draws.iter().filter_map(|draw| posting.node(draw.at));
    if nodes.any(|node| node.carried) {
        return Err(Refusal::AlreadyCarried);
    }
    leave(posting, programme, &leaving, &draws)?;
    for draw in &draws {
        posting.node_mut(draw.at).expect("it was debited").carried = true;
    }
    enter_next_year(posting, entry, next)?;
    // Money that enters the year that it leaves would be appropriated twice.
    if entry.into_programme == entry.programme {
        return Err(Refusal::NoChange);
    }
    Ok(())
}

/// Makes sure that a figure is the same amount in both programmes: one currency, one minor unit.
fn in_one_unit(one: &Programme, other: &Programme, currency: &Currency) -> Result<(), Refusal> {
    in_currency(one, currency)?;
    in_currency(other, currency)?;
    if one.exponent == other.exponent {
        Ok(())
    } else {
        Err(Refusal::CurrencyDiffers)
    }
}

/// Makes sure that the programme's year is over by ledger time, or that it is closed.
fn year_ended(posting: &Posting<'_>, programme: &Programme) -> Result<(), Refusal> {
    let over = posting.clock().local_day(programme.offset) > programme.ends;
    if over || programme.closed {
        Ok(())
    } else {
        Err(Refusal::YearNotEnded {
            ends: programme.ends,
        })
    }
}

fn enter_next_year(
    posting: &mut Posting<'_>,
    entry: &CarryOver,
    next: &Programme,
) -> Result<(), Refusal> {
    let amount = entry.amount.minor();
    posting.turn_over(next, amount)?;
    let at = NodeRef {
        index: posting.index(),
        leg: 0,
    };
    let mut node = empty_node(posting, at, &entry.into_programme, entry.occurred);
    node.holder = entry.by.clone();
    node.sender = entry.by.clone();
    node.appropriated = amount;
    posting.effects.nodes.push(node);
    let tally = posting.tally(&entry.into_programme, &entry.by, entry.occurred)?;
    tally.appropriated += amount;
    tally.held += amount;
    Ok(())
}

/// What leaves the programme.
struct Leaving<'e> {
    by: &'e MemberName,
    amount: Amount,
    sources: &'e [Source],
    occurred: Day,
}

/// What a surrender and a carry-over must satisfy; gives what they draw from which node.
fn may_leave(
    posting: &Posting<'_>,
    programme: &Programme,
    leaving: &Leaving<'_>,
    signers: &Signers<'_>,
    (late, time): (Option<Yes>, Moment),
) -> Result<Draws, Refusal> {
    signers.persons(leaving.by, persons_for_late(late))?;
    let draws = posting.draws(leaving.sources, leaving.by, &programme.name, time)?;
    adds_up(&draws, leaving.amount)?;
    posting.within_nodes(&draws)?;
    Ok(draws)
}

/// Takes money out of the programme.
fn leave(
    posting: &mut Posting<'_>,
    programme: &Programme,
    leaving: &Leaving<'_>,
    draws: &[Draw],
) -> Result<(), Refusal> {
    posting.turn_over(programme, leaving.amount.minor())?;
    for draw in draws {
        debit(posting, draw, leaving.occurred, programme, |node| {
            node.left += draw.amount;
        });
    }
    let tally = posting.tally(&programme.name, leaving.by, leaving.occurred)?;
    tally.held -= leaving.amount.minor();
    tally.left += leaving.amount.minor();
    Ok(())
}
