//! Proposals that weren't carried out, and the way to one of one's own.

use leptos::prelude::*;

use super::super::body;
use super::{does, named, stands};
use crate::components::document::Body;
use crate::components::figure::day_at;
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::components::prose::section;
use crate::components::tag;
use crate::context::Context;
use crate::views::{MembersPage, ProposalView};

pub(crate) fn members(context: Context, page: &MembersPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("proposal-title");
    let houses = [("count", page.houses_voting.into())];
    let open = if page.open.is_empty() {
        view! { <p>{context.t("proposal-none")}</p> }.into_any()
    } else {
        let rows: Vec<_> = page.open.iter().map(|one| row(context, one)).collect();
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{context.with("proposal-lead", &houses)}</p>
        <p><a class="button" href=context.desk("members/new")>{context.t("proposal-propose")}</a></p>
        {section("open", context.t("proposal-open"), open)}
        <p><a href=context.about("books")>{context.t("proposal-books")}</a></p>
        <p class="hint">{context.t("proposal-suspension")}</p>
    };
    body(problems.title(title), Vec::new(), main)
}

fn row(context: Context, of: &ProposalView) -> AnyView {
    let href = context.desk(&format!("members/{}", of.identity));
    let by = context.rich(
        "proposal-by",
        vec![
            ("member", party_text(&of.by).into()),
            ("day", day_at(context, of.time).into()),
        ],
    );
    view! {
        <li>
            <div>
                <a href=href>{named(context, of)}</a>
                <p class="meta"><span>{does(context, of)}</span><span>{by}</span></p>
                <p class="meta"><span>{stands(context, of)}</span></p>
            </div>
            {tag::house_vote(context, of.own)}
        </li>
    }
    .into_any()
}
