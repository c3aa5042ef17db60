//! How a person signs in: the passkeys that they have, and a new one.

use leptos::prelude::*;

use super::body;
use crate::components::document::Body;
use crate::components::figure::{day_at, moment};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::prose::section;
use crate::context::Context;
use crate::islands::passkey::{BUTTON, CEREMONY, CREDENTIAL, FORM, SAID, UNSTARTED};
use crate::views::{PasskeyRow, PasskeysPage, ProviderLink, Seconds};

pub(crate) fn passkeys(context: Context, page: &PasskeysPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("passkeys-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{context.t("passkeys-lead")}</p>
        {add(context, page, &problems)}
        {section("passkeys", context.t("passkeys-own"), list(context, page))}
        {page.provider.as_ref().map(|link| provider(context, page, link, &problems))}
        <p><a href=context.desk("")>{context.t("passkeys-on")}</a></p>
    };
    body(problems.title(title), Vec::new(), main)
}

/// The form that the script fills in, which nobody sees before it runs.
fn add(context: Context, page: &PasskeysPage, problems: &Problems<'_>) -> AnyView {
    if !page.taken {
        return view! { <p class="inset">{context.t("passkeys-not-here")}</p> }.into_any();
    }
    let code = page.code_needed.then(|| {
        let code = Input::new("code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"));
        input(context, code, problems.of("code"))
    });
    view! {
        <p id=UNSTARTED class="inset">{context.t("passkeys-no-script")}</p>
        <form
            id=FORM hidden method="post" action=context.desk("passkeys/add") novalidate data-begin=context.desk("passkeys/begin")
            data-use="create" data-failed=context.t("form-passkey-not-made")
        >
            {fields()}
            {code}
            <button id=BUTTON>{context.t("passkeys-add")}</button>
        </form>
        {said()}
    }
    .into_any()
}

/// The organisation's own account: linked, or to be linked.
fn provider(
    context: Context,
    page: &PasskeysPage,
    link: &ProviderLink,
    problems: &Problems<'_>,
) -> AnyView {
    let title = context.with("provider-title", &[("name", link.name.clone().into())]);
    let content = match link.made {
        Some(made) => linked(context, link, made),
        None => unlinked(context, page, link, problems),
    };
    section("own-account", title, content)
}

fn linked(context: Context, link: &ProviderLink, made: Seconds) -> AnyView {
    let day = context.rich("provider-made", vec![("day", day_at(context, made).into())]);
    view! {
        <ul class="cards"><li>
            <p class="meta"><span>{day}</span><span>{used(context, link.used)}</span></p>
            <details>
                <summary>{context.t("provider-unlink")}</summary>
                <form method="post" action=context.desk("passkeys/unlink")>
                    <p>{context.t("provider-unlink-about")}</p>
                    <button id="provider" class="ends">{context.t("provider-unlink-now")}</button>
                </form>
            </details>
        </li></ul>
    }
    .into_any()
}

/// Where both forms of the page ask for the code, this one's field has an id of its own.
fn unlinked(
    context: Context,
    page: &PasskeysPage,
    link: &ProviderLink,
    problems: &Problems<'_>,
) -> AnyView {
    let code = page.code_needed.then(|| {
        let code = Input::new("link-code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"));
        input(context, code, problems.of("link-code"))
    });
    let name = vec![("name", link.name.clone().into())];
    view! {
        <p>{context.with("provider-lead", &name)}</p>
        <form method="post" action=context.desk("passkeys/link") novalidate>
            {code}
            <button id="provider">{context.with("provider-link", &name)}</button>
        </form>
    }
    .into_any()
}

/// The fields that the script fills in.
pub(super) fn fields() -> AnyView {
    view! {
        <input id=CEREMONY type="hidden" name="ceremony"/>
        <input id=CREDENTIAL type="hidden" name="credential"/>
    }
    .into_any()
}

/// Where the script says that there is no passkey.
pub(super) fn said() -> AnyView {
    view! { <p id=SAID class="inset" role="status" hidden></p> }.into_any()
}

fn list(context: Context, page: &PasskeysPage) -> AnyView {
    if page.passkeys.is_empty() {
        return view! { <p>{context.t("passkeys-none")}</p> }.into_any();
    }
    let rows: Vec<_> = page.passkeys.iter().map(|one| row(context, one)).collect();
    view! { <ul class="cards">{rows}</ul> }.into_any()
}

/// A passkey, with a second press before it is removed.
fn row(context: Context, one: &PasskeyRow) -> AnyView {
    let made = context.rich(
        "passkeys-made",
        vec![("day", day_at(context, one.made).into())],
    );
    view! {
        <li>
            <p class="meta"><span>{made}</span><span>{used(context, one.used)}</span></p>
            <details>
                <summary>{context.t("passkeys-remove")}</summary>
                <form method="post" action=context.desk("passkeys/remove")>
                    {hidden("id", &one.id)}
                    <p>{context.t("passkeys-remove-about")}</p>
                    <button class="ends">{context.t("passkeys-remove-now")}</button>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// When somebody signed in by it last.
fn used(context: Context, used: Option<Seconds>) -> AnyView {
    match used {
        Some(used) => context.rich(
            "passkeys-used",
            vec![("time", moment(context, used).into())],
        ),
        None => context.t("passkeys-unused").into_any(),
    }
}
