//! Signatures of people's own keys below all rows of a sheet, until there are as many as its texts ask for.
//!
//! A person signs a whole sheet, with one key. Rows never change, so what was signed is what stands
//! there; whether the key still signs is for the caller to see.

use super::allocations::Stand;
use super::batches::Batch;
use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::{batch, batch_signature};
use super::{People, PeopleError};
use ledger::field::{KeyId, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, TransactionTrait,
};

/// Bytes of a signature.
const SIGNATURE_BYTES: usize = 64;

/// A person's signatures below all rows of a sheet.
#[derive(Clone, Debug)]
pub struct BatchSignature {
    /// Whose account.
    pub account: String,
    /// The key that made them.
    pub key: KeyId,
    /// One for each row, in their order.
    pub signatures: Vec<[u8; SIGNATURE_BYTES]>,
    /// When they came to the desk.
    pub made: Moment,
}

impl TryFrom<batch_signature::Model> for BatchSignature {
    type Error = PeopleError;

    fn try_from(row: batch_signature::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("batch_signature");
        let (signatures, rest) = row.signatures.as_chunks();
        if !rest.is_empty() {
            return Err(wrong());
        }
        Ok(Self {
            account: row.account,
            key: KeyId(u32::try_from(row.key).map_err(|_| wrong())?),
            signatures: signatures.to_vec(),
            made: Moment(row.made),
        })
    }
}

impl People {
    /// The signatures below a sheet, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn batch_signatures(&self, id: &str) -> Result<Vec<BatchSignature>, PeopleError> {
        let rows = batch_signature::Entity::find()
            .filter(batch_signature::Column::Ledger.eq(self.ledger))
            .filter(batch_signature::Column::Batch.eq(id))
            .order_by_asc(batch_signature::Column::Made)
            .order_by_asc(batch_signature::Column::Account)
            .all(&self.database)
            .await?;
        rows.into_iter().map(BatchSignature::try_from).collect()
    }

    /// Keeps people's signatures below a sheet that waits, each in the place of an earlier one of the
    /// same account. Whether they hold is for the caller to check. Says whether the sheet still waited.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keep_batch_signatures(
        &self,
        sheet: &Batch,
        given: Vec<(&Person, BatchSignature)>,
    ) -> Result<bool, PeopleError> {
        let begun = self.database.begin().await?;
        let waiting = batch::Entity::find()
            .filter(batch::Column::Ledger.eq(self.ledger))
            .filter(batch::Column::Id.eq(&sheet.id))
            .filter(batch::Column::Stand.eq(Stand::Waiting.number()));
        if waiting.count(&begun).await? == 0 {
            return Ok(false);
        }
        for (by, given) in given {
            batch_signature::Entity::insert(self.signature_row(sheet, given))
                .on_conflict(in_place())
                .exec_without_returning(&begun)
                .await?;
            let deed = Deed::of(by, Done::Signed).about(&sheet.short());
            self.note(&begun, &deed).await?;
        }
        begun.commit().await?;
        Ok(true)
    }

    fn signature_row(&self, sheet: &Batch, given: BatchSignature) -> batch_signature::ActiveModel {
        batch_signature::ActiveModel {
            ledger: Set(self.ledger),
            batch: Set(sheet.id.clone()),
            account: Set(given.account),
            key: Set(given.key.0.into()),
            signatures: Set(given.signatures.concat()),
            made: Set(given.made.0),
        }
    }
}

/// A person who signs again takes the place of what they signed before.
fn in_place() -> OnConflict {
    let key = [
        batch_signature::Column::Ledger,
        batch_signature::Column::Batch,
        batch_signature::Column::Account,
    ];
    OnConflict::columns(key)
        .update_columns([
            batch_signature::Column::Key,
            batch_signature::Column::Signatures,
            batch_signature::Column::Made,
        ])
        .to_owned()
}
