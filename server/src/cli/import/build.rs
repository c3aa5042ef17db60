//! Rows become signed notes, all of them or none.

use super::dry_run::DryRun;
use crate::cli::desk::{Desk, Holding};
use crate::cli::draft::Draft;
use crate::cli::keys::PersonKey;
use crate::cli::sources::draw;
use crate::cli::writing::{Session, sign, unwritten};
use crate::cli::{Exit, Failure, print};
use crate::import::{Mapping, Preview, Row, rows};
use crate::speech::{self, Foreign, Message};
use crate::store::Store;
use ledger::entry::Kind;
use ledger::field::{
    Amount, Commitment, Currency, Day, Field, MemberName, ProgrammeName, Prose, RecordRef,
};
use ledger::{Entry, Note, Wanted};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Rows that are written and judged at once.
const GROUP_ROWS: usize = 256;

/// Rows with a fault that are told; how many more there are is said.
const FAULTS_TOLD: usize = 20;

/// Turns rows into signed transfers of the session's member.
pub(super) struct Builder<'s> {
    session: &'s Session,
    mapping: &'s Mapping,
    programme: ProgrammeName,
    currency: Currency,
    accounts: HashMap<String, Commitment>,
    holdings: Vec<Holding>,
    /// The data folder's own ledger, where rows can be judged before they are sent.
    store: Option<Store>,
}

/// Rows that can't be sent, by line.
#[derive(Default)]
struct Faults {
    told: Vec<Message>,
    count: u64,
}

impl Faults {
    fn add(&mut self, line: u64, why: impl std::fmt::Display) {
        self.count += 1;
        if self.told.len() < FAULTS_TOLD {
            self.told.push(at_line(line, why));
        }
    }

    /// A value where no row has a fault.
    fn or<T>(self, value: T) -> Result<T, Failure> {
        if self.count > 0 {
            Err(self.into_failure())
        } else {
            Ok(value)
        }
    }

    fn into_failure(self) -> Failure {
        let beyond = self.count - self.told.len() as u64;
        let what = Message::new("rows-would-be-refused").count("count", self.count);
        let failure = Failure::new(Exit::Refused, what);
        let failure = self.told.into_iter().fold(failure, Failure::and_mend);
        if beyond > 0 {
            failure.and_mend(Message::new("and-more-rows").count("count", beyond))
        } else {
            failure
        }
    }
}

fn at_line(line: u64, why: impl std::fmt::Display) -> Message {
    Message::new("at-line").with("line", line).with("what", why)
}

impl<'s> Builder<'s> {
    pub(super) async fn new(
        session: &'s Session,
        mapping: &'s Mapping,
        accounts: Option<&Path>,
    ) -> Result<Self, Failure> {
        let programme = ProgrammeName::parse(mapping.programme()).map_err(Failure::usage)?;
        let books = session.desk.books(&programme).await?;
        if books.currency.as_str() != mapping.currency() {
            let differs = Message::new("mapping-currency-differs")
                .with("mapping", mapping.currency())
                .with("programme", books.currency);
            return Err(Failure::usage(differs));
        }
        let store = match &session.desk {
            Desk::Folder(place) => Some(place.reader().await?),
            Desk::Server(_) => None,
        };
        Ok(Self {
            session,
            mapping,
            holdings: session.desk.holdings(session.member(), &programme).await?,
            accounts: accounts.map_or_else(|| Ok(HashMap::new()), read_accounts)?,
            programme,
            currency: books.currency,
            store,
        })
    }

    /// The text of the first row's entry, for whoever is asked to sign.
    pub(super) async fn first(&self, file: &Path, preview: &Preview) -> Result<String, Failure> {
        let opened = File::open(file).map_err(|error| Failure::file(file, error))?;
        let row = rows(opened, self.mapping, &preview.digest)?.next();
        let Some(row) = row else {
            return Err(Failure::data(Message::new("file-without-rows")));
        };
        let row = row.map_err(Failure::data)?;
        // What the row draws on is given back: nothing is written yet.
        let mut holdings = self.holdings.clone();
        match self.entry(&row, &mut holdings) {
            Ok(entry) => Ok(entry.to_text()),
            // It may stand in the ledger already, with what it drew on.
            Err(why) if self.standing(std::slice::from_ref(&row)).await? == [true] => {
                Ok(format!("{why}\n"))
            }
            Err(why) => Err(Failure::new(Exit::Refused, at_line(row.line, why))),
        }
    }

    /// Writes every row's entry and signs none: what would be wrong with it before any rule is
    /// asked, and whether its receiver is a member. Gives each entry away, and how many there are.
    pub(super) async fn draft_all(
        &mut self,
        file: &Path,
        preview: &Preview,
        mut keep: impl FnMut(&Entry) -> Result<(), Failure>,
    ) -> Result<u64, Failure> {
        let opened = File::open(file).map_err(|error| Failure::file(file, error))?;
        let mut rows = rows(opened, self.mapping, &preview.digest)?;
        let bar = print::bar(preview.good.rows, &Message::new("doing-writing"));
        let mut receivers = HashMap::new();
        let (mut faults, mut written) = (Faults::default(), 0);
        loop {
            let group = rows
                .by_ref()
                .take(GROUP_ROWS)
                .collect::<Result<Vec<Row>, _>>()
                .map_err(Failure::data)?;
            if group.is_empty() {
                break;
            }
            let stand = self.standing(&group).await?;
            for (row, _) in group.iter().zip(stand).filter(|(_, stands)| !stands) {
                match self.draft_one(row, &mut receivers).await? {
                    Ok(entry) => {
                        keep(&entry)?;
                        written += 1;
                    }
                    Err(why) => faults.add(row.line, why),
                }
            }
            bar.inc(group.len() as u64);
        }
        bar.finish_and_clear();
        faults.or(written)
    }

    async fn draft_one(
        &mut self,
        row: &Row,
        receivers: &mut HashMap<MemberName, bool>,
    ) -> Result<Result<Entry, String>, Failure> {
        let mut holdings = std::mem::take(&mut self.holdings);
        let entry = self.entry(row, &mut holdings);
        self.holdings = holdings;
        let (to, entry) = match entry {
            Ok(Entry::Transfer(sent)) => (sent.to.clone(), Entry::Transfer(sent)),
            other => return Ok(other),
        };
        if !receivers.contains_key(&to) {
            let known = self.session.desk.has_member(&to).await?;
            receivers.insert(to.clone(), known);
        }
        let known = receivers.get(&to).copied().unwrap_or_default();
        Ok(if known {
            Ok(entry)
        } else {
            Err(Message::new("not-a-member").with("name", to).to_string())
        })
    }

    /// Writes the signed notes of all rows into a file, which appears only when all are right.
    /// Gives how many rows stand in the ledger already.
    pub(super) async fn write(
        &mut self,
        file: &Path,
        preview: &Preview,
        kept: &Path,
    ) -> Result<u64, Failure> {
        let keys = self.session.open_keys()?;
        if let Some(folder) = kept.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
        }
        let part = kept.with_extension("part");
        let mut out =
            BufWriter::new(File::create(&part).map_err(|error| Failure::file(&part, error))?);
        let before = self.write_all(file, preview, &keys, &mut out).await?;
        let written = out
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error);
        written
            .and_then(|file| file.sync_all())
            .map_err(|error| Failure::file(&part, error))?;
        std::fs::rename(&part, kept).map_err(|error| Failure::file(kept, error))?;
        Ok(before)
    }

    async fn write_all(
        &mut self,
        file: &Path,
        preview: &Preview,
        keys: &[PersonKey],
        out: &mut impl Write,
    ) -> Result<u64, Failure> {
        let opened = File::open(file).map_err(|error| Failure::file(file, error))?;
        let mut rows = rows(opened, self.mapping, &preview.digest)?;
        let bar = print::bar(
            preview.good.rows,
            &Message::new("doing-signing-and-judging"),
        );
        let mut judge = self.store.as_ref().map(|_| DryRun::new(self.session));
        let (mut faults, mut before) = (Faults::default(), 0);
        loop {
            let group = rows
                .by_ref()
                .take(GROUP_ROWS)
                .collect::<Result<Vec<Row>, _>>()
                .map_err(Failure::data)?;
            if group.is_empty() {
                break;
            }
            let signed = self
                .sign_group(&group, keys, &mut faults, &mut before)
                .await?;
            if let (Some(judge), Some(store)) = (&mut judge, &self.store) {
                for (line, why) in judge.judge(store, &signed).await? {
                    faults.add(line, why);
                }
            }
            for (_, note) in &signed {
                out.write_all(note.bytes())?;
            }
            bar.inc(group.len() as u64);
        }
        bar.finish_and_clear();
        faults.or(before)
    }

    async fn sign_group(
        &mut self,
        group: &[Row],
        keys: &[PersonKey],
        faults: &mut Faults,
        before: &mut u64,
    ) -> Result<Vec<(u64, Note)>, Failure> {
        let mut signed = Vec::with_capacity(group.len());
        let stand = self.standing(group).await?;
        for (row, stands) in group.iter().zip(stand) {
            if stands {
                *before += 1;
                continue;
            }
            let mut holdings = std::mem::take(&mut self.holdings);
            let entry = self.entry(row, &mut holdings);
            self.holdings = holdings;
            match entry {
                Ok(entry) => signed.push((row.line, sign(&entry, keys)?)),
                Err(why) => faults.add(row.line, why),
            }
        }
        Ok(signed)
    }

    /// For each row whether the ledger has it under its reference; a group is asked about at once.
    /// Another text under a reference is left to the rules, which refuse it.
    async fn standing(&self, group: &[Row]) -> Result<Vec<bool>, Failure> {
        let Some(store) = &self.store else {
            return Ok(vec![false; group.len()]);
        };
        let member = self.session.member();
        let named = |row: &Row| {
            let reference = RecordRef::parse(&row.reference).ok()?;
            Some((member.clone(), Kind::Transfer, reference))
        };
        let keys: Vec<_> = group.iter().map(named).collect();
        let wanted: Vec<Wanted> = keys
            .iter()
            .flatten()
            .map(|(member, kind, name)| Wanted::Reference(member.clone(), *kind, name.clone()))
            .collect();
        let facts = store.load(&wanted).await?;
        let indices: Vec<u64> = facts.references.values().map(|used| used.index).collect();
        let stored = store.stored_at(&indices).await?;
        let notes: HashMap<u64, Vec<u8>> =
            stored.into_iter().map(|at| (at.index, at.note)).collect();
        let stands = |(row, key): (&Row, &Option<_>)| {
            let used = key.as_ref().and_then(|key| facts.references.get(key));
            let note = used.and_then(|used| notes.get(&used.index));
            note.is_some_and(|note| self.is_row(note, row))
        };
        Ok(group.iter().zip(&keys).map(stands).collect())
    }

    fn is_row(&self, note: &[u8], row: &Row) -> bool {
        let Ok(note) = Note::parse(note) else {
            return false;
        };
        let Entry::Transfer(sent) = note.entry() else {
            return false;
        };
        sent.to.as_str() == row.receiver
            && sent.amount.minor() == i128::from(row.amount)
            && sent.occurred.date() == row.date
            && sent.programme == self.programme
    }

    /// The row's entry, or why there is none.
    fn entry(&self, row: &Row, holdings: &mut [Holding]) -> Result<Entry, String> {
        let told = |error: ledger::FieldError| speech::told(&error);
        let to = MemberName::parse(&row.receiver).map_err(|error| {
            let which = Message::new("row-receiver").with("receiver", &row.receiver);
            which.told("error", &error).to_string()
        })?;
        let amount = Amount::new(i128::from(row.amount))
            .ok_or_else(|| speech::say("row-amount-out-of-bounds"))?;
        let account = row
            .account
            .as_deref()
            .map(|account| self.account(account))
            .transpose()?;
        let purpose = row
            .purpose
            .as_deref()
            .map(Prose::parse)
            .transpose()
            .map_err(told)?;
        let occurred = Day::new(row.date).ok_or_else(|| speech::say("row-date-out-of-bounds"))?;
        let due = row.due.and_then(Day::new);
        let sources = draw(holdings, amount).map_err(|failure| failure.what().to_owned())?;
        let draft: Draft = self
            .session
            .draft(Kind::Transfer)
            .map_err(|failure| failure.what().to_owned())?;
        draft
            .set("programme", &self.programme)
            .set("from", self.session.member())
            .set("to", &to)
            .set_if("account", account.as_ref())
            .set("ref", &RecordRef::parse(&row.reference).map_err(told)?)
            .set("amount", &amount)
            .set("currency", &self.currency)
            .set_all("source", &sources)
            .set("occurred", &occurred)
            .set_if("due", due.as_ref())
            .set_if("purpose", purpose.as_ref())
            .parsed()
            .map_err(|error| unwritten(&error).to_string())
    }

    /// An account's commitment: from the table, or as it stands in the file.
    fn account(&self, account: &str) -> Result<Commitment, String> {
        if let Some(known) = self.accounts.get(account) {
            return Ok(*known);
        }
        Commitment::parse(account).map_err(|_| {
            Message::new("account-without-commitment")
                .with("account", account)
                .to_string()
        })
    }
}

/// Reads the table of accounts.
fn read_accounts(path: &Path) -> Result<HashMap<String, Commitment>, Failure> {
    let mut reader =
        csv::Reader::from_path(path).map_err(|error| Failure::file(path, Foreign(error)))?;
    let mut accounts = HashMap::new();
    for (row, line) in reader.deserialize::<(String, String)>().zip(2_u64..) {
        let (account, commitment) = row.map_err(|error| Failure::file(path, Foreign(error)))?;
        let commitment = Commitment::parse(&commitment)
            .map_err(|error| Failure::file(path, at_line(line, speech::told(&error))))?;
        accounts.insert(account, commitment);
    }
    Ok(accounts)
}
