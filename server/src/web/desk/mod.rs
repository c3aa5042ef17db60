//! The desk: pages for people who sign in a member's name.
//!
//! In scope: forms and what they lead to. Not in scope: people and sessions (`people`), the rules
//! (package `ledger`). Every form is a plain POST that is answered with 303 where it was taken and
//! with 422 and the typed values where it wasn't. No answer may be kept by a cache.
//!
//! Who may call what stands in [`access`]: a route without a line there is never served.

mod access;
mod after;
mod amount;
mod approve;
mod confirm;
mod confirmed;
mod device;
mod draft;
mod evidence;
mod fields;
mod findings;
mod form;
mod guard;
mod hooks;
mod join;
mod limits;
mod looking;
mod members;
mod parts;
mod passkeys;
mod people;
mod provider;
mod questions;
mod record;
mod revoking;
mod sheet;
mod sign;
mod sign_in;
mod tasks;
mod telling;
mod through;
mod upload;
mod year_end;

pub use access::{ACCESS, Access};
pub(super) use evidence::view as document_view;
pub use fields::Form;
pub use guard::COOKIE as SESSION_COOKIE;
pub(super) use guard::has_session;
pub use limits::Doors;

use super::answer::{frame, page_response};
use super::error::WebError;
use crate::evidence::Evidence;
use crate::keyfile::HeldKeys;
use crate::people::{Passkeys, People, PeopleError, Session};
use crate::provider::{Provider, RETURN_PATH};
use crate::state::App;
use crate::telling::Reach;
use app::views::{DeskPage, Page, Party, SignedIn};
use app::words::Language;
use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use ledger::field::{Moment, ProgrammeName, Role};
use ledger::{Entry, Head};
use std::sync::Arc;
use tower_http::csrf::CsrfLayer;

/// What the desk works with.
#[derive(Debug)]
pub struct Desk {
    /// Who works for whom.
    pub people: People,
    /// Documents beside what they say.
    pub evidence: Evidence,
    /// What takes passkeys; nothing where browsers have none for this server's address.
    pub passkeys: Option<Passkeys>,
    /// An organisation's own accounts, by which people may sign in.
    pub provider: Option<Provider>,
    /// Keys that sign for members whose people's devices can't.
    pub held: HeldKeys,
    /// Programmes in which only people's own keys sign, by the operator's settings.
    pub own_keys_only: Vec<ProgrammeName>,
    /// Which networks knocked lately.
    pub doors: Doors,
    /// Whether the ledger's clock moves with this server: else what is signed bears the time at
    /// which it stands.
    pub ticks: bool,
    /// What people and programs can be told.
    pub telling: Reach,
}

/// The desk's routes. A form that another site sends is refused, and so is whoever may not.
pub(super) fn router(app: &Arc<App>) -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/desk", get(tasks::tasks))
        .route(
            "/{language}/desk/sign-in",
            get(sign_in::form).post(sign_in::sign_in),
        )
        .route("/{language}/desk/sign-out", post(sign_in::sign_out))
        .route(
            "/{language}/desk/join/{token}",
            get(join::form).post(join::join),
        )
        .route(
            "/{language}/desk/confirm/{identity}",
            get(confirm::form).post(confirm::check),
        )
        .route("/{language}/desk/sign/{identity}", post(sign::sign))
        .route(
            "/{language}/desk/confirmed/{identity}",
            get(confirmed::confirmed),
        )
        .route(
            "/{language}/desk/evidence/{identity}",
            get(evidence::documents),
        )
        .route(
            "/{language}/desk/evidence/{identity}/{digest}",
            get(evidence::file),
        )
        .route(
            "/{language}/desk/parts/{name}",
            get(parts::come).patch(parts::add),
        )
        .route("/{language}/desk/people", get(people::people))
        .route("/{language}/desk/people/invite", post(people::invite))
        .route("/{language}/desk/people/confirm", post(people::confirm))
        .route("/{language}/desk/people/withdraw", post(people::withdraw))
        .route("/{language}/desk/people/close", post(people::close))
        .route("/{language}/desk/device", get(device::device))
        .route("/{language}/desk/device/offer", post(device::offer))
        .route("/{language}/desk/device/prove", post(device::prove))
        .route("/{language}/desk/device/revoke", post(device::revoke))
        .route(
            "/{language}/desk/device/approve/{key}",
            get(approve::form).post(approve::approve),
        )
        .route(
            "/{language}/desk/device/refuse/{key}",
            post(approve::refuse),
        )
        .route("/{language}/desk/people/revoke", post(people::revoke))
        .route("/{language}/desk/record", get(record::record))
        .merge(passkeys())
        .merge(membership())
        .merge(asking())
        .merge(provided())
        .merge(drafting())
        .merge(messages())
        .route_layer(from_fn_with_state(Arc::clone(app), guard::guard))
        .route_layer(from_fn_with_state(Arc::clone(app), limits::limit))
        .layer(CsrfLayer::new())
        .layer(from_fn(guard::never_kept))
}

/// Passkeys, and signing in with one.
fn passkeys() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/{language}/desk/sign-in/begin",
            post(passkeys::begin_sign_in),
        )
        .route("/{language}/desk/sign-in/passkey", post(passkeys::sign_in))
        .route("/{language}/desk/passkeys", get(passkeys::passkeys))
        .route("/{language}/desk/passkeys/begin", post(passkeys::begin))
        .route("/{language}/desk/passkeys/add", post(passkeys::add))
        .route("/{language}/desk/passkeys/remove", post(passkeys::remove))
}

/// What one side of a transfer asks, and the other answers.
fn asking() -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/desk/questions", get(questions::questions))
        .route(
            "/{language}/desk/questions/{identity}",
            get(questions::about).post(questions::say),
        )
}

/// Who becomes a member, by proposal and vote.
fn membership() -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/desk/members", get(members::list::members))
        .route(
            "/{language}/desk/members/new",
            get(members::form::new).post(members::form::check),
        )
        .route(
            "/{language}/desk/members/{identity}",
            get(members::one::proposal).post(members::one::say),
        )
        .route("/{language}/desk/members/sign", post(members::check::sign))
}

/// Signing in by an organisation's own accounts.
fn provided() -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/desk/sign-in/provider", post(provider::begin))
        .route(
            "/{language}/desk/sign-in/provider/code",
            post(provider::code),
        )
        .route("/{language}/desk/passkeys/link", post(provider::link))
        .route("/{language}/desk/passkeys/unlink", post(provider::unlink))
        .route(RETURN_PATH, get(provider::back))
}

/// What one person drafts and another signs.
fn drafting() -> Router<Arc<App>> {
    Router::new()
        .route("/{language}/desk/drafts", get(draft::list::drafts))
        .route(
            "/{language}/desk/drafts/new",
            get(draft::form::new).post(draft::form::check),
        )
        .route("/{language}/desk/drafts/save", post(draft::form::save))
        .route("/{language}/desk/drafts/{draft}", get(draft::one::draft))
        .route(
            "/{language}/desk/drafts/{draft}/edit",
            get(draft::form::edit),
        )
        .route(
            "/{language}/desk/drafts/{draft}/sign",
            post(draft::sign::sign),
        )
        .route(
            "/{language}/desk/drafts/{draft}/back",
            post(draft::change::back),
        )
        .route(
            "/{language}/desk/drafts/{draft}/delete",
            post(draft::change::delete),
        )
        .merge(sheets())
        .route(
            "/{language}/desk/after/{identity}",
            get(after::form).post(after::check),
        )
        .route("/{language}/desk/after/{identity}/save", post(after::save))
        .route("/{language}/desk/findings", get(findings::findings))
        .route("/{language}/desk/year-end", get(year_end::list::years))
        .route(
            "/{language}/desk/year-end/{programme}",
            get(year_end::form::form).post(year_end::form::check),
        )
        .route(
            "/{language}/desk/year-end/{programme}/save",
            post(year_end::form::save),
        )
}

/// The same by the sheet.
fn sheets() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/{language}/desk/sheets/new",
            get(sheet::form::new).post(sheet::form::read_sheet),
        )
        .route(
            "/{language}/desk/sheets/template.csv",
            get(sheet::form::template),
        )
        .route("/{language}/desk/sheets/{sheet}", get(sheet::one::sheet))
        .route(
            "/{language}/desk/sheets/{sheet}/save",
            post(sheet::change::save),
        )
        .route(
            "/{language}/desk/sheets/{sheet}/sign",
            post(sheet::sign::sign),
        )
        .route(
            "/{language}/desk/sheets/{sheet}/texts.jsonl",
            get(sheet::apart::texts),
        )
        .route(
            "/{language}/desk/sheets/{sheet}/signed",
            post(sheet::apart::signed),
        )
        .route(
            "/{language}/desk/sheets/{sheet}/back",
            post(sheet::change::back),
        )
        .route(
            "/{language}/desk/sheets/{sheet}/delete",
            post(sheet::change::delete),
        )
}

/// What people and programs are told.
fn messages() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/{language}/desk/telling",
            get(telling::telling).post(telling::choose),
        )
        .route(
            "/{language}/desk/telling/confirm/{token}",
            get(telling::confirm_link).post(telling::confirm),
        )
        .route(
            "/{language}/desk/telling/stop/{token}",
            get(telling::stop_link).post(telling::stop),
        )
        .route(
            "/{language}/desk/telling/hooks",
            get(hooks::hooks).post(hooks::add),
        )
        .route("/{language}/desk/telling/hooks/test", post(hooks::test))
        .route("/{language}/desk/telling/hooks/remove", post(hooks::remove))
}

impl Desk {
    /// Whether a key that the server holds may sign this text.
    fn may_hold(&self, text: &str) -> bool {
        let entry = Entry::parse(text).ok();
        let programme = entry.as_ref().and_then(Entry::programme);
        programme.is_none_or(|programme| !self.own_keys_only.contains(programme))
    }

    /// What is signed bears the time of the clock that moves: on a ledger whose clock stands still,
    /// the machine's would lie ahead of it.
    fn signing_time(&self, head: &Head) -> Moment {
        if self.ticks {
            self.people.now()
        } else {
            head.clock
        }
    }
}

/// Characters of the key that ties a form to one entry or draft: 128 bits in hexadecimal.
const ONCE_CHARS: usize = 32;

/// The key of a form; a new one where it has none of ours.
fn once_of(desk: &Desk, form: &Form) -> String {
    let once = form.get("once");
    if once.len() == ONCE_CHARS && once.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        once.to_ascii_lowercase()
    } else {
        desk.people.fresh_word()
    }
}

impl From<PeopleError> for WebError {
    fn from(error: PeopleError) -> Self {
        Self::Internal(error.to_string().into())
    }
}

/// A page of the desk, in the language of its address.
struct Showing<'a> {
    app: &'a App,
    language: Language,
    /// The address behind `/{language}/`, for the other languages' links.
    path: String,
}

impl Showing<'_> {
    /// The page with this status.
    async fn show(self, status: StatusCode, page: DeskPage) -> Result<Response, WebError> {
        let head = self.app.store().head().await?;
        let simulated = self.app.simulated().await?;
        let frame = frame(self.app, self.language, self.path, head.as_ref(), simulated);
        let mut response = page_response(&frame, &Page::Desk(Box::new(page)));
        *response.status_mut() = status;
        Ok(response)
    }
}

/// `303 See Other`: to a page that may be loaded again without sending the form again.
fn see_other(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// The head of a ledger that has begun.
async fn head(app: &App) -> Result<Head, WebError> {
    app.store().head().await?.ok_or(WebError::NotFound)
}

/// Who is signed in, as pages say it.
async fn who(app: &App, session: &Session) -> Result<SignedIn, WebError> {
    let person = &session.person;
    let member = app.store().member(person.member.as_str()).await?;
    Ok(SignedIn {
        account: person.account.to_string(),
        member: Party {
            name: person.member.to_string(),
            title: member
                .map(|member| member.title.to_string())
                .unwrap_or_default(),
        },
        roles: role_words(person.roles),
    })
}

/// Roles as pages name them.
fn role_words(roles: ledger::field::Roles) -> Vec<String> {
    let own = Role::ALL.iter().filter(|(role, _)| roles.contains(*role));
    own.map(|(_, word)| (*word).to_owned()).collect()
}
