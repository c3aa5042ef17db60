//! The list of planted leaks: what the findings must name.

use ledger::field::Identity;
use ledger::{Code, Minor};

/// A leak that the demo plants: what the findings must name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The finding's code.
    pub code: Code,
    /// The step that it is about.
    pub step: Identity,
    /// The step's reference.
    pub reference: String,
    /// The payer.
    pub payer: String,
    /// The payee.
    pub payee: String,
    /// Money at risk, in guaraníes.
    pub at_risk: Minor,
    /// Whether it still asks for an answer when the year ends.
    pub open: bool,
    /// What was planted.
    pub story: &'static str,
}

impl Planted {
    /// The columns of the list.
    pub const COLUMNS: &'static str = "code,step,reference,payer,payee,at_risk_pyg,state,story";

    /// Its line in the list. No field holds a comma.
    pub(super) fn line(&self) -> String {
        let state = if self.open { "open" } else { "closed" };
        let Self {
            step,
            reference,
            payer,
            payee,
            at_risk,
            story,
            ..
        } = self;
        let code = self.code.word();
        format!("{code},{step},{reference},{payer},{payee},{at_risk},{state},{story}\n")
    }
}
