//! Findings, narrowed by code, programme, member and state.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::finding;
use crate::store::{Store, StoreError, codes, sql};
use ledger::{Code, Finding};
use sea_orm::Value;

/// Findings that are looked through for those that a second narrowing keeps. A page may be short
/// then; the key to go on after is given all the same.
pub const SCANNED_MAX: u32 = 2_000;

/// What a list of findings is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Only this code.
    pub code: Option<Code>,
    /// Only this programme.
    pub programme: Option<String>,
    /// Only those that name this member.
    pub member: Option<String>,
    /// Only open ones, only closed ones, or both.
    pub open: Option<bool>,
}

/// The key of the last finding of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingAfter {
    /// What it is about.
    pub subject: u64,
    /// The leg.
    pub leg: u8,
    /// The code's number.
    pub code: i64,
}

impl FindingAfter {
    /// The key of a finding.
    #[must_use]
    pub const fn of(finding: &Finding) -> Self {
        Self {
            subject: finding.subject,
            leg: finding.leg,
            code: codes::of_code(finding.code),
        }
    }
}

const BEFORE: &str =
    "(subject, leg, code) < (?, ?, ?) ORDER BY subject DESC, leg DESC, code DESC LIMIT ?";
const ALL: &str = "INDEXED BY finding_open WHERE ledger = ? AND is_open = ? AND";
const BY_CODE: &str = "INDEXED BY finding_code WHERE ledger = ? AND code = ? AND is_open = ? AND";
const BY_PROGRAMME: &str =
    "INDEXED BY finding_programme WHERE ledger = ? AND programme = ? AND is_open = ? AND";
const BY_PAYER: &str =
    "INDEXED BY finding_payer WHERE ledger = ? AND payer = ? AND is_open = ? AND";
const BY_PAYEE: &str =
    "INDEXED BY finding_payee WHERE ledger = ? AND payee = ? AND is_open = ? AND";

/// One way into the table: the condition that an index serves, and its value.
struct Arm {
    condition: &'static str,
    value: Option<Value>,
}

impl FindingFilter {
    /// The narrowest index first; what it doesn't hold is looked through.
    fn arms(&self) -> Vec<Arm> {
        if let Some(member) = &self.member {
            let arm = |condition| Arm {
                condition,
                value: Some(member.as_str().into()),
            };
            return vec![arm(BY_PAYER), arm(BY_PAYEE)];
        }
        if let Some(code) = self.code {
            return vec![Arm {
                condition: BY_CODE,
                value: Some(codes::of_code(code).into()),
            }];
        }
        if let Some(programme) = &self.programme {
            return vec![Arm {
                condition: BY_PROGRAMME,
                value: Some(programme.as_str().into()),
            }];
        }
        vec![Arm {
            condition: ALL,
            value: None,
        }]
    }

    /// Whether an index alone gives the answer.
    fn direct(&self) -> bool {
        let narrowed = [
            self.code.is_some(),
            self.programme.is_some(),
            self.member.is_some(),
        ];
        narrowed.into_iter().filter(|narrowed| *narrowed).count() <= 1
    }

    fn states(&self) -> &'static [i64] {
        match self.open {
            Some(true) => &[1],
            Some(false) => &[0],
            None => &[1, 0],
        }
    }

    fn keeps(&self, finding: &finding::Model) -> bool {
        let code = self
            .code
            .is_none_or(|code| finding.code == codes::of_code(code));
        let programme = self
            .programme
            .as_ref()
            .is_none_or(|name| finding.programme == *name);
        code && programme
    }
}

fn count_text(condition: &str) -> String {
    // Who is both payer and payee of an idle appropriation is counted once, as its payer.
    let once = if condition == BY_PAYEE {
        "payer <> payee"
    } else {
        "1 = 1"
    };
    let condition = format!("{condition} {once}");
    format!("SELECT COUNT(*) FROM (SELECT 1 FROM finding {condition} LIMIT ?) AS counted")
}

pub(super) fn statements() -> Vec<String> {
    let conditions = [ALL, BY_CODE, BY_PROGRAMME, BY_PAYER, BY_PAYEE];
    let lists =
        conditions.map(|condition| select::<finding::Model>(&format!("{condition} {BEFORE}")));
    lists
        .into_iter()
        .chain(conditions.map(count_text))
        .collect()
}

impl Store {
    /// Findings, those about the latest entries first, behind `after`; and the key to go on after
    /// when there may be more.
    ///
    /// # Errors
    /// The database's error.
    pub async fn findings(
        &self,
        filter: &FindingFilter,
        after: Option<FindingAfter>,
        window: Window,
    ) -> Result<(Vec<Finding>, Option<FindingAfter>), StoreError> {
        let reach = if filter.direct() {
            window.reach() + 1
        } else {
            window.reach().max(i64::from(SCANNED_MAX))
        };
        let mut models = Vec::new();
        let mut whole = true;
        for arm in filter.arms() {
            for state in filter.states() {
                let found = self.finding_arm(&arm, *state, after, reach).await?;
                whole &= found.len().cast_signed() < isize::try_from(reach).unwrap_or(isize::MAX);
                models.extend(found);
            }
        }
        let key = |model: &finding::Model| (model.subject, model.leg, model.code);
        models.sort_unstable_by_key(|model| std::cmp::Reverse(key(model)));
        models.dedup_by_key(|model| key(model));
        let scanned_last = models
            .last()
            .cloned()
            .map(Finding::from_model)
            .transpose()?;
        models.retain(|model| filter.keeps(model));
        let behind = i64::try_from(models.len()).is_ok_and(|rows| rows > window.reach());
        let rows = window.cut(models).into_iter().map(Finding::from_model);
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let next = match (behind, whole) {
            (true, _) => rows.last().map(FindingAfter::of),
            (false, true) => None,
            (false, false) => scanned_last.as_ref().map(FindingAfter::of),
        };
        Ok((rows, next))
    }

    async fn finding_arm(
        &self,
        arm: &Arm,
        state: i64,
        after: Option<FindingAfter>,
        limit: i64,
    ) -> Result<Vec<finding::Model>, StoreError> {
        let mut values = vec![Value::from(self.ledger())];
        values.extend(arm.value.clone());
        values.push(state.into());
        let (subject, leg, code) = after.map_or((i64::MAX, i64::MAX, i64::MAX), |after| {
            let subject = i64::try_from(after.subject).unwrap_or(i64::MAX);
            (subject, i64::from(after.leg), after.code)
        });
        values.extend([subject.into(), leg.into(), code.into(), limit.into()]);
        self.rows(
            &select::<finding::Model>(&format!("{} {BEFORE}", arm.condition)),
            values,
        )
        .await
    }

    /// How many findings a filter keeps, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn finding_count(&self, filter: &FindingFilter) -> Result<u64, StoreError> {
        if !filter.direct() {
            // A second narrowing stands in no index.
            let window = Window {
                offset: 0,
                limit: SCANNED_MAX,
            };
            let (found, _) = self.findings(filter, None, window).await?;
            return Ok(found.len() as u64);
        }
        let mut count = 0;
        for arm in filter.arms() {
            for state in filter.states() {
                let mut values = vec![Value::from(self.ledger())];
                values.extend(arm.value.clone());
                values.extend([(*state).into(), listed_max()]);
                count += self.count(&count_text(arm.condition), values).await?;
            }
        }
        Ok(count.min(super::LISTED_MAX))
    }

    /// Findings about entries, in the order of their entries.
    ///
    /// # Errors
    /// The database's error.
    pub async fn findings_about(&self, indexes: &[u64]) -> Result<Vec<Finding>, StoreError> {
        let keys = indexes
            .iter()
            .filter_map(|index| i64::try_from(*index).ok());
        let mut models: Vec<finding::Model> =
            sql::select_by_number(self.reads(), self.ledger(), keys).await?;
        models.sort_unstable_by_key(|model| (model.subject, model.leg, model.code));
        models.dedup_by_key(|model| (model.subject, model.leg, model.code));
        models.into_iter().map(Finding::from_model).collect()
    }
}
