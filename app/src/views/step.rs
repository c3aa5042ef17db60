//! Steps: how they stand, what both sides said, and under whose signatures.

use chrono::NaiveDate;

use super::{Currency, Minor, Party, ProgrammeRef, Seconds};

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum StepState {
    /// Sent; the due day hasn't passed.
    #[default]
    InTransit,
    /// Sent, the due day has passed, the payee hasn't answered: unconfirmed.
    Unconfirmed,
    /// Received in part, more may come.
    Partly,
    /// Received in full.
    Received,
    /// The payee's last word is less than what was sent.
    Short,
    /// The payee says that nothing came.
    Denied,
    /// The payee says more came than was sent.
    Over,
    /// Taken back by the payer or its bank in whole.
    TakenBack,
    /// What was missing has been recovered or written off.
    Settled,
}

impl StepState {
    /// Whether what is open on the step is missing: the payee's last word has been given. Before
    /// it, what is open is in transit.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Short | Self::Denied)
    }
}

/// A step in a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepRow {
    /// Identity of the transfer or return that opened the step.
    pub identity: String,
    /// `transfer` or `return`.
    pub kind: String,
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of the amounts.
    pub currency: Currency,
    /// The payer.
    pub from: Party,
    /// The payee.
    pub to: Party,
    /// The day the money moved, by the payer's word.
    pub occurred: NaiveDate,
    /// The day by which the payee should answer.
    pub due: Option<NaiveDate>,
    /// Sent by the payer's word.
    pub sent: Minor,
    /// Received by the payee's word.
    pub received: Minor,
    /// In transit or missing.
    pub open: Minor,
    /// How it stands.
    pub state: StepState,
}

/// A step with what happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepView {
    /// The step as lists show it.
    pub row: StepRow,
    /// What it was for, in the payer's words.
    pub purpose: String,
    /// Taken back by bounce or reversal.
    pub taken_back: Minor,
    /// Charged on the way.
    pub charged: Minor,
    /// Recovered of what was missing.
    pub recovered: Minor,
    /// Written off of what was missing.
    pub written_off: Minor,
    /// What the payee says came beyond what was sent.
    pub contested: Minor,
    /// Days between the sending and the first receipt with an amount, by both sides' `occurred`.
    pub days: Option<i64>,
    /// What happened, in the ledger's order; the sending first.
    pub events: Vec<StepEvent>,
}

/// What an event of a step says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EventKind {
    /// The payer says it sent.
    #[default]
    Sent,
    /// The payee says a part came, more may follow.
    ReceivedPart,
    /// The payee says what came in all.
    ReceivedFinal,
    /// The payee says that nothing came.
    Denied,
    /// The payee corrects its receipt.
    Corrected,
    /// The money came back from the bank.
    Bounced,
    /// The payer takes the step back.
    Reversed,
    /// A charge on the way.
    Charged,
    /// Missing money was recovered.
    Recovered,
    /// Missing money was written off.
    WrittenOff,
    /// The payer covers what was contested.
    Covered,
}

/// One event of a step, with who says so.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepEvent {
    /// What it says.
    pub kind: EventKind,
    /// The entry that says it.
    pub identity: String,
    /// The member that says it.
    pub party: Party,
    /// The amount it says.
    pub amount: Minor,
    /// The day it happened, by that member's word.
    pub occurred: NaiveDate,
    /// When the note was signed.
    pub time: Seconds,
    /// Who signed it.
    pub signatures: Vec<SignatureView>,
}

/// A signature under a note.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SignatureView {
    /// The member in whose name it was given.
    pub member: Party,
    /// The key's short id, eight hexadecimal digits.
    pub key_id: String,
    /// The opaque id of the person who holds the key.
    pub person: String,
}

impl SignatureView {
    /// The person under which a member enrols the key that the server holds for it.
    pub const SERVER: &str = "server";

    /// Whether the server signed, with the member's key that it holds.
    #[must_use]
    pub fn is_servers(&self) -> bool {
        self.person == Self::SERVER
    }
}
