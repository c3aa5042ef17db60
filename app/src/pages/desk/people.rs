//! Who works for a member: the accounts, the open invitations, and a new one.

use leptos::prelude::*;

use super::device::{code, revoke};
use super::{body, may_words};
use crate::components::document::Body;
use crate::components::figure::{day_at, moment};
use crate::components::form::choice::{Choice, Choose, choices};
use crate::components::form::input::hidden;
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::components::prose::section;
use crate::components::tag;
use crate::context::Context;
use crate::views::{InvitationRow, PeoplePage, PersonRow, Revoking, VouchedBy};

pub(crate) fn people(context: Context, page: &PeoplePage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let member = party_text(&page.who.member);
    let title = context.with("people-title", &[("member", member.into())]);
    let rows: Vec<_> = page
        .people
        .iter()
        .map(|one| person(context, one, page.revoking))
        .collect();
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        {link(context, page)}
        <ul class="cards">{rows}</ul>
        {devices(context, page)}
        {invitations(context, page)}
        {section("invite", context.t("people-invite"), invite(context, page, &problems))}
    };
    body(problems.title(title), Vec::new(), main)
}

/// The link of a new invitation, which nobody is shown again.
fn link(context: Context, page: &PeoplePage) -> Option<AnyView> {
    let link = page.link.clone()?;
    Some(
        view! {
            <div class="done" role="status">
                <p><strong>{context.t("people-link")}</strong></p>
                <p><code class="long" translate="no">{link}</code></p>
                <p>{context.t("people-link-once")}</p>
            </div>
        }
        .into_any(),
    )
}

fn person(context: Context, row: &PersonRow, revoking: Revoking) -> AnyView {
    let joined = context.rich(
        "people-joined",
        vec![("day", day_at(context, row.joined).into())],
    );
    let seen = match row.seen {
        Some(seen) => context.rich("people-seen", vec![("time", moment(context, seen).into())]),
        None => context.t("people-never-seen").into_any(),
    };
    let mark = if row.closed {
        Some(tag::account_closed(context))
    } else {
        row.own.then(|| tag::own_account(context))
    };
    view! {
        <li>
            <div class="card-head"><h2>{row.account.clone()}</h2>{mark}</div>
            <p>{may_words(context, &row.roles)}</p>
            <p class="meta"><span>{joined}</span><span>{seen}</span>{vouched(context, &row.vouched)}</p>
            {keys(context, row, revoking)}
            {(!row.closed && !row.own).then(|| close(context, row, revoking))}
        </li>
    }
    .into_any()
}

/// The keys of somebody's devices; of a closed account's, that they still sign.
fn keys(context: Context, row: &PersonRow, revoking: Revoking) -> Vec<AnyView> {
    let still = (row.closed && !row.keys.is_empty())
        .then(|| view! { <p class="inset">{context.t("people-keys-left")}</p> }.into_any());
    let each = row.keys.iter().map(|key| {
        let through = key.through_server.then(|| {
            let said = context.with("people-key-through", &[("key", key.id.as_str().into())]);
            view! { <p class="meta"><span>{said}</span></p> }
        });
        let ending = revoke(context, "people/revoke", &key.id, &row.id, revoking);
        view! { {through}{ending} }.into_any()
    });
    still.into_iter().chain(each).collect()
}

/// Keys of colleagues' devices that wait.
fn devices(context: Context, page: &PeoplePage) -> Option<AnyView> {
    if page.waiting.is_empty() {
        return None;
    }
    let rows: Vec<_> = page
        .waiting
        .iter()
        .map(|one| {
            let ends = context.rich(
                "device-waits-until",
                vec![("time", moment(context, one.ends).into())],
            );
            let title = context.with("approve-title", &[("account", one.account.as_str().into())]);
            let path = context.desk(&format!("device/approve/{}", one.id));
            view! {
                <li>
                    <p><a href=path><strong>{title}</strong></a></p>
                    <p class="meta"><span><code translate="no">{one.key.clone()}</code></span><span>{ends}</span></p>
                </li>
            }
        })
        .collect();
    let list = view! { <ul class="cards">{rows}</ul> };
    Some(section(
        "devices",
        context.t("people-devices"),
        list.into_any(),
    ))
}

/// An account is closed for good, so a second press is asked for.
fn close(context: Context, row: &PersonRow, revoking: Revoking) -> AnyView {
    let account = || ("account", row.account.as_str().into());
    let about = context.with("people-close-about", &[account()]);
    view! {
        <details>
            <summary>{context.with("people-close", &[account()])}</summary>
            <form method="post" action=context.desk("people/close")>
                {hidden("id", &row.id)}
                <p>{about}</p>
                {(!row.keys.is_empty() && revoking.held).then(|| revoked_too(context, row, revoking))}
                <button class="ends">{context.t("people-close-now")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// What becomes of the keys of an account that is closed.
fn revoked_too(context: Context, row: &PersonRow, revoking: Revoking) -> AnyView {
    let code = revoking.code_needed.then(|| code(context, &row.id));
    view! { <p>{context.t("people-close-keys")}</p>{code} }.into_any()
}

fn invitations(context: Context, page: &PeoplePage) -> Option<AnyView> {
    if page.invitations.is_empty() {
        return None;
    }
    let rows: Vec<_> = page
        .invitations
        .iter()
        .map(|row| invitation(context, row, page.alone))
        .collect();
    let list = view! { <ul class="cards">{rows}</ul> };
    Some(section(
        "invitations",
        context.t("people-invitations"),
        list.into_any(),
    ))
}

/// Who invited, and who confirmed it.
fn vouched(context: Context, by: &VouchedBy) -> Vec<AnyView> {
    let named = |operator: &'static str, person: &'static str, account: &str| {
        let said = if account.is_empty() {
            context.t(operator).into_any()
        } else {
            let account = view! { <code>{account.to_owned()}</code> }.into_any();
            context.rich(person, vec![("account", account.into())])
        };
        view! { <span>{said}</span> }.into_any()
    };
    let invited = named("people-by-operator", "people-by", &by.invited);
    let confirmed = by.confirmed.as_ref().map(|account| {
        named(
            "people-confirmed-by-operator",
            "people-confirmed-by",
            account,
        )
    });
    std::iter::once(invited).chain(confirmed).collect()
}

fn invitation(context: Context, row: &InvitationRow, alone: bool) -> AnyView {
    let ends = context.rich(
        "people-ends",
        vec![("time", moment(context, row.ends).into())],
    );
    view! {
        <li>
            <p><strong>{may_words(context, &row.roles)}</strong></p>
            <p class="meta">{vouched(context, &row.vouched)}<span>{ends}</span></p>
            {row.waits.then(|| waits(context, row, alone))}
            <form method="post" action=context.desk("people/withdraw")>
                {hidden("id", &row.id)}
                <button class="quiet">{context.t("people-withdraw")}</button>
            </form>
        </li>
    }
    .into_any()
}

/// Who has to confirm an invitation, or that the reader may.
fn waits(context: Context, row: &InvitationRow, alone: bool) -> AnyView {
    if !row.own {
        return view! {
            <form method="post" action=context.desk("people/confirm")>
                {hidden("id", &row.id)}
                <p>{context.t("people-confirm-about")}</p>
                <button>{context.t("people-confirm")}</button>
            </form>
        }
        .into_any();
    }
    if !alone {
        return view! { <p class="inset">{context.t("people-waits")}</p> }.into_any();
    }
    let command = format!("countersign invite --confirm {}", row.id);
    view! {
        <p class="inset">{context.t("people-waits-alone")}</p>
        <p><code class="long" translate="no">{command}</code></p>
    }
    .into_any()
}

fn invite(context: Context, page: &PeoplePage, problems: &Problems<'_>) -> AnyView {
    let roles = page
        .roles
        .iter()
        .map(|role| {
            let ticked = page.ticked.contains(role);
            Choice::new(role.clone(), context.word_or("may", role), ticked)
        })
        .collect();
    let question = context.t("people-roles");
    view! {
        <p>{context.t("people-invite-about")}</p>
        <p>{context.t("people-invite-two")}</p>
        <form method="post" action=context.desk("people/invite") novalidate>
            {choices(context, ("roles", "roles"), Choose::Any, question, roles, problems.of("roles"))}
            <button>{context.t("people-invite-make")}</button>
        </form>
    }
    .into_any()
}
