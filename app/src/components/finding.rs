//! A finding in neutral words with this case's numbers.

use leptos::prelude::*;

use crate::components::figure::{day, day_at, money};
use crate::components::party::{entry, party, party_text, programme};
use crate::components::tag;
use crate::context::Context;
use crate::views::{FindingCode, FindingView, FindingsFilter};
use crate::words::Piece;

/// The title of a code.
pub(crate) fn code_title(context: Context, code: FindingCode) -> String {
    context.t(&format!("finding-{}", code.as_str()))
}

/// Findings one under the other; `None` for an empty list.
pub(crate) fn list(context: Context, findings: &[FindingView], level: Level) -> Option<AnyView> {
    if findings.is_empty() {
        return None;
    }
    let items: Vec<_> = findings
        .iter()
        .map(|finding| view! { <li>{item(context, finding, level)}</li> })
        .collect();
    Some(view! { <ol class="findings">{items}</ol> }.into_any())
}

/// The level of the findings' own headings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Right under the page's title.
    Two,
    /// Within a section of a page.
    Three,
}

fn item(context: Context, finding: &FindingView, level: Level) -> AnyView {
    let closed = finding.closed_at.map(|_| tag::finding_closed(context));
    view! {
        <article class="finding">
            <div class="finding-head">
                {heading(context, finding, level)}
                <span class="tags">{closed}{tag::severity(context, finding.severity)}</span>
            </div>
            {parties(context, finding)}
            <p class="finding-says">{says(context, finding)}{due(context, finding)}</p>
            <p class="meta">{meta(context, finding)}</p>
        </article>
    }
    .into_any()
}

fn heading(context: Context, finding: &FindingView, level: Level) -> AnyView {
    let title = code_title(context, finding.code);
    // A screen reader lists links without their surroundings: the name tells them apart.
    let about = finding.payee.as_ref().or(finding.payer.as_ref()).map(|party| {
        let name = party_text(party);
        view! { <span class="hidden">{context.with("finding-about", &[("party", name.into())])}</span> }
    });
    let linked = view! { <a href=context.finding(&finding.id)>{title}{about}</a> };
    match level {
        Level::Two => view! { <h2>{linked}</h2> }.into_any(),
        Level::Three => view! { <h3>{linked}</h3> }.into_any(),
    }
}

/// Both names.
pub(crate) fn parties(context: Context, finding: &FindingView) -> Option<AnyView> {
    let text = match (&finding.payer, &finding.payee) {
        (Some(payer), Some(payee)) => context.rich(
            "finding-between",
            vec![
                ("payer", party(context, payer).into()),
                ("payee", party(context, payee).into()),
            ],
        ),
        (Some(one), None) | (None, Some(one)) => party(context, one),
        (None, None) => return None,
    };
    Some(view! { <p class="finding-parties">{text}</p> }.into_any())
}

/// The sentence with the numbers. The formulas are the ledger's; this only words them.
pub(crate) fn says(context: Context, finding: &FindingView) -> AnyView {
    let id = format!("finding-says-{}", finding.code.as_str());
    let currency = &finding.currency;
    let sent = || ("sent", money(context, finding.sent, currency).into());
    let received = || {
        (
            "received",
            money(context, finding.received, currency).into(),
        )
    };
    let at_risk = || ("amount", money(context, finding.at_risk, currency).into());
    let days = || ("days", count_days(finding.days));
    let allowed = || ("allowed", count_days(finding.days_allowed));
    let pieces = match finding.code {
        FindingCode::ReceiptOverdue => vec![sent(), received(), at_risk()],
        FindingCode::ReceiptShort | FindingCode::ReceiptOver | FindingCode::ReceiptContested => {
            vec![sent(), received(), at_risk()]
        }
        FindingCode::ReceiptDenied => vec![sent(), at_risk()],
        FindingCode::IdleBalance => vec![at_risk(), days(), allowed()],
        FindingCode::LateHop => vec![sent(), days(), allowed()],
        FindingCode::PossibleDuplicate => vec![at_risk(), days()],
    };
    context.rich(&id, pieces)
}

fn count_days(days: Option<i64>) -> Piece {
    Piece::Count(days.unwrap_or_default().unsigned_abs())
}

/// When the answer is or was due: for findings that wait for one.
pub(crate) fn due(context: Context, finding: &FindingView) -> Option<AnyView> {
    let due = finding.due?;
    let text = match (finding.code, finding.days, finding.closed_at) {
        (FindingCode::ReceiptOverdue, Some(days), None) if days > 0 => context.rich(
            "finding-due-since",
            vec![
                ("due", day(context, due).into()),
                ("days", count_days(Some(days))),
            ],
        ),
        (FindingCode::LateHop | FindingCode::IdleBalance | FindingCode::PossibleDuplicate, ..) => {
            return None;
        }
        _ => context.rich("finding-due", vec![("due", day(context, due).into())]),
    };
    Some(view! { {context.t("sentence-space")}{text} }.into_any())
}

fn meta(context: Context, finding: &FindingView) -> AnyView {
    let dates = match finding.closed_at {
        Some(closed) => context.rich(
            "finding-opened-closed",
            vec![
                ("opened", day_at(context, finding.opened_at).into()),
                ("closed", day_at(context, closed).into()),
            ],
        ),
        None => context.rich(
            "finding-opened",
            vec![
                ("opened", day_at(context, finding.opened_at).into()),
                ("asof", day_at(context, finding.as_of).into()),
            ],
        ),
    };
    let proof: Vec<_> = finding
        .entries
        .iter()
        .map(|proof| view! { <span>{entry(context, proof)}</span> })
        .collect();
    view! {
        <span>{programme(context, &finding.programme)}</span>
        <span>{dates}</span>
        {proof}
    }
    .into_any()
}

/// A list of open findings of a page with a link to all of them.
pub(crate) fn section(
    context: Context,
    findings: &[FindingView],
    open: u64,
    filter: &FindingsFilter,
) -> AnyView {
    let shown = list(context, findings, Level::Three);
    let none = findings
        .is_empty()
        .then(|| view! { <p>{context.t("findings-none")}</p> });
    let all = (open > 0).then(|| {
        let text = context.with("findings-all-open", &[("count", open.into())]);
        view! { <p><a class="more" href=context.findings(filter, 1)>{text}</a></p> }
    });
    view! {
        <section aria-labelledby="findings">
            <h2 id="findings">{context.t("findings-title")}</h2>
            {shown}{none}{all}
        </section>
    }
    .into_any()
}
