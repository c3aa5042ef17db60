//! Where money stands, by level: the figures beneath the picture of it.

use leptos::prelude::*;

use crate::components::figure::amount;
use crate::components::line::Term;
use crate::components::table::{Narrow, figures, table, words};
use crate::context::Context;
use crate::views::{Line, Minor, PlaceRow};

/// The ends from what has reached its purpose to what is lost. What is in transit isn't split by
/// its due day here: the findings say that of the programme, not of each level.
pub(crate) const ENDS: [Term; 9] = [
    Term::Spent,
    Term::Acknowledged,
    Term::PaidOpen,
    Term::Disputed,
    Term::Left,
    Term::Held,
    Term::Transit,
    Term::Missing,
    Term::WrittenOff,
];

/// What of a line ended so.
pub(crate) fn minor(term: Term, line: &Line) -> Minor {
    match term {
        Term::Transit => line.transit,
        other => other.of(line),
    }
}

pub(crate) fn word(context: Context, term: Term) -> String {
    match term {
        Term::Transit => context.t("tally-transit"),
        other => context.t(&format!("term-short-{}", other.as_str())),
    }
}

/// What a level or a region is called.
pub(crate) fn place_text(context: Context, row: &PlaceRow) -> String {
    crate::pages::programme::bucket(context, &row.place)
}

/// A row a level: what came in there, and a column for each end that is there.
pub(crate) fn standing(context: Context, caption: String, rows: &[PlaceRow]) -> AnyView {
    let there: Vec<Term> = ENDS
        .into_iter()
        .filter(|term| {
            matches!(
                term,
                Term::Spent | Term::Held | Term::Transit | Term::Missing
            ) || rows.iter().any(|row| minor(*term, &row.line) != 0)
        })
        .collect();
    let mut columns = vec![
        words(context.t("tally-tier")),
        figures(context.t("line-came-in")),
    ];
    columns.extend(there.iter().map(|term| figures(word(context, *term))));
    let cells = rows
        .iter()
        .map(|row| {
            let currency = &row.line.currency;
            let first = [
                place_text(context, row).into_any(),
                amount(context, row.line.came_in(), currency),
            ];
            let ends = there
                .iter()
                .map(|term| amount(context, minor(*term, &row.line), currency));
            first.into_iter().chain(ends).collect()
        })
        .collect();
    table("levels", caption, Narrow::Scrolls, columns, cells)
}
