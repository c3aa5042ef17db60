//! `countersign issue`.

use super::draft::field;
use super::sources::{draw, source};
use super::writing::WriteOptions;
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{
    Amount, Attachment, Commitment, Day, Identity, MemberName, ProgrammeName, Prose, RecordRef,
    Source, Yes,
};

/// Send money to a member: sign the payer's half of a step
///
/// The entry is shown as the exact text that is signed. What it draws on is chosen from what the
/// payer holds, the oldest first, unless --source names it. The same --ref again is a repeat, and
/// nobody is paid twice.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  countersign issue --programme edu-subsidy-2026 --to township.example/office \\\n    \
                        --amount 125000000 --ref 2026-03/0417 --due 2026-03-15 --key p1.key --also p2.key\n  \
                        countersign issue ... --server https://ledger.example --yes"
)]
pub(super) struct Issue {
    /// Programme
    #[arg(long, value_name = "NAME")]
    programme: ProgrammeName,
    /// Payee
    #[arg(long, value_name = "NAME")]
    to: MemberName,
    /// Amount in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
    /// Reference, unique to the payer, such as the voucher's number
    #[arg(long = "ref", value_name = "REF")]
    reference: RecordRef,
    /// Payee's account, by its commitment
    #[arg(long, value_name = "COMMITMENT", value_parser = field::<Commitment>)]
    account: Option<Commitment>,
    /// What it takes from which node, as IDENTITY/LEG:AMOUNT [default: the oldest first]
    #[arg(long, value_name = "SOURCE", value_parser = source)]
    source: Vec<Source>,
    /// Step whose contested part it covers
    #[arg(long, value_name = "IDENTITY", value_parser = field::<Identity>)]
    covers: Option<Identity>,
    /// Day the money moved [default: today]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    occurred: Option<Day>,
    /// Day by which the payee should confirm [default: the programme's days for a hop]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    due: Option<Day>,
    /// It belongs to a closed period
    #[arg(long)]
    late: bool,
    /// What for; never a natural person's name
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
    /// Attachment's digest, size and type
    #[arg(long, value_name = "ATTACHMENT", value_parser = field::<Attachment>)]
    attach: Vec<Attachment>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Issue {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let books = session.desk.books(&self.programme).await?;
        let from = session.member().clone();
        let sources = if self.source.is_empty() {
            let mut holdings = session.desk.holdings(&from, &self.programme).await?;
            draw(&mut holdings, self.amount)?
        } else {
            self.source
        };
        let occurred = self.occurred.unwrap_or_else(|| session.today(books.offset));
        let draft = session
            .draft(Kind::Transfer)?
            .set("programme", &self.programme)
            .set("from", &from)
            .set("to", &self.to)
            .set_if("account", self.account.as_ref())
            .set("ref", &self.reference)
            .set_if("covers", self.covers.as_ref())
            .set("amount", &self.amount)
            .set("currency", &books.currency)
            .set_all("source", &sources)
            .set("occurred", &occurred)
            .set_if("due", self.due.as_ref())
            .set_if("late", self.late.then_some(&Yes::Yes))
            .set_if("purpose", self.purpose.as_ref())
            .set_all("attach", &self.attach);
        session.write(&draft).await
    }
}
