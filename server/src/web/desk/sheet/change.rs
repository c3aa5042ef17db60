//! `/{language}/desk/sheets/{sheet}/save`, `…/back` and `…/delete`.

use super::super::super::error::WebError;
use super::super::super::query::Query;
use super::super::draft::shown::Funds;
use super::super::form::{Form, fault};
use super::one::FoundSheet;
use crate::people::{Saved, Stand};
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Field, Prose};

/// Saves a preview for a second person.
pub(in super::super) async fn save(found: FoundSheet) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if sheet.stand == Stand::Previewed {
        let drafts = at.desk.people.open_allocations(&at.person().member).await?;
        let funds = Funds::of(at, &drafts, &sheet.id).await?;
        if !funds.fits(&sheet.programme, &sheet.takes) {
            return found.refuse(fault("main", "sheet-spent")).await;
        }
    }
    match at.desk.people.save_batch(at.person(), sheet).await? {
        Saved::Taken => Ok(found.done()),
        Saved::Gone => found.refuse(fault("main", "sheet-unsound")).await,
        Saved::TooMany => found.refuse(fault("main", "sheets-too-many")).await,
    }
}

/// Sends it back with a reason, for its maker to read.
pub(in super::super) async fn back(found: FoundSheet, form: Form) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if at.is(&sheet.maker) {
        return found.refuse(fault("main", "draft-own")).await;
    }
    let typed = form.get("reason");
    let wrong = match Prose::parse(typed) {
        _ if typed.is_empty() => Some("reason-missing"),
        Ok(_) => None,
        Err(_) => Some("reason-unreadable"),
    };
    if let Some(wrong) = wrong {
        let mut page = found.page(&Query::default()).await?;
        page.typed_reason = typed.to_owned();
        page.errors = vec![fault("reason", wrong)];
        return found.show(StatusCode::UNPROCESSABLE_ENTITY, page).await;
    }
    let same = sheet.digest.to_string() == form.get("digest");
    let people = &at.desk.people;
    if !same || !people.send_batch_back(at.person(), sheet, typed).await? {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    Ok(found.done())
}

/// Deletes it: nothing of it was ever in the ledger.
pub(in super::super) async fn delete(found: FoundSheet) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if !at.desk.people.delete_batch(at.person(), sheet).await? {
        return found.refuse(fault("main", "draft-gone")).await;
    }
    Ok(at.to("drafts?deleted=yes"))
}
