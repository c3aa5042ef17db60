//! `/{language}/desk/passkeys`: how a person signs in; passkeys added and removed. And signing in with
//! one.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::form::{Form, fault};
use super::guard::{AtDesk, Present, carry};
use super::provider::let_out;
use super::sign::unproven;
use super::sign_in::{destination, show as show_sign_in, way_on};
use super::{Desk, Showing, see_other, who};
use crate::people::{Passkeys, Session, SignIn};
use crate::state::App;
use app::views::{DeskPage, FieldError, PasskeyRow, PasskeysPage, ProviderLink, SignInPage};
use app::words::Language;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ledger::field::Moment;
use serde_json::json;
use std::sync::Arc;

pub(super) async fn passkeys(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    show(&app, &desk, &session, language, None).await
}

/// The options with which the browser makes a passkey.
pub(super) async fn begin(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    language::parse(&language)?;
    let begun = desk
        .people
        .begin_passkey(taking(&desk)?, &session.person)
        .await?;
    Ok(match begun {
        Some((word, options)) => {
            Json(json!({ "ceremony": word, "options": options })).into_response()
        }
        None => StatusCode::CONFLICT.into_response(),
    })
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let taking = taking(&desk)?;
    // Whoever finds a browser that is signed in mustn't gain a way of their own.
    if let Some(wrong) = unproven(&desk, &session, form.get("code")).await? {
        return show(&app, &desk, &session, language, Some(fault("code", wrong))).await;
    }
    let (word, made) = (form.get("ceremony"), form.get("credential"));
    let people = &desk.people;
    if !people
        .add_passkey(taking, &session.person, word, made)
        .await?
    {
        let wrong = fault("passkey", "passkey-not-made");
        return show(&app, &desk, &session, language, Some(wrong)).await;
    }
    Ok(see_other(&format!("/{}/desk/passkeys", language.code())))
}

pub(super) async fn remove(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let people = &desk.people;
    people
        .remove_passkey(&session.person, form.get("id"))
        .await?;
    Ok(see_other(&format!("/{}/desk/passkeys", language.code())))
}

/// The options with which the browser finds a passkey; they name no account.
pub(super) async fn begin_sign_in(
    AtDesk(desk): AtDesk,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    language::parse(&language)?;
    let (word, options) = desk.people.begin_sign_in(taking(&desk)?)?;
    Ok(Json(json!({ "ceremony": word, "options": options })).into_response())
}

pub(super) async fn sign_in(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let (word, answer) = (form.get("ceremony"), form.get("credential"));
    let people = &desk.people;
    let next = way_on(form.get("next")).to_owned();
    match people
        .sign_in_with_passkey(taking(&desk)?, word, answer)
        .await?
    {
        SignIn::In(token) => {
            let mut response = see_other(&destination(language, &next));
            carry(&mut response, &token);
            Ok(response)
        }
        SignIn::Wrong | SignIn::Wait(_) => {
            let page = SignInPage {
                next,
                errors: vec![fault("passkey", "passkey-wrong")],
                ..SignInPage::default()
            };
            show_sign_in(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
    }
}

/// What takes passkeys here; a server under a bare number has no such pages.
fn taking(desk: &Desk) -> Result<&Passkeys, WebError> {
    desk.passkeys.as_ref().ok_or(WebError::NotFound)
}

/// How this person signs in.
pub(super) async fn show(
    app: &App,
    desk: &Arc<Desk>,
    session: &Session,
    language: Language,
    wrong: Option<FieldError>,
) -> Result<Response, WebError> {
    let kept = desk.people.passkeys(&session.person).await?;
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let rows = kept.into_iter().map(|one| PasskeyRow {
        id: one.id,
        made: one.made.seconds(),
        used: one.used.map(Moment::seconds),
    });
    let page = PasskeysPage {
        who: who(app, session).await?,
        taken: desk.passkeys.is_some(),
        provider: own_link(desk, session).await?,
        passkeys: rows.collect(),
        code_needed: !session.is_proven(desk.people.now()),
        errors: wrong.into_iter().collect(),
    };
    let showing = Showing {
        app,
        language,
        path: "desk/passkeys".to_owned(),
    };
    let mut response = showing.show(status, DeskPage::Passkeys(page)).await?;
    let_out(&mut response, Some(desk));
    Ok(response)
}

/// What the page says of the provider's account.
async fn own_link(desk: &Desk, session: &Session) -> Result<Option<ProviderLink>, WebError> {
    let Some(provider) = &desk.provider else {
        return Ok(None);
    };
    let linked = desk.people.link_of(&session.person, provider).await?;
    Ok(Some(ProviderLink {
        name: provider.name().to_owned(),
        made: linked.map(|link| link.made.seconds()),
        used: linked.and_then(|link| link.used).map(Moment::seconds),
    }))
}
