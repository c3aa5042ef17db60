//! A tree of amounts as rows of cells: beneath each cell what became of its money, to scale.

use super::portion::portions;
use crate::views::Minor;

/// The width of the picture in its own units.
pub(crate) const WIDTH: i128 = 10_000;

/// A cell: which link it stands for, in which row, from where and how wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) of: usize,
    pub(crate) row: u32,
    pub(crate) x: i128,
    pub(crate) width: i128,
}

/// The cells of links in depth-first order, `(depth from 1, amount)`, beneath a whole; and which
/// links are too small to draw. Where links draw more than the cell above them has (a payment may
/// be pooled from several sources), they share its width.
pub(crate) fn icicle(whole: Minor, links: &[(u32, Minor)]) -> (Vec<Cell>, Vec<usize>) {
    let mut cells = Vec::new();
    let mut left_out = Vec::new();
    place(
        whole,
        links,
        0,
        links.len(),
        1,
        (0, WIDTH),
        &mut cells,
        &mut left_out,
    );
    cells.sort_by_key(|cell| cell.of);
    left_out.sort_unstable();
    (cells, left_out)
}

#[expect(
    clippy::too_many_arguments,
    reason = "a walk over one slice, with two lists to fill"
)]
fn place(
    whole: Minor,
    links: &[(u32, Minor)],
    first: usize,
    end: usize,
    depth: u32,
    (x, width): (i128, i128),
    cells: &mut Vec<Cell>,
    left_out: &mut Vec<usize>,
) {
    let own: Vec<usize> = (first..end).filter(|at| links[*at].0 == depth).collect();
    let mut amounts: Vec<Minor> = own.iter().map(|at| links[*at].1).collect();
    let rest = (whole - amounts.iter().sum::<Minor>()).max(0);
    amounts.push(rest);
    let mut x = x;
    for (turn, part) in portions(&amounts, width, 0).into_iter().enumerate() {
        let Some(at) = own.get(turn).copied() else {
            break;
        };
        let until = own.get(turn + 1).copied().unwrap_or(end);
        if part == 0 {
            left_out.extend(at..until);
        } else {
            cells.push(Cell {
                of: at,
                row: depth,
                x,
                width: part,
            });
            place(
                links[at].1,
                links,
                at + 1,
                until,
                depth + 1,
                (x, part),
                cells,
                left_out,
            );
        }
        x += part;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_cell_paid_for_stands_beneath_it() {
        let links = [(1, 500), (2, 250), (1, 300)];
        let (cells, left_out) = icicle(1_000, &links);
        let found: Vec<_> = cells
            .iter()
            .map(|cell| (cell.of, cell.row, cell.x, cell.width))
            .collect();
        assert_eq!(
            found,
            [(0, 1, 0, 5_000), (1, 2, 0, 2_500), (2, 1, 5_000, 3_000)]
        );
        assert!(left_out.is_empty());
        assert!(icicle(0, &[]).0.is_empty());
    }

    #[test]
    fn what_is_too_small_is_said_with_all_beneath_it() {
        let (cells, left_out) = icicle(1 << 60, &[(1, 1), (2, 1), (1, 1 << 59)]);
        assert_eq!((cells.len(), left_out), (1, vec![0, 1]));
    }

    /// Depths of a walk: each goes at most one deeper than the one before.
    fn walk() -> impl Strategy<Value = Vec<(u32, Minor)>> {
        prop::collection::vec((0..4_u32, 0..=i128::from(i64::MAX)), 0..48).prop_map(|steps| {
            let mut depth = 0;
            steps
                .into_iter()
                .map(|(step, amount)| {
                    depth = step.clamp(1, depth + 1);
                    (depth, amount)
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn cells_of_a_row_never_overlap_and_all_links_are_told(
            links in walk(), whole in 0..=i128::from(i64::MAX),
        ) {
            let (cells, left_out) = icicle(whole, &links);
            prop_assert_eq!(cells.len() + left_out.len(), links.len());
            for one in &cells {
                prop_assert!(one.width > 0 && one.x >= 0 && one.x + one.width <= WIDTH);
                for other in cells.iter().filter(|other| other.row == one.row && other.of != one.of) {
                    prop_assert!(one.x + one.width <= other.x || other.x + other.width <= one.x);
                }
            }
        }
    }
}
