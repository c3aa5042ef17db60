//! Steps, as lists and the page of an entry show them.

use super::lexicon::Lexicon;
use app::views::{Seconds, StepRow, StepState};
use ledger::field::Moment;
use ledger::{Minor, Programme, Step, StepKind};

/// A step in a list.
pub(crate) fn row(lexicon: &Lexicon, step: &Step, clock: Seconds) -> StepRow {
    let programme = step.programme.as_str();
    let kind = if step.kind == StepKind::Return {
        "return"
    } else {
        "transfer"
    };
    StepRow {
        identity: step.identity.to_string(),
        kind: kind.to_owned(),
        programme: lexicon.programme(programme),
        currency: lexicon.currency(programme),
        from: lexicon.party(&step.from),
        to: lexicon.party(&step.to),
        occurred: step.occurred.date(),
        due: Some(step.due.date()),
        sent: step.sent(),
        received: step.received(),
        open: step.open(),
        state: state(step, is_past_due(step, lexicon.terms(programme), clock)),
    }
}

/// Whether the due day has ended in the programme's local time.
fn is_past_due(step: &Step, programme: Option<&Programme>, clock: Seconds) -> bool {
    let offset = programme
        .map(|programme| programme.offset)
        .unwrap_or_default();
    step.due.end(offset) <= Moment(clock)
}

/// How a step stands: what both sides said so far, in the order of what a reader must know first.
pub(crate) fn state(step: &Step, past_due: bool) -> StepState {
    if step.contested > 0 {
        return StepState::Over;
    }
    if step.open() > 0 {
        return match (step.last_word, step.received() > 0, past_due) {
            (true, true, _) => StepState::Short,
            (true, false, _) => StepState::Denied,
            (false, _, true) => StepState::Unconfirmed,
            (false, true, false) => StepState::Partly,
            (false, false, false) => StepState::InTransit,
        };
    }
    if settled(step) > 0 {
        StepState::Settled
    } else if step.received() == 0 && step.back() > 0 {
        StepState::TakenBack
    } else {
        StepState::Received
    }
}

/// What was recovered or written off, in minor units.
fn settled(step: &Step) -> Minor {
    step.legs
        .iter()
        .map(|leg| leg.recovered + leg.written_off)
        .sum()
}

/// The stable word for how a step stands, apart from whether its due day has passed.
pub(crate) fn settled_state(step: &Step) -> &'static str {
    match state(step, false) {
        StepState::InTransit | StepState::Unconfirmed => "in-transit",
        StepState::Partly => "partly",
        StepState::Received => "received",
        StepState::Short => "short",
        StepState::Denied => "denied",
        StepState::Over => "over",
        StepState::TakenBack => "taken-back",
        StepState::Settled => "settled",
    }
}
