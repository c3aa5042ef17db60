//! `countersign programme appropriate`.

use crate::cli::draft::field;
use crate::cli::occasion::Occasion;
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Amount, Direction, NodeCitation, ProgrammeName, Prose, RecordRef};

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
    /// What for
    #[arg(long, value_name = "TEXT")]
    purpose: Option<Prose>,
    #[command(flatten)]
    occasion: Occasion,
}

impl Appropriate {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let scene = self.occasion.open().await?;
        let draft = scene.draft(Kind::Appropriation, &self.programme).await?;
        let draft = draft
            .set("by", scene.session.member())
            .set("ref", &self.reference)
            .set_if("root", self.root.as_ref())
            .set_if("direction", self.direction.as_ref())
            .set("amount", &self.amount)
            .set_if("purpose", self.purpose.as_ref());
        scene.session.write(&draft).await
    }
}
