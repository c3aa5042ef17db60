//! Whose a document is until what it belongs to is signed. The file itself lies in its folder.

use super::persons::Person;
use super::tables::document;
use super::{People, PeopleError};
use ledger::field::{Attachment, Commitment, Identity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Seconds for which a document waits for a signature: a day more than a receipt may lie signed on a
/// device.
pub const DOCUMENT_SECONDS: i64 = 8 * 86_400;

/// Documents of one person that wait at once: a day's work of an office, and at most 160 MiB.
pub const DOCUMENTS_OPEN_MAX: u64 = 20;

/// Documents that are looked at together when old ones are settled: nobody waits long for it.
const SETTLED_AT_ONCE: u64 = 50;

/// A document of which nobody knows yet whether its entry was admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The document.
    pub digest: Commitment,
    /// The entry that would name it, where one was shown.
    pub entry: Option<Identity>,
}

impl TryFrom<document::Model> for Unsettled {
    type Error = PeopleError;

    fn try_from(row: document::Model) -> Result<Self, PeopleError> {
        let hash = |bytes: Vec<u8>| bytes.try_into().map_err(|_| PeopleError::Row("document"));
        Ok(Self {
            digest: Commitment(hash(row.digest)?),
            entry: row.entry.map(hash).transpose()?.map(Identity),
        })
    }
}

impl People {
    /// Whether a person may put one more document in.
    ///
    /// # Errors
    /// The database's error.
    pub async fn may_add_document(&self, person: &Person) -> Result<bool, PeopleError> {
        let open = document::Entity::find()
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Account.eq(person.account.as_str()))
            .filter(document::Column::Stands.eq(0))
            .count(&self.database)
            .await?;
        Ok(open < DOCUMENTS_OPEN_MAX)
    }

    /// Notes down a document that came with a form.
    ///
    /// # Errors
    /// The database's error.
    pub async fn add_document(
        &self,
        person: &Person,
        once: &str,
        of: &Attachment,
    ) -> Result<(), PeopleError> {
        let row = document::ActiveModel {
            ledger: Set(self.ledger),
            digest: Set(of.digest.0.to_vec()),
            account: Set(person.account.to_string()),
            once: Set(once.to_owned()),
            bytes: Set(of.bytes.into()),
            media: Set(of.media_type.clone()),
            made: Set(self.now().0),
            entry: Set(None),
            stands: Set(0),
        };
        document::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        Ok(())
    }

    /// The document of a form, where this person put one in and nothing of it is signed; the latest.
    ///
    /// # Errors
    /// The database's error.
    pub async fn document(
        &self,
        person: &Person,
        once: &str,
    ) -> Result<Option<Attachment>, PeopleError> {
        let found = document::Entity::find()
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Account.eq(person.account.as_str()))
            .filter(document::Column::Stands.eq(0))
            .filter(document::Column::Once.eq(once))
            .order_by_desc(document::Column::Made)
            .one(&self.database)
            .await?;
        let Some(row) = found else { return Ok(None) };
        let wrong = || PeopleError::Row("document");
        Ok(Some(Attachment {
            digest: Commitment(row.digest.try_into().map_err(|_| wrong())?),
            bytes: u32::try_from(row.bytes).map_err(|_| wrong())?,
            media_type: row.media,
        }))
    }

    /// Says which entry would name a document: its text was shown.
    ///
    /// # Errors
    /// The database's error.
    pub async fn document_is_in(
        &self,
        digest: Commitment,
        entry: Identity,
    ) -> Result<(), PeopleError> {
        document::Entity::update_many()
            .col_expr(document::Column::Entry, Expr::value(entry.0.to_vec()))
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Digest.eq(digest.0.to_vec()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Keeps the documents of an entry for good: it stands in the ledger.
    ///
    /// # Errors
    /// The database's error.
    pub async fn documents_stand(&self, entry: Identity) -> Result<(), PeopleError> {
        document::Entity::update_many()
            .col_expr(document::Column::Stands, Expr::value(1))
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Entry.eq(entry.0.to_vec()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Documents that have waited for too long, some of them.
    ///
    /// # Errors
    /// The database's error.
    pub async fn old_documents(&self) -> Result<Vec<Unsettled>, PeopleError> {
        let rows = document::Entity::find()
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Stands.eq(0))
            .filter(document::Column::Made.lt(self.now().0 - DOCUMENT_SECONDS))
            .order_by_asc(document::Column::Made)
            .limit(SETTLED_AT_ONCE)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Unsettled::try_from).collect()
    }

    /// Takes a document away from its form. Whether its file can be erased at once: where a text was shown
    /// that names it, somebody may be signing that text, and it waits to be settled.
    ///
    /// # Errors
    /// The database's error.
    pub async fn let_go_document(&self, digest: Commitment) -> Result<bool, PeopleError> {
        let own = || {
            Condition::all()
                .add(document::Column::Ledger.eq(self.ledger))
                .add(document::Column::Digest.eq(digest.0.to_vec()))
        };
        let unseen = document::Entity::delete_many()
            .filter(own())
            .filter(document::Column::Entry.is_null())
            .exec(&self.database)
            .await?;
        if unseen.rows_affected > 0 {
            return Ok(true);
        }
        document::Entity::update_many()
            .col_expr(document::Column::Once, Expr::value(""))
            .filter(own())
            .exec(&self.database)
            .await?;
        Ok(false)
    }

    /// Forgets a document of which nothing was signed.
    ///
    /// # Errors
    /// The database's error.
    pub async fn forget_document(&self, digest: Commitment) -> Result<(), PeopleError> {
        document::Entity::delete_many()
            .filter(document::Column::Ledger.eq(self.ledger))
            .filter(document::Column::Digest.eq(digest.0.to_vec()))
            .filter(document::Column::Stands.eq(0))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}
