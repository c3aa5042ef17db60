//! An entry's chain as a picture: above it what it was drawn from, beneath it what it paid for, to
//! scale. The chain's list beneath has the figures.

use leptos::prelude::*;

use super::icicle::{Cell, WIDTH, icicle};
use super::labels::{BESIDE, words_width};
use super::{
    Across, Block, Look, NARROW, RECEIVED, WIDE, block, left_out, length, look, picture, words_at,
};
use crate::components::figure::money_text;
use crate::components::party::{entry_text, party_text};
use crate::context::Context;
use crate::views::{ChainLink, EntryPage, Minor};

/// A row's height and the space between rows, in pixels.
const ROW: i128 = 34;
const GAP: i128 = 4;

/// Rows that a picture shows beneath and above the entry: the list has all.
const ROWS_MAX: u32 = 4;

/// The picture; nothing where the entry moved no money or nothing was paid from it.
pub(crate) fn paid(context: Context, page: &EntryPage) -> Option<AnyView> {
    let whole = here(page)?;
    if page.chain_down.is_empty() {
        return None;
    }
    let above: Vec<&ChainLink> = page
        .chain_up
        .iter()
        .filter(|link| link.depth <= ROWS_MAX)
        .collect();
    let height_above = above.iter().map(|link| link.depth).max().unwrap_or(0);
    let links: Vec<(u32, Minor)> = page
        .chain_down
        .iter()
        .map(|link| (link.depth, link.amount))
        .collect();
    let (cells, left) = icicle(whole, &links);
    let (shown, deeper): (Vec<Cell>, Vec<Cell>) =
        cells.into_iter().partition(|cell| cell.row <= ROWS_MAX);
    let height_beneath = shown.iter().map(|cell| cell.row).max().unwrap_or(0);
    let sketch = Sketch {
        context,
        across: Across::of(context),
        page,
        here: i128::from(height_above),
    };
    let up: Vec<_> = (1..=height_above)
        .map(|depth| sketch.above(&above, depth))
        .collect();
    let down: Vec<_> = shown
        .iter()
        .map(|cell| sketch.beneath(cell, &page.chain_down[cell.of]))
        .collect();
    let body = view! { {up}{sketch.own(whole)}{down} };
    let rows = i128::from(height_above + height_beneath) + 1;
    let title = context.t("paid-picture");
    let about = context.t("paid-about");
    Some(
        view! {
            {picture("paid", "cells", rows * (ROW + GAP), title, about, body)}
            {left_out(context, left.len() + deeper.len())}
        }
        .into_any(),
    )
}

/// The amount of the page's own entry: what its step sent, or what its lines draw.
fn here(page: &EntryPage) -> Option<Minor> {
    let sent = page.step.as_ref().map(|step| step.row.sent);
    let field = || {
        page.fields.iter().find_map(|field| match &field.value {
            crate::views::FieldValue::Amount(minor) if field.name == "amount" => Some(*minor),
            _ => None,
        })
    };
    sent.or_else(field).filter(|minor| *minor > 0)
}

struct Sketch<'a> {
    context: Context,
    across: Across,
    page: &'a EntryPage,
    /// The row of the page's own entry, from 0.
    here: i128,
}

impl Sketch<'_> {
    fn says(&self, link: &ChainLink) -> String {
        let what = entry_text(self.context, &link.entry);
        self.of(what, link.amount)
    }

    fn of(&self, what: String, minor: Minor) -> String {
        let money = money_text(self.context, minor, &self.page.currency);
        let values = [("what", what.into()), ("amount", money.into())];
        self.context.with("bar-part", &values)
    }

    /// A row above: what the money came through, its links sharing the width by their amounts.
    fn above(&self, links: &[&ChainLink], depth: u32) -> Vec<AnyView> {
        let of_row: Vec<&&ChainLink> = links.iter().filter(|link| link.depth == depth).collect();
        let amounts: Vec<Minor> = of_row.iter().map(|link| link.amount).collect();
        let widths = super::portion::portions(&amounts, WIDTH, 1);
        let mut x = 0;
        let mut out = Vec::new();
        for (link, width) in of_row.into_iter().zip(widths) {
            out.push(self.cell(
                look("source", None),
                (x, width),
                self.here - i128::from(depth),
                link,
            ));
            x += width;
        }
        out
    }

    fn beneath(&self, cell: &Cell, link: &ChainLink) -> AnyView {
        let look = match link.entry.kind.as_str() {
            "expense" => look("spent", None),
            "surrender" | "carry-over" => look("left", None),
            _ => look("held", None),
        };
        self.cell(
            look,
            (cell.x, cell.width),
            self.here + i128::from(cell.row),
            link,
        )
    }

    fn own(&self, whole: Minor) -> AnyView {
        let says = self.of(self.context.t("chain-here"), whole);
        let at = self.at((0, WIDTH), self.here);
        let words = self.words(&says, (0, WIDTH), self.here);
        view! { {block(RECEIVED, at, says)}{words} }.into_any()
    }

    fn at(&self, (x, width): (i128, i128), row: i128) -> Block {
        Block {
            x: self.across.left(x, width),
            width: length(width),
            y: row * (ROW + GAP),
            height: ROW,
        }
    }

    fn cell(&self, look: Look, across: (i128, i128), row: i128, link: &ChainLink) -> AnyView {
        let says = self.says(link);
        let party = link.to.as_ref().or(link.from.as_ref()).map(party_text);
        let kind = self.context.word_or("kind", &link.entry.kind);
        // Whoever speaks to the link says what stands on it: its name begins with the party there.
        let named = |party: String| {
            let name = format!("{party}{}{says}", self.context.t("list-comma"));
            (party, name)
        };
        let shorter = [
            Some((says.clone(), says.clone())),
            party.map(named),
            Some((kind, says.clone())),
        ];
        let shown = shorter
            .into_iter()
            .flatten()
            .find_map(|(words, name)| Some((self.words(&words, across, row)?, name)));
        let address = self.context.entry(&link.entry.identity);
        let (words, name) = shown.map_or((None, says.clone()), |(words, name)| (Some(words), name));
        let drawn = block(look, self.at(across, row), says);
        view! { <a href=address aria-label=name>{drawn}{words}</a> }.into_any()
    }

    fn words(&self, says: &str, (x, width): (i128, i128), row: i128) -> Option<AnyView> {
        let needed = words_width(says) + BESIDE;
        let class = if needed <= width * NARROW / WIDTH {
            "on"
        } else if needed <= width * WIDE / WIDTH {
            "on wide"
        } else {
            return None;
        };
        let x = self.across.left(x, 0);
        let line = row * (ROW + GAP) + 22;
        Some(words_at(
            class,
            x,
            self.across.ahead(8),
            line,
            says.to_owned(),
        ))
    }
}
