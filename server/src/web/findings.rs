//! `/{language}/findings`: the list, narrowed by its address.

use super::answer::Asked;
use super::error::WebError;
use super::query::{Query, paging_by};
use super::view::{finding, lexicon};
use crate::store::read::{ALL_MONTHS, FindingFilter, FindingSum, ROWS_MAX, ScopeKind, Window};
use crate::store::{Store, StoreError};
use app::views::{
    Currency, FindingCode, FindingState, FindingsFilter, FindingsPage, Minor, Page, Paging,
    ProgrammeRef, Severity, Wanted,
};
use axum::response::Response;
use ledger::{Code, Finding, Programme};
use std::collections::BTreeSet;

/// Pieces of [`ROWS_MAX`] findings that are looked through for what no index serves.
const SCANS_MAX: usize = 4;

/// Programmes whose places the filter offers where none is chosen, and places of each.
const PROGRAMMES_OF_PLACES: usize = 4;
const PLACES_OFFERED: u32 = 100;

/// Programmes that the filter offers.
const PROGRAMMES_OFFERED: u32 = 100;

/// Findings of one page: of fifty that were closed, each with the day of its end, a page and its sheet
/// took more than the 14 kB that a server sends at once.
const FINDINGS_SHOWN: u32 = 40;

pub(crate) async fn findings(asked: Asked, query: Query) -> Result<Response, WebError> {
    let (filter, page) = (filter(&query)?, query.page()?);
    let visit = asked.visit().await?;
    let store = visit.store();
    let wanted = wanted(&filter);
    let narrow = filter.severity.is_some() || filter.place.is_some();
    let list = if narrow {
        looked_through(store, &filter, &wanted, page).await?
    } else {
        listed(store, &wanted, page).await?
    };
    let programmes = store
        .programmes("", Window::first(PROGRAMMES_OFFERED))
        .await?;
    let offered = programmes.iter().map(|programme| ProgrammeRef {
        id: programme.name.to_string(),
        title: programme.title.to_string(),
    });
    let shown = FindingsPage {
        programmes: offered.collect(),
        places: places(store, &filter, &programmes).await?,
        findings: finding::views(store, &list.findings, visit.clock()).await?,
        paging: list.paging,
        total: list.sum.count,
        at_risk: at_risk(store, &list.sum).await?,
        filter,
    };
    Ok(visit.show(&Page::Findings(shown)))
}

/// One page of the narrowed list, and what the whole of it comes to.
struct List {
    findings: Vec<Finding>,
    paging: Paging,
    sum: FindingSum,
}

/// What an index serves.
async fn listed(store: &Store, wanted: &FindingFilter, page: u64) -> Result<List, WebError> {
    let paging = paging_by(FINDINGS_SHOWN, page, store.finding_count(wanted).await?)?;
    let window = Window::page(page, FINDINGS_SHOWN);
    let (findings, _) = store.findings(wanted, None, window).await?;
    Ok(List {
        findings,
        paging,
        sum: store.finding_sum(wanted).await?,
    })
}

/// Of some findings those of the filter's weight and place, which stand in no index.
pub(super) async fn narrowed(
    store: &Store,
    filter: &FindingsFilter,
    mut found: Vec<Finding>,
) -> Result<Vec<Finding>, StoreError> {
    found.retain(|one| {
        let severity = finding::severity(one.code);
        filter.severity.is_none_or(|wanted| wanted == severity)
    });
    let Some(place) = filter.place.as_deref() else {
        return Ok(found);
    };
    let payees = found.iter().map(|one| one.payee.to_string()).collect();
    let payees = store.members_named(payees).await?;
    found.retain(|one| {
        let payee = payees.get(one.payee.as_str());
        let region = payee.and_then(|payee| payee.region.as_ref());
        region.is_some_and(|region| region.as_str() == place)
    });
    Ok(found)
}

/// Weight and place stand in no index: the latest findings are looked through for them.
async fn looked_through(
    store: &Store,
    filter: &FindingsFilter,
    wanted: &FindingFilter,
    page: u64,
) -> Result<List, WebError> {
    let mut kept = Vec::new();
    let mut after = None;
    for _ in 0..SCANS_MAX {
        let (found, next) = store
            .findings(wanted, after, Window::first(ROWS_MAX))
            .await?;
        kept.extend(narrowed(store, filter, found).await?);
        after = next;
        if after.is_none() {
            break;
        }
    }
    let mut sum = FindingSum::default();
    for found in &kept {
        sum.count += 1;
        *sum.at_risk.entry(found.programme.to_string()).or_default() += found.at_risk;
    }
    let paging = paging_by(FINDINGS_SHOWN, page, sum.count)?;
    let first = usize::try_from((page - 1) * paging.size).unwrap_or(usize::MAX);
    let findings = kept.into_iter().skip(first).take(FINDINGS_SHOWN as usize);
    Ok(List {
        findings: findings.collect(),
        paging,
        sum,
    })
}

/// Regions of the chosen programme, or of the first few.
async fn places(
    store: &Store,
    filter: &FindingsFilter,
    programmes: &[Programme],
) -> Result<Vec<String>, StoreError> {
    let chosen = |programme: &&Programme| {
        let wanted = filter.programme.as_deref();
        wanted.is_none_or(|wanted| wanted == programme.name.as_str())
    };
    let mut places = BTreeSet::new();
    for programme in programmes.iter().filter(chosen).take(PROGRAMMES_OF_PLACES) {
        let window = Window::first(PLACES_OFFERED);
        let tallies = store
            .tallies(
                programme.name.as_str(),
                ScopeKind::Region,
                ALL_MONTHS,
                "",
                window,
            )
            .await?;
        places.extend(tallies.into_iter().map(|tally| tally.of));
    }
    places.extend(filter.place.clone());
    places.retain(|place| !place.is_empty());
    Ok(places.into_iter().collect())
}

pub(super) fn filter(query: &Query) -> Result<FindingsFilter, WebError> {
    let code = query
        .get("code")
        .map(|code| FindingCode::parse(code).ok_or_else(|| WebError::field("code", Wanted::Code)));
    let state = query.get("state").map(|state| {
        FindingState::parse(state).ok_or_else(|| WebError::field("state", Wanted::State))
    });
    let severity = query.get("severity").map(|severity| {
        Severity::parse(severity).ok_or_else(|| WebError::field("severity", Wanted::Severity))
    });
    Ok(FindingsFilter {
        code: code.transpose()?,
        severity: severity.transpose()?,
        place: query.get("place").map(str::to_owned),
        programme: query.get("programme").map(str::to_owned),
        member: query.get("member").map(|name| name.trim().to_owned()),
        state: state.transpose()?.unwrap_or_default(),
    })
}

/// The filter as the store takes it.
pub(super) fn wanted(filter: &FindingsFilter) -> FindingFilter {
    FindingFilter {
        code: filter.code.and_then(|code| Code::from_word(code.as_str())),
        programme: filter.programme.clone(),
        member: filter.member.clone(),
        open: match filter.state {
            FindingState::Open => Some(true),
            FindingState::Closed => Some(false),
            FindingState::All => None,
        },
    }
}

/// Money at risk over the list, a sum for each currency.
async fn at_risk(store: &Store, sum: &FindingSum) -> Result<Vec<(Currency, Minor)>, StoreError> {
    let mut names = lexicon::Names::default();
    sum.at_risk
        .keys()
        .for_each(|programme| names.programme(programme));
    let lexicon = names.look_up(store).await?;
    let mut sums: Vec<(Currency, Minor)> = Vec::new();
    for (programme, at_risk) in &sum.at_risk {
        let currency = lexicon.currency(programme);
        match sums.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, sum)) => *sum += at_risk,
            None => sums.push((currency, *at_risk)),
        }
    }
    Ok(sums)
}
