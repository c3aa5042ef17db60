//! Findings with their case's numbers, and the list that narrows them.

use chrono::NaiveDate;

use super::{Currency, EntryRef, EventKind, Minor, Paging, Party, ProgrammeRef, Seconds};

/// What a finding says, by its stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FindingCode {
    /// Sent, the due day has passed, no last word from the payee.
    #[default]
    ReceiptOverdue,
    /// The payee's last word is less than was sent.
    ReceiptShort,
    /// The payee says more came than was sent.
    ReceiptOver,
    /// The payee says that nothing came.
    ReceiptDenied,
    /// The payee says it received what the payer took back.
    ReceiptContested,
    /// Money lay longer than the programme allows.
    IdleBalance,
    /// A step took more days than the programme allows.
    LateHop,
    /// Same parties, account, programme and amount within 14 days.
    PossibleDuplicate,
}

impl FindingCode {
    /// Every code, in the catalogue's order.
    pub const ALL: [Self; 8] = [
        Self::ReceiptOverdue,
        Self::ReceiptShort,
        Self::ReceiptOver,
        Self::ReceiptDenied,
        Self::ReceiptContested,
        Self::IdleBalance,
        Self::LateHop,
        Self::PossibleDuplicate,
    ];

    /// The stable code, as the API and addresses spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReceiptOverdue => "receipt-overdue",
            Self::ReceiptShort => "receipt-short",
            Self::ReceiptOver => "receipt-over",
            Self::ReceiptDenied => "receipt-denied",
            Self::ReceiptContested => "receipt-contested",
            Self::IdleBalance => "idle-balance",
            Self::LateHop => "late-hop",
            Self::PossibleDuplicate => "possible-duplicate",
        }
    }

    /// The finding with this code, or nothing.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == code)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Severity {
    /// Worth knowing.
    #[default]
    Note,
    /// Should be answered.
    Warning,
    /// Money is missing or disputed.
    Serious,
}

impl Severity {
    /// Every weight, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Serious, Self::Warning, Self::Note];

    /// The stable word, as the API and addresses spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Serious => "serious",
        }
    }

    /// The weight with this word, or nothing.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }
}

/// A finding with its case's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FindingView {
    /// Its name in addresses, `8123-0-receipt-short`: subject, leg and code, which never change.
    pub id: String,
    /// What it says.
    pub code: FindingCode,
    /// How much it weighs.
    pub severity: Severity,
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Who paid; of an idle balance, nobody.
    pub payer: Option<Party>,
    /// Who was paid, or holds the idle balance.
    pub payee: Option<Party>,
    /// Sent by the payer's word; of an idle balance, what came.
    pub sent: Minor,
    /// Received by the payee's word.
    pub received: Minor,
    /// The money at risk: the difference, the balance, the second payment.
    pub at_risk: Minor,
    /// Days that the formula counts: since due, held, on the way, between the two payments.
    pub days: Option<i64>,
    /// Days that the programme allows.
    pub days_allowed: Option<i64>,
    /// The day the money moved.
    pub occurred: Option<NaiveDate>,
    /// The day by which an answer was or is due.
    pub due: Option<NaiveDate>,
    /// Ledger time when it was opened.
    pub opened_at: Seconds,
    /// Ledger time when it was closed, if it was.
    pub closed_at: Option<Seconds>,
    /// Ledger time as of which the numbers stand.
    pub as_of: Seconds,
    /// The entries that prove it; the first is where it links to.
    pub entries: Vec<EntryRef>,
}

/// A finding by itself: the formula with its terms, and the entries that prove it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FindingPage {
    /// The finding.
    pub finding: FindingView,
    /// Of the step: taken back before the payee's last word.
    pub taken_back: Minor,
    /// Of the step: charged on the way.
    pub charged: Minor,
    /// Of the step: recovered.
    pub recovered: Minor,
    /// Of the step: written off.
    pub written_off: Minor,
    /// The day on which the days of the formula end: received, as of, or paid again.
    pub until: Option<NaiveDate>,
    /// The entries that prove it, in the ledger's order.
    pub proof: Vec<ProofRow>,
    /// The entry that raised it, where the proof still holds it.
    pub opened_by: Option<EntryRef>,
    /// The entry that closed it, if one did.
    pub closed_by: Option<EntryRef>,
    /// Other findings about the same entry.
    pub others: Vec<FindingView>,
}

/// An entry that proves a finding.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProofRow {
    /// Which one.
    pub entry: EntryRef,
    /// Its place in the ledger.
    pub index: u64,
    /// Who signed it.
    pub author: Party,
    /// What it says of a step: its kind and amount; nothing of a tick.
    pub says: Option<(EventKind, Minor)>,
    /// The day it happened, by its author's word.
    pub occurred: Option<NaiveDate>,
    /// When it was signed.
    pub time: Seconds,
}

/// Which findings a list shows, by their state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FindingState {
    /// Open ones.
    #[default]
    Open,
    /// Closed ones.
    Closed,
    /// Both.
    All,
}

impl FindingState {
    /// As addresses spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }

    /// The state with this spelling, or nothing.
    #[must_use]
    pub fn parse(state: &str) -> Option<Self> {
        [Self::Open, Self::Closed, Self::All]
            .into_iter()
            .find(|known| known.as_str() == state)
    }
}

/// What a list of findings is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FindingsFilter {
    /// Only this code.
    pub code: Option<FindingCode>,
    /// Only of this weight.
    pub severity: Option<Severity>,
    /// Only those whose payee stands in this region.
    pub place: Option<String>,
    /// Only this programme's id.
    pub programme: Option<String>,
    /// Only those that name this member.
    pub member: Option<String>,
    /// Only in this state.
    pub state: FindingState,
}

/// The list of findings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FindingsPage {
    /// What it is narrowed to.
    pub filter: FindingsFilter,
    /// The programmes that the filter offers.
    pub programmes: Vec<ProgrammeRef>,
    /// The places that the filter offers.
    pub places: Vec<String>,
    /// One page of findings.
    pub findings: Vec<FindingView>,
    /// Where that page stands.
    pub paging: Paging,
    /// How many findings the list has, also where no page reaches them.
    pub total: u64,
    /// Money at risk over the whole narrowed list, a sum for each currency.
    pub at_risk: Vec<(Currency, Minor)>,
}
