//! `/{language}/desk/join/{token}`: an invitation is taken up.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::form::{Form, fault};
use super::guard::{AtDesk, carry};
use super::{Desk, Showing, head, role_words, see_other};
use crate::people::{Invitation, Joining, PASSWORD_CHARS_MIN, Token};
use crate::state::App;
use app::views::{DeskPage, FieldError, JoinPage, Party};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub(super) async fn form(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let (token, invited) = invitation(&desk, &token).await?;
    let page = page(&app, &token, &invited, "").await?;
    show(&app, language, &token, StatusCode::OK, page).await
}

pub(super) async fn join(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let (token, invited) = invitation(&desk, &token).await?;
    let typed = Joining {
        account: form.get("account"),
        password: form.raw("password"),
        code: form.get("code"),
    };
    let faults: Vec<FieldError> = match desk.people.join(&token, &invited, &typed).await? {
        Ok(session) => {
            // The moment to add a passkey is while the telephone is at hand.
            let next = match desk.passkeys {
                Some(_) => "desk/passkeys",
                None => "desk",
            };
            let mut response = see_other(&format!("/{}/{next}", language.code()));
            carry(&mut response, &session);
            return Ok(response);
        }
        Err(faults) => faults
            .iter()
            .map(|wrong| fault(wrong.field, wrong.code))
            .collect(),
    };
    let mut page = page(&app, &token, &invited, typed.account).await?;
    page.errors = faults;
    show(
        &app,
        language,
        &token,
        StatusCode::UNPROCESSABLE_ENTITY,
        page,
    )
    .await
}

/// The invitation of an address. One that was taken up, withdrawn or never made is gone.
async fn invitation(desk: &Desk, token: &str) -> Result<(Token, Invitation), WebError> {
    let token = Token::parse(token).ok_or(WebError::NotFound)?;
    let found = desk.people.invitation(&token).await?;
    Ok((token, found.ok_or(WebError::Gone)?))
}

async fn page(
    app: &App,
    token: &Token,
    invited: &Invitation,
    account: &str,
) -> Result<JoinPage, WebError> {
    let member = app.store().member(invited.member.as_str()).await?;
    let head = head(app).await?;
    let issuer = head.ledger.to_string();
    let origin = issuer
        .split_once('/')
        .map_or(issuer.as_str(), |(origin, _)| origin);
    let named = invited.factor.address(origin, invited.member.as_str());
    Ok(JoinPage {
        token: token.reveal().to_owned(),
        member: Party {
            name: invited.member.to_string(),
            title: member
                .map(|member| member.title.to_string())
                .unwrap_or_default(),
        },
        roles: role_words(invited.roles),
        account: account.to_owned(),
        secret: invited.factor.typed(),
        otpauth: named.unwrap_or_default(),
        password_min: u32::try_from(PASSWORD_CHARS_MIN).unwrap_or(u32::MAX),
        errors: Vec::new(),
    })
}

async fn show(
    app: &App,
    language: Language,
    token: &Token,
    status: StatusCode,
    page: JoinPage,
) -> Result<Response, WebError> {
    let showing = Showing {
        app,
        language,
        path: format!("desk/join/{}", token.reveal()),
    };
    showing.show(status, DeskPage::Join(page)).await
}
