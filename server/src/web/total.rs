//! `/{language}/programmes/{id}/verify`: the check of a programme's total on the reader's own machine.

use super::answer::{Asked, Visit};
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

/// The page. Its figures are of one moment: those of two would differ from any log's.
pub(crate) async fn total(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let visit = asked.visit().await?;
    let programme = visit.store().programme(&id).await?;
    let programme = programme.ok_or(WebError::NotFound)?;
    let page = load(&asked.app, &visit, &programme).await?;
    Ok(visit.show(&Page::Total(Box::new(page))))
}

async fn load(app: &App, visit: &Visit, programme: &Programme) -> Result<TotalPage, StoreError> {
    let (store, name) = (visit.store(), programme.name.as_str());
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
        entries: visit.entries(),
        line: programme_line(store, programme).await?,
        months: months
            .iter()
            .map(|tally| tally_row(tally, month(tally.month)))
            .collect(),
        trust: trusted.trust,
        vkey: trusted.vkey,
    })
}
