//! What this ledger shows, how its figures are made, and what it can't show.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::prose::{list, paragraphs, section};
use crate::components::summary::summary;
use crate::context::Context;
use crate::views::Frame;

/// The columns of tables: the word above the column, and what it means.
const COLUMNS: [(&str, &str); 9] = [
    ("tally-allocated", "column-allocated"),
    ("tally-sent", "column-sent"),
    ("tally-received", "column-received"),
    ("tally-transit", "column-transit"),
    ("tally-missing", "column-missing"),
    ("members-held", "column-held"),
    ("term-spent", "column-spent"),
    ("term-left", "column-left"),
    ("hops-average", "column-days"),
];

pub(crate) fn about(context: Context, frame: &Frame) -> Body {
    let title = context.t("about-title");
    let simulated = if frame.simulated {
        paragraphs(
            context,
            &[
                "about-simulated-what",
                "about-simulated-receipts",
                "about-simulated-names",
                "about-simulated-places",
            ],
        )
    } else {
        paragraphs(context, &["about-simulated-nothing"])
    };
    let columns = COLUMNS
        .iter()
        .map(|(word, means)| (context.t(word), context.t(means).into_any()))
        .collect();
    let figures = view! {
        {paragraphs(context, &["about-figures-entries", "about-figures-line", "about-figures-apart"])}
        <h3>{context.t("about-columns")}</h3>
        {summary(columns)}
    };
    let gaps = list(
        context,
        &[
            "about-gap-witness",
            "about-gap-recipients",
            "about-gap-bank",
            "about-gap-outside",
            "about-gap-why",
        ],
    );
    let check = view! {
        {paragraphs(context, &["about-check-copy", "about-check-finding"])}
        <ul class="points">
            <li><a href=context.about("books")>{context.t("books-title")}</a></li>
            <li><a href=context.about("glossary")>{context.t("glossary-title")}</a></li>
            <li><a href="/api/v1/openapi.json">{context.t("about-api")}</a></li>
        </ul>
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("about-lead")}</p>
        {section("simulated", context.t("about-simulated"), simulated)}
        {section("figures", context.t("about-figures"), figures.into_any())}
        {section("gaps", context.t("about-gaps"), gaps)}
        {section("check", context.t("about-check"), check.into_any())}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: None,
        unlisted: false,
        main: main.into_any(),
    }
}
