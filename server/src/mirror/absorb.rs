//! Taking entries in: each is read and its signatures checked on all cores, judged by every rule in
//! its order, and committed with all that follows from it, as the log's own server did.

use super::home::MirrorError;
use crate::log_client::Leaf;
use crate::ports::Clock;
use crate::sequencer::verifier::{self, Checked, Job, KeyCache, Unit};
use crate::sequencer::{ROWS_HELD_MAX, WorkingSet};
use crate::store::{Store, StoreError};
use crate::verify::{Fault, Wrong, all_cores, imbalance};
use bytes::Bytes;
use ed25519_dalek::VerifyingKey;
use ledger::entry::Kind;
use ledger::field::MemberName;
use ledger::{Effects, Note, NoteError, Verified};
use std::sync::Arc;
use tokio::sync::oneshot;

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

/// Entries in a row, whose signatures are being checked.
pub(super) struct Piece {
    pub(super) leaves: Vec<Leaf>,
    checked: oneshot::Receiver<Vec<Checked>>,
}

/// Checks signatures ahead, on all cores, under the keys that were met so far.
#[derive(Clone)]
pub(super) struct Ahead(flume::Sender<Job<oneshot::Sender<Vec<Checked>>>>);

impl Ahead {
    fn start(keys: &Arc<KeyCache>) -> std::io::Result<Self> {
        let (jobs, queue) = flume::unbounded();
        let hand_over = |unit: Unit<oneshot::Sender<Vec<Checked>>>| {
            // Nobody takes entries in any more.
            _ = unit.reply.send(unit.notes);
        };
        verifier::start(all_cores().get(), keys, &queue, hand_over)?;
        Ok(Self(jobs))
    }

    /// Has the signatures of entries checked.
    pub(super) fn piece(&self, leaves: Vec<Leaf>) -> Piece {
        let notes: Vec<Bytes> = leaves
            .iter()
            .map(|leaf| Bytes::copy_from_slice(&leaf.note))
            .collect();
        let (reply, checked) = oneshot::channel();
        for job in Job::of(&notes, reply) {
            // Without workers every signature is checked when its entry is judged.
            _ = self.0.send(job);
        }
        Piece { leaves, checked }
    }
}

/// An entry that could be read.
enum Read {
    /// Its signatures hold.
    Verified(Box<Verified>),
    /// They are checked when it is judged: an entry before it may enrol the key, or one doesn't hold.
    Unverified(Box<Note>),
}

impl Read {
    /// What was checked ahead; whatever didn't hold there is looked at anew.
    fn of(checked: Option<Checked>, bytes: &[u8]) -> Result<Self, NoteError> {
        match checked {
            Some(Checked::Verified(verified)) => Ok(Self::Verified(verified)),
            _ => Ok(Self::Unverified(Note::parse(bytes)?.into())),
        }
    }

    fn note(&self) -> &Note {
        match self {
            Self::Verified(verified) => verified.note(),
            Self::Unverified(note) => note,
        }
    }
}

/// What takes entries into a store that nobody else writes.
pub(super) struct Absorber {
    store: Arc<Store>,
    working: WorkingSet,
    clock: Arc<dyn Clock>,
    keys: Arc<KeyCache>,
    ahead: Ahead,
}

impl Absorber {
    /// Goes on where the store ends.
    ///
    /// # Errors
    /// [`MirrorError::File`] where no thread can be started.
    pub(super) fn new(store: Arc<Store>, clock: Arc<dyn Clock>) -> Result<Self, MirrorError> {
        let keys = Arc::new(KeyCache::default());
        let ahead = Ahead::start(&keys).map_err(MirrorError::file("verification pool"))?;
        Ok(Self {
            store,
            working: WorkingSet::new(ROWS_HELD_MAX),
            clock,
            keys,
            ahead,
        })
    }

    /// What checks signatures ahead.
    pub(super) fn ahead(&self) -> Ahead {
        self.ahead.clone()
    }

    /// Takes entries in, in their order, the first of them at the store's end.
    ///
    /// # Errors
    /// [`Unabsorbed`]; whatever stands before the entry that it names is committed.
    pub(super) async fn absorb(&mut self, piece: &mut Piece) -> Result<(), Unabsorbed> {
        // Where workers ended early there is nothing: every signature is checked below.
        let checked = (&mut piece.checked).await.unwrap_or_default();
        let mut checked = checked.into_iter();
        let mut notes = Vec::with_capacity(piece.leaves.len());
        let mut unread = None;
        for leaf in &piece.leaves {
            match Read::of(checked.next(), &leaf.note) {
                Ok(read) => notes.push((leaf.index, read)),
                Err(error) => {
                    unread = Some(told(leaf.index, None, error.into()));
                    break;
                }
            }
        }
        // A tick begins a group of its own: what falls due is loaded as of the group's start.
        for group in notes.chunk_by_mut(|_, (_, next)| next.note().kind() != Kind::Tick) {
            self.group(group).await?;
        }
        unread.map_or(Ok(()), Err)
    }

    async fn group(&mut self, notes: &mut [(u64, Read)]) -> Result<(), Unabsorbed> {
        let wanted = notes.iter().map(|(_, read)| read.note());
        self.working.prepare(&self.store, wanted).await?;
        let mut effects: Vec<Effects> = Vec::with_capacity(notes.len());
        let mut wrong = None;
        for (index, read) in notes.iter_mut() {
            match self.judge(*index, read) {
                Ok(judged) => effects.push(judged),
                Err(fault) => {
                    wrong = Some(told(*index, Some(read.note()), fault));
                    break;
                }
            }
        }
        let admitted = notes.iter().map(|(_, read)| read.note());
        let rows: Vec<_> = admitted.zip(&effects).collect();
        if let Err(error) = self.store.commit(&rows, self.clock.now().seconds()).await {
            self.working.forget();
            return Err(error.into());
        }
        // Only now is every key that these entries were signed with durably enrolled.
        for (note, _) in rows {
            let enrolled = &self.working.facts().keys;
            let lines = note.lines().iter();
            let met = lines.filter_map(|line| enrolled.get(&(line.name.clone(), line.id)));
            self.keys.remember(met.cloned());
        }
        wrong.map_or(Ok(()), Err)
    }

    fn judge(&mut self, index: u64, read: &mut Read) -> Result<Effects, Fault> {
        let verified = match read {
            Read::Verified(verified) => verified,
            Read::Unverified(note) => {
                let verified = self.verify(note.as_ref().clone())?;
                *read = Read::Verified(verified.into());
                return self.judge(index, read);
            }
        };
        let effects = self.working.admit(verified)?;
        if effects.index != index {
            let expected = effects.index;
            return Err(Fault::Place { expected });
        }
        match imbalance(&effects.tallies) {
            None => Ok(effects),
            Some(by) => Err(Fault::Unbalanced { by }),
        }
    }

    fn verify(&self, note: Note) -> Result<Verified, Fault> {
        let keys = &self.working.facts().keys;
        let known = |name: &MemberName, id| {
            let key = keys.get(&(name.clone(), id))?;
            VerifyingKey::from_bytes(key.public.bytes()).ok()
        };
        Ok(note.verify(known)?)
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
