//! Places of one level side by side.

use super::{Currency, Hops, Line, Minor, Paging, Party, ProgrammeRef};

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum CompareOf {
    /// Regions.
    #[default]
    Regions,
    /// The members of a level: 0 for the nation, then downward.
    Level(u8),
    /// The members of a region, of every level.
    Within(RegionRef),
}

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RegionRef {
    /// The ledger's code.
    pub code: String,
    /// What it is called, else its code.
    pub title: String,
}

/// By which column the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CompareSort {
    /// By name, from A to Z.
    Name,
    /// By what was sent to the place.
    #[default]
    Sent,
    /// By what it received.
    Received,
    /// By the share of what was sent that it received.
    Share,
    /// By what isn't confirmed.
    Open,
    /// By what is missing.
    Missing,
    /// By what it spent.
    Spent,
    /// By what it holds.
    Held,
    /// By the average days until what was sent to it is confirmed, the slowest first.
    Days,
}

impl CompareSort {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Sent,
        Self::Received,
        Self::Share,
        Self::Open,
        Self::Missing,
        Self::Days,
        Self::Spent,
        Self::Held,
    ];

    /// As addresses spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Share => "share",
            Self::Open => "open",
            Self::Missing => "missing",
            Self::Spent => "spent",
            Self::Held => "held",
            Self::Days => "days",
        }
    }

    /// The column with this spelling, or nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text)
    }
}

/// What is compared, and in which order: all that the address says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CompareBy {
    /// What is compared.
    pub of: CompareOf,
    /// By which column.
    pub sort: CompareSort,
    /// Whether the order is turned round: the smallest figure first, or Z first.
    pub turned: bool,
}

/// A place that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A region.
    Region(RegionRef),
    /// A member.
    Member(Party),
}

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRow {
    /// Which place.
    pub place: Place,
    /// Sent to it, by the payers' word.
    pub sent: Minor,
    /// Received, by its own word.
    pub received: Minor,
    /// Its part of the programme's line.
    pub line: Line,
    /// How long what was sent to it takes.
    pub hops: Hops,
}

/// Places of one level side by side.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ComparePage {
    /// The programme.
    pub programme: ProgrammeRef,
    /// The currency of every amount.
    pub currency: Currency,
    /// What is compared, and in which order.
    pub by: CompareBy,
    /// What else can be compared, this included.
    pub choices: Vec<CompareOf>,
    /// The rows of this page.
    pub rows: Vec<CompareRow>,
    /// Where the page stands.
    pub paging: Paging,
    /// The most that was sent to any place of all pages: the scale of the bars.
    pub most: Minor,
    /// Every place for the picture of shares; empty behind the first page.
    pub shares: Vec<CompareRow>,
    /// Whether there are more places than a picture is drawn from.
    pub not_drawn: bool,
    /// Entries of the ledger as of which the rows stand, where they are not of this moment.
    pub as_of: Option<u64>,
    /// Members that were not looked at, because there are more than one comparison holds.
    pub left_out: u64,
}
