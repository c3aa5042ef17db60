//! What was shown to somebody before it is signed: the very text, under the key of its form.
//!
//! The text holds the time at which it was written, so signing it twice gives the same entry: a
//! double tap, a lost answer and a second try are one receipt.

use super::persons::Person;
use super::tables::draft;
use super::{People, PeopleError};
use ledger::field::Identity;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Seconds for which a draft can be signed: afterwards it is shown anew, with today's figures.
pub const DRAFT_SECONDS: i64 = 3600;

/// Seconds for which a text that a device signed is taken: a week without a line. What it says it says of
/// its own time, which stands in it.
pub const SIGNED_SECONDS: i64 = 7 * 86_400;

/// A text that waits to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The step that it is about, or the first that it draws on.
    pub step: Identity,
    /// The entry's exact text.
    pub text: String,
}

impl People {
    /// Keeps a draft of a person under the key of its form; a later one of the same form replaces it.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keep_draft(
        &self,
        once: &str,
        person: &Person,
        shown: &Draft,
    ) -> Result<(), PeopleError> {
        let now = self.now().0;
        draft::Entity::delete_many()
            .filter(draft::Column::Ledger.eq(self.ledger))
            .filter(draft::Column::Made.lt(now - SIGNED_SECONDS))
            .exec(&self.database)
            .await?;
        let row = draft::ActiveModel {
            ledger: Set(self.ledger),
            once: Set(once.to_owned()),
            account: Set(person.account.to_string()),
            step: Set(shown.step.0.to_vec()),
            text: Set(shown.text.clone()),
            made: Set(now),
        };
        let again = OnConflict::columns([draft::Column::Ledger, draft::Column::Once])
            .update_columns([
                draft::Column::Account,
                draft::Column::Step,
                draft::Column::Text,
                draft::Column::Made,
            ])
            .to_owned();
        draft::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.database)
            .await?;
        Ok(())
    }

    /// The draft of a form, where this person was shown it and it isn't too old.
    ///
    /// # Errors
    /// The database's error.
    pub async fn draft(&self, once: &str, person: &Person) -> Result<Option<Draft>, PeopleError> {
        self.draft_within(DRAFT_SECONDS, once, person).await
    }

    /// The same for a text that comes back with a device's signature.
    ///
    /// # Errors
    /// The database's error.
    pub async fn signed_draft(
        &self,
        once: &str,
        person: &Person,
    ) -> Result<Option<Draft>, PeopleError> {
        self.draft_within(SIGNED_SECONDS, once, person).await
    }

    async fn draft_within(
        &self,
        seconds: i64,
        once: &str,
        person: &Person,
    ) -> Result<Option<Draft>, PeopleError> {
        let found = draft::Entity::find_by_id((self.ledger, once.to_owned()));
        let own = |row: &draft::Model| {
            row.account == person.account.as_str() && self.now().0 - row.made < seconds
        };
        let Some(row) = found.one(&self.database).await?.filter(own) else {
            return Ok(None);
        };
        let step: [u8; 32] = row.step.try_into().map_err(|_| PeopleError::Row("draft"))?;
        Ok(Some(Draft {
            step: Identity(step),
            text: row.text,
        }))
    }
}
