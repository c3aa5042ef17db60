//! Money spent, and what comes back of it.

use super::citing::adds_up;
use super::flow::{count_day, credit, debit, open, persons_for_late, thawed};
use super::posting::Posting;
use super::signers::Signers;
use super::time::happened;
use crate::Refusal;
use crate::entry::{Expense, ExpenseRefund};
use crate::field::Role;

/// Money spent.
pub(super) fn expense(
    posting: &mut Posting<'_>,
    entry: &Expense,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Pay)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    open(programme)?;
    thawed(posting, &entry.by)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let by_sum = count_day(
        posting,
        programme,
        (&entry.by, &entry.by),
        entry.occurred,
        entry.amount,
    );
    signers.persons(&entry.by, persons_for_late(entry.late).max(by_sum))?;
    let draws = posting.draws(&entry.sources, &entry.by, &entry.programme, entry.time)?;
    adds_up(&draws, entry.amount)?;
    posting.within_nodes(&draws)?;
    posting.turn_over(programme, entry.amount.minor())?;
    for draw in &draws {
        debit(posting, draw, entry.occurred, programme, |node| {
            node.spent += draw.amount;
        });
    }
    let tally = posting.tally(&entry.programme, &entry.by, entry.occurred)?;
    tally.held -= entry.amount.minor();
    tally.spent += entry.amount.minor();
    Ok(())
}

/// Spent money that came back.
pub(super) fn refund(
    posting: &mut Posting<'_>,
    entry: &ExpenseRefund,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Confirm)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let at = posting.held_node(&entry.into, &entry.by, &entry.programme, entry.time)?;
    let amount = entry.amount.minor();
    let spent = posting.node(at).map_or(0, |node| node.spent);
    if amount > spent {
        return Err(Refusal::BeyondSpent { spent });
    }
    credit(posting, at, entry.occurred, programme, |node| {
        node.spent -= amount;
    });
    let tally = posting.tally(&entry.programme, &entry.by, entry.occurred)?;
    tally.held += amount;
    tally.spent -= amount;
    Ok(())
}
