//! What every entry about money has: when it happened, files that belong to it, and who signs. And
//! what most of them share: what an outflow draws on, and the node that money comes into.

use super::Failure;
use super::draft::{Draft, field};
use super::sources::{draw, source};
use super::writing::{Session, WriteOptions};
use ledger::entry::Kind;
use ledger::field::{
    Amount, Attachment, Day, MemberName, NodeCitation, ProgrammeName, RecordRef, Source, Yes,
};

/// Flags of every command that writes an entry about money.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Occasion {
    /// Day it happened [default: today]
    #[arg(long, value_name = "DAY", value_parser = field::<Day>)]
    occurred: Option<Day>,
    /// It belongs to a closed period
    #[arg(long)]
    late: bool,
    /// Attachment's digest, size and type
    #[arg(long, value_name = "ATTACHMENT", value_parser = field::<Attachment>)]
    attach: Vec<Attachment>,
    #[command(flatten)]
    write: WriteOptions,
}

/// A command at work on an entry about money.
pub(super) struct Scene {
    pub(super) session: Session,
    occurred: Option<Day>,
    late: bool,
    attach: Vec<Attachment>,
}

impl Occasion {
    /// Looks at the key files and the ledger; asks for no passphrase yet.
    pub(super) async fn open(self) -> Result<Scene, Failure> {
        Ok(Scene {
            session: self.write.open().await?,
            occurred: self.occurred,
            late: self.late,
            attach: self.attach,
        })
    }
}

impl Scene {
    /// A new draft of a programme's entry, with its day and its currency.
    pub(super) async fn draft(
        &self,
        kind: Kind,
        programme: &ProgrammeName,
    ) -> Result<Draft, Failure> {
        let books = self.session.desk.books(programme).await?;
        let today = || self.session.today(books.offset);
        Ok(self
            .session
            .draft(kind)?
            .set("programme", programme)
            .set("currency", &books.currency)
            .set("occurred", &self.occurred.unwrap_or_else(today))
            .set_if("late", self.late.then_some(&Yes::Yes))
            .set_all("attach", &self.attach))
    }
}

/// Flags of an entry by which money leaves nodes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Outgo {
    /// Programme
    #[arg(long, value_name = "NAME")]
    programme: ProgrammeName,
    /// Amount in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
    /// Reference, unique to the member, such as the voucher's number
    #[arg(long = "ref", value_name = "REF")]
    reference: RecordRef,
    /// What it takes from which node, as IDENTITY/LEG:AMOUNT [default: the oldest first]
    #[arg(long, value_name = "SOURCE", value_parser = source)]
    source: Vec<Source>,
    #[command(flatten)]
    occasion: Occasion,
}

impl Outgo {
    /// The session, and a draft with what the entry draws on: on any node of the first key's
    /// member, or on those alone that came from `sender`.
    pub(super) async fn draft(
        self,
        kind: Kind,
        sender: Option<&MemberName>,
    ) -> Result<(Session, Draft), Failure> {
        let scene = self.occasion.open().await?;
        let draft = scene.draft(kind, &self.programme).await?;
        let sources = if self.source.is_empty() {
            let (desk, member) = (&scene.session.desk, scene.session.member());
            let mut holdings = desk.holdings(member, &self.programme).await?;
            holdings.retain(|holding| sender.is_none_or(|sender| holding.sender == *sender));
            draw(&mut holdings, self.amount)?
        } else {
            self.source
        };
        let draft = draft
            .set("ref", &self.reference)
            .set("amount", &self.amount)
            .set_all("source", &sources);
        Ok((scene.session, draft))
    }
}

/// Flags of an entry by which money comes into a node of the member.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Incoming {
    /// Programme
    #[arg(long, value_name = "NAME")]
    programme: ProgrammeName,
    /// Node that it comes into, as IDENTITY/LEG
    #[arg(long, value_name = "NODE", value_parser = field::<NodeCitation>)]
    into: NodeCitation,
    /// Amount in minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
    /// Reference, unique to the member, such as the voucher's number
    #[arg(long = "ref", value_name = "REF")]
    reference: RecordRef,
    #[command(flatten)]
    occasion: Occasion,
}

impl Incoming {
    /// The session, and a draft in the name of the first key's member.
    pub(super) async fn draft(self, kind: Kind) -> Result<(Session, Draft), Failure> {
        let scene = self.occasion.open().await?;
        let draft = scene.draft(kind, &self.programme).await?;
        let draft = draft
            .set("by", scene.session.member())
            .set("ref", &self.reference)
            .set("into", &self.into)
            .set("amount", &self.amount);
        Ok((scene.session, draft))
    }
}
