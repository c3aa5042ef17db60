//! Days at the ends of the calendar that entries can write.

use ledger::field::{Day, Field, Moment, Offset};

fn written(day: Day) -> String {
    let mut text = String::new();
    day.write(&mut text);
    text
}

#[test]
fn a_local_day_never_leaves_the_calendar() {
    let cases = [
        ("1900-01-01T00:00:00Z", "-12:00", "1900-01-01"),
        ("1900-01-01T11:59:59Z", "-12:00", "1900-01-01"),
        ("2026-03-02T02:59:59Z", "-03:00", "2026-03-01"),
        ("2026-03-02T03:00:00Z", "-03:00", "2026-03-02"),
        ("2999-12-31T09:59:59Z", "+14:00", "2999-12-31"),
        ("2999-12-31T23:59:59Z", "+14:00", "2999-12-31"),
    ];
    for (moment, offset, day) in cases {
        let local = Moment::parse(moment)
            .unwrap()
            .local_day(Offset::parse(offset).unwrap());
        assert_eq!(written(local), day, "{moment} at {offset}");
    }
}

/// A day's end is the first moment of the next local day.
#[test]
fn a_day_ends_where_the_next_begins() {
    for offset in ["-12:00", "-03:00", "+00:00", "+05:45", "+14:00"] {
        let offset = Offset::parse(offset).unwrap();
        let day = Day::parse("2028-02-29").unwrap();
        let end = day.end(offset);
        assert_eq!(written(end.local_day(offset)), "2028-03-01");
        let before = Moment(end.seconds() - 1);
        assert_eq!(before.local_day(offset), day);
    }
}

#[test]
fn days_later_than_the_last_one_are_the_last_one() {
    let late = Day::parse("2999-12-30").unwrap();
    assert_eq!(written(late.plus(1)), "2999-12-31");
    assert_eq!(written(late.plus(3660)), "2999-12-31");
}
