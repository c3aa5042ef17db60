//! Findings and steps in plain words, for feeds.

use crate::context::Context;
use crate::format;
use crate::views::{Currency, FindingView, Minor, Party, StepRow, StepState};
use crate::words::Language;

/// What a feed says of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is, in a line.
    pub title: String,
    /// What there is to know.
    pub text: String,
}

/// The name of a feed: what it is about, and whose ledger.
#[must_use]
pub fn title(language: Language, about: &str) -> String {
    let context = Context::new(language);
    context.with("page-title", &[("page", about.into())])
}

/// A finding, with its case's numbers.
#[must_use]
pub fn finding(language: Language, finding: &FindingView) -> Item {
    let context = Context::new(language);
    let sum = |minor| money(context, minor, &finding.currency);
    let days = |days: Option<i64>| days.unwrap_or_default().unsigned_abs();
    let values = [
        ("sent", sum(finding.sent).into()),
        ("received", sum(finding.received).into()),
        ("amount", sum(finding.at_risk).into()),
        ("days", days(finding.days).into()),
        ("allowed", days(finding.days_allowed).into()),
    ];
    let code = finding.code.as_str();
    let said = context.with(&format!("finding-says-{code}"), &values);
    let about = between(context, finding.payer.as_ref(), finding.payee.as_ref());
    let what = context.t(&format!("finding-{code}"));
    let state = finding.closed_at.map(|_| context.t("filter-closed"));
    let title = [Some(what), about, state].into_iter().flatten();
    Item {
        title: title.collect::<Vec<_>>().join(" \u{b7} "),
        text: said,
    }
}

/// A step, as it stands.
#[must_use]
pub fn step(language: Language, step: &StepRow) -> Item {
    let context = Context::new(language);
    let sum = |minor| money(context, minor, &step.currency);
    let about = between(context, Some(&step.from), Some(&step.to));
    let title = [about, Some(sum(step.sent))].into_iter().flatten();
    let values = [
        ("state", state(context, step.state).into()),
        ("sent", sum(step.sent).into()),
        ("received", sum(step.received).into()),
        ("day", format::day(language, step.occurred).into()),
    ];
    Item {
        title: title.collect::<Vec<_>>().join(" \u{b7} "),
        text: context.with("feed-step", &values),
    }
}

fn money(context: Context, minor: Minor, currency: &Currency) -> String {
    crate::components::figure::money_text(context, minor, currency)
}

fn between(context: Context, payer: Option<&Party>, payee: Option<&Party>) -> Option<String> {
    let name = |party: &Party| crate::components::party::party_text(party);
    match (payer, payee) {
        (Some(payer), Some(payee)) => Some(context.with(
            "finding-between",
            &[("payer", name(payer).into()), ("payee", name(payee).into())],
        )),
        (one, other) => one.or(other).map(name),
    }
}

fn state(context: Context, state: StepState) -> String {
    context.t(match state {
        StepState::InTransit => "state-in-transit",
        StepState::Unconfirmed => "state-unconfirmed",
        StepState::Partly => "state-partly",
        StepState::Received => "state-received",
        StepState::Short => "state-short",
        StepState::Denied => "state-denied",
        StepState::Over => "state-over",
        StepState::TakenBack => "state-taken-back",
        StepState::Settled => "state-settled",
    })
}
