//! Sums of steps and findings, as they stand: what went between members, how it arrived, how many
//! findings there are.

use super::{FindingFilter, ScopeKind, Window, listed_max, select};
use crate::store::rows::Sum;
use crate::store::tables::{Row, arrival, finding_tally, flow};
use crate::store::{Store, StoreError, codes, sql};
use ledger::{
    ArrivalKey, ArrivalTerms, Code, FindingTallyKey, FindingTerms, FlowKey, FlowTerms, Minor,
};
use sea_orm::Value;
use std::collections::{BTreeMap, HashMap};

/// Rows of counts that one answer is made of: a thousand programmes with every code.
const COUNTS_MAX: i64 = 8_000;

const TO: &str = "WHERE ledger = ? AND payee = ? AND (payer, programme) > (?, ?) ORDER BY payer, programme LIMIT ?";
const FROM: &str = "WHERE ledger = ? AND payer = ? AND (payee, programme) > (?, ?) ORDER BY payee, programme LIMIT ?";
const COUNT_TO: &str =
    "SELECT COUNT(*) FROM (SELECT 1 FROM flow WHERE ledger = ? AND payee = ? LIMIT ?) AS counted";
const COUNT_FROM: &str =
    "SELECT COUNT(*) FROM (SELECT 1 FROM flow WHERE ledger = ? AND payer = ? LIMIT ?) AS counted";
const ARRIVALS: &str = "WHERE ledger = ? AND programme = ? AND scope = ? AND scope_value > ? \
    ORDER BY scope_value LIMIT ?";
const FINDINGS: &str = "WHERE ledger = ? AND member = ? LIMIT ?";
const FINDINGS_IN: &str = "WHERE ledger = ? AND member = ? AND programme = ? LIMIT ?";
const EVERY_FLOW: &str = "WHERE ledger = ? AND (payer, payee, programme) > (?, ?, ?) \
    ORDER BY payer, payee, programme LIMIT ?";
const EVERY_ARRIVAL: &str = "WHERE ledger = ? AND (programme, scope, scope_value) > (?, ?, ?) \
    ORDER BY programme, scope, scope_value LIMIT ?";
const EVERY_COUNT: &str = "WHERE ledger = ? AND (member, programme, code) > (?, ?, ?) \
    ORDER BY member, programme, code LIMIT ?";

pub(super) fn statements() -> Vec<String> {
    let flows = [TO, FROM, EVERY_FLOW].map(select::<flow::Model>);
    let arrivals = [ARRIVALS, EVERY_ARRIVAL].map(select::<arrival::Model>);
    let counts = [FINDINGS, FINDINGS_IN, EVERY_COUNT].map(select::<finding_tally::Model>);
    let all = flows.into_iter().chain(arrivals).chain(counts);
    all.chain([COUNT_TO, COUNT_FROM].map(str::to_owned))
        .collect()
}

/// What went between two members, in one programme.
pub type Flow = (FlowKey, FlowTerms);

/// How many findings a filter keeps, and the money at risk in each programme, in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingSum {
    /// How many.
    pub count: u64,
    /// Money at risk, by programme.
    pub at_risk: BTreeMap<String, Minor>,
}

impl FindingSum {
    fn add(&mut self, filter: &FindingFilter, key: &FindingTallyKey, terms: &FindingTerms) {
        if filter.code.is_some_and(|code| code != key.code) {
            return;
        }
        let (open, closed) = (filter.open != Some(false), filter.open != Some(true));
        let kept = [
            (open, terms.open, terms.open_at_risk),
            (closed, terms.closed, terms.closed_at_risk),
        ];
        for (_, count, at_risk) in kept
            .into_iter()
            .filter(|(kept, count, _)| *kept && *count > 0)
        {
            self.count += count.unsigned_abs();
            *self.at_risk.entry(key.programme.to_string()).or_default() += at_risk;
        }
    }
}

impl Store {
    async fn sums<S: Sum + Row>(
        &self,
        tail: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<(S::Key, S::Terms)>, StoreError> {
        let rows: Vec<S> = self.rows(&select::<S>(tail), values).await?;
        rows.into_iter().map(S::read_sum).collect()
    }

    /// What came to a member, by payer and programme, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn flows_to(
        &self,
        member: &str,
        after: (&str, &str),
        window: Window,
    ) -> Result<Vec<Flow>, StoreError> {
        self.flows(TO, member, after, window).await
    }

    /// What went from a member, by payee and programme, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn flows_from(
        &self,
        member: &str,
        after: (&str, &str),
        window: Window,
    ) -> Result<Vec<Flow>, StoreError> {
        self.flows(FROM, member, after, window).await
    }

    async fn flows(
        &self,
        tail: &str,
        member: &str,
        after: (&str, &str),
        window: Window,
    ) -> Result<Vec<Flow>, StoreError> {
        let values = [
            self.ledger().into(),
            member.into(),
            after.0.into(),
            after.1.into(),
            window.limit(),
        ];
        self.sums::<flow::Model>(tail, values).await
    }

    /// How many rows [`Store::flows_to`] and [`Store::flows_from`] have, counted up to
    /// [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn flow_counts(&self, member: &str) -> Result<(u64, u64), StoreError> {
        let values = || [self.ledger().into(), member.into(), listed_max()];
        let to = self.count(COUNT_TO, values()).await?;
        Ok((to, self.count(COUNT_FROM, values()).await?))
    }

    /// How money arrives at one scope's members, tiers or regions, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn arrivals(
        &self,
        programme: &str,
        scope: ScopeKind,
        after: &str,
        window: Window,
    ) -> Result<Vec<(ArrivalKey, ArrivalTerms)>, StoreError> {
        // The programme's own row has the empty text for its name, which nothing stands before.
        if scope == ScopeKind::Programme {
            let key = (programme.to_owned(), scope, String::new());
            return self.arrival_models(vec![key]).await;
        }
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            after.into(),
            window.limit(),
        ];
        self.sums::<arrival::Model>(ARRIVALS, values).await
    }

    /// How money arrives, by programme, scope and whose; what never came is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn arrivals_at(
        &self,
        keys: Vec<(String, ScopeKind, String)>,
    ) -> Result<HashMap<ArrivalKey, ArrivalTerms>, StoreError> {
        Ok(self.arrival_models(keys).await?.into_iter().collect())
    }

    async fn arrival_models(
        &self,
        keys: Vec<(String, ScopeKind, String)>,
    ) -> Result<Vec<(ArrivalKey, ArrivalTerms)>, StoreError> {
        let keys = keys.into_iter().map(|(programme, scope, of)| {
            let scope = Value::from(scope.number());
            vec![programme.into(), scope, of.into()]
        });
        let lookup = sql::Lookup::Composite(3);
        let mut models: Vec<arrival::Model> =
            sql::select(self.reads(), self.ledger(), lookup, keys.collect()).await?;
        models.sort_unstable_by(|a, b| {
            let key = |model: &arrival::Model| (model.scope, model.scope_value.clone());
            (&a.programme, key(a)).cmp(&(&b.programme, key(b)))
        });
        models.dedup();
        models.into_iter().map(Sum::read_sum).collect()
    }

    /// How many findings a filter keeps and the money at risk: exact, at any number.
    ///
    /// # Errors
    /// The database's error.
    pub async fn finding_sum(&self, filter: &FindingFilter) -> Result<FindingSum, StoreError> {
        let member = filter.member.as_deref().unwrap_or("");
        let programme = filter.programme.as_deref();
        let mut sum = FindingSum::default();
        for (key, terms) in self.finding_counts(member, programme).await? {
            sum.add(filter, &key, &terms);
        }
        Ok(sum)
    }

    /// Counts of findings by programme and code: those that name a member, or all where `member` is
    /// empty.
    ///
    /// # Errors
    /// The database's error.
    pub async fn finding_counts(
        &self,
        member: &str,
        programme: Option<&str>,
    ) -> Result<Vec<(FindingTallyKey, FindingTerms)>, StoreError> {
        let mut values: Vec<Value> = vec![self.ledger().into(), member.into()];
        values.extend(programme.map(Value::from));
        values.push(COUNTS_MAX.into());
        let tail = if programme.is_some() {
            FINDINGS_IN
        } else {
            FINDINGS
        };
        self.sums::<finding_tally::Model>(tail, values).await
    }

    /// How many open findings of a programme name each of some members; who has none is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn open_findings_of(
        &self,
        programme: &str,
        members: impl IntoIterator<Item = String>,
    ) -> Result<HashMap<String, u64>, StoreError> {
        let keys = members
            .into_iter()
            .map(|member| vec![member.into(), programme.into()]);
        let lookup = sql::Lookup::Composite(2);
        let models: Vec<finding_tally::Model> =
            sql::select(self.reads(), self.ledger(), lookup, keys.collect()).await?;
        // A key may come up twice in the answer: by member and code it counts once.
        let by_code: BTreeMap<(String, i64), i64> = models
            .into_iter()
            .map(|model| ((model.member, model.code), model.open))
            .collect();
        let mut counted = HashMap::new();
        for ((member, _), open) in by_code.into_iter().filter(|(_, open)| *open > 0) {
            *counted.entry(member).or_default() += open.unsigned_abs();
        }
        Ok(counted)
    }

    /// Every flow, in the order of its keys, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn every_flow(
        &self,
        after: Option<&FlowKey>,
        window: Window,
    ) -> Result<Vec<Flow>, StoreError> {
        let text = |of: fn(&FlowKey) -> &str| after.map_or("", of).into();
        let values = [
            self.ledger().into(),
            text(|key| key.payer.as_str()),
            text(|key| key.payee.as_str()),
            text(|key| key.programme.as_str()),
            window.limit(),
        ];
        self.sums::<flow::Model>(EVERY_FLOW, values).await
    }

    /// How money arrives, every row in the order of its keys, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn every_arrival(
        &self,
        after: Option<&ArrivalKey>,
        window: Window,
    ) -> Result<Vec<(ArrivalKey, ArrivalTerms)>, StoreError> {
        let (scope, of) = after.map_or((-1, String::new()), |key| codes::of_scope(&key.scope));
        let values = [
            self.ledger().into(),
            after.map_or("", |key| key.programme.as_str()).into(),
            scope.into(),
            of.into(),
            window.limit(),
        ];
        self.sums::<arrival::Model>(EVERY_ARRIVAL, values).await
    }

    /// Every count of findings, in the order of its keys, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn every_finding_count(
        &self,
        after: Option<&FindingTallyKey>,
        window: Window,
    ) -> Result<Vec<(FindingTallyKey, FindingTerms)>, StoreError> {
        let member = after.and_then(|key| key.member.as_ref());
        let code = |code: Code| codes::of_code(code);
        let values = [
            self.ledger().into(),
            member.map_or("", |member| member.as_str()).into(),
            after.map_or("", |key| key.programme.as_str()).into(),
            after.map_or(-1, |key| code(key.code)).into(),
            window.limit(),
        ];
        self.sums::<finding_tally::Model>(EVERY_COUNT, values).await
    }
}
