//! The key of a colleague's device: what it would sign, approved with one's own device or through the
//! server, or refused.

use leptos::prelude::*;

use super::signing::{Signing, command, forms, text};
use super::{body, may_words};
use crate::components::document::Body;
use crate::components::figure::moment;
use crate::components::form::problems::Problems;
use crate::components::party::party_text;
use crate::context::Context;
use crate::views::ApprovePage;

pub(crate) fn approve(context: Context, page: &ApprovePage) -> Body {
    let problems = Problems::new(context, &page.errors, 0);
    let account = || ("account", page.account.as_str().into());
    let title = context.with("approve-title", &[account()]);
    let about = context.with("approve-about", &[account()]);
    let ends = context.rich(
        "device-waits-until",
        vec![("time", moment(context, page.ends).into())],
    );
    let main = view! {
        <h1>{title.clone()}</h1>
        {problems.summary()}
        <p class="lead">{about}</p>
        <dl class="summary">
            <div><dt>{context.t("approve-key")}</dt><dd><code translate="no">{page.key.clone()}</code></dd></div>
            <div><dt>{context.t("approve-may")}</dt><dd>{may_words(context, &page.roles)}</dd></div>
        </dl>
        <p class="meta">{ends}</p>
        {sign(context, page, &problems)}
        {by_command(context, page)}
        <form method="post" action=context.desk(&format!("device/refuse/{}", page.id))>
            <button class="ends">{context.t("approve-refuse")}</button>
        </form>
        {text(context, &page.text, &page.identity)}
    };
    let trail = vec![(context.t("desk-people"), context.desk("people"))];
    body(problems.title(title), trail, main)
}

fn sign(context: Context, page: &ApprovePage, problems: &Problems<'_>) -> AnyView {
    let account = || ("account", page.account.as_str().into());
    let member = party_text(&page.who.member);
    let through = [account(), ("member", member.into())];
    let signing = Signing {
        action: context.desk(&format!("device/approve/{}", page.id)),
        text: &page.text,
        identity: &page.identity,
        ways: &page.signing,
        carried: &[],
        device: (
            context.with("approve-meaning", &[account()]),
            context.t("approve-sign"),
        ),
        server: (
            context.with("approve-meaning-through", &through),
            context.t("approve-through"),
        ),
    };
    forms(context, &signing, problems)
}

/// The way with a key file, which is the only one where neither the reader nor the server has a key that
/// may approve.
fn by_command(context: Context, page: &ApprovePage) -> AnyView {
    let address = &page.address;
    let line = format!(
        "countersign device approve {} --key FILE --data FOLDER --server {address}",
        page.id
    );
    let ways = &page.signing;
    if ways.held || ways.device.is_some() {
        return view! {
            <details>
                <summary>{context.t("approve-by-command-too")}</summary>
                <p>{context.t("approve-by-command")}</p>
                {command(line)}
            </details>
        }
        .into_any();
    }
    let hold = format!(
        "countersign key hold {} --roles administer,confirm,pay --key FILE --data FOLDER",
        page.who.member.name
    );
    view! {
        <p class="inset">{context.t("approve-no-key")}</p>
        <p>{context.t("approve-by-command")}</p>
        {command(line)}
        <p>{context.t("approve-hold")}</p>
        {command(hold)}
    }
    .into_any()
}
