//! `/{language}/programmes/{id}`: a programme's line, and its totals by tier, region and month.

use super::answer::Asked;
use super::error::WebError;
use super::home::{latest, programme_line};
use super::query::{Path, Query, paging_by};
use super::view::hops;
use super::view::lexicon::{Names, entry_ref};
use super::view::line;
use crate::store::read::{ALL_MONTHS, FindingFilter, ROWS_MAX, ScopeKind, Tally, Window};
use crate::store::{Store, StoreError};
use app::views::{
    Bucket, FlowBy, Line, MemberRow, Minor, Page, Paging, Party, PlaceRow, ProgrammePage,
    ProgrammeRef, Seconds, TallyRow, Wanted,
};
use axum::response::Response;
use ledger::{Member, Programme};
use std::collections::{BTreeSet, HashMap};

/// Members on one page of a programme: its pictures share the page's weight with them.
const MEMBERS_SHOWN: u32 = 15;

pub(crate) async fn programme(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
    query: Query,
) -> Result<Response, WebError> {
    let number = query.page()?;
    let flow = query.get("flow").map_or(Ok(FlowBy::default()), |word| {
        FlowBy::parse(word).ok_or_else(|| WebError::field("flow", Wanted::Flow))
    })?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let programme = store.programme(&id).await?.ok_or(WebError::NotFound)?;
    let total = store.tally_count(&id, ScopeKind::Member).await?;
    let paging = paging_by(MEMBERS_SHOWN, number, total)?;
    let mut page = load(store, &programme, paging, visit.clock()).await?;
    page.flow = flow;
    Ok(visit.show(&Page::Programme(Box::new(page))))
}

async fn load(
    store: &Store,
    programme: &Programme,
    members_page: Paging,
    clock: Seconds,
) -> Result<ProgrammePage, StoreError> {
    let name = programme.name.as_str();
    let open = FindingFilter {
        programme: Some(name.to_owned()),
        open: Some(true),
        ..FindingFilter::default()
    };
    let (findings, findings_open) = latest(store, &open, clock).await?;
    let mut names = Names::default();
    names.member(&programme.owner);
    let opened = store.entry_at(programme.opened).await?;
    let all = Window::first(ROWS_MAX);
    let tiers = store
        .tallies(name, ScopeKind::Tier, ALL_MONTHS, "", all)
        .await?;
    let regions = store
        .tallies(name, ScopeKind::Region, ALL_MONTHS, "", all)
        .await?;
    let codes = regions.iter().map(|tally| tally.of.clone());
    let titles = store.region_titles(codes.collect()).await?;
    let months = store
        .months(name, ScopeKind::Programme, "", ALL_MONTHS, all)
        .await?;
    let line = programme_line(store, programme).await?;
    let whole = store
        .tally(name, ScopeKind::Programme, "", ALL_MONTHS)
        .await?
        .map(|tally| tally_row(&tally, Bucket::default()));
    let region_codes = regions.iter().map(|tally| tally.of.clone()).collect();
    let (regions, places) = by_place((&whole.unwrap_or_default(), &line), &regions, &titles);
    let arrivals = store.arrivals(name, ScopeKind::Tier, "", all).await?;
    Ok(ProgrammePage {
        flow: FlowBy::default(),
        programme: ProgrammeRef {
            id: name.to_owned(),
            title: programme.title.to_string(),
        },
        owner: names.look_up(store).await?.party(&programme.owner),
        period: period(programme),
        basis: programme.basis.word().to_owned(),
        opened: opened.as_ref().map(entry_ref).unwrap_or_default(),
        closed: programme.closed,
        levels: levels(&line, &tiers),
        places,
        line,
        tiers: tiers
            .iter()
            .map(|tally| tally_row(tally, Bucket::Tier(tally.of.parse().unwrap_or_default())))
            .collect(),
        regions,
        region_codes,
        months: months
            .iter()
            .map(|tally| tally_row(tally, month(tally.month)))
            .collect(),
        hops: arrivals.iter().filter_map(hops::of_tier).collect(),
        members: members(store, name, members_page).await?,
        members_page,
        findings,
        findings_open,
    })
}

/// Each level's part of the line.
fn levels(whole: &Line, tiers: &[Tally]) -> Vec<PlaceRow> {
    let rows = tiers.iter().map(|tally| PlaceRow {
        place: Bucket::Tier(tally.of.parse().unwrap_or_default()),
        line: line::line(whole.currency.clone(), &tally.terms),
    });
    rows.collect()
}

/// Adds the members without a region, as the last: what the programme has beside its regions.
/// Nothing stands where there are more regions than one answer holds, rather than a part of them.
fn by_place(
    (whole, line): (&TallyRow, &Line),
    regions: &[Tally],
    titles: &HashMap<String, String>,
) -> (Vec<TallyRow>, Vec<PlaceRow>) {
    let bucket = |tally: &Tally| Bucket::Region(called(titles, &tally.of));
    let mut rows: Vec<TallyRow> = regions
        .iter()
        .map(|tally| tally_row(tally, bucket(tally)))
        .collect();
    if regions.is_empty() || regions.len() >= ROWS_MAX as usize {
        return (rows, Vec::new());
    }
    let mut places: Vec<PlaceRow> = regions
        .iter()
        .map(|tally| PlaceRow {
            place: bucket(tally),
            line: line::line(line.currency.clone(), &tally.terms),
        })
        .collect();
    let rest = PlaceRow {
        place: Bucket::default(),
        line: line::without(line, places.iter().map(|place| &place.line)),
    };
    if rest.line.came_in() != 0 || rest.line.accounted_for() != 0 {
        rows.push(beside(whole, &rows));
        places.push(rest);
    }
    (rows, places)
}

/// What a programme's row has beside its parts.
fn beside(whole: &TallyRow, parts: &[TallyRow]) -> TallyRow {
    let sum = |term: fn(&TallyRow) -> Minor| -> Minor { parts.iter().map(term).sum() };
    TallyRow {
        bucket: Bucket::default(),
        allocated: whole.allocated - sum(|row| row.allocated),
        sent: whole.sent - sum(|row| row.sent),
        received: whole.received - sum(|row| row.received),
        transit: whole.transit - sum(|row| row.transit),
        missing: whole.missing - sum(|row| row.missing),
    }
}

/// The calendar year where it is one, else its first and last day.
fn period(programme: &Programme) -> String {
    let (starts, ends) = (programme.starts.to_string(), programme.ends.to_string());
    match (starts.strip_suffix("-01-01"), ends.strip_suffix("-12-31")) {
        (Some(first), Some(last)) if first == last => first.to_owned(),
        _ => format!("{starts} \u{2013} {ends}"),
    }
}

pub(crate) fn month(number: u32) -> Bucket {
    Bucket::Month(
        i32::try_from(number / 100).unwrap_or_default(),
        number % 100,
    )
}

pub(crate) fn tally_row(tally: &Tally, bucket: Bucket) -> TallyRow {
    let terms = &tally.terms;
    TallyRow {
        bucket,
        allocated: terms.appropriated,
        sent: terms.meant,
        received: terms.received,
        transit: terms.in_transit,
        missing: terms.missing,
    }
}

async fn members(
    store: &Store,
    programme: &str,
    paging: Paging,
) -> Result<Vec<MemberRow>, StoreError> {
    let window = Window::page(paging.page, MEMBERS_SHOWN);
    let tallies = store
        .tallies(programme, ScopeKind::Member, ALL_MONTHS, "", window)
        .await?;
    let named: BTreeSet<String> = tallies.iter().map(|tally| tally.of.clone()).collect();
    let known = store.members_named(named).await?;
    let regions = known.values().filter_map(|member| member.region.as_ref());
    let regions = regions.map(ToString::to_string).collect();
    let titles = store.region_titles(regions).await?;
    let shown = tallies.iter().map(|tally| tally.of.clone());
    let open = store.open_findings_of(programme, shown).await?;
    let rows = tallies.iter().map(|tally| {
        let findings_open = open.get(&tally.of).copied().unwrap_or_default();
        member_row(tally, known.get(&tally.of), &titles, findings_open)
    });
    Ok(rows.collect())
}

/// What a region is called: by its title, else by its code.
pub(crate) fn called(titles: &HashMap<String, String>, code: &str) -> String {
    titles.get(code).map_or(code, String::as_str).to_owned()
}

fn member_row(
    tally: &Tally,
    member: Option<&Member>,
    titles: &HashMap<String, String>,
    findings_open: u64,
) -> MemberRow {
    let title = member.map(|member| member.title.to_string());
    let region = member.and_then(|member| member.region.as_ref());
    MemberRow {
        member: Party {
            name: tally.of.clone(),
            title: title.unwrap_or_default(),
        },
        tier: member.map(|member| member.tier.0).unwrap_or_default(),
        region: region
            .map(|region| called(titles, &region.to_string()))
            .unwrap_or_default(),
        sent: tally.terms.meant,
        received: tally.terms.received,
        held: tally.terms.held,
        findings_open,
    }
}
