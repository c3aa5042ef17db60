//! `/{language}/desk/record`: who did what for the member.

use super::super::error::WebError;
use super::super::language;
use super::super::query::{PAGE_ROWS, Path, Query, paging};
use super::super::view::lexicon::entry_ref;
use super::guard::{AtDesk, Present};
use super::{Showing, who};
use crate::people::Deed;
use crate::state::App;
use crate::store::{Store, StoreError};
use app::views::{DeedRow, DeskPage, RecordPage};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub(super) async fn record(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let member = &session.person.member;
    let paging = paging(query.page()?, desk.people.deed_count(member).await?)?;
    let rows = u64::from(PAGE_ROWS);
    let found = desk
        .people
        .deeds(member, (paging.page - 1) * rows, rows)
        .await?;
    let mut deeds = Vec::with_capacity(found.len());
    for deed in found {
        deeds.push(row(app.store(), deed).await?);
    }
    let page = RecordPage {
        who: who(&app, &session).await?,
        deeds,
        paging,
    };
    let showing = Showing {
        app: &app,
        language,
        path: "desk/record".to_owned(),
    };
    showing.show(StatusCode::OK, DeskPage::Record(page)).await
}

async fn row(store: &Store, deed: Deed) -> Result<DeedRow, StoreError> {
    let entry = match &deed.entry {
        Some(identity) => store.entry_by_identity(identity).await?,
        None => None,
    };
    Ok(DeedRow {
        at: deed.at.seconds(),
        account: deed.account.unwrap_or_default(),
        what: deed.what.word().to_owned(),
        about: deed.about.unwrap_or_default(),
        entry: entry.as_ref().map(entry_ref),
    })
}
