//! Proposals as pages of the desk show them.

use super::super::super::error::WebError;
use super::super::super::view::lexicon::{Lexicon, Names};
use super::super::head;
use super::super::looking::Looking;
use crate::state::App;
use crate::store::read::KnownEntry;
use app::views::{HouseVote, ProposalView};
use ledger::entry::MemberPropose;
use ledger::field::{Identity, MemberName};
use ledger::{Entry, Proposal};
use std::collections::BTreeSet;

/// A proposal with what only its entry says.
pub(super) struct Told {
    pub(super) proposal: Proposal,
    by: MemberName,
    reason: String,
}

impl Told {
    /// A proposal that stands in the ledger, by its entry.
    fn of(proposal: Proposal, entry: &KnownEntry) -> Option<Self> {
        let Entry::MemberPropose(said) = entry.note.entry() else {
            return None;
        };
        Some(Self {
            by: said.by.clone(),
            reason: reason(said),
            proposal,
        })
    }

    /// One that nobody has signed yet: `yes` is the house that would vote for it by proposing.
    pub(super) fn unsigned(said: &MemberPropose, yes: Option<MemberName>) -> Self {
        let proposal = Proposal {
            index: 0,
            identity: Identity([0; 32]),
            time: said.time,
            member: said.member.clone(),
            title: said.title.clone(),
            function: said.function,
            tier: said.tier,
            parent: said.parent.clone(),
            region: said.region.clone(),
            house: said.house.clone(),
            voting: said.voting.is_some(),
            yes: yes.into_iter().collect(),
            no: Vec::new(),
            settled: None,
        };
        Self {
            by: said.by.clone(),
            reason: reason(said),
            proposal,
        }
    }
}

fn reason(said: &MemberPropose) -> String {
    let reason = said.reason.as_ref().map(ToString::to_string);
    reason.unwrap_or_default()
}

/// Proposals with what their entries say.
pub(super) async fn told(app: &App, proposals: Vec<Proposal>) -> Result<Vec<Told>, WebError> {
    let indices: Vec<u64> = proposals.iter().map(|one| one.index).collect();
    let entries = app.store().entries_at(indices).await?;
    let told = proposals.into_iter().filter_map(|one| {
        let entry = entries.get(&one.index)?;
        Told::of(one, entry)
    });
    Ok(told.collect())
}

/// The proposal with this identity.
pub(super) async fn find(app: &App, identity: &Identity) -> Result<Told, WebError> {
    let known = app.store().entry_by_identity(identity).await?;
    let known = known.ok_or(WebError::NotFound)?;
    let proposal = app.store().proposal(known.index).await?;
    let proposal = proposal.ok_or(WebError::NotFound)?;
    Told::of(proposal, &known).ok_or(WebError::NotFound)
}

/// Proposals in words for whoever looks.
pub(super) async fn views(at: &Looking, told: &[Told]) -> Result<Vec<ProposalView>, WebError> {
    let store = at.app.store();
    let mut names = Names::default();
    let mut proposed = BTreeSet::new();
    for Told { proposal, by, .. } in told {
        proposed.insert(proposal.member.to_string());
        let named = [&proposal.member, &proposal.house, by].into_iter();
        let named = named.chain(&proposal.parent);
        let named = named.chain(&proposal.yes).chain(&proposal.no);
        named.for_each(|name| names.member(name));
    }
    let lexicon = names.look_up(store).await?;
    let known = store.members_named(proposed).await?;
    let houses = head(&at.app).await?.voting_houses;
    let own = store.member(at.person().member.as_str()).await?;
    let own = own.filter(|member| member.voting);
    let own = own.map(|member| member.house);
    let told = told.iter().map(|one| {
        let changes = known.contains_key(one.proposal.member.as_str());
        let mut view = view(&lexicon, one, houses);
        view.changes = changes;
        view.own = vote_of(&one.proposal, own.as_ref());
        view
    });
    Ok(told.collect())
}

fn view(lexicon: &Lexicon, told: &Told, houses: u32) -> ProposalView {
    let Told {
        proposal,
        by,
        reason,
    } = told;
    let parties = |all: &[MemberName]| all.iter().map(|one| lexicon.party(one)).collect();
    let count = |all: &[MemberName]| u32::try_from(all.len()).unwrap_or(u32::MAX);
    // More than half of the voting houses carry a proposal.
    let needed = houses / 2 + 1;
    let against = count(&proposal.no);
    ProposalView {
        identity: proposal.identity.to_string(),
        time: proposal.time.seconds(),
        by: lexicon.party(by),
        changes: false,
        name: proposal.member.to_string(),
        title: proposal.title.to_string(),
        function: proposal.function.word().to_owned(),
        tier: proposal.tier.0,
        parent: proposal.parent.as_ref().map(|one| lexicon.party(one)),
        region: proposal.region.as_ref().map(ToString::to_string),
        house: lexicon.party(&proposal.house),
        voting: proposal.voting,
        reason: reason.clone(),
        yes: parties(&proposal.yes),
        no: parties(&proposal.no),
        missing: u64::from(needed.saturating_sub(count(&proposal.yes))),
        lost: houses.saturating_sub(against) < needed,
        settled: proposal.settled,
        own: HouseVote::None,
    }
}

/// What the reader's house has said, where it has a vote.
fn vote_of(proposal: &Proposal, house: Option<&MemberName>) -> HouseVote {
    let Some(house) = house else {
        return HouseVote::None;
    };
    if proposal.yes.contains(house) {
        HouseVote::For
    } else if proposal.no.contains(house) {
        HouseVote::Against
    } else {
        HouseVote::Open
    }
}
