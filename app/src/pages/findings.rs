//! The list of findings, narrowed by its address.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::money;
use crate::components::finding::{Level, code_title, list};
use crate::components::paging::paging;
use crate::components::party::programme_text;
use crate::components::take::take;
use crate::components::terms::terms;
use crate::context::{Context, api_findings};
use crate::views::{FindingCode, FindingState, FindingsFilter, FindingsPage, Severity};

pub(crate) fn findings(context: Context, page: &FindingsPage) -> Body {
    let title = context.t("findings-title");
    let shown = list(context, &page.findings, Level::Two);
    let none = page
        .findings
        .is_empty()
        .then(|| view! { <p>{context.t("findings-none-here")}</p> });
    let address = |number| context.findings(&page.filter, number);
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("findings-about")}</p>
        {terms(context, &["finding", "payer", "payee", "ledger-time"])}
        {filter(context, page)}
        {found(context, page)}
        {shown}{none}
        {paging(context, page.paging, address)}
        {take(context, "findings", &parameters(&page.filter), title.clone())}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        // The API narrows by what an index serves; weight and place are this page's own.
        data: (page.filter.severity.is_none() && page.filter.place.is_none())
            .then(|| api_findings(&page.filter, page.paging.page)),
        unlisted: page.filter != FindingsFilter::default() || page.paging.page > 1,
        main: main.into_any(),
    }
}

/// What narrows the list, as its address spells it.
fn parameters(filter: &FindingsFilter) -> Vec<(&'static str, &str)> {
    let given = [
        ("code", filter.code.map(FindingCode::as_str)),
        ("severity", filter.severity.map(Severity::as_str)),
        ("place", filter.place.as_deref()),
        ("programme", filter.programme.as_deref()),
        ("member", filter.member.as_deref()),
        ("state", Some(filter.state.as_str())),
    ];
    let given = given.into_iter();
    given
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

fn found(context: Context, page: &FindingsPage) -> AnyView {
    let sums: Vec<_> = page
        .at_risk
        .iter()
        .map(|(currency, minor)| {
            let text = context.rich(
                "findings-at-risk",
                vec![("amount", money(context, *minor, currency).into())],
            );
            view! { {context.t("sentence-space")}{text} }
        })
        .collect();
    let count = context.with("findings-found", &[("count", page.total.into())]);
    view! { <p class="found" role="status"><strong>{count}</strong>{sums}</p> }.into_any()
}

/// One choice of a filter: value, word, and whether it is chosen.
type Choice = (String, String, bool);

fn filter(context: Context, page: &FindingsPage) -> AnyView {
    let now = &page.filter;
    let mut codes: Vec<Choice> = vec![(
        String::new(),
        context.t("filter-any-code"),
        now.code.is_none(),
    )];
    codes.extend(FindingCode::ALL.into_iter().map(|code| {
        (
            code.as_str().to_owned(),
            code_title(context, code),
            now.code == Some(code),
        )
    }));
    let mut programmes: Vec<Choice> = vec![(
        String::new(),
        context.t("filter-any-programme"),
        now.programme.is_none(),
    )];
    programmes.extend(page.programmes.iter().map(|one| {
        (
            one.id.clone(),
            programme_text(one),
            now.programme.as_ref() == Some(&one.id),
        )
    }));
    let mut severities: Vec<Choice> = vec![(
        String::new(),
        context.t("filter-any-severity"),
        now.severity.is_none(),
    )];
    severities.extend(Severity::ALL.into_iter().map(|severity| {
        (
            severity.as_str().to_owned(),
            context.t(&format!("severity-{}", severity.as_str())),
            now.severity == Some(severity),
        )
    }));
    let states = [
        (FindingState::Open, "filter-open"),
        (FindingState::Closed, "filter-closed"),
        (FindingState::All, "filter-all"),
    ]
    .into_iter()
    .map(|(state, id)| (state.as_str().to_owned(), context.t(id), now.state == state))
    .collect();
    let member = now.member.clone().unwrap_or_default();
    view! {
        <form class="filter" method="get" action=context.findings(&FindingsFilter::default(), 1)>
            {select("code", context.t("filter-code"), codes)}
            {select("severity", context.t("filter-severity"), severities)}
            {places(context, page)}
            {select("programme", context.t("filter-programme"), programmes)}
            {select("state", context.t("filter-state"), states)}
            <div class="field">
                <label for="member">{context.t("filter-member")}</label>
                <input id="member" name="member" type="text" value=member autocapitalize="off" autocomplete="off" spellcheck="false"/>
            </div>
            <div class="submit">
                <button type="submit">{context.t("filter-submit")}</button>
                <a href=context.findings(&FindingsFilter::default(), 1)>{context.t("filter-clear")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// The places, where members have any.
fn places(context: Context, page: &FindingsPage) -> Option<AnyView> {
    if page.places.is_empty() {
        return None;
    }
    let now = page.filter.place.as_deref();
    let mut choices: Vec<Choice> =
        vec![(String::new(), context.t("filter-any-place"), now.is_none())];
    let each = page.places.iter();
    choices.extend(each.map(|place| (place.clone(), place.clone(), now == Some(place.as_str()))));
    Some(select("place", context.t("members-region"), choices))
}

fn select(name: &'static str, label: String, choices: Vec<Choice>) -> AnyView {
    let options: Vec<_> = choices
        .into_iter()
        .map(|(value, word, chosen)| view! { <option value=value selected=chosen>{word}</option> })
        .collect();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
    .into_any()
}
