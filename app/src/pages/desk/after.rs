//! What is to become of a step? One question, with what it means and how much at most, and the answers
//! checked before a second person has them.

use leptos::prelude::*;

use super::draft::shown::{answers, text};
use super::draft::signing::Asked;
use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::figure::{day, money_text};
use crate::components::finding;
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::paging::paging;
use crate::components::party::party;
use crate::components::summary::summary;
use crate::components::tag;
use crate::context::Context;
use crate::format;
use crate::views::{AfterCheckPage, AfterPage, AfterWay, AnswersPage, Frame};

pub(crate) fn form(context: Context, page: &AfterPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t("after-title");
    let form = if page.ways.is_empty() {
        view! { <p class="inset">{context.t("after-none")}</p> }.into_any()
    } else {
        questions(context, page, &problems)
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {step(context, page)}
        {form}
    };
    body(problems.title(title), to_tasks(context), main)
}

/// The step as both sides have it.
fn step(context: Context, page: &AfterPage) -> AnyView {
    let step = &page.step;
    let sum = |minor| money_text(context, minor, &step.currency).into_any();
    let rows = vec![
        (context.t("confirm-from"), party(context, &step.from)),
        (context.t("draft-payee"), party(context, &step.to)),
        (context.t("confirm-sent"), sum(step.sent)),
        (context.t("after-received"), sum(step.received)),
        (context.t("after-open"), sum(step.open)),
        (context.t("confirm-day"), day(context, step.occurred)),
        (
            context.t("confirmed-state"),
            tag::step_state(context, step.state),
        ),
    ];
    let href = context.entry(&step.identity);
    view! {
        {summary(rows)}
        <p><a href=href>{context.t("confirm-see-entry")}</a></p>
    }
    .into_any()
}

fn questions(context: Context, page: &AfterPage, problems: &Problems<'_>) -> AnyView {
    let ways = page.ways.iter().map(|way| choice(context, page, way));
    let ways = choices(
        context,
        ("what", "what"),
        Choose::One,
        context.t("after-question"),
        ways.collect(),
        problems.of("what"),
    );
    let amount = Input::new("amount", Kind::Amount, context.t("draft-amount"))
        .hint(context.t("after-amount-hint"))
        .value(&page.amount);
    let occurred = Input::new("occurred", Kind::Day, context.t("after-occurred"))
        .hint(context.t("draft-occurred-hint"))
        .value(&page.occurred);
    let reason = Input::new("reason", Kind::Prose, context.t("confirm-reason"))
        .hint(context.t("confirm-reason-hint"))
        .value(&page.reason);
    let action = context.desk(&format!("after/{}", page.step.identity));
    view! {
        <form method="post" action=action novalidate>
            {hidden("once", &page.once)}
            {ways}
            {input(context, amount, problems.of("amount"))}
            {input(context, occurred, problems.of("occurred"))}
            {input(context, reason, problems.of("reason"))}
            <button>{context.t("confirm-continue")}</button>
            <p class="hint">{context.t("draft-next")}</p>
        </form>
    }
    .into_any()
}

/// One thing that may become of it, what it means, and how much at most.
fn choice(context: Context, page: &AfterPage, way: &AfterWay) -> Choice {
    let most = money_text(context, way.most, &page.step.currency);
    let hint = match way.waits_until {
        Some(until) => context.with(
            "after-unheard",
            &[("day", format::day(context.language, until).into())],
        ),
        None => context.with(
            &format!("after-{}-hint", way.what),
            &[("amount", most.into())],
        ),
    };
    let only = page.ways.len() == 1;
    let label = context.t(&format!("after-{}", way.what));
    Choice {
        hint: Some(hint),
        ..Choice::new(way.what.to_owned(), label, only || page.what == way.what)
    }
}

pub(crate) fn check(context: Context, frame: &Frame, page: &AfterCheckPage) -> Body {
    let title = context.t("draft-check-title");
    let form = &page.form;
    let to = format!("after/{}", form.step.identity);
    let problems = Problems::new(context, &form.errors, 0);
    let asked = Asked {
        context,
        frame,
        of: &page.allocation,
        signing: &page.signing,
        member: &form.who.member,
        action: &format!("{to}/save"),
    };
    let carried = || {
        let fields = [
            ("once", &form.once),
            ("what", &form.what),
            ("amount", &form.amount),
            ("occurred", &form.occurred),
            ("reason", &form.reason),
        ];
        fields
            .into_iter()
            .map(|(name, value)| hidden(name, value))
            .collect()
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {answers(context, &page.allocation, |_, _| None)}
        {asked.saving(carried, &problems)}
        <p><a href=context.desk(&to)>{context.t("after-otherwise")}</a></p>
        {text(context, &page.allocation)}
    };
    body(problems.title(title), to_tasks(context), main)
}

/// What the two sides don't say alike, each with the way to what may become of it.
pub(crate) fn findings(context: Context, page: &AnswersPage) -> Body {
    let title = context.t("answers-title");
    let rows: Vec<_> = page
        .findings
        .iter()
        .map(|found| {
            let way = found.entries.first().map(|entry| {
                let href = context.desk(&format!("after/{}", entry.identity));
                view! { <p><a href=href>{context.t("answers-way")}<span class="hidden">" "{entry.reference.clone()}</span></a></p> }
            });
            view! {
                <li>
                    <div>
                        <a href=context.finding(&found.id)>{finding::code_title(context, found.code)}</a>
                        <p>{finding::says(context, found)}</p>
                        {way}
                    </div>
                    {tag::severity(context, found.severity)}
                </li>
            }
        })
        .collect();
    let list = if rows.is_empty() {
        view! { <p>{context.t("answers-none")}</p> }.into_any()
    } else {
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("answers-lead")}</p>
        {list}
        {paging(context, page.paging, |at| context.desk_list("findings", at))}
    };
    body(title, to_tasks(context), main)
}
