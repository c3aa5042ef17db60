//! `/{language}/programmes/{id}/verify`: the check of a programme's total on the reader's own machine.

use super::answer::Asked;
use super::error::WebError;
use super::home::programme_line;
use super::programme::{month, tally_row};
use super::query::Path;
use super::verify::trusting;
use crate::state::App;
use crate::store::StoreError;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Window};
use app::views::{Page, ProgrammeRef, TotalPage};
use axum::response::Response;
use ledger::Programme;

/// How often the figures are read again where entries came meanwhile. They are of one moment then, or
/// the page isn't shown: figures of two moments would differ from any log's.
const READ_TIMES: u32 = 20;

/// The page.
pub(crate) async fn total(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let store = asked.app.store();
    for _ in 0..READ_TIMES {
        let visit = asked.visit().await?;
        let programme = store.programme(&id).await?.ok_or(WebError::NotFound)?;
        let page = load(&asked.app, &programme, visit.entries()).await?;
        let now = store.head().await?.map_or(0, |head| head.next_index);
        if now == visit.entries() {
            return Ok(visit.show(&Page::Total(Box::new(page))));
        }
    }
    Err(WebError::Internal(
        "the figures change while they are read".into(),
    ))
}

async fn load(app: &App, programme: &Programme, entries: u64) -> Result<TotalPage, StoreError> {
    let (store, name) = (app.store(), programme.name.as_str());
    let all = Window::first(ROWS_MAX);
    let months = store
        .months(name, ScopeKind::Programme, "", ALL_MONTHS, all)
        .await?;
    let trusted = trusting(app);
    Ok(TotalPage {
        programme: ProgrammeRef {
            id: name.to_owned(),
            title: programme.title.to_string(),
        },
        entries,
        line: programme_line(store, programme).await?,
        months: months
            .iter()
            .map(|tally| tally_row(tally, month(tally.month)))
            .collect(),
        trust: trusted.trust,
        vkey: trusted.vkey,
    })
}
