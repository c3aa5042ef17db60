//! The demo's ledger in memory: every note of the plan admitted and applied in its order.

use ledger::field::{Identity, MemberName};
use ledger::{Facts, Note, Scope, TallyKey, Terms, admit, apply};
use server::demo::{self, Plan};
use server::verify::Sums;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The documented demo, planned once for all tests.
pub(crate) static PLAN: LazyLock<Plan> =
    LazyLock::new(|| demo::plan(demo::DEPOSITS, demo::SEED).unwrap());

/// The state after the last note of [`PLAN`].
pub(crate) static WORLD: LazyLock<World> = LazyLock::new(|| World::fold(PLAN.notes()));

#[derive(Default)]
pub(crate) struct World {
    pub(crate) facts: Facts,
    pub(crate) tallies: BTreeMap<TallyKey, Terms>,
    /// Every other public sum, change by change, as a store keeps them.
    pub(crate) sums: Sums,
    /// Identities by log index.
    pub(crate) identities: Vec<Identity>,
}

impl World {
    pub(crate) fn fold(notes: impl Iterator<Item = Note>) -> Self {
        let mut world = Self::default();
        for note in notes {
            world.admit(note);
        }
        world
    }

    fn admit(&mut self, note: Note) {
        let text = note.text().to_owned();
        self.identities.push(note.identity());
        let keys = &self.facts.keys;
        let known = |name: &MemberName, id| {
            let key = keys.get(&(name.clone(), id))?;
            ed25519_dalek::VerifyingKey::from_bytes(key.public.bytes()).ok()
        };
        let verified = note
            .verify(known)
            .unwrap_or_else(|error| panic!("{error}\n{text}"));
        let effects =
            admit(&self.facts, &verified).unwrap_or_else(|refusal| panic!("{refusal}\n{text}"));
        for change in &effects.tallies {
            for key in change.keys() {
                self.tallies.entry(key).or_default().add(&change.change);
            }
        }
        self.sums.change(&effects);
        apply(&mut self.facts, &effects);
    }

    /// A tally of the demo's programme.
    pub(crate) fn tally(&self, scope: Scope, month: ledger::Month) -> Terms {
        let programme = "fonacide-2019".parse().unwrap();
        let key = TallyKey {
            programme,
            scope,
            month,
        };
        self.tallies.get(&key).copied().unwrap_or_default()
    }
}
