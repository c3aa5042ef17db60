//! Check what you say of members: what follows from it, and the exact text under the signature.

use leptos::prelude::*;

use super::super::body;
use super::super::signing::{Signing, forms, text};
use super::{answers, does, named, to_members};
use crate::components::document::Body;
use crate::components::form::input::hidden;
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::context::Context;
use crate::views::{MemberCheckPage, MemberSaying};

/// The form that goes back, which every "Change" belongs to.
const CHANGE: &str = "change";

pub(crate) fn check(context: Context, page: &MemberCheckPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("check-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{says(context, page)}</p>
        {said(context, page)}
        {sign(context, page, &problems)}
        <form id=CHANGE method="post" action=context.desk(&page.back)>
            {hidden("once", &page.once)}
            {hidden("back", "yes")}
            {(page.saying != MemberSaying::Propose).then(|| {
                view! { <button class="quiet">{context.t("proposal-back")}</button> }
            })}
        </form>
        {text(context, &page.text, &page.identity)}
    };
    body(problems.title(title), to_members(context), main)
}

/// What is said, in one sentence.
fn says(context: Context, page: &MemberCheckPage) -> String {
    let word = match page.saying {
        MemberSaying::Propose => return does(context, &page.proposal),
        MemberSaying::For => "proposal-says-for",
        MemberSaying::Against => "proposal-says-against",
        MemberSaying::CarryOut => "proposal-says-carry-out",
    };
    context.with(word, &[("title", named(context, &page.proposal).into())])
}

/// The answers: of a proposal each with a way to change it.
fn said(context: Context, page: &MemberCheckPage) -> AnyView {
    let change = |field: &'static str, what: String| {
        let button = view! {
            <dd class="change">
                <button id=field class="quiet" form=CHANGE>{context.t("check-change")}<span class="hidden">" "{what}</span></button>
            </dd>
        };
        (page.saying == MemberSaying::Propose).then(|| button.into_any())
    };
    let class = if page.saying == MemberSaying::Propose {
        "summary answers"
    } else {
        "summary"
    };
    let own = page.saying != MemberSaying::Propose && !page.reason.is_empty();
    let reason = own.then(|| {
        let what = context.t("proposal-vote-reason");
        view! { <div><dt>{what}</dt><dd>{page.reason.clone()}</dd></div> }
    });
    let rows = answers(context, &page.proposal, change);
    view! { <dl class=class>{reason}{rows}</dl> }.into_any()
}

fn sign(context: Context, page: &MemberCheckPage, problems: &Problems<'_>) -> AnyView {
    let ways = &page.signing;
    if ways.device.is_none() && !ways.held {
        return view! { <p class="inset">{context.t("proposal-no-key")}</p> }.into_any();
    }
    let member = || [("member", party_text(&page.who.member).into())];
    let signing = Signing {
        action: context.desk("members/sign"),
        text: &page.text,
        identity: &page.identity,
        ways,
        carried: &[("once", page.once.as_str())],
        device: (
            context.with("proposal-meaning", &member()),
            context.t("proposal-sign"),
        ),
        server: (
            context.with("proposal-meaning-through", &member()),
            context.t("check-sign-through"),
        ),
    };
    forms(context, &signing, problems)
}
