//! Money on its way, and in purses: how the plan itself knows who holds what.

use super::fate::fate;
use super::founding::amount;
use super::lots::Lot;
use super::script::{count, currency, programme};
use super::year::{Event, Hour, World};
use ledger::Minor;
use ledger::entry::{Kind, Transfer};
use ledger::field::{Ascending, Commitment, Day, Identity, NodeCitation, Prose, RecordRef, Source};

/// A leg as the plan knows it.
#[derive(Clone, Debug)]
pub(super) struct Leg {
    pub(super) source: NodeCitation,
    pub(super) target: NodeCitation,
    pub(super) sent: Minor,
    pub(super) received: Minor,
    /// Taken back, charged, recovered or written off.
    pub(super) gone: Minor,
}

impl Leg {
    pub(super) const fn open(&self) -> Minor {
        self.sent - self.received - self.gone
    }
}

/// A transfer or return as the plan knows it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) identity: Identity,
    pub(super) reference: RecordRef,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) legs: Vec<Leg>,
    /// The payee leaves the money lying.
    pub(super) kept: bool,
}

impl Step {
    pub(super) fn open(&self) -> Minor {
        self.legs.iter().map(Leg::open).sum()
    }
}

/// A transfer's own words.
pub(super) struct Sending {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) account: Option<Commitment>,
    /// Its reference; without it the next of the simulated ones.
    pub(super) reference: Option<RecordRef>,
    pub(super) covers: Option<Identity>,
    pub(super) due: Option<Day>,
    pub(super) purpose: Option<Prose>,
}

impl World<'_> {
    /// Sends money on its way, and lets its lot take its course.
    pub(super) fn send(
        &mut self,
        sending: Sending,
        draws: Vec<(NodeCitation, Minor)>,
        lot: Lot,
    ) -> usize {
        let (from, to) = (sending.from, sending.to);
        let draws = self.take(from, draws);
        let sum = draws.iter().map(|(_, share)| share).sum();
        let time = self.script.stamp();
        let signers = self.script.payers(from, to, self.today, sum);
        let reference = sending
            .reference
            .unwrap_or_else(|| self.script.reference(from, Kind::Transfer));
        let transfer = Transfer {
            ledger: self.script.ledger(),
            programme: programme(),
            from: self.script.actor(from).name.clone(),
            to: self.script.actor(to).name.clone(),
            account: sending.account,
            reference: reference.clone(),
            covers: sending.covers,
            paid_through: None,
            amount: amount(sum),
            currency: currency(),
            sources: sources(&draws),
            occurred: self.today,
            due: sending.due,
            late: None,
            purpose: sending.purpose,
            attachments: Ascending::default(),
            time,
            signers: count(&signers),
        };
        let identity = self.script.put(transfer, signers);
        let legs = (0_u8..).zip(draws).map(|(leg, (source, sent))| Leg {
            source,
            target: NodeCitation {
                entry: identity,
                leg,
            },
            sent,
            received: 0,
            gone: 0,
        });
        let step = Step {
            identity,
            reference,
            from,
            to,
            legs: legs.collect(),
            kept: false,
        };
        self.begin(step, sum, lot)
    }

    /// Enters a step that was sent, with all that will become of it.
    pub(super) fn begin(&mut self, step: Step, sum: Minor, lot: Lot) -> usize {
        let place = self.steps.len();
        let fate = fate(lot, sum, &mut self.dice);
        self.steps.push(Step {
            kept: fate.kept,
            ..step
        });
        for (code, at_risk) in fate.leaks {
            self.plant(place, code, at_risk, fate.story);
        }
        for planned in fate.acts {
            self.later(planned.after, Hour::Answering, Event::Act(place, planned));
        }
        place
    }

    /// Takes shares out of a member's purse. Gives them back in the order in which entries cite them.
    pub(super) fn take(
        &mut self,
        place: usize,
        mut draws: Vec<(NodeCitation, Minor)>,
    ) -> Vec<(NodeCitation, Minor)> {
        draws.sort_by_key(|(node, _)| *node);
        for (node, share) in &draws {
            let holding = self.purses[place].get_mut(node);
            holding.expect("a member draws on what it holds").held -= share;
        }
        draws
    }

    /// Puts a share into a member's purse.
    pub(super) fn give(&mut self, place: usize, node: NodeCitation, share: Minor) {
        self.purses[place].entry(node).or_default().held += share;
    }

    /// The nodes from which a member can spend at least so much.
    pub(super) fn free(&self, place: usize, least: Minor) -> Vec<(NodeCitation, Minor)> {
        let purse = self.purses[place].iter();
        purse
            .filter(|(_, holding)| !holding.kept && holding.held >= least)
            .map(|(node, holding)| (*node, holding.held))
            .collect()
    }
}

/// Shares as an entry cites them.
pub(super) fn sources<const MAX: usize>(draws: &[(NodeCitation, Minor)]) -> Ascending<Source, MAX> {
    let sources = draws.iter().map(|(node, share)| Source {
        node: *node,
        amount: amount(*share),
    });
    Ascending::new(sources).expect("a draw takes at most sixteen nodes, none twice")
}
