//! How a length is shared among amounts: integers only, so that what is drawn adds up.

use crate::views::Minor;

/// Shares `whole` among amounts by the largest remainder: the parts add up to exactly `whole`, or
/// to nothing where no amount is positive. A positive amount gets at least `least`, or as much as
/// there is for each; no amount gets less than a smaller one.
pub(crate) fn portions(amounts: &[Minor], whole: i128, least: i128) -> Vec<i128> {
    let positive = amounts.iter().filter(|amount| **amount > 0).count();
    let Ok(positive) = i128::try_from(positive) else {
        return vec![0; amounts.len()];
    };
    if positive == 0 {
        return vec![0; amounts.len()];
    }
    let least = least.min(whole / positive).max(0);
    // Who would get less than the least is given it, and the others share what remains. The
    // largest never gets less than the mean, so somebody always remains.
    let mut raised = vec![false; amounts.len()];
    loop {
        let given = raised.iter().filter(|raised| **raised).count();
        let rest = whole - least * i128::try_from(given).unwrap_or(i128::MAX);
        let shared: Vec<Minor> = amounts
            .iter()
            .zip(&raised)
            .map(|(amount, raised)| if *raised { 0 } else { *amount })
            .collect();
        let mut parts = by_largest_remainder(&shared, rest);
        let before = given;
        for (at, amount) in amounts.iter().enumerate() {
            if *amount > 0 && !raised[at] && parts[at] < least {
                raised[at] = true;
            }
        }
        if raised.iter().filter(|raised| **raised).count() == before {
            for (part, raised) in parts.iter_mut().zip(&raised) {
                if *raised {
                    *part = least;
                }
            }
            return parts;
        }
    }
}

fn by_largest_remainder(amounts: &[Minor], whole: i128) -> Vec<i128> {
    let sum: i128 = amounts.iter().map(|amount| amount.max(&0)).sum();
    if sum == 0 {
        return vec![0; amounts.len()];
    }
    // Amounts are at most 10^18 each, thousands of them together, and lengths below 10^9: their
    // product stays below 10^31.
    let exact: Vec<i128> = amounts
        .iter()
        .map(|amount| amount.max(&0) * whole)
        .collect();
    let mut parts: Vec<i128> = exact.iter().map(|exact| exact / sum).collect();
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    // The larger amount first among equal remainders, then the earlier.
    order.sort_by_key(|at| (-(exact[*at] % sum), -amounts[*at], *at));
    let over = whole - parts.iter().sum::<i128>();
    for at in order.into_iter().take(usize::try_from(over).unwrap_or(0)) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_shared_among_nothing() {
        assert!(portions(&[], 100, 3).is_empty());
        assert_eq!(portions(&[0, 0], 100, 3), [0, 0]);
        assert_eq!(portions(&[0, 7], 100, 3), [0, 100]);
    }

    #[test]
    fn a_small_amount_still_shows() {
        assert_eq!(portions(&[1_000_000, 1, 0], 100, 3), [97, 3, 0]);
        assert_eq!(portions(&[5, 5, 5], 2, 3), [1, 1, 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_keep_their_order(
            amounts in prop::collection::vec(0..=i128::from(i64::MAX), 0..40),
            whole in 0..20_000_i128,
            least in 0..40_i128,
        ) {
            let parts = portions(&amounts, whole, least);
            let any = amounts.iter().any(|amount| *amount > 0);
            prop_assert_eq!(parts.iter().sum::<i128>(), if any { whole } else { 0 });
            prop_assert!(parts.iter().all(|part| *part >= 0));
            for (amount, part) in amounts.iter().zip(&parts) {
                prop_assert!(*amount > 0 || *part == 0);
                for (other, of_other) in amounts.iter().zip(&parts) {
                    prop_assert!(amount < other || part >= of_other || amount == other);
                }
            }
        }
    }
}
