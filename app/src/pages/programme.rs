//! A programme: its identity, and its tallies by tier, region and month.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{amount, count};
use crate::components::identity::{identity, patterns};
use crate::components::paging::paging;
use crate::components::party::{entry, party, programme_text};
use crate::components::pictures::flow::flow;
use crate::components::pictures::months::months;
use crate::components::pictures::places::{Shares, places};
use crate::components::summary::summary;
use crate::components::table::{Narrow, figures, table, words};
use crate::components::take::take_briefly;
use crate::components::terms::terms;
use crate::components::{finding, hops, pictures, tag};
use crate::context::{Context, api_programme};
use crate::format;
use crate::views::{
    Bucket, CompareBy, CompareOf, Currency, FindingsFilter, FlowBy, MemberRow, ProgrammePage,
    RegionRef, TallyRow,
};

pub(crate) fn programme(context: Context, page: &ProgrammePage) -> Body {
    let title = programme_text(&page.programme);
    let closed = page.closed.then(|| tag::closed(context));
    let filter = FindingsFilter {
        programme: Some(page.programme.id.clone()),
        ..FindingsFilter::default()
    };
    let main = view! {
        {patterns()}{pictures::patterns()}
        <p class="kicker">{context.t("programme-kicker")}</p>
        <h1>{title.clone()}</h1>
        {closed}
        {about(context, page)}
        <section aria-labelledby="line">
            <h2 id="line">{context.t("line-title")}</h2>
            {identity(context, "line0", &page.line)}
            {terms(context, &["held", "in-transit", "missing"])}
        </section>
        {flow(context, page)}
        {finding::section(context, &page.findings, page.findings_open, &filter)}
        {tallies(context, page)}
        {hops::by_tier(context, &page.programme.id, &page.hops)}
        {members(context, page)}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: Some(api_programme(&page.programme.id)),
        unlisted: false,
        main: main.into_any(),
    }
}

fn about(context: Context, page: &ProgrammePage) -> AnyView {
    let id = view! { <code>{page.programme.id.clone()}</code> }.into_any();
    let mut rows = vec![(context.t("programme-owner"), party(context, &page.owner))];
    if !page.period.is_empty() {
        rows.push((
            context.t("programme-period"),
            page.period.clone().into_any(),
        ));
    }
    if !page.basis.is_empty() {
        rows.push((
            context.t("programme-basis"),
            context.word_or("basis", &page.basis).into_any(),
        ));
    }
    rows.push((context.t("programme-opened"), entry(context, &page.opened)));
    rows.push((context.t("programme-id"), id));
    summary(rows)
}

/// The shares of places, above the figures by place; nothing where the flow shows them.
fn shares(context: Context, page: &ProgrammePage) -> Option<AnyView> {
    if page.flow_shown() == FlowBy::Places {
        return None;
    }
    let shares = Shares {
        lines: page.places.iter().map(|row| &row.line).collect(),
        name: &|at| bucket(context, &page.places[at].place),
        // The table beneath leads on: a tile's share would have to be part of its link's name.
        address: &|_| None,
    };
    let title = context.t("places-picture");
    places(context, &page.line.currency, title, &shares)
}

/// Where a region's members stand side by side; nothing for the row without a region.
pub(crate) fn within(context: Context, page: &ProgrammePage, at: usize) -> Option<String> {
    let region = RegionRef {
        code: page.region_codes.get(at)?.clone(),
        ..RegionRef::default()
    };
    let by = CompareBy {
        of: CompareOf::Within(region),
        ..CompareBy::default()
    };
    Some(context.compare(&page.programme.id, Some(&by), 1))
}

fn tallies(context: Context, page: &ProgrammePage) -> AnyView {
    let currency = &page.line.currency;
    let tables: Vec<_> = [
        ("tiers", "tally-by-tier", "tally-tier", &page.tiers),
        ("regions", "tally-by-region", "tally-region", &page.regions),
        ("months", "tally-by-month", "tally-month", &page.months),
    ]
    .into_iter()
    .filter(|(.., rows)| !rows.is_empty())
    .map(|(id, caption, head, rows)| {
        let code = currency.code.as_str().into();
        let caption = context.with(caption, &[("currency", code)]);
        let drawn = match id {
            "months" => months(context, currency, rows),
            "regions" => shares(context, page),
            _ => None,
        };
        let table = tally(context, page, id, caption, context.t(head), rows);
        let files = take_briefly(context, id, &[("programme", &page.programme.id)]);
        view! { {drawn}{table}{files} }.into_any()
    })
    .collect();
    let data = crate::context::api_tallies(&page.programme.id);
    let compare = context.compare(&page.programme.id, None, 1);
    let total = context.total(&page.programme.id);
    view! {
        <section aria-labelledby="tallies">
            <h2 id="tallies">{context.t("tally-title")}</h2>
            <p>{context.t("tally-apart")}" "<a href=data>{context.t("tally-data")}</a></p>
            <p class="more">
                <a href=compare>{context.t("compare-link")}</a>
                " · "
                <a href=total>{context.t("total-link")}</a>
            </p>
            {tables}
        </section>
    }
    .into_any()
}

fn tally(
    context: Context,
    page: &ProgrammePage,
    id: &'static str,
    caption: String,
    head: String,
    rows: &[TallyRow],
) -> AnyView {
    let (currency, by_region) = (&page.line.currency, id == "regions");
    // What the tiles above are as large as: a row of its own for each row here, or none.
    let standing = by_region.then_some(&page.places);
    let standing = standing.filter(|places| places.len() == rows.len());
    // Most tables have no appropriation of their own: a column of zeros would push the rest away.
    // By place it would be one figure, that of the top level, which stands by level already.
    let allocated = !by_region && rows.iter().any(|row| row.allocated != 0);
    let mut columns = vec![words(head)];
    columns.extend(allocated.then(|| figures(context.t("tally-allocated"))));
    columns.extend(
        [
            "tally-sent",
            "tally-received",
            "tally-transit",
            "tally-missing",
        ]
        .map(|id| figures(context.t(id))),
    );
    columns.extend(by_region.then(|| figures(context.t("compare-share"))));
    columns.extend(standing.map(|_| figures(context.t("tally-standing"))));
    let rows = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let name = bucket(context, &row.bucket);
            let address = by_region.then(|| within(context, page, at)).flatten();
            let mut cells = vec![match address {
                Some(address) => view! { <a href=address>{name}</a> }.into_any(),
                None => name.into_any(),
            }];
            cells.extend(allocated.then(|| amount(context, row.allocated, currency)));
            let sums = [row.sent, row.received, row.transit, row.missing];
            cells.extend(sums.map(|minor| amount(context, minor, currency)));
            let share = format::share(context.language, row.received, row.sent);
            cells.extend(by_region.then(|| share.into_any()));
            let there = standing.and_then(|places| places.get(at));
            cells.extend(there.map(|row| amount(context, row.line.accounted_for(), currency)));
            cells
        })
        .collect();
    table(id, caption, Narrow::Scrolls, columns, rows)
}

/// What a row of a tally is called.
pub(crate) fn bucket(context: Context, bucket: &Bucket) -> String {
    match bucket {
        Bucket::Tier(tier) => context.tier(*tier),
        Bucket::Region(region) if region.is_empty() => context.t("tally-no-region"),
        Bucket::Region(region) => region.clone(),
        Bucket::Month(year, month) => format::month(context.language, *year, *month),
    }
}

fn members(context: Context, page: &ProgrammePage) -> AnyView {
    let currency = &page.line.currency;
    let columns = vec![
        words(context.t("members-member")),
        words(context.t("members-tier")),
        words(context.t("members-region")),
        figures(context.t("members-sent")),
        figures(context.t("members-received")),
        figures(context.t("members-held")),
        figures(context.t("members-findings")),
    ];
    let rows = page
        .members
        .iter()
        .map(|row| member_cells(context, currency, row))
        .collect();
    let code = currency.code.as_str().into();
    let caption = context.with(
        "members-caption",
        &[
            ("count", page.members_page.total.into()),
            ("currency", code),
        ],
    );
    let address = |number| {
        let address = context.flow(&page.programme.id, page.flow, number);
        format!("{address}#members")
    };
    let steps = context.take("steps", "csv", &[("programme", &page.programme.id)]);
    let steps = view! { <p class="meta"><a href=steps>{context.t("take-steps")}</a></p> };
    view! {
        <section aria-labelledby="members-title">
            <h2 id="members-title">{context.t("members-title")}</h2>
            {table("members", caption, Narrow::Scrolls, columns, rows)}
            {paging(context, page.members_page, address)}
            {take_briefly(context, "places", &[("programme", &page.programme.id)])}
            {steps}
        </section>
    }
    .into_any()
}

fn member_cells(context: Context, currency: &Currency, row: &MemberRow) -> Vec<AnyView> {
    vec![
        party(context, &row.member),
        context.tier(row.tier).into_any(),
        row.region.clone().into_any(),
        amount(context, row.sent, currency),
        amount(context, row.received, currency),
        amount(context, row.held, currency),
        count(context, row.findings_open),
    ]
}
