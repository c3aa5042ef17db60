//! Who keeps these books: operator, houses, members with their keys, proposals with their votes.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{count, day_at};
use crate::components::paging::{paging, paging_of};
use crate::components::party::{entry, party};
use crate::components::prose::{list, paragraphs, section};
use crate::components::table::{Narrow, figures, table, words};
use crate::components::{keys, tag};
use crate::context::Context;
use crate::views::{BookMember, BooksPage, KeyRow, Party, ProposalRow};

pub(crate) fn books(context: Context, page: &BooksPage) -> Body {
    let title = context.t("books-title");
    let address = |number| format!("{}?page={number}#members", context.about("books"));
    let members = view! {
        <p>{context.t("books-members-about")}</p>
        {members(context, page)}
        {paging(context, page.members_page, address)}
    };
    let earlier = |number| format!("{}?proposals={number}#proposals", context.about("books"));
    let label = context.t("books-proposals");
    let proposed = view! {
        {proposals(context, page)}
        {paging_of(context, label, page.proposals_page, earlier)}
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("books-lead")}</p>
        {section("operator", context.t("books-operator"), operator(context, page))}
        {section("houses", context.t("books-houses"), houses(context, page))}
        {section("members", context.t("members-title"), members.into_any())}
        {section("proposals", context.t("books-proposals"), proposed.into_any())}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: Some("/api/v1/members".to_owned()),
        unlisted: page.members_page.page > 1 || page.proposals_page.page > 1,
        main: main.into_any(),
    }
}

fn operator(context: Context, page: &BooksPage) -> AnyView {
    let who = page.operator.as_ref().map(|operator| {
        let pieces = vec![
            ("operator", party(context, operator).into()),
            ("rules", u64::from(page.rules).into()),
        ];
        view! { <p>{context.rich("books-operator-is", pieces)}</p> }
    });
    view! {
        {who}
        <h3>{context.t("books-operator-does")}</h3>
        {list(context, &["books-operator-orders", "books-operator-clock", "books-operator-refuses", "books-operator-shows"])}
        <h3>{context.t("books-operator-cannot")}</h3>
        {list(context, &["books-operator-not-sign", "books-operator-not-change", "books-operator-not-receipt", "books-operator-not-member"])}
        <h3>{context.t("books-operator-could")}</h3>
        {paragraphs(context, &["books-operator-withhold"])}
    }
    .into_any()
}

fn houses(context: Context, page: &BooksPage) -> AnyView {
    let about = view! { <p>{context.with("books-houses-about", &[("count", page.houses_voting.into())])}</p> };
    if page.houses.is_empty() {
        return about.into_any();
    }
    let columns = vec![
        words(context.t("books-house")),
        figures(context.t("books-house-members")),
    ];
    let rows = page
        .houses
        .iter()
        .map(|(house, members)| vec![party(context, house), count(context, *members)])
        .collect();
    let caption = context.t("books-houses-caption");
    view! { {about}{table("houses-table", caption, Narrow::Stacks, columns, rows)} }.into_any()
}

fn members(context: Context, page: &BooksPage) -> Option<AnyView> {
    if page.members.is_empty() {
        return None;
    }
    let columns = vec![
        words(context.t("members-member")),
        words(context.t("members-tier")),
        words(context.t("member-house")),
        words(context.t("books-keys")),
    ];
    let rows = page
        .members
        .iter()
        .map(|member| member_cells(context, member))
        .collect();
    let caption = context.with(
        "books-members-caption",
        &[("count", page.members_page.total.into())],
    );
    Some(table(
        "members-table",
        caption,
        Narrow::Stacks,
        columns,
        rows,
    ))
}

fn member_cells(context: Context, of: &BookMember) -> Vec<AnyView> {
    let keys: Vec<_> = of
        .keys
        .iter()
        .map(|one| view! { <li>{key(context, one)}</li> })
        .collect();
    let more = (of.keys_left_out > 0).then(|| {
        let text = context.with("books-keys-more", &[("count", of.keys_left_out.into())]);
        view! { <li>{text}</li> }
    });
    // A house is named after a member: its own title says nothing new there.
    let house = if of.house.name == of.member.name {
        context.t("books-house-own").into_any()
    } else {
        party(context, &of.house)
    };
    vec![
        party(context, &of.member),
        context.tier(of.tier).into_any(),
        house,
        view! { <ul class="keys">{keys}{more}</ul> }.into_any(),
    ]
}

/// One key in one line: whose, what it may sign, and from which entry until which.
fn key(context: Context, key: &KeyRow) -> AnyView {
    let id = view! { <code>{key.key_id.clone()}</code> }.into_any();
    let compromised = key.compromised.then(|| tag::compromised(context));
    let valid = keys::valid(context, key).into();
    let mut pieces = vec![("key", id.into()), ("valid", valid)];
    let said = if key.is_recovery() {
        "books-key-recovery"
    } else {
        pieces.push(("person", keys::holder(context, key).into()));
        pieces.push(("roles", keys::roles(context, &key.roles).into()));
        "books-key"
    };
    view! { {context.rich(said, pieces)}{compromised} }.into_any()
}

fn proposals(context: Context, page: &BooksPage) -> AnyView {
    let about = paragraphs(context, &["books-proposals-about"]);
    if page.proposals.is_empty() {
        return view! { {about}<p>{context.t("books-proposals-none")}</p> }.into_any();
    }
    let columns = vec![
        words(context.t("books-proposal")),
        words(context.t("books-proposal-yes")),
        words(context.t("books-proposal-no")),
        words(context.t("filter-state")),
    ];
    let rows = page
        .proposals
        .iter()
        .map(|one| proposal_cells(context, one))
        .collect();
    let caption = context.t("books-proposals-caption");
    view! { {about}{table("proposals-table", caption, Narrow::Stacks, columns, rows)} }.into_any()
}

fn proposal_cells(context: Context, row: &ProposalRow) -> Vec<AnyView> {
    let settled = match row.settled {
        Some(index) => {
            let href = context.entry(&index.to_string());
            view! { <a href=href>{context.with("books-proposal-settled", &[("index", index.into())])}</a> }.into_any()
        }
        None => context.t("books-proposal-waits").into_any(),
    };
    vec![
        view! {
            {party(context, &row.member)}" "
            <span class="meta">{day_at(context, row.time)}{context.t("list-comma")}{entry(context, &row.entry)}</span>
        }
        .into_any(),
        parties(context, &row.yes),
        parties(context, &row.no),
        settled,
    ]
}

fn parties(context: Context, all: &[Party]) -> AnyView {
    if all.is_empty() {
        return context.t("books-nobody").into_any();
    }
    let links: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let comma = (at > 0).then(|| context.t("list-comma"));
            view! { {comma}{party(context, one)} }
        })
        .collect();
    links.into_any()
}
