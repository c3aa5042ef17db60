//! What can become of what is left: the programmes that it may enter, and the treasury.

use super::super::super::error::WebError;
use super::super::looking::Looking;
use super::list::is_over;
use crate::store::read::{ROWS_MAX, Window};
use app::views::{LeaveWay, ProgrammeRef};
use ledger::field::Moment;
use ledger::{Minor, Programme};

/// Programmes that are offered to carry over into: a ministry opens a handful for a year. The command line
/// carries into any.
const NEXT_SHOWN: usize = 12;

/// The form's value of what is surrendered.
const SURRENDER: &str = "surrender";

/// What can become of money.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// The programme that it enters; nothing where it is surrendered.
    pub(super) into: Option<Programme>,
    /// How much of what is shown it can take.
    pub(super) most: Minor,
    /// The rules' code of why not.
    pub(super) refusal: Option<&'static str>,
}

impl Way {
    pub(super) const fn to(into: Option<Programme>) -> Self {
        Self {
            into,
            most: 0,
            refusal: None,
        }
    }

    /// The form's value.
    pub(super) fn value(&self) -> String {
        match &self.into {
            Some(into) => format!("into-{}", into.name),
            None => SURRENDER.to_owned(),
        }
    }

    /// The kind's word, which begins the reference.
    pub(super) const fn word(&self) -> &'static str {
        match &self.into {
            Some(_) => "carry-over",
            None => SURRENDER,
        }
    }

    pub(super) fn view(&self) -> LeaveWay {
        LeaveWay {
            value: self.value(),
            into: self.into.as_ref().map(|into| ProgrammeRef {
                id: into.name.to_string(),
                title: into.title.to_string(),
            }),
            most: self.most,
            refusal: self.refusal,
        }
    }
}

/// The programmes that the rules let money of this one enter, the likeliest first: the same owner's, those
/// whose own year isn't over, the earliest.
pub(super) async fn next(
    at: &Looking,
    from: &Programme,
    clock: Moment,
) -> Result<Vec<Programme>, WebError> {
    let (mut found, mut after) = (Vec::new(), String::new());
    loop {
        let window = Window::first(ROWS_MAX);
        let page = at.app.store().programmes(&after, window).await?;
        let Some(last) = page.last() else { break };
        last.name.as_str().clone_into(&mut after);
        found.extend(page.into_iter().filter(|into| may_enter(from, into)));
    }
    found.sort_by_key(|into| {
        let foreign = into.owner != from.owner;
        (foreign, is_over(into, clock), into.starts)
    });
    found.truncate(NEXT_SHOWN);
    Ok(found)
}

/// Whether a figure of one programme is the same amount in the other, which is open.
fn may_enter(from: &Programme, into: &Programme) -> bool {
    let same_unit = from.currency == into.currency && from.exponent == into.exponent;
    same_unit && !into.closed && from.name != into.name
}
