//! `countersign member vote`.

use crate::cli::draft::field;
use crate::cli::writing::{WriteOptions, ref_about};
use crate::cli::{Exit, Failure};
use ledger::entry::Kind;
use ledger::field::{Identity, Prose, Vote as Word};

/// Vote on a proposal, for the key's member's house
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign member vote 7ae1…aa16 yes --key p1.key")]
pub(in crate::cli) struct Vote {
    /// Identity of the proposal
    #[arg(value_name = "PROPOSAL", value_parser = field::<Identity>)]
    proposal: Identity,
    /// yes or no
    #[arg(value_name = "VOTE")]
    vote: Word,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    write: WriteOptions,
}

impl Vote {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let session = self.write.open().await?;
        let draft = session
            .draft(Kind::MemberVote)?
            .set("by", session.member())
            .set("proposal", &self.proposal)
            .set("vote", &self.vote)
            .set("ref", &ref_about("vote", &self.proposal)?)
            .set_if("reason", self.reason.as_ref());
        session.write(&draft).await
    }
}
