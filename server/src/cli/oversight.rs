//! `countersign freeze`, `unfreeze` and `endorse`: what an auditor or a second person signs.

use super::draft::field;
use super::writing::{WriteOptions, fresh_ref, ref_about};
use super::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Identity, MemberName, Prose};

/// Whose outflows, and why.
#[derive(Debug, clap::Args)]
struct Outflows {
    /// The member
    #[arg(value_name = "MEMBER")]
    member: MemberName,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Prose,
    #[command(flatten)]
    write: WriteOptions,
}

/// Stop a member's outflows, as an auditor
///
/// Receipts, returns and corrections go on.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign freeze township.example/office --reason \"Report 12\" --key auditor.key"
)]
pub(super) struct Freeze {
    #[command(flatten)]
    outflows: Outflows,
}

/// Let a member's outflows go on, as an auditor
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign unfreeze township.example/office --reason \"Mended\" --key auditor.key"
)]
pub(super) struct Unfreeze {
    #[command(flatten)]
    outflows: Outflows,
}

/// Put a later signature under an entry, as a second person or another member
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign endorse 7ae1…aa16 --key p2.key")]
pub(super) struct Endorse {
    /// Identity of the entry
    #[arg(value_name = "ENTRY", value_parser = field::<Identity>)]
    entry: Identity,
    /// What the endorser adds
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Outflows {
    async fn write(self, kind: Kind) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(kind)?
            .set("by", session.member())
            .set("member", &self.member)
            .set("ref", &fresh_ref()?)
            .set("reason", &self.reason);
        session.write(&draft).await
    }
}

impl Freeze {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        self.outflows.write(Kind::Freeze).await
    }
}

impl Unfreeze {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        self.outflows.write(Kind::Unfreeze).await
    }
}

impl Endorse {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        // Each person of a member may endorse: the reference tells them apart.
        let word = format!("endorse-{}", session.headers[0].person());
        let draft = session
            .draft(Kind::Endorse)?
            .set("by", session.member())
            .set("entry", &self.entry)
            .set("ref", &ref_about(&word, &self.entry)?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
