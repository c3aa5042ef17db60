//! A store's own sums, to hold against those that its entries give.

use super::super::Failure;
use crate::speech::Message;
use crate::store::Store;
use crate::store::read::{ALL_MONTHS, ROWS_MAX, ScopeKind, Window};
use crate::verify::Replayed;
use ledger::field::{Field, ProgrammeName, Region, Tier};
use ledger::{Month, Scope, TallyKey, Terms};
use std::collections::{BTreeMap, BTreeSet};

/// Every tally that the store holds of the programmes that it has.
pub(super) async fn stored_tallies(
    store: &Store,
    replayed: &Replayed,
) -> Result<BTreeMap<TallyKey, Terms>, Failure> {
    let mut stored = BTreeMap::new();
    for programme in replayed.facts.programmes.keys() {
        let mut months: BTreeSet<u32> = replayed
            .tallies
            .keys()
            .map(|key| key.month.number())
            .chain([ALL_MONTHS])
            .collect();
        let known = store.months(
            programme.as_str(),
            ScopeKind::Programme,
            "",
            0,
            Window::first(ROWS_MAX),
        );
        months.extend(known.await?.iter().map(|tally| tally.month));
        for scope in ScopeKind::ALL {
            for month in &months {
                of_scope(store, programme, scope, *month, &mut stored).await?;
            }
        }
    }
    Ok(stored)
}

async fn of_scope(
    store: &Store,
    programme: &ProgrammeName,
    scope: ScopeKind,
    month: u32,
    stored: &mut BTreeMap<TallyKey, Terms>,
) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let page = store
            .tallies(
                programme.as_str(),
                scope,
                month,
                &after,
                Window::first(ROWS_MAX),
            )
            .await?;
        let last = page.last().map(|tally| tally.of.clone());
        for tally in page {
            let scope = scope_of(scope, &tally.of)?;
            let key = TallyKey {
                programme: programme.clone(),
                scope,
                month: Month::from_number(month),
            };
            stored.insert(key, tally.terms);
        }
        match last {
            Some(last) if !last.is_empty() => after = last,
            _ => return Ok(()),
        }
    }
}

fn scope_of(scope: ScopeKind, of: &str) -> Result<Scope, Failure> {
    let unreadable = |_| Failure::data(Message::new("tally-of-nothing").with("of", of));
    Ok(match scope {
        ScopeKind::Programme => Scope::Programme,
        ScopeKind::Member => Scope::Member(of.parse().map_err(unreadable)?),
        ScopeKind::Tier => Scope::Tier(Tier::parse(of).map_err(unreadable)?),
        ScopeKind::Region => Scope::Region(Region::parse(of).map_err(unreadable)?),
    })
}
