//! `/{language}/desk/sheets/{sheet}/sign`: a second person approves a sheet as a whole, and all of its
//! rows are signed and posted in one go or none.

use super::super::super::error::WebError;
use super::super::Desk;
use super::super::form::{Form, fault};
use super::super::sign::unproven;
use super::one::FoundSheet;
use crate::people::{Batch, Person, Stand};
use crate::sequencer::SubmitError;
use crate::state::App;
use axum::response::Response;
use bytes::Bytes;
use ledger::{Entry, Note};
use std::sync::Arc;
use std::time::Duration;

/// How long an answer waits for the posting, which goes on without it: the page says how it stands.
const POSTING_WAIT_MAX: Duration = Duration::from_secs(8);

pub(in super::super) async fn sign(found: FoundSheet, form: Form) -> Result<Response, WebError> {
    let FoundSheet { at, sheet } = &found;
    if at.is(&sheet.maker) {
        return found.refuse(fault("main", "draft-own")).await;
    }
    if !at.person().may_check(&sheet.maker) {
        return found.refuse(fault("main", "draft-invited")).await;
    }
    if sheet.digest.to_string() != form.get("digest") {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    if matches!(sheet.stand, Stand::Issued | Stand::Signing) {
        return Ok(found.done());
    }
    if let Some(wrong) = unproven(&at.desk, &at.session, form.get("code")).await? {
        return found.refuse(fault("code", wrong)).await;
    }
    if !at.desk.held.has(&at.person().member) {
        return found.refuse(fault("main", "key-not-held")).await;
    }
    let person = at.person();
    if !at.desk.people.begin_posting(person, sheet).await? {
        return found.refuse(fault("main", "draft-changed")).await;
    }
    // It goes on where the line breaks or the answer comes too late.
    let posting = tokio::spawn(post(
        Arc::clone(&at.app),
        Arc::clone(&at.desk),
        person.clone(),
        sheet.clone(),
    ));
    match tokio::time::timeout(POSTING_WAIT_MAX, posting).await {
        Ok(Ok(Ok(()))) | Err(_) => Ok(found.done()),
        Ok(Ok(Err(error))) => Err(error),
        Ok(Err(error)) => Err(WebError::Internal(error.to_string().into())),
    }
}

/// Why a sheet stands nowhere: the row, from 1, and a code.
type Trouble = (u64, &'static str);

/// Signs and posts all rows, and says what came of it.
async fn post(app: Arc<App>, desk: Arc<Desk>, by: Person, sheet: Batch) -> Result<(), WebError> {
    let posted = posted(&app, &desk, &sheet).await;
    // Whatever failed, the sheet waits again and says so.
    let trouble = match &posted {
        Ok(trouble) => *trouble,
        Err(_) => Some((0, "sheet-failed")),
    };
    desk.people.end_posting(&by, &sheet, trouble).await?;
    posted.map(|_| ())
}

async fn posted(app: &App, desk: &Arc<Desk>, sheet: &Batch) -> Result<Option<Trouble>, WebError> {
    let texts = desk.people.batch_texts(&sheet.id).await?;
    // What was approved are these very texts.
    if Batch::digest_of(texts.iter().map(String::as_str)) != sheet.digest {
        return Ok(Some((0, "draft-changed")));
    }
    if !texts.iter().all(|text| desk.may_hold(text)) {
        return Ok(Some((0, "held-key-forbidden")));
    }
    let (keys, member) = (Arc::clone(desk), sheet.member.clone());
    let signed = tokio::task::spawn_blocking(move || signed(&keys, &member, &texts));
    let signed = signed
        .await
        .map_err(|error| WebError::Internal(error.to_string().into()))?;
    let Some(notes) = signed? else {
        return Ok(Some((0, "key-not-held")));
    };
    match app.sequencer().submit_whole(notes).await {
        Ok(_) => Ok(None),
        Err((place, SubmitError::Refused { reason, .. })) => {
            Ok(Some((place as u64 + 1, reason.code())))
        }
        Err((_, SubmitError::Busy { .. } | SubmitError::Stopped)) => Ok(Some((0, "sheet-busy"))),
        Err((_, error)) => {
            tracing::error!(error = %error, "a sheet wasn't posted");
            Ok(Some((0, "sheet-failed")))
        }
    }
}

/// Every row signed with the member's held key; nothing where the server holds none.
fn signed(
    desk: &Desk,
    member: &ledger::field::MemberName,
    texts: &[String],
) -> Result<Option<Vec<Bytes>>, WebError> {
    let internal = |error: &dyn std::fmt::Display| WebError::Internal(error.to_string().into());
    let key = desk.held.key(member).map_err(|error| internal(&error))?;
    let Some(key) = key else { return Ok(None) };
    let mut notes = Vec::with_capacity(texts.len());
    for text in texts {
        let entry = Entry::parse(text).map_err(|error| internal(&error))?;
        let note = Note::sign(&entry, &[(member, &key)]).map_err(|error| internal(&error))?;
        notes.push(note.bytes().to_vec().into());
    }
    Ok(Some(notes))
}
