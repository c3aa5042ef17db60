//! `/{language}/books`: who keeps the books.

use super::answer::Asked;
use super::error::WebError;
use super::member::key_row;
use super::query::{Query, paging_by};
use super::view::lexicon::{Lexicon, Names, entry_ref};
use crate::store::read::{KnownEntry, Window};
use crate::store::{Store, StoreError};
use app::views::{BookMember, BooksPage, EntryRef, KeyRow, Page, Paging, Party, ProposalRow};
use axum::response::Response;
use ledger::field::MemberName;
use ledger::{EnrolledKey, Head, Member, Proposal};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Members of one page: each brings its keys, and the page has its weight to keep.
const MEMBERS_SHOWN: u32 = 20;

/// Keys of one member that stand here; all of them are on its own page.
const KEYS_SHOWN: usize = 5;

/// Houses that are listed: a consortium has dozens.
const HOUSES_SHOWN: u32 = 50;

/// Proposals of one page.
const PROPOSALS_SHOWN: u32 = 10;

pub(crate) async fn books(asked: Asked, query: Query) -> Result<Response, WebError> {
    let number = query.page()?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let paging = paging_by(MEMBERS_SHOWN, number, store.member_count().await?)?;
    let proposed = store.proposal_count().await?;
    let proposals = paging_by(PROPOSALS_SHOWN, query.number("proposals")?, proposed)?;
    let page = load(store, visit.head.as_ref(), paging, proposals).await?;
    Ok(visit.show(&Page::Books(Box::new(page))))
}

async fn load(
    store: &Store,
    head: Option<&Head>,
    members_page: Paging,
    proposals_page: Paging,
) -> Result<BooksPage, StoreError> {
    let members = store
        .members_by_tier(Window::page(members_page.page, MEMBERS_SHOWN))
        .await?;
    let houses = store.houses("", Window::first(HOUSES_SHOWN)).await?;
    let voting: Vec<_> = houses
        .iter()
        .filter(|house| house.voting_members > 0)
        .collect();
    let proposals = store
        .proposals(Window::page(proposals_page.page, PROPOSALS_SHOWN))
        .await?;
    let proposed: Vec<u64> = proposals.iter().map(|one| one.index).collect();
    let entries = store.entries_at(proposed).await?;
    let listed: BTreeSet<String> = members.iter().map(|one| one.name.to_string()).collect();
    let keys = store.keys_of(listed).await?;
    let mut names = Names::default();
    head.iter().for_each(|head| names.member(&head.operator));
    members.iter().for_each(|one| names.member(&one.house));
    voting.iter().for_each(|house| names.member(&house.name));
    let voters = proposals
        .iter()
        .flat_map(|one| one.yes.iter().chain(&one.no));
    voters.for_each(|house| names.member(house));
    let lexicon = names.look_up(store).await?;
    Ok(BooksPage {
        operator: head.map(|head| lexicon.party(&head.operator)),
        rules: head.map_or(0, |head| head.rules),
        houses: voting
            .iter()
            .map(|house| (lexicon.party(&house.name), u64::from(house.voting_members)))
            .collect(),
        houses_voting: head.map_or(0, |head| u64::from(head.voting_houses)),
        members: members
            .iter()
            .map(|member| book_member(&lexicon, member, &keys))
            .collect(),
        members_page,
        proposals_page,
        proposals: proposals
            .iter()
            .map(|one| proposal(&lexicon, one, &entries))
            .collect(),
    })
}

fn book_member(
    lexicon: &Lexicon,
    member: &Member,
    keys: &HashMap<(String, u32), EnrolledKey>,
) -> BookMember {
    let mut own: Vec<&EnrolledKey> = keys
        .values()
        .filter(|key| key.member == member.name)
        .collect();
    own.sort_unstable_by_key(|key| (key.enrolled, key.id.0));
    let left_out = own.len().saturating_sub(KEYS_SHOWN);
    let shown: Vec<KeyRow> = own.into_iter().take(KEYS_SHOWN).map(key_row).collect();
    BookMember {
        member: Party {
            name: member.name.to_string(),
            title: member.title.to_string(),
        },
        tier: member.tier.0,
        house: lexicon.party(&member.house),
        keys: shown,
        keys_left_out: u64::try_from(left_out).unwrap_or(u64::MAX),
    }
}

fn proposal(
    lexicon: &Lexicon,
    proposal: &Proposal,
    entries: &BTreeMap<u64, KnownEntry>,
) -> ProposalRow {
    let parties = |all: &[MemberName]| all.iter().map(|one| lexicon.party(one)).collect();
    let unread = || EntryRef {
        identity: proposal.identity.to_string(),
        ..EntryRef::default()
    };
    ProposalRow {
        entry: entries.get(&proposal.index).map_or_else(unread, entry_ref),
        member: Party {
            name: proposal.member.to_string(),
            title: proposal.title.to_string(),
        },
        time: proposal.time.seconds(),
        yes: parties(&proposal.yes),
        no: parties(&proposal.no),
        settled: proposal.settled,
    }
}
