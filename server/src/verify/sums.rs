//! The sums that pages show beside the tallies, added up again from the rows at the end of a
//! replay: not from the changes that a store added.

use ledger::field::MemberName;
use ledger::{
    ArrivalKey, ArrivalMove, ArrivalTerms, Effects, Facts, FindingMove, FindingTallyKey,
    FindingTerms, FlowKey, FlowMove, FlowTerms, Minor, Scope,
};
use std::collections::BTreeMap;

/// Every sum of steps and findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What went between members.
    pub flows: BTreeMap<FlowKey, FlowTerms>,
    /// How what was sent arrives.
    pub arrivals: BTreeMap<ArrivalKey, ArrivalTerms>,
    /// How many findings there are.
    pub findings: BTreeMap<FindingTallyKey, FindingTerms>,
}

impl Sums {
    /// The sums of these rows.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let mut sums = Self::default();
        for step in facts.steps.values() {
            let flow = sums.flows.entry(FlowKey::of(step)).or_default();
            flow.add(&FlowTerms::of(step));
            // Whose payee isn't known got nothing of it: no entry of the payee's was admitted.
            let Some(payee) = facts.members.get(&step.to) else {
                continue;
            };
            let arrived = ArrivalMove::new(step, payee, ArrivalTerms::of(step));
            for key in arrived.keys() {
                sums.arrivals.entry(key).or_default().add(&arrived.change);
            }
        }
        for finding in facts.findings.values() {
            let found = FindingMove::new(finding, FindingTerms::of(finding));
            for key in found.keys() {
                sums.findings.entry(key).or_default().add(&found.change);
            }
        }
        sums
    }

    /// Adds what one entry changes, as a store does.
    pub fn change(&mut self, effects: &Effects) {
        for FlowMove { key, change } in &effects.flows {
            self.flows.entry(key.clone()).or_default().add(change);
        }
        for arrived in &effects.arrivals {
            for key in arrived.keys() {
                self.arrivals.entry(key).or_default().add(&arrived.change);
            }
        }
        for found in &effects.finding_moves {
            for key in found.keys() {
                self.findings.entry(key).or_default().add(&found.change);
            }
        }
    }

    /// Holds a store's sums against these, and names every one that differs. A row of zeros and
    /// none are the same.
    #[must_use]
    pub fn compare(&self, stored: &Self) -> Vec<SumDifference> {
        let mut found = differing(&self.flows, &stored.flows, FlowTerms::named, SumRow::Flow);
        found.extend(differing(
            &self.arrivals,
            &stored.arrivals,
            ArrivalTerms::named,
            SumRow::Arrivals,
        ));
        found.extend(differing(
            &self.findings,
            &stored.findings,
            FindingTerms::named,
            SumRow::Findings,
        ));
        found
    }
}

/// Whose totals a scope names.
pub(super) fn whose(scope: &Scope) -> String {
    match scope {
        Scope::Programme => "the whole programme".to_owned(),
        Scope::Member(member) => format!("member {member}"),
        Scope::Tier(tier) => format!("tier {}", tier.0),
        Scope::Region(region) => format!("region {region}"),
    }
}

/// A row of sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumRow {
    /// What went between two members.
    Flow(FlowKey),
    /// How what was sent arrives.
    Arrivals(ArrivalKey),
    /// How many findings there are.
    Findings(FindingTallyKey),
}

impl std::fmt::Display for SumRow {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flow(key) => write!(
                formatter,
                "flow from {} to {} in {}",
                key.payer, key.payee, key.programme
            ),
            Self::Arrivals(key) => write!(
                formatter,
                "arrivals in {} ({})",
                key.programme,
                whose(&key.scope)
            ),
            Self::Findings(key) => {
                let (code, programme) = (key.code.word(), &key.programme);
                let member = key.member.as_ref().map_or("anybody", MemberName::as_str);
                write!(formatter, "findings {code} in {programme} about {member}")
            }
        }
    }
}

/// A sum that a store holds otherwise than the entries say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumDifference {
    /// Which row.
    pub row: SumRow,
    /// Which of its sums.
    pub term: &'static str,
    /// What the entries say: a count, days, or minor units.
    pub recomputed: Minor,
    /// What the store holds.
    pub stored: Minor,
}

impl std::fmt::Display for SumDifference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            row,
            term,
            recomputed,
            stored,
        } = self;
        write!(
            formatter,
            "{row}: {term} is {recomputed} by the entries, the store holds {stored}"
        )
    }
}

fn differing<K: Ord + Clone, T: Copy + Default>(
    recomputed: &BTreeMap<K, T>,
    stored: &BTreeMap<K, T>,
    named: impl Fn(&T) -> Vec<(&'static str, Minor)>,
    row: impl Fn(K) -> SumRow,
) -> Vec<SumDifference> {
    let unknown = stored.keys().filter(|key| !recomputed.contains_key(*key));
    let mut differences = Vec::new();
    for key in recomputed.keys().chain(unknown) {
        let ours = recomputed.get(key).copied().unwrap_or_default();
        let theirs = stored.get(key).copied().unwrap_or_default();
        for ((term, recomputed), (_, stored)) in named(&ours).into_iter().zip(named(&theirs)) {
            if recomputed != stored {
                differences.push(SumDifference {
                    row: row(key.clone()),
                    term,
                    recomputed,
                    stored,
                });
            }
        }
    }
    differences
}
