//! A sheet's rows held against the ledger and what is drafted already: each becomes the exact text
//! that will be signed, or is told what keeps it out.

use super::super::super::error::WebError;
use super::super::draft::shown::{Funds, said};
use super::super::looking::Looking;
use crate::draft::Draft as Writing;
use crate::holdings::{DrawFault, Holding, draw};
use crate::people::{Allocation, BatchRow};
use crate::sheet::{Column, RowFault, SheetRow, Wish};
use crate::store::read::{ROWS_MAX, Window};
use ledger::entry::Kind;
use ledger::field::Payees;
use ledger::field::{Commitment, Day, Identity, MemberName, RecordRef, SignerCount, Source};
use ledger::{Facts, Head, Minor, Programme, Wanted};
use std::collections::{HashMap, HashSet};

/// Steps of the member that are looked at for payments like those of the sheet: some months of a
/// bureau that pays a thousand offices a month.
const RECENT_STEPS_MAX: usize = 5000;

/// Signatures below a sheet that people sign with keys of their own: its maker's and a checker's.
const MAKER_AND_CHECKER: u8 = 2;

/// What all rows of a sheet share.
pub(super) struct Terms<'a> {
    pub(super) head: &'a Head,
    pub(super) programme: &'a Programme,
    pub(super) occurred: Day,
    pub(super) due: Option<Day>,
    /// Whether people sign with keys of their own.
    pub(super) own_keys: bool,
}

/// What a sheet is held against.
pub(super) struct Judge<'a> {
    terms: Terms<'a>,
    from: MemberName,
    facts: Facts,
    /// The account of each payee's that money goes to; nothing where that isn't known.
    accounts: HashMap<MemberName, Option<Option<Commitment>>>,
    free: Vec<Holding>,
    seen: Seen,
    begun: Writing,
    takes: Vec<Source>,
    total: Minor,
    signers: u8,
}

/// Payments that a row may repeat, by payee and amount, and references that are taken.
#[derive(Default)]
struct Seen {
    in_sheet: HashMap<(MemberName, Minor), u64>,
    drafted: HashSet<(MemberName, Minor)>,
    sent: HashMap<(MemberName, Minor), Identity>,
    references: HashSet<RecordRef>,
    day_sums: HashMap<MemberName, Minor>,
}

/// What a sheet's rows came to.
pub(super) struct Judged {
    pub(super) rows: Vec<BatchRow>,
    pub(super) takes: Vec<Source>,
    pub(super) total: Minor,
    /// How many signatures each text asks for.
    pub(super) signers: u8,
}

/// Judges every row, in the sheet's order.
pub(super) async fn judge(
    at: &Looking,
    terms: Terms<'_>,
    funds: &Funds,
    drafts: &[Allocation],
    rows: Vec<SheetRow>,
) -> Result<Judged, WebError> {
    let mut judge = Judge::begin(at, terms, funds, drafts, &rows).await?;
    let rows = (1..).zip(rows).map(|(number, row)| judge.row(number, row));
    let rows = rows.collect();
    Ok(Judged {
        rows,
        takes: crate::people::taken_together(judge.takes.iter()),
        total: judge.total,
        signers: judge.signers,
    })
}

impl<'a> Judge<'a> {
    async fn begin(
        at: &Looking,
        terms: Terms<'a>,
        funds: &Funds,
        drafts: &[Allocation],
        rows: &[SheetRow],
    ) -> Result<Self, WebError> {
        let from = at.person().member.clone();
        let store = at.app.store();
        let facts = store.load(&wanted(&from, &terms, rows)).await?;
        let mut accounts = HashMap::with_capacity(facts.members.len());
        for member in facts.members.values() {
            accounts.insert(member.name.clone(), at.account_of(member).await?);
        }
        let mut seen = Seen::default();
        let sheets = at.desk.people.open_batches(&from).await?;
        let texts = at.desk.people.texts_of_open(&sheets).await?;
        for text in drafts.iter().map(|draft| &draft.text).chain(&texts) {
            seen.draft(text)?;
        }
        seen.steps(at, &from).await?;
        let signers = if terms.own_keys {
            persons(&from, &terms, &facts, rows).max(MAKER_AND_CHECKER)
        } else {
            1
        };
        let begun = Writing::new(Kind::Transfer)
            .set("ledger", &terms.head.ledger)
            .set("programme", &terms.programme.name)
            .set("from", &from)
            .set("currency", &terms.programme.currency)
            .set("occurred", &terms.occurred)
            .set_if("due", terms.due.as_ref())
            .set("time", &at.desk.signing_time(terms.head))
            .set("signers", &SignerCount(signers));
        Ok(Self {
            free: funds.free(&terms.programme.name),
            terms,
            from,
            facts,
            accounts,
            seen,
            begun,
            takes: Vec::new(),
            total: 0,
            signers,
        })
    }

    fn row(&mut self, number: u64, row: SheetRow) -> BatchRow {
        let judged = row
            .wish
            .and_then(|wish| self.text(&wish).map(|text| (wish, text)));
        let kept = BatchRow {
            number,
            line: row.line,
            payee: row.payee,
            amount: row.amount,
            ..BatchRow::default()
        };
        match judged {
            Err(fault) => BatchRow {
                place: Some(fault.column.word().to_owned()),
                fault: Some(fault.code.to_owned()),
                other: fault.line.map(|line| line.to_string()),
                ..kept
            },
            Ok((wish, text)) => {
                let (warning, other) = self.seen.warning(&wish, row.line).unzip();
                self.total += wish.amount.minor();
                BatchRow {
                    reference: Some(wish.reference.to_string()),
                    text: Some(text),
                    warning: warning.map(str::to_owned),
                    other: other.flatten(),
                    ..kept
                }
            }
        }
    }

    /// The text of a good row, which takes its money off what is free.
    fn text(&mut self, wish: &Wish) -> Result<String, RowFault> {
        let account = self.payee(wish)?;
        self.reference(wish)?;
        self.signers(wish)?;
        let sources = draw(&mut self.free, wish.amount).map_err(|fault| {
            RowFault::at(
                Column::Amount,
                match fault {
                    DrawFault::TooLittle { .. } => "sum-beyond",
                    DrawFault::TooScattered { .. } => "sum-scattered",
                },
            )
        })?;
        let entry = self
            .begun
            .clone()
            .set("to", &wish.payee)
            .set_if("account", account.as_ref())
            .set("ref", &wish.reference)
            .set("amount", &wish.amount)
            .set_all("source", &sources)
            .set_if("purpose", wish.purpose.as_ref())
            .entry();
        // Every field is one of the ledger's own: what is left is an entry beyond its 2 KiB.
        let entry = entry.map_err(|_| RowFault::at(Column::Purpose, "too-long"))?;
        self.takes.extend(sources);
        Ok(entry.to_text())
    }

    /// The payee's account, where the payee may be paid.
    fn payee(&self, wish: &Wish) -> Result<Option<Commitment>, RowFault> {
        let wrong = |code| RowFault::at(Column::Payee, code);
        let member = self.facts.members.get(&wish.payee);
        let member = member.ok_or_else(|| wrong("payee-unknown"))?;
        if member.name == self.from {
            return Err(wrong("payee-own"));
        }
        if self.terms.programme.payees == Payees::Tree && member.parent.as_ref() != Some(&self.from)
        {
            return Err(wrong("payee-outside"));
        }
        let account = self.accounts.get(&wish.payee).copied().flatten();
        account.ok_or_else(|| wrong("payee-accounts"))
    }

    fn reference(&self, wish: &Wish) -> Result<(), RowFault> {
        let wrong = |code| Err(RowFault::at(Column::Reference, code));
        let used = (self.from.clone(), Kind::Transfer, wish.reference.clone());
        if self.facts.references.contains_key(&used) {
            return wrong("ref-used");
        }
        if self.seen.references.contains(&wish.reference) {
            return wrong("ref-drafted");
        }
        Ok(())
    }

    /// Rows that the server's key signs have one signature: a day's sum that asks for more persons is
    /// drafted alone, or signed with people's own keys.
    fn signers(&mut self, wish: &Wish) -> Result<(), RowFault> {
        let Some(first) = self.terms.programme.thresholds.first() else {
            return Ok(());
        };
        if self.terms.own_keys {
            return Ok(());
        }
        let stands = stands(&self.from, &self.terms, &self.facts, &wish.payee);
        let sum = self
            .seen
            .day_sums
            .entry(wish.payee.clone())
            .or_insert(stands);
        if *sum + wish.amount.minor() >= first.from.minor() {
            return Err(RowFault::at(Column::Amount, "signers"));
        }
        *sum += wish.amount.minor();
        Ok(())
    }
}

/// What the ledger has of a payee's sum of the day.
fn stands(from: &MemberName, terms: &Terms<'_>, facts: &Facts, payee: &MemberName) -> Minor {
    let key = (
        terms.programme.name.clone(),
        from.clone(),
        payee.clone(),
        terms.occurred,
    );
    facts.day_sums.get(&key).map_or(0, |sum| sum.0)
}

/// How many persons the programme asks for at most, by what the sheet sends each payee on its day: every
/// text asks for as many, so that each person signs one file.
fn persons(from: &MemberName, terms: &Terms<'_>, facts: &Facts, rows: &[SheetRow]) -> u8 {
    if terms.programme.thresholds.is_empty() {
        return 1;
    }
    let mut sums: HashMap<&MemberName, Minor> = HashMap::new();
    for wish in rows.iter().filter_map(|row| row.wish.as_ref().ok()) {
        *sums.entry(&wish.payee).or_default() += wish.amount.minor();
    }
    let largest = sums
        .into_iter()
        .map(|(payee, sum)| sum + stands(from, terms, facts, payee));
    let largest = largest.max().unwrap_or_default();
    let thresholds = terms.programme.thresholds.iter();
    let reached = thresholds.filter(|one| one.from.minor() <= largest);
    reached.map(|one| one.persons).max().unwrap_or(1)
}

/// What must be known of the ledger: payees, references, and sums of the day under thresholds.
fn wanted(from: &MemberName, terms: &Terms<'_>, rows: &[SheetRow]) -> Vec<Wanted> {
    let wishes = || rows.iter().filter_map(|row| row.wish.as_ref().ok());
    let payees: HashSet<&MemberName> = wishes().map(|wish| &wish.payee).collect();
    let mut wanted: Vec<Wanted> = wishes()
        .map(|wish| Wanted::Reference(from.clone(), Kind::Transfer, wish.reference.clone()))
        .collect();
    if !terms.programme.thresholds.is_empty() {
        let sums = payees.iter().map(|payee| {
            let (name, payee) = (terms.programme.name.clone(), (*payee).clone());
            Wanted::DaySum(name, from.clone(), payee, terms.occurred)
        });
        wanted.extend(sums);
    }
    wanted.extend(
        payees
            .into_iter()
            .map(|payee| Wanted::Member(payee.clone())),
    );
    wanted
}

impl Seen {
    fn draft(&mut self, text: &str) -> Result<(), WebError> {
        let drafted = said(text)?;
        if let (Kind::Transfer, Some(amount)) = (drafted.kind, drafted.amount) {
            self.drafted.insert((drafted.to, amount.minor()));
            self.references.insert(drafted.reference);
        }
        Ok(())
    }

    /// What the member sent lately.
    async fn steps(&mut self, at: &Looking, from: &MemberName) -> Result<(), WebError> {
        let (mut before, mut looked_at) = (None, 0);
        while looked_at < RECENT_STEPS_MAX {
            let window = Window::first(ROWS_MAX);
            let steps = at
                .app
                .store()
                .steps_of(from.as_str(), before, window)
                .await?;
            let Some(last) = steps.last() else { break };
            before = Some(last.index);
            looked_at += steps.len();
            for step in steps.into_iter().filter(|step| step.from == *from) {
                let key = (step.to.clone(), step.sent());
                self.sent.entry(key).or_insert(step.identity);
            }
        }
        Ok(())
    }

    /// What of a good row should be looked at again, with the line or the entry that is meant.
    fn warning(&mut self, wish: &Wish, line: u64) -> Option<(&'static str, Option<String>)> {
        let key = (wish.payee.clone(), wish.amount.minor());
        if let Some(first) = self.in_sheet.get(&key) {
            return Some(("again-in-sheet", Some(first.to_string())));
        }
        self.in_sheet.insert(key.clone(), line);
        if self.drafted.contains(&key) {
            return Some(("again-drafted", None));
        }
        let sent = self.sent.get(&key)?;
        Some(("again-sent", Some(sent.to_string())))
    }
}
