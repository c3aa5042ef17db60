//! The ledger's clock, and what falls due as it moves.

use super::posting::Posting;
use super::signers::Signers;
use crate::entry::Tick;
use crate::field::{Moment, Role};
use crate::limits::DUES_PER_TICK;
use crate::rows::{Due, DueKind, NodeRef};
use crate::{Code, Refusal};

/// Moves ledger time. At most [`DUES_PER_TICK`] due rows are settled by one tick, the earliest
/// first; the others follow at the next.
pub(super) fn tick(
    posting: &mut Posting<'_>,
    tick: &Tick,
    signers: &Signers<'_>,
) -> Result<(), Refusal> {
    let head = posting.head();
    if tick.by != head.operator {
        return Err(Refusal::SignerForeign {
            member: tick.by.clone(),
        });
    }
    signers.one_party(&tick.by, Role::Clock)?;
    if tick.time < head.clock {
        return Err(Refusal::ClockBack { clock: head.clock });
    }
    posting.head_mut().clock = tick.time;
    let due: Vec<Due> = posting
        .facts
        .dues
        .iter()
        .take_while(|due| due.at <= tick.time)
        .take(DUES_PER_TICK)
        .copied()
        .collect();
    for due in due {
        posting.effects.dues_gone.push(due);
        match due.kind {
            DueKind::Receipt => receipt_due(posting, due),
            DueKind::Idle => idle_due(posting, due, tick.time),
        }
    }
    Ok(())
}

fn receipt_due(posting: &mut Posting<'_>, due: Due) {
    let step = posting.step_mut(due.index);
    step.watched = false;
    let open = step.open();
    posting.raise(due.index, Code::ReceiptOverdue, open, None, None);
}

/// Looks at a node whose last known movement was long ago: it may have moved since.
fn idle_due(posting: &mut Posting<'_>, due: Due, now: Moment) {
    let at = NodeRef {
        index: due.index,
        leg: due.leg,
    };
    let facts = posting.facts;
    let node = posting
        .node_mut(at)
        .expect("a node that falls due is loaded");
    let programme = facts
        .programmes
        .get(&node.programme)
        .expect("its programme is loaded with it");
    node.watched = false;
    if node.held() == 0 {
        return;
    }
    let idle_from = node.moved.plus(programme.idle_days.0).end(programme.offset);
    if idle_from > now {
        node.watched = true;
        posting.effects.dues_added.push(Due {
            at: idle_from,
            ..due
        });
        return;
    }
    let days = now.local_day(programme.offset).number() - node.moved.number();
    let node = node.clone();
    posting.raise_idle(&node, u32::try_from(days).unwrap_or(u32::MAX));
}
