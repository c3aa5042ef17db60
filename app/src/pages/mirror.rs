//! A mirror: which log it follows, how far it came, and what the log left out or did wrong.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{count, moment};
use crate::components::prose::section;
use crate::components::summary::summary;
use crate::components::table::{Narrow, table, words};
use crate::context::Context;
use crate::views::{Frame, MirrorDeparted, MirrorPage, MirrorTrouble};

pub(crate) fn mirror(context: Context, frame: &Frame, page: &MirrorPage) -> Body {
    let title = context.t("mirror-title");
    let key = |key: Option<&String>| match key {
        Some(key) => view! { <code class="long">{key.clone()}</code> }.into_any(),
        None => context.t("mirror-no-key").into_any(),
    };
    let checked = page.checked_at.map_or_else(
        || context.t("mirror-not-yet").into_any(),
        |at| moment(context, at),
    );
    let rows = vec![
        (context.t("mirror-from"), page.from.clone().into_any()),
        (context.t("mirror-log"), key(Some(&page.log))),
        (context.t("home-entries"), count(context, frame.entries)),
        (context.t("mirror-checked"), checked),
        (context.t("mirror-cosigns"), key(page.cosigns_as.as_ref())),
        (context.t("mirror-stamps"), key(page.stamps_as.as_ref())),
    ];
    let departed = page.departed.as_ref().map(|seen| {
        section(
            "departed",
            context.t("mirror-departed"),
            departed(context, seen),
        )
    });
    let trouble = page.trouble.as_ref().map(|seen| {
        section(
            "trouble",
            context.t("mirror-trouble"),
            trouble(context, seen),
        )
    });
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("mirror-lead")}</p>
        {summary(rows)}
        {departed}
        {trouble}
        {section("withheld", context.t("mirror-withheld"), withheld(context, page))}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: Some("/mirror".to_owned()),
        unlisted: true,
        main: main.into_any(),
    }
}

fn departed(context: Context, seen: &MirrorDeparted) -> AnyView {
    let words = context.with(
        "notice-departed",
        &[
            ("count", seen.entries.into()),
            ("code", seen.code.clone().into()),
        ],
    );
    let link = context.t("notice-evidence");
    view! {
        <p>{words}</p>
        <p>{context.t("mirror-departed-about")}</p>
        {summary(vec![
            (context.t("mirror-departed-at"), moment(context, seen.at)),
            (link.clone(), view! { <a href="/mirror/evidence">{link}</a> }.into_any()),
            (
                context.t("mirror-departed-check"),
                view! { <code class="long">{seen.check.clone()}</code> }.into_any(),
            ),
        ])}
    }
    .into_any()
}

fn trouble(context: Context, seen: &MirrorTrouble) -> AnyView {
    let id = if seen.unreachable {
        "mirror-trouble-silent"
    } else {
        "mirror-trouble-other"
    };
    let words = context.with(id, &[("code", seen.code.clone().into())]);
    view! {
        <p>{words}</p>
        {summary(vec![(context.t("mirror-trouble-since"), moment(context, seen.since))])}
    }
    .into_any()
}

fn withheld(context: Context, page: &MirrorPage) -> AnyView {
    let about = view! { <p>{context.t("mirror-withheld-about")}</p> };
    if page.withheld.is_empty() {
        return view! { {about}<p>{context.t("mirror-withheld-none")}</p> }.into_any();
    }
    let columns = vec![
        words(context.t("mirror-withheld-identity")),
        words(context.t("mirror-withheld-accepted")),
    ];
    let rows = page.withheld.iter().map(|row| {
        vec![
            view! { <code class="long">{row.identity.clone()}</code> }.into_any(),
            moment(context, row.accepted_at),
        ]
    });
    let shown = u64::try_from(page.withheld.len()).unwrap_or(u64::MAX);
    let caption = context.with(
        "mirror-withheld-caption",
        &[
            ("shown", shown.into()),
            ("count", page.withheld_count.into()),
        ],
    );
    let link = context.t("mirror-withheld-data");
    view! {
        {about}
        {table("withheld-table", caption, Narrow::Stacks, columns, rows.collect())}
        <p><a href="/mirror/withheld">{link}</a></p>
    }
    .into_any()
}
