//! Pictures: SVG from the server, on integers, with links, patterns besides colour, and the same
//! figures in a table beneath.
//!
//! Across, positions are percentages of whatever width there is; down, they are pixels. So words
//! keep their size on a telephone, where a `viewBox` would shrink them, and only the streams are
//! stretched. Every shape that stands for an amount says it in its title: a test reads them back. A
//! picture never decides a sum: what it shows are the amounts of the page's data.

mod icicle;
mod labels;
mod lengths;
mod plan;
mod portion;
mod streams;
mod tiles;

pub(crate) mod bars;
pub(crate) mod days;
pub(crate) mod flow;
pub(crate) mod months;
pub(crate) mod paid;
pub(crate) mod places;
pub(crate) mod standing;

use leptos::prelude::*;

use crate::components::line::WHOLE;
use crate::context::Context;

/// A picture's width in pixels on the narrowest and on a common screen, for the words in it.
const NARROW: i128 = 328;
const WIDE: i128 = 700;

/// The direction in which a picture runs: mirrored where the language is written from the right.
#[derive(Clone, Copy)]
pub(crate) struct Across {
    mirrored: bool,
}

impl Across {
    pub(crate) fn of(context: Context) -> Self {
        Self {
            mirrored: context.direction() == "rtl",
        }
    }

    /// The left edge of something so wide, both in hundredths of a per cent.
    pub(crate) fn left(self, start: i128, width: i128) -> String {
        length(if self.mirrored {
            WHOLE - start - width
        } else {
            start
        })
    }

    /// Where words begin within a box, a little from its edge.
    pub(crate) fn inside(self) -> (String, String) {
        if self.mirrored {
            ("100%".to_owned(), "-8".to_owned())
        } else {
            ("8".to_owned(), "0".to_owned())
        }
    }

    /// A point in thousandths of the width, for paths.
    pub(crate) fn point(self, thousandths: i128) -> i128 {
        if self.mirrored {
            1_000 - thousandths
        } else {
            thousandths
        }
    }

    /// A distance from a point in pixels, in the direction of reading.
    pub(crate) fn ahead(self, pixels: i32) -> String {
        (if self.mirrored { -pixels } else { pixels }).to_string()
    }
}

/// Hundredths of a per cent as short as can be: `27.8%`, `15%`.
pub(crate) fn length(hundredths: i128) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest / 10, rest % 10) {
        (0, 0) => format!("{whole}%"),
        (tenths, 0) => format!("{whole}.{tenths}%"),
        _ => format!("{whole}.{rest:02}%"),
    }
}

/// A part of a picture with its own measures: shapes in it say how much of it they take.
pub(crate) fn panel(at: Block, drawn: impl IntoAny) -> AnyView {
    let Block {
        x,
        width,
        y,
        height,
    } = at;
    view! { <svg x=x y=y.to_string() width=width height=height.to_string()>{drawn.into_any()}</svg> }
        .into_any()
}

/// What a shape looks like: its class in the style sheet and a pattern over it.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) class: &'static str,
    pub(crate) pattern: Option<&'static str>,
}

const DOTS: Option<&str> = Some("url(#open)");
const GRID: Option<&str> = Some("url(#lost)");

/// What was confirmed by whoever should have it.
pub(crate) const RECEIVED: Look = look("received", None);
/// What was sent and not confirmed, due or not.
pub(crate) const OPEN: Look = look("transit", DOTS);
/// What was sent, and by the last word didn't come.
pub(crate) const MISSING: Look = look("missing", GRID);

const fn look(class: &'static str, pattern: Option<&'static str>) -> Look {
    Look { class, pattern }
}

/// A picture with its title and description. `id` is unique on its page.
pub(crate) fn picture(
    id: &str,
    class: &'static str,
    height: i128,
    title: String,
    about: String,
    drawn: impl IntoAny,
) -> AnyView {
    let (title_id, about_id) = (format!("{id}-title"), format!("{id}-about"));
    let named_by = format!("{title_id} {about_id}");
    view! {
        <svg class=format!("picture {class}") role="group" width="100%" height=height.to_string() aria-labelledby=named_by>
            <title id=title_id>{title}</title>
            <desc id=about_id>{about}</desc>
            {drawn.into_any()}
        </svg>
    }
    .into_any()
}

/// A rectangle, its left edge and width in per cent, its top and height in pixels.
pub(crate) struct Block {
    pub(crate) x: String,
    pub(crate) width: String,
    pub(crate) y: i128,
    pub(crate) height: i128,
}

/// A block that stands for an amount, with its words for whoever points at it.
pub(crate) fn block(look: Look, block: Block, says: String) -> AnyView {
    let Block {
        x,
        width,
        y,
        height,
    } = block;
    view! {
        <g class=format!("seg {}", look.class)>
            <title>{says}</title>
            <rect x=x width=width y=y.to_string() height=height.to_string() fill=look.pattern></rect>
        </g>
    }
    .into_any()
}

/// The patterns of pictures, each on the ground of its colour; once a page that has one.
pub(crate) fn patterns() -> AnyView {
    view! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="open" class="seg transit" width="6" height="6" patternUnits="userSpaceOnUse">
                    <path d="M0 0h6v6h-6z"></path><circle class="stripe" cx="3" cy="3" r="1.4"></circle>
                </pattern>
                <pattern id="lost" class="seg missing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0h6v6h-6z"></path><path class="stripe" d="M0 0h6v2h-4v4h-2z"></path>
                </pattern>
            </defs>
        </svg>
    }
    .into_any()
}

/// Words in a picture; `x` in per cent, `dx` pixels from there, `y` the line they stand on.
pub(crate) fn words_at(
    class: impl Into<String>,
    x: String,
    dx: String,
    y: i128,
    says: String,
) -> AnyView {
    let class = Some(class.into()).filter(|class| !class.is_empty());
    let dx = Some(dx).filter(|dx| dx != "0");
    view! { <text class=class x=x dx=dx y=y.to_string()>{says}</text> }.into_any()
}

/// Words in lines, the first at `y`; `x` in per cent and pixels from there. The space between lines is
/// for whoever hears them.
pub(crate) fn lines_at(
    class: String,
    (x, dx): (&str, &str),
    y: i128,
    lines: &[String],
    size: labels::Size,
) -> AnyView {
    let (x, dx) = (x.to_owned(), Some(dx.to_owned()).filter(|dx| dx != "0"));
    let mut lines = lines.iter().cloned();
    let first = lines.next();
    let others: Vec<_> = lines
        .map(|line| {
            let dy = size.pitch().to_string();
            view! { " "<tspan x=x.clone() dx=dx.clone() dy=dy>{line}</tspan> }
        })
        .collect();
    view! { <text class=class x=x.clone() dx=dx.clone() y=y.to_string()>{first}{others}</text> }
        .into_any()
}

/// What the looks mean.
pub(crate) fn key(entries: Vec<(Look, String)>) -> AnyView {
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(look, word)| {
            view! {
                <li>
                    <svg class=format!("swatch seg {}", look.class) width="16" height="16" aria-hidden="true">
                        <rect width="16" height="16" fill=look.pattern></rect>
                    </svg>
                    {word}
                </li>
            }
        })
        .collect();
    view! { <ul class="key">{entries}</ul> }.into_any()
}

/// The key of what was sent and what became of it.
pub(crate) fn key_of_bars(context: Context) -> AnyView {
    key(vec![
        (look("outline", None), context.t("tally-sent")),
        (RECEIVED, context.t("tally-received")),
        (OPEN, context.t("tally-transit")),
        (MISSING, context.t("tally-missing")),
    ])
}

/// How many amounts are there and too small to be drawn; the table beneath has them.
pub(crate) fn left_out(context: Context, count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        let text = context.with("picture-left-out", &[("count", (count as u64).into())]);
        view! { <p class="meta">{text}</p> }.into_any()
    })
}

#[cfg(test)]
mod tests;
