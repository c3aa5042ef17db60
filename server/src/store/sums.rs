//! What a group of admitted entries adds to the sums that pages read.

use super::rows::Sum;
use super::session::Transaction;
use super::tables::{arrival, finding_tally, flow};
use super::{StoreError, sql};
use ledger::Effects;
use std::collections::BTreeMap;

/// The changed rows of a group, in the order of their keys: neighbours in a tree are written
/// together.
#[derive(Debug, Default)]
pub(super) struct Sums {
    flows: Vec<flow::Model>,
    arrivals: Vec<arrival::Model>,
    findings: Vec<finding_tally::Model>,
}

impl Sums {
    /// Adds up what a group's entries change, row by row.
    ///
    /// # Errors
    /// [`StoreError::Row`] where an amount leaves its columns.
    pub(super) fn gather<'a>(
        ledger: i64,
        group: impl Iterator<Item = &'a Effects>,
    ) -> Result<Self, StoreError> {
        let mut flows = Net::<flow::Model>::default();
        let mut arrivals = Net::<arrival::Model>::default();
        let mut findings = Net::<finding_tally::Model>::default();
        for effects in group {
            for change in &effects.flows {
                flows.add([change.key.clone()], &change.change)?;
            }
            for change in &effects.arrivals {
                arrivals.add(change.keys(), &change.change)?;
            }
            for change in &effects.finding_moves {
                findings.add(change.keys(), &change.change)?;
            }
        }
        Ok(Self {
            flows: flows.rows(ledger),
            arrivals: arrivals.rows(ledger),
            findings: findings.rows(ledger),
        })
    }

    /// Adds the changes to what stands there.
    ///
    /// # Errors
    /// The database's error; the transaction is to be dropped then.
    pub(super) async fn write(self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        sql::insert(transaction, self.flows, sql::Meeting::Add).await?;
        sql::insert(transaction, self.arrivals, sql::Meeting::Add).await?;
        sql::insert(transaction, self.findings, sql::Meeting::Add).await
    }
}

/// What a group changes in one table.
struct Net<S: Sum>(BTreeMap<S::Key, S::Numbers>);

impl<S: Sum> Default for Net<S> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<S: Sum> Net<S> {
    fn add(
        &mut self,
        keys: impl IntoIterator<Item = S::Key>,
        change: &S::Terms,
    ) -> Result<(), StoreError> {
        let change = S::numbers(change)?;
        for key in keys {
            let net = self.0.entry(key).or_default();
            for (sum, change) in net.as_mut().iter_mut().zip(change.as_ref()) {
                *sum = sum.checked_add(*change).ok_or(StoreError::Row {
                    table: "sums of a group",
                    column: "any",
                })?;
            }
        }
        Ok(())
    }

    /// The rows that change: where the entries of a group cancel out there is nothing to write, but
    /// the row must be there, as it is when they come apart.
    fn rows(self, ledger: i64) -> Vec<S> {
        let rows = self.0.iter();
        rows.map(|(key, numbers)| S::row(ledger, key, *numbers))
            .collect()
    }
}
