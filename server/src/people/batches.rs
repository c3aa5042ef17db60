//! Sheets of allocations: many drafts that one person uploads and another checks and signs as one.
//!
//! A sheet's rows never change once they are kept: whoever mends a sheet uploads another. Its digest
//! is taken over the identities of all its texts, so an approval holds for these texts alone.

use super::allocations::Stand;
use super::deeds::{Deed, Done};
use super::persons::Person;
use super::tables::{batch, batch_row, batch_signature};
use super::{People, PeopleError};
use crate::apart::TextsDigest;
use ledger::Minor;
use ledger::field::{
    Amount, Field, Identity, MemberName, Moment, NodeCitation, ProgrammeName, Source,
};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, TransactionTrait,
};

/// Sheets of one member that wait to be signed: their rows are compared with those of a new one.
pub const BATCHES_OPEN_MAX: u64 = 10;

/// Seconds for which a preview is kept that nobody saves: a day's work.
pub const PREVIEW_SECONDS: i64 = 86_400;

/// Seconds after which nobody posts a sheet any more who laid hold of it: the longest takes seconds,
/// so the server fell meanwhile. Posting it twice is one posting all the same.
pub const POSTING_SECONDS_MAX: i64 = 600;

/// Rows of one statement: eleven values each, and SQLite takes 32,766.
const ROWS_AT_ONCE: usize = 1000;

/// Characters of a digest that name a sheet among those of a member: 64 bits.
const SHORT_CHARS: usize = 16;

/// What of a sheet's rows is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowsOf {
    /// All of them.
    #[default]
    All,
    /// Those that can't be taken.
    Faults,
    /// Those that should be looked at again.
    Warnings,
}

/// A row of a sheet as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchRow {
    /// Its number, from 1.
    pub number: u64,
    /// Its line in the file.
    pub line: u64,
    /// The payee as written.
    pub payee: String,
    /// The amount as written.
    pub amount: String,
    /// Its reference, where it is a good row.
    pub reference: Option<String>,
    /// The exact text that will be signed, where it is a good row.
    pub text: Option<String>,
    /// The column in which something is wrong.
    pub place: Option<String>,
    /// What is wrong.
    pub fault: Option<String>,
    /// What should be looked at again.
    pub warning: Option<String>,
    /// The line or the entry that a fault or a warning speaks of.
    pub other: Option<String>,
}

/// A sheet that one person uploaded and another signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The key of the form that sent it.
    pub id: String,
    /// In whose name it will be signed.
    pub member: MemberName,
    /// Whose account uploaded it.
    pub maker: String,
    /// The programme of all its rows.
    pub programme: ProgrammeName,
    /// How it stands.
    pub stand: Stand,
    /// Its rows, good and bad.
    pub count: u64,
    /// Rows that can't be taken.
    pub faults: u64,
    /// Rows that should be looked at again.
    pub warnings: u64,
    /// The sum of the good rows, in minor units.
    pub total: Minor,
    /// How many rows the clerk said there are.
    pub asked_count: u64,
    /// What they add up to by the clerk's word, in minor units.
    pub asked_total: Minor,
    /// SHA3-256 over the identities of its texts.
    pub digest: Identity,
    /// What its rows draw on together.
    pub takes: Vec<Source>,
    /// What its text was read as, where it said nothing itself.
    pub encoding: Option<String>,
    /// Whose account sent it back or signed it.
    pub checker: Option<String>,
    /// Why it was sent back.
    pub reason: Option<String>,
    /// The row and the code by which the ledger refused it last.
    pub trouble: Option<(u64, String)>,
    /// When it was last uploaded, saved, sent back or signed.
    pub changed: Moment,
    /// How many signatures each of its texts asks for: one where the key signs that the server holds,
    /// more where people sign with keys of their own, apart from the server.
    pub signers: u8,
}

impl Batch {
    /// Whether people sign it with keys of their own, apart from the server.
    #[must_use]
    pub const fn is_apart(&self) -> bool {
        self.signers > 1
    }

    /// The beginning of its digest, by which the record and files name it.
    #[must_use]
    pub fn short(&self) -> String {
        self.digest.to_string()[..SHORT_CHARS].to_owned()
    }

    /// Whether rows and sum are what the clerk said.
    #[must_use]
    pub const fn agrees(&self) -> bool {
        self.count == self.asked_count && self.total == self.asked_total
    }

    /// Whether it was being posted when the server fell.
    #[must_use]
    pub fn is_stuck(&self, now: Moment) -> bool {
        self.stand == Stand::Signing && now.0 - self.changed.0 > POSTING_SECONDS_MAX
    }

    /// The digest over texts in their order.
    #[must_use]
    pub fn digest_of<'a>(texts: impl Iterator<Item = &'a str>) -> Identity {
        let mut digest = TextsDigest::default();
        for text in texts {
            digest.add(&Identity::of(text));
        }
        digest.done()
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, PeopleError> {
    text.parse().map_err(|_| PeopleError::Row("batch"))
}

fn counted(number: i64) -> Result<u64, PeopleError> {
    u64::try_from(number).map_err(|_| PeopleError::Row("batch"))
}

impl TryFrom<batch::Model> for Batch {
    type Error = PeopleError;

    fn try_from(row: batch::Model) -> Result<Self, PeopleError> {
        let wrong = || PeopleError::Row("batch");
        let digest: [u8; 32] = row.digest.try_into().map_err(|_| wrong())?;
        let takes = row
            .takes
            .lines()
            .map(|line| Source::parse(line).map_err(|_| wrong()));
        let trouble = row.trouble.map(|trouble| {
            let (number, code) = trouble.split_once(' ').ok_or_else(wrong)?;
            Ok::<_, PeopleError>((parsed(number)?, code.to_owned()))
        });
        Ok(Self {
            member: parsed(&row.member)?,
            programme: parsed(&row.programme)?,
            stand: Stand::numbered(row.stand).ok_or_else(wrong)?,
            count: counted(row.count)?,
            faults: counted(row.faults)?,
            warnings: counted(row.warnings)?,
            total: parsed(&row.total)?,
            asked_count: counted(row.asked_count)?,
            asked_total: parsed(&row.asked_total)?,
            digest: Identity(digest),
            takes: takes.collect::<Result<_, _>>()?,
            trouble: trouble.transpose()?,
            id: row.id,
            maker: row.maker,
            encoding: row.encoding,
            checker: row.checker,
            reason: row.reason,
            changed: Moment(row.changed),
            signers: u8::try_from(row.signers).map_err(|_| wrong())?,
        })
    }
}

impl TryFrom<batch_row::Model> for BatchRow {
    type Error = PeopleError;

    fn try_from(row: batch_row::Model) -> Result<Self, PeopleError> {
        Ok(Self {
            number: counted(row.number)?,
            line: counted(row.line)?,
            payee: row.payee,
            amount: row.amount,
            reference: row.reference,
            text: row.text,
            place: row.place,
            fault: row.fault,
            warning: row.warning,
            other: row.other,
        })
    }
}

/// What is written of a node that is drawn on.
fn take_line(source: &Source) -> String {
    let mut text = String::new();
    source.write(&mut text);
    text
}

/// Adds up what texts take from each node.
#[must_use]
pub fn taken_together<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<Source> {
    let mut taken: std::collections::BTreeMap<NodeCitation, Minor> = Default::default();
    for source in sources {
        *taken.entry(source.node).or_default() += source.amount.minor();
    }
    let sums = taken.into_iter().filter_map(|(node, sum)| {
        // Each text draws within what is held, and no node holds more than an amount can say.
        Amount::new(sum).map(|amount| Source { node, amount })
    });
    sums.collect()
}

impl People {
    /// Keeps a sheet that was read, as its maker's preview: the one before it is forgotten, and so are
    /// those of the member that nobody saved for a day. Says whether it was taken: a sheet that was
    /// saved under the same key stays as it is.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keep_preview(
        &self,
        batch: &Batch,
        rows: Vec<BatchRow>,
    ) -> Result<bool, PeopleError> {
        let begun = self.database.begin().await?;
        let own = Condition::any()
            .add(batch::Column::Maker.eq(batch.maker.as_str()))
            .add(batch::Column::Changed.lt(self.now().0 - PREVIEW_SECONDS));
        let stale: Vec<String> = batch::Entity::find()
            .filter(self.sheets_of(&batch.member))
            .filter(batch::Column::Stand.eq(Stand::Previewed.number()))
            .filter(own)
            .all(&begun)
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        self.forget(&begun, &stale).await?;
        let key = (self.ledger, batch.id.clone());
        if batch::Entity::find_by_id(key).one(&begun).await?.is_some() {
            return Ok(false);
        }
        batch::Entity::insert(self.written(batch))
            .exec_without_returning(&begun)
            .await?;
        let mut rows = rows
            .into_iter()
            .map(|row| self.written_row(&batch.id, row))
            .peekable();
        while rows.peek().is_some() {
            let some: Vec<_> = rows.by_ref().take(ROWS_AT_ONCE).collect();
            batch_row::Entity::insert_many(some)
                .exec_without_returning(&begun)
                .await?;
        }
        begun.commit().await?;
        Ok(true)
    }

    fn written(&self, of: &Batch) -> batch::ActiveModel {
        let count = |count: u64| Set(count.cast_signed());
        let takes: Vec<String> = of.takes.iter().map(take_line).collect();
        batch::ActiveModel {
            ledger: Set(self.ledger),
            id: Set(of.id.clone()),
            member: Set(of.member.to_string()),
            maker: Set(of.maker.clone()),
            programme: Set(of.programme.to_string()),
            stand: Set(Stand::Previewed.number()),
            count: count(of.count),
            faults: count(of.faults),
            warnings: count(of.warnings),
            total: Set(of.total.to_string()),
            asked_count: count(of.asked_count),
            asked_total: Set(of.asked_total.to_string()),
            digest: Set(of.digest.0.to_vec()),
            takes: Set(takes.join("\n")),
            encoding: Set(of.encoding.clone()),
            checker: Set(None),
            reason: Set(None),
            trouble: Set(None),
            made: Set(self.now().0),
            changed: Set(self.now().0),
            signers: Set(of.signers.into()),
        }
    }

    fn written_row(&self, batch: &str, row: BatchRow) -> batch_row::ActiveModel {
        batch_row::ActiveModel {
            ledger: Set(self.ledger),
            batch: Set(batch.to_owned()),
            number: Set(row.number.cast_signed()),
            line: Set(row.line.cast_signed()),
            payee: Set(row.payee),
            amount: Set(row.amount),
            reference: Set(row.reference),
            text: Set(row.text),
            place: Set(row.place),
            fault: Set(row.fault),
            warning: Set(row.warning),
            other: Set(row.other),
        }
    }

    async fn forget(
        &self,
        within: &impl ConnectionTrait,
        ids: &[String],
    ) -> Result<(), PeopleError> {
        for id in ids {
            batch_signature::Entity::delete_many()
                .filter(batch_signature::Column::Ledger.eq(self.ledger))
                .filter(batch_signature::Column::Batch.eq(id))
                .exec(within)
                .await?;
            batch_row::Entity::delete_many()
                .filter(batch_row::Column::Ledger.eq(self.ledger))
                .filter(batch_row::Column::Batch.eq(id))
                .exec(within)
                .await?;
            batch::Entity::delete_by_id((self.ledger, id.clone()))
                .exec(within)
                .await?;
        }
        Ok(())
    }

    /// A member's sheet; another member's isn't found.
    ///
    /// # Errors
    /// The database's error.
    pub async fn batch(&self, member: &MemberName, id: &str) -> Result<Option<Batch>, PeopleError> {
        let found = batch::Entity::find_by_id((self.ledger, id.to_owned()));
        let row = found.one(&self.database).await?;
        let row = row.filter(|row| row.member == member.as_str());
        row.map(Batch::try_from).transpose()
    }

    /// Rows of a sheet in their order, so many after so many.
    ///
    /// # Errors
    /// The database's error.
    pub async fn batch_rows(
        &self,
        id: &str,
        which: RowsOf,
        skipped: u64,
        rows: u64,
    ) -> Result<Vec<BatchRow>, PeopleError> {
        let which = match which {
            RowsOf::All => Condition::all(),
            RowsOf::Faults => Condition::all().add(batch_row::Column::Fault.is_not_null()),
            RowsOf::Warnings => Condition::all().add(batch_row::Column::Warning.is_not_null()),
        };
        let found = batch_row::Entity::find()
            .filter(batch_row::Column::Ledger.eq(self.ledger))
            .filter(batch_row::Column::Batch.eq(id))
            .filter(which)
            .order_by_asc(batch_row::Column::Number)
            .offset(skipped)
            .limit(rows)
            .all(&self.database)
            .await?;
        found.into_iter().map(BatchRow::try_from).collect()
    }

    /// The exact texts of a sheet, in their order.
    ///
    /// # Errors
    /// The database's error.
    pub async fn batch_texts(&self, id: &str) -> Result<Vec<String>, PeopleError> {
        let found: Vec<Option<String>> = batch_row::Entity::find()
            .select_only()
            .column(batch_row::Column::Text)
            .filter(batch_row::Column::Ledger.eq(self.ledger))
            .filter(batch_row::Column::Batch.eq(id))
            .order_by_asc(batch_row::Column::Number)
            .into_tuple()
            .all(&self.database)
            .await?;
        let whole = found.into_iter().collect::<Option<Vec<_>>>();
        whole.ok_or(PeopleError::Row("batch_row"))
    }

    /// Sheets of a member that are saved and aren't in the ledger, the earliest first.
    ///
    /// # Errors
    /// The database's error.
    pub async fn open_batches(&self, member: &MemberName) -> Result<Vec<Batch>, PeopleError> {
        let rows = self.open_sheets(member);
        let rows = rows
            .order_by_asc(batch::Column::Changed)
            .order_by_asc(batch::Column::Id);
        let rows = rows.all(&self.database).await?;
        rows.into_iter().map(Batch::try_from).collect()
    }

    /// Sheets of a member that came into the ledger, the latest first, so many.
    ///
    /// # Errors
    /// The database's error.
    pub async fn issued_batches(
        &self,
        member: &MemberName,
        rows: u64,
    ) -> Result<Vec<Batch>, PeopleError> {
        let found = batch::Entity::find()
            .filter(self.sheets_of(member))
            .filter(batch::Column::Stand.eq(Stand::Issued.number()))
            .order_by_desc(batch::Column::Changed)
            .order_by_asc(batch::Column::Id)
            .limit(rows)
            .all(&self.database)
            .await?;
        found.into_iter().map(Batch::try_from).collect()
    }

    /// How many sheets of a member wait for this person: somebody else uploaded them, and this person
    /// hasn't signed them.
    ///
    /// # Errors
    /// The database's error.
    pub async fn batches_waiting(&self, person: &Person) -> Result<u64, PeopleError> {
        let signed = Query::select()
            .column(batch_signature::Column::Batch)
            .from(batch_signature::Entity)
            .and_where(batch_signature::Column::Ledger.eq(self.ledger))
            .and_where(batch_signature::Column::Account.eq(person.account.as_str()))
            .to_owned();
        let stands = [Stand::Waiting.number(), Stand::Signing.number()];
        let waiting = batch::Entity::find()
            .filter(self.sheets_of(&person.member))
            .filter(batch::Column::Stand.is_in(stands))
            .filter(batch::Column::Id.not_in_subquery(signed))
            .filter(batch::Column::Maker.ne(person.account.as_str()));
        Ok(waiting.count(&self.database).await?)
    }

    /// Payee, amount as written in the text, and reference of every row of these sheets.
    ///
    /// # Errors
    /// The database's error.
    pub async fn texts_of_open(&self, open: &[Batch]) -> Result<Vec<String>, PeopleError> {
        let mut texts = Vec::new();
        for batch in open {
            texts.extend(self.batch_texts(&batch.id).await?);
        }
        Ok(texts)
    }

    /// Saves a preview for a second person: its maker does, where every row is good and rows and sum
    /// are what was said. Says what became of it.
    ///
    /// # Errors
    /// The database's error.
    pub async fn save_batch(
        &self,
        by: &Person,
        shown: &Batch,
    ) -> Result<super::Saved, PeopleError> {
        use super::Saved;
        if shown.stand == Stand::Waiting {
            return Ok(Saved::Taken);
        }
        if shown.stand != Stand::Previewed || shown.faults > 0 || !shown.agrees() {
            return Ok(Saved::Gone);
        }
        let begun = self.database.begin().await?;
        if self.open_sheets(&by.member).count(&begun).await? >= BATCHES_OPEN_MAX {
            return Ok(Saved::TooMany);
        }
        let changed = self
            .changing(by, shown, &[Stand::Previewed], Stand::Waiting)
            .filter(batch::Column::Maker.eq(by.account.as_str()))
            .exec(&begun)
            .await?;
        if changed.rows_affected == 0 {
            return Ok(Saved::Gone);
        }
        let deed = Deed::of(by, Done::SheetDrafted).about(&shown.short());
        self.note(&begun, &deed).await?;
        begun.commit().await?;
        Ok(Saved::Taken)
    }

    /// Sends a sheet back to whoever uploaded it. Says whether it was.
    ///
    /// # Errors
    /// The database's error.
    pub async fn send_batch_back(
        &self,
        by: &Person,
        shown: &Batch,
        reason: &str,
    ) -> Result<bool, PeopleError> {
        if !by.may_check(&shown.maker) {
            return Ok(false);
        }
        let changed = self
            .checking(by, shown, &[Stand::Waiting], Stand::SentBack)
            .col_expr(batch::Column::Reason, Expr::value(reason))
            .exec(&self.database)
            .await?;
        if changed.rows_affected == 0 {
            return Ok(false);
        }
        self.record(&Deed::of(by, Done::SentBack).about(&shown.short()))
            .await?;
        Ok(true)
    }

    /// Lays hold of a sheet that a second person approved, while it is posted. Says whether it is the
    /// one that was shown, and of somebody else.
    ///
    /// # Errors
    /// The database's error.
    pub async fn begin_posting(&self, by: &Person, shown: &Batch) -> Result<bool, PeopleError> {
        if !by.may_check(&shown.maker) {
            return Ok(false);
        }
        let changed = self.checking(by, shown, &[Stand::Waiting], Stand::Signing);
        Ok(changed.exec(&self.database).await?.rows_affected > 0)
    }

    /// Says what came of it: it stands in the ledger, or it waits again with the row that kept it out.
    ///
    /// # Errors
    /// The database's error.
    pub async fn end_posting(
        &self,
        by: &Person,
        shown: &Batch,
        trouble: Option<(u64, &str)>,
    ) -> Result<(), PeopleError> {
        let to = if trouble.is_none() {
            Stand::Issued
        } else {
            Stand::Waiting
        };
        let trouble = trouble.map(|(row, code)| format!("{row} {code}"));
        let issued = trouble.is_none();
        let changed = self
            .checking(by, shown, &[Stand::Signing], to)
            .col_expr(batch::Column::Trouble, Expr::value(trouble))
            .exec(&self.database)
            .await?;
        if issued && changed.rows_affected > 0 {
            self.record(&Deed::of(by, Done::SheetIssued).about(&shown.short()))
                .await?;
        }
        Ok(())
    }

    /// Lets go of a sheet that was being posted when the server fell: it stands in the ledger whole,
    /// or it waits again.
    ///
    /// # Errors
    /// The database's error.
    pub async fn settle_stuck_batch(&self, stuck: &Batch, issued: bool) -> Result<(), PeopleError> {
        let to = if issued {
            Stand::Issued
        } else {
            Stand::Waiting
        };
        batch::Entity::update_many()
            .col_expr(batch::Column::Stand, Expr::value(to.number()))
            .filter(self.sheets_of(&stuck.member))
            .filter(batch::Column::Id.eq(&stuck.id))
            .filter(batch::Column::Stand.eq(Stand::Signing.number()))
            .filter(batch::Column::Changed.eq(stuck.changed.0))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Says of a sheet that waited here that it stands in the ledger: its texts were submitted apart.
    ///
    /// # Errors
    /// The database's error.
    pub async fn settle_submitted_batch(&self, sheet: &Batch) -> Result<(), PeopleError> {
        batch::Entity::update_many()
            .col_expr(batch::Column::Stand, Expr::value(Stand::Issued.number()))
            .col_expr(batch::Column::Changed, Expr::value(self.now().0))
            .filter(self.sheets_of(&sheet.member))
            .filter(batch::Column::Id.eq(&sheet.id))
            .filter(batch::Column::Stand.eq(Stand::Waiting.number()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Deletes a sheet with its rows: whoever uploaded it does, and a colleague where it was sent back.
    /// Says whether there was one to delete.
    ///
    /// # Errors
    /// The database's error.
    pub async fn delete_batch(&self, by: &Person, shown: &Batch) -> Result<bool, PeopleError> {
        let own = shown.maker == by.account.as_str();
        let may = match shown.stand {
            Stand::SentBack => true,
            Stand::Waiting | Stand::Previewed => own,
            Stand::Signing | Stand::Issued | Stand::Asking => false,
        };
        if !may {
            return Ok(false);
        }
        let begun = self.database.begin().await?;
        let gone = batch::Entity::delete_many()
            .filter(self.sheets_of(&by.member))
            .filter(batch::Column::Id.eq(&shown.id))
            .filter(batch::Column::Stand.eq(shown.stand.number()))
            .exec(&begun)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(false);
        }
        self.forget(&begun, std::slice::from_ref(&shown.id)).await?;
        if shown.stand != Stand::Previewed {
            let deed = Deed::of(by, Done::Deleted).about(&shown.short());
            self.note(&begun, &deed).await?;
        }
        begun.commit().await?;
        Ok(true)
    }

    fn sheets_of(&self, member: &MemberName) -> Condition {
        Condition::all()
            .add(batch::Column::Ledger.eq(self.ledger))
            .add(batch::Column::Member.eq(member.as_str()))
    }

    fn open_sheets(&self, member: &MemberName) -> sea_orm::Select<batch::Entity> {
        let closed = [Stand::Issued.number(), Stand::Previewed.number()];
        batch::Entity::find()
            .filter(self.sheets_of(member))
            .filter(batch::Column::Stand.is_not_in(closed))
    }

    /// A change of a sheet where the one that was shown still stands there.
    fn changing(
        &self,
        by: &Person,
        shown: &Batch,
        from: &[Stand],
        to: Stand,
    ) -> sea_orm::UpdateMany<batch::Entity> {
        let from = from.iter().map(|stand| stand.number());
        batch::Entity::update_many()
            .col_expr(batch::Column::Stand, Expr::value(to.number()))
            .col_expr(batch::Column::Changed, Expr::value(self.now().0))
            .filter(self.sheets_of(&by.member))
            .filter(batch::Column::Id.eq(&shown.id))
            .filter(batch::Column::Digest.eq(shown.digest.0.to_vec()))
            .filter(batch::Column::Stand.is_in(from))
    }

    /// The same by somebody who didn't upload it.
    fn checking(
        &self,
        by: &Person,
        shown: &Batch,
        from: &[Stand],
        to: Stand,
    ) -> sea_orm::UpdateMany<batch::Entity> {
        self.changing(by, shown, from, to)
            .col_expr(batch::Column::Checker, Expr::value(by.account.as_str()))
            .filter(batch::Column::Maker.ne(by.account.as_str()))
    }
}
