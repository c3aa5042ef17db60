//! Whom an entry concerns, and what became due by itself.

use super::TellError;
use crate::people::telling::{Matter, News, Told};
use crate::store::Store;
use crate::store::read::{FindingAfter, FindingFilter, KnownEntry, SCANNED_MAX, Window};
use ledger::entry::{Bounce, Reversal};
use ledger::field::{Identity, MemberName};
use ledger::{Code, Entry, Finding, Severity};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Findings that time itself raises, at a tick; every other one is raised by a party's entry.
const BY_TIME: [Code; 2] = [Code::ReceiptOverdue, Code::IdleBalance];

/// Findings that say that the two sides differ.
const DIFFERENCES: [Code; 4] = [
    Code::ReceiptShort,
    Code::ReceiptOver,
    Code::ReceiptDenied,
    Code::ReceiptContested,
];

/// What is looked at for members who listen.
pub(super) struct Looking<'a> {
    pub(super) store: &'a Store,
    pub(super) listeners: &'a BTreeSet<MemberName>,
}

/// The two parties of an entry, and the step that it speaks about; nothing where it is the step.
struct Between<'a> {
    from: &'a MemberName,
    to: &'a MemberName,
    step: Option<&'a Identity>,
}

fn between(entry: &Entry) -> Option<Between<'_>> {
    let of = |from, to, step| Some(Between { from, to, step });
    match entry {
        Entry::Transfer(it) => of(&it.from, &it.to, None),
        Entry::Return(it) => of(&it.from, &it.to, None),
        Entry::Receipt(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::ReceiptCorrect(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::Bounce(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::Reversal(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::Charge(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::Recovery(it) => of(&it.from, &it.to, Some(&it.step)),
        Entry::WriteOff(it) => of(&it.from, &it.to, Some(&it.step)),
        _ => None,
    }
}

impl Looking<'_> {
    /// What an entry tells members who listen.
    pub(super) async fn at_entry(&self, known: &KnownEntry) -> Result<Vec<News>, TellError> {
        let entry = known.note.entry();
        if let Entry::MemberPropose(_) = entry {
            return self.to_voters(known).await;
        }
        let Some(parties) = between(entry) else {
            return Ok(Vec::new());
        };
        let heard = |member: &MemberName| self.listeners.contains(member);
        if !heard(parties.from) && !heard(parties.to) {
            return Ok(Vec::new());
        }
        let told = Told {
            index: known.index,
            identity: known.note.identity(),
        };
        let mut news = Vec::new();
        if let Some((member, matter)) = self.directly(entry, told).await? {
            news.push(News {
                member,
                matter,
                entry: told,
                code: None,
                since: 0,
            });
        }
        news.extend(self.raised(entry.author(), told, parties.step).await?);
        news.retain(|one| heard(&one.member));
        Ok(news)
    }

    /// A proposal, for members whose house has still to say something of it.
    async fn to_voters(&self, known: &KnownEntry) -> Result<Vec<News>, TellError> {
        let mut news = Vec::new();
        for member in self.listeners {
            let waiting = self.store.proposals_before(member.as_str()).await?;
            if waiting.iter().any(|one| one.index == known.index) {
                news.push(News {
                    member: member.clone(),
                    matter: Matter::Vote,
                    entry: Told {
                        index: known.index,
                        identity: known.note.identity(),
                    },
                    code: None,
                    since: 0,
                });
            }
        }
        Ok(news)
    }

    /// Whom the entry itself concerns, and as what.
    async fn directly(
        &self,
        entry: &Entry,
        told: Told,
    ) -> Result<Option<(MemberName, Matter)>, TellError> {
        let other = |from: &MemberName, to: &MemberName| {
            let other = if entry.author() == from { to } else { from };
            Some((other.clone(), Matter::Back))
        };
        Ok(match entry {
            Entry::Transfer(transfer) => {
                let step = self.store.step(told.index).await?;
                // Who has answered meanwhile needs no word of it.
                let waits = step.is_some_and(|step| !step.last_word && step.open() > 0);
                waits.then(|| (transfer.to.clone(), Matter::Waits))
            }
            Entry::Return(back) => Some((back.to.clone(), Matter::Back)),
            Entry::Bounce(it) => {
                let Bounce { from, to, .. } = &**it;
                other(from, to)
            }
            Entry::Reversal(it) => {
                let Reversal { from, to, .. } = &**it;
                other(from, to)
            }
            _ => None,
        })
    }

    /// Findings that an entry raised, for both parties but its author.
    async fn raised(
        &self,
        author: &MemberName,
        told: Told,
        step: Option<&Identity>,
    ) -> Result<Vec<News>, TellError> {
        let subject = match step {
            None => Some(told.index),
            Some(step) => self.store.find(step).await?.map(|note| note.index),
        };
        let Some(subject) = subject else {
            return Ok(Vec::new());
        };
        let clock = self.store.clock_at(told.index).await?;
        let found = self.store.findings_about(&[subject]).await?;
        let news = found.iter().filter(|finding| {
            let by_it = finding.proof.contains(&told.index)
                && clock.is_none_or(|clock| finding.opened == clock);
            by_it && is_told(finding) && !BY_TIME.contains(&finding.code)
        });
        let news = news.flat_map(|finding| {
            let parties = BTreeSet::from([&finding.payer, &finding.payee]);
            let others = parties.into_iter().filter(|member| *member != author);
            others.map(|member| news_of(member, finding, told))
        });
        Ok(news.collect())
    }

    /// Findings that time raised within these moments of ledger time, for every listener.
    pub(super) async fn at_times(
        &self,
        times: &RangeInclusive<i64>,
    ) -> Result<Vec<News>, TellError> {
        let mut news = Vec::new();
        for member in self.listeners {
            let fresh: Vec<Finding> = self
                .open_findings(member)
                .await?
                .into_iter()
                .filter(|finding| BY_TIME.contains(&finding.code))
                .filter(|finding| times.contains(&finding.opened.0))
                .collect();
            let subjects: Vec<u64> = fresh.iter().map(|finding| finding.subject).collect();
            let entries = self.store.entries_at(subjects).await?;
            for finding in &fresh {
                let Some(known) = entries.get(&finding.subject) else {
                    continue;
                };
                let told = Told {
                    index: known.index,
                    identity: known.note.identity(),
                };
                news.push(news_of(member, finding, told));
            }
        }
        Ok(news)
    }

    /// A member's open findings, those about the latest entries first, up to [`SCANNED_MAX`].
    async fn open_findings(&self, member: &MemberName) -> Result<Vec<Finding>, TellError> {
        let filter = FindingFilter {
            member: Some(member.to_string()),
            open: Some(true),
            ..FindingFilter::default()
        };
        let mut all = Vec::new();
        let mut after: Option<FindingAfter> = None;
        loop {
            let (found, next) = self.store.findings(&filter, after, Window::PIECE).await?;
            all.extend(found);
            after = next;
            if after.is_none() || all.len() >= SCANNED_MAX as usize {
                return Ok(all);
            }
        }
    }
}

/// Whether a finding asks anybody for anything.
fn is_told(finding: &Finding) -> bool {
    finding.open() && finding.code.severity() != Severity::Note
}

fn news_of(member: &MemberName, finding: &Finding, told: Told) -> News {
    let matter = if DIFFERENCES.contains(&finding.code) {
        Matter::Differs
    } else {
        Matter::Finding
    };
    News {
        member: member.clone(),
        matter,
        entry: told,
        code: Some(finding.code.word()),
        since: finding.opened.0,
    }
}
