//! The hot statements: raw, over many rows at once, in few constant sizes so that each is prepared
//! once and its plan is always the same. Where each statement is handed over to another thread or
//! machine, many rows share one; look-ups share one everywhere. A test looks at their query plans.

use super::StoreError;
use super::session::{Fetched, Session};
use super::tables::Row;
use sea_orm::{DbBackend, Value};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{LazyLock, PoisonError, RwLock};

/// Rows of one statement. The largest, times the widest table's 19 columns, stays far below the
/// 32,766 values that SQLite binds and the 65,535 that PostgreSQL does; the powers of two between
/// let any number of rows be written by few statements.
const SIZES: [usize; 9] = [256, 128, 64, 32, 16, 8, 4, 2, 1];

/// Keys of one look-up: the next larger size is filled up by repeating the last key. Where a statement
/// is handed over, fewer of them matter most; in place, fifty keys in a list take a third of the time
/// that fifty statements take, and a key by itself is looked up fastest by itself.
const REMOTE_LOOKUP_SIZES: [usize; 3] = [256, 32, 4];
const LOCAL_LOOKUP_SIZES: [usize; 4] = [64, 16, 4, 1];

/// The same by several columns: SQLite writes a longer list of rows to a table of its own first, which
/// takes as long as a statement for each.
const LOCAL_COMPOSITE_SIZES: [usize; 3] = [16, 4, 1];

/// What happens to a row whose key is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meeting {
    /// The statement fails.
    Fail,
    /// The row's columns that can change are replaced.
    Replace,
    /// The row stays.
    Keep,
    /// The columns behind the key are added to those that stand there.
    Add,
}

/// Which statement: the texts are kept by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Shape {
    Insert(Meeting),
    Delete,
    Select(Lookup),
}

/// How rows are looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lookup {
    /// By the column behind `ledger`.
    Second,
    /// By so many columns behind `ledger`.
    Composite(usize),
}

/// By whether it is PostgreSQL's, table, shape and size.
type Texts = HashMap<(bool, &'static str, Shape, usize), &'static str, foldhash::fast::RandomState>;

/// Every statement's text, made once. Tables, shapes and sizes are few, so it can't grow.
static TEXTS: LazyLock<RwLock<Texts>> = LazyLock::new(|| RwLock::new(Texts::default()));

fn text<R: Row>(backend: DbBackend, shape: Shape, rows: usize) -> &'static str {
    let key = (backend == DbBackend::Postgres, R::TABLE, shape, rows);
    if let Some(text) = TEXTS
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&key)
    {
        return text;
    }
    let made = match shape {
        Shape::Insert(meeting) => insert_text::<R>(backend, meeting, rows),
        Shape::Delete => delete_text::<R>(backend, rows),
        Shape::Select(lookup) => select_text::<R>(backend, lookup, rows),
    };
    TEXTS
        .write()
        .unwrap_or_else(PoisonError::into_inner)
        .entry(key)
        .or_insert_with(|| made.leak())
}

/// The text of a statement over so many rows, for a look at its plan.
#[must_use]
pub fn select_text<R: Row>(backend: DbBackend, lookup: Lookup, rows: usize) -> String {
    let mut sql = String::from("SELECT ");
    columns(&mut sql, "t", R::COLUMNS);
    match lookup {
        Lookup::Second => {
            _ = write!(
                sql,
                " FROM {} t WHERE t.ledger = {} AND t.{} IN (",
                R::TABLE,
                mark(backend, 1),
                R::COLUMNS[1]
            );
            marks(backend, &mut sql, 2, rows);
            sql.push(')');
        }
        Lookup::Composite(width) => composite::<R>(backend, &mut sql, width, rows),
    }
    sql
}

/// The wanted keys stand as a list of their own, and each is looked up in the table. SQLite keeps
/// that order of nested loops for a CROSS JOIN; PostgreSQL chooses by itself.
fn composite<R: Row>(backend: DbBackend, sql: &mut String, width: usize, rows: usize) {
    let keys = &R::COLUMNS[1..=width];
    sql.push_str(" FROM (");
    key_list(backend, sql, keys, rows);
    let ledger = mark(backend, 1 + width * rows);
    _ = write!(
        sql,
        ") w CROSS JOIN {} t WHERE t.ledger = {ledger}",
        R::TABLE
    );
    for key in keys {
        _ = write!(sql, " AND t.{key} = w.{key}");
    }
}

/// `SELECT ? AS a, ? AS b UNION ALL VALUES (?, ?), ...`: both databases name the columns by it.
fn key_list(backend: DbBackend, sql: &mut String, keys: &[&str], rows: usize) {
    sql.push_str("SELECT ");
    for (index, key) in keys.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        _ = write!(sql, "{comma}{} AS {key}", mark(backend, 1 + index));
    }
    if rows > 1 {
        sql.push_str(" UNION ALL VALUES ");
        tuples(backend, sql, 1 + keys.len(), keys.len(), rows - 1);
    }
}

fn insert_text<R: Row>(backend: DbBackend, meeting: Meeting, rows: usize) -> String {
    let mut sql = format!("INSERT INTO {} (", R::TABLE);
    sql.push_str(&R::COLUMNS.join(", "));
    sql.push_str(") VALUES ");
    tuples(backend, &mut sql, 1, R::COLUMNS.len(), rows);
    if meeting == Meeting::Fail {
        return sql;
    }
    let (keys, rest) = R::COLUMNS.split_at(R::KEY_COLUMNS);
    let rest = &rest[R::FIXED_COLUMNS..];
    _ = write!(sql, " ON CONFLICT ({}) DO ", keys.join(", "));
    if meeting == Meeting::Keep || rest.is_empty() {
        sql.push_str("NOTHING");
        return sql;
    }
    sql.push_str("UPDATE SET ");
    for (index, column) in rest.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        _ = match meeting {
            Meeting::Add => write!(
                sql,
                "{comma}{column} = {0}.{column} + excluded.{column}",
                R::TABLE
            ),
            _ => write!(sql, "{comma}{column} = excluded.{column}"),
        };
    }
    sql
}

/// The text of a statement that deletes so many rows by their whole key.
#[must_use]
pub fn delete_text<R: Row>(backend: DbBackend, rows: usize) -> String {
    let keys = &R::COLUMNS[..R::KEY_COLUMNS];
    let mut sql = format!("DELETE FROM {} WHERE ({}) IN (", R::TABLE, keys.join(", "));
    // A list of rows lets PostgreSQL use the key for each of them; SQLite wants them as values.
    if backend == DbBackend::Sqlite {
        sql.push_str("VALUES ");
    }
    tuples(backend, &mut sql, 1, keys.len(), rows);
    sql.push(')');
    sql
}

fn columns(sql: &mut String, alias: &str, columns: &[&str]) {
    for (index, column) in columns.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        _ = write!(sql, "{comma}{alias}.{column}");
    }
}

/// A value's place. PostgreSQL numbers them; SQLite takes them in the order of the text, and must: a
/// numbered mark is a name there, and the driver looks each name up in a list, which made half of
/// all the work of a commit.
fn mark(backend: DbBackend, number: usize) -> String {
    if backend == DbBackend::Postgres {
        format!("${number}")
    } else {
        "?".to_owned()
    }
}

fn marks(backend: DbBackend, sql: &mut String, first: usize, count: usize) {
    for index in 0..count {
        if index > 0 {
            sql.push_str(", ");
        }
        sql.push_str(&mark(backend, first + index));
    }
}

fn tuples(backend: DbBackend, sql: &mut String, first: usize, width: usize, rows: usize) {
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        marks(backend, sql, first + row * width, width);
        sql.push(')');
    }
}

/// Writes rows in as few statements as the sizes allow.
///
/// # Errors
/// The database's error; the transaction is to be dropped then.
pub async fn insert<R: Row>(
    session: &impl Session,
    rows: Vec<R>,
    meeting: Meeting,
) -> Result<(), StoreError> {
    in_sizes::<R>(session, rows, Shape::Insert(meeting), R::bind).await
}

/// Deletes rows by their keys.
///
/// # Errors
/// The database's error; the transaction is to be dropped then.
pub async fn delete<R: Row>(session: &impl Session, rows: Vec<R>) -> Result<(), StoreError> {
    in_sizes::<R>(session, rows, Shape::Delete, |row, values| {
        let start = values.len();
        row.bind(values);
        values.truncate(start + R::KEY_COLUMNS);
    })
    .await
}

async fn in_sizes<R: Row>(
    session: &impl Session,
    rows: Vec<R>,
    shape: Shape,
    bind: impl Fn(R, &mut Vec<Value>),
) -> Result<(), StoreError> {
    let backend = session.backend();
    if !session.is_remote() {
        let sql = text::<R>(backend, shape, 1);
        let values = rows.into_iter().map(|row| {
            let mut values = Vec::with_capacity(R::COLUMNS.len());
            bind(row, &mut values);
            values
        });
        return session.run_each(sql, values.collect()).await;
    }
    let mut rows = rows.into_iter();
    for size in SIZES {
        while rows.len() >= size {
            let mut values = Vec::with_capacity(size * R::COLUMNS.len());
            rows.by_ref()
                .take(size)
                .for_each(|row| bind(row, &mut values));
            session.run(text::<R>(backend, shape, size), values).await?;
        }
    }
    Ok(())
}

/// Looks rows up by the columns behind `ledger`: each key gives as many values as the look-up has
/// columns. A key may come up twice in the answer.
///
/// # Errors
/// The database's error.
pub async fn select<R: Row>(
    session: &impl Session,
    ledger: i64,
    lookup: Lookup,
    keys: Vec<Vec<Value>>,
) -> Result<Vec<R>, StoreError> {
    let mut found = Vec::with_capacity(keys.len());
    let backend = session.backend();
    let sizes: &[usize] = match lookup {
        _ if session.is_remote() => &REMOTE_LOOKUP_SIZES,
        Lookup::Second => &LOCAL_LOOKUP_SIZES,
        Lookup::Composite(_) => &LOCAL_COMPOSITE_SIZES,
    };
    for keys in keys.chunks(sizes[0]) {
        let fits = |size: &&usize| keys.len() <= **size;
        let size = *sizes.iter().rev().find(fits).unwrap_or(&sizes[0]);
        let Some(last) = keys.last() else { continue };
        let mut values = Vec::with_capacity(1 + size * last.len());
        if lookup == Lookup::Second {
            values.push(Value::from(ledger));
        }
        keys.iter().for_each(|key| values.extend_from_slice(key));
        (keys.len()..size).for_each(|_| values.extend_from_slice(last));
        // Behind the list of keys, as it stands in the text.
        if lookup != Lookup::Second {
            values.push(Value::from(ledger));
        }
        let sql = text::<R>(backend, Shape::Select(lookup), size);
        for row in &session.fetch(sql, values).await? {
            found.push(R::read(row)?);
        }
    }
    Ok(found)
}

/// Looks rows up by one integer behind `ledger`.
///
/// # Errors
/// The database's error.
pub async fn select_by_number<R: Row>(
    session: &impl Session,
    ledger: i64,
    numbers: impl IntoIterator<Item = i64>,
) -> Result<Vec<R>, StoreError> {
    let keys = numbers
        .into_iter()
        .map(|number| vec![number.into()])
        .collect();
    select(session, ledger, Lookup::Second, keys).await
}

/// Looks rows up by one text behind `ledger`.
///
/// # Errors
/// The database's error.
pub async fn select_by_text<R: Row>(
    session: &impl Session,
    ledger: i64,
    texts: impl IntoIterator<Item = String>,
) -> Result<Vec<R>, StoreError> {
    let keys = texts.into_iter().map(|text| vec![text.into()]).collect();
    select(session, ledger, Lookup::Second, keys).await
}

/// Runs one statement with its values; `?` marks become the dialect's.
///
/// # Errors
/// The database's error.
pub async fn query(
    session: &impl Session,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<Fetched>, StoreError> {
    let text = in_dialect(session.backend(), sql);
    session.fetch(&text, values.into_iter().collect()).await
}

/// Runs one statement with its values and says how many rows it changed.
///
/// # Errors
/// The database's error.
pub async fn execute(
    session: &impl Session,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, StoreError> {
    let text = in_dialect(session.backend(), sql);
    session.run(&text, values.into_iter().collect()).await
}

/// Names the index that SQLite takes. Its planner knows no figures of ours and guesses that a range of
/// the primary key is as narrow as four equal columns of another index: a member's totals were looked
/// for among everybody's. PostgreSQL counts rows, and has no such words.
const INDEXED_BY: &str = "INDEXED BY ";

/// A statement of ours as the database takes it: `?` marks and the chosen index in its dialect.
#[must_use]
pub fn in_dialect(backend: DbBackend, sql: &str) -> Cow<'_, str> {
    if backend != DbBackend::Postgres {
        // SQLite plans anew whenever the value behind a bare `LIMIT ?` is bound; an expression is
        // none that its planner looks into. Planning took a quarter of the time of reads.
        return if sql.contains("LIMIT ?") {
            sql.replace("LIMIT ?", "LIMIT ? + 0").into()
        } else {
            sql.into()
        };
    }
    let (before, behind) = sql.split_once(INDEXED_BY).unwrap_or((sql, ""));
    let behind = behind.split_once(' ').map_or("", |(_index, behind)| behind);
    let sql = [before, behind].concat();
    let mut parts = sql.split('?');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (index, part) in parts.enumerate() {
        _ = write!(out, "${}{part}", index + 1);
    }
    out.into()
}
