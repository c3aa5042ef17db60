//! Which drafts wait for one person's signature.
//!
//! Whose signature a text asks for follows from the text alone, so every draft that waits is read: there
//! are some dozens.

use super::allocations::{Allocation, DRAFTS_OPEN_MAX, Stand};
use super::persons::Person;
use super::tables::{allocation, draft_signature};
use super::{People, PeopleError};
use ledger::Entry;
use ledger::entry::Kind;
use ledger::field::{MemberName, Role};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

/// How many drafts wait for one person's signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftsWaiting {
    /// Those of their own member.
    pub own: u64,
    /// Those of other members that ask theirs.
    pub asked: u64,
}

/// The role of whoever signs an entry that is drafted at the desk, for its author.
pub(crate) const fn role_of(entry: &Entry) -> Role {
    match entry.kind() {
        Kind::ReceiptCorrect => Role::Confirm,
        _ => Role::Pay,
    }
}

/// The role in which a member's people sign an entry: a payee confirms that a transfer is undone.
pub(crate) fn role_for(entry: &Entry, member: &MemberName) -> Role {
    match entry {
        Entry::Reversal(reversal) if reversal.to == *member => Role::Confirm,
        _ => role_of(entry),
    }
}

impl Allocation {
    /// How many of its text's signatures are a member's to give.
    pub(crate) fn lines_of(&self, member: &MemberName) -> usize {
        let all = Entry::parse(&self.text).map_or(1, |entry| usize::from(entry.signers()));
        match &self.asks {
            Some(asked) if asked == member => 1,
            Some(_) => all.saturating_sub(1),
            None => all,
        }
    }

    /// Whether it waits for this person, who hasn't signed it. Whoever wrote it signs it only beside
    /// others, and with a key of their own: `own_key` says whether they have one.
    fn waits_for(&self, person: &Person, own_key: bool) -> bool {
        let Ok(entry) = Entry::parse(&self.text) else {
            return false;
        };
        let may = if self.maker == person.account.as_str() {
            own_key && self.lines_of(&person.member) > 1
        } else {
            person.may_check(&self.maker)
        };
        may && person.roles.contains(role_for(&entry, &person.member))
    }
}

impl People {
    /// How many drafts wait for a person's signature. `own_key` says whether they have a key of their own
    /// that signs beside another one.
    ///
    /// # Errors
    /// The database's error.
    pub async fn drafts_waiting(
        &self,
        person: &Person,
        own_key: bool,
    ) -> Result<DraftsWaiting, PeopleError> {
        let signed = Query::select()
            .column(draft_signature::Column::Draft)
            .from(draft_signature::Entity)
            .and_where(draft_signature::Column::Ledger.eq(self.ledger))
            .and_where(draft_signature::Column::Account.eq(person.account.as_str()))
            .to_owned();
        let stands = [Stand::Waiting.number(), Stand::Signing.number()];
        let own = self
            .of(&person.member)
            .add(allocation::Column::Stand.is_in(stands));
        let asked = Condition::all()
            .add(allocation::Column::Asks.eq(person.member.as_str()))
            .add(allocation::Column::Stand.eq(Stand::Asking.number()));
        let rows = allocation::Entity::find()
            .filter(allocation::Column::Ledger.eq(self.ledger))
            .filter(Condition::any().add(own).add(asked))
            .filter(allocation::Column::Id.not_in_subquery(signed))
            .limit(DRAFTS_OPEN_MAX)
            .all(&self.database)
            .await?;
        let mut waiting = DraftsWaiting::default();
        for row in rows {
            let draft = Allocation::try_from(row)?;
            if !draft.waits_for(person, own_key) {
                continue;
            }
            if draft.member == person.member {
                waiting.own += 1;
            } else {
                waiting.asked += 1;
            }
        }
        Ok(waiting)
    }
}
