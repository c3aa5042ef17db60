//! Reading the entries themselves.

use super::marks::Mark;
use super::tables::{Row, entry};
use super::{Store, StoreError, sql};
use ledger::Note;
use ledger::field::Identity;

/// An entry as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNote {
    /// Its index.
    pub index: u64,
    /// When the server recorded it, in UTC seconds; no rule reads it.
    pub recorded_at: i64,
    /// The whole note.
    pub note: Vec<u8>,
}

impl StoredNote {
    fn from_model(model: entry::Model) -> Self {
        Self {
            index: model.idx.cast_unsigned(),
            recorded_at: model.recorded_at,
            note: model.note,
        }
    }
}

impl Store {
    /// How many entries there are.
    ///
    /// # Errors
    /// The database's error.
    pub async fn entry_count(&self) -> Result<u64, StoreError> {
        let select =
            "SELECT idx FROM entry WHERE ledger = ? ORDER BY ledger DESC, idx DESC LIMIT 1";
        let rows = sql::query(self.reads(), select, [self.ledger().into()]).await?;
        let last: Option<i64> = rows
            .first()
            .map(|row| row.try_get_by_index(0))
            .transpose()?;
        Ok(last.map_or(0, |last| last.cast_unsigned() + 1))
    }

    /// Up to so many entries from an index on. An export reads one piece after the other, so its
    /// memory doesn't grow with the ledger.
    ///
    /// # Errors
    /// The database's error.
    pub async fn notes(&self, from: u64, limit: u32) -> Result<Vec<StoredNote>, StoreError> {
        let Ok(from) = i64::try_from(from) else {
            return Ok(Vec::new());
        };
        let select = "SELECT ledger, idx, recorded_at, note FROM entry WHERE ledger = ? AND idx >= ? ORDER BY ledger, idx LIMIT ?";
        let values = [self.ledger().into(), from.into(), i64::from(limit).into()];
        let rows = sql::query(self.reads(), select, values).await?;
        rows.iter()
            .map(|row| Ok(StoredNote::from_model(entry::Model::read(row)?)))
            .collect()
    }

    /// One entry.
    ///
    /// # Errors
    /// The database's error.
    pub async fn note(&self, index: u64) -> Result<Option<StoredNote>, StoreError> {
        let found = self.notes(index, 1).await?;
        Ok(found.into_iter().next().filter(|note| note.index == index))
    }

    /// The entries at these indices, in one question.
    ///
    /// # Errors
    /// The database's error.
    pub async fn stored_at(&self, indices: &[u64]) -> Result<Vec<StoredNote>, StoreError> {
        // An index counts entries that are stored, so it is far below 2^63.
        let numbers = indices
            .iter()
            .filter_map(|index| i64::try_from(*index).ok());
        let found = sql::select_by_number(self.reads(), self.ledger(), numbers).await?;
        Ok(found.into_iter().map(StoredNote::from_model).collect())
    }

    /// The entry with this identity.
    ///
    /// # Errors
    /// The database's error.
    pub async fn find(&self, identity: &Identity) -> Result<Option<StoredNote>, StoreError> {
        if let Some(found) = self.find_known(identity).await? {
            return Ok(Some(found));
        }
        // A reader's index is as old as its last look; the writer's is always complete.
        let known = self.finder_read().len();
        let complete = self.writer.is_some() || self.marked_by_writer;
        if complete || known >= self.entry_count().await? {
            return Ok(None);
        }
        self.refresh_marks().await?;
        self.find_known(identity).await
    }

    async fn find_known(&self, identity: &Identity) -> Result<Option<StoredNote>, StoreError> {
        for (_, index) in self.marked(&[Mark::of_identity(identity)]).await? {
            let Some(found) = self.note(index).await? else {
                continue;
            };
            let same = Note::parse(&found.note).is_ok_and(|note| note.identity() == *identity);
            if same {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}
