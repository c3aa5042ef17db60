//! `countersign programme close`.

use crate::cli::writing::{WriteOptions, fresh_ref};
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{ProgrammeName, Prose};

/// Close a programme to new outflows; receipts, returns and corrections go on
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign programme close edu-subsidy-2026 --key p1.key")]
pub(in crate::cli) struct Close {
    /// The programme
    #[arg(value_name = "NAME")]
    programme: ProgrammeName,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Close {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::ProgrammeClose)?
            .set("programme", &self.programme)
            .set("by", session.member())
            .set("ref", &fresh_ref()?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
