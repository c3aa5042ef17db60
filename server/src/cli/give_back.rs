//! `countersign return`.

use super::draft::field;
use super::sources::{draw, source};
use super::writing::WriteOptions;
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Amount, Day, MemberName, ProgrammeName, Prose, RecordRef, Source, Yes};

/// Send unspent money back to the member that had sent it
///
/// It goes back along the legs that it came by: what it draws on is chosen from what that member
/// sent, the oldest first, unless --source names it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign return --programme edu-subsidy-2026 --to county.example/finance \\\n    \
                        --amount 1200 --ref back-1 --reason \"Two households moved away\" --key office.key"
)]
pub(super) struct Return {
    /// Programme
    #[arg(long, value_name = "NAME")]
    programme: ProgrammeName,
    /// Who had sent it
    #[arg(long, value_name = "NAME")]
    to: MemberName,
    /// Amount in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
    /// Reference, unique to who returns
    #[arg(long = "ref", value_name = "REF")]
    reference: RecordRef,
    /// What goes back on which leg, as IDENTITY/LEG:AMOUNT [default: the oldest first]
    #[arg(long, value_name = "SOURCE", value_parser = source)]
    source: Vec<Source>,
    /// Day the money moved [default: today]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    occurred: Option<Day>,
    /// Day by which it should be confirmed [default: the programme's days for a hop]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    due: Option<Day>,
    /// It belongs to a closed period
    #[arg(long)]
    late: bool,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Return {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let books = session.desk.books(&self.programme).await?;
        let from = session.member().clone();
        let sources = if self.source.is_empty() {
            let mut holdings = session.desk.holdings(&from, &self.programme).await?;
            holdings.retain(|holding| holding.sender == self.to);
            draw(&mut holdings, self.amount)?
        } else {
            self.source
        };
        let occurred = self.occurred.unwrap_or_else(|| session.today(books.offset));
        let draft = session
            .draft(Kind::Return)?
            .set("programme", &self.programme)
            .set("from", &from)
            .set("to", &self.to)
            .set("ref", &self.reference)
            .set("amount", &self.amount)
            .set("currency", &books.currency)
            .set_all("source", &sources)
            .set("occurred", &occurred)
            .set_if("due", self.due.as_ref())
            .set_if("late", self.late.then_some(&Yes::Yes))
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
