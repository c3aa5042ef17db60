//! Where the streams of a programme run: levels from the top down, and what becomes of the money at
//! each. Integers only, no markup.
//!
//! Every unit that came in ends somewhere: at a level, as one kind of end. Such a cell is the
//! smallest thing that is drawn; nodes and trunk are sums of cells, so everything adds up in pixels
//! as it does in money. What goes on below a level is what ends below it.

use super::portion::portions;
use crate::views::Minor;

/// The width of the picture in thousandths.
pub(crate) const WIDTH: i128 = 1_000;

/// Where the first stream runs, below the names of the levels.
pub(crate) const TOP: i128 = 34;

/// An end is drawn at least so high, in pixels, so that a small sum still shows.
const LEAST: i128 = 3;

/// Between two ends.
const GAP: i128 = 8;

/// How large a picture is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// The height of everything that came in, in pixels.
    pub(crate) whole: i128,
    /// Where the ends stand, in thousandths: what is right of it belongs to their names.
    pub(crate) ends_at: i128,
    /// The height that an end's words need, in pixels.
    pub(crate) name: i128,
}

/// A level: what came in there, and what became of money there, by kind of end.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) came_in: Minor,
    pub(crate) ends: Vec<Minor>,
}

/// A bar across the streams: a level's or an end's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    /// The level's or the end's number.
    pub(crate) of: usize,
    /// What it stands for.
    pub(crate) amount: Minor,
    pub(crate) x: i128,
    pub(crate) y: i128,
    pub(crate) height: i128,
}

/// A stream from one bar to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    /// The level whose money it is.
    pub(crate) level: usize,
    /// The end it runs to, or nothing where it goes on to that level.
    pub(crate) end: Option<usize>,
    pub(crate) amount: Minor,
    pub(crate) from: (i128, i128),
    pub(crate) to: (i128, i128),
    pub(crate) height: i128,
}

/// The whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Streams {
    pub(crate) levels: Vec<Bar>,
    pub(crate) ends: Vec<Bar>,
    pub(crate) streams: Vec<Stream>,
    /// Level and end of what is there but too small to draw.
    pub(crate) left_out: Vec<(usize, usize)>,
    pub(crate) height: i128,
}

/// Lays the streams out. `lost[end]` says that money of that end got lost, or still is, on the way
/// to its level: its stream leaves the level above. Nothing where there is nothing to draw, or
/// where on balance money went up: a picture from the top down would lie.
pub(crate) fn streams(levels: &[Level], lost: &[bool], frame: Frame) -> Option<Streams> {
    let onward = onward(levels)?;
    let totals: Vec<Minor> = (0..lost.len())
        .map(|end| levels.iter().map(|level| level.ends[end]).sum())
        .collect();
    let heights = portions(&totals, frame.whole, LEAST);
    let mut cells = vec![vec![0; lost.len()]; levels.len()];
    for (end, height) in heights.iter().enumerate() {
        let of_end: Vec<Minor> = levels.iter().map(|level| level.ends[end]).collect();
        for (level, part) in portions(&of_end, *height, 0).into_iter().enumerate() {
            cells[level][end] = part;
        }
    }
    let ends = ends(&totals, &heights, frame);
    let sketch = Sketch {
        levels,
        lost,
        cells: &cells,
        came_in: portions(
            &levels.iter().map(|level| level.came_in).collect::<Vec<_>>(),
            frame.whole,
            0,
        ),
        frame,
    };
    let (bars, streams) = sketch.run(&onward, &ends);
    let left_out = (0..levels.len())
        .flat_map(|level| (0..lost.len()).map(move |end| (level, end)))
        .filter(|(level, end)| levels[*level].ends[*end] > 0 && cells[*level][*end] == 0)
        .collect();
    let there = ends.iter().filter(|end| end.amount > 0);
    let lowest = there.map(|end| end.y + end.height.max(frame.name)).max();
    Some(Streams {
        levels: bars,
        ends: ends.into_iter().filter(|end| end.amount > 0).collect(),
        streams,
        left_out,
        height: lowest.unwrap_or(0).max(TOP + frame.whole),
    })
}

/// What goes on below each level, in money; the last is zero where both sides are equal.
fn onward(levels: &[Level]) -> Option<Vec<Minor>> {
    let mut below = Vec::with_capacity(levels.len());
    let mut running = 0;
    for level in levels {
        if level.came_in < 0 || level.ends.iter().any(|amount| *amount < 0) {
            return None;
        }
        running += level.came_in - level.ends.iter().sum::<Minor>();
        if running < 0 {
            return None;
        }
        below.push(running);
    }
    let any = levels.iter().any(|level| level.came_in > 0);
    (any && running == 0).then_some(below)
}

/// The ends from top to bottom, each with room for its name.
fn ends(totals: &[Minor], heights: &[i128], frame: Frame) -> Vec<Bar> {
    let mut y = TOP;
    let mut bars = Vec::with_capacity(totals.len());
    for (of, (amount, height)) in totals.iter().zip(heights).enumerate() {
        bars.push(Bar {
            of,
            amount: *amount,
            x: frame.ends_at,
            y,
            height: *height,
        });
        if *amount > 0 {
            y += (*height).max(frame.name) + GAP;
        }
    }
    bars
}

struct Sketch<'a> {
    levels: &'a [Level],
    lost: &'a [bool],
    cells: &'a [Vec<i128>],
    came_in: Vec<i128>,
    frame: Frame,
}

impl Sketch<'_> {
    fn run(&self, onward: &[Minor], ends: &[Bar]) -> (Vec<Bar>, Vec<Stream>) {
        let count = self.levels.len();
        let at = |level: usize| {
            self.frame.ends_at * i128::try_from(level).unwrap_or(0)
                / i128::try_from(count).unwrap_or(1)
        };
        let mut bars = Vec::with_capacity(count);
        let mut streams = Vec::new();
        // From the lowest level up within each end: their streams cross least.
        let filled = self.fill(ends);
        let mut below = 0;
        for level in 0..count {
            let came = self.came_in[level];
            let all: i128 = self.cells[level].iter().sum();
            let next = (below + came - all).max(0);
            let arriving = (next - self.lost_to(level + 1)).max(0);
            let mut y = TOP;
            if let Some(amount) = onward.get(level).filter(|amount| **amount > 0) {
                let next_lost = self.lost_money(level + 1);
                if arriving > 0 {
                    streams.push(Stream {
                        level: level + 1,
                        end: None,
                        amount: amount - next_lost,
                        from: (at(level), y),
                        to: (at(level + 1), y),
                        height: arriving,
                    });
                }
                y += arriving;
            }
            for (of, end) in self.leaving(level) {
                let height = self.cells[of][end];
                if height == 0 {
                    continue;
                }
                streams.push(Stream {
                    level: of,
                    end: Some(end),
                    amount: self.levels[of].ends[end],
                    from: (at(level), y),
                    to: (self.frame.ends_at, filled[of][end]),
                    height,
                });
                y += height;
            }
            bars.push(Bar {
                of: level,
                amount: self.reached(level, onward),
                x: at(level),
                y: TOP,
                height: y - TOP,
            });
            below = next;
        }
        (bars, streams)
    }

    /// What reached a level: what came in there, and what came from above and wasn't lost.
    fn reached(&self, level: usize, onward: &[Minor]) -> Minor {
        let above = level.checked_sub(1).map_or(0, |above| onward[above]);
        let lost = if level == 0 {
            0
        } else {
            self.lost_money(level)
        };
        above - lost + self.levels[level].came_in
    }

    /// What leaves a level's bar for an end: its own money, then what was lost on the way to the
    /// next. What was lost on the way up to the first leaves the first.
    fn leaving(&self, level: usize) -> Vec<(usize, usize)> {
        let ends = 0..self.lost.len();
        let own = ends
            .clone()
            .filter(|end| level == 0 || !self.lost[*end])
            .map(|end| (level, end));
        let lost = ends
            .filter(|end| self.lost[*end] && level + 1 < self.levels.len())
            .map(|end| (level + 1, end));
        own.chain(lost).collect()
    }

    fn lost_to(&self, level: usize) -> i128 {
        let Some(cells) = self.cells.get(level) else {
            return 0;
        };
        let lost = cells.iter().zip(self.lost);
        lost.filter(|(_, lost)| **lost).map(|(cell, _)| cell).sum()
    }

    fn lost_money(&self, level: usize) -> Minor {
        let Some(level) = self.levels.get(level) else {
            return 0;
        };
        let lost = level.ends.iter().zip(self.lost);
        lost.filter(|(_, lost)| **lost)
            .map(|(amount, _)| amount)
            .sum()
    }

    /// Where in its end each cell arrives.
    fn fill(&self, ends: &[Bar]) -> Vec<Vec<i128>> {
        let mut filled = vec![vec![0; ends.len()]; self.levels.len()];
        for (end, bar) in ends.iter().enumerate() {
            let mut y = bar.y;
            for level in (0..self.levels.len()).rev() {
                filled[level][end] = y;
                y += self.cells[level][end];
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Spent, held, in transit, missing.
    const LOST: [bool; 4] = [false, false, true, true];

    const WHOLE: i128 = 240;
    const FRAME: Frame = Frame {
        whole: WHOLE,
        ends_at: 610,
        name: 46,
    };

    fn level(came_in: Minor, ends: [Minor; 4]) -> Level {
        Level {
            came_in,
            ends: ends.to_vec(),
        }
    }

    #[test]
    fn money_runs_down_and_what_is_lost_leaves_above() {
        let levels = [level(1_000, [0, 100, 0, 0]), level(0, [500, 100, 200, 100])];
        let drawn = streams(&levels, &LOST, FRAME).expect("a picture");
        let trunk = drawn.streams.iter().find(|stream| stream.end.is_none());
        let trunk = trunk.expect("money goes on");
        assert_eq!((trunk.level, trunk.amount, trunk.height), (1, 600, 144));
        assert_eq!(drawn.levels[0].height, WHOLE);
        assert_eq!(drawn.levels[1].amount, 600);
        let missing = drawn.streams.iter().find(|stream| stream.end == Some(3));
        let missing = missing.expect("missing money has its stream");
        assert_eq!((missing.level, missing.amount, missing.from.0), (1, 100, 0));
        assert!(drawn.left_out.is_empty());
    }

    #[test]
    fn what_no_picture_tells_truly_is_not_drawn() {
        assert_eq!(streams(&[], &LOST, FRAME), None);
        assert_eq!(streams(&[level(0, [0; 4])], &LOST, FRAME), None);
        // The sides differ, a term is negative, money went up.
        assert_eq!(streams(&[level(5, [4, 0, 0, 0])], &LOST, FRAME), None);
        assert_eq!(streams(&[level(5, [6, -1, 0, 0])], &LOST, FRAME), None);
        let up = [level(0, [5, 0, 0, 0]), level(5, [0; 4])];
        assert_eq!(streams(&up, &LOST, FRAME), None);
    }

    #[test]
    fn what_is_too_small_is_said() {
        let levels = [level(1 << 60, [0; 4]), level(0, [(1 << 60) - 2, 1, 0, 1])];
        let mut levels = levels.to_vec();
        levels[0].ends[0] = 1;
        levels[1].ends[0] -= 1;
        let drawn = streams(&levels, &LOST, FRAME).expect("a picture");
        assert_eq!(drawn.left_out, [(0, 0)]);
        assert!(drawn.ends.iter().all(|end| end.height >= LEAST));
    }

    fn any_levels() -> impl Strategy<Value = Vec<Level>> {
        let amount = prop_oneof![Just(0), 0..1_000_i128, 0..=i128::from(i64::MAX)];
        let ends = prop::collection::vec(amount, 4);
        prop::collection::vec(ends, 1..7).prop_map(|all| {
            // Everything came in at the top, so both sides are equal and nothing goes up.
            let sum = all.iter().flatten().sum();
            let levels = all.into_iter().enumerate();
            levels
                .map(|(at, ends)| Level {
                    came_in: if at == 0 { sum } else { 0 },
                    ends,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn everything_that_is_drawn_adds_up(levels in any_levels()) {
            let Some(drawn) = streams(&levels, &LOST, FRAME) else {
                prop_assert!(levels[0].came_in == 0);
                return Ok(());
            };
            prop_assert_eq!(drawn.ends.iter().map(|end| end.height).sum::<i128>(), WHOLE);
            prop_assert_eq!(drawn.levels[0].height, WHOLE);
            for end in &drawn.ends {
                let into: Vec<_> = drawn.streams.iter().filter(|one| one.end == Some(end.of)).collect();
                let left: Minor = drawn.left_out.iter().filter(|(_, of)| *of == end.of)
                    .map(|(level, of)| levels[*level].ends[*of]).sum();
                prop_assert_eq!(into.iter().map(|one| one.height).sum::<i128>(), end.height);
                prop_assert_eq!(into.iter().map(|one| one.amount).sum::<i128>() + left, end.amount);
                let mut taken: Vec<_> = into.iter().map(|one| (one.to.1, one.height)).collect();
                taken.sort_unstable();
                for pair in taken.windows(2) {
                    prop_assert!(pair[0].0 + pair[0].1 <= pair[1].0);
                }
            }
            for (at, bar) in drawn.levels.iter().enumerate() {
                let out: Vec<_> = drawn.streams.iter().filter(|one| one.from.0 == bar.x).collect();
                prop_assert_eq!(out.iter().map(|one| one.height).sum::<i128>(), bar.height);
                if at > 0 {
                    let arrived: i128 = drawn.streams.iter()
                        .filter(|one| one.end.is_none() && one.level == at)
                        .map(|one| one.height).sum();
                    prop_assert_eq!(arrived, bar.height);
                }
                prop_assert!(bar.height >= 0 && bar.y + bar.height <= drawn.height);
            }
            for stream in &drawn.streams {
                prop_assert!(stream.height > 0 && stream.amount > 0);
                prop_assert!(stream.to.1 + stream.height <= drawn.height);
            }
        }
    }
}
