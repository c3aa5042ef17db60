//! `/{language}/desk/device/approve/{key}`: the key of a colleague's device is approved, with a key of
//! one's own device that administers or with one that the server holds, or refused.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::sign::sent;
use super::through::Signer;
use super::{Desk, Showing, role_words, see_other, who};
use crate::people::{Enrolment, Session};
use crate::state::App;
use app::views::{ApprovePage, DeskPage, FieldError};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::{Identity, Role};
use ledger::key::key_id;
use ledger::{Entry, Note};
use std::sync::Arc;

pub(super) async fn form(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let one = waiting(&desk, &session, &id).await?;
    show(&app, &desk, &session, language, (one, None)).await
}

pub(super) async fn approve(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let one = waiting(&desk, &session, &id).await?;
    match approved(&app, &desk, &session, &one, &form).await? {
        Ok(()) => Ok(see_other(&format!("/{}/desk/people", language.code()))),
        Err(error) => show(&app, &desk, &session, language, (one, Some(error))).await,
    }
}

pub(super) async fn refuse(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path((language, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let one = waiting(&desk, &session, &id).await?;
    desk.people.refuse_device(&one, &session.person).await?;
    Ok(see_other(&format!("/{}/desk/people", language.code())))
}

/// The key that waits under this id. One that was approved, refused or offered anew is gone.
async fn waiting(desk: &Desk, session: &Session, id: &str) -> Result<Enrolment, WebError> {
    let found = desk.people.waiting_device(&session.person, id).await?;
    found.ok_or(WebError::Gone)
}

/// Puts both signatures below the text that was shown, and sends it; or says what keeps it out.
async fn approved(
    app: &App,
    desk: &Desk,
    session: &Session,
    one: &Enrolment,
    form: &Form,
) -> Result<Result<(), FieldError>, WebError> {
    let text = one.text();
    let signed = match signer(app, desk, session).line(&text, form).await? {
        Ok(signed) => signed,
        Err(error) => return Ok(Err(error)),
    };
    let Some(proof) = one.proof.clone() else {
        return Ok(Err(fault("sign", "device-gone")));
    };
    let entry = Entry::KeyRotate(one.rotate.clone());
    let note = Note::assemble(&entry, vec![proof, signed.line]);
    let note = note.map_err(|error| WebError::Internal(error.to_string().into()))?;
    if let Err(error) = sent(app, &note, signed.at).await? {
        return Ok(Err(error));
    }
    let people = &desk.people;
    people.device_enrolled(one, Some(&session.person)).await?;
    Ok(Ok(()))
}

/// Whoever approves, as somebody who administers.
const fn signer<'a>(app: &'a App, desk: &'a Desk, session: &'a Session) -> Signer<'a> {
    Signer {
        app,
        desk,
        session,
        role: Role::Administer,
    }
}

async fn show(
    app: &App,
    desk: &Desk,
    session: &Session,
    language: Language,
    (one, wrong): (Enrolment, Option<FieldError>),
) -> Result<Response, WebError> {
    let text = one.text();
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = ApprovePage {
        who: who(app, session).await?,
        account: one.account.clone(),
        roles: role_words(one.rotate.key.roles),
        key: key_id(&one.member, &one.rotate.key.public).to_string(),
        identity: Identity::of(&text).to_string(),
        text,
        ends: one.ends().seconds(),
        signing: signer(app, desk, session).ways().await?,
        address: app.base_url().to_owned(),
        errors: wrong.into_iter().collect(),
        id: one.id,
    };
    let showing = Showing {
        app,
        language,
        path: format!("desk/device/approve/{}", page.id),
    };
    showing.show(status, DeskPage::Approve(page)).await
}
