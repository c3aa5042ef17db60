//! Signing in: an account, its password and the code of the moment, in one go.

use super::account::AccountName;
use super::deeds::{Deed, Done};
use super::persons::Proofs;
use super::tables::person;
use super::token::Token;
use super::{People, PeopleError};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// What was typed.
pub struct SigningIn<'a> {
    /// The account.
    pub account: &'a str,
    /// Its password.
    pub password: &'a str,
    /// The code that the authenticator shows.
    pub code: &'a str,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Signed in; the browser carries the token.
    In(Token),
    /// Something of it was wrong; what, isn't said.
    Wrong,
    /// Too many wrong tries: again after so many seconds.
    Wait(u32),
}

impl People {
    /// Signs a person in. An account that doesn't exist, a closed one, a wrong password and a wrong
    /// code are answered alike, after the same work.
    ///
    /// # Errors
    /// [`PeopleError`] where the database fails or a password can't be hashed.
    pub async fn sign_in(&self, typed: &SigningIn<'_>) -> Result<SignIn, PeopleError> {
        let Some(account) = AccountName::parse(typed.account) else {
            self.passwords.check(typed.password, None).await?;
            return Ok(SignIn::Wrong);
        };
        let wait = self.wait_for(account.as_str()).await?;
        if wait > 0 {
            return Ok(SignIn::Wait(u32::try_from(wait).unwrap_or(u32::MAX)));
        }
        let known = self.proofs(account.as_str()).await?;
        let open = known.as_ref().filter(|known| known.person.closed.is_none());
        let hash = open.map(|known| known.password.as_str());
        let right = self.passwords.check(typed.password, hash).await?;
        let proven = match open {
            Some(known) if right => self.take_code(known, typed.code).await?,
            _ => false,
        };
        if !proven {
            self.count_failure(account.as_str()).await?;
            if let Some(known) = known {
                self.record(&Deed::of(&known.person, Done::SignInFailed))
                    .await?;
            }
            return Ok(SignIn::Wrong);
        }
        self.forget_failures(account.as_str()).await?;
        let token = self.begin_session(&account).await?;
        if let Some(known) = known {
            self.record(&Deed::of(&known.person, Done::SignedIn))
                .await?;
        }
        Ok(SignIn::In(token))
    }

    /// Takes a code, once: of two that send the same at the same moment, one has taken it.
    pub(super) async fn take_code(&self, known: &Proofs, code: &str) -> Result<bool, PeopleError> {
        let Some(step) = known.factor.check(code, self.now(), known.factor_step) else {
            return Ok(false);
        };
        let taken = person::ActiveModel {
            factor_step: Set(step),
            seen: Set(Some(self.now().0)),
            ..Default::default()
        };
        let changed = person::Entity::update_many()
            .set(taken)
            .filter(person::Column::Ledger.eq(self.ledger))
            .filter(person::Column::Account.eq(known.person.account.as_str()))
            .filter(person::Column::FactorStep.lt(step))
            .exec(&self.database)
            .await?;
        Ok(changed.rows_affected == 1)
    }
}
