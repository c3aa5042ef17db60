//! Who did what for a member, the latest first.

use leptos::prelude::*;

use super::body;
use crate::components::document::Body;
use crate::components::figure::moment;
use crate::components::paging::paging_of;
use crate::components::party::entry;
use crate::components::table::{Narrow, table, words};
use crate::context::Context;
use crate::views::{DeedRow, RecordPage};

pub(crate) fn record(context: Context, page: &RecordPage) -> Body {
    let title = context.t("record-title");
    let label = context.t("paging-label");
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("record-lead")}</p>
        {deeds(context, page)}
        {paging_of(context, label, page.paging, |at| context.desk_list("record", at))}
    };
    body(title, Vec::new(), main)
}

fn deeds(context: Context, page: &RecordPage) -> AnyView {
    if page.deeds.is_empty() {
        return view! { <p>{context.t("record-none")}</p> }.into_any();
    }
    let columns = vec![
        words(context.t("record-when")),
        words(context.t("record-who")),
        words(context.t("record-what")),
    ];
    let rows = page.deeds.iter().map(|deed| cells(context, deed)).collect();
    let caption = context.with("record-caption", &[("count", page.paging.total.into())]);
    table("deeds", caption, Narrow::Stacks, columns, rows)
}

fn cells(context: Context, deed: &DeedRow) -> Vec<AnyView> {
    let who = if deed.account.is_empty() {
        context.t("record-operator").into_any()
    } else {
        deed.account.clone().into_any()
    };
    vec![moment(context, deed.at), who, what(context, deed)]
}

/// What was done, and about whom or which entry.
fn what(context: Context, deed: &DeedRow) -> AnyView {
    let words = context.word_or("deed", &deed.what);
    let about = match &deed.entry {
        Some(of) => entry(context, of),
        None if deed.about.is_empty() => return words.into_any(),
        None => deed.about.clone().into_any(),
    };
    context.rich(
        "record-deed",
        vec![("deed", words.into()), ("about", about.into())],
    )
}
