//! Wrong tries, by account: after a few, each next one has to wait twice as long.
//!
//! An account that doesn't exist is treated the same, so that nothing is learnt from waiting.

use super::tables::trial;
use super::{People, PeopleError};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Wrong tries that cost nothing: fingers slip.
const FREE_TRIES: i64 = 5;

/// Seconds to wait after the first try beyond those; each further one doubles it.
const WAIT_SECONDS: i64 = 30;

/// The longest wait: an officer who is locked out by somebody else's tries works again in an hour.
const WAIT_SECONDS_MAX: i64 = 3600;

/// Seconds after which tries are forgotten, and their rows deleted.
const FORGOTTEN_SECONDS: i64 = 86_400;

/// Seconds from the last of so many wrong tries until the next one is looked at.
fn wait(failures: i64) -> i64 {
    let beyond = failures - FREE_TRIES;
    if beyond < 0 {
        return 0;
    }
    let doubled = u32::try_from(beyond)
        .ok()
        .and_then(|beyond| 1_i64.checked_shl(beyond))
        .and_then(|times| times.checked_mul(WAIT_SECONDS));
    doubled.map_or(WAIT_SECONDS_MAX, |seconds| {
        seconds.clamp(0, WAIT_SECONDS_MAX)
    })
}

impl People {
    /// Seconds until this account may be tried again; 0 where it may at once.
    pub(super) async fn wait_for(&self, account: &str) -> Result<i64, PeopleError> {
        let found = trial::Entity::find_by_id((self.ledger, account.to_owned()));
        let Some(tried) = found.one(&self.database).await? else {
            return Ok(0);
        };
        let until = tried.last + wait(tried.failures);
        Ok((until - self.now().0).max(0))
    }

    /// Counts a wrong try.
    pub(super) async fn count_failure(&self, account: &str) -> Result<(), PeopleError> {
        let now = self.now().0;
        trial::Entity::delete_many()
            .filter(trial::Column::Ledger.eq(self.ledger))
            .filter(trial::Column::Last.lt(now - FORGOTTEN_SECONDS))
            .exec(&self.database)
            .await?;
        let found = trial::Entity::find_by_id((self.ledger, account.to_owned()));
        let failures = found
            .one(&self.database)
            .await?
            .map_or(0, |row| row.failures);
        let row = trial::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(account.to_owned()),
            failures: Set(failures + 1),
            last: Set(now),
        };
        let again = OnConflict::columns([trial::Column::Ledger, trial::Column::Account])
            .update_columns([trial::Column::Failures, trial::Column::Last])
            .to_owned();
        trial::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.database)
            .await?;
        Ok(())
    }

    /// Forgets an account's wrong tries.
    pub(super) async fn forget_failures(&self, account: &str) -> Result<(), PeopleError> {
        trial::Entity::delete_by_id((self.ledger, account.to_owned()))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn each_further_try_waits_twice_as_long_up_to_an_hour() {
        let waits: Vec<i64> = [0, 4, 5, 6, 7, 11, 12, 13, 70, i64::MAX].map(wait).into();
        assert_eq!(waits, [0, 0, 30, 60, 120, 1920, 3600, 3600, 3600, 3600]);
    }
}
