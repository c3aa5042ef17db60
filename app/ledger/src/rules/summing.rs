//! What an entry changes in the sums of its steps and findings: the difference between its rows
//! after and before.

use super::posting::Posting;
use crate::sums::{
    ArrivalMove, ArrivalTerms, FindingMove, FindingTerms, FlowKey, FlowMove, FlowTerms,
};

impl Posting<'_> {
    /// Writes the changes of sums, once every other effect stands.
    pub(super) fn sum_up(&mut self) {
        let facts = self.facts;
        let effects = &mut self.effects;
        for step in &effects.steps {
            let before = facts.steps.get(&step.index);
            let flow = FlowTerms::of(step).since(&before.map(FlowTerms::of).unwrap_or_default());
            if flow != FlowTerms::default() {
                let key = FlowKey::of(step);
                effects.flows.push(FlowMove { key, change: flow });
            }
            let arrival =
                ArrivalTerms::of(step).since(&before.map(ArrivalTerms::of).unwrap_or_default());
            if arrival != ArrivalTerms::default() {
                let payee = facts.members.get(&step.to);
                let payee = payee.expect("who changes what arrived names the payee");
                let change = ArrivalMove::new(step, payee, arrival);
                effects.arrivals.push(change);
            }
        }
        for finding in &effects.findings {
            let before = facts.findings.get(&finding.key()).map(FindingTerms::of);
            let change = FindingTerms::of(finding).since(&before.unwrap_or_default());
            if change != FindingTerms::default() {
                let change = FindingMove::new(finding, change);
                effects.finding_moves.push(change);
            }
        }
    }
}
