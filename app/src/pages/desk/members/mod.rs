//! Who becomes a member: proposals with their votes, a proposal of one's own, and both before they are signed.

mod check;
mod form;
mod list;
mod one;

pub(super) use check::check;
pub(super) use form::form;
pub(super) use list::members;
pub(super) use one::proposal;

use leptos::prelude::*;

use crate::components::figure::day_at;
use crate::components::party::party;
use crate::context::Context;
use crate::views::{HouseVote, Party, ProposalView};

/// The way back to the list of proposals.
fn to_members(context: Context) -> Vec<(String, String)> {
    vec![(context.t("desk-members"), context.desk("members"))]
}

/// Who is proposed, as one line: titles alone don't tell namesakes apart.
fn named(context: Context, of: &ProposalView) -> String {
    let values = [
        ("title", of.title.as_str().into()),
        ("name", of.name.as_str().into()),
    ];
    context.with("draft-payee-named", &values)
}

/// What it would do, in one sentence.
fn does(context: Context, of: &ProposalView) -> String {
    let word = if of.changes {
        "proposal-does-change"
    } else {
        "proposal-does-admit"
    };
    context.with(word, &[("title", of.title.as_str().into())])
}

/// How it stands: who is missing, or what follows.
fn stands(context: Context, of: &ProposalView) -> AnyView {
    if let Some(index) = of.settled {
        let said = context.with("books-proposal-settled", &[("index", index.into())]);
        let href = context.entry(&index.to_string());
        return view! { <a href=href>{said}</a> }.into_any();
    }
    let text = if of.lost {
        context.t("proposal-lost")
    } else if of.missing > 0 {
        context.with("proposal-missing", &[("count", of.missing.into())])
    } else if of.changes {
        context.t("proposal-accepted-change")
    } else {
        context.t("proposal-accepted")
    };
    text.into_any()
}

/// What the reader's house said.
fn own_vote(context: Context, of: &ProposalView) -> String {
    context.t(match of.own {
        HouseVote::None => "proposal-vote-none",
        HouseVote::Open => "proposal-vote-open",
        HouseVote::For => "proposal-vote-for",
        HouseVote::Against => "proposal-vote-against",
    })
}

/// What is proposed, question by question. `changeable` puts a way back beside each answer.
fn answers(
    context: Context,
    of: &ProposalView,
    changeable: impl Fn(&'static str, String) -> Option<AnyView>,
) -> Vec<AnyView> {
    let mut rows = Vec::new();
    let mut say = |field: &'static str, word: &str, value: AnyView| {
        let what = context.t(word);
        let change = changeable(field, what.clone());
        let row = view! { <div><dt>{what}</dt><dd>{value}</dd>{change}</div> };
        rows.push(row.into_any());
    };
    let name = view! { <code translate="no">{of.name.clone()}</code> };
    say("member", "proposal-name", name.into_any());
    say("title", "proposal-title-of", of.title.clone().into_any());
    let function = context.word_or("function", &of.function);
    say("function", "member-function", function.into_any());
    say("tier", "member-tier", context.tier(of.tier).into_any());
    let parent = of.parent.as_ref();
    let parent = parent.map(|above| party(context, above));
    let parent = parent.unwrap_or_else(|| context.t("proposal-parent-none").into_any());
    say("parent", "member-parent", parent);
    if let Some(region) = of.region.clone() {
        say("region", "member-region", region.into_any());
    }
    let house = if of.house.name == of.name {
        context.t("books-house-own").into_any()
    } else {
        party(context, &of.house)
    };
    say("house", "books-house", house);
    let voting = if of.voting {
        "proposal-voting-yes"
    } else {
        "proposal-voting-no"
    };
    say("voting", "proposal-voting", context.t(voting).into_any());
    if !of.reason.is_empty() {
        say("reason", "field-reason", of.reason.clone().into_any());
    }
    rows
}

/// Who proposed it, and the houses for and against it.
fn votes(context: Context, of: &ProposalView) -> Vec<AnyView> {
    let row = |word: &str, value: AnyView| {
        view! { <div><dt>{context.t(word)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let by = context.rich(
        "proposal-by",
        vec![
            ("member", party(context, &of.by).into()),
            ("day", day_at(context, of.time).into()),
        ],
    );
    vec![
        row("books-proposal", by),
        row("books-proposal-yes", parties(context, &of.yes)),
        row("books-proposal-no", parties(context, &of.no)),
        row("filter-state", stands(context, of)),
        row("proposal-own", own_vote(context, of).into_any()),
    ]
}

fn parties(context: Context, all: &[Party]) -> AnyView {
    if all.is_empty() {
        return context.t("books-nobody").into_any();
    }
    let links = all.iter().enumerate().map(|(at, one)| {
        let comma = (at > 0).then(|| context.t("list-comma"));
        view! { {comma}{party(context, one)} }
    });
    links.collect::<Vec<_>>().into_any()
}
