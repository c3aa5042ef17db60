//! `/{language}/desk/sheets/{sheet}/sign`: a second person approves a sheet as a whole, and all of its
//! rows are signed and posted in one go or none; or one that all have signed apart is posted again.

use super::super::super::error::WebError;
use super::super::form::{Form, fault};
use super::super::sign::unproven;
use super::one::FoundSheet;
use super::posting::{self, Signing};
use crate::people::Stand;
use axum::response::Response;

pub(in super::super) async fn sign(found: FoundSheet, form: Form) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    let own = at.is(&sheet.maker);
    if own && !sheet.is_apart() {
        return found.refuse(fault("main", "draft-own")).await;
    }
    if !own && !at.person().may_check(&sheet.maker) {
        return found.refuse(fault("main", "draft-invited")).await;
    }
    if sheet.digest.to_string() != form.get("digest") {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    if matches!(sheet.stand, Stand::Issued | Stand::Signing) {
        return Ok(found.done());
    }
    if sheet.stand != Stand::Waiting {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    if let Some(wrong) = unproven(&at.desk, &at.session, form.get("code")).await? {
        return found.refuse(fault("code", wrong)).await;
    }
    if sheet.is_apart() {
        return found.post_if_whole().await;
    }
    if !at.desk.held.has(&at.person().member) {
        return found.refuse(fault("main", "key-not-held")).await;
    }
    if !posting::begin(at, sheet, at.person(), Signing::Held).await? {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    Ok(found.done())
}
