//! Pages for what can't be shown: not found, not possible, went wrong.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::search::search_form;
use crate::context::Context;
use crate::views::{FailurePage, FindingsFilter, ProblemPage, Unavailable};

fn body(title: String, said: AnyView) -> Body {
    let main = view! { <h1>{title.clone()}</h1>{said} }.into_any();
    Body {
        title,
        trail: Vec::new(),
        data: None,
        unlisted: true,
        main,
    }
}

/// Where to go from here.
fn ways_on(context: Context) -> AnyView {
    let findings = context.findings(&FindingsFilter::default(), 1);
    view! {
        <ul>
            <li><a href=context.home()>{context.t("problem-home")}</a></li>
            <li><a href=findings>{context.t("problem-findings")}</a></li>
        </ul>
    }
    .into_any()
}

pub(crate) fn not_found(context: Context) -> Body {
    let said = view! {
        <p class="lead">{context.t("not-found-lead")}</p>
        <p>{context.t("not-found-check")}</p>
        {search_form(context, "")}
        {ways_on(context)}
    };
    body(context.t("not-found-title"), said.into_any())
}

pub(crate) fn gone(context: Context) -> Body {
    let said = view! {
        <p class="lead">{context.t("gone-lead")}</p>
        <p>{context.t("gone-check")}</p>
        {ways_on(context)}
    };
    body(context.t("gone-title"), said.into_any())
}

/// A refusal in the catalogue's words, where it has them; what else is known beneath.
pub(crate) fn problem(context: Context, page: &ProblemPage) -> Body {
    let why = (page.status == 503).then(|| page.unavailable.unwrap_or_default());
    let too_many = page.status == 429;
    let title = context.t(match why {
        None if too_many => "too-many-title",
        Some(Unavailable::Overloaded) => "busy-title",
        Some(Unavailable::ReadOnly) => "read-only-title",
        Some(Unavailable::Stopping) => "stopping-title",
        None => "problem-title",
    });
    let retry = page.retry_after_seconds.map(|seconds| {
        let text = context.with("busy-retry", &[("seconds", u64::from(seconds).into())]);
        view! { <p>{text}</p> }
    });
    let lead = match &page.code {
        Some(code) => context.word_or("refusal", code),
        None => context.t(match why {
            None if too_many => "too-many-lead",
            Some(Unavailable::Overloaded) => "busy-lead",
            Some(Unavailable::ReadOnly) => "read-only-lead",
            Some(Unavailable::Stopping) => "stopping-lead",
            None => "problem-lead",
        }),
    };
    let status = why.map(|_| {
        view! { <p><a href=context.about("status")>{context.t("status-title")}</a></p> }
    });
    let detail =
        (!page.detail.is_empty()).then(|| view! { <p class="inset">{page.detail.clone()}</p> });
    let field = page.field.as_ref().map(|field| {
        let name = view! { <code>{field.name.clone()}</code> }.into_any();
        let wanted = context.t(&format!("wanted-{}", field.wanted.word()));
        let pieces = vec![("field", name.into()), ("wanted", wanted.into())];
        view! { <p class="inset">{context.rich("problem-field", pieces)}</p> }
    });
    let code = page.code.as_ref().map(|code| {
        view! { <p class="meta">{context.t("problem-code")}" "<code>{code.clone()}</code></p> }
    });
    let said = view! {
        <p class="lead">{lead}</p>
        {detail}{field}{retry}
        <p>{context.t("problem-unchanged")}</p>
        {code}{status}
        {ways_on(context)}
    };
    body(title, said.into_any())
}

pub(crate) fn failure(context: Context, page: &FailurePage) -> Body {
    let request = (!page.request_id.is_empty()).then(|| {
        view! { <p class="meta">{context.t("failure-request")}" "<code>{page.request_id.clone()}</code></p> }
    });
    let said = view! {
        <p class="lead">{context.t("failure-lead")}</p>
        <p>{context.t("failure-safe")}</p>
        {request}
        {ways_on(context)}
    };
    body(context.t("failure-title"), said.into_any())
}
