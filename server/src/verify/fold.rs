//! The fold: rules and tallies, one entry after the other.

use super::sums::{Sums, whose};
use super::{Fault, Stop, Wrong};
use ledger::field::{LedgerName, MemberName, Moment, ProgrammeName, Region, Tier};
use ledger::{Effects, Facts, Minor, Month, TallyKey, TallyMove, Terms, Verified, admit, apply};
use std::collections::{BTreeMap, HashMap};

/// The place where changes of one member and month meet. They are spread over the eight tallies of
/// each only at the end: that is nine tenths of the adding.
#[derive(PartialEq, Eq, Hash)]
struct Meeting {
    programme: ProgrammeName,
    member: MemberName,
    tier: Tier,
    region: Option<Region>,
    month: Month,
}

/// Facts and tallies so far.
#[derive(Default)]
pub(super) struct Fold {
    facts: Facts,
    tallies: HashMap<Meeting, Terms>,
    entries: u64,
}

/// A ledger that was replayed to its end.
#[derive(Debug)]
pub struct Replayed {
    /// So many entries, every one right.
    pub entries: u64,
    /// Every row of the state after them.
    pub facts: Facts,
    /// Every tally that ever changed.
    pub tallies: BTreeMap<TallyKey, Terms>,
}

impl Replayed {
    /// The ledger's name; nothing where there isn't even a genesis.
    #[must_use]
    pub fn ledger(&self) -> Option<&LedgerName> {
        self.facts.head.as_ref().map(|head| &head.ledger)
    }

    /// Ledger time at the end.
    #[must_use]
    pub fn clock(&self) -> Option<Moment> {
        self.facts.head.as_ref().map(|head| head.clock)
    }

    /// The sums of steps and findings at the end.
    #[must_use]
    pub fn sums(&self) -> Sums {
        Sums::of(&self.facts)
    }

    /// How many findings are open.
    #[must_use]
    pub fn open_findings(&self) -> usize {
        self.facts
            .findings
            .values()
            .filter(|finding| finding.open())
            .count()
    }
}

impl Fold {
    pub(super) const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Judges the next entry and folds it in.
    pub(super) fn admit(&mut self, verified: &Verified) -> Result<Effects, Stop> {
        let effects = match admit(&self.facts, verified) {
            Ok(effects) => effects,
            Err(refusal) => return Err(self.stop(verified, refusal.into())),
        };
        if let Some(by) = imbalance(&effects.tallies) {
            return Err(self.stop(verified, Fault::Unbalanced { by }));
        }
        for change in &effects.tallies {
            self.meet(change);
        }
        apply(&mut self.facts, &effects);
        self.entries += 1;
        Ok(effects)
    }

    fn meet(&mut self, change: &TallyMove) {
        let meeting = Meeting {
            programme: change.programme.clone(),
            member: change.member.clone(),
            tier: change.tier,
            region: change.region.clone(),
            month: change.month,
        };
        self.tallies.entry(meeting).or_default().add(&change.change);
    }

    fn stop(&self, verified: &Verified, fault: Fault) -> Stop {
        let note = verified.note();
        self.stop_at(Wrong {
            index: self.entries,
            identity: Some(note.identity()),
            kind: Some(note.kind()),
            fault,
        })
    }

    /// The replay ends at this entry: it is wrong, or newer rules are needed to say so.
    pub(super) fn stop_at(&self, wrong: Wrong) -> Stop {
        if wrong.fault.needs_newer_rules() {
            return Stop::NewerRules {
                verified: self.entries,
                fault: Box::new(wrong.fault),
            };
        }
        Stop::Wrong(Box::new(wrong))
    }

    pub(super) fn finish(self) -> Replayed {
        let mut tallies: BTreeMap<TallyKey, Terms> = BTreeMap::new();
        for (meeting, terms) in self.tallies {
            let change = TallyMove {
                programme: meeting.programme,
                member: meeting.member,
                tier: meeting.tier,
                region: meeting.region,
                month: meeting.month,
                change: terms,
            };
            for key in change.keys() {
                tallies.entry(key).or_default().add(&terms);
            }
        }
        Replayed {
            entries: self.entries,
            facts: self.facts,
            tallies,
        }
    }
}

/// By how much an entry's changes of tallies fail the identity, in the first programme where they
/// do.
pub(crate) fn imbalance(changes: &[TallyMove]) -> Option<Minor> {
    changes.iter().find_map(|first| {
        let same = changes
            .iter()
            .filter(|change| change.programme == first.programme);
        let by: Minor = same.map(|change| change.change.imbalance()).sum();
        (by != 0).then_some(by)
    })
}

/// A term of a tally that a store holds otherwise than the entries say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyDifference {
    /// Which tally.
    pub key: TallyKey,
    /// Which term.
    pub term: &'static str,
    /// What the entries say, in minor units.
    pub recomputed: Minor,
    /// What the store holds, in minor units.
    pub stored: Minor,
}

impl std::fmt::Display for TallyDifference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scope = whose(&self.key.scope);
        let month = match self.key.month.number() {
            0 => "all months".to_owned(),
            number => format!("{:04}-{:02}", number / 100, number % 100),
        };
        write!(
            formatter,
            "tally of {} ({scope}, {month}): {} is {} by the entries, the store holds {}",
            self.key.programme, self.term, self.recomputed, self.stored
        )
    }
}

/// Holds a store's tallies against those that the entries give, and names every term that differs.
/// A tally of zeros and none are the same.
#[must_use]
pub fn compare(
    recomputed: &BTreeMap<TallyKey, Terms>,
    stored: &BTreeMap<TallyKey, Terms>,
) -> Vec<TallyDifference> {
    let none = Terms::default();
    let unknown = stored.keys().filter(|key| !recomputed.contains_key(*key));
    let mut differences = Vec::new();
    for key in recomputed.keys().chain(unknown) {
        let (ours, theirs) = (
            recomputed.get(key).unwrap_or(&none),
            stored.get(key).unwrap_or(&none),
        );
        for ((term, recomputed), (_, stored)) in ours.named().into_iter().zip(theirs.named()) {
            if recomputed != stored {
                differences.push(TallyDifference {
                    key: key.clone(),
                    term,
                    recomputed,
                    stored,
                });
            }
        }
    }
    differences
}
