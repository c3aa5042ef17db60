//! The flow of a programme: from the top level down, and what became of the money at each; or to
//! its places, beside what is unconfirmed or missing and never arrived.

use leptos::prelude::*;

use super::labels::{Lines, words_width};
use super::plan::{End, Plan, by_level, by_place};
use super::standing::{Standing, standing};
use super::streams::{Bar, Stream, Streams, TOP, WIDTH, streams};
use super::{Across, Block, Look, block, look, picture, words_at};
use crate::components::figure::money_text;
use crate::context::Context;
use crate::format;
use crate::views::{FlowBy, Minor, ProgrammePage};

/// How wide a level's or an end's bar is, in pixels.
const BAR: &str = "12";

/// From a bar to the words beside it, in pixels.
pub(crate) const BESIDE_BAR: i32 = 20;

/// Room for a share at the picture's edge, in pixels.
const SHARE: i32 = 64;

/// The picture and its table; nothing for a programme without money.
pub(crate) fn flow(context: Context, page: &ProgrammePage) -> Option<AnyView> {
    if page.levels.is_empty() {
        return None;
    }
    let by = page.flow_shown();
    let plan = match by {
        FlowBy::Levels => by_level(context, page),
        FlowBy::Places => by_place(context, page),
    };
    let drawn = streams(&plan.rows, &plan.lost, plan.frame);
    let sketch = Sketch {
        context,
        across: Across::of(context),
        page,
        plan: &plan,
    };
    let code = page.line.currency.code.as_str();
    let caption = match by {
        FlowBy::Levels => "flow-caption",
        FlowBy::Places => "flow-caption-places",
    };
    let caption = context.with(caption, &[("currency", code.into())]);
    let left = drawn.as_ref().and_then(|drawn| sketch.left_out(drawn));
    let picture = drawn.as_ref().map(|drawn| sketch.picture(drawn));
    let said = picture.is_some().then(|| plan.said.clone());
    let said = said.unwrap_or_default().into_iter();
    let said: Vec<_> = said
        .map(|text| view! { <p class="meta">{text}</p> })
        .collect();
    let table = Standing {
        caption,
        by,
        rows: page.rows_of(by),
    };
    Some(
        view! {
            <section aria-labelledby="flow-head">
                <h2 id="flow-head">{context.t("flow-title")}</h2>
                {choices(context, page, by)}
                {picture}{said}{left}
                {standing(context, page, table)}
            </section>
        }
        .into_any(),
    )
}

/// The other way to split the streams; nothing where places aren't all known.
fn choices(context: Context, page: &ProgrammePage, shown: FlowBy) -> Option<AnyView> {
    if page.places.is_empty() {
        return None;
    }
    let links = FlowBy::ALL.map(|by| {
        let current = (by == shown).then_some("true");
        let word = match by {
            FlowBy::Levels => "flow-by-level",
            FlowBy::Places => "flow-by-place",
        };
        let address = format!("{}#flow-head", context.flow(&page.programme.id, by, 1));
        view! { <li><a href=address aria-current=current>{context.t(word)}</a></li> }
    });
    let label = context.t("flow-choices");
    Some(view! { <nav class="choices" aria-label=label><ul>{links.to_vec()}</ul></nav> }.into_any())
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    page: &'a ProgrammePage,
    plan: &'a Plan,
}

impl Sketch<'_> {
    fn money(&self, minor: Minor) -> String {
        money_text(self.context, minor, &self.page.line.currency)
    }

    fn says(&self, what: String, minor: Minor) -> String {
        let values = [("what", what.into()), ("amount", self.money(minor).into())];
        self.context.with("bar-part", &values)
    }

    fn listed(&self, parts: &[String]) -> String {
        parts.join(&self.context.t("list-comma"))
    }

    /// Every amount that is there and too small to be drawn, by its name.
    fn left_out(&self, drawn: &Streams) -> Option<AnyView> {
        let left = drawn.left_out.iter().map(|(row, end)| {
            let minor = self.plan.rows[*row].ends[*end];
            self.says(self.what(*row, Some(*end)), minor)
        });
        let left: Vec<String> = left.collect();
        (!left.is_empty()).then(|| {
            let left = left.join(&self.context.t("list-semicolon"));
            let values = [("amounts", left.into())];
            let text = self.context.with("flow-left-out", &values);
            view! { <p class="meta">{text}</p> }.into_any()
        })
    }

    fn picture(&self, drawn: &Streams) -> AnyView {
        let parts = drawn.ends.iter();
        let parts = parts.map(|end| self.says(self.plan.ends[end.of].name.clone(), end.amount));
        let about = self.listed(&parts.collect::<Vec<_>>());
        let ribbons: Vec<_> = drawn.streams.iter().map(|one| self.stream(one)).collect();
        let view_box = format!("0 0 {WIDTH} {}", drawn.height);
        let body = view! {
            <svg class="streams" viewBox=view_box preserveAspectRatio="none" width="100%" height=drawn.height.to_string()>{ribbons}</svg>
            {self.levels(drawn)}
            {self.ends(drawn)}
        };
        let title = self.plan.title.clone();
        picture("flow", "flow", drawn.height, title, about, body)
    }

    /// Whose money it is, and what became of it: one of them where there is only one.
    fn what(&self, row: usize, end: Option<usize>) -> String {
        let level = self.plan.levels.get(row).map(|level| level.name.clone());
        match (level, end.map(|end| self.plan.ends[end].name.clone())) {
            (Some(level), Some(end)) if self.plan.levels.len() > 1 => {
                let values = [("level", level.into()), ("what", end.into())];
                self.context.with("flow-stream", &values)
            }
            (_, Some(end)) => end,
            (level, None) => level.unwrap_or_default(),
        }
    }

    fn stream(&self, stream: &Stream) -> AnyView {
        let look = stream
            .end
            .map_or(look("trunk", None), |end| self.plan.ends[end].look);
        let says = self.says(self.what(stream.level, stream.end), stream.amount);
        view! {
            <g class=format!("seg {}", look.class)>
                <title>{says}</title>
                <path d=ribbon(self.across, stream) fill=look.pattern></path>
            </g>
        }
        .into_any()
    }

    fn levels(&self, drawn: &Streams) -> Vec<AnyView> {
        let bars = drawn.levels.iter().map(|bar| {
            let level = &self.plan.levels[bar.of];
            let x = self.across.left(bar.x * 10, 0);
            let drawn = self.bar(look("level", None), &x, bar);
            let text = words_at("", x, "0".to_owned(), TOP - 10, level.short.clone());
            let text = linked(level.address.clone(), text);
            view! { {drawn}{text} }.into_any()
        });
        bars.collect()
    }

    fn ends(&self, drawn: &Streams) -> Vec<AnyView> {
        let bars = drawn.ends.iter().map(|bar| {
            let end = &self.plan.ends[bar.of];
            let x = self.across.left(bar.x * 10, 0);
            let shape = self.bar(end.look, &x, bar);
            let name = linked(end.address.clone(), self.name(end, &x, bar.y));
            view! { {shape}{name}{self.figures(x, bar)} }.into_any()
        });
        bars.collect()
    }

    fn name(&self, end: &End, x: &str, y: i128) -> AnyView {
        let dx = self.across.ahead(BESIDE_BAR);
        let Some(Lines { lines, size }) = &end.lines else {
            return words_at("strong wide", x.to_owned(), dx, y + 14, end.name.clone());
        };
        let class = format!("strong{}", size.class());
        super::lines_at(class, (x, &dx), y + size.first() - 6, lines, *size)
    }

    /// An end's share, and on wide screens its amount: beneath its name, or at the picture's edge.
    fn figures(&self, x: String, bar: &Bar) -> AnyView {
        let whole = self.page.line.came_in();
        let share = format::share(self.context.language, bar.amount, whole);
        let money = self.money(bar.amount);
        if self.plan.at_edge {
            let (x, y) = (self.across.left(WIDTH * 10, 0), (bar.y + 14).to_string());
            let dx = self.across.ahead(-SHARE);
            return view! {
                <text class="soft last" y=y><tspan class="wide" x=x.clone() dx=dx>{money}</tspan>" "<tspan x=x>{share}</tspan></text>
            }
            .into_any();
        }
        let (dx, y) = (self.across.ahead(BESIDE_BAR), (bar.y + 34).to_string());
        view! {
            <text class="soft" x=x dx=dx y=y>{share}<tspan class="wide" dx="10">{money}</tspan></text>
        }
        .into_any()
    }

    /// A bar of a fixed width at a place that the reader's width decides: moved back by its own
    /// width where the picture is mirrored.
    fn bar(&self, look: Look, x: &str, bar: &Bar) -> AnyView {
        let back = self.across.mirrored.then_some("translate(-12 0)");
        let at = Block {
            x: x.to_owned(),
            width: BAR.to_owned(),
            y: bar.y,
            height: bar.height,
        };
        let drawn = block(look, at, self.money(bar.amount));
        match back {
            Some(back) => view! { <g transform=back>{drawn}</g> }.into_any(),
            None => drawn,
        }
    }
}

/// The same, leading somewhere.
fn linked(address: Option<String>, drawn: AnyView) -> AnyView {
    match address {
        Some(address) => view! { <a href=address>{drawn}</a> }.into_any(),
        None => drawn,
    }
}

/// How much of a narrow screen an end's name has, in pixels, where its share stands at the edge.
pub(crate) fn room_of_name(context: Context, ends_at: i128, shares: &[(Minor, Minor)]) -> i128 {
    let widest = shares.iter().map(|(part, whole)| {
        let share = format::share(context.language, *part, *whole);
        share.map_or(0, |share| words_width(&share))
    });
    super::NARROW * (WIDTH - ends_at) / WIDTH - i128::from(BESIDE_BAR) - widest.max().unwrap_or(0)
}

/// A stream's outline: level where it leaves and where it arrives.
fn ribbon(across: Across, stream: &Stream) -> String {
    let (x0, y0) = (across.point(stream.from.0), stream.from.1);
    let (x1, y1) = (across.point(stream.to.0), stream.to.1);
    let (h, middle) = (stream.height, i128::midpoint(x0, x1));
    format!(
        "M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}v{h}C{middle} {} {middle} {} {x0} {}Z",
        y1 + h,
        y0 + h,
        y0 + h
    )
}
