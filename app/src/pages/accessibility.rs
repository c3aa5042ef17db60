//! What these pages promise to everybody, how that is tested, and whom to tell.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::prose::{list, paragraphs, section};
use crate::context::Context;

pub(crate) fn accessibility(context: Context) -> Body {
    let title = context.t("accessibility-title");
    let promise = list(
        context,
        &[
            "accessibility-keyboard",
            "accessibility-zoom",
            "accessibility-pictures",
            "accessibility-script",
            "accessibility-words",
        ],
    );
    let tested = paragraphs(
        context,
        &["accessibility-tested-machine", "accessibility-tested-not"],
    );
    let known = list(
        context,
        &["accessibility-known-tables", "accessibility-known-notes"],
    );
    let report = paragraphs(
        context,
        &["accessibility-report-whom", "accessibility-report-what"],
    );
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("accessibility-lead")}</p>
        {section("promise", context.t("accessibility-promise"), promise)}
        {section("tested", context.t("accessibility-tested"), tested)}
        {section("known", context.t("accessibility-known"), known)}
        {section("report", context.t("accessibility-report"), report)}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: None,
        unlisted: false,
        main: main.into_any(),
    }
}
