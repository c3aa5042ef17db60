//! What waits to be sent, what was sent, and what was given up.

use super::cursor::Told;
use super::tables::message;
use super::{Channel, Matter};
use crate::people::{People, PeopleError};
use ledger::field::{Identity, MemberName, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// How often a message is tried: with the pauses between, for fourteen hours. A relay that is mended
/// on the next morning still gets it, and one that is gone isn't asked for ever.
pub const TRIES_MAX: u32 = 12;

/// Seconds after the first failure; each further one doubles it.
const PAUSE_MIN_SECONDS: i64 = 30;

/// The longest pause, in seconds.
const PAUSE_MAX_SECONDS: i64 = 6 * 3600;

/// Seconds for which a message is kept after it was made, whatever became of it: an administrator
/// who was away for some weeks still sees what failed.
pub const KEPT_SECONDS: i64 = 30 * 86_400;

/// Messages of one look at the outbox.
const DUE_MAX: u64 = 32;

/// How a message stands. The numbers stand in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It waits for its time.
    Waits,
    /// It was sent.
    Sent,
    /// It was tried for the last time, or will never be taken.
    GivenUp,
    /// Nobody wants it any more.
    Dropped,
}

impl Stand {
    const ALL: [(Self, i64); 4] = [
        (Self::Waits, 0),
        (Self::Sent, 1),
        (Self::GivenUp, 2),
        (Self::Dropped, 3),
    ];

    fn number(self) -> i64 {
        let found = Self::ALL.iter().find(|(stand, _)| *stand == self);
        found.map_or(0, |(_, number)| *number)
    }

    fn numbered(number: i64) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == number);
        found.map(|(stand, _)| *stand)
    }
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Follows from what happened and to whom it is told: receivers may hold repeats against it.
    pub id: String,
    /// How it is told.
    pub channel: Channel,
    /// The member that it concerns.
    pub member: MemberName,
    /// Whose account it goes to, or the id of the hook.
    pub target: String,
    /// What it is about.
    pub matter: Matter,
    /// The entry that it names.
    pub entry: Option<Told>,
    /// The finding's code.
    pub code: Option<String>,
    /// When it was added.
    pub made: Moment,
    /// How often it was tried.
    pub tries: u32,
    /// How it stands.
    pub stand: Stand,
    /// When it was sent or tried last.
    pub ended: Option<Moment>,
    /// Why it failed the last time: a word, such as `status-500` or `timed-out`.
    pub why: Option<String>,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken.
    Sent,
    /// It may be taken later; why not now, in a word.
    Later(String),
    /// It will never be taken; why, in a word.
    Never(String),
    /// Nobody wants it any more.
    Dropped,
}

/// Seconds to wait after so many tries failed, at least one: twice as long each time, up to a bound.
#[must_use]
pub const fn pause_after(tries: u32) -> i64 {
    let doublings = if tries > 16 {
        16
    } else {
        tries.saturating_sub(1)
    };
    let pause = PAUSE_MIN_SECONDS << doublings;
    if pause > PAUSE_MAX_SECONDS {
        PAUSE_MAX_SECONDS
    } else {
        pause
    }
}

/// A message that is to be added.
pub(in crate::people) struct Row {
    pub(super) id: String,
    pub(super) channel: Channel,
    pub(super) member: String,
    pub(super) target: String,
    pub(super) matter: Matter,
    pub(super) entry: Option<Told>,
    pub(super) code: Option<String>,
    pub(super) made: i64,
}

/// Adds messages; one that was added before stays as it is.
pub(super) async fn add(
    within: &impl ConnectionTrait,
    ledger: i64,
    rows: Vec<Row>,
) -> Result<(), PeopleError> {
    for row in rows {
        let model = message::ActiveModel {
            ledger: Set(ledger),
            id: Set(row.id),
            channel: Set(row.channel.number()),
            member: Set(row.member),
            target: Set(row.target),
            matter: Set(row.matter.word().to_owned()),
            idx: Set(row.entry.map(|entry| entry.index.cast_signed())),
            identity: Set(row.entry.map(|entry| entry.identity.0.to_vec())),
            code: Set(row.code),
            made: Set(row.made),
            due: Set(row.made),
            tries: Set(0),
            stand: Set(Stand::Waits.number()),
            ended: Set(None),
            why: Set(None),
        };
        let known = OnConflict::columns([message::Column::Ledger, message::Column::Id])
            .do_nothing()
            .to_owned();
        message::Entity::insert(model)
            .on_conflict(known)
            .exec_without_returning(within)
            .await?;
    }
    Ok(())
}

impl TryFrom<message::Model> for Message {
    type Error = PeopleError;

    fn try_from(row: message::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("telling_message");
        let entry = match (row.idx, row.identity) {
            (Some(index), Some(identity)) => Some(Told {
                index: index.cast_unsigned(),
                identity: Identity(identity.try_into().map_err(|_| wrong())?),
            }),
            _ => None,
        };
        Ok(Self {
            channel: Channel::numbered(row.channel).ok_or_else(wrong)?,
            member: row.member.parse().map_err(|_| wrong())?,
            matter: Matter::parse(&row.matter).ok_or_else(wrong)?,
            stand: Stand::numbered(row.stand).ok_or_else(wrong)?,
            tries: u32::try_from(row.tries).map_err(|_| wrong())?,
            id: row.id,
            target: row.target,
            entry,
            code: row.code,
            made: Moment(row.made),
            ended: row.ended.map(Moment),
            why: row.why,
        })
    }
}

impl People {
    /// Messages of a channel whose time has come, the earliest due first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn due_messages(&self, channel: Channel) -> Result<Vec<Message>, PeopleError> {
        let rows = message::Entity::find()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Stand.eq(Stand::Waits.number()))
            .filter(message::Column::Channel.eq(channel.number()))
            .filter(message::Column::Due.lte(self.now().0))
            .order_by_asc(message::Column::Due)
            .limit(DUE_MAX)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Message::try_from).collect()
    }

    /// Keeps what came of a try. After the last one the message is given up.
    ///
    /// # Errors
    /// The database's error.
    pub async fn message_tried(
        &self,
        tried: &Message,
        outcome: Outcome,
    ) -> Result<Stand, PeopleError> {
        let now = self.now().0;
        let tries = tried.tries + 1;
        let (stand, why) = match outcome {
            Outcome::Sent => (Stand::Sent, None),
            Outcome::Dropped => (Stand::Dropped, None),
            Outcome::Never(why) => (Stand::GivenUp, Some(why)),
            Outcome::Later(why) if tries >= TRIES_MAX => (Stand::GivenUp, Some(why)),
            Outcome::Later(why) => (Stand::Waits, Some(why)),
        };
        let changed = message::ActiveModel {
            tries: Set(i64::from(tries)),
            stand: Set(stand.number()),
            due: Set(now + pause_after(tries)),
            ended: Set(Some(now)),
            why: Set(why),
            ..Default::default()
        };
        message::Entity::update_many()
            .set(changed)
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Id.eq(&tried.id))
            .exec(&self.database)
            .await?;
        Ok(stand)
    }

    /// Forgets messages that were made too long ago.
    ///
    /// # Errors
    /// The database's error.
    pub async fn forget_messages(&self) -> Result<u64, PeopleError> {
        let gone = message::Entity::delete_many()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Made.lt(self.now().0 - KEPT_SECONDS))
            .exec(&self.database)
            .await?;
        Ok(gone.rows_affected)
    }

    /// What was sent to a member's programs lately, and what waits, the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn deliveries(
        &self,
        member: &MemberName,
        rows: u64,
    ) -> Result<Vec<Message>, PeopleError> {
        let found = message::Entity::find()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Member.eq(member.as_str()))
            .filter(message::Column::Channel.eq(Channel::Hook.number()))
            .order_by_desc(message::Column::Made)
            .order_by_asc(message::Column::Id)
            .limit(rows)
            .all(&self.database)
            .await?;
        found.into_iter().map(Message::try_from).collect()
    }

    /// Mail to a member's people that failed: what was given up, and what waits to be tried again,
    /// the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn failed_mail(
        &self,
        member: &MemberName,
        rows: u64,
    ) -> Result<Vec<Message>, PeopleError> {
        let stands = [Stand::Waits.number(), Stand::GivenUp.number()];
        let found = message::Entity::find()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Member.eq(member.as_str()))
            .filter(message::Column::Channel.eq(Channel::Mail.number()))
            .filter(message::Column::Stand.is_in(stands))
            .filter(message::Column::Why.is_not_null())
            .order_by_desc(message::Column::Made)
            .order_by_asc(message::Column::Id)
            .limit(rows)
            .all(&self.database)
            .await?;
        found.into_iter().map(Message::try_from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_six_hours_and_all_of_them_last_fourteen() {
        assert_eq!(pause_after(1), 30);
        assert_eq!(pause_after(2), 60);
        assert_eq!(pause_after(40), PAUSE_MAX_SECONDS);
        let all: i64 = (1..TRIES_MAX).map(pause_after).sum();
        assert!((14 * 3600..15 * 3600).contains(&all), "{all}");
    }
}
