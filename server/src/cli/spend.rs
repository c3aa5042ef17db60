//! `countersign expense`, `expense-refund`, `income`, `surrender` and `carry-over`: money that is
//! used, comes back, comes in, or leaves for the treasury or the next year.

use super::occasion::{Incoming, Outgo};
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{ProgrammeName, Prose};

/// Say that money was spent for the programme's purpose
///
/// What it draws on is chosen from what the member holds, the oldest first, unless --source names it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign expense --programme edu-subsidy-2026 --amount 48000 --ref v-311 \\\n    \
                        --purpose \"Roof of the village school\" --key office.key"
)]
pub(super) struct Expense {
    #[command(flatten)]
    outgo: Outgo,
    /// What for; never a natural person's name
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
}

/// Say that spent money came back to the node that it was spent from
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign expense-refund --programme edu-subsidy-2026 --into 7ae1…aa16/0 \\\n    \
                        --amount 500 --ref v-311-back --key office.key"
)]
pub(super) struct ExpenseRefund {
    #[command(flatten)]
    incoming: Incoming,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
}

/// Say that money came in beside what was appropriated, such as interest
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign income --programme edu-subsidy-2026 --into 7ae1…aa16/0 \\\n    \
                        --amount 123 --ref interest-06 --key office.key"
)]
pub(super) struct Income {
    #[command(flatten)]
    incoming: Incoming,
    /// Where it came from; never a natural person's name
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
}

/// Give money up to the treasury: it leaves the programme
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign surrender --programme edu-subsidy-2026 --amount 9000 --ref year-end \\\n    \
                        --reason \"Not needed\" --key office.key"
)]
pub(super) struct Surrender {
    #[command(flatten)]
    outgo: Outgo,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
}

/// Take unspent money into the next year's programme
///
/// It stays with the member that holds it, as a new node of the other programme.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign carry-over --programme edu-2026 --into-programme edu-2027 \\\n    \
                        --amount 9000 --ref year-end --key office.key"
)]
pub(super) struct CarryOver {
    #[command(flatten)]
    outgo: Outgo,
    /// Programme that the money enters
    #[arg(long, value_name = "NAME")]
    into_programme: ProgrammeName,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
}

impl Expense {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.outgo.draft(Kind::Expense, None).await?;
        let draft = draft
            .set("by", session.member())
            .set_if("purpose", self.purpose.as_ref());
        session.write(&draft).await
    }
}

impl ExpenseRefund {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.incoming.draft(Kind::ExpenseRefund).await?;
        let draft = draft.set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}

impl Income {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.incoming.draft(Kind::Income).await?;
        let draft = draft.set_if("purpose", self.purpose.as_ref());
        session.write(&draft).await
    }
}

impl Surrender {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.outgo.draft(Kind::Surrender, None).await?;
        let draft = draft
            .set("by", session.member())
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}

impl CarryOver {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let (session, draft) = self.outgo.draft(Kind::CarryOver, None).await?;
        let draft = draft
            .set("by", session.member())
            .set("into-programme", &self.into_programme)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
