//! From the rules' rows to the tables' and back. A value that leaves its column's range, or a text
//! that no rule would have written, is an error and never a guess.

mod membership;
mod money;
mod oversight;
mod sums;

pub(crate) use membership::{head_from, head_into};
pub(crate) use money::{due_from, due_into, tally_into};
pub(crate) use sums::{Sum, arrival_terms};

use super::StoreError;
use ledger::Minor;
use ledger::field::{Day, Field, Identity};

/// A rules' row as one row of a table.
pub(crate) trait Stored: Sized {
    /// The table's row.
    type Model;

    /// The table's row of this one.
    ///
    /// # Errors
    /// [`StoreError::Row`] where a number leaves 64 bits.
    fn to_model(&self, ledger: i64) -> Result<Self::Model, StoreError>;

    /// This row of the table's.
    ///
    /// # Errors
    /// [`StoreError::Row`] where a column holds what no rule would have written.
    fn from_model(model: Self::Model) -> Result<Self, StoreError>;
}

/// Names a table in its errors.
#[derive(Clone, Copy)]
struct Table(&'static str);

impl Table {
    const fn error(self, column: &'static str) -> StoreError {
        StoreError::Row {
            table: self.0,
            column,
        }
    }

    /// A number into another type.
    fn number<A, B: TryFrom<A>>(self, column: &'static str, value: A) -> Result<B, StoreError> {
        B::try_from(value).map_err(|_| self.error(column))
    }

    /// A checked text.
    fn field<T: Field>(self, column: &'static str, text: &str) -> Result<T, StoreError> {
        T::parse(text).map_err(|_| self.error(column))
    }

    /// A checked text that may be absent.
    fn optional<T: Field>(
        self,
        column: &'static str,
        text: Option<&String>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.field(column, text)).transpose()
    }

    /// A day by its number.
    fn day(self, column: &'static str, number: i64) -> Result<Day, StoreError> {
        Day::from_number(number).ok_or_else(|| self.error(column))
    }

    /// 32 bytes.
    fn hash(self, column: &'static str, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        bytes.try_into().map_err(|_| self.error(column))
    }

    /// An identity.
    fn identity(self, column: &'static str, bytes: &[u8]) -> Result<Identity, StoreError> {
        self.hash(column, bytes).map(Identity)
    }

    /// A flag.
    fn flag(self, column: &'static str, value: i64) -> Result<bool, StoreError> {
        match value {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.error(column)),
        }
    }

    /// 39 digits, so that the texts sort as the numbers count: none is negative.
    fn digits(self, column: &'static str, value: Minor) -> Result<String, StoreError> {
        if value < 0 {
            Err(self.error(column))
        } else {
            Ok(format!("{value:039}"))
        }
    }

    /// Lines of checked texts.
    fn lines<T: Field>(self, column: &'static str, text: &str) -> Result<Vec<T>, StoreError> {
        text.lines().map(|line| self.field(column, line)).collect()
    }
}

/// Texts, one a line.
fn lines<T: Field>(values: &[T]) -> String {
    let mut text = String::new();
    for value in values {
        value.write(&mut text);
        text.push('\n');
    }
    text
}

/// Indexes as eight bytes each.
fn index_bytes(indexes: impl IntoIterator<Item = u64>) -> Vec<u8> {
    indexes.into_iter().flat_map(u64::to_be_bytes).collect()
}
