//! Shares by place: each place a tile as large as the money that stands there, each tile cut by
//! what became of it.

use leptos::prelude::*;

use super::labels::{BESIDE, Lines, Size, fit, shorten, words_width};
use super::plan::left_off;
use super::portion::portions;
use super::tiles::{HEIGHT, Tile, WIDTH, tiles};
use super::{
    Across, Block, MISSING, NARROW, OPEN, WIDE, block, key, length, lines_at, look, panel, picture,
    words_at,
};
use crate::components::figure::money_text;
use crate::components::line::WHOLE;
use crate::context::Context;
use crate::format;
use crate::views::{Currency, Line, Minor};

/// The picture's height in pixels.
const PIXELS: i128 = 300;

/// Places, each by its number: where its money is, what it is called, and where it leads to. Of a
/// thousand places a dozen are drawn: only these are asked for their names.
pub(crate) struct Shares<'a> {
    pub(crate) lines: Vec<&'a Line>,
    pub(crate) name: &'a dyn Fn(usize) -> String,
    pub(crate) address: &'a dyn Fn(usize) -> Option<String>,
}

/// The picture; nothing where fewer than two places have money.
pub(crate) fn places(
    context: Context,
    currency: &Currency,
    title: String,
    shares: &Shares<'_>,
) -> Option<AnyView> {
    let amounts: Vec<Minor> = shares
        .lines
        .iter()
        .map(|line| line.accounted_for())
        .collect();
    let drawn = tiles(&amounts);
    if drawn.tiles.len() < 2 {
        return None;
    }
    let names = drawn.tiles.iter().filter_map(|tile| tile.of);
    let names = names.map(shares.name).collect();
    let (short, without) = shorten(names);
    let without = without.map(|words| left_off(context, words));
    let without = without.map(|text| view! { <p class="meta">{text}</p> });
    let sketch = Sketch {
        context,
        across: Across::of(context),
        currency,
        shares,
        rest: drawn.rest.len(),
        whole: amounts.iter().filter(|amount| **amount > 0).sum(),
    };
    let labels = sketch.labels(&drawn.tiles, short);
    let tiles = drawn.tiles.iter().zip(&labels);
    let tiles: Vec<_> = tiles
        .map(|(tile, label)| sketch.tile(tile, label))
        .collect();
    let named: Vec<String> = drawn
        .tiles
        .iter()
        .take(3)
        .map(|tile| sketch.says(tile))
        .collect();
    let about = context.with(
        "places-about",
        &[("largest", named.join(&context.t("list-comma")).into())],
    );
    let key = key(vec![
        (look("tile", None), context.t("places-key")),
        (OPEN, context.t("tally-transit")),
        (MISSING, context.t("tally-missing")),
    ]);
    Some(view! { {picture("places", "tiles", PIXELS, title, about, tiles)}{numbered(&labels)}{key}{without} }.into_any())
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    currency: &'a Currency,
    shares: &'a Shares<'a>,
    /// How many places have one tile together.
    rest: usize,
    whole: Minor,
}

impl Sketch<'_> {
    fn name(&self, tile: &Tile) -> String {
        match tile.of {
            Some(at) => (self.shares.name)(at),
            None => self
                .context
                .with("places-others", &[("count", (self.rest as u64).into())]),
        }
    }

    fn says(&self, tile: &Tile) -> String {
        let money = money_text(self.context, tile.amount, self.currency);
        let values = [("what", self.name(tile).into()), ("amount", money.into())];
        self.context.with("bar-part", &values)
    }

    /// What stands on each tile; where the name has no room, a number of the list beneath.
    fn labels(&self, tiles: &[Tile], short: Vec<String>) -> Vec<Label> {
        let mut numbers = 0;
        let mut short = short.into_iter();
        let labels = tiles.iter().map(|tile| {
            let short = tile.of.and_then(|_| short.next());
            let name = short.unwrap_or_else(|| self.name(tile));
            let narrow = self.fitted(tile, &name, NARROW);
            let wide = self.fitted(tile, &name, WIDE);
            let number = (narrow.is_none() || wide.is_none()).then(|| {
                numbers += 1;
                numbers
            });
            Label {
                name,
                narrow,
                wide,
                number,
            }
        });
        labels.collect()
    }

    /// The name and, where there is a line left, the share, on a picture so many pixels wide.
    fn fitted(&self, tile: &Tile, name: &str, across: i128) -> Option<Lines> {
        let (width, height) = (tile.width * across / WIDTH, tile.height * PIXELS / HEIGHT);
        let mut fitted = fit(name, width, height)?;
        let with_share = i128::try_from(fitted.lines.len() + 1).unwrap_or(i128::MAX);
        let share = format::share(self.context.language, tile.amount, self.whole)
            .filter(|share| words_width(share) + BESIDE <= width)
            .filter(|_| fitted.size.height(with_share) <= height);
        fitted.lines.extend(share);
        Some(fitted)
    }

    fn tile(&self, tile: &Tile, label: &Label) -> AnyView {
        let start = tile.x * WHOLE / WIDTH;
        let width = (tile.x + tile.width) * WHOLE / WIDTH - start;
        let y = tile.y * PIXELS / HEIGHT;
        let height = (tile.y + tile.height) * PIXELS / HEIGHT - y;
        let at = |y: i128, height: i128| Block {
            x: "0".to_owned(),
            width: "100%".to_owned(),
            y,
            height,
        };
        let ground = block(look("tile", None), at(0, height), self.says(tile));
        let parts = tile
            .of
            .map(|of| self.parts(self.shares.lines[of], height, at));
        let name = self.words(label, height);
        let place = Block {
            x: self.across.left(start, width),
            width: length(width),
            y,
            height,
        };
        let all = panel(place, view! { {ground}{parts}{name} });
        match tile.of.and_then(self.shares.address) {
            Some(address) => {
                view! { <a href=address aria-label=self.says(tile)>{all}</a> }.into_any()
            }
            None => all,
        }
    }

    /// What is not confirmed and what is missing, from the tile's foot up.
    fn parts(&self, line: &Line, height: i128, at: impl Fn(i128, i128) -> Block) -> Vec<AnyView> {
        let rest = line.accounted_for() - line.transit - line.missing;
        let lengths = portions(&[line.transit, line.missing, rest], height, 0);
        let mut foot = height;
        let mut out = Vec::new();
        let open = [
            (OPEN, "tally-transit", line.transit),
            (MISSING, "tally-missing", line.missing),
        ];
        for ((look, word, minor), length) in open.into_iter().zip(lengths) {
            if length > 0 {
                foot -= length;
                let money = money_text(self.context, minor, self.currency);
                let values = [
                    ("what", self.context.t(word).into()),
                    ("amount", money.into()),
                ];
                let says = self.context.with("bar-part", &values);
                out.push(block(look, at(foot, length), says));
            }
        }
        out
    }

    /// What a tile says: on every screen the same, or one thing on narrow ones and another on wide.
    fn words(&self, label: &Label, height: i128) -> AnyView {
        if label.narrow == label.wide {
            return self.said("on", label.wide.as_ref(), label, height);
        }
        let narrow = self.said("on narrow", label.narrow.as_ref(), label, height);
        let wide = self.said("on wide", label.wide.as_ref(), label, height);
        view! { {narrow}{wide} }.into_any()
    }

    /// The lines, or the number.
    fn said(
        &self,
        class: &'static str,
        lines: Option<&Lines>,
        label: &Label,
        height: i128,
    ) -> AnyView {
        let Some(Lines { lines, size }) = lines else {
            let number = label.number.map(|number| number.to_string());
            let class = format!("{class} fine middle");
            let y = i128::midpoint(height, Size::Fine.pitch()) - 3;
            let (x, dx) = ("50%".to_owned(), "0".to_owned());
            return words_at(class, x, dx, y, number.unwrap_or_default());
        };
        let class = format!("{class}{}", size.class());
        let (x, dx) = self.across.inside();
        lines_at(class, (&x, &dx), size.first(), lines, *size)
    }
}

/// What stands on a tile.
struct Label {
    name: String,
    narrow: Option<Lines>,
    wide: Option<Lines>,
    number: Option<usize>,
}

/// The names of the numbered tiles, each on the screens that show its number.
fn numbered(labels: &[Label]) -> Option<AnyView> {
    let all: Vec<_> = labels
        .iter()
        .filter_map(|label| {
            let class = label.wide.as_ref().map(|_| "narrow");
            let (number, name) = (label.number?.to_string(), label.name.clone());
            Some(view! { <li class=class><b>{number}</b>" "{name}</li> })
        })
        .collect();
    (!all.is_empty()).then(|| view! { <ul class="key">{all}</ul> }.into_any())
}
