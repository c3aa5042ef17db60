//! The real year: deposits of FONACIDE, 2019, against the publisher's figures.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::*;

const MAPPING: &str = include_str!("../../../data/fonacide/mapping.toml");
const YEAR: &[u8] = include_bytes!("../../../data/fonacide/transfers_2019.csv");
const CONTROL: &str = include_str!("../../../data/fonacide/control_totals_2019.csv");
const OCTOBER_LATIN: &[u8] = include_bytes!("../../../data/fonacide/raw_iso8859-1_2019-10.csv");
const CUTOFFS_LATIN: &[u8] =
    include_bytes!("../../../data/fonacide/raw_iso8859-1_2017-02_22_cutoffs.csv");

fn utf8() -> Mapping {
    Mapping::parse(MAPPING).unwrap()
}

fn latin() -> Mapping {
    Mapping::parse(&MAPPING.replace("\"utf-8\"", "\"iso-8859-1\"")).unwrap()
}

#[test]
fn the_year_adds_up() {
    let preview = preview(YEAR, &utf8()).unwrap();
    assert!(preview.is_clean(), "{:?}", preview.bad.first.first());
    assert_eq!(
        preview.good,
        Sum {
            rows: 5_670,
            total: 432_755_085_309
        }
    );
    assert_eq!(preview.receivers.len(), 269);
    assert_eq!(preview.first_date, NaiveDate::from_ymd_opt(2019, 1, 10));
    assert_eq!(preview.last_date, NaiveDate::from_ymd_opt(2019, 12, 30));
    let level = |prefix: &str| {
        let own = preview
            .receivers
            .iter()
            .filter(|(name, _)| name.starts_with(prefix));
        own.fold((0, 0, 0), |(members, rows, total), (_, sum)| {
            (members + 1, rows + sum.rows, total + sum.total)
        })
    };
    assert_eq!(level("l22-"), (17, 395, 134_188_487_441));
    assert_eq!(level("l30-"), (252, 5_275, 298_566_597_868));
}

#[test]
fn every_month_and_level_agrees_with_the_control_totals() {
    let mut sums: BTreeMap<(String, String), (u64, i128)> = BTreeMap::new();
    for row in read_all(YEAR, &utf8()) {
        let row = row.unwrap();
        let level = row.receiver[1..3].to_owned();
        let sum = sums
            .entry((row.date.month().to_string(), level))
            .or_default();
        sum.0 += 1;
        sum.1 += i128::from(row.amount);
    }
    let mut compared = 0;
    for line in CONTROL.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let key = (cells[1].to_owned(), cells[2].to_owned());
        assert_eq!(
            sums[&key],
            (cells[4].parse().unwrap(), cells[5].parse().unwrap()),
            "{line}"
        );
        compared += 1;
    }
    assert_eq!((compared, sums.len()), (24, 24));
}

#[test]
fn the_pair_that_stands_twice_is_a_warning_and_both_are_taken() {
    let preview = preview(YEAR, &utf8()).unwrap();
    assert_eq!(preview.repeats.count, 1);
    let repeat = &preview.repeats.first[0];
    assert_eq!((repeat.first_line, repeat.row.line), (5_432, 5_436));
    assert_eq!(repeat.row.receiver, "l22-1.fonacide.example");
    assert_eq!(repeat.row.account.as_deref(), Some("0001003000343844"));
    assert_eq!(repeat.row.amount, 129_233_423);
    assert_eq!(
        repeat.row.date,
        NaiveDate::from_ymd_opt(2019, 12, 5).unwrap()
    );
}

#[test]
fn rows_are_named_after_the_file_and_their_place() {
    let digest = preview(YEAR, &utf8()).unwrap().digest;
    let rows: Vec<Row> = read_all(YEAR, &utf8())
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let prefix = &digest.to_string()[..16];
    assert_eq!(rows[0].reference, format!("{prefix}/1"));
    assert_eq!(rows[5_669].reference, format!("{prefix}/5670"));
    assert_eq!((rows[5_669].line, rows[5_669].row), (5_671, 5_670));
    let due = rows[0].date.checked_add_days(chrono::Days::new(30));
    assert_eq!(rows[0].due, due);
}

#[test]
fn latin_1_reads_with_its_accents() {
    let rows: Vec<Row> = read_all(OCTOBER_LATIN, &latin())
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(rows.len(), 44);
    let last = rows.last().unwrap();
    assert_eq!(last.account.as_deref(), Some("0000222330262205"));
    assert!(
        last.purpose
            .as_ref()
            .unwrap()
            .ends_with("DE CAPITAL AL SECTOR PÚBLICO")
    );

    let month: Vec<Row> = read_all(YEAR, &utf8())
        .into_iter()
        .map(Result::unwrap)
        .filter(|row| row.date.month() == 10)
        .collect();
    let content = |row: &Row| {
        (
            row.receiver.clone(),
            row.amount,
            row.date,
            row.account.clone(),
            row.purpose.clone(),
        )
    };
    let mut raw: Vec<_> = rows.iter().map(content).collect();
    let mut joined: Vec<_> = month.iter().map(content).collect();
    raw.sort();
    joined.sort();
    assert_eq!(raw, joined);
}

#[test]
fn latin_1_read_as_utf_8_is_refused_cell_by_cell() {
    let preview = preview(OCTOBER_LATIN, &utf8()).unwrap();
    assert!(preview.bad.count > 0);
    let error = preview.bad.first[0].to_string();
    assert!(
        error.contains("isn't UTF-8") && error.contains("file.encoding"),
        "{error}"
    );
}

#[test]
fn a_file_of_22_cut_offs_shows_its_repeats() {
    let preview = preview(CUTOFFS_LATIN, &latin()).unwrap();
    // 4 rows of the first cut-off, then 24 rows 21 times: 24 different payments.
    assert_eq!(preview.good.rows, 4 + 21 * 24);
    assert_eq!(preview.repeats.count, 4 + 21 * 24 - 24);
}
