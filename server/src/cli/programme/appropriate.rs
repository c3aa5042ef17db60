//! `countersign programme appropriate`.

use crate::cli::draft::field;
use crate::cli::writing::WriteOptions;
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Amount, Day, Direction, NodeCitation, ProgrammeName, Prose, RecordRef, Yes};

/// Give a programme its money: authority to spend, or a supplement or cut of it
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign programme appropriate edu-subsidy-2026 --amount 900000000 --ref act-7 --key p1.key\n  \
                        countersign programme appropriate edu-subsidy-2026 --amount 5000 --ref act-8 \\\n    \
                        --direction supplement --root 7ae1…aa16/0 --key p1.key"
)]
pub(in crate::cli) struct Appropriate {
    /// The programme
    #[arg(value_name = "NAME")]
    programme: ProgrammeName,
    /// Amount in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
    /// Reference, unique to the owner, such as the act's number
    #[arg(long = "ref", value_name = "REF")]
    reference: RecordRef,
    /// Earlier appropriation that this one changes
    #[arg(long, value_name = "NODE", requires = "direction", value_parser = field::<NodeCitation>)]
    root: Option<NodeCitation>,
    /// Which way it changes it: supplement or cut
    #[arg(long, value_name = "DIRECTION", requires = "root")]
    direction: Option<Direction>,
    /// Day it took effect [default: today]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    occurred: Option<Day>,
    /// It belongs to a closed period
    #[arg(long)]
    late: bool,
    /// What for
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Appropriate {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let books = session.desk.books(&self.programme).await?;
        let occurred = self.occurred.unwrap_or_else(|| session.today(books.offset));
        let draft = session
            .draft(Kind::Appropriation)?
            .set("programme", &self.programme)
            .set("by", session.member())
            .set("ref", &self.reference)
            .set_if("root", self.root.as_ref())
            .set_if("direction", self.direction.as_ref())
            .set("amount", &self.amount)
            .set("currency", &books.currency)
            .set("occurred", &occurred)
            .set_if("late", self.late.then_some(&Yes::Yes))
            .set_if("purpose", self.purpose.as_ref());
        session.write(&draft).await
    }
}
