//! Shares by place: each place a tile as large as the money that stands there, each tile cut by
//! what became of it.

use leptos::prelude::*;

use super::portion::portions;
use super::tiles::{HEIGHT, Tile, WIDTH, tiles};
use super::{
    Across, Block, MISSING, OPEN, block, key, length, look, panel, picture, words_at, words_width,
};
use crate::components::figure::money_text;
use crate::components::line::WHOLE;
use crate::context::Context;
use crate::format;
use crate::views::{Currency, Line, Minor};

/// The picture's height in pixels, and its width on the narrowest and on a common screen.
const PIXELS: i128 = 300;
const NARROW: i128 = 328;
const WIDE: i128 = 700;

/// How much of a name must be seen.
const SEEN: i128 = 60;

/// Two lines of words, and one.
const TWO_LINES: i128 = 46;
const ONE_LINE: i128 = 26;

/// A place: what it is called, where it leads to, and where its money is.
pub(crate) struct Share {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) line: Line,
}

/// The picture; nothing where fewer than two places have money.
pub(crate) fn places(
    context: Context,
    currency: &Currency,
    title: String,
    shares: &[Share],
) -> Option<AnyView> {
    let amounts: Vec<Minor> = shares
        .iter()
        .map(|share| share.line.accounted_for())
        .collect();
    let drawn = tiles(&amounts);
    if drawn.tiles.len() < 2 {
        return None;
    }
    let sketch = Sketch {
        context,
        across: Across::of(context),
        currency,
        shares,
        rest: drawn.rest.len(),
        whole: amounts.iter().filter(|amount| **amount > 0).sum(),
    };
    let tiles: Vec<_> = drawn.tiles.iter().map(|tile| sketch.tile(tile)).collect();
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
    Some(view! { {picture("places", "tiles", PIXELS, title, about, tiles)}{key} }.into_any())
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    currency: &'a Currency,
    shares: &'a [Share],
    /// How many places have one tile together.
    rest: usize,
    whole: Minor,
}

impl Sketch<'_> {
    fn name(&self, tile: &Tile) -> String {
        match tile.of {
            Some(at) => self.shares[at].name.clone(),
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

    fn tile(&self, tile: &Tile) -> AnyView {
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
            .map(|of| self.parts(&self.shares[of].line, height, at));
        let name = self.words(tile, width, height);
        let place = Block {
            x: self.across.left(start, width),
            width: length(width),
            y,
            height,
        };
        let all = panel(place, view! { {ground}{parts}{name} });
        match tile.of.and_then(|of| self.shares[of].address.clone()) {
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

    /// The name and the share, where the tile has room for them: on every screen, or on wide ones.
    fn words(&self, tile: &Tile, width: i128, height: i128) -> Option<AnyView> {
        let name = self.name(tile);
        // A name that doesn't fit is cut at its tile's edge; six letters of it must be seen.
        let needed = (words_width(&name) + 14).min(SEEN);
        let class = if needed <= width * NARROW / WHOLE {
            "on"
        } else if needed <= width * WIDE / WHOLE {
            "on wide"
        } else {
            return None;
        };
        if height < ONE_LINE {
            return None;
        }
        let (x, dx) = self.across.inside();
        let share = (height >= TWO_LINES)
            .then(|| format::share(self.context.language, tile.amount, self.whole))
            .flatten()
            .map(|share| words_at(class, x.clone(), dx.clone(), 40, share));
        let name = words_at(class, x, dx, 20, name);
        Some(view! { {name}{share} }.into_any())
    }
}
