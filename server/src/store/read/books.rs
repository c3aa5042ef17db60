//! Who keeps the books: members by tier, houses that vote, proposals.

use super::{Window, listed_max, select};
use crate::store::rows::Stored;
use crate::store::tables::{house, member, proposal};
use crate::store::{Store, StoreError};
use ledger::{House, Member, Proposal};

/// The latest proposals that are looked at for open ones: a consortium has a handful a year.
pub const PROPOSALS_LOOKED_AT: u32 = 200;

const BY_TIER: &str = "WHERE ledger = ? ORDER BY tier, name LIMIT ? OFFSET ?";
const HOUSES: &str = "WHERE ledger = ? AND name > ? ORDER BY name LIMIT ?";
const PROPOSALS: &str = "WHERE ledger = ? AND idx >= ? ORDER BY idx DESC LIMIT ? OFFSET ?";
const PROPOSAL: &str = "WHERE ledger = ? AND idx = ?";
const COUNT_PROPOSALS: &str =
    "SELECT COUNT(*) FROM (SELECT 1 FROM proposal WHERE ledger = ? LIMIT ?) AS counted";

pub(super) fn statements() -> Vec<String> {
    vec![
        COUNT_PROPOSALS.to_owned(),
        select::<member::Model>(BY_TIER),
        select::<house::Model>(HOUSES),
        select::<proposal::Model>(PROPOSALS),
        select::<proposal::Model>(PROPOSAL),
    ]
}

impl Store {
    /// Members from the top tier down, by name.
    ///
    /// # Errors
    /// The database's error.
    pub async fn members_by_tier(&self, window: Window) -> Result<Vec<Member>, StoreError> {
        let values = [self.ledger().into(), window.limit(), window.offset()];
        let models: Vec<member::Model> =
            self.rows(&select::<member::Model>(BY_TIER), values).await?;
        models.into_iter().map(Member::from_model).collect()
    }

    /// Houses by name, those behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn houses(&self, after: &str, window: Window) -> Result<Vec<House>, StoreError> {
        let values = [self.ledger().into(), after.into(), window.limit()];
        let models: Vec<house::Model> = self.rows(&select::<house::Model>(HOUSES), values).await?;
        models.into_iter().map(House::from_model).collect()
    }

    /// How many proposals there are, counted up to [`super::LISTED_MAX`].
    ///
    /// # Errors
    /// The database's error.
    pub async fn proposal_count(&self) -> Result<u64, StoreError> {
        let values = [self.ledger().into(), listed_max()];
        self.count(COUNT_PROPOSALS, values).await
    }

    /// Proposals, the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn proposals(&self, window: Window) -> Result<Vec<Proposal>, StoreError> {
        let values = [
            self.ledger().into(),
            0_i64.into(),
            window.limit(),
            window.offset(),
        ];
        let models: Vec<proposal::Model> = self
            .rows(&select::<proposal::Model>(PROPOSALS), values)
            .await?;
        models.into_iter().map(Proposal::from_model).collect()
    }

    /// Proposals that wait for the word of a member's house: it has a vote, hasn't given it, and the votes of
    /// others haven't settled the matter. The latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn proposals_before(&self, member: &str) -> Result<Vec<Proposal>, StoreError> {
        let voter = self.member(member).await?.filter(|member| member.voting);
        let (Some(voter), Some(head)) = (voter, self.head().await?) else {
            return Ok(Vec::new());
        };
        let latest = Window::first(PROPOSALS_LOOKED_AT);
        let mut open = self.proposals(latest).await?;
        // More than half of the voting houses carry a proposal.
        let needed = head.voting_houses as usize / 2 + 1;
        let most = head.voting_houses as usize;
        open.retain(|one| {
            let said = one.yes.contains(&voter.house) || one.no.contains(&voter.house);
            let lost = most.saturating_sub(one.no.len()) < needed;
            one.settled.is_none() && !said && !lost && one.yes.len() < needed
        });
        Ok(open)
    }

    /// The proposal at this index.
    ///
    /// # Errors
    /// The database's error.
    pub async fn proposal(&self, index: u64) -> Result<Option<Proposal>, StoreError> {
        let Ok(index) = i64::try_from(index) else {
            return Ok(None);
        };
        let values = [self.ledger().into(), index.into()];
        let models: Vec<proposal::Model> = self
            .rows(&select::<proposal::Model>(PROPOSAL), values)
            .await?;
        models
            .into_iter()
            .next()
            .map(Proposal::from_model)
            .transpose()
    }
}
