//! What entries say, kind by kind: events of a step, ends of a payment.

use app::views::{EventKind, Minor};
use ledger::Entry;
use ledger::entry::Kind;
use ledger::field::{Amount, Day, MemberName};

/// Whether a kind is an event of a step.
pub(crate) fn event_kind_of(kind: Kind) -> Option<EventKind> {
    Some(match kind {
        Kind::Receipt => EventKind::ReceivedPart,
        Kind::ReceiptCorrect => EventKind::Corrected,
        Kind::Bounce => EventKind::Bounced,
        Kind::Reversal => EventKind::Reversed,
        Kind::Charge => EventKind::Charged,
        Kind::Recovery => EventKind::Recovered,
        Kind::WriteOff => EventKind::WrittenOff,
        Kind::Transfer => EventKind::Covered,
        _ => return None,
    })
}

/// What an event says: its kind, its amount, its day.
pub(crate) fn event(entry: &Entry, sent: Minor) -> Option<(EventKind, Minor, Day)> {
    Some(match entry {
        Entry::Receipt(entry) => {
            let kind = match (entry.last.is_some(), entry.amount.minor()) {
                (true, 0) => EventKind::Denied,
                (true, _) => EventKind::ReceivedFinal,
                (false, _) => EventKind::ReceivedPart,
            };
            (kind, entry.amount.minor(), entry.occurred)
        }
        Entry::ReceiptCorrect(entry) => {
            let part = |amount: Option<Amount>| amount.map_or(0, Amount::minor);
            (
                EventKind::Corrected,
                part(entry.amount) + part(entry.withdraw),
                entry.occurred,
            )
        }
        Entry::Bounce(entry) => (EventKind::Bounced, entry.amount.minor(), entry.occurred),
        Entry::Reversal(entry) => (EventKind::Reversed, sent, entry.occurred),
        Entry::Charge(entry) => (EventKind::Charged, entry.amount.minor(), entry.occurred),
        Entry::Recovery(entry) => (EventKind::Recovered, entry.amount.minor(), entry.occurred),
        Entry::WriteOff(entry) => (EventKind::WrittenOff, entry.amount.minor(), entry.occurred),
        Entry::Transfer(entry) => (EventKind::Covered, entry.amount.minor(), entry.occurred),
        _ => return None,
    })
}

/// What a step was for, in the payer's words.
pub(crate) fn purpose(entry: &Entry) -> Option<String> {
    match entry {
        Entry::Transfer(entry) => entry.purpose.as_ref().map(ToString::to_string),
        Entry::Return(entry) => entry.reason.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// Who paid whom how much on which day.
pub(crate) fn ends(entry: &Entry) -> Option<(Option<String>, Option<String>, Minor, Day)> {
    let name = |name: &MemberName| Some(name.to_string());
    Some(match entry {
        Entry::Appropriation(entry) => {
            (None, name(&entry.by), entry.amount.minor(), entry.occurred)
        }
        Entry::Transfer(entry) => (
            name(&entry.from),
            name(&entry.to),
            entry.amount.minor(),
            entry.occurred,
        ),
        Entry::Return(entry) => (
            name(&entry.from),
            name(&entry.to),
            entry.amount.minor(),
            entry.occurred,
        ),
        Entry::Expense(entry) => (name(&entry.by), None, entry.amount.minor(), entry.occurred),
        Entry::Surrender(entry) => (name(&entry.by), None, entry.amount.minor(), entry.occurred),
        Entry::CarryOver(entry) => (
            name(&entry.by),
            name(&entry.by),
            entry.amount.minor(),
            entry.occurred,
        ),
        _ => return None,
    })
}
