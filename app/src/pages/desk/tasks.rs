//! What waits to be confirmed, the earliest due first, and what was confirmed last.

use leptos::prelude::*;

use super::body;
use crate::components::document::Body;
use crate::components::figure::{day, day_short, money};
use crate::components::outbox::outbox;
use crate::components::paging::paging_of;
use crate::components::party::{party_text, programme_text};
use crate::components::tag;
use crate::context::Context;
use crate::views::{StepRow, TasksPage};

pub(crate) fn tasks(context: Context, page: &TasksPage) -> Body {
    let title = context.t("tasks-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        {put_off(context, page)}
        {(page.may_confirm || page.may_sign).then(|| outbox(context, &page.who, None))}
        {hindrance(context, page)}
        {others(context, page)}
        {waiting(context, page)}
        {confirmed(context, page)}
    };
    body(title, Vec::new(), main)
}

fn put_off(context: Context, page: &TasksPage) -> Option<AnyView> {
    page.put_off.as_ref()?;
    Some(view! { <p class="done" role="status">{context.t("tasks-put-off")}</p> }.into_any())
}

/// What waits for this person beside money, a line each.
fn others(context: Context, page: &TasksPage) -> Option<AnyView> {
    let signs = |count: u64| if page.may_sign { count } else { 0 };
    let ways = [
        (signs(page.drafts), "tasks-drafts", "drafts"),
        (signs(page.asked), "tasks-asked", "drafts"),
        (signs(page.questions), "tasks-questions", "questions"),
        (page.votes, "tasks-votes", "members"),
        (signs(page.findings), "tasks-findings", "findings"),
        (page.years, "tasks-years", "year-end"),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, word, to)| {
            let words = context.with(word, &[("count", count.into())]);
            view! { <li><a href=context.desk(to)>{words}</a></li> }
        })
        .collect();
    (!ways.is_empty()).then(|| view! { <ul class="tasks">{ways}</ul> }.into_any())
}

/// Why nothing can be confirmed here, where it can't.
fn hindrance(context: Context, page: &TasksPage) -> Option<AnyView> {
    let id = if !page.may_confirm {
        "tasks-look-only"
    } else if !page.has_held_key {
        "tasks-no-key"
    } else {
        return None;
    };
    Some(view! { <p class="inset">{context.t(id)}</p> }.into_any())
}

fn waiting(context: Context, page: &TasksPage) -> AnyView {
    if page.waiting.is_empty() {
        let id = if others(context, page).is_some() {
            "tasks-none-money"
        } else {
            "tasks-none"
        };
        return view! { <p class="lead">{context.t(id)}</p> }.into_any();
    }
    let total = page.paging.total;
    let can = page.may_confirm && page.has_held_key;
    let late = page.late_days.iter().copied().map(Some);
    let rows: Vec<_> = page
        .waiting
        .iter()
        .zip(late.chain(std::iter::repeat(None)))
        .map(|(step, late)| row(context, step, late, can))
        .collect();
    let label = context.t("paging-label");
    view! {
        <p class="lead">{context.with("tasks-count", &[("count", total.into())])}</p>
        <ul class="tasks">{rows}</ul>
        {paging_of(context, label, page.paging, |at| context.desk_list("", at))}
    }
    .into_any()
}

/// A step that waits: the amount and its sender lead on, the whole line can be pressed.
fn row(context: Context, step: &StepRow, late_days: Option<i64>, can: bool) -> AnyView {
    let amount = money(context, step.open, &step.currency);
    let from = party_text(&step.from);
    let what = context.rich(
        "tasks-row",
        vec![("amount", amount.into()), ("from", from.into())],
    );
    let href = if can {
        context.desk(&format!("confirm/{}", step.identity))
    } else {
        context.entry(&step.identity)
    };
    let sent = context.rich(
        "tasks-sent",
        vec![("day", day_short(context, step.occurred).into())],
    );
    view! {
        <li>
            <div>
                <a href=href>{what}</a>
                <p class="meta"><span>{sent}</span><span>{programme_text(&step.programme)}</span></p>
            </div>
            {due(context, step, late_days)}
        </li>
    }
    .into_any()
}

fn due(context: Context, step: &StepRow, late_days: Option<i64>) -> Option<AnyView> {
    let due = step.due?;
    let days = late_days.and_then(|days| u64::try_from(days).ok());
    Some(match days {
        Some(days) if days > 0 => tag::late(context, days),
        Some(_) => tag::due_today(context),
        None => {
            let text = context.rich("tasks-due", vec![("day", day(context, due).into())]);
            view! { <p class="meta">{text}</p> }.into_any()
        }
    })
}

fn confirmed(context: Context, page: &TasksPage) -> Option<AnyView> {
    if page.confirmed.is_empty() {
        return None;
    }
    let rows: Vec<_> = page
        .confirmed
        .iter()
        .map(|step| confirmed_row(context, step))
        .collect();
    Some(
        view! {
            <section aria-labelledby="confirmed">
                <h2 id="confirmed">{context.t("tasks-confirmed")}</h2>
                <ul class="tasks">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn confirmed_row(context: Context, step: &StepRow) -> AnyView {
    let pieces = vec![
        ("amount", money(context, step.sent, &step.currency).into()),
        ("from", party_text(&step.from).into()),
    ];
    let day = ("day", day_short(context, step.occurred).into());
    view! {
        <li>
            <div>
                <a href=context.entry(&step.identity)>{context.rich("tasks-row", pieces)}</a>
                <p class="meta"><span>{context.rich("tasks-sent", vec![day])}</span></p>
            </div>
            {tag::step_state(context, step.state)}
        </li>
    }
    .into_any()
}
