//! Year end: what a member still holds of a programme, and what it says becomes of it.
//!
//! Each answer becomes a draft, which a second person checks and signs.

use chrono::NaiveDate;

use super::{
    AllocationView, Currency, DraftRow, FieldError, Minor, Paging, Party, ProgrammeRef, SignedIn,
    Signing,
};

/// The programmes of which a member holds something.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct YearEndsPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The programmes, those whose year is over first.
    pub years: Vec<YearRow>,
}

/// A programme's year, and what a member holds of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct YearRow {
    /// The programme.
    pub programme: ProgrammeRef,
    /// Its currency.
    pub currency: Currency,
    /// The last day of its year.
    pub ends: NaiveDate,
    /// Whether that day is over by ledger time.
    pub over: bool,
    /// Whether the programme is closed.
    pub closed: bool,
    /// What the member holds.
    pub held: Minor,
    /// Of that, what drafts and sheets take.
    pub drafted: Minor,
}

/// A place of money: what came by one entry, as far as it is still there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HeldPlace {
    /// The node as entries cite it, `<identity>/<leg>`.
    pub citation: String,
    /// The identity of the entry by which it came.
    pub identity: String,
    /// That entry's kind, in the ledger's word: `transfer`, `appropriation`, `carry-over`.
    pub kind: &'static str,
    /// Who sent it; the member itself where nobody did.
    pub from: Party,
    /// The day of that entry.
    pub occurred: NaiveDate,
    /// What is there.
    pub held: Minor,
    /// Of that, what no draft takes.
    pub free: Minor,
    /// Whether it was carried over since money last came to it: it is carried over once.
    pub carried: bool,
}

/// What can become of unspent money.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LeaveWay {
    /// The form's value.
    pub value: String,
    /// The programme that it enters; nothing where it is surrendered to the treasury.
    pub into: Option<ProgrammeRef>,
    /// How much of what is shown it can take at most.
    pub most: Minor,
    /// The rules' code of why it can't be said now.
    pub refusal: Option<&'static str>,
}

/// What is to become of what is left of a programme's year?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct YearEndPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The year, and all that is held of it.
    pub year: YearRow,
    /// What drafts carry over.
    pub carrying: Minor,
    /// What drafts surrender.
    pub surrendering: Minor,
    /// Those drafts, the earliest first.
    pub drafts: Vec<DraftRow>,
    /// Places of which something isn't decided, the oldest first: as many as one entry can draw on.
    pub places: Vec<HeldPlace>,
    /// Where `places` stands in its list.
    pub paging: Paging,
    /// What can become of them, the treasury last.
    pub ways: Vec<LeaveWay>,
    /// Ties this form to at most one draft, however often it is sent.
    pub once: String,
    /// The citations of the places that are ticked.
    pub ticked: Vec<String>,
    /// The way that was chosen.
    pub what: String,
    /// The amount as typed; empty for all that is ticked.
    pub amount: String,
    /// The day as typed (`YYYY-MM-DD`).
    pub occurred: String,
    /// Why, as typed.
    pub reason: String,
    /// What can be taken at most, where more was asked for.
    pub most: Option<Minor>,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

impl YearEndPage {
    /// What nothing has been said of.
    #[must_use]
    pub const fn undecided(&self) -> Minor {
        self.year.held - self.year.drafted
    }

    /// What drafts take for something else.
    #[must_use]
    pub const fn otherwise(&self) -> Minor {
        self.year.drafted - self.carrying - self.surrendering
    }
}

/// Check your answers before they are saved.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct YearEndCheckPage {
    /// What was answered: its fields are carried along.
    pub form: YearEndPage,
    /// What will be signed.
    pub allocation: AllocationView,
    /// How its maker may sign it at once.
    pub signing: Signing,
}
