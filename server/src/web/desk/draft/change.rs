//! `/{language}/desk/drafts/{draft}/back` and `…/delete`: a draft goes back to whoever wrote it, or away.

use super::super::super::error::WebError;
use super::super::form::{Form, fault};
use super::super::looking::Found;
use super::sign::changed;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Field, Prose};

/// Sends it back with a reason, for its maker to read.
pub(in super::super) async fn back(found: Found, form: Form) -> Result<Response, WebError> {
    let Found { at, draft } = &found;
    if at.is(&draft.maker) {
        return found.refuse(fault("edit", "draft-own")).await;
    }
    let typed = form.get("reason");
    let wrong = match Prose::parse(typed) {
        _ if typed.is_empty() => Some("reason-missing"),
        Ok(_) => None,
        Err(_) => Some("reason-unreadable"),
    };
    if let Some(wrong) = wrong {
        let mut page = at.draft_page(draft).await?;
        page.typed_reason = typed.to_owned();
        page.errors = vec![fault("reason", wrong)];
        return at.show_draft(StatusCode::UNPROCESSABLE_ENTITY, page).await;
    }
    let same = draft.identity().to_string() == form.get("text_identity");
    if !same || !at.desk.people.send_back(at.person(), draft, typed).await? {
        let now = at.draft(&draft.id).await?;
        return found.refuse(changed(&now)).await;
    }
    // Another member's draft is its author's alone again.
    let own = draft.member == at.person().member;
    Ok(at.to(&if own {
        format!("drafts/{}", draft.id)
    } else {
        "drafts".to_owned()
    }))
}

/// Deletes it: nothing of it was ever in the ledger.
pub(in super::super) async fn delete(found: Found) -> Result<Response, WebError> {
    let Found { at, draft } = &found;
    if !at.desk.people.delete_allocation(at.person(), draft).await? {
        return found.refuse(fault("main", "draft-gone")).await;
    }
    Ok(at.to("drafts?deleted=yes"))
}
