//! Join a member by an invitation: an account, a password, and a second factor.

use leptos::prelude::*;

use super::{body, may_words};
use crate::components::document::Body;
use crate::components::form::input::{Input, Kind, input};
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::components::qr::qr;
use crate::context::Context;
use crate::views::JoinPage;

pub(crate) fn join(context: Context, page: &JoinPage) -> Body {
    if page.errors.iter().any(|error| error.code == GONE) {
        return gone(context);
    }
    let problems = Problems::new(context, &page.errors, page.password_min.into());
    let title = context.with("join-title", &[("member", party_text(&page.member).into())]);
    let may = context.with(
        "join-may",
        &[("roles", may_words(context, &page.roles).into())],
    );
    let action = context.desk(&format!("join/{}", page.token));
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{may}</p>
        <form method="post" action=action novalidate>
            {account(context, page, &problems)}
            {factor(context, page, &problems)}
            <button>{context.t("join-submit")}</button>
        </form>
    };
    body(problems.title(title), Vec::new(), main)
}

/// The code of an invitation that was taken up, withdrawn or has ended.
const GONE: &str = "invitation-gone";

fn gone(context: Context) -> Body {
    let title = context.t("join-gone-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("form-invitation-gone")}</p>
        <p><a href=context.desk("sign-in")>{context.t("desk-sign-in")}</a></p>
    };
    body(title, Vec::new(), main)
}

fn account(context: Context, page: &JoinPage, problems: &Problems<'_>) -> AnyView {
    let name = Input::new("account", Kind::Account, context.t("desk-account"))
        .hint(context.t("join-account-hint"))
        .value(&page.account);
    let count = ("count", u64::from(page.password_min).into());
    let password = Input::new("password", Kind::NewPassword, context.t("desk-password"))
        .hint(context.with("join-password-hint", &[count]));
    view! {
        <section aria-labelledby="join-account">
            <h2 id="join-account">{context.t("join-account-title")}</h2>
            {input(context, name, problems.of("account"))}
            {input(context, password, problems.of("password"))}
        </section>
    }
    .into_any()
}

/// The second factor: a code to scan, a link for whoever reads this on the telephone itself, and
/// the same to be typed.
fn factor(context: Context, page: &JoinPage, problems: &Problems<'_>) -> AnyView {
    let code =
        Input::new("code", Kind::Code, context.t("desk-code")).hint(context.t("join-code-hint"));
    // An address that couldn't be made is no link: the key can be typed.
    let address = Some(page.otpauth.clone()).filter(|address| !address.is_empty());
    let code_of = address
        .as_ref()
        .and_then(|address| qr(address, context.t("join-qr")));
    let open = address.map(|address| {
        view! { <p><a class="button" href=address>{context.t("join-open")}</a></p> }
    });
    view! {
        <section aria-labelledby="join-factor">
            <h2 id="join-factor">{context.t("join-factor-title")}</h2>
            <p>{context.t("join-factor-about")}</p>
            <div class="paper">
                {code_of}
                <div>
                    {open}
                    <p>{context.t("join-type")}</p>
                    <p><code class="secret" translate="no">{page.secret.clone()}</code></p>
                </div>
            </div>
            {input(context, code, problems.of("code"))}
        </section>
    }
    .into_any()
}
