//! The deposits: what the demo takes from the publisher's file, through the import.

use super::DemoError;
use crate::import::{self, Mapping, Row};
use ledger::Minor;
use ledger::field::{Day, MemberName, Prose, RecordRef};
use ledger::limits::ACCOUNTS_PER_ENTRY_MAX;
use std::collections::{BTreeMap, BTreeSet};

/// The mapping that reads the deposits; `countersign import` reads the same file.
pub const MAPPING: &str = include_str!("../../data/fonacide/mapping.toml");

/// Reads each row's entity: the titles of the members.
const TITLES: &str = r#"
[money]
programme = "fonacide-2019"
currency = "PYG"
exponent = 0
[row]
receiver = "l{codigoNivel}-{codigoEntidad}.fonacide.example"
amount = "{montoTransferido}"
date = "{fechaDeposito}"
purpose = "{descripcionEntidad}"
"#;

/// The level of a departmental government in the receivers' names.
const LEVEL_DEPARTMENT: u32 = 22;

/// A deposit of the ministry into an account of a government.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Deposit {
    pub(super) to: MemberName,
    pub(super) account: String,
    pub(super) amount: Minor,
    pub(super) day: Day,
    pub(super) due: Option<Day>,
    pub(super) reference: RecordRef,
    pub(super) purpose: Option<Prose>,
}

/// A government that receives deposits.
#[derive(Debug)]
pub(super) struct Government {
    pub(super) name: MemberName,
    pub(super) title: Prose,
    /// A department's or a municipality's code, unique within its level only.
    pub(super) code: u32,
    pub(super) is_department: bool,
    pub(super) accounts: BTreeSet<String>,
}

/// The file, read.
pub(super) struct Input {
    /// In the order of their days, and of the file within a day.
    pub(super) deposits: Vec<Deposit>,
    /// Departments first, each level by code.
    pub(super) governments: Vec<Government>,
}

/// Reads all deposits, or says what is wrong with the first that can't be read.
pub(super) fn read(csv: &[u8]) -> Result<Input, DemoError> {
    let mut governments: BTreeMap<(u32, u32), Government> = BTreeMap::new();
    for row in rows(csv, TITLES)? {
        let key = level_and_code(&row)?;
        if let std::collections::btree_map::Entry::Vacant(slot) = governments.entry(key) {
            slot.insert(government(&row, key)?);
        }
    }
    let mut deposits = Vec::new();
    for row in rows(csv, MAPPING)? {
        let government = governments.get_mut(&level_and_code(&row)?);
        let government = government.expect("both mappings read the same rows");
        let deposit = deposit(&row, government.name.clone())?;
        government.accounts.insert(deposit.account.clone());
        if government.accounts.len() > ACCOUNTS_PER_ENTRY_MAX {
            return Err(unusable(&row, "too many accounts of one receiver"));
        }
        deposits.push(deposit);
    }
    deposits.sort_by_key(|deposit| deposit.day);
    Ok(Input {
        deposits,
        governments: governments.into_values().collect(),
    })
}

fn rows(csv: &[u8], mapping: &str) -> Result<Vec<Row>, DemoError> {
    let mapping = Mapping::parse(mapping).expect("the demo's mappings are well-formed");
    let digest = import::FileDigest::of(csv).expect("reading from memory can't fail");
    let rows = import::rows(csv, &mapping, &digest)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn level_and_code(row: &Row) -> Result<(u32, u32), DemoError> {
    let parts = row.receiver.strip_prefix('l').and_then(|rest| {
        let (level, rest) = rest.split_once('-')?;
        let (code, _) = rest.split_once('.')?;
        Some((level.parse().ok()?, code.parse().ok()?))
    });
    parts.ok_or_else(|| unusable(row, "the receiver"))
}

fn government(row: &Row, (level, code): (u32, u32)) -> Result<Government, DemoError> {
    let entity = row.purpose.as_deref().unwrap_or_default();
    // `209-MUNICIPALIDAD DE …`: the code stands in the name already.
    let title = entity.split_once('-').map_or(entity, |(_, title)| title);
    Ok(Government {
        name: row
            .receiver
            .parse()
            .map_err(|_| unusable(row, "the receiver"))?,
        title: title
            .trim()
            .parse()
            .map_err(|_| unusable(row, "the entity's title"))?,
        code,
        is_department: level == LEVEL_DEPARTMENT,
        accounts: BTreeSet::new(),
    })
}

fn deposit(row: &Row, to: MemberName) -> Result<Deposit, DemoError> {
    let day = Day::new(row.date).filter(|day| super::YEAR.contains(day));
    let purpose = row.purpose.as_deref().map(str::parse).transpose();
    Ok(Deposit {
        to,
        amount: Minor::from(row.amount),
        day: day.ok_or_else(|| unusable(row, "a day outside of 2019"))?,
        due: row.due.and_then(Day::new),
        reference: row
            .reference
            .parse()
            .map_err(|_| unusable(row, "the reference"))?,
        purpose: purpose.map_err(|_| unusable(row, "the purpose"))?,
        account: row
            .account
            .clone()
            .ok_or_else(|| unusable(row, "no account"))?,
    })
}

fn unusable(row: &Row, what: &'static str) -> DemoError {
    DemoError::Unusable {
        line: row.line,
        what,
    }
}
