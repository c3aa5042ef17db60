//! A sheet that people sign with keys of their own: its texts are taken away, signed where the keys are,
//! and come back.

use leptos::prelude::*;

use super::one::{code, hindrance};
use crate::components::figure::{moment, money_text};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::context::Context;
use crate::views::{DraftSignature, DraftStand, ReturnedFault, SheetApart, SheetPage};

/// What the file is called that a signer makes of the one with the texts.
const SIGNED_FILE: &str = "signed.jsonl";

/// Who signed, and what whoever looks does next.
pub(super) fn apart(
    context: Context,
    page: &SheetPage,
    problems: &Problems<'_>,
) -> Option<AnyView> {
    let apart = page.apart.as_ref()?;
    if !matches!(page.stand, DraftStand::Waiting | DraftStand::Signing) {
        return None;
    }
    let is_open = page.stand == DraftStand::Waiting;
    let next = is_open.then(|| next(context, page, apart, problems));
    Some(
        view! {
            {signatures(context, apart)}
            {page.some_stand.then(|| view! { <p class="inset">{context.t("sheet-some-stand")}</p> })}
            {next}
        }
        .into_any(),
    )
}

/// Who signed all rows, and how many are missing.
fn signatures(context: Context, apart: &SheetApart) -> AnyView {
    let signed = apart.signed.len() as u64;
    let title = context.with(
        "draft-signatures",
        &[
            ("count", signed.into()),
            ("wanted", u64::from(apart.wanted).into()),
        ],
    );
    let listed: Vec<_> = apart
        .signed
        .iter()
        .map(|one| view! { <li>{signature(context, one)}</li> })
        .collect();
    let missing = u64::from(apart.wanted).saturating_sub(signed);
    let missing = (missing > 0).then(|| {
        let words = context.with("draft-signatures-missing", &[("count", missing.into())]);
        view! { <p>{words}</p> }
    });
    view! {
        <section aria-labelledby="signatures">
            <h2 id="signatures">{title}</h2>
            {(!listed.is_empty()).then(|| view! { <ul>{listed}</ul> })}
            {missing}
        </section>
    }
    .into_any()
}

fn signature(context: Context, one: &DraftSignature) -> AnyView {
    let by = vec![
        ("account", one.account.clone().into()),
        ("time", moment(context, one.made).into()),
        ("key", one.key.clone().into()),
    ];
    context.rich("sheet-signature", by).into_any()
}

fn next(
    context: Context,
    page: &SheetPage,
    apart: &SheetApart,
    problems: &Problems<'_>,
) -> AnyView {
    if page.spent && !page.some_stand {
        return hindrance(context, "draft-spent");
    }
    if apart.is_whole() {
        return post_again(context, page, problems);
    }
    if apart.has_signed {
        return hindrance(context, "sheet-signed-own");
    }
    take_away(context, page, apart, problems)
}

/// All have signed, and the ledger hasn't taken it.
fn post_again(context: Context, page: &SheetPage, problems: &Problems<'_>) -> AnyView {
    let action = context.desk(&format!("sheets/{}/sign", page.id));
    view! {
        <form method="post" action=action novalidate>
            {hidden("digest", &page.digest)}
            {code(context, page, problems)}
            <p>{context.t("draft-post-again-about")}</p>
            <button id="sign">{context.t("draft-post-again")}</button>
        </form>
    }
    .into_any()
}

/// Three steps: the texts are taken away, signed, and brought back.
fn take_away(
    context: Context,
    page: &SheetPage,
    apart: &SheetApart,
    problems: &Problems<'_>,
) -> AnyView {
    let values = [
        ("member", party_text(&page.from).into()),
        ("count", page.count.into()),
        (
            "amount",
            money_text(context, page.total, &page.currency).into(),
        ),
    ];
    let file = &apart.file;
    let texts = context.desk(&format!("sheets/{}/texts.jsonl", page.id));
    let command = format!("countersign sign {file} --key my.key --output {SIGNED_FILE}");
    view! {
        <section aria-labelledby="take-away">
            <h2 id="take-away">{context.t("sheet-apart-title")}</h2>
            <p>{context.with("sheet-apart-meaning", &values)}</p>
            {no_key(context, page, apart)}
            <ol class="apart">
                <li>
                    <p>{context.t("sheet-take-about")}</p>
                    <p><a class="button" href=texts download=file.clone()>{context.t("sheet-take")}</a></p>
                </li>
                <li>
                    <p>{context.t("sheet-sign-about")}</p>
                    {said(command)}
                    <p class="hint">{context.t("sheet-sign-token")}</p>
                </li>
                <li>{bring_back(context, page, problems)}</li>
            </ol>
        </section>
    }
    .into_any()
}

/// How somebody without a key gets one.
fn no_key(context: Context, page: &SheetPage, apart: &SheetApart) -> Option<AnyView> {
    if apart.has_key {
        return None;
    }
    let make = format!(
        "countersign key new --member {} --person {} --output my.key",
        page.from.name, apart.person
    );
    let enrol = "countersign key rotate my.key --roles pay --key FILE".to_owned();
    Some(
        view! {
            <div class="inset">
                <p>{context.t("sheet-key-none")}</p>
                {said(make)}
                <p>{context.t("sheet-key-enrol")}</p>
                {said(enrol)}
            </div>
        }
        .into_any(),
    )
}

fn said(command: String) -> AnyView {
    view! { <p><code class="long" translate="no">{command}</code></p> }.into_any()
}

fn bring_back(context: Context, page: &SheetPage, problems: &Problems<'_>) -> AnyView {
    let action = context.desk(&format!("sheets/{}/signed", page.id));
    let file = Input::new("file", Kind::File, context.t("sheet-signed"))
        .hint(context.t("sheet-signed-hint"));
    view! {
        <form method="post" action=action enctype="multipart/form-data" novalidate>
            {input(context, file, problems.of("file"))}
            {returned(context, page)}
            {code(context, page, problems)}
            <button id="sign">{context.t("sheet-bring-back")}</button>
        </form>
    }
    .into_any()
}

/// What is wrong with the file that came back, by line and row.
fn returned(context: Context, page: &SheetPage) -> Option<AnyView> {
    if page.returned.is_empty() {
        return None;
    }
    let listed: Vec<_> = page
        .returned
        .iter()
        .map(|fault| view! { <li>{returned_fault(context, fault)}</li> })
        .collect();
    let more = page.faults_returned - page.returned.len() as u64;
    let more = (more > 0).then(|| {
        let words = context.with("sheet-returned-more", &[("count", more.into())]);
        view! { <p>{words}</p> }
    });
    Some(
        view! {
            <ul id="returned">{listed}</ul>
            {more}
        }
        .into_any(),
    )
}

fn returned_fault(context: Context, fault: &ReturnedFault) -> String {
    let values = [("line", fault.line.into()), ("row", fault.row.into())];
    context.with(&format!("sheet-returned-{}", fault.code), &values)
}
