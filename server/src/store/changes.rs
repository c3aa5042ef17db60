//! What a group of admitted entries changes, row by row: where several entries of a group change
//! one row, only the last state is written.

use super::directory::Directory;
use super::marks::{Marks, marks_of};
use super::rows::{Stored, due_into, head_into, tally_into};
use super::sums::Sums;
use super::tables::{
    about, day_sum, due, endorsement, enrolled_key, entry, finding, head, house, leg, member, node,
    party, programme, proposal, step, tally, ticked,
};
use super::{StoreError, codes};
use ledger::entry::Kind;
use ledger::field::{MemberName, ProgrammeName};
use ledger::{Effects, Finding, Month, Note, TallyKey, TallyMove, Terms};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An admitted note with what it changes.
pub type Admission<'a> = (&'a Note, &'a Effects);

/// The rows of a group.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) entries: Vec<entry::Model>,
    pub(super) about: Vec<about::Model>,
    pub(super) ticked: Vec<ticked::Model>,
    pub(super) members: Vec<member::Model>,
    pub(super) keys: Vec<enrolled_key::Model>,
    pub(super) houses: Vec<house::Model>,
    pub(super) proposals: Vec<proposal::Model>,
    pub(super) programmes: Vec<programme::Model>,
    pub(super) steps: Vec<step::Model>,
    pub(super) parties: Vec<party::Model>,
    pub(super) legs: Vec<leg::Model>,
    pub(super) nodes: Vec<node::Model>,
    pub(super) day_sums: Vec<day_sum::Model>,
    pub(super) dues_added: Vec<due::Model>,
    pub(super) dues_gone: Vec<due::Model>,
    pub(super) findings: Vec<finding::Model>,
    pub(super) endorsements: Vec<endorsement::Model>,
    pub(super) tallies: Vec<tally::Model>,
    pub(super) marks: Vec<Marks>,
    pub(super) sums: Sums,
    pub(super) directory: Directory,
}

impl Changes {
    /// Gathers a group's changes.
    ///
    /// # Errors
    /// [`StoreError::Row`] where a number leaves its column.
    pub(super) fn gather(ledger: i64, group: &[Admission<'_>]) -> Result<Self, StoreError> {
        let effects = || group.iter().map(|(_, effects)| *effects);
        let mut changes = Self {
            members: latest(ledger, effects().flat_map(|e| &e.members), |row| {
                row.name.clone()
            })?,
            keys: latest(ledger, effects().flat_map(|e| &e.keys), |row| {
                (row.member.clone(), row.id)
            })?,
            houses: latest(ledger, effects().flat_map(|e| &e.houses), |row| {
                row.name.clone()
            })?,
            proposals: latest(ledger, effects().flat_map(|e| &e.proposals), |row| {
                row.index
            })?,
            programmes: latest(
                ledger,
                effects().flat_map(|e| &e.programmes).map(Box::as_ref),
                |row| row.name.clone(),
            )?,
            nodes: latest(ledger, effects().flat_map(|e| &e.nodes), |row| row.at)?,
            day_sums: latest(ledger, effects().flat_map(|e| &e.day_sums), |row| {
                row.0.clone()
            })?,
            findings: latest(ledger, effects().flat_map(|e| &e.findings), Finding::key)?,
            endorsements: latest(ledger, effects().flat_map(|e| &e.endorsements), |row| {
                (row.entry, row.index)
            })?,
            tallies: net_tallies(ledger, effects().flat_map(|e| &e.tallies))?,
            marks: effects().map(marks_of).collect(),
            sums: Sums::gather(ledger, effects())?,
            directory: Directory::gather(ledger, effects()),
            ..Self::default()
        };
        for (step, legs) in latest(ledger, effects().flat_map(|e| &e.steps), |row| row.index)? {
            changes.steps.push(step);
            changes.legs.extend(legs);
        }
        for effects in effects() {
            changes.file(ledger, effects)?;
        }
        changes.net_dues(ledger, effects())?;
        Ok(changes)
    }

    /// The notes themselves. A rebuild leaves them out: they are there.
    pub(super) fn with_entries(
        mut self,
        ledger: i64,
        group: &[Admission<'_>],
        recorded_at: i64,
    ) -> Result<Self, StoreError> {
        for (note, effects) in group {
            let note = note.bytes().to_vec();
            self.entries.push(entry::Model {
                ledger,
                idx: index(effects.index)?,
                recorded_at,
                note,
            });
        }
        Ok(self)
    }

    fn file(&mut self, ledger: i64, effects: &Effects) -> Result<(), StoreError> {
        let (idx, kind) = (index(effects.index)?, codes::of_kind(effects.kind));
        if effects.kind == Kind::Tick {
            self.ticked.push(ticked::Model {
                ledger,
                idx,
                clock: effects.time.0,
            });
        }
        for subject in subjects(effects) {
            let subject = index(subject)?;
            self.about.push(about::Model {
                ledger,
                subject,
                idx,
                kind,
            });
        }
        Ok(())
    }

    /// What is added and gone within one group is neither.
    fn net_dues<'a>(
        &mut self,
        ledger: i64,
        group: impl Iterator<Item = &'a Effects>,
    ) -> Result<(), StoreError> {
        let mut dues = BTreeMap::new();
        for effects in group {
            dues.extend(effects.dues_gone.iter().map(|due| (*due, false)));
            dues.extend(effects.dues_added.iter().map(|due| (*due, true)));
        }
        for (due, there) in dues {
            let rows = if there {
                &mut self.dues_added
            } else {
                &mut self.dues_gone
            };
            rows.push(due_into(&due, ledger)?);
        }
        Ok(())
    }
}

/// The entries that an entry speaks about: the step that a receipt confirms, the nodes that an
/// expense draws on. What a transfer draws on stands in its legs.
fn subjects(effects: &Effects) -> BTreeSet<u64> {
    let steps = effects.steps.iter().map(|step| step.index);
    let nodes = effects.nodes.iter().map(|node| node.at.index);
    let mut subjects: BTreeSet<u64> = match effects.kind {
        Kind::Tick => BTreeSet::new(),
        Kind::Appropriation
        | Kind::Income
        | Kind::Expense
        | Kind::ExpenseRefund
        | Kind::Surrender
        | Kind::CarryOver => nodes.collect(),
        _ => steps.collect(),
    };
    subjects.remove(&effects.index);
    subjects
}

fn index(index: u64) -> Result<i64, StoreError> {
    i64::try_from(index).map_err(|_| StoreError::Row {
        table: "entry",
        column: "idx",
    })
}

/// The last state of each row, in the order of the keys: neighbours in a tree are written together.
fn latest<'a, T: Stored + 'a, K: Ord>(
    ledger: i64,
    rows: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> Result<Vec<T::Model>, StoreError> {
    let last: BTreeMap<K, &T> = rows.map(|row| (key(row), row)).collect();
    last.into_values().map(|row| row.to_model(ledger)).collect()
}

/// Adds up what the moves change in each tally. Moves of one member and month meet first, so that
/// the eight tallies of each are named only once.
fn net_tallies<'a>(
    ledger: i64,
    moves: impl Iterator<Item = &'a TallyMove>,
) -> Result<Vec<tally::Model>, StoreError> {
    type Meeting<'a> = (&'a ProgrammeName, &'a MemberName, Month);
    let mut met: HashMap<Meeting<'_>, (&TallyMove, Terms), foldhash::fast::RandomState> =
        HashMap::default();
    for change in moves {
        let key = (&change.programme, &change.member, change.month);
        met.entry(key)
            .or_insert((change, Terms::default()))
            .1
            .add(&change.change);
    }
    let mut net: BTreeMap<TallyKey, Terms> = BTreeMap::new();
    for (first, change) in met.values() {
        for key in first.keys() {
            net.entry(key).or_default().add(change);
        }
    }
    net.iter()
        .map(|(key, change)| tally_into(key, change, ledger))
        .collect()
}

/// The ledger's row after a group.
pub(super) fn head_after(
    before: &head::Model,
    group: &[Admission<'_>],
) -> Result<head::Model, StoreError> {
    let mut head = before.clone();
    for (_, effects) in group {
        if let Some(changed) = &effects.head {
            head_into(changed, &mut head)?;
        }
        head.next_index = index(effects.index + 1)?;
    }
    Ok(head)
}
