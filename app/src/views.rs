//! Plain page data: what the server fills and the pages show.
//!
//! In scope: owned values with the meaning of each figure. Out of scope: database types, words,
//! formatting. Amounts are minor units ([`Minor`]) of the [`Currency`] beside them, days are
//! [`NaiveDate`], moments are UTC seconds, identities are lower-case hexadecimal. Lists come in
//! the order in which they are shown; a page never sorts, adds up or leaves out by itself.

use chrono::NaiveDate;

use crate::words::Language;

/// An amount in minor units of the currency that stands beside it.
pub type Minor = i128;

/// A moment in seconds since 1970-01-01T00:00:00Z.
pub type Seconds = i64;

/// A currency and how many of its digits stand behind the decimal mark.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Currency {
    /// The ISO 4217 code, such as `PYG`.
    pub code: String,
    /// Digits behind the decimal mark: 0 for `PYG`, 2 for `CNY`.
    pub exponent: u8,
}

/// What every page says, whatever else it shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Frame {
    /// The language of the page, from the first part of its address.
    pub language: Language,
    /// The address behind `/{lang}/`, with its query and no leading slash, for the language links:
    /// empty on the home page, `findings?state=open` on a list.
    pub path: String,
    /// Scheme and host, such as `https://ledger.example`, for absolute `hreflang` addresses;
    /// empty where it isn't known, then they are relative.
    pub base_url: String,
    /// The ledger's origin, `relief.example/5f0c19e2a4b7d386`.
    pub origin: String,
    /// Whether receipts on this ledger are simulated: every page says so then.
    pub simulated: bool,
    /// The last tick, or nothing on a ledger without one.
    pub ledger_time: Option<Seconds>,
    /// How many entries the ledger has: the next index.
    pub entries: u64,
    /// What else every reader must know.
    pub notices: Vec<Notice>,
}

/// Something that every page of a ledger says at its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No party of another house has countersigned the last checkpoint.
    KeptByOneParty,
    /// The ledger takes no entries at the moment.
    ReadOnly,
}

/// A page and its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/{lang}/`
    Home(HomePage),
    /// `/{lang}/programmes/{id}`
    Programme(Box<ProgrammePage>),
    /// `/{lang}/members/{name}`
    Member(Box<MemberPage>),
    /// `/{lang}/entries/{identity}`
    Entry(Box<EntryPage>),
    /// `/{lang}/findings`
    Findings(FindingsPage),
    /// 404
    NotFound,
    /// 400, 422, 503 and the like.
    Problem(ProblemPage),
    /// 500
    Failure(FailurePage),
}

/// A member where a page names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Party {
    /// The ledger's name, `ministry.example/finance`.
    pub name: String,
    /// What it is called; empty where nothing is known but the name.
    pub title: String,
}

/// A programme where a page names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProgrammeRef {
    /// The ledger's id, `fonacide-2019`.
    pub id: String,
    /// What it is called; empty where nothing is known but the id.
    pub title: String,
}

/// An entry where a page names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EntryRef {
    /// SHA3-256 of the entry's text, in hexadecimal.
    pub identity: String,
    /// The entry's kind as its first line names it: `transfer`, `receipt`.
    pub kind: String,
    /// The author's own reference; empty where the kind has none.
    pub reference: String,
}

/// The identity of a programme, or of several in one currency:
/// `A + I = H + T + M + P + E + L + W`, each term >= 0.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The currency of every term.
    pub currency: Currency,
    /// A: appropriated, cuts taken off.
    pub appropriated: Minor,
    /// I: interest, co-payments.
    pub income: Minor,
    /// H: what members hold and may still spend.
    pub held: Minor,
    /// T: sent, and the payee hasn't given its last word yet.
    pub transit: Minor,
    /// The part of `transit` whose due day has passed. Part of T, never added.
    pub overdue: Minor,
    /// M: sent, and the payee's last word is that it didn't come.
    pub missing: Minor,
    /// P: on rolls of recipients, not acknowledged yet.
    pub paid_open: Minor,
    /// P: acknowledged by recipients.
    pub paid_acknowledged: Minor,
    /// P: on rolls, disputed by recipients.
    pub paid_disputed: Minor,
    /// E: spent and charged.
    pub spent: Minor,
    /// L: surrendered, or carried over to another year.
    pub left: Minor,
    /// W: written off with an auditor's signature.
    pub written_off: Minor,
    /// X: received by the payee's word beyond what was sent. Outside the identity.
    pub contested: Minor,
}

impl Line {
    /// The left side of the identity: what came into the programme.
    #[must_use]
    pub fn came_in(&self) -> Minor {
        self.appropriated + self.income
    }

    /// The right side of the identity: where it is now.
    #[must_use]
    pub fn accounted_for(&self) -> Minor {
        self.held
            + self.transit
            + self.missing
            + self.paid_open
            + self.paid_acknowledged
            + self.paid_disputed
            + self.spent
            + self.left
            + self.written_off
    }

    /// Whether both sides are equal to the last unit.
    #[must_use]
    pub fn balances(&self) -> bool {
        self.came_in() == self.accounted_for()
    }
}

/// The front page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HomePage {
    /// The identity over all programmes, one line for each currency.
    pub lines: Vec<Line>,
    /// The programmes, latest first.
    pub programmes: Vec<ProgrammeRow>,
    /// The latest open findings, a handful.
    pub findings: Vec<FindingView>,
    /// How many findings are open in all.
    pub findings_open: u64,
    /// How many members of any kind the ledger has.
    pub members: u64,
    /// Ledger time of the last entry that isn't a tick.
    pub moved_at: Option<Seconds>,
}

/// A programme in a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProgrammeRow {
    /// Which one.
    pub programme: ProgrammeRef,
    /// Its identity.
    pub line: Line,
    /// Its open findings.
    pub findings_open: u64,
    /// Whether it is closed to outflows.
    pub closed: bool,
}

/// A programme.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProgrammePage {
    /// Which one.
    pub programme: ProgrammeRef,
    /// Who opened it.
    pub owner: Party,
    /// Its year or period in the ledger's words, such as `2019`.
    pub period: String,
    /// `cash` or `limit`.
    pub basis: String,
    /// The entry that opened it.
    pub opened: EntryRef,
    /// Whether it is closed to outflows.
    pub closed: bool,
    /// Its identity.
    pub line: Line,
    /// By tier, from the top down.
    pub tiers: Vec<TallyRow>,
    /// By region.
    pub regions: Vec<TallyRow>,
    /// By month of `occurred`.
    pub months: Vec<TallyRow>,
    /// Its members, one page of them.
    pub members: Vec<MemberRow>,
    /// Where that page stands.
    pub members_page: Paging,
    /// Its latest open findings, a handful.
    pub findings: Vec<FindingView>,
    /// How many of its findings are open in all.
    pub findings_open: u64,
}

/// What a row of a tally stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// A tier of members: 0 for the nation, then downward.
    Tier(u8),
    /// A region, by the ledger's code for it; empty for members without one.
    Region(String),
    /// A month of the programme's calendar: year and month, 1 to 12.
    Month(i32, u32),
}

impl Default for Bucket {
    fn default() -> Self {
        Self::Region(String::new())
    }
}

/// One row of a tally. The columns are kept apart and never added together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TallyRow {
    /// What the row stands for.
    pub bucket: Bucket,
    /// Appropriated to members of the bucket (of a month: in that month).
    pub allocated: Minor,
    /// Sent to members of the bucket, by the payers' word.
    pub sent: Minor,
    /// Received by them, by their own word.
    pub received: Minor,
    /// Of `sent`: the payees haven't given their last word.
    pub transit: Minor,
    /// Of `sent`: the payees' last word is that it didn't come.
    pub missing: Minor,
}

/// A member in a programme's list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberRow {
    /// Which one.
    pub member: Party,
    /// Its tier: 0 for the nation, then downward.
    pub tier: u8,
    /// Its region, by the ledger's code; empty where it has none.
    pub region: String,
    /// Sent to it.
    pub sent: Minor,
    /// Received by its own word.
    pub received: Minor,
    /// What it holds.
    pub held: Minor,
    /// Its open findings in this programme.
    pub findings_open: u64,
}

/// Where a page of a list stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// This page, from 1.
    pub page: u64,
    /// How many rows a page has at most, at least 1.
    pub size: u64,
    /// How many rows the list has.
    pub total: u64,
}

impl Default for Paging {
    fn default() -> Self {
        Self {
            page: 1,
            size: 50,
            total: 0,
        }
    }
}

impl Paging {
    /// How many pages the list has; an empty list has one.
    #[must_use]
    pub fn pages(&self) -> u64 {
        self.total.div_ceil(self.size.max(1)).max(1)
    }
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberPage {
    /// Which one.
    pub member: Party,
    /// What it does, by the ledger's word: `finance`, `office`, `bank`.
    pub function: String,
    /// Its tier: 0 for the nation, then downward.
    pub tier: u8,
    /// Its region, by the ledger's code; empty where it has none.
    pub region: String,
    /// The house that controls it.
    pub house: String,
    /// Its parent, or nothing at the top.
    pub parent: Option<Party>,
    /// Its children, the first of them.
    pub children: Vec<Party>,
    /// How many children it has.
    pub children_total: u64,
    /// Whether it is frozen.
    pub frozen: bool,
    /// The entry that made it a member, where there is one.
    pub activated: Option<EntryRef>,
    /// Its money, a row a programme.
    pub money: Vec<MemberMoney>,
    /// Who sent to it, a row a payer and programme.
    pub payers: Vec<FlowRow>,
    /// Whom it sent to, a row a payee and programme, the first of them.
    pub payees: Vec<FlowRow>,
    /// How many rows `payees` has in all.
    pub payees_total: u64,
    /// Steps it is payer or payee of, latest first, one page of them.
    pub steps: Vec<StepRow>,
    /// Where that page stands.
    pub steps_page: Paging,
    /// Findings that name it, latest open ones first, a handful.
    pub findings: Vec<FindingView>,
    /// How many open findings name it.
    pub findings_open: u64,
    /// Who may sign for it.
    pub keys: Vec<KeyRow>,
}

/// What a member's money in one programme did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberMoney {
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of every amount here.
    pub currency: Currency,
    /// Appropriated to it.
    pub appropriated: Minor,
    /// Income of its own.
    pub income: Minor,
    /// Sent to it, by the payers' word.
    pub sent_to: Minor,
    /// Received by its own word.
    pub received: Minor,
    /// Of `sent_to`: it hasn't given its last word.
    pub to_confirm: Minor,
    /// Of `sent_to`: its last word is that it didn't come.
    pub missing: Minor,
    /// What it sent on, less what it took back.
    pub sent_on: Minor,
    /// What it spent.
    pub spent: Minor,
    /// What it surrendered or carried over.
    pub left: Minor,
    /// What it holds now.
    pub held: Minor,
    /// What it says it received beyond what was sent.
    pub contested: Minor,
}

/// What went between a member and one other member in one programme.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FlowRow {
    /// The other member.
    pub party: Party,
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Sent by the payer's word.
    pub sent: Minor,
    /// Received by the payee's word.
    pub received: Minor,
    /// Steps behind the sums.
    pub steps: u64,
}

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

/// A key that may sign for a member.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeyRow {
    /// The key's short id, eight hexadecimal digits.
    pub key_id: String,
    /// The opaque id of the person who holds it.
    pub person: String,
    /// Its roles, by the ledger's words.
    pub roles: Vec<String>,
    /// The index of the entry that enrolled it.
    pub since_index: u64,
    /// The index of the entry that ended it, if one did.
    pub until_index: Option<u64>,
    /// Whether a `key-compromised` entry names it.
    pub compromised: bool,
}

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
    /// Its fields in the note's order, in place of a step's timeline where there is none.
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
    /// The note as signed, with its signature lines.
    pub note: String,
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

/// A finding with its case's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FindingView {
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
    /// One page of findings.
    pub findings: Vec<FindingView>,
    /// Where that page stands.
    pub paging: Paging,
    /// Money at risk over the whole narrowed list, a sum for each currency.
    pub at_risk: Vec<(Currency, Minor)>,
}

/// A request that can't be answered as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProblemPage {
    /// The HTTP status: 400, 409, 422, 503.
    pub status: u16,
    /// The refusal's code, such as `beyond-node`, if a rule refused.
    pub code: Option<String>,
    /// What else is known, in words that stand as they are; empty if nothing.
    pub detail: String,
    /// Seconds after which to try again, on a busy server.
    pub retry_after_seconds: Option<u32>,
}

/// Something went wrong on our side.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FailurePage {
    /// The request's id, for whoever asks about it.
    pub request_id: String,
}
