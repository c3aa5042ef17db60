//! Months beside each other: what was sent in each, and what became of it.

use leptos::prelude::*;

use super::lengths::{lengths, steps};
use super::{
    Across, Block, Look, MISSING, OPEN, RECEIVED, block, key_of_bars, left_out, length, look,
    panel, picture, words_at,
};
use crate::components::figure::money_text;
use crate::components::line::WHOLE;
use crate::context::Context;
use crate::views::{Bucket, Currency, Minor, TallyRow};

/// Months that a picture shows, the latest: on a telephone a column is then nine pixels wide.
const MONTHS_MAX: usize = 36;

/// The columns' height, and what is above and beneath them, in pixels.
const PLOT: i128 = 180;
const ABOVE: i128 = 4;
const BENEATH: i128 = 44;

/// A month's name has no room beneath a narrower column: every so many months then.
const NAMED_MAX: usize = 13;

const SENT: Look = look("outline", None);

/// The picture; nothing for fewer than two months.
pub(crate) fn months(context: Context, currency: &Currency, rows: &[TallyRow]) -> Option<AnyView> {
    let shown = &rows[rows.len().saturating_sub(MONTHS_MAX)..];
    if shown.len() < 2 || shown.iter().all(|row| row.sent == 0) {
        return None;
    }
    let sketch = Sketch {
        context,
        across: Across::of(context),
        currency,
    };
    let drawn = lengths(
        &shown
            .iter()
            .map(|row| (row.sent, parts(row).map(|(.., minor)| minor).to_vec()))
            .collect::<Vec<_>>(),
        PLOT,
    );
    let left: usize = shown
        .iter()
        .zip(&drawn)
        .map(|(row, length)| {
            let parts = parts(row).into_iter().zip(&length.parts);
            parts
                .filter(|((.., minor), part)| *minor > 0 && **part == 0)
                .count()
        })
        .sum();
    let slots = i128::try_from(shown.len()).unwrap_or(1);
    let columns: Vec<_> = (0..)
        .zip(shown.iter().zip(&drawn))
        .map(|(at, (row, length))| {
            let (start, end) = (at * WHOLE / slots, (at + 1) * WHOLE / slots);
            sketch.column(row, length.whole, &length.parts, (start, end - start))
        })
        .collect();
    let names = sketch.names(shown, slots);
    let most = shown.iter().map(|row| row.sent).max().unwrap_or(0);
    let title = context.t("months-picture");
    let body = view! { {sketch.scale(most)}{columns}{names} };
    let height = ABOVE + PLOT + BENEATH;
    let key = key_of_bars(context);
    let about = context.t("months-about");
    Some(
        view! {
            {picture("by-month", "columns-of", height, title, about, body)}
            {key}
            {sketch.scale_says(most)}
            {left_out(context, left + rows.len() - shown.len())}
        }
        .into_any(),
    )
}

fn parts(row: &TallyRow) -> [(Look, &'static str, Minor); 3] {
    [
        (RECEIVED, "tally-received", row.received),
        (OPEN, "tally-transit", row.transit),
        (MISSING, "tally-missing", row.missing),
    ]
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    currency: &'a Currency,
}

impl Sketch<'_> {
    fn says(&self, what: &str, minor: Minor) -> String {
        let money = money_text(self.context, minor, self.currency);
        self.context.with(
            "bar-part",
            &[("what", what.into()), ("amount", money.into())],
        )
    }

    fn column(
        &self,
        row: &TallyRow,
        height: i128,
        lengths: &[i128],
        (start, width): (i128, i128),
    ) -> AnyView {
        let name = crate::pages::programme::bucket(self.context, &row.bucket);
        let at = |y: i128, height: i128| Block {
            x: "15%".to_owned(),
            width: "70%".to_owned(),
            y,
            height,
        };
        let foot = ABOVE + PLOT;
        let mut top = foot;
        let mut stacked: Vec<AnyView> = Vec::with_capacity(4);
        for ((look, word, minor), length) in parts(row).into_iter().zip(lengths) {
            if *length == 0 {
                continue;
            }
            top -= length;
            stacked.push(block(
                look,
                at(top, *length),
                self.says(&self.context.t(word), minor),
            ));
        }
        if height > 0 {
            let says = self.says(&name, row.sent);
            stacked.push(block(SENT, at(foot - height, height), says));
        }
        let all = Block {
            x: self.across.left(start, width),
            width: length(width),
            y: 0,
            height: foot,
        };
        panel(all, stacked)
    }

    /// Month numbers beneath, and the year where one begins.
    fn names(&self, rows: &[TallyRow], slots: i128) -> Vec<AnyView> {
        let every = rows.len().div_ceil(NAMED_MAX);
        let names = (0..).zip(rows).filter_map(|(at, row)| {
            let Bucket::Month(year, month) = row.bucket else {
                return None;
            };
            let first = at == 0 || month == 1;
            let middle = (2 * at + 1) * WHOLE / (2 * slots);
            let number = usize::try_from(at)
                .is_ok_and(|at| at % every == 0)
                .then(|| {
                    let x = self.across.left(middle, 0);
                    words_at(
                        "soft middle",
                        x,
                        "0".to_owned(),
                        ABOVE + PLOT + 18,
                        month.to_string(),
                    )
                });
            let year = first.then(|| {
                let x = self.across.left(at * WHOLE / slots, 0);
                words_at(
                    "soft",
                    x,
                    "2".to_owned(),
                    ABOVE + PLOT + 38,
                    year.to_string(),
                )
            });
            Some(view! { {number}{year} }.into_any())
        });
        names.collect()
    }

    /// Lines at round figures.
    fn scale(&self, most: Minor) -> Vec<AnyView> {
        let lines = steps(most).into_iter().map(|step| {
            let y = (ABOVE + PLOT - step * PLOT / most).to_string();
            view! { <line class="grid" x1="0" x2="100%" y1=y.clone() y2=y.clone()></line> }
                .into_any()
        });
        lines.collect()
    }

    /// How much it is from line to line.
    fn scale_says(&self, most: Minor) -> Option<AnyView> {
        let step = steps(most).first().copied()?;
        let money = money_text(self.context, step, self.currency);
        let text = self
            .context
            .with("months-scale", &[("amount", money.into())]);
        Some(view! { <p class="meta">{text}</p> }.into_any())
    }
}
