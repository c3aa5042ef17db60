//! `/{language}/findings`: the list, narrowed by its address.

use super::answer::visit;
use super::error::WebError;
use super::language;
use super::query::{PAGE_ROWS, Path, Query, paging};
use super::view::{finding, lexicon};
use crate::state::App;
use crate::store::read::{FindingFilter, FindingSum, Window};
use crate::store::{Store, StoreError};
use app::views::{
    Currency, FindingCode, FindingState, FindingsFilter, FindingsPage, Minor, Page, ProgrammeRef,
};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use ledger::Code;
use std::sync::Arc;

/// Programmes that the filter offers.
const PROGRAMMES_OFFERED: u32 = 100;

pub(crate) async fn findings(
    State(app): State<Arc<App>>,
    Path(language): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let (filter, page) = (filter(&query)?, query.page()?);
    let visit = match visit(&app, language, &uri, &headers).await? {
        Ok(visit) => visit,
        Err(unchanged) => return Ok(unchanged),
    };
    let store = app.store();
    let wanted = wanted(&filter);
    let paging = paging(page, store.finding_count(&wanted).await?)?;
    let (found, _) = store
        .findings(&wanted, None, Window::page(page, PAGE_ROWS))
        .await?;
    let programmes = store
        .programmes("", Window::first(PROGRAMMES_OFFERED))
        .await?;
    let offered = programmes.iter().map(|programme| ProgrammeRef {
        id: programme.name.to_string(),
        title: programme.title.to_string(),
    });
    let sum = store.finding_sum(&wanted).await?;
    let shown = FindingsPage {
        programmes: offered.collect(),
        findings: finding::views(store, &found, visit.clock()).await?,
        paging,
        total: sum.count,
        at_risk: at_risk(store, &sum).await?,
        filter,
    };
    Ok(visit.show(&Page::Findings(shown)))
}

fn filter(query: &Query) -> Result<FindingsFilter, WebError> {
    let code = query.get("code").map(|code| {
        FindingCode::parse(code).ok_or_else(|| WebError::query("code: there is no such code"))
    });
    let state = query.get("state").map(|state| {
        FindingState::parse(state)
            .ok_or_else(|| WebError::query("state: open, closed or all is expected"))
    });
    Ok(FindingsFilter {
        code: code.transpose()?,
        programme: query.get("programme").map(str::to_owned),
        member: query.get("member").map(|name| name.trim().to_owned()),
        state: state.transpose()?.unwrap_or_default(),
    })
}

/// The filter as the store takes it.
fn wanted(filter: &FindingsFilter) -> FindingFilter {
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
