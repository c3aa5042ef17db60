//! What a file holds, before anything of it is sent.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::io::Read;

use chrono::{Datelike, NaiveDate};
use sha3::{Digest, Sha3_256};

use super::digest::FileDigest;
use super::error::{ImportError, RowError, RowFault};
use super::limits::{BAD_ROWS_KEPT_MAX, FINGERPRINTS_MAX, RECEIVERS_KEPT_MAX, REPEATS_KEPT_MAX};
use super::mapping::Mapping;
use super::rows::{Row, Rows};

/// Rows and what they add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Number of rows.
    pub rows: u64,
    /// Minor units.
    pub total: i128,
}

impl Sum {
    fn add(&mut self, amount: i64) {
        self.rows += 1;
        self.total += i128::from(amount);
    }
}

/// The first of many, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// The first ones, up to the list's limit.
    pub first: Vec<T>,
    /// All of them.
    pub count: u64,
}

impl<T> Kept<T> {
    fn new() -> Self {
        Self {
            first: Vec::new(),
            count: 0,
        }
    }

    fn push(&mut self, item: T, most: usize) {
        self.count += 1;
        if self.first.len() < most {
            self.first.push(item);
        }
    }
}

/// A row with the receiver, account, date and amount of an earlier one: paid
/// twice or printed twice. A warning, not an error; both rows are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// Physical line of the first row with this content.
    pub first_line: u64,
    /// The row that repeats it.
    pub row: Row,
}

/// What a file holds, and what of it can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// SHA3-256 of the file's bytes.
    pub digest: FileDigest,
    /// The rows that can be taken: their number and control total.
    pub good: Sum,
    /// The good rows by receiver, the first [`RECEIVERS_KEPT_MAX`] receivers.
    pub receivers: BTreeMap<String, Sum>,
    /// The good rows of all receivers beyond.
    pub receivers_beyond: Sum,
    /// The good rows by year and month of their date.
    pub months: BTreeMap<(i32, u32), Sum>,
    /// Earliest date of a good row.
    pub first_date: Option<NaiveDate>,
    /// Latest date of a good row.
    pub last_date: Option<NaiveDate>,
    /// The rows that can't be taken; the first [`BAD_ROWS_KEPT_MAX`] are kept.
    pub bad: Kept<RowError>,
    /// Good rows that repeat others; the first [`REPEATS_KEPT_MAX`] are kept.
    pub repeats: Kept<Repeat>,
    /// Good rows that were not compared with others, beyond [`FINGERPRINTS_MAX`].
    pub uncompared_rows: u64,
    /// What each good row pays whom and when, as 64 bits that are the same in every file and on
    /// every machine; the first [`FINGERPRINTS_MAX`] rows.
    pub fingerprints: Vec<u64>,
}

/// The beginning of SHA3-256 over receiver, account, date and amount. No receiver and no account
/// has a control character, so the parts can't run into each other.
fn fingerprint(row: &Row) -> u64 {
    let account = row.account.as_deref().unwrap_or_default();
    let text = format!("{}\n{account}\n{}\n{}", row.receiver, row.date, row.amount);
    let digest = Sha3_256::digest(text);
    let first = digest.first_chunk().copied().unwrap_or_default();
    u64::from_le_bytes(first)
}

impl Preview {
    fn new() -> Self {
        Self {
            digest: FileDigest::of_nothing(),
            good: Sum::default(),
            receivers: BTreeMap::new(),
            receivers_beyond: Sum::default(),
            months: BTreeMap::new(),
            first_date: None,
            last_date: None,
            bad: Kept::new(),
            repeats: Kept::new(),
            uncompared_rows: 0,
            fingerprints: Vec::new(),
        }
    }

    /// Data rows, good and bad.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.good.rows + self.bad.count
    }

    /// Whether every row can be taken.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.bad.count == 0
    }

    fn add(&mut self, row: &Row) {
        self.good.add(row.amount);
        if self.fingerprints.len() < FINGERPRINTS_MAX {
            self.fingerprints.push(fingerprint(row));
        }
        self.months
            .entry((row.date.year(), row.date.month()))
            .or_default()
            .add(row.amount);
        self.first_date = Some(self.first_date.map_or(row.date, |date| date.min(row.date)));
        self.last_date = Some(self.last_date.map_or(row.date, |date| date.max(row.date)));
        if let Some(sum) = self.receivers.get_mut(&row.receiver) {
            sum.add(row.amount);
        } else if self.receivers.len() < RECEIVERS_KEPT_MAX {
            self.receivers
                .entry(row.receiver.clone())
                .or_default()
                .add(row.amount);
        } else {
            self.receivers_beyond.add(row.amount);
        }
    }
}

/// Reads a whole file and says what it holds, every bad row with its line.
///
/// Memory is flat but for 24 bytes a row (40 with a mapped reference) up to
/// [`FINGERPRINTS_MAX`]: 64-bit fingerprints, by which two of a million rows
/// are wrongly taken for equal once in some 37 million files.
///
/// # Errors
/// [`ImportError`] where the file has no readable header, where the mapping
/// doesn't fit it, or where the rest of a broken file can't be read.
pub fn preview<R: Read>(reader: R, mapping: &Mapping) -> Result<Preview, ImportError> {
    let mut rows = Rows::open(reader, mapping, None)?;
    let mut preview = Preview::new();
    let mut seen = Seen::new(mapping.reference.is_some());
    for row in rows.by_ref() {
        match row.and_then(|row| seen.check_reference(row)) {
            Ok(row) => {
                preview.add(&row);
                seen.compare(row, &mut preview);
            }
            Err(error) => preview.bad.push(error, BAD_ROWS_KEPT_MAX),
        }
    }
    preview.digest = rows.finish()?;
    Ok(preview)
}

/// Fingerprints of the rows so far, with the line of the first row of each.
struct Seen {
    /// Keyed at random, so nobody can prepare rows whose fingerprints collide.
    hasher: RandomState,
    content: HashMap<u64, u64>,
    references: Option<HashMap<u64, u64>>,
}

impl Seen {
    fn new(with_references: bool) -> Self {
        Self {
            hasher: RandomState::new(),
            content: HashMap::new(),
            references: with_references.then(HashMap::new),
        }
    }

    /// Refuses a voucher that an earlier row has.
    fn check_reference(&mut self, row: Row) -> Result<Row, RowError> {
        let Some(references) = &mut self.references else {
            return Ok(row);
        };
        let fingerprint = self.hasher.hash_one(&row.reference);
        if let Some(first_line) = references.get(&fingerprint) {
            let fault = RowFault::ReferenceRepeated {
                text: row.reference,
                first_line: *first_line,
            };
            return Err(RowError {
                line: row.line,
                row: row.row,
                fault,
            });
        }
        if references.len() < FINGERPRINTS_MAX {
            references.insert(fingerprint, row.line);
        }
        Ok(row)
    }

    /// Notes a row whose content an earlier row has.
    fn compare(&mut self, row: Row, preview: &mut Preview) {
        let content = (&row.receiver, &row.account, row.date, row.amount);
        let fingerprint = self.hasher.hash_one(content);
        if let Some(first_line) = self.content.get(&fingerprint) {
            let repeat = Repeat {
                first_line: *first_line,
                row,
            };
            preview.repeats.push(repeat, REPEATS_KEPT_MAX);
        } else if self.content.len() < FINGERPRINTS_MAX {
            self.content.insert(fingerprint, row.line);
        } else {
            preview.uncompared_rows += 1;
        }
    }
}
