//! Mapping files, good and bad.

use proptest::prelude::*;

use super::*;

fn complaint(text: &str) -> String {
    Mapping::parse(text).unwrap_err().to_string()
}

#[test]
fn reads_what_it_says() {
    let mapping = plain();
    assert_eq!(
        (mapping.programme(), mapping.currency(), mapping.exponent()),
        ("relief-2026", "CNY", 2)
    );
}

#[test]
fn marks_delimiters_and_formats_are_used() {
    let head = "[file]\ndelimiter = \";\"\ndecimal_mark = \",\"\nthousands_mark = \
    \".\"\ndate_format = \"%d/%m/%Y\"\nquote = \"'\"\n";
    let mapping = Mapping::parse(&format!("{head}{PLAIN}")).unwrap();
    let read = read_all(
        "who;paid;day\n'a;b';1.234,56;31/12/2025\n".as_bytes(),
        &mapping,
    );
    let row = read[0].as_ref().unwrap();
    assert_eq!(
        (row.receiver.as_str(), row.amount),
        ("a;b.example", 123_456)
    );
    assert_eq!(row.date.to_string(), "2025-12-31");
}

#[test]
fn constants_stand_for_any_column() {
    let text = PLAIN.replace("{paid}", "5").replace("{day}", "2026-05-01")
        + "purpose = \"School meals\"\naccount = \"{acc}\"\n";
    let mapping = Mapping::parse(&text).unwrap();
    let read = read_all(b"who,acc\na,007\nb,\n", &mapping);
    let (first, second) = (read[0].as_ref().unwrap(), read[1].as_ref().unwrap());
    assert_eq!((first.amount, first.account.as_deref()), (500, Some("007")));
    assert_eq!(first.purpose.as_deref(), Some("School meals"));
    assert_eq!(second.account, None);
}

#[test]
fn complaints_name_line_and_key() {
    let table = [
        (
            format!("{PLAIN}dew_days = 3\n"),
            "line 11, `dew_days`: unknown field",
        ),
        (
            format!("[file]\nencoding = \"klingon\"\n{PLAIN}"),
            "line 2, `encoding`: isn't an encoding",
        ),
        (
            format!("[file]\ndelimiter = \";;\"\n{PLAIN}"),
            "line 2, `delimiter`: must be a single character",
        ),
        (
            format!("[file]\ndelimiter = \"\"\n{PLAIN}"),
            "line 2, `delimiter`: must be one ASCII",
        ),
        (
            format!("[file]\nquote = \",\"\n{PLAIN}"),
            "line 2, `quote`: is the delimiter too",
        ),
        (
            format!("[file]\nheader = false\n{PLAIN}"),
            "line 2, `header`: must be true",
        ),
        (
            format!("[file]\nthousands_mark = \".\"\n{PLAIN}"),
            "line 2, `thousands_mark`: is the decimal mark too",
        ),
        (
            format!("[file]\ndecimal_mark = \"5\"\n{PLAIN}"),
            "line 2, `decimal_mark`: can't be",
        ),
        (
            format!("[file]\ndate_format = \"%Y-%m\"\n{PLAIN}"),
            "line 2, `date_format`: doesn't make a whole day",
        ),
        (
            format!("[file]\ndate_format = \"%H:%M\"\n{PLAIN}"),
            "line 2, `date_format`: doesn't make a whole day",
        ),
        (
            PLAIN.replace("= 2\n", "= 20\n"),
            "line 5, `exponent`: must be 0 to 8",
        ),
        (
            PLAIN.replace("= 2\n", "= \"2\"\n"),
            "line 5, `exponent`: invalid type",
        ),
        (
            PLAIN.replace("CNY", "yuan"),
            "line 4, `currency`: must be three capital letters",
        ),
        (
            PLAIN.replace("{paid}", "{paid"),
            "line 9, `amount`: `{paid` lacks its closing brace",
        ),
        (
            PLAIN.replace("amount =", "#"),
            "line 7, `[row]`: missing field `amount`",
        ),
        (
            format!("{PLAIN}due_days = 99999\n"),
            "line 11, `due_days`: must be 0 to 3660",
        ),
        (format!("{PLAIN}due_days = \n"), "line 11, `due_days`: "),
    ];
    for (text, expected) in table {
        let found = complaint(&text);
        assert!(
            found.starts_with(&format!("the mapping file, {expected}")),
            "{found}\nfor {expected}"
        );
    }
}

#[test]
fn reads_from_a_file_and_refuses_a_huge_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mapping.toml");
    std::fs::write(&path, PLAIN).unwrap();
    assert_eq!(Mapping::read(&path).unwrap().currency(), "CNY");
    let most = usize::try_from(limits::MAPPING_BYTES_MAX).unwrap();
    std::fs::write(&path, "#".repeat(most + 1)).unwrap();
    assert!(matches!(Mapping::read(&path), Err(MappingError::TooLong)));
    assert!(matches!(
        Mapping::read(&folder.path().join("none")),
        Err(MappingError::Read(_))
    ));
}

/// docs/IMPORT.md shows a mapping with every key: one that is read, and that
/// says what an empty `[file]` says.
#[test]
fn the_document_shows_every_key() {
    let document = include_str!("../../../../docs/IMPORT.md");
    let (_, rest) = document.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let mapping = Mapping::parse(example).unwrap();
    let file = "level,code,paid,paid_on,voucher,account,line\n22,1,70,2026-03-01,V-1,007,5\n";
    let read = read_all(file.as_bytes(), &mapping);
    let row = read[0].as_ref().unwrap();
    assert_eq!(row.receiver, "concepcion.relief.example");
    assert_eq!((row.amount, row.reference.as_str()), (70, "V-1"));
    assert_eq!(row.account.as_deref(), Some("007"));
    assert_eq!(row.purpose.as_deref(), Some("Budget line 5"));
    assert_eq!(row.due.unwrap().to_string(), "2026-03-31");

    let (start, end) = (example.find("[money]").unwrap(), example.len());
    let bare = Mapping::parse(&example[start..end]).unwrap();
    assert_eq!(format!("{bare:?}"), format!("{mapping:?}"));
}

proptest! {
    #[test]
    fn no_mapping_panics(
        lines in prop::collection::vec(prop_oneof![
            "[a-z_]{1,14} = \".{0,12}\"",
            Just("[file]".to_owned()),
            Just("[row]".to_owned()),
            Just("[money]".to_owned()),
            "(date_format|quote|delimiter|receiver|decimal_mark|encoding) = '[^'\n]{0,8}'",
            ".{0,30}",
        ], 0..8),
        last in any::<bool>(),
    ) {
        let lines = lines.join("\n");
        let text = if last { format!("{PLAIN}{lines}") } else { format!("[file]\n{lines}{PLAIN}") };
        if let Err(MappingError::Flaw(flaw)) = Mapping::parse(&text) {
            prop_assert!(flaw.line >= 1 && flaw.line <= text.lines().count() + 1);
        }
    }
}
