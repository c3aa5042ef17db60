//! The list of a member's steps: each step names the one before it that its payer, and its payee,
//! was party to. Appending touches the step's own row and one small row of each party; an index
//! over members would touch another page for each.

use super::changes::Changes;
use super::tables::party;
use super::{Store, StoreError, sql};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Members whose list's end is kept in memory; where there are more, all are forgotten and read
/// again. Each takes about 100 bytes.
const PARTIES_KEPT: usize = 250_000;

/// Where a member's list ends.
#[derive(Clone, Copy, Debug)]
struct End {
    latest: i64,
    steps: i64,
}

/// Where the members' lists end.
#[derive(Debug, Default)]
pub(super) struct Parties(HashMap<String, End, foldhash::fast::RandomState>);

impl Parties {
    /// Takes up ends that are durable now.
    pub(super) fn extend(&mut self, rows: Vec<party::Model>) {
        if self.0.len() + rows.len() > PARTIES_KEPT {
            self.0.clear();
        }
        let ends = rows.into_iter().map(|row| {
            let (latest, steps) = (row.latest, row.steps);
            (row.member, End { latest, steps })
        });
        self.0.extend(ends);
    }
}

impl Store {
    /// Makes the group's new steps, those from the index `first` on, continue their parties' lists,
    /// and adds the lists' new ends to the changes.
    pub(super) async fn continue_lists(
        &self,
        changes: &mut Changes,
        first: i64,
    ) -> Result<(), StoreError> {
        let new = |step: &&mut super::tables::step::Model| step.idx >= first;
        let parties: BTreeSet<String> = changes
            .steps
            .iter_mut()
            .filter(new)
            .flat_map(|step| [step.payer.clone(), step.payee.clone()])
            .collect();
        let mut ends = self.ends_of(parties).await?;
        for step in changes.steps.iter_mut().filter(new) {
            step.payer_before = append(&mut ends, &step.payer, step.idx);
            if step.payee != step.payer {
                step.payee_before = append(&mut ends, &step.payee, step.idx);
            }
        }
        changes.parties = ends
            .into_iter()
            .map(|(member, end)| party::Model {
                ledger: self.ledger(),
                member,
                latest: end.latest,
                steps: end.steps,
            })
            .collect();
        Ok(())
    }

    async fn ends_of(
        &self,
        mut parties: BTreeSet<String>,
    ) -> Result<BTreeMap<String, End>, StoreError> {
        let mut known = self.writer()?.parties.lock().await;
        let mut ends = BTreeMap::new();
        parties.retain(|member| match known.0.get(member) {
            Some(end) => ends.insert(member.clone(), *end).is_some(),
            None => true,
        });
        if parties.is_empty() {
            return Ok(ends);
        }
        let rows: Vec<party::Model> =
            sql::select_by_text(self.reads(), self.ledger(), parties).await?;
        ends.extend(rows.iter().map(|row| {
            let (latest, steps) = (row.latest, row.steps);
            (row.member.clone(), End { latest, steps })
        }));
        known.extend(rows);
        Ok(ends)
    }
}

/// Appends a step to a member's list; gives the one before it.
fn append(ends: &mut BTreeMap<String, End>, member: &str, idx: i64) -> Option<i64> {
    match ends.get_mut(member) {
        Some(end) => {
            end.steps += 1;
            Some(std::mem::replace(&mut end.latest, idx))
        }
        None => {
            let first = End {
                latest: idx,
                steps: 1,
            };
            ends.insert(member.to_owned(), first);
            None
        }
    }
}
