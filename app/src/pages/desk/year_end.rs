//! Year end: what is left of a programme, where it came from, and what becomes of it: carried over into
//! another programme, surrendered, sent back, or left as it is. Checked before a second person has it.

use leptos::prelude::*;

use super::draft::list;
use super::draft::shown::{answers, remains, text};
use super::draft::signing::Asked;
use super::{body, to_drafts};
use crate::components::document::Body;
use crate::components::figure::{money, money_text};
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::paging::paging;
use crate::components::party::{party_text, programme_text};
use crate::components::summary::account;
use crate::context::Context;
use crate::format;
use crate::views::{
    Frame, HeldPlace, LeaveWay, Minor, YearEndCheckPage, YearEndPage, YearEndsPage, YearRow,
};

/// The form that goes back to the answers.
const CHANGE: &str = "change";

pub(crate) fn years(context: Context, page: &YearEndsPage) -> Body {
    let title = context.t("year-ends-title");
    let rows: Vec<_> = page.years.iter().map(|year| row(context, year)).collect();
    let list = if rows.is_empty() {
        view! { <p>{context.t("draft-nothing-held")}</p> }.into_any()
    } else {
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("year-ends-lead")}</p>
        {list}
    };
    body(title, to_drafts(context), main)
}

fn row(context: Context, year: &YearRow) -> AnyView {
    let values = [
        (
            "amount",
            money_text(context, year.held, &year.currency).into(),
        ),
        ("programme", programme_text(&year.programme).into()),
    ];
    let drafted = (year.drafted != 0).then(|| {
        let amount = money_text(context, year.drafted, &year.currency);
        let words = context.with("year-end-in-drafts", &[("amount", amount.into())]);
        view! { <span>{words}</span> }
    });
    view! {
        <li>
            <div>
                <a href=context.desk(&address(year))>{context.with("year-ends-row", &values)}</a>
                <p class="meta"><span>{state(context, year)}</span>{drafted}</p>
            </div>
        </li>
    }
    .into_any()
}

fn address(year: &YearRow) -> String {
    format!("year-end/{}", year.programme.id)
}

/// How far the programme's year is.
fn state(context: Context, year: &YearRow) -> String {
    let word = match (year.over, year.closed) {
        (true, _) => "year-end-over",
        (false, true) => "year-end-closed",
        (false, false) => "year-end-runs",
    };
    let day = format::day(context.language, year.ends);
    context.with(word, &[("day", day.into())])
}

pub(crate) fn form(context: Context, page: &YearEndPage) -> Body {
    let year = &page.year;
    let details: Vec<_> = page
        .most
        .map(|most| ("sum-most", money_text(context, most, &year.currency)))
        .into_iter()
        .collect();
    let problems = Problems::new(context, &page.errors, 0).with_details(&details);
    let named = programme_text(&year.programme);
    let title = context.with("year-end-title", &[("programme", named.into())]);
    let form = if page.places.is_empty() {
        view! { <p class="inset">{context.t("year-end-nothing")}</p> }.into_any()
    } else {
        questions(context, page, &problems)
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{state(context, year)}</p>
        {statement(context, page)}
        {drafted(context, page)}
        {form}
    };
    body(problems.title(title), to_years(context), main)
}

/// The way back to the other programmes.
fn to_years(context: Context) -> Vec<(String, String)> {
    let mut trail = to_drafts(context);
    trail.push((context.t("year-ends-title"), context.desk("year-end")));
    trail
}

/// What is held, what drafts say of it, and what is left to decide.
fn statement(context: Context, page: &YearEndPage) -> AnyView {
    let money = |minor: Minor| money(context, minor, &page.year.currency);
    let mut rows = vec![(context.t("draft-held"), money(page.year.held))];
    let parts = [
        ("year-end-carrying", page.carrying),
        ("year-end-surrendering", page.surrendering),
        ("draft-drafted", page.otherwise()),
    ];
    for (word, part) in parts.into_iter().filter(|(_, part)| *part != 0) {
        rows.push((context.t(word), money(-part)));
    }
    let undecided = (context.t("year-end-undecided"), money(page.undecided()));
    account(rows, undecided, true)
}

/// What was said already and waits for its second person.
fn drafted(context: Context, page: &YearEndPage) -> Option<AnyView> {
    let rows: Vec<_> = page
        .drafts
        .iter()
        .map(|draft| list::row(context, draft))
        .collect();
    let section = view! {
        <section aria-labelledby="drafted">
            <h2 id="drafted">{context.t("year-end-drafted")}</h2>
            <ul class="tasks">{rows}</ul>
        </section>
    };
    (!page.drafts.is_empty()).then(|| section.into_any())
}

fn questions(context: Context, page: &YearEndPage, problems: &Problems<'_>) -> AnyView {
    let places = page.places.iter().map(|place| held(context, page, place));
    let places = choices(
        context,
        ("source", "source"),
        Choose::Any,
        context.t("year-end-which"),
        places.collect(),
        problems.of("source"),
    );
    let open: Vec<_> = page
        .ways
        .iter()
        .filter(|way| way.refusal.is_none() && way.most > 0)
        .collect();
    let only = open.len() == 1;
    let ways = open
        .into_iter()
        .map(|way| self::way(context, page, way, only));
    let ways = choices(
        context,
        ("what", "what"),
        Choose::One,
        context.t("year-end-what"),
        ways.collect(),
        problems.of("what"),
    );
    let amount = Input::new("amount", Kind::Amount, context.t("draft-amount"))
        .hint(context.t("year-end-amount-hint"))
        .value(&page.amount);
    let occurred = Input::new("occurred", Kind::Day, context.t("year-end-occurred"))
        .hint(context.t("year-end-occurred-hint"))
        .value(&page.occurred);
    let reason = Input::new("reason", Kind::Prose, context.t("confirm-reason"))
        .hint(context.t("draft-purpose-hint"))
        .value(&page.reason);
    let to = address(&page.year);
    let list = to.clone();
    view! {
        <form method="post" action=context.desk(&to) novalidate>
            {hidden("once", &page.once)}
            {hidden("page", &page.paging.page.to_string())}
            {places}
            {ways}
            {refused(context, page)}
            {input(context, amount, problems.of("amount"))}
            {input(context, occurred, problems.of("occurred"))}
            {input(context, reason, problems.of("reason"))}
            <button>{context.t("confirm-continue")}</button>
            <p class="hint">{context.t("year-end-next")}</p>
        </form>
        {paging(context, page.paging, |at| context.desk_list(&list, at))}
    }
    .into_any()
}

/// Money in one place, where it came from, and the ways to that.
fn held(context: Context, page: &YearEndPage, place: &HeldPlace) -> Choice {
    let money = |minor: Minor| money_text(context, minor, &page.year.currency);
    let label = if place.free == place.held {
        money(place.held)
    } else {
        let values = [
            ("free", money(place.free).into()),
            ("held", money(place.held).into()),
        ];
        context.with("year-end-part", &values)
    };
    let word = match place.kind {
        "appropriation" => "year-end-from-appropriation",
        "carry-over" => "year-end-from-carry-over",
        _ => "year-end-from",
    };
    let day = format::day(context.language, place.occurred);
    let from = party_text(&place.from);
    let came = context.with(word, &[("from", from.into()), ("day", day.into())]);
    let ticked = page.ticked.contains(&place.citation);
    Choice {
        hint: Some(came),
        then: Some(beside(context, place)),
        ..Choice::new(place.citation.clone(), label, ticked)
    }
}

/// What else is to be known of a place, and where it is sent back to whoever sent it.
fn beside(context: Context, place: &HeldPlace) -> AnyView {
    let from = ("from", party_text(&place.from).into());
    let entry = context.entry(&place.identity);
    let back = (place.kind == "transfer").then(|| {
        let href = context.desk(&format!("after/{}", place.identity));
        view! { <span><a href=href>{context.with("year-end-send-back", &[from])}</a></span> }
    });
    let carried = place
        .carried
        .then(|| view! { <p class="hint">{context.t("year-end-carried")}</p> });
    view! {
        <div>
            {carried}
            <p class="meta"><span><a href=entry>{context.t("confirm-see-entry")}</a></span>{back}</p>
        </div>
    }
    .into_any()
}

/// What it is called that becomes of the money.
fn called(context: Context, way: &LeaveWay) -> String {
    match &way.into {
        Some(into) => {
            let into = programme_text(into);
            context.with("year-end-carry", &[("programme", into.into())])
        }
        None => context.t("year-end-surrender"),
    }
}

fn way(context: Context, page: &YearEndPage, way: &LeaveWay, only: bool) -> Choice {
    let most = money_text(context, way.most, &page.year.currency);
    let word = if way.into.is_some() {
        "year-end-carry-hint"
    } else {
        "year-end-surrender-hint"
    };
    let hint = context.with(word, &[("amount", most.into())]);
    let checked = only || page.what == way.value;
    Choice {
        hint: Some(hint),
        ..Choice::new(way.value.clone(), called(context, way), checked)
    }
}

/// What the rules don't take now, and why: said before anybody writes it.
fn refused(context: Context, page: &YearEndPage) -> Option<AnyView> {
    let mut said: Vec<String> = Vec::new();
    let carries = page.ways.iter().filter(|way| way.into.is_some());
    if carries.count() == 0 {
        said.push(context.t("year-end-no-next"));
    }
    for way in &page.ways {
        let Some(code) = way.refusal else { continue };
        let what = called(context, way);
        let why = context.word_or("refusal", code);
        said.push(context.with(
            "year-end-refusal",
            &[("what", what.into()), ("why", why.into())],
        ));
    }
    let rows: Vec<_> = said
        .into_iter()
        .map(|words| view! { <p class="inset">{words}</p> })
        .collect();
    (!rows.is_empty()).then(|| rows.into_any())
}

pub(crate) fn check(context: Context, frame: &Frame, page: &YearEndCheckPage) -> Body {
    let title = context.t("draft-check-title");
    let form = &page.form;
    let to = address(&form.year);
    let problems = Problems::new(context, &form.errors, 0);
    let asked = Asked {
        context,
        frame,
        of: &page.allocation,
        signing: &page.signing,
        member: &form.who.member,
        action: &format!("{to}/save"),
    };
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {answers(context, &page.allocation, |_, _| None)}
        {remains(context, &page.allocation)}
        {asked.saving(|| carried(form), &problems)}
        <form id=CHANGE method="post" action=context.desk(&to)>
            {carried(form)}
            {hidden("back", "yes")}
            <button class="quiet">{context.t("after-otherwise")}</button>
        </form>
        {text(context, &page.allocation)}
    };
    body(problems.title(title), to_years(context), main)
}

/// What was answered, as it goes along with the next form.
fn carried(form: &YearEndPage) -> Vec<AnyView> {
    let page = form.paging.page.to_string();
    let fields = [
        ("once", &form.once),
        ("page", &page),
        ("what", &form.what),
        ("amount", &form.amount),
        ("occurred", &form.occurred),
        ("reason", &form.reason),
    ];
    let fields = fields
        .into_iter()
        .map(|(name, value)| hidden(name, value))
        .collect::<Vec<_>>();
    let ticked = form.ticked.iter().map(|place| hidden("source", place));
    fields.into_iter().chain(ticked).collect()
}
