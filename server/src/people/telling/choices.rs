//! What each person asked to be told, and where.

use super::outbox::{Row, add};
use super::tables::{choice, message};
use super::{Channel, Matter, id_of};
use crate::people::persons::Person;
use crate::people::tables::person;
use crate::people::token::Token;
use crate::people::{People, PeopleError};
use ledger::field::MemberName;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, TransactionTrait};

/// Seconds for which the link that confirms an address is good.
pub const LINK_SECONDS: i64 = 2 * 86_400;

/// Seconds between two links to addresses that one account names: nobody fills a stranger's inbox
/// with them.
pub const ASK_AGAIN_SECONDS: i64 = 10 * 60;

/// What a person chooses on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Where to; empty for nowhere.
    pub address: String,
    /// The code of the language, as addresses spell it.
    pub language: String,
    /// What is told at once.
    pub matters: Vec<Matter>,
    /// The hour of the daily summary, local.
    pub hour: Option<u8>,
}

/// What a person has chosen, as it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    /// Whose it is.
    pub account: String,
    /// For whom they work.
    pub member: MemberName,
    /// The address that its owner confirmed.
    pub address: Option<String>,
    /// The address that waits to be confirmed.
    pub asked: Option<String>,
    /// The secret of the link that ends all messages.
    pub stop: String,
    /// The code of the language.
    pub language: String,
    /// What is told at once.
    pub matters: Vec<Matter>,
    /// The hour of the daily summary, local.
    pub hour: Option<u8>,
    /// The number of the day of the last summary.
    pub summed: i64,
}

impl std::fmt::Debug for Choice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // No address and no secret ever reaches a message of the program's.
        formatter.write_str("Choice(..)")
    }
}

/// What came of naming an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It was confirmed before, or there is none.
    Settled,
    /// A link is on its way to it.
    LinkSent,
    /// A link was sent so lately that none is sent now; nothing was kept.
    TooSoon,
}

impl TryFrom<choice::Model> for Choice {
    type Error = PeopleError;

    fn try_from(row: choice::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("telling_choice");
        let hour = row.hour.map(u8::try_from).transpose();
        Ok(Self {
            member: row.member.parse().map_err(|_| wrong())?,
            hour: hour.map_err(|_| wrong())?,
            matters: row.matters.split(',').filter_map(Matter::parse).collect(),
            account: row.account,
            address: row.address,
            asked: row.asked,
            stop: row.stop,
            language: row.language,
            summed: row.summed,
        })
    }
}

impl People {
    /// What an account has chosen, while it is open.
    ///
    /// # Errors
    /// The database's error.
    pub async fn choice(&self, account: &str) -> Result<Option<Choice>, PeopleError> {
        let found = choice::Entity::find_by_id((self.ledger, account.to_owned()));
        let Some(row) = found.one(&self.database).await? else {
            return Ok(None);
        };
        if self.open_person(account).await?.is_none() {
            return Ok(None);
        }
        Choice::try_from(row).map(Some)
    }

    /// The person with an account that is open.
    ///
    /// # Errors
    /// The database's error.
    pub async fn open_person(&self, account: &str) -> Result<Option<Person>, PeopleError> {
        let known = self.proofs(account).await?;
        let person = known.map(|known| known.person);
        Ok(person.filter(|person| person.closed.is_none()))
    }

    /// Keeps what a person chose. A new address gets a link first, and nothing else until its owner
    /// has used it; no address at all ends everything.
    ///
    /// # Errors
    /// The database's error.
    pub async fn choose(&self, by: &Person, chosen: &Choices) -> Result<Asked, PeopleError> {
        if chosen.address.is_empty() {
            self.forget_choice(by.account.as_str()).await?;
            return Ok(Asked::Settled);
        }
        let now = self.now().0;
        let account = by.account.to_string();
        let begun = self.database.begin().await?;
        // A write comes first: it takes the database, so nobody writes between a look and this.
        let fresh = choice::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(account.clone()),
            member: Set(by.member.to_string()),
            stop: Set(Token::of(self.random()).reveal().to_owned()),
            language: Set(chosen.language.clone()),
            matters: Set(String::new()),
            summed: Set(0),
            ..Default::default()
        };
        let known = OnConflict::columns([choice::Column::Ledger, choice::Column::Account])
            .do_nothing()
            .to_owned();
        choice::Entity::insert(fresh)
            .on_conflict(known)
            .exec_without_returning(&begun)
            .await?;
        let found = choice::Entity::find_by_id((self.ledger, account.clone()));
        let row = found.one(&begun).await?;
        let row = row.ok_or(PeopleError::Row("telling_choice"))?;
        let own = row.address.as_deref() == Some(chosen.address.as_str());
        let asked_before = row.asked.as_deref() == Some(chosen.address.as_str());
        let last = row.asked_at.unwrap_or(i64::MIN);
        // A link that was sent to this address is still good.
        let asked = asked_before && now - last < LINK_SECONDS;
        let asks = !own && !asked;
        if asks && now.saturating_sub(last) < ASK_AGAIN_SECONDS {
            return Ok(Asked::TooSoon);
        }
        let words: Vec<&str> = chosen.matters.iter().map(|matter| matter.word()).collect();
        let mut changed = choice::ActiveModel {
            language: Set(chosen.language.clone()),
            matters: Set(words.join(",")),
            hour: Set(chosen.hour.map(i64::from)),
            ..Default::default()
        };
        if own {
            changed.asked = Set(None);
            changed.link = Set(None);
        } else if asks {
            changed.asked = Set(Some(chosen.address.clone()));
            changed.asked_at = Set(Some(now));
            changed.link = Set(None);
        }
        choice::Entity::update_many()
            .set(changed)
            .filter(self.own_choice(&account))
            .exec(&begun)
            .await?;
        if asks {
            let row = Row {
                id: id_of(&["address", &account, &now.to_string(), &chosen.address]),
                channel: Channel::Mail,
                member: by.member.to_string(),
                target: account,
                matter: Matter::Address,
                entry: None,
                code: None,
                made: now,
            };
            add(&begun, self.ledger, vec![row]).await?;
        }
        begun.commit().await?;
        Ok(if own { Asked::Settled } else { Asked::LinkSent })
    }

    fn own_choice(&self, account: &str) -> sea_orm::Condition {
        sea_orm::Condition::all()
            .add(choice::Column::Ledger.eq(self.ledger))
            .add(choice::Column::Account.eq(account))
    }

    /// A new secret for the link that confirms the address which waits; the one before ends. The
    /// secret is known to whoever gets it here, and to nobody else.
    ///
    /// # Errors
    /// The database's error.
    pub async fn address_link(&self, account: &str) -> Result<Token, PeopleError> {
        let token = Token::of(self.random());
        choice::Entity::update_many()
            .col_expr(choice::Column::Link, Expr::value(token.digest()))
            .filter(self.own_choice(account))
            .filter(choice::Column::Asked.is_not_null())
            .exec(&self.database)
            .await?;
        Ok(token)
    }

    /// Whether the link of an address is good.
    ///
    /// # Errors
    /// The database's error.
    pub async fn address_waits(&self, token: &Token) -> Result<bool, PeopleError> {
        Ok(self.linked(token).await?.is_some())
    }

    async fn linked(&self, token: &Token) -> Result<Option<choice::Model>, PeopleError> {
        let row = choice::Entity::find()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Link.eq(token.digest()))
            .filter(choice::Column::Asked.is_not_null())
            .one(&self.database)
            .await?;
        let now = self.now().0;
        Ok(row.filter(|row| row.asked_at.is_some_and(|at| now - at < LINK_SECONDS)))
    }

    /// Confirms the address of a link, once. Says whether there was one to confirm.
    ///
    /// # Errors
    /// The database's error.
    pub async fn confirm_address(&self, token: &Token) -> Result<bool, PeopleError> {
        let Some(row) = self.linked(token).await? else {
            return Ok(false);
        };
        let confirmed = choice::ActiveModel {
            address: Set(row.asked),
            asked: Set(None),
            link: Set(None),
            ..Default::default()
        };
        let changed = choice::Entity::update_many()
            .set(confirmed)
            .filter(self.own_choice(&row.account))
            .filter(choice::Column::Link.eq(token.digest()))
            .exec(&self.database)
            .await?;
        Ok(changed.rows_affected > 0)
    }

    /// Whether a link ends anybody's messages.
    ///
    /// # Errors
    /// The database's error.
    pub async fn stop_is_known(&self, token: &Token) -> Result<bool, PeopleError> {
        let found = choice::Entity::find()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Stop.eq(token.reveal()))
            .one(&self.database)
            .await?;
        Ok(found.is_some())
    }

    /// Ends all messages to whoever has this link. Says whether there were any to end.
    ///
    /// # Errors
    /// The database's error.
    pub async fn stop_telling(&self, token: &Token) -> Result<bool, PeopleError> {
        let found = choice::Entity::find()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Stop.eq(token.reveal()))
            .one(&self.database)
            .await?;
        let Some(row) = found else {
            return Ok(false);
        };
        self.forget_choice(&row.account).await?;
        Ok(true)
    }

    /// Forgets what an account chose, its address with it, and what waits to be sent there.
    async fn forget_choice(&self, account: &str) -> Result<(), PeopleError> {
        choice::Entity::delete_many()
            .filter(self.own_choice(account))
            .exec(&self.database)
            .await?;
        message::Entity::delete_many()
            .filter(message::Column::Ledger.eq(self.ledger))
            .filter(message::Column::Channel.eq(Channel::Mail.number()))
            .filter(message::Column::Target.eq(account))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Forgets the addresses of accounts that were closed.
    ///
    /// # Errors
    /// The database's error.
    pub async fn forget_closed(&self) -> Result<u64, PeopleError> {
        let closed = Query::select()
            .column(person::Column::Account)
            .from(person::Entity)
            .and_where(person::Column::Ledger.eq(self.ledger))
            .and_where(person::Column::Closed.is_not_null())
            .to_owned();
        let gone = choice::Entity::delete_many()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Account.in_subquery(closed))
            .exec(&self.database)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Everybody of an open account who wants a daily summary, and has a confirmed address.
    ///
    /// # Errors
    /// The database's error.
    pub async fn summaries_wanted(&self) -> Result<Vec<(Choice, Person)>, PeopleError> {
        let rows = choice::Entity::find()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Address.is_not_null())
            .filter(choice::Column::Hour.is_not_null())
            .all(&self.database)
            .await?;
        let mut wanted = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(person) = self.open_person(&row.account).await? {
                wanted.push((Choice::try_from(row)?, person));
            }
        }
        Ok(wanted)
    }

    /// Notes that a person's summary of a day, by its number, was looked at; and adds the message,
    /// where there is anything to say. The same day is looked at once.
    ///
    /// # Errors
    /// The database's error.
    pub async fn sum_up(&self, of: &Choice, day: i64, says: bool) -> Result<(), PeopleError> {
        let begun = self.database.begin().await?;
        let looked = choice::Entity::update_many()
            .col_expr(choice::Column::Summed, Expr::value(day))
            .filter(self.own_choice(&of.account))
            .filter(choice::Column::Summed.lt(day))
            .exec(&begun)
            .await?;
        if looked.rows_affected > 0 && says {
            let row = Row {
                id: id_of(&["summary", &of.account, &day.to_string()]),
                channel: Channel::Mail,
                member: of.member.to_string(),
                target: of.account.clone(),
                matter: Matter::Summary,
                entry: None,
                code: None,
                made: self.now().0,
            };
            add(&begun, self.ledger, vec![row]).await?;
        }
        begun.commit().await?;
        Ok(())
    }
}
