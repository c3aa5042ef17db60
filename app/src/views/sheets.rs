//! What a bureau drafts by the sheet: many allocations that one person uploads and another checks and
//! signs as one.

use chrono::NaiveDate;

use super::{
    Currency, DraftHeld, DraftSignature, DraftSource, DraftStand, FieldError, Minor, Paging, Party,
    ProgrammeRef, Seconds, SignedIn,
};

/// Which sheet, and what should it come to?
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SheetFormPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// Ties this form to at most one sheet, however often it is sent.
    pub once: String,
    /// What can be drawn on, by programme.
    pub held: Vec<DraftHeld>,
    /// The programme that was chosen.
    pub programme: String,
    /// The day the money moves, as typed (`YYYY-MM-DD`).
    pub occurred: String,
    /// The day by which the payees should answer, as typed; may be empty.
    pub due: String,
    /// How many rows there should be, as typed.
    pub count: String,
    /// What they should add up to, as typed.
    pub total: String,
    /// Most rows of a sheet.
    pub rows_max: u64,
    /// Longest CSV, in megabytes.
    pub csv_max: u64,
    /// Longest XLSX, in megabytes.
    pub xlsx_max: u64,
    /// Whether the member has a key on this server that can sign for it.
    pub has_held_key: bool,
    /// Whose keys sign, as chosen: `server` or `own`; empty where nothing was chosen yet.
    pub signing: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

/// A sheet in a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SheetRef {
    /// The sheet's opaque id.
    pub id: String,
    /// The programme of all its rows.
    pub programme: ProgrammeRef,
    /// Its currency.
    pub currency: Currency,
    /// Its rows.
    pub count: u64,
    /// What they add up to.
    pub total: Minor,
    /// Whose account uploaded it.
    pub maker: String,
    /// When it was last saved, sent back or signed.
    pub changed: Seconds,
    /// How it stands.
    pub stand: DraftStand,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SheetRowView {
    /// Its line in the file.
    pub line: u64,
    /// Whom it goes to, where it is a good row.
    pub to: Option<Party>,
    /// How much, where it is a good row.
    pub sum: Option<Minor>,
    /// The identity that its entry will have; empty where it isn't a good row.
    pub identity: String,
    /// Its reference; empty where it isn't a good row.
    pub reference: String,
    /// The payee as written.
    pub payee: String,
    /// The amount as written.
    pub amount: String,
    /// The column in which something is wrong; may be empty.
    pub place: String,
    /// What is wrong: a code; may be empty.
    pub fault: String,
    /// What should be looked at again: a code; may be empty.
    pub warning: String,
    /// The line or the entry that fault or warning speak of; may be empty.
    pub other: String,
    /// Whether it stands in the ledger.
    pub stands: bool,
}

/// How a sheet is signed with people's own keys, apart from the server.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SheetApart {
    /// How many people's signatures each text asks for.
    pub wanted: u8,
    /// Who signed all rows, the earliest first.
    pub signed: Vec<DraftSignature>,
    /// Whether whoever looks did.
    pub has_signed: bool,
    /// Whether whoever looks has a key of their own in the ledger that may sign it.
    pub has_key: bool,
    /// The opaque id of whoever looks: their key names it.
    pub person: String,
    /// The name of the file with its texts.
    pub file: String,
}

impl SheetApart {
    /// Whether no signature is missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.signed.len() >= usize::from(self.wanted)
    }
}

/// What is wrong with a file of signed texts. Lines and rows are counted from 1; 0 is none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ReturnedFault {
    /// The line of the file.
    pub line: u64,
    /// The row of the sheet.
    pub row: u64,
    /// What is wrong: a code.
    pub code: &'static str,
}

/// A sheet as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SheetPage {
    /// Who is signed in.
    pub who: SignedIn,
    /// The sheet's opaque id.
    pub id: String,
    /// Who sends.
    pub from: Party,
    /// The programme of all its rows.
    pub programme: ProgrammeRef,
    /// Its currency.
    pub currency: Currency,
    /// How it stands.
    pub stand: DraftStand,
    /// Whose account uploaded it.
    pub maker: String,
    /// Whether that is who is signed in: nobody checks a sheet of their own.
    pub own: bool,
    /// Whose account sent it back or signed it; empty where nobody did.
    pub checker: String,
    /// Why it was sent back.
    pub reason: String,
    /// When it was last uploaded, saved, sent back or signed.
    pub changed: Seconds,
    /// Its rows, good and bad.
    pub count: u64,
    /// Rows that can't be taken.
    pub faults: u64,
    /// Rows that should be looked at again.
    pub warnings: u64,
    /// What the good rows add up to.
    pub total: Minor,
    /// How many rows the clerk said there are.
    pub asked_count: u64,
    /// What they add up to by the clerk's word.
    pub asked_total: Minor,
    /// The day the money moves; nothing where no row that is shown is good.
    pub occurred: Option<NaiveDate>,
    /// The day by which the payees should answer, where one is set.
    pub due: Option<NaiveDate>,
    /// SHA3-256 over the identities of all its texts.
    pub digest: String,
    /// What its text was read as; empty where it said so itself.
    pub encoding: String,
    /// What it draws on, the first of it.
    pub sources: Vec<DraftSource>,
    /// What the member holds of the programme now.
    pub held: Minor,
    /// What other drafts take of that.
    pub drafted: Minor,
    /// Whether what it draws on is no longer there: it can't be signed as it is.
    pub spent: bool,
    /// The row that kept it out of the ledger last, from 1; 0 where it was none.
    pub trouble_row: u64,
    /// Why: a code; empty where nothing did.
    pub trouble: String,
    /// Which rows are listed: `rows`, `faults` or `warnings`.
    pub shown: &'static str,
    /// These rows.
    pub listed: Vec<SheetRowView>,
    /// Where they stand in the list.
    pub paging: Paging,
    /// Whether the code of the moment is asked for: the last proof is too old.
    pub code_needed: bool,
    /// Whether the member has a key on this server that can sign for it.
    pub has_held_key: bool,
    /// How people sign it with keys of their own; nothing where the server's key does.
    pub apart: Option<SheetApart>,
    /// Whether some of its rows stand in the ledger and others don't.
    pub some_stand: bool,
    /// What is wrong with the file that came back, the first of it.
    pub returned: Vec<ReturnedFault>,
    /// How much of that there is.
    pub faults_returned: u64,
    /// The reason as typed.
    pub typed_reason: String,
    /// What was wrong.
    pub errors: Vec<FieldError>,
}

impl SheetPage {
    /// Whether rows and sum are what the clerk said.
    #[must_use]
    pub const fn agrees(&self) -> bool {
        self.count == self.asked_count && self.total == self.asked_total
    }

    /// Whether its maker may save it.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.faults == 0 && self.agrees()
    }
}
