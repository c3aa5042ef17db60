//! How the server stands: what a reader may want to know before calling somebody.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::figure::{count, moment, moment_text};
use crate::components::prose::section;
use crate::components::summary::summary;
use crate::components::tag;
use crate::context::Context;
use crate::views::{Frame, Notice, StatusPage};

pub(crate) fn status(context: Context, frame: &Frame, page: &StatusPage) -> Body {
    let title = context.t("status-title");
    let lead = if page.takes_entries {
        "status-lead-open"
    } else {
        "status-lead-read-only"
    };
    let never = || context.t("home-never-moved").into_any();
    let at = |time: Option<i64>| time.map_or_else(never, |time| moment(context, time));
    let mut rows = vec![
        (
            context.t("status-takes-entries"),
            tag::takes_entries(context, page.takes_entries),
        ),
        (context.t("home-entries"), count(context, frame.entries)),
    ];
    if let Some(index) = page.last_index {
        rows.push((context.t("status-last-index"), count(context, index)));
    }
    rows.extend([
        (context.t("status-recorded"), at(page.recorded_at)),
        (context.t("home-moved"), at(page.moved_at)),
        (context.t("footer-time"), at(frame.ledger_time)),
        (context.t("status-queue"), queue(context, page)),
    ]);
    if let Some(rules) = page.rules {
        rows.push((context.t("status-rules"), count(context, u64::from(rules))));
    }
    rows.extend([
        (context.t("status-version"), page.version.clone().into_any()),
        (context.t("status-licence"), page.licence.clone().into_any()),
    ]);
    let mirrored = frame.notices.contains(&Notice::Mirror).then(|| {
        let words = context.t("status-mirror");
        view! { <p><a href=context.about("mirror")>{words}</a></p> }
    });
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t(lead)}</p>
        {summary(rows)}
        <p>{context.t("status-times")}</p>
        {mirrored}
        {section("witnesses", context.t("status-witnesses"), witnesses(context, page))}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: Some("/api/v1/ledger".to_owned()),
        unlisted: true,
        main: main.into_any(),
    }
}

fn witnesses(context: Context, page: &StatusPage) -> AnyView {
    if page.witnesses.is_empty() {
        return view! { <p>{context.t("status-witnesses-none")}</p> }.into_any();
    }
    let rows = page.witnesses.iter().map(|witness| {
        let name = witness.name.clone();
        let name = if witness.outside {
            name
        } else {
            context.with("status-witness-own", &[("name", name.into())])
        };
        let last = match witness.last {
            Some((size, time)) => {
                let time = moment_text(context, time);
                let values = [("count", size.into()), ("time", time.into())];
                context.with("status-witness-last", &values)
            }
            None => context.t("status-witness-never"),
        };
        (name, last.into_any())
    });
    summary(rows.collect())
}

fn queue(context: Context, page: &StatusPage) -> AnyView {
    let values = [
        ("count", page.queued.into()),
        ("max", page.queue_max.into()),
    ];
    context.with("status-queue-of", &values).into_any()
}
