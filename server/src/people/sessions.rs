//! Sessions: who is signed in, until when, and when they last showed the second factor.

use super::account::AccountName;
use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::session;
use super::token::Token;
use super::{People, PeopleError};
use ledger::field::Moment;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Seconds from signing in to its end: a working day.
pub const SESSION_SECONDS: i64 = 12 * 3600;

/// Seconds without a request after which a session ends: a phone that was left on a table.
const IDLE_SECONDS: i64 = 2 * 3600;

/// Seconds for which a shown code allows signing: a list of a few transfers is one visit.
pub const PROOF_SECONDS: i64 = 15 * 60;

/// Seconds between two notes that a session is used: not every request writes.
const NOTED_SECONDS: i64 = 60;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub person: Person,
    token: Token,
    proven: Moment,
}

impl Session {
    /// Whether the second factor was shown so lately that it needn't be shown again to sign.
    #[must_use]
    pub fn is_proven(&self, now: Moment) -> bool {
        now.0 - self.proven.0 < PROOF_SECONDS
    }
}

impl People {
    /// Begins a session of somebody who has just proven who they are.
    pub(super) async fn begin_session(&self, account: &AccountName) -> Result<Token, PeopleError> {
        self.begin_session_proven(account, self.now()).await
    }

    /// Begins a session whose person last showed the second factor at this moment.
    pub(super) async fn begin_session_proven(
        &self,
        account: &AccountName,
        proven: Moment,
    ) -> Result<Token, PeopleError> {
        let now = self.now().0;
        session::Entity::delete_many()
            .filter(session::Column::Ledger.eq(self.ledger))
            .filter(session::Column::Made.lt(now - SESSION_SECONDS))
            .exec(&self.database)
            .await?;
        let token = Token::of(self.random());
        let row = session::ActiveModel {
            ledger: Set(self.ledger),
            token: Set(token.digest()),
            account: Set(account.to_string()),
            made: Set(now),
            seen: Set(now),
            proven: Set(proven.0),
        };
        session::Entity::insert(row)
            .exec_without_returning(&self.database)
            .await?;
        Ok(token)
    }

    /// Who carries this token, if a session that hasn't ended knows it.
    ///
    /// # Errors
    /// The database's error.
    pub async fn session(&self, token: Token) -> Result<Option<Session>, PeopleError> {
        let now = self.now().0;
        let found = session::Entity::find_by_id((self.ledger, token.digest()));
        let live = |row: &session::Model| {
            now - row.made < SESSION_SECONDS && now - row.seen < IDLE_SECONDS
        };
        let Some(row) = found.one(&self.database).await?.filter(live) else {
            return Ok(None);
        };
        let known = self.proofs(&row.account).await?;
        let open = known.filter(|known| known.person.closed.is_none());
        let Some(known) = open else {
            return Ok(None);
        };
        if now - row.seen >= NOTED_SECONDS {
            let seen = session::ActiveModel {
                ledger: Set(self.ledger),
                token: Set(row.token),
                seen: Set(now),
                ..Default::default()
            };
            session::Entity::update(seen).exec(&self.database).await?;
        }
        Ok(Some(Session {
            person: known.person,
            token,
            proven: Moment(row.proven),
        }))
    }

    /// Shows the second factor again within a session. A wrong code counts as a wrong try, and after
    /// too many of them even a right one isn't looked at.
    ///
    /// # Errors
    /// The database's error.
    pub async fn prove(&self, session: &Session, code: &str) -> Result<bool, PeopleError> {
        let account = session.person.account.as_str();
        if self.wait_for(account).await? > 0 {
            return Ok(false);
        }
        let Some(known) = self.proofs(account).await? else {
            return Ok(false);
        };
        if !self.take_code(&known, code).await? {
            self.count_failure(account).await?;
            return Ok(false);
        }
        let proven = session::ActiveModel {
            ledger: Set(self.ledger),
            token: Set(session.token.digest()),
            proven: Set(self.now().0),
            ..Default::default()
        };
        session::Entity::update(proven).exec(&self.database).await?;
        Ok(true)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sign_out(&self, session: &Session) -> Result<(), PeopleError> {
        session::Entity::delete_by_id((self.ledger, session.token.digest()))
            .exec(&self.database)
            .await?;
        self.record(&Deed::of(&session.person, Done::SignedOut))
            .await
    }

    /// Ends all sessions of a person.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sign_out_everywhere(&self, session: &Session) -> Result<(), PeopleError> {
        session::Entity::delete_many()
            .filter(session::Column::Ledger.eq(self.ledger))
            .filter(session::Column::Account.eq(session.person.account.as_str()))
            .exec(&self.database)
            .await?;
        self.record(&Deed::of(&session.person, Done::SignedOutEverywhere))
            .await
    }
}
