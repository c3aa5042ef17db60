//! What is shown, as files: the same figures for a spreadsheet, a program, a statistician.

use leptos::prelude::*;

use crate::context::Context;

/// Name and ending of each format.
const FORMATS: [(&str, &str); 4] = [
    ("CSV", "csv"),
    ("XLSX", "xlsx"),
    ("JSON", "json"),
    ("Parquet", "parquet"),
];

/// Links to a view's files. `parameters` are the view's own; `what` is what a reader calls it, for
/// whoever hears the links without their surroundings. The attributes say the same to programs, in
/// the terms of schema.org.
pub(crate) fn take(
    context: Context,
    view: &str,
    parameters: &[(&str, &str)],
    what: String,
) -> AnyView {
    let links: Vec<_> = FORMATS
        .into_iter()
        .map(|(name, ending)| {
            let href = context.take(view, ending, parameters);
            view! { " "<a itemprop="distribution" href=href>{name}</a> }
        })
        .collect();
    view! {
        <p class="meta" itemscope itemtype="https://schema.org/Dataset">
            {context.t("take-these")}" "<span itemprop="name">{what}</span>{links}
        </p>
    }
    .into_any()
}

/// The same beneath a table whose heading says what it is, on a page that has no byte to spare.
pub(crate) fn take_briefly(context: Context, view: &str, parameters: &[(&str, &str)]) -> AnyView {
    let links: Vec<_> = FORMATS
        .into_iter()
        .map(|(name, ending)| {
            let href = context.take(view, ending, parameters);
            view! { " "<a href=href>{name}</a> }
        })
        .collect();
    view! { <p class="meta">{context.t("take-these")}{links}</p> }.into_any()
}

/// A programme's tables together, as statistical offices exchange them.
pub(crate) fn package(context: Context, programme: &str) -> AnyView {
    let href = context.take("package", "zip", &[("programme", programme)]);
    view! { <p class="meta"><a href=href>{context.t("take-package")}</a></p> }.into_any()
}

/// Every entry as it was signed, which anybody can verify.
pub(crate) fn ledger(context: Context) -> AnyView {
    let href = context.take("ledger", "jsonl", &[]);
    view! {
        <p><a href=href>{context.t("take-ledger")}</a></p>
        <p><a href=context.api()>{context.t("api-title")}</a></p>
    }
    .into_any()
}
