//! `countersign confirm`.

use super::draft::field;
use super::of_step::OfStep;
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{AmountOrZero, Yes};

/// Say what came of a transfer or return: sign the payee's half of a step
///
/// All of it, part of it or nothing: a payee's word is never refused for its amount.
#[derive(Debug, clap::Args)]
#[command(
    group = clap::ArgGroup::new("what").required(true).args(["all", "amount", "nothing"]),
    after_help = "Examples:\n  countersign confirm 7ae1…aa16 --all --key office.key\n  \
                  countersign confirm 7ae1…aa16 --amount 90000 --final --reason \"The rest never came\" --key office.key\n  \
                  countersign confirm 7ae1…aa16 --nothing --key office.key"
)]
pub(super) struct Confirm {
    #[command(flatten)]
    of: OfStep,
    /// All of it came
    #[arg(long)]
    all: bool,
    /// So much came, in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<AmountOrZero>)]
    amount: Option<AmountOrZero>,
    /// Nothing came, and nothing is expected
    #[arg(long)]
    nothing: bool,
    /// Nothing more is expected: what is still open is missing from now on
    #[arg(long = "final", requires = "amount")]
    last: bool,
}

fn zero() -> AmountOrZero {
    AmountOrZero::new(0).expect("zero is an amount that may be zero")
}

impl Confirm {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, step, draft) = self.of.draft(Kind::Receipt).await?;
        let (amount, last) = match self.amount {
            Some(amount) => (amount, self.last),
            None if self.all => (step.sent(), true),
            None => (zero(), true),
        };
        let draft = draft
            .set("amount", &amount)
            .set_if("final", last.then_some(&Yes::Yes));
        session.write(&draft).await
    }
}
