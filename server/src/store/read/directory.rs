//! Finding members, programmes and entries by what people type, and what regions are called.

use super::{Window, select};
use crate::search::words_of;
use crate::store::tables::{region, search_word};
use crate::store::{Store, StoreError, codes, sql};
use ledger::entry::Kind;
use ledger::field::{MemberName, RecordRef};
use ledger::{Member, Programme, Wanted};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Words that are looked at for one that is asked for: reading so many rows of the key takes about
/// a millisecond. What more people type is found all the same where they type one rarer word.
const WORDS_SCANNED_MAX: usize = 1_000;

/// Authors whose references one search looks at.
const AUTHORS_MAX: usize = 8;

const WORDS: &str =
    "WHERE ledger = ? AND word >= ? AND word < ? ORDER BY word, subject, name LIMIT ?";

pub(super) fn statements() -> Vec<String> {
    vec![select::<search_word::Model>(WORDS)]
}

/// What a search found, the closest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Members.
    pub members: Vec<Member>,
    /// Programmes.
    pub programmes: Vec<Programme>,
    /// Whether there may be others.
    pub more: bool,
}

/// Who has a word: the subject's number and the name.
type Subject = (i64, String);

impl Store {
    /// Members and programmes that have words beginning with each of the folded words that are
    /// asked for ([`crate::search::asked`]); at most a window of each.
    ///
    /// # Errors
    /// The database's error.
    pub async fn search(&self, asked: &[String], window: Window) -> Result<Found, StoreError> {
        let mut rarest: Option<BTreeSet<Subject>> = None;
        let mut cut = false;
        for word in asked {
            let (subjects, all) = self.having(word).await?;
            if rarest
                .as_ref()
                .is_none_or(|known| subjects.len() < known.len())
            {
                (rarest, cut) = (Some(subjects), !all);
            }
        }
        let of = |subject: i64| -> BTreeSet<String> {
            let all = rarest.iter().flatten().filter(|(own, _)| *own == subject);
            all.map(|(_, name)| name.clone()).collect()
        };
        let members = self.members_named(of(codes::SUBJECT_MEMBER)).await?;
        let programmes = self.programmes_named(of(codes::SUBJECT_PROGRAMME)).await?;
        let mut found = Found {
            members: closest(members.into_values().collect(), asked, |member| {
                let tier = member.tier.0;
                (member.title.to_string(), member.name.to_string(), tier)
            }),
            programmes: closest(programmes.into_values().collect(), asked, |programme| {
                (programme.title.to_string(), programme.name.to_string(), 0)
            }),
            more: cut,
        };
        let limit = window.limit as usize;
        found.more |= found.members.len() > limit || found.programmes.len() > limit;
        found.members.truncate(limit);
        found.programmes.truncate(limit);
        Ok(found)
    }

    /// Who has a word that begins so, and whether these are all.
    async fn having(&self, word: &str) -> Result<(BTreeSet<Subject>, bool), StoreError> {
        // No word holds the last of all characters, so it stands behind every continuation.
        let behind = format!("{word}{}", char::MAX);
        let limit = i64::try_from(WORDS_SCANNED_MAX).unwrap_or(i64::MAX);
        let values = [
            self.ledger().into(),
            word.into(),
            behind.into(),
            limit.into(),
        ];
        let rows: Vec<search_word::Model> = self
            .rows(&select::<search_word::Model>(WORDS), values)
            .await?;
        let all = rows.len() < WORDS_SCANNED_MAX;
        let subjects = rows.into_iter().map(|row| (row.subject, row.name));
        Ok((subjects.collect(), all))
    }

    /// The entries of some authors, the first of them, with this very reference.
    ///
    /// # Errors
    /// The database's error.
    pub async fn entries_referred(
        &self,
        authors: &[MemberName],
        reference: &RecordRef,
    ) -> Result<Vec<u64>, StoreError> {
        let authors = authors.iter().take(AUTHORS_MAX);
        let wanted = authors.flat_map(|author| {
            Kind::ALL
                .iter()
                .map(|(kind, _)| Wanted::Reference(author.clone(), *kind, reference.clone()))
        });
        let facts = self.load(&wanted.collect::<Vec<_>>()).await?;
        let mut indexes: Vec<u64> = facts.references.values().map(|used| used.index).collect();
        indexes.sort_unstable();
        Ok(indexes)
    }

    /// What regions are called: by the title of the first member of their highest tier.
    ///
    /// # Errors
    /// The database's error.
    pub async fn region_titles(
        &self,
        codes: BTreeSet<String>,
    ) -> Result<HashMap<String, String>, StoreError> {
        let regions: Vec<region::Model> =
            sql::select_by_text(self.reads(), self.ledger(), codes).await?;
        let heads = regions.iter().map(|region| region.member.clone());
        let titles = self.titles(heads.collect()).await?;
        let named = regions.into_iter().filter_map(|region| {
            let title = titles.get(&region.member)?.clone();
            Some((region.code, title))
        });
        Ok(named.collect())
    }
}

/// Keeps what has a word for each that is asked for; whole words before beginnings, higher tiers
/// before lower ones, then by title. What was found by a former title alone is kept where one word
/// was asked for.
fn closest<T>(all: Vec<T>, asked: &[String], of: impl Fn(&T) -> (String, String, u8)) -> Vec<T> {
    let mut ranked: Vec<_> = all
        .into_iter()
        .filter_map(|one| {
            let (title, name, tier) = of(&one);
            let words = words_of(&[&title, &name]);
            let begins = |asked: &String| words.iter().any(|word| word.starts_with(asked));
            if asked.len() > 1 && !asked.iter().all(begins) {
                return None;
            }
            let whole = asked.iter().filter(|asked| words.contains(*asked)).count();
            Some(((Reverse(whole), tier, title, name), one))
        })
        .collect();
    ranked.sort_by(|(a, _), (b, _)| a.cmp(b));
    ranked.into_iter().map(|(_, one)| one).collect()
}
