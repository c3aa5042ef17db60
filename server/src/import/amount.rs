//! Amounts: decimal text to integers in minor units, without floating point.

use super::limits::AMOUNT_MAX;

/// How a file writes amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyFormat {
    /// Stands between whole units and decimals.
    pub decimal_mark: char,
    /// Stands between groups of three digits, where the file has such marks.
    pub thousands_mark: Option<char>,
    /// Decimals of the currency: 10^exponent minor units are one unit.
    pub exponent: u8,
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountFault {
    /// Something else than digits and the mapping's marks.
    #[error(
        "isn't digits with the mapping's marks; mend the cell, or file.decimal_mark and file.thousands_mark"
    )]
    NotANumber,
    /// Thousands marks that don't part groups of three digits.
    #[error(
        "has a thousands mark that doesn't part three digits; mend the cell, or file.thousands_mark"
    )]
    Groups,
    /// More decimals than the currency has.
    #[error(
        "has {found} decimals where the currency has {exponent}; mend the cell, or money.exponent"
    )]
    Decimals {
        /// Digits after the decimal mark.
        found: usize,
        /// Decimals of the currency.
        exponent: u8,
    },
    /// A minus sign.
    #[error("is below zero; what flows back is a return, which its payer issues: take the row out")]
    Negative,
    /// Zero.
    #[error("is zero: take the row out")]
    Zero,
    /// Above [`AMOUNT_MAX`].
    #[error("is above 10^18 minor units; mend the cell, or the marks")]
    TooLarge,
}

impl MoneyFormat {
    /// Minor units of `text`, 1 to 10^18; blanks around it don't matter.
    ///
    /// # Errors
    /// [`AmountFault`] says what of the text isn't an amount.
    pub fn parse(&self, text: &str) -> Result<i64, AmountFault> {
        let text = text.trim();
        if text.starts_with(['-', '\u{2212}']) {
            return Err(AmountFault::Negative);
        }
        let (whole, decimals) = match text.split_once(self.decimal_mark) {
            Some((_, "")) => return Err(AmountFault::NotANumber),
            Some((whole, decimals)) => (whole, decimals),
            None => (text, ""),
        };
        self.check_whole(whole)?;
        check_digits(decimals)?;
        let padding = usize::from(self.exponent)
            .checked_sub(decimals.len())
            .ok_or(AmountFault::Decimals {
                found: decimals.len(),
                exponent: self.exponent,
            })?;
        let digits = whole
            .chars()
            .chain(decimals.chars())
            .filter_map(|c| c.to_digit(10));
        let amount = sum_digits(digits.chain(std::iter::repeat_n(0, padding)))?;
        if amount == 0 {
            Err(AmountFault::Zero)
        } else {
            Ok(amount)
        }
    }

    /// Whole units: plain digits, or groups of three behind one to three.
    fn check_whole(&self, whole: &str) -> Result<(), AmountFault> {
        let Some(mark) = self.thousands_mark else {
            return if whole.is_empty() {
                Err(AmountFault::NotANumber)
            } else {
                check_digits(whole)
            };
        };
        let mut groups = whole.split(mark);
        let first = groups.next().unwrap_or_default();
        check_digits(first)?;
        let mut grouped = false;
        for group in groups {
            check_digits(group)?;
            if group.len() != 3 {
                return Err(AmountFault::Groups);
            }
            grouped = true;
        }
        match first.len() {
            0 if grouped => Err(AmountFault::Groups),
            0 => Err(AmountFault::NotANumber),
            1..=3 => Ok(()),
            _ if grouped => Err(AmountFault::Groups),
            _ => Ok(()),
        }
    }
}

fn check_digits(text: &str) -> Result<(), AmountFault> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err(AmountFault::NotANumber)
    }
}

fn sum_digits(mut digits: impl Iterator<Item = u32>) -> Result<i64, AmountFault> {
    digits.try_fold(0_i64, |sum, digit| {
        // At most 10^18 before this step, so ten times as much fits an i128 only.
        let next = i128::from(sum) * 10 + i128::from(digit);
        match i64::try_from(next) {
            Ok(next) if next <= AMOUNT_MAX => Ok(next),
            _ => Err(AmountFault::TooLarge),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn format(decimal_mark: char, thousands_mark: Option<char>, exponent: u8) -> MoneyFormat {
        MoneyFormat {
            decimal_mark,
            thousands_mark,
            exponent,
        }
    }

    #[test]
    fn reads_marks_and_exponents() {
        let table = [
            (format('.', None, 0), "127074415", 127_074_415),
            (format('.', None, 2), "12.5", 1_250),
            (format('.', None, 2), " 12 ", 1_200),
            (format(',', Some('.'), 2), "1.234,56", 123_456),
            (format(',', Some('.'), 2), "1234,56", 123_456),
            (format('.', Some(','), 3), "1,234,567.891", 1_234_567_891),
            (format(',', Some('\u{a0}'), 2), "1\u{a0}234,00", 123_400),
            (format('.', None, 0), "0001", 1),
            (format('.', None, 0), "1000000000000000000", AMOUNT_MAX),
        ];
        for (format, text, amount) in table {
            assert_eq!(format.parse(text), Ok(amount), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_amount() {
        let marked = format(',', Some('.'), 2);
        let table = [
            ("", AmountFault::NotANumber),
            ("12,", AmountFault::NotANumber),
            (",50", AmountFault::NotANumber),
            ("1,2,3", AmountFault::NotANumber),
            ("PYG 12", AmountFault::NotANumber),
            ("+12", AmountFault::NotANumber),
            ("1e3", AmountFault::NotANumber),
            ("１２", AmountFault::NotANumber),
            ("-12", AmountFault::Negative),
            ("−12", AmountFault::Negative),
            ("0,00", AmountFault::Zero),
            ("1.23", AmountFault::Groups),
            (".123", AmountFault::Groups),
            ("1234.567", AmountFault::Groups),
            ("1..234", AmountFault::Groups),
            (
                "1,234",
                AmountFault::Decimals {
                    found: 3,
                    exponent: 2,
                },
            ),
            ("10000000000000000,01", AmountFault::TooLarge),
        ];
        for (text, fault) in table {
            assert_eq!(marked.parse(text), Err(fault), "{text}");
        }
    }

    /// Writes an amount as a file would, by string work alone.
    fn written(amount: i64, format: MoneyFormat) -> String {
        let exponent = usize::from(format.exponent);
        let digits = format!("{amount:0>width$}", width = exponent + 1);
        let (whole, decimals) = digits.split_at(digits.len() - exponent);
        let mut text = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if let Some(mark) = format.thousands_mark
                && place > 0
                && (whole.len() - place) % 3 == 0
            {
                text.push(mark);
            }
            text.push(digit);
        }
        if exponent > 0 {
            text.push(format.decimal_mark);
            text.push_str(decimals);
        }
        text
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            amount in 1..=AMOUNT_MAX,
            exponent in 0..=8_u8,
            marks in prop::sample::select(vec![
                ('.', None), (',', None), ('.', Some(',')), (',', Some('.')), (',', Some(' ')), ('.', Some('\'')),
            ]),
        ) {
            let format = format(marks.0, marks.1, exponent);
            prop_assert_eq!(format.parse(&written(amount, format)), Ok(amount));
        }

        #[test]
        fn no_text_panics(text in "[-+0-9., ]{0,40}|.{0,20}", exponent in 0..=8_u8) {
            for thousands in [None, Some(','), Some(' ')] {
                if let Ok(amount) = format('.', thousands, exponent).parse(&text) {
                    prop_assert!((1..=AMOUNT_MAX).contains(&amount));
                }
            }
        }
    }
}
