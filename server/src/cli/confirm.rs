//! `countersign confirm`.

use super::draft::field;
use super::writing::{WriteOptions, ref_about};
use super::{Exit, Failure};
use ledger::Entry;
use ledger::entry::Kind;
use ledger::field::{
    AmountOrZero, Currency, Day, Identity, MemberName, ProgrammeName, Prose, RecordRef, Yes,
};

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
    /// Identity of the transfer or return
    #[arg(value_name = "STEP", value_parser = field::<Identity>)]
    step: Identity,
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
    /// Day the money came, or had not [default: today]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    occurred: Option<Day>,
    /// Reference, unique to the payee [default: made from the step; a further instalment needs its own]
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<RecordRef>,
    /// It belongs to a closed period
    #[arg(long)]
    late: bool,
    /// What the payee adds
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

/// What a receipt repeats of its step.
struct Step {
    programme: ProgrammeName,
    from: MemberName,
    to: MemberName,
    amount: AmountOrZero,
    currency: Currency,
}

fn step_of(entry: &Entry) -> Result<Step, Failure> {
    let (programme, from, to, amount, currency) = match entry {
        Entry::Transfer(sent) => (
            &sent.programme,
            &sent.from,
            &sent.to,
            sent.amount,
            &sent.currency,
        ),
        Entry::Return(sent) => (
            &sent.programme,
            &sent.from,
            &sent.to,
            sent.amount,
            &sent.currency,
        ),
        other => {
            return Err(Failure::usage(format_args!(
                "that is an entry of kind {}: only a transfer or a return is confirmed",
                other.kind().word()
            )));
        }
    };
    Ok(Step {
        programme: programme.clone(),
        from: from.clone(),
        to: to.clone(),
        amount: AmountOrZero::new(amount.minor()).unwrap_or_else(zero),
        currency: currency.clone(),
    })
}

fn zero() -> AmountOrZero {
    AmountOrZero::new(0).expect("zero is an amount that may be zero")
}

impl Confirm {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let step = step_of(session.desk.note(&self.step).await?.entry())?;
        let books = session.desk.books(&step.programme).await?;
        let (amount, last) = match self.amount {
            Some(amount) => (amount, self.last),
            None if self.all => (step.amount, true),
            None => (zero(), true),
        };
        let reference = self
            .reference
            .map_or_else(|| ref_about("receipt", &self.step), Ok)?;
        let occurred = self.occurred.unwrap_or_else(|| session.today(books.offset));
        let draft = session
            .draft(Kind::Receipt)?
            .set("programme", &step.programme)
            .set("from", &step.from)
            .set("to", &step.to)
            .set("ref", &reference)
            .set("step", &self.step)
            .set("amount", &amount)
            .set("currency", &step.currency)
            .set_if("final", last.then_some(&Yes::Yes))
            .set("occurred", &occurred)
            .set_if("late", self.late.then_some(&Yes::Yes))
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
