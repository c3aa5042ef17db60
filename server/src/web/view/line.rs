//! The line of a programme's money, which adds up to the last unit.

use crate::store::read::FindingFilter;
use crate::store::{Store, StoreError};
use app::views::{Currency, Line};
use ledger::{Code, Minor, Terms};

/// The line of a tally. Charges on the way are spent money; rolls have no entries yet.
pub(crate) fn line(currency: Currency, terms: &Terms) -> Line {
    Line {
        currency,
        appropriated: terms.appropriated,
        income: terms.income,
        held: terms.held,
        transit: terms.in_transit,
        missing: terms.missing,
        spent: terms.spent + terms.charged,
        left: terms.left,
        written_off: terms.written_off,
        ..Line::default()
    }
}

/// Adds another programme's line in the same currency.
pub(crate) fn add(sum: &mut Line, line: &Line) {
    sum.appropriated += line.appropriated;
    sum.income += line.income;
    sum.held += line.held;
    sum.transit += line.transit;
    sum.overdue += line.overdue;
    sum.missing += line.missing;
    sum.spent += line.spent;
    sum.left += line.left;
    sum.written_off += line.written_off;
    sum.contested += line.contested;
}

/// What a line has beside its parts. What is overdue or contested is known of the whole only.
pub(crate) fn without<'a>(whole: &Line, parts: impl Iterator<Item = &'a Line>) -> Line {
    let mut rest = Line {
        overdue: 0,
        contested: 0,
        ..whole.clone()
    };
    for part in parts {
        rest.appropriated -= part.appropriated;
        rest.income -= part.income;
        rest.held -= part.held;
        rest.transit -= part.transit;
        rest.missing -= part.missing;
        rest.spent -= part.spent;
        rest.left -= part.left;
        rest.written_off -= part.written_off;
    }
    rest
}

/// Money at risk by a code's open findings of a programme, in minor units.
pub(crate) async fn at_risk(
    store: &Store,
    programme: &str,
    code: Code,
) -> Result<Minor, StoreError> {
    let filter = FindingFilter {
        code: Some(code),
        programme: Some(programme.to_owned()),
        open: Some(true),
        ..FindingFilter::default()
    };
    let sum = store.finding_sum(&filter).await?;
    Ok(sum.at_risk.values().sum())
}
