//! A summary list: what, and its value.

use leptos::prelude::*;

/// Rows of a summary list; a row without a value is left out by whoever builds it.
pub(crate) fn summary(rows: Vec<(String, AnyView)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(what, value)| view! { <div><dt>{what}</dt><dd>{value}</dd></div> })
        .collect();
    view! { <dl class="summary">{rows}</dl> }.into_any()
}

/// A summary list of amounts: figures in one column, the last row in bold. Only a sum stands
/// under a double rule: then the rows above add up to the last one.
pub(crate) fn account(rows: Vec<(String, AnyView)>, last: (String, AnyView), sum: bool) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(what, value)| view! { <div><dt>{what}</dt><dd>{value}</dd></div> })
        .collect();
    view! {
        <dl class="summary account">
            {rows}
            <div class:total=sum><dt>{last.0}</dt><dd>{last.1}</dd></div>
        </dl>
    }
    .into_any()
}
