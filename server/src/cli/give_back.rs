//! `countersign return`.

use super::draft::field;
use super::occasion::Outgo;
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Day, MemberName, Prose};

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
    /// Who had sent it
    #[arg(long, value_name = "NAME")]
    to: MemberName,
    #[command(flatten)]
    outgo: Outgo,
    /// Day by which it should be confirmed [default: the programme's days for a hop]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    due: Option<Day>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
}

impl Return {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.outgo.draft(Kind::Return, Some(&self.to)).await?;
        let draft = draft
            .set("from", session.member())
            .set("to", &self.to)
            .set_if("due", self.due.as_ref())
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
