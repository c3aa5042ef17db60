//! Days per hop: how long what was sent takes to be confirmed.

use super::ProgrammeRef;

/// The last day of each bucket of [`Hops`]; the seventh has what took longer.
pub const HOP_BUCKETS: [u64; 6] = [1, 3, 7, 14, 30, 60];

/// The days of some steps, from the day of the sending to the day of the latest receipt. Only steps
/// of which something was received are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hops {
    /// How many steps.
    pub confirmed: u64,
    /// Their days, added up.
    pub days: u64,
    /// How many of them took so long, by [`HOP_BUCKETS`].
    pub buckets: [u64; 7],
}

impl Hops {
    /// The average in tenths of a day, rounded to nearest; nothing without a step.
    #[must_use]
    pub fn tenths(&self) -> Option<u64> {
        let doubled = self
            .days
            .saturating_mul(20)
            .saturating_add(self.confirmed)
            .checked_div(self.confirmed)?;
        Some(doubled / 2)
    }
}

/// A member's days in one programme beside those of its level.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberHops {
    /// The programme.
    pub programme: ProgrammeRef,
    /// Days that the programme allows, where its terms are known.
    pub allowed: Option<u16>,
    /// Of what was sent to the member.
    pub own: Hops,
    /// Of what was sent to every member of its level, itself among them.
    pub peers: Hops,
}

/// The days of what was sent to a level's members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TierHops {
    /// The level: 0 for the nation, then downward.
    pub tier: u8,
    /// Their steps.
    pub hops: Hops,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_average_is_rounded_to_the_nearest_tenth() {
        let of = |days, confirmed| {
            let hops = Hops {
                confirmed,
                days,
                ..Hops::default()
            };
            hops.tenths()
        };
        assert_eq!(of(7, 0), None);
        assert_eq!(of(0, 3), Some(0));
        assert_eq!(of(10, 3), Some(33));
        assert_eq!(of(5, 3), Some(17));
        assert_eq!(of(1, 20), Some(1));
        assert_eq!(of(u64::MAX, 1), Some(u64::MAX / 2));
    }
}
