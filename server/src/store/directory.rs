//! What a group of admitted entries adds to the directory: words by which members and programmes
//! are found, and whose title a region is called by.
//!
//! Only entries that give a name or a title add to it, each by itself, so that the directory is the
//! same however entries were grouped. A former title goes on finding its member.

use super::session::Transaction;
use super::sql::{self, Meeting};
use super::tables::search_word;
use super::{StoreError, codes};
use crate::search::words_of;
use ledger::entry::Kind;
use ledger::{Effects, Member};
use std::collections::BTreeSet;

/// The first member of a region speaks for it until one of a higher tier joins.
const JOIN: &str = "INSERT INTO region (ledger, code, tier, member) VALUES (?, ?, ?, ?) \
    ON CONFLICT (ledger, code) DO UPDATE SET tier = excluded.tier, member = excluded.member \
    WHERE excluded.tier < region.tier";

/// What a group adds.
#[derive(Debug, Default)]
pub(super) struct Directory {
    ledger: i64,
    words: Vec<search_word::Model>,
    /// Region, tier and name of each member that joins, in the order of their entries.
    joined: Vec<(String, i64, String)>,
}

impl Directory {
    /// What a group's entries add.
    pub(super) fn gather<'a>(ledger: i64, group: impl Iterator<Item = &'a Effects>) -> Self {
        let mut words = BTreeSet::new();
        let mut joined = Vec::new();
        for effects in group {
            let joins = matches!(effects.kind, Kind::Genesis | Kind::MemberActivate);
            if joins || effects.kind == Kind::MemberAmend {
                for member in &effects.members {
                    let (name, title) = (member.name.as_str(), member.title.to_string());
                    add(&mut words, codes::SUBJECT_MEMBER, name, &title);
                    joined.extend(region_of(member).filter(|_| joins));
                }
            }
            if matches!(effects.kind, Kind::ProgrammeOpen | Kind::ProgrammeAmend) {
                for programme in &effects.programmes {
                    let (name, title) = (programme.name.as_str(), programme.title.to_string());
                    add(&mut words, codes::SUBJECT_PROGRAMME, name, &title);
                }
            }
        }
        let words = words.into_iter();
        Self {
            ledger,
            words: words
                .map(|(word, subject, name)| search_word::Model {
                    ledger,
                    word,
                    subject,
                    name,
                })
                .collect(),
            joined,
        }
    }

    /// Writes what isn't there yet.
    ///
    /// # Errors
    /// The database's error; the transaction is to be dropped then.
    pub(super) async fn write(self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        sql::insert(transaction, self.words, Meeting::Keep).await?;
        for (code, tier, member) in self.joined {
            let values = [self.ledger.into(), code.into(), tier.into(), member.into()];
            sql::execute(transaction, JOIN, values).await?;
        }
        Ok(())
    }
}

fn add(words: &mut BTreeSet<(String, i64, String)>, subject: i64, name: &str, title: &str) {
    let own = words_of(&[title, name]).into_iter();
    words.extend(own.map(|word| (word, subject, name.to_owned())));
}

fn region_of(member: &Member) -> Option<(String, i64, String)> {
    let region = member.region.as_ref()?.to_string();
    Some((region, member.tier.0.into(), member.name.to_string()))
}
