//! `/{language}/desk/sign-in` and `sign-out`.

use super::super::error::WebError;
use super::super::language;
use super::super::query::{Path, Query};
use super::form::{Form, fault};
use super::guard::{AtDesk, Present, carry, drop_token};
use super::provider::let_out;
use super::{Showing, see_other};
use crate::people::{SignIn, SigningIn};
use crate::state::App;
use app::views::{DeskPage, SignInPage};
use app::words::Language;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

pub(super) async fn form(
    State(app): State<Arc<App>>,
    AtDesk(_): AtDesk,
    Path(language): Path<String>,
    query: Query,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let page = SignInPage {
        next: way_on(query.get("next").unwrap_or_default()).to_owned(),
        ..SignInPage::default()
    };
    show(&app, language, StatusCode::OK, page).await
}

pub(super) async fn sign_in(
    State(app): State<Arc<App>>,
    AtDesk(desk): AtDesk,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    let typed = SigningIn {
        account: form.get("account"),
        password: form.raw("password"),
        code: form.get("code"),
    };
    let mut page = SignInPage {
        account: typed.account.to_owned(),
        next: way_on(form.get("next")).to_owned(),
        ..SignInPage::default()
    };
    let missing = [
        ("account", "account-missing", typed.account),
        ("password", "password-missing", typed.password),
        ("code", "code-missing", typed.code),
    ];
    page.errors = missing
        .into_iter()
        .filter(|(.., typed)| typed.is_empty())
        .map(|(field, code, _)| fault(field, code))
        .collect();
    if page.errors.is_empty() {
        match desk.people.sign_in(&typed).await? {
            SignIn::In(token) => {
                let mut response = see_other(&destination(language, &page.next));
                carry(&mut response, &token);
                return Ok(response);
            }
            SignIn::Wrong => page.errors.push(fault("account", "sign-in-wrong")),
            SignIn::Wait(seconds) => {
                page.errors.push(fault("account", "wait"));
                page.wait_seconds = Some(seconds);
            }
        }
    }
    show(&app, language, StatusCode::UNPROCESSABLE_ENTITY, page).await
}

pub(super) async fn sign_out(
    AtDesk(desk): AtDesk,
    Present(session): Present,
    Path(language): Path<String>,
    form: Form,
) -> Result<Response, WebError> {
    let language = language::parse(&language)?;
    if form.ticked("everywhere") {
        desk.people.sign_out_everywhere(&session).await?;
    } else {
        desk.people.sign_out(&session).await?;
    }
    let mut response = see_other(&format!("/{}/", language.code()));
    drop_token(&mut response);
    Ok(response)
}

pub(super) async fn show(
    app: &App,
    language: Language,
    status: StatusCode,
    mut page: SignInPage,
) -> Result<Response, WebError> {
    let desk = app.desk();
    page.passkeys = desk.is_some_and(|desk| desk.passkeys.is_some());
    let provider = desk.and_then(|desk| desk.provider.as_ref());
    page.provider = provider.map_or_else(String::new, |provider| provider.name().to_owned());
    let showing = Showing {
        app,
        language,
        path: "desk/sign-in".to_owned(),
    };
    let mut response = showing.show(status, DeskPage::SignIn(page)).await?;
    let_out(&mut response, desk);
    Ok(response)
}

/// A way on within the desk, as a form or an address asks for it: nobody is led elsewhere.
pub(super) fn way_on(next: &str) -> &str {
    let within = |path: &str| path.starts_with("/desk/") || path == "/desk";
    let known = next
        .strip_prefix('/')
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(language, _)| {
            Language::parse(language).is_some() && within(&next[1 + language.len()..])
        });
    let plain = next
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/-".contains(&byte));
    if known && plain { next } else { "" }
}

pub(super) fn destination(language: Language, next: &str) -> String {
    if next.is_empty() {
        format!("/{}/desk", language.code())
    } else {
        next.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::way_on;

    #[test]
    fn a_way_on_stays_at_the_desk() {
        for good in ["/en/desk", "/zh/desk/confirm/ab12", "/es/desk/people"] {
            assert_eq!(way_on(good), good);
        }
        for bad in [
            "",
            "/",
            "//evil.example/desk",
            "https://evil.example",
            "/en/desk/..%2f",
            "/xx/desk",
            "/en/desks",
            "/en/deskx/y",
            "/en/desk?x",
            "/en/programmes/p",
        ] {
            assert_eq!(way_on(bad), "", "{bad}");
        }
    }
}
