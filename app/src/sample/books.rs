//! Who keeps the sample's books, how it stands, and what can't be shown.

use super::*;

pub(super) fn books_page() -> BooksPage {
    let key = |person: &str, roles: &[&str], since, until| KeyRow {
        key_id: format!("{since:08x}"),
        person: person.to_owned(),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        since_index: since,
        until_index: until,
        compromised: until.is_some(),
    };
    let member = |member: Party, tier, house: Party| BookMember {
        member,
        tier,
        house,
        keys: vec![
            key("p1", &["administer", "pay"], 12, None),
            key("p2", &["confirm"], 13, Some(470)),
        ],
        keys_left_out: 0,
    };
    BooksPage {
        operator: Some(ministry()),
        rules: 1,
        houses: vec![(ministry(), 1), (caazapa(), 1)],
        houses_voting: 2,
        members: vec![
            member(ministry(), 0, ministry()),
            member(caazapa(), 1, ministry()),
        ],
        members_page: Paging {
            page: 1,
            size: 20,
            total: 271,
        },
        proposals_page: Paging {
            page: 1,
            size: 10,
            total: 12,
        },
        proposals: vec![ProposalRow {
            entry: entry(31, "member-propose", "caazapa"),
            member: caazapa(),
            time: END - 300 * DAY,
            yes: vec![ministry(), caazapa()],
            no: Vec::new(),
            settled: Some(33),
        }],
    }
}

pub(super) fn status_page() -> StatusPage {
    StatusPage {
        takes_entries: true,
        last_index: Some(12_407),
        recorded_at: Some(END + 5),
        moved_at: Some(END - DAY),
        queued: 3,
        queue_max: 16_384,
        rules: Some(1),
        version: "0.1.0".to_owned(),
        licence: "Apache-2.0".to_owned(),
        witnesses: vec![
            WitnessRow {
                name: "audit-office".to_owned(),
                outside: true,
                last: Some((12_408, END + 6)),
            },
            WitnessRow {
                name: "op-second-site".to_owned(),
                outside: false,
                last: None,
            },
        ],
    }
}

/// The page that checks an entry.
pub(super) fn verify_page() -> VerifyPage {
    let vkey =
        "fonacide.example/5f0c19e2a4b7d386+9b1c2d3e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    VerifyPage {
        entry: Some(entry_page().entry),
        trust: format!("log {vkey}\nquorum none\n"),
        vkey: vkey.to_owned(),
    }
}

pub(super) fn read_only() -> ProblemPage {
    ProblemPage {
        unavailable: Some(Unavailable::ReadOnly),
        ..busy()
    }
}

pub(super) fn busy() -> ProblemPage {
    ProblemPage {
        status: 503,
        retry_after_seconds: Some(2),
        ..ProblemPage::default()
    }
}

pub(super) fn too_many() -> ProblemPage {
    ProblemPage {
        status: 429,
        retry_after_seconds: Some(30),
        ..ProblemPage::default()
    }
}

pub(super) fn problem() -> ProblemPage {
    ProblemPage {
        status: 400,
        code: Some("not-in-the-catalogue".to_owned()),
        detail: "page: invalid digit found in string".to_owned(),
        field: Some(QueryField {
            name: "page".to_owned(),
            wanted: Wanted::Page,
        }),
        ..ProblemPage::default()
    }
}
