//! Taking up an invitation: an account, a password, and proof that the second factor is set up.

use super::account::AccountName;
use super::deeds::{Deed, Done};
use super::invitations::Invitation;
use super::tables::{invitation, person};
use super::token::Token;
use super::{People, PeopleError, password};
use crate::draft::written;
use sea_orm::ActiveValue::Set;
use sea_orm::{EntityTrait, TransactionTrait};

/// What was typed.
pub struct Joining<'a> {
    /// The account that is wished for.
    pub account: &'a str,
    /// Its password.
    pub password: &'a str,
    /// The code that the authenticator shows.
    pub code: &'a str,
}

/// What is wrong with it: the form's field, and the stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinFault {
    /// `account`, `password` or `code`.
    pub field: &'static str,
    /// Such as `account-taken`.
    pub code: &'static str,
}

impl People {
    /// Takes up an invitation and signs its taker in; the invitation is gone then.
    ///
    /// # Errors
    /// [`PeopleError`] where the database fails or the password can't be hashed. Everything that is
    /// wrong with what was typed comes back at once, and the invitation stands.
    pub async fn join(
        &self,
        token: &Token,
        invited: &Invitation,
        typed: &Joining<'_>,
    ) -> Result<Result<Token, Vec<JoinFault>>, PeopleError> {
        let account = AccountName::parse(typed.account);
        let step = invited.factor.check(typed.code, self.now(), 0);
        let mut faults = faults(typed, account.as_ref(), step.is_some());
        if let Some(name) = &account
            && self.proofs(name.as_str()).await?.is_some()
        {
            faults.insert(0, ACCOUNT_TAKEN);
        }
        let (Some(account), Some(step), true) = (account, step, faults.is_empty()) else {
            return Ok(Err(faults));
        };
        let hash = self.passwords.hash(typed.password, self.random()).await?;
        let row = self.joined(&account, invited, hash, step);
        if !self.enter(token, row, invited, &account).await? {
            return Ok(Err(vec![JoinFault {
                field: "account",
                code: "invitation-gone",
            }]));
        }
        Ok(Ok(self.begin_session(&account).await?))
    }

    fn joined(
        &self,
        account: &AccountName,
        invited: &Invitation,
        hash: String,
        step: i64,
    ) -> person::ActiveModel {
        let now = self.now().0;
        person::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(account.to_string()),
            id: Set(hex::encode(self.random::<8>())),
            member: Set(invited.member.to_string()),
            roles: Set(written(&invited.roles)),
            password: Set(hash),
            factor: Set(invited.factor.bytes().to_vec()),
            factor_step: Set(step),
            joined: Set(now),
            seen: Set(Some(now)),
            closed: Set(None),
            invited_by: Set(invited.vouched.invited_by.clone()),
            confirmed_by: Set(invited.vouched.confirmed_by.clone()),
            confirmed: Set(invited.vouched.confirmed.map(|at| at.0)),
        }
    }

    /// Uses the invitation up and writes the person, both or neither. Nothing where somebody else
    /// was faster.
    async fn enter(
        &self,
        token: &Token,
        row: person::ActiveModel,
        invited: &Invitation,
        account: &AccountName,
    ) -> Result<bool, PeopleError> {
        let begun = self.database.begin().await?;
        let used = invitation::Entity::delete_by_id((self.ledger, token.digest()))
            .exec(&begun)
            .await?;
        if used.rows_affected == 0 {
            return Ok(false);
        }
        person::Entity::insert(row)
            .exec_without_returning(&begun)
            .await?;
        let by = Some(account.to_string());
        let deed = Deed::by(invited.member.clone(), by, Done::Joined);
        self.note(&begun, &deed).await?;
        begun.commit().await?;
        Ok(true)
    }
}

const ACCOUNT_TAKEN: JoinFault = JoinFault {
    field: "account",
    code: "account-taken",
};

fn faults(typed: &Joining<'_>, account: Option<&AccountName>, code: bool) -> Vec<JoinFault> {
    let mut faults = Vec::new();
    let mut fault = |field, code| faults.push(JoinFault { field, code });
    match account {
        None if typed.account.trim().is_empty() => fault("account", "account-missing"),
        None => fault("account", "account-unreadable"),
        Some(_) => {}
    }
    let name = account.map_or("", AccountName::as_str);
    if let Some(wrong) = password::fault(typed.password, name) {
        fault("password", wrong);
    }
    if typed.code.trim().is_empty() {
        fault("code", "code-missing");
    } else if !code {
        fault("code", "code-wrong");
    }
    faults
}
