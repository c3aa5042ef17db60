//! Tallies: public totals, derived from admitted entries alone.

use crate::Minor;
use crate::field::{Day, MemberName, ProgrammeName, Region, Tier};
use crate::rows::Member;
use chrono::Datelike;

/// Declares the terms once, so that adding a term can't forget one of the sums.
macro_rules! terms {
    ($( $(#[$doc:meta])* $term:ident, )*) => {
        /// The terms of a tally, in minor units.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Terms { $( $(#[$doc])* pub $term: Minor, )* }

        impl Terms {
            /// The names of the terms, in their order.
            pub const NAMES: &'static [&'static str] = &[ $( stringify!($term), )* ];

            /// Each term with its name.
            #[must_use]
            pub fn named(&self) -> Vec<(&'static str, Minor)> {
                vec![ $( (stringify!($term), self.$term), )* ]
            }

            /// Adds another tally's terms, or a change.
            pub fn add(&mut self, change: &Self) {
                $( self.$term += change.$term; )*
            }
        }
    };
}

terms! {
    /// `A`: authority to spend, supplements and cuts included.
    appropriated,
    /// `I`: income.
    income,
    /// `H`: what nodes hold.
    held,
    /// `T`: sent here and open, before the final receipt.
    in_transit,
    /// `M`: sent here and open, after the final receipt.
    missing,
    /// `E`: spent, refunds taken off.
    spent,
    /// `C`: charged on the way here; part of `E` in the identity.
    charged,
    /// `L`: surrendered or carried over to another year.
    left,
    /// `W`: written off of what was sent here.
    written_off,
    /// Sent from here. Hop by hop: never added over tiers.
    sent,
    /// Of what was sent from here: bounced or reversed.
    taken_back,
    /// Sent to here by others.
    meant,
    /// Of what was sent to here: received, corrections taken off.
    received,
    /// `K`: recovered here.
    recovered,
}

impl Terms {
    /// What is wrong with the identity `A + I = H + T + M + E + L + W`; zero when it holds.
    /// Rolls add their three terms when they come.
    #[must_use]
    pub const fn imbalance(&self) -> Minor {
        self.appropriated + self.income
            - (self.held
                + self.in_transit
                + self.missing
                + self.spent
                + self.charged
                + self.left
                + self.written_off)
    }
}

/// A month of the calendar, or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u32);

impl Month {
    /// All months together.
    pub const ALL: Self = Self(0);

    /// The month of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self(day.date().year().unsigned_abs() * 100 + day.date().month())
    }

    /// The number `YYYYMM`, or 0 for all months.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The month with this number.
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

/// Whose total a tally is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole programme's.
    Programme,
    /// A member's.
    Member(MemberName),
    /// A tier's.
    Tier(Tier),
    /// A region's.
    Region(Region),
}

/// The key of a tally.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TallyKey {
    /// The programme.
    pub programme: ProgrammeName,
    /// Whose total.
    pub scope: Scope,
    /// Which month's. Money on a step counts in the month in which it was sent, so that a month's
    /// line says what became of that month's money.
    pub month: Month,
}

/// What one entry changes for one member: the store adds it to each tally that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyMove {
    /// The programme.
    pub programme: ProgrammeName,
    /// The member.
    pub member: MemberName,
    /// The member's tier.
    pub tier: Tier,
    /// The member's region.
    pub region: Option<Region>,
    /// The month it belongs to.
    pub month: Month,
    /// The change.
    pub change: Terms,
}

impl TallyMove {
    pub(crate) fn new(programme: &ProgrammeName, member: &Member, day: Day) -> Self {
        Self {
            programme: programme.clone(),
            member: member.name.clone(),
            tier: member.tier,
            region: member.region.clone(),
            month: Month::of(day),
            change: Terms::default(),
        }
    }

    /// The tallies that the change belongs to.
    pub fn keys(&self) -> impl Iterator<Item = TallyKey> + '_ {
        let scopes = [
            Some(Scope::Programme),
            Some(Scope::Member(self.member.clone())),
            Some(Scope::Tier(self.tier)),
            self.region.clone().map(Scope::Region),
        ];
        scopes.into_iter().flatten().flat_map(move |scope| {
            [self.month, Month::ALL].map(|month| TallyKey {
                programme: self.programme.clone(),
                scope: scope.clone(),
                month,
            })
        })
    }
}
