//! Places of one level side by side, sorted by a column that the address names.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::amount;
use crate::components::hops;
use crate::components::paging::paging;
use crate::components::party::{party_text, programme_text};
use crate::components::pictures::bars::bars;
use crate::components::pictures::places::{Shares, places};
use crate::components::pictures::{key_of_bars, patterns};
use crate::components::take::{package, take};
use crate::components::terms::terms;
use crate::context::{Context, api_tallies};
use crate::format;
use crate::views::{CompareBy, CompareOf, ComparePage, CompareRow, CompareSort, Place};

pub(crate) fn compare(context: Context, page: &ComparePage) -> Body {
    let title = context.t("compare-title");
    let name = programme_text(&page.programme);
    let main = view! {
        {patterns()}
        <p class="kicker">{name.clone()}</p>
        <h1>{title.clone()}</h1>
        {choices(context, page)}
        {said(context, page)}
        {shares(context, page)}
        {table(context, page)}
        {key_of_bars(context)}
        {terms(context, &["receipt", "in-transit", "missing", "hop", "spent", "held"])}
        {paging(context, page.paging, |number| context.compare(&page.programme.id, Some(&page.by), number))}
        {files(context, page)}
        {package(context, &page.programme.id)}
    };
    Body {
        title: format!("{title}: {name}"),
        trail: vec![
            (context.t("nav-home"), context.home()),
            (name, context.programme(&page.programme.id)),
        ],
        data: Some(api_tallies(&page.programme.id)),
        unlisted: false,
        main: main.into_any(),
    }
}

/// What the table doesn't show, and as of when it stands.
fn said(context: Context, page: &ComparePage) -> Option<AnyView> {
    let left_out = (page.left_out > 0)
        .then(|| context.with("compare-left-out", &[("count", page.left_out.into())]));
    let as_of = page
        .as_of
        .map(|entries| context.with("compare-as-of", &[("count", entries.into())]));
    let not_drawn = page.not_drawn.then(|| context.t("compare-not-drawn"));
    let said: Vec<_> = [as_of, left_out, not_drawn]
        .into_iter()
        .flatten()
        .map(|text| view! { <p>{text}</p> })
        .collect();
    (!said.is_empty()).then(|| view! { <div class="inset">{said}</div> }.into_any())
}

/// The same places as files, which stand there by name.
fn files(context: Context, page: &ComparePage) -> AnyView {
    let programme = ("programme", page.programme.id.as_str());
    let what = of_text(context, &page.by.of);
    match &page.by.of {
        CompareOf::Regions => take(context, "regions", &[programme], what),
        CompareOf::Within(region) => take(
            context,
            "places",
            &[programme, ("region", &region.code)],
            what,
        ),
        CompareOf::Level(level) => {
            let level = level.to_string();
            take(context, "places", &[programme, ("tier", &level)], what)
        }
    }
}

fn of_text(context: Context, of: &CompareOf) -> String {
    match of {
        CompareOf::Regions => context.t("compare-places"),
        CompareOf::Level(level) => context.tier(*level),
        CompareOf::Within(region) => region.title.clone(),
    }
}

/// The other levels, each a link.
fn choices(context: Context, page: &ComparePage) -> AnyView {
    let links: Vec<_> = page
        .choices
        .iter()
        .map(|of| {
            let current = (*of == page.by.of).then_some("page");
            view! { <li><a href=of_address(context, page, of) aria-current=current>{of_text(context, of)}</a></li> }
        })
        .collect();
    view! { <nav class="choices" aria-label=context.t("compare-choices")><ul>{links}</ul></nav> }
        .into_any()
}

/// Something else compared, in the same order.
fn of_address(context: Context, page: &ComparePage, of: &CompareOf) -> String {
    let by = CompareBy {
        of: of.clone(),
        ..page.by.clone()
    };
    context.compare(&page.programme.id, Some(&by), 1)
}

fn place_text(place: &Place) -> String {
    match place {
        Place::Region(region) => region.title.clone(),
        Place::Member(member) => party_text(member),
    }
}

fn shares(context: Context, page: &ComparePage) -> Option<AnyView> {
    let shares = Shares {
        lines: page.shares.iter().map(|row| &row.line).collect(),
        name: &|at| place_text(&page.shares[at].place),
        // Of regions the table beneath leads on.
        address: &|at| match &page.shares[at].place {
            Place::Member(member) => Some(context.member(&member.name)),
            Place::Region(_) => None,
        },
    };
    places(
        context,
        &page.currency,
        context.t("places-picture"),
        &shares,
    )
}

fn place_address(context: Context, page: &ComparePage, place: &Place) -> String {
    match place {
        Place::Member(member) => context.member(&member.name),
        Place::Region(region) => of_address(context, page, &CompareOf::Within(region.clone())),
    }
}

fn column_text(context: Context, sort: CompareSort) -> String {
    context.t(match sort {
        CompareSort::Name => "tally-region",
        CompareSort::Sent => "tally-sent",
        CompareSort::Received => "tally-received",
        CompareSort::Share => "compare-share",
        CompareSort::Open => "tally-transit",
        CompareSort::Missing => "tally-missing",
        CompareSort::Spent => "term-spent",
        CompareSort::Held => "term-held",
        CompareSort::Days => "hops-average",
    })
}

/// The head of a column leads to the same rows sorted by it; that of the sorted one turns them round.
fn head(context: Context, page: &ComparePage, sort: CompareSort) -> AnyView {
    let here = page.by.sort == sort;
    let by = CompareBy {
        sort,
        turned: here && !page.by.turned,
        of: page.by.of.clone(),
    };
    // Names run up by themselves, figures down.
    let sorted = here.then_some(if (sort == CompareSort::Name) == page.by.turned {
        "descending"
    } else {
        "ascending"
    });
    let address = context.compare(&page.programme.id, Some(&by), 1);
    let numeric = sort != CompareSort::Name;
    view! {
        <th scope="col" class:num=numeric aria-sort=sorted><a href=address>{column_text(context, sort)}</a></th>
    }
    .into_any()
}

fn table(context: Context, page: &ComparePage) -> AnyView {
    let heads: Vec<_> = CompareSort::ALL
        .into_iter()
        .map(|sort| head(context, page, sort))
        .collect();
    let drawn = bars(context, &page.currency, page.most, &page.rows);
    let rows: Vec<_> = page
        .rows
        .iter()
        .zip(drawn)
        .map(|(row, bar)| cells(context, page, row, bar))
        .collect();
    let caption = context.with(
        "compare-caption",
        &[
            ("of", of_text(context, &page.by.of).into()),
            ("count", page.paging.total.into()),
            ("currency", page.currency.code.as_str().into()),
        ],
    );
    view! {
        <div class="table scrolls compare" role="region" aria-labelledby="compare-caption" tabindex="0">
            <table id="compare">
                <caption id="compare-caption">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cells(context: Context, page: &ComparePage, row: &CompareRow, bar: AnyView) -> AnyView {
    let address = place_address(context, page, &row.place);
    let figure =
        |minor| view! { <td class="num">{amount(context, minor, &page.currency)}</td> }.into_any();
    let share = format::share(context.language, row.received, row.sent);
    view! {
        <tr>
            <th scope="row"><a href=address>{place_text(&row.place)}</a>{bar}</th>
            {figure(row.sent)}
            {figure(row.received)}
            <td class="num">{share}</td>
            {figure(row.line.transit)}
            {figure(row.line.missing)}
            <td class="num">{hops::average(context, &row.hops)}</td>
            {figure(row.line.spent)}
            {figure(row.line.held)}
        </tr>
    }
    .into_any()
}
