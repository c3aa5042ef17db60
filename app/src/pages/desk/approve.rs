//! The key of a colleague's device: what it would sign, approved with one's own device, or refused.

use leptos::prelude::*;

use super::device::words;
use super::{body, may_words};
use crate::components::document::Body;
use crate::components::figure::moment;
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::islands::device::{DETAILS, MEANING, SAID, SIGN, SIGNATURE, TEXT};
use crate::views::{ApprovePage, OwnKeys};

pub(crate) fn approve(context: Context, page: &ApprovePage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let account = || ("account", page.account.as_str().into());
    let title = context.with("approve-title", &[account()]);
    let about = context.with("approve-about", &[account()]);
    let ends = context.rich(
        "device-waits-until",
        vec![("time", moment(context, page.ends).into())],
    );
    let own = page.device.as_ref();
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{about}</p>
        <dl class="summary">
            <div><dt>{context.t("approve-key")}</dt><dd><code translate="no">{page.key.clone()}</code></dd></div>
            <div><dt>{context.t("approve-may")}</dt><dd>{may_words(context, &page.roles)}</dd></div>
        </dl>
        <p class="meta">{ends}</p>
        {own.map(|own| sign(context, page, own, &problems))}
        {by_command(context, page)}
        <form method="post" action=context.desk(&format!("device/refuse/{}", page.id))>
            <button class="ends">{context.t("approve-refuse")}</button>
        </form>
        {text(context, page)}
    };
    let trail = vec![(context.t("desk-people"), context.desk("people"))];
    body(problems.title(title), trail, main)
}

/// The form that the reader's own device signs, hidden until its module has found the key.
fn sign(context: Context, page: &ApprovePage, own: &OwnKeys, problems: &Problems<'_>) -> AnyView {
    let code = page.code_needed.then(|| {
        let code = Input::new("code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"));
        input(context, code, problems.of("code"))
    });
    let meaning = context.with(
        "approve-meaning",
        &[("account", page.account.as_str().into())],
    );
    view! {
        <p
            id=SAID class="inset" role="status" hidden data-person=own.person.clone() data-member=own.member.clone()
            data-keys=own.keys.join(" ") data-text=page.text.clone() data-identity=page.identity.clone()
            data-words=words(context).to_text() data-meaning=meaning.clone()
        ></p>
        <form id=SIGN hidden method="post" action=context.desk(&format!("device/approve/{}", page.id)) novalidate>
            {hidden("text_identity", &page.identity)}
            <input id=SIGNATURE type="hidden" name="signature"/>
            {code}
            <p id=MEANING>{meaning}</p>
            <button id="sign">{context.t("approve-sign")}</button>
        </form>
    }
    .into_any()
}

/// The way with a key file, for whoever has no such key in this browser.
fn by_command(context: Context, page: &ApprovePage) -> AnyView {
    let command = format!("countersign device approve {} --key FILE", page.id);
    view! {
        <p>{context.t("approve-by-command")}</p>
        <p><code class="long" translate="no">{command}</code></p>
    }
    .into_any()
}

/// The exact bytes that will be under the signature.
fn text(context: Context, page: &ApprovePage) -> AnyView {
    let label = context.t("check-text");
    view! {
        <details id=DETAILS>
            <summary>{label.clone()}</summary>
            <p>{context.t("check-text-about")}</p>
            <pre id=TEXT role="region" aria-label=label tabindex="0" translate="no" lang="en">{page.text.clone()}</pre>
            <p>{context.t("note-identity")}" "<code class="long">{page.identity.clone()}</code></p>
        </details>
    }
    .into_any()
}
