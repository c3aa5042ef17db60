//! What is drafted for a member: what waits for a second person, one's own, and what was signed last.

use leptos::prelude::*;

use super::super::body;
use crate::components::document::Body;
use crate::components::figure::{day_at, money, money_text};
use crate::components::party::{party_text, programme_text};
use crate::components::tag;
use crate::context::Context;
use crate::views::{DraftRow, DraftsPage, SheetRef};

pub(crate) fn drafts(context: Context, page: &DraftsPage) -> Body {
    let title = context.t("drafts-title");
    let deleted = page
        .deleted
        .then(|| view! { <p class="done" role="status">{context.t("drafts-deleted")}</p> });
    let no_key =
        (!page.can_sign).then(|| {
            let to_device = context.desk("device");
            view! { <p class="inset">{context.t("drafts-no-key")}" "<a href=to_device>{context.t("draft-make-key")}</a></p> }
        });
    let main = view! {
        <h1>{title.clone()}</h1>
        {deleted}
        {no_key}
        <p class="lead">{context.t("drafts-lead")}</p>
        <p><a class="button" href=context.desk("drafts/new")>{context.t("drafts-new")}</a></p>
        <p><a href=context.desk("sheets/new")>{context.t("drafts-sheet")}</a></p>
        <p><a href=context.desk("year-end")>{context.t("drafts-year-end")}</a></p>
        {sheets(context, &page.sheets)}
        {section(context, "asked", "drafts-asked", None, &page.asked)}
        {section(context, "waiting", "drafts-waiting", Some("drafts-waiting-none"), &page.waiting)}
        {section(context, "own", "drafts-own", Some("drafts-own-none"), &page.own)}
        {section(context, "sent-back", "drafts-sent-back", None, &page.sent_back)}
        {section(context, "issued", "drafts-issued", None, &page.issued)}
    };
    body(title, Vec::new(), main)
}

/// A list under its head; an empty one says so, or isn't there.
fn section(
    context: Context,
    id: &'static str,
    head: &str,
    none: Option<&str>,
    drafts: &[DraftRow],
) -> Option<AnyView> {
    let list = if drafts.is_empty() {
        let none = context.t(none?);
        view! { <p>{none}</p> }.into_any()
    } else {
        let rows: Vec<_> = drafts.iter().map(|draft| row(context, draft)).collect();
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    let head = context.t(head);
    Some(view! { <section aria-labelledby=id><h2 id=id>{head}</h2>{list}</section> }.into_any())
}

/// Sheets of many, which are checked and signed as one.
fn sheets(context: Context, sheets: &[SheetRef]) -> Option<AnyView> {
    if sheets.is_empty() {
        return None;
    }
    let rows: Vec<_> = sheets
        .iter()
        .map(|sheet| sheet_row(context, sheet))
        .collect();
    let head = context.t("drafts-sheets");
    Some(
        view! {
            <section aria-labelledby="sheets">
                <h2 id="sheets">{head}</h2>
                <ul class="tasks">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn sheet_row(context: Context, sheet: &SheetRef) -> AnyView {
    let values = [
        ("count", sheet.count.into()),
        (
            "amount",
            money_text(context, sheet.total, &sheet.currency).into(),
        ),
    ];
    let by = context.rich(
        "drafts-by",
        vec![
            ("account", sheet.maker.clone().into()),
            ("day", day_at(context, sheet.changed).into()),
        ],
    );
    let href = context.desk(&format!("sheets/{}", sheet.id));
    view! {
        <li>
            <div>
                <a href=href>{context.with("drafts-sheet-row", &values)}</a>
                <p class="meta"><span>{by}</span><span>{programme_text(&sheet.programme)}</span></p>
            </div>
            {tag::draft_stand(context, sheet.stand)}
        </li>
    }
    .into_any()
}

/// A draft, with the way to it.
pub(in super::super) fn row(context: Context, draft: &DraftRow) -> AnyView {
    let amount = match draft.amount {
        Some(amount) => money(context, amount, &draft.currency),
        None => context.t("after-all-open").into_any(),
    };
    let (word, to) = match (&draft.into, draft.kind) {
        (Some(into), _) => ("drafts-row-into", programme_text(into)),
        (None, "surrender") => ("drafts-row-treasury", String::new()),
        (None, _) => ("drafts-row", party_text(&draft.to)),
    };
    let pieces = vec![("amount", amount.into()), ("to", to.into())];
    let what = context.rich(word, pieces);
    let kind = (draft.kind != "transfer").then(|| {
        let kind = context.word_or("kind", draft.kind);
        view! { <span>{kind}</span> }
    });
    let by = context.rich(
        "drafts-by",
        vec![
            ("account", draft.maker.clone().into()),
            ("day", day_at(context, draft.changed).into()),
        ],
    );
    let href = context.desk(&format!("drafts/{}", draft.id));
    view! {
        <li>
            <div>
                <a href=href>{what}</a>
                <p class="meta">
                    {kind}<span>{by}</span><span class="whole">{draft.reference.clone()}</span>
                    <span>{programme_text(&draft.programme)}</span>
                </p>
            </div>
            {tag::draft_stand(context, draft.stand)}
        </li>
    }
    .into_any()
}
