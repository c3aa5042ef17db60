//! The document around every page: head, skip link, header, notices, breadcrumbs, footer.

use leptos::prelude::*;

use crate::components::desk::{Around, bar, ways};
use crate::components::figure::{count, moment, moment_text};
use crate::components::head;
use crate::context::Context;
use crate::style::Sheet;
use crate::views::{FindingsFilter, Frame, Notice, Seconds};
use crate::words::Language;

/// A page's own part of the document.
pub(crate) struct Body {
    /// The title, as the browser's tab shows it.
    pub(crate) title: String,
    /// From the home page down to the page's parent: words and address.
    pub(crate) trail: Vec<(String, String)>,
    /// Where the same data is as JSON.
    pub(crate) data: Option<String>,
    /// Whether search engines should leave the page alone.
    pub(crate) unlisted: bool,
    /// What stands in `main`.
    pub(crate) main: AnyView,
}

/// The whole document. Only a page with an island, or with what belongs to one, loads a script.
pub(crate) fn document(
    context: Context,
    frame: &Frame,
    sheets: &'static [Sheet],
    scripts: Vec<&str>,
    around: Around<'_>,
    body: Body,
) -> AnyView {
    let language = context.language;
    let title = context.with("page-title", &[("page", body.title.as_str().into())]);
    let scripts: Vec<_> = scripts
        .into_iter()
        .map(|address| view! { <script type="module" src=address.to_owned()></script> })
        .collect();
    let robots = body
        .unlisted
        .then(|| view! { <meta name="robots" content="noindex"/> });
    let sheets: Vec<_> = sheets
        .iter()
        .map(|sheet| view! { <link rel="stylesheet" href=sheet.path()/> })
        .collect();
    view! {
        <html lang=language.tag() dir=context.direction()>
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                {robots}
                {sheets}
                {scripts}
                {alternates(frame, body.unlisted)}
                {around.is_public().then(|| head::preview(context, frame, &body.title))}
                {(!body.unlisted).then(|| head::feed(context, frame))}
            </head>
            <body>
                <a class="skip" href="#main">{context.t("skip-link")}</a>
                {header(context, frame, around, frame.path.is_empty() && !body.unlisted)}
                {around.who().map(|who| bar(context, who))}
                {notices(context, frame, around)}
                <div class="page">
                    {trail(context, body.trail)}
                    <main id="main" tabindex="-1">{body.main}</main>
                </div>
                {footer(context, frame, around, body.data)}
            </body>
        </html>
    }
    .into_any()
}

fn address(frame: &Frame, language: Language) -> String {
    format!("/{}/{}", language.code(), frame.path)
}

fn alternates(frame: &Frame, unlisted: bool) -> Option<AnyView> {
    if unlisted {
        return None;
    }
    let links: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| {
            let href = format!("{}{}", frame.base_url, address(frame, language));
            view! { <link rel="alternate" hreflang=language.tag() href=href/> }
        })
        .collect();
    // Whom none of them suits is asked at the front door, and elsewhere led to English.
    let other = if frame.path.is_empty() {
        format!("{}/", frame.base_url)
    } else {
        format!("{}{}", frame.base_url, address(frame, Language::En))
    };
    Some(view! { {links}<link rel="alternate" hreflang="x-default" href=other/> }.into_any())
}

fn header(context: Context, frame: &Frame, around: Around<'_>, at_home: bool) -> AnyView {
    let nav = match around.who() {
        Some(who) => ways(context, frame, who),
        None => public_ways(context, frame, at_home),
    };
    view! {
        <header class="top">
            <div class="page">
                <a class="brand" href=context.home()>{context.t("site-name")}</a>
                {nav}
                {languages(context, frame)}
            </div>
        </header>
    }
    .into_any()
}

/// A page that can't be shown has no address of its own, and isn't the overview for that.
fn public_ways(context: Context, frame: &Frame, at_home: bool) -> AnyView {
    let findings = context.findings(&FindingsFilter::default(), 1);
    let on_findings = frame.path == "findings" || frame.path.starts_with("findings?");
    let current = |here: bool| here.then_some("page");
    view! {
        <nav aria-label=context.t("nav-label")>
            <ul>
                <li><a href=context.home() aria-current=current(at_home)>{context.t("nav-home")}</a></li>
                <li><a href=findings aria-current=current(on_findings)>{context.t("nav-findings")}</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

fn languages(context: Context, frame: &Frame) -> AnyView {
    let links: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| {
            if language == context.language {
                return view! { <li><span aria-current="true">{language.own_name()}</span></li> }.into_any();
            }
            // A choice that is made is kept: the page itself is the same for whoever comes by a link.
            let href = format!("/choose{}", address(frame, language));
            view! { <li><a href=href hreflang=language.tag() lang=language.tag() rel="alternate">{language.own_name()}</a></li> }
                .into_any()
        })
        .collect();
    view! { <nav class="languages" aria-label=context.t("languages-label")><ul>{links}</ul></nav> }
        .into_any()
}

/// Whoever signs is told what bears on signing; how the log is watched is for the public's pages.
fn notices(context: Context, frame: &Frame, around: Around<'_>) -> Option<AnyView> {
    let all = around.who().is_none();
    let mut said: Vec<AnyView> = Vec::new();
    if frame.simulated {
        let first = context.t("notice-simulated");
        let rest = all.then(|| {
            let more = context.t("notice-simulated-more");
            format!("{}{more}", context.t("sentence-space"))
        });
        said.push(view! { <p><strong>{first}</strong>{rest}</p> }.into_any());
    }
    for notice in &frame.notices {
        let words = match notice {
            Notice::KeptByOneParty | Notice::Checked { .. } if !all => continue,
            Notice::KeptByOneParty => context.t("notice-kept-by-one"),
            Notice::ReadOnly => context.t("notice-read-only"),
            Notice::Mirror => {
                said.push(mirror(context));
                continue;
            }
            Notice::Departed { entries, code } => {
                let words = departed(context, *entries, code);
                said.push(words);
                continue;
            }
            Notice::Checked { by, of, at, quorum } => checked(context, by, *of, *at, *quorum),
        };
        said.push(view! { <p>{words}</p> }.into_any());
    }
    if said.is_empty() {
        return None;
    }
    let label = context.t("notice-label");
    Some(
        view! { <aside class="notice" aria-label=label><div class="page">{said}</div></aside> }
            .into_any(),
    )
}

/// What a mirror says of itself, and where it says more.
fn mirror(context: Context) -> AnyView {
    let link = context.t("notice-mirror-more");
    view! {
        <p>
            {context.t("notice-mirror")}
            {context.t("sentence-space")}
            <a href=context.about("mirror")>{link}</a>
        </p>
    }
    .into_any()
}

fn departed(context: Context, entries: u64, code: &str) -> AnyView {
    let words = context.with(
        "notice-departed",
        &[("count", entries.into()), ("code", code.into())],
    );
    let link = context.t("notice-evidence");
    view! {
        <p>
            <strong>{words}</strong>
            {context.t("sentence-space")}
            <a href="/mirror/evidence">{link}</a>
        </p>
    }
    .into_any()
}

/// Witnesses that a notice names; the page about the server's state names them all.
const NAMED_MAX: usize = 4;

fn checked(context: Context, by: &[String], of: u64, at: Seconds, quorum: bool) -> String {
    let mut names = by[..by.len().min(NAMED_MAX)].join(&context.t("list-comma"));
    if by.len() > NAMED_MAX {
        names.push('\u{2026}');
    }
    let said = u64::try_from(by.len()).unwrap_or(u64::MAX);
    let values = [
        ("count", said.into()),
        ("of", of.into()),
        ("names", names.into()),
        ("time", moment_text(context, at).into()),
    ];
    let mut words = context.with("notice-checked", &values);
    if !quorum {
        words.push_str(&context.t("sentence-space"));
        words.push_str(&context.t("notice-checked-by-too-few"));
    }
    words
}

fn trail(context: Context, trail: Vec<(String, String)>) -> Option<AnyView> {
    if trail.is_empty() {
        return None;
    }
    let links: Vec<_> = trail
        .into_iter()
        .map(|(word, href)| view! { <li><a href=href>{word}</a></li> })
        .collect();
    Some(
        view! { <nav class="trail" aria-label=context.t("trail-label")><ol>{links}</ol></nav> }
            .into_any(),
    )
}

/// Pages about the ledger itself: word and address.
const ABOUT: [(&str, &str); 5] = [
    ("books-title", "books"),
    ("about-title", "about"),
    ("glossary-title", "glossary"),
    ("status-title", "status"),
    ("accessibility-title", "accessibility"),
];

fn about(context: Context, frame: &Frame, around: Around<'_>) -> AnyView {
    let links: Vec<_> = ABOUT
        .iter()
        .map(|(word, page)| {
            let here = (frame.path == *page).then_some("page");
            view! { <li><a href=context.about(page) aria-current=here>{context.t(word)}</a></li> }
        })
        .collect();
    let sign_in = around
        .who()
        .is_none()
        .then(|| view! { <li><a href=context.desk("")>{context.t("desk-sign-in")}</a></li> });
    view! { <nav aria-label=context.t("footer-about")><ul>{links}{sign_in}</ul></nav> }.into_any()
}

fn footer(context: Context, frame: &Frame, around: Around<'_>, data: Option<String>) -> AnyView {
    let data = data.map(|href| view! { <p><a href=href>{context.t("footer-data")}</a></p> });
    let time = match frame.ledger_time {
        Some(time) => moment(context, time),
        None => context.t("footer-no-time").into_any(),
    };
    let origin = (!frame.origin.is_empty()).then(|| {
        view! { <div><dt>{context.t("footer-ledger")}</dt><dd><code>{frame.origin.clone()}</code></dd></div> }
    });
    // Beside the count, the checkpoint's root: what a reader compares with the log's own words.
    let entries = count(context, frame.entries);
    let entries = match &frame.checkpoint {
        Some(known) => {
            let behind = (known.size != frame.entries).then(|| format!("{} ", known.size));
            view! { {entries}" "<a href="/log/checkpoint">{behind}{known.root.clone()}</a> }
                .into_any()
        }
        None => entries.into_any(),
    };
    view! {
        <footer class="foot">
            <div class="page">
                {about(context, frame, around)}
                <dl>
                    {origin}
                    <div><dt>{context.t("footer-time")}</dt><dd>{time}</dd></div>
                    <div><dt>{context.t("footer-entries")}</dt><dd>{entries}</dd></div>
                </dl>
                <p>{context.t("footer-rule")}</p>
                {data}
            </div>
        </footer>
    }
    .into_any()
}
