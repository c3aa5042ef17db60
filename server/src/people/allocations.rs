//! What one person drafts for another to sign: allocations, before they are in the ledger.
//!
//! A draft is the very text that will be signed. Whoever edits it writes another text, and with it
//! another identity, so an approval of what stood there before meets nothing.

use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::allocation;
use super::telling::{DeskNews, Matter};
use super::{People, PeopleError};
use ledger::field::{Identity, MemberName, Moment, RecordRef};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, TransactionTrait,
};

/// Open drafts of one member, all of which are listed and counted as taken: a bureau writes some dozens
/// a day, and has sheets for more.
pub const DRAFTS_OPEN_MAX: u64 = 500;

/// Seconds after which nobody signs any more who laid hold of a draft: a request ends within a quarter
/// of it, so the server fell meanwhile.
pub const SIGNING_SECONDS_MAX: i64 = 60;

/// What became of a draft that somebody saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It waits for a second person.
    Taken,
    /// It is somebody else's, or signed: it is left as it is.
    Gone,
    /// The member has [`DRAFTS_OPEN_MAX`] open ones.
    TooMany,
}

/// How a draft stands. The numbers stand in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It waits for a second person.
    Waiting,
    /// A second person sent it back.
    SentBack,
    /// A second person approved it, and it is on its way to the ledger.
    Signing,
    /// It stands in the ledger.
    Issued,
    /// A sheet that was read and isn't saved: nobody else sees it.
    Previewed,
    /// Its author's side has signed, and it waits for the other member that it asks.
    Asking,
}

impl Stand {
    const ALL: [(Self, i64); 6] = [
        (Self::Waiting, 0),
        (Self::SentBack, 1),
        (Self::Signing, 2),
        (Self::Issued, 3),
        (Self::Previewed, 4),
        (Self::Asking, 5),
    ];

    pub(super) fn number(self) -> i64 {
        let found = Self::ALL.iter().find(|(stand, _)| *stand == self);
        found.map_or(0, |(_, number)| *number)
    }

    pub(super) fn numbered(number: i64) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == number);
        found.map(|(stand, _)| *stand)
    }

    /// Whether its text may still be written anew or be thrown away.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::SentBack)
    }
}

/// A draft that one person wrote and another signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The key of the form that made it.
    pub id: String,
    /// In whose name it will be signed.
    pub member: MemberName,
    /// Whose account wrote it.
    pub maker: String,
    /// The entry's exact text.
    pub text: String,
    /// How it stands.
    pub stand: Stand,
    /// Whose account sent it back or signed it.
    pub checker: Option<String>,
    /// Why it was sent back.
    pub reason: Option<String>,
    /// When it was last written, sent back or signed.
    pub changed: Moment,
    /// The other member whose signature its text asks for.
    pub asks: Option<MemberName>,
}

impl Allocation {
    /// The identity that the entry will have.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity::of(&self.text)
    }

    /// How it stands where what was to be posted wasn't: one that asks another member was posted with that
    /// member's signature, so it asks again.
    #[must_use]
    pub const fn waits(&self) -> Stand {
        if self.asks.is_some() {
            Stand::Asking
        } else {
            Stand::Waiting
        }
    }

    /// Whether it was being signed when the server fell.
    #[must_use]
    pub fn is_stuck(&self, now: Moment) -> bool {
        self.stand == Stand::Signing && now.0 - self.changed.0 > SIGNING_SECONDS_MAX
    }
}

impl TryFrom<allocation::Model> for Allocation {
    type Error = PeopleError;

    fn try_from(row: allocation::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("allocation");
        Ok(Self {
            member: row.member.parse().map_err(|_| wrong())?,
            stand: Stand::numbered(row.stand).ok_or_else(wrong)?,
            asks: match row.asks {
                Some(name) => Some(name.parse().map_err(|_| wrong())?),
                None => None,
            },
            id: row.id,
            maker: row.maker,
            text: row.text,
            checker: row.checker,
            reason: row.reason,
            changed: Moment(row.changed),
        })
    }
}

impl People {
    /// Saves what a person wrote, under the key of its form: a new draft, or the same written anew by
    /// whoever wrote it first. It then waits for a second person.
    ///
    /// # Errors
    /// The database's error.
    pub async fn save_allocation(
        &self,
        maker: &Person,
        id: &str,
        reference: &RecordRef,
        text: &str,
    ) -> Result<Saved, PeopleError> {
        self.save_asking(maker, id, reference, text, None).await
    }

    /// The same, where the text asks for the signature of another member too.
    ///
    /// # Errors
    /// The database's error.
    pub async fn save_asking(
        &self,
        maker: &Person,
        id: &str,
        reference: &RecordRef,
        text: &str,
        asks: Option<&MemberName>,
    ) -> Result<Saved, PeopleError> {
        let identity = Identity::of(text);
        let begun = self.database.begin().await?;
        let found = allocation::Entity::find_by_id((self.ledger, id.to_owned()));
        let found = found.one(&begun).await?.map(Allocation::try_from);
        let found = found.transpose()?;
        if let Some(found) = &found {
            // The same form sent twice.
            let same = found.text == text && found.maker == maker.account.as_str();
            if same && found.stand != Stand::SentBack {
                return Ok(Saved::Taken);
            }
            let own = found.maker == maker.account.as_str() && found.member == maker.member;
            if !own || !found.stand.is_open() {
                return Ok(Saved::Gone);
            }
        }
        let is_new = found.is_none();
        if is_new && self.open_count(&maker.member, &begun).await? >= DRAFTS_OPEN_MAX {
            return Ok(Saved::TooMany);
        }
        let mut row = allocation::ActiveModel {
            ledger: Set(self.ledger),
            id: Set(id.to_owned()),
            reference: Set(reference.to_string()),
            text: Set(text.to_owned()),
            identity: Set(identity.0.to_vec()),
            stand: Set(Stand::Waiting.number()),
            changed: Set(self.now().0),
            asks: Set(asks.map(ToString::to_string)),
            ..Default::default()
        };
        if is_new {
            row.member = Set(maker.member.to_string());
            row.maker = Set(maker.account.to_string());
            row.made = Set(self.now().0);
            allocation::Entity::insert(row)
                .exec_without_returning(&begun)
                .await?;
        } else {
            row.checker = Set(None);
            row.reason = Set(None);
            allocation::Entity::update(row).exec(&begun).await?;
            // Whoever signed did so below what stood there before.
            self.void_signatures(&begun, id).await?;
        }
        let deed = Deed::of(maker, Done::Drafted).about(reference.as_str());
        self.note(&begun, &deed).await?;
        let news = DeskNews {
            member: &maker.member,
            matter: Matter::Draft,
            entry: None,
            about: &[id, &identity.to_string()],
            but: Some(&maker.account),
        };
        self.tell_of(&begun, &news).await?;
        begun.commit().await?;
        Ok(Saved::Taken)
    }

    /// How many drafts of a member aren't in the ledger.
    async fn open_count(
        &self,
        member: &MemberName,
        within: &impl ConnectionTrait,
    ) -> Result<u64, PeopleError> {
        let open = allocation::Entity::find()
            .filter(self.of(member))
            .filter(allocation::Column::Stand.ne(Stand::Issued.number()));
        Ok(open.count(within).await?)
    }

    /// A member's draft; another member's isn't found, but where it asks this one and its own side has
    /// signed.
    ///
    /// # Errors
    /// The database's error.
    pub async fn allocation(
        &self,
        member: &MemberName,
        id: &str,
    ) -> Result<Option<Allocation>, PeopleError> {
        let found = allocation::Entity::find_by_id((self.ledger, id.to_owned()));
        let row = found.one(&self.database).await?;
        let signed = [Stand::Asking, Stand::Signing, Stand::Issued].map(Stand::number);
        let asked = |row: &allocation::Model| {
            row.asks.as_deref() == Some(member.as_str()) && signed.contains(&row.stand)
        };
        let row = row.filter(|row| row.member == member.as_str() || asked(row));
        row.map(Allocation::try_from).transpose()
    }

    /// Drafts of others that ask this member to agree, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn asked_allocations(
        &self,
        member: &MemberName,
    ) -> Result<Vec<Allocation>, PeopleError> {
        let rows = allocation::Entity::find()
            .filter(allocation::Column::Ledger.eq(self.ledger))
            .filter(allocation::Column::Asks.eq(member.as_str()))
            .filter(allocation::Column::Stand.eq(Stand::Asking.number()))
            .order_by_asc(allocation::Column::Changed)
            .order_by_asc(allocation::Column::Id)
            .limit(DRAFTS_OPEN_MAX)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Allocation::try_from).collect()
    }

    /// Asks the other member, for the author's side has signed; and tells its people.
    ///
    /// # Errors
    /// The database's error.
    pub async fn ask_other_side(&self, draft: &Allocation) -> Result<(), PeopleError> {
        let begun = self.database.begin().await?;
        let identity = draft.identity();
        let asking = allocation::Entity::update_many()
            .col_expr(
                allocation::Column::Stand,
                Expr::value(Stand::Asking.number()),
            )
            .filter(self.of(&draft.member))
            .filter(allocation::Column::Id.eq(&draft.id))
            .filter(allocation::Column::Identity.eq(identity.0.to_vec()))
            .filter(allocation::Column::Stand.eq(Stand::Waiting.number()))
            .exec(&begun)
            .await?;
        if let Some(asked) = draft.asks.as_ref().filter(|_| asking.rows_affected > 0) {
            let news = DeskNews {
                member: asked,
                matter: Matter::Signature,
                entry: None,
                about: &[&draft.id, &identity.to_string()],
                but: None,
            };
            self.tell_of(&begun, &news).await?;
        }
        begun.commit().await?;
        Ok(())
    }

    /// A member's drafts that aren't in the ledger, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn open_allocations(
        &self,
        member: &MemberName,
    ) -> Result<Vec<Allocation>, PeopleError> {
        let rows = allocation::Entity::find()
            .filter(self.of(member))
            .filter(allocation::Column::Stand.ne(Stand::Issued.number()))
            .order_by_asc(allocation::Column::Changed)
            .order_by_asc(allocation::Column::Id)
            .limit(DRAFTS_OPEN_MAX)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Allocation::try_from).collect()
    }

    /// A member's drafts that came into the ledger, the latest first, so many.
    ///
    /// # Errors
    /// The database's error.
    pub async fn issued_allocations(
        &self,
        member: &MemberName,
        rows: u64,
    ) -> Result<Vec<Allocation>, PeopleError> {
        let rows = allocation::Entity::find()
            .filter(self.of(member))
            .filter(allocation::Column::Stand.eq(Stand::Issued.number()))
            .order_by_desc(allocation::Column::Changed)
            .order_by_asc(allocation::Column::Id)
            .limit(rows)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Allocation::try_from).collect()
    }

    /// Sends a draft back to whoever wrote it: its maker never does, and never a text that the person
    /// wasn't shown. Says whether it was.
    ///
    /// # Errors
    /// The database's error.
    pub async fn send_back(
        &self,
        by: &Person,
        shown: &Allocation,
        reason: &str,
    ) -> Result<bool, PeopleError> {
        if !by.may_check(&shown.maker) {
            return Ok(false);
        }
        // People of another member are known here by its name alone.
        let checker = if by.member == shown.member {
            by.account.as_str()
        } else {
            by.member.as_str()
        };
        let stands = [Stand::Waiting, Stand::Asking];
        let changed = self
            .checked(checker, shown, &stands, Stand::SentBack)
            .col_expr(allocation::Column::Reason, Expr::value(reason))
            .exec(&self.database)
            .await?;
        if changed.rows_affected == 0 {
            return Ok(false);
        }
        self.void_signatures(&self.database, &shown.id).await?;
        let about = reference_of(shown);
        self.record(&Deed::of(by, Done::SentBack).about(&about))
            .await?;
        Ok(true)
    }

    /// Lays hold of a draft whose last signature was given, so that nobody edits it while it is posted.
    /// `checker` is the account that approved it: never its maker's. Says whether it is the text that
    /// stands there.
    ///
    /// # Errors
    /// The database's error.
    pub async fn begin_signing(
        &self,
        by: &Person,
        shown: &Allocation,
        checker: &str,
    ) -> Result<bool, PeopleError> {
        let own = by.account.as_str() == shown.maker;
        let party = by.member == shown.member || shown.asks.as_ref() == Some(&by.member);
        if !party || !(own || by.may_check(&shown.maker)) {
            return Ok(false);
        }
        let stands = [Stand::Waiting, Stand::Asking, Stand::Signing];
        let changed = self.checked(checker, shown, &stands, Stand::Signing);
        Ok(changed.exec(&self.database).await?.rows_affected > 0)
    }

    /// Says what came of it: it stands in the ledger, or it waits again.
    ///
    /// # Errors
    /// The database's error.
    pub async fn end_signing(
        &self,
        shown: &Allocation,
        checker: &str,
        issued: bool,
    ) -> Result<(), PeopleError> {
        let to = if issued { Stand::Issued } else { shown.waits() };
        let changed = self.checked(checker, shown, &[Stand::Signing], to);
        changed.exec(&self.database).await?;
        Ok(())
    }

    /// Lets go of a draft that was being signed when the server fell: it stands in the ledger, or it
    /// waits again. Whoever lays hold of it anew meanwhile keeps it.
    ///
    /// # Errors
    /// The database's error.
    pub async fn settle_stuck(&self, stuck: &Allocation, issued: bool) -> Result<(), PeopleError> {
        let to = if issued { Stand::Issued } else { stuck.waits() };
        allocation::Entity::update_many()
            .col_expr(allocation::Column::Stand, Expr::value(to.number()))
            .filter(self.of(&stuck.member))
            .filter(allocation::Column::Id.eq(&stuck.id))
            .filter(allocation::Column::Stand.eq(Stand::Signing.number()))
            .filter(allocation::Column::Changed.eq(stuck.changed.0))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Deletes a draft: whoever wrote it does, and a colleague where it was sent back. Says whether
    /// there was one to delete.
    ///
    /// # Errors
    /// The database's error.
    pub async fn delete_allocation(
        &self,
        by: &Person,
        shown: &Allocation,
    ) -> Result<bool, PeopleError> {
        let sent_back = allocation::Column::Stand.eq(Stand::SentBack.number());
        let own = Condition::all()
            .add(allocation::Column::Maker.eq(by.account.as_str()))
            .add(
                allocation::Column::Stand.is_in([Stand::Waiting.number(), Stand::Asking.number()]),
            );
        let gone = allocation::Entity::delete_many()
            .filter(self.of(&by.member))
            .filter(allocation::Column::Id.eq(&shown.id))
            .filter(Condition::any().add(sent_back).add(own))
            .exec(&self.database)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        self.void_signatures(&self.database, &shown.id).await?;
        let about = reference_of(shown);
        self.record(&Deed::of(by, Done::Deleted).about(&about))
            .await?;
        Ok(true)
    }

    pub(super) fn of(&self, member: &MemberName) -> Condition {
        Condition::all()
            .add(allocation::Column::Ledger.eq(self.ledger))
            .add(allocation::Column::Member.eq(member.as_str()))
    }

    /// A change of a draft that an account checked which didn't write it, where the text that was shown
    /// still stands there.
    fn checked(
        &self,
        checker: &str,
        shown: &Allocation,
        from: &[Stand],
        to: Stand,
    ) -> sea_orm::UpdateMany<allocation::Entity> {
        let from = from.iter().map(|stand| stand.number());
        allocation::Entity::update_many()
            .col_expr(allocation::Column::Stand, Expr::value(to.number()))
            .col_expr(allocation::Column::Checker, Expr::value(checker))
            .col_expr(allocation::Column::Changed, Expr::value(self.now().0))
            .filter(self.of(&shown.member))
            .filter(allocation::Column::Id.eq(&shown.id))
            .filter(allocation::Column::Identity.eq(shown.identity().0.to_vec()))
            .filter(allocation::Column::Maker.ne(checker))
            .filter(allocation::Column::Stand.is_in(from))
    }
}

/// The reference that a draft's text gives.
fn reference_of(draft: &Allocation) -> String {
    let entry = ledger::Entry::parse(&draft.text);
    entry.map_or_else(|_| String::new(), |entry| entry.reference().to_string())
}
