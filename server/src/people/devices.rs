//! Keys of people's own devices on their way to the ledger: the text that would enrol one, the
//! device's own signature below it, and the wait for a second person.

use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::enrolment;
use super::{People, PeopleError};
use ledger::entry::KeyRotate;
use ledger::field::{Field, MemberName, Moment};
use ledger::{Entry, SignatureLine};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Seconds for which a key waits to be approved: as long as an invitation.
pub const ENROLMENT_SECONDS: i64 = 7 * 86_400;

/// Keys that are listed as waiting: each account has one at most.
const ENROLMENTS_LISTED: u64 = 500;

/// A device's key that waits to be enrolled.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// What whoever approves it calls it.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// For which member it would sign.
    pub member: MemberName,
    /// The entry that would enrol it.
    pub rotate: Box<KeyRotate>,
    /// Its own signature below that entry; nothing until the device has signed.
    pub proof: Option<SignatureLine>,
    /// When it was offered.
    pub made: Moment,
}

impl Enrolment {
    /// The exact text of the entry.
    #[must_use]
    pub fn text(&self) -> String {
        Entry::KeyRotate(self.rotate.clone()).to_text()
    }

    /// Whether this person could approve it: a colleague's, for the same member.
    #[must_use]
    pub fn is_for(&self, reader: &Person) -> bool {
        self.member == reader.member && self.account != reader.account.as_str()
    }

    /// Until when it can be approved.
    #[must_use]
    pub const fn ends(&self) -> Moment {
        Moment(self.made.0 + ENROLMENT_SECONDS)
    }
}

impl TryFrom<enrolment::Model> for Enrolment {
    type Error = PeopleError;

    fn try_from(row: enrolment::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("enrolment");
        let Ok(Entry::KeyRotate(rotate)) = Entry::parse(&row.text) else {
            return Err(wrong());
        };
        let proof = match row.proof {
            Some(line) => Some(SignatureLine::parse(&line).ok_or_else(wrong)?),
            None => None,
        };
        Ok(Self {
            id: row.id,
            account: row.account,
            member: MemberName::parse(&row.member).map_err(|_| wrong())?,
            rotate,
            proof,
            made: Moment(row.made),
        })
    }
}

impl People {
    /// Keeps the text that would enrol a device's key of a person, in the place of an earlier one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn offer_device(&self, person: &Person, text: &str) -> Result<(), PeopleError> {
        let row = enrolment::ActiveModel {
            ledger: Set(self.ledger),
            account: Set(person.account.to_string()),
            id: Set(hex::encode(self.random::<4>())),
            member: Set(person.member.to_string()),
            text: Set(text.to_owned()),
            proof: Set(None),
            made: Set(self.now().0),
        };
        let again = OnConflict::columns([enrolment::Column::Ledger, enrolment::Column::Account])
            .update_columns([
                enrolment::Column::Id,
                enrolment::Column::Member,
                enrolment::Column::Text,
                enrolment::Column::Proof,
                enrolment::Column::Made,
            ])
            .to_owned();
        enrolment::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.database)
            .await?;
        self.record(&Deed::of(person, Done::DeviceOffered)).await
    }

    /// Keeps the signature by which a device proves that it has the key it offers. Whether it holds
    /// is for the caller to check.
    ///
    /// # Errors
    /// The database's error.
    pub async fn prove_device(
        &self,
        offered: &Enrolment,
        proof: &SignatureLine,
    ) -> Result<(), PeopleError> {
        let proven = enrolment::ActiveModel {
            proof: Set(Some(proof.to_string())),
            ..Default::default()
        };
        enrolment::Entity::update_many()
            .set(proven)
            .filter(enrolment::Column::Ledger.eq(self.ledger))
            .filter(enrolment::Column::Account.eq(&offered.account))
            .filter(enrolment::Column::Id.eq(&offered.id))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// The key that a person has offered and that isn't too old.
    ///
    /// # Errors
    /// The database's error.
    pub async fn offered_device(&self, person: &Person) -> Result<Option<Enrolment>, PeopleError> {
        let found = enrolment::Entity::find_by_id((self.ledger, person.account.to_string()));
        let row = found.one(&self.database).await?;
        let fresh = row.filter(|row| self.now().0 - row.made < ENROLMENT_SECONDS);
        fresh.map(Enrolment::try_from).transpose()
    }

    /// Every key that waits, the earliest first, of accounts that are open.
    ///
    /// # Errors
    /// The database's error.
    pub async fn waiting_devices(&self) -> Result<Vec<Enrolment>, PeopleError> {
        let rows = enrolment::Entity::find()
            .filter(enrolment::Column::Ledger.eq(self.ledger))
            .filter(enrolment::Column::Proof.is_not_null())
            .filter(enrolment::Column::Made.gt(self.now().0 - ENROLMENT_SECONDS))
            .order_by_asc(enrolment::Column::Made)
            .limit(ENROLMENTS_LISTED)
            .all(&self.database)
            .await?;
        let mut waiting = Vec::with_capacity(rows.len());
        for row in rows {
            let known = self.proofs(&row.account).await?;
            if known.is_some_and(|known| known.person.closed.is_none()) {
                waiting.push(Enrolment::try_from(row)?);
            }
        }
        Ok(waiting)
    }

    /// The key of a colleague that waits under this id, where its device has proven it: nobody's own,
    /// and no other member's.
    ///
    /// # Errors
    /// The database's error.
    pub async fn waiting_device(
        &self,
        reader: &Person,
        id: &str,
    ) -> Result<Option<Enrolment>, PeopleError> {
        let mut waiting = self.waiting_devices().await?.into_iter();
        Ok(waiting.find(|one| one.id == id && one.is_for(reader)))
    }

    /// Lets go of a key that stands on the ledger now, and notes who had it enrolled; nobody for the
    /// server's operator.
    ///
    /// # Errors
    /// The database's error.
    pub async fn device_enrolled(
        &self,
        enrolled: &Enrolment,
        by: Option<&Person>,
    ) -> Result<(), PeopleError> {
        self.let_go(enrolled).await?;
        let by = by.map(|person| person.account.to_string());
        let deed = Deed::by(enrolled.member.clone(), by, Done::DeviceEnrolled);
        self.record(&deed.about(&enrolled.account)).await
    }

    /// Refuses a key: it waits no more, and its owner may offer another.
    ///
    /// # Errors
    /// The database's error.
    pub async fn refuse_device(&self, refused: &Enrolment, by: &Person) -> Result<(), PeopleError> {
        self.let_go(refused).await?;
        let deed = Deed::of(by, Done::DeviceRefused);
        self.record(&deed.about(&refused.account)).await
    }

    async fn let_go(&self, of: &Enrolment) -> Result<(), PeopleError> {
        enrolment::Entity::delete_many()
            .filter(enrolment::Column::Ledger.eq(self.ledger))
            .filter(enrolment::Column::Account.eq(&of.account))
            .filter(enrolment::Column::Id.eq(&of.id))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}
