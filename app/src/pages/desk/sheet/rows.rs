//! A sheet's rows, a page at a time: all of them, those to mend, those to look at again.

use leptos::prelude::*;

use crate::components::figure::money;
use crate::components::paging::paging;
use crate::components::party::party;
use crate::components::table::{Narrow, figures, table, words};
use crate::context::Context;
use crate::views::{SheetPage, SheetRowView};

/// The table with the ways to the other rows above it.
pub(super) fn rows(context: Context, page: &SheetPage) -> AnyView {
    let listed = page.listed.iter().map(|listed| row(context, page, listed));
    let columns = vec![
        figures(context.t("sheet-line")),
        words(context.t("draft-payee")),
        figures(context.t("draft-amount")),
        words(context.t("draft-ref")),
        words(context.t("sheet-remark")),
    ];
    let caption = context.t(&format!("sheet-show-{}", page.shown));
    let address = |at: u64| {
        let page_at = if at > 1 {
            format!("&page={at}")
        } else {
            String::new()
        };
        format!("{}{page_at}#rows", to(context, page, page.shown))
    };
    view! {
        <section aria-labelledby="rows-head">
            <h2 id="rows-head">{context.t("sheet-rows")}</h2>
            {ways(context, page)}
            {table("rows", caption, Narrow::Stacks, columns, listed.collect())}
            {paging(context, page.paging, address)}
        </section>
    }
    .into_any()
}

fn to(context: Context, page: &SheetPage, rows: &str) -> String {
    context.desk(&format!("sheets/{}", page.id)) + "?rows=" + rows
}

/// Ways to the rows that aren't shown.
fn ways(context: Context, page: &SheetPage) -> Option<AnyView> {
    let all = [
        ("rows", page.count),
        ("faults", page.faults),
        ("warnings", page.warnings),
    ];
    let others: Vec<_> = all
        .into_iter()
        .filter(|(which, count)| *which != page.shown && *count > 0)
        .map(|(which, count)| {
            let words = context.with(&format!("sheet-to-{which}"), &[("count", count.into())]);
            view! { <li><a href=to(context, page, which)>{words}</a></li> }
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    Some(view! { <ul>{others}</ul> }.into_any())
}

fn row(context: Context, page: &SheetPage, row: &SheetRowView) -> Vec<AnyView> {
    let payee = match &row.to {
        Some(to) => party(context, to),
        None => row.payee.clone().into_any(),
    };
    let amount = match row.sum {
        Some(sum) => money(context, sum, &page.currency),
        None => row.amount.clone().into_any(),
    };
    let reference = if row.stands {
        let href = context.entry(&row.identity);
        view! { <a class="whole" href=href>{row.reference.clone()}</a> }.into_any()
    } else {
        view! { <span class="whole">{row.reference.clone()}</span> }.into_any()
    };
    vec![
        row.line.to_string().into_any(),
        payee,
        amount,
        reference,
        remark(context, page, row),
    ]
}

/// What is wrong with a row and how it is mended, or what should be looked at again.
fn remark(context: Context, page: &SheetPage, row: &SheetRowView) -> AnyView {
    if !row.fault.is_empty() {
        let place = context.word_or("sheet-column", &row.place);
        let values = [
            ("line", row.other.as_str().into()),
            ("rows", page.count.into()),
        ];
        let what = context.with(&format!("sheet-fault-{}", row.fault), &values);
        return view! { <strong>{place}</strong>": "{what} }.into_any();
    }
    if row.stands {
        return context.t("sheet-stands").into_any();
    }
    if row.warning.is_empty() {
        return context.t("sheet-good").into_any();
    }
    let what = context.with(
        &format!("sheet-warning-{}", row.warning),
        &[("line", row.other.as_str().into())],
    );
    if row.warning == "again-sent" {
        return view! { <a href=context.entry(&row.other)>{what}</a> }.into_any();
    }
    what.into_any()
}
