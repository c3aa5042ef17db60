//! Signatures collected below a draft, until there are as many as its text asks for.
//!
//! A line is kept beside the identity of the text that it was made for: whoever edits the draft makes
//! another text, and no line below the earlier one counts.

use super::allocations::Allocation;
use super::persons::Person;
use super::tables::draft_signature;
use super::{People, PeopleError};
use ledger::SignatureLine;
use ledger::field::{MemberName, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// A signature below a draft.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Whose account gave it.
    pub account: String,
    /// For which member.
    pub member: MemberName,
    /// Whether the key made it that the server holds for the member.
    pub through: bool,
    /// The line as the note will have it.
    pub line: SignatureLine,
    /// When it was given.
    pub made: Moment,
}

impl Signature {
    /// A person's signature, given now or before.
    #[must_use]
    pub fn of(person: &Person, line: SignatureLine, through: bool, made: Moment) -> Self {
        Self {
            account: person.account.to_string(),
            member: person.member.clone(),
            through,
            line,
            made,
        }
    }
}

impl TryFrom<draft_signature::Model> for Signature {
    type Error = PeopleError;

    fn try_from(row: draft_signature::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("draft_signature");
        Ok(Self {
            member: row.member.parse().map_err(|_| wrong())?,
            through: row.through != 0,
            line: SignatureLine::parse(&row.line).ok_or_else(wrong)?,
            account: row.account,
            made: Moment(row.made),
        })
    }
}

impl People {
    /// The signatures below the text that a draft has now, the earliest first. Whether their keys still
    /// sign is for the caller to see.
    ///
    /// # Errors
    /// The database's error.
    pub async fn signatures(&self, draft: &Allocation) -> Result<Vec<Signature>, PeopleError> {
        let rows = draft_signature::Entity::find()
            .filter(draft_signature::Column::Ledger.eq(self.ledger))
            .filter(draft_signature::Column::Draft.eq(&draft.id))
            .filter(draft_signature::Column::Identity.eq(draft.identity().0.to_vec()))
            .order_by_asc(draft_signature::Column::Made)
            .order_by_asc(draft_signature::Column::Account)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Signature::try_from).collect()
    }

    /// Keeps a signature below a draft's text, in the place of an earlier one of the same account.
    /// Whether it holds is for the caller to check.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keep_signature(
        &self,
        draft: &Allocation,
        given: &Signature,
    ) -> Result<(), PeopleError> {
        let row = draft_signature::ActiveModel {
            ledger: Set(self.ledger),
            draft: Set(draft.id.clone()),
            account: Set(given.account.clone()),
            member: Set(given.member.to_string()),
            identity: Set(draft.identity().0.to_vec()),
            through: Set(given.through.into()),
            line: Set(given.line.to_string()),
            made: Set(given.made.0),
        };
        let key = [
            draft_signature::Column::Ledger,
            draft_signature::Column::Draft,
            draft_signature::Column::Account,
        ];
        let again = OnConflict::columns(key)
            .update_columns([
                draft_signature::Column::Member,
                draft_signature::Column::Identity,
                draft_signature::Column::Through,
                draft_signature::Column::Line,
                draft_signature::Column::Made,
            ])
            .to_owned();
        draft_signature::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.database)
            .await?;
        Ok(())
    }

    /// Forgets every signature below a draft.
    pub(super) async fn void_signatures(
        &self,
        within: &impl ConnectionTrait,
        draft: &str,
    ) -> Result<(), PeopleError> {
        draft_signature::Entity::delete_many()
            .filter(draft_signature::Column::Ledger.eq(self.ledger))
            .filter(draft_signature::Column::Draft.eq(draft))
            .exec(within)
            .await?;
        Ok(())
    }
}
