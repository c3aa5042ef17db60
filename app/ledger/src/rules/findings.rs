//! How findings follow from what happened to a step or a node.

use super::posting::Posting;
use crate::field::{Day, MemberName, ProgrammeName};
use crate::limits::PROOF_MAX;
use crate::rows::{Due, DueKind, Node, NodeRef, Programme};
use crate::{Code, Finding, Minor};
use smallvec::SmallVec;

/// What a new finding is about.
struct Subject {
    programme: ProgrammeName,
    payer: MemberName,
    payee: MemberName,
    since: Day,
}

impl Posting<'_> {
    /// Raises a finding about a step, or brings an open one up to date.
    pub(super) fn raise(
        &mut self,
        step: u64,
        code: Code,
        at_risk: Minor,
        days: Option<u32>,
        proof: Option<u64>,
    ) {
        let row = self.step(step);
        let subject = Subject {
            programme: row.programme.clone(),
            payer: row.from.clone(),
            payee: row.to.clone(),
            since: row.occurred,
        };
        self.put(
            NodeRef {
                index: step,
                leg: 0,
            },
            code,
            subject,
            at_risk,
            days,
            proof,
        );
    }

    /// Raises a finding about a node.
    pub(super) fn raise_idle(&mut self, node: &Node, days: u32) {
        let subject = Subject {
            programme: node.programme.clone(),
            payer: node.sender.clone(),
            payee: node.holder.clone(),
            since: node.moved,
        };
        self.put(
            node.at,
            Code::IdleBalance,
            subject,
            node.held(),
            Some(days),
            None,
        );
    }

    fn put(
        &mut self,
        at: NodeRef,
        code: Code,
        subject: Subject,
        at_risk: Minor,
        days: Option<u32>,
        proof: Option<u64>,
    ) {
        let opened = self.clock();
        let index = self.index();
        let known = self.finding((at.index, at.leg, code)).cloned();
        let mut finding = known.unwrap_or_else(|| Finding {
            subject: at.index,
            leg: at.leg,
            code,
            programme: subject.programme,
            payer: subject.payer,
            payee: subject.payee,
            at_risk,
            since: subject.since,
            days,
            opened,
            closed: None,
            proof: SmallVec::from_slice(&[at.index]),
        });
        if !finding.open() {
            finding.opened = opened;
            finding.closed = None;
        }
        finding.at_risk = at_risk;
        finding.since = subject.since;
        finding.days = days.or(finding.days);
        add_proof(&mut finding, proof);
        add_proof(&mut finding, Some(index));
        self.put_finding(finding);
    }

    /// Closes a finding if it is open.
    pub(super) fn close(&mut self, at: NodeRef, code: Code) {
        let Some(finding) = self
            .finding((at.index, at.leg, code))
            .filter(|finding| finding.open())
        else {
            return;
        };
        let mut finding = finding.clone();
        finding.closed = Some(self.clock());
        add_proof(&mut finding, Some(self.index()));
        self.put_finding(finding);
    }

    fn is_open(&self, step: u64, code: Code) -> bool {
        self.finding((step, 0, code)).is_some_and(Finding::open)
    }

    /// Brings a step's findings and its due row up to date with its terms.
    pub(super) fn settle(&mut self, index: u64, programme: &Programme) {
        self.settle_missing(index);
        self.settle_contested(index);
        self.settle_overdue(index, programme);
        let step = self.step(index);
        if step.back() == step.sent() {
            self.close(NodeRef { index, leg: 0 }, Code::PossibleDuplicate);
        }
    }

    /// Short and denied: what is missing, and what the payer alone says it took back of it.
    fn settle_missing(&mut self, index: u64) {
        let step = self.step(index);
        let at_risk = step.missing() + step.taken_from_missing;
        let denied = step.received() == 0;
        let (holds, other) = if denied {
            (Code::ReceiptDenied, Code::ReceiptShort)
        } else {
            (Code::ReceiptShort, Code::ReceiptDenied)
        };
        let at = NodeRef { index, leg: 0 };
        self.close(at, other);
        if at_risk == 0 {
            self.close(at, holds);
        } else if self
            .finding((index, 0, holds))
            .is_none_or(|finding| !finding.open() || finding.at_risk != at_risk)
        {
            self.raise(index, holds, at_risk, None, None);
        }
    }

    /// Over and contested: whichever is open follows what is contested; a new one is contested
    /// where the payer says it took something back.
    fn settle_contested(&mut self, index: u64) {
        let step = self.step(index);
        let (contested, taken_back) = (step.contested, step.back() > 0);
        let open = [Code::ReceiptOver, Code::ReceiptContested]
            .into_iter()
            .find(|code| self.is_open(index, *code));
        match (open, contested) {
            (None, 0) => {}
            (Some(code), 0) => self.close(NodeRef { index, leg: 0 }, code),
            (Some(code), _)
                if self
                    .finding((index, 0, code))
                    .is_some_and(|known| known.at_risk == contested) => {}
            (Some(code), _) => self.raise(index, code, contested, None, None),
            (None, _) if taken_back => {
                self.raise(index, Code::ReceiptContested, contested, None, None);
            }
            (None, _) => self.raise(index, Code::ReceiptOver, contested, None, None),
        }
    }

    /// Overdue: open and without a last word. A due row watches a step until it is found overdue.
    fn settle_overdue(&mut self, index: u64, programme: &Programme) {
        let step = self.step(index);
        let waiting = step.open() > 0 && !step.last_word;
        let (open, watched, due) = (step.open(), step.watched, step.due);
        let overdue = self.is_open(index, Code::ReceiptOverdue);
        if !waiting {
            self.close(NodeRef { index, leg: 0 }, Code::ReceiptOverdue);
        } else if overdue {
            self.raise(index, Code::ReceiptOverdue, open, None, None);
        }
        let watch = waiting && !overdue;
        if watch != watched {
            let row = Due {
                at: due.end(programme.offset),
                index,
                leg: 0,
                kind: DueKind::Receipt,
            };
            let rows = if watch {
                &mut self.effects.dues_added
            } else {
                &mut self.effects.dues_gone
            };
            rows.push(row);
            self.step_mut(index).watched = watch;
        }
    }

    /// Notes a node's movement: it isn't idle, and is watched while it holds something.
    pub(super) fn moved(&mut self, at: NodeRef, occurred: Day, programme: &Programme) {
        let node = self.node_mut(at).expect("a node that moved is there");
        node.moved = node.moved.max(occurred);
        // Only what came from somebody else lies idle: a root, even one that was cut to nothing, is
        // its holder's own.
        if node.sender == node.holder {
            return;
        }
        let watch = node.held() > 0 && !node.watched;
        let due = node.moved.plus(programme.idle_days.0).end(programme.offset);
        if watch {
            node.watched = true;
            self.effects.dues_added.push(Due {
                at: due,
                index: at.index,
                leg: at.leg,
                kind: DueKind::Idle,
            });
        }
        self.close(at, Code::IdleBalance);
    }
}

/// Adds an index to a finding's proof. When there is no more room the latest gives way.
fn add_proof(finding: &mut Finding, index: Option<u64>) {
    let Some(index) = index.filter(|index| !finding.proof.contains(index)) else {
        return;
    };
    if finding.proof.len() == PROOF_MAX {
        finding.proof.pop();
    }
    finding.proof.push(index);
    finding.proof.sort_unstable();
}
