//! Which sheet, and what should it come to?

use leptos::prelude::*;

use super::super::draft::form::programmes;
use super::super::{body, to_drafts};
use crate::components::document::Body;
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::context::Context;
use crate::views::SheetFormPage;

pub(crate) fn form(context: Context, page: &SheetFormPage) -> Body {
    let problems = Problems::new(context, &page.errors, page.rows_max);
    let title = context.t("sheet-title");
    let main = if page.held.is_empty() {
        view! { <h1>{title.clone()}</h1><p class="lead">{context.t("draft-nothing-held")}</p> }
            .into_any()
    } else {
        view! {
            <h1>{title.clone()}</h1>
            {problems.summary()}
            <p class="lead">{context.t("sheet-lead")}</p>
            {about(context, page)}
            <form method="post" action=context.desk("sheets/new") enctype="multipart/form-data" novalidate>
                {hidden("once", &page.once)}
                {programmes(context, &page.held, &page.programme, &problems)}
                {fields(context, page, &problems)}
                {signing(context, page, &problems)}
                <button>{context.t("sheet-read")}</button>
                <p class="hint">{context.t("sheet-next")}</p>
            </form>
        }
        .into_any()
    };
    body(problems.title(title), to_drafts(context), main)
}

/// What a sheet has to look like.
fn about(context: Context, page: &SheetFormPage) -> AnyView {
    let limits = context.with(
        "sheet-limits",
        &[
            ("rows", page.rows_max.into()),
            ("csv", page.csv_max.into()),
            ("xlsx", page.xlsx_max.into()),
        ],
    );
    view! {
        <p>{context.t("sheet-columns")}</p>
        <p>{limits}</p>
        <p><a href=context.desk("sheets/template.csv")>{context.t("sheet-template")}</a></p>
    }
    .into_any()
}

/// Whose keys sign: the server's, or those of maker and checker.
fn signing(context: Context, page: &SheetFormPage, problems: &Problems<'_>) -> AnyView {
    if !page.has_held_key {
        return view! { <p>{context.t("sheet-signing-own-only")}</p> }.into_any();
    }
    let own = page.signing == "own";
    let choice = |value: &str, checked| Choice {
        hint: Some(context.t(&format!("sheet-signing-{value}-hint"))),
        ..Choice::new(
            value.to_owned(),
            context.t(&format!("sheet-signing-{value}")),
            checked,
        )
    };
    choices(
        context,
        ("signing", "signing"),
        Choose::One,
        context.t("sheet-signing"),
        vec![choice("server", !own), choice("own", own)],
        problems.of("signing"),
    )
}

fn fields(context: Context, page: &SheetFormPage, problems: &Problems<'_>) -> AnyView {
    let field = |name: &'static str, kind: Kind, value: &str| {
        let field = Input::new(name, kind, context.t(&format!("sheet-{name}")))
            .hint(context.t(&format!("sheet-{name}-hint")))
            .value(value);
        input(context, field, problems.of(name))
    };
    view! {
        {field("file", Kind::File, "")}
        {field("count", Kind::Amount, &page.count)}
        {field("total", Kind::Amount, &page.total)}
        {field("occurred", Kind::Day, &page.occurred)}
        {field("due", Kind::Day, &page.due)}
    }
    .into_any()
}
