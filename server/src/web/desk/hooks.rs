//! `/{language}/desk/telling/hooks`: where a member's programs are told, what was sent to them, and
//! mail that failed.

use super::super::error::WebError;
use super::super::language;
use super::super::query::{Path, Query};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present};
use super::{Desk, Showing, see_other, who};
use crate::people::Session;
use crate::people::telling::{HOOKS_MAX, Hook, Message, Stand};
use crate::state::App;
use crate::telling::checked_url;
use app::views::{DeliveryRow, DeliveryStand, DeskPage, FieldError, HookRow, HooksPage};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// Messages of a list: what whoever builds a program looks at, a page on a telephone.
const LISTED: u64 = 20;

/// What is shown beside the lists.
#[derive(Default)]
struct Said {
    secret: Option<String>,
    tested: bool,
    url: String,
    errors: Vec<FieldError>,
}

pub(super) async fn hooks(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let said = Said {
        tested: query.get("tested").is_some(),
        ..Said::default()
    };
    let at = (language::parse(&language)?, StatusCode::OK);
    show(&app, &desk, &session, at, said).await
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let url = form.get("url");
    let wrong = match checked_url(url, desk.telling.loopback) {
        Err(code) => code,
        Ok(()) => match desk.people.add_hook(&session.person, url).await? {
            None => "hook-many",
            Some(made) => {
                // The secret is shown in this answer and never again.
                let said = Said {
                    secret: Some(made.secret),
                    ..Said::default()
                };
                let at = (language, StatusCode::CREATED);
                return show(&app, &desk, &session, at, said).await;
            }
        },
    };
    let said = Said {
        url: url.to_owned(),
        errors: vec![fault("url", wrong)],
        ..Said::default()
    };
    let at = (language, StatusCode::UNPROCESSABLE_ENTITY);
    show(&app, &desk, &session, at, said).await
}

pub(super) async fn test(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let known = desk.people.test_hook(&session.person, form.get("id"));
    let tested = if known.await? { "?tested" } else { "" };
    let to = format!("/{}/desk/telling/hooks{tested}", language.code());
    Ok(see_other(&to))
}

pub(super) async fn remove(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    desk.people
        .remove_hook(&session.person, form.get("id"))
        .await?;
    let to = format!("/{}/desk/telling/hooks", language.code());
    Ok(see_other(&to))
}

async fn show(
    app: &App,
    desk: &Desk,
    session: &Session,
    (language, status): (Language, StatusCode),
    said: Said,
) -> Result<Response, WebError> {
    let member = &session.person.member;
    let hooks = desk.people.hooks(member).await?;
    let deliveries = desk.people.deliveries(member, LISTED).await?;
    let failed = desk.people.failed_mail(member, LISTED).await?;
    let to = |message: &Message| {
        let hook = hooks.iter().find(|hook| hook.id == message.target);
        hook.map(|hook| hook.url.clone()).unwrap_or_default()
    };
    let page = HooksPage {
        who: who(app, session).await?,
        posts: desk.telling.hooks,
        tested: said.tested,
        secret: said.secret,
        full: hooks.len() as u64 >= HOOKS_MAX,
        url: said.url,
        deliveries: deliveries
            .iter()
            .map(|row| delivery(row, to(row)))
            .collect(),
        failed: failed
            .iter()
            .map(|row| delivery(row, row.target.clone()))
            .collect(),
        hooks: hooks.into_iter().map(hook_row).collect(),
        errors: said.errors,
    };
    let showing = Showing {
        app,
        language,
        path: "desk/telling/hooks".to_owned(),
    };
    showing.show(status, DeskPage::Hooks(page)).await
}

fn hook_row(hook: Hook) -> HookRow {
    HookRow {
        id: hook.id,
        url: hook.url,
        made: hook.made.seconds(),
    }
}

fn delivery(message: &Message, to: String) -> DeliveryRow {
    let identity = message.entry.map(|entry| entry.identity.to_string());
    DeliveryRow {
        made: message.made.seconds(),
        to,
        matter: message.matter.word(),
        identity: identity.unwrap_or_default(),
        stand: match message.stand {
            Stand::Waits => DeliveryStand::Waits,
            Stand::Sent => DeliveryStand::Sent,
            Stand::GivenUp | Stand::Dropped => DeliveryStand::GivenUp,
        },
        tries: u64::from(message.tries),
        why: message.why.clone().unwrap_or_default(),
    }
}
