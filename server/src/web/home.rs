//! `/{language}/`: the money of all programmes, and what is open.

use super::answer::Asked;
use super::error::WebError;
use super::view::{finding, lexicon, line};
use crate::store::read::{ALL_MONTHS, FindingFilter, ScopeKind, Window};
use crate::store::{Store, StoreError};
use app::views::{FindingView, HomePage, Line, Page, ProgrammeRef, ProgrammeRow, Seconds};
use axum::response::Response;
use ledger::{Code, Programme};

/// Programmes on the front page: a ministry runs dozens; all of them are in the API.
const PROGRAMMES_SHOWN: u32 = 100;

/// Findings on a page that isn't the list of them.
pub(crate) const FINDINGS_SHOWN: u32 = 5;

pub(crate) async fn home(asked: Asked) -> Result<Response, WebError> {
    let visit = asked.visit().await?;
    let page = load(visit.store(), visit.clock()).await?;
    Ok(visit.show(&Page::Home(page)))
}

async fn load(store: &Store, clock: Seconds) -> Result<HomePage, StoreError> {
    let mut programmes = store
        .programmes("", Window::first(PROGRAMMES_SHOWN))
        .await?;
    programmes.sort_by_key(|programme| std::cmp::Reverse(programme.opened));
    let mut rows = Vec::with_capacity(programmes.len());
    for programme in &programmes {
        rows.push(row(store, programme).await?);
    }
    let open = FindingFilter {
        open: Some(true),
        ..FindingFilter::default()
    };
    let (findings, findings_open) = latest(store, &open, clock).await?;
    let latest = store.latest_but_ticks().await?;
    Ok(HomePage {
        lines: by_currency(&rows),
        programmes: rows,
        findings,
        findings_open,
        members: store.member_count().await?,
        moved_at: latest.map(|entry| entry.note.entry().time().seconds()),
    })
}

/// The latest findings that a filter keeps, and how many it keeps in all.
pub(crate) async fn latest(
    store: &Store,
    filter: &FindingFilter,
    clock: Seconds,
) -> Result<(Vec<FindingView>, u64), StoreError> {
    let (found, _) = store
        .findings(filter, None, Window::first(FINDINGS_SHOWN))
        .await?;
    let count = store.finding_sum(filter).await?.count;
    Ok((finding::views(store, &found, clock).await?, count))
}

async fn row(store: &Store, programme: &Programme) -> Result<ProgrammeRow, StoreError> {
    let name = programme.name.as_str();
    let open = FindingFilter {
        programme: Some(name.to_owned()),
        open: Some(true),
        ..FindingFilter::default()
    };
    Ok(ProgrammeRow {
        programme: ProgrammeRef {
            id: name.to_owned(),
            title: programme.title.to_string(),
        },
        line: programme_line(store, programme).await?,
        findings_open: store.finding_sum(&open).await?.count,
        closed: programme.closed,
    })
}

/// The line of a programme.
pub(crate) async fn programme_line(
    store: &Store,
    programme: &Programme,
) -> Result<Line, StoreError> {
    let name = programme.name.as_str();
    let tally = store
        .tally(name, ScopeKind::Programme, "", ALL_MONTHS)
        .await?;
    let terms = tally.map(|tally| tally.terms).unwrap_or_default();
    let mut line = line::line(lexicon::currency(programme), &terms);
    line.overdue = line::at_risk(store, name, Code::ReceiptOverdue).await?;
    let arrived = store
        .arrivals(name, ScopeKind::Programme, "", Window::first(1))
        .await?;
    line.contested = arrived.first().map_or(0, |(_, terms)| terms.contested);
    Ok(line)
}

/// One line for each currency, in the order in which they come.
fn by_currency(rows: &[ProgrammeRow]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        match lines
            .iter_mut()
            .find(|line| line.currency == row.line.currency)
        {
            Some(line) => line::add(line, &row.line),
            None => lines.push(row.line.clone()),
        }
    }
    lines
}
