//! Small multiples: a bar for each row of a table, all on one scale. The row has the figures.

use leptos::prelude::*;

use super::lengths::lengths;
use super::{Across, Block, Look, MISSING, OPEN, RECEIVED, block, length, look};
use crate::components::figure::money_text;
use crate::components::line::WHOLE;
use crate::context::Context;
use crate::views::{CompareRow, Currency, Minor};

/// A bar's height in pixels.
const HEIGHT: i128 = 12;

const SENT: Look = look("outline", None);

/// A bar for each row; `most` is as long as the cell is wide.
pub(crate) fn bars(
    context: Context,
    currency: &Currency,
    most: Minor,
    rows: &[CompareRow],
) -> Vec<AnyView> {
    let mut amounts: Vec<(Minor, Vec<Minor>)> = rows
        .iter()
        .map(|row| (row.sent, parts(row).map(|(.., minor)| minor).to_vec()))
        .collect();
    // The scale is that of all pages, not of this one.
    amounts.push((most, Vec::new()));
    let across = Across::of(context);
    let says = |word: &str, minor: Minor| {
        let money = money_text(context, minor, currency);
        let values = [("what", context.t(word).into()), ("amount", money.into())];
        context.with("bar-part", &values)
    };
    let drawn = rows.iter().zip(lengths(&amounts, WHOLE)).map(|(row, drawn)| {
        let at = |start: i128, width: i128| Block {
            x: across.left(start, width),
            width: length(width),
            y: 0,
            height: HEIGHT,
        };
        let mut start = 0;
        let mut shapes = Vec::with_capacity(4);
        for ((look, word, minor), width) in parts(row).into_iter().zip(&drawn.parts) {
            if *width > 0 {
                shapes.push(block(look, at(start, *width), says(word, minor)));
                start += width;
            }
        }
        if drawn.whole > 0 {
            shapes.push(block(SENT, at(0, drawn.whole), says("tally-sent", row.sent)));
        }
        view! { <svg class="multiple" width="100%" height=HEIGHT.to_string() aria-hidden="true">{shapes}</svg> }
            .into_any()
    });
    drawn.collect()
}

fn parts(row: &CompareRow) -> [(Look, &'static str, Minor); 3] {
    [
        (RECEIVED, "tally-received", row.received),
        (OPEN, "tally-transit", row.line.transit),
        (MISSING, "tally-missing", row.line.missing),
    ]
}
