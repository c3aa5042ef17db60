//! Check a programme's total: on the reader's own machine, and how to do it with the command line.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::party::programme_text;
use crate::components::prose::{list, paragraphs, section};
use crate::components::table::{Narrow, figures, table, words};
use crate::context::{Context, api_tallies};
use crate::format;
use crate::islands::total::{
    ENTRIES_MAX, FORM, Figure, PROGRESS, RESULT, SAID, START, TRUST, Term, UNSTARTED, Word, Words,
    Writing, cell,
};
use crate::pages::island::{kinds, reasons, words as words_of};
use crate::pages::programme::bucket;
use crate::views::{Bucket, Currency, Frame, Line, TallyRow, TotalPage};
use crate::words::Value;

/// A term, its word's key, and where a row has it.
type Column<R> = (Term, &'static str, fn(&R) -> i128);

/// The terms of the line, as this page's table has them. What isn't confirmed is one figure here: how
/// much of it is overdue changes with the ledger's clock.
const LINE: [Column<Line>; 8] = [
    (Term::Appropriated, "line-appropriated", |line| {
        line.appropriated
    }),
    (Term::Income, "line-income", |line| line.income),
    (Term::Spent, "term-spent", |line| line.spent),
    (Term::Left, "term-left", |line| line.left),
    (Term::Held, "term-held", |line| line.held),
    (Term::InTransit, "tally-transit", |line| line.transit),
    (Term::Missing, "term-missing", |line| line.missing),
    (Term::WrittenOff, "term-written-off", |line| {
        line.written_off
    }),
];

/// The columns of the programme's table of months.
const MONTH: [Column<TallyRow>; 5] = [
    (Term::Appropriated, "tally-allocated", |row| row.allocated),
    (Term::Sent, "tally-sent", |row| row.sent),
    (Term::Received, "tally-received", |row| row.received),
    (Term::InTransit, "tally-transit", |row| row.transit),
    (Term::Missing, "tally-missing", |row| row.missing),
];

pub(crate) fn total(context: Context, frame: &Frame, page: &TotalPage) -> Body {
    let title = context.t("total-title");
    let name = programme_text(&page.programme);
    let main = view! {
        <p class="kicker">{name.clone()}</p>
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("total-lead")}</p>
        {here(context, frame, page)}
        {line(context, page)}
        {section("checked", context.t("total-checked"), list(context, &CHECKED))}
        {section("unchecked", context.t("total-unchecked"), list(context, &UNCHECKED))}
        {section("elsewhere", context.t("verify-elsewhere"), elsewhere(context, frame, page))}
    };
    Body {
        title: format!("{title}: {name}"),
        trail: vec![
            (context.t("nav-home"), context.home()),
            (name, context.programme(&page.programme.id)),
        ],
        data: Some(api_tallies(&page.programme.id)),
        unlisted: false,
        main: main.into_any(),
    }
}

/// What the check covers, and what it proves.
const CHECKED: [&str; 5] = [
    "total-checked-log",
    "total-checked-entries",
    "total-checked-money",
    "total-checked-figures",
    "total-checked-proves",
];

/// What it leaves out.
const UNCHECKED: [&str; 4] = [
    "total-unchecked-rules",
    "total-unchecked-figures",
    "total-unchecked-true",
    "total-unchecked-server",
];

/// The check itself; without a script, and on a server that has none, it stays hidden.
fn here(context: Context, frame: &Frame, page: &TotalPage) -> AnyView {
    if frame.boots.total.is_empty() {
        return view! { <p class="inset">{context.t("total-no-script")}</p> }.into_any();
    }
    if page.entries > ENTRIES_MAX {
        let count = |count| Value::Count(count);
        let values = [
            ("entries", count(page.entries)),
            ("max", count(ENTRIES_MAX)),
        ];
        return view! { <p class="inset">{context.with("total-too-many", &values)}</p> }.into_any();
    }
    let words: Words = words_of(context);
    view! {
        <p id=UNSTARTED class="inset">{context.t("total-no-script")}</p>
        {form(context, page, &words)}
    }
    .into_any()
}

fn form(context: Context, page: &TotalPage, words: &Words) -> AnyView {
    let say = |word| words.say(word);
    let figures = Figure::to_text(&shown(context, page));
    let writing = writing(context, &page.line.currency).to_text();
    view! {
        <div
            id=FORM hidden data-programme=page.programme.id.clone() data-entries=page.entries.to_string()
            data-figures=figures data-writing=writing data-words=words.to_text()
            data-reasons=reasons(context) data-kinds=kinds(context)
        >
            <div class="filter">
                <div class="field alone">
                    <label for=TRUST>{say(Word::Trust)}</label>
                    <p id="total-trust-hint" class="meta">{say(Word::TrustHint)}</p>
                    <textarea
                        id=TRUST rows="4" aria-describedby="total-trust-hint" autocapitalize="off" autocomplete="off" spellcheck="false"
                    >{page.trust.clone()}</textarea>
                </div>
                <div class="submit"><button id=START type="button">{say(Word::Start)}</button></div>
            </div>
            <progress id=PROGRESS hidden max="1" value="0" aria-labelledby=SAID></progress>
            <p id=SAID role="status"></p>
            <div id=RESULT role="status"></div>
        </div>
    }
    .into_any()
}

/// Every figure that is compared, by what the page calls it.
fn shown(context: Context, page: &TotalPage) -> Vec<Figure> {
    let line = LINE.iter().map(|(term, id, of)| Figure {
        month: ledger::Month::ALL,
        term: *term,
        minor: of(&page.line),
        label: context.t(id),
    });
    let months = page.months.iter().flat_map(|row| {
        MONTH.iter().map(move |(term, id, of)| {
            let values = [
                ("term", context.t(id).into()),
                ("month", bucket(context, &row.bucket).into()),
            ];
            Figure {
                month: ledger::Month::from_number(number(&row.bucket)),
                term: *term,
                minor: of(row),
                label: context.with("total-of-month", &values),
            }
        })
    });
    line.chain(months).collect()
}

/// A month as the ledger counts it.
fn number(bucket: &Bucket) -> u32 {
    match bucket {
        Bucket::Month(year, month) => year.unsigned_abs() * 100 + month,
        Bucket::Tier(_) | Bucket::Region(_) => 0,
    }
}

/// How the language writes figures, learned from how it writes some.
fn writing(context: Context, currency: &Currency) -> Writing {
    let language = context.language;
    let without_digits = |text: String| text.replace(|one: char| one.is_ascii_digit(), "");
    let tenths = Currency {
        code: String::new(),
        exponent: 1,
    };
    let four = format::integer(language, 1_000);
    Writing {
        group: without_digits(format::integer(language, 10_000)),
        decimal: without_digits(format::amount(language, 15, &tenths)),
        grouped_from: if four.len() > 4 { 4 } else { 5 },
        exponent: usize::from(currency.exponent),
    }
}

fn line(context: Context, page: &TotalPage) -> AnyView {
    let currency = &page.line.currency;
    let columns = vec![
        words(context.t("line-what")),
        figures(context.t("total-on-page")),
        figures(context.t("total-by-entries")),
    ];
    let rows = LINE.iter().map(|(term, id, of)| {
        let amount = format::amount(context.language, of(&page.line), currency);
        vec![
            context.t(id).into_any(),
            amount.into_any(),
            view! { <span id=cell(*term)>"–"</span> }.into_any(),
        ]
    });
    let values = [
        ("currency", currency.code.as_str().into()),
        ("count", page.entries.into()),
    ];
    let caption = context.with("total-caption", &values);
    table("line", caption, Narrow::Stacks, columns, rows.collect())
}

fn elsewhere(context: Context, frame: &Frame, page: &TotalPage) -> AnyView {
    let vkey = if page.vkey.is_empty() {
        "VKEY"
    } else {
        &page.vkey
    };
    let base = if frame.base_url.is_empty() {
        "URL"
    } else {
        &frame.base_url
    };
    let commands = format!(
        "countersign verify --log {base} --vkey '{vkey}'\n\
         countersign mirror --once --from {base} --data copy --vkey '{vkey}'\n\
         countersign tally --data copy --programme {}\n",
        page.programme.id
    );
    let label = context.t("verify-commands");
    view! {
        {paragraphs(context, &["total-elsewhere-about"])}
        <pre role="region" aria-label=label tabindex="0" translate="no" lang="en">{commands}</pre>
        {list(context, &["verify-elsewhere-key", "total-elsewhere-mirror"])}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn the_island_writes_figures_as_the_page_does() {
        for language in Language::ALL {
            for exponent in [0, 2, 3] {
                let currency = Currency {
                    code: String::new(),
                    exponent,
                };
                let writing = writing(Context::new(language), &currency);
                let writing = Writing::from_text(&writing.to_text());
                for minor in [
                    0,
                    7,
                    -7,
                    999,
                    1_000,
                    9_999,
                    10_000,
                    1_234_567,
                    -432_755_085_309,
                ] {
                    let page = format::amount(language, minor, &currency);
                    assert_eq!(writing.amount(minor), page, "{minor} {}", language.code());
                }
                for count in [0, 999, 1_000, 16_215, 1_234_567] {
                    let page = format::integer(language, i128::from(count));
                    assert_eq!(writing.count(count), page);
                }
            }
        }
    }

    #[test]
    fn every_figure_stands_in_the_page_as_it_is_compared() {
        let page = crate::sample::total_page();
        let figures = shown(Context::new(Language::Es), &page);
        assert_eq!(figures.len(), LINE.len() + MONTH.len() * page.months.len());
        assert_eq!(Figure::from_text(&Figure::to_text(&figures)), figures);
    }
}
