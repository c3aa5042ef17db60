//! Days, moments and the offset of a programme's local time.

use super::Field;
use crate::grammar::FieldError;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};

/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// A calendar day without a time zone, `YYYY-MM-DD`, from 1900 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// Takes a date between 1900 and 2999.
    #[must_use]
    pub fn new(date: NaiveDate) -> Option<Self> {
        (1900..=2999).contains(&date.year()).then_some(Self(date))
    }

    /// The calendar date.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// Days since 1970-01-01; negative before it.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .timestamp()
            .div_euclid(DAY_SECONDS)
    }

    /// The day with this number since 1970-01-01.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        let moment = DateTime::from_timestamp(number.checked_mul(DAY_SECONDS)?, 0)?;
        Self::new(moment.date_naive())
    }

    /// The day so many days later; the last representable one where that would be beyond 2999.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        let later = self
            .0
            .checked_add_days(chrono::Days::new(u64::from(days)))
            .and_then(Self::new);
        later.unwrap_or_else(Self::last)
    }

    fn first() -> Self {
        Self(NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date of the calendar"))
    }

    fn last() -> Self {
        Self(NaiveDate::from_ymd_opt(2999, 12, 31).expect("a date of the calendar"))
    }

    /// The first second after this day's end at an offset from UTC, in UTC seconds.
    #[must_use]
    pub fn end(self, offset: Offset) -> Moment {
        Moment((self.number() + 1) * DAY_SECONDS - i64::from(offset.minutes()) * 60)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not by chrono's format strings: their interpreter is 11 kB of what a reader loads.
        let date = self.0;
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            date.year(),
            date.month(),
            date.day()
        )
    }
}

impl Field for Day {
    const FORM: &'static str = "day";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("a day YYYY-MM-DD between 1900 and 2999");
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(WANTED);
        };
        let year = number(&[*y1, *y2, *y3, *y4]).ok_or(WANTED)?;
        let month = number(&[*m1, *m2]).ok_or(WANTED)?;
        let day = number(&[*d1, *d2]).ok_or(WANTED)?;
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).map_err(|_| WANTED)?, month, day);
        date.and_then(Self::new).ok_or(WANTED)
    }

    fn write(&self, out: &mut String) {
        push_digits(out, self.0.year().unsigned_abs(), 4);
        out.push('-');
        push_digits(out, self.0.month(), 2);
        out.push('-');
        push_digits(out, self.0.day(), 2);
    }
}

/// A moment in UTC seconds since 1970, written `YYYY-MM-DDThh:mm:ssZ`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// The local day at an offset from UTC; the first or last representable one where it would be
    /// before 1900 or after 2999.
    #[must_use]
    pub fn local_day(self, offset: Offset) -> Day {
        let local = self.0.saturating_add(i64::from(offset.minutes()) * 60);
        let day = Day::from_number(local.div_euclid(DAY_SECONDS));
        day.unwrap_or_else(|| if local < 0 { Day::first() } else { Day::last() })
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    fn date_time(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).map_or(NaiveDateTime::MIN, |moment| moment.naive_utc())
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use chrono::Timelike;
        let (moment, date) = (self.date_time(), self.date_time().date());
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            date.year(),
            date.month(),
            date.day()
        )?;
        let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
        write!(formatter, "T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Field for Moment {
    const FORM: &'static str = "time";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("a UTC time YYYY-MM-DDThh:mm:ssZ");
        let (day, clock) = text.split_once('T').ok_or(WANTED)?;
        let day = Day::parse(day).map_err(|_| WANTED)?;
        let [h1, h2, b':', m1, m2, b':', s1, s2, b'Z'] = clock.as_bytes() else {
            return Err(WANTED);
        };
        let hour = number(&[*h1, *h2])
            .filter(|hour| *hour < 24)
            .ok_or(WANTED)?;
        let minute = number(&[*m1, *m2])
            .filter(|minute| *minute < 60)
            .ok_or(WANTED)?;
        let second = number(&[*s1, *s2])
            .filter(|second| *second < 60)
            .ok_or(WANTED)?;
        Ok(Self(
            day.number() * DAY_SECONDS + i64::from(hour * 3600 + minute * 60 + second),
        ))
    }

    fn write(&self, out: &mut String) {
        use chrono::Timelike;
        let moment = self.date_time();
        Day(moment.date()).write(out);
        out.push('T');
        push_digits(out, moment.hour(), 2);
        out.push(':');
        push_digits(out, moment.minute(), 2);
        out.push(':');
        push_digits(out, moment.second(), 2);
        out.push('Z');
    }
}

/// Minutes that local time is ahead of UTC, written `+hh:mm` or `-hh:mm`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offset(i16);

impl Offset {
    /// The westernmost and easternmost offsets in use are -12:00 and +14:00.
    const RANGE: std::ops::RangeInclusive<i16> = -720..=840;

    /// Takes minutes between -12:00 and +14:00.
    #[must_use]
    pub fn new(minutes: i16) -> Option<Self> {
        Self::RANGE.contains(&minutes).then_some(Self(minutes))
    }

    /// Minutes ahead of UTC.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.0
    }
}

impl Field for Offset {
    const FORM: &'static str = "offset";

    fn parse(text: &str) -> Result<Self, FieldError> {
        const WANTED: FieldError = FieldError::new("an offset from UTC, +hh:mm or -hh:mm");
        let [sign, h1, h2, b':', m1, m2] = text.as_bytes() else {
            return Err(WANTED);
        };
        let hours = number(&[*h1, *h2])
            .filter(|hours| *hours <= 14)
            .ok_or(WANTED)?;
        let minutes = number(&[*m1, *m2])
            .filter(|minutes| *minutes < 60)
            .ok_or(WANTED)?;
        let total = i16::try_from(hours * 60 + minutes).map_err(|_| WANTED)?;
        match sign {
            b'+' => Self::new(total).ok_or(WANTED),
            b'-' if total > 0 => Self::new(-total).ok_or(WANTED),
            _ => Err(WANTED),
        }
    }

    fn write(&self, out: &mut String) {
        out.push(if self.0 < 0 { '-' } else { '+' });
        let minutes = u32::from(self.0.unsigned_abs());
        push_digits(out, minutes / 60, 2);
        out.push(':');
        push_digits(out, minutes % 60, 2);
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value: u32, digit| {
        digit
            .is_ascii_digit()
            .then(|| value * 10 + u32::from(digit - b'0'))
    })
}

/// Writes the last `width` decimal digits of a value, with leading zeros.
fn push_digits(out: &mut String, value: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = value / 10_u32.pow(place) % 10;
        out.extend(char::from_digit(digit, 10));
    }
}
