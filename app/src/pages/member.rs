//! A member: who it is, what came, from whom, what went on, what is held.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{amount, count, money};
use crate::components::paging::paging;
use crate::components::party::{entry, party, party_text, programme};
use crate::components::steps::steps;
use crate::components::summary::{account, summary};
use crate::components::table::{Narrow, figures, table, words};
use crate::components::take::{take, take_briefly};
use crate::components::terms::terms;
use crate::components::{finding, hops, keys, tag};
use crate::context::{Context, api_flows, api_member};
use crate::pages::programme::bucket;
use crate::views::{
    FindingsFilter, FlowRow, Hops, KeyRow, MemberMoney, MemberPage, Minor, Party, TallyRow,
};

pub(crate) fn member(context: Context, page: &MemberPage) -> Body {
    let title = party_text(&page.member);
    let frozen = page.frozen.then(|| tag::frozen(context));
    let filter = FindingsFilter {
        member: Some(page.member.name.clone()),
        ..FindingsFilter::default()
    };
    let mut trail = vec![(context.t("nav-home"), context.home())];
    if let Some(parent) = &page.parent {
        trail.push((party_text(parent), context.member(&parent.name)));
    }
    let main = view! {
        <p class="kicker">{context.t("member-kicker")}</p>
        <h1>{title.clone()}</h1>
        {frozen}
        {about(context, page)}
        {accounts(context, page)}
        {finding::section(context, &page.findings, page.findings_open, &filter)}
        {hops::beside_peers(context, &page.hops)}
        {step_list(context, page)}
        {flows(context, page)}
        {children(context, page)}
        {keys(context, page)}
    };
    Body {
        title,
        trail,
        data: Some(api_member(&page.member.name)),
        unlisted: false,
        main: main.into_any(),
    }
}

fn about(context: Context, page: &MemberPage) -> AnyView {
    let function = context.word_or("function", &page.function).into_any();
    let mut rows = vec![
        (context.t("member-function"), function),
        (context.t("member-tier"), context.tier(page.tier).into_any()),
    ];
    if !page.region.is_empty() {
        let code = (page.region_code != page.region)
            .then(|| view! { " "<code>{page.region_code.clone()}</code> });
        let region = view! { {page.region.clone()}{code} }.into_any();
        rows.push((context.t("member-region"), region));
    }
    if let Some(parent) = &page.parent {
        rows.push((context.t("member-parent"), party(context, parent)));
    }
    rows.push((context.t("member-house"), house(context, page)));
    if let Some(activated) = &page.activated {
        rows.push((context.t("member-since"), entry(context, activated)));
    }
    rows.push((
        context.t("member-name"),
        view! { <code>{page.member.name.clone()}</code> }.into_any(),
    ));
    summary(rows)
}

/// A member of its own house says so; any other house leads to the member that it is named after.
fn house(context: Context, page: &MemberPage) -> AnyView {
    if page.house == page.member.name {
        return context.t("books-house-own").into_any();
    }
    let of = Party {
        name: page.house.clone(),
        title: String::new(),
    };
    party(context, &of)
}

fn accounts(context: Context, page: &MemberPage) -> AnyView {
    let none = page
        .money
        .is_empty()
        .then(|| view! { <p>{context.t("member-no-money")}</p> });
    let each: Vec<_> = page
        .money
        .iter()
        .map(|money| one_account(context, &page.member.name, money))
        .collect();
    view! {
        <section aria-labelledby="money">
            <h2 id="money">{context.t("member-money")}</h2>
            {none}{each}
            {terms(context, &["receipt", "unconfirmed", "missing", "spent", "held"])}
            {take(context, "accounts", &[("member", &page.member.name)], context.t("member-money"))}
        </section>
    }
    .into_any()
}

/// Rows that are nothing for most members are left out when they are nothing.
fn one_account(context: Context, member: &str, of: &MemberMoney) -> AnyView {
    let always = true;
    let rows = [
        ("member-appropriated", of.appropriated, of.appropriated != 0),
        ("member-income", of.income, of.income != 0),
        ("member-sent-to", of.sent_to, always),
        ("member-received", of.received, always),
        ("member-to-confirm", of.to_confirm, always),
        ("member-missing", of.missing, of.missing != 0),
        ("member-contested", of.contested, of.contested != 0),
        ("member-sent-on", of.sent_on, always),
        ("member-spent", of.spent, always),
        ("member-left", of.left, of.left != 0),
    ];
    let rows = rows
        .into_iter()
        .filter(|(.., shown)| *shown)
        .map(|(id, minor, _)| (context.t(id), money(context, minor, &of.currency)))
        .collect();
    let held = (
        context.t("member-held"),
        money(context, of.held, &of.currency),
    );
    view! {
        <h3>{programme(context, &of.programme)}</h3>
        {account(rows, held, false)}
        {months(context, member, of)}
    }
    .into_any()
}

/// What was sent to it in each month, and what became of it.
fn months(context: Context, member: &str, of: &MemberMoney) -> AnyView {
    let parameters = [("programme", of.programme.id.as_str()), ("member", member)];
    let files = take_briefly(context, "months", &parameters);
    if of.months.is_empty() {
        let text = context.t("member-months-apart");
        return (of.sent_to != 0)
            .then(|| view! { <p class="meta">{text}</p>{files} })
            .into_any();
    }
    let heads = [
        "members-sent",
        "tally-received",
        "tally-transit",
        "tally-missing",
    ];
    let mut columns = vec![words(context.t("tally-month"))];
    columns.extend(heads.map(|head| figures(context.t(head))));
    let cells = |row: &TallyRow| {
        let sums = [row.sent, row.received, row.transit, row.missing];
        let mut cells = vec![bucket(context, &row.bucket).into_any()];
        cells.extend(sums.map(|minor| amount(context, minor, &of.currency)));
        cells
    };
    let rows = of.months.iter().map(cells).collect();
    let currency = of.currency.code.as_str().into();
    let caption = context.with("tally-by-month", &[("currency", currency)]);
    let id = format!("months-{}", of.programme.id);
    let earlier = (of.months_left_out > 0).then(|| {
        let count = [("count", of.months_left_out.into())];
        view! { <p class="meta">{context.with("member-months-earlier", &count)}</p> }
    });
    view! { {table(&id, caption, Narrow::Scrolls, columns, rows)}{earlier}{files} }.into_any()
}

fn step_list(context: Context, page: &MemberPage) -> Option<AnyView> {
    if page.steps_page.total == 0 {
        return None;
    }
    let caption = context.with("steps-caption", &[("count", page.steps_page.total.into())]);
    let address = |number| format!("{}?page={number}#steps", context.member(&page.member.name));
    Some(
        view! {
            <section aria-labelledby="steps-title">
                <h2 id="steps-title">{context.t("steps-title")}</h2>
                {steps(context, "steps", caption, &page.member, &page.steps)}
                {paging(context, page.steps_page, address)}
                {take(context, "steps", &[("member", &page.member.name)], context.t("steps-title"))}
            </section>
        }
        .into_any(),
    )
}

fn flows(context: Context, page: &MemberPage) -> Option<AnyView> {
    if page.payers.is_empty() && page.payees.is_empty() {
        return None;
    }
    let name = &page.member.name;
    let payers = flow(context, "payers", "flows-payers", page, &page.payers);
    let payees = flow(context, "payees", "flows-payees", page, &page.payees);
    let more_payers = more(context, &page.payers, page.payers_total);
    let more_payees = more(context, &page.payees, page.payees_total);
    Some(
        view! {
            <section aria-labelledby="flows">
                <h2 id="flows">{context.t("flows-title")}</h2>
                {payers}{more_payers.map(|text| with_data(context, text, api_flows("payee", name)))}
                {payees}{more_payees.map(|text| with_data(context, text, api_flows("payer", name)))}
                {take(context, "flows", &[("member", name)], context.t("flows-title"))}
            </section>
        }
        .into_any(),
    )
}

/// How many rows aren't shown.
fn more(context: Context, rows: &[FlowRow], total: u64) -> Option<String> {
    let shown = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let values = [("shown", shown.into()), ("total", total.into())];
    (total > shown).then(|| context.with("flows-more", &values))
}

fn with_data(context: Context, text: String, address: String) -> AnyView {
    view! { <p class="meta"><span>{text}</span><a href=address>{context.t("flows-data")}</a></p> }
        .into_any()
}

/// A term that most flows don't have gets a column only where one has it. Where all money is of one
/// programme, the account above has said which: then the caption names the currency, and no row does.
fn flow(
    context: Context,
    id: &'static str,
    caption: &str,
    page: &MemberPage,
    rows: &[FlowRow],
) -> Option<AnyView> {
    let first = rows.first()?;
    let several = page.money.len() > 1;
    type Term = fn(&FlowRow) -> Minor;
    let terms: [(&str, bool, Term); 6] = [
        ("flows-sent", true, |row| row.sent),
        ("flows-received", true, |row| row.received),
        ("flows-transit", false, |row| row.transit),
        ("flows-missing", false, |row| row.missing),
        ("flows-contested", false, |row| row.contested),
        ("flows-back", false, |row| row.back),
    ];
    let has = |of: Term| rows.iter().any(|row| of(row) != 0);
    let terms = terms.map(|(head, always, of)| (always || has(of)).then_some((head, of)));
    let terms: Vec<(&str, Term)> = terms.into_iter().flatten().collect();
    let mut columns = vec![words(context.t("flows-party"))];
    columns.extend(several.then(|| words(context.t("flows-programme"))));
    columns.extend(terms.iter().map(|(head, _)| figures(context.t(head))));
    columns.extend(["flows-steps", "hops-average"].map(|head| figures(context.t(head))));
    let cells = |row: &FlowRow| {
        let figure = |minor| match several {
            true => in_unit(context, minor, row),
            false => amount(context, minor, &row.currency),
        };
        let mut cells = vec![party(context, &row.party)];
        cells.extend(several.then(|| programme(context, &row.programme)));
        cells.extend(terms.iter().map(|(_, of)| figure(of(row))));
        cells.push(count(context, row.steps));
        cells.push(hops::average(context, &days(row)));
        cells
    };
    let mut caption = context.t(caption);
    if !several {
        let values = [
            ("what", caption.into()),
            ("currency", first.currency.code.as_str().into()),
        ];
        caption = context.with("flows-caption", &values);
    }
    let rows = rows.iter().map(cells).collect();
    Some(table(id, caption, Narrow::Stacks, columns, rows))
}

fn in_unit(context: Context, minor: Minor, row: &FlowRow) -> AnyView {
    let code = row.currency.code.clone();
    view! { {amount(context, minor, &row.currency)}" "<span class="unit">{code}</span> }.into_any()
}

fn days(row: &FlowRow) -> Hops {
    Hops {
        confirmed: row.confirmed,
        days: row.days,
        ..Hops::default()
    }
}

fn children(context: Context, page: &MemberPage) -> Option<AnyView> {
    if page.children.is_empty() {
        return None;
    }
    let links: Vec<_> = page
        .children
        .iter()
        .map(|child| view! { <li>{party(context, child)}</li> })
        .collect();
    let shown = u64::try_from(page.children.len()).unwrap_or(u64::MAX);
    let more = (page.children_total > shown).then(|| {
        let values = [
            ("shown", shown.into()),
            ("total", page.children_total.into()),
        ];
        view! { <p class="meta">{context.with("children-more", &values)}</p> }
    });
    Some(
        view! {
            <section aria-labelledby="children">
                <h2 id="children">{context.t("children-title")}</h2>
                <ul class="columns">{links}</ul>
                {more}
                {take(context, "children", &[("member", &page.member.name)], context.t("children-title"))}
            </section>
        }
        .into_any(),
    )
}

fn keys(context: Context, page: &MemberPage) -> Option<AnyView> {
    if page.keys.is_empty() {
        return None;
    }
    let columns = vec![
        words(context.t("keys-person")),
        words(context.t("keys-key")),
        words(context.t("keys-roles")),
        words(context.t("keys-valid")),
    ];
    let rows = page
        .keys
        .iter()
        .map(|key| key_cells(context, key))
        .collect();
    Some(
        view! {
            <details>
                <summary>{context.t("keys-title")}</summary>
                <p>{context.t("keys-about")}</p>
                {table("keys", context.t("keys-caption"), Narrow::Stacks, columns, rows)}
            </details>
        }
        .into_any(),
    )
}

fn key_cells(context: Context, key: &KeyRow) -> Vec<AnyView> {
    let compromised = key.compromised.then(|| tag::compromised(context));
    vec![
        keys::holder(context, key),
        view! { <code>{key.key_id.clone()}</code> }.into_any(),
        keys::roles(context, &key.roles).into_any(),
        view! { {keys::valid(context, key)}" "{compromised} }.into_any(),
    ]
}
