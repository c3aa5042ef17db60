//! The flow of a programme: from the top level down, and what became of the money at each.

use leptos::prelude::*;

use super::standing::{ENDS, minor, place_text, standing, word};
use super::streams::{ENDS_AT, Level, Stream, Streams, TOP, WIDTH, streams};
use super::{Across, Block, Look, MISSING, OPEN, block, left_out, look, picture, words_at};
use crate::components::figure::money_text;
use crate::components::line::Term;
use crate::context::Context;
use crate::format;
use crate::views::{Bucket, CompareBy, CompareOf, FindingsFilter, Minor, ProgrammePage};

/// More levels than this have no room for their names: their numbers must do.
const NAMED_LEVELS_MAX: usize = 3;

/// How wide a level's or an end's bar is, in pixels.
const BAR: &str = "12";

/// Money that is or got lost on the way to a level, and never was there.
const fn on_the_way(term: Term) -> bool {
    matches!(term, Term::Transit | Term::Missing | Term::WrittenOff)
}

const fn look_of(term: Term) -> Look {
    match term {
        Term::Transit => OPEN,
        Term::Missing => MISSING,
        Term::WrittenOff => look("written-off", None),
        other => look(other.as_str(), None),
    }
}

/// The picture and its table; nothing for a programme without money.
pub(crate) fn flow(context: Context, page: &ProgrammePage) -> Option<AnyView> {
    if page.levels.is_empty() {
        return None;
    }
    let levels: Vec<Level> = page
        .levels
        .iter()
        .map(|row| Level {
            came_in: row.line.came_in(),
            ends: ENDS.map(|term| minor(term, &row.line)).to_vec(),
        })
        .collect();
    let drawn = streams(&levels, &ENDS.map(on_the_way));
    let sketch = Sketch {
        context,
        across: Across::of(context),
        page,
    };
    let code = page.line.currency.code.as_str();
    let caption = context.with("flow-caption", &[("currency", code.into())]);
    let left = drawn.as_ref().map_or(0, |drawn| drawn.left_out.len());
    let picture = drawn.map(|drawn| sketch.picture(&drawn));
    Some(
        view! {
            <section aria-labelledby="flow-head">
                <h2 id="flow-head">{context.t("flow-title")}</h2>
                {picture}
                {left_out(context, left)}
                {standing(context, caption, &page.levels)}
            </section>
        }
        .into_any(),
    )
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    page: &'a ProgrammePage,
}

impl Sketch<'_> {
    fn money(&self, minor: Minor) -> String {
        money_text(self.context, minor, &self.page.line.currency)
    }

    fn level(&self, at: usize) -> String {
        self.page
            .levels
            .get(at)
            .map(|row| place_text(self.context, row))
            .unwrap_or_default()
    }

    fn says(&self, what: String, minor: Minor) -> String {
        let values = [("what", what.into()), ("amount", self.money(minor).into())];
        self.context.with("bar-part", &values)
    }

    fn picture(&self, drawn: &Streams) -> AnyView {
        let whole = self.page.line.came_in();
        let title = self
            .context
            .with("flow-picture", &[("total", self.money(whole).into())]);
        let parts: Vec<String> = drawn
            .ends
            .iter()
            .map(|end| self.says(word(self.context, ENDS[end.of]), end.amount))
            .collect();
        let about = parts.join(&self.context.t("list-comma"));
        let ribbons: Vec<_> = drawn.streams.iter().map(|one| self.stream(one)).collect();
        let view_box = format!("0 0 {WIDTH} {}", drawn.height);
        let body = view! {
            <svg class="streams" viewBox=view_box preserveAspectRatio="none" width="100%" height=drawn.height.to_string()>{ribbons}</svg>
            {self.levels(drawn)}
            {self.ends(drawn)}
        };
        picture("flow", "flow", drawn.height, title, about, body)
    }

    fn stream(&self, stream: &Stream) -> AnyView {
        let level = self.level(stream.level);
        let (look, says) = match stream.end {
            None => (look("trunk", None), level),
            Some(end) => {
                let values = [
                    ("level", level.into()),
                    ("what", word(self.context, ENDS[end]).into()),
                ];
                (
                    look_of(ENDS[end]),
                    self.context.with("flow-stream", &values),
                )
            }
        };
        view! {
            <g class=format!("seg {}", look.class)>
                <title>{self.says(says, stream.amount)}</title>
                <path d=ribbon(self.across, stream) fill=look.pattern></path>
            </g>
        }
        .into_any()
    }

    fn levels(&self, drawn: &Streams) -> Vec<AnyView> {
        let named = drawn.levels.len() <= NAMED_LEVELS_MAX;
        let bars = drawn.levels.iter().map(|bar| {
            let row = &self.page.levels[bar.of];
            let name = match &row.place {
                Bucket::Tier(tier) if !named => tier.to_string(),
                _ => place_text(self.context, row),
            };
            let x = self.across.left(bar.x * 10, 0);
            let bar_view = self.bar(look("level", None), &x, bar.y, bar.height, bar.amount);
            let text = words_at("", x, self.across.ahead(0), TOP - 10, name);
            let text = match &row.place {
                Bucket::Tier(tier) => view! { <a href=self.compare(*tier)>{text}</a> }.into_any(),
                _ => text,
            };
            view! { {bar_view}{text} }.into_any()
        });
        bars.collect()
    }

    fn ends(&self, drawn: &Streams) -> Vec<AnyView> {
        let whole = self.page.line.came_in();
        let bars = drawn.ends.iter().map(|end| {
            let term = ENDS[end.of];
            let x = self.across.left(ENDS_AT * 10, 0);
            let bar = self.bar(look_of(term), &x, end.y, end.height, end.amount);
            let name = words_at(
                "strong",
                x.clone(),
                self.across.ahead(20),
                end.y + 14,
                word(self.context, term),
            );
            let name = match self.leads_to(term) {
                Some(address) => view! { <a href=address>{name}</a> }.into_any(),
                None => name,
            };
            let share = format::share(self.context.language, end.amount, whole);
            let money = self.money(end.amount);
            let (dx, y) = (self.across.ahead(20), (end.y + 34).to_string());
            let share = view! {
                <text class="soft" x=x dx=dx y=y>{share}<tspan class="wide" dx="10">{money}</tspan></text>
            };
            view! { {bar}{name}{share} }.into_any()
        });
        bars.collect()
    }

    /// The members of a level side by side.
    fn compare(&self, tier: u8) -> String {
        let by = CompareBy {
            of: CompareOf::Level(tier),
            ..CompareBy::default()
        };
        self.context.compare(&self.page.programme.id, Some(&by), 1)
    }

    /// The findings behind what is open.
    fn leads_to(&self, term: Term) -> Option<String> {
        on_the_way(term).then(|| {
            let filter = FindingsFilter {
                programme: Some(self.page.programme.id.clone()),
                ..FindingsFilter::default()
            };
            self.context.findings(&filter, 1)
        })
    }

    /// A bar of a fixed width at a place that the reader's width decides: moved back by its own
    /// width where the picture is mirrored.
    fn bar(&self, look: Look, x: &str, y: i128, height: i128, minor: Minor) -> AnyView {
        let back = self.across.mirrored.then_some("translate(-12 0)");
        let at = Block {
            x: x.to_owned(),
            width: BAR.to_owned(),
            y,
            height,
        };
        let drawn = block(look, at, self.money(minor));
        match back {
            Some(back) => view! { <g transform=back>{drawn}</g> }.into_any(),
            None => drawn,
        }
    }
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
