//! Which findings about steps and nodes are open, by the catalogue's formulas.

use super::{Amount, Day, HOP_DAYS, Holding, LegTerm, Member, Model, Programme, Step};

/// Days within which the same payment is a possible duplicate.
const FORTNIGHT: Day = 14;

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
                "possible-duplicate",
                self.sent(),
                self.repeats && !self.is_taken_back(),
            ),
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

    /// Whether all of it went back to the payer.
    fn is_taken_back(&self) -> bool {
        self.sum(LegTerm::TakenBack) == self.sent()
    }

    /// Whether money that comes today comes late.
    pub(super) fn comes_late(&self, today: Day) -> bool {
        today - self.sent_on > HOP_DAYS
    }
}

impl Holding {
    /// The open findings: an appropriation, which nobody sent, may lie as long as it likes.
    pub(crate) fn findings(&self) -> Vec<(&'static str, Amount)> {
        if self.idle {
            vec![("idle-balance", self.held())]
        } else {
            Vec::new()
        }
    }
}

impl Model {
    /// Whether a transfer of this amount, between these two, repeats one that wasn't taken back.
    pub(super) fn repeats(&self, parties: (Programme, Member, Member), amount: Amount) -> bool {
        self.steps.values().any(|step| {
            !step.retraces
                && (step.programme, step.from, step.to) == parties
                && step.sent() == amount
                && self.today - step.sent_on <= FORTNIGHT
                && !step.is_taken_back()
        })
    }

    /// A tick finds what is overdue and what lies idle; an answer, or a movement, ends it.
    pub(super) fn watch(&mut self, ticked: bool) {
        for step in self.steps.values_mut() {
            let in_transit = !step.settled && step.open() > 0;
            step.overdue = in_transit && (step.overdue || ticked && self.today > step.due);
        }
        for (node, holding) in self.nodes.iter_mut().filter(|_| ticked) {
            let idle_days = self.programmes[&holding.programme].idle_days;
            let watched = self.steps.contains_key(&node.entry) && holding.held() > 0;
            holding.idle |= watched && self.today > holding.moved + idle_days;
        }
    }
}
