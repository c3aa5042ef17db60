//! Where members' programs listen.

use super::outbox::{Row, add};
use super::tables::{hook, message};
use super::{Channel, Matter};
use crate::people::persons::Person;
use crate::people::{Deed, Done, People, PeopleError};
use ledger::field::{MemberName, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

/// Hooks of one member: one for what runs, one for what is being built, and some to spare.
pub const HOOKS_MAX: u64 = 5;

/// Where a member's program listens.
#[derive(Clone, PartialEq, Eq)]
pub struct Hook {
    /// By what it is removed.
    pub id: String,
    /// Whose program it is.
    pub member: MemberName,
    /// Where.
    pub url: String,
    /// What signs every delivery, in hexadecimal.
    pub secret: String,
    /// Since when.
    pub made: Moment,
}

impl std::fmt::Debug for Hook {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Hook")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<hook::Model> for Hook {
    type Error = PeopleError;

    fn try_from(row: hook::Model) -> Result<Self, PeopleError> {
        Ok(Self {
            member: row
                .member
                .parse()
                .map_err(|_| PeopleError::Row("telling_hook"))?,
            id: row.id,
            url: row.url,
            secret: row.secret,
            made: Moment(row.made),
        })
    }
}

impl People {
    /// A member's hooks, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn hooks(&self, member: &MemberName) -> Result<Vec<Hook>, PeopleError> {
        let rows = hook::Entity::find()
            .filter(hook::Column::Ledger.eq(self.ledger))
            .filter(hook::Column::Member.eq(member.as_str()))
            .order_by_asc(hook::Column::Made)
            .order_by_asc(hook::Column::Id)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Hook::try_from).collect()
    }

    /// One hook.
    ///
    /// # Errors
    /// The database's error.
    pub async fn hook(&self, id: &str) -> Result<Option<Hook>, PeopleError> {
        let found = hook::Entity::find_by_id((self.ledger, id.to_owned()));
        let row = found.one(&self.database).await?;
        row.map(Hook::try_from).transpose()
    }

    /// Adds a hook of one's own member, with a secret that is known to whoever gets it here; nothing
    /// where the member has as many as it may.
    ///
    /// # Errors
    /// The database's error.
    pub async fn add_hook(&self, by: &Person, url: &str) -> Result<Option<Hook>, PeopleError> {
        let own = hook::Entity::find()
            .filter(hook::Column::Ledger.eq(self.ledger))
            .filter(hook::Column::Member.eq(by.member.as_str()));
        if own.count(&self.database).await? >= HOOKS_MAX {
            return Ok(None);
        }
        let made = Hook {
            id: hex::encode(self.random::<8>()),
            member: by.member.clone(),
            url: url.to_owned(),
            secret: hex::encode(self.random::<32>()),
            made: self.now(),
        };
        let row = hook::ActiveModel {
            ledger: Set(self.ledger),
            id: Set(made.id.clone()),
            member: Set(made.member.to_string()),
            url: Set(made.url.clone()),
            secret: Set(made.secret.clone()),
            made: Set(made.made.0),
        };
        hook::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        self.record(&Deed::of(by, Done::HookAdded)).await?;
        Ok(Some(made))
    }

    /// Removes a hook of one's own member, with what waits to be sent there. Says whether there was
    /// one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn remove_hook(&self, by: &Person, id: &str) -> Result<bool, PeopleError> {
        let gone = hook::Entity::delete_many()
            .filter(hook::Column::Ledger.eq(self.ledger))
            .filter(hook::Column::Member.eq(by.member.as_str()))
            .filter(hook::Column::Id.eq(id))
            .exec(&self.database)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        message::Entity::delete_many()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Member.eq(by.member.as_str()))
            .filter(message::Column::Channel.eq(Channel::Hook.number()))
            .filter(message::Column::Target.eq(id))
            .exec(&self.database)
            .await?;
        self.record(&Deed::of(by, Done::HookRemoved)).await?;
        Ok(true)
    }

    /// Has a test sent to a hook of one's own member. Says whether there is one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn test_hook(&self, by: &Person, id: &str) -> Result<bool, PeopleError> {
        let Some(found) = self.hook(id).await?.filter(|hook| hook.member == by.member) else {
            return Ok(false);
        };
        let row = Row {
            id: self.fresh_word(),
            channel: Channel::Hook,
            member: by.member.to_string(),
            target: found.id,
            matter: Matter::Test,
            entry: None,
            code: None,
            made: self.now().0,
        };
        add(&self.database, self.ledger, vec![row]).await?;
        Ok(true)
    }
}
