//! `/{language}/desk/sign/{identity}`: what was checked is signed and sent.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::confirm::{self, asked, check_again, typed};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::{Desk, see_other};
use crate::keyfile::HeldError;
use crate::people::{Deed, Done, Draft, Session};
use crate::sequencer::{Answer, SubmitError};
use crate::state::App;
use app::views::{ProblemPage, Unavailable};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::field::Identity;
use ledger::{Entry, Note};
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
    let shown = desk.people.draft(&page.once, &session.person).await?;
    let same = |draft: &Draft| {
        draft.step == asked.step.identity
            && Identity::of(&draft.text).to_string() == form.get("text_identity")
    };
    let Some(draft) = shown.filter(same) else {
        page.errors.push(fault("answer", "changed"));
        return confirm::show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await;
    };
    if let Some(code) = unproven(&desk, &session, form.get("code")).await? {
        let errors = vec![fault("code", code)];
        let again = check_again(page, &asked, &draft, errors);
        let again = again.ok_or_else(|| WebError::Internal("a draft isn't a receipt".into()))?;
        return confirm::show_check(&app, language, StatusCode::UNPROCESSABLE_ENTITY, again).await;
    }
    let note = signed(&desk, &session, &draft)?;
    let answer = sent(&app, &note).await?;
    if !answer.repeated {
        let deed = Deed::of(&session.person, Done::Confirmed).with(answer.identity);
        desk.people.record(&deed).await?;
    }
    let to = format!("/{}/desk/confirmed/{}", language.code(), answer.identity);
    Ok(see_other(&to))
}

/// Why this session may not sign yet, as a form's code.
async fn unproven(
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

/// The note, signed by the key that the server holds for the member.
fn signed(desk: &Desk, session: &Session, draft: &Draft) -> Result<Note, WebError> {
    let member = &session.person.member;
    let internal = |error: &dyn std::fmt::Display| WebError::Internal(error.to_string().into());
    let key = desk
        .held
        .key(member)
        .map_err(|error: HeldError| internal(&error))?;
    let key = key.ok_or_else(no_key)?;
    let entry = Entry::parse(&draft.text).map_err(|error| internal(&error))?;
    Note::sign(&entry, &[(member, &key)]).map_err(|error| internal(&error))
}

/// The member lets no server sign for it.
fn no_key() -> WebError {
    WebError::Problem(ProblemPage {
        status: StatusCode::CONFLICT.as_u16(),
        code: Some("key-not-held".to_owned()),
        ..ProblemPage::default()
    })
}

async fn sent(app: &App, note: &Note) -> Result<Answer, WebError> {
    let bytes = note.bytes().to_vec();
    app.sequencer()
        .submit(bytes)
        .await
        .map_err(|error| match error {
            SubmitError::Refused { reason, .. } => WebError::Problem(ProblemPage {
                status: StatusCode::UNPROCESSABLE_ENTITY.as_u16(),
                code: Some(reason.code().to_owned()),
                ..ProblemPage::default()
            }),
            SubmitError::Busy { .. } => WebError::unavailable(Unavailable::Overloaded),
            SubmitError::Stopped => WebError::unavailable(Unavailable::Stopping),
            SubmitError::Failed(reason) => WebError::Internal(reason.into()),
        })
}
