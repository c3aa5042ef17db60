//! What is to be sent? Every question on one page, in the order in which a voucher has them.

use leptos::prelude::*;

use super::super::{body, to_drafts};
use crate::components::document::Body;
use crate::components::figure::money_text;
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::{entry, party_text, programme_text};
use crate::context::Context;
use crate::format;
use crate::views::{DraftFormPage, DraftHeld, Party};

pub(crate) fn form(context: Context, page: &DraftFormPage) -> Body {
    let details = details(context, page);
    let problems = Problems::new(context, &page.errors, 0).with_details(&details);
    let is_new = page.draft.is_empty();
    let title = context.t(if is_new {
        "draft-title"
    } else {
        "draft-edit-title"
    });
    let main = if page.held.is_empty() {
        view! { <h1>{title.clone()}</h1><p class="lead">{context.t("draft-nothing-held")}</p> }
            .into_any()
    } else {
        view! {
            <h1>{title.clone()}</h1>
            {problems.summary()}
            <form method="post" action=context.desk("drafts/new") novalidate>
                {hidden("once", &page.once)}
                {(!is_new).then(|| hidden("draft", &page.draft))}
                {programmes(context, &page.held, &page.programme, &problems)}
                {payee(context, page, &problems)}
                {money(context, page, &problems)}
                {days(context, page, &problems)}
                <button>{context.t("confirm-continue")}</button>
                <p class="hint">{context.t("draft-next")}</p>
            </form>
        }
        .into_any()
    };
    body(problems.title(title), to_drafts(context), main)
}

/// What a problem's words speak of.
fn details(context: Context, page: &DraftFormPage) -> Vec<(&'static str, String)> {
    let mut details = Vec::new();
    if let Some((most, currency)) = &page.most {
        details.push(("sum-beyond", money_text(context, *most, currency)));
    }
    if let Some((_, day)) = &page.used {
        details.push(("ref-used", format::day(context.language, *day)));
    }
    details
}

/// The programmes of which something is held, to choose one.
pub(in super::super) fn programmes(
    context: Context,
    held: &[DraftHeld],
    chosen: &str,
    problems: &Problems<'_>,
) -> AnyView {
    let only = held.len() == 1;
    let all = held.iter().map(|held| choice(context, chosen, held, only));
    choices(
        context,
        ("programme", "programme"),
        Choose::One,
        context.t("draft-programme"),
        all.collect(),
        problems.of("programme"),
    )
}

/// A programme with what can still be sent of it.
fn choice(context: Context, chosen: &str, held: &DraftHeld, only: bool) -> Choice {
    let id = &held.programme.id;
    let free = money_text(context, held.free, &held.currency);
    Choice {
        hint: Some(context.with("draft-free", &[("amount", free.into())])),
        ..Choice::new(
            id.clone(),
            programme_text(&held.programme),
            only || chosen == *id,
        )
    }
}

fn payee(context: Context, page: &DraftFormPage, problems: &Problems<'_>) -> AnyView {
    let field = Input::new("payee", Kind::Name, context.t("draft-payee"))
        .hint(context.t("draft-payee-hint"))
        .value(&page.payee);
    let found = (!page.found.is_empty()).then(|| {
        let found = page.found.iter().map(|found| named(context, found));
        choices(
            context,
            ("payee_found", "payee_found"),
            Choose::One,
            context.t("draft-payee-found"),
            found.collect(),
            None,
        )
    });
    view! { {input(context, field, problems.of("payee"))}{found} }.into_any()
}

/// A member that may be meant: titles alone don't tell namesakes apart.
fn named(context: Context, found: &Party) -> Choice {
    let values = [
        ("title", party_text(found).into()),
        ("name", found.name.as_str().into()),
    ];
    let label = context.with("draft-payee-named", &values);
    Choice::new(found.name.clone(), label, false)
}

fn money(context: Context, page: &DraftFormPage, problems: &Problems<'_>) -> AnyView {
    let amount = Input::new("amount", Kind::Amount, context.t("draft-amount"))
        .hint(context.t("draft-amount-hint"))
        .value(&page.amount);
    let reference = Input::new("ref", Kind::Name, context.t("draft-ref"))
        .hint(context.t("draft-ref-hint"))
        .value(&page.reference);
    let used = page.used.as_ref().map(|(used, _)| {
        let used = entry(context, used);
        view! { <p class="inset">{context.rich("draft-ref-used", vec![("entry", used.into())])}</p> }
    });
    view! {
        {input(context, amount, problems.of("amount"))}
        {input(context, reference, problems.of("ref"))}
        {used}
    }
    .into_any()
}

fn days(context: Context, page: &DraftFormPage, problems: &Problems<'_>) -> AnyView {
    let occurred = Input::new("occurred", Kind::Day, context.t("draft-occurred"))
        .hint(context.t("draft-occurred-hint"))
        .value(&page.occurred);
    let due = Input::new("due", Kind::Day, context.t("draft-due"))
        .hint(context.t("draft-due-hint"))
        .value(&page.due);
    let purpose = Input::new("purpose", Kind::Prose, context.t("draft-purpose"))
        .hint(context.t("draft-purpose-hint"))
        .value(&page.purpose);
    view! {
        {input(context, occurred, problems.of("occurred"))}
        {input(context, due, problems.of("due"))}
        {input(context, purpose, problems.of("purpose"))}
    }
    .into_any()
}
