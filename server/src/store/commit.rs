//! A group's commit: one transaction, its first statement the fence.

use super::changes::{Admission, Changes, head_after};
use super::marks::Marks;
use super::open::{held_until, read_head};
use super::session::{Session, Transaction};
use super::sql::{self, Meeting};
use super::tables::{head, party};
use super::{Store, StoreError, Writer};
use sea_orm::{IsolationLevel, TransactionOptions, TransactionTrait};

/// How often a write that PostgreSQL refuses as not serialisable is tried as it stands. There is
/// one writer, so only readers and takeovers can be in its way.
const ATTEMPTS_MAX: u32 = 5;

/// The fence: whoever was deposed, or counts otherwise, changes no row and steps down. A takeover
/// updates the same row, so it waits for a commit under way and sees it.
const FENCE: &str = "UPDATE head SET next_index = ?, origin = ?, genesis = ?, clock = ?, operator = ?, \
    voting_houses = ?, log_key = ?, rules = ?, held_until = {held_until} \
    WHERE ledger = ? AND epoch = ? AND next_index = ?";

/// What the store holds in memory of a group, once it is durable.
struct Durable {
    marks: Vec<Marks>,
    parties: Vec<party::Model>,
}

impl Store {
    /// Writes a group of admitted entries with everything that they change: all of it or nothing.
    ///
    /// `recorded_at` is the server's word in UTC seconds; no rule reads it.
    ///
    /// # Errors
    /// [`StoreError::Deposed`] where another writer took over; [`StoreError::DiskFull`] and others
    /// of the database's. After any error the ledger is as it was.
    pub async fn commit(
        &self,
        group: &[Admission<'_>],
        recorded_at: i64,
    ) -> Result<(), StoreError> {
        self.commit_with(group, Some(recorded_at)).await
    }

    /// The same for a rebuild, whose notes are there.
    pub(super) async fn commit_projections(
        &self,
        group: &[Admission<'_>],
    ) -> Result<(), StoreError> {
        self.commit_with(group, None).await
    }

    async fn commit_with(
        &self,
        group: &[Admission<'_>],
        recorded_at: Option<i64>,
    ) -> Result<(), StoreError> {
        if group.is_empty() {
            return Ok(());
        }
        let writer = self.writer()?;
        let mut current = writer.head.lock().await;
        let after = head_after(&current, group)?;
        let mut attempt = 1;
        let written = loop {
            match self.attempt(group, recorded_at, &current, &after).await {
                Ok(written) => break written,
                Err(error) if error.is_serialization_failure() && attempt < ATTEMPTS_MAX => {
                    attempt += 1;
                }
                Err(error) => return Err(error),
            }
        };
        *current = after;
        writer.parties.lock().await.extend(written.parties);
        self.finder_write().extend(written.marks)
    }

    async fn attempt(
        &self,
        group: &[Admission<'_>],
        recorded_at: Option<i64>,
        before: &head::Model,
        after: &head::Model,
    ) -> Result<Durable, StoreError> {
        let ledger = self.ledger();
        let mut changes = Changes::gather(ledger, group)?;
        if let Some(recorded_at) = recorded_at {
            changes = changes.with_entries(ledger, group, recorded_at)?;
        }
        self.continue_lists(&mut changes, before.next_index).await?;
        let durable = Durable {
            marks: std::mem::take(&mut changes.marks),
            parties: changes.parties.clone(),
        };
        let transaction = begin(self.writer()?).await?;
        fence(&transaction, before, after).await?;
        self.write_marks(&transaction, &durable.marks).await?;
        write(&transaction, changes).await?;
        match transaction.commit().await {
            Ok(()) => Ok(durable),
            Err(error) => self
                .outcome(before, after, group, error)
                .await
                .map(|()| durable),
        }
    }

    async fn write_marks(
        &self,
        transaction: &Transaction<'_>,
        marks: &[Marks],
    ) -> Result<(), StoreError> {
        let written = self.finder_read().write(self.ledger(), marks)?;
        for epoch in written.sealed {
            sql::insert(transaction, epoch.runs, Meeting::Fail).await?;
            sql::insert(transaction, vec![epoch.filter], Meeting::Fail).await?;
            let delete = "DELETE FROM mark_block WHERE ledger = ? AND block >= ? AND block < ?";
            let values = [
                self.ledger().into(),
                epoch.blocks.start.into(),
                epoch.blocks.end.into(),
            ];
            sql::execute(transaction, delete, values).await?;
        }
        sql::insert(transaction, written.blocks, Meeting::Replace).await
    }

    /// A commit whose answer didn't come may stand: the head and the last note say which.
    async fn outcome(
        &self,
        before: &head::Model,
        after: &head::Model,
        group: &[Admission<'_>],
        error: StoreError,
    ) -> Result<(), StoreError> {
        let connection = &self.writer()?.connection;
        let stands = read_head(connection, self.ledger())
            .await?
            .ok_or(StoreError::Deposed)?;
        if stands.next_index == before.next_index && stands.epoch == before.epoch {
            return Err(error);
        }
        let last = after.next_index - 1;
        let select = "SELECT note FROM entry WHERE ledger = ? AND idx = ?";
        let rows = sql::query(connection, select, [self.ledger().into(), last.into()]).await?;
        let note: Option<Vec<u8>> = rows
            .first()
            .map(|row| row.try_get_by_index(0))
            .transpose()?;
        let ours = group
            .last()
            .is_some_and(|(own, _)| Some(own.bytes()) == note.as_deref());
        if ours {
            Ok(())
        } else {
            Err(StoreError::Deposed)
        }
    }
}

/// Begins a transaction that writes.
pub(super) async fn begin(writer: &Writer) -> Result<Transaction<'_>, StoreError> {
    if let Some(local) = &writer.local {
        return Ok(Transaction::Local(local.begin()?));
    }
    let options = TransactionOptions {
        isolation_level: Some(IsolationLevel::ReadCommitted),
        ..TransactionOptions::default()
    };
    let transaction = writer.connection.begin_with_options(options).await?;
    Ok(Transaction::Remote(transaction))
}

async fn fence(
    transaction: &Transaction<'_>,
    before: &head::Model,
    after: &head::Model,
) -> Result<(), StoreError> {
    let after = after.clone();
    let changed = sql::execute(
        transaction,
        &FENCE.replace("{held_until}", &held_until(transaction.backend())),
        [
            after.next_index.into(),
            after.origin.into(),
            after.genesis.into(),
            after.clock.into(),
            after.operator.into(),
            after.voting_houses.into(),
            after.log_key.into(),
            after.rules.into(),
            before.ledger.into(),
            before.epoch.into(),
            before.next_index.into(),
        ],
    )
    .await?;
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::Deposed)
    }
}

async fn write(transaction: &Transaction<'_>, changes: Changes) -> Result<(), StoreError> {
    // An index that is there already is a bug: the statement fails, nothing stands.
    sql::insert(transaction, changes.entries, Meeting::Fail).await?;
    sql::insert(transaction, changes.ticked, Meeting::Fail).await?;
    sql::insert(transaction, changes.about, Meeting::Fail).await?;
    sql::insert(transaction, changes.members, Meeting::Replace).await?;
    sql::insert(transaction, changes.keys, Meeting::Replace).await?;
    sql::insert(transaction, changes.houses, Meeting::Replace).await?;
    sql::insert(transaction, changes.proposals, Meeting::Replace).await?;
    sql::insert(transaction, changes.programmes, Meeting::Replace).await?;
    sql::insert(transaction, changes.steps, Meeting::Replace).await?;
    sql::insert(transaction, changes.parties, Meeting::Replace).await?;
    sql::insert(transaction, changes.legs, Meeting::Replace).await?;
    sql::insert(transaction, changes.nodes, Meeting::Replace).await?;
    sql::insert(transaction, changes.day_sums, Meeting::Replace).await?;
    sql::delete(transaction, changes.dues_gone).await?;
    sql::insert(transaction, changes.dues_added, Meeting::Keep).await?;
    sql::insert(transaction, changes.findings, Meeting::Replace).await?;
    sql::insert(transaction, changes.endorsements, Meeting::Replace).await?;
    sql::insert(transaction, changes.tallies, Meeting::Add).await?;
    changes.sums.write(transaction).await?;
    changes.directory.write(transaction).await
}
