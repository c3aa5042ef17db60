//! Invitations: a link that one person can take up once.

use super::deeds::{Deed, Done};
use super::factor::Factor;
use super::persons::Person;
use super::tables::invitation;
use super::token::Token;
use super::{People, PeopleError};
use crate::draft::written;
use ledger::field::{Field, MemberName, Moment, Roles};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Seconds for which an invitation can be taken up: whoever is away for a few days still can.
pub const INVITATION_SECONDS: i64 = 7 * 86_400;

/// Open invitations of one member that are listed.
const INVITATIONS_LISTED: u64 = 100;

/// An invitation as its taker sees it.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// For whom they would work.
    pub member: MemberName,
    /// What they might do.
    pub roles: Roles,
    /// The second factor that goes with it, so that a form can be sent twice.
    pub factor: Factor,
}

/// An open invitation as the member's people see it.
#[derive(Clone, Debug)]
pub struct Open {
    /// By what it is withdrawn.
    pub id: String,
    /// What it lets its taker do.
    pub roles: Roles,
    /// Who made it; nothing for the server's operator.
    pub by: Option<String>,
    /// Until when it can be taken up.
    pub ends: Moment,
}

impl People {
    /// Invites somebody to work for a member; `by` is nobody where the server's operator does. The
    /// token is known to whoever gets it here, and to nobody else.
    ///
    /// # Errors
    /// The database's error.
    pub async fn invite(
        &self,
        member: &MemberName,
        roles: &Roles,
        by: Option<&Person>,
    ) -> Result<Token, PeopleError> {
        let now = self.now().0;
        invitation::Entity::delete_many()
            .filter(invitation::Column::Ledger.eq(self.ledger))
            .filter(invitation::Column::Ends.lt(now))
            .exec(&self.database)
            .await?;
        let token = Token::of(self.random());
        let by = by.map(|person| person.account.to_string());
        let row = invitation::ActiveModel {
            ledger: Set(self.ledger),
            token: Set(token.digest()),
            id: Set(hex::encode(self.random::<8>())),
            member: Set(member.to_string()),
            roles: Set(written(roles)),
            factor: Set(self.fresh_factor().bytes().to_vec()),
            made_by: Set(by.clone()),
            made: Set(now),
            ends: Set(now + INVITATION_SECONDS),
        };
        invitation::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        self.record(&Deed::by(member.clone(), by, Done::Invited))
            .await?;
        Ok(token)
    }

    /// The invitation of a link, while it can be taken up.
    ///
    /// # Errors
    /// The database's error.
    pub async fn invitation(&self, token: &Token) -> Result<Option<Invitation>, PeopleError> {
        let found = invitation::Entity::find_by_id((self.ledger, token.digest()));
        let row = found.one(&self.database).await?;
        let Some(row) = row.filter(|row| row.ends > self.now().0) else {
            return Ok(None);
        };
        let (Ok(member), Ok(roles)) = (MemberName::parse(&row.member), Roles::parse(&row.roles))
        else {
            return Err(PeopleError::Row("invitation"));
        };
        Ok(Some(Invitation {
            member,
            roles,
            factor: Factor::of(row.factor),
        }))
    }

    /// A member's open invitations, the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn open_invitations(&self, member: &MemberName) -> Result<Vec<Open>, PeopleError> {
        let rows = invitation::Entity::find()
            .filter(invitation::Column::Ledger.eq(self.ledger))
            .filter(invitation::Column::Member.eq(member.as_str()))
            .filter(invitation::Column::Ends.gt(self.now().0))
            .order_by_desc(invitation::Column::Made)
            .limit(INVITATIONS_LISTED)
            .all(&self.database)
            .await?;
        let open = rows.into_iter().map(|row| {
            Ok(Open {
                roles: Roles::parse(&row.roles).map_err(|_| PeopleError::Row("invitation"))?,
                id: row.id,
                by: row.made_by,
                ends: Moment(row.ends),
            })
        });
        open.collect()
    }

    /// Withdraws an invitation of one's own member. Says whether there was one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn withdraw(&self, by: &Person, id: &str) -> Result<bool, PeopleError> {
        let gone = invitation::Entity::delete_many()
            .filter(invitation::Column::Ledger.eq(self.ledger))
            .filter(invitation::Column::Member.eq(by.member.as_str()))
            .filter(invitation::Column::Id.eq(id))
            .exec(&self.database)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        self.record(&Deed::of(by, Done::Withdrawn)).await?;
        Ok(true)
    }
}
