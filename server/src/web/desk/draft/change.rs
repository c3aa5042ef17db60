//! `/{language}/desk/drafts/{draft}/back` and `…/delete`: a draft goes back to whoever wrote it, or away.

use super::super::super::error::WebError;
use super::super::super::language;
use super::super::super::query::Path;
use super::super::form::{Form, fault};
use super::super::guard::{AtDesk, Present};
use super::super::see_other;
use super::one::{Looking, found};
use super::sign::changed;
use crate::state::App;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Field, Prose};
use std::sync::Arc;

/// Sends it back with a reason, for its maker to read.
pub(in super::super) async fn back(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let looking = Looking {
        app: &app,
        desk: &desk,
        session: &session,
        language: language::parse(&language)?,
    };
    let draft = found(&desk, &session, &id).await?;
    if draft.maker == session.person.account.as_str() {
        return looking.refuse(&id, fault("edit", "draft-own")).await;
    }
    let typed = form.get("reason");
    let wrong = match Prose::parse(typed) {
        _ if typed.is_empty() => Some("reason-missing"),
        Ok(_) => None,
        Err(_) => Some("reason-unreadable"),
    };
    if let Some(wrong) = wrong {
        let mut page = looking.page(&draft).await?;
        page.typed_reason = typed.to_owned();
        page.errors = vec![fault("reason", wrong)];
        return looking.show(StatusCode::UNPROCESSABLE_ENTITY, page).await;
    }
    let same = draft.identity().to_string() == form.get("text_identity");
    if !same
        || !desk
            .people
            .send_back(&session.person, &draft, typed)
            .await?
    {
        let now = found(&desk, &session, &id).await?;
        return looking.refuse(&id, changed(&now)).await;
    }
    Ok(see_other(&format!("/{language}/desk/drafts/{id}")))
}

/// Deletes it: nothing of it was ever in the ledger.
pub(in super::super) async fn delete(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let looking = Looking {
        app: &app,
        desk: &desk,
        session: &session,
        language: language::parse(&language)?,
    };
    let draft = found(&desk, &session, &id).await?;
    if !desk
        .people
        .delete_allocation(&session.person, &draft)
        .await?
    {
        return looking.refuse(&id, fault("main", "draft-gone")).await;
    }
    Ok(see_other(&format!("/{language}/desk/drafts?deleted=yes")))
}
