//! The sums that a store holds, for whoever holds them against the entries.

use super::Failure;
use crate::store::Store;
use crate::store::read::{ROWS_MAX, Window};
use crate::verify::Sums;

/// Every sum of steps and findings that a store holds.
pub(super) async fn stored(store: &Store) -> Result<Sums, Failure> {
    let (mut sums, window) = (Sums::default(), Window::first(ROWS_MAX));
    let mut after = None;
    while let Some(page) = some(store.every_flow(after.as_ref(), window).await?) {
        after = page.last().map(|(key, _)| key.clone());
        sums.flows.extend(page);
    }
    let mut after = None;
    while let Some(page) = some(store.every_arrival(after.as_ref(), window).await?) {
        after = page.last().map(|(key, _)| key.clone());
        sums.arrivals.extend(page);
    }
    let mut after = None;
    while let Some(page) = some(store.every_finding_count(after.as_ref(), window).await?) {
        after = page.last().map(|(key, _)| key.clone());
        sums.findings.extend(page);
    }
    Ok(sums)
}

/// A page, unless the list is at its end.
fn some<T>(page: Vec<T>) -> Option<Vec<T>> {
    (!page.is_empty()).then_some(page)
}
