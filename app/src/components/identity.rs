//! The identity of a programme as a bar and, with the same figures, as a table.

use leptos::prelude::*;

use crate::components::figure::{amount, money, money_text};
use crate::components::line::{Segment, Term, percent, segments};
use crate::components::pictures::Across;
use crate::context::Context;
use crate::format;
use crate::views::{Line, Minor};

/// A segment narrower than this, in hundredths of a per cent, has no room for its name.
const ROOM_FOR_A_NAME: i128 = 1_300;

/// The patterns that tell segments apart without colour; once a page that has a bar.
pub(crate) fn patterns() -> AnyView {
    view! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="stripe" width="3" height="8"></rect>
                </pattern>
                <pattern id="grid" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="stripe" width="2" height="6"></rect>
                    <rect class="stripe" width="6" height="2"></rect>
                </pattern>
                <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
                    <circle class="stripe" cx="3" cy="3" r="1.4"></circle>
                </pattern>
            </defs>
        </svg>
    }
    .into_any()
}

const fn pattern(term: Term) -> Option<&'static str> {
    match term {
        Term::Transit | Term::PaidOpen => Some("url(#dots)"),
        Term::Unconfirmed | Term::Disputed => Some("url(#stripes)"),
        Term::Missing | Term::WrittenOff => Some("url(#grid)"),
        Term::Spent | Term::Acknowledged | Term::Left | Term::Held => None,
    }
}

fn term_word(context: Context, term: Term) -> String {
    context.t(&format!("term-{}", term.as_str()))
}

/// The bar alone, with its figures in its description. `id` is unique on its page.
pub(crate) fn bar(context: Context, id: &str, line: &Line, labelled: bool) -> Option<AnyView> {
    let segments = segments(line);
    if segments.is_empty() {
        return None;
    }
    let (title_id, about_id) = (format!("{id}-title"), format!("{id}-about"));
    let total = money_text(context, line.accounted_for(), &line.currency);
    let title = context.with("bar-title", &[("total", total.into())]);
    let parts: Vec<String> = segments
        .iter()
        .map(|segment| spoken(context, line, segment))
        .collect();
    let about = parts.join(&context.t("list-comma"));
    let drawn: Vec<_> = segments
        .iter()
        .map(|segment| drawn(context, segment, labelled))
        .collect();
    let named_by = format!("{title_id} {about_id}");
    Some(
        view! {
            <svg class="bar" class:slim=!labelled role="img" width="100%" aria-labelledby=named_by>
                <title id=title_id>{title}</title>
                <desc id=about_id>{about}</desc>
                {drawn}
            </svg>
        }
        .into_any(),
    )
}

fn spoken(context: Context, line: &Line, segment: &Segment) -> String {
    let figure = money_text(context, segment.amount, &line.currency);
    let what = term_word(context, segment.term);
    context.with(
        "bar-part",
        &[("what", what.into()), ("amount", figure.into())],
    )
}

fn drawn(context: Context, segment: &Segment, labelled: bool) -> AnyView {
    let across = Across::of(context);
    let x = across.left(segment.start, segment.width);
    let width = percent(segment.width);
    let class = format!("seg {}", segment.term.as_str());
    let over = pattern(segment.term).map(|fill| {
        view! { <rect x=x.clone() width=width.clone() height="100%" fill=fill></rect> }
    });
    let name = (labelled && pattern(segment.term).is_none() && segment.width >= ROOM_FOR_A_NAME).then(|| {
        let word = context.t(&format!("term-short-{}", segment.term.as_str()));
        view! { <text x=across.left(segment.start, 0) dx=across.ahead(10) y="50%" dy="0.35em" aria-hidden="true">{word}</text> }
    });
    view! { <g class=class><rect x=x.clone() width=width.clone() height="100%"></rect>{over}{name}</g> }.into_any()
}

/// The key of a segment beside its row.
fn swatch(term: Term) -> AnyView {
    let over = pattern(term).map(|fill| view! { <rect width="16" height="16" fill=fill></rect> });
    view! {
        <svg class=format!("swatch seg {}", term.as_str()) width="16" height="16" aria-hidden="true">
            <rect width="16" height="16"></rect>{over}
        </svg>
    }
    .into_any()
}

/// The bar with its table.
pub(crate) fn identity(context: Context, id: &str, line: &Line) -> AnyView {
    let currency = line.currency.code.as_str().into();
    let caption = context.with("line-caption", &[("currency", currency)]);
    let caption_id = format!("{id}-caption");
    let named_by = caption_id.clone();
    view! {
        <div class="identity">
            {bar(context, id, line, true)}
            <div class="table scrolls" role="region" aria-labelledby=named_by tabindex="0">
                <table>
                    <caption id=caption_id>{caption}</caption>
                    {head(context)}
                    <tbody>{came_in(context, line)}</tbody>
                    <tbody>{is_now(context, line)}</tbody>
                </table>
            </div>
            {outside(context, line)}
        </div>
    }
    .into_any()
}

fn head(context: Context) -> AnyView {
    view! {
        <thead>
            <tr>
                <th scope="col">{context.t("line-what")}</th>
                <th scope="col" class="num">{context.t("line-amount")}</th>
                <th scope="col" class="num">{context.t("line-share")}</th>
            </tr>
        </thead>
    }
    .into_any()
}

fn came_in(context: Context, line: &Line) -> Vec<AnyView> {
    let plain = |id: &str, minor: Minor| {
        let name = context.t(id).into_any();
        row(context, line, "", name, minor, None)
    };
    vec![
        plain("line-appropriated", line.appropriated),
        plain("line-income", line.income),
        row(
            context,
            line,
            "total",
            context.t("line-came-in").into_any(),
            line.came_in(),
            None,
        ),
    ]
}

fn is_now(context: Context, line: &Line) -> Vec<AnyView> {
    let mut rows: Vec<AnyView> = Term::ALL
        .into_iter()
        .filter(|term| term.always_shown() || term.of(line) != 0)
        .map(|term| {
            let name = view! { {swatch(term)}{term_word(context, term)} }.into_any();
            let hint = context.t(&format!("term-hint-{}", term.as_str()));
            row(context, line, "", name, term.of(line), Some(hint))
        })
        .collect();
    let total = context.t("line-accounted-for").into_any();
    rows.push(row(
        context,
        line,
        "total",
        total,
        line.accounted_for(),
        None,
    ));
    rows
}

fn row(
    context: Context,
    line: &Line,
    class: &'static str,
    name: AnyView,
    minor: Minor,
    hint: Option<String>,
) -> AnyView {
    let share = format::share(context.language, minor, line.came_in());
    let hint = hint.map(|hint| view! { <span class="hint">{hint}</span> });
    view! {
        <tr class=class>
            <th scope="row">{name}{hint}</th>
            <td class="num">{amount(context, minor, &line.currency)}</td>
            <td class="num share">{share}</td>
        </tr>
    }
    .into_any()
}

/// What stands beside the identity: whether it holds, and what is contested.
fn outside(context: Context, line: &Line) -> AnyView {
    let equal = if line.balances() {
        view! { <p class="equal">{context.t("line-balances")}</p> }.into_any()
    } else {
        let difference = line.came_in() - line.accounted_for();
        let text = context.rich(
            "line-differs",
            vec![(
                "difference",
                money(context, difference, &line.currency).into(),
            )],
        );
        view! { <p class="equal differs">{text}</p> }.into_any()
    };
    let contested = (line.contested != 0).then(|| {
        let text = context.rich(
            "line-contested",
            vec![(
                "amount",
                money(context, line.contested, &line.currency).into(),
            )],
        );
        view! { <p class="inset">{text}</p> }
    });
    view! { {equal}{contested} }.into_any()
}
