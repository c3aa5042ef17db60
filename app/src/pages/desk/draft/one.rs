//! A draft as it stands. Whoever wrote it may change or delete it; somebody else approves and signs it,
//! or sends it back with a reason.

use leptos::prelude::*;

use super::super::{body, to_drafts};
use super::shown::{answers, remains, text};
use super::signing::{Asked, kept, signatures};
use crate::components::document::Body;
use crate::components::figure::moment;
use crate::components::form::input::{Input, Kind, hidden, input};
use crate::components::form::problems::Problems;
use crate::components::party::entry;
use crate::context::Context;
use crate::views::{DraftPage, DraftStand, Frame};

pub(crate) fn draft(context: Context, frame: &Frame, page: &DraftPage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let title = context.t(match page.stand {
        DraftStand::Issued => "draft-issued-title",
        DraftStand::Waiting | DraftStand::Signing | DraftStand::Asking if !page.own => {
            "draft-approve-title"
        }
        _ => "draft-own-title",
    });
    let is_open = page.stand != DraftStand::Issued;
    let takes = page.allocation.draws();
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {stand(context, page)}
        {answers(context, &page.allocation, |_, _| None)}
        {(is_open && takes).then(|| remains(context, &page.allocation))}
        {signatures(context, &page.signing, page.stand)}
        {kept(context, &page.who, &page.signing, &page.allocation)}
        {approve(context, frame, page, &problems)}
        {send_back(context, page, &problems)}
        {own(context, page)}
        {year_end(context, page)}
        {text(context, &page.allocation)}
    };
    body(problems.title(title), to_drafts(context), main)
}

/// The way back to what is left of the year, where that is what it is about.
fn year_end(context: Context, page: &DraftPage) -> Option<AnyView> {
    let of = &page.allocation;
    let href = context.desk(&format!("year-end/{}", of.programme.id));
    let way = view! { <p><a href=href>{context.t("year-end-rest")}</a></p> };
    of.leaves().then(|| way.into_any())
}

/// Who wrote it, and what came of it.
fn stand(context: Context, page: &DraftPage) -> AnyView {
    let by = vec![
        ("account", page.maker.clone().into()),
        ("time", moment(context, page.changed).into()),
        ("checker", page.checker.clone().into()),
    ];
    match page.stand {
        DraftStand::Asking if page.signing.asked => {
            view! { <p class="lead">{context.rich("draft-asked", by)}</p> }.into_any()
        }
        DraftStand::Waiting | DraftStand::Signing | DraftStand::Asking | DraftStand::Previewed => {
            let id = if page.own {
                "draft-waits"
            } else {
                "draft-written-by"
            };
            view! { <p class="lead">{context.rich(id, by)}</p> }.into_any()
        }
        DraftStand::SentBack => view! {
            <p class="lead">{context.rich("draft-sent-back-by", by)}</p>
            <p class="inset">{page.reason.clone()}</p>
        }
        .into_any(),
        DraftStand::Issued => {
            let entry = page.entry.as_ref().map(|of| entry(context, of));
            view! { <p class="done" role="status">{context.rich("draft-issued-by", by)}</p><p>{entry}</p> }
                .into_any()
        }
    }
}

/// The forms by which a person signs, where they may. What is being signed may be signed again: it is one
/// entry.
fn approve(
    context: Context,
    frame: &Frame,
    page: &DraftPage,
    problems: &Problems<'_>,
) -> Option<AnyView> {
    let signing = &page.signing;
    let open = matches!(
        page.stand,
        DraftStand::Waiting | DraftStand::Signing | DraftStand::Asking
    );
    if signing.alone || !open {
        return None;
    }
    let said = |words: String| Some(view! { <p class="inset">{words}</p> }.into_any());
    if !page.may_sign {
        return said(context.t("draft-role-other"));
    }
    if signing.other_side && !signing.whole {
        return said(context.t("draft-asking"));
    }
    if page.spent {
        return said(context.t("draft-spent"));
    }
    if signing.is_short() {
        let count = ("count", u64::from(signing.persons).into());
        return said(context.with("draft-short", &[count]));
    }
    let action = format!("drafts/{}/sign", page.id);
    let asked = Asked {
        context,
        frame,
        of: &page.allocation,
        signing,
        member: &page.who.member,
        action: &action,
    };
    if signing.whole {
        return Some(asked.again(problems));
    }
    (!signing.has_signed).then(|| asked.signing(problems))
}

/// The form by which a second person sends it back.
fn send_back(context: Context, page: &DraftPage, problems: &Problems<'_>) -> Option<AnyView> {
    let waits = page.stand == DraftStand::Waiting
        || (page.stand == DraftStand::Asking && page.signing.asked);
    if page.own || !waits {
        return None;
    }
    let reason = Input::new("reason", Kind::Prose, context.t("draft-back-reason"))
        .hint(context.t("draft-back-hint"))
        .value(&page.typed_reason);
    let action = context.desk(&format!("drafts/{}/back", page.id));
    let form = view! {
        <section aria-labelledby="send-back">
            <h2 id="send-back">{context.t("draft-back-title")}</h2>
            <form method="post" action=action novalidate>
                {hidden("text_identity", &page.allocation.identity)}
                {input(context, reason, problems.of("reason"))}
                <button class="second">{context.t("draft-back")}</button>
            </form>
        </section>
    };
    Some(form.into_any())
}

/// What whoever wrote it may do; a colleague may delete what was sent back.
fn own(context: Context, page: &DraftPage) -> Option<AnyView> {
    let sent_back = page.stand == DraftStand::SentBack;
    let signed = matches!(page.stand, DraftStand::Issued | DraftStand::Signing);
    if signed || !(page.own || sent_back) {
        return None;
    }
    let edit = (page.own && page.allocation.kind == "transfer").then(|| {
        let href = context.desk(&format!("drafts/{}/edit", page.id));
        view! { <p><a id="edit" class="button" href=href>{context.t("draft-edit")}</a></p> }
    });
    let action = context.desk(&format!("drafts/{}/delete", page.id));
    let form = view! {
        {edit}
        <form method="post" action=action>
            <button class="quiet">{context.t("draft-delete")}</button>
        </form>
    };
    Some(form.into_any())
}
