//! What a person is told: where, in which language, what at once and when the day's summary. And the
//! pages behind a message's links.

use leptos::prelude::*;

use super::body;
use crate::components::desk::may;
use crate::components::document::Body;
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::{Input, Kind, input};
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::context::Context;
use crate::views::{LetterLink, LetterLinkPage, LinkStand, TellingPage};
use crate::words::Language;

pub(crate) fn telling(context: Context, page: &TellingPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("telling-title");
    let member = party_text(&page.who.member);
    let lead = context.with("telling-lead", &[("member", member.into())]);
    let form = if page.sends {
        choose(context, page, &problems)
    } else {
        view! { <p class="inset">{context.t("telling-no-mail")}</p> }.into_any()
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {page.saved.then(|| view! { <p class="done" role="status">{context.t("telling-saved")}</p> })}
        <p class="lead">{lead}</p>
        {form}
        {may(&page.who, "administer").then(|| to_hooks(context))}
    };
    body(problems.title(title), Vec::new(), main)
}

fn to_hooks(context: Context) -> AnyView {
    let hooks = context.desk("telling/hooks");
    view! { <p class="after"><a href=hooks>{context.t("telling-to-hooks")}</a></p> }.into_any()
}

fn choose(context: Context, page: &TellingPage, problems: &Problems<'_>) -> AnyView {
    let address = Input::new("address", Kind::Mail, context.t("telling-address"))
        .hint(context.t("telling-address-hint"))
        .value(&page.address);
    let offset = page.offset.as_str().into();
    let hour = Input::new("hour", Kind::Hour, context.t("telling-hour"))
        .hint(context.with("telling-hour-hint", &[("offset", offset)]))
        .value(&page.hour);
    view! {
        {stands(context, page)}
        <form method="post" action=context.desk("telling") novalidate>
            {input(context, address, problems.of("address"))}
            {choices(context, ("matters", "matters"), Choose::Any, context.t("telling-at-once"), matters(context, page), None)}
            {input(context, hour, problems.of("hour"))}
            {choices(context, ("language", "language"), Choose::One, context.t("telling-language"), languages(page), None)}
            <button>{context.t("telling-save")}</button>
        </form>
    }
    .into_any()
}

/// Where messages go, and which address waits for its owner.
fn stands(context: Context, page: &TellingPage) -> AnyView {
    let said = |id: &str, address: &str| {
        (!address.is_empty()).then(|| {
            let address = view! { <strong>{address.to_owned()}</strong> }.into_any();
            let said = context.rich(id, vec![("address", address.into())]);
            view! { <p class="inset">{said}</p> }
        })
    };
    view! {
        {said("telling-goes-to", &page.confirmed)}
        {said("telling-link-sent", &page.asked)}
    }
    .into_any()
}

fn matters(context: Context, page: &TellingPage) -> Vec<Choice> {
    let offered = page.offered.iter();
    let choice = offered.map(|matter| {
        let ticked = page.ticked.iter().any(|ticked| ticked == matter);
        Choice::new((*matter).to_owned(), matter_words(context, matter), ticked)
    });
    choice.collect()
}

/// What a message is about, in a few words.
pub(super) fn matter_words(context: Context, matter: &str) -> String {
    let id = match matter {
        "waits" => "telling-waits",
        "differs" => "telling-differs",
        "finding" => "telling-finding",
        "back" => "telling-back",
        "draft" => "telling-draft",
        "signature" => "telling-signature",
        "question" => "telling-question",
        "answer" => "telling-answer",
        "vote" => "telling-vote",
        "summary" => "telling-summary",
        "address" => "telling-asks-address",
        _ => "telling-test",
    };
    context.t(id)
}

fn languages(page: &TellingPage) -> Vec<Choice> {
    let choice = Language::ALL.into_iter().map(|language| {
        let chosen = page.language == language.code();
        Choice::new(
            language.code().to_owned(),
            language.own_name().to_owned(),
            chosen,
        )
    });
    choice.collect()
}

/// The page behind a message's link. It is used by a button: programs that look at mail follow every
/// link in it, and press none.
pub(crate) fn link(context: Context, page: &LetterLinkPage) -> Body {
    let (title, ready, button, done, path) = match page.link {
        LetterLink::Confirm => (
            "telling-confirm-title",
            "telling-confirm-about",
            "telling-confirm",
            "telling-confirmed",
            "confirm",
        ),
        LetterLink::Stop => (
            "telling-stop-title",
            "telling-stop-about",
            "telling-stop",
            "telling-stopped",
            "stop",
        ),
    };
    let title = context.t(title);
    let rest = match page.stand {
        LinkStand::Ready => {
            let action = context.desk(&format!("telling/{path}/{}", page.token));
            view! {
                <p class="lead">{context.t(ready)}</p>
                <form method="post" action=action>
                    <button>{context.t(button)}</button>
                </form>
            }
            .into_any()
        }
        LinkStand::Done => view! { <p class="done" role="status">{context.t(done)}</p> }.into_any(),
        LinkStand::Gone => {
            view! { <p class="lead">{context.t("telling-link-gone")}</p> }.into_any()
        }
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {rest}
    };
    body(title, Vec::new(), main)
}
