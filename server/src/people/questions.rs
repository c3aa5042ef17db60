//! Questions about one transfer, asked by its payee's people and answered by its payer's.
//!
//! They are no entries: nothing follows from them in the ledger, and the public doesn't read them. Here
//! nothing is changed or deleted; an answer is set once.

use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::question;
use super::telling::{DeskNews, Matter, Told};
use super::{People, PeopleError};
use ledger::field::{Identity, MemberName, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    TransactionTrait,
};

/// Characters of a question or an answer: two or three sentences. What needs more is a letter.
pub const QUESTION_CHARS_MAX: usize = 300;

/// Questions about one transfer: beyond them the two sides should meet.
pub const QUESTIONS_MAX: u64 = 20;

/// Questions that a list has: those that wait the longest, or were asked last.
const QUESTIONS_LISTED: u64 = 50;

/// A question, and its answer where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The key of the form that asked it.
    pub id: String,
    /// The transfer.
    pub step: Identity,
    /// Who sent it, and answers.
    pub payer: MemberName,
    /// Who should have it, and asks.
    pub payee: MemberName,
    /// By which account it was asked.
    pub asker: String,
    /// When.
    pub asked: Moment,
    /// What is asked.
    pub text: String,
    /// The answer.
    pub answer: Option<Reply>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// By which account it was given.
    pub account: String,
    /// When.
    pub at: Moment,
    /// What is answered.
    pub text: String,
}

/// What became of a question that somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It stands there, now or since the same form was sent before.
    Taken,
    /// There are too many about this transfer.
    TooMany,
}

impl TryFrom<question::Model> for Question {
    type Error = PeopleError;

    fn try_from(row: question::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("question");
        let step: [u8; 32] = row.step.try_into().map_err(|_| wrong())?;
        let answer = match (row.answerer, row.answered, row.answer) {
            (Some(account), Some(at), Some(text)) => Some(Reply {
                account,
                at: Moment(at),
                text,
            }),
            (None, None, None) => None,
            _ => return Err(wrong()),
        };
        Ok(Self {
            id: row.id,
            step: Identity(step),
            payer: row.payer.parse().map_err(|_| wrong())?,
            payee: row.payee.parse().map_err(|_| wrong())?,
            asker: row.asker,
            asked: Moment(row.asked),
            text: row.text,
            answer,
        })
    }
}

impl People {
    /// Asks a question about a transfer between these two, under the key of its form: the same form asks
    /// once. The payer's people are told.
    ///
    /// # Errors
    /// The database's error.
    pub async fn ask(
        &self,
        person: &Person,
        id: &str,
        (step, payer): (Told, &MemberName),
        text: &str,
    ) -> Result<Asked, PeopleError> {
        let within = self.database.begin().await?;
        let about = question::Entity::find()
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Step.eq(step.identity.0.to_vec()));
        let known = question::Entity::find_by_id((self.ledger, id.to_owned()));
        if known.one(&within).await?.is_some() {
            return Ok(Asked::Taken);
        }
        if about.count(&within).await? >= QUESTIONS_MAX {
            return Ok(Asked::TooMany);
        }
        let row = question::ActiveModel {
            ledger: Set(self.ledger),
            id: Set(id.to_owned()),
            step: Set(step.identity.0.to_vec()),
            payer: Set(payer.to_string()),
            payee: Set(person.member.to_string()),
            asker: Set(person.account.to_string()),
            asked: Set(self.now().0),
            text: Set(text.to_owned()),
            answerer: Set(None),
            answered: Set(None),
            answer: Set(None),
        };
        let once = OnConflict::columns([question::Column::Ledger, question::Column::Id])
            .do_nothing()
            .to_owned();
        question::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&within)
            .await?;
        let deed = Deed::of(person, Done::Asked).with(step.identity);
        self.note(&within, &deed).await?;
        let news = DeskNews {
            member: payer,
            matter: Matter::Question,
            entry: Some(step),
            about: &[id],
            but: None,
        };
        self.tell_of(&within, &news).await?;
        within.commit().await?;
        Ok(Asked::Taken)
    }

    /// Answers a question to a person's member, which nobody has answered before; whether it was this
    /// answer that was taken. The people of whoever asked are told.
    ///
    /// # Errors
    /// The database's error.
    pub async fn answer(
        &self,
        person: &Person,
        (step, id): (Told, &str),
        text: &str,
    ) -> Result<bool, PeopleError> {
        let within = self.database.begin().await?;
        let reply = question::ActiveModel {
            answerer: Set(Some(person.account.to_string())),
            answered: Set(Some(self.now().0)),
            answer: Set(Some(text.to_owned())),
            ..Default::default()
        };
        let set = question::Entity::update_many()
            .set(reply)
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Id.eq(id))
            .filter(question::Column::Step.eq(step.identity.0.to_vec()))
            .filter(question::Column::Payer.eq(person.member.as_str()))
            .filter(question::Column::Answered.is_null())
            .exec(&within)
            .await?;
        let taken = set.rows_affected == 1;
        if taken {
            let deed = Deed::of(person, Done::Answered).with(step.identity);
            self.note(&within, &deed).await?;
            let found = question::Entity::find_by_id((self.ledger, id.to_owned()));
            let found = found.one(&within).await?;
            let found = Question::try_from(found.ok_or(PeopleError::Row("question"))?)?;
            let news = DeskNews {
                member: &found.payee,
                matter: Matter::Answer,
                entry: Some(step),
                about: &[id],
                but: None,
            };
            self.tell_of(&within, &news).await?;
        }
        within.commit().await?;
        Ok(taken)
    }

    /// What was asked about a transfer, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn questions_about(&self, step: &Identity) -> Result<Vec<Question>, PeopleError> {
        let rows = question::Entity::find()
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Step.eq(step.0.to_vec()))
            .order_by_asc(question::Column::Asked)
            .limit(QUESTIONS_MAX)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Question::try_from).collect()
    }

    /// What waits for a member's answer, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn questions_to(&self, member: &MemberName) -> Result<Vec<Question>, PeopleError> {
        let rows = question::Entity::find()
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Payer.eq(member.as_str()))
            .filter(question::Column::Answered.is_null())
            .order_by_asc(question::Column::Asked)
            .limit(QUESTIONS_LISTED)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Question::try_from).collect()
    }

    /// How many questions wait for a member's answer.
    ///
    /// # Errors
    /// The database's error.
    pub async fn questions_waiting(&self, member: &MemberName) -> Result<u64, PeopleError> {
        let waiting = question::Entity::find()
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Payer.eq(member.as_str()))
            .filter(question::Column::Answered.is_null());
        Ok(waiting.count(&self.database).await?)
    }

    /// What a member asked, the latest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn questions_of(&self, member: &MemberName) -> Result<Vec<Question>, PeopleError> {
        let rows = question::Entity::find()
            .filter(question::Column::Ledger.eq(self.ledger))
            .filter(question::Column::Payee.eq(member.as_str()))
            .order_by_desc(question::Column::Asked)
            .limit(QUESTIONS_LISTED)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Question::try_from).collect()
    }
}
