//! What a search found: members, programmes, entries.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::party::{entry, party, programme};
use crate::components::search::search_form;
use crate::context::{Context, api_search};
use crate::views::{FindingsFilter, FoundEntry, FoundMember, SearchPage};

pub(crate) fn search(context: Context, page: &SearchPage) -> Body {
    let title = context.t("search-title");
    let members = page.members.iter().map(|found| member(context, found));
    let programmes = page
        .programmes
        .iter()
        .map(|found| programme(context, found));
    let entries = page.entries.iter().map(|found| one_entry(context, found));
    let sections = [
        section(context, "search-members", members.collect()),
        section(context, "search-programmes", programmes.collect()),
        section(context, "search-entries", entries.collect()),
    ];
    let count = page.members.len() + page.programmes.len() + page.entries.len();
    let main = view! {
        <h1>{title.clone()}</h1>
        {search_form(context, &page.query)}
        {found(context, page, u64::try_from(count).unwrap_or(u64::MAX))}
        {sections}
        {(count == 0).then(|| help(context, &page.query))}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: (!page.query.is_empty()).then(|| api_search(&page.query)),
        unlisted: true,
        main: main.into_any(),
    }
}

fn found(context: Context, page: &SearchPage, count: u64) -> Option<AnyView> {
    if page.query.is_empty() {
        return None;
    }
    let more = page.more.then(|| {
        let text = context.t("search-more");
        view! { {context.t("sentence-space")}{text} }
    });
    let said = context.with("search-found", &[("count", count.into())]);
    Some(view! { <p class="found" role="status"><strong>{said}</strong>{more}</p> }.into_any())
}

/// What else to try, where nothing was found or typed.
fn help(context: Context, query: &str) -> AnyView {
    let other = (!query.is_empty()).then(|| view! { <p>{context.t("search-other")}</p> });
    view! {
        {other}
        <p>{context.t("search-lists")}</p>
        <ul>
            <li><a href=context.about("books")>{context.t("members-title")}</a></li>
            <li><a href=context.home()>{context.t("programmes-title")}</a></li>
            <li><a href=context.findings(&FindingsFilter::default(), 1)>{context.t("findings-title")}</a></li>
        </ul>
    }
    .into_any()
}

/// `head` names the section's heading and is its id.
fn section(context: Context, head: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| view! { <li>{row}</li> })
        .collect();
    Some(
        view! {
            <section aria-labelledby=head>
                <h2 id=head>{context.t(head)}</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn member(context: Context, found: &FoundMember) -> AnyView {
    let region = (!found.region.is_empty() && found.region != found.member.title)
        .then(|| view! { <span>{found.region.clone()}</span> });
    view! {
        {party(context, &found.member)}
        <p class="meta"><span>{context.tier(found.tier)}</span>{region}</p>
    }
    .into_any()
}

fn one_entry(context: Context, found: &FoundEntry) -> AnyView {
    view! {
        {entry(context, &found.entry)}
        <p class="meta"><span>{party(context, &found.author)}</span></p>
    }
    .into_any()
}
