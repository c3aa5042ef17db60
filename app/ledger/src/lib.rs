//! The rules of the ledger: what an entry may say, who may sign it, what it does to the money.
//!
//! In scope: parsing, serialising, signing and verifying notes; admission of entries; the effects
//! of admitted entries on steps, nodes, members, tallies and findings; and the [`log`] in which they
//! are published, as bytes and arithmetic. Not in scope: storing, ordering, serving, showing. This
//! package has no I/O, clock or randomness: time, keys and what is already known are arguments, so
//! the sequencer, a verifier, a mirror and a browser all reach the same answer from the same bytes.
//!
//! The way of an entry:
//!
//! 1. [`Note::parse`] reads the bytes; whatever doesn't re-serialise to the same bytes is refused.
//! 2. [`Note::verify`] checks every signature with `verify_strict` and gives a [`Verified`] note.
//! 3. [`reads`] names the rows that must be known to judge it.
//! 4. [`admit`] judges it against those [`Facts`]: [`Effects`] or a [`Refusal`].
//! 5. [`apply`] folds the effects into the facts, as the store writes them into its tables.

mod effects;
pub mod entry;
mod facts;
pub mod field;
mod finding;
mod grammar;
pub mod key;
pub mod limits;
pub mod log;
mod note;
mod refusal;
mod rows;
mod rules;
mod sums;
mod tally;

pub use effects::Effects;
pub use entry::Entry;
pub use facts::{Admitted, Facts, Wanted, apply};
pub use finding::{CATALOGUE, Code, CodeEntry, Finding, Severity};
pub use grammar::{FieldError, GrammarError, Presence};
pub use note::{Note, NoteError, SignatureError, SignatureLine, Verified};
pub use refusal::Refusal;
pub use rows::{
    DaySum, Due, DueKind, Endorsement, EnrolledKey, Head, House, Leg, Member, Node, NodeRef,
    Programme, Proposal, Reference, Repeat, Step, StepKind,
};
pub use rules::{admit, payment_key, reads};
pub use sums::{
    ArrivalKey, ArrivalMove, ArrivalTerms, FindingMove, FindingTallyKey, FindingTerms, FlowKey,
    FlowMove, FlowTerms,
};
pub use tally::{Month, Scope, TallyKey, TallyMove, Terms};

/// Amounts, in the programme's minor units, wherever they are summed.
pub type Minor = i128;
