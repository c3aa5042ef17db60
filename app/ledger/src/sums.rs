//! Sums that pages read and nobody has to add up: what went between two members, how what was sent
//! arrives, and how many findings ask for an answer.
//!
//! Each is the sum of a function of rows: of the steps between two members, of the steps to a
//! payee, of the findings of a code. An entry changes it by the difference between its rows after
//! and before, so the sums of all changes and those of the rows at the end are the same, which a
//! verifier holds a store to.

use crate::Minor;
use crate::field::{MemberName, ProgrammeName, Region, Tier};
use crate::rows::{Member, Step, StepKind};
use crate::{Code, Finding, Scope};

/// Declares a row's sums once, so that adding one can't forget its change or its comparison.
macro_rules! sums {
    ($(#[$outer:meta])* $name:ident { $( $(#[$doc:meta])* $term:ident: $type:ty, )* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name { $( $(#[$doc])* pub $term: $type, )* }

        impl $name {
            /// Each sum with its name.
            #[must_use]
            pub fn named(&self) -> Vec<(&'static str, Minor)> {
                vec![ $( (stringify!($term), Minor::from(self.$term)), )* ]
            }

            /// Adds other sums, or a change.
            pub fn add(&mut self, change: &Self) {
                $( self.$term += change.$term; )*
            }

            /// What changed since then.
            #[must_use]
            pub fn since(&self, before: &Self) -> Self {
                Self { $( $term: self.$term - before.$term, )* }
            }
        }
    };
}

sums! {
    /// What went from one member to another in one programme. Counts are of steps, amounts in
    /// minor units: `sent = received + back + settled + in_transit + missing`.
    FlowTerms {
        /// Steps.
        steps: i64,
        /// `S` over them.
        sent: Minor,
        /// Of what was sent: by returns.
        returned: Minor,
        /// `R`.
        received: Minor,
        /// `B`: bounced or reversed.
        back: Minor,
        /// `C + K + W`: charged on the way, recovered, written off.
        settled: Minor,
        /// `T`.
        in_transit: Minor,
        /// `M`.
        missing: Minor,
        /// `X`: received beyond what was sent.
        contested: Minor,
        /// Steps of which something was received.
        confirmed: i64,
        /// Days of these, from the day of the sending to the day of the payee's latest receipt.
        days: i64,
    }
}

sums! {
    /// How what was sent to a payee arrives: its confirmed steps by their days, and what it
    /// contests.
    ArrivalTerms {
        /// Steps of which something was received.
        confirmed: i64,
        /// Their days, from the day of the sending to the day of the payee's latest receipt.
        days: i64,
        /// Steps of at most 1 day.
        to_1: i64,
        /// Steps of 2 or 3 days.
        to_3: i64,
        /// Steps of 4 to 7 days.
        to_7: i64,
        /// Steps of 8 to 14 days.
        to_14: i64,
        /// Steps of 15 to 30 days.
        to_30: i64,
        /// Steps of 31 to 60 days.
        to_60: i64,
        /// Steps of more than 60 days.
        beyond: i64,
        /// `X`: received beyond what was sent, in minor units.
        contested: Minor,
    }
}

sums! {
    /// Findings of one code: how many, and the money at risk in minor units.
    FindingTerms {
        /// Those that are open.
        open: i64,
        /// Money at risk by them.
        open_at_risk: Minor,
        /// Those that are closed.
        closed: i64,
        /// Money that was at risk by them.
        closed_at_risk: Minor,
    }
}

/// Between whom something went: the programme, who sent, who should receive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlowKey {
    /// Who sent.
    pub payer: MemberName,
    /// Who should receive.
    pub payee: MemberName,
    /// The programme.
    pub programme: ProgrammeName,
}

/// Whose steps are counted: those to a member, to a tier's or a region's members, or all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArrivalKey {
    /// The programme.
    pub programme: ProgrammeName,
    /// Whose.
    pub scope: Scope,
}

/// Which findings are counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingTallyKey {
    /// Those that name this member, or all of the programme's.
    pub member: Option<MemberName>,
    /// The programme.
    pub programme: ProgrammeName,
    /// The code.
    pub code: Code,
}

/// What one entry changes between two members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowMove {
    /// Between whom.
    pub key: FlowKey,
    /// The change.
    pub change: FlowTerms,
}

/// What one entry changes in how a payee's money arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivalMove {
    /// The programme.
    pub programme: ProgrammeName,
    /// The payee.
    pub payee: MemberName,
    /// The payee's tier.
    pub tier: Tier,
    /// The payee's region.
    pub region: Option<Region>,
    /// The change.
    pub change: ArrivalTerms,
}

/// What one entry changes in the count of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingMove {
    /// The programme.
    pub programme: ProgrammeName,
    /// The member that sent.
    pub payer: MemberName,
    /// The member that should have received, or holds.
    pub payee: MemberName,
    /// The code.
    pub code: Code,
    /// The change.
    pub change: FindingTerms,
}

/// Days of a step of which something was received, from its sending to the latest receipt. A
/// receipt may name a day before the payer's: that is no day, and not less.
fn hop_days(step: &Step) -> Option<i64> {
    let confirmed = step.confirmed.filter(|_| step.received() > 0)?;
    Some((confirmed.number() - step.occurred.number()).max(0))
}

impl FlowTerms {
    /// What one step adds.
    #[must_use]
    pub fn of(step: &Step) -> Self {
        let days = hop_days(step);
        let (sent, received, back) = (step.sent(), step.received(), step.back());
        let (open, missing) = (step.open(), step.missing());
        let returns = step.kind == StepKind::Return;
        Self {
            steps: 1,
            sent,
            returned: if returns { sent } else { 0 },
            received,
            back,
            settled: sent - received - back - open,
            in_transit: open - missing,
            missing,
            contested: step.contested,
            confirmed: i64::from(days.is_some()),
            days: days.unwrap_or_default(),
        }
    }
}

impl ArrivalTerms {
    /// What one step adds.
    #[must_use]
    pub fn of(step: &Step) -> Self {
        let mut terms = Self {
            contested: step.contested,
            ..Self::default()
        };
        let Some(days) = hop_days(step) else {
            return terms;
        };
        (terms.confirmed, terms.days) = (1, days);
        let bucket = match days {
            0..=1 => &mut terms.to_1,
            2..=3 => &mut terms.to_3,
            4..=7 => &mut terms.to_7,
            8..=14 => &mut terms.to_14,
            15..=30 => &mut terms.to_30,
            31..=60 => &mut terms.to_60,
            _ => &mut terms.beyond,
        };
        *bucket = 1;
        terms
    }
}

impl FindingTerms {
    /// What one finding adds.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        if finding.open() {
            Self {
                open: 1,
                open_at_risk: finding.at_risk,
                ..Self::default()
            }
        } else {
            Self {
                closed: 1,
                closed_at_risk: finding.at_risk,
                ..Self::default()
            }
        }
    }
}

impl FlowKey {
    /// Between whom a step goes.
    #[must_use]
    pub fn of(step: &Step) -> Self {
        Self {
            payer: step.from.clone(),
            payee: step.to.clone(),
            programme: step.programme.clone(),
        }
    }
}

impl ArrivalMove {
    /// A change of what a step's payee is counted with.
    #[must_use]
    pub fn new(step: &Step, payee: &Member, change: ArrivalTerms) -> Self {
        Self {
            programme: step.programme.clone(),
            payee: payee.name.clone(),
            tier: payee.tier,
            region: payee.region.clone(),
            change,
        }
    }

    /// The rows that the change belongs to.
    pub fn keys(&self) -> impl Iterator<Item = ArrivalKey> + '_ {
        let scopes = [
            Some(Scope::Programme),
            Some(Scope::Member(self.payee.clone())),
            Some(Scope::Tier(self.tier)),
            self.region.clone().map(Scope::Region),
        ];
        scopes.into_iter().flatten().map(|scope| ArrivalKey {
            programme: self.programme.clone(),
            scope,
        })
    }
}

impl FindingMove {
    /// A change of what a finding is counted with.
    #[must_use]
    pub fn new(finding: &Finding, change: FindingTerms) -> Self {
        Self {
            programme: finding.programme.clone(),
            payer: finding.payer.clone(),
            payee: finding.payee.clone(),
            code: finding.code,
            change,
        }
    }

    /// The rows that the change belongs to: the programme's, and that of each member it names, once.
    pub fn keys(&self) -> impl Iterator<Item = FindingTallyKey> + '_ {
        let payee = (self.payee != self.payer).then_some(Some(&self.payee));
        let members = [Some(None), Some(Some(&self.payer)), payee];
        members.into_iter().flatten().map(|member| FindingTallyKey {
            member: member.cloned(),
            programme: self.programme.clone(),
            code: self.code,
        })
    }
}
