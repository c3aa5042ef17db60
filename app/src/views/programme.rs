//! A programme, alone and in a list.

use super::{
    EntryRef, FindingView, Line, MemberRow, Paging, Party, PlaceRow, ProgrammeRef, TallyRow,
    TierHops,
};

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

/// What the streams of a programme's flow are split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FlowBy {
    /// By level, and what became of the money at each.
    #[default]
    Levels,
    /// By place.
    Places,
}

impl FlowBy {
    /// Every way, the usual one first.
    pub const ALL: [Self; 2] = [Self::Levels, Self::Places];

    /// Its word in an address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Levels => "level",
            Self::Places => "region",
        }
    }

    /// The way of this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == word)
    }
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
    /// What the address asks its flow to be split by; see [`ProgrammePage::flow_shown`].
    pub flow: FlowBy,
    /// Where it stands by level, from the top down.
    pub levels: Vec<PlaceRow>,
    /// Where it stands by region, the money of members without one last; empty where not every
    /// region is known here.
    pub places: Vec<PlaceRow>,
    /// By tier, from the top down.
    pub tiers: Vec<TallyRow>,
    /// By region.
    pub regions: Vec<TallyRow>,
    /// The codes of `regions`, in their order; shorter where the last row has no region.
    pub region_codes: Vec<String>,
    /// By month of `occurred`.
    pub months: Vec<TallyRow>,
    /// How long what was sent takes, by the receivers' tier, from the top down.
    pub hops: Vec<TierHops>,
    /// Its members, one page of them.
    pub members: Vec<MemberRow>,
    /// Where that page stands.
    pub members_page: Paging,
    /// Its latest open findings, a handful.
    pub findings: Vec<FindingView>,
    /// How many of its findings are open in all.
    pub findings_open: u64,
}

impl ProgrammePage {
    /// What the flow is split by: by level where not every place is known here.
    #[must_use]
    pub fn flow_shown(&self) -> FlowBy {
        if self.places.is_empty() {
            FlowBy::Levels
        } else {
            self.flow
        }
    }

    /// The parts of the line that a flow split so is drawn from.
    #[must_use]
    pub fn rows_of(&self, by: FlowBy) -> &[PlaceRow] {
        match by {
            FlowBy::Levels => &self.levels,
            FlowBy::Places => &self.places,
        }
    }
}
