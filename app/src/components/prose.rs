//! Sections of plain words on the pages about the ledger itself.

use leptos::prelude::*;

use crate::context::Context;

/// A section with a heading that an address can name.
pub(crate) fn section(id: &'static str, title: String, content: AnyView) -> AnyView {
    view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{content}</section> }.into_any()
}

/// Messages as paragraphs.
pub(crate) fn paragraphs(context: Context, ids: &[&str]) -> AnyView {
    let all: Vec<_> = ids
        .iter()
        .map(|id| view! { <p>{context.t(id)}</p> })
        .collect();
    all.into_any()
}

/// Messages as a list.
pub(crate) fn list(context: Context, ids: &[&str]) -> AnyView {
    let all: Vec<_> = ids
        .iter()
        .map(|id| view! { <li>{context.t(id)}</li> })
        .collect();
    view! { <ul class="points">{all}</ul> }.into_any()
}

/// Text for a `textarea`, whose children Leptos writes as they stand: without this, whoever types
/// `</textarea>` would go on as markup.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
