//! In which order places stand, and the rows of one page of them.

use super::board::Ranked;
use app::views::{CompareBy, CompareSort, Hops, Minor, Place};
use std::cmp::Ordering;

/// The rows of one page in their order, from the row `first` on. The others aren't sorted: of a
/// hundred thousand rows a page then takes one look at each.
pub(super) fn page_of<'a>(
    mut rows: Vec<&'a Ranked>,
    by: &CompareBy,
    first: usize,
    size: usize,
) -> Vec<&'a Ranked> {
    let order = |one: &&Ranked, other: &&Ranked| order(by, one, other);
    if first >= rows.len() {
        return Vec::new();
    }
    rows.select_nth_unstable_by(first, order);
    let mut rows = rows.split_off(first);
    if size < rows.len() {
        rows.select_nth_unstable_by(size, order);
        rows.truncate(size);
    }
    rows.sort_unstable_by(order);
    rows
}

/// Figures from the largest down, names from the first up, unless turned; equal rows by name.
fn order(by: &CompareBy, one: &Ranked, other: &Ranked) -> Ordering {
    let names = name(one).cmp(&name(other));
    let figures = |figure: fn(&Ranked) -> Minor| figure(other).cmp(&figure(one));
    let first = match by.sort {
        CompareSort::Name => names,
        CompareSort::Sent => figures(|row| row.terms.meant),
        CompareSort::Received => figures(|row| row.terms.received),
        CompareSort::Share => share(other, one),
        CompareSort::Open => figures(|row| row.terms.in_transit),
        CompareSort::Missing => figures(|row| row.terms.missing),
        CompareSort::Spent => figures(|row| row.terms.spent + row.terms.charged),
        CompareSort::Held => figures(|row| row.terms.held),
        CompareSort::Days => days(&other.hops, &one.hops),
    };
    let first = if by.turned { first.reverse() } else { first };
    first.then(names)
}

/// By what it is called, then by its name on the ledger: no two rows are equal.
fn name(row: &Ranked) -> (&str, &str) {
    match &row.place {
        Place::Region(region) => (&region.title, &region.code),
        Place::Member(party) if party.title.is_empty() => (&party.name, &party.name),
        Place::Member(party) => (&party.title, &party.name),
    }
}

/// By received of sent, without dividing: a tally's term has 63 bits, and their product 126. A
/// place to which nothing was sent has no share, and stands below all that have one.
fn share(one: &Ranked, other: &Ranked) -> Ordering {
    let (one, other) = (&one.terms, &other.terms);
    match (one.meant > 0, other.meant > 0) {
        (true, true) => (one.received * other.meant).cmp(&(other.received * one.meant)),
        (one, other) => one.cmp(&other),
    }
}

/// By average days, without dividing; a place that confirmed nothing stands below all that did.
fn days(one: &Hops, other: &Hops) -> Ordering {
    let over = |hops: &Hops, steps: u64| u128::from(hops.days) * u128::from(steps);
    match (one.confirmed > 0, other.confirmed > 0) {
        (true, true) => over(one, other.confirmed).cmp(&over(other, one.confirmed)),
        (one, other) => one.cmp(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::views::RegionRef;
    use ledger::Terms;

    fn place(name: &str, meant: i128, received: i128, days: u64) -> Ranked {
        Ranked {
            place: Place::Region(RegionRef {
                title: name.to_owned(),
                ..RegionRef::default()
            }),
            tier: None,
            region: String::new(),
            terms: Terms {
                meant,
                received,
                ..Terms::default()
            },
            hops: Hops {
                confirmed: u64::from(days > 0) * 2,
                days,
                ..Hops::default()
            },
        }
    }

    fn by(sort: CompareSort, turned: bool) -> CompareBy {
        CompareBy {
            sort,
            turned,
            ..CompareBy::default()
        }
    }

    fn sorted(sort: CompareSort, turned: bool) -> String {
        let rows = [
            place("b", 100, 90, 7),
            place("a", 100, 50, 3),
            place("d", 0, 0, 0),
            place("c", i128::from(i64::MAX), i128::from(i64::MAX) - 1, 8),
        ];
        let rows = page_of(rows.iter().collect(), &by(sort, turned), 0, 9);
        rows.into_iter().map(|row| name(row).0).collect()
    }

    #[test]
    fn rows_stand_by_their_column_and_equal_ones_by_name() {
        assert_eq!(sorted(CompareSort::Name, false), "abcd");
        assert_eq!(sorted(CompareSort::Name, true), "dcba");
        assert_eq!(sorted(CompareSort::Sent, false), "cabd");
        assert_eq!(sorted(CompareSort::Sent, true), "dabc");
        assert_eq!(sorted(CompareSort::Share, false), "cbad");
        assert_eq!(sorted(CompareSort::Missing, false), "abcd");
        assert_eq!(sorted(CompareSort::Days, false), "cbad");
        assert_eq!(sorted(CompareSort::Days, true), "dabc");
    }

    #[test]
    fn the_pages_of_a_hundred_thousand_places_are_the_sorted_list() {
        const PLACES: i128 = 100_000;
        const SIZE: usize = 50;
        // A factor that no power of ten divides by: every amount once, in no order.
        let rows: Vec<Ranked> = (0..PLACES)
            .map(|at| place(&format!("p{at:06}"), at * 7_919 % PLACES, 0, 0))
            .collect();
        let by = by(CompareSort::Sent, false);
        for page in [0, 1, 777, 1_999] {
            let shown = page_of(rows.iter().collect(), &by, page * SIZE, SIZE);
            let amounts: Vec<i128> = shown.iter().map(|row| row.terms.meant).collect();
            let first = PLACES - 1 - i128::try_from(page * SIZE).expect("a small number");
            let wanted: Vec<i128> = (0..50).map(|at| first - at).collect();
            assert_eq!(amounts, wanted, "page {page}");
        }
        let behind = page_of(rows.iter().collect(), &by, rows.len(), SIZE);
        assert!(behind.is_empty());
    }
}
