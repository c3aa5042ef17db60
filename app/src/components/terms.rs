//! The words of a page in the glossary, once and quietly, where the page first uses them.

use leptos::prelude::*;

use crate::context::Context;

/// Links to these words of the glossary, by their anchors there.
pub(crate) fn terms(context: Context, anchors: &[&str]) -> AnyView {
    let links: Vec<_> = anchors
        .iter()
        .enumerate()
        .map(|(at, anchor)| {
            let comma = (at > 0).then(|| context.t("list-comma"));
            let href = context.about(&format!("glossary#{anchor}"));
            view! { {comma}<a href=href>{context.t(&format!("glossary-{anchor}"))}</a> }
        })
        .collect();
    view! { <p class="meta">{context.t("terms-these")}" "{links}</p> }.into_any()
}
