//! Invitations: a link that one person can take up once.
//!
//! One that lets its taker pay or administer isn't an administrator's alone: a second one confirms
//! it and gets the link. Otherwise whoever manages people could be two persons at once, and check
//! what they drafted themselves. The server's operator needs no second: with the keys that the
//! server holds it could sign anyhow, and a member with one administrator has nobody else.

use super::deeds::{Deed, Done};
use super::factor::Factor;
use super::persons::Person;
use super::tables::invitation;
use super::token::Token;
use super::{People, PeopleError};
use crate::draft::written;
use ledger::field::{Field, MemberName, Moment, Role, Roles};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TransactionTrait,
};

/// Seconds for which an invitation can be taken up: whoever is away for a few days still can.
pub const INVITATION_SECONDS: i64 = 7 * 86_400;

/// Open invitations of one member that are listed.
const INVITATIONS_LISTED: u64 = 100;

/// Whether these roles are given by two administrators: they let somebody send money, or let others.
#[must_use]
pub const fn needs_second(roles: Roles) -> bool {
    roles.contains(Role::Pay) || roles.contains(Role::Administer)
}

/// Who stands for a person.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Vouched {
    /// Whose account invited them; nothing for the server's operator, or where nobody knows.
    pub invited_by: Option<String>,
    /// Whose account confirmed it; nothing for the operator.
    pub confirmed_by: Option<String>,
    /// When it was confirmed; nothing where nobody had to or has.
    pub confirmed: Option<Moment>,
}

impl Vouched {
    /// Whether this account alone has let them in.
    #[must_use]
    pub fn is_alone(&self, account: &str) -> bool {
        self.invited_by.as_deref() == Some(account) && self.confirmed.is_none()
    }

    /// Whether an invitation to these roles waits for a second administrator.
    fn waits(&self, roles: Roles) -> bool {
        needs_second(roles) && self.invited_by.is_some() && self.confirmed.is_none()
    }
}

/// An invitation as its taker sees it.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// For whom they would work.
    pub member: MemberName,
    /// What they might do.
    pub roles: Roles,
    /// The second factor that goes with it, so that a form can be sent twice.
    pub factor: Factor,
    /// Who stands for its taker.
    pub vouched: Vouched,
}

/// An open invitation as the member's people see it.
#[derive(Clone, Debug)]
pub struct Open {
    /// By what it is confirmed and withdrawn.
    pub id: String,
    /// What it lets its taker do.
    pub roles: Roles,
    /// Who asked for it, and who confirmed it.
    pub vouched: Vouched,
    /// Whether it waits for a second administrator: no link leads to it before.
    pub waits: bool,
    /// Until when it can be confirmed and taken up.
    pub ends: Moment,
}

impl People {
    /// Invites somebody to work for a member, as the server's operator. The token is known to
    /// whoever gets it here, and to nobody else.
    ///
    /// # Errors
    /// The database's error.
    pub async fn invite(&self, member: &MemberName, roles: &Roles) -> Result<Token, PeopleError> {
        self.make_invitation(member, roles, None).await
    }

    /// The same as an administrator of the member. Nothing is given where it waits for a second one,
    /// who then gets the token.
    ///
    /// # Errors
    /// The database's error.
    pub async fn invite_as(
        &self,
        by: &Person,
        roles: &Roles,
    ) -> Result<Option<Token>, PeopleError> {
        let token = self.make_invitation(&by.member, roles, Some(by)).await?;
        Ok((!needs_second(*roles)).then_some(token))
    }

    async fn make_invitation(
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
            confirmed_by: Set(None),
            confirmed: Set(None),
        };
        invitation::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        self.record(&Deed::by(member.clone(), by, Done::Invited))
            .await?;
        Ok(token)
    }

    /// Confirms an invitation that another administrator asked for; `by` is nobody where the
    /// server's operator does. Whoever confirms gets a new token: the link was nobody's before.
    /// Whoever did so can do it again, where the link was lost on its way to them. Nothing where no
    /// such invitation waits for this person.
    ///
    /// # Errors
    /// The database's error.
    pub async fn confirm_invitation(
        &self,
        id: &str,
        by: Option<&Person>,
    ) -> Result<Option<Token>, PeopleError> {
        let now = self.now();
        let begun = self.database.begin().await?;
        let mut waiting = Condition::all()
            .add(invitation::Column::Ledger.eq(self.ledger))
            .add(invitation::Column::Id.eq(id))
            .add(invitation::Column::Ends.gt(now.0))
            .add(invitation::Column::MadeBy.is_not_null());
        if let Some(by) = by {
            let account = by.account.as_str();
            let free = Condition::any()
                .add(invitation::Column::Confirmed.is_null())
                .add(invitation::Column::ConfirmedBy.eq(account));
            waiting = waiting
                .add(invitation::Column::Member.eq(by.member.as_str()))
                .add(invitation::Column::MadeBy.ne(account))
                .add(free);
        }
        let found = invitation::Entity::find()
            .filter(waiting)
            .one(&begun)
            .await?;
        let Some(mut row) = found else {
            return Ok(None);
        };
        let roles = Roles::parse(&row.roles).map_err(|_| PeopleError::Row("invitation"))?;
        if !needs_second(roles) {
            return Ok(None);
        }
        invitation::Entity::delete_by_id((self.ledger, row.token))
            .exec(&begun)
            .await?;
        let token = Token::of(self.random());
        let account = by.map(|person| person.account.to_string());
        row.token = token.digest();
        row.confirmed = Some(now.0);
        row.confirmed_by.clone_from(&account);
        row.ends = now.0 + INVITATION_SECONDS;
        let member = MemberName::parse(&row.member).map_err(|_| PeopleError::Row("invitation"))?;
        let deed = Deed::by(member, account, Done::InvitationConfirmed);
        let deed = deed.about(row.made_by.as_deref().unwrap_or_default());
        invitation::Entity::insert(invitation::ActiveModel::from(row))
            .exec_without_returning(&begun)
            .await?;
        self.note(&begun, &deed).await?;
        begun.commit().await?;
        Ok(Some(token))
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
        let vouched = vouched(&row);
        Ok((!vouched.waits(roles)).then(|| Invitation {
            member,
            roles,
            factor: Factor::of(row.factor),
            vouched,
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
            let vouched = vouched(&row);
            let roles = Roles::parse(&row.roles).map_err(|_| PeopleError::Row("invitation"))?;
            Ok(Open {
                roles,
                id: row.id,
                waits: vouched.waits(roles),
                vouched,
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

fn vouched(row: &invitation::Model) -> Vouched {
    Vouched {
        invited_by: row.made_by.clone(),
        confirmed_by: row.confirmed_by.clone(),
        confirmed: row.confirmed.map(Moment),
    }
}
