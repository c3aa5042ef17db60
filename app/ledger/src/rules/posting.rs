//! The working copy of what one entry changes.

use crate::facts::Facts;
use crate::field::{Day, MemberName, Moment, ProgrammeName};
use crate::note::Note;
use crate::rows::{EnrolledKey, Head, Member, Node, NodeRef, Programme, Step};
use crate::{Code, Effects, Finding, Refusal, TallyMove, Terms};
use smallvec::SmallVec;

/// Rows are copied out of the facts when a rule first changes them, and become the effects.
pub(super) struct Posting<'f> {
    pub(super) facts: &'f Facts,
    pub(super) effects: Effects,
}

impl<'f> Posting<'f> {
    pub(super) fn new(facts: &'f Facts, note: &Note) -> Self {
        let entry = note.entry();
        let effects = Effects {
            index: facts.head.as_ref().map_or(0, |head| head.next_index),
            identity: note.identity(),
            kind: entry.kind(),
            author: entry.author().clone(),
            reference: entry.reference().clone(),
            time: entry.time(),
            programme: entry.programme().cloned(),
            head: None,
            members: Vec::new(),
            keys: Vec::new(),
            houses: Vec::new(),
            proposals: Vec::new(),
            programmes: SmallVec::new(),
            steps: SmallVec::new(),
            nodes: SmallVec::new(),
            repeats: SmallVec::new(),
            day_sums: Vec::new(),
            dues_added: SmallVec::new(),
            dues_gone: SmallVec::new(),
            findings: SmallVec::new(),
            endorsements: Vec::new(),
            tallies: SmallVec::new(),
            flows: SmallVec::new(),
            arrivals: SmallVec::new(),
            finding_moves: Vec::new(),
        };
        Self { facts, effects }
    }

    pub(super) fn finish(mut self) -> Effects {
        self.sum_up();
        self.effects
    }

    /// The entry's index.
    pub(super) fn index(&self) -> u64 {
        self.effects.index
    }

    /// Ledger time, a tick's own included; the entry's before there is any.
    pub(super) fn clock(&self) -> Moment {
        let head = self.effects.head.as_deref().or(self.facts.head.as_ref());
        head.map_or(self.effects.time, |head| head.clock)
    }

    /// The ledger's row. Only a genesis is judged without one.
    pub(super) fn head(&self) -> &'f Head {
        self.facts
            .head
            .as_ref()
            .expect("an entry other than the genesis is judged after it")
    }

    pub(super) fn head_mut(&mut self) -> &mut Head {
        let head = self.head();
        self.effects
            .head
            .get_or_insert_with(|| Box::new(head.clone()))
    }

    pub(super) fn member(&self, name: &MemberName) -> Result<&'f Member, Refusal> {
        self.facts
            .members
            .get(name)
            .ok_or_else(|| Refusal::MemberUnknown { name: name.clone() })
    }

    pub(super) fn member_mut(&mut self, name: &MemberName) -> Result<&mut Member, Refusal> {
        let member = self.member(name)?.clone();
        self.effects.members.push(member);
        Ok(self.effects.members.last_mut().expect("one was pushed"))
    }

    pub(super) fn key_mut(&mut self, key: &EnrolledKey) -> &mut EnrolledKey {
        self.effects.keys.push(key.clone());
        self.effects.keys.last_mut().expect("one was pushed")
    }

    pub(super) fn programme(&self, name: &ProgrammeName) -> Result<&'f Programme, Refusal> {
        self.facts
            .programmes
            .get(name)
            .ok_or_else(|| Refusal::ProgrammeUnknown { name: name.clone() })
    }

    pub(super) fn programme_mut(&mut self, programme: &Programme) -> &mut Programme {
        let staged = self
            .effects
            .programmes
            .iter()
            .position(|staged| staged.name == programme.name);
        let at = staged.unwrap_or_else(|| {
            self.effects.programmes.push(Box::new(programme.clone()));
            self.effects.programmes.len() - 1
        });
        &mut self.effects.programmes[at]
    }

    /// The node as it stands after what this entry did so far.
    pub(super) fn node(&self, at: NodeRef) -> Option<&Node> {
        self.effects
            .nodes
            .iter()
            .find(|node| node.at == at)
            .or_else(|| self.facts.nodes.get(&at))
    }

    pub(super) fn node_mut(&mut self, at: NodeRef) -> Option<&mut Node> {
        let staged = self.effects.nodes.iter().position(|node| node.at == at);
        let position = match staged {
            Some(position) => position,
            None => {
                self.effects.nodes.push(self.facts.nodes.get(&at)?.clone());
                self.effects.nodes.len() - 1
            }
        };
        self.effects.nodes.get_mut(position)
    }

    /// The step as it stands after what this entry did so far. The caller has looked it up.
    pub(super) fn step(&self, index: u64) -> &Step {
        let staged = self.effects.steps.iter().find(|step| step.index == index);
        staged
            .or_else(|| self.facts.steps.get(&index))
            .expect("a step that was looked up is there")
    }

    pub(super) fn step_mut(&mut self, index: u64) -> &mut Step {
        let staged = self
            .effects
            .steps
            .iter()
            .position(|step| step.index == index);
        let position = staged.unwrap_or_else(|| {
            self.effects.steps.push(self.step(index).clone());
            self.effects.steps.len() - 1
        });
        &mut self.effects.steps[position]
    }

    pub(super) fn finding(&self, key: (u64, u8, Code)) -> Option<&Finding> {
        let staged = self
            .effects
            .findings
            .iter()
            .find(|finding| finding.key() == key);
        staged.or_else(|| self.facts.findings.get(&key))
    }

    pub(super) fn put_finding(&mut self, finding: Finding) {
        let staged = self
            .effects
            .findings
            .iter_mut()
            .find(|staged| staged.key() == finding.key());
        match staged {
            Some(staged) => *staged = finding,
            None => self.effects.findings.push(finding),
        }
    }

    /// The change that this entry makes to a member's tallies in the month of a day.
    pub(super) fn tally(
        &mut self,
        programme: &ProgrammeName,
        name: &MemberName,
        day: Day,
    ) -> Result<&mut Terms, Refusal> {
        let member = self.member(name)?;
        let change = TallyMove::new(programme, member, day);
        let tallies = &mut self.effects.tallies;
        let staged = tallies.iter().position(|staged| {
            staged.member == change.member
                && staged.programme == change.programme
                && staged.month == change.month
        });
        let position = staged.unwrap_or_else(|| {
            tallies.push(change);
            tallies.len() - 1
        });
        Ok(&mut tallies[position].change)
    }
}
