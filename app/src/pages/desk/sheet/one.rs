//! A sheet as it stands: its maker's preview, what a second person approves, and what came of it.

use leptos::prelude::*;

use super::super::draft::shown::in_words;
use super::super::{body, to_drafts};
use super::apart::apart;
use super::rows::rows;
use crate::components::document::Body;
use crate::components::figure::{count, day, moment, money, money_text};
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::{party, party_text, programme};
use crate::components::summary::account;
use crate::context::Context;
use crate::views::{DraftStand, Minor, SheetPage};

pub(crate) fn sheet(context: Context, page: &SheetPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t(match page.stand {
        DraftStand::Previewed => "sheet-preview-title",
        DraftStand::Waiting if !page.own => "sheet-approve-title",
        DraftStand::Waiting | DraftStand::SentBack | DraftStand::Asking => "sheet-own-title",
        DraftStand::Signing => "sheet-posting-title",
        DraftStand::Issued => "sheet-issued-title",
    });
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {stand(context, page)}
        {trouble(context, page)}
        {answers(context, page)}
        {(page.stand != DraftStand::Issued).then(|| remains(context, page))}
        {save(context, page)}
        {approve(context, page, &problems)}
        {apart(context, page, &problems)}
        {send_back(context, page, &problems)}
        {delete(context, page)}
        {rows(context, page)}
        {sources(context, page)}
    };
    body(problems.title(title), to_drafts(context), main)
}

/// Who uploaded it, and what came of it.
fn stand(context: Context, page: &SheetPage) -> AnyView {
    let by = vec![
        ("account", page.maker.clone().into()),
        ("time", moment(context, page.changed).into()),
        ("checker", page.checker.clone().into()),
    ];
    let lead = |id, by| view! { <p class="lead">{context.rich(id, by)}</p> }.into_any();
    match page.stand {
        DraftStand::Previewed => lead("sheet-previewed", by),
        DraftStand::Waiting if page.own => lead("draft-waits", by),
        // A sheet asks no other member.
        DraftStand::Waiting | DraftStand::Asking => lead("sheet-written-by", by),
        DraftStand::SentBack => view! {
            {lead("draft-sent-back-by", by)}
            <p class="inset">{page.reason.clone()}</p>
        }
        .into_any(),
        DraftStand::Signing => {
            let here = context.desk(&format!("sheets/{}", page.id));
            let words = context.with("sheet-posting", &[("count", page.count.into())]);
            view! {
                <p class="lead" role="status">{words}</p>
                <p><a class="button" href=here>{context.t("sheet-look-again")}</a></p>
            }
            .into_any()
        }
        DraftStand::Issued => {
            // Texts that were signed apart can be submitted apart, too: nobody checked them here.
            let id = if page.checker.is_empty() {
                "sheet-issued-apart"
            } else {
                "sheet-issued-by"
            };
            view! { <p class="done" role="status">{context.rich(id, by)}</p> }.into_any()
        }
    }
}

/// What kept it out of the ledger the last time.
fn trouble(context: Context, page: &SheetPage) -> Option<AnyView> {
    if page.trouble.is_empty() || page.stand == DraftStand::Issued {
        return None;
    }
    // A code of the desk's own, or the ledger's code of why it refused.
    let why = match context.word_or("form", &page.trouble) {
        why if why == page.trouble => context.word_or("refusal", &page.trouble),
        why => why,
    };
    let values = [("row", page.trouble_row.into()), ("why", why.into())];
    let id = if page.trouble_row == 0 {
        "sheet-trouble"
    } else {
        "sheet-trouble-row"
    };
    Some(view! { <p class="inset">{context.with(id, &values)}</p> }.into_any())
}

/// What it comes to, beside what the clerk said.
fn answers(context: Context, page: &SheetPage) -> AnyView {
    let row = |word: &str, value: AnyView| {
        view! { <div><dt>{context.t(word)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let total = money(context, page.total, &page.currency);
    let words = in_words(context, page.total, &page.currency);
    let differs = |is: bool| {
        (!is).then(|| view! { <br/><strong class="wrong-is">{context.t("sheet-differs")}</strong> })
    };
    let mut rows = vec![
        row("sheet-from", party(context, &page.from)),
        row("draft-programme", programme(context, &page.programme)),
        row(
            "sheet-sum",
            view! { <strong>{total}</strong>{words} }.into_any(),
        ),
        row("sheet-count", count(context, page.count)),
    ];
    if page.stand == DraftStand::Previewed {
        let asked = money(context, page.asked_total, &page.currency);
        let sum = differs(page.asked_total == page.total);
        rows.push(row("sheet-asked-sum", view! { {asked}{sum} }.into_any()));
        let asked = count(context, page.asked_count);
        let rows_differ = differs(page.asked_count == page.count);
        rows.push(row(
            "sheet-asked-count",
            view! { {asked}{rows_differ} }.into_any(),
        ));
    }
    if let Some(occurred) = page.occurred {
        rows.push(row("draft-occurred", day(context, occurred)));
        let due = match page.due {
            Some(due) => day(context, due),
            None => context.t("draft-due-usual").into_any(),
        };
        rows.push(row("draft-due", due));
    }
    if !page.encoding.is_empty() && page.stand == DraftStand::Previewed {
        rows.push(row("sheet-encoding", page.encoding.clone().into_any()));
    }
    let digest = view! { <code class="long">{page.digest.clone()}</code> }.into_any();
    rows.push(row("sheet-digest", digest));
    view! { <dl class="summary answers">{rows}</dl> }.into_any()
}

/// What is held, what this takes, and what stays.
fn remains(context: Context, page: &SheetPage) -> AnyView {
    let money = |minor: Minor| money(context, minor, &page.currency);
    let mut rows = vec![(context.t("draft-held"), money(page.held))];
    if page.drafted != 0 {
        rows.push((context.t("draft-drafted"), money(-page.drafted)));
    }
    rows.push((context.t("draft-takes"), money(-page.total)));
    let stays = money(page.held - page.drafted - page.total);
    view! {
        <section aria-labelledby="remains">
            <h2 id="remains">{context.t("draft-remains")}</h2>
            {account(rows, (context.t("draft-stays"), stays), true)}
        </section>
    }
    .into_any()
}

/// What its maker does with a preview: saves it where it is sound, else uploads it anew.
fn save(context: Context, page: &SheetPage) -> Option<AnyView> {
    if page.stand != DraftStand::Previewed {
        return None;
    }
    if !page.is_sound() {
        let mend = context.with("sheet-mend", &[("count", page.faults.into())]);
        return Some(
            view! {
                <p class="inset">{mend}</p>
                <p><a class="button" href=context.desk("sheets/new")>{context.t("sheet-again")}</a></p>
            }
            .into_any(),
        );
    }
    let action = context.desk(&format!("sheets/{}/save", page.id));
    let about = match page.apart {
        Some(_) => "sheet-save-about-apart",
        None => "sheet-save-about",
    };
    let warned = (page.warnings > 0).then(|| {
        let words = context.with("sheet-warned", &[("count", page.warnings.into())]);
        view! { <p class="inset">{words}</p> }
    });
    Some(
        view! {
            {warned}
            <form method="post" action=action>
                <p>{context.t(about)}</p>
                <button>{context.t("draft-save")}</button>
            </form>
        }
        .into_any(),
    )
}

/// The form by which a second person signs, where they may.
fn approve(context: Context, page: &SheetPage, problems: &Problems<'_>) -> Option<AnyView> {
    if page.own || page.stand != DraftStand::Waiting || page.apart.is_some() {
        return None;
    }
    let hinders = if !page.has_held_key {
        Some("drafts-no-key")
    } else if page.spent {
        Some("draft-spent")
    } else {
        None
    };
    if let Some(id) = hinders {
        return Some(hindrance(context, id));
    }
    let values = [
        ("member", party_text(&page.from).into()),
        ("count", page.count.into()),
        (
            "amount",
            money_text(context, page.total, &page.currency).into(),
        ),
    ];
    let action = context.desk(&format!("sheets/{}/sign", page.id));
    Some(
        view! {
            <form method="post" action=action novalidate>
                {hidden("digest", &page.digest)}
                {code(context, page, problems)}
                <p>{context.with("sheet-meaning", &values)}</p>
                <button id="sign">{context.t("sheet-sign")}</button>
            </form>
        }
        .into_any(),
    )
}

/// What keeps whoever looks from signing.
pub(super) fn hindrance(context: Context, id: &str) -> AnyView {
    view! { <p class="inset">{context.t(id)}</p> }.into_any()
}

/// The code of the moment, where the last proof is too old.
pub(super) fn code(context: Context, page: &SheetPage, problems: &Problems<'_>) -> Option<AnyView> {
    page.code_needed.then(|| {
        let code = Input::new("code", Kind::Code, context.t("desk-code"))
            .hint(context.t("desk-code-hint"));
        input(context, code, problems.of("code"))
    })
}

/// The form by which a second person sends it back.
fn send_back(context: Context, page: &SheetPage, problems: &Problems<'_>) -> Option<AnyView> {
    if page.own || page.stand != DraftStand::Waiting {
        return None;
    }
    let reason = Input::new("reason", Kind::Prose, context.t("draft-back-reason"))
        .hint(context.t("draft-back-hint"))
        .value(&page.typed_reason);
    let action = context.desk(&format!("sheets/{}/back", page.id));
    Some(
        view! {
            <section aria-labelledby="send-back">
                <h2 id="send-back">{context.t("draft-back-title")}</h2>
                <form method="post" action=action novalidate>
                    {hidden("digest", &page.digest)}
                    {input(context, reason, problems.of("reason"))}
                    <button class="second">{context.t("draft-back")}</button>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// Whoever uploaded it may delete it; a colleague where it was sent back.
fn delete(context: Context, page: &SheetPage) -> Option<AnyView> {
    let may = match page.stand {
        DraftStand::Previewed | DraftStand::Waiting => page.own,
        DraftStand::SentBack => true,
        DraftStand::Signing | DraftStand::Issued | DraftStand::Asking => false,
    };
    let action = context.desk(&format!("sheets/{}/delete", page.id));
    may.then(|| {
        view! { <form method="post" action=action><button class="quiet">{context.t("sheet-delete")}</button></form> }
            .into_any()
    })
}

/// What it draws on.
fn sources(context: Context, page: &SheetPage) -> AnyView {
    let sources: Vec<_> = page
        .sources
        .iter()
        .map(|source| {
            let takes = money_text(context, source.takes, &page.currency);
            let held = money_text(context, source.held, &page.currency);
            let values = [("takes", takes.into()), ("held", held.into())];
            view! { <li><a href=context.entry(&source.identity)>{context.with("draft-source", &values)}</a></li> }
        })
        .collect();
    view! {
        <details>
            <summary>{context.t("sheet-sources")}</summary>
            <p>{context.t("draft-sources")}</p>
            <ul>{sources}</ul>
            <p>{context.t("sheet-digest-about")}</p>
        </details>
    }
    .into_any()
}
