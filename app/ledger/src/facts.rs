//! Facts: the rows that are known. The sequencer holds a bounded set of them, a verifier all.

use crate::entry::Kind;
use crate::field::{
    Day, Identity, KeyId, MemberName, Moment, NodeCitation, ProgrammeName, RecordRef,
};
use crate::rows::{
    DaySum, Due, Endorsement, EnrolledKey, Head, House, Member, Node, NodeRef, Programme, Proposal,
    Reference, Repeat, Step,
};
use crate::{Code, Effects, Finding};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What must be known to judge an entry. A loader that can't find a row leaves it out: absence is
/// a fact too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A member.
    Member(MemberName),
    /// A key of a member.
    Key(MemberName, KeyId),
    /// A house.
    House(MemberName),
    /// A proposal.
    Proposal(Identity),
    /// A programme.
    Programme(ProgrammeName),
    /// A reference that may have been used.
    Reference(MemberName, Kind, RecordRef),
    /// Index and time of an entry.
    Entry(Identity),
    /// A step with its entry, the nodes at both ends of its legs, and the findings about these.
    Step(Identity),
    /// A node with its entry, the findings about it, and the step that it is a leg of.
    Node(NodeCitation),
    /// Earlier payments, by fortnight and digest, with their steps.
    Repeat(i64, u64),
    /// The sum of a day.
    DaySum(ProgrammeName, MemberName, MemberName, Day),
    /// What falls due by then, the earliest first and at most [`crate::limits::DUES_PER_TICK`],
    /// each with its step (as for [`Wanted::Step`]) or node, and its programme.
    Dues(Moment),
}

/// Index and time of an admitted entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// Its index.
    pub index: u64,
    /// When it was signed.
    pub time: Moment,
}

// No rule iterates over these maps, so their order can't reach a result. The hasher has a fixed
// seed: this package takes no randomness.
type Map<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// The rows that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The ledger itself; nothing before the genesis.
    pub head: Option<Head>,
    /// Members.
    pub members: Map<MemberName, Member>,
    /// Keys.
    pub keys: Map<(MemberName, KeyId), EnrolledKey>,
    /// Houses.
    pub houses: Map<MemberName, House>,
    /// Proposals.
    pub proposals: Map<Identity, Proposal>,
    /// Programmes.
    pub programmes: Map<ProgrammeName, Programme>,
    /// References that were used.
    pub references: Map<(MemberName, Kind, RecordRef), Reference>,
    /// Where entries stand.
    pub entries: Map<Identity, Admitted>,
    /// Steps by index.
    pub steps: Map<u64, Step>,
    /// Nodes.
    pub nodes: Map<NodeRef, Node>,
    /// Earlier payments.
    pub repeats: Map<(i64, u64), Repeat>,
    /// Sums of a day.
    pub day_sums: Map<(ProgrammeName, MemberName, MemberName, Day), DaySum>,
    /// What falls due.
    pub dues: BTreeSet<Due>,
    /// Findings.
    pub findings: BTreeMap<(u64, u8, Code), Finding>,
    /// Endorsements.
    pub endorsements: Vec<Endorsement>,
}

impl Facts {
    /// Where a cited node stands, if its entry is known.
    #[must_use]
    pub fn node_ref(&self, citation: &NodeCitation) -> Option<NodeRef> {
        self.entries.get(&citation.entry).map(|entry| NodeRef {
            index: entry.index,
            leg: citation.leg,
        })
    }

    /// The step with this identity.
    #[must_use]
    pub fn step(&self, identity: &Identity) -> Option<&Step> {
        self.steps.get(&self.entries.get(identity)?.index)
    }

    /// The index at which the same text was admitted before.
    #[must_use]
    pub fn admitted_at(&self, entry: &crate::Entry, identity: &Identity) -> Option<u64> {
        let reference = self.reference(entry)?;
        (reference.identity == *identity).then_some(reference.index)
    }

    /// The entry that used this entry's reference.
    pub(crate) fn reference(&self, entry: &crate::Entry) -> Option<&Reference> {
        self.references.get(&(
            entry.author().clone(),
            entry.kind(),
            entry.reference().clone(),
        ))
    }
}

/// Folds an entry's effects into the facts.
pub fn apply(facts: &mut Facts, effects: &Effects) {
    apply_head(facts, effects);
    let reference = Reference {
        index: effects.index,
        identity: effects.identity,
    };
    facts.references.insert(
        (
            effects.author.clone(),
            effects.kind,
            effects.reference.clone(),
        ),
        reference,
    );
    facts.entries.insert(
        effects.identity,
        Admitted {
            index: effects.index,
            time: effects.time,
        },
    );
    for member in &effects.members {
        facts.members.insert(member.name.clone(), member.clone());
    }
    for key in &effects.keys {
        facts.keys.insert((key.member.clone(), key.id), key.clone());
    }
    for house in &effects.houses {
        facts.houses.insert(house.name.clone(), house.clone());
    }
    for proposal in &effects.proposals {
        facts.proposals.insert(proposal.identity, proposal.clone());
    }
    for programme in &effects.programmes {
        facts
            .programmes
            .insert(programme.name.clone(), Programme::clone(programme));
    }
    apply_money(facts, effects);
}

fn apply_head(facts: &mut Facts, effects: &Effects) {
    if let Some(head) = &effects.head {
        facts.head = Some(Head::clone(head));
    }
    if let Some(head) = &mut facts.head {
        head.next_index = effects.index + 1;
    }
}

fn apply_money(facts: &mut Facts, effects: &Effects) {
    for step in &effects.steps {
        facts.steps.insert(step.index, step.clone());
    }
    for node in &effects.nodes {
        facts.nodes.insert(node.at, node.clone());
    }
    for (key, repeat) in &effects.repeats {
        facts.repeats.insert(*key, repeat.clone());
    }
    for (key, sum) in &effects.day_sums {
        facts.day_sums.insert(key.clone(), *sum);
    }
    for due in &effects.dues_gone {
        facts.dues.remove(due);
    }
    facts.dues.extend(effects.dues_added.iter().copied());
    for finding in &effects.findings {
        facts.findings.insert(finding.key(), finding.clone());
    }
    facts
        .endorsements
        .extend(effects.endorsements.iter().cloned());
}
