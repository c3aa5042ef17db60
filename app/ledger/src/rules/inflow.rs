//! Money that comes into a programme: appropriations, their supplements and cuts, income.

use super::citing::in_currency;
use super::flow::{credit, empty_node, open, owned, persons_for_late};
use super::posting::Posting;
use super::signers::Signers;
use super::time::happened;
use crate::entry::{Appropriation, Income};
use crate::field::{Day, Direction, NodeCitation, Role};
use crate::rows::NodeRef;
use crate::{Minor, Refusal};

/// A new root, or a supplement or cut of one.
pub(super) fn appropriation(
    posting: &mut Posting<'_>,
    entry: &Appropriation,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Pay)?;
    let programme = posting.programme(&entry.programme)?;
    owned(programme, &entry.by)?;
    in_currency(programme, &entry.currency)?;
    open(programme)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    signers.persons(&entry.by, persons_for_late(entry.late))?;
    let root = match &entry.root {
        Some(citation) => Some((*citation, root_node(posting, entry, citation)?)),
        None => None,
    };
    let amount = entry.amount.minor();
    let change = if entry.direction == Some(Direction::Cut) {
        -amount
    } else {
        amount
    };
    match (root, entry.direction) {
        (None, None) => new_root(posting, entry),
        (Some(root), Some(_)) => change_root(posting, root, change, entry.occurred)?,
        _ => return Err(Refusal::RootAndDirection),
    }
    posting.turn_over(programme, amount)?;
    let tally = posting.tally(&entry.programme, &entry.by, entry.occurred)?;
    tally.appropriated += change;
    tally.held += change;
    Ok(())
}

/// The appropriation that a supplement or cut names. One that was cut to nothing is one no more.
fn root_node(
    posting: &Posting<'_>,
    entry: &Appropriation,
    citation: &NodeCitation,
) -> Result<NodeRef, Refusal> {
    let known = posting.facts.node_ref(citation);
    let node = known.and_then(|at| posting.facts.nodes.get(&at));
    if node.is_some_and(|node| node.appropriated == 0) {
        return Err(Refusal::NodeUnknown { node: *citation });
    }
    posting.held_node(citation, &entry.by, &entry.programme, entry.time)
}

fn new_root(posting: &mut Posting<'_>, entry: &Appropriation) {
    let mut node = empty_node(
        posting,
        NodeRef {
            index: posting.index(),
            leg: 0,
        },
        &entry.programme,
        entry.occurred,
    );
    node.holder = entry.by.clone();
    node.sender = entry.by.clone();
    node.appropriated = entry.amount.minor();
    posting.effects.nodes.push(node);
}

fn change_root(
    posting: &mut Posting<'_>,
    (citation, at): (NodeCitation, NodeRef),
    change: Minor,
    occurred: Day,
) -> Result<(), Refusal> {
    let node = posting
        .node_mut(at)
        .expect("a node that was looked up is there");
    if node.held() + change < 0 {
        return Err(Refusal::BeyondNode {
            node: citation,
            held: node.held(),
        });
    }
    if node.appropriated + change < 0 {
        return Err(Refusal::BeyondAppropriated {
            appropriated: node.appropriated,
        });
    }
    node.appropriated += change;
    // A supplement is a credit like any other: what it adds may be carried over.
    node.carried &= change < 0;
    node.moved = node.moved.max(occurred);
    Ok(())
}

/// Money from outside the programme.
pub(super) fn income(
    posting: &mut Posting<'_>,
    entry: &Income,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    signers.one_party(&entry.by, Role::Confirm)?;
    let programme = posting.books(&entry.programme, &entry.currency)?;
    open(programme)?;
    happened(programme, entry.occurred, entry.late.is_some(), entry.time)?;
    let at = posting.held_node(&entry.into, &entry.by, &entry.programme, entry.time)?;
    posting.turn_over(programme, entry.amount.minor())?;
    credit(posting, at, entry.occurred, programme, |node| {
        node.income += entry.amount.minor();
    });
    let tally = posting.tally(&entry.programme, &entry.by, entry.occurred)?;
    tally.income += entry.amount.minor();
    tally.held += entry.amount.minor();
    Ok(())
}
