//! `/{language}/members/{name}`: what came to a member, what went on, what it holds and confirms.

use super::answer::Asked;
use super::error::WebError;
use super::home::latest;
use super::programme::{month, tally_row};
use super::query::{PAGE_ROWS, Path, Query, paging};
use super::view::hops::{self, Arrived};
use super::view::lexicon::{Lexicon, Names, entry_ref};
use super::view::step;
use crate::store::read::{ALL_MONTHS, FindingFilter, ROWS_MAX, ScopeKind, Tally, Window};
use crate::store::{Store, StoreError};
use app::views::{KeyRow, MemberMoney, MemberPage, Page, Paging, Party, Seconds, TallyRow};
use axum::response::Response;
use ledger::field::{Role, Roles};
use ledger::{EnrolledKey, Member};

/// Children that a member's page names; all of them are in the API.
const CHILDREN_SHOWN: u32 = 100;

/// Programmes whose money a member's page shows.
const PROGRAMMES_SHOWN: u32 = 50;

/// Programmes whose months stand on a member's page: a read each. An office takes part in one or
/// two at a time; the months of others are in its files.
const PROGRAMMES_BY_MONTH: usize = 4;

/// Months of one programme: two years; the months before stand in the file.
const MONTHS_SHOWN: usize = 24;

/// Payers, and payees, that a member's page shows; all of them are in the API.
const FLOWS_SHOWN: u32 = 25;

/// Keys that a member's page names: an office has a handful over its years.
const KEYS_SHOWN: u32 = 100;

pub(crate) async fn member(
    asked: Asked,
    Path((_, name)): Path<(String, String)>,
    query: Query,
) -> Result<Response, WebError> {
    let number = query.page()?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let member = store.member(&name).await?.ok_or(WebError::NotFound)?;
    let paging = paging(number, store.step_count(&name).await?)?;
    let page = load(store, &member, paging, visit.clock()).await?;
    Ok(visit.show(&Page::Member(Box::new(page))))
}

async fn load(
    store: &Store,
    member: &Member,
    steps_page: Paging,
    clock: Seconds,
) -> Result<MemberPage, StoreError> {
    let name = member.name.as_str();
    let steps = store
        .steps_of(name, None, Window::page(steps_page.page, PAGE_ROWS))
        .await?;
    let tallies = store
        .member_tallies(name, "", Window::first(PROGRAMMES_SHOWN))
        .await?;
    let mut names = Names::default();
    names.steps(&steps);
    member.parent.iter().for_each(|parent| names.member(parent));
    tallies
        .iter()
        .for_each(|tally| names.programme(&tally.programme));
    let first = Window::first(FLOWS_SHOWN);
    let payers = store.flows_to(name, ("", ""), first).await?;
    let payees = store.flows_from(name, ("", ""), first).await?;
    let (payers_total, payees_total) = store.flow_counts(name).await?;
    for (key, _) in payers.iter().chain(&payees) {
        names.member(&key.payer);
        names.member(&key.payee);
        names.programme(&key.programme);
    }
    let programmes: Vec<String> = tallies
        .iter()
        .map(|tally| tally.programme.clone())
        .collect();
    let arrived = hops::arrived(store, member, &programmes).await?;
    let lexicon = names.look_up(store).await?;
    let months = months(store, name, &programmes).await?;
    let open = FindingFilter {
        member: Some(name.to_owned()),
        open: Some(true),
        ..FindingFilter::default()
    };
    let (findings, findings_open) = latest(store, &open, clock).await?;
    let children = store
        .children(name, "", Window::first(CHILDREN_SHOWN))
        .await?;
    let activated = store.entry_at(member.activated).await?;
    let keys = store.keys(name, Window::first(KEYS_SHOWN)).await?;
    let region = member.region.as_ref().map(ToString::to_string);
    let region = region.unwrap_or_default();
    let titles = store.region_titles([region.clone()].into()).await?;
    Ok(MemberPage {
        member: party(member),
        function: member.function.word().to_owned(),
        tier: member.tier.0,
        region: titles
            .get(&region)
            .cloned()
            .unwrap_or_else(|| region.clone()),
        region_code: region,
        house: member.house.to_string(),
        parent: member.parent.as_ref().map(|parent| lexicon.party(parent)),
        children: children.iter().map(party).collect(),
        children_total: store.child_count(name).await?,
        frozen: member.frozen,
        activated: activated.as_ref().map(entry_ref),
        money: tallies
            .iter()
            .zip(&arrived)
            .zip(months.into_iter().chain(std::iter::repeat_with(Vec::new)))
            .map(|((tally, arrived), months)| money(&lexicon, tally, arrived, months))
            .collect(),
        payers: payers
            .iter()
            .map(|flow| hops::flow_row(&lexicon, &flow.0.payer, flow))
            .collect(),
        payers_total,
        payees: payees
            .iter()
            .map(|flow| hops::flow_row(&lexicon, &flow.0.payee, flow))
            .collect(),
        payees_total,
        hops: programmes
            .iter()
            .zip(&arrived)
            .filter_map(|(programme, arrived)| hops::of_member(&lexicon, programme, arrived))
            .collect(),
        steps: steps
            .iter()
            .map(|found| step::row(&lexicon, found, clock))
            .collect(),
        steps_page,
        findings,
        findings_open,
        keys: keys.iter().map(key_row).collect(),
    })
}

fn party(member: &Member) -> Party {
    Party {
        name: member.name.to_string(),
        title: member.title.to_string(),
    }
}

/// What was sent to a member in each month, for the first of its programmes.
async fn months(
    store: &Store,
    member: &str,
    programmes: &[String],
) -> Result<Vec<Vec<TallyRow>>, StoreError> {
    let all = Window::first(ROWS_MAX);
    let mut found = Vec::new();
    for programme in programmes.iter().take(PROGRAMMES_BY_MONTH) {
        let tallies = store
            .months(programme, ScopeKind::Member, member, ALL_MONTHS, all)
            .await?;
        let rows = tallies
            .iter()
            .map(|tally| tally_row(tally, month(tally.month)));
        found.push(rows.filter(|row| row.sent != 0).collect());
    }
    Ok(found)
}

fn money(
    lexicon: &Lexicon,
    tally: &Tally,
    arrived: &Arrived,
    mut months: Vec<TallyRow>,
) -> MemberMoney {
    let terms = &tally.terms;
    let earlier = months.len().saturating_sub(MONTHS_SHOWN);
    months.drain(..earlier);
    MemberMoney {
        programme: lexicon.programme(&tally.programme),
        currency: lexicon.currency(&tally.programme),
        appropriated: terms.appropriated,
        income: terms.income,
        sent_to: terms.meant,
        received: terms.received,
        to_confirm: terms.in_transit,
        missing: terms.missing,
        sent_on: terms.sent - terms.taken_back,
        spent: terms.spent,
        left: terms.left,
        held: terms.held,
        contested: arrived.own.contested,
        months,
        months_left_out: earlier as u64,
    }
}

/// The ledger's words for roles, in the ledger's order.
pub(crate) fn role_words(roles: Roles) -> Vec<String> {
    let held = Role::ALL.iter().filter(|(role, _)| roles.contains(*role));
    held.map(|(_, word)| (*word).to_owned()).collect()
}

pub(crate) fn key_row(key: &EnrolledKey) -> KeyRow {
    KeyRow {
        key_id: key.id.to_string(),
        person: key.person.to_string(),
        roles: role_words(key.roles),
        since_index: key.enrolled,
        until_index: key.revoked,
        compromised: key.compromised_since.is_some(),
    }
}
