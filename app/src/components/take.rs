//! What is shown, as files: the same figures for a spreadsheet, a program, a statistician.

use leptos::prelude::*;

use crate::context::Context;

/// Name, ending and media type of each format.
const FORMATS: [(&str, &str, &str); 4] = [
    ("CSV", "csv", "text/csv"),
    (
        "XLSX",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("JSON", "json", "application/json"),
    ("Parquet", "parquet", "application/vnd.apache.parquet"),
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
        .map(|(name, ending, media_type)| {
            let href = context.take(view, ending, parameters);
            let about = format!(", {what}");
            view! {
                <span itemprop="distribution" itemscope itemtype="https://schema.org/DataDownload">
                    <a itemprop="contentUrl" href=href type=media_type rel="nofollow">{name}<span class="hidden">{about}</span></a>
                </span>
            }
        })
        .collect();
    view! {
        <p class="meta" itemscope itemtype="https://schema.org/Dataset">
            <meta itemprop="name" content=what/>
            {context.t("take-these")}" "{links}
        </p>
    }
    .into_any()
}

/// A programme's tables together, as statistical offices exchange them.
pub(crate) fn package(context: Context, programme: &str) -> AnyView {
    let href = context.take("package", "zip", &[("programme", programme)]);
    view! { <p class="meta"><a href=href type="application/zip" rel="nofollow">{context.t("take-package")}</a></p> }
        .into_any()
}

/// Every entry as it was signed, which anybody can verify.
pub(crate) fn ledger(context: Context) -> AnyView {
    let href = context.take("ledger", "jsonl", &[]);
    view! { <p><a href=href type="application/jsonl" rel="nofollow">{context.t("take-ledger")}</a></p> }
        .into_any()
}
