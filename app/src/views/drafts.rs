//! What a bureau drafts: an allocation that one person writes and another checks and signs.
//!
//! None of it is in the ledger before it is signed.

use chrono::NaiveDate;

use super::{
    Currency, EntryRef, FieldError, Minor, Party, ProgrammeRef, Seconds, SheetRef, SignedIn,
    Signing,
};

/// What is drafted for a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftsPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Drafts of colleagues that wait for this person, the earliest first.
    pub waiting: Vec<DraftRow>,
    /// This person's own drafts, the earliest first.
    pub own: Vec<DraftRow>,
    /// Drafts of other members that ask this one to agree, the earliest first.
    pub asked: Vec<DraftRow>,
    /// Drafts of colleagues that were sent back.
    pub sent_back: Vec<DraftRow>,
    /// Sheets that wait or were sent back, the earliest first, and behind them what was signed last.
    pub sheets: Vec<SheetRef>,
    /// What was signed last, a handful.
    pub issued: Vec<DraftRow>,
    /// Whether anything can sign for this person: a key on this server, or one of a device of their own.
    pub can_sign: bool,
    /// Whether a draft was deleted just now.
    pub deleted: bool,
}

/// How a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DraftStand {
    /// It waits for a second person.
    #[default]
    Waiting,
    /// A sheet that was read and isn't saved.
    Previewed,
    /// It was sent back.
    SentBack,
    /// It was approved and is on its way to the ledger.
    Signing,
    /// It stands in the ledger.
    Issued,
    /// Its author's side has signed, and the other member is asked.
    Asking,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftRow {
    /// The draft's opaque id.
    pub id: String,
    /// The kind of entry, in the ledger's word.
    pub kind: &'static str,
    /// How much; nothing where it is all that is open.
    pub amount: Option<Minor>,
    /// In which currency.
    pub currency: Currency,
    /// To whom; its author itself where it stays or leaves for the treasury.
    pub to: Party,
    /// The programme that it enters, where it is carried over.
    pub into: Option<ProgrammeRef>,
    /// Out of which programme.
    pub programme: ProgrammeRef,
    /// The bureau's own reference.
    pub reference: String,
    /// Whose account wrote it.
    pub maker: String,
    /// When it was last written, sent back or signed.
    pub changed: Seconds,
    /// How it stands.
    pub stand: DraftStand,
}

/// What a member holds of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftHeld {
    /// The programme.
    pub programme: ProgrammeRef,
    /// Its currency.
    pub currency: Currency,
    /// What is held and not taken up by other drafts.
    pub free: Minor,
}

/// What is to be sent?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftFormPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The draft that is written anew; empty for a new one.
    pub draft: String,
    /// Ties this form to at most one draft, however often it is sent.
    pub once: String,
    /// What can be drawn on, by programme.
    pub held: Vec<DraftHeld>,
    /// The programme that was chosen.
    pub programme: String,
    /// The payee as typed.
    pub payee: String,
    /// Members whose names fit what was typed where it is nobody's name; a handful.
    pub found: Vec<Party>,
    /// The amount as typed.
    pub amount: String,
    /// The reference as typed.
    pub reference: String,
    /// The day the money moves, as typed (`YYYY-MM-DD`).
    pub occurred: String,
    /// The day by which the payee should answer, as typed; may be empty.
    pub due: String,
    /// What for, as typed; may be empty.
    pub purpose: String,
    /// Where the reference was used before: the entry, and its day.
    pub used: Option<(EntryRef, NaiveDate)>,
    /// What can be sent at most, where more was asked for.
    pub most: Option<(Minor, Currency)>,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// A part of what an allocation draws on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftSource {
    /// The entry by which it came.
    pub identity: String,
    /// How much of it is taken.
    pub takes: Minor,
    /// What is there of it now.
    pub held: Minor,
}

/// An allocation as it will be signed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AllocationView {
    /// The kind of entry, in the ledger's word.
    pub kind: &'static str,
    /// The identity of the step that it is about; empty where it is about none.
    pub step: String,
    /// Who sends.
    pub from: Party,
    /// To whom; its author itself where it stays or leaves for the treasury.
    pub to: Party,
    /// The programme that it enters, where it is carried over.
    pub into: Option<ProgrammeRef>,
    /// Whether it belongs to a period whose books are closed.
    pub late: bool,
    /// Out of which programme.
    pub programme: ProgrammeRef,
    /// Its currency.
    pub currency: Currency,
    /// How much.
    pub amount: Minor,
    /// The bureau's own reference.
    pub reference: String,
    /// The day the money moves.
    pub occurred: NaiveDate,
    /// The day by which the payee should answer, where one is set.
    pub due: Option<NaiveDate>,
    /// What for; may be empty.
    pub purpose: String,
    /// What it draws on, the oldest first.
    pub sources: Vec<DraftSource>,
    /// What the member holds of the programme now.
    pub held: Minor,
    /// What other drafts take of that.
    pub drafted: Minor,
    /// The exact text that will be signed.
    pub text: String,
    /// SHA3-256 of that text.
    pub identity: String,
}

impl AllocationView {
    /// Whether it draws on what the member holds.
    #[must_use]
    pub fn draws(&self) -> bool {
        self.leaves() || matches!(self.kind, "transfer" | "return")
    }

    /// Whether by it money leaves the programme's year.
    #[must_use]
    pub fn leaves(&self) -> bool {
        matches!(self.kind, "surrender" | "carry-over")
    }

    /// What is left after it and the other drafts; negative where it was spent meanwhile.
    #[must_use]
    pub const fn stays(&self) -> Minor {
        self.held - self.drafted - self.amount
    }
}

/// Check your answers before they are saved.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftCheckPage {
    /// What was answered: its fields are carried along.
    pub form: DraftFormPage,
    /// What will be signed.
    pub allocation: AllocationView,
    /// How its maker may sign it at once.
    pub signing: Signing,
}

/// A draft as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DraftPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The draft's opaque id.
    pub id: String,
    /// What will be signed.
    pub allocation: AllocationView,
    /// How it stands.
    pub stand: DraftStand,
    /// Whose account wrote it.
    pub maker: String,
    /// Whether that is who is signed in: nobody checks a draft of their own.
    pub own: bool,
    /// Whose account sent it back or signed it; empty where nobody did.
    pub checker: String,
    /// Why it was sent back.
    pub reason: String,
    /// When it was last written, sent back or signed.
    pub changed: Seconds,
    /// Whether what it draws on is no longer there: it can't be signed as it is.
    pub spent: bool,
    /// Whether whoever is signed in has the role that signs such an entry.
    pub may_sign: bool,
    /// Its signatures, and how whoever is signed in may add theirs.
    pub signing: Signing,
    /// The entry, once it stands in the ledger.
    pub entry: Option<EntryRef>,
    /// The reason as typed.
    pub typed_reason: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}
