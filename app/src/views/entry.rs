//! An entry: its fields, its chain, its note.

use chrono::NaiveDate;

use super::{
    Currency, DocumentView, EntryRef, FindingView, Minor, Party, ProgrammeRef, Seconds,
    SignatureView, StepView,
};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EntryPage {
    /// Which one.
    pub entry: EntryRef,
    /// Its place in the ledger, from 0.
    pub index: u64,
    /// Its `time` field: when the note was signed.
    pub time: Seconds,
    /// Ledger time when it was admitted.
    pub ledger_time: Option<Seconds>,
    /// The member that signs it.
    pub author: Party,
    /// Its programme, if it has one.
    pub programme: Option<ProgrammeRef>,
    /// The currency of the amounts in `fields`, `chain_up` and `chain_down`.
    pub currency: Currency,
    /// The step that it opens or belongs to (a transfer, return, receipt, correction, bounce ...).
    pub step: Option<StepView>,
    /// Its fields in the note's order; beside a step's timeline they hide under "details".
    pub fields: Vec<FieldView>,
    /// Who signed it.
    pub signatures: Vec<SignatureView>,
    /// From the appropriation down to the entry's own sources, nearest last.
    pub chain_up: Vec<ChainLink>,
    /// What the money paid for, in the ledger's order, the first of it.
    pub chain_down: Vec<ChainLink>,
    /// How many links `chain_down` leaves out.
    pub chain_down_left_out: u64,
    /// Other entries about this one: corrections, endorsements, freezes.
    pub related: Vec<EntryRef>,
    /// Findings that name it.
    pub findings: Vec<FindingView>,
    /// The documents that it names.
    pub documents: Vec<DocumentView>,
    /// Whether this server has a desk, at which they can be opened.
    pub opens_documents: bool,
    /// The note as signed, with its signature lines.
    pub note: String,
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// The field as the note calls it: `occurred`, `threshold`.
    pub name: String,
    /// Its value.
    pub value: FieldValue,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words, shown as they stand.
    Text(String),
    /// An amount in the entry's currency.
    Amount(Minor),
    /// A day.
    Day(NaiveDate),
    /// A moment.
    Time(Seconds),
    /// A member.
    Member(Party),
    /// A programme.
    Programme(ProgrammeRef),
    /// Another entry, with the amount that is drawn from it, if any.
    Entry(EntryRef, Option<Minor>),
    /// A key that the entry enrols: whose, what it may sign by the ledger's words, and the key.
    Key {
        /// The opaque id of the person.
        person: String,
        /// The roles.
        roles: Vec<String>,
        /// The public key, as the note has it.
        public: String,
    },
    /// A key, commitment or digest: long, for machines.
    Code(String),
}

/// A link of the chain from the appropriation to what the money paid for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChainLink {
    /// The entry.
    pub entry: EntryRef,
    /// Who paid or spent; nothing for an appropriation from above the ledger.
    pub from: Option<Party>,
    /// Who received; nothing for an expense.
    pub to: Option<Party>,
    /// How much of it belongs to this chain.
    pub amount: Minor,
    /// The day the money moved.
    pub occurred: Option<NaiveDate>,
    /// How many steps from this page's entry, from 1.
    pub depth: u32,
}
