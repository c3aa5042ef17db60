//! Which findings about a step are open, by the catalogue's formulas. Not here: duplicates and idle balances.

use super::{Amount, Day, HOP_DAYS, LegTerm, Model, Step};

/// The codes that the model knows.
pub(crate) const CODES: [&str; 6] = [
    "late-hop",
    "receipt-contested",
    "receipt-denied",
    "receipt-over",
    "receipt-overdue",
    "receipt-short",
];

impl Step {
    /// The open findings, by code, with the money at risk.
    pub(crate) fn findings(&self) -> Vec<(&'static str, Amount)> {
        let (transit, missing) = if self.settled {
            (0, self.open())
        } else {
            (self.open(), 0)
        };
        let denied = self.sum(LegTerm::Received) == 0;
        let short = missing + self.unheard;
        let found = [
            ("late-hop", self.late, true),
            (
                "receipt-contested",
                self.contested,
                self.disputed == Some(true),
            ),
            ("receipt-denied", short, denied),
            ("receipt-over", self.contested, self.disputed == Some(false)),
            ("receipt-overdue", transit, self.overdue),
            ("receipt-short", short, !denied),
        ];
        found
            .into_iter()
            .filter(|(_, amount, holds)| *holds && *amount > 0)
            .map(|(code, amount, _)| (code, amount))
            .collect()
    }

    /// Adds to the contested part; whether it stands against something taken back is said when it arises.
    pub(super) fn contest(&mut self, by: Amount) {
        self.contested += by;
        if self.contested == 0 {
            self.disputed = None;
        } else if self.disputed.is_none() {
            self.disputed = Some(self.sum(LegTerm::TakenBack) > 0);
        }
    }

    /// Whether money that comes today comes late.
    pub(super) fn comes_late(&self, today: Day) -> bool {
        today - self.sent_on > HOP_DAYS
    }
}

impl Model {
    /// A tick finds what is overdue; anything may end it.
    pub(super) fn watch(&mut self, ticked: bool) {
        for step in self.steps.values_mut() {
            let in_transit = !step.settled && step.open() > 0;
            step.overdue = in_transit && (step.overdue || ticked && self.today > step.due);
        }
    }
}
