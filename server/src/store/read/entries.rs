//! Entries, what speaks about them, and the clock at their admission.

use super::{Window, select};
use crate::store::notes::StoredNote;
use crate::store::tables::{about, endorsement, entry};
use crate::store::{Store, StoreError, codes, sql};
use ledger::entry::Kind;
use ledger::field::{Identity, Moment};
use ledger::{Note, NoteError};
use std::collections::BTreeMap;

/// Entries at the ledger's end that are looked through for one that isn't a tick.
const LATEST_SCANNED: u32 = 32;

/// An entry whose note was read again from its stored bytes.
#[derive(Clone, Debug)]
pub struct KnownEntry {
    /// Its index.
    pub index: u64,
    /// When the server recorded it, in UTC seconds; no rule reads it.
    pub recorded_at: i64,
    /// The note.
    pub note: Note,
}

/// An entry that speaks about another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The entry that is spoken about.
    pub subject: u64,
    /// The index of the one that speaks.
    pub index: u64,
    /// Its kind.
    pub kind: Kind,
}

const ABOUT: &str = "WHERE ledger = ? AND subject = ? AND idx > ? ORDER BY idx LIMIT ?";
const ENDORSED: &str = "WHERE ledger = ? AND entry = ? AND idx > ? ORDER BY idx LIMIT ?";
const TICK: &str =
    "SELECT clock FROM ticked WHERE ledger = ? AND idx <= ? ORDER BY idx DESC LIMIT 1";
const LATEST: &str = "WHERE ledger = ? AND idx >= ? ORDER BY idx DESC LIMIT ?";

pub(super) fn statements() -> Vec<String> {
    vec![
        select::<about::Model>(ABOUT),
        select::<endorsement::Model>(ENDORSED),
        TICK.to_owned(),
        select::<entry::Model>(LATEST),
    ]
}

impl KnownEntry {
    /// Reads a stored note again.
    ///
    /// # Errors
    /// [`StoreError::Row`] where the stored bytes are no note: somebody changed the database.
    pub fn read(stored: &StoredNote) -> Result<Self, StoreError> {
        let damaged = |_: NoteError| StoreError::Row {
            table: "entry",
            column: "note",
        };
        let note = Note::parse(&stored.note).map_err(damaged)?;
        Ok(Self {
            index: stored.index,
            recorded_at: stored.recorded_at,
            note,
        })
    }
}

impl Store {
    /// The entry with this identity.
    ///
    /// # Errors
    /// The database's error.
    pub async fn entry_by_identity(
        &self,
        identity: &Identity,
    ) -> Result<Option<KnownEntry>, StoreError> {
        self.find(identity)
            .await?
            .as_ref()
            .map(KnownEntry::read)
            .transpose()
    }

    /// The entry at this index.
    ///
    /// # Errors
    /// The database's error.
    pub async fn entry_at(&self, index: u64) -> Result<Option<KnownEntry>, StoreError> {
        self.note(index)
            .await?
            .as_ref()
            .map(KnownEntry::read)
            .transpose()
    }

    /// Entries by their indexes; an index without an entry is left out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn entries_at(
        &self,
        indexes: impl IntoIterator<Item = u64>,
    ) -> Result<BTreeMap<u64, KnownEntry>, StoreError> {
        let keys = indexes
            .into_iter()
            .filter_map(|index| i64::try_from(index).ok());
        let models: Vec<entry::Model> =
            sql::select_by_number(self.reads(), self.ledger(), keys).await?;
        let known = models.into_iter().map(|model| {
            let index = model.idx.cast_unsigned();
            let stored = StoredNote {
                index,
                recorded_at: model.recorded_at,
                note: model.note,
            };
            Ok((index, KnownEntry::read(&stored)?))
        });
        known.collect()
    }

    /// What speaks about an entry, in the ledger's order, behind `after`.
    ///
    /// # Errors
    /// The database's error.
    pub async fn about(
        &self,
        subject: u64,
        after: Option<u64>,
        window: Window,
    ) -> Result<Vec<About>, StoreError> {
        let Ok(key) = i64::try_from(subject) else {
            return Ok(Vec::new());
        };
        let after = after
            .map_or(Some(-1), |index| i64::try_from(index).ok())
            .unwrap_or(i64::MAX);
        let values = [
            self.ledger().into(),
            key.into(),
            after.into(),
            window.limit(),
        ];
        let models: Vec<about::Model> = self.rows(&select::<about::Model>(ABOUT), values).await?;
        let rows = models.into_iter().map(|model| {
            let index = model.idx.cast_unsigned();
            Ok(About {
                subject,
                index,
                kind: codes::kind(model.kind)?,
            })
        });
        rows.collect()
    }

    /// Indexes of the later signatures under an entry.
    ///
    /// # Errors
    /// The database's error.
    pub async fn endorsements(&self, entry: u64, window: Window) -> Result<Vec<u64>, StoreError> {
        let Ok(key) = i64::try_from(entry) else {
            return Ok(Vec::new());
        };
        let values = [
            self.ledger().into(),
            key.into(),
            (-1_i64).into(),
            window.limit(),
        ];
        let models: Vec<endorsement::Model> = self
            .rows(&select::<endorsement::Model>(ENDORSED), values)
            .await?;
        Ok(models
            .into_iter()
            .map(|model| model.idx.cast_unsigned())
            .collect())
    }

    /// Ledger time at an index: the last tick's at or before it; nothing before the first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn clock_at(&self, index: u64) -> Result<Option<Moment>, StoreError> {
        let Ok(index) = i64::try_from(index) else {
            return Ok(None);
        };
        let found = self
            .numbers(TICK, [self.ledger().into(), index.into()])
            .await?;
        Ok(found.first().copied().map(Moment))
    }

    /// The latest entry that isn't a tick, if there is one among the last few.
    ///
    /// # Errors
    /// The database's error.
    pub async fn latest_but_ticks(&self) -> Result<Option<KnownEntry>, StoreError> {
        let values = [
            self.ledger().into(),
            0_i64.into(),
            i64::from(LATEST_SCANNED).into(),
        ];
        let models: Vec<entry::Model> = self.rows(&select::<entry::Model>(LATEST), values).await?;
        for model in models {
            let stored = StoredNote {
                index: model.idx.cast_unsigned(),
                recorded_at: model.recorded_at,
                note: model.note,
            };
            let known = KnownEntry::read(&stored)?;
            if known.note.kind() != Kind::Tick {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }
}
