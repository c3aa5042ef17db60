//! An allocation as it will be signed: in figures, in words where the language writes sums so, and as
//! the exact text. Maker and checker are shown the same.

use leptos::prelude::*;

use crate::capitals;
use crate::components::figure::{day, money, money_text};
use crate::components::party::{party, programme};
use crate::components::summary::account;
use crate::context::Context;
use crate::islands::device::{DETAILS, TEXT};
use crate::views::{AllocationView, Currency, Minor};
use crate::words::Language;

/// What is asked for, as a list of answers. `change` makes the way back to an answer, where there is
/// one.
pub(in super::super) fn answers(
    context: Context,
    of: &AllocationView,
    change: impl Fn(&'static str, String) -> Option<AnyView>,
) -> AnyView {
    let row = |field: &'static str, word: &str, value: AnyView| {
        let what = context.t(word);
        let change = change(field, what.clone());
        view! { <div><dt>{what}</dt><dd>{value}</dd>{change}</div> }.into_any()
    };
    let mut rows = Vec::new();
    if of.kind != "transfer" {
        let kind = context.word_or("kind", of.kind).into_any();
        rows.push(row("what", "draft-kind", kind));
    }
    if !of.step.is_empty() {
        let href = context.entry(&of.step);
        let step = view! { <a href=href>{context.t("confirm-see-entry")}</a> }.into_any();
        rows.push(row("step", "draft-step", step));
        rows.push(row("from", "confirm-from", party(context, &of.from)));
    }
    let from_programme = programme(context, &of.programme);
    if of.leaves() {
        rows.push(row("programme", "draft-out-of", from_programme));
        rows.push(row("into", "draft-into", whither(context, of)));
        rows.push(row("amount", "draft-amount", amount(context, of)));
    } else {
        rows.push(row("payee", "draft-payee", payee(context, of)));
        rows.push(row("amount", "draft-amount", amount(context, of)));
        rows.push(row("programme", "draft-programme", from_programme));
    }
    let reference = view! { <code class="long">{of.reference.clone()}</code> };
    rows.push(row("ref", "draft-ref", reference.into_any()));
    if of.kind == "transfer" || of.kind == "return" {
        let due = match of.due {
            Some(due) => day(context, due),
            None => context.t("draft-due-usual").into_any(),
        };
        rows.push(row("occurred", "draft-occurred", day(context, of.occurred)));
        rows.push(row("due", "draft-due", due));
    } else {
        rows.push(row("occurred", "after-occurred", day(context, of.occurred)));
    }
    if !of.purpose.is_empty() {
        let purpose = of.purpose.clone().into_any();
        let word = if of.kind == "transfer" {
            "draft-purpose"
        } else {
            "confirm-reason"
        };
        rows.push(row("purpose", word, purpose));
    }
    let late = of
        .late
        .then(|| view! { <p class="inset">{context.t("draft-late")}</p> });
    view! { <dl class="summary answers">{rows}</dl>{late} }.into_any()
}

/// Where money goes that leaves the programme.
fn whither(context: Context, of: &AllocationView) -> AnyView {
    match &of.into {
        Some(into) => programme(context, into),
        None => context.t("draft-treasury").into_any(),
    }
}

/// The payee's title and name: money is sent to a name.
fn payee(context: Context, of: &AllocationView) -> AnyView {
    let name = (!of.to.title.is_empty())
        .then(|| view! { <br/><code class="long">{of.to.name.clone()}</code> });
    view! { {party(context, &of.to)}{name} }.into_any()
}

/// The figure, and the sum in capital numerals where they are what a voucher wants.
fn amount(context: Context, of: &AllocationView) -> AnyView {
    let words = in_words(context, of.amount, &of.currency);
    let figure = money(context, of.amount, &of.currency);
    view! { <strong>{figure}</strong>{words} }.into_any()
}

/// A sum in capital numerals, on a line of its own, where they are what a voucher wants.
pub(in super::super) fn in_words(
    context: Context,
    sum: Minor,
    currency: &Currency,
) -> Option<AnyView> {
    let words = (context.language == Language::Zh).then(|| capitals::sum(sum, currency))?;
    Some(view! { <br/><span>{words}</span> }.into_any())
}

/// What is held, what this takes, and what stays.
pub(in super::super) fn remains(context: Context, of: &AllocationView) -> AnyView {
    let money = |minor: Minor| money(context, minor, &of.currency);
    let mut rows = vec![(context.t("draft-held"), money(of.held))];
    if of.drafted != 0 {
        rows.push((context.t("draft-drafted"), money(-of.drafted)));
    }
    let takes = if of.leaves() {
        "draft-leaves"
    } else {
        "draft-takes"
    };
    rows.push((context.t(takes), money(-of.amount)));
    let stays = (context.t("draft-stays"), money(of.stays()));
    let head = context.t("draft-remains");
    view! {
        <section aria-labelledby="remains">
            <h2 id="remains">{head}</h2>
            {account(rows, stays, true)}
        </section>
    }
    .into_any()
}

/// What it draws on, and the exact bytes that will be under the signature.
pub(in super::super) fn text(context: Context, of: &AllocationView) -> AnyView {
    let label = context.t("check-text");
    let sources: Vec<_> = of
        .sources
        .iter()
        .map(|source| {
            let takes = money_text(context, source.takes, &of.currency);
            let held = money_text(context, source.held, &of.currency);
            let values = [("takes", takes.into()), ("held", held.into())];
            let href = context.entry(&source.identity);
            view! { <li><a href=href>{context.with("draft-source", &values)}</a></li> }
        })
        .collect();
    let sources = (!sources.is_empty())
        .then(|| view! { <p>{context.t("draft-sources")}</p><ul>{sources}</ul> });
    view! {
        <details id=DETAILS>
            <summary>{label.clone()}</summary>
            {sources}
            <p>{context.t("check-text-about")}</p>
            <pre id=TEXT role="region" aria-label=label tabindex="0" translate="no" lang="en">{of.text.clone()}</pre>
        </details>
        <p>{context.t("note-identity")}" "<code class="long">{of.identity.clone()}</code></p>
    }
    .into_any()
}
