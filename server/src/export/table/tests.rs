use super::*;

fn columns() -> Vec<Column> {
    let column = |name, kind| Column {
        name,
        kind,
        about: "For a test",
    };
    vec![
        column("name", Kind::Text),
        column("count", Kind::Count),
        column("sum", Kind::Amount),
        column("day", Kind::Day),
        column("at", Kind::Moment),
        column("open", Kind::YesNo),
    ]
}

fn about() -> About {
    About {
        view: "test?of=a".to_owned(),
        ledger: "relief.example/5f0c19e2a4b7d386".to_owned(),
        entries: 8,
        ledger_time: Some(1_772_438_400),
        simulated: None,
        checkpoint: Some((9, "o15GqQWz".to_owned())),
    }
}

fn row(name: &str, minor: Minor) -> Row {
    vec![
        Cell::Text(name.to_owned()),
        Cell::Count(-3),
        Cell::Amount(minor, 2),
        Cell::Day(NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day")),
        Cell::Moment(1_772_438_400),
        Cell::Nothing,
    ]
}

fn written(format: Format, rows: Vec<Row>, bom: bool) -> Vec<u8> {
    let sink = Sink::default();
    let mut writer = format
        .writer(&sink, &columns(), &about(), bom)
        .expect("a writer");
    writer.rows(rows).expect("rows are written");
    writer.finish().expect("an end");
    sink.take()
}

#[test]
fn a_csv_is_safe_for_spreadsheets_and_says_what_it_is() {
    let rows = vec![row("=HYPERLINK(\"x\")", -125_000_000), row("a, b", 5)];
    let text = String::from_utf8(written(Format::Csv, rows, false)).expect("UTF-8");
    let said =
        "test?of=a,relief.example/5f0c19e2a4b7d386,7,2026-03-02T08:00:00Z,false,9,o15GqQWz\r\n";
    let expected = format!(
        "name,count,sum,day,at,open,view,ledger,last_index,ledger_time,receipts_simulated,\
         checkpoint_size,checkpoint_root\r\n\
         \"'=HYPERLINK(\"\"x\"\")\",-3,-1250000.00,2026-03-02,2026-03-02T08:00:00Z,,{said}\
         \"a, b\",-3,0.05,2026-03-02,2026-03-02T08:00:00Z,,{said}"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_bom_stands_only_where_it_is_asked_for() {
    assert!(written(Format::Csv, Vec::new(), true).starts_with(b"\xef\xbb\xbfname,"));
    assert!(written(Format::Csv, Vec::new(), false).starts_with(b"name,"));
}

#[test]
fn json_keeps_every_digit_and_the_columns_order() {
    let huge = 170_141_183_460_469_231_731_687_303_715_884_105_727;
    let text =
        String::from_utf8(written(Format::Json, vec![row("a\"b", huge)], false)).expect("UTF-8");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["about"]["last_index"], 7);
    assert_eq!(value["about"]["checkpoint_size"], 9);
    assert_eq!(value["about"]["checkpoint_root"], "o15GqQWz");
    assert_eq!(value["columns"][2]["type"], "number");
    let row = &value["rows"][0];
    assert_eq!(row["name"], "a\"b");
    assert_eq!(row["sum"], "1701411834604692317316873037158841057.27");
    assert!(row["open"].is_null());
    assert!(text.contains("{\"name\":\"a\\\"b\",\"count\":-3,\"sum\":"));
}

#[test]
fn an_empty_table_is_whole_in_every_format() {
    assert!(
        serde_json::from_slice::<serde_json::Value>(&written(Format::Json, Vec::new(), false))
            .is_ok()
    );
    assert!(written(Format::Parquet, Vec::new(), false).ends_with(b"PAR1"));
    assert!(written(Format::Xlsx, Vec::new(), false).starts_with(b"PK"));
}

#[test]
fn the_same_table_has_the_same_bytes() {
    for format in [Format::Csv, Format::Json, Format::Xlsx, Format::Parquet] {
        let once = written(format, vec![row("a", 1)], false);
        assert_eq!(
            once,
            written(format, vec![row("a", 1)], false),
            "{format:?}"
        );
    }
}

/// However many rows go through a writer, what it holds back stays below a bound.
#[test]
fn rows_are_never_held_together_however_many() {
    const PIECE: usize = 500;
    // Twelve row groups of Parquet: a hundredth would hold no more than the first.
    const PIECES: usize = 200;
    const HELD_MAX: usize = 1 << 20;
    for format in [Format::Csv, Format::Json, Format::Parquet] {
        let sink = Sink::default();
        let mut writer = format
            .writer(&sink, &columns(), &about(), false)
            .expect("a writer");
        let (mut most, mut sum) = (0, 0);
        for piece in 0..PIECES {
            let rows =
                (0..PIECE).map(|at| row("an office", Minor::try_from(piece * at).expect("small")));
            writer.rows(rows.collect()).expect("rows are written");
            most = most.max(sink.waiting());
            sum += sink.take().len();
        }
        writer.finish().expect("an end");
        sum += sink.take().len();
        assert!(most <= HELD_MAX, "{format:?} held {most} bytes");
        assert!(sum > most, "{format:?} was sent in pieces");
    }
}
