//! `countersign member propose`.

use crate::cli::draft::field;
use crate::cli::writing::{WriteOptions, fresh_ref};
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Function, MemberName, Prose, RecordRef, Region, Tier, Yes};

/// Propose a member; more than half of the voting houses must agree
///
/// The proposer's house counts as a yes. Then the new member activates itself with its own keys.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign member propose county.example/finance --title \"County finance bureau\" \\\n    \
                        --function finance --tier 2 --parent province.example/finance --region cn-4401 --key p1.key"
)]
pub(in crate::cli) struct Propose {
    /// The proposed member
    #[arg(value_name = "NAME")]
    member: MemberName,
    /// What it is called
    #[arg(long, value_name = "TEXT")]
    title: Prose,
    /// What it does: auditor, bank, finance, office or operator
    #[arg(long, value_name = "FUNCTION")]
    function: Function,
    /// Its tier, 0 at the top
    #[arg(long, value_name = "TIER", value_parser = field::<Tier>)]
    tier: Tier,
    /// The member above it
    #[arg(long, value_name = "NAME")]
    parent: Option<MemberName>,
    /// Its region's code
    #[arg(long, value_name = "CODE")]
    region: Option<Region>,
    /// Who controls it; votes count houses [default: the member itself]
    #[arg(long, value_name = "NAME")]
    house: Option<MemberName>,
    /// Its house would vote
    #[arg(long)]
    voting: bool,
    /// Reference, unique to the proposer [default: made up]
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<RecordRef>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Propose {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::MemberPropose)?
            .set("by", session.member())
            .set("house", self.house.as_ref().unwrap_or(&self.member))
            .set("member", &self.member)
            .set("title", &self.title)
            .set("function", &self.function)
            .set("tier", &self.tier)
            .set_if("parent", self.parent.as_ref())
            .set_if("region", self.region.as_ref())
            .set_if("voting", self.voting.then_some(&Yes::Yes))
            .set("ref", &self.reference.map_or_else(fresh_ref, Ok)?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
