//! Rows of the effect table that several operations share, and what every operation must be.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AMOUNT_MAX, Amount, Column, Effect, Entry, Leg, LegTerm, Node, Programme, Refusal, SOURCES_MAX,
    Source, Step, Term,
};

/// Fails with `refusal` unless `holds`.
pub(super) fn need(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}

pub(super) fn need_amount(amount: Amount) -> Result<(), Refusal> {
    need((1..=AMOUNT_MAX).contains(&amount), Refusal::Malformed)
}

/// Sources that can be written down: 1 to 16, none twice, amounts from 1.
pub(super) fn need_sources(sources: &[Source]) -> Result<(), Refusal> {
    need(
        (1..=SOURCES_MAX).contains(&sources.len()),
        Refusal::Malformed,
    )?;
    let distinct: BTreeSet<Node> = sources.iter().map(|source| source.node).collect();
    need(distinct.len() == sources.len(), Refusal::Malformed)?;
    sources
        .iter()
        .try_for_each(|source| need_amount(source.amount))?;
    need_amount(total(sources))
}

pub(super) fn total(sources: &[Source]) -> Amount {
    sources.iter().map(|source| source.amount).sum()
}

/// Takes `amount` from the legs in their order, from each at most what `most` says.
pub(super) fn spread(
    legs: &[Leg],
    amount: Amount,
    most: impl Fn(&Leg) -> Amount,
) -> Vec<(usize, Amount)> {
    let mut rest = amount;
    let mut parts = Vec::new();
    for (number, leg) in legs.iter().enumerate() {
        let part = rest.min(most(leg));
        rest -= part;
        if part > 0 {
            parts.push((number, part));
        }
    }
    parts
}

pub(super) fn new_leg(source: Source, credits: Node) -> Leg {
    Leg {
        source: source.node,
        credits,
        sent: source.amount,
        terms: BTreeMap::new(),
    }
}

pub(super) fn payee_legs(entry: Entry, sources: &[Source]) -> Vec<Leg> {
    let node = |leg| Node { entry, leg };
    (0u64..)
        .zip(sources)
        .map(|(leg, source)| new_leg(*source, node(leg)))
        .collect()
}

/// A+I and H of a root.
pub(super) fn appropriated(node: Node, programme: Programme, amount: Amount) -> Vec<Effect> {
    vec![
        Effect::Node(node, Term::Appropriated, amount),
        Effect::Line(programme, Column::Appropriated, amount),
        Effect::Line(programme, Column::Held, amount),
    ]
}

/// Hs falls, T rises. The step's legs must be there first.
pub(super) fn sent(entry: Entry, legs: &[Leg], programme: Programme) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (number, leg) in legs.iter().enumerate() {
        effects.push(Effect::Node(leg.source, Term::Sent, leg.sent));
        effects.push(Effect::Leg(entry, number, LegTerm::Open, leg.sent));
        effects.push(Effect::Line(programme, Column::Held, -leg.sent));
        effects.push(Effect::Line(programme, Column::InTransit, leg.sent));
    }
    effects
}

/// The open part of a leg becomes something else.
pub(super) fn answered(entry: Entry, leg: usize, amount: Amount, term: LegTerm) -> [Effect; 2] {
    [
        Effect::Leg(entry, leg, LegTerm::Open, -amount),
        Effect::Leg(entry, leg, term, amount),
    ]
}

/// The open part goes back to the legs' sources, the last leg first.
pub(super) fn given_back(entry: Entry, step: &Step, amount: Amount) -> Vec<Effect> {
    let mut rest = amount;
    let mut effects = Vec::new();
    for (number, leg) in step.legs.iter().enumerate().rev() {
        let part = rest.min(leg.term(LegTerm::Open));
        rest -= part;
        effects.extend(answered(entry, number, part, LegTerm::TakenBack));
        effects.push(Effect::Node(leg.source, Term::TakenBack, part));
    }
    effects.push(Effect::Line(step.programme, open_column(step), -amount));
    effects.push(Effect::Line(step.programme, Column::Held, amount));
    effects
}

/// What is held becomes spent or leaves.
pub(super) fn ended(
    programme: Programme,
    sources: &[Source],
    term: Term,
    column: Column,
) -> Vec<Effect> {
    let mut effects: Vec<Effect> = sources
        .iter()
        .map(|source| Effect::Node(source.node, term, source.amount))
        .collect();
    effects.push(Effect::Line(programme, Column::Held, -total(sources)));
    effects.push(Effect::Line(programme, column, total(sources)));
    effects
}

pub(super) fn open_column(step: &Step) -> Column {
    if step.settled {
        Column::Missing
    } else {
        Column::InTransit
    }
}

pub(super) fn credit_term(step: &Step) -> Term {
    if step.retraces {
        Term::Returned
    } else {
        Term::Received
    }
}
