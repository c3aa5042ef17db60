//! Programmes and their tallies.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::{programme, tally};
use crate::store::{Store, StoreError, sql};
use ledger::{Programme, Terms};
use std::collections::{BTreeSet, HashMap};

/// The month of a tally over all months.
pub const ALL_MONTHS: u32 = 0;

/// Whose totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// The programme's.
    Programme,
    /// Members'.
    Member,
    /// Tiers'.
    Tier,
    /// Regions'.
    Region,
}

impl ScopeKind {
    /// Every scope, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Programme, Self::Member, Self::Tier, Self::Region];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Member => "member",
            Self::Tier => "tier",
            Self::Region => "region",
        }
    }

    /// The scope with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }

    pub(super) const fn number(self) -> i64 {
        match self {
            Self::Programme => 0,
            Self::Member => 1,
            Self::Tier => 2,
            Self::Region => 3,
        }
    }
}

/// A public total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The programme.
    pub programme: String,
    /// Whose: a member's name, a tier's number, a region's code; empty for the programme.
    pub of: String,
    /// The month `YYYYMM`, or [`ALL_MONTHS`].
    pub month: u32,
    /// The terms, in minor units.
    pub terms: Terms,
}

impl Tally {
    pub(super) fn from_model(model: tally::Model) -> Self {
        let terms = Terms {
            appropriated: model.appropriated.into(),
            income: model.income.into(),
            held: model.held.into(),
            in_transit: model.in_transit.into(),
            missing: model.missing.into(),
            spent: model.spent.into(),
            charged: model.charged.into(),
            left: model.left_over.into(),
            written_off: model.written_off.into(),
            sent: model.sent.into(),
            taken_back: model.taken_back.into(),
            meant: model.meant.into(),
            received: model.received.into(),
            recovered: model.recovered.into(),
        };
        let month = u32::try_from(model.month).unwrap_or(ALL_MONTHS);
        Self {
            programme: model.programme,
            of: model.scope_value,
            month,
            terms,
        }
    }
}

const PROGRAMMES: &str = "WHERE ledger = ? AND name > ? ORDER BY name LIMIT ?";
const PROGRAMME: &str = "WHERE ledger = ? AND name = ?";
const BY_SCOPE: &str = "INDEXED BY tally_month \
    WHERE ledger = ? AND programme = ? AND scope = ? AND month = ? AND scope_value > ? \
    ORDER BY scope_value LIMIT ? OFFSET ?";
const BY_MONTH: &str = "WHERE ledger = ? AND programme = ? AND scope = ? AND scope_value = ? AND month > ? \
    ORDER BY month LIMIT ?";
const ONE: &str =
    "WHERE ledger = ? AND programme = ? AND scope = ? AND scope_value = ? AND month = ?";
const OF_MEMBER: &str = "INDEXED BY tally_scope \
    WHERE ledger = ? AND scope = 1 AND scope_value = ? AND month = 0 AND programme > ? \
    ORDER BY programme LIMIT ?";
const COUNT: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM tally \
    WHERE ledger = ? AND programme = ? AND scope = ? AND month = 0 LIMIT ?) AS counted";

const COUNT_BEHIND: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM tally \
    WHERE ledger = ? AND programme = ? AND scope = ? AND month = 0 AND scope_value > ? LIMIT ?) AS counted";

pub(super) fn statements() -> Vec<String> {
    vec![
        select::<programme::Model>(PROGRAMMES),
        select::<programme::Model>(PROGRAMME),
        select::<tally::Model>(BY_SCOPE),
        select::<tally::Model>(BY_MONTH),
        select::<tally::Model>(ONE),
        select::<tally::Model>(OF_MEMBER),
        COUNT.to_owned(),
        COUNT_BEHIND.to_owned(),
    ]
}

impl Store {
    /// Programmes by name, those behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn programmes(
        &self,
        after: &str,
        window: Window,
    ) -> Result<Vec<Programme>, StoreError> {
        let values = [self.ledger().into(), after.into(), window.limit()];
        let models: Vec<programme::Model> = self
            .rows(&select::<programme::Model>(PROGRAMMES), values)
            .await?;
        models.into_iter().map(Programme::from_model).collect()
    }

    /// One programme.
    ///
    /// # Errors
    /// The database's error.
    pub async fn programme(&self, name: &str) -> Result<Option<Programme>, StoreError> {
        let values = [self.ledger().into(), name.into()];
        let models: Vec<programme::Model> = self
            .rows(&select::<programme::Model>(PROGRAMME), values)
            .await?;
        models
            .into_iter()
            .next()
            .map(Programme::from_model)
            .transpose()
    }

    /// Programmes by their names; a name that is none's is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn programmes_named(
        &self,
        names: BTreeSet<String>,
    ) -> Result<HashMap<String, Programme>, StoreError> {
        let models: Vec<programme::Model> =
            sql::select_by_text(self.reads(), self.ledger(), names).await?;
        let named = models
            .into_iter()
            .map(|model| Ok((model.name.clone(), Programme::from_model(model)?)));
        named.collect()
    }

    /// One total.
    ///
    /// # Errors
    /// The database's error.
    pub async fn tally(
        &self,
        programme: &str,
        scope: ScopeKind,
        of: &str,
        month: u32,
    ) -> Result<Option<Tally>, StoreError> {
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            of.into(),
            i64::from(month).into(),
        ];
        let models: Vec<tally::Model> = self.rows(&select::<tally::Model>(ONE), values).await?;
        Ok(models.into_iter().next().map(Tally::from_model))
    }

    /// Totals of one scope and month, in the order of their members, tiers or regions.
    ///
    /// # Errors
    /// The database's error.
    pub async fn tallies(
        &self,
        programme: &str,
        scope: ScopeKind,
        month: u32,
        after: &str,
        window: Window,
    ) -> Result<Vec<Tally>, StoreError> {
        // The programme's own line has the empty text for its name, which nothing stands before.
        if scope == ScopeKind::Programme {
            let found = self.tally(programme, scope, "", month).await?;
            return Ok(window.cut(found.into_iter().collect()));
        }
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            i64::from(month).into(),
            after.into(),
            window.limit(),
            window.offset(),
        ];
        let models: Vec<tally::Model> =
            self.rows(&select::<tally::Model>(BY_SCOPE), values).await?;
        Ok(models.into_iter().map(Tally::from_model).collect())
    }

    /// The months of one total, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn months(
        &self,
        programme: &str,
        scope: ScopeKind,
        of: &str,
        after: u32,
        window: Window,
    ) -> Result<Vec<Tally>, StoreError> {
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            of.into(),
            i64::from(after).into(),
            window.limit(),
        ];
        let models: Vec<tally::Model> =
            self.rows(&select::<tally::Model>(BY_MONTH), values).await?;
        Ok(models.into_iter().map(Tally::from_model).collect())
    }

    /// A member's totals, a programme each, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn member_tallies(
        &self,
        member: &str,
        after: &str,
        window: Window,
    ) -> Result<Vec<Tally>, StoreError> {
        let values = [
            self.ledger().into(),
            member.into(),
            after.into(),
            window.limit(),
        ];
        let models: Vec<tally::Model> = self
            .rows(&select::<tally::Model>(OF_MEMBER), values)
            .await?;
        Ok(models.into_iter().map(Tally::from_model).collect())
    }

    /// How many members, tiers or regions a programme has totals of, counted up to
    /// [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn tally_count(&self, programme: &str, scope: ScopeKind) -> Result<u64, StoreError> {
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            listed_max(),
        ];
        self.count(COUNT, values).await
    }

    /// The same, of those behind `after` in the order of their names.
    ///
    /// # Errors
    /// The database's error.
    pub async fn tally_count_behind(
        &self,
        programme: &str,
        scope: ScopeKind,
        after: &str,
    ) -> Result<u64, StoreError> {
        let values = [
            self.ledger().into(),
            programme.into(),
            scope.number().into(),
            after.into(),
            listed_max(),
        ];
        self.count(COUNT_BEHIND, values).await
    }
}
