//! A finding by itself: its formula with this case's numbers, and the entries that prove it.

use chrono::Days;
use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{count, day, moment, money};
use crate::components::finding::{Level, code_title, due, list, parties, says};
use crate::components::party::{entry, party, party_text, programme};
use crate::components::prose::section;
use crate::components::summary::{account, summary};
use crate::components::tag;
use crate::components::timeline::event_sentence;
use crate::context::Context;
use crate::views::{FindingCode, FindingPage, FindingsFilter, Minor, ProofRow};

pub(crate) fn finding(context: Context, page: &FindingPage) -> Body {
    let of = &page.finding;
    let title = code_title(context, of.code);
    let closed = of.closed_at.map(|_| tag::finding_closed(context));
    let name = of.payee.as_ref().or(of.payer.as_ref()).map(party_text);
    let tab = match name {
        Some(name) => format!(
            "{title}{}",
            context.with("finding-about", &[("party", name.into())])
        ),
        None => title.clone(),
    };
    let all = context.findings(&FindingsFilter::default(), 1);
    let code = of.code.as_str();
    let main = view! {
        <p class="kicker">{context.t("finding-kicker")}</p>
        <h1>{title}</h1>
        <p class="tags">{closed}{tag::severity(context, of.severity)}</p>
        <p class="lead">{says(context, of)}{due(context, of)}</p>
        {parties(context, of)}
        {about(context, page)}
        {section("formula", context.t("finding-formula"), formula(context, page))}
        {section("proof", context.t("finding-proof"), proof(context, page))}
        {others(context, page)}
        <section aria-labelledby="meaning">
            <h2 id="meaning">{context.t("finding-meaning")}</h2>
            <p>{context.t(&format!("glossary-is-{code}"))}</p>
            <p>{context.t(&format!("finding-closes-{code}"))}</p>
            <p>
                {context.t("finding-neutral")}
                {context.t("sentence-space")}
                <a href=context.about(&format!("glossary#{code}"))>{context.t("glossary-title")}</a>
            </p>
        </section>
    };
    Body {
        title: tab,
        trail: vec![
            (context.t("nav-home"), context.home()),
            (context.t("nav-findings"), all),
        ],
        data: None,
        unlisted: false,
        main: main.into_any(),
    }
}

fn about(context: Context, page: &FindingPage) -> AnyView {
    let of = &page.finding;
    let by = |time: i64, by: &Option<crate::views::EntryRef>| match by {
        Some(by) => {
            let pieces = vec![
                ("time", moment(context, time).into()),
                ("entry", entry(context, by).into()),
            ];
            context.rich("finding-at-by", pieces)
        }
        None => moment(context, time),
    };
    let mut rows = vec![
        (
            context.t("finding-at-risk"),
            money(context, of.at_risk, &of.currency),
        ),
        (
            context.t("entry-programme"),
            programme(context, &of.programme),
        ),
        (
            context.t("finding-opened-at"),
            by(of.opened_at, &page.opened_by),
        ),
    ];
    match of.closed_at {
        Some(closed) => rows.push((context.t("finding-closed-at"), by(closed, &page.closed_by))),
        None => rows.push((context.t("finding-as-of"), moment(context, of.as_of))),
    }
    summary(rows)
}

/// The formula of the catalogue, filled with this case: amounts that add up, and days.
fn formula(context: Context, page: &FindingPage) -> AnyView {
    let code = page.finding.code;
    let stated = context.t(&format!("finding-formula-{}", code.as_str()));
    let amounts = amounts(context, page);
    let days = days(context, page);
    view! { <p>{stated}</p>{amounts}{days} }.into_any()
}

/// What is taken off stands without a sign: its name says "less".
fn amounts(context: Context, page: &FindingPage) -> Option<AnyView> {
    let of = &page.finding;
    let figure = |minor: Minor| money(context, minor, &of.currency);
    let row = |id: &str, minor: Minor| (context.t(id), figure(minor));
    match of.code {
        FindingCode::ReceiptOverdue | FindingCode::ReceiptShort | FindingCode::ReceiptDenied => {
            let parts = [
                ("finding-less-received", of.received, true),
                ("finding-less-back", page.taken_back, page.taken_back != 0),
                ("finding-less-charged", page.charged, page.charged != 0),
                (
                    "finding-less-recovered",
                    page.recovered,
                    page.recovered != 0,
                ),
                (
                    "finding-less-written-off",
                    page.written_off,
                    page.written_off != 0,
                ),
            ];
            let mut rows = vec![row("step-sent", of.sent)];
            let shown = parts.into_iter().filter(|(.., shown)| *shown);
            rows.extend(shown.map(|(id, minor, _)| row(id, minor)));
            let last = if of.code == FindingCode::ReceiptOverdue {
                "term-unconfirmed"
            } else {
                "finding-difference"
            };
            // A closed finding keeps the amount that was at risk; the terms are those of today.
            let rest = of.sent
                - of.received
                - page.taken_back
                - page.charged
                - page.recovered
                - page.written_off;
            Some(account(rows, row(last, rest), true))
        }
        FindingCode::ReceiptOver | FindingCode::ReceiptContested => {
            let mut rows = vec![
                row("finding-received-said", of.received),
                row("finding-less-sent", of.sent),
            ];
            if page.taken_back != 0 {
                rows.push(row("finding-plus-back", page.taken_back));
            }
            let rest = of.received - of.sent + page.taken_back;
            Some(account(rows, row("finding-beyond", rest), true))
        }
        FindingCode::IdleBalance | FindingCode::LateHop | FindingCode::PossibleDuplicate => None,
    }
}

fn days(context: Context, page: &FindingPage) -> Option<AnyView> {
    let of = &page.finding;
    let days = of.days?.unsigned_abs();
    let (from, first, until, allowed) = match of.code {
        FindingCode::ReceiptOverdue => ("finding-day-due", of.due, "finding-day-as-of", None),
        FindingCode::IdleBalance => (
            "finding-day-moved",
            of.occurred,
            "finding-day-as-of",
            of.days_allowed,
        ),
        FindingCode::LateHop => (
            "finding-day-sent",
            of.occurred,
            "finding-day-received",
            of.days_allowed,
        ),
        FindingCode::PossibleDuplicate => {
            let first = of
                .occurred
                .and_then(|day| day.checked_sub_days(Days::new(days)));
            ("finding-day-paid", first, "finding-day-paid-again", None)
        }
        _ => return None,
    };
    let mut rows: Vec<(String, AnyView)> = Vec::new();
    let ends = [(from, first), (until, page.until)];
    for (id, of) in ends {
        rows.extend(of.map(|of| (context.t(id), day(context, of))));
    }
    rows.push((context.t("finding-day-count"), count(context, days)));
    if let Some(allowed) = allowed {
        rows.push((
            context.t("finding-day-allowed"),
            count(context, allowed.unsigned_abs()),
        ));
    }
    Some(summary(rows))
}

fn proof(context: Context, page: &FindingPage) -> AnyView {
    let rows: Vec<_> = page
        .proof
        .iter()
        .map(|row| view! { <li>{proven(context, page, row)}</li> })
        .collect();
    view! { <p>{context.t("finding-proof-about")}</p><ol class="timeline">{rows}</ol> }.into_any()
}

fn proven(context: Context, page: &FindingPage, row: &ProofRow) -> AnyView {
    let says = match row.says {
        Some((kind, minor)) => {
            event_sentence(context, kind, &row.author, minor, &page.finding.currency)
        }
        None if row.entry.kind == "tick" => context.t("finding-proof-tick").into_any(),
        None => party(context, &row.author),
    };
    let when = match row.occurred {
        Some(occurred) => day(context, occurred),
        None => moment(context, row.time),
    };
    let signed = context.rich(
        "event-signed",
        vec![("time", moment(context, row.time).into())],
    );
    let place = context.with("entry-kicker", &[("index", row.index.into())]);
    view! {
        <p class="when">{when}</p>
        <p class="says">{says}</p>
        <p class="meta"><span>{entry(context, &row.entry)}</span><span>{place}</span><span>{signed}</span></p>
    }
    .into_any()
}

fn others(context: Context, page: &FindingPage) -> Option<AnyView> {
    let shown = list(context, &page.others, Level::Three)?;
    Some(section("others", context.t("finding-others"), shown))
}
