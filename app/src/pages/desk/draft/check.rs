//! Check your answers: what will wait for a second person, and the exact text that they will sign.

use leptos::prelude::*;

use super::super::{body, to_drafts};
use super::shown::{answers, remains, text};
use super::signing::{Asked, kept};
use crate::components::document::Body;
use crate::components::form::input::hidden;
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::views::{DraftCheckPage, DraftFormPage, Frame};

/// The form that goes back, which every "Change" belongs to.
const CHANGE: &str = "change";

pub(crate) fn check(context: Context, frame: &Frame, page: &DraftCheckPage) -> Body {
    let problems = Problems::new(context, &page.form.errors, 0);
    let title = context.t("draft-check-title");
    let change = |field: &'static str, what: String| {
        let button = view! {
            <dd class="change">
                <button id=field class="quiet" form=CHANGE>{context.t("check-change")}<span class="hidden">" "{what}</span></button>
            </dd>
        };
        Some(button.into_any())
    };
    let asked = Asked {
        context,
        frame,
        of: &page.allocation,
        signing: &page.signing,
        member: &page.form.who.member,
        action: "drafts/save",
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {answers(context, &page.allocation, change)}
        {remains(context, &page.allocation)}
        {kept(context, &page.form.who, &page.signing, &page.allocation)}
        {asked.saving(|| carried(&page.form), &problems)}
        <form id=CHANGE method="post" action=context.desk("drafts/new")>
            {carried(&page.form)}
            {hidden("back", "yes")}
        </form>
        {text(context, &page.allocation)}
    };
    body(problems.title(title), to_drafts(context), main)
}

/// What was answered, as it goes along with the next form.
fn carried(form: &DraftFormPage) -> Vec<AnyView> {
    [
        ("draft", form.draft.as_str()),
        ("programme", form.programme.as_str()),
        ("payee", form.payee.as_str()),
        ("amount", form.amount.as_str()),
        ("ref", form.reference.as_str()),
        ("occurred", form.occurred.as_str()),
        ("due", form.due.as_str()),
        ("purpose", form.purpose.as_str()),
        ("once", form.once.as_str()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| hidden(name, value))
    .collect()
}
