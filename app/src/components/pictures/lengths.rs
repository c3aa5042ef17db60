//! Lengths beside each other on one scale, each cut into its parts: months, places, bins.

use super::portion::portions;
use crate::views::Minor;

/// A part that is there shows at least so long, where its length has room for it.
const LEAST: i128 = 2;

/// A length and its parts, in the picture's units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) whole: i128,
    /// In the order of the amounts; together never longer than the whole.
    pub(crate) parts: Vec<i128>,
}

/// One length for each row of `(whole, parts)`: the longest is `scale` long. Parts may be less than
/// their whole together; where they are more, they fill it.
pub(crate) fn lengths(rows: &[(Minor, Vec<Minor>)], scale: i128) -> Vec<Length> {
    let most = rows.iter().map(|(whole, _)| *whole).max().unwrap_or(0);
    rows.iter()
        .map(|(whole, parts)| {
            let length = if *whole <= 0 || most <= 0 {
                0
            } else {
                (whole * scale / most).max(LEAST.min(scale))
            };
            let rest = (whole - parts.iter().sum::<Minor>()).max(0);
            let all: Vec<Minor> = parts.iter().copied().chain([rest]).collect();
            let mut shared = portions(&all, length, LEAST);
            shared.pop();
            Length {
                whole: length,
                parts: shared,
            }
        })
        .collect()
}

/// The steps of a scale up to `most`: at most five, at round figures.
pub(crate) fn steps(most: Minor) -> Vec<Minor> {
    if most <= 0 {
        return Vec::new();
    }
    let mut unit: Minor = 1;
    // The first of 1, 2, 5, 10, 20, 50 ... of which at most five fit.
    for factor in [2, 5, 10].into_iter().cycle() {
        if most / unit <= 4 {
            break;
        }
        let tens = 10_i128.pow(unit.ilog10());
        unit = tens * factor;
    }
    (1..=most / unit).map(|step| step * unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_are_round_and_few() {
        assert!(steps(0).is_empty());
        assert_eq!(steps(3), [1, 2, 3]);
        assert_eq!(steps(9), [2, 4, 6, 8]);
        assert_eq!(steps(42_185), [10_000, 20_000, 30_000, 40_000]);
        assert_eq!(steps(19_999), [5_000, 10_000, 15_000]);
    }

    proptest! {
        #[test]
        fn parts_stay_within_their_length_and_lengths_within_the_scale(
            rows in prop::collection::vec(
                (0..=i128::from(i64::MAX), prop::collection::vec(0..=i128::from(i64::MAX), 3)), 0..40),
            scale in 0..2_000_i128,
        ) {
            let drawn = lengths(&rows, scale);
            prop_assert_eq!(drawn.len(), rows.len());
            for (length, (whole, _)) in drawn.iter().zip(&rows) {
                prop_assert!((0..=scale).contains(&length.whole));
                prop_assert!(length.parts.iter().all(|part| *part >= 0));
                prop_assert!(length.parts.iter().sum::<i128>() <= length.whole);
                prop_assert_eq!(*whole > 0 && scale > 0, length.whole > 0);
            }
        }

        #[test]
        fn steps_never_pass_the_most(most in 0..=i128::from(i64::MAX)) {
            let found = steps(most);
            prop_assert!(found.len() <= 5 && found.iter().all(|step| *step <= most));
            prop_assert!(most == 0 || !found.is_empty());
        }
    }
}
