//! The figures that the page shows, and how its language writes them.

use ledger::{Minor, Month, Terms};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A term of the page's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Appropriated.
    Appropriated,
    /// Income.
    Income,
    /// Held.
    Held,
    /// Sent, and the payee hasn't given its last word.
    InTransit,
    /// Sent, and the payee's last word is that it didn't come.
    Missing,
    /// Spent, charges on the way included.
    Spent,
    /// Surrendered or carried over.
    Left,
    /// Written off.
    WrittenOff,
    /// Sent by the payers' word.
    Sent,
    /// Received by the payees' word.
    Received,
}

impl Term {
    /// Every term with its word in the page's attribute.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Appropriated, "appropriated"),
        (Self::Income, "income"),
        (Self::Held, "held"),
        (Self::InTransit, "transit"),
        (Self::Missing, "missing"),
        (Self::Spent, "spent"),
        (Self::Left, "left"),
        (Self::WrittenOff, "written-off"),
        (Self::Sent, "sent"),
        (Self::Received, "received"),
    ];

    /// Its word in the page's attribute.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(term, _)| *term == self)
            .map_or("", |(_, word)| word)
    }

    /// What it is of a tally, in minor units.
    #[must_use]
    pub const fn of(self, terms: &Terms) -> Minor {
        match self {
            Self::Appropriated => terms.appropriated,
            Self::Income => terms.income,
            Self::Held => terms.held,
            Self::InTransit => terms.in_transit,
            Self::Missing => terms.missing,
            Self::Spent => terms.spent + terms.charged,
            Self::Left => terms.left,
            Self::WrittenOff => terms.written_off,
            Self::Sent => terms.meant,
            Self::Received => terms.received,
        }
    }
}

/// A figure that the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which month's; [`Month::ALL`] for the whole programme's.
    pub month: Month,
    /// Which term.
    pub term: Term,
    /// What the page says, in minor units.
    pub minor: Minor,
    /// What the page calls it.
    pub label: String,
}

impl Figure {
    /// The figures as they stand in the page: a line for each, without line's ends in the labels.
    #[must_use]
    pub fn to_text(figures: &[Self]) -> String {
        let mut text = String::new();
        for figure in figures {
            let (month, term) = (figure.month.number(), figure.term.word());
            _ = writeln!(text, "{month} {term} {} {}", figure.minor, figure.label);
        }
        text
    }

    /// The figures out of the page; a line that can't be read is left out.
    #[must_use]
    pub fn from_text(text: &str) -> Vec<Self> {
        text.lines().filter_map(Self::from_line).collect()
    }

    fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(4, ' ');
        let month = Month::from_number(parts.next()?.parse().ok()?);
        let word = parts.next()?;
        let (term, _) = Term::ALL.into_iter().find(|(_, known)| *known == word)?;
        Some(Self {
            month,
            term,
            minor: parts.next()?.parse().ok()?,
            label: parts.next()?.to_owned(),
        })
    }

    /// What the entries say instead, in minor units.
    #[must_use]
    pub fn by_entries(&self, months: &BTreeMap<Month, Terms>) -> Minor {
        let counted = months
            .iter()
            .filter(|(month, _)| self.month == Month::ALL || **month == self.month);
        counted.map(|(_, terms)| self.term.of(terms)).sum()
    }
}

/// How the page's language writes figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    /// What parts groups of three digits.
    pub group: String,
    /// What stands before the digits of minor units.
    pub decimal: String,
    /// From how many digits on there are groups.
    pub grouped_from: usize,
    /// How many digits minor units have.
    pub exponent: usize,
}

impl Writing {
    /// As it stands in the page.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Self {
            group,
            decimal,
            grouped_from,
            exponent,
        } = self;
        format!("{group}|{decimal}|{grouped_from}|{exponent}")
    }

    /// Out of the page; whatever can't be read is as in no language.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut parts = text.split('|');
        let mut next = || parts.next().unwrap_or_default();
        Self {
            group: next().to_owned(),
            decimal: next().to_owned(),
            grouped_from: next().parse().unwrap_or(usize::MAX),
            exponent: next().parse().unwrap_or_default(),
        }
    }

    /// A count.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.whole(&count.to_string())
    }

    /// An amount of minor units, without its currency.
    #[must_use]
    pub fn amount(&self, minor: Minor) -> String {
        let digits = format!("{:0>1$}", minor.unsigned_abs(), self.exponent + 1);
        let (whole, behind) = digits.split_at(digits.len() - self.exponent);
        let sign = if minor < 0 { "-" } else { "" };
        let mark = if behind.is_empty() { "" } else { &self.decimal };
        format!("{sign}{}{mark}{behind}", self.whole(whole))
    }

    fn whole(&self, digits: &str) -> String {
        if digits.len() < self.grouped_from {
            return digits.to_owned();
        }
        let mut written = String::new();
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push_str(&self.group);
            }
            written.push(digit);
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_come_out_of_the_page_as_they_went_in() {
        let figures: Vec<Figure> = Term::ALL
            .into_iter()
            .enumerate()
            .map(|(place, (term, _))| Figure {
                month: Month::from_number(if place < 5 { 0 } else { 201_903 }),
                term,
                minor: -3 * place as Minor,
                label: format!("März, the {place}th"),
            })
            .collect();
        assert_eq!(Figure::from_text(&Figure::to_text(&figures)), figures);
        assert_eq!(Figure::from_text("0 held\n0 heid 3 x\n0 held x y\n"), []);
    }

    #[test]
    fn a_month_has_its_own_figure_and_the_whole_has_the_sum() {
        let sent = |meant| Terms {
            meant,
            ..Terms::default()
        };
        let [march, april] = [201_903, 201_904].map(Month::from_number);
        let months = BTreeMap::from([(march, sent(5)), (april, sent(7))]);
        let figure = |month| Figure {
            month,
            term: Term::Sent,
            minor: 0,
            label: String::new(),
        };
        assert_eq!(figure(april).by_entries(&months), 7);
        assert_eq!(figure(Month::ALL).by_entries(&months), 12);
        let nowhere = Month::from_number(202_001);
        assert_eq!(figure(nowhere).by_entries(&months), 0);
    }
}
