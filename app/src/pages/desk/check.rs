//! Check your answer: what will be said, in whose name, and the exact text under the signature.

use leptos::prelude::*;

use super::device::words;
use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::documents::document;
use crate::components::figure::{day, money, money_large, money_text};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::outbox::outbox;
use crate::components::party::{party, party_text};
use crate::context::Context;
use crate::islands::device::{DETAILS, MEANING, SAID, SIGN, SIGNATURE, TEXT};
use crate::views::{Answer, CheckPage, ConfirmPage, Frame, Island, Minor};

/// The form that goes back, which every "Change" belongs to.
const CHANGE: &str = "change";

pub(crate) fn check(context: Context, frame: &Frame, page: &CheckPage) -> Body {
    let problems = Problems::new(context, &page.form.errors, 0);
    let title = context.t("check-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {answers(context, page)}
        {consequences(context, page)}
        {device(context, frame, page)}
        {page.device.is_some().then(|| outbox(context, &page.form.who, Some(what(context, page))))}
        {sign(context, page, &problems)}
        {back(context, &page.form)}
        {text(context, page)}
    };
    body(problems.title(title), to_tasks(context), main)
}

/// What was answered, as it goes along with the next form.
fn carried(form: &ConfirmPage) -> Vec<AnyView> {
    let answer = form.answer.unwrap_or_default().word();
    let last = if form.last { "yes" } else { "" };
    [
        ("answer", answer),
        ("amount", form.amount.as_str()),
        ("last", last),
        ("occurred", form.occurred.as_str()),
        ("reason", form.reason.as_str()),
        ("once", form.once.as_str()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| hidden(name, value))
    .collect()
}

/// The answers, each with a way to change it.
fn answers(context: Context, page: &CheckPage) -> AnyView {
    let step = &page.form.step;
    let money = |minor| money(context, minor, &step.currency);
    let came = if page.said == 0 {
        context.t("check-nothing").into_any()
    } else {
        money_large(context, page.said, &step.currency)
    };
    let mut rows = vec![
        row(context.t("confirm-from"), party(context, &step.from), None),
        row(context.t("confirm-sent"), money(step.sent), None),
        changeable(context, "answer", "check-came", came),
    ];
    if page.said != 0 {
        let occurred = day(context, page.occurred);
        rows.push(changeable(
            context,
            "occurred",
            "confirm-occurred",
            occurred,
        ));
    }
    if page.form.answer == Some(Answer::Other) {
        let more = if page.last {
            "check-last"
        } else {
            "check-more"
        };
        let more = context.t(more).into_any();
        rows.push(changeable(context, "last", "check-whether-more", more));
    }
    if !page.form.reason.is_empty() {
        let reason = page.form.reason.clone().into_any();
        rows.push(changeable(context, "reason", "confirm-reason", reason));
    }
    if let Some(beside) = &page.form.document {
        let shown = document(context, beside);
        rows.push(changeable(context, "file", "document-row", shown));
    }
    view! { <dl class="summary answers">{rows}</dl> }.into_any()
}

/// What is signed here, in a few words.
fn what(context: Context, page: &CheckPage) -> String {
    let step = &page.form.step;
    let amount = money_text(context, page.said, &step.currency);
    let from = party_text(&step.from);
    context.with(
        "outbox-what",
        &[("amount", amount.into()), ("from", from.into())],
    )
}

fn row(what: String, value: AnyView, change: Option<AnyView>) -> AnyView {
    view! { <div><dt>{what}</dt><dd>{value}</dd>{change}</div> }.into_any()
}

/// A row that a problem can lead to by the field's name.
fn changeable(
    context: Context,
    field: &'static str,
    word: &'static str,
    value: AnyView,
) -> AnyView {
    let which = context.t(word);
    let change = view! {
        <dd class="change">
            <button id=field class="quiet" form=CHANGE>{context.t("check-change")}<span class="hidden">" "{which.clone()}</span></button>
        </dd>
    };
    row(which, value, Some(change.into_any()))
}

/// What follows from the answer where it isn't simply all.
fn consequences(context: Context, page: &CheckPage) -> Vec<AnyView> {
    let say = |id: &str, minor: Minor| {
        let amount = money(context, minor, &page.form.step.currency);
        let text = context.rich(id, vec![("amount", amount.into())]);
        view! { <p class="inset">{text}</p> }.into_any()
    };
    let mut said = Vec::new();
    if page.leaves > 0 {
        let id = if page.last {
            "check-leaves-missing"
        } else {
            "check-leaves-open"
        };
        said.push(say(id, page.leaves));
    }
    if page.beyond > 0 {
        said.push(say("check-beyond", page.beyond));
    }
    said
}

/// The ways to sign. Where one of the person's own devices may, its form waits for the device's module,
/// and the server's key is asked for by name.
fn sign(context: Context, page: &CheckPage, problems: &Problems<'_>) -> AnyView {
    let member = || ("member", party_text(&page.form.step.to).into());
    let own = page.device.is_some();
    let device = own.then(|| {
        let meaning = context.with("check-meaning-device", &[member()]);
        let signature = view! { <input id=SIGNATURE type="hidden" name="signature"/> };
        let inside = view! {
            {signature.into_any()}
            {code(context, page, problems, None)}
            <p id=MEANING>{meaning}</p>
            <button>{context.t("check-sign")}</button>
        };
        form(context, page, (SIGN, true), inside.into_any())
    });
    if page.own_key_only {
        let word = if own {
            "check-own-key-only"
        } else {
            "form-held-key-forbidden"
        };
        return view! { {device}<p class="inset">{context.t(word)}</p> }.into_any();
    }
    let word = if own {
        "check-sign-through"
    } else {
        "check-sign"
    };
    let inside = view! {
        {own.then(|| hidden("through", "server"))}
        {code(context, page, problems, own.then_some("code-through"))}
        <p>{context.with("check-meaning", &[member()])}</p>
        <button class=own.then_some("quiet")>{context.t(word)}</button>
    };
    let server = form(context, page, (THROUGH, false), inside.into_any());
    view! { {device}{server} }.into_any()
}

/// The id of the form that asks for the server's key.
const THROUGH: &str = "check-through";

/// A form that sends what was checked.
fn form(
    context: Context,
    page: &CheckPage,
    (id, waits): (&'static str, bool),
    inside: AnyView,
) -> AnyView {
    let action = context.desk(&format!("sign/{}", page.form.step.identity));
    view! {
        <form id=id hidden=waits method="post" action=action novalidate>
            {carried(&page.form)}
            {hidden("text_identity", &page.identity)}
            {inside}
        </form>
    }
    .into_any()
}

fn code(
    context: Context,
    page: &CheckPage,
    problems: &Problems<'_>,
    id: Option<&'static str>,
) -> Option<AnyView> {
    page.code_needed.then(|| {
        let mut code = Input::new("code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"));
        code.id = id;
        input(context, code, problems.of("code"))
    })
}

/// What the island signs with, where one of the person's devices may: it says on the page what it found.
fn device(context: Context, frame: &Frame, page: &CheckPage) -> Option<AnyView> {
    let own = page.device.as_ref()?;
    frame.boot_of(Island::Device)?;
    let words = words(context);
    let meaning = context.with(
        "check-meaning-device",
        &[("member", party_text(&page.form.step.to).into())],
    );
    Some(
        view! {
            <p
                id=SAID class="inset" role="status" hidden data-person=own.person.clone() data-member=own.member.clone()
                data-keys=own.keys.join(" ") data-text=page.text.clone() data-identity=page.identity.clone()
                data-words=words.to_text() data-meaning=meaning
            ></p>
        }
        .into_any(),
    )
}

fn back(context: Context, form: &ConfirmPage) -> AnyView {
    let action = context.desk(&format!("confirm/{}", form.step.identity));
    view! {
        <form id=CHANGE method="post" action=action>
            {carried(form)}
            {hidden("back", "yes")}
        </form>
    }
    .into_any()
}

/// The exact bytes that will be under the signature.
fn text(context: Context, page: &CheckPage) -> AnyView {
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
