//! Who meets which fate, and how many: the demo's whole invention about trouble. All other deposits
//! are received in full within two weeks, or are still on their way when the year ends.

use super::day_of_year;
use super::dice::Dice;
use ledger::Minor;
use ledger::field::Day;
use std::collections::BTreeMap;

/// Kinds of fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lot {
    Full,
    Instalments,
    Late,
    Unanswered,
    UnansweredReversed,
    Short,
    ShortThenRest,
    ShortRecovered,
    ShortWrittenOff,
    Denied,
    DeniedThenFound,
    DeniedReversed,
    Over,
    OverWithdrawn,
    OverCovered,
    CorrectedThenRest,
    CorrectedAfterFinal,
    Idle,
    IdleThenSpent,
    ReturnedPart,
    ReturnUnanswered,
    BouncedPart,
    BouncedThenSent,
    BouncedContested,
    ReversedAgreed,
    Charged,
    DuplicateReversed,
    /// Both sides have spoken already, or whoever begins the step plans the answer.
    Settled,
}

/// How many of the year's deposits meet which fate: 5,670 in all, the rest is [`Lot::Full`].
/// With each the last month and day of a deposit to which the whole story can still happen in 2019.
pub(super) const LOTS: [(Lot, usize, (u32, u32)); 17] = [
    (Lot::Instalments, 220, (11, 30)),
    (Lot::Late, 64, (10, 10)),
    (Lot::Unanswered, 24, (11, 25)),
    (Lot::Short, 26, (12, 10)),
    (Lot::ShortThenRest, 8, (11, 20)),
    (Lot::ShortRecovered, 2, (9, 30)),
    (Lot::ShortWrittenOff, 2, (9, 30)),
    (Lot::Denied, 5, (12, 10)),
    (Lot::DeniedThenFound, 2, (11, 20)),
    (Lot::Over, 3, (12, 10)),
    (Lot::OverWithdrawn, 2, (11, 20)),
    (Lot::CorrectedThenRest, 5, (11, 20)),
    (Lot::CorrectedAfterFinal, 2, (11, 20)),
    (Lot::Idle, 9, (10, 10)),
    (Lot::IdleThenSpent, 5, (8, 31)),
    (Lot::ReturnedPart, 8, (9, 30)),
    (Lot::ReturnUnanswered, 2, (9, 30)),
];

/// The fates of the first payments from departments to their seats, in their order; between two of
/// them [`SECOND_HOPS_APART`] are received in full, and so are all later ones.
pub(super) const SECOND_HOP_LOTS: [Lot; 15] = [
    Lot::BouncedPart,
    Lot::Charged,
    Lot::Instalments,
    Lot::ReturnedPart,
    Lot::DuplicateReversed,
    Lot::OverCovered,
    Lot::BouncedThenSent,
    Lot::BouncedContested,
    Lot::ReversedAgreed,
    Lot::Short,
    Lot::DeniedReversed,
    Lot::UnansweredReversed,
    Lot::Late,
    Lot::Unanswered,
    Lot::ReturnedPart,
];

/// Every so many payments to a seat meet one of [`SECOND_HOP_LOTS`].
pub(super) const SECOND_HOPS_APART: usize = 3;

/// Draws the lots of deposits, given by day, account and amount; the exact numbers of [`LOTS`].
/// Deposits that stand twice in the data are left alone: what is found about them is real.
pub(super) fn draw(dice: &mut Dice, deposits: &[(Day, &str, Minor)]) -> Vec<Lot> {
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for deposit in deposits {
        *seen.entry(deposit).or_default() += 1;
    }
    let mut lots = vec![Lot::Full; deposits.len()];
    let mut order: Vec<usize> = (0..deposits.len()).collect();
    dice.shuffle(&mut order);
    order.retain(|place| seen[&deposits[*place]] == 1 && deposits[*place].2 >= SHARED_FROM);
    for (lot, wanted, (month, day)) in LOTS {
        let latest = day_of_year(month, day);
        let mut left = wanted;
        order.retain(|place| {
            let take = left > 0 && deposits[*place].0 <= latest;
            if take {
                lots[*place] = lot;
                left -= 1;
            }
            !take
        });
    }
    lots
}

/// Below this amount a share of it may round to nothing: such deposits are received in full.
pub(super) const SHARED_FROM: Minor = 100_000;
