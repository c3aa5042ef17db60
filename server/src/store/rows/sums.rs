//! Changes of sums on their way into the tables, and the sums on their way back.
//!
//! A change is a list of numbers in the order of its table's columns. Those of a group's entries
//! are added up, number by number, before they are written: the result is the same for any group.

use super::Table;
use crate::store::tables::{arrival, finding_tally, flow};
use crate::store::{StoreError, codes};
use ledger::field::{Region, Tier};
use ledger::{
    ArrivalKey, ArrivalTerms, FindingTallyKey, FindingTerms, FlowKey, FlowTerms, Minor, Scope,
};

/// What one unit of a `_high` column is worth: a change of 10^27 still fits, and 64 bits hold nine
/// billion changes of either column.
const HIGH: Minor = 1_000_000_000;

/// A table of sums: its key as the rules have it, its numbers, and both as a row.
pub(crate) trait Sum: Sized {
    /// The key.
    type Key: Ord + Clone;
    /// The change of one entry, or a sum.
    type Terms;
    /// The numbers in the order of the columns.
    type Numbers: Copy + Default + AsRef<[i64]> + AsMut<[i64]>;

    /// A change as numbers.
    ///
    /// # Errors
    /// [`StoreError::Row`] where an amount leaves its columns.
    fn numbers(terms: &Self::Terms) -> Result<Self::Numbers, StoreError>;

    /// The row of a key and its numbers.
    fn row(ledger: i64, key: &Self::Key, numbers: Self::Numbers) -> Self;

    /// The key and the sum of a row.
    ///
    /// # Errors
    /// [`StoreError::Row`] where a column holds what no rule would have written.
    fn read_sum(self) -> Result<(Self::Key, Self::Terms), StoreError>;
}

/// A number in two columns.
fn split(table: Table, value: Minor) -> Result<[i64; 2], StoreError> {
    let (high, low) = (value / HIGH, value % HIGH);
    Ok([table.number("_high", high)?, table.number("_low", low)?])
}

/// The number of two columns.
fn join(high: i64, low: i64) -> Minor {
    Minor::from(high) * HIGH + Minor::from(low)
}

/// A row: the columns of its key by name, and those of its numbers, which are named in their order.
macro_rules! row {
    ($numbers:ident: $($column:ident),+; $($key:ident: $value:expr),+ $(,)?) => {{
        let [$($column),+] = $numbers;
        Self {
            $($key: $value,)+
            $($column),+
        }
    }};
}

impl Sum for flow::Model {
    type Key = FlowKey;
    type Terms = FlowTerms;
    type Numbers = [i64; 12];

    fn numbers(terms: &FlowTerms) -> Result<Self::Numbers, StoreError> {
        let table = Table("flow");
        let [high, low] = split(table, terms.contested)?;
        Ok([
            terms.steps,
            table.number("sent", terms.sent)?,
            table.number("returned", terms.returned)?,
            table.number("received", terms.received)?,
            table.number("back", terms.back)?,
            table.number("settled", terms.settled)?,
            table.number("in_transit", terms.in_transit)?,
            table.number("missing", terms.missing)?,
            high,
            low,
            terms.confirmed,
            terms.days,
        ])
    }

    fn row(ledger: i64, key: &FlowKey, numbers: Self::Numbers) -> Self {
        row!(
            numbers: steps, sent, returned, received, back, settled, in_transit, missing,
                contested_high, contested_low, confirmed, days;
            ledger: ledger,
            payer: key.payer.to_string(),
            payee: key.payee.to_string(),
            programme: key.programme.to_string(),
        )
    }

    fn read_sum(self) -> Result<(FlowKey, FlowTerms), StoreError> {
        let table = Table("flow");
        let key = FlowKey {
            payer: table.field("payer", &self.payer)?,
            payee: table.field("payee", &self.payee)?,
            programme: table.field("programme", &self.programme)?,
        };
        let terms = FlowTerms {
            steps: self.steps,
            sent: self.sent.into(),
            returned: self.returned.into(),
            received: self.received.into(),
            back: self.back.into(),
            settled: self.settled.into(),
            in_transit: self.in_transit.into(),
            missing: self.missing.into(),
            contested: join(self.contested_high, self.contested_low),
            confirmed: self.confirmed,
            days: self.days,
        };
        Ok((key, terms))
    }
}

impl Sum for arrival::Model {
    type Key = ArrivalKey;
    type Terms = ArrivalTerms;
    type Numbers = [i64; 11];

    fn numbers(terms: &ArrivalTerms) -> Result<Self::Numbers, StoreError> {
        let [high, low] = split(Table("arrival"), terms.contested)?;
        Ok([
            terms.confirmed,
            terms.days,
            terms.to_1,
            terms.to_3,
            terms.to_7,
            terms.to_14,
            terms.to_30,
            terms.to_60,
            terms.beyond,
            high,
            low,
        ])
    }

    fn row(ledger: i64, key: &ArrivalKey, numbers: Self::Numbers) -> Self {
        let (scope, scope_value) = codes::of_scope(&key.scope);
        row!(
            numbers: confirmed, days, to_1, to_3, to_7, to_14, to_30, to_60, beyond,
                contested_high, contested_low;
            ledger: ledger,
            programme: key.programme.to_string(),
            scope: scope,
            scope_value: scope_value,
        )
    }

    fn read_sum(self) -> Result<(ArrivalKey, ArrivalTerms), StoreError> {
        let table = Table("arrival");
        let key = ArrivalKey {
            programme: table.field("programme", &self.programme)?,
            scope: scope(table, self.scope, &self.scope_value)?,
        };
        Ok((key, arrival_terms(&self)))
    }
}

/// The sum of a row, whosever it is.
pub(crate) fn arrival_terms(row: &arrival::Model) -> ArrivalTerms {
    ArrivalTerms {
        confirmed: row.confirmed,
        days: row.days,
        to_1: row.to_1,
        to_3: row.to_3,
        to_7: row.to_7,
        to_14: row.to_14,
        to_30: row.to_30,
        to_60: row.to_60,
        beyond: row.beyond,
        contested: join(row.contested_high, row.contested_low),
    }
}

/// The scope with this number and text.
fn scope(table: Table, number: i64, value: &str) -> Result<Scope, StoreError> {
    Ok(match number {
        0 => Scope::Programme,
        1 => Scope::Member(table.field("scope_value", value)?),
        2 => Scope::Tier(table.field::<Tier>("scope_value", value)?),
        3 => Scope::Region(table.field::<Region>("scope_value", value)?),
        _ => return Err(table.error("scope")),
    })
}

impl Sum for finding_tally::Model {
    type Key = FindingTallyKey;
    type Terms = FindingTerms;
    type Numbers = [i64; 6];

    fn numbers(terms: &FindingTerms) -> Result<Self::Numbers, StoreError> {
        let table = Table("finding_tally");
        let [open_high, open_low] = split(table, terms.open_at_risk)?;
        let [closed_high, closed_low] = split(table, terms.closed_at_risk)?;
        let (open, closed) = (terms.open, terms.closed);
        Ok([open, open_high, open_low, closed, closed_high, closed_low])
    }

    fn row(ledger: i64, key: &FindingTallyKey, numbers: Self::Numbers) -> Self {
        let member = key.member.as_ref().map(ToString::to_string);
        row!(
            numbers: open, open_high, open_low, closed, closed_high, closed_low;
            ledger: ledger,
            member: member.unwrap_or_default(),
            programme: key.programme.to_string(),
            code: codes::of_code(key.code),
        )
    }

    fn read_sum(self) -> Result<(FindingTallyKey, FindingTerms), StoreError> {
        let table = Table("finding_tally");
        let member = Some(&self.member).filter(|member| !member.is_empty());
        let key = FindingTallyKey {
            member: table.optional("member", member)?,
            programme: table.field("programme", &self.programme)?,
            code: codes::code(self.code)?,
        };
        let terms = FindingTerms {
            open: self.open,
            open_at_risk: join(self.open_high, self.open_low),
            closed: self.closed,
            closed_at_risk: join(self.closed_high, self.closed_low),
        };
        Ok((key, terms))
    }
}
