//! What entries that draw on nodes, or fill them, have in common.

use super::citing::Draw;
use super::posting::Posting;
use crate::Refusal;
use crate::field::{Amount, Day, MemberName, ProgrammeName, Yes};
use crate::rows::{DaySum, Node, NodeRef, Programme};

/// Takes money from a node.
pub(super) fn debit(
    posting: &mut Posting<'_>,
    draw: &Draw,
    occurred: Day,
    programme: &Programme,
    change: impl FnOnce(&mut Node),
) {
    change(
        posting
            .node_mut(draw.at)
            .expect("a node that was looked up is there"),
    );
    posting.moved(draw.at, occurred, programme);
}

/// Adds money to a node, which can then be carried over anew.
pub(super) fn credit(
    posting: &mut Posting<'_>,
    at: NodeRef,
    occurred: Day,
    programme: &Programme,
    change: impl FnOnce(&mut Node),
) {
    let node = posting
        .node_mut(at)
        .expect("a node that was looked up is there");
    change(node);
    node.carried = false;
    posting.moved(at, occurred, programme);
}

/// A node of this entry without any money.
pub(super) fn empty_node(
    posting: &Posting<'_>,
    at: NodeRef,
    programme: &ProgrammeName,
    occurred: Day,
) -> Node {
    Node {
        at,
        entry: posting.effects.identity,
        time: posting.effects.time,
        holder: posting.effects.author.clone(),
        sender: posting.effects.author.clone(),
        programme: programme.clone(),
        appropriated: 0,
        received: 0,
        returned: 0,
        recovered: 0,
        income: 0,
        sent: 0,
        spent: 0,
        left: 0,
        moved: occurred,
        carried: false,
        watched: false,
    }
}

pub(super) fn open(programme: &Programme) -> Result<(), Refusal> {
    if programme.closed {
        Err(Refusal::ProgrammeClosed)
    } else {
        Ok(())
    }
}

pub(super) fn owned(programme: &Programme, by: &MemberName) -> Result<(), Refusal> {
    if programme.owner == *by {
        Ok(())
    } else {
        Err(Refusal::ProgrammeForeign {
            owner: programme.owner.clone(),
        })
    }
}

pub(super) fn thawed(posting: &Posting<'_>, name: &MemberName) -> Result<(), Refusal> {
    if posting.member(name)?.frozen {
        Err(Refusal::MemberFrozen {
            member: name.clone(),
        })
    } else {
        Ok(())
    }
}

/// An outflow in a closed period takes a second person.
pub(super) fn persons_for_late(late: Option<Yes>) -> usize {
    if late.is_some() { 2 } else { 1 }
}

/// Adds to the sum of the day and says how many persons it takes: a split within the day doesn't
/// pass below a threshold.
pub(super) fn count_day(
    posting: &mut Posting<'_>,
    programme: &Programme,
    (from, to): (&MemberName, &MemberName),
    day: Day,
    amount: Amount,
) -> usize {
    if programme.thresholds.is_empty() {
        return 1;
    }
    let key = (programme.name.clone(), from.clone(), to.clone(), day);
    let before = posting
        .facts
        .day_sums
        .get(&key)
        .copied()
        .unwrap_or_default();
    let sum = before.0 + amount.minor();
    posting.effects.day_sums.push((key, DaySum(sum)));
    let reached = programme
        .thresholds
        .iter()
        .filter(|threshold| threshold.from.minor() <= sum);
    reached
        .map(|threshold| usize::from(threshold.persons))
        .max()
        .unwrap_or(1)
}
