//! Who did what: an audit trail by member, which nothing here ever changes or deletes.

use super::persons::Person;
use super::tables::deed;
use super::{People, PeopleError};
use ledger::field::{Identity, MemberName, Moment};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// What can be done. The numbers stand in the database: none is ever given to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Took up an invitation.
    Joined,
    /// Signed in.
    SignedIn,
    /// Somebody tried to sign in with a wrong password or code.
    SignInFailed,
    /// Signed out.
    SignedOut,
    /// Signed out on every device.
    SignedOutEverywhere,
    /// Made an invitation.
    Invited,
    /// Withdrew an invitation.
    Withdrawn,
    /// Closed somebody's account.
    Closed,
    /// Confirmed a step.
    Confirmed,
    /// Said that nothing has come of a step yet.
    PutOff,
    /// Drafted an allocation, or drafted it anew.
    Drafted,
    /// Sent a draft back to whoever wrote it.
    SentBack,
    /// Approved a draft and signed it.
    Issued,
    /// Deleted a draft.
    Deleted,
    /// Saved a sheet of allocations.
    SheetDrafted,
    /// Approved a sheet and had it signed and posted.
    SheetIssued,
    /// Signed a draft that waits for further signatures.
    Signed,
    /// Offered the key of a device of their own.
    DeviceOffered,
    /// Had somebody's device enrolled on the ledger.
    DeviceEnrolled,
    /// Confirmed an invitation that another administrator asked for.
    InvitationConfirmed,
    /// Added a passkey to their own account.
    PasskeyAdded,
    /// Removed a passkey of their own.
    PasskeyRemoved,
    /// Refused the key of somebody's device.
    DeviceRefused,
    /// Had the key of somebody's device revoked on the ledger.
    DeviceRevoked,
    /// Named an address to which a program of the member's is told.
    HookAdded,
    /// Removed one.
    HookRemoved,
    /// Proposed a member, or a change of one.
    MemberProposed,
    /// Voted on a proposal.
    MemberVoted,
    /// Carried out a change that was voted for.
    MemberAmended,
    /// Asked about a transfer.
    Asked,
    /// Answered such a question.
    Answered,
    /// Linked their account to one of the provider's, which signs them in.
    ProviderLinked,
    /// Took that back.
    ProviderUnlinked,
}

impl Done {
    /// Every deed with its number and its word.
    pub const ALL: [(Self, i64, &'static str); 33] = [
        (Self::Joined, 1, "joined"),
        (Self::SignedIn, 2, "signed-in"),
        (Self::SignInFailed, 3, "sign-in-failed"),
        (Self::SignedOut, 4, "signed-out"),
        (Self::SignedOutEverywhere, 5, "signed-out-everywhere"),
        (Self::Invited, 6, "invited"),
        (Self::Withdrawn, 7, "withdrawn"),
        (Self::Closed, 8, "closed"),
        (Self::Confirmed, 9, "confirmed"),
        (Self::PutOff, 10, "put-off"),
        (Self::Drafted, 11, "drafted"),
        (Self::SentBack, 12, "sent-back"),
        (Self::Issued, 13, "issued"),
        (Self::Deleted, 14, "deleted"),
        (Self::SheetDrafted, 15, "sheet-drafted"),
        (Self::SheetIssued, 16, "sheet-issued"),
        (Self::Signed, 17, "signed"),
        (Self::DeviceOffered, 31, "device-offered"),
        (Self::DeviceEnrolled, 32, "device-enrolled"),
        (Self::InvitationConfirmed, 33, "invitation-confirmed"),
        (Self::PasskeyAdded, 34, "passkey-added"),
        (Self::PasskeyRemoved, 35, "passkey-removed"),
        (Self::DeviceRefused, 36, "device-refused"),
        (Self::DeviceRevoked, 37, "device-revoked"),
        (Self::HookAdded, 51, "hook-added"),
        (Self::HookRemoved, 52, "hook-removed"),
        (Self::MemberProposed, 61, "member-proposed"),
        (Self::MemberVoted, 62, "member-voted"),
        (Self::MemberAmended, 63, "member-amended"),
        (Self::Asked, 64, "asked"),
        (Self::Answered, 65, "answered"),
        (Self::ProviderLinked, 71, "provider-linked"),
        (Self::ProviderUnlinked, 72, "provider-unlinked"),
    ];

    fn number(self) -> i64 {
        let found = Self::ALL.iter().find(|(done, ..)| *done == self);
        found.map_or(0, |(_, number, _)| *number)
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(done, ..)| *done == self);
        found.map_or("", |(.., word)| word)
    }

    fn numbered(number: i64) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known, _)| *known == number);
        found.map(|(done, ..)| *done)
    }
}

/// Something that was done for a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// For whom.
    pub member: MemberName,
    /// When; whoever notes it gives the time.
    pub at: Moment,
    /// By whose account; nothing for the server's operator.
    pub account: Option<String>,
    /// What.
    pub what: Done,
    /// About which account, or the reference of which draft.
    pub about: Option<String>,
    /// The entry that came of it, or that it is about.
    pub entry: Option<Identity>,
}

impl Deed {
    /// A deed of a person.
    #[must_use]
    pub fn of(person: &Person, what: Done) -> Self {
        let account = Some(person.account.to_string());
        Self::by(person.member.clone(), account, what)
    }

    /// A deed of an account, or of the operator.
    pub(super) const fn by(member: MemberName, account: Option<String>, what: Done) -> Self {
        Self {
            member,
            at: Moment(0),
            account,
            what,
            about: None,
            entry: None,
        }
    }

    /// The same about an account, or about the draft with this reference.
    #[must_use]
    pub fn about(mut self, account: &str) -> Self {
        self.about = Some(account.to_owned());
        self
    }

    /// The same about an entry.
    #[must_use]
    pub const fn with(mut self, entry: Identity) -> Self {
        self.entry = Some(entry);
        self
    }
}

impl TryFrom<deed::Model> for Deed {
    type Error = PeopleError;

    fn try_from(row: deed::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("deed");
        let entry = match row.entry {
            Some(bytes) => {
                let bytes: [u8; 32] = bytes.try_into().map_err(|_| wrong())?;
                Some(Identity(bytes))
            }
            None => None,
        };
        Ok(Self {
            member: row.member.parse().map_err(|_| wrong())?,
            at: Moment(row.done),
            account: row.account,
            what: Done::numbered(row.what).ok_or_else(wrong)?,
            about: row.about,
            entry,
        })
    }
}

impl People {
    /// Notes a deed at this moment.
    ///
    /// # Errors
    /// The database's error.
    pub async fn record(&self, deed: &Deed) -> Result<(), PeopleError> {
        self.note(&self.database, deed).await
    }

    /// The same within a transaction. There is one connection, so the next number stays free.
    pub(super) async fn note(
        &self,
        within: &impl ConnectionTrait,
        deed: &Deed,
    ) -> Result<(), PeopleError> {
        let last = deed::Entity::find()
            .filter(deed::Column::Ledger.eq(self.ledger))
            .filter(deed::Column::Member.eq(deed.member.as_str()))
            .order_by_desc(deed::Column::Number)
            .one(within)
            .await?;
        let row = deed::ActiveModel {
            ledger: Set(self.ledger),
            member: Set(deed.member.to_string()),
            number: Set(last.map_or(1, |last| last.number + 1)),
            done: Set(self.now().0),
            account: Set(deed.account.clone()),
            what: Set(deed.what.number()),
            about: Set(deed.about.clone()),
            entry: Set(deed.entry.as_ref().map(|entry| entry.0.to_vec())),
        };
        deed::Entity::insert(row)
            .exec_without_returning(within)
            .await?;
        Ok(())
    }

    /// What was done for a member, the latest first: so many, after so many.
    ///
    /// # Errors
    /// The database's error.
    pub async fn deeds(
        &self,
        member: &MemberName,
        skipped: u64,
        rows: u64,
    ) -> Result<Vec<Deed>, PeopleError> {
        let found = deed::Entity::find()
            .filter(deed::Column::Ledger.eq(self.ledger))
            .filter(deed::Column::Member.eq(member.as_str()))
            .order_by_desc(deed::Column::Number)
            .offset(skipped)
            .limit(rows)
            .all(&self.database)
            .await?;
        found.into_iter().map(Deed::try_from).collect()
    }

    /// How many deeds there are.
    ///
    /// # Errors
    /// The database's error.
    pub async fn deed_count(&self, member: &MemberName) -> Result<u64, PeopleError> {
        let counted = deed::Entity::find()
            .filter(deed::Column::Ledger.eq(self.ledger))
            .filter(deed::Column::Member.eq(member.as_str()));
        Ok(counted.count(&self.database).await?)
    }
}
