//! What was signed: a receipt to keep, which prints on one sheet.

use leptos::prelude::*;

use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::documents::document;
use crate::components::figure::{day, moment, money, money_large};
use crate::components::party::{party, programme};
use crate::components::qr::qr;
use crate::components::summary::summary;
use crate::components::tag;
use crate::context::Context;
use crate::views::{ConfirmedPage, Frame};

pub(crate) fn confirmed(context: Context, frame: &Frame, page: &ConfirmedPage) -> Body {
    let title = context.t("confirmed-title");
    let main = view! {
        <div class="panel">
            <h1>{title.clone()}</h1>
            <p>{context.t("confirmed-reference")}</p>
            <p class="reference">{reference(page)}</p>
        </div>
        {about(context, frame, page)}
        {paper(context, page)}
        {next(context, page)}
    };
    body(title, to_tasks(context), main)
}

/// The receipt's own reference, or the beginning of its identity.
fn reference(page: &ConfirmedPage) -> AnyView {
    let entry = &page.entry;
    if entry.reference.is_empty() {
        let begins = entry.identity.get(..16).unwrap_or(&entry.identity);
        return view! { <code>{begins.to_owned()}</code> }.into_any();
    }
    entry.reference.clone().into_any()
}

fn about(context: Context, frame: &Frame, page: &ConfirmedPage) -> AnyView {
    let step = &page.step;
    let (how, hint) = if page.through_server {
        ("confirmed-through", "confirmed-through-hint")
    } else {
        ("confirmed-own", "confirmed-own-hint")
    };
    let through = view! {
        {context.t(how)}" "
        <span class="hint">{context.t(hint)}</span>
    };
    let came = if page.said == 0 {
        context.t("check-nothing").into_any()
    } else {
        money_large(context, page.said, &step.currency)
    };
    let ledger = view! { <code class="long">{frame.origin.clone()}</code> };
    let evidence = context.desk(&format!("evidence/{}", page.entry.identity));
    let documents = page.documents.iter().map(|beside| {
        let shown = view! {
            {document(context, beside)}
            <a class="on-screen" href=evidence.clone()>{context.t("document-open-own")}</a>
        };
        (context.t("document-row"), shown.into_any())
    });
    let rows = vec![
        (context.t("confirm-from"), party(context, &step.from)),
        (
            context.t("confirm-sent"),
            money(context, step.sent, &step.currency),
        ),
        (context.t("confirm-day"), day(context, step.occurred)),
        (context.t("confirmed-to"), party(context, &step.to)),
        (context.t("check-came"), came),
        (context.t("confirm-occurred"), day(context, page.occurred)),
        (
            context.t("confirmed-state"),
            tag::step_state(context, step.state),
        ),
        (context.t("entry-time"), moment(context, page.time)),
        (context.t("confirmed-how"), through.into_any()),
        (
            context.t("entry-programme"),
            programme(context, &step.programme),
        ),
        (context.t("footer-ledger"), ledger.into_any()),
    ];
    summary(rows.into_iter().chain(documents).collect())
}

/// A code that leads from paper back to the entry.
fn paper(context: Context, page: &ConfirmedPage) -> AnyView {
    let href = context.entry(&page.entry.identity);
    view! {
        <section class="paper" aria-labelledby="paper">
            {qr(&page.address, context.t("paper-code"))}
            <div>
                <h2 id="paper">{context.t("paper-title")}</h2>
                <p><a href=href>{context.t("confirmed-see-entry")}</a></p>
                <p class="meta long">{page.address.clone()}</p>
                <p class="meta on-screen">{context.t("confirmed-print")}</p>
            </div>
        </section>
    }
    .into_any()
}

fn next(context: Context, page: &ConfirmedPage) -> AnyView {
    let text = context.with("confirmed-next", &[("count", page.waiting.into())]);
    view! { <p class="after on-screen"><a class="button" href=context.desk("")>{text}</a></p> }
        .into_any()
}
