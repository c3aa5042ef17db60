//! What entries cite: the nodes that money comes from, and the steps that they speak about.

use super::posting::Posting;
use super::precedence::foremost;
use super::time::signed_after;
use crate::field::{
    Amount, Currency, Identity, MemberName, Moment, NodeCitation, ProgrammeName, Source,
};
use crate::limits::PROGRAMME_VOLUME_MAX;
use crate::rows::{NodeRef, Programme};
use crate::{Minor, Refusal};
use smallvec::SmallVec;

/// What an outflow takes from one node.
#[derive(Clone, Copy)]
pub(super) struct Draw {
    pub(super) citation: NodeCitation,
    pub(super) at: NodeRef,
    pub(super) amount: Minor,
}

pub(super) type Draws = SmallVec<[Draw; 1]>;

impl<'f> Posting<'f> {
    /// The programme of an entry about money, in its currency.
    pub(super) fn books(
        &self,
        name: &ProgrammeName,
        currency: &Currency,
    ) -> Result<&'f Programme, Refusal> {
        let programme = self.programme(name)?;
        in_currency(programme, currency)?;
        Ok(programme)
    }

    /// The node that a citation names, in this programme and held by this member.
    pub(super) fn held_node(
        &self,
        citation: &NodeCitation,
        holder: &MemberName,
        programme: &ProgrammeName,
        time: Moment,
    ) -> Result<NodeRef, Refusal> {
        let at = self.facts.node_ref(citation).ok_or(Refusal::CitedUnknown {
            identity: citation.entry,
        })?;
        let node = self
            .facts
            .nodes
            .get(&at)
            .ok_or(Refusal::NodeUnknown { node: *citation })?;
        signed_after(time, node.time)?;
        if node.programme != *programme {
            return Err(Refusal::CitedDiffers);
        }
        if node.holder != *holder {
            return Err(Refusal::NodeForeign {
                holder: node.holder.clone(),
            });
        }
        Ok(at)
    }

    /// The nodes that an outflow's sources name.
    pub(super) fn draws(
        &self,
        sources: &[Source],
        holder: &MemberName,
        programme: &ProgrammeName,
        time: Moment,
    ) -> Result<Draws, Refusal> {
        let draws = sources.iter().map(|source| {
            let at = self.held_node(&source.node, holder, programme, time)?;
            Ok(Draw {
                citation: source.node,
                at,
                amount: source.amount.minor(),
            })
        });
        foremost(draws)
    }

    /// Makes sure that each node holds what is taken from it.
    pub(super) fn within_nodes(&self, draws: &[Draw]) -> Result<(), Refusal> {
        for draw in draws {
            let held = self.node(draw.at).map_or(0, crate::rows::Node::held);
            if draw.amount > held {
                return Err(Refusal::BeyondNode {
                    node: draw.citation,
                    held,
                });
            }
        }
        Ok(())
    }

    /// Counts an amount towards the programme's turnover.
    pub(super) fn turn_over(
        &mut self,
        programme: &Programme,
        amount: Minor,
    ) -> Result<(), Refusal> {
        let row = self.programme_mut(programme);
        row.volume += amount;
        if row.volume > PROGRAMME_VOLUME_MAX {
            Err(Refusal::LimitExceeded)
        } else {
            Ok(())
        }
    }

    /// The step that an entry speaks about, between the parties and in the programme it names.
    pub(super) fn cited_step(
        &self,
        identity: &Identity,
        programme: &ProgrammeName,
        parties: (&MemberName, &MemberName),
        time: Moment,
    ) -> Result<u64, Refusal> {
        let step = self.facts.step(identity).ok_or(Refusal::CitedUnknown {
            identity: *identity,
        })?;
        signed_after(time, step.time)?;
        if step.programme != *programme || (&step.from, &step.to) != parties {
            return Err(Refusal::CitedDiffers);
        }
        Ok(step.index)
    }
}

/// Makes sure that an entry counts in the programme's currency.
pub(super) fn in_currency(programme: &Programme, currency: &Currency) -> Result<(), Refusal> {
    if programme.currency == *currency {
        Ok(())
    } else {
        Err(Refusal::CurrencyDiffers)
    }
}

/// Makes sure that the sources add up to the amount.
pub(super) fn adds_up(draws: &[Draw], amount: Amount) -> Result<(), Refusal> {
    let sum = draws.iter().map(|draw| draw.amount).sum();
    if sum == amount.minor() {
        Ok(())
    } else {
        Err(Refusal::SourcesDiffer { sum })
    }
}
