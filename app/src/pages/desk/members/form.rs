//! Who is proposed? Every question on one page.

use leptos::prelude::*;

use super::super::body;
use super::to_members;
use crate::components::document::Body;
use crate::components::form::choice::{Choice, Choose, choices, tick};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::views::MemberFormPage;

pub(crate) fn form(context: Context, page: &MemberFormPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("proposal-propose");
    let field = |name: &'static str, kind, label: &str, hint: &str, value: &str| {
        let field = Input::new(name, kind, context.t(label))
            .hint(context.t(hint))
            .value(value);
        input(context, field, problems.of(name))
    };
    let name =
        |name, label: &str, hint: &str, value: &str| field(name, Kind::Name, label, hint, value);
    let prose =
        |name, label: &str, hint: &str, value: &str| field(name, Kind::Prose, label, hint, value);
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{context.t("proposal-form-lead")}</p>
        <form method="post" action=context.desk("members/new") novalidate>
            {hidden("once", &page.once)}
            {name("member", "proposal-name", "proposal-name-hint", &page.member)}
            {prose("title", "proposal-title-of", "proposal-title-hint", &page.title)}
            {functions(context, page, &problems)}
            {field("tier", Kind::Hour, "member-tier", "proposal-tier-hint", &page.tier)}
            {name("parent", "member-parent", "proposal-parent-hint", &page.parent)}
            {name("region", "member-region", "proposal-region-hint", &page.region)}
            {name("house", "books-house", "proposal-house-hint", &page.house)}
            {tick("voting", "yes", context.t("proposal-voting-tick"), page.voting)}
            {prose("reason", "field-reason", "proposal-reason-hint", &page.reason)}
            <button>{context.t("confirm-continue")}</button>
            <p class="hint">{context.t("confirm-next")}</p>
        </form>
    };
    body(problems.title(title), to_members(context), main)
}

fn functions(context: Context, page: &MemberFormPage, problems: &Problems<'_>) -> AnyView {
    let all = page.functions.iter().map(|one| {
        let label = context.word_or("function", one);
        Choice::new(one.clone(), label, *one == page.function)
    });
    choices(
        context,
        ("function", "function"),
        Choose::One,
        context.t("member-function"),
        all.collect(),
        problems.of("function"),
    )
}
