//! What becomes of a step after it was sent: money that came back, that is sent back or taken back, a
//! receipt that is put right.

use super::{AllocationView, FieldError, FindingView, Minor, Paging, SignedIn, Signing, StepRow};
use chrono::NaiveDate;

/// Something that may become of a step.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AfterWay {
    /// Its word: `bounce`, `reversal`, `return`, `correct`, `withdraw`.
    pub what: &'static str,
    /// How much at most.
    pub most: Minor,
    /// Until when it needs the other side's signature, which is asked for at its desk; nothing where it
    /// doesn't.
    pub waits_until: Option<NaiveDate>,
}

/// What is to become of a step?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AfterPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The step.
    pub step: StepRow,
    /// Ties this form to at most one draft, however often it is sent.
    pub once: String,
    /// What may become of it by this member's word.
    pub ways: Vec<AfterWay>,
    /// Which was chosen.
    pub what: String,
    /// The amount as typed.
    pub amount: String,
    /// The day as typed (`YYYY-MM-DD`).
    pub occurred: String,
    /// Why, as typed.
    pub reason: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// The same, before it is saved for a second person.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AfterCheckPage {
    /// What was answered.
    pub form: AfterPage,
    /// What will be signed.
    pub allocation: AllocationView,
    /// How its maker may sign it at once.
    pub signing: Signing,
}

/// What the two sides don't say alike.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnswersPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Open findings that name the member, the latest first.
    pub findings: Vec<FindingView>,
    /// Where they stand in their list.
    pub paging: Paging,
}
