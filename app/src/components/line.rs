//! How the bar of an identity is cut into segments: integers only, no markup.

use crate::views::{Line, Minor};

/// The whole bar in hundredths of a per cent.
pub(crate) const WHOLE: i128 = 10_000;

/// The least a segment is drawn with, so that a small sum still shows: 0.6 % are two pixels on a
/// telephone. What it is drawn too wide is taken from the widest; the table has the figures.
const LEAST: i128 = 60;

/// A term of the right side of the identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    Spent,
    Acknowledged,
    PaidOpen,
    Disputed,
    Left,
    Held,
    Transit,
    Unconfirmed,
    Missing,
    WrittenOff,
}

impl Term {
    /// From what is spent to what is lost.
    pub(crate) const ALL: [Self; 10] = [
        Self::Spent,
        Self::Acknowledged,
        Self::PaidOpen,
        Self::Disputed,
        Self::Left,
        Self::Held,
        Self::Transit,
        Self::Unconfirmed,
        Self::Missing,
        Self::WrittenOff,
    ];

    /// The term's name in the catalogue and the style sheet.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Spent => "spent",
            Self::Acknowledged => "acknowledged",
            Self::PaidOpen => "paid-open",
            Self::Disputed => "disputed",
            Self::Left => "left",
            Self::Held => "held",
            Self::Transit => "transit",
            Self::Unconfirmed => "unconfirmed",
            Self::Missing => "missing",
            Self::WrittenOff => "written-off",
        }
    }

    /// The term's amount. In transit is split in two: before and past its due day.
    pub(crate) const fn of(self, line: &Line) -> Minor {
        match self {
            Self::Spent => line.spent,
            Self::Acknowledged => line.paid_acknowledged,
            Self::PaidOpen => line.paid_open,
            Self::Disputed => line.paid_disputed,
            Self::Left => line.left,
            Self::Held => line.held,
            Self::Transit => line.transit - line.overdue,
            Self::Unconfirmed => line.overdue,
            Self::Missing => line.missing,
            Self::WrittenOff => line.written_off,
        }
    }

    /// Whether the term is always in the table, even when it is nothing.
    pub(crate) const fn always_shown(self) -> bool {
        !matches!(
            self,
            Self::Acknowledged | Self::PaidOpen | Self::Disputed | Self::WrittenOff
        )
    }
}

/// A segment of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) term: Term,
    pub(crate) amount: Minor,
    /// Where it begins, in hundredths of a per cent.
    pub(crate) start: i128,
    /// How wide it is, in hundredths of a per cent.
    pub(crate) width: i128,
}

/// The segments of a line, none of them empty; together exactly [`WHOLE`] wide. None for a line
/// without money.
pub(crate) fn segments(line: &Line) -> Vec<Segment> {
    let whole = line.accounted_for();
    let mut segments: Vec<Segment> = Vec::with_capacity(Term::ALL.len());
    let mut before = 0;
    for term in Term::ALL {
        let amount = term.of(line);
        if amount <= 0 {
            continue;
        }
        // Cut at the running sum: rounding never adds up to more or less than the whole.
        let width = (before + amount) * WHOLE / whole - before * WHOLE / whole;
        segments.push(Segment {
            term,
            amount,
            start: 0,
            width,
        });
        before += amount;
    }
    widen(&mut segments);
    let mut start = 0;
    for segment in &mut segments {
        segment.start = start;
        start += segment.width;
    }
    segments
}

fn widen(segments: &mut [Segment]) {
    let mut taken = 0;
    for segment in segments.iter_mut() {
        if segment.width < LEAST {
            taken += LEAST - segment.width;
            segment.width = LEAST;
        }
    }
    if let Some(widest) = segments.iter_mut().max_by_key(|segment| segment.width) {
        widest.width -= taken;
    }
}

/// Hundredths of a per cent as an SVG length: `1234` is `12.34%`.
pub(crate) fn percent(hundredths: i128) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            appropriated: 432_755_085_309,
            income: 1,
            held: 100_000_000_000,
            transit: 32_755_085_300,
            overdue: 2_755_085_300,
            missing: 7,
            spent: 300_000_000_000,
            left: 1,
            written_off: 2,
            ..Line::default()
        }
    }

    #[test]
    fn segments_add_up_to_the_total_and_the_bar() {
        let line = line();
        assert!(line.balances());
        let segments = segments(&line);
        assert_eq!(
            segments.iter().map(|segment| segment.amount).sum::<i128>(),
            line.came_in()
        );
        assert_eq!(
            segments.iter().map(|segment| segment.width).sum::<i128>(),
            WHOLE
        );
        for pair in segments.windows(2) {
            assert_eq!(pair[0].start + pair[0].width, pair[1].start);
        }
        assert!(segments.iter().all(|segment| segment.width >= LEAST));
    }

    #[test]
    fn every_single_term_fills_the_bar_alone() {
        for term in Term::ALL {
            let mut line = Line::default();
            match term {
                Term::Spent => line.spent = 3,
                Term::Acknowledged => line.paid_acknowledged = 3,
                Term::PaidOpen => line.paid_open = 3,
                Term::Disputed => line.paid_disputed = 3,
                Term::Left => line.left = 3,
                Term::Held => line.held = 3,
                Term::Transit => line.transit = 3,
                Term::Unconfirmed => (line.transit, line.overdue) = (3, 3),
                Term::Missing => line.missing = 3,
                Term::WrittenOff => line.written_off = 3,
            }
            let segments = segments(&line);
            assert_eq!(
                segments,
                [Segment {
                    term,
                    amount: 3,
                    start: 0,
                    width: WHOLE
                }]
            );
        }
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(segments(&Line::default()), []);
    }

    #[test]
    fn lengths_are_exact() {
        assert_eq!(percent(10_000), "100.00%");
        assert_eq!(percent(1_205), "12.05%");
        assert_eq!(percent(7), "0.07%");
    }
}
