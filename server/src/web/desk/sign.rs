//! `/{language}/desk/sign/{identity}`: what was checked is signed and sent.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::confirm::{self, asked, check_again, typed};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::{Desk, device, see_other};
use crate::people::{Deed, Done, Draft, Session};
use crate::sequencer::{Answer, SubmitError};
use crate::state::App;
use app::views::{FieldError, Unavailable};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ed25519_dalek::Signer;
use ledger::field::{Identity, MemberName, Role};
use ledger::{Entry, Note, SignatureLine};
use std::sync::Arc;

pub(super) async fn sign(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, identity)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let asked = asked(&app, &session, &identity).await?;
    let mut page = typed(&app, &session, &asked, &desk, &form).await?;
    // What is signed is what was shown: the same text, for the same step, to the same person.
    // What a device signed may have waited there for a line.
    let shown = if form.get("signature").is_empty() {
        desk.people.draft(&page.once, &session.person).await?
    } else {
        desk.people
            .signed_draft(&page.once, &session.person)
            .await?
    };
    let same = |draft: &Draft| {
        draft.step == asked.step.identity
            && Identity::of(&draft.text).to_string() == form.get("text_identity")
    };
    let Some(draft) = shown.filter(same) else {
        page.errors.push(fault("answer", "changed"));
        return confirm::show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await;
    };
    let answer = match signed_and_sent(&app, &desk, &session, &draft, &form).await? {
        Ok(answer) => answer,
        Err(error) => {
            let again = check_again(page, &asked, &draft, error);
            let mut again =
                again.ok_or_else(|| WebError::Internal("a draft isn't a receipt".into()))?;
            again.device = device::own_keys(&app, &session.person, Role::Confirm).await?;
            again.own_key_only = !desk.may_hold(&again.text);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return confirm::show_check(&app, language, status, again).await;
        }
    };
    desk.people.documents_stand(answer.identity).await?;
    if !answer.repeated {
        let deed = Deed::of(&session.person, Done::Confirmed).with(answer.identity);
        desk.people.record(&deed).await?;
    }
    let to = format!("/{}/desk/confirmed/{}", language.code(), answer.identity);
    Ok(see_other(&to))
}

/// Signs what was shown and submits it; or says what keeps it from being signed or recorded.
async fn signed_and_sent(
    app: &App,
    desk: &Desk,
    session: &Session,
    draft: &Draft,
    form: &Form,
) -> Result<Result<Answer, FieldError>, WebError> {
    if let Some(wrong) = unproven(desk, session, form.get("code")).await? {
        return Ok(Err(fault("code", wrong)));
    }
    let line = form.get("signature");
    if !line.is_empty() {
        return match below(app, session, draft, line).await? {
            Ok(note) => sent(app, &note, "answer").await,
            Err(code) => Ok(Err(fault("answer", code))),
        };
    }
    // A press before the device's module has run mustn't turn into the server's word.
    let own = device::own_keys(app, &session.person, Role::Confirm).await?;
    if own.is_some() && form.get("through") != THROUGH_SERVER {
        return Ok(Err(fault("answer", "device-unsigned")));
    }
    match signed(desk, session, &draft.text)? {
        Ok(note) => sent(app, &note, "answer").await,
        Err(code) => Ok(Err(fault("answer", code))),
    }
}

/// What a form says that asks for the server's key where the person has one of their own.
pub(super) const THROUGH_SERVER: &str = "server";

/// The note with the signature that the person's own device made; or a form's code, where the line
/// can't be read or names a key that isn't theirs. The sequencer checks the signature itself.
async fn below(
    app: &App,
    session: &Session,
    draft: &Draft,
    line: &str,
) -> Result<Result<Note, &'static str>, WebError> {
    let Some(line) = SignatureLine::parse(line) else {
        return Ok(Err("signature-wrong"));
    };
    if !device::is_own(app, &session.person, &line).await? {
        return Ok(Err("device-key-foreign"));
    }
    let entry = Entry::parse(&draft.text);
    let entry = entry.map_err(|error| WebError::Internal(error.to_string().into()))?;
    let note = Note::assemble(&entry, vec![line]);
    let note = note.map_err(|error| WebError::Internal(error.to_string().into()))?;
    Ok(Ok(note))
}

/// Why this session may not sign yet, as a form's code.
pub(super) async fn unproven(
    desk: &Desk,
    session: &Session,
    code: &str,
) -> Result<Option<&'static str>, WebError> {
    if session.is_proven(desk.people.now()) {
        return Ok(None);
    }
    if code.is_empty() {
        return Ok(Some("code-missing"));
    }
    let proven = desk.people.prove(session, code).await?;
    Ok((!proven).then_some("code-wrong"))
}

/// The note, signed by the key that the server holds for the member; or a form's code, where it holds
/// none or the programme wants people's own keys.
pub(super) fn signed(
    desk: &Desk,
    session: &Session,
    text: &str,
) -> Result<Result<Note, &'static str>, WebError> {
    if !desk.may_hold(text) {
        return Ok(Err("held-key-forbidden"));
    }
    Ok(held(desk, &session.person.member, text)?.ok_or("key-not-held"))
}

/// The note, signed by the key that the server holds for a member; nothing where it holds none.
pub(super) fn held(desk: &Desk, member: &MemberName, text: &str) -> Result<Option<Note>, WebError> {
    let internal = |error: &dyn std::fmt::Display| WebError::Internal(error.to_string().into());
    let key = desk.held.key(member).map_err(|error| internal(&error))?;
    let Some(key) = key else { return Ok(None) };
    let entry = Entry::parse(text).map_err(|error| internal(&error))?;
    let note = Note::sign(&entry, &[(member, &key)]);
    note.map(Some).map_err(|error| internal(&error))
}

/// The line that the key makes which the server holds for a member; nothing where it holds none.
pub(super) fn held_line(
    desk: &Desk,
    member: &MemberName,
    text: &str,
) -> Result<Option<SignatureLine>, WebError> {
    let key = desk.held.key(member);
    let key = key.map_err(|error| WebError::Internal(error.to_string().into()))?;
    Ok(key.map(|key| {
        let signature = key.sign(text.as_bytes()).to_bytes();
        SignatureLine::new(member.clone(), &key.verifying_key().into(), signature)
    }))
}

/// Submits a note; a refusal of the rules stands beside this field.
pub(super) async fn sent(
    app: &App,
    note: &Note,
    field: &'static str,
) -> Result<Result<Answer, FieldError>, WebError> {
    match app.sequencer().submit(note.bytes().to_vec()).await {
        Ok(answer) => Ok(Ok(answer)),
        Err(SubmitError::Refused { reason, .. }) => Ok(Err(fault(field, reason.code()))),
        Err(SubmitError::Busy { .. }) => Err(WebError::unavailable(Unavailable::Overloaded)),
        Err(SubmitError::Stopped) => Err(WebError::unavailable(Unavailable::Stopping)),
        // A device that offers the log's own key.
        Err(SubmitError::KeyReserved { .. }) => Ok(Err(fault(field, "refused"))),
        Err(error @ SubmitError::Failed(_)) => Err(WebError::Internal(error.to_string().into())),
    }
}
