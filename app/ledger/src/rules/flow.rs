//! Money that comes in, moves on, is spent or leaves: everything that draws on nodes.

use super::citing::{Draw, Draws, adds_up, in_currency};
use super::posting::Posting;
use super::precedence::both;
use super::repeats;
use super::signers::Signers;
use super::time::happened;
use crate::entry::{
    Appropriation, CarryOver, Expense, ExpenseRefund, Income, Return, Surrender, Transfer,
};
use crate::field::{
    Amount, Basis, Currency, Day, Direction, MemberName, Moment, NodeCitation, Payees,
    ProgrammeName, Role, Source, Yes,
};
use crate::rows::{DaySum, Leg, Member, Node, NodeRef, Programme, Step, StepKind};
use crate::{Minor, Refusal};
use smallvec::SmallVec;

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

/// Takes money from a node.
fn debit(
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

fn open(programme: &Programme) -> Result<(), Refusal> {
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

fn thawed(posting: &Posting<'_>, name: &MemberName) -> Result<(), Refusal> {
    if posting.member(name)?.frozen {
        Err(Refusal::MemberFrozen {
            member: name.clone(),
        })
    } else {
        Ok(())
    }
}

/// An outflow in a closed period takes a second person.
fn persons_for_late(late: Option<Yes>) -> usize {
    if late.is_some() { 2 } else { 1 }
}

/// Adds to the sum of the day and says how many persons it takes: a split within the day doesn't
/// pass below a threshold.
fn count_day(
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
