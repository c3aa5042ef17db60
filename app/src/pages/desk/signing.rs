//! A signature below a text that the page shows: by the reader's own device, where it has a key for that,
//! and by the key that the server holds, where it holds one.

use leptos::prelude::*;

use super::device::words;
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::islands::device::{DETAILS, MEANING, SAID, SIGN, SIGNATURE, TEXT};
use crate::views::{OwnKeys, SignedHere};

/// What is signed on a page, and in which words.
pub(super) struct Signing<'a> {
    /// Where the signature is sent.
    pub(super) action: String,
    /// The exact text.
    pub(super) text: &'a str,
    /// SHA3-256 of that text.
    pub(super) identity: &'a str,
    /// The ways in which the reader can sign.
    pub(super) ways: &'a SignedHere,
    /// What goes along unseen.
    pub(super) carried: &'a [(&'static str, &'a str)],
    /// What the device's signature says, and the word on its button.
    pub(super) device: (String, String),
    /// What the server's says, and the word on its button.
    pub(super) server: (String, String),
}

/// The forms. The device's waits for its module; the server's key is asked for by name.
pub(super) fn forms(context: Context, of: &Signing<'_>, problems: &Problems<'_>) -> AnyView {
    let device = of.ways.device.as_ref();
    let device = device.map(|own| by_device(context, of, own, problems));
    let server = of.ways.held.then(|| by_server(context, of, problems));
    view! { {device}{server} }.into_any()
}

fn by_device(
    context: Context,
    of: &Signing<'_>,
    own: &OwnKeys,
    problems: &Problems<'_>,
) -> AnyView {
    let (meaning, button) = of.device.clone();
    let keys = own.keys.join(" ");
    let inside = view! {
        <input id=SIGNATURE type="hidden" name="signature"/>
        {code(context, of, "code", problems)}
        <p id=MEANING>{meaning.clone()}</p>
        <button id="sign">{button}</button>
    };
    view! {
        <p
            id=SAID class="inset" role="status" hidden data-person=own.person.clone() data-member=own.member.clone()
            data-keys=keys data-text=of.text.to_owned() data-identity=of.identity.to_owned()
            data-words=words(context).to_text() data-meaning=meaning
        ></p>
        <form id=SIGN hidden method="post" action=of.action.clone() novalidate>{carried(of)}{inside}</form>
    }
    .into_any()
}

fn by_server(context: Context, of: &Signing<'_>, problems: &Problems<'_>) -> AnyView {
    let (meaning, button) = of.server.clone();
    // Where both forms stand, this one is the second: problems lead to its own fields.
    let second = of.ways.device.is_some();
    let (code_id, button_id) = if second {
        ("code-through", "sign-through")
    } else {
        ("code", "sign")
    };
    view! {
        <form id="through" method="post" action=of.action.clone() novalidate>
            {carried(of)}
            {hidden("through", "server")}
            {code(context, of, code_id, problems)}
            <p>{meaning}</p>
            <button id=button_id class=second.then_some("quiet")>{button}</button>
        </form>
    }
    .into_any()
}

fn carried(of: &Signing<'_>) -> Vec<AnyView> {
    let along = of.carried.iter().map(|(name, value)| hidden(name, value));
    along
        .chain([hidden("text_identity", of.identity)])
        .collect()
}

fn code(
    context: Context,
    of: &Signing<'_>,
    id: &'static str,
    problems: &Problems<'_>,
) -> Option<AnyView> {
    of.ways.code_needed.then(|| {
        let code = Input::new("code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"))
            .id(id);
        input(context, code, problems.of(id))
    })
}

/// The exact bytes that will be under the signature.
pub(super) fn text(context: Context, text: &str, identity: &str) -> AnyView {
    let label = context.t("check-text");
    view! {
        <details id=DETAILS>
            <summary>{label.clone()}</summary>
            <p>{context.t("check-text-about")}</p>
            <pre id=TEXT role="region" aria-label=label tabindex="0" translate="no" lang="en">{text.to_owned()}</pre>
            <p>{context.t("note-identity")}" "<code class="long">{identity.to_owned()}</code></p>
        </details>
    }
    .into_any()
}

/// A command to type, as one line that breaks where it must.
pub(super) fn command(line: String) -> AnyView {
    view! { <p><code class="long" translate="no">{line}</code></p> }.into_any()
}
