//! A squarified treemap on integers: a rectangle cut into tiles whose areas are amounts.
//!
//! Rows are laid along the shorter side while that makes their tiles squarer (Bruls, Huizing, van
//! Wijk 2000). Each cut is made at a running sum, and the last takes all that remains: tiles never
//! overlap and leave no gap.

use super::portion::portions;
use crate::views::Minor;

/// The rectangle in units of its own, about a page's width to a picture's height.
pub(crate) const WIDTH: i128 = 13_000;
/// See [`WIDTH`].
pub(crate) const HEIGHT: i128 = 6_000;

/// More tiles than this nobody reads: the rest is one tile.
pub(crate) const TILES_MAX: usize = 12;

/// A tile smaller than this part of the whole has no room for a finger: it joins the rest.
const LEAST_PART: i128 = 300;

/// A tile and which amount it stands for; the rest for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) of: Option<usize>,
    pub(crate) amount: Minor,
    pub(crate) x: i128,
    pub(crate) y: i128,
    pub(crate) width: i128,
    pub(crate) height: i128,
}

/// The tiles, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tiles {
    pub(crate) tiles: Vec<Tile>,
    /// What the rest is made of, the largest first; only positive amounts.
    pub(crate) rest: Vec<usize>,
}

/// Lays amounts out; none for amounts that are all zero. What isn't positive isn't drawn.
pub(crate) fn tiles(amounts: &[Minor]) -> Tiles {
    let mut order: Vec<usize> = (0..amounts.len()).filter(|at| amounts[*at] > 0).collect();
    order.sort_by_key(|at| (-amounts[*at], *at));
    let whole: i128 = order.iter().map(|at| amounts[*at]).sum();
    let large = order
        .iter()
        .take(TILES_MAX)
        .take_while(|at| amounts[**at] * LEAST_PART >= whole)
        .count();
    // A rest of one is no shorter than its name.
    let keep = if order.len() == large + 1 {
        order.len()
    } else {
        large
    };
    let rest = order.split_off(keep);
    let mut kept: Vec<(Option<usize>, Minor)> = order
        .into_iter()
        .map(|at| (Some(at), amounts[at]))
        .collect();
    let of_rest: i128 = rest.iter().map(|at| amounts[*at]).sum();
    if of_rest > 0 {
        kept.push((None, of_rest));
        kept.sort_by_key(|(_, amount)| -amount);
    }
    Tiles {
        tiles: squarify(&kept),
        rest,
    }
}

/// What is still empty.
#[derive(Clone, Copy)]
struct Room {
    x: i128,
    y: i128,
    width: i128,
    height: i128,
}

fn squarify(amounts: &[(Option<usize>, Minor)]) -> Vec<Tile> {
    let only: Vec<Minor> = amounts.iter().map(|(_, amount)| *amount).collect();
    let areas = portions(&only, WIDTH * HEIGHT, 1);
    let mut room = Room {
        x: 0,
        y: 0,
        width: WIDTH,
        height: HEIGHT,
    };
    let mut out = Vec::with_capacity(amounts.len());
    let mut first = 0;
    while first < areas.len() {
        let side = room.width.min(room.height);
        let mut end = first + 1;
        while end < areas.len() && !squarer(&areas[first..end], &areas[first..=end], side) {
            end += 1;
        }
        room = lay(
            &amounts[first..end],
            &areas[first..],
            end - first,
            room,
            &mut out,
        );
        first = end;
    }
    out
}

/// Whether the row is squarer than the longer one, by its worst tile.
fn squarer(row: &[i128], longer: &[i128], side: i128) -> bool {
    worst(row, side) < worst(longer, side)
}

/// The worst ratio of a row's tiles, in thousandths: at least 1,000. A tile of a row is as thick as
/// the row's area over the side, and as long as its own area over that.
fn worst(row: &[i128], side: i128) -> i128 {
    let sum: i128 = row.iter().sum::<i128>().max(1);
    let most = row.iter().max().copied().unwrap_or(1).max(1);
    let least = row.iter().min().copied().unwrap_or(1).max(1);
    // Sides are at most 10^4 and areas 10^8: nothing here reaches 10^30.
    let (square, side) = (sum * sum, side * side);
    let broad = side * most * 1_000 / square;
    let narrow = square * 1_000 / (side * least).max(1);
    broad.max(narrow)
}

/// Lays a row along the shorter side; what remains is returned.
fn lay(
    amounts: &[(Option<usize>, Minor)],
    areas: &[i128],
    count: usize,
    room: Room,
    out: &mut Vec<Tile>,
) -> Room {
    let row: i128 = areas[..count].iter().sum();
    let remaining: i128 = areas.iter().sum();
    let upright = room.width >= room.height;
    let long = if upright { room.width } else { room.height };
    let side = if upright { room.height } else { room.width };
    let thick = long * row / remaining.max(1);
    let mut before = 0;
    for ((of, amount), area) in amounts.iter().zip(areas) {
        let start = side * before / row.max(1);
        before += area;
        let length = side * before / row.max(1) - start;
        out.push(if upright {
            Tile {
                of: *of,
                amount: *amount,
                x: room.x,
                y: room.y + start,
                width: thick,
                height: length,
            }
        } else {
            Tile {
                of: *of,
                amount: *amount,
                x: room.x + start,
                y: room.y,
                width: length,
                height: thick,
            }
        });
    }
    if upright {
        Room {
            x: room.x + thick,
            width: room.width - thick,
            ..room
        }
    } else {
        Room {
            y: room.y + thick,
            height: room.height - thick,
            ..room
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn overlap(one: &Tile, other: &Tile) -> bool {
        one.x < other.x + other.width
            && other.x < one.x + one.width
            && one.y < other.y + other.height
            && other.y < one.y + one.height
    }

    #[test]
    fn one_amount_fills_the_picture_and_none_draws_nothing() {
        assert_eq!(tiles(&[]), Tiles::default());
        assert_eq!(tiles(&[0, 0]), Tiles::default());
        let alone = tiles(&[0, 9]).tiles;
        assert_eq!(alone.len(), 1);
        assert_eq!(
            (alone[0].of, alone[0].width, alone[0].height),
            (Some(1), WIDTH, HEIGHT)
        );
    }

    #[test]
    fn tiles_are_about_square() {
        let drawn = tiles(&[6, 6, 4, 3, 2, 2, 1]).tiles;
        for tile in &drawn {
            let (long, short) = (tile.width.max(tile.height), tile.width.min(tile.height));
            assert!(long < 4 * short, "{tile:?}");
        }
    }

    #[test]
    fn thousands_become_a_handful_and_a_rest_that_is_listed() {
        let amounts: Vec<Minor> = (1..=5_000).collect();
        let drawn = tiles(&amounts);
        assert!(drawn.tiles.len() <= TILES_MAX + 1);
        let named = drawn.tiles.iter().filter(|tile| tile.of.is_some()).count();
        assert_eq!(named + drawn.rest.len(), amounts.len());
    }

    proptest! {
        #[test]
        fn tiles_fill_the_picture_and_never_overlap(
            amounts in prop::collection::vec(
                prop_oneof![Just(0), 0..1_000_i128, 0..=i128::from(i64::MAX)], 0..80),
        ) {
            let drawn = tiles(&amounts);
            let whole: i128 = amounts.iter().sum();
            prop_assert_eq!(drawn.tiles.iter().map(|tile| tile.amount).sum::<i128>(), whole);
            let area: i128 = drawn.tiles.iter().map(|tile| tile.width * tile.height).sum();
            prop_assert_eq!(area, if whole == 0 { 0 } else { WIDTH * HEIGHT });
            for (at, tile) in drawn.tiles.iter().enumerate() {
                prop_assert!(tile.x >= 0 && tile.y >= 0 && tile.width >= 0 && tile.height >= 0);
                prop_assert!(tile.x + tile.width <= WIDTH && tile.y + tile.height <= HEIGHT);
                for other in &drawn.tiles[at + 1..] {
                    prop_assert!(!overlap(tile, other));
                }
            }
            let mut seen: Vec<usize> = drawn.tiles.iter().filter_map(|tile| tile.of).collect();
            seen.extend(&drawn.rest);
            seen.sort_unstable();
            let positive: Vec<usize> = (0..amounts.len()).filter(|at| amounts[*at] > 0).collect();
            prop_assert_eq!(seen, positive);
        }
    }
}
