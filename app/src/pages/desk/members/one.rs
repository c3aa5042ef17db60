//! One proposal: what it would do, how the houses vote, the reader's own vote, and what follows from it.

use leptos::prelude::*;

use super::super::body;
use super::super::signing::command;
use super::{answers, does, named, to_members, votes};
use crate::components::document::Body;
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::prose::section;
use crate::context::Context;
use crate::views::{HouseVote, ProposalPage};

pub(crate) fn proposal(context: Context, page: &ProposalPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let of = &page.proposal;
    let title = named(context, of);
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{does(context, of)}</p>
        <dl class="summary">{votes(context, of)}</dl>
        {(of.own == HouseVote::Open && of.settled.is_none()).then(|| vote(context, page, &problems))}
        {next(context, page)}
        {section("what", context.t("proposal-what"), what(context, page))}
        <p><a href=context.entry(&of.identity)>{context.t("proposal-see-entry")}</a></p>
    };
    body(problems.title(title), to_members(context), main)
}

fn what(context: Context, page: &ProposalPage) -> AnyView {
    let rows = answers(context, &page.proposal, |_, _| None);
    view! { <dl class="summary">{rows}</dl> }.into_any()
}

/// The vote of the reader's house.
fn vote(context: Context, page: &ProposalPage, problems: &Problems<'_>) -> AnyView {
    let reason = Input::new("reason", Kind::Prose, context.t("proposal-vote-reason"))
        .hint(context.t("proposal-reason-hint"))
        .value(&page.reason);
    let form = view! {
        <form method="post" action=action(context, page) novalidate>
            {hidden("once", &page.once)}
            {input(context, reason, problems.of("reason"))}
            <p>{context.t("proposal-vote-next")}</p>
            <p>
                <button id="vote" name="vote" value="yes">{context.t("proposal-vote-yes")}</button>
                <button class="quiet" name="vote" value="no">{context.t("proposal-vote-no")}</button>
            </p>
        </form>
    };
    section("own-vote", context.t("proposal-vote"), form.into_any())
}

fn action(context: Context, page: &ProposalPage) -> String {
    context.desk(&format!("members/{}", page.proposal.identity))
}

/// What follows once enough houses are for it.
fn next(context: Context, page: &ProposalPage) -> Option<AnyView> {
    let of = &page.proposal;
    if of.settled.is_some() || of.missing > 0 {
        return None;
    }
    let what = if !of.changes {
        activate(context, page)
    } else if page.carries_out {
        carry_out(context, page)
    } else {
        view! { <p>{context.t("proposal-carry-out-wait")}</p> }.into_any()
    };
    Some(section("next", context.t("proposal-next"), what))
}

/// The commands of whoever was voted in: their keys are made where they lie, and each proves itself.
fn activate(context: Context, page: &ProposalPage) -> AnyView {
    let (name, identity) = (&page.proposal.name, &page.proposal.identity);
    let key = |person: &str| {
        command(format!(
            "countersign key new --member {name} --person {person} --output {person}.key"
        ))
    };
    let address = &page.address;
    let last = format!(
        "countersign member activate {identity} --key p1.key --also p2.key --recovery recovery.key --server {address}"
    );
    view! {
        <p>{context.t("proposal-activate")}</p>
        <ol>
            <li>{context.t("proposal-activate-keys")}{key("p1")}{key("p2")}</li>
            <li>{context.t("proposal-activate-recovery")}{key("recovery")}</li>
            <li>{context.t("proposal-activate-sign")}{command(last)}</li>
        </ol>
    }
    .into_any()
}

fn carry_out(context: Context, page: &ProposalPage) -> AnyView {
    view! {
        <form method="post" action=action(context, page)>
            {hidden("once", &page.once)}
            {hidden("carry-out", "yes")}
            <p>{context.t("proposal-carry-out-about")}</p>
            <button>{context.t("confirm-continue")}</button>
        </form>
    }
    .into_any()
}
