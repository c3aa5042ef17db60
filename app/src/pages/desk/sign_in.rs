//! Sign in: account, password and the code of the moment, in one form.

use leptos::prelude::*;

use super::body;
use super::passkeys::{fields, said};
use crate::components::document::Body;
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::islands::passkey::{BUTTON, FORM};
use crate::views::SignInPage;

pub(crate) fn sign_in(context: Context, page: &SignInPage) -> Body {
    if page.code_only {
        return code_only(context, page);
    }
    let minutes = page.wait_seconds.unwrap_or(0).div_ceil(60).max(1);
    let problems = Problems::new(context, &page.errors, minutes.into());
    let field = |name, kind, word: &str| Input::new(name, kind, context.t(word));
    let account = field("account", Kind::Account, "desk-account").value(&page.account);
    let password = field("password", Kind::Password, "desk-password");
    let code = field("code", Kind::Code, "desk-code").hint(context.t("desk-code-hint"));
    let main = view! {
        <h1>{context.t("desk-sign-in")}</h1>
        {problems.summary()}
        <p class="lead">{context.t("desk-sign-in-lead")}</p>
        {page.passkeys.then(|| passkey(context, page))}
        {(!page.provider.is_empty()).then(|| provider(context, page))}
        <form method="post" action=context.desk("sign-in") novalidate>
            {hidden("next", &page.next)}
            {input(context, account, problems.of("account"))}
            {input(context, password, problems.of("password"))}
            {input(context, code, problems.of("code"))}
            <button>{context.t("desk-sign-in")}</button>
        </form>
        <p class="meta after">{context.t("desk-sign-in-help")}</p>
    };
    body(problems.title(context.t("desk-sign-in")), Vec::new(), main)
}

/// The first choice, where a script can ask for it.
fn passkey(context: Context, page: &SignInPage) -> AnyView {
    view! {
        <form
            id=FORM hidden method="post" action=context.desk("sign-in/passkey") data-begin=context.desk("sign-in/begin") data-use="get"
            data-failed=context.t("form-passkey-wrong")
        >
            {hidden("next", &page.next)}
            {fields()}
            <button id=BUTTON>{context.t("desk-sign-in-passkey")}</button>
            {page.provider.is_empty().then(|| view! { <p>{context.t("desk-sign-in-or")}</p> })}
        </form>
        {said()}
    }
    .into_any()
}

/// The organisation's own accounts: out to where they are kept, without script.
fn provider(context: Context, page: &SignInPage) -> AnyView {
    let name = vec![("name", page.provider.clone().into())];
    view! {
        <form method="post" action=context.desk("sign-in/provider")>
            {hidden("next", &page.next)}
            <button id="provider">{context.with("desk-sign-in-provider", &name)}</button>
            <p>{context.t("desk-sign-in-or")}</p>
        </form>
    }
    .into_any()
}

/// The code, after the organisation has said who it is.
fn code_only(context: Context, page: &SignInPage) -> Body {
    let minutes = page.wait_seconds.unwrap_or(0).div_ceil(60).max(1);
    let problems = Problems::new(context, &page.errors, minutes.into());
    let code = Input::new("code", Kind::Code, context.t("desk-code"));
    let code = code.hint(context.t("desk-code-hint"));
    let name = vec![("name", page.provider.clone().into())];
    let main = view! {
        <h1>{context.t("desk-sign-in")}</h1>
        {problems.summary()}
        <p class="lead">{context.with("provider-code-lead", &name)}</p>
        <form method="post" action=context.desk("sign-in/provider/code") novalidate>
            {input(context, code, problems.of("code"))}
            <button>{context.t("desk-sign-in")}</button>
        </form>
        <p class="meta after"><a href=context.desk("sign-in")>{context.t("provider-code-other")}</a></p>
    };
    body(problems.title(context.t("desk-sign-in")), Vec::new(), main)
}
