//! Steps of a member, what waits for its word, and what it holds.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::{leg, node, step};
use crate::store::{Store, StoreError, sql};
use ledger::{Node, NodeRef, Step};
use std::collections::BTreeMap;

/// Entries of a member that are looked through for the steps that it paid: an office's receipts
/// and expenses stand between them.
const FILED_SCANNED_MAX: i64 = 20_000;

/// Nodes that are looked through for those that still hold something.
const NODES_SCANNED_MAX: i64 = 2_000;

// What waits and what doesn't lie apart in the index, so each is asked for by itself.
const PAID_TO: &str = "SELECT idx FROM step WHERE ledger = ? AND payee = ? AND waiting = ? AND idx < ? ORDER BY idx DESC LIMIT ?";
const PAID_BY: &str = "SELECT idx FROM (SELECT idx, kind FROM filed WHERE ledger = ? AND author = ? AND idx < ? \
    ORDER BY idx DESC LIMIT ?) AS latest WHERE kind IN (15, 18) ORDER BY idx DESC LIMIT ?";
const WAITING: &str = "SELECT idx FROM step WHERE ledger = ? AND payee = ? AND waiting = 1 AND idx > ? ORDER BY idx LIMIT ?";
const COUNT_WAITING: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM step \
    WHERE ledger = ? AND payee = ? AND waiting = 1 LIMIT ?) AS counted";
const COUNT_TO: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM step \
    WHERE ledger = ? AND payee = ? AND waiting IN (0, 1) LIMIT ?) AS counted";
const COUNT_BY: &str = "SELECT COUNT(*) FROM (SELECT kind FROM filed \
    WHERE ledger = ? AND author = ? ORDER BY idx DESC LIMIT ?) AS latest WHERE kind IN (15, 18)";
const NODES: &str = "WHERE ledger = ? AND holder = ? AND idx > ? ORDER BY idx, leg LIMIT ?";

pub(super) fn statements() -> Vec<String> {
    let texts = [PAID_TO, PAID_BY, WAITING, COUNT_WAITING, COUNT_TO, COUNT_BY];
    let mut all: Vec<String> = texts.map(str::to_owned).into();
    all.push(select::<node::Model>(NODES));
    all
}

impl Store {
    /// Steps that a member is payer or payee of, the latest first, those below `before`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn steps_of(
        &self,
        member: &str,
        before: Option<u64>,
        window: Window,
    ) -> Result<Vec<Step>, StoreError> {
        let before = before
            .and_then(|index| i64::try_from(index).ok())
            .unwrap_or(i64::MAX);
        let reach = window.reach();
        let mut indexes = Vec::new();
        for waiting in [0_i64, 1] {
            let values = [
                self.ledger().into(),
                member.into(),
                waiting.into(),
                before.into(),
                reach.into(),
            ];
            indexes.extend(self.numbers(PAID_TO, values).await?);
        }
        let values = [
            self.ledger().into(),
            member.into(),
            before.into(),
            FILED_SCANNED_MAX.into(),
            reach.into(),
        ];
        indexes.extend(self.numbers(PAID_BY, values).await?);
        indexes.sort_unstable_by(|a, b| b.cmp(a));
        indexes.dedup();
        self.steps_in_order(&window.cut(indexes)).await
    }

    /// How many steps a member is payer or payee of, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn step_count(&self, member: &str) -> Result<u64, StoreError> {
        let to = self
            .count(
                COUNT_TO,
                [self.ledger().into(), member.into(), listed_max()],
            )
            .await?;
        let values = [
            self.ledger().into(),
            member.into(),
            FILED_SCANNED_MAX.into(),
        ];
        let by = self.count(COUNT_BY, values).await?;
        Ok((to + by).min(super::LISTED_MAX))
    }

    /// What a member still has to confirm, the oldest first, behind the index `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn waiting_for(
        &self,
        member: &str,
        after: Option<u64>,
        window: Window,
    ) -> Result<Vec<Step>, StoreError> {
        let after = after
            .map_or(Some(-1), |index| i64::try_from(index).ok())
            .unwrap_or(i64::MAX);
        let values = [
            self.ledger().into(),
            member.into(),
            after.into(),
            window.limit(),
        ];
        let indexes = self.numbers(WAITING, values).await?;
        self.steps_in_order(&indexes).await
    }

    /// How many steps wait for a member's word, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn waiting_count(&self, member: &str) -> Result<u64, StoreError> {
        self.count(
            COUNT_WAITING,
            [self.ledger().into(), member.into(), listed_max()],
        )
        .await
    }

    /// One step by its index.
    ///
    /// # Errors
    /// The database's error.
    pub async fn step(&self, index: u64) -> Result<Option<Step>, StoreError> {
        let Ok(index) = i64::try_from(index) else {
            return Ok(None);
        };
        Ok(self.steps_in_order(&[index]).await?.into_iter().next())
    }

    /// Steps by their indexes; an index that is no step's is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn steps_at(&self, indexes: &[u64]) -> Result<BTreeMap<u64, Step>, StoreError> {
        let signed: Vec<i64> = indexes
            .iter()
            .filter_map(|index| i64::try_from(*index).ok())
            .collect();
        let steps = self.steps_in_order(&signed).await?;
        Ok(steps.into_iter().map(|step| (step.index, step)).collect())
    }

    async fn steps_in_order(&self, indexes: &[i64]) -> Result<Vec<Step>, StoreError> {
        let keys = || indexes.iter().copied();
        let steps: Vec<step::Model> =
            sql::select_by_number(self.reader(), self.ledger(), keys()).await?;
        let legs: Vec<leg::Model> =
            sql::select_by_number(self.reader(), self.ledger(), keys()).await?;
        let mut legs_of: BTreeMap<i64, BTreeMap<i64, leg::Model>> = BTreeMap::new();
        for leg in legs {
            legs_of.entry(leg.idx).or_default().insert(leg.leg, leg);
        }
        let mut found: BTreeMap<i64, step::Model> =
            steps.into_iter().map(|step| (step.idx, step)).collect();
        let models = indexes.iter().filter_map(|index| found.remove(index));
        let with_legs = models.map(|step| {
            let legs = legs_of.remove(&step.idx).unwrap_or_default();
            Step::from_model((step, legs.into_values().collect()))
        });
        with_legs.collect()
    }

    /// What a member holds: its nodes that aren't empty, in the order of their entries, behind the
    /// entry `after`; and where to go on when there may be more.
    ///
    /// # Errors
    /// The database's error.
    pub async fn nodes_held(
        &self,
        member: &str,
        after: Option<u64>,
        window: Window,
    ) -> Result<(Vec<Node>, Option<u64>), StoreError> {
        let after = after
            .map_or(Some(-1), |index| i64::try_from(index).ok())
            .unwrap_or(i64::MAX);
        let values = [
            self.ledger().into(),
            member.into(),
            after.into(),
            NODES_SCANNED_MAX.into(),
        ];
        let models: Vec<node::Model> = self.rows(&select::<node::Model>(NODES), values).await?;
        let scanned_all = i64::try_from(models.len()).is_ok_and(|rows| rows < NODES_SCANNED_MAX);
        let mut last = None;
        let mut held = Vec::new();
        let mut more = !scanned_all;
        for model in models {
            let node = Node::from_model(model)?;
            // A step's legs stay together: the key to go on after is the step.
            if held.len() >= window.limit as usize && last != Some(node.at.index) {
                more = true;
                break;
            }
            last = Some(node.at.index);
            if node.held() > 0 {
                held.push(node);
            }
        }
        Ok((held, last.filter(|_| more)))
    }

    /// The nodes of entries, by where they stand.
    ///
    /// # Errors
    /// The database's error.
    pub async fn nodes_at(&self, indexes: &[u64]) -> Result<BTreeMap<NodeRef, Node>, StoreError> {
        let keys = indexes
            .iter()
            .filter_map(|index| i64::try_from(*index).ok());
        let models: Vec<node::Model> =
            sql::select_by_number(self.reader(), self.ledger(), keys).await?;
        let nodes = models.into_iter().map(|model| {
            let node = Node::from_model(model)?;
            Ok((node.at, node))
        });
        nodes.collect()
    }
}
