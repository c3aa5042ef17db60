//! Time: judged by ledger time and the programme's calendar, never by a wall clock.

use crate::Refusal;
use crate::entry::Entry;
use crate::facts::Facts;
use crate::field::{Day, Moment};
use crate::limits::CLOCK_DRIFT_SECONDS;
use crate::rows::Programme;

/// Makes sure that the note wasn't signed ahead of ledger time. Ticks are the ledger's time.
pub(super) fn signed_in_time(facts: &Facts, entry: &Entry) -> Result<(), Refusal> {
    let Some(head) = &facts.head else {
        return Ok(());
    };
    let ahead = entry.time().seconds().saturating_sub(head.clock.seconds()) > CLOCK_DRIFT_SECONDS;
    if ahead && !matches!(entry, Entry::Tick(_)) {
        return Err(Refusal::TimeAhead { clock: head.clock });
    }
    Ok(())
}

/// Makes sure that the note wasn't signed before an entry that it cites.
pub(super) fn signed_after(time: Moment, cited: Moment) -> Result<(), Refusal> {
    if cited.seconds().saturating_sub(time.seconds()) > CLOCK_DRIFT_SECONDS {
        return Err(Refusal::TimeBeforeCited { cited });
    }
    Ok(())
}

/// Makes sure that it happened by the day of signing, and not in a closed period unless it says so.
pub(super) fn happened(
    programme: &Programme,
    occurred: Day,
    late: bool,
    time: Moment,
) -> Result<(), Refusal> {
    let signed = time.local_day(programme.offset);
    if occurred > signed {
        return Err(Refusal::OccurredAhead { signed });
    }
    match programme.closed_through {
        Some(through) if occurred <= through && !late => Err(Refusal::PeriodClosed { through }),
        _ => Ok(()),
    }
}
