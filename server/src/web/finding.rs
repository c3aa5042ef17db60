//! `/{language}/findings/{index}-{leg}-{code}`: a finding by itself. A finding is never deleted, so
//! its address holds for ever.

use super::answer::Asked;
use super::error::WebError;
use super::query::Path;
use super::view::lexicon::{Lexicon, Names, entry_ref};
use super::view::{finding as view, said};
use crate::store::read::KnownEntry;
use crate::store::{Store, StoreError};
use app::views::{EntryRef, EventKind, FindingPage, Minor, Page, ProofRow, Seconds};
use axum::response::Response;
use chrono::{Days, NaiveDate};
use ledger::field::Moment;
use ledger::{Code, Entry, Finding, Step};
use std::collections::BTreeMap;

pub(crate) async fn finding(
    asked: Asked,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (subject, leg, code) = key(&id).ok_or(WebError::NotFound)?;
    let visit = asked.visit().await?;
    let store = visit.store();
    let mut about = store.findings_about(&[subject]).await?;
    let at = about
        .iter()
        .position(|finding| finding.key() == (subject, leg, code))
        .ok_or(WebError::NotFound)?;
    let finding = about.remove(at);
    let page = load(store, &finding, &about, visit.clock()).await?;
    Ok(visit.show(&Page::Finding(Box::new(page))))
}

/// `8123-0-receipt-short`: subject, leg and code. One spelling only, so that each has one address.
fn key(id: &str) -> Option<(u64, u8, Code)> {
    let (subject, rest) = id.split_once('-')?;
    let (leg, code) = rest.split_once('-')?;
    let key = (
        subject.parse().ok()?,
        leg.parse().ok()?,
        Code::from_word(code)?,
    );
    (view::id(key) == id).then_some(key)
}

async fn load(
    store: &Store,
    finding: &Finding,
    others: &[Finding],
    clock: Seconds,
) -> Result<FindingPage, StoreError> {
    let mut shown = view::views(store, std::slice::from_ref(finding), clock).await?;
    let shown_finding = shown.pop().unwrap_or_default();
    let steps = store.steps_at(&[finding.subject]).await?;
    let step = steps
        .get(&finding.subject)
        .filter(|_| finding.code != Code::IdleBalance);
    let entries = store.entries_at(finding.proof.iter().copied()).await?;
    let mut names = Names::default();
    let authors = entries.values().map(|known| known.note.entry().author());
    authors.for_each(|author| names.member(author));
    let lexicon = names.look_up(store).await?;
    let mut clocks = BTreeMap::new();
    for index in entries.keys() {
        clocks.insert(*index, store.clock_at(*index).await?);
    }
    let legs = |part: fn(&ledger::Leg) -> Minor| -> Minor {
        step.map_or(0, |step| step.legs.iter().map(part).sum())
    };
    Ok(FindingPage {
        taken_back: step.map_or(0, |step| taken_back(finding, step)),
        charged: legs(|leg| leg.charged),
        recovered: legs(|leg| leg.recovered),
        written_off: legs(|leg| leg.written_off),
        until: until(finding, &shown_finding),
        proof: entries
            .values()
            .map(|known| proof(&lexicon, known, step))
            .collect(),
        opened_by: opened_by(finding, &entries, &clocks),
        closed_by: closed_by(finding, &entries, &clocks),
        others: view::views(store, others, clock).await?,
        finding: shown_finding,
    })
}

/// What was taken back, apart from what the payer alone took out of what was missing: the payer's
/// word doesn't make that smaller.
fn taken_back(finding: &Finding, step: &Step) -> Minor {
    match finding.code {
        Code::ReceiptShort | Code::ReceiptDenied => {
            step.back() - step.taken_from_missing.min(step.back())
        }
        _ => step.back(),
    }
}

/// The day on which the formula's days end.
fn until(finding: &Finding, shown: &app::views::FindingView) -> Option<NaiveDate> {
    let days = Days::new(shown.days?.unsigned_abs());
    let from = match finding.code {
        Code::ReceiptOverdue => shown.due?,
        Code::PossibleDuplicate => return Some(finding.since.date()),
        _ => finding.since.date(),
    };
    from.checked_add_days(days)
}

fn proof(lexicon: &Lexicon, known: &KnownEntry, step: Option<&Step>) -> ProofRow {
    let entry = known.note.entry();
    let own = match entry {
        Entry::Transfer(entry) => Some((EventKind::Sent, entry.amount.minor(), entry.occurred)),
        Entry::Return(entry) => Some((EventKind::Sent, entry.amount.minor(), entry.occurred)),
        _ => said::event(entry, step.map_or(0, Step::sent)),
    };
    ProofRow {
        entry: entry_ref(known),
        index: known.index,
        author: lexicon.party(entry.author()),
        says: own.map(|(kind, minor, _)| (kind, minor)),
        occurred: own.map(|(.., occurred)| occurred.date()),
        time: entry.time().seconds(),
    }
}

type Clocks = BTreeMap<u64, Option<Moment>>;

/// The entry that raised it: of the proof, the first that stands at the finding's opening. The
/// subject itself raises only a duplicate; where the proof lost the entry, nothing is said.
fn opened_by(
    finding: &Finding,
    entries: &BTreeMap<u64, KnownEntry>,
    clocks: &Clocks,
) -> Option<EntryRef> {
    let index = if finding.code == Code::PossibleDuplicate {
        finding.subject
    } else {
        let then = |index: &&u64| {
            **index != finding.subject && clocks.get(*index) == Some(&Some(finding.opened))
        };
        *finding.proof.iter().find(then)?
    };
    entries.get(&index).map(entry_ref)
}

/// The entry that closed it: of the proof, the last that stands at the finding's closing.
fn closed_by(
    finding: &Finding,
    entries: &BTreeMap<u64, KnownEntry>,
    clocks: &Clocks,
) -> Option<EntryRef> {
    let closed = finding.closed?;
    let then = |index: &&u64| clocks.get(*index) == Some(&Some(closed));
    let index = finding.proof.iter().rev().find(then)?;
    entries.get(index).map(entry_ref)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_spelling() {
        let short = Some((8123, 0, Code::ReceiptShort));
        assert_eq!(key("8123-0-receipt-short"), short);
        for odd in [
            "08123-0-receipt-short",
            "+8123-0-receipt-short",
            "8123-receipt-short",
            "8123-0-theft",
            "",
            "-",
        ] {
            assert_eq!(key(odd), None, "{odd}");
        }
    }
}
