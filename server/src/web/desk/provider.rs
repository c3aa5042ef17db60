//! Signing in by an organisation's own accounts: out to the provider, back, and the code behind it. And
//! linking an account to one's own, on the page of how a person signs in.

use super::super::boundary::FormsLeadTo;
use super::super::error::WebError;
use super::super::language;
use super::super::query::{Path, Query};
use super::form::{Form, fault};
use super::guard::{AtDesk, Perhaps, Present, carry, carry_trip, trip};
use super::passkeys::show as show_own;
use super::sign::unproven;
use super::sign_in::{destination, show as show_sign_in, way_on};
use super::{Desk, see_other};
use crate::people::{Coded, Provided, Returned, Session};
use crate::provider::{Provider, Refusal};
use crate::state::App;
use app::views::{FieldError, SignInPage};
use app::words::Language;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use std::sync::Arc;

/// Sends somebody who isn't signed in to the provider.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let provider = taking(&desk)?;
    let next = way_on(form.get("next"));
    let (token, trip) = desk.people.set_out(None, language.code(), next).await?;
    match provider.way_out(desk.people.now(), &trip).await {
        Ok(address) => {
            let mut response = see_other(&address);
            carry_trip(&mut response, &token);
            Ok(response)
        }
        Err(refusal) => {
            note(&refusal);
            not_in(&app, language, next, fault("provider", "provider-away")).await
        }
    }
}

/// Sends whoever links their account there.
pub(super) async fn link(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let provider = taking(&desk)?;
    // Whoever finds a browser that is signed in mustn't gain a way of their own.
    if let Some(wrong) = unproven(&desk, &session, form.get("link-code")).await? {
        let wrong = Some(fault("link-code", wrong));
        return show_own(&app, &desk, &session, language, wrong).await;
    }
    let linking = Some(&session.person);
    let (token, trip) = desk.people.set_out(linking, language.code(), "").await?;
    match provider.way_out(desk.people.now(), &trip).await {
        Ok(address) => {
            let mut response = see_other(&address);
            carry_trip(&mut response, &token);
            Ok(response)
        }
        Err(refusal) => {
            note(&refusal);
            let wrong = fault("provider", "provider-away");
            show_own(&app, &desk, &session, language, Some(wrong)).await
        }
    }
}

pub(super) async fn unlink(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let provider = taking(&desk)?;
    desk.people.unlink(&session.person, provider).await?;
    Ok(see_other(&format!("/{}/desk/passkeys", language.code())))
}

/// Takes up a browser that the provider sends back.
pub(super) async fn back(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Perhaps(session): Perhaps,
    uri: Uri,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, WebError> {
    let provider = taking(&desk)?;
    let state = query.get("state").unwrap_or_default();
    let returned = match trip(&headers) {
        Some(token) => desk.people.come_back(&token, state).await?,
        None => None,
    };
    let Some(returned) = returned else {
        tracing::warn!("a browser came from the provider that wasn't sent there, or too late");
        let language = language::of_request(uri.path(), &headers);
        return not_in(&app, language, "", WRONG).await;
    };
    let language = Language::parse(&returned.language).unwrap_or_default();
    let now = desk.people.now();
    let subject = match query.get("code") {
        Some(code) => provider.subject(now, &returned.trip, code).await,
        None => Err(Refusal::of_browser(query.get("error").unwrap_or_default())),
    };
    let coming = Coming {
        app: &app,
        desk: &desk,
        provider,
        language,
        returned,
    };
    match (coming.returned.account.clone(), session) {
        (None, _) => coming.sign_in(subject).await,
        (Some(account), Some(session)) if session.person.account.as_str() == account => {
            coming.link(&session, subject).await
        }
        // Somebody else sits at the browser by now, or nobody.
        (Some(_), _) => not_in(&app, language, "", WRONG).await,
    }
}

/// The code after the provider's word.
pub(super) async fn code(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path(language): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    taking(&desk)?;
    let typed = form.get("code");
    let mut page = SignInPage {
        code_only: true,
        ..SignInPage::default()
    };
    let coded = match trip(&headers) {
        Some(token) if !typed.is_empty() => desk.people.sign_in_coded(&token, typed).await?,
        Some(_) => {
            page.errors.push(fault("code", "code-missing"));
            return show_sign_in(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await;
        }
        None => Coded::Over,
    };
    match coded {
        Coded::In(token, next) => {
            let mut response = see_other(&destination(language, &next));
            carry(&mut response, &token);
            return Ok(response);
        }
        Coded::Over => return not_in(&app, language, "", WRONG).await,
        Coded::Wrong => page.errors.push(fault("code", "code-wrong")),
        Coded::Wait(seconds) => {
            page.errors.push(fault("code", "wait"));
            page.wait_seconds = Some(seconds);
        }
    }
    show_sign_in(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
}

/// Whatever was wrong is said alike, with a hint to link the account first.
const WRONG: FieldError = fault("provider", "provider-wrong");

/// A browser that came back, with what its way leads on to.
struct Coming<'a> {
    app: &'a App,
    desk: &'a Arc<Desk>,
    provider: &'a Provider,
    language: Language,
    returned: Returned,
}

impl Coming<'_> {
    async fn sign_in(self, subject: Result<String, Refusal>) -> Result<Response, WebError> {
        let (app, language) = (self.app, self.language);
        let next = self.returned.next.clone();
        let subject = match subject {
            Ok(subject) => subject,
            Err(refusal) => return not_in(app, language, &next, said(&refusal)).await,
        };
        let people = &self.desk.people;
        let came = people
            .sign_in_by(self.provider, &subject, self.returned)
            .await?;
        match came {
            Provided::In(token) => {
                let mut response = see_other(&destination(language, &next));
                carry(&mut response, &token);
                Ok(response)
            }
            Provided::Code(token) => {
                let page = SignInPage {
                    code_only: true,
                    ..SignInPage::default()
                };
                let mut response = show_sign_in(app, language, StatusCode::OK, page).await?;
                carry_trip(&mut response, &token);
                Ok(response)
            }
            Provided::Wrong => {
                tracing::warn!(
                    "the provider names somebody whose account isn't linked, or is closed"
                );
                not_in(app, language, &next, WRONG).await
            }
            Provided::Wait(seconds) => {
                let page = SignInPage {
                    next,
                    errors: vec![fault("provider", "wait")],
                    wait_seconds: Some(seconds),
                    ..SignInPage::default()
                };
                show_sign_in(app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
            }
        }
    }

    async fn link(
        self,
        session: &Session,
        subject: Result<String, Refusal>,
    ) -> Result<Response, WebError> {
        let people = &self.desk.people;
        let wrong = match subject {
            Ok(subject) => {
                let linked = people.link(&session.person, self.provider, &subject);
                (!linked.await?).then_some("provider-not-linked")
            }
            Err(refusal) if said(&refusal) == WRONG => Some("provider-not-linked"),
            Err(_) => Some("provider-away"),
        };
        let Some(wrong) = wrong else {
            let own = format!("/{}/desk/passkeys", self.language.code());
            return Ok(see_other(&own));
        };
        let wrong = Some(fault("provider", wrong));
        show_own(self.app, self.desk, session, self.language, wrong).await
    }
}

/// What people are told of a refusal, which the operator reads in the log.
fn said(refusal: &Refusal) -> FieldError {
    note(refusal);
    if refusal.is_away() {
        fault("provider", "provider-away")
    } else {
        WRONG
    }
}

fn note(refusal: &Refusal) {
    let (why, detail) = (refusal.why.word(), &refusal.detail);
    tracing::warn!(why, detail = %detail, "the provider's answer signs nobody in");
}

async fn not_in(
    app: &App,
    language: Language,
    next: &str,
    wrong: FieldError,
) -> Result<Response, WebError> {
    let page = SignInPage {
        next: next.to_owned(),
        errors: vec![wrong],
        ..SignInPage::default()
    };
    show_sign_in(app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
}

/// Lets a page's forms lead to the provider: browsers hold the whole way of a form to the page's policy.
pub(super) fn let_out(response: &mut Response, desk: Option<&Arc<Desk>>) {
    let provider = desk.and_then(|desk| desk.provider.as_ref());
    let origin = provider.and_then(|provider| HeaderValue::from_str(provider.origin()).ok());
    if let Some(origin) = origin {
        response.extensions_mut().insert(FormsLeadTo(origin));
    }
}

/// The provider of this server; a server without one has no such pages.
fn taking(desk: &Desk) -> Result<&Provider, WebError> {
    desk.provider.as_ref().ok_or(WebError::NotFound)
}
