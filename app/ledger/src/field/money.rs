//! Amounts and what is derived from them. Integers in minor units, never floating point.

use super::{Field, Fund, decimal, push_decimal};
use crate::Minor;
use crate::grammar::FieldError;
use crate::limits::AMOUNT_MAX;

/// An amount of at least one minor unit and at most [`AMOUNT_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(i64);

impl Amount {
    /// Takes 1 to [`AMOUNT_MAX`] minor units.
    #[must_use]
    pub fn new(minor: Minor) -> Option<Self> {
        (1..=AMOUNT_MAX).contains(&minor).then_some(())?;
        i64::try_from(minor).ok().map(Self)
    }

    /// The amount in minor units.
    #[must_use]
    pub const fn minor(self) -> Minor {
        self.0 as Minor
    }
}

impl Field for Amount {
    const FORM: &'static str = "amount";

    fn parse(text: &str) -> Result<Self, FieldError> {
        let minor = decimal(text).and_then(|minor| Self::new(Minor::from(minor)));
        minor.ok_or(FieldError::new("an integer from 1 to 10^18 in minor units"))
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self.0);
    }
}

/// An amount that may be zero: what a payee says it received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountOrZero(i64);

impl AmountOrZero {
    /// Takes 0 to [`AMOUNT_MAX`] minor units.
    #[must_use]
    pub fn new(minor: Minor) -> Option<Self> {
        (0..=AMOUNT_MAX).contains(&minor).then_some(())?;
        i64::try_from(minor).ok().map(Self)
    }

    /// The amount in minor units.
    #[must_use]
    pub const fn minor(self) -> Minor {
        self.0 as Minor
    }
}

impl Field for AmountOrZero {
    const FORM: &'static str = "amount-or-zero";

    fn parse(text: &str) -> Result<Self, FieldError> {
        let minor = decimal(text).and_then(|minor| Self::new(Minor::from(minor)));
        minor.ok_or(FieldError::new("an integer from 0 to 10^18 in minor units"))
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self.0);
    }
}

/// A share in parts per million, at most the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartsPerMillion(u32);

impl PartsPerMillion {
    const WHOLE: u32 = 1_000_000;

    /// Takes 0 to 1,000,000.
    #[must_use]
    pub const fn new(parts: u32) -> Option<Self> {
        if parts <= Self::WHOLE {
            Some(Self(parts))
        } else {
            None
        }
    }

    /// The parts.
    #[must_use]
    pub const fn parts(self) -> u32 {
        self.0
    }

    /// This share of an amount, rounded down to a minor unit.
    #[must_use]
    pub fn of(self, amount: Minor) -> Minor {
        amount * Minor::from(self.0) / Minor::from(Self::WHOLE)
    }
}

impl Field for PartsPerMillion {
    const FORM: &'static str = "ppm";

    fn parse(text: &str) -> Result<Self, FieldError> {
        let parts = decimal(text)
            .and_then(|parts| u32::try_from(parts).ok())
            .and_then(Self::new);
        parts.ok_or(FieldError::new("parts per million from 0 to 1000000"))
    }

    fn write(&self, out: &mut String) {
        push_decimal(out, self.0);
    }
}

/// From this sum a day between one payer and one payee, so many persons sign: `<amount> <persons>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold {
    /// The sum from which it applies, in minor units.
    pub from: Amount,
    /// How many distinct persons of the payer sign.
    pub persons: u8,
}

impl Field for Threshold {
    const FORM: &'static str = "threshold";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<amount> <persons from 2 to 9>");
        let (from, persons) = text.split_once(' ').ok_or(WANTED)?;
        let [digit @ b'2'..=b'9'] = persons.as_bytes() else {
            return Err(WANTED);
        };
        Ok(Self {
            from: Amount::parse(from).map_err(|_| WANTED)?,
            persons: digit - b'0',
        })
    }

    fn write(&self, out: &mut String) {
        self.from.write(out);
        out.push(' ');
        push_decimal(out, self.persons);
    }
}

/// What a budget plans from one source of funds: `<fund> <amount>`. A plan, never added to money.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BudgetLine {
    /// The source of funds.
    pub fund: Fund,
    /// What is planned, in minor units.
    pub amount: Amount,
}

impl Field for BudgetLine {
    const FORM: &'static str = "budget-line";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("<fund> <amount>");
        let (fund, amount) = text.split_once(' ').ok_or(WANTED)?;
        Ok(Self {
            fund: Fund::parse(fund).map_err(|_| WANTED)?,
            amount: Amount::parse(amount).map_err(|_| WANTED)?,
        })
    }

    fn write(&self, out: &mut String) {
        self.fund.write(out);
        out.push(' ');
        self.amount.write(out);
    }
}
