//! Figures and days as each language writes them, by ICU4X with its data compiled in.
//!
//! Amounts are exact: integers of minor units become decimals by moving the mark, never by
//! division. Days are the proleptic Gregorian calendar, moments are UTC.

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{MD, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};

use crate::views::{Currency, Minor, Seconds};
use crate::words::Language;

/// The formatters of one language, built once.
struct Formats {
    decimal: DecimalFormatter,
    day: Formatter<Gregorian, YMD>,
    day_short: Formatter<Gregorian, YMD>,
    day_of_year: Formatter<Gregorian, MD>,
    month: Formatter<Gregorian, YM>,
}

impl Formats {
    fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Formats>; 3] = [const { OnceLock::new() }; 3];
        ALL[language as usize].get_or_init(|| Self::load(&locale_of(language)))
    }

    fn load(locale: &Locale) -> Self {
        const COMPILED: &str = "ICU's compiled data hold every language of ours";
        Self {
            decimal: DecimalFormatter::try_new(locale.into(), Default::default()).expect(COMPILED),
            day: Formatter::try_new(locale.into(), YMD::long()).expect(COMPILED),
            day_short: Formatter::try_new(locale.into(), YMD::medium()).expect(COMPILED),
            day_of_year: Formatter::try_new(locale.into(), MD::long()).expect(COMPILED),
            month: Formatter::try_new(locale.into(), YM::long()).expect(COMPILED),
        }
    }
}

/// English days are written day first, as in most of the world.
const fn locale_of(language: Language) -> Locale {
    match language {
        Language::En => locale!("en-GB"),
        Language::Zh => locale!("zh-Hans-CN"),
        Language::Es => locale!("es"),
    }
}

/// An integer with the language's grouping.
#[must_use]
pub fn integer(language: Language, value: i128) -> String {
    Formats::of(language)
        .decimal
        .format(&Decimal::from(value))
        .to_string()
}

/// An amount with the language's grouping and decimal mark, without its currency.
#[must_use]
pub fn amount(language: Language, minor: Minor, currency: &Currency) -> String {
    let mut decimal = Decimal::from(minor);
    decimal.multiply_pow10(-i16::from(currency.exponent));
    decimal.pad_end(-i16::from(currency.exponent));
    Formats::of(language).decimal.format(&decimal).to_string()
}

/// A large amount in 万 or 亿, cut to two digits behind the mark; nothing below 10,000 units or
/// in a language that doesn't count so. `(figure, exact)`.
#[must_use]
pub fn amount_in_wan(
    language: Language,
    minor: Minor,
    currency: &Currency,
) -> Option<(String, bool)> {
    const WAN: u128 = 10_000;
    const YI: u128 = 100_000_000;
    if language != Language::Zh {
        return None;
    }
    let unit = 10_u128.checked_pow(u32::from(currency.exponent))?;
    let size = minor.unsigned_abs();
    let (scale, word) = if size >= YI * unit {
        (YI * unit, "亿")
    } else if size >= WAN * unit {
        (WAN * unit, "万")
    } else {
        return None;
    };
    let hundredths = size / (scale / 100);
    let exact = size.is_multiple_of(scale / 100);
    let mut decimal = Decimal::from(hundredths);
    decimal.multiply_pow10(-2);
    decimal.trim_end();
    let sign = if minor < 0 { "-" } else { "" };
    let figure = Formats::of(language).decimal.format(&decimal).to_string();
    Some((format!("{sign}{figure}{word}"), exact))
}

/// A share in per cent with one digit behind the mark, rounded to nearest; `< 0.1` for what is
/// there but smaller. Nothing where the whole is 0.
#[must_use]
pub fn share(language: Language, part: Minor, whole: Minor) -> Option<String> {
    if whole <= 0 || part < 0 {
        return None;
    }
    // Amounts are at most 10^18 each and summed in i128: a factor of 2,000 can't overflow.
    let tenths = (part * 2_000 + whole) / (whole * 2);
    let less = part > 0 && tenths == 0;
    let mut decimal = Decimal::from(if less { 1 } else { tenths });
    decimal.multiply_pow10(-1);
    decimal.pad_end(-1);
    let figure = Formats::of(language).decimal.format(&decimal).to_string();
    let space = if language == Language::Es {
        "\u{a0}"
    } else {
        ""
    };
    Some(format!(
        "{}{figure}{space}%",
        if less { "<\u{a0}" } else { "" }
    ))
}

fn gregorian(day: NaiveDate) -> Date<Gregorian> {
    let month = u8::try_from(day.month()).expect("a month is 1 to 12");
    let of_month = u8::try_from(day.day()).expect("a day of a month is 1 to 31");
    Date::try_new_gregorian(day.year(), month, of_month)
        .unwrap_or_else(|_| Date::try_new_gregorian(1970, 1, 1).expect("the epoch is a day"))
}

/// A day in full: "12 June 2019", "2019年6月12日", "12 de junio de 2019".
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    Formats::of(language)
        .day
        .format(&gregorian(day))
        .to_string()
}

/// A day for a table: "12 Jun 2019".
#[must_use]
pub fn day_short(language: Language, day: NaiveDate) -> String {
    Formats::of(language)
        .day_short
        .format(&gregorian(day))
        .to_string()
}

/// A day without its year: "12 June".
#[must_use]
pub fn day_of_year(language: Language, day: NaiveDate) -> String {
    Formats::of(language)
        .day_of_year
        .format(&gregorian(day))
        .to_string()
}

/// A month with its year, month 1 to 12; as digits where there is no such month.
#[must_use]
pub fn month(language: Language, year: i32, month: u32) -> String {
    match NaiveDate::from_ymd_opt(year, month, 1) {
        Some(first) => Formats::of(language)
            .month
            .format(&gregorian(first))
            .to_string(),
        None => format!("{year}-{month:02}"),
    }
}

/// The UTC day of a moment.
#[must_use]
pub fn day_at(seconds: Seconds) -> NaiveDate {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .date_naive()
}

/// A moment's UTC time of day: "03:04".
#[must_use]
pub fn clock(seconds: Seconds) -> String {
    let time = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment for machines: `2019-06-12T03:04:05Z`.
#[must_use]
pub fn iso(seconds: Seconds) -> String {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .format("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pyg() -> Currency {
        Currency {
            code: "PYG".into(),
            exponent: 0,
        }
    }

    fn cny() -> Currency {
        Currency {
            code: "CNY".into(),
            exponent: 2,
        }
    }

    #[test]
    fn amounts_are_grouped_by_language_and_exact() {
        let total = 432_755_085_309;
        assert_eq!(amount(Language::En, total, &pyg()), "432,755,085,309");
        assert_eq!(amount(Language::Zh, total, &pyg()), "432,755,085,309");
        assert_eq!(amount(Language::Es, total, &pyg()), "432.755.085.309");
        assert_eq!(amount(Language::En, 125_000_005, &cny()), "1,250,000.05");
        assert_eq!(amount(Language::Es, 100, &cny()), "1,00");
        assert_eq!(amount(Language::En, 0, &cny()), "0.00");
        assert_eq!(amount(Language::En, -60_000, &cny()), "-600.00");
        let largest = 16 * 10_i128.pow(18);
        assert_eq!(
            amount(Language::En, largest, &pyg()),
            "16,000,000,000,000,000,000"
        );
    }

    #[test]
    fn large_chinese_amounts_are_cut_not_rounded_up() {
        let wan = |minor, currency: &Currency| amount_in_wan(Language::Zh, minor, currency);
        assert_eq!(
            wan(432_755_085_309, &pyg()),
            Some(("4,327.55亿".into(), false))
        );
        assert_eq!(wan(300_000_000, &pyg()), Some(("3亿".into(), true)));
        assert_eq!(wan(125_000_000, &cny()), Some(("125万".into(), true)));
        assert_eq!(wan(9_999, &pyg()), None);
        assert_eq!(amount_in_wan(Language::En, 300_000_000, &pyg()), None);
    }

    #[test]
    fn shares_never_hide_what_is_there() {
        assert_eq!(share(Language::En, 1, 3).as_deref(), Some("33.3%"));
        assert_eq!(
            share(Language::En, 1, 1_000_000).as_deref(),
            Some("<\u{a0}0.1%")
        );
        assert_eq!(share(Language::Es, 1, 8).as_deref(), Some("12,5\u{a0}%"));
        assert_eq!(share(Language::En, 0, 8).as_deref(), Some("0.0%"));
        assert_eq!(share(Language::En, 1, 0), None);
    }

    #[test]
    fn days_read_as_their_speakers_write_them() {
        let date = NaiveDate::from_ymd_opt(2019, 6, 12).expect("a day of June");
        assert_eq!(day(Language::En, date), "12 June 2019");
        assert_eq!(day(Language::Zh, date), "2019年6月12日");
        assert_eq!(day(Language::Es, date), "12 de junio de 2019");
        assert_eq!(day_of_year(Language::En, date), "12 June");
        assert_eq!(month(Language::Es, 2019, 8), "agosto de 2019");
        assert_eq!(month(Language::En, 2019, 13), "2019-13");
        assert_eq!(iso(0), "1970-01-01T00:00:00Z");
        assert_eq!(clock(11_045), "03:04");
    }
}
