//! The front page: where the money is, in one sentence, one bar and one table.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{count, moment, money, money_large};
use crate::components::identity::{bar, identity, patterns};
use crate::components::party::programme;
use crate::components::search::search_form;
use crate::components::summary::summary;
use crate::components::take::{ledger, take};
use crate::components::{finding, tag};
use crate::context::Context;
use crate::views::{FindingsFilter, Frame, HomePage, Line, ProgrammeRow};

pub(crate) fn home(context: Context, frame: &Frame, page: &HomePage) -> Body {
    let main = view! {
        {patterns()}
        <p class="kicker">{context.t("home-kicker")}</p>
        {opening(context, page)}
        {search_form(context, "")}
        {lines(context, page)}
        {programmes(context, page)}
        {finding::section(context, &page.findings, page.findings_open, &FindingsFilter::default())}
        {facts(context, frame, page)}
    };
    Body {
        title: context.t("home-title"),
        trail: Vec::new(),
        data: Some("/api/v1/programmes".to_owned()),
        unlisted: false,
        main: main.into_any(),
    }
}

/// The page's title is its sentence: the money first, one for each currency.
fn opening(context: Context, page: &HomePage) -> AnyView {
    if page.lines.is_empty() {
        return view! { <h1>{context.t("home-title")}</h1><p class="lead">{context.t("home-empty")}</p> }
            .into_any();
    }
    let programmes = u64::try_from(page.programmes.len()).unwrap_or(u64::MAX);
    let sentences: Vec<_> = page
        .lines
        .iter()
        .map(|line| view! { <p class="lead">{sentence(context, line, programmes)}</p> })
        .collect();
    view! { <h1>{context.t("home-title")}</h1>{sentences} }.into_any()
}

/// The parts are the table's: each stands there as it stands here, and together they are what came in.
fn sentence(context: Context, line: &Line, programmes: u64) -> AnyView {
    let figure = |minor| money(context, minor, &line.currency).into();
    let used = line.spent + line.paid_acknowledged;
    let on_its_way = line.transit + line.paid_open;
    let missing = line.missing + line.paid_disputed;
    let rest = line.left + line.written_off;
    let id = if missing > 0 {
        "home-sentence"
    } else {
        "home-sentence-none-missing"
    };
    let mut pieces = vec![
        ("programmes", programmes.into()),
        (
            "total",
            money_large(context, line.came_in(), &line.currency).into(),
        ),
        ("spent", figure(used)),
        ("held", figure(line.held)),
        ("transit", figure(on_its_way)),
    ];
    if missing > 0 {
        pieces.push((
            "missing",
            view! { <strong>{money(context, missing, &line.currency)}</strong> }
                .into_any()
                .into(),
        ));
    }
    let rest = (rest > 0).then(|| context.rich("home-sentence-rest", vec![("rest", figure(rest))]));
    view! { {context.rich(id, pieces)}{rest} }.into_any()
}

fn lines(context: Context, page: &HomePage) -> Option<AnyView> {
    if page.lines.is_empty() {
        return None;
    }
    let lines: Vec<_> = page
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| identity(context, &format!("line{at}"), line))
        .collect();
    Some(
        view! {
            <section aria-labelledby="line">
                <h2 id="line">{context.t("line-title")}</h2>
                {lines}
            </section>
        }
        .into_any(),
    )
}

fn programmes(context: Context, page: &HomePage) -> Option<AnyView> {
    if page.programmes.is_empty() {
        return None;
    }
    let rows: Vec<_> = page
        .programmes
        .iter()
        .enumerate()
        .map(|(at, row)| view! { <li>{programme_row(context, at, row)}</li> })
        .collect();
    Some(
        view! {
            <section aria-labelledby="programmes">
                <h2 id="programmes">{context.t("programmes-title")}</h2>
                <ul class="cards">{rows}</ul>
                {take(context, "programmes", &[], context.t("programmes-title"))}
            </section>
        }
        .into_any(),
    )
}

fn programme_row(context: Context, at: usize, row: &ProgrammeRow) -> AnyView {
    let closed = row.closed.then(|| tag::closed(context));
    let filter = FindingsFilter {
        programme: Some(row.programme.id.clone()),
        ..FindingsFilter::default()
    };
    let findings = (row.findings_open > 0).then(|| {
        let text = context.with("programme-findings", &[("count", row.findings_open.into())]);
        view! { <p><a href=context.findings(&filter, 1)>{text}</a></p> }
    });
    let total = money(context, row.line.came_in(), &row.line.currency);
    let in_all = context.rich("programme-total", vec![("total", total.into())]);
    view! {
        <div class="card-head"><h3>{programme(context, &row.programme)}</h3>{closed}</div>
        <p class="meta"><span>{in_all}</span></p>
        {bar(context, &format!("programme{at}"), &row.line, false)}
        {findings}
    }
    .into_any()
}

fn facts(context: Context, frame: &Frame, page: &HomePage) -> AnyView {
    let moved = match page.moved_at {
        Some(at) => moment(context, at),
        None => context.t("home-never-moved").into_any(),
    };
    let rows = vec![
        (context.t("home-moved"), moved),
        (context.t("home-entries"), count(context, frame.entries)),
        (context.t("home-members"), count(context, page.members)),
        (
            context.t("home-findings-open"),
            count(context, page.findings_open),
        ),
    ];
    view! {
        <section aria-labelledby="facts">
            <h2 id="facts">{context.t("home-facts")}</h2>
            {summary(rows)}
            {ledger(context)}
        </section>
    }
    .into_any()
}
