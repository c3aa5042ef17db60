//! How far the ledger was looked at, and what was found there to tell.

use super::outbox::{Row, add};
use super::tables::{choice, cursor, hook};
use super::{Channel, Matter, id_of};
use crate::people::tables::person;
use crate::people::{AccountName, People, PeopleError};
use ledger::field::{Field, Identity, MemberName, Roles};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, TransactionTrait,
};
use std::collections::{BTreeMap, BTreeSet};

/// How far the ledger was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The index of the next entry to look at.
    pub next_index: u64,
    /// Ledger time, in seconds, up to which what falls due by itself was told.
    pub clock: i64,
}

/// An entry that a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its index.
    pub index: u64,
    /// Its identity.
    pub identity: Identity,
}

/// Something that concerns a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Whom it concerns.
    pub member: MemberName,
    /// What it is.
    pub matter: Matter,
    /// The entry that says it.
    pub entry: Told,
    /// The code of the finding, where it is one.
    pub code: Option<&'static str>,
    /// What tells it from the same matter of the same entry at another time: when a finding was
    /// opened, in ledger time.
    pub since: i64,
}

impl People {
    /// How far the ledger was looked at; nothing before the first look.
    ///
    /// # Errors
    /// The database's error.
    pub async fn told_up_to(&self) -> Result<Option<Cursor>, PeopleError> {
        let found = cursor::Entity::find_by_id(self.ledger);
        let row = found.one(&self.database).await?;
        Ok(row.map(|row| Cursor {
            next_index: row.next_index.cast_unsigned(),
            clock: row.clock,
        }))
    }

    /// Begins to look from here on; where somebody did before, nothing changes.
    ///
    /// # Errors
    /// The database's error.
    pub async fn begin_telling(&self, from: Cursor) -> Result<(), PeopleError> {
        let row = cursor::ActiveModel {
            ledger: Set(self.ledger),
            next_index: Set(from.next_index.cast_signed()),
            clock: Set(from.clock),
        };
        let known = OnConflict::column(cursor::Column::Ledger)
            .do_nothing()
            .to_owned();
        cursor::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.database)
            .await?;
        Ok(())
    }

    /// Members for whom anybody listens: a person with a confirmed address, or a program.
    ///
    /// # Errors
    /// The database's error.
    pub async fn listeners(&self) -> Result<BTreeSet<MemberName>, PeopleError> {
        let people: Vec<String> = choice::Entity::find()
            .select_only()
            .column(choice::Column::Member)
            .distinct()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Address.is_not_null())
            .into_tuple()
            .all(&self.database)
            .await?;
        let programs: Vec<String> = hook::Entity::find()
            .select_only()
            .column(hook::Column::Member)
            .distinct()
            .filter(hook::Column::Ledger.eq(self.ledger))
            .into_tuple()
            .all(&self.database)
            .await?;
        let names = people.into_iter().chain(programs);
        let names = names.map(|name| name.parse().map_err(|_| PeopleError::Row("telling_choice")));
        names.collect()
    }

    /// Adds a message for everybody who asked to be told of these news, and moves the cursor, in one
    /// database transaction. Says whether the cursor stood where it was thought to stand: if not,
    /// nothing is added.
    ///
    /// # Errors
    /// The database's error.
    pub async fn tell(&self, from: Cursor, to: Cursor, news: &[News]) -> Result<bool, PeopleError> {
        let begun = self.database.begin().await?;
        // A write comes first: it takes the database, so nobody writes between a look and this.
        let moved = cursor::Entity::update_many()
            .col_expr(
                cursor::Column::NextIndex,
                Expr::value(to.next_index.cast_signed()),
            )
            .col_expr(cursor::Column::Clock, Expr::value(to.clock))
            .filter(cursor::Column::Ledger.eq(self.ledger))
            .filter(cursor::Column::NextIndex.eq(from.next_index.cast_signed()))
            .filter(cursor::Column::Clock.eq(from.clock))
            .exec(&begun)
            .await?;
        if moved.rows_affected == 0 {
            return Ok(false);
        }
        let mut by_member: BTreeMap<&MemberName, Vec<&News>> = BTreeMap::new();
        for one in news {
            by_member.entry(&one.member).or_default().push(one);
        }
        for (member, news) in by_member {
            let targets = self.targets(&begun, member).await?;
            for one in news {
                let (index, since) = (one.entry.index.to_string(), one.since.to_string());
                let code = one.code.unwrap_or_default();
                let piece = Piece {
                    member,
                    matter: one.matter,
                    entry: Some(one.entry),
                    code: one.code,
                    but: None,
                    parts: &[one.matter.word(), &index, code, &since],
                };
                let rows = targets.rows(&piece, self.now().0);
                add(&begun, self.ledger, rows).await?;
            }
        }
        begun.commit().await?;
        Ok(true)
    }

    pub(super) async fn targets(
        &self,
        within: &impl ConnectionTrait,
        member: &MemberName,
    ) -> Result<Targets, PeopleError> {
        Ok(Targets {
            people: self.told_people(within, member).await?,
            hooks: hook::Entity::find()
                .select_only()
                .column(hook::Column::Id)
                .filter(hook::Column::Ledger.eq(self.ledger))
                .filter(hook::Column::Member.eq(member.as_str()))
                .into_tuple()
                .all(within)
                .await?,
        })
    }

    /// The people of a member whose address is confirmed and whose account is open: the account, its
    /// roles and the matters that it asked for.
    async fn told_people(
        &self,
        within: &impl ConnectionTrait,
        member: &MemberName,
    ) -> Result<Vec<(String, Roles, String)>, PeopleError> {
        let choices = choice::Entity::find()
            .filter(choice::Column::Ledger.eq(self.ledger))
            .filter(choice::Column::Member.eq(member.as_str()))
            .filter(choice::Column::Address.is_not_null())
            .all(within)
            .await?;
        let accounts: Vec<&str> = choices.iter().map(|row| row.account.as_str()).collect();
        let open: Vec<(String, String)> = person::Entity::find()
            .select_only()
            .column(person::Column::Account)
            .column(person::Column::Roles)
            .filter(person::Column::Ledger.eq(self.ledger))
            .filter(person::Column::Account.is_in(accounts))
            .filter(person::Column::Closed.is_null())
            .into_tuple()
            .all(within)
            .await?;
        let roles: BTreeMap<String, String> = open.into_iter().collect();
        let told = choices.into_iter().filter_map(|row| {
            let roles = Roles::parse(roles.get(&row.account)?);
            let roles = roles.map_err(|_| PeopleError::Row("person"));
            Some(roles.map(|roles| (row.account, roles, row.matters)))
        });
        told.collect()
    }
}

/// One matter, and what tells its messages from all others.
pub(super) struct Piece<'a> {
    pub(super) member: &'a MemberName,
    pub(super) matter: Matter,
    pub(super) entry: Option<Told>,
    pub(super) code: Option<&'static str>,
    /// Whoever isn't told of it.
    pub(super) but: Option<&'a AccountName>,
    pub(super) parts: &'a [&'a str],
}

/// Whom something that concerns a member may be told.
pub(super) struct Targets {
    /// Account, roles, matters.
    people: Vec<(String, Roles, String)>,
    hooks: Vec<String>,
}

impl Targets {
    pub(super) fn rows(&self, piece: &Piece<'_>, now: i64) -> Vec<Row> {
        let word = piece.matter.word();
        let wants = |matters: &str| matters.split(',').any(|matter| matter == word);
        let people = self
            .people
            .iter()
            .filter(|(_, roles, matters)| piece.matter.is_for(*roles) && wants(matters))
            .filter(|(account, ..)| piece.but.is_none_or(|but| but.as_str() != account))
            .map(|(account, ..)| (Channel::Mail, account));
        let hooks = self.hooks.iter().map(|hook| (Channel::Hook, hook));
        let hooks = hooks.filter(|_| piece.matter.is_for_programs());
        people
            .chain(hooks)
            .map(|(channel, target)| Row {
                id: id_of(&[piece.parts, &[channel.word(), target.as_str()]].concat()),
                channel,
                member: piece.member.to_string(),
                target: target.clone(),
                matter: piece.matter,
                entry: piece.entry,
                code: piece.code.map(str::to_owned),
                made: now,
            })
            .collect()
    }
}
