//! A store's notes as an iterator for the verifier's threads.

use super::Failure;
use crate::demo;
use crate::speech;
use crate::store::{Store, StoredNote};
use crate::verify::{Numbered, SourceError};
use ledger::{Entry, Note};
use std::collections::VecDeque;
use tokio::runtime::Handle;

/// Notes that are read at once: a few hundred kilobytes.
pub(super) const PAGE_NOTES: u32 = 1024;

/// Reads a store's notes piece by piece. It blocks, so it belongs on a thread of its own.
pub(super) struct StoreNotes<'s> {
    store: &'s Store,
    runtime: Handle,
    next: u64,
    page: VecDeque<StoredNote>,
}

impl<'s> StoreNotes<'s> {
    /// From the genesis on; to be made inside a runtime.
    pub(super) fn new(store: &'s Store) -> Self {
        Self {
            store,
            runtime: Handle::current(),
            next: 0,
            page: VecDeque::new(),
        }
    }
}

impl Iterator for StoreNotes<'_> {
    type Item = Result<Numbered, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.is_empty() {
            match self
                .runtime
                .block_on(self.store.notes(self.next, PAGE_NOTES))
            {
                Ok(page) => self.page = page.into(),
                Err(error) => return Some(Err(SourceError::Store(error.to_string()))),
            }
        }
        let stored = self.page.pop_front()?;
        self.next = stored.index + 1;
        Some(Ok(Numbered {
            index: stored.index,
            note: stored.note,
            identity: None,
        }))
    }
}

/// Whether the ledger says of itself that its receipts are simulated.
pub(super) async fn is_simulated(store: &Store) -> Result<bool, Failure> {
    let first = store
        .note(0)
        .await?
        .and_then(|stored| Note::parse(&stored.note).ok());
    Ok(first.is_some_and(|note| match note.entry() {
        Entry::Genesis(genesis) => demo::is_simulated(genesis),
        _ => false,
    }))
}

/// Says so on standard error, beside whatever is printed.
pub(super) async fn say_if_simulated(store: &Store) -> Result<(), Failure> {
    if is_simulated(store).await? {
        eprintln!("{}", speech::say("simulated-ledger"));
    }
    Ok(())
}
