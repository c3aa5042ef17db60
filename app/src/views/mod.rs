//! Plain page data: what the server fills and the pages show.
//!
//! In scope: owned values with the meaning of each figure. Out of scope: database types, words,
//! formatting. Amounts are minor units ([`Minor`]) of the [`Currency`] beside them, days are
//! [`chrono::NaiveDate`], moments are UTC seconds, identities are lower-case hexadecimal. Lists come in
//! the order in which they are shown; a page never sorts, adds up or leaves out by itself.

mod after;
mod api;
mod books;
mod compare;
mod desk;
mod drafts;
mod entry;
mod evidence;
mod finding;
mod hops;
mod member;
mod members;
mod mirror;
mod money;
mod programme;
mod questions;
mod search;
mod sheets;
mod signing;
mod step;
mod telling;
mod total;
mod verify;
mod year_end;

pub use after::{AfterCheckPage, AfterPage, AfterWay, AnswersPage};
pub use api::{ApiField, ApiOperation, ApiPage, ApiSchema};
pub use books::{BookMember, BooksPage, ProposalRow, StatusPage, WitnessRow};
pub use compare::{CompareBy, CompareOf, ComparePage, CompareRow, CompareSort, Place, RegionRef};
pub use desk::{
    Answer, ApprovePage, CheckPage, ConfirmPage, ConfirmedPage, DeedRow, DeskPage, DeviceKey,
    DevicePage, FieldError, InvitationRow, JoinPage, OwnKeys, PasskeyRow, PasskeysPage, PeoplePage,
    PersonKey, PersonRow, ProviderLink, RecordPage, Revoking, SignInPage, SignedHere, SignedIn,
    TasksPage, VouchedBy, WaitingDevice, WaitingKey,
};
pub use drafts::{
    AllocationView, DraftCheckPage, DraftFormPage, DraftHeld, DraftPage, DraftRow, DraftSource,
    DraftStand, DraftsPage,
};
pub use entry::{ChainLink, EntryPage, FieldValue, FieldView};
pub use evidence::{DocumentView, EvidencePage, EvidenceRow, EvidenceStand};
pub use finding::{
    FindingCode, FindingPage, FindingState, FindingView, FindingsFilter, FindingsPage, ProofRow,
    Severity,
};
pub use hops::{HOP_BUCKETS, Hops, MemberHops, TierHops};
pub use member::{KeyRow, MemberPage, MemberRow};
pub use members::{
    HouseVote, MemberCheckPage, MemberFormPage, MemberSaying, MembersPage, ProposalPage,
    ProposalView,
};
pub use mirror::{MirrorDeparted, MirrorPage, MirrorTrouble, WithheldRow};
pub use money::{Bucket, FlowRow, Line, MemberMoney, PlaceRow, TallyRow};
pub use programme::{FlowBy, ProgrammePage, ProgrammeRow};
pub use questions::{QuestionRow, QuestionsPage, StepQuestionsPage};
pub use search::{FoundEntry, FoundMember, SearchPage};
pub use sheets::{ReturnedFault, SheetApart, SheetFormPage, SheetPage, SheetRef, SheetRowView};
pub use signing::{DraftSignature, HeldKey, Signing};
pub use step::{EventKind, SignatureView, StepEvent, StepRow, StepState, StepView};
pub use telling::{
    DeliveryRow, DeliveryStand, HookRow, HooksPage, LetterLink, LetterLinkPage, LinkStand,
    TellingPage,
};
pub use total::TotalPage;
pub use verify::VerifyPage;
pub use year_end::{HeldPlace, LeaveWay, YearEndCheckPage, YearEndPage, YearEndsPage, YearRow};

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
    /// The log's published checkpoint under which the page was made; nothing before the first.
    pub checkpoint: Option<CheckpointView>,
    /// What else every reader must know.
    pub notices: Vec<Notice>,
    /// The modules that start islands.
    pub boots: Boots,
}

impl Frame {
    /// The address of the module that a page loads; nothing where it has no island or the server no
    /// module for it.
    #[must_use]
    pub fn boot(&self, page: &Page) -> Option<&str> {
        self.boot_of(page.island()?)
    }

    /// The addresses of all scripts that a page loads: its island's, and those beside it.
    #[must_use]
    pub fn scripts(&self, page: &Page) -> Vec<&str> {
        let beside = [
            (page.keeps_signed(), self.boots.outbox.as_str()),
            (page.takes_photos(), self.boots.photo.as_str()),
            (page.takes_photos(), self.boots.upload.as_str()),
        ];
        let beside = beside
            .into_iter()
            .filter(|(own, address)| *own && !address.is_empty());
        // It takes the form over before the island can send it.
        beside
            .map(|(_, address)| address)
            .chain(self.boot(page))
            .collect()
    }

    /// The address of an island's module; nothing where the server has none.
    #[must_use]
    pub fn boot_of(&self, island: Island) -> Option<&str> {
        let address = self.boots.of(island);
        (!address.is_empty()).then_some(address)
    }
}

/// What runs in the reader's browser: a page has one of them at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Island {
    /// The check of an entry.
    Verify,
    /// The check of a programme's total.
    Total,
    /// The key of a person's own device.
    Device,
    /// A passkey: a script without wasm.
    Passkey,
}

impl Island {
    /// The word for it: where the modules are made, and in what names them.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Total => "total",
            Self::Device => "device",
            Self::Passkey => "passkey",
        }
    }
}

/// The address of the module that starts each island; empty where the server has none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Boots {
    /// Of the check of an entry.
    pub verify: String,
    /// Of the check of a programme's total.
    pub total: String,
    /// Of the key of a person's own device.
    pub device: String,
    /// Of a passkey.
    pub passkey: String,
    /// Of what keeps what a device signed: no island, but a script beside it.
    pub outbox: String,
    /// Of what makes a photo smaller before it is sent: a script without an island.
    pub photo: String,
    /// Of what sends a document in parts before its form: a script without an island.
    pub upload: String,
}

impl Boots {
    /// One island's.
    #[must_use]
    pub fn of(&self, island: Island) -> &str {
        match island {
            Island::Verify => &self.verify,
            Island::Total => &self.total,
            Island::Device => &self.device,
            Island::Passkey => &self.passkey,
        }
    }
}

/// A published checkpoint, as a page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointView {
    /// How many entries it covers.
    pub size: u64,
    /// The beginning of its root in base64: enough to compare by eye.
    pub root: String,
}

/// Something that every page of a ledger says at its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No party of another house has countersigned the last checkpoint.
    KeptByOneParty,
    /// Parties of other houses have countersigned the last checkpoint.
    Checked {
        /// What the log's policy calls them, in its order.
        by: Vec<String>,
        /// How many the policy has.
        of: u64,
        /// When the latest of them did.
        at: Seconds,
        /// Whether they are as many as the policy asks for.
        quorum: bool,
    },
    /// The ledger takes no entries at the moment.
    ReadOnly,
    /// This is a copy that another house keeps and checked entry by entry.
    Mirror,
    /// The mirror stopped, for the log departed from what it should do.
    Departed {
        /// How many entries were right before that.
        entries: u64,
        /// The stable code of what is wrong.
        code: String,
    },
}

/// A page and its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/{lang}/`
    Home(HomePage),
    /// `/{lang}/programmes/{id}`
    Programme(Box<ProgrammePage>),
    /// `/{lang}/programmes/{id}/compare`
    Compare(Box<ComparePage>),
    /// `/{lang}/programmes/{id}/verify`
    Total(Box<TotalPage>),
    /// `/{lang}/members/{name}`
    Member(Box<MemberPage>),
    /// `/{lang}/entries/{identity}`
    Entry(Box<EntryPage>),
    /// `/{lang}/verify` and `/{lang}/verify/{identity}`
    Verify(Box<VerifyPage>),
    /// `/{lang}/findings`
    Findings(FindingsPage),
    /// `/{lang}/search`
    Search(SearchPage),
    /// `/{lang}/findings/{id}`
    Finding(Box<FindingPage>),
    /// `/{lang}/books`
    Books(Box<BooksPage>),
    /// `/{lang}/glossary`
    Glossary,
    /// `/{lang}/about`
    About,
    /// `/{lang}/status`
    Status(Box<StatusPage>),
    /// `/{lang}/mirror`, on a mirror
    Mirror(Box<MirrorPage>),
    /// `/{lang}/accessibility`
    Accessibility,
    /// `/{lang}/api`
    Api(ApiPage),
    /// `/{lang}/desk` and below
    Desk(Box<DeskPage>),
    /// 404
    NotFound,
    /// 410
    Gone,
    /// 400, 422, 503 and the like.
    Problem(ProblemPage),
    /// 500
    Failure(FailurePage),
}

impl Page {
    /// Whether it shows what this device signed and the server hasn't got.
    #[must_use]
    pub fn keeps_signed(&self) -> bool {
        matches!(self, Self::Desk(page) if page.keeps_signed())
    }

    /// Whether a photo can be put in.
    #[must_use]
    pub fn takes_photos(&self) -> bool {
        matches!(self, Self::Desk(page) if matches!(**page, DeskPage::Confirm(_)))
    }

    /// What on it runs in the reader's browser.
    #[must_use]
    pub fn island(&self) -> Option<Island> {
        match self {
            Self::Verify(_) => Some(Island::Verify),
            Self::Total(_) => Some(Island::Total),
            Self::Desk(desk) => desk.island(),
            _ => None,
        }
    }
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

/// A request that can't be answered as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ProblemPage {
    /// The HTTP status: 400, 409, 422, 503.
    pub status: u16,
    /// The refusal's code, such as `beyond-node`, if a rule refused.
    pub code: Option<String>,
    /// What else is known, in words that stand as they are; empty if nothing.
    pub detail: String,
    /// The field of the address that can't be read, where one can't.
    pub field: Option<QueryField>,
    /// Why nothing can be answered at the moment, where the status is 503.
    pub unavailable: Option<Unavailable>,
    /// Seconds after which to try again, on a busy server.
    pub retry_after_seconds: Option<u32>,
}

/// A field behind the question mark of an address, and what it may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryField {
    /// The field's name.
    pub name: String,
    /// What is wanted there.
    pub wanted: Wanted,
}

/// What a field of an address may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A whole number from 1.
    Page,
    /// A programme's name.
    Programme,
    /// A member's name.
    Member,
    /// A level: a number from 0 to 255.
    Tier,
    /// A finding's code.
    Code,
    /// `open`, `closed` or `all`.
    State,
    /// `note`, `warning` or `serious`.
    Severity,
    /// `regions`, or a level.
    Compared,
    /// A column's name.
    Column,
    /// `turned`, or nothing at all.
    Order,
    /// `level` or `region`.
    Flow,
}

impl Wanted {
    /// Every one of them.
    pub const ALL: [Self; 11] = [
        Self::Page,
        Self::Programme,
        Self::Member,
        Self::Tier,
        Self::Code,
        Self::State,
        Self::Severity,
        Self::Compared,
        Self::Column,
        Self::Order,
        Self::Flow,
    ];

    /// Its word in the catalogue, behind `wanted-`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Programme => "programme",
            Self::Member => "member",
            Self::Tier => "tier",
            Self::Code => "code",
            Self::State => "state",
            Self::Severity => "severity",
            Self::Compared => "compared",
            Self::Column => "column",
            Self::Order => "order",
            Self::Flow => "flow",
        }
    }
}

/// Why a server can't answer at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unavailable {
    /// More was asked of it than it can do.
    #[default]
    Overloaded,
    /// It takes no entries; reading works.
    ReadOnly,
    /// It is being stopped, most likely to start again.
    Stopping,
}

/// Something went wrong on our side.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FailurePage {
    /// The request's id, for whoever asks about it.
    pub request_id: String,
}
