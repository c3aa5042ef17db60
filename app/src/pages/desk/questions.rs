//! Questions about transfers: the lists, and what was asked and answered about one.

use leptos::prelude::*;

use super::{body, to_tasks};
use crate::components::document::Body;
use crate::components::figure::{day, day_at, moment, money};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::{party, party_text};
use crate::components::prose::section;
use crate::context::Context;
use crate::views::{Party, QuestionRow, QuestionsPage, Seconds, StepQuestionsPage};

pub(crate) fn list(context: Context, page: &QuestionsPage) -> Body {
    let title = context.t("questions-title");
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("questions-lead")}</p>
        {section("waiting", context.t("questions-waiting"), rows(context, &page.waiting, "questions-waiting-none"))}
        {section("own", context.t("questions-own"), rows(context, &page.own, "questions-own-none"))}
    };
    body(title, to_tasks(context), main)
}

fn rows(context: Context, all: &[QuestionRow], none: &str) -> AnyView {
    if all.is_empty() {
        return view! { <p>{context.t(none)}</p> }.into_any();
    }
    let rows: Vec<_> = all.iter().map(|one| row(context, one)).collect();
    view! { <ul class="tasks">{rows}</ul> }.into_any()
}

fn row(context: Context, of: &QuestionRow) -> AnyView {
    let between = [
        ("from", party_text(&of.payer).into()),
        ("to", party_text(&of.payee).into()),
    ];
    let state = if of.answer.is_some() {
        "questions-answered"
    } else {
        "questions-open"
    };
    let href = context.desk(&format!("questions/{}", of.step));
    view! {
        <li>
            <div>
                <a href=href>{of.text.clone()}</a>
                <p class="meta">
                    <span>{context.with("questions-between", &between)}</span>
                    <span>{day_at(context, of.asked)}</span>
                    <span>{context.t(state)}</span>
                </p>
            </div>
        </li>
    }
    .into_any()
}

pub(crate) fn of_step(context: Context, page: &StepQuestionsPage) -> Body {
    let problems = Problems::new(context, &page.errors, page.chars_max);
    let title = context.t("questions-of-step");
    let step = &page.step;
    let about = context.rich(
        "confirm-lead",
        vec![
            ("from", party(context, &step.from).into()),
            ("amount", money(context, step.sent, &step.currency).into()),
            ("day", day(context, step.occurred).into()),
        ],
    );
    // Answers are given in the order of the questions.
    let open = page.asked.iter().find(|one| one.answer.is_none());
    let asked = if page.asked.is_empty() {
        view! { <p>{context.t("questions-none")}</p> }.into_any()
    } else {
        let all: Vec<_> = page.asked.iter().map(|one| asked(context, one)).collect();
        view! { <ul class="cards">{all}</ul> }.into_any()
    };
    let reply = open
        .filter(|_| page.may_answer)
        .map(|open| answer(context, page, open, &problems));
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{about}</p>
        {asked}
        {reply}
        {page.may_ask.then(|| ask(context, page, &problems))}
        <p class="hint">{context.t("questions-record")}</p>
        <p><a href=context.entry(&step.identity)>{context.t("confirm-see-entry")}</a></p>
    };
    let trail = vec![(context.t("questions-title"), context.desk("questions"))];
    body(problems.title(title), trail, main)
}

/// One question, and its answer below it.
fn asked(context: Context, of: &QuestionRow) -> AnyView {
    let answer = of.answer.as_ref().zip(of.answered).map(|(text, at)| {
        view! {
            <p><strong>{context.t("questions-answer")}</strong>" "{text.clone()}</p>
            <p class="meta">{by(context, &of.payer, &of.answerer, at)}</p>
        }
    });
    let open = of.answer.is_none().then(|| {
        view! { <p class="meta"><span>{context.t("questions-open")}</span></p> }
    });
    view! {
        <li>
            <p><strong>{context.t("questions-question")}</strong>" "{of.text.clone()}</p>
            <p class="meta">{by(context, &of.payee, &of.asker, of.asked)}</p>
            {answer}{open}
        </li>
    }
    .into_any()
}

/// Who said it and when; the account where the reader may know it.
fn by(context: Context, member: &Party, account: &str, at: Seconds) -> AnyView {
    let account = (!account.is_empty()).then(|| view! { <span>{account.to_owned()}</span> });
    view! { <span>{party_text(member)}</span>{account}<span>{moment(context, at)}</span> }
        .into_any()
}

fn ask(context: Context, page: &StepQuestionsPage, problems: &Problems<'_>) -> AnyView {
    let title = context.with(
        "questions-ask",
        &[("member", party_text(&page.step.from).into())],
    );
    let field = ("question", "questions-question-label");
    let said = say(context, page, field, problems);
    let form = view! {
        <form method="post" action=action(context, page) novalidate>
            {hidden("once", &page.once)}
            {said}
            <button>{context.t("questions-send")}</button>
        </form>
    };
    section("ask", title, form.into_any())
}

fn answer(
    context: Context,
    page: &StepQuestionsPage,
    of: &QuestionRow,
    problems: &Problems<'_>,
) -> AnyView {
    let field = ("answer", "questions-answer-label");
    let said = say(context, page, field, problems);
    let form = view! {
        <p>{of.text.clone()}</p>
        <form method="post" action=action(context, page) novalidate>
            {hidden("id", &of.id)}
            {said}
            <button>{context.t("questions-answer-send")}</button>
        </form>
    };
    section("reply", context.t("questions-reply"), form.into_any())
}

/// The field for a question or an answer, with how long it may be and who reads it.
fn say(
    context: Context,
    page: &StepQuestionsPage,
    (name, label): (&'static str, &str),
    problems: &Problems<'_>,
) -> AnyView {
    let count = [("count", page.chars_max.into())];
    let field = Input::new(name, Kind::Prose, context.t(label))
        .hint(context.with("questions-hint", &count))
        .value(&page.typed);
    input(context, field, problems.of(name))
}

fn action(context: Context, page: &StepQuestionsPage) -> String {
    context.desk(&format!("questions/{}", page.step.identity))
}
