//! Choosing what an outflow draws on.

use super::desk::Holding;
use super::draft::field;
use super::{Exit, Failure};
use crate::holdings::{self, DrawFault};
use crate::speech::{self, Message};
use ledger::field::{Amount, Source};

/// Reads `<identity>/<leg>:<amount>`.
pub(super) fn source(text: &str) -> Result<Source, String> {
    let wanted = || speech::say("wanted-source");
    let (node, amount) = text.rsplit_once(':').ok_or_else(wanted)?;
    Ok(Source {
        node: field(node)?,
        amount: field(amount)?,
    })
}

/// Takes an amount from what is held, the oldest first, and takes it off there.
pub(super) fn draw(holdings: &mut [Holding], amount: Amount) -> Result<Vec<Source>, Failure> {
    holdings::draw(holdings, amount).map_err(|fault| {
        let failure = Failure::new(Exit::Refused, fault);
        match fault {
            DrawFault::TooLittle { .. } => failure,
            DrawFault::TooScattered { .. } => failure.mend(Message::new("mend-too-scattered")),
        }
    })
}
