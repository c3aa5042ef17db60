//! Steps of a member, what waits for its word, and what it holds.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::{leg, node, step};
use crate::store::{Store, StoreError, sql};
use ledger::{Node, NodeRef, Step};
use std::collections::BTreeMap;

/// Nodes of one answer: a step's legs stay together, so there may be a few more than are asked for.
const NODES_READ_MAX: i64 = 2_000;

const LATEST: &str = "SELECT latest FROM party WHERE ledger = ? AND member = ?";
const STEPS: &str = "SELECT steps FROM party WHERE ledger = ? AND member = ?";
const BEFORE: &str = "SELECT CASE WHEN payer = ? THEN payer_before ELSE payee_before END FROM step \
    WHERE ledger = ? AND idx = ? AND (payer = ? OR payee = ?)";
// A member's list goes from each step to the one before it.
const LIST: &str = "WITH RECURSIVE list (idx, nth) AS (SELECT CAST(? AS BIGINT), 1 UNION ALL \
    SELECT CASE WHEN step.payer = ? THEN step.payer_before ELSE step.payee_before END, list.nth + 1 \
    FROM list JOIN step ON step.ledger = ? AND step.idx = list.idx WHERE list.nth < ?) \
    SELECT idx FROM list WHERE idx IS NOT NULL";
const WAITING: &str = "SELECT idx FROM step WHERE ledger = ? AND payee = ? AND waiting = 1 AND idx > ? ORDER BY idx LIMIT ?";
const COUNT_WAITING: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM step \
    WHERE ledger = ? AND payee = ? AND waiting = 1 LIMIT ?) AS counted";
const NODES: &str = "INDEXED BY node_holding \
    WHERE ledger = ? AND holder = ? AND holding = 1 AND idx > ? ORDER BY idx, leg LIMIT ?";

pub(super) fn statements() -> Vec<String> {
    let texts = [LATEST, STEPS, BEFORE, LIST, WAITING, COUNT_WAITING];
    let mut all: Vec<String> = texts.map(str::to_owned).into();
    all.push(select::<node::Model>(NODES));
    all
}

impl Store {
    /// Steps that a member is payer or payee of, the latest first; those behind the step `before`
    /// in its list, and none where that isn't one of its steps.
    ///
    /// # Errors
    /// The database's error.
    pub async fn steps_of(
        &self,
        member: &str,
        before: Option<u64>,
        window: Window,
    ) -> Result<Vec<Step>, StoreError> {
        let Some(first) = self.first_listed(member, before).await? else {
            return Ok(Vec::new());
        };
        let values = [
            first.into(),
            member.into(),
            self.ledger().into(),
            window.reach().into(),
        ];
        let mut indexes = self.numbers(LIST, values).await?;
        // The walk goes down already; no database has to promise it.
        indexes.sort_unstable_by(|a, b| b.cmp(a));
        self.steps_in_order(&window.cut(indexes)).await
    }

    /// Where a member's list begins: at its latest step, or at the one before `before`.
    async fn first_listed(
        &self,
        member: &str,
        before: Option<u64>,
    ) -> Result<Option<i64>, StoreError> {
        let Some(before) = before else {
            let values = [self.ledger().into(), member.into()];
            return Ok(self.numbers(LATEST, values).await?.first().copied());
        };
        let Ok(before) = i64::try_from(before) else {
            return Ok(None);
        };
        let values = [
            member.into(),
            self.ledger().into(),
            before.into(),
            member.into(),
            member.into(),
        ];
        let rows = sql::query(self.reads(), BEFORE, values).await?;
        let row = rows.first();
        Ok(row
            .map(|row| row.try_get_by_index(0))
            .transpose()?
            .flatten())
    }

    /// How many steps a member is payer or payee of.
    ///
    /// # Errors
    /// The database's error.
    pub async fn step_count(&self, member: &str) -> Result<u64, StoreError> {
        let values = [self.ledger().into(), member.into()];
        let steps = self.numbers(STEPS, values).await?;
        Ok(steps.first().copied().unwrap_or_default().cast_unsigned())
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
            sql::select_by_number(self.reads(), self.ledger(), keys()).await?;
        let legs: Vec<leg::Model> =
            sql::select_by_number(self.reads(), self.ledger(), keys()).await?;
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
            NODES_READ_MAX.into(),
        ];
        let models: Vec<node::Model> = self.rows(&select::<node::Model>(NODES), values).await?;
        let read_all = i64::try_from(models.len()).is_ok_and(|rows| rows < NODES_READ_MAX);
        let mut last = None;
        let mut held = Vec::new();
        let mut more = !read_all;
        for model in models {
            let node = Node::from_model(model)?;
            // A step's legs stay together: the key to go on after is the step.
            if held.len() >= window.limit as usize && last != Some(node.at.index) {
                more = true;
                break;
            }
            last = Some(node.at.index);
            held.push(node);
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
            sql::select_by_number(self.reads(), self.ledger(), keys).await?;
        let nodes = models.into_iter().map(|model| {
            let node = Node::from_model(model)?;
            Ok((node.at, node))
        });
        nodes.collect()
    }
}
