//! Who comes to the desk: the cookie, and what it opens.

use super::super::boundary::route_of;
use super::super::error::WebError;
use super::access::{self, Access};
use super::{Desk, see_other};
use crate::people::{Session, TRIP_SECONDS, Token};
use crate::state::App;
use app::views::ProblemPage;
use app::words::Language;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cookie::{Cookie, SameSite};
use ledger::field::{Role, Roles};
use std::sync::Arc;

/// The cookie of a session. By its prefix a browser takes it from this host alone, over a secure
/// line (or from the machine itself), and for every path.
pub const COOKIE: &str = "__Host-countersign";

/// The cookie of a browser on its way to the provider and back. Lax, for the provider leads it back by
/// a plain link.
const TRIP_COOKIE: &str = "__Host-way-back";

/// The desk of this server; a server without one has no such pages.
pub(super) struct AtDesk(pub(super) Arc<Desk>);

impl FromRequestParts<Arc<App>> for AtDesk {
    type Rejection = WebError;

    async fn from_request_parts(_: &mut Parts, app: &Arc<App>) -> Result<Self, WebError> {
        let desk = app.desk().ok_or(WebError::NotFound)?;
        Ok(Self(Arc::clone(desk)))
    }
}

/// Who is signed in, on a route that asks for it.
pub(super) struct Present(pub(super) Arc<Session>);

impl<S: Send + Sync> FromRequestParts<S> for Present {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        let session = parts.extensions.get::<Arc<Session>>().cloned();
        // A route that asks for it and doesn't say so in the table of access.
        session
            .map(Self)
            .ok_or_else(|| WebError::Internal("a route of the desk lacks its guard".into()))
    }
}

/// Who is signed in, if anybody, on a route for everybody.
pub(super) struct Perhaps(pub(super) Option<Arc<Session>>);

impl<S: Send + Sync> FromRequestParts<S> for Perhaps {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        Ok(Self(parts.extensions.get::<Arc<Session>>().cloned()))
    }
}

/// Lets through whoever may call the route. Whoever isn't signed in is led to where that is done,
/// and from there back to the page that they asked for.
pub(super) async fn guard(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Response {
    let asking = Asking {
        method: request.method().clone(),
        route: route_of(&request),
        token: token(request.headers()),
    };
    match admit(&app, asking).await {
        Ok(Admitted::In(session)) => {
            if let Some(session) = session {
                request.extensions_mut().insert(session);
            }
            next.run(request).await
        }
        Ok(Admitted::SignInFirst) => see_other(&sign_in_address(&request)),
        Err(error) => error.into_response(),
    }
}

enum Admitted {
    In(Option<Arc<Session>>),
    SignInFirst,
}

/// What of a request says whether it is let through.
struct Asking {
    method: Method,
    route: String,
    token: Option<Token>,
}

async fn admit(app: &App, asking: Asking) -> Result<Admitted, WebError> {
    let desk = app.desk().ok_or(WebError::NotFound)?;
    let access = access::of(&asking.method, &asking.route).ok_or(WebError::NotFound)?;
    let session = match asking.token {
        Some(token) => desk.people.session(token).await?.map(Arc::new),
        None => None,
    };
    match (access, session) {
        (Access::Anybody, session) => Ok(Admitted::In(session)),
        (_, None) => Ok(Admitted::SignInFirst),
        (Access::Role(role), Some(session)) if !session.person.roles.contains(role) => {
            Err(forbidden())
        }
        (Access::Signs, Some(session)) if !signs(session.person.roles) => Err(forbidden()),
        (_, session) => Ok(Admitted::In(session)),
    }
}

/// Whether somebody with these roles may sign something.
pub(super) fn signs(roles: Roles) -> bool {
    roles.contains(Role::Confirm) || roles.contains(Role::Pay)
}

/// The role is another's.
fn forbidden() -> WebError {
    WebError::Problem(ProblemPage {
        status: StatusCode::FORBIDDEN.as_u16(),
        ..ProblemPage::default()
    })
}

fn sign_in_address(request: &Request) -> String {
    let path = request.uri().path();
    let language = path.split('/').nth(1).and_then(Language::parse);
    let language = language.unwrap_or_default().code();
    // What a form held is lost with its session, so the way leads to the form, never to its answer.
    let back = request.method() == Method::GET;
    let next = if back {
        format!("?next={path}")
    } else {
        String::new()
    };
    format!("/{language}/desk/sign-in{next}")
}

/// Whether a request comes from somebody who is signed in, or was: its answer is nobody else's.
pub(in crate::web) fn has_session(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::COOKIE).into_iter();
    let mut said = lines.map(|value| String::from_utf8_lossy(value.as_bytes()));
    said.any(|line| line.contains(COOKIE))
}

/// The token that a request carries.
fn token(headers: &HeaderMap) -> Option<Token> {
    token_of(headers, COOKIE)
}

/// The token of a browser that comes back from the provider.
pub(super) fn trip(headers: &HeaderMap) -> Option<Token> {
    token_of(headers, TRIP_COOKIE)
}

fn token_of(headers: &HeaderMap, name: &str) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).into_iter();
    let said = lines.filter_map(|value| value.to_str().ok());
    let mut cookies = said.flat_map(Cookie::split_parse).filter_map(Result::ok);
    let named = cookies.find(|cookie| cookie.name() == name)?;
    Token::parse(named.value())
}

/// Gives the browser a session's token; it forgets it when it is closed.
pub(super) fn carry(response: &mut Response, token: &Token) {
    set(response, Cookie::build((COOKIE, token.reveal())));
}

/// Gives the browser what it shows when it comes back from the provider.
pub(super) fn carry_trip(response: &mut Response, token: &Token) {
    let seconds = cookie::time::Duration::seconds(TRIP_SECONDS);
    set(
        response,
        Cookie::build((TRIP_COOKIE, token.reveal())).max_age(seconds),
    );
}

/// Takes it back.
pub(super) fn drop_token(response: &mut Response) {
    set(response, Cookie::build((COOKIE, "")).removal());
}

fn set(response: &mut Response, cookie: cookie::CookieBuilder<'_>) {
    let cookie = cookie
        .path("/")
        .http_only(true)
        .secure(true)
        .same_site(SameSite::Lax)
        .build();
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}

/// No cache keeps an answer of the desk, and no next reader of a shared device goes back to one.
pub(super) async fn never_kept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A link's token stands in the address: no other page may learn it.
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    response
}
