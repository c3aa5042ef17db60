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
use crate::views::{PasskeyRow, PasskeysPage};

pub(crate) fn passkeys(context: Context, page: &PasskeysPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("passkeys-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{context.t("passkeys-lead")}</p>
        {add(context, page, &problems)}
        {section("passkeys", context.t("passkeys-own"), list(context, page))}
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
    let used = match one.used {
        Some(used) => context.rich(
            "passkeys-used",
            vec![("time", moment(context, used).into())],
        ),
        None => context.t("passkeys-unused").into_any(),
    };
    view! {
        <li>
            <p class="meta"><span>{made}</span><span>{used}</span></p>
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
