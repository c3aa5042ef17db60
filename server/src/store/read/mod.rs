//! What pages, the API and the command line read: queries of constant size, each over an index.
//!
//! In scope: rows as the rules name them, a page of a list at a time. Not in scope: words and
//! figures (package `app`), and deciding anything. No tally is computed here: each was moved with
//! the entry that changed it.
//!
//! Lists are read in pages: after a key ([`After`]), or, where a person turns pages by number, at
//! an offset that [`LISTED_MAX`] bounds. A test looks at every statement's plan.

mod books;
mod chain;
mod directory;
mod entries;
mod findings;
mod members;
mod programmes;
mod standings;
mod steps;
mod sums;

pub use books::PROPOSALS_LOOKED_AT;
pub use chain::{CHAIN_DEPTH_MAX, CHAIN_LINKS_MAX, Chain, Link};
pub use directory::Found;
pub use entries::{About, KnownEntry};
pub use findings::{FindingAfter, FindingFilter, SCANNED_MAX};
pub use programmes::{ALL_MONTHS, ScopeKind, Tally};
pub use standings::Standing;
pub use sums::{FindingSum, Flow};

use super::session::Fetched;
use super::tables::Row;
use super::{Store, StoreError, sql};
use sea_orm::Value;

/// How far a list is counted, and paged by number: skipping so many rows of an index takes about a
/// millisecond. What lies behind it is read after a key, through the API.
pub const LISTED_MAX: u64 = 10_000;

/// Rows of one answer: a page that a person reads, or a piece that a program takes.
pub const ROWS_MAX: u32 = 500;

/// Which rows of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Rows to skip, at most [`LISTED_MAX`].
    offset: u64,
    /// Rows to give, at most [`ROWS_MAX`].
    limit: u32,
}

impl Window {
    /// As many rows as one answer may have: a piece of a list that is read to its end.
    pub(crate) const PIECE: Self = Self {
        offset: 0,
        limit: ROWS_MAX,
    };

    /// The first rows.
    #[must_use]
    pub fn first(limit: u32) -> Self {
        Self {
            offset: 0,
            limit: limit.min(ROWS_MAX),
        }
    }

    /// The rows of a page by its number, from 1; a page behind [`LISTED_MAX`] is empty.
    #[must_use]
    pub fn page(number: u64, size: u32) -> Self {
        let size = size.min(ROWS_MAX);
        let offset = number.saturating_sub(1).saturating_mul(u64::from(size));
        if offset >= LISTED_MAX {
            Self {
                offset: 0,
                limit: 0,
            }
        } else {
            Self {
                offset,
                limit: size,
            }
        }
    }

    fn limit(self) -> Value {
        i64::from(self.limit).into()
    }

    fn offset(self) -> Value {
        self.offset.cast_signed().into()
    }

    /// How many rows of each of several lists decide which rows of all of them stand here.
    fn reach(self) -> i64 {
        self.offset.cast_signed() + i64::from(self.limit)
    }

    /// These rows of a sorted list that starts at its first row.
    fn cut<T>(self, rows: Vec<T>) -> Vec<T> {
        let offset = usize::try_from(self.offset).unwrap_or(usize::MAX);
        rows.into_iter()
            .skip(offset)
            .take(self.limit as usize)
            .collect()
    }
}

/// `SELECT` with a table's columns in their order.
fn select<R: Row>(tail: &str) -> String {
    format!("SELECT {} FROM {} {tail}", R::COLUMNS.join(", "), R::TABLE)
}

/// Every statement of this module, for a look at its plan.
#[must_use]
pub fn statements() -> Vec<String> {
    let mut all = Vec::new();
    all.extend(books::statements());
    all.extend(chain::statements());
    all.extend(directory::statements());
    all.extend(entries::statements());
    all.extend(findings::statements());
    all.extend(members::statements());
    all.extend(programmes::statements());
    all.extend(standings::statements());
    all.extend(steps::statements());
    all.extend(sums::statements());
    all
}

impl Store {
    async fn rows<R: Row>(
        &self,
        text: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<R>, StoreError> {
        let rows = sql::query(self.reads(), text, values).await?;
        Ok(rows.iter().map(R::read).collect::<Result<_, _>>()?)
    }

    async fn numbers(
        &self,
        text: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<i64>, StoreError> {
        let rows = sql::query(self.reads(), text, values).await?;
        Ok(rows.iter().map(first_number).collect::<Result<_, _>>()?)
    }

    /// The count of a statement `SELECT COUNT(*) FROM (... LIMIT ?)`.
    async fn count(
        &self,
        text: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, StoreError> {
        let found = self.numbers(text, values).await?;
        Ok(found.first().copied().unwrap_or_default().cast_unsigned())
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// The database's error.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.numbers("SELECT CAST(1 AS BIGINT)", [])
            .await
            .map(|_| ())
    }
}

fn first_number(row: &Fetched) -> Result<i64, sea_orm::DbErr> {
    row.try_get_by_index(0)
}

fn listed_max() -> Value {
    LISTED_MAX.cast_signed().into()
}
