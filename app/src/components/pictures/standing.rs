//! Where money stands, by level or by place: the figures beneath the picture of it.

use leptos::prelude::*;

use super::plan::there;
use crate::components::figure::amount;
use crate::components::line::Term;
use crate::components::table::{Narrow, figures, table, words};
use crate::context::Context;
use crate::views::{FlowBy, Line, Minor, PlaceRow, ProgrammePage};

/// The ends from what is spent to what is lost. What is in transit isn't split by
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

/// The rows beneath the flow.
pub(crate) struct Standing<'a> {
    pub(crate) caption: String,
    pub(crate) by: FlowBy,
    pub(crate) rows: &'a [PlaceRow],
}

/// A row a level or place: what came in or arrived there, and a column for each end that is there.
pub(crate) fn standing(context: Context, page: &ProgrammePage, of: Standing<'_>) -> AnyView {
    let Standing { caption, by, rows } = of;
    let ends: Vec<Term> = ENDS
        .into_iter()
        .filter(|term| {
            matches!(
                term,
                Term::Spent | Term::Held | Term::Transit | Term::Missing
            ) || rows.iter().any(|row| minor(*term, &row.line) != 0)
        })
        .collect();
    let head = match by {
        FlowBy::Levels => "tally-tier",
        FlowBy::Places => "tally-region",
    };
    // Money enters at a level; to a place it only arrives.
    let (arrives, arrived): (&str, fn(&Line) -> Minor) = match by {
        FlowBy::Levels => ("line-came-in", Line::came_in),
        FlowBy::Places => ("flow-arrived", there),
    };
    let mut columns = vec![words(context.t(head)), figures(context.t(arrives))];
    columns.extend(ends.iter().map(|term| figures(word(context, *term))));
    let cells = rows.iter().enumerate().map(|(at, row)| {
        let currency = &row.line.currency;
        let first = [
            name(context, page, by, at, row),
            amount(context, arrived(&row.line), currency),
        ];
        let ended = ends
            .iter()
            .map(|term| amount(context, minor(*term, &row.line), currency));
        first.into_iter().chain(ended).collect()
    });
    table(
        "standing",
        caption,
        Narrow::Scrolls,
        columns,
        cells.collect(),
    )
}

/// What a row is called; a place leads to its members side by side.
fn name(context: Context, page: &ProgrammePage, by: FlowBy, at: usize, row: &PlaceRow) -> AnyView {
    let name = place_text(context, row);
    let within = match by {
        FlowBy::Levels => None,
        FlowBy::Places => crate::pages::programme::within(context, page, at),
    };
    match within {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}
