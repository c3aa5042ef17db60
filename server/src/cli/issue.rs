//! `countersign issue`.

use super::draft::field;
use super::occasion::Outgo;
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Commitment, Day, Identity, MemberName, Prose};

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
    /// Payee
    #[arg(long, value_name = "NAME")]
    to: MemberName,
    #[command(flatten)]
    outgo: Outgo,
    /// Payee's account, by its commitment
    #[arg(long, value_name = "COMMITMENT", value_parser = field::<Commitment>)]
    account: Option<Commitment>,
    /// Step whose contested part it covers
    #[arg(long, value_name = "IDENTITY", value_parser = field::<Identity>)]
    covers: Option<Identity>,
    /// Day by which the payee should confirm [default: the programme's days for a hop]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    due: Option<Day>,
    /// What for; never a natural person's name
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
}

impl Issue {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.outgo.draft(Kind::Transfer, None).await?;
        let draft = draft
            .set("from", session.member())
            .set("to", &self.to)
            .set_if("account", self.account.as_ref())
            .set_if("covers", self.covers.as_ref())
            .set_if("due", self.due.as_ref())
            .set_if("purpose", self.purpose.as_ref());
        session.write(&draft).await
    }
}
