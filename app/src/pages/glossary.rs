//! The words of these pages, each with an anchor of its own.

use leptos::prelude::*;

use crate::components::document::Body;
use crate::components::finding::code_title;
use crate::components::prose::section;
use crate::context::Context;
use crate::views::FindingCode;

/// Words of the catalogue as `glossary-{word}` and `glossary-is-{word}`, in their sections.
pub(crate) const WORDS: [(&str, &[&str]); 4] = [
    (
        "who",
        &[
            "member",
            "office",
            "person",
            "house",
            "level",
            "payer",
            "payee",
            "operator",
            "auditor",
            "witness",
            "mirror",
            "recipient",
        ],
    ),
    (
        "what",
        &[
            "ledger",
            "entry",
            "note",
            "signature",
            "server",
            "identity",
            "index",
            "reference",
            "ledger-time",
            "programme",
            "finding",
            "tally",
            "refusal",
        ],
    ),
    (
        "moves",
        &[
            "appropriation",
            "income",
            "transfer",
            "receipt",
            "denial",
            "correction",
            "covering",
            "return",
            "bounce",
            "reversal",
            "charge",
            "expense",
            "surrender",
            "carry-over",
            "recovery",
            "write-off",
            "freeze",
            "endorsement",
        ],
    ),
    (
        "where",
        &[
            "source",
            "step",
            "hop",
            "chain",
            "line",
            "held",
            "in-transit",
            "unconfirmed",
            "missing",
            "contested",
            "spent",
            "left",
        ],
    ),
];

pub(crate) fn glossary(context: Context) -> Body {
    let title = context.t("glossary-title");
    let sections: Vec<_> = WORDS
        .iter()
        .map(|(id, words)| {
            let terms = words
                .iter()
                .map(|word| {
                    let name = context.t(&format!("glossary-{word}"));
                    term(word, name, context.t(&format!("glossary-is-{word}")))
                })
                .collect();
            section(
                id,
                context.t(&format!("glossary-part-{id}")),
                terms_list(terms),
            )
        })
        .collect();
    let findings = FindingCode::ALL
        .into_iter()
        .map(|code| {
            let word = code.as_str();
            let means = context.t(&format!("glossary-is-{word}"));
            term(word, code_title(context, code), means)
        })
        .collect();
    let main = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{context.t("glossary-lead")}</p>
        {sections}
        {section("findings", context.t("findings-title"), terms_list(findings))}
    };
    Body {
        title,
        trail: vec![(context.t("nav-home"), context.home())],
        data: None,
        unlisted: false,
        main: main.into_any(),
    }
}

fn terms_list(terms: Vec<AnyView>) -> AnyView {
    view! { <dl class="terms">{terms}</dl> }.into_any()
}

fn term(word: &'static str, name: String, means: String) -> AnyView {
    view! { <div id=word><dt>{name}</dt><dd>{means}</dd></div> }.into_any()
}
