//! The facts that are held: what the latest groups needed, bounded.

use crate::store::{Store, StoreError};
use ledger::entry::Kind;
use ledger::field::NodeCitation;
use ledger::{Effects, Facts, Note, Refusal, StepKind, Verified, Wanted, admit, apply, reads};
use std::collections::HashSet;

/// Rows that are held: one entry leaves about ten, of 100 bytes each on average, so the set stays
/// near 100 MB. When there are more, those that only single steps need are forgotten.
pub const ROWS_HELD_MAX: usize = 1_000_000;

/// Facts in memory. They are never older than the database: whatever is committed was applied here
/// first, and a failed commit drops everything.
#[derive(Debug)]
pub(crate) struct WorkingSet {
    rows_max: usize,
    facts: Facts,
    /// What was loaded in full. From then on every change passes through here, so that it stays
    /// complete; also what is known not to be there.
    known: HashSet<Wanted, foldhash::fast::RandomState>,
}

impl WorkingSet {
    /// An empty set that holds about so many rows.
    pub(crate) fn new(rows_max: usize) -> Self {
        Self {
            rows_max,
            facts: Facts::default(),
            known: HashSet::default(),
        }
    }

    /// The facts.
    pub(crate) const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Loads what these notes need and isn't held.
    pub(crate) async fn prepare<'a>(
        &mut self,
        store: &Store,
        notes: impl Iterator<Item = &'a Note>,
    ) -> Result<(), StoreError> {
        self.bound();
        let mut asked: HashSet<Wanted, foldhash::fast::RandomState> = HashSet::default();
        for wanted in notes.flat_map(reads) {
            if !self.holds(&wanted) {
                asked.insert(wanted);
            }
        }
        if asked.is_empty() && self.facts.head.is_some() {
            return Ok(());
        }
        let wanted: Vec<Wanted> = asked.into_iter().collect();
        let loaded = store.load(&wanted).await?;
        self.take_up(loaded);
        for wanted in wanted {
            if self.stays_complete(&wanted) {
                self.known.insert(wanted);
            }
        }
        Ok(())
    }

    /// Judges a note; its effects are in the facts from then on.
    pub(crate) fn admit(&mut self, verified: &Verified) -> Result<Effects, Refusal> {
        let effects = admit(&self.facts, verified)?;
        apply(&mut self.facts, &effects);
        self.know_own(&effects);
        Ok(effects)
    }

    /// Forgets everything: after a failed commit the database alone says what is.
    pub(crate) fn forget(&mut self) {
        *self = Self::new(self.rows_max);
    }

    fn holds(&self, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Reference(member, kind, reference) => {
                self.facts
                    .references
                    .contains_key(&(member.clone(), *kind, reference.clone()))
            }
            Wanted::Entry(identity) => self.facts.entries.contains_key(identity),
            Wanted::Dues(_) => false,
            // Sums are kept only under thresholds, and an amendment never takes all of these away.
            Wanted::DaySum(programme, ..) => {
                let programme = self.facts.programmes.get(programme);
                programme.is_some_and(|programme| programme.thresholds.is_empty())
                    || self.known.contains(wanted)
            }
            _ => self.known.contains(wanted),
        }
    }

    /// Whether what was just loaded can't become incomplete. Where a cited entry isn't there, a
    /// later one may bring rows with it that were never loaded: it is asked for again.
    fn stays_complete(&self, wanted: &Wanted) -> bool {
        match wanted {
            // Nearly none of the payments asked for was there, and hardly any is asked for again.
            Wanted::Reference(..) | Wanted::Entry(_) | Wanted::Dues(_) | Wanted::Repeat(..) => {
                false
            }
            Wanted::Step(identity) | Wanted::Proposal(identity) => {
                self.facts.entries.contains_key(identity)
            }
            Wanted::Node(citation) => self.facts.entries.contains_key(&citation.entry),
            _ => true,
        }
    }

    /// An entry's own rows are complete where all that belongs to them was loaded to judge it: a
    /// transfer's sources, and its legs' nodes, which aren't there yet.
    fn know_own(&mut self, effects: &Effects) {
        let entry = effects.identity;
        match effects.kind {
            Kind::Transfer => {
                let plain = effects
                    .steps
                    .iter()
                    .find(|step| step.index == effects.index);
                let Some(step) = plain.filter(|step| step.kind == StepKind::Transfer) else {
                    return;
                };
                self.known.insert(Wanted::Step(entry));
                let legs = (0..)
                    .zip(&step.legs)
                    .map(|(leg, _)| Wanted::Node(NodeCitation { entry, leg }));
                self.known.extend(legs);
            }
            Kind::Appropriation => {
                self.known
                    .insert(Wanted::Node(NodeCitation { entry, leg: 0 }));
            }
            _ => {}
        }
    }

    fn take_up(&mut self, loaded: Facts) {
        let facts = &mut self.facts;
        facts.head = facts.head.take().or(loaded.head);
        facts.members.extend(loaded.members);
        facts.keys.extend(loaded.keys);
        facts.houses.extend(loaded.houses);
        facts.proposals.extend(loaded.proposals);
        facts.programmes.extend(loaded.programmes);
        facts.references.extend(loaded.references);
        facts.entries.extend(loaded.entries);
        facts.steps.extend(loaded.steps);
        facts.nodes.extend(loaded.nodes);
        facts.repeats.extend(loaded.repeats);
        facts.day_sums.extend(loaded.day_sums);
        facts.dues.extend(loaded.dues);
        facts.findings.extend(loaded.findings);
    }

    /// Forgets what single steps need, where too much is held. Members, keys, houses and
    /// programmes stay: they are few and asked for all the time.
    fn bound(&mut self) {
        let facts = &mut self.facts;
        // Nothing reads these back.
        facts.endorsements.clear();
        let rows = self.known.len()
            + facts.references.len()
            + facts.entries.len()
            + facts.steps.len()
            + facts.nodes.len()
            + facts.repeats.len()
            + facts.dues.len()
            + facts.findings.len();
        if rows <= self.rows_max {
            return;
        }
        self.known.retain(|wanted| {
            matches!(
                wanted,
                Wanted::Member(_) | Wanted::Key(..) | Wanted::House(_) | Wanted::Programme(_)
            )
        });
        facts.references = Default::default();
        facts.entries = Default::default();
        facts.proposals = Default::default();
        facts.steps = Default::default();
        facts.nodes = Default::default();
        facts.repeats = Default::default();
        facts.day_sums = Default::default();
        facts.dues.clear();
        facts.findings.clear();
    }
}
