//! Tags: a state in a word. Colour only repeats what the word says.

use leptos::prelude::*;

use crate::context::Context;
use crate::views::{DeliveryStand, DraftStand, HouseVote, Severity, StepState};

fn tag(tone: &'static str, text: String) -> AnyView {
    view! { <strong class=format!("tag {tone}")>{text}</strong> }.into_any()
}

/// How much a finding weighs.
pub(crate) fn severity(context: Context, severity: Severity) -> AnyView {
    match severity {
        Severity::Note => tag("plain", context.t("severity-note")),
        Severity::Warning => tag("amber", context.t("severity-warning")),
        Severity::Serious => tag("red", context.t("severity-serious")),
    }
}

/// How a step stands.
pub(crate) fn step_state(context: Context, state: StepState) -> AnyView {
    match state {
        StepState::InTransit => tag("blue", context.t("state-in-transit")),
        StepState::Unconfirmed => tag("amber", context.t("state-unconfirmed")),
        StepState::Partly => tag("blue", context.t("state-partly")),
        StepState::Received => tag("green", context.t("state-received")),
        StepState::Short => tag("red", context.t("state-short")),
        StepState::Denied => tag("red", context.t("state-denied")),
        StepState::Over => tag("amber", context.t("state-over")),
        StepState::TakenBack => tag("plain", context.t("state-taken-back")),
        StepState::Settled => tag("plain", context.t("state-settled")),
    }
}

/// A programme that is closed to outflows.
pub(crate) fn closed(context: Context) -> AnyView {
    tag("plain", context.t("programme-closed"))
}

/// A finding that is closed.
pub(crate) fn finding_closed(context: Context) -> AnyView {
    tag("green", context.t("finding-closed"))
}

/// A member that is frozen.
pub(crate) fn frozen(context: Context) -> AnyView {
    tag("blue", context.t("member-frozen"))
}

/// What the reader's house said of a proposal; nothing where it has no vote.
pub(crate) fn house_vote(context: Context, vote: HouseVote) -> Option<AnyView> {
    match vote {
        HouseVote::None => None,
        HouseVote::Open => Some(tag("amber", context.t("proposal-tag-open"))),
        HouseVote::For => Some(tag("green", context.t("books-proposal-yes"))),
        HouseVote::Against => Some(tag("plain", context.t("books-proposal-no"))),
    }
}

/// A key that was reported compromised.
pub(crate) fn compromised(context: Context) -> AnyView {
    tag("red", context.t("key-compromised"))
}

/// A key that signs no more.
pub(crate) fn revoked(context: Context) -> AnyView {
    tag("plain", context.t("device-revoked"))
}

/// Whether the ledger takes entries.
pub(crate) fn takes_entries(context: Context, takes: bool) -> AnyView {
    if takes {
        tag("green", context.t("status-yes"))
    } else {
        tag("amber", context.t("status-no"))
    }
}

/// How many days late an answer is.
pub(crate) fn late(context: Context, days: u64) -> AnyView {
    tag(
        "amber",
        context.with("tasks-late", &[("days", days.into())]),
    )
}

/// An answer that is due on the ledger's day.
pub(crate) fn due_today(context: Context) -> AnyView {
    tag("blue", context.t("tasks-due-today"))
}

/// An account that nobody can sign in with any more.
pub(crate) fn account_closed(context: Context) -> AnyView {
    tag("plain", context.t("people-closed"))
}

/// The account of whoever looks.
pub(crate) fn own_account(context: Context) -> AnyView {
    tag("blue", context.t("people-own"))
}

/// How a draft stands.
pub(crate) fn draft_stand(context: Context, stand: DraftStand) -> AnyView {
    match stand {
        DraftStand::Waiting => tag("blue", context.t("drafts-stand-waiting")),
        DraftStand::Previewed => tag("plain", context.t("drafts-stand-previewed")),
        DraftStand::Signing => tag("blue", context.t("drafts-stand-signing")),
        DraftStand::Asking => tag("blue", context.t("drafts-stand-asking")),
        DraftStand::SentBack => tag("amber", context.t("drafts-stand-sent-back")),
        DraftStand::Issued => tag("green", context.t("drafts-stand-issued")),
    }
}

/// What came of a message.
pub(crate) fn delivery(context: Context, stand: DeliveryStand) -> AnyView {
    match stand {
        DeliveryStand::Waits => tag("blue", context.t("hooks-stand-waits")),
        DeliveryStand::Sent => tag("green", context.t("hooks-stand-sent")),
        DeliveryStand::GivenUp => tag("red", context.t("hooks-stand-given-up")),
    }
}
