//! `/{language}/desk/people`: who works for the member; invitations made, confirmed and withdrawn,
//! accounts closed.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::device::enrolled;
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::revoking::Revocation;
use super::sign::unproven;
use super::through::by_held;
use super::{Desk, Showing, role_words, see_other, who};
use crate::people::{Enrolment, Open, Person, Session, Token, Vouched};
use crate::state::App;
use crate::store::read::{ROWS_MAX, Window};
use app::views::{
    DeskPage, FieldError, InvitationRow, PeoplePage, PersonKey, PersonRow, Revoking, VouchedBy,
    WaitingDevice,
};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::EnrolledKey;
use ledger::field::{Moment, Role, Roles};
use ledger::key::key_id;
use std::sync::Arc;

/// Roles that people have. The clock's key is a machine's.
const GIVEN: [Role; 4] = [Role::Administer, Role::Audit, Role::Confirm, Role::Pay];

/// What is shown beside the lists.
#[derive(Default)]
struct Said {
    link: Option<String>,
    ticked: Vec<String>,
    errors: Vec<FieldError>,
}

pub(super) async fn people(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    show(
        &app,
        &desk,
        &session,
        (language, StatusCode::OK),
        Said::default(),
    )
    .await
}

pub(super) async fn invite(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let ticked: Vec<&str> = form.all("roles").collect();
    let word = |role: Role| role_words(Roles::of(&[role])).concat();
    let chosen = |role: &Role| ticked.contains(&word(*role).as_str());
    let chosen: Vec<Role> = GIVEN.into_iter().filter(chosen).collect();
    if chosen.is_empty() {
        let said = Said {
            ticked: ticked.iter().map(|role| (*role).to_owned()).collect(),
            errors: vec![fault("roles", "roles-missing")],
            ..Said::default()
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show(&app, &desk, &session, (language, status), said).await;
    }
    let by = &session.person;
    match desk.people.invite_as(by, &Roles::of(&chosen)).await? {
        Some(token) => show_link(&app, &desk, &session, language, &token).await,
        // The list says that it waits for a second administrator.
        None => Ok(see_other(&format!("/{}/desk/people", language.code()))),
    }
}

pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let by = Some(&session.person);
    match desk.people.confirm_invitation(form.get("id"), by).await? {
        Some(token) => show_link(&app, &desk, &session, language, &token).await,
        None => {
            let said = Said {
                errors: vec![fault("main", "invitation-not-waiting")],
                ..Said::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&app, &desk, &session, (language, status), said).await
        }
    }
}

/// The page with a new link, which is shown in this answer and never again: the server keeps its
/// digest alone.
async fn show_link(
    app: &App,
    desk: &Desk,
    session: &Session,
    language: Language,
    token: &Token,
) -> Result<Response, WebError> {
    let link = format!(
        "{}/{}/desk/join/{}",
        app.base_url(),
        language.code(),
        token.reveal()
    );
    let said = Said {
        link: Some(link),
        ..Said::default()
    };
    show(app, desk, session, (language, StatusCode::CREATED), said).await
}

pub(super) async fn withdraw(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    desk.people
        .withdraw(&session.person, form.get("id"))
        .await?;
    Ok(see_other(&format!("/{}/desk/people", language.code())))
}

pub(super) async fn close(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let people = &desk.people;
    let closed = people
        .close_account(&session.person, form.get("id"))
        .await?;
    // Whoever is closed out can't wait for a code; the page says what is left where there was none.
    if closed && unproven(&desk, &session, form.get("code")).await?.is_none() {
        let members = people.of_member(&session.person.member).await?;
        if let Some(gone) = members.iter().find(|one| one.id == form.get("id")) {
            let revoking = revocation(&app, &desk, &session);
            for key in enrolled(&app, gone).await? {
                // What can't be revoked here stands on the page with the command that does it.
                _ = revoking.revoke(&key, gone.account.as_str()).await?;
            }
        }
    }
    Ok(see_other(&format!("/{}/desk/people", language.code())))
}

/// Revokes a key of somebody's device.
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let members = desk.people.of_member(&session.person.member).await?;
    let whose = members.iter().find(|one| one.id == form.get("id"));
    let (keys, account) = match whose {
        Some(person) => (enrolled(&app, person).await?, person.account.as_str()),
        None => (Vec::new(), ""),
    };
    let revoking = revocation(&app, &desk, &session);
    if let Err(error) = revoking.by_form(&keys, account, &form).await? {
        let said = Said {
            errors: vec![error],
            ..Said::default()
        };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show(&app, &desk, &session, (language, status), said).await;
    }
    Ok(see_other(&format!("/{}/desk/people", language.code())))
}

const fn revocation<'a>(app: &'a App, desk: &'a Desk, session: &'a Session) -> Revocation<'a> {
    Revocation { app, desk, session }
}

async fn show(
    app: &App,
    desk: &Desk,
    session: &Session,
    (language, status): (Language, StatusCode),
    said: Said,
) -> Result<Response, WebError> {
    let member = &session.person.member;
    let people = desk.people.of_member(member).await?;
    let invitations = desk.people.open_invitations(member).await?;
    let waiting = desk.people.waiting_devices().await?;
    let waiting = waiting.iter().filter(|one| one.is_for(&session.person));
    let page = PeoplePage {
        who: who(app, session).await?,
        people: rows(app, &people, &session.person).await?,
        waiting: waiting.map(waiting_row).collect(),
        revoking: Revoking {
            held: desk.held.has(member),
            code_needed: !session.is_proven(desk.people.now()),
        },
        invitations: invitations
            .into_iter()
            .map(|open| invitation_row(open, &session.person))
            .collect(),
        alone: !people.iter().any(|one| is_second(one, &session.person)),
        link: said.link,
        roles: GIVEN
            .iter()
            .flat_map(|role| role_words(Roles::of(&[*role])))
            .collect(),
        ticked: said.ticked,
        errors: said.errors,
    };
    let showing = Showing {
        app,
        language,
        path: "desk/people".to_owned(),
    };
    showing.show(status, DeskPage::People(page)).await
}

/// The people, each with the keys of devices that sign for them.
async fn rows(app: &App, people: &[Person], reader: &Person) -> Result<Vec<PersonRow>, WebError> {
    let member = reader.member.as_str();
    let mut keys = app.store().keys(member, Window::first(ROWS_MAX)).await?;
    let all = keys.clone();
    keys.retain(|key| key.revoked.is_none() && people.iter().any(|one| is_of(key, one)));
    let enrolling: Vec<u64> = keys.iter().map(|key| key.enrolled).collect();
    let entries = app.store().entries_at(enrolling).await?;
    let row = |key: &EnrolledKey| PersonKey {
        id: key.id.to_string(),
        through_server: entries
            .get(&key.enrolled)
            .is_some_and(|entry| by_held(&entry.note, &all)),
    };
    let rows = people.iter().map(|person| {
        let own = keys.iter().filter(|key| is_of(key, person));
        person_row(person, reader, own.map(row).collect())
    });
    Ok(rows.collect())
}

/// Whether a key is this person's.
fn is_of(key: &EnrolledKey, person: &Person) -> bool {
    key.person.as_str() == person.id
}

fn waiting_row(one: &Enrolment) -> WaitingDevice {
    WaitingDevice {
        id: one.id.clone(),
        account: one.account.clone(),
        key: key_id(&one.member, &one.rotate.key.public).to_string(),
        ends: one.ends().seconds(),
    }
}

fn person_row(person: &Person, reader: &Person, keys: Vec<PersonKey>) -> PersonRow {
    PersonRow {
        keys,
        id: person.id.clone(),
        account: person.account.to_string(),
        roles: role_words(person.roles),
        joined: person.joined.seconds(),
        seen: person.seen.map(Moment::seconds),
        closed: person.closed.is_some(),
        own: person.account == reader.account,
        vouched: vouched(&person.vouched),
    }
}

/// Whether this is another administrator, who could confirm what the reader asks for.
fn is_second(person: &Person, reader: &Person) -> bool {
    person.account != reader.account
        && person.closed.is_none()
        && person.roles.contains(Role::Administer)
}

fn invitation_row(open: Open, reader: &Person) -> InvitationRow {
    let own = open.vouched.invited_by.as_deref() == Some(reader.account.as_str());
    InvitationRow {
        id: open.id,
        roles: role_words(open.roles),
        vouched: vouched(&open.vouched),
        ends: open.ends.seconds(),
        waits: open.waits,
        own,
    }
}

fn vouched(by: &Vouched) -> VouchedBy {
    VouchedBy {
        invited: by.invited_by.clone().unwrap_or_default(),
        confirmed: by
            .confirmed
            .map(|_| by.confirmed_by.clone().unwrap_or_default()),
    }
}
