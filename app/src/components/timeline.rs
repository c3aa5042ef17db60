//! A step as a timeline: what each side said, when, and under whose signatures.

use leptos::prelude::*;

use crate::components::figure::{day, moment, money};
use crate::components::party::party;
use crate::context::Context;
use crate::views::{Currency, EventKind, Minor, Party, SignatureView, StepEvent, StepView};

/// The events of a step and, while something is open, what it waits for.
pub(crate) fn timeline(context: Context, step: &StepView, here: &str) -> AnyView {
    let events: Vec<_> = step
        .events
        .iter()
        .map(|event| happened(context, &step.row.currency, event, here))
        .collect();
    view! { <ol class="timeline">{events}{waiting(context, step)}</ol> }.into_any()
}

const fn event_id(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Sent => "event-sent",
        EventKind::ReceivedPart => "event-received-part",
        EventKind::ReceivedFinal => "event-received-final",
        EventKind::Denied => "event-denied",
        EventKind::Corrected => "event-corrected",
        EventKind::Bounced => "event-bounced",
        EventKind::Reversed => "event-reversed",
        EventKind::Charged => "event-charged",
        EventKind::Recovered => "event-recovered",
        EventKind::WrittenOff => "event-written-off",
        EventKind::Covered => "event-covered",
    }
}

/// What a member said of a step, in a sentence.
pub(crate) fn event_sentence(
    context: Context,
    kind: EventKind,
    who: &Party,
    minor: Minor,
    currency: &Currency,
) -> AnyView {
    let who = ("party", party(context, who).into());
    if kind == EventKind::Denied {
        return context.rich(event_id(kind), vec![who]);
    }
    let amount = ("amount", money(context, minor, currency).into());
    context.rich(event_id(kind), vec![who, amount])
}

fn happened(context: Context, currency: &Currency, event: &StepEvent, here: &str) -> AnyView {
    let says = event_sentence(context, event.kind, &event.party, event.amount, currency);
    let signed = context.rich(
        "event-signed",
        vec![("time", moment(context, event.time).into())],
    );
    let (own, link) = if event.identity == here {
        (
            true,
            view! { <span>{context.t("event-this")}</span> }.into_any(),
        )
    } else {
        (
            false,
            view! { <a href=context.entry(&event.identity)>{context.t("event-entry")}</a> }
                .into_any(),
        )
    };
    view! {
        <li class:here=own>
            <p class="when">{day(context, event.occurred)}</p>
            <p class="says">{says}</p>
            <p class="meta"><span>{signed}</span>{signers(context, &event.signatures)}{link}</p>
        </li>
    }
    .into_any()
}

fn signers(context: Context, signatures: &[SignatureView]) -> Vec<AnyView> {
    signatures
        .iter()
        .map(|signature| {
            let key = ("key", signature.key_id.as_str().into());
            let text = if signature.is_servers() {
                context.with("event-signer-server", &[key])
            } else {
                let person = ("person", signature.person.as_str().into());
                context.with("event-signer", &[person, key])
            };
            view! { <span>{text}</span> }.into_any()
        })
        .collect()
}

fn waiting(context: Context, step: &StepView) -> Option<AnyView> {
    if step.row.open <= 0 {
        return None;
    }
    let amount = (
        "amount",
        money(context, step.row.open, &step.row.currency).into(),
    );
    if step.row.state.is_missing() {
        let text = context.rich("event-missing", vec![amount]);
        return Some(view! { <li class="open"><p class="says">{text}</p></li> }.into_any());
    }
    let text = match step.row.due {
        Some(due) => context.rich(
            "event-open-due",
            vec![amount, ("due", day(context, due).into())],
        ),
        None => context.rich("event-open", vec![amount]),
    };
    Some(view! { <li class="open"><p class="says">{text}</p></li> }.into_any())
}
