//! `/{language}/desk/device`: the key of a person's own device, from the browser that makes it to
//! the wait for a second person's approval.

use super::super::error::WebError;
use super::super::language;
use super::super::query::Path;
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::revoking::Revocation;
use super::through::by_held;
use super::{Desk, Showing, head, see_other, who};
use crate::draft::{Draft as Writing, written};
use crate::people::{Enrolment, Person, Session};
use crate::state::App;
use crate::store::read::{KnownEntry, ROWS_MAX, Window};
use app::views::{DeskPage, DeviceKey, DevicePage, FieldError, OwnKeys, Revoking, WaitingKey};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ed25519_dalek::VerifyingKey;
use ledger::EnrolledKey;
use ledger::SignatureLine;
use ledger::entry::Kind;
use ledger::field::{
    EnrolKey, Field, Identity, Person as PersonId, PublicKey, RecordRef, Role, Roles, SignerCount,
};
use ledger::key::{holds, key_id};
use std::sync::Arc;

/// What a device's key may do at most, of what its person may: daily work, and to approve the keys of
/// colleagues' devices.
const DEVICE_ROLES: [Role; 3] = [Role::Administer, Role::Confirm, Role::Pay];

/// Signatures below the entry that enrols a device's key: its own, and a second person's.
const SIGNERS: u8 = 2;

pub(super) async fn device(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
) -> Result<Response, WebError> {
    let showing = showing(&app, &language)?;
    let page = page(&app, &desk, &session, Vec::new()).await?;
    showing.show(StatusCode::OK, DeskPage::Device(page)).await
}

pub(super) async fn offer(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let showing = showing(&app, &language)?;
    match offered(&app, &desk, &session.person, &form).await? {
        Ok(text) => {
            desk.people.offer_device(&session.person, &text).await?;
            Ok(see_other(&address(&showing)))
        }
        Err(error) => wrong(showing, &desk, &session, error).await,
    }
}

pub(super) async fn prove(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let showing = showing(&app, &language)?;
    let Some(offered) = desk.people.offered_device(&session.person).await? else {
        return wrong(showing, &desk, &session, fault("key", "device-gone")).await;
    };
    let proof = SignatureLine::parse(form.get("signature"));
    let Some(proof) = proof.filter(|line| proves(&offered, line)) else {
        return wrong(showing, &desk, &session, fault("proof", "signature-wrong")).await;
    };
    desk.people.prove_device(&offered, &proof).await?;
    Ok(see_other(&address(&showing)))
}

/// Revokes a key of one's own: a lost device's.
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let showing = showing(&app, &language)?;
    let keys = enrolled(&app, &session.person).await?;
    let revoking = Revocation {
        app: &app,
        desk: &desk,
        session: &session,
    };
    let of = session.person.account.as_str();
    match revoking.by_form(&keys, of, &form).await? {
        Ok(()) => Ok(see_other(&address(&showing))),
        Err(error) => wrong(showing, &desk, &session, error).await,
    }
}

/// The text that would enrol the key that a browser offers, or why there is none.
async fn offered(
    app: &App,
    desk: &Desk,
    person: &Person,
    form: &Form,
) -> Result<Result<String, FieldError>, WebError> {
    let Ok(public) = PublicKey::parse(form.get("key")) else {
        return Ok(Err(fault("key", "device-key-unreadable")));
    };
    let roles: Vec<Role> = DEVICE_ROLES
        .into_iter()
        .filter(|role| person.roles.contains(*role))
        .collect();
    if roles.is_empty() {
        return Ok(Err(fault("key", "device-roles")));
    }
    let head = head(app).await?;
    let internal = |error: String| WebError::Internal(error.into());
    let key = EnrolKey {
        person: PersonId::parse(&person.id).map_err(|error| internal(error.to_string()))?,
        roles: Roles::of(&roles),
        public,
    };
    let reference = RecordRef::parse(&desk.people.fresh_word());
    let draft = Writing::new(Kind::KeyRotate)
        .set("ledger", &head.ledger)
        .set("member", &person.member)
        .set("key", &key)
        .set(
            "ref",
            &reference.map_err(|error| internal(error.to_string()))?,
        )
        .set("time", &desk.signing_time(&head))
        .set("signers", &SignerCount(SIGNERS));
    let entry = draft.entry().map_err(internal)?;
    Ok(Ok(entry.to_text()))
}

/// Whether a line is the offered key's own signature below the text that enrols it.
fn proves(offered: &Enrolment, line: &SignatureLine) -> bool {
    let public = &offered.rotate.key.public;
    let own = line.name == offered.member && line.id == key_id(&offered.member, public);
    let key = VerifyingKey::from_bytes(public.bytes());
    own && key.is_ok_and(|key| holds(&key, offered.text().as_bytes(), &line.signature))
}

/// The keys of a person that stand on the ledger, those that were revoked too, the latest first.
pub(super) async fn enrolled(app: &App, person: &Person) -> Result<Vec<EnrolledKey>, WebError> {
    let keys = app
        .store()
        .keys(person.member.as_str(), Window::first(ROWS_MAX));
    let mut keys = keys.await?;
    keys.retain(|key| key.person.as_str() == person.id);
    keys.sort_by_key(|key| std::cmp::Reverse(key.enrolled));
    Ok(keys)
}

/// The keys with which a person may do this on a device of their own; nothing where there is none.
pub(super) async fn own_keys(
    app: &App,
    person: &Person,
    role: Role,
) -> Result<Option<OwnKeys>, WebError> {
    let keys: Vec<String> = enrolled(app, person)
        .await?
        .iter()
        .filter(|key| key.revoked.is_none() && key.roles.contains(role))
        .map(|key| written(&key.public))
        .collect();
    Ok((!keys.is_empty()).then(|| OwnKeys {
        person: person.id.clone(),
        member: person.member.to_string(),
        keys,
    }))
}

/// Whether a signature line names a key of this person that stands on the ledger.
pub(super) async fn is_own(
    app: &App,
    person: &Person,
    line: &SignatureLine,
) -> Result<bool, WebError> {
    let keys = enrolled(app, person).await?;
    Ok(line.name == person.member && keys.iter().any(|key| key.id == line.id))
}

/// The line that a person's own device made below a text, or a form's code: it names a key of theirs that
/// signs in this role, and the signature holds.
pub(super) async fn own_line(
    app: &App,
    person: &Person,
    role: Role,
    text: &str,
    typed: &str,
) -> Result<Result<SignatureLine, &'static str>, WebError> {
    let Some(line) = SignatureLine::parse(typed) else {
        return Ok(Err("signature-wrong"));
    };
    let keys = enrolled(app, person).await?;
    let own = keys.iter().find(|key| key.id == line.id);
    let signs = |key: &&EnrolledKey| key.revoked.is_none() && key.roles.contains(role);
    let Some(key) = own.filter(signs).filter(|_| line.name == person.member) else {
        return Ok(Err("device-key-foreign"));
    };
    let key = VerifyingKey::from_bytes(key.public.bytes());
    let fits = key.is_ok_and(|key| holds(&key, text.as_bytes(), &line.signature));
    Ok(if fits {
        Ok(line)
    } else {
        Err("signature-wrong")
    })
}

async fn page(
    app: &App,
    desk: &Desk,
    session: &Session,
    errors: Vec<FieldError>,
) -> Result<DevicePage, WebError> {
    let person = &session.person;
    let window = Window::first(ROWS_MAX);
    let all = app.store().keys(person.member.as_str(), window).await?;
    let found = enrolled(app, person).await?;
    let mut keys = Vec::with_capacity(found.len());
    for key in &found {
        let entry = app.store().entry_at(key.enrolled).await?;
        let since = |entry: &KnownEntry| entry.note.entry().time().seconds();
        keys.push(DeviceKey {
            id: key.id.to_string(),
            public: written(&key.public),
            since: entry.as_ref().map_or(0, since),
            through_server: entry.is_some_and(|entry| by_held(&entry.note, &all)),
            revoked: key.revoked.is_some(),
        });
    }
    let offered = desk.people.offered_device(person).await?;
    // A key that stands on the ledger waits no more, however it came there.
    let waits = |offered: &Enrolment| {
        found
            .iter()
            .all(|key| key.public != offered.rotate.key.public)
    };
    let may_sign = DEVICE_ROLES
        .into_iter()
        .any(|role| person.roles.contains(role));
    Ok(DevicePage {
        who: who(app, session).await?,
        person: person.id.clone(),
        may_sign,
        keys,
        revoking: Revoking {
            held: desk.held.has(&person.member),
            code_needed: !session.is_proven(desk.people.now()),
        },
        waiting: offered.filter(waits).map(|offered| waiting(&offered)),
        errors,
    })
}

fn waiting(offered: &Enrolment) -> WaitingKey {
    let text = offered.text();
    WaitingKey {
        id: offered.id.clone(),
        public: written(&offered.rotate.key.public),
        identity: Identity::of(&text).to_string(),
        text,
        proven: offered.proof.is_some(),
        ends: offered.ends().seconds(),
    }
}

fn showing<'a>(app: &'a App, language: &str) -> Result<Showing<'a>, WebError> {
    Ok(Showing {
        app,
        language: language::parse(language)?,
        path: "desk/device".to_owned(),
    })
}

fn address(showing: &Showing<'_>) -> String {
    format!("/{}/desk/device", showing.language.code())
}

async fn wrong(
    showing: Showing<'_>,
    desk: &Desk,
    session: &Session,
    error: FieldError,
) -> Result<Response, WebError> {
    let page = page(showing.app, desk, session, vec![error]).await?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    showing.show(status, DeskPage::Device(page)).await
}
