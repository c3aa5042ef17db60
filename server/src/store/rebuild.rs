//! Rebuilding every projection from the entries alone.

use super::tables::NAMES;
use super::{Store, StoreConfig, StoreError, commit, sql};
use crate::sequencer::{ROWS_HELD_MAX, WorkingSet};
use ed25519_dalek::VerifyingKey;
use ledger::field::MemberName;
use ledger::{Effects, Note, Verified};

/// Entries that are replayed in one transaction.
const GROUP_ENTRIES: u32 = 512;

impl Store {
    /// Empties every table but the entries, and replays these through parsing, verifying, judging
    /// and applying. What comes out is what was there, or something was wrong with it. A rebuild
    /// that was interrupted is begun again; until it ends the ledger doesn't open for writing.
    ///
    /// `progress` hears after each group how many entries are done, of how many.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none; [`StoreError::Held`] where another process
    /// writes; [`StoreError::Replay`] with the first entry that isn't admitted, and why.
    pub async fn rebuild(
        config: &StoreConfig,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<u64, StoreError> {
        config.place.must_exist()?;
        let store = Self::open_unchecked(config).await?;
        let replayed = store.replay_all(&mut progress).await;
        store.close().await?;
        replayed
    }

    async fn replay_all(&self, progress: &mut impl FnMut(u64, u64)) -> Result<u64, StoreError> {
        self.empty_projections().await?;
        let mut working = WorkingSet::new(ROWS_HELD_MAX);
        let entries = self.entry_count().await?;
        let mut done = 0;
        loop {
            let notes = self.notes(done, GROUP_ENTRIES).await?;
            if notes.is_empty() {
                return Ok(done);
            }
            let parsed = notes
                .iter()
                .map(|stored| parse(stored.index, &stored.note))
                .collect::<Result<Vec<_>, _>>()?;
            self.replay(&mut working, parsed, done).await?;
            done += notes.len() as u64;
            progress(done, entries);
        }
    }

    async fn empty_projections(&self) -> Result<(), StoreError> {
        let writer = self.writer()?;
        let mut head = writer.head.lock().await;
        let transaction = commit::begin(writer).await?;
        for table in NAMES
            .iter()
            .filter(|table| !matches!(**table, "entry" | "head"))
        {
            let delete = format!("DELETE FROM {table} WHERE ledger = ?");
            sql::execute(&transaction, &delete, [self.ledger().into()]).await?;
        }
        let update = "UPDATE head SET next_index = 0, origin = NULL, genesis = NULL, clock = 0, operator = NULL, \
                      voting_houses = 0, log_key = NULL, rules = 0 WHERE ledger = ? AND epoch = ?";
        let changed = sql::execute(
            &transaction,
            update,
            [self.ledger().into(), head.epoch.into()],
        )
        .await?;
        if changed != 1 {
            return Err(StoreError::Deposed);
        }
        transaction.commit().await?;
        (head.next_index, head.clock, head.voting_houses, head.rules) = (0, 0, 0, 0);
        (head.origin, head.genesis, head.operator, head.log_key) = (None, None, None, None);
        *self.finder_write() = super::Finder::default();
        *writer.parties.lock().await = super::Parties::default();
        Ok(())
    }

    /// Judges a group as the sequencer does. A tick begins a group of its own there, so it does
    /// here: what falls due is loaded as of the group's start.
    async fn replay(
        &self,
        working: &mut WorkingSet,
        notes: Vec<Note>,
        first: u64,
    ) -> Result<(), StoreError> {
        let mut index = first;
        for group in notes.chunk_by(|_, next| next.kind() != ledger::entry::Kind::Tick) {
            working.prepare(self, group.iter()).await?;
            let mut admitted: Vec<(Verified, Effects)> = Vec::with_capacity(group.len());
            for note in group {
                admitted.push(judge(working, note.clone(), index)?);
                index += 1;
            }
            let rows: Vec<_> = admitted
                .iter()
                .map(|(verified, effects)| (verified.note(), effects))
                .collect();
            self.commit_projections(&rows).await?;
        }
        Ok(())
    }
}

fn parse(index: u64, note: &[u8]) -> Result<Note, StoreError> {
    Note::parse(note).map_err(|error| StoreError::Replay {
        index,
        reason: error.to_string(),
    })
}

fn judge(
    working: &mut WorkingSet,
    note: Note,
    index: u64,
) -> Result<(Verified, Effects), StoreError> {
    let keys = &working.facts().keys;
    let known = |name: &MemberName, id| {
        let key = keys.get(&(name.clone(), id))?;
        VerifyingKey::from_bytes(key.public.bytes()).ok()
    };
    let wrong = |reason: String| StoreError::Replay { index, reason };
    let verified = note
        .verify(known)
        .map_err(|error| wrong(error.to_string()))?;
    let effects = working
        .admit(&verified)
        .map_err(|refusal| wrong(refusal.to_string()))?;
    if effects.index == index {
        Ok((verified, effects))
    } else {
        Err(wrong(format!("it would stand at index {}", effects.index)))
    }
}
