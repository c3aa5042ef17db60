//! Where a member's programs are told, what was sent to them, and mail that failed.

use leptos::prelude::*;

use super::body;
use super::telling::matter_words;
use crate::components::document::Body;
use crate::components::figure::{day_at, moment};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::components::prose::section;
use crate::components::table::{Narrow, table, words};
use crate::components::tag;
use crate::context::Context;
use crate::views::{DeliveryRow, HookRow, HooksPage};

pub(crate) fn hooks(context: Context, page: &HooksPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("hooks-title");
    let member = party_text(&page.who.member);
    let lead = context.with("hooks-lead", &[("member", member.into())]);
    let rows: Vec<_> = page.hooks.iter().map(|row| hook(context, row)).collect();
    let tested = || view! { <p class="done" role="status">{context.t("hooks-tested")}</p> };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {page.tested.then(tested)}
        {page.secret.clone().map(|secret| shown_once(context, secret))}
        <p class="lead">{lead}</p>
        {(!rows.is_empty()).then(|| view! { <ul class="cards">{rows}</ul> })}
        {add(context, page, &problems)}
        {section("deliveries", context.t("hooks-deliveries"), deliveries(context, page))}
        {failed(context, page)}
    };
    let trail = vec![(context.t("telling-title"), context.desk("telling"))];
    body(problems.title(title), trail, main)
}

fn shown_once(context: Context, secret: String) -> AnyView {
    view! {
        <div class="done" role="status">
            <p><strong>{context.t("hooks-secret")}</strong></p>
            <p><code class="long" translate="no">{secret}</code></p>
            <p>{context.t("hooks-secret-once")}</p>
        </div>
    }
    .into_any()
}

fn hook(context: Context, row: &HookRow) -> AnyView {
    let since = context.rich(
        "hooks-since",
        vec![("day", day_at(context, row.made).into())],
    );
    view! {
        <li>
            <h2><code class="long" translate="no">{row.url.clone()}</code></h2>
            <p class="meta"><span>{since}</span></p>
            <form method="post" action=context.desk("telling/hooks/test")>
                {hidden("id", &row.id)}
                <button class="second">{context.t("hooks-test")}</button>
            </form>
            <details>
                <summary>{context.t("hooks-remove")}</summary>
                <form method="post" action=context.desk("telling/hooks/remove")>
                    {hidden("id", &row.id)}
                    <p>{context.t("hooks-remove-about")}</p>
                    <button class="ends">{context.t("hooks-remove-now")}</button>
                </form>
            </details>
        </li>
    }
    .into_any()
}

fn add(context: Context, page: &HooksPage, problems: &Problems<'_>) -> AnyView {
    let content = if !page.posts {
        view! { <p class="inset">{context.t("hooks-none-here")}</p> }.into_any()
    } else if page.full {
        view! { <p class="inset">{context.t("form-hook-many")}</p> }.into_any()
    } else {
        let url = Input::new("url", Kind::Name, context.t("hooks-url"))
            .hint(context.t("hooks-url-hint"))
            .value(&page.url);
        view! {
            <form method="post" action=context.desk("telling/hooks") novalidate>
                {input(context, url, problems.of("url"))}
                <button>{context.t("hooks-add")}</button>
            </form>
        }
        .into_any()
    };
    section("add", context.t("hooks-new"), content)
}

fn deliveries(context: Context, page: &HooksPage) -> AnyView {
    if page.deliveries.is_empty() {
        return view! { <p>{context.t("hooks-nothing-sent")}</p> }.into_any();
    }
    let caption = context.t("hooks-caption");
    rows(context, "sent", caption, &page.deliveries)
}

/// Mail to colleagues that didn't arrive: somebody should know.
fn failed(context: Context, page: &HooksPage) -> Option<AnyView> {
    if page.failed.is_empty() {
        return None;
    }
    let caption = context.t("hooks-failed-caption");
    let list = rows(context, "failed-mail", caption, &page.failed);
    Some(section("failed", context.t("hooks-failed"), list))
}

fn rows(context: Context, id: &str, caption: String, all: &[DeliveryRow]) -> AnyView {
    let columns = ["hooks-when", "hooks-what", "hooks-to", "hooks-stand"]
        .map(|id| words(context.t(id)))
        .into();
    let cells = all.iter().map(|row| {
        vec![
            moment(context, row.made),
            what(context, row),
            view! { <code class="long">{row.to.clone()}</code> }.into_any(),
            stand(context, row),
        ]
    });
    table(id, caption, Narrow::Stacks, columns, cells.collect())
}

fn what(context: Context, row: &DeliveryRow) -> AnyView {
    let said = matter_words(context, row.matter);
    if row.identity.is_empty() {
        return said.into_any();
    }
    view! { <a href=context.entry(&row.identity)>{said}</a> }.into_any()
}

fn stand(context: Context, row: &DeliveryRow) -> AnyView {
    let why = (!row.why.is_empty()).then(|| {
        let values = [
            ("why", why(context, &row.why).into()),
            ("count", row.tries.into()),
        ];
        format!(" {}", context.with("hooks-why", &values))
    });
    view! { {tag::delivery(context, row.stand)} {why} }.into_any()
}

/// Why a message failed, from its word.
fn why(context: Context, word: &str) -> String {
    let numbered = |id: &str, number: &str| context.with(id, &[("status", number.into())]);
    if let Some(status) = word.strip_prefix("status-") {
        return numbered("hooks-why-status", status);
    }
    if let Some(status) = word.strip_prefix("smtp-") {
        return numbered("hooks-why-smtp", status);
    }
    context.t(match word {
        "timed-out" => "hooks-why-timed-out",
        "address-refused" => "hooks-why-address",
        "tls" => "hooks-why-tls",
        "unreachable" => "hooks-why-unreachable",
        _ => "hooks-why-other",
    })
}
