//! `/{language}/desk/telling`: what a person is told and where; and the pages behind the links of
//! messages, for whoever has the link.

use super::super::error::WebError;
use super::super::language;
use super::super::query::{Path, Query};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::{Desk, Showing, see_other, who};
use crate::draft::written;
use crate::people::telling::{Asked, Choices, Matter};
use crate::people::{Person, Session, Token};
use crate::state::App;
use crate::telling::{is_address, local_offset};
use app::views::{DeskPage, FieldError, LetterLink, LetterLinkPage, LinkStand, TellingPage};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// Hours of a day.
const HOURS: u8 = 24;

pub(super) async fn telling(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let mut page = page(&app, &desk, &session, language).await?;
    page.saved = query.get("saved").is_some();
    show(&app, language, StatusCode::OK, page).await
}

pub(super) async fn choose(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let errors = match read(&desk, &session.person, &form) {
        Ok(chosen) => match desk.people.choose(&session.person, &chosen).await? {
            Asked::TooSoon => vec![fault("address", "address-soon")],
            Asked::Settled | Asked::LinkSent => {
                return Ok(see_other(&format!(
                    "/{}/desk/telling?saved",
                    language.code()
                )));
            }
        },
        Err(errors) => errors,
    };
    let mut page = page(&app, &desk, &session, language).await?;
    page.address = form.get("address").to_owned();
    page.hour = form.get("hour").to_owned();
    page.ticked = form.all("matters").map(str::to_owned).collect();
    page.errors = errors;
    show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
}

/// What the form chose, or what is wrong with it.
fn read(desk: &Desk, person: &Person, form: &Form) -> Result<Choices, Vec<FieldError>> {
    let address = form.get("address").to_owned();
    let mut errors = Vec::new();
    let can_be_written_to = desk.telling.mail && is_address(&address);
    if !address.is_empty() && !can_be_written_to {
        errors.push(fault("address", "address-unreadable"));
    }
    let hour = match form.get("hour") {
        "" => None,
        typed => {
            let hour = typed.parse::<u8>().ok().filter(|hour| *hour < HOURS);
            if hour.is_none() {
                errors.push(fault("hour", "hour-unreadable"));
            }
            hour
        }
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    let ticked: Vec<&str> = form.all("matters").collect();
    let language = Language::parse(form.get("language")).unwrap_or_default();
    Ok(Choices {
        address,
        language: language.code().to_owned(),
        matters: offered(person)
            .filter(|matter| ticked.contains(&matter.word()))
            .collect(),
        hour,
    })
}

/// What a person can be told at once: what asks something of their roles.
fn offered(person: &Person) -> impl Iterator<Item = Matter> {
    let all = Matter::AT_ONCE.into_iter();
    all.filter(|matter| matter.is_for(person.roles))
}

async fn page(
    app: &App,
    desk: &Desk,
    session: &Session,
    language: Language,
) -> Result<TellingPage, WebError> {
    let person = &session.person;
    let choice = desk.people.choice(person.account.as_str()).await?;
    let mut page = TellingPage {
        who: who(app, session).await?,
        sends: desk.telling.mail,
        language: language.code().to_owned(),
        offered: offered(person).map(Matter::word).collect(),
        offset: written(&local_offset(app.store()).await?),
        ..TellingPage::default()
    };
    if let Some(choice) = choice {
        page.confirmed = choice.address.unwrap_or_default();
        page.asked = choice.asked.unwrap_or_default();
        let typed = [&page.asked, &page.confirmed];
        let typed = typed.into_iter().find(|address| !address.is_empty());
        page.address = typed.cloned().unwrap_or_default();
        page.language = choice.language;
        let words = choice.matters.into_iter().map(Matter::word);
        page.ticked = words.map(str::to_owned).collect();
        page.hour = choice.hour.map(|hour| hour.to_string()).unwrap_or_default();
    }
    Ok(page)
}

async fn show(
    app: &App,
    language: Language,
    status: StatusCode,
    page: TellingPage,
) -> Result<Response, WebError> {
    let showing = Showing {
        app,
        language,
        path: "desk/telling".to_owned(),
    };
    showing.show(status, DeskPage::Telling(page)).await
}

pub(super) async fn confirm_link(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let ready = match Token::parse(&token) {
        Some(token) => desk.people.address_waits(&token).await?,
        None => false,
    };
    let stand = if ready {
        LinkStand::Ready
    } else {
        LinkStand::Gone
    };
    linked(&app, &language, LetterLink::Confirm, (token, stand)).await
}

pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let done = match Token::parse(&token) {
        Some(token) => desk.people.confirm_address(&token).await?,
        None => false,
    };
    let stand = if done {
        LinkStand::Done
    } else {
        LinkStand::Gone
    };
    linked(&app, &language, LetterLink::Confirm, (token, stand)).await
}

pub(super) async fn stop_link(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let ready = match Token::parse(&token) {
        Some(token) => desk.people.stop_is_known(&token).await?,
        None => false,
    };
    let stand = if ready {
        LinkStand::Ready
    } else {
        LinkStand::Gone
    };
    linked(&app, &language, LetterLink::Stop, (token, stand)).await
}

/// Ends all messages at once, without a sign-in: RFC 8058. A mail program posts here itself, so the
/// answer is no redirect.
pub(super) async fn stop(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let done = match Token::parse(&token) {
        Some(token) => desk.people.stop_telling(&token).await?,
        None => false,
    };
    let stand = if done {
        LinkStand::Done
    } else {
        LinkStand::Gone
    };
    linked(&app, &language, LetterLink::Stop, (token, stand)).await
}

async fn linked(
    app: &App,
    language: &str,
    link: LetterLink,
    (token, stand): (String, LinkStand),
) -> Result<Response, WebError> {
    let word = match link {
        LetterLink::Confirm => "confirm",
        LetterLink::Stop => "stop",
    };
    let status = if stand == LinkStand::Gone {
        StatusCode::GONE
    } else {
        StatusCode::OK
    };
    let showing = Showing {
        app,
        language: language::parse(language)?,
        path: format!("desk/telling/{word}/{token}"),
    };
    let page = LetterLinkPage { link, token, stand };
    showing.show(status, DeskPage::LetterLink(page)).await
}
