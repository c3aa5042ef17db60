//! `/{language}/search?q=`: members, programmes and entries by what somebody types.

use super::answer::Asked;
use super::as_index;
use super::error::WebError;
use super::query::Query;
use super::view::lexicon::{Names, entry_ref};
use crate::search::asked;
use crate::store::read::{KnownEntry, Window};
use crate::store::{Store, StoreError};
use app::views::{FoundEntry, FoundMember, Page, Party, ProgrammeRef, SearchPage};
use axum::response::Response;
use ledger::field::{Field, Identity, MemberName, RecordRef};
use std::collections::BTreeSet;

/// Members, and programmes, of one answer: about two screens. Whoever sees more types more.
const FOUND_SHOWN: u32 = 30;

/// Entries of one answer.
const ENTRIES_SHOWN: usize = 20;

/// Words that may be references.
const REFERENCES_ASKED: usize = 2;

/// Characters of a query that are looked at: an identity has 64.
const QUERY_CHARS_MAX: usize = 200;

pub(crate) async fn search(asked: Asked, query: Query) -> Result<Response, WebError> {
    let visit = asked.visit().await?;
    let query = query.get("q").unwrap_or("").trim();
    let query: String = query.chars().take(QUERY_CHARS_MAX).collect();
    let page = load(visit.store(), query).await?;
    Ok(visit.show(&Page::Search(page)))
}

async fn load(store: &Store, query: String) -> Result<SearchPage, StoreError> {
    let found = store
        .search(&asked(&query), Window::first(FOUND_SHOWN))
        .await?;
    let entries = entries(store, &query).await?;
    let regions = found
        .members
        .iter()
        .filter_map(|member| member.region.as_ref());
    let regions: BTreeSet<String> = regions.map(ToString::to_string).collect();
    let titles = store.region_titles(regions).await?;
    let mut names = Names::default();
    for member in &found.members {
        member.parent.iter().for_each(|parent| names.member(parent));
    }
    for entry in &entries {
        names.member(entry.note.entry().author());
    }
    let lexicon = names.look_up(store).await?;
    let members = found.members.iter().map(|member| {
        let region = member.region.as_ref().map(ToString::to_string);
        let region = region.map(|code| titles.get(&code).cloned().unwrap_or(code));
        FoundMember {
            member: Party {
                name: member.name.to_string(),
                title: member.title.to_string(),
            },
            tier: member.tier.0,
            region: region.unwrap_or_default(),
            parent: member.parent.as_ref().map(|parent| lexicon.party(parent)),
        }
    });
    let programmes = found.programmes.iter().map(|programme| ProgrammeRef {
        id: programme.name.to_string(),
        title: programme.title.to_string(),
    });
    Ok(SearchPage {
        members: members.collect(),
        programmes: programmes.collect(),
        entries: entries
            .iter()
            .map(|entry| FoundEntry {
                entry: entry_ref(entry),
                author: lexicon.party(entry.note.entry().author()),
            })
            .collect(),
        more: found.more,
        query,
    })
}

/// Entries by identity, by index, or by reference: of the members that the other words find, or
/// where there is no other word, of those who opened programmes.
pub(crate) async fn entries(store: &Store, query: &str) -> Result<Vec<KnownEntry>, StoreError> {
    if let Ok(identity) = query.parse::<Identity>() {
        return Ok(store
            .entry_by_identity(&identity)
            .await?
            .into_iter()
            .collect());
    }
    let mut indexes: BTreeSet<u64> = as_index(query).into_iter().collect();
    let words: Vec<&str> = query.split_whitespace().collect();
    let referring = |word: &&&str| word.bytes().any(|byte| byte.is_ascii_digit());
    for word in words.iter().filter(referring).take(REFERENCES_ASKED) {
        let Ok(reference) = RecordRef::parse(word) else {
            continue;
        };
        let others = words.iter().filter(|other| other != &word);
        let others = others.copied().collect::<Vec<_>>().join(" ");
        let authors = authors(store, &others).await?;
        indexes.extend(store.entries_referred(&authors, &reference).await?);
    }
    let found = store
        .entries_at(indexes.into_iter().take(ENTRIES_SHOWN))
        .await?;
    Ok(found.into_values().collect())
}

async fn authors(store: &Store, words: &str) -> Result<Vec<MemberName>, StoreError> {
    let first = Window::first(FOUND_SHOWN);
    if words.is_empty() {
        let programmes = store.programmes("", first).await?;
        let owners: BTreeSet<MemberName> = programmes
            .into_iter()
            .map(|programme| programme.owner)
            .collect();
        return Ok(owners.into_iter().collect());
    }
    let found = store.search(&asked(words), first).await?;
    Ok(found
        .members
        .into_iter()
        .map(|member| member.name)
        .collect())
}
