//! The people of a member.

use super::account::AccountName;
use super::deeds::{Deed, Done};
use super::factor::Factor;
use super::invitations::Vouched;
use super::tables::{passkey, person, provider_link, session};
use super::{People, PeopleError};
use ledger::field::{Field, MemberName, Moment, Roles};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TransactionTrait};

/// People of one member that are listed: an office has a handful, a ministry a few dozen.
const PEOPLE_LISTED: u64 = 500;

/// Somebody who works for a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name by which they sign in.
    pub account: AccountName,
    /// An opaque id.
    pub id: String,
    /// For whom they work.
    pub member: MemberName,
    /// What they may do.
    pub roles: Roles,
    /// When they joined.
    pub joined: Moment,
    /// When they signed in last.
    pub seen: Option<Moment>,
    /// When the account was closed.
    pub closed: Option<Moment>,
    /// Who stands for them.
    pub vouched: Vouched,
}

impl Person {
    /// Whether this person is a second one beside whoever wrote a draft: another account, and not one
    /// that its writer alone has let in.
    #[must_use]
    pub fn may_check(&self, maker: &str) -> bool {
        self.account.as_str() != maker && !self.vouched.is_alone(maker)
    }
}

/// A person with what proves them.
pub(super) struct Proofs {
    pub(super) person: Person,
    pub(super) password: String,
    pub(super) factor: Factor,
    pub(super) factor_step: i64,
}

impl TryFrom<person::Model> for Proofs {
    type Error = PeopleError;

    fn try_from(row: person::Model) -> Result<Self, PeopleError> {
        let wrong = PeopleError::Row("person");
        let (Some(account), Ok(member), Ok(roles)) = (
            AccountName::parse(&row.account),
            MemberName::parse(&row.member),
            Roles::parse(&row.roles),
        ) else {
            return Err(wrong);
        };
        Ok(Self {
            person: Person {
                account,
                id: row.id,
                member,
                roles,
                joined: Moment(row.joined),
                seen: row.seen.map(Moment),
                closed: row.closed.map(Moment),
                vouched: Vouched {
                    invited_by: row.invited_by,
                    confirmed_by: row.confirmed_by,
                    confirmed: row.confirmed.map(Moment),
                },
            },
            password: row.password,
            factor: Factor::of(row.factor),
            factor_step: row.factor_step,
        })
    }
}

impl People {
    /// The person with this account, closed or not.
    pub(super) async fn proofs(&self, account: &str) -> Result<Option<Proofs>, PeopleError> {
        let found = person::Entity::find_by_id((self.ledger, account.to_owned()));
        found
            .one(&self.database)
            .await?
            .map(Proofs::try_from)
            .transpose()
    }

    /// Notes that a person has signed in.
    pub(super) async fn seen(&self, person: &Person) -> Result<(), PeopleError> {
        let seen = person::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(person.account.to_string()),
            seen: Set(Some(self.now().0)),
            ..Default::default()
        };
        person::Entity::update(seen).exec(&self.database).await?;
        Ok(())
    }

    /// Everybody who works for a member, by account, closed accounts too.
    ///
    /// # Errors
    /// The database's error.
    pub async fn of_member(&self, member: &MemberName) -> Result<Vec<Person>, PeopleError> {
        let rows = person::Entity::find()
            .filter(person::Column::Ledger.eq(self.ledger))
            .filter(person::Column::Member.eq(member.as_str()))
            .order_by_asc(person::Column::Account)
            .limit(PEOPLE_LISTED)
            .all(&self.database)
            .await?;
        let people = rows.into_iter().map(Proofs::try_from);
        people
            .map(|proofs| proofs.map(|proofs| proofs.person))
            .collect()
    }

    /// Closes the account of another person of the same member, ends its sessions and lets go of its
    /// passkeys and of what it is linked to. Nobody closes their own. Says whether there was one to close.
    ///
    /// # Errors
    /// The database's error.
    pub async fn close_account(&self, by: &Person, id: &str) -> Result<bool, PeopleError> {
        let now = self.now();
        let begun = self.database.begin().await?;
        let found = person::Entity::find()
            .filter(person::Column::Ledger.eq(self.ledger))
            .filter(person::Column::Member.eq(by.member.as_str()))
            .filter(person::Column::Id.eq(id))
            .filter(person::Column::Closed.is_null())
            .one(&begun)
            .await?;
        let Some(found) = found.filter(|found| found.account != by.account.as_str()) else {
            return Ok(false);
        };
        let closed = person::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(found.account.clone()),
            closed: Set(Some(now.0)),
            ..Default::default()
        };
        person::Entity::update(closed).exec(&begun).await?;
        session::Entity::delete_many()
            .filter(session::Column::Ledger.eq(self.ledger))
            .filter(session::Column::Account.eq(&found.account))
            .exec(&begun)
            .await?;
        passkey::Entity::delete_many()
            .filter(passkey::Column::Ledger.eq(self.ledger))
            .filter(passkey::Column::Account.eq(&found.account))
            .exec(&begun)
            .await?;
        provider_link::Entity::delete_many()
            .filter(provider_link::Column::Ledger.eq(self.ledger))
            .filter(provider_link::Column::Account.eq(&found.account))
            .exec(&begun)
            .await?;
        let deed = Deed::of(by, Done::Closed).about(&found.account);
        self.note(&begun, &deed).await?;
        begun.commit().await?;
        Ok(true)
    }
}
