//! The keys of a person's own devices: making one in this browser, what waits, what stands.

use leptos::prelude::*;

use super::body;
use crate::components::document::Body;
use crate::components::figure::{day_at, moment};
use crate::components::form::input::hidden;
use crate::components::form::problems::Problems;
use crate::components::outbox::outbox;
use crate::components::prose::section;
use crate::components::tag;
use crate::context::Context;
use crate::islands::device::{
    KEY, MAKE, MAKE_BUTTON, PROVE, PROVE_BUTTON, SAID, SIGNATURE, TEXT, UNSTARTED, Words,
};
use crate::views::{DeviceKey, DevicePage, Frame, Island, Revoking, WaitingKey};

pub(crate) fn device(context: Context, frame: &Frame, page: &DevicePage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("device-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {page.may_sign.then(|| outbox(context, &page.who, None))}
        <p class="lead">{context.t("device-lead")}</p>
        {here(context, frame, page)}
        {page.waiting.as_ref().filter(|key| key.proven).map(|key| waiting(context, key))}
        {section("keys", context.t("device-keys"), keys(context, page))}
        {section("lost", context.t("device-lost"), lost(context))}
    };
    body(problems.title(title), Vec::new(), main)
}

/// The words of the island in the page's language.
pub(super) fn words(context: Context) -> Words {
    crate::pages::island::words(context)
}

/// What this browser has and may do; hidden until a script knows.
fn here(context: Context, frame: &Frame, page: &DevicePage) -> AnyView {
    if !page.may_sign {
        return view! { <p class="inset">{context.t("form-device-roles")}</p> }.into_any();
    }
    if frame.boot_of(Island::Device).is_none() {
        return view! { <p class="inset">{context.t("device-no-script")}</p> }.into_any();
    }
    let enrolled: Vec<&str> = page
        .keys
        .iter()
        .filter(|key| !key.revoked)
        .map(|key| key.public.as_str())
        .collect();
    let offered = page.waiting.as_ref();
    let of = |part: fn(&WaitingKey) -> String| offered.map(part).unwrap_or_default();
    let proven = offered.is_some_and(|key| key.proven).then_some("yes");
    let words = words(context).to_text();
    view! {
        <p id=UNSTARTED class="inset">{context.t("device-no-script")}</p>
        <p
            id=SAID class="inset" role="status" hidden data-person=page.person.clone() data-member=page.who.member.name.clone()
            data-keys=enrolled.join(" ") data-offered=of(|key| key.public.clone()) data-proven=proven
            data-text=of(|key| key.text.clone()) data-identity=of(|key| key.identity.clone()) data-words=words
        ></p>
        <form id=MAKE hidden method="post" action=context.desk("device/offer")>
            <input id=KEY type="hidden" name="key"/>
            <button id=MAKE_BUTTON>{context.t("device-make")}</button>
        </form>
        {offered.filter(|key| !key.proven).map(|key| prove(context, key))}
    }
    .into_any()
}

/// The text that the new key signs, to prove that this device has it.
fn prove(context: Context, key: &WaitingKey) -> AnyView {
    view! {
        <form id=PROVE hidden method="post" action=context.desk("device/prove")>
            <pre id=TEXT role="region" aria-label=context.t("check-text") tabindex="0" translate="no" lang="en">{key.text.clone()}</pre>
            <input id=SIGNATURE type="hidden" name="signature"/>
            <button id=PROVE_BUTTON>{context.t("device-prove")}</button>
        </form>
    }
    .into_any()
}

fn waiting(context: Context, key: &WaitingKey) -> AnyView {
    let ends = context.rich(
        "device-waits-until",
        vec![("time", moment(context, key.ends).into())],
    );
    let command = format!("countersign device approve {} --key FILE", key.id);
    let about = view! {
        <p>{context.t("device-waits-about")}</p>
        <p>{context.t("device-waits-command")}</p>
        <p><code class="long" translate="no">{command}</code></p>
        <p class="meta">{ends}</p>
    };
    section("waits", context.t("device-waits"), about.into_any())
}

fn keys(context: Context, page: &DevicePage) -> AnyView {
    if page.keys.is_empty() {
        return view! { <p>{context.t("device-none")}</p> }.into_any();
    }
    let rows: Vec<_> = page
        .keys
        .iter()
        .map(|key| row(context, key, page.revoking))
        .collect();
    view! { <ul class="cards">{rows}</ul> }.into_any()
}

fn row(context: Context, key: &DeviceKey, revoking: Revoking) -> AnyView {
    let since = context.rich(
        "device-since",
        vec![("day", day_at(context, key.since).into())],
    );
    let mark = key.revoked.then(|| tag::revoked(context));
    let through = key.through_server.then(|| {
        let said = context.t("device-approved-through");
        view! { <span>{said}</span> }
    });
    view! {
        <li>
            <div class="card-head"><h3><code translate="no">{key.id.clone()}</code></h3>{mark}</div>
            <p class="meta"><span>{since}</span>{through}</p>
            {(!key.revoked).then(|| revoke(context, "device/revoke", &key.id, "", revoking))}
        </li>
    }
    .into_any()
}

/// The field for the code of the moment, of which a page with several forms has several.
pub(super) fn code(context: Context, of: &str) -> AnyView {
    let id = format!("code-{of}");
    view! {
        <p>
            <label for=id.clone()>{context.t("desk-code")}</label>
            <input id=id name="code" class="brief num" inputmode="numeric" autocomplete="one-time-code"/>
        </p>
    }
    .into_any()
}

/// Revokes a key by the server's own, after a second press and the code of the moment; where the server
/// holds none, names the command.
pub(super) fn revoke(
    context: Context,
    action: &str,
    key: &str,
    person: &str,
    revoking: Revoking,
) -> AnyView {
    let named = || [("key", key.into())];
    if !revoking.held {
        let command = format!("countersign key revoke {key} --key FILE");
        return view! {
            <p>{context.with("device-revoke-command", &named())}</p>
            <p><code class="long" translate="no">{command}</code></p>
        }
        .into_any();
    }
    let code = revoking.code_needed.then(|| code(context, key));
    view! {
        <details>
            <summary>{context.with("device-revoke", &named())}</summary>
            <form method="post" action=context.desk(action) novalidate>
                {hidden("key", key)}
                {(!person.is_empty()).then(|| hidden("id", person))}
                <p>{context.t("device-revoke-about")}</p>
                {code}
                <button class="ends">{context.t("device-revoke-now")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn lost(context: Context) -> AnyView {
    view! {
        <p>{context.t("device-lost-about")}</p>
        <p><code class="long" translate="no">"countersign key revoke ID --key FILE"</code></p>
    }
    .into_any()
}
