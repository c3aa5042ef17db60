//! What came of a step? All of it is one press away; whatever else came is asked for in a form of
//! its own, so that a return key pressed in it never says that all came.

use leptos::prelude::*;

use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::documents::document_text;
use crate::components::figure::{day, money, money_large, money_text};
use crate::components::form::choice::{Choice, Choose, choices, tick, tick_as};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::{Problems, beside};
use crate::components::outbox::outbox;
use crate::components::party::{party, programme};
use crate::context::Context;
use crate::islands::plain::{PARTS, PARTS_LEAVE};
use crate::views::{Answer, ConfirmPage};
use crate::words::Value;

pub(crate) fn confirm(context: Context, page: &ConfirmPage) -> Body {
    let problems = Problems::new(context, &page.errors, page.document_max_mb);
    let title = context.t("confirm-title");
    let action = context.desk(&format!("confirm/{}", page.step.identity));
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {about(context, page)}
        {outbox(context, &page.who, None)}
        {all(context, page, &problems, &action)}
        {otherwise(context, page, &problems, &action)}
    };
    body(problems.title(title), to_tasks(context), main)
}

/// What the payer says of it: as much as tells one sending from another, and no more, so that the
/// answer stands on the first screen of a telephone.
fn about(context: Context, page: &ConfirmPage) -> AnyView {
    let step = &page.step;
    let sent = money_large(context, step.sent, &step.currency);
    let lead = context.rich(
        "confirm-lead",
        vec![
            ("from", party(context, &step.from).into()),
            (
                "amount",
                view! { <strong>{sent}</strong> }.into_any().into(),
            ),
            ("day", day(context, step.occurred).into()),
        ],
    );
    let so_far = (step.received != 0).then(|| {
        let pieces = vec![
            (
                "received",
                money(context, step.received, &step.currency).into(),
            ),
            ("amount", money(context, step.open, &step.currency).into()),
        ];
        view! { <p>{context.rich("confirm-so-far", pieces)}</p> }
    });
    let purpose = (!page.purpose.is_empty()).then(|| view! { <span>{page.purpose.clone()}</span> });
    let entry = context.entry(&step.identity);
    let questions = context.desk(&format!("questions/{}", step.identity));
    view! {
        <p class="lead">{lead}</p>
        {so_far}
        <p class="meta">
            {purpose}
            <span>{programme(context, &step.programme)}</span>
            <span><a href=entry>{context.t("confirm-see-entry")}</a></span>
            <span><a href=questions>{context.t("questions-ask-here")}</a></span>
        </p>
    }
    .into_any()
}

/// Whether the second form is the one that was filled in: it then owns the fields' plain ids.
fn is_otherwise(page: &ConfirmPage) -> bool {
    page.answer.is_some_and(|answer| answer != Answer::All)
}

/// A field's problem, in the form that was filled in alone.
fn wrong(problems: &Problems<'_>, field: &str, here: bool) -> Option<String> {
    here.then(|| problems.of(field)).flatten()
}

fn all(context: Context, page: &ConfirmPage, problems: &Problems<'_>, action: &str) -> AnyView {
    let (here, is_all) = (!is_otherwise(page), page.answer == Some(Answer::All));
    let open = money_text(context, page.step.open, &page.step.currency);
    let all = context.with("confirm-all", &[("amount", open.into())]);
    let occurred = occurred(
        context,
        page,
        if here { "occurred" } else { "occurred-all" },
    );
    view! {
        <form class="ask" method="post" action=action.to_owned() enctype="multipart/form-data" novalidate>
            {hidden("once", &page.once)}
            {input(context, occurred, wrong(problems, "occurred", here))}
            {document(context, page, problems, here)}
            {beside(context, "answer", wrong(problems, "answer", is_all))}
            <button id=is_all.then_some("answer") name="answer" value=Answer::All.word()>{all}</button>
            <p class="hint">{context.t("confirm-next")}</p>
        </form>
    }
    .into_any()
}

fn occurred(context: Context, page: &ConfirmPage, id: &'static str) -> Input {
    Input::new("occurred", Kind::Day, context.t("confirm-occurred"))
        .hint(context.t("confirm-occurred-hint"))
        .value(&page.occurred)
        .id(id)
}

fn otherwise(
    context: Context,
    page: &ConfirmPage,
    problems: &Problems<'_>,
    action: &str,
) -> AnyView {
    let here = is_otherwise(page);
    let choice = |answer: Answer, word: &str| {
        let checked = page.answer == Some(answer);
        Choice::new(answer.word().to_owned(), context.t(word), checked)
    };
    let other = Choice {
        then: Some(other_amount(context, page, problems)),
        ..choice(Answer::Other, "confirm-other")
    };
    let nothing = Choice {
        hint: Some(context.t("confirm-nothing-yet-hint")),
        ..choice(Answer::NothingYet, "confirm-nothing-yet")
    };
    let not_ours = Choice {
        hint: Some(context.t("confirm-not-ours-hint")),
        ..choice(Answer::NotOurs, "confirm-not-ours")
    };
    let is_all = page.answer == Some(Answer::All);
    let id = if is_all { "answer-otherwise" } else { "answer" };
    let question = context.t("confirm-question");
    let reason = Input::new("reason", Kind::Prose, context.t("confirm-reason"))
        .hint(context.t("confirm-reason-hint"))
        .value(&page.reason);
    view! {
        <section aria-labelledby="otherwise">
            <h2 id="otherwise">{context.t("confirm-otherwise")}</h2>
            <form class="otherwise" method="post" action=action.to_owned() enctype="multipart/form-data" novalidate>
                {hidden("once", &page.once)}
                {choices(
                    context, ("answer", id), Choose::One, question, vec![other, nothing, not_ours], wrong(problems, "answer", !is_all),
                )}
                <div class="if-reason">{input(context, reason, wrong(problems, "reason", here))}</div>
                {document(context, page, problems, here)}
                <button class="second">{context.t("confirm-continue")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// A photo or PDF beside the answer: nobody has to, so it is folded away until it is wanted.
fn document(context: Context, page: &ConfirmPage, problems: &Problems<'_>, here: bool) -> AnyView {
    let wrong = wrong(problems, "file", here);
    let open = here && (wrong.is_some() || page.document.is_some());
    let (id, leave_out) = if here {
        ("file", "leave-out")
    } else {
        ("file-else", "leave-out-else")
    };
    let hint = context.with(
        "document-file-hint",
        &[("count", page.document_max_mb.into())],
    );
    let file = Input::new("file", Kind::Document, context.t("document-file"))
        .hint(hint)
        .id(id);
    let beside = page.document.as_ref().map(|document| {
        let is = [("document", document_text(context, document).into())];
        view! {
            <p>{context.with("document-beside", &is)}</p>
            {tick_as("leave-out", leave_out, "yes", context.t("document-leave-out"))}
        }
    });
    view! {
        <details class="document" open=open>
            <summary>{context.t("document-add")}</summary>
            {beside}
            {input(context, file, wrong)}
            {parts(context, page)}
        </details>
    }
    .into_any()
}

/// What a script says of the file while it goes up in parts; empty without one.
fn parts(context: Context, page: &ConfirmPage) -> AnyView {
    let named = |id: &str| {
        let open: [(&str, Value); 2] = [("done", "{done}".into()), ("all", "{all}".into())];
        context.with(id, &open)
    };
    let most = page.document_max_mb << 20;
    view! {
        <p
            class=format!("inset {PARTS}") role="status" hidden data-parts=context.desk("parts/") data-most=most.to_string()
            data-sending=named("parts-sending") data-waiting=named("parts-waiting") data-there=context.t("parts-there")
            data-along=context.t("parts-along") data-held=context.t("parts-held")
        ></p>
        <button type="button" class=format!("quiet {PARTS_LEAVE}") hidden>{context.t("parts-leave")}</button>
    }
    .into_any()
}

/// What is asked where another amount came.
fn other_amount(context: Context, page: &ConfirmPage, problems: &Problems<'_>) -> AnyView {
    let here = is_otherwise(page);
    let code = page.step.currency.code.as_str();
    let amount = Input::new(
        "amount",
        Kind::Amount,
        context.with("confirm-amount", &[("currency", code.into())]),
    )
    .value(&page.amount);
    let occurred = occurred(
        context,
        page,
        if here { "occurred" } else { "occurred-other" },
    );
    view! {
        <div class="if-other">
            {input(context, amount, wrong(problems, "amount", here))}
            {input(context, occurred, wrong(problems, "occurred", here))}
            {tick("last", "yes", context.t("confirm-last"), page.last)}
        </div>
    }
    .into_any()
}
