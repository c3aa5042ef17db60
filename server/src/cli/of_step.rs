//! `countersign bounce`, `reversal`, `charge`, `receipt-correct`, `recovery` and `write-off`: what
//! becomes of a step after it was sent.

use super::draft::{Draft, field};
use super::occasion::{Occasion, Scene};
use super::writing::{Session, ref_about};
use super::{Exit, Failure};
use crate::speech::{self, Message};
use ledger::entry::Kind;
use ledger::field::{
    Amount, AmountOrZero, Identity, MemberName, NodeCitation, ProgrammeName, Prose, RecordRef,
};
use ledger::{Entry, Note};

/// What an entry about a step repeats of it.
pub(super) struct Step {
    pub(super) programme: ProgrammeName,
    from: MemberName,
    to: MemberName,
    sent: Amount,
}

impl Step {
    fn of(note: &Note) -> Result<Self, Failure> {
        let (programme, from, to, sent) = match note.entry() {
            Entry::Transfer(sent) => (&sent.programme, &sent.from, &sent.to, sent.amount),
            Entry::Return(sent) => (&sent.programme, &sent.from, &sent.to, sent.amount),
            other => {
                let kind = speech::called("kind", other.kind().word());
                return Err(Failure::usage(
                    Message::new("not-a-step").with("kind", kind),
                ));
            }
        };
        Ok(Self {
            programme: programme.clone(),
            from: from.clone(),
            to: to.clone(),
            sent,
        })
    }

    /// All that was sent.
    pub(super) fn sent(&self) -> AmountOrZero {
        AmountOrZero::new(self.sent.minor()).expect("an amount is one that may be zero")
    }
}

/// Flags of every entry about a step.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct OfStep {
    /// Identity of the transfer or return
    #[arg(value_name = "STEP", value_parser = field::<Identity>)]
    step: Identity,
    /// Reference, unique to the member [default: made from the step; a second entry of its kind needs its own]
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<RecordRef>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<Prose>,
    #[command(flatten)]
    occasion: Occasion,
}

impl OfStep {
    /// The session, the step, and a draft that names it and its parties.
    pub(super) async fn draft(self, kind: Kind) -> Result<(Session, Step, Draft), Failure> {
        let scene: Scene = self.occasion.open().await?;
        let step = Step::of(&scene.session.desk.note(&self.step).await?)?;
        let own = || ref_about(kind.word(), &self.step);
        let reference = self.reference.map_or_else(own, Ok)?;
        let draft = scene.draft(kind, &step.programme).await?;
        let draft = draft
            .set("by", scene.session.member())
            .set("from", &step.from)
            .set("to", &step.to)
            .set("ref", &reference)
            .set("step", &self.step)
            .set_if("reason", self.reason.as_ref());
        Ok((scene.session, step, draft))
    }

    /// Writes the entry with what it says of an amount.
    async fn write(self, kind: Kind, add: impl FnOnce(Draft) -> Draft) -> Result<Exit, Failure> {
        let (session, _, draft) = self.draft(kind).await?;
        session.write(&add(draft)).await
    }
}

/// Say that the payer's bank sent part of a step back
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign bounce 7ae1…aa16 --amount 90000 --reason \"Account closed\" --key p1.key"
)]
pub(super) struct Bounce {
    #[command(flatten)]
    of: OfStep,
    /// Minor units that came back
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
}

/// Cancel a whole step of which nothing was received
///
/// The payee signs too, with --also, unless it said that nothing came or its time is over.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign reversal 7ae1…aa16 --reason \"Sent twice\" --key p1.key --also office.key"
)]
pub(super) struct Reversal {
    #[command(flatten)]
    of: OfStep,
}

/// Say what a bank kept of a step on its way
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign charge 7ae1…aa16 --amount 500 --key p1.key")]
pub(super) struct Charge {
    #[command(flatten)]
    of: OfStep,
    /// Minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
}

/// Take back part of what was confirmed, or of what is contested
#[derive(Debug, clap::Args)]
#[command(
    group = clap::ArgGroup::new("what").required(true).multiple(true).args(["amount", "withdraw"]),
    after_help = "Example:\n  countersign receipt-correct 7ae1…aa16 --amount 1000 --reason \"Counted twice\" --key office.key"
)]
pub(super) struct ReceiptCorrect {
    #[command(flatten)]
    of: OfStep,
    /// Minor units that had not come after all
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Option<Amount>,
    /// Minor units of the contested part that are withdrawn
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    withdraw: Option<Amount>,
}

/// Say that missing money of a step was found, and where it is held now
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign recovery 7ae1…aa16 --amount 600 --into 7ae1…aa16/0 --key office.key"
)]
pub(super) struct Recovery {
    #[command(flatten)]
    of: OfStep,
    /// Node of the signing member that it is added to, as IDENTITY/LEG
    #[arg(long, value_name = "NODE", value_parser = field::<NodeCitation>)]
    into: NodeCitation,
    /// Minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
}

/// Give missing money of a step up for lost, as an auditor
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  countersign write-off 7ae1…aa16 --amount 600 --reason \"Report 12\" --key auditor.key"
)]
pub(super) struct WriteOff {
    #[command(flatten)]
    of: OfStep,
    /// Minor units
    #[arg(long, value_name = "MINOR", value_parser = field::<Amount>)]
    amount: Amount,
}

impl Bounce {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let add = |draft: Draft| draft.set("amount", &self.amount);
        self.of.write(Kind::Bounce, add).await
    }
}

impl Reversal {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        self.of.write(Kind::Reversal, |draft| draft).await
    }
}

impl Charge {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let add = |draft: Draft| draft.set("amount", &self.amount);
        self.of.write(Kind::Charge, add).await
    }
}

impl ReceiptCorrect {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let add = |draft: Draft| {
            draft
                .set_if("amount", self.amount.as_ref())
                .set_if("withdraw", self.withdraw.as_ref())
        };
        self.of.write(Kind::ReceiptCorrect, add).await
    }
}

impl Recovery {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let add = |draft: Draft| draft.set("into", &self.into).set("amount", &self.amount);
        self.of.write(Kind::Recovery, add).await
    }
}

impl WriteOff {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let add = |draft: Draft| draft.set("amount", &self.amount);
        self.of.write(Kind::WriteOff, add).await
    }
}
