//! Taking entries in: each is read, its signatures checked, judged by every rule, and committed with
//! all that follows from it, as the log's own server did.

use crate::log_client::Leaf;
use crate::ports::Clock;
use crate::sequencer::{ROWS_HELD_MAX, WorkingSet};
use crate::store::{Store, StoreError};
use crate::verify::{Fault, Wrong, imbalance};
use ed25519_dalek::VerifyingKey;
use ledger::entry::Kind;
use ledger::field::MemberName;
use ledger::{Effects, Note, Verified};
use std::sync::Arc;

/// Why entries weren't taken in. Those before the one that is named were.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unabsorbed {
    /// An entry is wrong.
    #[error("{0}")]
    Wrong(Box<Wrong>),
    /// An entry follows rules that aren't known here.
    #[error("every entry before {index} is right, newer rules are needed from there: {fault}")]
    NewerRules {
        /// Its index.
        index: u64,
        /// What is unknown.
        fault: Box<Fault>,
    },
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What takes entries into a store that nobody else writes.
pub(super) struct Absorber {
    store: Arc<Store>,
    working: WorkingSet,
    clock: Arc<dyn Clock>,
}

impl Absorber {
    /// Goes on where the store ends.
    pub(super) fn new(store: Arc<Store>, clock: Arc<dyn Clock>) -> Self {
        Self {
            store,
            working: WorkingSet::new(ROWS_HELD_MAX),
            clock,
        }
    }

    /// Takes entries in, in their order, the first of them at the store's end.
    ///
    /// # Errors
    /// [`Unabsorbed`]; whatever stands before the entry that it names is committed.
    pub(super) async fn absorb(&mut self, leaves: &[Leaf]) -> Result<(), Unabsorbed> {
        let mut notes = Vec::with_capacity(leaves.len());
        let mut unread = None;
        for leaf in leaves {
            match Note::parse(&leaf.note) {
                Ok(note) => notes.push((leaf.index, note)),
                Err(error) => {
                    unread = Some(told(leaf.index, None, error.into()));
                    break;
                }
            }
        }
        // A tick begins a group of its own: what falls due is loaded as of the group's start.
        for group in notes.chunk_by(|_, (_, next)| next.kind() != Kind::Tick) {
            self.group(group).await?;
        }
        unread.map_or(Ok(()), Err)
    }

    async fn group(&mut self, notes: &[(u64, Note)]) -> Result<(), Unabsorbed> {
        let wanted = notes.iter().map(|(_, note)| note);
        self.working.prepare(&self.store, wanted).await?;
        let mut admitted: Vec<(Verified, Effects)> = Vec::with_capacity(notes.len());
        let mut wrong = None;
        for (index, note) in notes {
            match self.judge(*index, note) {
                Ok(judged) => admitted.push(judged),
                Err(fault) => {
                    wrong = Some(told(*index, Some(note), fault));
                    break;
                }
            }
        }
        let rows: Vec<_> = admitted
            .iter()
            .map(|(verified, effects)| (verified.note(), effects))
            .collect();
        if let Err(error) = self.store.commit(&rows, self.clock.now().seconds()).await {
            self.working.forget();
            return Err(error.into());
        }
        wrong.map_or(Ok(()), Err)
    }

    fn judge(&mut self, index: u64, note: &Note) -> Result<(Verified, Effects), Fault> {
        let keys = &self.working.facts().keys;
        let known = |name: &MemberName, id| {
            let key = keys.get(&(name.clone(), id))?;
            VerifyingKey::from_bytes(key.public.bytes()).ok()
        };
        let verified = note.clone().verify(known)?;
        let effects = self.working.admit(&verified)?;
        if effects.index != index {
            let expected = effects.index;
            return Err(Fault::Place { expected });
        }
        match imbalance(&effects.tallies) {
            None => Ok((verified, effects)),
            Some(by) => Err(Fault::Unbalanced { by }),
        }
    }
}

fn told(index: u64, note: Option<&Note>, fault: Fault) -> Unabsorbed {
    if fault.needs_newer_rules() {
        let fault = Box::new(fault);
        return Unabsorbed::NewerRules { index, fault };
    }
    Unabsorbed::Wrong(Box::new(Wrong {
        index,
        identity: note.map(Note::identity),
        kind: note.map(Note::kind),
        fault,
    }))
}
