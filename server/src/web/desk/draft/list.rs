//! `/{language}/desk/drafts`: what is drafted for the member.

use super::super::super::error::WebError;
use super::super::super::language;
use super::super::super::query::{Path, Query};
use super::super::super::view::lexicon::Names;
use super::super::guard::{AtDesk, Present};
use super::super::{Showing, who};
use super::shown::{row, transfer};
use crate::people::Stand;
use crate::state::App;
use app::views::{DeskPage, DraftsPage};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// Drafts signed lately that the list shows beneath.
const ISSUED_SHOWN: u64 = 5;

pub(in super::super) async fn drafts(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let person = &session.person;
    let mut drafts = desk.people.open_allocations(&person.member).await?;
    let issued = desk
        .people
        .issued_allocations(&person.member, ISSUED_SHOWN)
        .await?;
    drafts.extend(issued);
    let mut names = Names::default();
    let mut read = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let transfer = transfer(&draft.text)?;
        names.member(&transfer.to);
        names.programme(&transfer.programme);
        read.push((draft, transfer));
    }
    let lexicon = names.look_up(app.store()).await?;
    let mut page = DraftsPage {
        who: who(&app, &session).await?,
        has_held_key: desk.held.has(&person.member),
        deleted: query.get("deleted").is_some(),
        ..DraftsPage::default()
    };
    for (draft, transfer) in &read {
        let row = row(&lexicon, draft, transfer);
        let own = draft.maker == person.account.as_str();
        match draft.stand {
            Stand::Issued => page.issued.push(row),
            _ if own => page.own.push(row),
            Stand::SentBack => page.sent_back.push(row),
            Stand::Waiting | Stand::Signing => page.waiting.push(row),
        }
    }
    let showing = Showing {
        app: &app,
        language,
        path: "desk/drafts".to_owned(),
    };
    showing.show(StatusCode::OK, DeskPage::Drafts(page)).await
}
