//! Days per hop: how many steps took how long. The table beneath has the figures.

use leptos::prelude::*;

use super::lengths::lengths;
use super::{Across, Block, RECEIVED, block, length, panel, picture, words_at};
use crate::components::line::WHOLE;
use crate::context::Context;
use crate::format;
use crate::views::{HOP_BUCKETS, Hops, Minor};

/// The columns' height, and what stands above and beneath them, in pixels.
const PLOT: i128 = 80;
const ABOVE: i128 = 20;
const BENEATH: i128 = 22;

/// The distribution of some steps, under a name; nothing where none was confirmed. `id` is unique
/// on its page.
pub(crate) fn days(context: Context, id: &str, name: String, hops: &Hops) -> Option<AnyView> {
    if hops.confirmed == 0 {
        return None;
    }
    let across = Across::of(context);
    let steps: Vec<(Minor, Vec<Minor>)> = hops
        .buckets
        .iter()
        .map(|steps| (Minor::from(*steps), Vec::new()))
        .collect();
    let slots = i128::try_from(steps.len()).unwrap_or(1);
    let drawn = (0..)
        .zip(ranges())
        .zip(lengths(&steps, PLOT))
        .zip(hops.buckets);
    let columns = drawn.map(|(((at, range), drawn), steps)| {
        let (start, end) = (at * WHOLE / slots, (at + 1) * WHOLE / slots);
        let count = format::integer(context.language, steps.into());
        let says = [
            ("what", range.clone().into()),
            ("amount", count.clone().into()),
        ];
        let bar = Block {
            x: "10%".to_owned(),
            width: "80%".to_owned(),
            y: ABOVE + PLOT - drawn.whole,
            height: drawn.whole,
        };
        let top = ABOVE + PLOT - drawn.whole - 5;
        let middle = |y, words| words_at("soft middle", "50%".to_owned(), "0".to_owned(), y, words);
        let shapes = view! {
            {(steps > 0).then(|| block(RECEIVED, bar, context.with("bar-part", &says)))}
            {middle(top, count)}
            {middle(ABOVE + PLOT + 17, range)}
        };
        let slot = Block {
            x: across.left(start, end - start),
            width: length(end - start),
            y: 0,
            height: ABOVE + PLOT + BENEATH,
        };
        panel(slot, shapes)
    });
    let columns: Vec<AnyView> = columns.collect();
    let about = context.t("days-about");
    let drawn = picture(
        id,
        "days",
        ABOVE + PLOT + BENEATH,
        name.clone(),
        about,
        columns,
    );
    Some(view! { <div class="side"><p class="strong">{name}</p>{drawn}</div> }.into_any())
}

/// The buckets' days as short as can be: `8\u{2013}14`, and `>60` for the last.
fn ranges() -> Vec<String> {
    let firsts = std::iter::once(0).chain(HOP_BUCKETS.iter().map(|last| last + 1));
    let mut names: Vec<String> = firsts
        .zip(HOP_BUCKETS)
        .map(|(from, to)| format!("{from}\u{2013}{to}"))
        .collect();
    names.push(format!(">{}", HOP_BUCKETS[HOP_BUCKETS.len() - 1]));
    names
}
